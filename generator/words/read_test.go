package words_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training/rules"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// shipped returns the languages that the theme has words of, English aside.
func shipped() []string {
	files, _ := fs.Glob(templates.Files, "words/*.toml") // the pattern is a good one
	var languages []string
	for _, file := range files {
		if language := strings.TrimSuffix(path.Base(file), ".toml"); language != "en" {
			languages = append(languages, language)
		}
	}
	return languages
}

func wordsOf(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(templates.Files, "words/"+language+".toml")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	if err := toml.Unmarshal(data, &texts); err != nil {
		t.Fatal(language, err)
	}
	return texts
}

// The calendar of a plan says of an exercise what the script looks for that puts a runner's own numbers there: the label, a blank, the target.
func TestCalendarWords(t *testing.T) {
	for _, language := range append(shipped(), "en") {
		texts := wordsOf(t, language)
		want := strings.ReplaceAll(texts["label"], "{name}", "{exercise}") + " {target}"
		for _, name := range []string{"calendar-exercise", "calendar-without-rest"} {
			if !strings.HasPrefix(texts[name], want) {
				t.Errorf("%s: %s is %q and does not begin with %q", language, name, texts[name], want)
			}
		}
	}
}

// In French no line begins or ends with a mark that belongs to the word beside it.
func TestFrenchSpaces(t *testing.T) {
	for name, text := range wordsOf(t, "fr") {
		for _, place := range sitetest.FrenchSpaces(text) {
			t.Errorf("%s has a mark without its no-break space: %q", name, place)
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// Each shipped language has English words with the same placeholders, and nothing else. What a language does not have yet is there in
// English, and stands in a list.
func TestShippedWords(t *testing.T) {
	english := wordsOf(t, "en")
	if len(shipped()) < 5 {
		t.Errorf("words are there in %q, want five languages and English", shipped())
	}
	var missing strings.Builder
	for _, language := range shipped() {
		texts := wordsOf(t, language)
		for _, name := range slices.Sorted(maps.Keys(english)) {
			if _, ok := texts[name]; !ok {
				fmt.Fprintln(&missing, language, name)
			}
		}
		for name, text := range texts {
			if _, ok := english[name]; !ok {
				t.Errorf("%s: there is no English word %s", language, name)
			}
			if strings.TrimSpace(text) == "" || text != strings.TrimSpace(text) {
				t.Errorf("%s: %s is empty or has spaces around it: %q", language, name, text)
			}
			want, got := places(english[name]), places(text)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s has the places %q, want %q", language, name, got, want)
			}
		}
	}
	if *update {
		if err := os.WriteFile(untranslated, []byte(missing.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(untranslatedWords(t), missing.String()); diff != "" {
		t.Errorf("other words are missing than the list says; -update writes it (-list +missing):\n%s", diff)
	}
}

var update = flag.Bool("update", false, "rewrite the list of words that are not translated yet")

// untranslated has a line for each word that a shipped language lacks: "de rule-big-step".
const untranslated = "testdata/untranslated.txt"

func untranslatedWords(t *testing.T) string {
	t.Helper()
	list, err := os.ReadFile(untranslated)
	if err != nil {
		t.Fatal(err)
	}
	return string(list)
}

func places(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// Each rule has its two sentences, and no sentence is about a rule that there is not.
func TestRuleWords(t *testing.T) {
	var want, got []string
	for _, r := range rules.All() {
		want = append(want, "rule-"+r.ID, "rule-"+r.ID+"-why")
	}
	for name, text := range wordsOf(t, "en") {
		if strings.HasPrefix(name, "rule-") {
			got = append(got, name)
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s is no sentence: %q", name, text)
			}
		}
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Sorted(slices.Values(got))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A theme of the program's own files has no problems in any language that it is shipped in, but that words are not translated yet.
func TestShippedWordsAreWhole(t *testing.T) {
	for _, language := range append(shipped(), "en", "en-GB", "de-CH", "pt-BR") {
		base, _, _ := strings.Cut(language, "-")
		want := 0
		if strings.Contains("\n"+untranslatedWords(t), "\n"+base+" ") {
			want = 1
		}
		if problems := wordProblems(t, language, ""); len(problems) != want {
			t.Errorf("%s: got %q, want %d problems", language, problems, want)
		}
	}
}

func TestWordProblems(t *testing.T) {
	all := len(wordsOf(t, "en"))
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
		if test.language == "de" { // whose words that are not translated yet stand in a list
			got = slices.DeleteFunc(got, func(line string) bool { return strings.Contains(line, " missing here, so ") })
		}
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
	_, problems := words.Read(templates.Files, source.New(nil), "ar", true)
	if len(problems) != 1 || problems[0].ID != "no-words" {
		t.Errorf("got %v, want one no-words", problems)
	}
}

// wordProblems returns what is wrong with a site's own words of a language: a line each.
func wordProblems(t *testing.T, language, own string) []string {
	t.Helper()
	var files []source.File
	if own != "" || language == "ar" {
		files = append(files, source.File{Path: "templates/words/" + language + ".toml", Data: []byte(own)})
	}
	_, problems := words.Read(templates.Files, source.New(files), language, false)
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
