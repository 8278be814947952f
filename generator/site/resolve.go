package site

import (
	"cmp"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// Target is where a reference leads: to a page or to a copied file, or nowhere.
type Target struct {
	URL    string // on the site, without query and fragment
	Name   string // what is there is called
	Page   *Page
	Copied *Copied
	Hidden *Hidden // what is there is not shown; there is no address
}

// Found reports whether the target is published.
func (t Target) Found() bool { return t.URL != "" }

// Resolve finds what a reference in a file leads to. A citation leads to the page of all sources.
func (s *Site) Resolve(file string, ref markdown.Ref) Target {
	switch ref.Scheme {
	case "":
		return s.resolvePath(file, ref.Target)
	case "exercise":
		if e := s.exercises[ref.Target]; e != nil {
			return s.toPage(e.URL, e.Name)
		}
	case "runner":
		if r := s.runners[ref.Target]; r != nil {
			return s.toPage(r.URL, r.Name)
		}
	case "plan":
		if p := s.plans[ref.Target]; p != nil {
			return s.toPage(p.URL, p.Title)
		}
	case "article":
		if p := s.pages.at(articleURL(ref.Target)); p != nil && p.Output == ArticlePage {
			return s.toPage(p.URL, p.Title)
		}
	case "source":
		if x := s.sources[ref.Target]; x != nil {
			return s.toPage(SourcesPage.Of(""), x.Title)
		}
	}
	return Target{Hidden: s.HiddenAs(ref.Scheme, ref.Target)}
}

func (s *Site) toPage(url, name string) Target {
	return Target{URL: url, Name: name, Page: s.pages.at(url)}
}

// resolvePath finds what a path leads to. It begins with "/" at the root of the site, or else leads from the file that it stands in, as on
// GitHub.
func (s *Site) resolvePath(file, target string) Target {
	if strings.HasPrefix(target, "/") {
		return s.resolveURL(target)
	}
	to := file
	if target != "" {
		to = path.Join(path.Dir(file), target)
	}
	for _, index := range []string{"", "/index.md"} {
		if p := s.PageFrom(to + index); p != nil {
			return Target{URL: p.URL, Name: p.Title, Page: p}
		}
		if h := s.hidden[to+index]; h != nil {
			return Target{Hidden: h}
		}
	}
	if c := s.files.byPath[to]; c != nil {
		return Target{URL: c.URL, Name: path.Base(c.URL), Copied: c}
	}
	if section, ok := strings.CutPrefix(to, source.Content+"/"); ok && isFolder(to) {
		return s.resolveURL("/" + section + "/")
	}
	return Target{}
}

func isFolder(path string) bool { return path == parse.ArticlesFolder || parse.IsDefinition(path) }

// ResolveAddress finds what an address leads to that stands on a page as its author typed it. It is read as browsers do, from the address
// of the page. The path is the address on the site; an address elsewhere has the path "" and no target.
func (s *Site) ResolveAddress(page, address string) (t Target, path string) {
	from, err := url.Parse(s.Settings.URL + strings.TrimPrefix(page, "/"))
	if err != nil {
		return Target{}, ""
	}
	at, err := from.Parse(address)
	if err != nil || !strings.EqualFold(at.Host, from.Host) {
		return Target{}, ""
	}
	path, inside := strings.CutPrefix(at.EscapedPath(), s.Settings.Base+"/")
	if path, err = url.PathUnescape(path); !inside || err != nil {
		return Target{}, ""
	}
	return s.resolveURL("/" + path), "/" + path
}

func (s *Site) resolveURL(url string) Target {
	url = strings.TrimSuffix(url, "index.html")
	for _, at := range []string{url, url + "/"} {
		if p := s.PageAt(at); p != nil {
			return Target{URL: p.URL, Name: p.Title, Page: p}
		}
	}
	if c := cmp.Or(s.files.public[url], s.files.byURL[url]); c != nil {
		return Target{URL: c.URL, Name: path.Base(c.URL), Copied: c}
	}
	return Target{Hidden: s.hiddenAt(url + "/")}
}

// HasID reports whether an element of the page has this id: one of its text, or a week of its programme.
func (p *Page) HasID(id string) bool {
	if d := p.Doc(); d != nil && d.IDs[id] {
		return true
	}
	if p.Programme != nil {
		number, ok := strings.CutPrefix(id, "plan-week-")
		n, err := strconv.Atoi(number)
		return ok && err == nil && n >= 1 && n <= len(p.Programme.Projection.Weeks)
	}
	return false
}

// Doc returns the text that a page shows, or nil.
func (p *Page) Doc() *markdown.Doc {
	switch p.Output {
	case Home:
		if p.Article == nil {
			return nil
		}
		return p.Article.Doc
	case ArticlePage, StandalonePage:
		return p.Article.Doc
	case ExercisePage:
		return p.Exercise.Doc
	case RunnerPage:
		return p.Runner.Doc
	case PlanPage, ProgrammePage:
		return p.Plan.Doc
	}
	return nil
}
