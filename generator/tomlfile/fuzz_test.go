package tomlfile

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	peltoml "github.com/pelletier/go-toml/v2"

	"github.com/legpress/legpress/generator/diag"
)

// seeds are texts from which the fuzzers start: what is right, and every way to be wrong that the tables of this package know.
func seeds(f *testing.F) {
	for _, text := range rightTexts {
		f.Add(text)
	}
	for _, text := range wrongTexts {
		f.Add(text)
	}
	for _, m := range mistakes(f) {
		f.Add(m.text)
	}
	f.Add(frontMatter)
}

// located returns the names in a text in the order of the file, as the locator found them.
func located(root *node) [][]string {
	type found struct {
		at   int
		path []string
	}
	var all []found
	var walk func(n *node, path []string)
	walk = func(n *node, path []string) {
		for _, c := range n.children {
			p := path
			if n.shape == shapeTable {
				p = append(slices.Clone(path), c.name)
			}
			if isTyped(n, c) {
				all = append(all, found{c.key.start, p})
			}
			if c.shape != shapeBroken {
				walk(c, p)
			}
		}
	}
	walk(root, nil)
	slices.SortStableFunc(all, func(a, b found) int { return a.at - b.at })
	paths := make([][]string, len(all))
	for i, f := range all {
		paths[i] = f.path
	}
	return paths
}

// isTyped reports whether a name was typed for a value, as a whole: in front of = or as a header.
func isTyped(around, n *node) bool {
	switch {
	case n.shape == shapeBroken:
		return false
	case around.shape == shapeList:
		return n.shape == shapeTable && n.origin == originHeader
	case n.shape == shapeTable:
		return n.origin == originHeader || n.origin == originBraces
	}
	return n.origin != originHeaders
}

// FuzzLocate holds the locator against the parser: what the locator let pass, or mended, the parser accepts, and both see
// the same keys in the same order.
func FuzzLocate(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		p := newPositions(Input{Text: []byte(text)})
		if _, bad := checkReadable(text, p); bad {
			t.Skip()
		}
		text, _ = clean(text, p)
		s := scan(text, planFormat(), p, nil)
		repaired, back := s.applyEdits()
		var values any
		md, err := toml.Decode(repaired, &values)
		if err != nil {
			t.Fatalf("the parser refuses what the locator accepts: %v\ntext %q\nrepaired %q\nproblems:\n%s", err, text, repaired, printed(s.problems, text))
		}
		if s.stopped {
			return
		}
		for i := range len(repaired) + 1 {
			if b := back(i); b < 0 || b > len(text) {
				t.Fatalf("offset %d of the repaired text leads to %d, and the text has %d bytes: %q", i, b, len(text), text)
			}
		}
		var want [][]string
		for _, k := range md.Keys() {
			if !strings.HasPrefix(k[len(k)-1], "? ") {
				want = append(want, k)
			}
		}
		got := located(s.root)
		if len(got) != len(want) || len(got) > 0 && !cmp.Equal(got, want) {
			t.Errorf("keys of %q\n got %q\nwant %q\nrepaired %q", text, got, want, repaired)
		}
	})
}

// FuzzDecode looks for a panic, a position outside the file, and a result that is not the same twice.
func FuzzDecode(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		in := Input{File: "a.toml", Text: []byte(text), Line: 3}
		table, problems := Decode(in, planFormat())
		again, problemsAgain := Decode(in, planFormat())
		if diff := cmp.Diff(problems, problemsAgain); diff != "" {
			t.Fatalf("two runs differ for %q:\n%s", text, diff)
		}
		if diff := cmp.Diff(flat(table), flat(again)); diff != "" {
			t.Fatalf("two runs differ for %q:\n%s", text, diff)
		}
		if max := maxMistakes + maxProblems + 2 + 40; len(problems) > max {
			t.Errorf("got %d problems, want at most %d, for %q", len(problems), max, text)
		}
		lines := strings.Split(text, "\n")
		for _, p := range problems {
			inFile(t, p.Position, lines, text)
			if p.Message == "" || p.ID == "" || p.File != "a.toml" {
				t.Errorf("incomplete problem %#v for %q", p, text)
			}
		}
		for _, pos := range checkPositions(table) {
			inFile(t, pos, lines, text)
		}
	})
}

// inFile checks that a position lies in a file that begins with line 3.
func inFile(t *testing.T, p diag.Position, lines []string, text string) {
	t.Helper()
	i := p.Line - 3
	if i < 0 || i >= len(lines) {
		t.Fatalf("line %d, but the text has %d lines from 3 on: %q", p.Line, len(lines), text)
	}
	line := strings.TrimSuffix(lines[i], "\r")
	if p.Column < 0 || p.Column > len(line)+1 || p.Length < 0 || p.Column+p.Length > len(line)+1 && p.Length > 0 {
		t.Fatalf("column %d, length %d in a line of %d bytes: %q", p.Column, p.Length, len(line), text)
	}
}

// flat returns what a table holds in a form that can be compared.
func flat(t *Table) map[string]any {
	m := map[string]any{"": t.Pos()}
	for _, key := range t.Keys() {
		v := []any{t.Kind(key), t.KeyPos(key), t.ValuePos(key)}
		switch t.Kind(key) {
		case String, Markdown:
			v = append(v, t.Text(key))
		case Strings:
			v = append(v, t.Texts(key))
		case Integer, Integers:
			v = append(v, t.Ints(key), t.Int(key))
		case Boolean:
			v = append(v, t.Bool(key))
		case Date:
			v = append(v, t.Time(key, time.UTC).String())
		case SubTable:
			v = append(v, flat(t.Table(key)))
		case Tables:
			for _, e := range t.Tables(key) {
				v = append(v, flat(e))
			}
		}
		m[key] = v
	}
	return m
}

// positions returns every position that a table has to give.
func checkPositions(t *Table) []diag.Position {
	all := []diag.Position{t.Pos()}
	for _, key := range t.Keys() {
		all = append(all, t.KeyPos(key), t.ValuePos(key), t.Text(key).Pos, t.Text(key).Body)
		for _, text := range t.Texts(key) {
			all = append(all, text.Pos, text.Body)
		}
		for _, n := range t.Ints(key) {
			all = append(all, n.Pos)
		}
		if inner := t.Table(key); inner != nil {
			all = append(all, checkPositions(inner)...)
		}
		for _, inner := range t.Tables(key) {
			all = append(all, checkPositions(inner)...)
		}
	}
	return slices.DeleteFunc(all, func(p diag.Position) bool { return p == (diag.Position{}) })
}

// stricter are the problems that this package has with texts that TOML allows: commas and line ends in braces came with TOML
// 1.1, which few editors know; the others are house rules.
var stricter = []string{"comma-before-brace", "braces-on-many-lines", "backslash", "too-deep", "too-many-mistakes", "control-character"}

// FuzzOracle holds the scanner against another parser: it reports something where that rejects a text, and nothing where that
// accepts it, but for what is stricter here on purpose.
func FuzzOracle(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) { agree(t, text) })
}

func agree(t *testing.T, text string) {
	t.Helper()
	var v any
	err := peltoml.Unmarshal([]byte(strings.TrimPrefix(text, byteOrderMark)), &v)
	_, problems := Decode(Input{File: "a.toml", Text: []byte(text)}, nil)
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { return slices.Contains(stricter, p.ID) && err == nil })
	switch {
	case err == nil && len(problems) > 0:
		t.Errorf("the other parser accepts %q, but:\n%s", text, printed(problems, text))
	case err != nil && len(problems) == 0:
		t.Errorf("the other parser rejects %q: %v", text, err)
	}
}
