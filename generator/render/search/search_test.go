package search_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/render/search"
)

var docs = []search.Doc{
	{URL: "/übung/", Kind: "Article", Title: "Übung macht stärker, stärker", Headings: "Wie oft?\nWann?", Tags: "Kraft\nRuhe & Schlaf", Text: "…“Zwei” Mal die Woche: 3\u00d78\u20138 mit 10\u00a0kg – it’s enough.", Summary: "Kurz."},
	{URL: "/squat/", Kind: "Exercise", Title: "Goblet squat", Text: "Squat squat\tdown.\r\nSquat UP!"},
	{URL: "/rdl/", Kind: "Exercise", Title: "Romanian deadlift", Also: "RDL\nStraight-leg deadlift", Text: "Bow from the hips, then stand up."},
	{URL: "/push-up/", Kind: "Exercise", Title: "Push-up", Text: "Hands on the floor. Push away."},
	{URL: "/pushup/", Kind: "Article", Title: "A test", Text: "As many pushups as you can: one pushup counts when the chest is down."},
	{URL: "/push up/", Kind: "Article", Title: "Stronger arms", Text: "Every push up counts. The bar is a part of it."},
	{URL: "/step up/", Kind: "Article", Title: "Stairs", Text: "Take a step up, then a step down: 10 12 times."},
	{URL: "/strasse/", Kind: "Article", Title: "Auf der Straße", Text: "Smørrebrød, Ærø, œuvre, Łódź, Đorđe, ﬁve"},
	{URL: "/reps/", Kind: "Page", Title: "Rest", Text: "Do 8-12 of them, on the 5-km run 812 or 1012."},
	{URL: "/lunge-long/", Kind: "Exercise", Title: "Rear-foot lunge", Also: "Bulgarian lunge", Text: "A lunge for a long lunge, a lunge."},
	{URL: "/lunge/", Kind: "Exercise", Title: "Lunge", Text: "A long lunge of one step to the front."},
	{URL: "/none/", Kind: "Page"},
}

func index(docs []search.Doc) *search.Index {
	return search.New(len(docs), func(i int) search.Doc { return docs[i] })
}

// scripts returns a folder with the script that searches, for node.
func scripts(t *testing.T) string {
	t.Helper()
	browsertest.Tool(t, "node")
	script, err := os.ReadFile("../../../templates/assets/search-index.js")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "search-index.mjs"), script)
	return dir
}

// ask has the script answer queries with an index, and returns what it says of each, and how many files that took.
func ask(t *testing.T, x *search.Index, queries []string) (answers [][]string, files []int) {
	t.Helper()
	dir := scripts(t)
	write(t, filepath.Join(dir, "index.json"), x.Root)
	for _, p := range x.Pieces {
		write(t, filepath.Join(dir, "pieces", p.Name+".json"), p.Data)
	}
	asked, err := json.Marshal(queries)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "ask.mjs"), fmt.Appendf(nil, `import { SearchIndex } from "./search-index.mjs";
import fs from "node:fs";
let files = 0;
globalThis.fetch = async (url) => { files++; return { ok: true, json: () => JSON.parse(fs.readFileSync(url, "utf8")) }; };
const said = [];
for (const query of %s) {
  files = 0;
  const { count, results } = await new SearchIndex(new URL("index.json", import.meta.url)).search(query, 0, 10);
  said.push({ answer: results.map(({ url }) => url), count, files });
}
console.log(JSON.stringify(said));
`, asked))
	var said []struct {
		Answer       []string
		Count, Files int
	}
	if err := json.Unmarshal([]byte(browsertest.Run(t, "node", filepath.Join(dir, "ask.mjs"))), &said); err != nil {
		t.Fatal(err)
	}
	for _, s := range said {
		if want := min(s.Count, 10); len(s.Answer) != want {
			t.Errorf("%d results are shown of %d", len(s.Answer), s.Count)
		}
		answers, files = append(answers, s.Answer), append(files, s.Files)
	}
	return answers, files
}

// TestSearch asks the script of the site for what the index should answer. The order is that of the best three at most.
func TestSearch(t *testing.T) {
	cases := []struct{ query, want string }{
		{"squat", "/squat/"},
		{"SQUATS", "/squat/"},
		{"sqaut", "/squat/"},
		{"squat romanian", ""},
		{"ubung", "/übung/"},
		{"rdl", "/rdl/"},
		{"romanien dead", "/rdl/"},
		{"straightleg", "/rdl/"},
		{"push-up", "/push-up/ /push up/ /pushup/"},
		{"push up", "/push-up/ /push up/ /pushup/"},
		{"pushup", "/push-up/ /pushup/ /push up/"},
		{"stepup", "/step up/"}, // which nobody writes so
		{"812", "/reps/"},
		{"1012", "/reps/"},
		{"8 12", "/reps/"},
		{"5km", "/reps/"},
		{"strasse", "/strasse/"},
		{"straße", "/strasse/"},
		{"smorrebrod aero oeuvre lodz dorde five", "/strasse/"},
		{"then", "/rdl/ /step up/"},
		{"stairs 8", ""},                  // which is no mistake in "stairs"
		{"lunge", "/lunge/ /lunge-long/"}, // a name that says no more comes first
		{"constructor", ""},
		{"¿?", ""},
		{"", ""},
	}
	var queries []string
	for _, c := range cases {
		queries = append(queries, c.query)
	}
	answers, _ := ask(t, index(docs), queries)
	for i, c := range cases {
		if got := strings.Join(answers[i], " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.query, got, c.want)
		}
	}
}

// A large index is loaded in pieces, of which a query needs few, and everything that is in it can be found.
func TestLargeIndex(t *testing.T) {
	many := manyDocs(1000)
	many[700].Title, many[300].Text = "Xylophone squats", many[300].Text+" and a xylophone"
	x := index(many)
	queries := []string{"xylophone", "xylophoen", "xylophone squats", "xylophonesquats"}
	for _, i := range []int{0, 123, 999} {
		queries = append(queries, many[i].Title)
	}
	answers, files := ask(t, x, queries)
	first := many[700].URL
	for i, want := range [][]string{{first, many[300].URL}, {first, many[300].URL}, {first}, {first}} {
		if !slices.Equal(answers[i], want) {
			t.Errorf("%q: got %v, want %v", queries[i], answers[i], want)
		}
	}
	for i, doc := range []int{0, 123, 999} {
		if at := len(queries) - 3 + i; len(answers[at]) == 0 || answers[at][0] != many[doc].URL {
			t.Errorf("the title %q: got %v first", queries[at], answers[at])
		}
	}
	if most := slices.Max(files); len(x.Pieces) < 150 || most > 20 {
		t.Errorf("of %d pieces a query loads %d", len(x.Pieces), most)
	}
}

// The script cuts and folds what is typed as the words of the index were.
func TestWordsAreTheScripts(t *testing.T) {
	dir := scripts(t)
	var texts []string
	for _, d := range docs {
		texts = append(texts, d.Title, d.Also, d.Headings, d.Tags, d.Text)
	}
	texts = append(texts, "الجري ٣٫٥ تمارين القوّة", "走る ランナーのための筋力トレーニング が", "ǅ ﬁve ﬀ İstanbul Iğdır ΌΔΟΣ Όδος ẞ ẛ ℌ K Å ½ ² Ⅷ …", "naïve na\u00efve nai\u0308ve  ̈", "शक्ति प्रशिक्षण", "달리기와 근력", "אִימּוּן כּוֹחַ",
		"Knie\u00adbeuge zero\u200bwidth non\u200djoiner", "Силовая тренировка Ёж", "a_b c.d e'f g’h i/j k+l 10×8 5° €9", "🏃 Run 𝐁𝐨𝐥𝐝 𠮷野家", "dấu tiếng Việt", "ђурђевак Đorđe ħŧŋ ıI")
	for r := rune(0x80); r < 0x3400; r++ { // nearly all letters but the Chinese, within a word and alone
		if !unicode.Is(unicode.Cn, r) {
			texts = append(texts, "x"+string(r)+"y", string(r))
		}
	}
	data, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "texts.json"), data)
	write(t, filepath.Join(dir, "words.mjs"), []byte(`import { wordsOf } from "./search-index.mjs";
import fs from "node:fs";
const texts = JSON.parse(fs.readFileSync(new URL("texts.json", import.meta.url), "utf8"));
console.log(JSON.stringify(texts.map((text) => (/\p{Cn}/u.test(text) ? null : wordsOf(text))))); // what is newer than its Unicode it cannot know
`))
	var theirs [][]string
	if err := json.Unmarshal([]byte(browsertest.Run(t, "node", filepath.Join(dir, "words.mjs"))), &theirs); err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		if ours := search.Words(text); theirs[i] != nil && !slices.Equal(ours, theirs[i]) {
			t.Errorf("%+q: we say %q, the script %q", text, ours, theirs[i])
		}
	}
}

// The index is the same however the documents were spread over the goroutines.
func TestSameIndex(t *testing.T) {
	many := manyDocs(200)
	if d := cmp.Diff(index(many), index(many)); d != "" {
		t.Errorf("-once +again:\n%s", d)
	}
}

func TestEmptyIndex(t *testing.T) {
	x := index(nil)
	if got, want := string(x.Root), `{"docs":0,"shelf":8,"shelves":[],"words":[]}`; got != want || len(x.Pieces) != 0 {
		t.Errorf("got %s and %d pieces, want %s", got, len(x.Pieces), want)
	}
	answers, _ := ask(t, x, []string{"squat", "push up"})
	if len(answers[0])+len(answers[1]) != 0 {
		t.Errorf("it answers %v", answers)
	}
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
