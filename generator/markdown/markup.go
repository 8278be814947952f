package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/legpress/legpress/generator/diag"
)

// What looks like markup and is shown as it was typed gets a warning with the right spelling. This is asked of the finished tree, of
// the words that readers see: not of code, addresses, the words of links and what is markup. It is a warning, as somebody may mean
// just that; and so it has to be quiet about real prose.

// markupBelow looks at all blocks inside a node.
func (w *writer) markupBelow(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			w.underlined(n)
		case *ast.CodeBlock:
			w.indented(n)
		case *ast.FencedCodeBlock:
			w.unclosedFence(n)
		case *ast.List:
			w.accidentalList(n)
			w.recounted(n)
		}
		switch {
		case hasWording(n):
			w.markupIn(n)
		case n.Type() == ast.TypeBlock:
			w.markupBelow(n)
		}
	}
}

// markupIn looks at the words of one block, line by line.
func (w *writer) markupIn(block ast.Node) {
	lines := block.Lines()
	if lines.Len() == 0 || !mayHoldMarkup(w.linesOf(block)) {
		return
	}
	start := lines.At(0).Start
	shown := w.shown(block)
	texts := make([]string, lines.Len())
	for i := range texts {
		line := lines.At(i)
		words := bytes.TrimRight(line.Value(w.src), " \t\r\n")
		texts[i] = string(shown[line.Start-start:][:len(words)])
	}
	_, heading := block.(*ast.Heading)
	_, cell := block.(*east.TableCell)
	for i, text := range texts {
		w.inlineMarkup(text, lines.At(i).Start)
		w.escapedMarkup(text, lines.At(i).Start)
		w.spacedPicture(text, lines.At(i).Start)
		if !heading && !cell {
			w.lineMarkup(texts, i, lines.At(i).Start)
			w.lostCallout(block, i, text, lines.At(i).Start)
		}
	}
}

// hidden stands in the place of every byte of a line that is not shown as it was typed, escaped for those behind a backslash.
const (
	hidden  = '\x01'
	escaped = '\x02'
)

// mayHoldMarkup reports whether there is anything to look for in a block. Most blocks of a text end here.
func mayHoldMarkup(text []byte) bool {
	for i, c := range text {
		rest := text[i:]
		switch c {
		case '*', '_', '`', '~', '[', '{', '&', '^', '=', '$':
			return true
		case '%', '#', '+':
			if len(rest) > 1 && rest[1] == c {
				return true
			}
		case '!':
			if len(rest) > 1 && rest[1] == '(' {
				return true
			}
		case ':':
			if bytes.HasPrefix(rest, []byte("://")) || i > 0 && text[i-1] == ' ' && len(rest) > 1 && rest[1] != ' ' {
				return true
			}
		case 'w':
			if bytes.HasPrefix(rest, []byte("www.")) {
				return true
			}
		}
		if (i == 0 || text[i-1] == '\n') && beginsOddly(bytes.TrimLeft(rest[:min(len(rest), 20)], " \t>")) {
			return true
		}
	}
	return false
}

// beginsOddly reports whether a line begins with anything but a word.
func beginsOddly(line []byte) bool {
	if len(line) < 2 {
		return false
	}
	letter := line[0]|0x20 >= 'a' && line[0]|0x20 <= 'z'
	return !letter || line[1] == ')' || line[0] == 'o' && line[1] == ' '
}

// shown returns the source of a block, with all bytes hidden that are not words for readers.
func (w *writer) shown(block ast.Node) []byte {
	lines := block.Lines()
	start := lines.At(0).Start
	view := bytes.Repeat([]byte{hidden}, lines.At(lines.Len()-1).Stop-start)
	w.showWords(block, view, start)
	w.hideSigns(view, start)
	return view
}

// hideSigns takes out what is part of a dose.
func (w *writer) hideSigns(view []byte, start int) {
	for i := 0; i < len(view); i++ {
		c := view[i]
		if c != '*' && c != '~' {
			continue
		}
		end := i + 1
		for end < len(view) && view[end] == c {
			end++
		}
		s := surroundings{w.src[:start+i], w.src[start+i : start+end], w.src[start+end : start+len(view)]}
		if s.isSign() || s.beforeLetter() || s.isLoose() {
			copy(view[i:end], bytes.Repeat([]byte{escaped}, end-i))
		}
		i = end - 1
	}
}

func (w *writer) showWords(n ast.Node, view []byte, start int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.showText(c, view, start)
		case *ast.Emphasis, *east.Strikethrough:
			w.showWords(c, view, start)
		}
	}
}

func (w *writer) showText(n *ast.Text, view []byte, start int) {
	from, to := n.Segment.Start-start, n.Segment.Stop-start
	if from < 0 || to > len(view) {
		return
	}
	copy(view[from:to], w.src[n.Segment.Start:n.Segment.Stop])
	for i := from; i+1 < to; i++ {
		if view[i] == '\\' && util.IsPunct(view[i+1]) {
			view[i], view[i+1] = escaped, escaped
			i++
		}
	}
}

// inlineKind is one kind of markup that may stand anywhere in a line.
type inlineKind struct {
	needs string               // a line without it is not looked at
	times func(count int) bool // how often that has to stand in a line; nil: once at least
	found *regexp.Regexp
	is    func(line string, at []int) bool // nil: every place that was found; it looks at the place and what is near it
	fault func(found []string) fault       // of the place and the groups of the expression
}

func odd(count int) bool { return count%2 == 1 }

func two(count int) bool { return count == 2 }

// inlineMarkup warns of what stands in one line.
func (w *writer) inlineMarkup(line string, start int) {
	for _, kind := range inlineKinds {
		if count := strings.Count(line, kind.needs); count == 0 || kind.times != nil && !kind.times(count) {
			continue
		}
		for _, at := range kind.found.FindAllStringSubmatchIndex(line, -1) {
			if kind.is == nil || kind.is(line, at) {
				w.problem(w.pos(start+at[2], start+at[3]), diag.Warning, kind.fault(groups(w.src[start:], at)))
			}
		}
	}
}

// escapedMarkup warns of markup that only backslashes keep from being it, as programs write it that turn other texts into Markdown.
func (w *writer) escapedMarkup(line string, start int) {
	if !strings.ContainsRune(line, escaped) {
		return
	}
	for _, at := range markupInEscapes.FindAllIndex(w.src[start:start+len(line)], -1) {
		if line[at[0]] == escaped {
			w.problem(w.pos(start+at[0], start+at[1]), diag.Warning, fault{"escaped-markup", "readers see these signs: the \\ before each takes its meaning away.", "Take the \\ out, or the signs."})
		}
	}
}

var markupInEscapes = regexp.MustCompile(`\\\*\\\*[^\\*]+\\\*\\\*|\\\[[^\[\]\\]+\\?\]\\?\(` + addressed + `[^\s)]*\)?`)

// spacedPicture warns of a line that begins with a picture whose ! stands apart, so that it is a link.
func (w *writer) spacedPicture(line string, start int) {
	if !strings.HasPrefix(line, "! ") {
		return
	}
	if at := pictureBehindSpace.FindSubmatchIndex(w.src[start : start+len(line)]); at != nil {
		w.problem(w.pos(start, start+at[1]), diag.Warning, fault{"picture-spelling", "this is no picture: readers see a ! and a link.", "Write ![What it shows](" + string(w.src[start+at[2]:start+at[3]]) + ")."})
	}
}

var pictureBehindSpace = regexp.MustCompile(`^! +\[[^\[\]]*\]\( *<?([^\s()<>]+\.(?i:png|jpe?g|gif|webp|svg|avif|heic))[^()]*\)`)

// leftFrontMatter warns of keys of another program at the top of a text.
func (w *writer) leftFrontMatter(root ast.Node) {
	p, ok := root.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() < 2 {
		return
	}
	for i := range 2 {
		line := p.Lines().At(i)
		if !frontMatterLine.Match(line.Value(w.src)) {
			return
		}
	}
	line := p.Lines().At(0)
	w.problem(w.pos(line.Start, line.Stop), diag.Warning, fault{"front-matter-in-text", "readers see these lines: they say what the text is, and stand in the text.", "Write them between the lines of +++ at the top, as title = \"...\"."})
}

// groups returns the texts of an expression's groups as they were typed: the first is the place.
func groups(typed []byte, at []int) []string {
	var found []string
	for i := 2; i+1 < len(at); i += 2 {
		if at[i] < 0 {
			found = append(found, "")
			continue
		}
		found = append(found, string(typed[at[i]:at[i+1]]))
	}
	return found
}

// near returns the characters on both sides of a place in a line; a blank at its ends.
func near(line string, start, stop int) (before, after rune) {
	before, after = ' ', ' '
	if start > 0 {
		before, _ = utf8.DecodeLastRuneInString(line[:start])
	}
	if stop < len(line) {
		after, _ = utf8.DecodeRuneInString(line[stop:])
	}
	return before, after
}
