package render_test

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training/rules"
	"github.com/legpress/legpress/templates"
)

// The languages that the theme has words of, English aside.
func shipped() []string { return []string{"de", "es", "fr", "nl", "pt"} }

func wordsOf(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(templates.Files, "words/"+language+".toml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := toml.Unmarshal(data, &words); err != nil {
		t.Fatal(language, err)
	}
	return words
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// Each shipped language has the English words and those of the rules, with the same placeholders, and nothing else.
func TestShippedWords(t *testing.T) {
	english := wordsOf(t, "en")
	names := slices.Collect(maps.Keys(english))
	for _, r := range rules.All() {
		names = append(names, "rule-"+r.ID, "rule-"+r.ID+"-why")
	}
	slices.Sort(names)
	for _, language := range shipped() {
		words := wordsOf(t, language)
		if diff := cmp.Diff(names, slices.Sorted(maps.Keys(words))); diff != "" {
			t.Errorf("%s: other words than in English (-want +got):\n%s", language, diff)
		}
		for name, text := range words {
			if strings.TrimSpace(text) == "" || text != strings.TrimSpace(text) {
				t.Errorf("%s: %s is empty or has spaces around it: %q", language, name, text)
			}
			want, got := places(english[name]), places(text)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s has the places %q, want %q", language, name, got, want)
			}
		}
	}
}

func places(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// A theme of the program's own files has no problems in any language that it is shipped in.
func TestShippedWordsAreWhole(t *testing.T) {
	for _, language := range append(shipped(), "en", "en-GB", "de-CH", "pt-BR") {
		if problems := wordProblems(t, language, ""); len(problems) > 0 {
			t.Errorf("%s: got %q, want no problems", language, problems)
		}
	}
}

func TestWordProblems(t *testing.T) {
	all := len(wordsOf(t, "de"))
	missing := func(n int) string { return fmt.Sprintf("templates/words/ar.toml: note: %d words are missing here", n) }
	tests := []struct {
		language, words string
		want            []string // how the lines begin
	}{
		{"de", `menu = "Menü"`, nil},
		{"de", `menue = "Menü"`, []string{`templates/words/de.toml:1:1: warning: nothing asks for a word named "menue". Did you mean "menu"?`}},
		{"de", `rule-big-stp = "x"`, []string{`templates/words/de.toml:1:1: warning: nothing asks for a word named "rule-big-stp". Did you mean "rule-big-step"?`}},
		{"de", `page-n = "Seite {nr}"`, []string{`templates/words/de.toml:1:10: nothing is filled in for {nr} here. Did you mean "{n}"?`}},
		{"de", `weeks-one = "eine Woche"`, nil},
		{"de", `weeks-many = "Wochen"`, []string{`templates/words/de.toml:1:14: {n} is missing here.`}},
		{"de", `rule-big-step = "Kein {n}"`, []string{`templates/words/de.toml:1:17: nothing is filled in for {n} here. Remove it`}},
		{"en", `menu = "Where to"`, nil},
		{"en", `mennu = "Where to"`, []string{`templates/words/en.toml:1:1: warning: nothing asks for a word named "mennu". Did you mean "menu"?`}},
		{"en", `rule-big-step = "Mind the gap."`, nil},
		{"ar", `menu = "القائمة"`, []string{missing(all - 1)}},
		{"ar", ``, []string{missing(all)}},
	}
	for _, test := range tests {
		got := wordProblems(t, test.language, test.words)
		ok := len(got) == len(test.want)
		for i := range got {
			ok = ok && strings.HasPrefix(got[i], test.want[i])
		}
		if !ok {
			t.Errorf("%s: %s\n got %q\nwant %q", test.language, test.words, got, test.want)
		}
	}
}

// A language without any words is told once, at the settings.
func TestNoWords(t *testing.T) {
	_, problems := loadTheme(t, "ar", nil)
	if len(problems) != 1 || problems[0].ID != "no-words" {
		t.Errorf("got %v, want one no-words", problems)
	}
}

// wordProblems returns what is wrong with a site's own words of a language: a line each.
func wordProblems(t *testing.T, language, words string) []string {
	t.Helper()
	var files []source.File
	if words != "" || language == "ar" {
		files = append(files, source.File{Path: "templates/words/" + language + ".toml", Data: []byte(words)})
	}
	_, problems := loadTheme(t, language, files)
	var lines []string
	for _, p := range problems {
		var b strings.Builder
		if err := (diag.List{p}).Text(&b, nil, false); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.TrimSuffix(b.String(), "\n"))
	}
	return lines
}

func loadTheme(t *testing.T, language string, files []source.File) (*render.Theme, diag.List) {
	t.Helper()
	settings := []byte("title = \"x\"\nurl = \"https://balanced-stride.com/\"\nlanguage = \"" + language + "\"\n")
	snapshot := source.New(append(files, source.File{Path: "content/site.toml", Data: settings}))
	s, _ := site.ReadSettings(snapshot)
	theme, problems, err := render.Load(templates.Files, snapshot, s, false)
	if err != nil {
		t.Fatal(err)
	}
	return theme, problems
}
