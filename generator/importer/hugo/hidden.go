package hugo

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// hidden returns why a text was not shown, or may not have been; "" where it was.
func (r *reader) hidden(s *source) string {
	file := path.Base(s.post.From)
	all := s.matter.Over(r.cascaded(s))
	switch {
	case strings.HasPrefix(file, ".") || strings.HasPrefix(file, "_"):
		return "its name begins with " + file[:1]
	case prose.HasFront(s.body):
		return "it begins with keys that could not be read"
	}
	if why := all.Hidden(); why != "" {
		return "it says " + why
	}
	for _, why := range []func(*source, matter.Matter) string{r.unbuilt, r.undated, r.inSection, r.left} {
		if reason := why(s, all); reason != "" {
			return reason
		}
	}
	return ""
}

// unbuilt returns which build option hides a text. Any value but "always" hides it from somebody.
func (r *reader) unbuilt(_ *source, m matter.Matter) string {
	for _, name := range []string{"build", "_build"} {
		options := m.Table(name)
		if options == nil && m.Ask(name) == matter.No {
			return "it says " + name + ": false"
		}
		for _, key := range []string{"render", "list"} {
			if a := options.Ask(key); a == matter.No || a == matter.Unclear && !strings.EqualFold(options.String(key), "always") {
				return fmt.Sprintf("it says %s: {%s: %v}", name, key, options[key])
			}
		}
	}
	return ""
}

// undated returns which date of a text cannot be read, so that it is unknown when the text was shown.
func (r *reader) undated(_ *source, m matter.Matter) string {
	for _, key := range slices.Concat(publishKeys(), expiryKeys()) {
		if _, ok := matter.Time(m.String(key)); !ok && m.String(key) != "" && m.Ask(key) == matter.Unclear {
			return fmt.Sprintf("it says %s: %s, which is no date that can be read", key, m.String(key))
		}
	}
	return ""
}

func publishKeys() []string { return []string{"publishdate", "pubdate", "published", "date"} }
func expiryKeys() []string  { return []string{"expirydate", "unpublishdate"} }

// times reads from when and until when a text was shown. Dates of a section count for its texts, too.
func (r *reader) times(s *source) {
	all := []matter.Matter{s.matter.Over(r.cascaded(s))}
	for _, folder := range above(s.path) {
		all = append(all, r.sections[folder])
	}
	for _, m := range all {
		for _, key := range publishKeys() {
			if t, ok := matter.Time(m.String(key)); ok && t.Instant().After(s.post.Appears) {
				s.post.Appears = t.Instant()
			}
		}
		for _, key := range expiryKeys() {
			if t, ok := matter.Time(m.String(key)); ok && (s.post.Expires.IsZero() || t.Before(s.post.Expires)) {
				s.post.Expires = t.Time
			}
		}
	}
}

// readSections reads the front matter of the lists.
func (r *reader) readSections() error {
	r.sections = map[string]matter.Matter{}
	return fs.WalkDir(r.files, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() || !strings.HasPrefix(base, "_index.") {
			return nil
		}
		data, err := fs.ReadFile(r.files, name)
		if err != nil {
			return err
		}
		if t, err := matter.Split([]byte(prose.StripControls(string(data)))); err == nil {
			folder := strings.TrimPrefix(strings.TrimPrefix(path.Dir(name), "content"), "/")
			r.sections[folder] = t.Matter.Over(r.sections[folder])
		}
		return nil
	})
}

// inSection returns which section of a text is hidden. Hugo shows the texts of a section that is a draft, which its author has hardly meant.
func (r *reader) inSection(s *source, _ matter.Matter) string {
	for _, folder := range above(s.path) {
		m := r.sections[folder]
		for _, key := range []string{"draft", "private", "hidden", "unlisted"} {
			if a := m.Ask(key); a == matter.Yes || a == matter.Unclear {
				return fmt.Sprintf("its section %s says %s: %v", folder, key, m[key])
			}
		}
	}
	return ""
}

// above returns the folders around a path, the innermost first, and "" for content/ itself.
func above(at string) []string {
	var list []string
	for folder := path.Dir(at); folder != "."; folder = path.Dir(folder) {
		list = append(list, folder)
	}
	return append(list, "")
}

// cascaded returns the keys that a text has from its sections and from the settings. Those of inner sections win.
func (r *reader) cascaded(s *source) matter.Matter {
	m := matter.Matter{}
	for _, folder := range above(s.path) {
		for _, c := range r.sections[folder].Tables("cascade") {
			if r.aims(c, s) {
				m = m.Over(c)
			}
		}
	}
	for _, c := range r.config.Tables("cascade") {
		if r.aims(c, s) {
			m = m.Over(c)
		}
	}
	return m
}

// aims reports whether a cascade is, or may be, for a text.
func (r *reader) aims(cascade matter.Matter, s *source) bool {
	targets := slices.Concat(cascade.Tables("target"), cascade.Tables("_target"))
	if len(targets) == 0 {
		return true
	}
	stem := "/" + strings.TrimSuffix(s.path, path.Ext(s.path))
	paths := []string{stem, "/" + s.path, strings.TrimSuffix(stem, "/index"), strings.TrimPrefix(stem, "/"), "/content/" + s.path}
	return slices.ContainsFunc(targets, func(target matter.Matter) bool {
		kind, language, pattern, environment := target.String("kind"), target.String("lang"), target.String("path"), target.String("environment")
		return (kind == "" || matter.Glob(kind, "page")) && (language == "" || matter.Glob(language, r.language)) &&
			(environment == "" || matter.Glob(environment, "production")) &&
			(pattern == "" || slices.ContainsFunc(paths, func(at string) bool { return matter.Glob(pattern, at) }))
	})
}

// left returns which setting excludes the file of a text.
func (r *reader) left(s *source, _ matter.Matter) string {
	for _, pattern := range r.config.List("ignorefiles") {
		if skip, err := regexp.Compile(pattern); err == nil && (skip.MatchString(s.post.From) || skip.MatchString("/"+s.post.From)) || err != nil && matter.Glob(pattern, path.Base(s.post.From)) {
			return fmt.Sprintf("ignoreFiles in the settings has %q", pattern)
		}
	}
	if dir := path.Clean(r.config.String("contentdir")); dir != "." && dir != "content" && !strings.HasPrefix(s.post.From, dir+"/") {
		return "contentDir in the settings is " + dir
	}
	if kinds := r.config.List("disablekinds"); slices.ContainsFunc(kinds, func(kind string) bool { return strings.EqualFold(kind, "page") }) {
		return "disableKinds in the settings has page"
	}
	if why := r.otherLanguage(s); why != "" {
		return why
	}
	return r.unmounted(s)
}

// otherLanguage returns which disabled language a text is in, by its folder.
func (r *reader) otherLanguage(s *source) string {
	off := r.config.List("disablelanguages")
	languages := r.config.Table("languages")
	for code := range languages {
		if languages.Table(code).Ask("disabled") == matter.Yes {
			off = append(off, code)
		}
	}
	slices.Sort(off)
	for _, code := range off {
		code = strings.ToLower(code)
		dir := path.Clean(languages.Table(code).String("contentdir"))
		if code == r.language || dir != "." && strings.HasPrefix(s.post.From, dir+"/") || strings.HasPrefix(s.path, code+"/") {
			return "the settings switch the language " + code + " off"
		}
	}
	return ""
}

// unmounted returns which mount of the settings excludes a text.
func (r *reader) unmounted(s *source) string {
	why, mounted := "", false
	for _, mount := range r.config.Table("module").Tables("mounts") {
		if to := path.Clean(mount.String("target")); to != "content" && !strings.HasPrefix(to, "content/") {
			continue
		}
		from := path.Clean(mount.String("source"))
		below, ok := strings.CutPrefix(s.post.From, from+"/")
		if !ok && s.post.From != from {
			why = "module.mounts in the settings leave it out"
			continue
		}
		if pattern, ok := excluded(mount, below); ok {
			why = fmt.Sprintf("module.mounts in the settings leave out %q", pattern)
			continue
		}
		mounted = true
	}
	if mounted {
		return ""
	}
	return why
}

// excluded returns the pattern by which a mount excludes a file.
func excluded(mount matter.Matter, below string) (string, bool) {
	fits := func(pattern string) bool {
		pattern = strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(pattern, "!")), "/")
		return matter.Glob(pattern, below) || matter.Glob("**/"+pattern, below) || matter.Glob(pattern+"/**", below)
	}
	var include []string
	for _, pattern := range mount.List("files") {
		if strings.HasPrefix(pattern, "!") && fits(pattern) {
			return pattern, true
		}
		if !strings.HasPrefix(pattern, "!") {
			include = append(include, pattern)
		}
	}
	for _, pattern := range mount.List("excludefiles") {
		if fits(pattern) {
			return pattern, true
		}
	}
	include = append(include, mount.List("includefiles")...)
	if len(include) > 0 && !slices.ContainsFunc(include, fits) {
		return strings.Join(include, ", "), true
	}
	return "", false
}

// configureParts reads the settings that have a file of their own, such as config/_default/module.toml.
func (r *reader) configureParts() error {
	for _, folder := range []string{"config/_default", "config/production"} {
		entries, err := fs.ReadDir(r.files, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, e := range entries {
			if err := r.configurePart(folder + "/" + e.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) configurePart(file string) error {
	read := map[string]func([]byte) (matter.Matter, error){".toml": matter.TOML, ".yaml": matter.YAML, ".yml": matter.YAML, ".json": matter.JSON}[path.Ext(file)]
	name := strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	main := name == "hugo" || name == "config"
	if read == nil || main && strings.HasPrefix(file, "config/_default/") {
		return nil
	}
	data, err := fs.ReadFile(r.files, file)
	if err != nil {
		return err
	}
	m, err := read(data)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", file, err)
	}
	switch part, below, deeper := strings.Cut(name, "."); {
	case main:
		r.config = m.Over(r.config)
	case deeper:
		r.config[part] = matter.Matter{below: m.Over(r.config.Table(part).Table(below))}.Over(r.config.Table(part))
	case name == "cascade":
		r.config[name] = list(r.config.Tables(name), m)
	default:
		r.config[name] = m.Over(r.config.Table(name))
	}
	return nil
}

// list adds a table to a list of them.
func list(tables []matter.Matter, m matter.Matter) []any {
	all := []any{m}
	for _, t := range tables {
		all = append(all, t)
	}
	return all
}
