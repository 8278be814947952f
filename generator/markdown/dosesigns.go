package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// In a guide to training a * or ~ often means "times", "to" or "about": 3*8*20kg, squat*3*8, 8~12 reps, ~2 min. Between figures it is
// such a sign and stays as typed, and so do a single ~ anywhere and a single * within a word: Läufer*innen. Every other one marks
// emphasis as in CommonMark.

// markParser reads the runs of one kind of mark: of emphasis (* and _), or of strikethrough (~).
type markParser struct {
	marks     []byte
	delimiter *delimiter
}

func newEmphasisParser() parser.InlineParser {
	emphasis := func(length int) ast.Node { return ast.NewEmphasis(length) }
	return markParser{[]byte("*_"), &delimiter{marks: []byte("*_"), match: emphasis}}
}

func newStrikethroughParser() parser.InlineParser {
	struck := func(int) ast.Node { return east.NewStrikethrough() }
	return markParser{[]byte("~"), &delimiter{marks: []byte("~"), match: struck}}
}

// Trigger returns the marks at which Parse is called.
func (p markParser) Trigger() []byte { return p.marks }

// Parse reads a run of marks. A run that is a sign of a dose becomes text.
func (p markParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	previous := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	run := parser.ScanDelimiter(line, previous, 1, p.delimiter)
	if run == nil || line[0] == '~' && (run.Length != 2 || previous == '~') {
		return nil
	}
	run.Segment = segment.WithStop(segment.Start + run.Length)
	block.Advance(run.Length)
	if line[0] != '_' {
		s := runContext{block.Source()[:segment.Start], line[:run.Length], line[run.Length:]}
		if s.isSign() {
			return ast.NewTextSegment(run.Segment)
		}
		p.markDoubtful(run, s)
	}
	pc.PushDelimiter(run)
	return run
}

// markDoubtful gives a run that may be a sign a delimiter of its own. That one marks emphasis only where both ends fit.
func (p markParser) markDoubtful(run *parser.Delimiter, s runContext) {
	beforeLetter := s.beforeLetter()
	if !beforeLetter && !s.isLoose() {
		return
	}
	d := *p.delimiter
	d.doubtful = true
	if beforeLetter {
		run.CanOpen = false
		d.beforeLetter, d.figure = true, len(bytes.TrimRightFunc(s.before, isFigure))
	}
	run.Processor = &d
}

// delimiter decides which runs belong together, and which node they make of what is between them.
type delimiter struct {
	marks        []byte
	match        func(length int) ast.Node
	doubtful     bool // the run may be a sign
	beforeLetter bool // because it is between a figure and a letter: 8*bodyweight
	figure       int  // offset where that figure begins
}

// IsDelimiter reports whether a character is one of the marks.
func (d *delimiter) IsDelimiter(c byte) bool { return bytes.IndexByte(d.marks, c) >= 0 }

// CanOpenCloser reports whether two runs can mark what is between them. A run that may be a sign needs one of the same length; behind a
// figure it can only mark that figure: the 2 of **2**nd is marked, that of **do 2**BW** is not.
func (d *delimiter) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	first, last := opener.Processor.(*delimiter), closer.Processor.(*delimiter)
	switch {
	case opener.Char != closer.Char:
		return false
	case (first.doubtful || last.doubtful) && opener.OriginalLength != closer.OriginalLength:
		return false
	}
	return !last.beforeLetter || opener.Segment.Stop == last.figure
}

// OnMatch returns the node that two runs make.
func (d *delimiter) OnMatch(length int) ast.Node { return d.match(length) }

// runContext is a run of * or ~ with the text before it and the rest of its line.
type runContext struct{ before, run, after []byte }

// isSign reports whether the run is between figures or within a word.
func (s runContext) isSign() bool {
	return s.endsInFigure(s.before) && beginsWithFigure(s.after) || s.withinWord() || s.isOdd()
}

// withinWord reports whether the run is a single mark with a letter or a figure on both sides. Letters of scripts that put no spaces
// between words do not count: emphasis begins and ends among them.
func (s runContext) withinWord() bool {
	return len(s.run) == 1 && ofWord(s.last()) && ofWord(s.next())
}

func ofWord(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.N)
}

// beforeLetter reports whether the run is between a figure and a letter of a script that puts spaces between words.
func (s runContext) beforeLetter() bool {
	return unicode.IsNumber(s.last()) && unicode.IsLetter(s.next()) && ofWord(s.next())
}

// isLoose reports whether the run is a single mark between figures with a blank on one side: 3 *8.
func (s runContext) isLoose() bool {
	before, after := bytes.TrimRight(s.before, " \t"), bytes.TrimLeft(s.after, " \t")
	oneBlank := (len(before) < len(s.before)) != (len(after) < len(s.after))
	return oneBlank && len(s.run) == 1 && s.endsInFigure(before) && beginsWithFigure(after)
}

// isOdd reports whether the run is one of the two signs of 3 *8* 20: both are loose, with a single figure between them.
func (s runContext) isOdd() bool {
	if !s.isLoose() {
		return false
	}
	after := bytes.TrimLeftFunc(s.after, isFigure)
	if before := bytes.TrimRightFunc(s.before, isFigure); len(before) < len(s.before) {
		first := bytes.TrimSuffix(before, s.run)
		return len(first) < len(before) && runContext{first, s.run, s.before[len(before):]}.isLoose()
	}
	second := bytes.TrimPrefix(after, s.run)
	return len(second) < len(after) && runContext{s.after[:len(s.after)-len(after)], s.run, second}.isLoose()
}

func (s runContext) last() rune {
	r, _ := utf8.DecodeLastRune(s.before)
	return r
}

func (s runContext) next() rune {
	r, _ := utf8.DecodeRune(s.after)
	return r
}

// endsInFigure reports whether a text ends in a figure, with or without a unit: 3, 20kg, 8 reps, 70%, (8-12). A word that is multiplied
// counts too, as in 8*bodyweight.
func (s runContext) endsInFigure(text []byte) bool {
	text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte(")")), []byte("%"))
	figure := bytes.TrimRightFunc(text, unicode.IsLetter)
	if len(figure) < len(text) {
		if factor := bytes.TrimSuffix(figure, s.run); len(factor) < len(figure) {
			figure = factor
		} else {
			figure = bytes.TrimSuffix(figure, []byte(" "))
		}
	}
	r, _ := utf8.DecodeLastRune(figure)
	return unicode.IsNumber(r)
}

// beginsWithFigure reports whether a text begins with a figure: 8, (8-12), ~8.
func beginsWithFigure(text []byte) bool {
	r, _ := utf8.DecodeRune(bytes.TrimLeft(text[:min(len(text), 8)], "(~"))
	return unicode.IsNumber(r)
}

// isFigure reports whether a character is part of a figure or of a unit that is written directly behind it.
func isFigure(r rune) bool { return unicode.IsNumber(r) || unicode.IsLetter(r) || r == ',' || r == '.' }
