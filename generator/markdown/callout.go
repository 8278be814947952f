package markdown

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/legpress/legpress/generator/diag"
)

// calloutKinds are the kinds of callout that GitHub has: a quotation whose first line is [!NOTE].
var calloutKinds = []string{"note", "tip", "important", "warning", "caution"}

// calloutLine is the first line of a callout, and what may stand behind its kind by mistake.
var calloutLine = regexp.MustCompile(`^\[!([A-Za-z]+)\][ \t]*(.*?)[ \t\r\n]*$`)

// quotation writes a quotation, or the callout that it is.
func (w *writer) quotation(n *ast.Blockquote) {
	first, line := firstLine(n, w.src)
	kind, wrong := calloutOf(line)
	switch {
	case wrong != nil:
		start := first.Lines().At(0).Start
		w.problem(w.pos(start, start+strings.IndexByte(line, ']')+1), diag.Error, *wrong)
		fallthrough
	case kind == "":
		w.wrap("blockquote", "\n", n)
	default:
		dropLine(first)
		w.callout(n, kind)
	}
}

// firstLine returns the first paragraph of a quotation, and its first line; nil and "" where it begins with something else.
func firstLine(n *ast.Blockquote, src []byte) (*ast.Paragraph, string) {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return nil, ""
	}
	line := p.Lines().At(0)
	if t, ok := p.FirstChild().(*ast.Text); !ok || t.Segment.Start != line.Start {
		return nil, "" // it is a link, whose address stands elsewhere
	}
	return p, string(line.Value(src))
}

// calloutOf returns the kind of callout that a line begins; "" where it begins none. The fault is of one that was meant and is wrong.
func calloutOf(line string) (kind string, wrong *fault) {
	m := calloutLine.FindStringSubmatch(line)
	if m == nil {
		return "", nil
	}
	kind, name := strings.ToLower(m[1]), "[!"+strings.ToUpper(m[1])+"]"
	meant := calloutMeant(kind)
	switch known := slices.Contains(calloutKinds, kind); {
	case known && m[2] == "":
		return kind, nil
	case known:
		return "", &fault{"callout-words", "these words stand on the line of " + name + ", where nothing else may be.", "Write them on the next line, with > in front."}
	case meant != "":
		return "", &fault{"unknown-callout", "there is no callout " + name + ".", "Did you mean [!" + strings.ToUpper(meant) + "]?"}
	case m[2] == "":
		return "", &fault{"unknown-callout", "there is no callout " + name + ".", "There are: [!" + strings.ToUpper(strings.Join(calloutKinds, "], [!")) + "]."}
	}
	return "", nil // words in brackets at the start of a quotation: [!sic]
}

// calloutMeant returns the kind that was meant, or "". Other programs have more kinds than GitHub.
func calloutMeant(kind string) string {
	switch kind {
	case "info", "abstract", "summary", "example":
		return "note"
	case "hint", "success":
		return "tip"
	case "attention":
		return "warning"
	case "danger", "error", "bug":
		return "caution"
	}
	return diag.Nearest(kind, calloutKinds)
}

// warnCallout warns of a line that was meant to begin a callout and does not: it lacks the ! or the >, or is below other words.
func (w *writer) warnCallout(block ast.Node, i int, line string, start int) {
	m := lostCalloutLine.FindStringSubmatchIndex(line)
	if m == nil {
		return
	}
	_, quoted := block.Parent().(*ast.Blockquote)
	if quoted && i == 0 && block.PreviousSibling() == nil && calloutLine.MatchString(line) {
		return // the quotation says what is wrong
	}
	name := line[m[4]:m[5]]
	if alone := m[1] == len(line); line[m[2]:m[3]] == "[" && name != strings.ToUpper(name) && (!quoted || !alone) {
		return // a remark in brackets: [Note]
	}
	w.problem(w.pos(start, start+m[1]), diag.Warning, fault{"callout-spelling", "readers see the brackets: this makes no note.",
		"Write > [!" + strings.ToUpper(name) + "] with an empty line above it, and > and the words on the next line."})
}

// lostCalloutLine is the first line of a callout, as people write it by mistake. The first group is what stands before its kind, the second its kind.
var lostCalloutLine = regexp.MustCompile(`^(!?\[!?) *((?i:note|tip|important|warning|caution))\]`)

// dropLine removes the first line of a paragraph, and a paragraph that is left empty.
func dropLine(p *ast.Paragraph) {
	end := p.Lines().At(0).Stop
	for c := p.FirstChild(); c != nil; c = p.FirstChild() {
		if t, ok := c.(*ast.Text); !ok || t.Segment.Start >= end {
			return
		}
		p.RemoveChild(p, c)
	}
	p.Parent().RemoveChild(p.Parent(), p)
}

// callout returns what a kind of callout is called.
func (w Words) callout(kind string) string {
	switch kind {
	case "note":
		return w.Note
	case "tip":
		return w.Tip
	case "important":
		return w.Important
	case "warning":
		return w.Warning
	}
	return w.Caution
}
