package prose

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// CleanHTML writes the HTML in a Markdown text as Markdown. Elements that only change how words look are left out around them. Code is
// not touched.
func CleanHTML(text string, l *Losses) string {
	c := &cleaner{text: text, shadow: MaskCode(text), losses: l}
	c.pair()
	for i := 0; i < len(c.shadow); {
		next := strings.IndexByte(c.shadow[i:], '<')
		if next < 0 {
			break
		}
		i = c.at(i + next)
	}
	return apply(text, c.edits)
}

type cleaner struct {
	text, shadow string
	losses       *Losses
	edits        []edit
	ends         map[int]int // where elements end, by the ends of their first tags
	open         []string    // what is to be written where the links end that are open
}

var tagPattern = regexp.MustCompile(`^<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*|))(/?)>`)

// at deals with what begins with "<" at an offset and returns where to go on.
func (c *cleaner) at(i int) int {
	rest := c.shadow[i:]
	if strings.HasPrefix(rest, "<!--") {
		return c.comment(i)
	}
	m := tagAt(rest)
	if m == nil {
		return i + 1
	}
	name := strings.ToLower(rest[m[4]:m[5]])
	kind, end := atom.Lookup([]byte(name)), i+m[1]
	switch {
	case kind == 0:
		c.replace(i, i+1, `\<`) // something between angle brackets that is no HTML
		return end
	case m[2] < m[3]:
		c.closing(i, end, kind)
		return end
	case hides(rest[:m[1]]):
		end = c.closeOf(end)
		c.replace(i, end, c.losses.Conceal(c.text[i:end]))
		return end
	case whole(kind) || isBlock(kind) && c.startsLine(i) && !c.holdsMarkdown(i, end):
		return c.convert(i, end, name)
	}
	c.opening(i, end, kind)
	return end
}

func (c *cleaner) replace(from, to int, by string) {
	c.edits = append(c.edits, edit{from, to, by})
}

func (c *cleaner) comment(i int) int {
	end := len(c.text)
	if n := strings.Index(c.text[i:], "-->"); n >= 0 {
		end = i + n + len("-->")
	}
	inside := strings.TrimSpace(strings.TrimSuffix(c.text[i+len("<!--"):end], "-->"))
	by := ""
	if inside != "" && inside != "more" {
		by = c.losses.Mark(Loss{Reason: reasonComment, What: c.text[i:end], Noted: true})
	}
	c.replace(i, end, by)
	return end
}

// whole reports whether an element is dealt with as a whole, wherever it stands.
func whole(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Iframe, atom.Form, atom.Input, atom.Select, atom.Textarea, atom.Object, atom.Embed, atom.Canvas, atom.Svg, atom.Math,
		atom.Video, atom.Audio, atom.Img, atom.Pre, atom.Table, atom.Figure, atom.Noscript, atom.Template, atom.Sup, atom.Sub, atom.Link, atom.Meta:
		return true
	}
	return false
}

// startsLine reports whether nothing but blanks stands before an offset on its line.
func (c *cleaner) startsLine(i int) bool {
	return strings.Trim(c.text[strings.LastIndexByte(c.text[:i], '\n')+1:i], " \t") == ""
}

// holdsMarkdown reports whether the inside of a block is read as Markdown: there is an empty line in it, or it asks for that.
func (c *cleaner) holdsMarkdown(i, end int) bool {
	inside := c.text[end:c.closeOf(end)]
	return strings.Contains(c.text[i:end], "markdown=") || strings.Contains(strings.TrimRight(inside, "\n"), "\n\n")
}

// pair finds the end of every element that has one, in one pass.
func (c *cleaner) pair() {
	c.ends = map[int]int{}
	open := map[string][]int{} // where the first tags end, by name
	for at := 0; ; {
		n := strings.IndexByte(c.shadow[at:], '<')
		if n < 0 {
			return
		}
		at += n
		m := tagAt(c.shadow[at:])
		if m == nil {
			at++
			continue
		}
		name := strings.ToLower(c.shadow[at+m[4] : at+m[5]])
		at += m[1]
		switch stack := open[name]; {
		case m[2] == m[3] && m[8] == m[9] && !voidElement(name):
			open[name] = append(stack, at)
		case m[2] < m[3] && len(stack) > 0:
			c.ends[stack[len(stack)-1]] = at
			open[name] = stack[:len(stack)-1]
		}
	}
}

// closeOf returns where the element ends whose first tag ends at from, or from itself where it does not.
func (c *cleaner) closeOf(from int) int { return max(c.ends[from], from) }

// tagAt reads the tag that a text begins with.
func tagAt(text string) []int {
	return tagPattern.FindStringSubmatchIndex(text[:min(len(text), longestTag)])
}

// longestTag is how long a tag may be, in bytes; pictures with data in their address are left to themselves.
const longestTag = 8192

func voidElement(name string) bool {
	return slices.Contains([]string{"img", "br", "hr", "input", "embed", "link", "meta", "source", "wbr"}, name)
}

// convert writes an element as Markdown and returns where it ends.
func (c *cleaner) convert(i, end int, name string) int {
	close := c.closeOf(end)
	snippet := c.text[i:close]
	if close == end && !voidElement(name) && !strings.HasSuffix(snippet, "/>") {
		c.opening(i, end, atom.Lookup([]byte(name)))
		return end
	}
	by := FromHTML(snippet, false, c.losses)
	if by == "" && words(parse(snippet)) != "" {
		by = EscapeWords(words(parse(snippet)))
	}
	if strings.Contains(by, "\n") && !c.startsLine(i) {
		by = "\n\n" + by + "\n\n"
	}
	c.replace(i, close, by)
	return close
}

func parse(src string) *html.Node {
	root := element(atom.Body)
	nodes, err := html.ParseFragment(strings.NewReader(src), element(atom.Body))
	if err != nil {
		return root
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}

// signs are what Markdown writes around words instead of these elements.
func sign(a atom.Atom) string {
	switch a {
	case atom.B, atom.Strong:
		return "**"
	case atom.I, atom.Em:
		return "*"
	case atom.Del, atom.S, atom.Strike:
		return "~~"
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		return "`"
	}
	return ""
}

// opening writes the first tag of an element whose inside stays as it is.
func (c *cleaner) opening(i, end int, kind atom.Atom) {
	by := sign(kind)
	switch {
	case kind == atom.Br:
		by = c.lineBreak(i, end)
	case kind == atom.Hr && c.startsLine(i):
		by = "\n***\n"
	case kind == atom.A:
		by = c.anchor(i, end)
	case isBlock(kind) && !c.startsLine(i):
		by = c.apart(i)
	}
	c.replace(i, end, by)
}

// lineBreak breaks a line as Markdown does; in a table and at the end of a paragraph there is only a blank.
func (c *cleaner) lineBreak(i, end int) string {
	line := c.text[strings.LastIndexByte(c.text[:i], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	rest := c.text[end:]
	switch {
	case strings.Count(line, "|") > 1, strings.HasPrefix(strings.TrimSpace(line), "#"):
		return " "
	case strings.HasPrefix(strings.TrimLeft(rest, " "), "\n\n"), strings.TrimSpace(rest) == "", c.startsLine(i):
		return ""
	case strings.HasPrefix(rest, "\n"):
		return `\`
	}
	return "\\\n"
}

// anchor begins a link, and keeps what its end is.
func (c *cleaner) anchor(i, end int) string {
	root := parse(c.text[i:end])
	href := ""
	if a := find(root, atom.A); a != nil {
		href = strings.TrimSpace(attr(a, "href"))
	}
	if href == "" {
		c.open = append(c.open, "")
		return ""
	}
	c.open = append(c.open, "]("+destination(href)+")")
	return "["
}

func (c *cleaner) closing(i, end int, kind atom.Atom) {
	by := sign(kind)
	if kind == atom.A && len(c.open) > 0 {
		by = c.open[len(c.open)-1]
		c.open = c.open[:len(c.open)-1]
	}
	if rest, _, _ := strings.Cut(c.text[end:], "\n"); isBlock(kind) && strings.TrimSpace(rest) != "" {
		by = c.apart(i)
	}
	c.replace(i, end, by)
}

// apart returns what keeps a block apart from the words before it: an empty line, or a blank where that would end a list or a table.
func (c *cleaner) apart(i int) string {
	line := c.text[strings.LastIndexByte(c.text[:i], '\n')+1 : i]
	if continued.MatchString(line) || strings.Contains(line, "|") || strings.HasPrefix(line, "#") {
		return " "
	}
	return "\n\n"
}

var spacedAddress = regexp.MustCompile(`\]\(([^()<>"'\n]*[^\s()<>"'\n][ ]+[^\s()<>"'\n]*\.[a-zA-Z0-9]{2,4})((?:\s+"[^"\n]*")?)\)`)

// SpacedAddresses writes addresses with blanks in them between angle brackets, as CommonMark has it; other kinds of Markdown read them
// as they are.
func SpacedAddresses(text string) string {
	var edits []edit
	for _, m := range spacedAddress.FindAllStringSubmatchIndex(MaskCode(text), -1) {
		edits = append(edits, edit{m[2], m[3], "<" + text[m[2]:m[3]] + ">"})
	}
	return apply(text, edits)
}

var atxHeading = regexp.MustCompile(`(?m)^( {0,3})(#{1,6})([ \t].*)?$`)

// Headings lets the headings of a text begin below the title and skip no level.
func Headings(text string) string {
	shadow := MaskCode(text)
	var edits []edit
	found := atxHeading.FindAllStringSubmatchIndex(shadow, -1)
	first := 6
	for _, m := range found {
		first = min(first, m[5]-m[4])
	}
	last := 1
	for _, m := range found {
		level := min(m[5]-m[4]-first+2, last+1, 6)
		edits = append(edits, edit{m[4], m[5], strings.Repeat("#", level)})
		last = level
	}
	return apply(text, edits)
}
