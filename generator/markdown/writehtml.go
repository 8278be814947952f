package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/legpress/legpress/generator/markdown/highlight"
)

// HTML is written in this file and nowhere else in the package. What comes from the text goes through appendEscaped, by the way of
// inlineWriter.text, chars and verbatim, unless the site lets HTML through. The fuzz test checks that.

// escapes are what is written for the bytes that have a meaning in HTML text or attributes, and for those that HTML forbids.
var escapes = func() (table [256]string) {
	for c := range ' ' {
		if c != '\t' && c != '\n' && c != '\r' {
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
func (p *inlineWriter) attribute(s string) { p.out = appendEscaped(p.out, s) }

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

// video writes the link to a video, with the address of the frame by which a script replaces it when a reader clicks.
func (w *writer) video(address string, v Video, name string) {
	w.tag(`<p class="video"><a href="`)
	w.attribute(escapeURL(address))
	w.tag(`" data-frame="`)
	w.attribute(v.Frame)
	w.tag(`">`)
	w.chars(name)
	w.tag("</a> <small>")
	w.attribute(w.parser.options.Words.Video)
	w.tag(" · ")
	w.attribute(v.Host)
	w.tag("</small></p>\n")
}

// outsidePicture writes a picture that stays on another website. That website does not learn which page shows it.
func (w *writer) outsidePicture(address string, ref Ref) {
	if ref.Caption { // the paragraph around it was left out
		w.tag("<p>")
		defer w.tag("</p>\n")
	}
	w.tag(`<img src="`)
	w.attribute(escapeURL(address))
	w.tag(`" alt="`)
	w.attribute(ref.Alt)
	if ref.Title != "" {
		w.tag(`" title="`)
		w.attribute(ref.Title)
	}
	w.tag(`" loading="lazy" decoding="async" referrerpolicy="no-referrer">`)
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

func (w *writer) list(n *ast.List) {
	switch {
	case !n.IsOrdered():
		w.wrap("ul", "\n", n)
	case n.Start == 1:
		w.wrap("ol", "\n", n)
	default:
		w.tag(`<ol start="`, strconv.Itoa(n.Start), `">`)
		w.children(n)
		w.tag("</ol>\n")
	}
}

func (w *writer) listItem(n *ast.ListItem) {
	if first := n.FirstChild(); first != nil {
		if _, ok := first.FirstChild().(*east.TaskCheckBox); ok {
			w.tag(`<li class="task">`)
			w.children(n)
			w.tag("</li>\n")
			return
		}
	}
	w.wrap("li", "\n", n)
}

// task writes the box of a task as a sign, not as a form control, because nobody can tick it.
func (w *writer) task(n *east.TaskCheckBox) {
	word, sign := w.parser.options.Words.Open, "☐"
	if n.IsChecked {
		word, sign = w.parser.options.Words.Done, "☑"
	}
	w.tag(`<span class="check" role="img" aria-label="`)
	w.attribute(word)
	w.tag(`">`, sign, `</span> `)
}

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

// openLink writes the start of a link. An address on the site becomes a reference, which is filled in later.
func (w *writer) openLink(to address, title string, ref Ref) {
	w.tag(`<a href="`)
	if to.url != "" {
		w.attribute(escapeURL(to.url))
	} else {
		w.addRef(ref)
	}
	if title != "" {
		w.tag(`" title="`)
		w.attribute(title)
	}
	w.tag(`">`)
}

// escapeURL writes characters that no address may have as %XX.
func escapeURL(url string) string { return string(util.URLEscape([]byte(url), false)) }

func (w *writer) closeLink() { w.tag("</a>") }

// citation writes the number of a source as a link to the list of sources.
func (w *writer) citation(number string, first bool, ref Ref) {
	w.tag(`<sup class="cite">`)
	w.addRef(ref)
	w.tag(`[<a href="#`)
	w.attribute(w.prefix)
	w.tag(`source-`, number, `"`)
	if first {
		w.tag(` id="`)
		w.attribute(w.take("cite-" + number))
		w.tag(`"`)
	}
	w.tag(` role="doc-biblioref" aria-label="`)
	w.attribute(w.parser.options.Words.Source)
	w.tag(" ", number, `">`, number, `</a>]</sup>`)
}

// footnoteLink writes the number of a footnote. Inside another link it is no link.
func (w *writer) footnoteLink(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.tag(`<sup class="note" id="`)
	w.attribute(w.take(w.refer(n.Index)))
	if w.inLink {
		w.reportFootnoteInLink(n)
		w.tag(`">`, number, `</sup>`)
		return
	}
	w.tag(`"><a href="#`)
	w.attribute(w.prefix)
	w.tag(`fn-`, number, `" role="doc-noteref" aria-label="`)
	w.attribute(w.parser.options.Words.Footnote)
	w.tag(" ", number, `">`, number, `</a></sup>`)
}

// footnoteBacklink writes the link from a footnote back to the text, if the text has a link to it.
func (w *writer) footnoteBacklink(n *east.FootnoteBacklink) {
	if n.RefIndex >= w.references[n.Index] {
		return
	}
	place := referenceID(n.Index, n.RefIndex+1)
	w.tag("\u00a0", `<a href="#`)
	w.attribute(w.prefix)
	w.tag(place, `" role="doc-backlink" aria-label="`)
	w.attribute(w.parser.options.Words.Back)
	w.tag(" ", strings.TrimPrefix(place, "fnref-"), `">↩`, "\ufe0e", `</a>`)
}

func (w *writer) footnotes(n *east.FootnoteList) {
	w.tag(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.attribute(w.parser.options.Words.Footnotes)
	w.tag(`">`, "\n<ol>\n")
	w.children(n)
	w.tag("</ol>\n</section>\n")
}

func (w *writer) footnote(n *east.Footnote) {
	w.tag(`<li id="`)
	w.attribute(w.take("fn-" + strconv.Itoa(n.Index)))
	w.tag(`">`)
	w.children(n)
	w.tag("</li>\n")
}

// table writes a table in a box that takes the focus, so that a wide table can be scrolled with the keyboard. The box is a group, not a
// region: a page may have many of them, and regions are for navigation.
func (w *writer) table(n *east.Table) {
	w.tag(`<div class="table" role="group" tabindex="0" aria-label="`)
	w.attribute(w.tableLabel(n))
	w.tag(`">`, "<table>\n<thead>\n")
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*east.TableHeader)
		w.row(row, head)
		switch {
		case head && row.NextSibling() != nil:
			w.tag("</thead>\n<tbody>\n")
		case head:
			w.tag("</thead>\n")
		case row.NextSibling() == nil:
			w.tag("</tbody>\n")
		}
	}
	w.tag("</table></div>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	w.tag("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		w.cell(c.(*east.TableCell), head && c.HasChildren()) // an empty cell is no heading
	}
	w.tag("</tr>\n")
}

func (w *writer) cell(n *east.TableCell, head bool) {
	name, start := "td", "<td"
	if head {
		name, start = "th", `<th scope="col"`
	}
	w.tag(start)
	switch n.Alignment {
	case east.AlignRight:
		w.tag(` class="right"`)
	case east.AlignCenter:
		w.tag(` class="center"`)
	}
	w.tag(">")
	w.beginBlock()
	w.children(n)
	w.tag("</", name, ">")
}

// rawHTML lets HTML inside a paragraph through, or reports it.
func (w *writer) rawHTML(n *ast.RawHTML) {
	if !w.parser.options.RawHTML {
		w.reportRawHTML(n)
		return
	}
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
