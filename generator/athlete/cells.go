package athlete

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// line is a line of a log, with its cells by column; those of columns that the file does not have are empty.
type line struct {
	cells [len(columns)]string
	at    [len(columns)]diag.Position
	line  int
}

// cells reads the lines of a log below its head. Programs that write spreadsheets begin the file with a mark, end lines in two characters
// and put semicolons where a comma is the decimal sign; people reorder columns and leave some out.
func cells(file string, data []byte) (lines []line, problems diag.List) {
	text := nfc.String(strings.TrimPrefix(string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), "\uFEFF"))
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = separator(text), -1, true, true
	head, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	place, problems := heads(file, head)
	if err != nil || problems.HasErrors() {
		return nil, problems
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return lines, problems
		}
		if err != nil {
			return lines, append(problems, broken(file, err))
		}
		at, _ := r.FieldPos(0)
		l := line{line: at}
		for i, cell := range row {
			if i < len(place) && place[i] >= 0 {
				n, column := r.FieldPos(i)
				l.cells[place[i]] = strings.TrimSpace(cell)
				l.at[place[i]] = diag.Position{File: file, Line: n, Column: column, Length: max(len(cell), 1)}
			}
		}
		for i := range l.at {
			if l.at[i] == (diag.Position{}) {
				l.at[i] = diag.Position{File: file, Line: at}
			}
		}
		if l.cells != [len(columns)]string{} {
			lines = append(lines, l)
		}
	}
}

// separator returns what stands between the cells of the first line.
func separator(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
			best = c
		}
	}
	return best
}

// heads returns for each column of a file which one it is, -1 where it is none.
func heads(file string, head []string) (place []int, problems diag.List) {
	at := diag.Position{File: file, Line: 1}
	for _, name := range head {
		plain := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "_")
		i := slices.Index(columns[:], plain)
		switch {
		case i < 0 && plain != "" && diag.DidYouMean(plain, columns[:]) != "":
			problems.Add(diag.Errorf(at, "unknown-column", "there is no column %q.", name).WithHint("%s", diag.DidYouMean(plain, columns[:])))
		case i < 0 && plain != "":
			problems.Add(diag.Warningf(at, "unknown-column", "the column %q is not read.", name).WithHint("The columns are %s.", strings.Join(columns[:], ", ")))
		case i >= 0 && slices.Contains(place, i):
			problems.Add(diag.Errorf(at, "unknown-column", "the column %q is there twice.", name).WithHint("Remove one of them."))
		}
		place = append(place, i)
	}
	for _, needed := range []string{"exercise", "amount"} {
		if !slices.Contains(place, slices.Index(columns[:], needed)) {
			problems.Add(diag.Errorf(at, "no-column", "the first line names no column %q.", needed).WithHint("It names the columns: %s.", strings.Join(columns[:], ",")))
			break
		}
	}
	return place, problems
}

// broken says that the rest of a file cannot be read.
func broken(file string, err error) diag.Problem {
	at := diag.Position{File: file}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		at.Line, err = parse.StartLine, parse.Err
	}
	return diag.Errorf(at, "bad-log", "this line cannot be read: %v.", err).WithHint("Look for a quotation mark that is not closed.")
}
