package jekyll

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer/matter"
)

// collection is a collection of the settings besides that of the posts.
type collection struct {
	label     string // the name of its folder without _, as it is written there
	output    bool   // its texts have addresses
	permalink string // "" for the usual one
	texts     int    // that were read
	size      int    // of these, in bytes
}

// configure reads the settings: the first of the files that Jekyll looks for. Without one they are nil, which has no keys.
func (r *reader) configure() error {
	found := ""
	for _, name := range []string{"_config.yml", "_config.yaml", "_config.toml"} {
		data, err := fs.ReadFile(r.files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		read := matter.YAML
		if path.Ext(name) == ".toml" {
			read = matter.TOML
		}
		text, _ := decode(data, "")
		if r.config, err = read([]byte(text)); err != nil {
			return fmt.Errorf("%s cannot be read: %w", name, err)
		}
		found, r.configText = name, []byte(text)
		break
	}
	r.findFurtherSettings(found)
	if base := strings.Trim(r.config.String("baseurl"), "/"); base != "" {
		r.base = "/" + base
	}
	if home := r.config.String("url"); strings.HasPrefix(home, "http") {
		r.blog.Home = strings.TrimSuffix(home, "/") + r.base + "/"
	}
	if zone, err := time.LoadLocation(r.config.String("timezone")); err == nil && r.config.String("timezone") != "" {
		r.zone = zone
	}
	r.source = strings.Trim(path.Clean("/"+r.config.String("source")), "/")
	r.itemsDir = strings.Trim(r.config.String("collections_dir"), "/")
	r.readCollections()
	r.gemfile, _ = fs.ReadFile(r.files, "Gemfile")
	return nil
}

var settingsName = regexp.MustCompile(`^_config[._-].*\.(?:ya?ml|toml)$|^_config\.(?:ya?ml|toml)$`)

// findFurtherSettings reports files with settings that Jekyll reads only when it is told to.
func (r *reader) findFurtherSettings(read string) {
	entries, _ := fs.ReadDir(r.files, ".")
	for _, e := range entries {
		if name := e.Name(); name != read && settingsName.MatchString(name) {
			r.find(name, reasonSettings, "")
		}
	}
}

// readCollections reads the collections of the settings, which are a table, or only a list of names.
func (r *reader) readCollections() {
	r.collections = map[string]*collection{}
	for _, name := range r.config.List("collections") {
		r.collections[strings.ToLower(name)] = &collection{label: name}
	}
	for key := range r.config.Table("collections") {
		if key != "posts" && key != "drafts" {
			t := r.config.Table("collections").Table(key)
			r.collections[key] = &collection{label: key, output: t.Ask("output") == matter.Yes, permalink: t.String("permalink")}
		}
	}
	delete(r.collections, "posts")
}

// uses reports whether the blog uses a plugin: the settings name it, or the list of its programs does.
func (r *reader) uses(plugin string) bool {
	if slices.Contains(append(r.config.List("plugins"), r.config.List("gems")...), plugin) {
		return true
	}
	return gem(r.gemfile, plugin)
}

// gem reports whether a Gemfile names a program outside its comments.
func gem(file []byte, name string) bool {
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "gem ") && (strings.Contains(line, `"`+name+`"`) || strings.Contains(line, "'"+name+"'")) {
			return true
		}
	}
	return false
}

// usesPages reports whether GitHub builds the blog with the plugins that it always uses.
func (r *reader) usesPages() bool {
	return gem(r.gemfile, "github-pages") || slices.Contains(r.config.List("plugins"), "github-pages")
}

// markdownKinds are the ends of the names of files in Markdown.
func (r *reader) markdownKinds() []string {
	var kinds []string
	for kind := range strings.SplitSeq(cmp.Or(r.config.String("markdown_ext"), "markdown,mkdown,mkdn,mkd,md"), ",") {
		kinds = append(kinds, "."+strings.ToLower(strings.Trim(kind, " .")))
	}
	return kinds
}

// defaults returns the keys that the settings give a text at a path, of a type. The scope with the longest path wins; of two with the same
// path the one with a type, and else the later one.
func (r *reader) defaults(at, kind string) matter.Matter {
	var all, before matter.Matter
	for _, set := range r.config.Tables("defaults") {
		scope, values := set.Table("scope"), set.Table("values")
		switch {
		case values == nil || !r.inScope(scope, at, kind):
		case before == nil || precedes(scope, before):
			all, before = over(values, all), matter.Matter{}.Over(scope)
		default:
			all = over(all, values)
		}
	}
	return all
}

// inScope reports whether a scope of the settings is about a text.
func (r *reader) inScope(scope matter.Matter, at, kind string) bool {
	wanted := scope.String("type")
	if wanted != "" && !strings.EqualFold(wanted, kind) && !strings.EqualFold(wanted, strings.TrimSuffix(kind, "s")) {
		return false
	}
	where := strings.TrimPrefix(scope.String("path"), "/")
	if r.itemsDir != "" && r.itemsDir != where {
		where = strings.TrimPrefix(where, r.itemsDir+"/")
	}
	if !strings.Contains(where, "*") {
		return strings.HasPrefix(at, where)
	}
	for part := at; part != "."; part = path.Dir(part) {
		if fitsShell(where, part) {
			return true
		}
	}
	return false
}

// precedes reports whether the values of one scope win over those of another.
func precedes(scope, before matter.Matter) bool {
	length := func(m matter.Matter) int { return len(strings.Trim(m.String("path"), "/")) }
	if length(scope) != length(before) {
		return length(scope) > length(before)
	}
	return scope.Has("type") || !before.Has("type")
}

// over returns the keys of a front matter, and those of the defaults that it has not, or says nothing behind.
func over(m, defaults matter.Matter) matter.Matter {
	all := m.Over(defaults)
	for key, value := range defaults {
		if m[key] == "" {
			all[key] = value
		}
		inner, isTable := value.(matter.Matter)
		if own, ok := m[key].(matter.Matter); ok && isTable {
			all[key] = over(own, inner)
		}
	}
	return all
}

// fitsShell reports whether a path matches a pattern as a shell reads it: * stands for signs within a name, ** for whole folders.
func fitsShell(pattern, name string) bool {
	var b strings.Builder
	b.WriteString(`\A`)
	for pattern != "" {
		switch {
		case strings.HasPrefix(pattern, "**/"):
			b.WriteString(`(?:[^/]+/)*`)
			pattern = pattern[3:]
			continue
		case pattern[0] == '*':
			b.WriteString(`[^/]*`)
		case pattern[0] == '?':
			b.WriteString(`[^/]`)
		default:
			b.WriteString(regexp.QuoteMeta(pattern[:1]))
		}
		pattern = pattern[1:]
	}
	fits, err := regexp.Compile(b.String() + `\z`)
	return err == nil && fits.MatchString(name)
}
