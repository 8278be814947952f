package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/legpress/legpress/generator/diag"
)

// Limits for tables. No screen shows wider ones; and as a row of two bytes gets a cell for each column, a small file could ask for
// gigabytes.
const (
	maxColumns = 100
	maxCells   = 50_000 // of all tables of a text
)

// tableParser is goldmark's parser of tables. It also reports tables that are not read as they were meant: goldmark drops cells without a
// column, and shows lines that are nearly a table with their bars.
type tableParser struct{ parser.ParagraphTransformer }

func newTableParser() parser.ParagraphTransformer {
	return tableParser{extension.NewTableParagraphTransformer()}
}

// Transform is called with every paragraph, and replaces one that is a table.
func (p tableParser) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	t := tableLines{src: reader.Source(), lines: node.Lines(), found: pc.Get(findingsKey).(*findings)}
	if !t.hasBars() {
		t.checkTabs()
		return
	}
	rule := t.rule()
	if rule < 1 {
		t.checkWithoutRule(rule, node.PreviousSibling())
		return
	}
	if t.check(rule) {
		p.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// tableLines are the lines of a paragraph that may be a table.
type tableLines struct {
	src   []byte
	lines *text.Segments
	found *findings
}

// line returns a line without the blanks around it, and where it begins.
func (t tableLines) line(i int) (line []byte, start int) {
	segment := t.lines.At(i)
	line = t.src[segment.Start:segment.Stop]
	start = segment.Stop - len(bytes.TrimLeft(line, " \t"))
	return bytes.TrimSpace(line), start
}

func (t tableLines) hasBars() bool {
	for i := range t.lines.Len() {
		segment := t.lines.At(i)
		if bytes.IndexByte(t.src[segment.Start:segment.Stop], '|') >= 0 {
			return true
		}
	}
	return false
}

// rule returns the number of the line of hyphens and bars below a table's head; -1 without one.
func (t tableLines) rule() int {
	for i := range t.lines.Len() {
		if line, _ := t.line(i); isRule(line) {
			return i
		}
	}
	return -1
}

func isRule(line []byte) bool {
	if !bytes.ContainsAny(line, "|:") || bytes.IndexByte(line, '-') < 0 {
		return false
	}
	for _, cell := range cells(line) {
		if !isRuleCell(line[cell.start:cell.stop]) {
			return false
		}
	}
	return true
}

// isRuleCell reports whether a part of a rule is one that goldmark reads: ---, :--, --:, :-:.
func isRuleCell(cell []byte) bool {
	hyphens := bytes.TrimSuffix(bytes.TrimPrefix(cell, []byte(":")), []byte(":"))
	return len(hyphens) > 0 && len(bytes.Trim(hyphens, "-")) == 0
}

// cell is where the words of a cell stand in its line.
type cell struct{ start, stop int }

// cells splits a line without blanks around it into its cells, as goldmark does.
func cells(line []byte) []cell {
	var found []cell
	at, limit := 0, len(line)
	if limit > 0 && line[0] == '|' {
		at = 1
	}
	if limit > at && line[limit-1] == '|' {
		limit--
	}
	for start := at; at <= limit; at++ {
		if at < limit && (line[at] != '|' || at > 0 && line[at-1] == '\\') {
			continue
		}
		if at == limit && start == limit {
			break
		}
		c := cell{start, at}
		for c.start < c.stop && isBlankByte(line[c.start]) {
			c.start++
		}
		for c.start < c.stop && isBlankByte(line[c.stop-1]) {
			c.stop--
		}
		found = append(found, c)
		start = at + 1
	}
	return found
}

func isBlankByte(c byte) bool { return c == ' ' || c == '\t' }

// check reports what is wrong with a table whose rule is in a line, and returns whether goldmark may read it.
func (t tableLines) check(rule int) bool {
	line, start := t.line(rule)
	head, headStart := t.line(rule - 1)
	columns, heads := len(cells(line)), len(cells(head))
	rows := t.lines.Len() - rule - 1
	if columns > maxColumns {
		t.error(start, start+len(line), fault{"table-too-wide", "a table has at most " + strconv.Itoa(maxColumns) + " columns, and this one has " + strconv.Itoa(columns) + ".",
			"Make several tables of it."})
		return false
	}
	if heads != columns {
		t.error(headStart, headStart+len(head), headFault(heads, columns))
		return false
	}
	if t.found.cells += columns * (rows + 1); t.found.cells > maxCells {
		t.error(headStart, headStart+len(head), fault{"table-too-large", "the tables of a text have at most 50,000 cells, and with this one there are more.",
			"Spread them over several texts."})
		return false
	}
	for i := rule + 1; i < t.lines.Len(); i++ {
		t.checkRow(i, columns)
	}
	return true
}

func headFault(heads, columns int) fault {
	f := fault{"table-head", "this line has " + plural(heads, "cell") + ", and the line of hyphens below it has " + strconv.Itoa(columns) + ", so this is not read as a table.",
		"Write as many of both. For a | that is no border, write \\|."}
	return f
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return strconv.Itoa(n) + " " + word + "s"
}

// checkRow reports words beyond the last column, and a line without any bar that has become a row.
func (t tableLines) checkRow(i, columns int) {
	line, start := t.line(i)
	if columns > 1 && bytes.IndexByte(line, '|') < 0 {
		t.warn(start, start+len(line), fault{"table-text", "this line stands right below a table, so it becomes a row of it.", "Put an empty line before it."})
		return
	}
	if isSecondRule(line) {
		t.warn(start, start+len(line), fault{"table-second-rule", "this line becomes a row of hyphens: only the one below the head of a table is a rule.",
			"Take it out. For a second table, put an empty line before its head."})
		return
	}
	all := cells(line)
	for _, c := range all[min(columns, len(all)):] {
		if c.start < c.stop {
			t.error(start+c.start, start+c.stop, rowFault(line, len(all), columns))
			return
		}
	}
	for _, c := range all {
		if bytes.Count(line[c.start:c.stop], []byte("`"))%2 == 1 {
			t.warn(start+c.start, start+c.stop, fault{"table-backtick", "in this cell a ` opens or closes nothing.", "If a | between two of them is no border, write \\| for it."})
			return
		}
	}
}

func rowFault(line []byte, all, columns int) fault {
	f := fault{"table-row", "this row has " + plural(all, "cell") + ", and its table has " + plural(columns, "column") + ": the rest would not be shown.",
		"Add a heading and --- for it at the top of the table. For a | that is no border, write \\|."}
	if bytes.IndexByte(line, '`') >= 0 {
		f.hint = "For a | that is no border, write \\|, between backticks too. Else add a heading and --- for it at the top of the table."
	}
	return f
}

// checkWithoutRule reports lines with bars that are no table; before is the block above them.
func (t tableLines) checkWithoutRule(rule int, before ast.Node) {
	line, start := t.line(max(rule, 0))
	end := start + len(line)
	if rule == 0 {
		if strings.Contains(string(line), "|") {
			t.error(start, end, fault{"table-without-head", "this line belongs below the head of a table, and right above it there is none.",
				"Write the head in the line above, without an empty line between the two."})
		}
		return
	}
	if table, ok := before.(*east.Table); ok && t.continues(table) {
		t.error(start, end, fault{"table-cut", "the table above ends at the empty line, so this is no row of it.", "Take out the empty line."})
		return
	}
	for i := range t.lines.Len() {
		if line, start := t.line(i); i > 0 && isOddRule(line) && t.isRow(i-1) {
			t.error(start, start+len(line), fault{"table-rule", "this line is not read as the rule below the head of a table.", "Write " + ruleFor(line) + " for it."})
			return
		}
	}
	t.reportBars()
}

// checkTabs reports lines whose cells are parted by tabs, as spreadsheets copy them: two that follow each other with as many.
func (t tableLines) checkTabs() {
	before := 0
	for i := range t.lines.Len() {
		segment := t.lines.At(i)
		tabs := bytes.Count(bytes.TrimLeft(t.src[segment.Start:segment.Stop], " \t"), []byte("\t"))
		if tabs > 0 && tabs == before {
			line, start := t.line(i - 1)
			row := "| " + strings.ReplaceAll(shortened(string(line)), "\t", " | ") + " |"
			t.warn(start, start+len(line), fault{"table-of-tabs", "this looks like a table, but tabs part its cells, so its lines run together.",
				"Write | between the cells, and a line of hyphens below the first row: " + row + " and below it |" + strings.Repeat(" --- |", min(tabs+1, maxColumns)) + "."})
			return
		}
		before = tabs
	}
}

// continues reports whether the first line would be a row of the table.
func (t tableLines) continues(table *east.Table) bool {
	line, _ := t.line(0)
	return line[0] == '|' || bytes.IndexByte(line, '|') >= 0 && len(cells(line)) == len(table.Alignments)
}

// isSecondRule reports whether a row was meant as a rule. A row of single or double hyphens is none: people write it for empty cells.
func isSecondRule(line []byte) bool {
	if !isOddRule(line) || bytes.ContainsAny(line, "*~") {
		return false
	}
	for _, c := range cells(line) {
		if text := string(line[c.start:c.stop]); utf8.RuneCountInString(text) < 3 && !isAligned(text) {
			return false
		}
	}
	return true
}

// isAligned reports whether a part of a rule says how its column is aligned: :-, -:.
func isAligned(text string) bool { return strings.Contains(text, ":") && strings.Contains(text, "-") }

// isRow reports whether a line looks like the row of a table.
func (t tableLines) isRow(i int) bool {
	line, _ := t.line(i)
	return bytes.IndexByte(line, '|') >= 0
}

// isOddRule reports whether a line has only signs that people type for a rule.
func isOddRule(line []byte) bool {
	hasLine := false
	for _, r := range string(line) {
		switch {
		case strings.ContainsRune("-–—−‐‑‒―=_─━═~*", r):
			hasLine = true
		case !strings.ContainsRune("|+:¦│ \t", r):
			return false
		}
	}
	return hasLine && bytes.ContainsAny(line, "|+¦│")
}

// ruleFor returns the rule that was meant.
func ruleFor(line []byte) string {
	columns := len(cells(bytes.ReplaceAll(line, []byte("+"), []byte("|"))))
	return "|" + strings.Repeat(" --- |", min(columns, maxColumns))
}

// reportBars reports lines with the bars of a table and no rule: two of them, or one that begins and ends with a bar.
func (t tableLines) reportBars() {
	for i := range t.lines.Len() {
		line, start := t.line(i)
		alone := bytes.HasPrefix(line, []byte("| ")) && bytes.HasSuffix(line, []byte(" |")) && len(cells(line)) > 1
		switch {
		case alone, isFramed(line) && t.isNextLike(i):
			t.error(start, start+len(line), missingRule(line))
			return
		case i == 0 && bytes.Contains(line, []byte(" | ")) && bytes.IndexByte(line, '`') < 0 && t.isNextLike(0):
			t.warn(start, start+len(line), missingRule(line))
			return
		}
	}
}

// isNextLike reports whether the next line has as many cells and is framed in the same way.
func (t tableLines) isNextLike(i int) bool {
	if i+1 == t.lines.Len() {
		return false
	}
	line, _ := t.line(i)
	next, _ := t.line(i + 1)
	return isFramed(line) == isFramed(next) && len(cells(line)) == len(cells(next)) && (isFramed(line) || bytes.Contains(next, []byte(" | ")))
}

func missingRule(line []byte) fault {
	return fault{"table-without-rule", "this looks like a table, but it has no line of hyphens below its head, so it is shown with its bars.",
		"Write " + ruleFor(line) + " below the head. If no table is meant, write \\| for |."}
}

// isFramed reports whether a line begins and ends with a bar.
func isFramed(line []byte) bool { return len(line) > 2 && line[0] == '|' && line[len(line)-1] == '|' }

func (t tableLines) error(start, stop int, f fault) { t.found.report(diag.Error, start, stop, f) }

func (t tableLines) warn(start, stop int, f fault) { t.found.report(diag.Warning, start, stop, f) }

// inTable reports whether a node stands in the cell of a table, where \| is a | in code too.
func inTable(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Type() == ast.TypeBlock {
			_, ok := p.(*east.TableCell)
			return ok
		}
	}
	return false
}
