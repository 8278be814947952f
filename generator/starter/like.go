package starter

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/tomledit"
)

// Like returns the content of the starter that the site in a folder was most probably begun with: of those in its language and unit, the
// one with the most files that are the same to the letter.
func Like(content fs.FS, folder fs.FS) (fs.FS, error) {
	settings, err := fs.ReadFile(folder, "content/site.toml")
	if err != nil { // there is nothing to compare
		return content, nil
	}
	o := Options{}
	for _, v := range tomledit.Scan(settings) {
		switch v.Path {
		case "language":
			if tag, _, _ := strings.Cut(v.Text, "-"); slices.Contains(Languages(), tag) {
				o.Language = tag
			}
		case "unit":
			o.Pounds = v.Text == "lb"
		}
	}
	var best fs.FS
	most := -1
	for _, home := range []bool{false, true} {
		for _, small := range []bool{false, true} {
			o.Home, o.Small = home, small
			site, err := Site(content, o)
			if err != nil {
				return nil, err
			}
			same := 0
			archive := &txtar.Archive{}
			for name, data := range site {
				if there, err := fs.ReadFile(folder, name); err == nil && bytes.Equal(there, data) {
					same++
				}
				archive.Files = append(archive.Files, txtar.File{Name: strings.TrimPrefix(name, "content/"), Data: data})
			}
			if same > most {
				most = same
				if best, err = txtar.FS(archive); err != nil {
					return nil, err
				}
			}
		}
	}
	return best, nil
}
