package reference

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fatih/color"

	"github.com/legpress/legpress/generator/tomlfile"
)

// width is that of a page, in columns.
const width = 80

// printer collects what is printed.
type printer struct {
	text        strings.Builder
	bold, faint func(a ...any) string
}

func newPrinter(colored bool) *printer {
	paint := func(a color.Attribute) func(a ...any) string {
		c := color.New(a)
		if colored {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return &printer{bold: paint(color.Bold), faint: paint(color.Faint)}
}

func (p *printer) line(parts ...string) { p.text.WriteString(strings.Join(parts, "") + "\n") }

// paragraph writes words within the width, each line behind an indent.
func (p *printer) paragraph(indent, text string) {
	for _, line := range wrap(text, width-len(indent)) {
		p.line(indent, line)
	}
}

// wrap breaks a text into lines of at most so many characters; a longer word has a line of its own.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) > width:
			lines, line = append(lines, line), word
		default:
			line += " " + word
		}
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}

func (p *printer) topic(t *Topic) {
	if t.rule != nil {
		p.rule(t)
		return
	}
	p.line(p.bold(t.Name), p.faint(behind(t.heading)))
	p.line()
	if t.format == nil {
		p.text.WriteString(t.example)
		return
	}
	p.paragraph("", t.format.Doc)
	p.keys(t.format)
	p.example(t)
	if t.more != "" {
		p.text.WriteString("\n" + t.more)
	}
	p.seeAlso(t)
}

// behind puts some room before what follows a name.
func behind(text string) string {
	if text == "" {
		return ""
	}
	return "  " + text
}

// keys explains every key. Where the author chooses the names, that key stands for all, and the keys of its table follow.
func (p *printer) keys(f *tomlfile.Format) {
	for i := range f.Keys {
		p.line()
		p.key("  ", &f.Keys[i])
	}
	if f.Any == nil {
		return
	}
	p.line()
	p.named("  ", anyName, f.Any)
	if f.Any.Table == nil || f.Any.Kind != tomlfile.SubTable {
		return
	}
	for i := range f.Any.Table.Keys {
		p.line()
		p.key("    ", &f.Any.Table.Keys[i])
	}
}

func (p *printer) key(indent string, k *tomlfile.Key) { p.named(indent, k.Name, k) }

func (p *printer) named(indent, name string, k *tomlfile.Key) {
	kind := kindWords(k)
	if k.Required {
		kind += ", required"
	}
	p.line(indent, p.bold(name), p.faint("  "+kind))
	in := indent + "    "
	p.paragraph(in, k.Doc)
	if len(k.OneOf) > 0 {
		p.paragraph(in, "Choose from: "+strings.Join(k.OneOf, ", ")+".")
	}
	if k.Example != "" && (k.Table == nil || len(in)+len(name+" = "+k.Example) <= width) { // a table has a topic of its own
		p.typed(in, name, k.Example)
	}
	if k.Table != nil && (name != anyName || k.Kind != tomlfile.SubTable) {
		p.line(in, fmt.Sprintf(`See "legpress explain %s".`, topicName(k.Table)))
	}
}

// typed writes a key as it is typed. What is too long for a line is broken between the values of a list or a table, where TOML allows it.
func (p *printer) typed(indent, name, example string) {
	whole := name + " = " + example
	room := width - len(indent)
	if len([]rune(whole)) <= room || !strings.HasPrefix(example, "[") {
		p.line(indent, p.faint(shortened(whole, room)))
		return
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(example, "["), "]")
	p.line(indent, p.faint(name+" = ["))
	for _, line := range wrapList(inner, room-len("  ")) {
		p.line(indent, "  ", p.faint(line))
	}
	p.line(indent, p.faint("]"))
}

// shortened leaves out the end of a text in quotes that is too long for a line.
func shortened(typed string, room int) string {
	text := []rune(typed)
	if len(text) <= room {
		return typed
	}
	end := "..." + strings.Repeat(`"`, len(typed)-len(strings.TrimRight(typed, `"`)))
	begin := string(text[:room-len(end)])
	return begin[:strings.LastIndexByte(begin, ' ')+1] + end
}

// wrapList breaks a list behind its commas, quotes and braces respected.
func wrapList(inner string, width int) []string {
	var lines []string
	line := ""
	for _, item := range items(inner) {
		item += ","
		switch {
		case line == "":
			line = item
		case len([]rune(line))+1+len([]rune(item)) > width:
			lines, line = append(lines, line), item
		default:
			line += " " + item
		}
	}
	return append(lines, line)
}

// items splits the inside of a list at the commas that stand outside of quotes and braces.
func items(inner string) []string {
	var list []string
	depth, quoted, from := 0, false, 0
	for i, r := range inner {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '{' || r == '[':
			depth++
		case r == '}' || r == ']':
			depth--
		case r == ',' && depth == 0:
			list = append(list, strings.TrimSpace(inner[from:i]))
			from = i + 1
		}
	}
	return append(list, strings.TrimSpace(inner[from:]))
}

func (p *printer) example(t *Topic) {
	if t.example == "" {
		return
	}
	p.line()
	p.line(p.bold("Example"))
	p.line()
	for line := range strings.Lines(t.example) {
		p.line(strings.TrimRight("  "+line, " \n"))
	}
}

// seeAlso names the topics that belong to one.
func (p *printer) seeAlso(t *Topic) {
	var names []string
	switch t.Name {
	case "plan", "phase", "session":
		names = []string{"row", "quantities"}
	case "article", "page":
		names = []string{"text"}
	case "row", "weights", "bar", "exercise":
		names = []string{"quantities"}
	}
	if len(names) > 0 {
		p.line()
		p.line(`See also "legpress explain `, strings.Join(names, `" and "legpress explain `), `".`)
	}
}

// keysNamed explains the keys of a name wherever there are any.
func (p *printer) keysNamed(topics []Topic, name string) bool {
	found := p.keysWhere(topics, func(k *tomlfile.Key) bool { return k.Name == name })
	if one := strings.TrimSuffix(name, "s"); found && index(topics, one) >= 0 {
		p.line()
		p.line(`See also "legpress explain `, one, `".`)
	}
	return found
}

// keysTaking explains the keys that a word is written for, such as pattern for "squat".
func (p *printer) keysTaking(topics []Topic, word string) bool {
	return p.keysWhere(topics, func(k *tomlfile.Key) bool { return slices.Contains(k.OneOf, word) })
}

// keysWhere explains some keys, each behind the name of what it stands in, and reports whether there are any.
func (p *printer) keysWhere(topics []Topic, of func(*tomlfile.Key) bool) bool {
	found := false
	for _, t := range topics {
		if t.format == nil {
			continue
		}
		for i := range t.format.Keys {
			if !of(&t.format.Keys[i]) {
				continue
			}
			if found {
				p.line()
			}
			found = true
			p.line("in ", p.bold(t.Name), ":")
			p.key("  ", &t.format.Keys[i])
		}
	}
	return found
}

func (p *printer) list(topics []Topic) {
	p.line(`Name what you want to know about, as in "legpress explain exercise". The name of`)
	p.line(`a key does as well, as in "legpress explain lift_on".`)
	p.group("Files", 16, topics, func(t Topic) bool { return t.rule == nil && !t.Part })
	p.group("Parts of files", 16, topics, func(t Topic) bool { return t.rule == nil && t.Part })
	p.group("Training rules", 26, topics, func(t Topic) bool { return t.rule != nil })
}

// group lists some of the topics, what they are about in a column of its own.
func (p *printer) group(title string, column int, topics []Topic, of func(Topic) bool) {
	p.line()
	p.line(p.bold(title))
	for _, t := range topics {
		if !of(t) {
			continue
		}
		lines := wrap(t.Short, width-column)
		p.line("  ", p.bold(t.Name), strings.Repeat(" ", max(column-2-len(t.Name), 1)), lines[0])
		for _, line := range lines[1:] {
			p.line(strings.Repeat(" ", column), line)
		}
	}
}
