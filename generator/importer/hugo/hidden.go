package hugo

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// hidden returns why a text was not shown, or may not have been; "" where it was.
func (r *reader) hidden(s *source) string {
	name := path.Base(s.file.name)
	switch {
	case s.list == nil && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")):
		return "its name begins with " + name[:1]
	case s.linked:
		return "its file is a link to another one"
	case prose.HasFront(s.body):
		return "it begins with keys that could not be read"
	}
	if why := r.said(s.matter); why != "" {
		return "it says " + why
	}
	for _, why := range []func() string{s.unbuilt, func() string { return r.unreadDate(s) }, func() string { return r.inSection(s) }, func() string { return r.left(s) }} {
		if reason := why(); reason != "" {
			return reason
		}
	}
	if outputs := r.formats("page", s.matter.List("outputs")); !s.copied && s.list == nil && !slices.Contains(outputs, "html") {
		return "it was shown in other forms than HTML: " + strings.Join(outputs, ", ")
	}
	return ""
}

// said returns what in a front matter keeps a text from somebody. Where the settings show drafts, a draft was shown.
func (r *reader) said(m matter.Matter) string {
	if r.config.Is("builddrafts") && m.Has("draft") {
		m = m.Over(nil)
		delete(m, "draft")
	}
	return m.Hidden()
}

// unbuilt returns which build option hides a text. Any value but "always" hides it from somebody.
func (s *source) unbuilt() string {
	for _, name := range []string{"build", "_build"} {
		options := s.matter.Table(name)
		if options == nil && s.matter.Ask(name) == matter.No {
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

// inSection returns which section of a text is hidden. Hugo 0.111.3 shows nothing in a section that is a draft, other versions may.
func (r *reader) inSection(s *source) string {
	for _, folder := range above(s.path) {
		if list := r.sections[folder]; list != nil && list.fault != "" {
			return fmt.Sprintf("%s above it %s", list.file.name, list.fault)
		}
		m := r.ofFolder(folder)
		for _, key := range []string{"draft", "private", "hidden", "unlisted"} {
			a := m.Ask(key)
			if (a == matter.Yes || a == matter.Unclear) && !(key == "draft" && r.config.Is("builddrafts")) {
				return fmt.Sprintf("its section %s says %s: %v", folder, key, m[key])
			}
		}
	}
	return ""
}

// ofFolder returns the keys of the list of a folder, with those that it has from itself, the lists around it and the settings.
func (r *reader) ofFolder(folder string) matter.Matter {
	if m, known := r.folderKeys[folder]; known {
		return m
	}
	kind, m := "section", matter.Matter{}
	if folder == "" {
		kind = "home"
	}
	if list := r.sections[folder]; list != nil {
		m = list.matter
	}
	m = m.Over(r.cascaded(&file{path: path.Join(folder, "_index.md"), stem: "_index"}, kind))
	r.folderKeys[folder] = m
	return m
}

// cascaded returns the keys that a text or list has from its sections and from the settings. Those of inner sections win.
func (r *reader) cascaded(f *file, kind string) matter.Matter {
	m := matter.Matter{}
	add := func(from matter.Matter) {
		_, single := from["cascade"].(matter.Matter)
		for _, c := range from.Tables("cascade") {
			if single || r.aims(c, f, kind) { // older versions of Hugo read no target outside of a list
				m = m.Over(c)
			}
		}
	}
	for _, folder := range above(f.path) {
		if list := r.sections[folder]; list != nil {
			add(list.matter)
		}
	}
	add(r.config)
	delete(m, "target")
	delete(m, "_target")
	return m
}

// aims reports whether a cascade is, or may be, for a text or a list.
func (r *reader) aims(cascade matter.Matter, f *file, kind string) bool {
	targets := slices.Concat(cascade.Tables("target"), cascade.Tables("_target"))
	if len(targets) == 0 {
		return true
	}
	stem := "/" + path.Join(f.dir(), f.stem)
	paths := []string{stem, "/" + f.path, strings.TrimSuffix(stem, "/"+f.stem), strings.TrimPrefix(stem, "/"), "/content/" + f.path}
	if f.stem != "index" && f.stem != "_index" {
		paths[2] = stem
	}
	return slices.ContainsFunc(targets, func(target matter.Matter) bool {
		kinds, language, pattern, environment := target.String("kind"), target.String("lang"), target.String("path"), target.String("environment")
		return (kinds == "" || matter.Glob(kinds, kind)) && (language == "" || matter.Glob(language, r.language)) &&
			(environment == "" || matter.Glob(environment, "production")) &&
			(pattern == "" || slices.ContainsFunc(paths, func(at string) bool { return matter.Glob(pattern, at) }))
	})
}

// left returns which setting excludes the file of a text.
func (r *reader) left(s *source) string {
	name := s.file.name
	for _, pattern := range r.config.List("ignorefiles") {
		if skip, err := regexp.Compile(pattern); err == nil && (skip.MatchString(name) || skip.MatchString("/"+name)) || err != nil && matter.Glob(pattern, path.Base(name)) {
			return fmt.Sprintf("ignoreFiles in the settings has %q", pattern)
		}
	}
	if r.disabled("page") && s.list == nil || r.disabled("section") && s.list != nil {
		return "disableKinds in the settings has " + map[bool]string{true: "page", false: "section"}[s.list == nil]
	}
	if r.homeIndex != "" {
		return r.homeIndex + " makes it a part of the home page"
	}
	if why := r.switchedOff(s); why != "" {
		return why
	}
	return s.unmounted()
}

// switchedOff returns which disabled language a text is in, by its name or its folder.
func (r *reader) switchedOff(s *source) string {
	for _, code := range r.languagesOff {
		if s.language == code || strings.HasPrefix(s.path, code+"/") {
			return "the settings switch the language " + code + " off"
		}
	}
	return ""
}
