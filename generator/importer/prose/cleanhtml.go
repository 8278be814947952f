package prose

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// CleanHTML turns the HTML in a Markdown text into Markdown. Elements that only change how words look are removed around them. Code is not
// changed.
func CleanHTML(text string, l *Losses) string {
	c := &cleaner{text: text, shadow: MaskCode(text), losses: l}
	c.pairTags()
	for i := 0; i < len(c.shadow); {
		next := strings.IndexByte(c.shadow[i:], '<')
		if next < 0 {
			break
		}
		i = c.handle(i + next)
	}
	return apply(text, c.edits)
}

type cleaner struct {
	text, shadow string
	losses       *Losses
	edits        []edit
	ends         map[int]int // ends of elements, by the ends of their first tags
	open         []string    // what is written at the ends of the open links
}

var tagPattern = regexp.MustCompile(`^<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*|))(/?)>`)

// handle edits what begins with the "<" at an offset, and returns the offset behind it.
func (c *cleaner) handle(i int) int {
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
	case convertsWhole(kind) || isBlock(kind) && c.startsLine(i) && !c.holdsMarkdown(i, end):
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

// convertsWhole reports whether an element is converted together with its content, wherever it is.
func convertsWhole(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Iframe, atom.Form, atom.Input, atom.Select, atom.Textarea, atom.Object, atom.Embed, atom.Canvas, atom.Svg, atom.Math,
		atom.Video, atom.Audio, atom.Img, atom.Pre, atom.Table, atom.Figure, atom.Noscript, atom.Template, atom.Sup, atom.Sub, atom.Link, atom.Meta:
		return true
	}
	return false
}

// startsLine reports whether there are only blanks before an offset on its line.
func (c *cleaner) startsLine(i int) bool {
	return strings.Trim(c.text[strings.LastIndexByte(c.text[:i], '\n')+1:i], " \t") == ""
}

// holdsMarkdown reports whether the content of a block is Markdown: it has an empty line, or the tag says so.
func (c *cleaner) holdsMarkdown(i, end int) bool {
	inside := c.text[end:c.closeOf(end)]
	return strings.Contains(c.text[i:end], "markdown=") || strings.Contains(strings.TrimRight(inside, "\n"), "\n\n")
}

// pairTags finds the ends of all elements in one pass.
func (c *cleaner) pairTags() {
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

// closeOf returns the end of the element whose first tag ends at from; from itself if it has no end tag.
func (c *cleaner) closeOf(from int) int { return max(c.ends[from], from) }

// tagAt matches the tag at the beginning of a text.
func tagAt(text string) []int {
	return tagPattern.FindStringSubmatchIndex(text[:min(len(text), maxTag)])
}

// maxTag is how long a tag may be, in bytes. Longer ones, as of pictures with data in their address, are not changed.
const maxTag = 8192

func voidElement(name string) bool {
	return slices.Contains([]string{"img", "br", "hr", "input", "embed", "link", "meta", "source", "wbr"}, name)
}

// convert converts an element with its content, and returns its end.
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

// opening replaces the first tag of an element whose content stays.
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
		by = c.separator(i)
	}
	c.replace(i, end, by)
}

// lineBreak returns a line break in Markdown; in a table or heading a blank, and at the end of a paragraph nothing.
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

// anchor returns the beginning of a link, and notes what is written at its end.
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
		by = c.separator(i)
	}
	c.replace(i, end, by)
}

// separator returns what separates a block from the words before it: an empty line, or a blank where that would end a list or a table.
func (c *cleaner) separator(i int) string {
	line := c.text[strings.LastIndexByte(c.text[:i], '\n')+1 : i]
	if continued.MatchString(line) || strings.Contains(line, "|") || strings.HasPrefix(line, "#") {
		return " "
	}
	return "\n\n"
}

var spacedAddress = regexp.MustCompile(`\]\(([^()<>"'\n]*[^\s()<>"'\n][ ]+[^\s()<>"'\n]*\.[a-zA-Z0-9]{2,4})((?:\s+"[^"\n]*")?)\)`)

// SpacedAddresses writes addresses with blanks in angle brackets, which CommonMark needs and other kinds of Markdown do not.
func SpacedAddresses(text string) string {
	var edits []edit
	for _, m := range spacedAddress.FindAllStringSubmatchIndex(MaskCode(text), -1) {
		edits = append(edits, edit{m[2], m[3], "<" + text[m[2]:m[3]] + ">"})
	}
	return apply(text, edits)
}

var atxHeading = regexp.MustCompile(`(?m)^( {0,3})(#{1,6})([ \t].*)?$`)

// headingLines returns where atxHeading matches, which is asked only for lines that begin as a heading does.
func headingLines(shadow string) [][]int {
	var found [][]int
	at := 0
	for line := range strings.Lines(shadow) {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			if m := atxHeading.FindStringSubmatchIndex(strings.TrimSuffix(line, "\n")); m != nil {
				for n := range m {
					if m[n] >= 0 {
						m[n] += at
					}
				}
				found = append(found, m)
			}
		}
		at += len(line)
	}
	return found
}

// Headings changes the levels of headings so that they begin below the title and skip none.
func Headings(text string) string {
	if !strings.Contains(text, "#") {
		return text
	}
	shadow := MaskCode(text)
	var edits []edit
	found := headingLines(shadow)
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
