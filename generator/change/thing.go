// Package change takes an exercise, a runner type, a plan, an article, a page or a picture out of a site, or gives it another name, with
// all that follows in other files: links, ladders, rows of plans, old addresses.
//
// In goes a site's folder and a wish, out comes a [Change], which can be shown before it is made, and taken back once it was. A site with
// mistakes can be changed as well: many a change mends them. What an author has written stays; of a link that goes, its words do.
package change

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomledit"
)

// Thing is something of a site that others refer to by its name.
type Thing struct {
	Kind string // one of [Kinds]
	ID   string // of a picture: its path in the site's folder
}

// Kinds are the kinds of things.
func Kinds() []string { return []string{"exercise", "runner", "plan", "article", "page", "picture"} }

// folders are the folders of the kinds that have one, which are also the first words of their addresses.
var folders = map[string]string{"exercise": "exercises", "runner": "runners", "plan": "plans", "article": "articles", "page": "pages"}

func (t Thing) String() string {
	kind := t.Kind
	if kind == "runner" {
		kind = "runner type"
	}
	return kind + " " + t.ID
}

// address returns where a thing stands on the website.
func (t Thing) address() string {
	if t.Kind == "page" {
		return "/" + t.ID + "/"
	}
	return "/" + folders[t.Kind] + "/" + t.ID + "/"
}

// above returns the address of the list that a thing was in.
func (t Thing) above() string {
	if t.Kind == "page" {
		return "/"
	}
	return "/" + folders[t.Kind] + "/"
}

// ErrNoSite says that a folder holds no site.
var ErrNoSite = errors.New("there is no " + parse.SettingsFile)

// site is what is known of a site: its texts as they are written.
type site struct {
	snapshot *source.Snapshot
	settings *parse.Settings
	texts    map[string][]byte  // by path: those in Markdown and TOML below content/
	files    map[Thing][]string // the files of each thing: a folder has several
	values   map[string][]tomledit.Value
}

func open(dir string) (*site, error) {
	tree, err := source.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	defer tree.Close()
	snapshot, _, err := tree.Read()
	if err != nil {
		return nil, err
	}
	return siteOf(snapshot)
}

// siteOf reads what is known of a site.
func siteOf(snapshot *source.Snapshot) (*site, error) {
	if _, ok := snapshot.File(parse.SettingsFile); !ok {
		return nil, ErrNoSite
	}
	s := &site{snapshot: snapshot, texts: map[string][]byte{}, files: map[Thing][]string{}, values: map[string][]tomledit.Value{}}
	s.settings, _ = parse.ReadSettings(snapshot)
	for _, f := range snapshot.Under(source.Content) {
		if f.Data != nil && (f.Ext() == ".md" || f.Ext() == ".toml") {
			s.texts[f.Path] = f.Data
			if front, _ := split(f.Path, f.Data); front != nil {
				s.values[f.Path] = tomledit.Scan(front)
			}
		}
		if t := thingAt(f.Path); t.Kind != "" && t.Kind != "picture" {
			s.files[t] = append(s.files[t], f.Path)
		}
	}
	return s, nil
}

// paths returns the paths of the texts, sorted.
func (s *site) paths() []string { return slices.Sorted(maps.Keys(s.texts)) }

// has reports whether there is a file of a thing.
func (s *site) has(t Thing) bool {
	if t.Kind == "picture" {
		_, ok := s.snapshot.File(t.ID)
		return ok
	}
	return len(s.files[t]) > 0
}

// ids returns the names of all things of a kind, sorted.
func (s *site) ids(kind string) []string {
	var ids []string
	for t := range s.files {
		if t.Kind == kind {
			ids = append(ids, t.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// of returns the values of the text of a thing.
func (s *site) of(t Thing) []tomledit.Value {
	for _, file := range s.files[t] {
		if v, ok := s.values[file]; ok {
			return v
		}
	}
	return nil
}

// text returns the text of a key of a thing; "" if it has none.
func (s *site) text(t Thing, keys ...string) string {
	for _, v := range s.of(t) {
		if v.Kind == tomledit.Text && slices.Contains(keys, v.Path) {
			return v.Text
		}
	}
	return ""
}

// list returns the texts of a key that has a list of them.
func (s *site) list(t Thing, key string) []string {
	var list []string
	for _, v := range s.of(t) {
		if v.Kind == tomledit.Text && strings.HasPrefix(v.Path, key+".") && v.Key() == key {
			list = append(list, v.Text)
		}
	}
	return list
}

// Named returns the thing that somebody names: by its id, by the name of its file, or by its path.
func Named(kind, name string) Thing {
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if kind == "picture" {
		return Thing{kind, name}
	}
	if t := thingAt(name); t.Kind == kind {
		return t
	}
	name = strings.TrimSuffix(strings.TrimSuffix(path.Base(name), ".toml"), ".md")
	if kind == "article" {
		name = dated.ReplaceAllString(name, "")
	}
	return Thing{kind, name}
}

var dated = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}[-_]`)

// thingAt returns the thing that a file belongs to: its text, or a file in its folder. Other files are pictures.
func thingAt(file string) Thing {
	rest, ok := strings.CutPrefix(file, source.Content+"/")
	if !ok {
		return Thing{}
	}
	folder, name, deeper := strings.Cut(rest, "/")
	for kind, of := range folders {
		if !deeper || of != folder {
			continue
		}
		first, below, in := strings.Cut(name, "/")
		isText := !in && (strings.HasSuffix(first, ".toml") || strings.HasSuffix(first, ".md"))
		switch {
		case kind == "article" || kind == "page":
			if !in && !isText {
				return Thing{"picture", file}
			}
			if kind == "page" && in && path.Base(below) != "index.md" && strings.HasSuffix(below, ".md") {
				return Thing{kind, strings.TrimSuffix(name, ".md")}
			}
		case !isText:
			return Thing{"picture", file}
		}
		id := strings.TrimSuffix(strings.TrimSuffix(first, ".toml"), ".md")
		if kind == "article" {
			id = dated.ReplaceAllString(id, "")
		}
		return Thing{kind, id}
	}
	return Thing{"picture", file}
}

// leads returns what an address in a text leads to; the zero Thing for nothing of this site.
func leads(from, dest string) Thing {
	dest, _, _ = strings.Cut(dest, "#")
	if scheme, id, ok := strings.Cut(dest, ":"); ok {
		if folders[scheme] != "" && scheme != "page" {
			return Thing{scheme, id}
		}
		return Thing{}
	}
	if dest == "" {
		return Thing{}
	}
	if !strings.HasPrefix(dest, "/") {
		file := path.Join(path.Dir(from), dest)
		if t := thingAt(file); t.Kind != "picture" {
			return t
		}
		for _, text := range []string{".md", "/index.md"} { // a folder is named without its text
			if t := thingAt(file + text); t.Kind != "picture" && path.Ext(file) == "" {
				return t
			}
		}
		return Thing{"picture", file}
	}
	parts := strings.Split(strings.Trim(dest, "/"), "/")
	for kind, folder := range folders {
		if kind != "page" && len(parts) > 1 && parts[0] == folder {
			return Thing{kind, parts[1]}
		}
	}
	if len(parts) == 1 && path.Ext(parts[0]) == "" {
		return Thing{"page", parts[0]}
	}
	return Thing{"picture", parse.StaticFolder + path.Clean(dest)}
}

// split returns the part of a text that is in TOML, and what is behind it; nil and all of it if there is no such part.
func split(file string, data []byte) (front, body []byte) {
	if strings.HasSuffix(file, ".toml") {
		return data, nil
	}
	text := string(data)
	start := strings.Index(text, "\n") + 1
	if strings.TrimSpace(strings.TrimPrefix(text[:start], "\ufeff")) != "+++" {
		return nil, data
	}
	end := strings.Index(text[start:], "\n+++")
	if end < 0 {
		return nil, data
	}
	return data[:start+end+1], data[start+end+1:]
}

// IDs returns the names of all things of a kind in the site in a folder, sorted.
func IDs(dir, kind string) ([]string, error) {
	s, err := open(dir)
	if err != nil {
		return nil, err
	}
	return s.ids(kind), nil
}
