package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

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
