package markdown

import (
	"bytes"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"github.com/legpress/legpress/generator/diag"
)

// heading writes a heading with its id and keeps it for the table of contents.
func (w *writer) heading(n *ast.Heading) {
	plain := w.labelOf(n)
	w.reportHeading(n, plain)
	if plain == "" {
		return
	}
	h := Heading{Level: max(n.Level, 2), Text: plain}
	h.ID = w.headingID(n, plain)
	w.openHeading(h.Level, h.ID)
	w.beginBlock()
	start := len(w.out)
	w.children(n)
	h.HTML = w.contentsEntry(n, start)
	w.anchor(h.ID)
	w.closeHeading(h.Level)
	w.doc.Headings = append(w.doc.Headings, h)
}

// contentsEntry returns a heading as HTML for a table of contents. If it is only text, that is what was written from start on.
func (w *writer) contentsEntry(n *ast.Heading, start int) template.HTML {
	simple := true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		_, text := c.(*ast.Text)
		simple = simple && text
	}
	if simple {
		return template.HTML(w.out[start:])
	}
	entry := inlineWriter{src: w.src, quotes: w.quotes, html: true}
	entry.label(n)
	return template.HTML(entry.out)
}

func (w *writer) reportHeading(n *ast.Heading, plain string) {
	at := w.headingPos(n)
	switch {
	case plain == "":
		w.problem(at, diag.Warning, fault{"empty-heading", "this heading has no words.", "Write some, or take it out."})
		return
	case n.Level == 1:
		w.problem(at, diag.Warning, fault{"top-heading", "the title is the page's only top heading.", "Write ## here."})
	case n.Level > w.level+1:
		w.problem(at, diag.Warning, fault{"heading-level", "this heading skips a level, so those who hear the page look for one that is not there.",
			"Write " + strings.Repeat("#", w.level+1) + " here."})
	}
	w.level = max(n.Level, 2)
	if w.leavesWordsToSite(n) {
		w.problem(at, diag.Error, fault{"heading-without-words", "a heading needs its own words: the table of contents cannot look up what a link leads to.",
			"Write them between the square brackets."})
	}
}

// leavesWordsToSite reports whether a node has a link whose words only the site knows.
func (w *writer) leavesWordsToSite(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Link:
			to, wrong := parseAddress(c.Destination)
			if wrong == nil && to.named() && to.scheme != "source" && !c.HasChildren() {
				return true
			}
		case *ast.AutoLink:
			to, wrong := parseAddress(c.Label(w.src))
			if wrong == nil && to.named() {
				return true
			}
		}
		if w.leavesWordsToSite(c) {
			return true
		}
	}
	return false
}

// headingPos returns the position of a heading's first line. goldmark's offset is too large behind a tab.
func (w *writer) headingPos(n *ast.Heading) diag.Position {
	offset := min(n.Pos(), len(w.src)) // of one without words
	near := max(offset-20, 0)          // a text may have thousands of headings
	marks := w.src[:near+bytes.LastIndexByte(w.src[near:min(offset+1, len(w.src))], '#')+1]
	if n.Lines().Len() > 0 {
		offset = n.Lines().At(0).Start
		marks = bytes.TrimRight(w.src[:offset], " \t")
	}
	if bytes.HasSuffix(marks, []byte("#")) {
		offset = len(bytes.TrimRight(marks, "#"))
	}
	return w.pos(offset, len(w.src))
}

// headingID returns the heading's id: the author's, from ## Title {#id}, or one made of its words.
func (w *writer) headingID(n *ast.Heading, plain string) string {
	id, ok := explicitID(n)
	for _, a := range n.Attributes() {
		if !bytes.Equal(a.Name, []byte("id")) {
			w.problem(w.headingPos(n), diag.Warning, fault{"heading-attribute",
				`only a name for links can stand behind a heading, and "` + string(a.Name) + `" is not read.`, "Write ## Title {#name}."})
		}
	}
	if !ok {
		return w.take(w.free(slug(plain)))
	}
	switch {
	case id == "" || strings.ContainsFunc(id, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		w.problem(w.headingPos(n), diag.Error, fault{"heading-id", "the name of this heading is empty or has spaces in it.", "Write it with hyphens: {#warm-up}."})
	case w.isReserved(id):
		w.problem(w.headingPos(n), diag.Error, fault{"heading-id", `the name "` + id + `" is used for something else on the page.`, "Choose another one."})
	case w.taken[w.prefix+id]:
		w.problem(w.headingPos(n), diag.Error, fault{"heading-id", `there are two headings with the name "` + id + `".`, "Choose another one."})
	default:
		return w.take(id)
	}
	return w.take(w.free(slug(plain)))
}

// idSet hands out the ids of one text, each once.
type idSet struct {
	prefix   string
	taken    map[string]bool // with their prefix
	explicit map[string]bool // that authors gave to headings, without prefix; nil: none
	reserved map[string]bool
	next     map[string]int // number for the next heading with the same words
}

// take marks an id as taken and returns it with its prefix.
func (s *idSet) take(id string) string {
	id = s.prefix + id
	s.taken[id] = true
	return id
}

// free returns the id, or with a number behind it where it is taken.
func (s *idSet) free(id string) string {
	if s.isReserved(id) {
		id = "section-" + id
	}
	if s.isFree(id) {
		return id
	}
	if s.next == nil {
		s.next = map[string]int{}
	}
	for n := max(s.next[id], 2); ; n++ {
		if other := id + "-" + strconv.Itoa(n); s.isFree(other) {
			s.next[id] = n + 1
			return other
		}
	}
}

func (s *idSet) isFree(id string) bool {
	return !s.taken[s.prefix+id] && !s.explicit[id] && !s.isReserved(id)
}

// isReserved reports whether an id, without a number at its end, is kept for something else than headings.
func (s *idSet) isReserved(id string) bool { return s.reserved[strings.TrimRight(id, "-0123456789")] }

// reservedIDs are the names that no heading gets.
func reservedIDs(theme []string) map[string]bool {
	names := map[string]bool{}
	for _, name := range slices.Concat([]string{"fn", "fnref", "cite", "source"}, theme) {
		names[name] = true
	}
	return names
}

// explicitIDs notes the ids that authors gave to headings, so that no other heading gets one of them.
func (w *writer) explicitIDs(root ast.Node) {
	if bytes.IndexByte(w.src, '{') < 0 {
		return
	}
	w.explicit = map[string]bool{}
	var look func(ast.Node)
	look = func(n ast.Node) {
		if h, ok := n.(*ast.Heading); ok {
			if id, ok := explicitID(h); ok {
				w.explicit[id] = true
			}
		}
		for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
			look(c)
		}
	}
	look(root)
}

func explicitID(n *ast.Heading) (id string, ok bool) {
	value, ok := n.AttributeString("id")
	if !ok {
		return "", false
	}
	b, ok := value.([]byte)
	return string(b), ok
}

// slug turns a heading's words into an id that people can read: letters of every script and digits, in lower case, with
// hyphens between words. Apostrophes leave no trace.
func slug(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	gap := false
	for _, r := range words {
		switch {
		case isWordRune(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r != '\'' && r != '’':
			gap = true
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
