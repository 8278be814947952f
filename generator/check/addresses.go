package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// place is a file of the public folder and what it is made from.
type place struct {
	file string
	from diag.Position
	what string // for those that are made from no file
}

// addresses checks that no two things would become the same file, nor two that differ only in small and capital letters, which
// are one file on many computers, nor a file and a folder of one name.
func (c *checker) addresses() {
	seen := map[string]place{}
	folders := map[string]place{}
	for _, p := range c.places() {
		if p.file == "" {
			continue
		}
		key := strings.ToLower(p.file)
		if first, ok := seen[key]; ok {
			c.clash(first, p)
			continue
		}
		seen[key] = p
		for i := strings.LastIndexByte(key, '/'); i > 0; i = strings.LastIndexByte(key[:i], '/') {
			if _, ok := folders[key[:i]]; ok {
				break
			}
			folders[key[:i]] = p
		}
	}
	for key, p := range seen {
		if inside, ok := folders[key]; ok {
			c.clash(p, inside)
		}
	}
}

// places returns everything that becomes a file, what is made from no file first, then by position.
func (c *checker) places() []place {
	var list []place
	for _, p := range c.site.Pages {
		if p.Kind == site.RedirectPage && !c.alias(p) || p.Kind == site.CardFile { // a card clashes where its page does
			continue
		}
		list = append(list, place{p.File(), p.From, describe(p)})
	}
	for _, f := range c.site.Files {
		list = append(list, place{file: strings.TrimPrefix(f.URL, "/"), from: diag.Position{File: f.File.Path}})
	}
	slices.SortStableFunc(list, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.from.File, b.from.File), cmp.Compare(a.from.Line, b.from.Line), cmp.Compare(a.file, b.file))
	})
	return list
}

func describe(p *site.Page) string {
	if p.List != nil && p.List.Tag != nil {
		return "the list of the tag " + p.List.Tag.Name
	}
	return "the page that Legpress makes at " + p.URL
}

func (c *checker) clash(first, second place) {
	if first.from.File == "" {
		first, second = second, first
	}
	other := second.from.File
	if other == "" {
		other = second.what
	}
	address := "/" + strings.TrimSuffix(first.file, "index.html")
	c.add(diag.Errorf(first.from, "same-address", "two things would become %s: this and %s.", address, other).
		WithHint("Rename one of them."))
}

// alias checks an old address that is to lead to an article.
func (c *checker) alias(p *site.Page) bool {
	old := p.URL
	bad := !strings.HasPrefix(old, "/") || strings.HasPrefix(old, "//") || strings.ContainsAny(old, `\?#%`) ||
		strings.IndexFunc(old, func(r rune) bool { return unicode.IsControl(r) || r == ' ' }) >= 0 ||
		slices.ContainsFunc(strings.Split(old, "/"), func(s string) bool { return s == ".." || s == "." })
	if !bad && (strings.HasSuffix(old, "/") || strings.HasSuffix(old, ".html")) {
		return true
	}
	c.add(diag.Errorf(p.From, "bad-alias", "%q cannot be an old address of this page.", old).
		WithHint(`Write it from the root of the site, with a slash at both ends: "/2019/old-name/".`))
	return false
}
