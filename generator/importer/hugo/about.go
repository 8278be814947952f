package hugo

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// about returns what the site says of itself. What the language says goes before what the settings say for all.
func (r *reader) about() importer.About {
	params := r.config.Table("params")
	a := importer.About{Title: r.config.String("title"), Language: r.languageTag(), TimeZone: r.config.String("timezone"), Menu: r.menu()}
	for _, from := range []matter.Matter{params, r.config} {
		for _, key := range []string{"description", "subtitle", "tagline"} {
			a.Description = cmp.Or(a.Description, prose.PlainText(from.String(key)))
		}
		for _, key := range []string{"author", "authors"} {
			if names := namesIn(from[key]); a.Author == "" && len(names) > 0 {
				a.Author = inARow(names)
			}
		}
	}
	return a
}

// languageTag returns the language of the texts. What the settings say of the language itself goes before the code for all, which
// often is still that of a new site.
func (r *reader) languageTag() string {
	code := r.own.String("languagecode", "locale")
	if code == "" {
		code = r.config.String("languagecode", "locale")
		chosen := r.config.String("defaultcontentlanguage") != "" || len(r.config.Table("languages")) > 0
		if base, _, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-"); chosen && !strings.EqualFold(base, baseOf(r.language)) {
			code = r.language
		}
	}
	tag, err := language.Parse(code)
	if code == "" || err != nil {
		return ""
	}
	return tag.String()
}

func baseOf(code string) string {
	base, _, _ := strings.Cut(code, "-")
	return base
}

// entry is one of a menu.
type entry struct {
	name, address string
	weight        int
}

// menu returns the addresses of the main menu, in its order: what has no weight comes last, and names decide between equals.
func (r *reader) menu() []string {
	var entries []entry
	for _, m := range r.menuTables() {
		address := m.String("url")
		if ref := m.String("pageref"); ref != "" {
			address = r.pageAddress(ref)
		}
		entries = r.addEntry(entries, m, entry{m.String("name", "identifier"), address, weightOf(m)})
	}
	for _, s := range r.texts {
		if m, ok := inMenu(s.matter); ok && s.post.Hidden == "" {
			entries = r.addEntry(entries, m, entry{cmp.Or(m.String("name"), s.matter.String("linktitle"), s.post.Title), s.post.Old[0], cmp.Or(weightOf(m), weightOf(s.matter))})
		}
	}
	for folder, s := range r.sections {
		if m, ok := inMenu(s.matter); ok && r.said(s.matter) == "" {
			entries = r.addEntry(entries, m, entry{cmp.Or(m.String("name"), s.matter.String("linktitle", "title")), r.pageAddress(folder), cmp.Or(weightOf(m), weightOf(s.matter))})
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(byWeight(a.weight, b.weight), cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), cmp.Compare(a.address, b.address))
	})
	var addresses []string
	for _, e := range entries {
		if !slices.Contains(addresses, e.address) {
			addresses = append(addresses, e.address)
		}
	}
	return addresses
}

// addEntry adds an entry that leads somewhere. One below another entry stays out, with a finding.
func (r *reader) addEntry(entries []entry, m matter.Matter, e entry) []entry {
	switch {
	case e.address == "" || strings.HasPrefix(e.address, "#"):
		return entries
	case m.String("parent") != "":
		r.find("", reasonMenu, e.name)
		return entries
	}
	if !strings.HasPrefix(e.address, "/") && !strings.Contains(e.address, ":") {
		e.address = "/" + e.address
	}
	return append(entries, e)
}

// menuTables returns the entries of the main menu in the settings, those of the language if it has any.
func (r *reader) menuTables() []matter.Matter {
	for _, from := range []matter.Matter{r.own, r.config} {
		for _, key := range []string{"menus", "menu"} {
			if list := from.Table(key).Tables("main"); len(list) > 0 {
				return list
			}
		}
	}
	return nil
}

// inMenu returns what a front matter says of its entry in the main menu, and whether there is one.
func inMenu(m matter.Matter) (matter.Matter, bool) {
	for _, key := range []string{"menus", "menu"} {
		if t := m.Table(key); t.Has("main") {
			return t.Table("main"), true
		}
		if slices.Contains(m.List(key), "main") {
			return nil, true
		}
	}
	return nil, false
}

// pageAddress returns the address of the text or list at a path below content/; "" if that was not shown.
func (r *reader) pageAddress(ref string) string {
	at := stemOf(ref)
	if s := r.byPath[strings.ToLower(at)]; s != nil {
		if s.post.Hidden != "" || len(s.post.Old) == 0 {
			return ""
		}
		return s.post.Old[0]
	}
	if at == "" {
		return r.root + r.prefix + "/"
	}
	return r.sectionAddress(at, r.sections[at])
}
