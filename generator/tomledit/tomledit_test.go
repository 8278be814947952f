package tomledit

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/content"
)

// at returns what a decoded text has at a path.
func at(t *testing.T, tree any, path string) any {
	t.Helper()
	for part := range strings.SplitSeq(path, ".") {
		switch x := tree.(type) {
		case map[string]any:
			tree = x[part]
		case []map[string]any:
			n, _ := strconv.Atoi(part)
			tree = x[n]
		case []any:
			n, _ := strconv.Atoi(part)
			tree = x[n]
		default:
			t.Fatalf("%s: %T", path, tree)
		}
	}
	return tree
}

func decode(t *testing.T, text string) map[string]any {
	t.Helper()
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return tree
}

// Of each file of the starter, each text is found where another reader finds it, can be changed, and can be taken out; all else stays.
func TestStarter(t *testing.T) {
	texts := 0
	err := fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".toml") {
			return err
		}
		data, err := fs.ReadFile(content.Files, name)
		if err != nil {
			return err
		}
		tree := decode(t, string(data))
		for _, v := range Scan(data) {
			if v.Kind != Text {
				continue
			}
			texts++
			if got := at(t, tree, v.Path); got != v.Text {
				t.Errorf("%s, %s: got %q, want %q", name, v.Path, v.Text, got)
			}
			const other = `Größe "x" \ """`
			changed := string(Apply(data, Set(v, other, data)))
			if got := at(t, decode(t, changed), v.Path); got != other {
				t.Errorf("%s, %s: set to %q, got %q", name, v.Path, other, got)
			}
			gone := string(Apply(data, Remove(v)))
			left := decode(t, gone)
			if len(Scan([]byte(gone))) != len(Scan(data))-1 {
				t.Errorf("%s, %s: more than that is gone, or nothing:\n%s", name, v.Path, cmp.Diff(tree, left))
			}
		}
		return nil
	})
	if err != nil || texts < 500 {
		t.Errorf("%d texts, %v", texts, err)
	}
}

func TestRemove(t *testing.T) {
	for _, test := range []struct{ text, path, want string }{
		{"a = 1 # note\nb = 2\n", "a", "b = 2\n"},
		{"a = [1, 2, 3]\n", "a.0", "a = [2, 3]\n"},
		{"a = [1, 2, 3]\n", "a.1", "a = [1, 3]\n"},
		{"a = [1, 2, 3]\n", "a.2", "a = [1, 2]\n"},
		{"a = [1]\n", "a.0", "a = []\n"},
		{"a = [\n  1, # one\n  2,\n]\n", "a.0", "a = [\n  # one\n  2,\n]\n"},
		{"a = [\n  { b = 1, c = 2 },\n  { b = 3 },\n]\n", "a.1", "a = [\n  { b = 1, c = 2 },\n]\n"},
		{"a = [\n  { b = 1, c = 2 },\n  { b = 3 }\n]\n", "a.0.b", "a = [\n  { c = 2 },\n  { b = 3 }\n]\n"},
		{"a = { b = 1, c = [2, 3], d = 4 }\n", "a.d", "a = { b = 1, c = [2, 3] }\n"},
		{"[[p]]\na = 1\n[[p]]\na = 2\n[p.q]\nb = '''x\n'y'''\nc = 2026-01-02\n", "p.1.q.b", "[[p]]\na = 1\n[[p]]\na = 2\n[p.q]\nc = 2026-01-02\n"},
		{"# x\n\n# one\n[[p]]\na = 1\n[p.b]\nc = 1\n[[p.q]]\nd = 1\n\n# two\n[[p]]\na = 2\n", "p.0", "# x\n\n# two\n[[p]]\na = 2\n"},
		{"[[p]]\na = 1\n[[p.q]]\nd = 1\n[[p.q]]\nd = 2\n[e]\nf = 1\n", "p.0.q.1", "[[p]]\na = 1\n[[p.q]]\nd = 1\n[e]\nf = 1\n"},
		{"\"a b\" = 1\n'c=d' = 2", "c=d", "\"a b\" = 1\n"},
	} {
		values := Scan([]byte(test.text))
		i := 0
		for i < len(values) && values[i].Path != test.path {
			i++
		}
		if i == len(values) {
			t.Errorf("%q has no %s: %+v", test.text, test.path, values)
			continue
		}
		if got := string(Apply([]byte(test.text), Remove(values[i]))); got != test.want {
			t.Errorf("%q without %s: got %q, want %q", test.text, test.path, got, test.want)
		}
	}
}

// Notes are found wherever they stand, those on lines that follow each other as one, and get other words without anything else changing.
func TestNotes(t *testing.T) {
	for _, test := range []struct {
		text  string
		notes []string
		want  string
	}{
		{"a = 1\n", nil, "a = 1\n"},
		{"# one\n#\n#  two\na = 1\n", []string{"one\n\n two"}, "# x\n#\n# y\na = 1\n"},
		{"# one\n\n# two\n", []string{"one", "two"}, "# x\n#\n# y\n\n# x\n#\n# y\n"},
		{"#one\r\n# two\r\na = 1\r\n", []string{"one\ntwo"}, "# x\n#\n# y\r\na = 1\r\n"},
		{"a = '# no' # one\n# two\nb = \"\"\"\n# no\n\"\"\"\n", []string{"one", "two"}, "a = '# no' # x\n#\n# y\n# x\n#\n# y\nb = \"\"\"\n# no\n\"\"\"\n"},
		{"a = [\n  # one\n  # two\n  1, # three\n  # four\n]\n", []string{"one\ntwo", "three", "four"}, "a = [\n  # x\n  #\n  # y\n  1, # x\n  #\n  # y\n  # x\n  #\n  # y\n]\n"},
		{"[[a]] # one\nb = 1\n[c.'d'] # two\n# three", []string{"one", "two", "three"}, "[[a]] # x\n#\n# y\nb = 1\n[c.'d'] # x\n#\n# y\n# x\n#\n# y"},
	} {
		data := []byte(test.text)
		var texts []string
		var edits []Edit
		for _, n := range Notes(data) {
			texts = append(texts, n.Text)
			edits = append(edits, Rewrite(n, "x\n\ny", data))
		}
		if diff := cmp.Diff(test.notes, texts); diff != "" {
			t.Errorf("%q: %s", test.text, diff)
		}
		if got := string(Apply(data, edits...)); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		if values := len(Scan(Apply(data, edits...))); values != len(Scan(data)) {
			t.Errorf("%q: there are %d values afterwards", test.text, values)
		}
	}
}

// Of a text with mistakes something is found, and what is found can be set and taken out.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"a = 1", "a = [", "a = {b", "a = {=", "[[a", "a", "= 1", "a = \"b", "a = \"\"\"b", "[a]\n=", "a = [1, {b = ']'}, \"x\\\"\"]", "a = ,,]", "\"a = 1\n", "a = 1 # [\n# b\n[[c]]\n", "[a] # b\n#c\r\n\t# d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		data := []byte(s)
		values := Scan(data)
		if got := string(Apply(data)); got != s {
			t.Errorf("%q: nothing changed and got %q", s, got)
		}
		for _, v := range values {
			Apply(data, Remove(v))
			if v.Kind != Block {
				Apply(data, Set(v, "x", data))
			}
			_ = v.Key()
		}
		for _, n := range Notes(data) {
			if got := string(Apply(data, Rewrite(n, n.Text, data))); len(Notes([]byte(got))) != len(Notes(data)) {
				t.Errorf("%q: the same words in a note made %q", s, got)
			}
		}
	})
}

// Several things of a list go at once, whichever they are, and no comma is left over that was between two things.
func TestRemoveSeveral(t *testing.T) {
	for _, test := range []struct {
		text  string
		paths []string
		want  string
	}{
		{"a = [1, 2, 3]\n", []string{"a.1", "a.2"}, "a = [1]\n"},
		{"a = [1, 2, 3]\n", []string{"a.0", "a.2"}, "a = [2]\n"},
		{"a = [1, 2, 3]\n", []string{"a.0", "a.1"}, "a = [3]\n"},
		{"a = [1, 2, 3]\n", []string{"a.0", "a.1", "a.2"}, "a = []\n"},
		{"a = [1, 2, 3, 4]\n", []string{"a.1", "a.2", "a.3"}, "a = [1]\n"},
		{"a = [\n  1,\n  2,\n  3,\n]\n", []string{"a.1", "a.2"}, "a = [\n  1,\n]\n"},
		{"a = [\n  1,\n  2,\n  3\n]\n", []string{"a.1", "a.2"}, "a = [\n  1\n]\n"},
		{"a = { b = 1, c = 2, d = 3 }\n", []string{"a.c", "a.d"}, "a = { b = 1 }\n"},
	} {
		var edits []Edit
		for _, v := range Scan([]byte(test.text)) {
			if slices.Contains(test.paths, v.Path) {
				edits = append(edits, Remove(v))
			}
		}
		if got := string(Apply([]byte(test.text), edits...)); got != test.want || len(edits) != len(test.paths) {
			t.Errorf("%q without %v: got %q, want %q", test.text, test.paths, got, test.want)
		}
	}
}
