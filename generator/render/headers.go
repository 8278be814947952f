package render

import (
	"bytes"
	"fmt"

	"github.com/legpress/legpress/generator/site"
)

// What caches are told of a file. A year is the most that they are asked for (RFC 2616, section 14.21).
const (
	keepForEver = "  Cache-Control: public, max-age=31536000, immutable\n" // of addresses with a hash
	askAlways   = "  Cache-Control: no-cache\n"                            // of the worker: what it does wrong is mended at the next visit
)

// headers says what a host that reads such a file sends along: with every file what the site's policy says, and how long caches may
// keep the files whose addresses say what is in them.
func (r *Renderer) headers(*site.Page) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s/*\n", r.site.Settings.Base)
	for _, h := range Policy(r.site.Settings).Headers() {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	var lasting []string
	for _, folder := range site.LastingFolders() {
		lasting = append(lasting, folder+"*")
	}
	for _, a := range r.theme.Assets() {
		if a.Hashed {
			lasting = append(lasting, a.URL)
		}
	}
	for _, url := range lasting {
		fmt.Fprintf(&b, "%s\n%s", r.site.Settings.Base+url, keepForEver)
	}
	fmt.Fprintf(&b, "%s\n%s", r.site.Settings.Base+site.WorkerFile.Of(""), askAlways)
	return b.Bytes(), nil
}
