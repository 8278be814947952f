package check

import (
	"slices"
	"testing"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// TestPublishedAddress: an address that does not suit the place is said, with the one that does.
func TestPublishedAddress(t *testing.T) {
	for _, tt := range []struct{ url, to, want string }{
		{"https://stride.coach/", "", ""},
		{"https://example.org/", "", "no-address"},
		{"http://localhost:8080/", "", "no-address"},
		{"http://stride.coach/", "", "no-https"},
		{"https://jo.github.io/strides/", "git+ssh://git@github.com/Jo/strides.git#gh-pages", ""},
		{"https://Jo.github.io/strides/", "git+https://github.com/Jo/strides#gh-pages", ""},
		{"https://jo.github.io/", "git+ssh://git@github.com/jo/jo.github.io.git#main", ""},
		{"https://jo.github.io/", "git+ssh://git@github.com/Jo/strides.git#gh-pages", "wrong-address"},
		{"https://jo.github.io/other/", "git+ssh://git@github.com/Jo/strides.git#gh-pages", "wrong-address"},
		{"https://sam.github.io/strides/", "git+ssh://git@github.com/Jo/strides.git#gh-pages", "wrong-address"},
		{"https://stride.coach/", "git+ssh://git@github.com/Jo/strides.git#gh-pages", ""}, // an address of one's own
		{"https://jo.github.io/", "git+ssh://git@git.stride.coach/Jo/strides.git#web", ""},
	} {
		text := "title = \"T\"\nurl = \"" + tt.url + "\"\n"
		if tt.to != "" {
			text += "[publish]\nto = \"" + tt.to + "\"\n"
		}
		settings, problems := parse.ReadSettings(source.New([]source.File{{Path: parse.SettingsFile, Data: []byte(text)}}))
		if len(problems) > 0 {
			t.Fatalf("%s: %v", tt.url, problems)
		}
		c := &checker{}
		c.publishedAddress(settings)
		var got []string
		for _, p := range c.problems {
			got = append(got, p.ID)
		}
		if want := []string{tt.want}; !slices.Equal(got, want) && !(tt.want == "" && len(got) == 0) {
			t.Errorf("%s, published to %q: got %q, want %q", tt.url, tt.to, got, tt.want)
		}
	}
}
