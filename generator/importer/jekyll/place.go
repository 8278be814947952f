package jekyll

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
)

// kind is what Jekyll makes of a file.
type kind int

const (
	page kind = iota
	post
	draft
	item // of a collection
)

// place is where a file lies, as Jekyll sees it.
type place struct {
	kind       kind
	collection *collection // of an item
	above      string      // the folder that holds _posts or _drafts; "" for the uppermost one
	within     string      // the path below _posts, _drafts or the folder of the collection
	passed     string      // why Jekyll passes the file over; "" if it does not
}

// path returns the path that Jekyll has for a file in the settings, which is below the folder of the collections for some.
func (p place) path(r *reader, at string) string {
	if p.kind != page && r.itemsDir != "" {
		return strings.TrimPrefix(at, r.itemsDir+"/")
	}
	return at
}

// scopeType is the word for texts of its kind among the scopes of the settings.
func (p place) scopeType() string {
	switch p.kind {
	case item:
		return p.collection.label
	case page:
		return "pages"
	}
	return "posts"
}

// placeOf returns where a file lies, by its path below the source.
func (r *reader) placeOf(at string) place {
	if r.includesFile(at) {
		return place{kind: page}
	}
	passed := ""
	parts := strings.Split(at, "/")
	for i, part := range parts[:len(parts)-1] {
		dir := strings.Join(parts[:i], "/")
		p := place{above: dir, within: strings.Join(parts[i+1:], "/")}
		switch p.collection = r.collectionAt(dir, part); {
		case part == "_posts" || part == "_drafts":
			p.kind = post
			if part == "_drafts" {
				p.kind = draft
			}
			p.passed = cmp.Or(passed, r.outside(dir), r.passesOver(path.Join(dir, part), p.within))
			return p
		case p.collection != nil:
			p.kind = item
			p.passed = r.passesOver(part, p.within)
			return p
		}
		passed = cmp.Or(passed, r.passesOver(dir, part))
	}
	return place{kind: page, passed: cmp.Or(passed, r.passesOver(path.Dir(at), path.Base(at)))}
}

// outside returns why Jekyll looks for no posts in a folder.
func (r *reader) outside(dir string) string {
	if r.itemsDir != "" && !strings.HasPrefix(dir, r.itemsDir) {
		return "collections_dir in the settings is " + r.itemsDir
	}
	return ""
}

// collectionAt returns the collection whose folder has a name, in another folder; nil if there is none.
func (r *reader) collectionAt(dir, name string) *collection {
	if dir != r.itemsDir || !strings.HasPrefix(name, "_") {
		return nil
	}
	c := r.collections[strings.ToLower(name[1:])]
	if c != nil {
		c.label = name[1:]
	}
	return c
}

// passesOver returns why Jekyll does not take a file or folder among those of another folder; "" if it does. The entry may be a path.
func (r *reader) passesOver(dir, entry string) string {
	if r.includes(entry) || r.includes(path.Base(entry)) {
		return ""
	}
	if pattern := r.excluding(path.Join(dir, entry)); pattern != "" {
		return fmt.Sprintf("the settings exclude %q", pattern)
	}
	first, _, _ := strings.Cut(entry, "/")
	for _, name := range []string{first, path.Base(entry)} {
		if strings.ContainsAny(name[:1], "._~#") {
			return "the name " + name + " begins with " + name[:1]
		}
	}
	return ""
}

// includes reports whether the settings include a file or folder that Jekyll would pass over because of its name.
func (r *reader) includes(entry string) bool {
	return slices.ContainsFunc(r.config.List("include"), func(pattern string) bool {
		pattern = strings.TrimPrefix(pattern, "/")
		fits, err := path.Match(pattern, entry)
		return pattern != "" && (strings.HasPrefix(entry, pattern) || err == nil && fits || pattern == entry+"/")
	})
}

// includesFile reports whether the settings include this very file.
func (r *reader) includesFile(at string) bool {
	return slices.ContainsFunc(r.config.List("include"), func(s string) bool { return path.Clean("/"+s) == "/"+at })
}

// usualExclusions are what Jekyll excludes besides what the settings say.
func usualExclusions() []string {
	return []string{".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"}
}

// excluding returns the pattern by which the settings or Jekyll exclude a file or folder.
func (r *reader) excluding(at string) string {
	for _, pattern := range r.exclusions() {
		if fits(pattern, at) {
			return pattern
		}
	}
	return ""
}

// exclusions returns the patterns of the settings, of .jekyllignore and of Jekyll, without those that are included.
func (r *reader) exclusions() []string {
	if r.excluded != nil {
		return r.excluded
	}
	patterns := r.config.List("exclude")
	if data, err := fs.ReadFile(r.files, ".jekyllignore"); err == nil {
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				patterns = append(patterns, line)
			}
		}
	}
	included := r.config.List("include")
	r.excluded = slices.DeleteFunc(append(patterns, usualExclusions()...), func(s string) bool { return slices.Contains(included, s) })
	return r.excluded
}

// fits reports whether a path matches a pattern of the settings: as its beginning, or as a shell pattern, in any folder.
func fits(pattern, name string) bool {
	pattern = strings.TrimPrefix(strings.TrimPrefix(pattern, "./"), "/")
	bare := strings.TrimSuffix(pattern, "/")
	return bare != "" && (strings.HasPrefix(name, pattern) || matter.Glob(bare, name) || strings.ContainsAny(pattern, "*?[{") && matter.Glob("*/"+bare, name))
}

// programFolders are the folders of Jekyll and of other programs, which hold no texts.
func (r *reader) programFolders() []string {
	list := []string{"_includes", "_layouts", "_sass", "_data", "_plugins", "_site", "_theme_packages", "node_modules"}
	for _, key := range []string{"includes_dir", "layouts_dir", "data_dir", "plugins_dir", "destination", "cache_dir"} {
		if dir := strings.Trim(path.Clean("/"+r.config.String(key)), "/"); dir != "" {
			list = append(list, dir)
		}
	}
	return list
}

var vendored = regexp.MustCompile(`^vendor/(?:bundle|cache|gems|ruby)$`)

// holdsTexts reports whether texts are looked for in a folder. What another program keeps there is no text of the author's.
func (r *reader) holdsTexts(dir string) bool {
	base := path.Base(dir)
	switch {
	case r.includes(base) || r.collectionAt(strings.TrimPrefix(path.Dir(dir), "."), base) != nil:
		return true
	case base[0] == '.', slices.Contains(r.programFolders(), base), slices.Contains(r.programFolders(), dir), vendored.MatchString(dir):
		return false
	case base == "vendor":
		return r.excluding(dir) == ""
	}
	return true
}
