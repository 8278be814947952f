package prose

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"
)

// Link is a link or a picture in Markdown. Numbers are offsets.
type Link struct {
	Picture    bool
	Auto       bool // an address in angle brackets
	Inside     bool // it is in the words of another link
	Alone      bool // there is nothing else in its paragraph
	Start, End int
	Words      string // between the square brackets, as written
	Dest       string // where it leads, without angle brackets and backslashes
	Title      string

	words, dest [2]int
}

// Change is what is to become of a link.
type Change struct {
	kind       changeKind
	text, mark string
}

type changeKind int

const (
	keepLink changeKind = iota
	leadElsewhere
	onlyWords
	replaceLink
)

// Keep leaves a link as it is.
func Keep() Change { return Change{} }

// Lead changes the address of a link.
func Lead(dest string) Change { return Change{kind: leadElsewhere, text: dest} }

// LeadMarked changes the address of a link, with a mark behind it.
func LeadMarked(dest, mark string) Change {
	return Change{kind: leadElsewhere, text: dest, mark: mark}
}

// OnlyWords replaces a link by its words with a mark behind them.
func OnlyWords(mark string) Change { return Change{kind: onlyWords, mark: mark} }

// Replace replaces a link or a picture.
func Replace(by string) Change { return Change{kind: replaceLink, text: by} }

// Relink changes every link and picture of a text outside code as change decides.
func Relink(text string, change func(Link) Change) string {
	var edits []edit
	for _, l := range Links(text) {
		edits = append(edits, l.edits(change(l))...)
	}
	return apply(text, edits)
}

// edit replaces a part of a text.
type edit struct {
	from, to int
	by       string
}

// apply makes edits. Of two that overlap, the second is left out.
func apply(text string, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		b.WriteString(text[at:e.from])
		b.WriteString(e.by)
		at = e.to
	}
	b.WriteString(text[at:])
	return b.String()
}

func (l *Link) edits(c Change) []edit {
	switch {
	case c.kind == leadElsewhere && l.Auto:
		return []edit{{l.Start, l.End, "[" + l.Dest + "](" + destination(c.text) + ")" + c.mark}}
	case c.kind == leadElsewhere:
		return []edit{{l.dest[0], l.dest[1], destination(c.text)}, {l.End, l.End, c.mark}}
	case c.kind == onlyWords && l.Auto:
		return []edit{{l.Start, l.End, l.Dest + c.mark}}
	case c.kind == onlyWords:
		return []edit{{l.Start, l.words[0], ""}, {l.words[1], l.End, c.mark}}
	case c.kind == replaceLink:
		return []edit{{l.Start, l.End, c.text}}
	}
	return nil
}

// destination returns an address as it has to be written in a link.
func destination(to string) string {
	if strings.ContainsAny(to, " ()<>") {
		return "<" + addressEscaper.Replace(to) + ">"
	}
	return to
}

var (
	addressEscaper = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "")
	titleEscaper   = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
)

// Picture returns a picture as Markdown.
func Picture(alt, src, title string) string {
	out := "![" + EscapeWords(alt) + "](" + destination(src)
	if title = strings.Join(strings.Fields(title), " "); title != "" {
		out += ` "` + titleEscaper.Replace(title) + `"`
	}
	return out + ")"
}

// LinkTo returns a link as Markdown; the words are plain text.
func LinkTo(words, dest string) string {
	return "[" + EscapeWords(words) + "](" + destination(dest) + ")"
}

var wordsEscaper = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "\n", " ")

// EscapeWords escapes plain text for the square brackets of a link.
func EscapeWords(text string) string { return wordsEscaper.Replace(text) }

var autoLink = regexp.MustCompile(`^<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>`)

// Links returns the links and pictures of a text outside code: those with their address in round or in angle brackets.
func Links(text string) []Link {
	shadow := MaskCode(text)
	var list []Link
	for at := 0; ; {
		n := strings.IndexByte(shadow[at:], '<')
		if n < 0 {
			break
		}
		start := at + n
		at = start + 1
		m := autoLink.FindStringSubmatchIndex(shadow[start:])
		if m == nil || start >= 2 && shadow[start-2:start] == "](" {
			continue
		}
		list = append(list, Link{Auto: true, Start: start, End: start + m[1], Dest: text[start+m[2] : start+m[3]]})
		at = start + m[1]
	}
	var open []int
	for i := 0; i < len(shadow); i++ {
		switch shadow[i] {
		case '[':
			open = append(open, i)
		case '\n':
			if i+1 < len(shadow) && shadow[i+1] == '\n' {
				open = nil
			}
		case ']':
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if l, ok := readLink(text, shadow, start, i); ok {
				list = append(list, l)
			}
		}
	}
	list = markInside(list)
	markAlone(text, list)
	return list
}

// markAlone sets Alone for links with nothing else in their paragraph but marks. Only the first link of a paragraph is checked, so that the
// text is searched once.
func markAlone(text string, list []Link) {
	begin, end := 0, -1 // of the paragraph of the link before
	for i := range list {
		l := &list[i]
		if l.Start < end {
			continue
		}
		if at := strings.LastIndex(text[begin:l.Start], "\n\n"); at >= 0 {
			begin += at
		}
		if end = strings.Index(text[l.End:], "\n\n"); end < 0 {
			end = len(text) - l.End
		}
		end += l.End
		l.Alone = IsBlank(text[begin:l.Start]) && IsBlank(text[l.End:end])
		begin = end
	}
}

// IsBlank reports whether a text has only blanks and marks.
func IsBlank(text string) bool {
	return strings.TrimSpace(withoutMarks(text)) == ""
}

// markInside sorts the links, and sets Inside for those in the words of others.
func markInside(list []Link) []Link {
	slices.SortFunc(list, func(a, b Link) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	for i := range list {
		list[i].Inside = list[i].Start < end
		end = max(end, list[i].End)
	}
	return list
}

// tail matches what is behind the words of a link.
var tail = regexp.MustCompile(`^\(\s*(<[^<>\n]*>|(?:[^\s()<]|\((?:[^\s()]|\([^\s()]*\))*\))[^\s()]*(?:\((?:[^\s()]|\([^\s()]*\))*\)[^\s()]*)*)?(?:\s+("(?:[^"\n]|\n[^\n])*"|'(?:[^'\n]|\n[^\n])*'|\([^()]*\)))?\s*\)`)

// plainTail matches what tail matches where there is nothing but an address of the usual letters; nil where there is more.
func plainTail(text string) []int {
	end := strings.IndexAny(text, ") \t\n<>\"'\\\x00")
	if end < 2 || text[end] != ')' || strings.IndexByte(text[1:end], '(') >= 0 {
		return nil
	}
	return []int{0, end + 1, 1, end, -1, -1}
}

// readLink reads the link whose square brackets are at start and end.
func readLink(text, shadow string, start, end int) (Link, bool) {
	rest := end + 1
	if rest >= len(shadow) || shadow[rest] != '(' {
		return Link{}, false
	}
	// The title may hold quotes behind a backslash, which the shadow blanks out and the pattern then passes over.
	m := plainTail(shadow[rest:])
	if m == nil {
		m = tail.FindStringSubmatchIndex(shadow[rest:min(len(shadow), rest+4096)])
	}
	if m == nil {
		return Link{}, false
	}
	l := Link{Start: start, End: rest + m[1], words: [2]int{start + 1, end}, Words: text[start+1 : end]}
	if start > 0 && shadow[start-1] == '!' {
		l.Picture = true
		l.Start--
	}
	l.dest = [2]int{rest + 1, rest + 1}
	if m[2] >= 0 {
		l.dest = [2]int{rest + m[2], rest + m[3]}
		l.Dest = Unescape(strings.Trim(text[l.dest[0]:l.dest[1]], "<>"))
	}
	if m[4] >= 0 {
		l.Title = Unescape(text[rest+m[4]+1 : rest+m[5]-1])
	}
	return l, true
}

var backslash = regexp.MustCompile("\\\\([!-/:-@[-`{-~])")

// Unescape resolves the backslashes and entities of Markdown.
func Unescape(s string) string {
	if !strings.ContainsAny(s, "\\&") {
		return s
	}
	return html.UnescapeString(backslash.ReplaceAllString(s, "$1"))
}

var (
	definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\[\]\n^][^\[\]\n]*)\]:[ \t]*(<[^<>\n]*>|\S+)(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$`)
	reference  = regexp.MustCompile(`(!?)\[([^\[\]]+)\](?:\[([^\[\]]*)\])?`)
)

// InlineReferences turns links and pictures of the form [words][label] into [words](address). Links to other websites stay as they are.
func InlineReferences(text string) string {
	shadow := MaskCode(text)
	defined, elsewhere := map[string]string{}, map[string]string{}
	var edits []edit
	for _, m := range definition.FindAllStringSubmatchIndex(shadow, -1) {
		key, dest := label(text[m[2]:m[3]]), text[m[4]:m[5]]
		if strings.HasPrefix(dest, "#") || strings.Contains(dest, "://") && !strings.Contains(dest, string(markStart)) {
			if _, again := elsewhere[key]; !again {
				elsewhere[key] = "(" + text[m[4]:max(m[5], m[7])] + ")"
			}
			continue
		}
		if _, again := defined[key]; !again {
			defined[key] = "(" + text[m[4]:max(m[5], m[7])] + ")"
		}
		edits = append(edits, edit{m[0], m[1], ""})
	}
	if len(defined)+len(elsewhere) == 0 {
		return text
	}
	for _, m := range reference.FindAllStringSubmatchIndex(shadow, -1) {
		next := m[1]
		if next < len(shadow) && (shadow[next] == '(' || shadow[next] == ':') {
			continue
		}
		key := label(text[m[4]:m[5]])
		if m[6] >= 0 && m[6] < m[7] {
			key = label(text[m[6]:m[7]])
		}
		if dest := defined[key]; dest != "" {
			edits = append(edits, edit{m[5] + 1, m[1], dest})
		} else if dest := elsewhere[key]; dest != "" && m[2] < m[3] {
			edits = append(edits, edit{m[5] + 1, m[1], dest})
		}
	}
	return apply(text, edits)
}

func label(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
