package training

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// SourcesFormat describes content/sources.toml.
func SourcesFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "sources",
		Doc:  "The literature, in content/sources.toml: one table for each source. Cite it in any text by its name: [Blagrove 2018](source:blagrove-2018).",
		Any: &tomlfile.Key{
			Name: "source", Kind: tomlfile.SubTable, Table: sourceFormat(),
			Doc:     "A name of your own in small letters, digits and hyphens; the first author and the year make a good one. Below it stands what the source is.",
			Example: `{ authors = "Blagrove, Howatson, Hayes", year = 2018, title = "Effects of strength training ..." }`,
		},
	}
}

func sourceFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "source",
		Doc:  "One source of the literature.",
		Keys: []tomlfile.Key{
			{Name: "authors", Kind: tomlfile.String, Required: true, Doc: "Who wrote it, by family name.", Example: `"Blagrove, Howatson, Hayes"`},
			{Name: "year", Kind: tomlfile.Integer, Required: true, Doc: "The year in which it appeared.", Example: `2018`},
			{Name: "title", Kind: tomlfile.String, Required: true, Doc: "Its title.", Example: `"Effects of strength training on the physiological determinants of distance running performance"`},
			{Name: "journal", Kind: tomlfile.String, Doc: "Where it appeared: the journal with volume and pages, or the publisher.", Example: `"Sports Medicine 48:1117-1149"`},
			{Name: "doi", Kind: tomlfile.String, Doc: "Its DOI, which makes the link to it.", Example: `"10.1007/s40279-017-0835-7"`},
			{Name: "url", Kind: tomlfile.String, Doc: "Where it can be read, if it has no DOI.", Example: `"https://example.org/paper"`},
			{Name: "note", Kind: tomlfile.String, Doc: "A remark that is printed behind it.", Example: `"A review of 24 studies."`},
		},
	}
}

// ReadSources reads content/sources.toml. The sources are in the order of their ids.
func ReadSources(file string, t *tomlfile.Table) ([]*Source, diag.List) {
	r := &reader{}
	var sources []*Source
	for _, id := range t.Keys() {
		if st := t.Table(id); st != nil {
			r.sourceName(id, t.KeyPos(id))
			sources = append(sources, r.source(id, t.KeyPos(id), st))
		}
	}
	slices.SortFunc(sources, func(a, b *Source) int { return cmp.Compare(a.ID, b.ID) })
	return sources, r.problems
}

func (r *reader) source(id string, pos diag.Position, t *tomlfile.Table) *Source {
	s := &Source{
		ID: id, Pos: pos,
		Authors: r.line(t, "authors"), Title: r.line(t, "title"), Journal: r.line(t, "journal"),
		Year: t.Int("year"), DOI: r.doi(t), URL: r.address(t, "url"), Note: r.line(t, "note"),
	}
	if t.Has("year") && (s.Year < 1500 || s.Year > 2100) {
		r.add(t.ValuePos("year"), "bad-year", fmt.Sprintf("the year %d looks like a typing mistake.", s.Year), "Write it with four digits.")
	}
	return s
}

// sourceName says so where an id cannot be part of an address.
func (r *reader) sourceName(id string, pos diag.Position) {
	unfit := func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '-' && c != '_' }
	if id == "" || strings.IndexFunc(id, unfit) >= 0 {
		r.add(pos, "bad-name", fmt.Sprintf("a source cannot be called %q.", id), `Use letters, digits and hyphens: "blagrove-2018".`)
	}
}

// doi returns the DOI without the address that people copy with it.
func (r *reader) doi(t *tomlfile.Table) string {
	doi := r.line(t, "doi")
	for _, prefix := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"} {
		if len(doi) > len(prefix) && strings.EqualFold(doi[:len(prefix)], prefix) {
			doi = strings.TrimSpace(doi[len(prefix):])
			break
		}
	}
	if doi == "" || isDOI(doi) {
		return doi
	}
	r.add(t.ValuePos("doi"), "bad-doi", fmt.Sprintf("%q is not a DOI.", doi), `A DOI begins with 10, like "10.1007/s40279-017-0835-7".`)
	return ""
}

func isDOI(s string) bool {
	registrant, name, ok := strings.Cut(s, "/")
	return ok && strings.HasPrefix(registrant, "10.") && name != "" && !strings.ContainsFunc(s, unicode.IsSpace)
}

// address returns an absolute address on the web.
func (r *reader) address(t *tomlfile.Table, key string) string {
	s := r.line(t, key)
	if s == "" || isAddress(s) {
		return s
	}
	r.add(t.ValuePos(key), "bad-address", fmt.Sprintf("%q is not an address on the web.", s), "Copy it from the browser, with https:// in front.")
	return ""
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsFunc(s, unicode.IsSpace)
}

func commas(words []string) string { return strings.Join(words, ", ") }
