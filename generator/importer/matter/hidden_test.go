package matter_test

import (
	"testing"

	"github.com/legpress/legpress/generator/importer/matter"
)

func TestAsk(t *testing.T) {
	for text, want := range map[string]matter.Answer{
		"x: true": matter.Yes, "x: Yes": matter.Yes, "x: \"on\"": matter.Yes, "x: Y": matter.Yes, "x: 1": matter.Yes, "X: TRUE": matter.Yes,
		"x: false": matter.No, "x: 'no'": matter.No, "x: Off": matter.No, "x: n": matter.No, "x: 0": matter.No,
		"x:": matter.None, "x: ~": matter.None, "x: ''": matter.None, "y: true": matter.None, "x: null": matter.None,
		"x: maybe": matter.Unclear, "x: [true]": matter.Unclear, "x: {a: true}": matter.Unclear, "x: 2": matter.Unclear,
	} {
		m, err := matter.YAML([]byte(text))
		if got := m.Ask("x"); err != nil || got != want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

// What is plainly for everybody is not taken for hidden.
func TestNotHidden(t *testing.T) {
	for _, text := range []string{"draft: false", "draft: no", "draft:", "published: true", "published: 2020-01-01", "status: Published", "visibility: public", "hidden: false",
		"sitemap: {priority: 0.5}", "sitemap: 0.5", "robots: index", "public: yes", "params: {toc: true}", "password: ''", "protected: false", "listed: true"} {
		m, err := matter.YAML([]byte(text))
		if got := m.Hidden(); err != nil || got != "" {
			t.Errorf("%s: %v, hidden because of %q", text, err, got)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, path string
		want          bool
	}{
		{"/private/**", "/private/a/b", true}, {"*.md", "a.md", true}, {"{/a,/b}/*", "/b/c", true}, {"a?c", "abc", true}, {"[!a]b", "cb", true}, {"[!a]b", "ab", false},
		{"a.md", "axmd", false}, {"private", "privately", false}, {"a[", "a[", true}, {"a[", "ab", false}, {"Private/*", "private/x", true}, {"a!", "a!", true},
	} {
		if got := matter.Glob(test.pattern, test.path); got != test.want {
			t.Errorf("%s for %s: got %v", test.pattern, test.path, got)
		}
	}
}
