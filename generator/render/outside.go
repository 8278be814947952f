package render

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/site"
)

// aboutURL is the address of the page on which a site says who makes it, and what it asks of other websites.
const aboutURL = "/about/"

// IsAbout reports whether the page is the one that says what the site asks of other websites.
func (v *BaseView) IsAbout() bool { return v.Page.URL == aboutURL }

// HasAbout reports whether the site has such a page which readers find. If not, the foot of every page says it.
func (v *SiteView) HasAbout() bool {
	p := v.Site.PageAt(aboutURL)
	return p != nil && p.Output == site.StandalonePage && !p.Unlisted()
}

// Outside returns what the site asks of other websites, a sentence for each kind of thing; none where it asks nothing.
func (v *SiteView) Outside() ([]string, error) {
	o := v.Settings.Outside
	var sentences []string
	for _, kind := range []struct {
		word      string
		addresses []policy.Address
	}{{"outside-forms", o.Forms}, {"outside-frames", o.Frames}, {"outside-scripts", o.Scripts}, {"outside-images", o.Images}} {
		if len(kind.addresses) == 0 {
			continue
		}
		sentence, err := v.renderer.theme.words.Fill(kind.word, "sites", strings.Join(hosts(kind.addresses), ", "))
		if err != nil {
			return nil, err
		}
		sentences = append(sentences, sentence)
	}
	return sentences, nil
}

// hosts returns the names of websites, each once.
func hosts(addresses []policy.Address) []string {
	var names []string
	for _, a := range addresses {
		if name := a.Host(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
