package ghost

import (
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/markup"
	"github.com/legpress/legpress/generator/importer/prose"
)

// unreadable returns the note of a text whose format cannot be read.
func (c *content) unreadable(src string) string {
	return "<p>" + c.losses.Mark(prose.Loss{Reason: reasonCard, What: src, Noted: true}) + "</p>"
}

// node is a node of Lexical, the editor since version 5.
type node struct {
	Type     string            `json:"type"`
	Tag      string            `json:"tag"`
	ListType string            `json:"listType"`
	Text     string            `json:"text"`
	URL      string            `json:"url"`
	Format   json.RawMessage   `json:"format"` // a number for text, and otherwise where it stands
	Start    scalar            `json:"start"`
	Children []json.RawMessage `json:"children"`
}

// maxNesting is how deeply nodes may be nested. What is deeper stays out with a note.
const maxNesting = 200

// lexical returns a text of Lexical as HTML.
func (c *content) lexical(src string) string {
	var file struct {
		Root struct {
			Children []json.RawMessage `json:"children"`
		} `json:"root"`
	}
	if json.Unmarshal([]byte(src), &file) != nil {
		return c.unreadable(src)
	}
	return c.nodes(file.Root.Children, 0)
}

func (c *content) nodes(list []json.RawMessage, depth int) string {
	var b strings.Builder
	for _, data := range list {
		var n node
		if json.Unmarshal(data, &n) != nil || depth > maxNesting {
			b.WriteString(c.unreadable(markup.Clean(string(data))))
			continue
		}
		b.WriteString(c.nodeHTML(&n, data, depth))
	}
	return b.String()
}

// nodeHTML returns a node as HTML.
func (c *content) nodeHTML(n *node, data json.RawMessage, depth int) string {
	inside := func() string { return c.nodes(n.Children, depth+1) }
	switch n.Type {
	case "paragraph":
		return "<p>" + inside() + "</p>"
	case "heading", "extended-heading":
		return around(headingTag(n.Tag), inside())
	case "quote", "extended-quote", "aside":
		return "<blockquote>" + inside() + "</blockquote>"
	case "list":
		return c.listHTML(n, depth)
	case "listitem":
		return "<li>" + inside() + "</li>"
	case "link", "autolink":
		return `<a href="` + html.EscapeString(markup.Clean(n.URL)) + `">` + inside() + "</a>"
	case "at-link", "zwnj", "at-link-search":
		return ""
	case "linebreak":
		return "<br>"
	case "tab":
		return " "
	case "text", "extended-text", "code-highlight", "tk":
		var format int
		_ = json.Unmarshal(n.Format, &format) // text without a format has none
		return formatted(html.EscapeString(markup.Clean(n.Text)), format)
	case "code":
		return "<pre><code>" + inside() + "</code></pre>"
	}
	var f fields
	_ = json.Unmarshal(data, &f) // it was an object above
	delete(f, "type")
	delete(f, "version")
	return c.cardHTML(n.Type, f)
}

func headingTag(tag string) string {
	if slices.Contains([]string{"h1", "h2", "h3", "h4", "h5", "h6"}, tag) {
		return tag
	}
	return "h2"
}

func around(tag, inside string) string { return "<" + tag + ">" + inside + "</" + tag + ">" }

// listHTML returns a list. Lexical keeps a list inside another one in an entry of its own, behind the entry that it belongs to.
func (c *content) listHTML(n *node, depth int) string {
	tag, start := "ul", ""
	if n.Tag == "ol" || n.ListType == "number" {
		tag = "ol"
		if at := n.Start.line(); at != "" && at != "1" && strings.Trim(at, "0123456789") == "" {
			start = ` start="` + at + `"`
		}
	}
	var entries []string
	for _, data := range n.Children {
		var entry, first node
		if json.Unmarshal(data, &entry) == nil && len(entry.Children) > 0 && json.Unmarshal(entry.Children[0], &first) == nil && first.Type == "list" && len(entries) > 0 {
			entries[len(entries)-1] += c.nodes(entry.Children, depth+1)
			continue
		}
		entries = append(entries, c.nodes(entry.Children, depth+1))
	}
	var b strings.Builder
	for _, e := range entries {
		b.WriteString("<li>" + e + "</li>")
	}
	return fmt.Sprintf("<%s%s>%s</%s>", tag, start, b.String(), tag)
}

// formatted puts a text between the elements of its format. Each bit of a format stands for one.
func formatted(text string, format int) string {
	for bit, tag := range []string{"strong", "em", "s", "u", "code", "sub", "sup", "mark"} {
		if format&(1<<bit) != 0 {
			text = around(tag, text)
		}
	}
	return text
}

// mobiledoc is a text of the editor of versions 1 to 4.
type mobiledoc struct {
	Markups  [][]json.RawMessage `json:"markups"`
	Atoms    [][]json.RawMessage `json:"atoms"`
	Cards    [][]json.RawMessage `json:"cards"`
	Sections [][]json.RawMessage `json:"sections"`
}

// mobiledoc returns a text of Mobiledoc as HTML.
func (c *content) mobiledoc(src string) string {
	var m mobiledoc
	if json.Unmarshal([]byte(src), &m) != nil {
		return c.unreadable(src)
	}
	var b strings.Builder
	for _, s := range m.Sections {
		b.WriteString(c.section(&m, s))
	}
	return b.String()
}

// The kinds of sections.
const (
	textSection  = 1
	imageSection = 2
	listSection  = 3
	cardSection  = 10
)

func (c *content) section(m *mobiledoc, s []json.RawMessage) string {
	if len(s) < 2 {
		return ""
	}
	switch kind := number(s[0]); {
	case kind == textSection && len(s) > 2:
		return around(sectionTag(word(s[1])), m.markers(s[2]))
	case kind == imageSection:
		return markup.Picture(markup.Clean(word(s[1])), "", "")
	case kind == listSection && len(s) > 2:
		return m.list(s)
	case kind == cardSection:
		if at := number(s[1]); at >= 0 && at < len(m.Cards) && len(m.Cards[at]) > 0 {
			var f fields
			if len(m.Cards[at]) > 1 {
				_ = json.Unmarshal(m.Cards[at][1], &f) // a card without fields is shown by its name alone
			}
			return c.cardHTML(word(m.Cards[at][0]), f)
		}
	}
	data, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return c.unreadable(markup.Clean(string(data)))
}

// number returns a number of a section; -1 for anything else.
func number(data json.RawMessage) int {
	var n int
	if json.Unmarshal(data, &n) != nil {
		return -1
	}
	return n
}

// word returns a text of a section; "" for anything else.
func word(data json.RawMessage) string {
	var s string
	_ = json.Unmarshal(data, &s)
	return s
}

func sectionTag(tag string) string {
	if slices.Contains([]string{"h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}, tag) {
		return tag
	}
	if tag == "aside" || tag == "pull-quote" {
		return "blockquote"
	}
	return "p"
}

func (m *mobiledoc) list(s []json.RawMessage) string {
	tag := "ul"
	if word(s[1]) == "ol" {
		tag = "ol"
	}
	var entries []json.RawMessage
	_ = json.Unmarshal(s[2], &entries)
	var b strings.Builder
	for _, e := range entries {
		b.WriteString("<li>" + m.markers(e) + "</li>")
	}
	return around(tag, b.String())
}

// markers returns the words of a section as HTML. A marker opens some of the document's elements, has words, and closes some of those that
// are open.
func (m *mobiledoc) markers(data json.RawMessage) string {
	var list [][]json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		return ""
	}
	var b strings.Builder
	var open []string
	for _, marker := range list {
		if len(marker) < 4 {
			continue
		}
		var opens []int
		_ = json.Unmarshal(marker[1], &opens)
		for _, at := range opens {
			first, name := m.element(at)
			b.WriteString(first)
			open = append(open, name)
		}
		if number(marker[0]) == 0 {
			b.WriteString(html.EscapeString(markup.Clean(word(marker[3]))))
		} else {
			b.WriteString(m.atom(number(marker[3])))
		}
		for n := number(marker[2]); n > 0 && len(open) > 0; n-- {
			b.WriteString("</" + open[len(open)-1] + ">")
			open = open[:len(open)-1]
		}
	}
	for _, name := range slices.Backward(open) {
		b.WriteString("</" + name + ">")
	}
	return b.String()
}

// element returns the first tag of one of the document's elements, and its name.
func (m *mobiledoc) element(at int) (first, name string) {
	if at < 0 || at >= len(m.Markups) || len(m.Markups[at]) == 0 {
		return "<span>", "span"
	}
	name = word(m.Markups[at][0])
	if !slices.Contains([]string{"a", "b", "strong", "i", "em", "s", "u", "code", "sub", "sup"}, name) {
		return "<span>", "span"
	}
	if name != "a" || len(m.Markups[at]) < 2 {
		return "<" + name + ">", name
	}
	var attributes []string
	_ = json.Unmarshal(m.Markups[at][1], &attributes)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i] == "href" {
			return `<a href="` + html.EscapeString(markup.Clean(attributes[i+1])) + `">`, name
		}
	}
	return "<a>", name
}

// atom returns something inside a line that is no text: a line end, or what is shown as its own words.
func (m *mobiledoc) atom(at int) string {
	if at < 0 || at >= len(m.Atoms) || len(m.Atoms[at]) < 2 {
		return ""
	}
	if word(m.Atoms[at][0]) == "soft-return" {
		return "<br>"
	}
	return html.EscapeString(markup.Clean(word(m.Atoms[at][1])))
}
