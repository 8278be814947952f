package tomlfile

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
)

const plan = `# A plan.
title = "First eight weeks"
weeks = 8
date = 2026-03-01
draft = true
lift_on = ["tue", # comment
  'fri']
minutes = [30, 45]
about = """
Some *text*.
"""
barbell = { bar = "20 kg" }
running_week.mon = "rest"

[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8" },
  { "exercise" = "row", do = '3 x 9' },
]

[[session]]
name = "B"
exercises = []

[[phase]]
name = "Base"
[[phase.session]]
exercises = [{ exercise = "a", do = "b" }]

[rules]
short-plan = "off"
"a b" = "note"
`

func decode(t *testing.T, text string) *Table {
	t.Helper()
	table, problems := Decode(Input{File: "p.toml", Text: []byte(text)}, planFormat())
	if len(problems) > 0 {
		t.Fatalf("unexpected problems:\n%s", printed(problems, text))
	}
	return table
}

// show returns a position with what it underlines.
func show(text string, p diag.Position) string {
	line := strings.Split(text, "\n")[p.Line-1]
	if p.Column == 0 {
		return fmt.Sprintf("%d", p.Line)
	}
	return fmt.Sprintf("%d:%d %s", p.Line, p.Column, line[p.Column-1:p.Column-1+p.Length])
}

func TestValues(t *testing.T) {
	p := decode(t, plan)
	got := map[string]any{
		"keys":    strings.Join(p.Keys(), " "),
		"title":   p.String("title"),
		"weeks":   p.Int("weeks"),
		"draft":   p.Bool("draft"),
		"about":   p.Text("about").Value,
		"bar":     p.Table("barbell").String("bar"),
		"mon":     p.Table("running_week").String("mon"),
		"session": len(p.Tables("session")),
		"row":     p.Tables("session")[0].Tables("exercises")[1].String("exercise"),
		"empty":   len(p.Tables("session")[1].Tables("exercises")),
		"phase":   p.Tables("phase")[0].Tables("session")[0].Tables("exercises")[0].String("do"),
		"rules":   strings.Join(p.Table("rules").Keys(), ","),
		"rule":    p.Table("rules").String("a b"),
		"kinds":   []Kind{p.Kind("title"), p.Kind("about"), p.Kind("lift_on"), p.Kind("barbell"), p.Kind("session"), p.Kind("picture")},
		"has":     []bool{p.Has("title"), p.Has("picture"), p.Broken("picture"), p.Broken("nonsense")},
		"nothing": []any{p.String("picture"), p.Int("picture"), p.Bool("picture"), p.Table("picture") == nil, len(p.Tables("picture")), len(p.Texts("picture")), len(p.Ints("picture")), p.Time("picture", nil).IsZero()},
	}
	want := map[string]any{
		"keys":    "title weeks date draft lift_on minutes about barbell running_week session phase rules",
		"title":   "First eight weeks",
		"weeks":   8,
		"draft":   true,
		"about":   "Some *text*.\n",
		"bar":     "20 kg",
		"mon":     "rest",
		"session": 2,
		"row":     "row",
		"empty":   0,
		"phase":   "b",
		"rules":   "short-plan,a b",
		"rule":    "note",
		"kinds":   []Kind{String, Markdown, Strings, SubTable, Tables, 0},
		"has":     []bool{true, false, false, false},
		"nothing": []any{"", 0, false, true, 0, 0, 0, true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want (-), got (+):\n%s", diff)
	}
}

func TestPositions(t *testing.T) {
	p := decode(t, plan)
	a, b := p.Tables("session")[0], p.Tables("session")[1]
	row := a.Tables("exercises")[1]
	phase := p.Tables("phase")[0]
	tests := []struct {
		name string
		pos  diag.Position
		want string
	}{
		{"file", p.Pos(), "1"},
		{"key", p.KeyPos("title"), "2:1 title"},
		{"value", p.ValuePos("title"), `2:9 "First eight weeks"`},
		{"text", p.Text("title").Pos, `2:9 "First eight weeks"`},
		{"body", p.Text("title").Body, "2:10 "},
		{"missing key", p.KeyPos("picture"), "1"},
		{"missing value", p.ValuePos("picture"), "1"},
		{"number", p.ValuePos("weeks"), "3:9 8"},
		{"list on two lines", p.ValuePos("lift_on"), `6:11 ["tue", # comment`},
		{"first of a list", p.Texts("lift_on")[0].Pos, `6:12 "tue"`},
		{"second of a list", p.Texts("lift_on")[1].Pos, "7:3 'fri'"},
		{"body of an element", p.Texts("lift_on")[1].Body, "7:4 "},
		{"number of a list", p.Ints("minutes")[1].Pos, "8:16 45"},
		{"long text", p.Text("about").Pos, `9:9 """`},
		{"body of a long text", p.Text("about").Body, "10:1 "},
		{"braces", p.Table("barbell").Pos(), "12:11 {"},
		{"value in braces", p.Table("barbell").ValuePos("bar"), `12:19 "20 kg"`},
		{"dotted table", p.Table("running_week").Pos(), "13:1 running_week"},
		{"dotted key", p.Table("running_week").KeyPos("mon"), "13:14 mon"},
		{"headers", p.KeyPos("session"), "15:3 session"},
		{"headers' value", p.ValuePos("session"), "15:1 [[session]]"},
		{"first header", a.Pos(), "15:1 [[session]]"},
		{"second header", b.Pos(), "22:1 [[session]]"},
		{"key below the first header", a.KeyPos("name"), "16:1 name"},
		{"key below the second header", b.KeyPos("name"), "23:1 name"},
		{"row", row.Pos(), "19:3 {"},
		{"quoted key", row.KeyPos("exercise"), `19:5 "exercise"`},
		{"value of a row", row.ValuePos("do"), "19:30 '3 x 9'"},
		{"header inside a header", phase.Tables("session")[0].Pos(), "28:1 [[phase.session]]"},
		{"key of a header inside a header", phase.KeyPos("session"), "28:9 session"},
		{"table", p.Table("rules").Pos(), "31:1 [rules]"},
		{"free name", p.Table("rules").KeyPos("a b"), `33:1 "a b"`},
	}
	for _, tt := range tests {
		if got := show(plan, tt.pos); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestBody checks where the text itself begins, for every way to write one.
func TestBody(t *testing.T) {
	for text, want := range map[string]string{
		`about = "x"`:                      "1:10",
		`about = 'x'`:                      "1:10",
		`about = """x"""`:                  "1:12",
		"about = '''x'''":                  "1:12",
		"about = \"\"\"\nx\"\"\"":          "2:1",
		"about = '''\r\nx'''":              "2:1",
		"about = \"\"\"\n\nx\"\"\"":        "2:1",
		`about = ""`:                       "1:10",
		`about = """"""`:                   "1:12",
		"\n\n  about = \"\"\"\n  x\"\"\"":  "4:1",
		"\ufeffabout = 'x'":                "1:13",
		"about = \"\"\" \nx\"\"\"":         "1:12",
		"about = \"\"\"\\\n   x\n\"\"\"":   "1:12",
		"about = \"\"\"\"quoted\"\"\"\"\n": "1:12",
	} {
		table, _ := Decode(Input{Text: []byte(text)}, planFormat())
		body := table.Text("about").Body
		if got := fmt.Sprintf("%d:%d", body.Line, body.Column); got != want {
			t.Errorf("the text of %q begins at %s, want %s", text, got, want)
		}
	}
}

// TestLine checks that a text inside a larger file counts its lines there.
func TestLine(t *testing.T) {
	table, problems := Decode(Input{File: "a.md", Text: []byte("title = \"x\"\nweeks = \"8\"\n"), Line: 2}, planFormat())
	if got := table.KeyPos("title").Line; got != 2 {
		t.Errorf("title is in line %d, want 2", got)
	}
	if got := table.Pos(); got != (diag.Position{File: "a.md", Line: 2}) {
		t.Errorf("the text is at %v, want line 2 of a.md", got)
	}
	if len(problems) != 1 || problems[0].Line != 3 {
		t.Errorf("got %v, want one problem in line 3", problems)
	}
}

func TestTime(t *testing.T) {
	oslo := time.FixedZone("Oslo", 3600)
	for text, want := range map[string]string{
		"2026-03-01":                "2026-03-01T00:00:00+01:00",
		"2026-03-01T07:30:00":       "2026-03-01T07:30:00+01:00",
		"2026-03-01 07:30":          "2026-03-01T07:30:00+01:00",
		"2026-03-01 07:30:00.5":     "2026-03-01T07:30:00.5+01:00",
		"2026-03-01T07:30:00Z":      "2026-03-01T08:30:00+01:00",
		"2026-03-01T07:30:00z":      "2026-03-01T08:30:00+01:00",
		"2026-03-01T07:30:00-05:00": "2026-03-01T13:30:00+01:00",
		"2026-03-01T07:30:00+05:30": "2026-03-01T03:00:00+01:00",
	} {
		p := decode(t, "title = 'x'\ndate = "+text)
		if got := p.Time("date", oslo).Format(time.RFC3339Nano); got != want {
			t.Errorf("%s in Oslo is %s, want %s", text, got, want)
		}
	}
	p := decode(t, "title = 'x'\ndate = 2026-03-01")
	if got := p.Time("date", nil); !got.Equal(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("without a zone got %v, want UTC", got)
	}
}

// TestBroken checks that what was typed wrongly is broken and not missing, and that what stands beside it is there.
func TestBroken(t *testing.T) {
	tests := []struct {
		name, text, broken, there string
	}{
		{"syntax", "title = x\nweeks = 8", "title", "weeks"},
		{"kind", "title = 8\nweeks = 8", "title", "weeks"},
		{"choice", "title = 'x'\npattern = 'y'", "pattern", "title"},
		{"element", "title = 'x'\ncues = ['a', 3]", "cues", "title"},
		{"element's syntax", "title = 'x'\ncues = ['a', b]", "cues", "title"},
		{"misspelled", "titel = 'x'\nweeks = 8", "title", "weeks"},
		{"misspelled with a space", "lift on = ['mon']\ntitle = 'x'", "lift_on", "title"},
		{"misplaced", "weeks = 8\n[rules]\n[[session]]\nexercises = []\ntitle = 'x'", "title", "weeks session"},
		{"name alone", "title\nweeks = 8", "title", "weeks"},
		{"first in the wrong way, then right", "lift on = 8\nlift_on = ['mon']\ntitle = 'x'", "", "lift_on title"},
		{"rest lost", "weeks = 8\nabout = '''", "title about cues", "weeks"},
		{"header lost", "title = 'x'\n[what is]\n", "session rules", "title"},
		{"too many mistakes", "weeks = 8\n" + strings.Repeat("x y\n", maxMistakes+5), "title cues", "weeks"},
		{"twice: the first counts", "title = 'x'\ntitle = 8", "", "title"},
		{"twice: the second is not read", "title = 'x'\n[barbell]\n[barbell]\nbar = '20 kg'", "", "title barbell"},
		{"open list", "title = 'x'\ncues = ['a'\nweeks = 8", "cues", "title weeks"},
		{"open braces", "title = 'x'\nbarbell = {\nweeks = 8", "", "title barbell weeks"},
		{"lost behind a wrong name", "weeks = 8\nthe text = \"\"\"", "title about", "weeks"},
		{"one row of many", "title = 'x'\n[[session]]\nexercises = [1, { exercise = 'a', do = 'b' }]", "", "session"},
		{"mended", "title: 'x'\nbarbell = { bar = '20 kg', }\nweeks == 8", "", "title barbell weeks"},
		{"mended header", "title = 'x'\n[session]\nexercises = []\n[[session]]\nexercises = []", "", "session"},
	}
	for _, tt := range tests {
		table, problems := Decode(Input{Text: []byte(tt.text)}, planFormat())
		if len(problems) == 0 {
			t.Errorf("%s: no problem in\n%s", tt.name, tt.text)
		}
		for _, key := range strings.Fields(tt.broken) {
			if table.Has(key) || !table.Broken(key) {
				t.Errorf("%s: %s is there: %v, broken: %v, want broken only, in\n%s", tt.name, key, table.Has(key), table.Broken(key), tt.text)
			}
		}
		for _, key := range strings.Fields(tt.there) {
			if !table.Has(key) {
				t.Errorf("%s: %s is not there, in\n%s\n%s", tt.name, key, tt.text, printed(problems, tt.text))
			}
		}
		for _, p := range problems {
			if p.ID == "missing-key" {
				t.Errorf("%s: %s is called missing in\n%s", tt.name, p.Message, tt.text)
			}
		}
	}
}

// TestLostRow checks that a row in which quotes are missing is not blamed for what cannot be read, and that the others are.
func TestLostRow(t *testing.T) {
	text := `title = "x"
[[session]]
exercises = [
  { exercise = "a, do = "b" },
  { exercise = "c" },
  { exercise = "d", do = "e },
  { exercise = "f", do = "g" },
]
`
	p, problems := Decode(Input{Text: []byte(text)}, planFormat())
	var ids []string
	for _, problem := range problems.Sorted() {
		ids = append(ids, fmt.Sprintf("%d %s", problem.Line, problem.ID))
	}
	if diff := cmp.Diff([]string{"4 behind-text", "5 missing-key", "6 missing-quote"}, ids); diff != "" {
		t.Errorf("want (-), got (+):\n%s", diff)
	}
	rows := p.Tables("session")[0].Tables("exercises")
	if len(rows) != 4 || rows[2].String("exercise") != "d" || !rows[2].Broken("do") || rows[3].String("do") != "g" {
		t.Errorf("got %d rows: %v", len(rows), rows)
	}
}

// TestNoFormat checks that a text can be read for its writing alone.
func TestNoFormat(t *testing.T) {
	table, problems := Decode(Input{Text: []byte("a = 1\n[b]\nc = x")}, nil)
	if len(problems) != 1 || problems[0].ID != "missing-quotes" {
		t.Errorf("got %v, want the missing quotes alone", problems)
	}
	if len(table.Keys()) != 0 {
		t.Errorf("got %v, want no keys", table.Keys())
	}
}

// TestTooLarge checks the limits that no author meets.
func TestTooLarge(t *testing.T) {
	tests := []struct{ name, text, id string }{
		{"size", "title = 'x'\n#" + strings.Repeat("x", maxSize), "too-large"},
		{"depth", "title = 'x'\ncues = " + strings.Repeat("[", 200_000), "too-deep"},
		{"depth of braces", "title = 'x'\ncues = " + strings.Repeat("{a=", 200_000), "too-deep"},
		{"parts", "title = 'x'\n" + strings.Repeat("a.", 400_000) + "a = 1", "too-deep"},
		{"parts of a header", "title = 'x'\n[" + strings.Repeat("a.", 400_000) + "a]", "too-deep"},
		{"old line ends", "title = 'x'\rweeks = 8\r", "line-ends"},
	}
	for _, tt := range tests {
		_, problems := Decode(Input{Text: []byte(tt.text)}, planFormat())
		found := false
		for _, p := range problems {
			found = found || p.ID == tt.id
		}
		if !found {
			t.Errorf("%s: got %v, want %s", tt.name, problems, tt.id)
		}
	}
	text := "title = 'x'\n#" + strings.Repeat("x", maxSize-13)
	if _, problems := Decode(Input{Text: []byte(text)}, planFormat()); len(problems) > 0 {
		t.Errorf("a file of %d bytes: got %v, want none", len(text), problems)
	}
}

// TestHostile reads files of 1 MiB that are made to take long. One that took quadratic time would run for minutes. Under the race
// detector they are smaller.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 80 MiB")
	}
	size := maxSize
	if growthtest.Race {
		size /= 16
	}
	for _, unit := range []string{
		"[", "{", "a.", "\"a\".", "x={\n", "x=[{\n", "x=[\"a\",", "x=[1 2 ", "\u00a0", "a\u00a0=1\n", "'", "x=\"\"\"", "[[a]]\n", "[a]\n", "x=[\n1,",
		"x={a=1 ", "x=[,", "=", "a b", "x={a=\"b”,", "x=[{a=\"b, c=\"},\n", "x = [\n\"a, \n", "\\", "\r", "1 ", "a=\"\\", "# \n", ", ",
	} {
		for _, before := range []string{"", "t = [", "t = {"} {
			text := before + strings.Repeat(unit, (size-len(before))/len(unit))
			_, problems := Decode(Input{Text: []byte(text)}, planFormat())
			if len(problems) == 0 && unit != "# \n" && unit != "\u00a0" {
				t.Errorf("no problem in %q and many %q", before, unit)
			}
		}
	}
	var many strings.Builder
	for i := 0; many.Len() < size-20; i++ {
		fmt.Fprintf(&many, "key%d = 1\n", i)
	}
	if _, problems := Decode(Input{Text: []byte(many.String())}, planFormat()); len(problems) != maxProblems+1 {
		t.Errorf("got %d problems for very many unknown keys, want %d", len(problems), maxProblems+1)
	}
}

// TestParserAgrees checks, without fuzzing, that nothing is left for the parser to refuse: its messages are not for authors.
func TestParserAgrees(t *testing.T) {
	texts := append(append([]string{}, rightTexts...), wrongTexts...)
	for _, m := range mistakes(t) {
		texts = append(texts, m.text)
	}
	for _, text := range texts {
		_, problems := Decode(Input{Text: []byte(text)}, planFormat())
		for _, p := range problems {
			if p.ID == "unreadable" {
				t.Errorf("%q: %s", text, p.Message)
			}
		}
	}
}

// TestRefused checks what happens when the parser refuses a line that the scanner let pass, which no known text does.
func TestRefused(t *testing.T) {
	text := "title = 'x'\nweeks = 8\n[[session]]\nexercises = []\n"
	p := newPositions(Input{File: "a.toml", Text: []byte(text)})
	s := scan(text, planFormat(), p, map[int]string{12: "something odd"})
	repaired, back := s.applyEdits()
	if want := "title = 'x'\n\n[[session]]\nexercises = []\n"; repaired != want {
		t.Errorf("got %q, want %q", repaired, want)
	}
	if got := s.startOf(back(strings.Index(repaired, "exercises") + 3)); got != strings.Index(text, "exercises") {
		t.Errorf("the statement is at %d, want %d", got, strings.Index(text, "exercises"))
	}
	if len(s.problems) != 1 || s.problems[0].ID != "unreadable" || s.problems[0].Line != 2 {
		t.Errorf("got %v, want one problem in line 2", s.problems)
	}
}

// TestOracle holds the scanner against another parser on texts written for it.
func TestOracle(t *testing.T) {
	for _, text := range rightTexts {
		agree(t, text)
		if _, problems := Decode(Input{Text: []byte(text)}, nil); len(problems) > 0 {
			t.Errorf("%q is right, but:\n%s", text, printed(problems, text))
		}
	}
	for _, text := range wrongTexts {
		agree(t, text)
		if _, problems := Decode(Input{Text: []byte(text)}, nil); len(problems) == 0 {
			t.Errorf("nothing is said about %q", text)
		}
	}
}
