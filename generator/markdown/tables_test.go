package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestTablesAreChecked has tables that would lose a cell or be shown with their bars. A problem is "id line:column+length".
func TestTablesAreChecked(t *testing.T) {
	wide := strings.Repeat("|a", 101) + "|\n" + strings.Repeat("|-", 101) + "|\n"
	for _, test := range []struct{ text, want string }{
		{"| a | b |\n|---|---|\n| 1 | 2 |", ""},
		{"a | b\n--|--\n1 | 2\n3", "warning table-text 4:1+1"},
		{"| a | b |\n|---|---|\n| 1 | 2 | |", ""},
		{"| a | b |\n|---|---|\n| 1 |", ""},
		{"| a |\n|---|\n| 1 |", ""},
		{"| a |\n|:-:|\n| `x \\| y` |", ""},
		{"| a |\n:-:\n| b |", ""},
		{"| Squat | kg |\n|---|---|\n| Goblet | 8 kg | 3 x 8 |", "error table-row 3:19+5"},
		{"| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | | 5 | 6 |", "error table-row 4:13+1"},
		{"a | b\n--|--\n1 | 2 | 3", "error table-row 3:9+1"},
		{"| a | b |\n|---|---|\n| `A | B` | c |", "error table-row 3:13+1"},
		{"| a | b |\n|---|---|\n| `A | B` |", "warning table-backtick 3:3+2"},
		{"| a | b |\n|---|---|\n| 1 \\| 2 | 3 |", ""},
		{"> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |", "error table-row 3:13+1"},
		{"- | a | b |\n  |---|---|\n  | 1 | 2 | ü 3 |", "error table-row 3:13+4"},
		{"T\n: | a |\n  |---|\n  | 1 | 2 |", "error table-row 4:9+1"},
		{"| a | b | c |\n|---|---|\n| 1 | 2 |", "error table-head 1:1+13"},
		{"| a |\n|---|---|", "error table-head 1:1+5"},
		{"a\n|---|---|", "error table-head 1:1+1"},
		{"Week:\n| a | b |\n|---|", "error table-head 2:1+9"},
		{"| `a|b` |\n|---|", "error table-head 1:1+9"},
		{"| a | b |\n| 1 | 2 |", "error table-without-rule 1:1+9"},
		{"|a|b|\n|1|2|\n|3|4|", "error table-without-rule 1:1+5"},
		{"| a | b |", "error table-without-rule 1:1+9"},
		{"Today\n| a | b |\n| 1 | 2 |", "error table-without-rule 2:1+9"},
		{"Squat | 3 | 8\nRow | 3 | 10", "warning table-without-rule 1:1+13"},
		{"| a |\n| b |", "error table-without-rule 1:1+5"},
		{"Home | About", ""},
		{"It is |x| and |y|.", ""},
		{"|x|+|y|", ""},
		{"\\| a \\|\n\\| b \\|", ""},
		{"| a | b |\n|--|==|\n| 1 | 2 |", "error table-rule 2:1+7"},
		{"| a | b |\n|—|—|\n| 1 | 2 |", "error table-rule 2:1+9"},
		{"| a | b |\n| ––– | ––– |", "error table-rule 2:1+25"},
		{"| a | b |\n|___|___|", "error table-rule 2:1+9"},
		{"| a | b |\n|:::|---|", "error table-rule 2:1+9"},
		{"| a | b |\n|- -|---|", "error table-rule 2:1+9"},
		{"+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |", "error table-rule 3:1+9"},
		{"| a | b |\n+---+---+\n| 1 | 2 |", "error table-rule 2:1+9"},
		{"| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n| 5 | 6 |", "error table-cut 5:1+9"},
		{"a | b\n--|--\n1 | 2\n\n3 | 4", "error table-cut 5:1+5"},
		{"| a | b |\n|---|---|\n| 1 | 2 |\n\n\n| 3 |", "error table-cut 6:1+5"},
		{"| a | b |\n|---|---|\n\n| 3 | 4 |", "error table-cut 4:1+9"},
		{"| a |\n|---|\n\nThis or that.", ""},
		{"| a | b |\n\n|---|---|\n| 1 | 2 |", "error table-without-rule 1:1+9, error table-without-head 3:1+9"},
		{"|---|---|\n| 1 | 2 |", "error table-without-head 1:1+9"},
		{"| a | b |\n|---|---|\n| 1 | 2 |\n\n| c |\n|---|", ""},
		{"| a | b |\n| --- | --- |\n| 1 | 2 |\n| --- | --- |\n| 3 | 4 |", "warning table-second-rule 4:1+13"},
		{"a | b\n--|--\n1 | 2\n---|---\n3 | 4", "warning table-second-rule 4:1+7"},
		{"| a | b |\n|---|---|\n|---|---|", "warning table-second-rule 3:1+9"},
		{"| a | b |\n|---|---|\n|:-:|-:|", "warning table-second-rule 3:1+8"},
		{"| a | b |\n|---|---|\n| ––– | ——— |\n|===|===|", "warning table-second-rule 3:1+25, warning table-second-rule 4:1+9"},
		{"> | a |\n> |---|\n> |---|\n> | b |", "warning table-second-rule 3:3+5"},
		{"| a | b |\n|---|---|\n|---|---|---|", "warning table-second-rule 3:1+13"},
		{"| a | b |\n|---|---|\n| - | - |\n| -- | -- |\n| — | – |\n| --- | 2 |\n| *** | * |\n| : | - |\n| --- | |", ""},
		{"    | a | b |\n\n`| a | b |\n| c | d |`", ""},
		{wide, "error table-too-wide 2:1+203"},
		{"|a|b|c|d|e|\n|-|-|-|-|-|\n" + strings.Repeat("|\n", 10_000), "error table-too-large 1:1+11"},
	} {
		doc, problems := read(t, Options{}, test.text)
		var got []string
		for _, p := range problems {
			if strings.HasPrefix(p.ID, "table") {
				got = append(got, fmt.Sprintf("%s %s %d:%d+%d", p.Severity, p.ID, p.Line, p.Column, p.Length))
			}
		}
		if g := strings.Join(got, ", "); g != test.want {
			t.Errorf("%q\ngot  %s\nwant %s\n%s", test.text[:min(len(test.text), 80)], g, test.want, slotted(doc)[:min(len(slotted(doc)), 300)])
		}
	}
}

// TestCodeInTables has a \| in code, which is a | in a table and nowhere else.
func TestCodeInTables(t *testing.T) {
	doc, _ := read(t, Options{}, "| `a \\| b` | **`c\\|d`** |\n|---|---|\n| [`e\\|f`](plan:g) | x |\n\n`h\\|i`")
	for _, want := range []string{"<code>a | b</code>", "<code>c|d</code>", "<code>e|f</code>", `<code>h\|i</code>`, `Table: a | b, c|d`} {
		if !strings.Contains(slotted(doc), want) {
			t.Errorf("no %q in %s", want, slotted(doc))
		}
	}
}

// FuzzTables draws tables: no word of a cell is missing from the page unless a problem is reported in its row.
func FuzzTables(f *testing.F) {
	f.Add("| a | b |\n|---|---|\n| c | d | e |\n")
	f.Add("a | b\n:-|-:\n`c | d` | e\nf\n\ng | h\n")
	f.Add("> |a|\n> |-|\n> |b|c|\n- |d|\n")
	p := New(Options{Language: "en"})
	f.Fuzz(func(t *testing.T, text string) {
		text = drawnTable(text)
		doc, problems := p.Parse(Source{Text: []byte(text)})
		page := plain(slotted(doc))
		reported := map[int]bool{}
		for _, problem := range problems {
			reported[problem.Line] = true
		}
		for i, line := range strings.Split(text, "\n") {
			for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
				if !reported[i+1] && !strings.Contains(page, word) {
					t.Errorf("%q is missing from %q\nof %q", word, page, text)
				}
			}
		}
	})
}

// drawnTable gives every letter of a text a word of its own, so that none can stand for another, and keeps of its signs those that
// tables, lists and quotations are made of.
func drawnTable(text string) string {
	var b strings.Builder
	words := 0
	for i, r := range text {
		start := i == 0 || text[i-1] == '\n'
		switch {
		case r == utf8.RuneError || b.Len() > 5000:
		case unicode.IsLetter(r):
			words++
			fmt.Fprintf(&b, "w%dw", words)
		case r == '>' && start, strings.ContainsRune("|-: \n`\\*", r):
			b.WriteRune(r)
		}
	}
	return b.String()
}
