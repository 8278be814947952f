package diag

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const plan = "title = \"First\"\n\n[[session]]\n\texercises = [{ exercise = \"goblet-sqaut\" }]\nname = \"Übung\" x\n"

func lines(file string, line int) (string, bool) {
	all := strings.Split(plan, "\n")
	if file != "plan.toml" || line > len(all) {
		return "", false
	}
	return all[line-1], true
}

var mixed = List{
	Errorf(Position{"plan.toml", 4, 28, 14}, "unknown-exercise", "there is no exercise %q.", "goblet-sqaut").WithHint("Did you mean %q?", "goblet-squat"),
	{Position: Position{File: "plan.toml"}, Severity: Note, ID: "short", Message: "this is short."},
	Warningf(Position{"plan.toml", 5, 8, 8}, "name", "this is a name."),
	Errorf(Position{"plan.toml", 5, 17, 1}, "extra", "I do not know what x is."),
	Errorf(Position{"a.md", 7, 3, 0}, "gone", "this line is not there any more."),
	Errorf(Position{"a.md", 7, 3, 0}, "gone", "this line is not there any more."),
}

func TestText(t *testing.T) {
	var b strings.Builder
	if err := mixed.Text(&b, lines, false); err != nil {
		t.Fatal(err)
	}
	want := `a.md:7:3: this line is not there any more.

plan.toml: note: this is short.

plan.toml:4:28: there is no exercise "goblet-sqaut". Did you mean "goblet-squat"?
    4 |   exercises = [{ exercise = "goblet-sqaut" }]
      |                             ^^^^^^^^^^^^^^

plan.toml:5:8: warning: this is a name.
    5 | name = "Übung" x
      |        ^^^^^^^

plan.toml:5:16: I do not know what x is.
    5 | name = "Übung" x
      |                ^
`
	// The tab of line 4 is drawn as two spaces, so its caret stands one column to the right of the printed column.
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestTextColour(t *testing.T) {
	var b strings.Builder
	if err := mixed.Text(&b, lines, true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\x1b[") {
		t.Errorf("no colour in %q", b.String())
	}
}

// hostile holds what a terminal would act on: a bell, colours, titles and links (OSC), 8-bit controls, an overwritten line, turned text.
const hostile = "a\x07\x1b[31mb\x1b]8;;https://x\x1b\\c\u009b2Jd\re\u202ef\u2066g\u200bh\x7fi\u2028j\U000e0041k\ufeffl\xffm"

func TestNothingHostileIsPrinted(t *testing.T) {
	l := List{Errorf(Position{hostile, 1, 3, 40}, hostile, "%s", hostile).WithHint("%s", hostile)}
	l[0].Explained = true
	for name, print := range map[string]func(w io.Writer) error{
		"text": func(w io.Writer) error {
			return l.Text(w, func(string, int) (string, bool) { return hostile, true }, false)
		},
		"JSON":   l.JSON,
		"GitHub": l.GitHub,
	} {
		var b strings.Builder
		if err := print(&b); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if r != '\n' && r != utf8.RuneError && isInvisible(r) {
				t.Errorf("%s: %U is in %q", name, r, b.String())
			}
		}
		for _, letter := range "abcdefghijklm" {
			if !strings.ContainsRune(b.String(), letter) {
				t.Errorf("%s: %c is lost in %q", name, letter, b.String())
			}
		}
	}
	var b strings.Builder
	if err := l.JSON(&b); err != nil {
		t.Fatal(err)
	}
	var back []struct{ File, Message string }
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	if want := strings.ToValidUTF8(hostile, "\ufffd"); back[0].File != want || back[0].Message != want {
		t.Errorf("JSON gives back %q, want %q", back[0], want)
	}
}

func TestTextIsSafeForTerminals(t *testing.T) {
	nasty := func(string, int) (string, bool) {
		return "a\x1b[31mred\u202e\x00\xff" + strings.Repeat("wide ", 100), true
	}
	var b strings.Builder
	l := List{Errorf(Position{"x", 1, 2, 4}, "x", "x")}
	if err := l.Text(&b, nasty, false); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"\x1b", "\u202e", "\x00", "\xff"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("%q reached the terminal in %q", bad, b.String())
		}
	}
	for line := range strings.Lines(b.String()) {
		if n := len([]rune(line)); n > 140 {
			t.Errorf("a line of %d characters: %q", n, line)
		}
	}
}

func TestCaretOfLongLine(t *testing.T) {
	long := strings.Repeat("x", 500) + "HERE" + strings.Repeat("y", 500)
	var b strings.Builder
	l := List{Errorf(Position{"x", 1, 501, 4}, "x", "x")}
	if err := l.Text(&b, func(string, int) (string, bool) { return long, true }, false); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(b.String(), "\n")
	at := len([]rune(rows[1][:strings.Index(rows[1], "HERE")]))
	if caret := strings.Index(rows[2], "^^^^"); caret != at {
		t.Errorf("carets at %d, the text at %d:\n%s", caret, at, b.String())
	}
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := mixed[:2].JSON(&b); err != nil {
		t.Fatal(err)
	}
	want := `[
  {"file":"plan.toml","line":0,"column":0,"length":0,"severity":"note","id":"short","message":"this is short."},
  {"file":"plan.toml","line":4,"column":28,"length":14,"severity":"error","id":"unknown-exercise","message":"there is no exercise \"goblet-sqaut\".","hint":"Did you mean \"goblet-squat\"?"}
]
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	b.Reset()
	if err := (List{}).JSON(&b); err != nil || b.String() != "[]\n" {
		t.Errorf("empty list: got %q, %v", b.String(), err)
	}
}

func TestGitHub(t *testing.T) {
	var b strings.Builder
	l := List{
		Errorf(Position{"a,b:c.md", 3, 4, 0}, "x", "100%% wrong\nreally."),
		{Position: Position{File: "n.md"}, Severity: Note, ID: "n", Message: "look."},
	}
	if err := l.GitHub(&b); err != nil {
		t.Fatal(err)
	}
	want := "::error file=a%2Cb%3Ac.md,line=3,col=4,title=x::100%25 wrong%0Areally.\n::notice file=n.md,title=n::look.\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("annotations (-want +got):\n%s", diff)
	}
}

// Of each kind the first ones are printed, and the others are counted behind them.
func TestMoreLikeThis(t *testing.T) {
	var l List
	for i := range 10_000 {
		l.Add(Errorf(Position{File: "a.md", Line: 10_000 - i}, "html", "no."))
	}
	l.Add(Warningf(Position{File: "a.md", Line: 1}, "html", "a warning of that name."), Errorf(Position{File: "b.md"}, "other", "other."))
	print := func(most int) string {
		var b strings.Builder
		if err := (Printer{Most: most}).Print(&b, l); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	want := "a.md:1: no.\n\na.md:1: warning: a warning of that name.\n\na.md:2: no.\n\nand 9,998 more like this; --all shows them\n\nb.md: other.\n"
	if diff := cmp.Diff(want, print(2)); diff != "" {
		t.Errorf("the first two of a kind (-want +got):\n%s", diff)
	}
	if got := print(0); strings.Count(got, ": no.") != 10_000 || strings.Contains(got, "more like this") {
		t.Errorf("not all are printed: %d", strings.Count(got, ": no."))
	}
	sum := 0
	for _, s := range l.First(FirstOfKind) {
		sum += 1 + s.More
	}
	if sum != len(l) {
		t.Errorf("%d are shown or counted, want %d", sum, len(l))
	}
}

func TestNearest(t *testing.T) {
	words := []string{"rest", "reserve", "do", "weeks", "exercise"}
	for _, c := range []struct{ word, want string }{
		{"restt", "rest"}, {"Rest", "rest"}, {"excercise", "exercise"}, {"week", "weeks"}, {"dp", "do"}, {"xyz", ""}, {"r", ""}, {"", ""},
	} {
		if got := Nearest(c.word, words); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	if e, w, n := mixed.Count(Error), mixed.Count(Warning), mixed.Count(Note); e != 4 || w != 1 || n != 1 {
		t.Errorf("counts %d %d %d, want 4 1 1", e, w, n)
	}
	if (List{Warningf(Position{}, "x", "x")}).HasErrors() {
		t.Error("a warning fails a build")
	}
}
