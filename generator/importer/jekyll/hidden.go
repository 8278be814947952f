package jekyll

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// programFolders are the folders of Jekyll and of other programs, which hold no texts.
func programFolders() []string {
	return []string{"_includes", "_layouts", "_sass", "_data", "_plugins", "_site", "_theme_packages", "node_modules", "vendor"}
}

// hidden returns why Jekyll did not show a text, or may not have shown it; "" where it did.
func (r *reader) hidden(s *source) string {
	if why := r.byPlace(s); why != "" {
		return why
	}
	if pattern := r.excluding(s.path); pattern != "" {
		return fmt.Sprintf("the settings exclude %q", pattern)
	}
	if prose.HasFront(s.body) {
		return "it begins with keys that could not be read"
	}
	all := s.matter.Over(r.defaults(s))
	if why := all.Hidden(); why != "" {
		return "it says " + why
	}
	for _, key := range []string{"date", "publish_date", "publishdate", "expires", "expiry_date", "expirydate", "unpublish_date"} {
		t, ok := matter.Time(all.String(key))
		switch {
		case !all.Has(key) || all.Ask(key) == matter.None:
		case !ok:
			return fmt.Sprintf("it says %s: %v, which is no date that can be read", key, all[key])
		case strings.HasPrefix(key, "publish") && t.Instant().After(s.post.Appears):
			s.post.Appears = t.Instant()
		case strings.Contains(key, "expir") || key == "unpublish_date":
			s.post.Expires = t.Time
		}
	}
	return ""
}

// byPlace returns why Jekyll does not show a file because of its folder or name.
func (r *reader) byPlace(s *source) string {
	parts := strings.Split(s.path, "/")
	posts := r.config.Table("collections").Table("posts")
	if home := path.Clean(r.config.String("source")); home != "." && !strings.HasPrefix(s.path, home+"/") {
		return "source in the settings is " + home
	}
	for i, part := range parts {
		last := i == len(parts)-1
		switch {
		case part == "_drafts":
			return "it lies in _drafts"
		case part == "_posts" && posts.Ask("output") == matter.No:
			return "the settings switch the output of posts off"
		case part == "_posts" || r.included(strings.Join(parts[:i+1], "/")):
		case strings.ContainsAny(part[:1], "._~#"):
			return "the name " + part + " begins with " + part[:1]
		case last && !s.post.Page && !postName.MatchString(part):
			return "its name does not begin with a date"
		}
	}
	return ""
}

// included reports whether the settings include a file or folder that Jekyll would exclude because of its name.
func (r *reader) included(name string) bool {
	return slices.ContainsFunc(r.config.List("include"), func(pattern string) bool { return fits(pattern, name) || fits(pattern, path.Base(name)) })
}

// excluding returns the pattern by which the settings exclude a file or a folder around it, unless they also include it.
func (r *reader) excluding(name string) string {
	patterns := r.config.List("exclude")
	if data, err := fs.ReadFile(r.files, ".jekyllignore"); err == nil {
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				patterns = append(patterns, line)
			}
		}
	}
	for at := name; at != "."; at = path.Dir(at) {
		for _, pattern := range patterns {
			if fits(pattern, at) && !slices.Contains(r.config.List("include"), at) {
				return pattern
			}
		}
	}
	return ""
}

// fits reports whether a path matches a pattern of the settings: as its beginning, or as a shell pattern, in any folder.
func fits(pattern, name string) bool {
	pattern = strings.TrimPrefix(strings.TrimPrefix(pattern, "./"), "/")
	bare := strings.TrimSuffix(pattern, "/")
	return bare != "" && (strings.HasPrefix(name, pattern) || matter.Glob(bare, name) || strings.ContainsAny(pattern, "*?[{") && matter.Glob("*/"+bare, name))
}

// defaults returns the keys that the settings give a text. The scope with the longest path wins, and of two with the same path the later
// one.
func (r *reader) defaults(s *source) matter.Matter {
	scopes := r.config.Tables("defaults")
	slices.SortStableFunc(scopes, func(a, b matter.Matter) int {
		return len(a.Table("scope").String("path")) - len(b.Table("scope").String("path"))
	})
	m := matter.Matter{}
	for _, d := range scopes {
		scope := d.Table("scope")
		where, kind := strings.Trim(scope.String("path"), "/"), scope.String("type")
		kinds := []string{"post", "posts", "draft", "drafts"}
		if s.post.Page {
			kinds = []string{"page", "pages"}
		}
		if (kind == "" || slices.Contains(kinds, kind)) && (where == "" || fits(where, s.path) || fits(where+"/*", s.path)) {
			m = d.Table("values").Over(m)
		}
	}
	return m
}
