package check

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/publish/target"
	"github.com/legpress/legpress/generator/site"
)

// What matters once a site goes live, and not while somebody writes it.

// Starter is what a site still has of the one that a new site begins with.
type Starter struct {
	Settings *parse.Settings // of that site
	Texts    []StarterText   // the texts that are mostly the same, sorted by path
}

// StarterText is a text of which so many of its sentences are those of the starter.
type StarterText struct {
	File     string
	Same, Of int
}

// mostlySame is from which share of its sentences on, in percent, a text is still that of the starter (house rule).
const mostlySame = 70

// Mostly reports whether a text is still that of the starter.
func (t StarterText) Mostly() bool { return t.Of > 0 && 100*t.Same >= mostlySame*t.Of }

// Publishing says what is to be looked at before a site is published: an address, a coach and texts that are still those of the starter,
// photos that nobody is named for, and what the host may leave out.
func Publishing(s *site.Site, starter Starter) diag.List {
	c := &checker{site: s}
	c.publishedAddress(s.Settings)
	c.starterSettings(starter.Settings)
	c.starterTexts(starter.Texts)
	c.uncredited()
	c.dotNames()
	return c.problems
}

// publishedAddress reports an address that readers cannot reach, and one that does not suit the place to which the site is put.
func (c *checker) publishedAddress(settings *parse.Settings) {
	if !settings.Reachable() {
		c.add(diag.Errorf(settings.URLPos, "no-address", "%q leads readers nowhere.", settings.URL).
			WithHint("Write the address at which you publish the site: feeds, search engines, sheets and PDFs name it."))
		return
	}
	if strings.HasPrefix(settings.URL, "http:") {
		c.add(diag.Warningf(settings.URLPos, "no-https", "readers are sent to an address without https, which browsers call not secure.").
			WithHint("Most hosts give you https for nothing: switch it on there, then write https:// here."))
	}
	if want := gitHubPages(settings); want != "" && !strings.EqualFold(settings.URL, want) {
		c.add(diag.Errorf(settings.URLPos, "wrong-address", "GitHub shows this repository at %s: at %s all pages would be without their style.", want, settings.URL).
			WithHint(`Write url = "%s".`, want))
	}
}

// gitHubPages returns the address that GitHub gives a site, if it is published there at no address of its own; "" otherwise.
func gitHubPages(s *parse.Settings) string {
	to, err := target.Parse(s.PublishTo, ".")
	u, _ := url.Parse(s.URL)
	if err != nil || to.URL == nil || to.URL.Hostname() != "github.com" || u == nil || !strings.HasSuffix(u.Hostname(), ".github.io") {
		return ""
	}
	owner, repository, ok := strings.Cut(strings.Trim(to.URL.Path, "/"), "/")
	if !ok {
		return ""
	}
	host := strings.ToLower(owner) + ".github.io"
	repository = strings.TrimSuffix(repository, ".git")
	if strings.EqualFold(repository, host) {
		return "https://" + host + "/"
	}
	return "https://" + host + "/" + repository + "/"
}

// starterSettings warns of names that are still those of the starter, and says what it means that there is no coach.
func (c *checker) starterSettings(of *parse.Settings) {
	s := c.site.Settings
	at := diag.Position{File: parse.SettingsFile}
	var same []string
	for _, key := range []struct{ name, ours, theirs string }{
		{"title", s.Title, of.Title},
		{"description", s.Description, of.Description},
		{"author", s.Author, of.Author},
	} {
		if key.ours == key.theirs && key.ours != "" {
			same = append(same, key.name)
		}
	}
	if len(same) > 0 {
		c.add(diag.Warningf(at, "starter-names", "%s: what stands there is still the starter's.", enumeration(same)).
			WithHint("Write who you are and what your site is called."))
	}
	if s.Coach == nil {
		c.add(diag.Notef(at, "no-coach", "nobody is named on sheets and plans: there is no [coach].").
			WithHint("Take the # from its lines, and write your name and how runners reach you. Without it all works, too."))
	}
}

// starterTexts warns of articles and pages that somebody else has written for an example.
func (c *checker) starterTexts(same []StarterText) {
	for _, t := range same {
		much := fmt.Sprintf("%d of its %d sentences", t.Same, t.Of)
		if t.Same == t.Of {
			much = "word for word"
		}
		c.add(diag.Warningf(diag.Position{File: t.File}, "starter-text", "below its +++ this text is still the starter's, %s: readers take it for yours.", much).
			WithHint("Rewrite or delete it. If you would sign it as it is, leave it: this is no more than a warning."))
	}
}

// uncredited notes photos in texts that have no caption, where it would say who took them. Those of exercises have a credit.
func (c *checker) uncredited() {
	captioned := map[string]bool{}
	for _, p := range c.site.Pages {
		doc := p.Doc()
		if doc == nil {
			continue
		}
		for _, ref := range doc.Refs {
			if ref.Kind == markdown.Picture && ref.Caption && ref.Title != "" {
				if t := c.site.Resolve(p.From.File, ref); t.Copied != nil {
					captioned[t.Copied.File.Path] = true
				}
			}
		}
	}
	for _, e := range c.site.Exercises {
		if t := c.site.Resolve(e.Pos.File, markdown.Ref{Kind: markdown.Picture, Target: e.Picture.Value}); t.Copied != nil {
			captioned[t.Copied.File.Path] = true
		}
	}
	last := ""
	for _, f := range c.site.Files { // the variants of a photo follow one another
		if f.Photo == nil || captioned[f.File.Path] || f.Shown.File == "" || f.Shown.File == parse.SettingsFile || f.File.Path == last {
			continue
		}
		last = f.File.Path
		c.add(diag.Notef(f.Shown, "no-credit", "this photo has no caption: nothing says who took it.").
			WithHint(`If you did, all is well. If not, say who, and that you may show it: ![What is seen](photo.jpg "Photo: Sam Lee, CC BY 4.0").`))
	}
}

// dotNames notes published names with a dot in front, which some ways to a host leave out.
func (c *checker) dotNames() {
	for _, f := range c.site.Files {
		for part := range strings.SplitSeq(f.URL, "/") {
			if strings.HasPrefix(part, ".") {
				c.add(diag.Notef(diag.Position{File: f.File.Path}, "dot-name", "names that begin with a dot are hidden: look whether %s is there after you have published.", path.Clean(f.URL)).
					WithHint("legpress publish sends it. Who drags a folder to a host has to see that it comes along; a bucket does not read .htaccess."))
				return
			}
		}
	}
}

// enumeration writes names as a list in a sentence.
func enumeration(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}
