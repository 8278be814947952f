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

// What looks like markup and is shown as typed gets a warning with the right spelling. The finished tree is searched for it, in the words
// that readers see: not in code, addresses, the words of links and real markup. It is a warning, because somebody may mean just that; for
// the same reason ordinary prose must not cause any.

// checkMarkup looks at all blocks inside a node.
func (w *writer) checkMarkup(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			w.warnUnderlined(n)
		case *ast.CodeBlock:
			w.warnIndented(n)
		case *ast.FencedCodeBlock:
			w.warnUnclosedFence(n)
		case *ast.List:
			w.warnAccidentalList(n)
			w.warnNumbers(n)
		}
		switch {
		case hasWording(n):
			w.checkBlock(n)
		case n.Type() == ast.TypeBlock:
			w.checkMarkup(n)
		}
	}
}

// checkBlock looks at the words of one block, line by line.
func (w *writer) checkBlock(block ast.Node) {
	lines := block.Lines()
	if lines.Len() == 0 || !mayHoldMarkup(w.linesOf(block)) {
		return
	}
	start := lines.At(0).Start
	shown := w.shownText(block)
	texts := make([]string, lines.Len())
	for i := range texts {
		line := lines.At(i)
		words := bytes.TrimRight(line.Value(w.src), " \t\r\n")
		texts[i] = string(shown[line.Start-start:][:len(words)])
	}
	_, heading := block.(*ast.Heading)
	_, cell := block.(*east.TableCell)
	for i := range texts {
		texts[i] = w.warnShortcodes(texts[i], lines.At(i).Start)
	}
	for i, text := range texts {
		w.warnInline(text, lines.At(i).Start)
		w.warnEscaped(text, lines.At(i).Start)
		w.warnSpacedPicture(text, lines.At(i).Start)
		if !heading && !cell {
			w.warnLine(texts, i, lines.At(i).Start)
			w.warnCallout(block, i, text, lines.At(i).Start)
		}
	}
}

// hiddenByte replaces every byte of a line that is not shown as typed, escapedByte those that a backslash escapes.
const (
	hiddenByte  = '\x01'
	escapedByte = '\x02'
)

// mayHoldMarkup reports whether a block has any sign that markup begins with. Most blocks have none and need no further search.
func mayHoldMarkup(text []byte) bool {
	for i, c := range text {
		if beginsMarkup[c] && isMarkup(text, i) {
			return true
		}
	}
	return beginsOddly(text)
}

// beginsMarkup are the bytes with which markup can begin, or a line of which the first word tells.
var beginsMarkup = func() (table [256]bool) {
	for _, c := range []byte("*_`~[{&^=$%#+!:w\n") {
		table[c] = true
	}
	return table
}()

// isMarkup reports whether markup may begin with the byte at i, one of beginsMarkup.
func isMarkup(text []byte, i int) bool {
	c, rest := text[i], text[i:]
	switch c {
	case '%', '#', '+':
		return len(rest) > 1 && rest[1] == c
	case '!':
		return len(rest) > 1 && rest[1] == '('
	case ':':
		return bytes.HasPrefix(rest, []byte("://")) || i > 0 && text[i-1] == ' ' && len(rest) > 1 && rest[1] != ' '
	case 'w':
		return bytes.HasPrefix(rest, []byte("www."))
	case '\n':
		return beginsOddly(rest[1:])
	}
	return true
}

// beginsOddly reports whether a line does not begin with a word, behind what may stand before a paragraph.
func beginsOddly(line []byte) bool {
	line = bytes.TrimLeft(line[:min(len(line), 20)], " \t>")
	if len(line) < 2 {
		return false
	}
	letter := line[0]|0x20 >= 'a' && line[0]|0x20 <= 'z'
	return !letter || line[1] == ')' || line[0] == 'o' && line[1] == ' '
}

// shownText returns the source of a block, with hiddenByte for every byte that readers do not see as typed.
func (w *writer) shownText(block ast.Node) []byte {
	lines := block.Lines()
	start := lines.At(0).Start
	view := bytes.Repeat([]byte{hiddenByte}, lines.At(lines.Len()-1).Stop-start)
	w.showWords(block, view, start)
	w.hideSigns(view, start)
	return view
}

// hideSigns hides the signs of doses.
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
		s := runContext{w.src[:start+i], w.src[start+i : start+end], w.src[start+end : start+len(view)]}
		if s.isSign() || s.beforeLetter() || s.isLoose() {
			copy(view[i:end], bytes.Repeat([]byte{escapedByte}, end-i))
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
			view[i], view[i+1] = escapedByte, escapedByte
			i++
		}
	}
}

// inlineKind is a kind of markup that may be anywhere in a line.
type inlineKind struct {
	contains    string               // lines without it are not searched
	wantedCount func(count int) bool // whether it is that often in a line as it has to be; nil: once at least
	found       *regexp.Regexp
	matches     func(line string, at []int) bool // looks at a match and its neighbours; nil: every match counts
	fault       func(found []string) fault       // of the match and the groups of the expression
}

func odd(count int) bool { return count%2 == 1 }

func two(count int) bool { return count == 2 }

// warnInline warns of markup in one line.
func (w *writer) warnInline(line string, start int) {
	for _, kind := range inlineKinds {
		if count := strings.Count(line, kind.contains); count == 0 || kind.wantedCount != nil && !kind.wantedCount(count) {
			continue
		}
		for _, at := range kind.found.FindAllStringSubmatchIndex(line, -1) {
			if kind.matches == nil || kind.matches(line, at) {
				w.problem(w.pos(start+at[2], start+at[3]), diag.Warning, kind.fault(groups(w.src[start:], at)))
			}
		}
	}
}

// warnEscaped warns of markup whose signs are all escaped, as programs write it that turn other formats into Markdown.
func (w *writer) warnEscaped(line string, start int) {
	if !strings.ContainsRune(line, escapedByte) {
		return
	}
	for _, at := range markupInEscapes.FindAllIndex(w.src[start:start+len(line)], -1) {
		if line[at[0]] == escapedByte {
			w.problem(w.pos(start+at[0], start+at[1]), diag.Warning, fault{"escaped-markup", "readers see these signs: the \\ before each takes its meaning away.", "Take the \\ out, or the signs."})
		}
	}
}

var markupInEscapes = regexp.MustCompile(`\\\*\\\*[^\\*]+\\\*\\\*|\\\[[^\[\]\\]+\\?\]\\?\(` + addressed + `[^\s)]*\)?`)

// warnSpacedPicture warns of a line that begins with a picture whose ! stands apart, so that it is a link.
func (w *writer) warnSpacedPicture(line string, start int) {
	if !strings.HasPrefix(line, "! ") {
		return
	}
	if at := pictureBehindSpace.FindSubmatchIndex(w.src[start : start+len(line)]); at != nil {
		w.problem(w.pos(start, start+at[1]), diag.Warning, fault{"picture-spelling", "this is no picture: readers see a ! and a link.", "Write ![What it shows](" + string(w.src[start+at[2]:start+at[3]]) + ")."})
	}
}

var pictureBehindSpace = regexp.MustCompile(`^! +\[[^\[\]]*\]\( *<?([^\s()<>]+\.(?i:png|jpe?g|gif|webp|svg|avif|heic))[^()]*\)`)

// warnFrontMatter warns of keys of another program at the top of a text.
func (w *writer) warnFrontMatter(root ast.Node) {
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

// groups returns the groups of a match as they were typed; the first group is the whole markup.
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

// neighbours returns the characters before and after a part of a line; a blank at the ends of the line.
func neighbours(line string, start, stop int) (before, after rune) {
	before, after = ' ', ' '
	if start > 0 {
		before, _ = utf8.DecodeLastRuneInString(line[:start])
	}
	if stop < len(line) {
		after, _ = utf8.DecodeRuneInString(line[stop:])
	}
	return before, after
}
