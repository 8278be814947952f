package markdown

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// What the hints on several tags have in common.
const (
	takeTagsOut    = "Take out <TAG> and </TAG>: "
	lookIsTheTheme = "how a page looks is up to the theme."
	letThrough     = "To let HTML through, set raw_html = true in site.toml."
	trusted        = `To let it through, set raw_html = true in site.toml: "legpress explain outside" says what that means for your readers.`
)

// htmlWriting says what to write instead of a tag, by its name and, where it matters, what it stands in: a cell, a heading or alone, as a
// block. ADDRESS stands for where the tag leads or what it shows, TAG for its name.
var htmlWriting = map[string]string{
	"br": `Write \ for it, and begin a new line behind it.`, "br cell": "Write a comma for it: a cell of a table has one line.",
	"br heading": "Write a comma or a dash for it: a heading has one line.", "br block": "Take it out: an empty line ends a paragraph.",
	"b": "Write **words** for heavy type.", "strong": "Write **words** for heavy type.",
	"i": "Write *words* for slanted type.", "em": "Write *words* for slanted type.",
	"u": "Write **words** for heavy type: readers take underlined words for a link.", "ins": "Write **words** for heavy type: readers take underlined words for a link.",
	"s": "Write ~~words~~ to strike them out.", "strike": "Write ~~words~~ to strike them out.", "del": "Write ~~words~~ to strike them out.",
	"sup": "Type the sign itself, such as ² or ³.", "sub": "Type the sign itself, such as ₂.",
	"center": takeTagsOut + lookIsTheTheme, "font": takeTagsOut + lookIsTheTheme, "big": takeTagsOut + lookIsTheTheme, "small": takeTagsOut + lookIsTheTheme,
	"style": "Take out all between <style> and </style>: " + lookIsTheTheme, "span": takeTagsOut + lookIsTheTheme + " " + letThrough, "div": takeTagsOut + lookIsTheTheme + " " + letThrough,
	"p":  "Take out <TAG> and </TAG>: an empty line ends a paragraph.",
	"h1": "Write ## and a space before the words of a heading.", "h2": "Write ## and a space before the words of a heading.",
	"h3": "Write ### and a space before the words of this heading.", "h4": "Write #### and a space before the words of this heading.",
	"ul": "Write - and a space before each line of a list.", "ol": "Write 1. and a space before the first line of a list, 2. before the next.", "li": "Write - and a space before each line of a list.",
	"table": "Write | between the cells of each row, and | --- | --- | below the first row. " + letThrough,
	"hr":    "Write --- with an empty line above and below.", "blockquote": "Write > and a space before each line of a quotation.",
	"code": "Write `words` for what is typed.", "pre": "Write a line of ``` above and below.",
	"a": "Write [words](ADDRESS).", "img": "Write ![What it shows](ADDRESS).",
	"script": "Take it out: a script can change everything on a page. " + trusted, "iframe": "Write a link: [words](ADDRESS). " + trusted,
	"form": "Write a link to where readers can write to you. " + trusted, "object": "Write a link: [words](ADDRESS).", "embed": "Write a link: [words](ADDRESS).",
	"video": "Write a link: [words](ADDRESS). " + letThrough, "audio": "Write a link: [words](ADDRESS). " + letThrough,
}

// reportRawHTML reports a tag inside a paragraph, unless it closes one that was reported.
func (w *writer) reportRawHTML(n *ast.RawHTML) {
	lines := n.Segments.Sliced(0, n.Segments.Len())
	raw := w.valueOf(lines)
	if name := tagName(raw); !w.closesReported(raw, name) {
		w.unclosed = append(w.unclosed, name)
		w.problem(w.pos(lines[0].Start, lines[len(lines)-1].Stop), diag.Error, htmlFault(name, placeOf(n), raw))
	}
}

// reportHTMLBlock reports lines of HTML, at the first of them, unless they close what was reported.
func (w *writer) reportHTMLBlock(n *ast.HTMLBlock) {
	line := n.Lines().At(0)
	start := line.Stop - len(bytes.TrimLeft(w.src[line.Start:line.Stop], " \t"))
	raw := bytes.TrimLeft(w.valueOf(n.Lines().Sliced(0, n.Lines().Len())), " \t")
	name := tagName(raw)
	if w.closesReported(raw, name) {
		return
	}
	if !n.HasClosure() && !bytes.Contains(bytes.ToLower(raw), []byte("</"+name)) {
		w.unclosed = append(w.unclosed, name)
	}
	w.problem(w.pos(start, line.Stop), diag.Error, htmlFault(name, "block", raw))
}

func (w *writer) valueOf(lines []text.Segment) []byte {
	var raw []byte
	for _, line := range lines {
		raw = append(raw, line.Value(w.src)...)
	}
	return raw
}

// tagName returns the name of the tag at the beginning of HTML, in small letters; of a comment its sign.
func tagName(raw []byte) string {
	name := bytes.TrimLeft(raw[:min(len(raw), 100)], "</")
	if end := bytes.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	return strings.ToLower(string(name))
}

// closesReported reports whether HTML begins with the end of a tag that was reported, and forgets that one.
func (w *writer) closesReported(raw []byte, name string) bool {
	if !bytes.HasPrefix(raw, []byte("</")) {
		return false
	}
	for i := len(w.unclosed) - 1; i >= 0 && i >= len(w.unclosed)-100; i-- {
		if w.unclosed[i] == name {
			w.unclosed = append(w.unclosed[:i], w.unclosed[i+1:]...)
			return true
		}
	}
	return false
}

// placeOf returns what a node stands in, in the words of htmlWriting: "" where that does not matter.
func placeOf(n ast.Node) string {
	for n.Type() != ast.TypeBlock {
		n = n.Parent()
	}
	switch n.(type) {
	case *east.TableCell:
		return "cell"
	case *ast.Heading:
		return "heading"
	}
	return ""
}

// htmlFault returns the fault of HTML that is not let through: all of it, with the name of its first tag and what it stands in.
func htmlFault(name, place string, raw []byte) fault {
	if strings.HasPrefix(name, "!--") {
		return fault{"raw-html", "this is a comment in HTML, which would not be shown.", "Take it out. " + letThrough}
	}
	f := fault{"raw-html", "this is HTML, which would not be shown.", `Write it in Markdown. If it is meant as text, write \< for <. ` + letThrough}
	address, isVideo := htmlAddress(name, raw)
	hint := cmp.Or(htmlWriting[name+" "+place], htmlWriting[name])
	switch {
	case isVideo:
		f.hint = "Write it as a video on a line of its own: ![What it shows](" + address + ")."
	case hint != "":
		f.hint = strings.NewReplacer("ADDRESS", address, "TAG", name).Replace(hint)
	}
	return f
}

// htmlAddress returns where the first tag of that name leads, or what it shows; if there is a video in the HTML, its address.
func htmlAddress(name string, raw []byte) (address string, isVideo bool) {
	address = "address"
	for _, tag := range rawhtml.Tags(raw, func(int, int) diag.Position { return diag.Position{} }) {
		for _, a := range tag.Attributes {
			if a.Name != "src" && a.Name != "href" && a.Name != "data" || a.Value == "" || len(a.Value) > longestAddress {
				continue
			}
			if to := htmlPath(a.Value); tag.Name == "iframe" && isVideoAt(to) {
				return to, true
			} else if tag.Name == name && address == "address" {
				address = to
			}
		}
	}
	return address, false
}

// htmlPath returns an address of HTML as it is written in a text.
func htmlPath(address string) string {
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") {
		return "https:" + address
	}
	return written(address)
}

func isVideoAt(address string) bool {
	_, ok := VideoAt(address)
	return ok
}
