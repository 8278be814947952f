package templates_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// buildGerman builds the German site, and returns its folder.
func buildGerman(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile("../generator/testdata/german.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	sitetest.WriteArchive(t, dir, archive)
	sitetest.Build(t, dir)
	return dir
}

// Spreadsheets in German take semicolons for the ends of cells, and commas for decimals.
func TestGermanTable(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(buildGerman(t), "public/plans/zehn-wochen/neu/plan.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\ufeffweek;date;phase;", ";7,5;kg;"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("there is no %q in\n%.600s", want, data)
		}
	}
}

// The page about the method names no rule that cannot read the texts of the site.
func TestGermanMethod(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(buildGerman(t), "public/method/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if text := string(page); strings.Contains(text, "injury-claim") || !strings.Contains(text, "untested-percent") {
		t.Errorf("the rules on the page are not those that are looked after in German:\n%s", text)
	}
}

// No word of the theme is left in English on a German site, be it shown, read aloud, told to search engines, or in what one can take
// along: feeds, calendars, tables and data.
func TestGermanSiteHasNoEnglish(t *testing.T) {
	dir := buildGerman(t)
	phrases := englishPhrases(t)
	if len(phrases) < 250 {
		t.Fatalf("got %d English phrases to look for, want most of the theme's", len(phrases))
	}
	looked := map[string]int{}
	for _, name := range sitetest.Files(t, filepath.Join(dir, "public")) {
		data, err := os.ReadFile(filepath.Join(dir, "public", name))
		if err != nil {
			t.Fatal(err)
		}
		prose, values, kind := "", string(data), path.Ext(name)
		switch kind {
		case ".html":
			prose, values = readAloud(t, data), strings.Join(linkedData.FindAllString(values, -1), "\n")
		case ".ics":
			values = strings.NewReplacer("\r\n ", "", `\,`, ",", `\n`, "\n").Replace(values) // lines that go on
		case ".csv", ".json", ".xml":
		default:
			continue
		}
		looked[kind]++
		for word, phrase := range phrases {
			found := phrase.in(prose)
			if found == "" && strings.Contains(phrase.text, " ") { // names of columns and members are English, but no phrases
				found = phrase.in(values)
			}
			if found != "" {
				t.Errorf("%s: %q of the word %q is English", name, found, word)
			}
		}
	}
	for kind, least := range map[string]int{".html": 15, ".ics": 1, ".csv": 1, ".json": 3, ".xml": 3} {
		if looked[kind] < least {
			t.Errorf("looked at %d files %s, want the whole site: at least %d", looked[kind], kind, least)
		}
	}
}

var linkedData = regexp.MustCompile(`(?s)<script type="?application/ld\+json"?>.*?</script>`)

var filledIn = regexp.MustCompile(`\{[a-z]+\}`)

// phrase is a part of a text that begins and ends with whole words.
type phrase struct {
	text  string
	whole *regexp.Regexp
}

// in returns where the phrase stands in a text. Most do not, which is found faster without the expression.
func (p phrase) in(text string) string {
	if !strings.Contains(text, p.text) {
		return ""
	}
	return p.whole.FindString(text)
}

// englishPhrases returns what shows that a word of the theme is English: its longest part between what is filled in, unless some
// German word has it, too.
func englishPhrases(t *testing.T) map[string]phrase {
	t.Helper()
	english, german := themeWords(t, "en"), themeWords(t, "de")
	var all strings.Builder
	for _, text := range german {
		all.WriteString(text + "\n")
	}
	phrases := map[string]phrase{}
	for name, text := range english {
		longest := ""
		for _, part := range filledIn.Split(text, -1) {
			if part = strings.Trim(part, " .:,;()"); len(part) > len(longest) {
				longest = part
			}
		}
		p := phrase{longest, regexp.MustCompile(`(?:^|[^\pL/-])` + regexp.QuoteMeta(longest) + `(?:$|[^\pL/-])`)}
		if len(longest) > 2 && p.in(all.String()) == "" {
			phrases[name] = p
		}
	}
	return phrases
}

func themeWords(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(templates.Files, "words/"+language+".toml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := toml.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

// readAloud returns the text of a page and of its attributes that are read aloud.
func readAloud(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	skipped := map[*html.Node]bool{}
	for n := range doc.Descendants() {
		skipped[n] = skipped[n.Parent] || isForeign(n)
		if skipped[n] {
			continue
		}
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data + "\n")
		case html.ElementNode:
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "aria-label") && a.Key != "aria-labelledby" || a.Key == "title" || a.Key == "alt" || a.Key == "placeholder" || strings.HasPrefix(a.Key, "data-") {
					b.WriteString(a.Val + "\n")
				}
			}
		}
	}
	return b.String()
}

// isForeign reports whether an element has a language of its own, as the titles of sources, or none, as code.
func isForeign(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), "sources") {
			return true
		}
	}
	return n.Data == "script" || n.Data == "style" || n.Data == "code"
}
