package highlight

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestRuns(t *testing.T) {
	cases := map[string]struct {
		language, code string
		want           []Run
	}{
		"settings": {"toml", "# a plan\nweeks = 8\nid = \"first\"\n", []Run{
			{Comment, "# a plan\n"}, {Plain, "weeks = "}, {Number, "8\n"}, {Plain, "id = "}, {String, "\"first\"\n"}}},
		"a language within another": {"html", "<p><style>a { top: 0 }</style>", []Run{
			{Plain, "<"}, {Name, "p"}, {Plain, "><"}, {Name, "style"}, {Plain, ">"}, {Name, "a "}, {Plain, "{ "}, {Keyword, "top"}, {Plain, ": "}, {Number, "0 "},
			{Plain, "}</"}, {Name, "style"}, {Plain, ">"}}},
		"changes":                   {"diff", "-old\n+new\n same\n", []Run{{Removed, "-old\n"}, {Added, "+new\n"}, {Plain, " same\n"}}},
		"an alias":                  {"py", "if x:", []Run{{Keyword, "if "}, {Plain, "x:"}}},
		"a language nobody knows":   {"strengthscript", "lift 5", nil},
		"a pattern of names":        {"*", "lift 5", nil},
		"a path":                    {"../toml", "lift = 5", nil},
		"no code":                   {"toml", "", nil},
		"what is no text":           {"toml", "a = \"\xff\"", nil},
		"lines of another computer": {"toml", "a = 1\r\n", []Run{{Plain, "a = "}, {Number, "1\r\n"}}},
		"more than is read":         {"toml", strings.Repeat("a = 1\n", most/6+1), nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Runs(c.language, c.code)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every description can be read, and nothing of the code is lost or added.
func TestNothingIsLost(t *testing.T) {
	languages := known().Names(false)
	if len(languages) < 15 {
		t.Fatalf("only %d languages: %v", len(languages), languages)
	}
	rapid.Check(t, func(t *rapid.T) {
		language := rapid.SampledFrom(languages).Draw(t, "language")
		code := rapid.StringOf(rapid.SampledFrom([]rune("ab1 \t\n\r\"'`#/*<>{}[]()=+-:;,.%$@!\\é体"))).Draw(t, "code")
		runs := Runs(language, code)
		if runs == nil {
			return
		}
		var b strings.Builder
		for i, r := range runs {
			b.WriteString(r.Text)
			if i > 0 && r.Kind == runs[i-1].Kind {
				t.Fatalf("runs %d and %d are of one kind: %q", i-1, i, runs)
			}
		}
		if b.String() != code {
			t.Fatalf("%q has become %q", code, b.String())
		}
	})
}

// The descriptions are those of the version of chroma that the program is built with.
func TestDescriptionsAreChromas(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip(err)
	}
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/alecthomas/chroma/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := descriptions.ReadDir("languages")
	if err != nil || len(entries) < 15 {
		t.Fatal(len(entries), err)
	}
	for _, e := range entries {
		ours, err := descriptions.ReadFile("languages/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(module)), "lexers/embedded", e.Name()))
		if err != nil || !bytes.Equal(ours, theirs) {
			t.Errorf("%s is not chroma's: %v", e.Name(), err)
		}
	}
}
