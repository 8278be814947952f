package prose

import (
	"regexp"
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxHTML is how long the HTML of a text may be, in bytes: some hundred times the longest article.
const maxHTML = 16 << 20

// FromHTML returns HTML as Markdown. With autoParagraphs set, an empty line begins a paragraph and a line end breaks the line, as in the classic
// editor of WordPress.
func FromHTML(src string, autoParagraphs bool, l *Losses) string {
	if len(src) > maxHTML {
		return l.Mark(Loss{Reason: "HTML that is too long to be read", What: src[:100] + " ...", Noted: true})
	}
	root := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(src), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return l.Mark(Loss{Reason: "HTML that cannot be read", What: src, Noted: true})
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	if autoParagraphs {
		autop(root)
	}
	t := &tidier{losses: l, src: src}
	t.tidy(root, 0)
	c := converters.Get().(*converter.Converter)
	text, err := c.ConvertNode(root)
	converters.Put(c)
	if err != nil {
		return l.Mark(Loss{Reason: "HTML that cannot be turned into Markdown", What: src, Noted: true})
	}
	return shortAddresses(plainSigns(plainMarks.Replace(strings.TrimSpace(string(text)))))
}

// plainMarks writes marks in addresses as they were: the converter encodes them like other letters.
var plainMarks = strings.NewReplacer("%EE%80%80", string(markStart), "%EE%80%81", string(markEnd))

var anglePattern = regexp.MustCompile(`&[lg]t;`)

// plainSigns writes "<" and ">" instead of their entities, with a backslash where they could begin markup.
func plainSigns(text string) string {
	if !strings.Contains(text, "&lt;") && !strings.Contains(text, "&gt;") {
		return text
	}
	var edits []edit
	for _, m := range anglePattern.FindAllStringIndex(MaskCode(text), -1) {
		by, starts := ">", m[0] == 0 || text[m[0]-1] == '\n'
		if text[m[0]+1] == 'l' {
			by, starts = "<", m[1] < len(text) && strings.IndexByte(" \n0123456789=-", text[m[1]]) < 0
		}
		if starts {
			by = `\` + by
		}
		edits = append(edits, edit{m[0], m[1], by})
	}
	return apply(text, edits)
}

// shortAddresses writes a link whose words are its address as <address>.
func shortAddresses(text string) string {
	if !strings.Contains(text, "http") {
		return text
	}
	return Relink(text, func(l Link) Change {
		if !l.Picture && !l.Auto && strings.HasPrefix(l.Dest, "http") && Unescape(l.Words) == l.Dest && !strings.ContainsAny(l.Dest, " <>\n") {
			return Replace("<" + l.Dest + ">")
		}
		return Keep()
	})
}

// converters are kept for the next texts. One works for one text at a time: it sorts its own lists in place.
var converters = sync.Pool{New: func() any { return newConverter() }}

func newConverter() *converter.Converter {
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(
			commonmark.WithLinkEmptyHrefBehavior(commonmark.LinkBehaviorSkip),
			commonmark.WithLinkEmptyContentBehavior(commonmark.LinkBehaviorSkip),
			commonmark.WithListEndComment(false),
		),
		strikethrough.NewStrikethroughPlugin(),
		table.NewTablePlugin(table.WithHeaderPromotion(true), table.WithSkipEmptyRows(true), table.WithNewlineBehavior(table.NewlineBehaviorPreserve),
			table.WithSpanCellBehavior(table.SpanBehaviorMirror), table.WithPresentationTables(true), table.WithCellPaddingBehavior(table.CellPaddingBehaviorMinimal)),
	))
	c.Register.RendererFor("img", converter.TagTypeInline, picture, converter.PriorityEarly)
	c.Register.RendererFor("dl", converter.TagTypeBlock, definitionList, converter.PriorityEarly)
	return c
}

// picture writes a picture so that Links finds it again, whatever is in its address.
func picture(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	if src := strings.TrimSpace(attr(n, "src")); src != "" {
		_, _ = w.WriteString(Picture(strings.Join(strings.Fields(attr(n, "alt")), " "), src, attr(n, "title")))
	}
	return converter.RenderSuccess
}

// definitionList writes a list of terms, each above its definitions.
func definitionList(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	_, _ = w.WriteString("\n\n")
	var write func(*html.Node)
	write = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			var b strings.Builder
			switch c.DataAtom {
			case atom.Dt:
				ctx.RenderChildNodes(ctx, &b, c)
				_, _ = w.WriteString("\n" + strings.Join(strings.Fields(b.String()), " ") + "\n")
			case atom.Dd:
				ctx.RenderChildNodes(ctx, &b, c)
				_, _ = w.WriteString(": " + strings.ReplaceAll(strings.TrimSpace(b.String()), "\n", "\n  ") + "\n")
			case atom.Div:
				write(c)
			}
		}
	}
	write(n)
	_, _ = w.WriteString("\n\n")
	return converter.RenderSuccess
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func setAttr(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

// words returns the text in a node on one line.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if d.DataAtom == atom.Br || d.DataAtom == atom.P {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// PlainText returns the words of HTML.
func PlainText(src string) string {
	if !strings.ContainsAny(src, "<&\x00") {
		return strings.Join(strings.Fields(withoutMarks(src)), " ")
	}
	nodes, err := html.ParseFragment(strings.NewReader(src), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return ""
	}
	var parts []string
	for _, n := range nodes {
		if n.Type == html.TextNode {
			parts = append(parts, n.Data)
		} else if n.Type == html.ElementNode {
			parts = append(parts, words(n))
		}
	}
	return strings.Join(strings.Fields(markPattern.ReplaceAllString(strings.Join(parts, ""), "")), " ")
}

func outerHTML(n *html.Node) string {
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		return "<" + n.Data + ">"
	}
	return b.String()
}
