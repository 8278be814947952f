package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/legpress/legpress/generator/markdown/highlight"
)

// HTML is written in this file and nowhere else in the package. What comes from the text goes through appendEscaped, by the way of
// inlineWriter.text, chars and verbatim, unless the site lets HTML through. The fuzz test checks that.

// escapes are what is written for the bytes that have a meaning in HTML text or attributes, and for those that HTML forbids.
var escapes = func() (table [256]string) {
	for c := range ' ' {
		if c != '\t' && c != '\n' {
			table[c] = unreadable
		}
	}
	table[0x7f] = unreadable
	table['&'], table['<'], table['>'], table['"'] = "&amp;", "&lt;", "&gt;", "&quot;"
	return table
}()

func appendEscaped[T string | []byte](out []byte, s T) []byte {
	start := 0
	for i := range len(s) {
		if e := escapes[s[i]]; e != "" {
			out = append(append(out, s[start:i]...), e...)
			start = i + 1
		}
	}
	return append(out, s[start:]...)
}

// tag writes HTML as it is. Only this file calls it, and only with HTML of its own.
func (p *inlineWriter) tag(parts ...string) {
	for _, s := range parts {
		p.out = append(p.out, s...)
	}
}

// attribute writes the value of an attribute. Its words are not counted.
func (p *inlineWriter) attribute(s string) { p.out = appendEscaped(p.out, withLineFeeds(s)) }

// element writes an element around what inside writes. In plain text there is no element.
func (p *inlineWriter) element(name string, inside func()) {
	if p.html {
		p.tag("<", name, ">")
		defer p.tag("</", name, ">")
	}
	inside()
}

func emphasis(n *ast.Emphasis) string {
	if n.Level == 2 {
		return "strong"
	}
	return "em"
}

// node writes one node of the tree, with all that is in it.
func (w *writer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textNode(n)
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.textBlock(n)
	case *ast.Heading:
		w.heading(n)
	case *ast.Emphasis:
		w.wrap(emphasis(n), "", n)
	case *ast.CodeSpan:
		w.element("code", func() { w.code(n) })
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.listItem(n)
	case *ast.Blockquote:
		w.quotation(n)
	case *ast.ThematicBreak:
		w.tag("<hr>\n")
	case *ast.CodeBlock:
		w.codeBlock(n, "")
	case *ast.FencedCodeBlock:
		w.codeBlock(n, language(n, w.src))
	case *ast.RawHTML:
		w.rawHTML(n)
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
	case *east.Table:
		w.table(n)
	case *east.Strikethrough:
		w.wrap("del", "", n)
	case *east.TaskCheckBox:
		w.task(n)
	case *east.DefinitionList:
		w.wrap("dl", "\n", n)
	case *east.DefinitionTerm:
		w.beginBlock()
		w.wrap("dt", "\n", n)
	case *east.DefinitionDescription:
		w.wrap("dd", "\n", n)
	case *east.FootnoteLink:
		w.footnoteLink(n)
	case *east.FootnoteBacklink:
		w.footnoteBacklink(n)
	case *east.FootnoteList:
		w.footnotes(n)
	case *east.Footnote:
		w.footnote(n)
	default:
		w.children(n)
	}
}

func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

// wrap writes a node as an element without attributes, and end behind it.
func (w *writer) wrap(name, end string, n ast.Node) {
	w.tag("<", name, ">")
	w.children(n)
	w.tag("</", name, ">", end)
}

func (w *writer) textNode(n *ast.Text) {
	w.text(n.Segment.Start, n.Segment.Stop)
	switch {
	case n.HardLineBreak():
		w.tag("<br>\n")
	case n.SoftLineBreak():
		w.tag("\n")
	default:
		return
	}
	w.inWord = false
}

// paragraph writes a paragraph. Where a picture or cards are alone in it, they become blocks and the <p> is left out.
func (w *writer) paragraph(n *ast.Paragraph) {
	w.beginBlock()
	if w.aloneInParagraph = standsAlone(n); w.aloneInParagraph {
		w.children(n)
	} else {
		w.wrap("p", "\n", n)
	}
	w.aloneInParagraph = false
}

func (w *writer) textBlock(n *ast.TextBlock) {
	w.beginBlock()
	w.aloneInParagraph = standsAlone(n)
	w.children(n)
	w.aloneInParagraph = false
	if n.NextSibling() != nil && n.HasChildren() {
		w.tag("\n")
	}
}

// callout writes a quotation as a note with the name of its kind above it.
func (w *writer) callout(n *ast.Blockquote, kind string) {
	w.tag(`<div class="callout-`, kind, `" role="note">`, "\n", `<p class="kind">`)
	w.attribute(w.parser.options.Words.callout(kind))
	w.tag("</p>\n")
	w.children(n)
	w.tag("</div>\n")
}

// openHeading writes the start of a heading with its id.
func (w *writer) openHeading(level int, id string) {
	w.tag(`<h`, strconv.Itoa(level), ` id="`)
	w.attribute(id)
	w.tag(`">`)
}

// anchor writes the link of a heading to itself, from which readers copy its address. It has no words, so that only the theme's style
// shows it, and screen readers skip it.
func (w *writer) anchor(id string) {
	w.tag(`<a class="anchor" href="#`)
	w.attribute(escapeURL(id))
	w.tag(`" aria-hidden="true" tabindex="-1"></a>`)
}

func (w *writer) closeHeading(level int) { w.tag("</h", strconv.Itoa(level), ">\n") }

// codeBlock writes code. It takes the focus, so that wide code can be scrolled with the keyboard.
func (w *writer) codeBlock(n ast.Node, language string) {
	w.beginBlock()
	w.tag(`<pre tabindex="0"><code`)
	if language != "" {
		w.tag(` class="language-`)
		w.attribute(language)
		w.tag(`"`)
	}
	w.tag(">")
	if !w.inColours(n, language) {
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			w.verbatim(line.Value(w.src))
		}
	}
	w.tag("</code></pre>\n")
}

// inColours writes code with a class for each of its parts, and reports whether its language is known.
func (w *writer) inColours(n ast.Node, language string) bool {
	if language == "" {
		return false
	}
	runs := highlight.Runs(language, string(n.Lines().Value(w.src)))
	for _, run := range runs {
		if run.Kind == highlight.Plain {
			w.verbatim([]byte(run.Text))
			continue
		}
		w.tag(`<span class="code-`, string(run.Kind), `">`)
		w.verbatim([]byte(run.Text))
		w.tag("</span>")
		w.doc.Coloured = true
	}
	return runs != nil
}

// language returns the first word behind the fence of a code block.
func language(n *ast.FencedCodeBlock, src []byte) string {
	word := strings.Fields(resolved(n.Language(src)))
	if len(word) == 0 {
		return ""
	}
	return word[0]
}

// rawHTML lets HTML inside a paragraph through, or reports it.
func (w *writer) rawHTML(n *ast.RawHTML) {
	if !w.parser.options.RawHTML {
		w.reportRawHTML(n)
		return
	}
	w.doc.raw = true
	for _, segment := range n.Segments.Sliced(0, n.Segments.Len()) {
		w.out = append(w.out, segment.Value(w.src)...)
	}
	w.keepTags(n.Segments.Sliced(0, n.Segments.Len()))
}

// htmlBlock lets a block of HTML through, or reports it.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	if !w.parser.options.RawHTML {
		w.reportHTMLBlock(n)
		return
	}
	w.doc.raw = true
	lines := slices.Clone(n.Lines().Sliced(0, n.Lines().Len()))
	if n.HasClosure() {
		lines = append(lines, n.ClosureLine)
	}
	for _, line := range lines {
		w.out = append(w.out, line.Value(w.src)...)
	}
	w.keepTags(lines)
	if !bytes.HasSuffix(w.out, []byte("\n")) {
		w.tag("\n")
	}
}
