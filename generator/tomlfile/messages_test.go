package tomlfile

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the messages in testdata/messages.txtar; read the difference before keeping it")

// mistake is what an author typed, and what he is told.
type mistake struct{ name, text, want string }

// mistakes reads testdata/messages.txtar: pairs of a text and its messages. <U+00A0> in a text stands for that character,
// <0xFF> for that byte.
func mistakes(tb testing.TB) []mistake {
	tb.Helper()
	archive, err := txtar.ParseFile("testdata/messages.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	var all []mistake
	for _, f := range archive.Files {
		name, isWant := strings.CutSuffix(f.Name, " says")
		if isWant {
			all[len(all)-1].want = string(f.Data)
			continue
		}
		all = append(all, mistake{name: name, text: unseen.ReplaceAllStringFunc(string(f.Data), seen)})
	}
	return all
}

var unseen = regexp.MustCompile(`<(U\+|0x)[0-9A-F]+>`)

func seen(code string) string {
	n, err := strconv.ParseUint(code[3:len(code)-1], 16, 32)
	if err != nil {
		panic(err)
	}
	if code[1] == '0' {
		return string([]byte{byte(n)})
	}
	return string(rune(n))
}

// TestMessages holds every message as it is printed.
func TestMessages(t *testing.T) {
	var golden strings.Builder
	golden.WriteString("What authors type, and what they are told. go test -run TestMessages -update rewrites what is told.\n")
	archive, _ := txtar.ParseFile("testdata/messages.txtar")
	byName := map[string]string{}
	for _, f := range archive.Files {
		byName[f.Name] = string(f.Data)
	}
	for _, m := range mistakes(t) {
		_, problems := Decode(Input{File: "p.toml", Text: []byte(m.text)}, planFormat())
		got := strings.Map(visible, printed(problems, m.text))
		fmt.Fprintf(&golden, "-- %s --\n%s-- %s says --\n%s", m.name, byName[m.name], m.name, got)
		if diff := cmp.Diff(m.want, got); diff != "" && !*update {
			t.Errorf("%s: typed\n%s\nwant (-), got (+):\n%s", m.name, m.text, diff)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/messages.txtar", []byte(golden.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// visible keeps odd spaces out of the golden file.
func visible(r rune) rune {
	if isInvisible(r) {
		return '␣'
	}
	return r
}

// printed returns the problems as an author sees them.
func printed(l diag.List, text string) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	_ = l.Text(&b, func(_ string, n int) (string, bool) {
		if n > len(lines) {
			return "", false
		}
		return strings.TrimSuffix(lines[n-1], "\r"), true
	}, false)
	return b.String()
}
