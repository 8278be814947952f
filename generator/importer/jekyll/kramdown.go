package jekyll

import (
	"regexp"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// The reasons for which something of kramdown is not carried over as it was.
const (
	reasonFormula      = "Formulas stand as they were typed"
	reasonAbbreviation = "What abbreviations stand for stays as a note"
)

var (
	attributes   = regexp.MustCompile(`[ \t]*\{:([^{}\n]*)\}`)
	contents     = regexp.MustCompile(`(?m)^[ \t]*(?:[-*+]|\d+\.)[ \t].*\n[ \t]*\{:\s*toc[^{}\n]*\}[ \t]*\n?`)
	commentTags  = regexp.MustCompile(`(?s)\{::comment\}(.*?)\{:/(?:comment)?\}`)
	abbreviation = regexp.MustCompile(`(?m)^ {0,3}\*\[[^\]\n]+\]:.*(?:\n|\z)`)
	formula      = regexp.MustCompile(`\$\$(\n?(?:[^\n$]|\n[^\n$])+?\n?)\$\$`)
	blockEnd     = regexp.MustCompile(`(?m)^\^[ \t]*$`)
	guillemet    = regexp.MustCompile(`<<[ \t]*(\S(?:[^<>\n]*\S)?)[ \t]*>>`)
)

// kramdown removes what kramdown adds to Markdown and Legpress does not read.
func kramdown(body string, l *prose.Losses) string {
	body = contents.ReplaceAllStringFunc(body, func(s string) string {
		return l.Mark(prose.Loss{Reason: reasonContents, What: s}) + "\n"
	})
	body = commentTags.ReplaceAllString(body, "<!-- $1 -->")
	body = replaceOutsideCode(body, abbreviation, func(m []string) string {
		return l.Mark(prose.Loss{Reason: reasonAbbreviation, What: strings.TrimSpace(m[0]), Noted: true}) + "\n"
	})
	body = replaceOutsideCode(body, formula, func(m []string) string { return formulaAsTyped(m[1], l) })
	body = replaceOutsideCode(body, blockEnd, func([]string) string { return "" })
	body = replaceOutsideCode(body, guillemet, func(m []string) string { return "«" + m[1] + "»" })
	return withTables(withoutAttributes(body, l))
}

// replaceOutsideCode replaces what a pattern finds outside code.
func replaceOutsideCode(body string, pattern *regexp.Regexp, by func(found []string) string) string {
	shadow := prose.MaskCode(body)
	var b strings.Builder
	at := 0
	for _, m := range pattern.FindAllStringSubmatchIndex(shadow, -1) {
		found := make([]string, len(m)/2)
		for i := range found {
			found[i] = submatch(body, m, i)
		}
		b.WriteString(body[at:m[0]] + by(found))
		at = m[1]
	}
	return b.String() + body[at:]
}

// formulaAsTyped writes a formula as code, because nothing here draws it.
func formulaAsTyped(typed string, l *prose.Losses) string {
	mark := l.Mark(prose.Loss{Reason: reasonFormula, What: typed})
	fence := "`"
	for strings.Contains(typed, fence) {
		fence += "`"
	}
	return fence + " " + strings.Join(strings.Fields(typed), " ") + " " + fence + mark
}

// withoutAttributes removes the attributes of kramdown, other than the names of headings.
func withoutAttributes(body string, l *prose.Losses) string {
	shadow := prose.MaskCode(body)
	var b strings.Builder
	at := 0
	for _, m := range attributes.FindAllStringSubmatchIndex(shadow, -1) {
		before := body[at:m[0]]
		at = m[1]
		if name := headingName(body, m[0], body[m[2]:m[3]]); name != "" {
			b.WriteString(strings.TrimRight(before, " \t\n") + name)
			continue
		}
		b.WriteString(before + l.Mark(prose.Loss{Reason: reasonAttributes, What: body[m[0]:m[1]]}))
	}
	return b.String() + body[at:]
}

var idAttribute = regexp.MustCompile(`#([A-Za-z][A-Za-z0-9_-]*)`)

// headingName returns the id of a heading that is on the same line as its attributes, or on the one above; "" if they belong to none.
func headingName(body string, at int, attributes string) string {
	id := idAttribute.FindStringSubmatch(attributes)
	if id == nil {
		return ""
	}
	start := strings.LastIndexByte(body[:at], '\n') + 1
	line := body[start:at]
	if strings.TrimSpace(line) == "" && start > 0 {
		line = body[strings.LastIndexByte(body[:start-1], '\n')+1 : start-1]
	}
	if !strings.HasPrefix(line, "#") || strings.Contains(line, "{") {
		return ""
	}
	return " {#" + id[1] + "}"
}

var tableRule = regexp.MustCompile(`^[ \t]*\|[ \t:|=+-]*[=-][ \t:|=+-]*$`)

// withTables writes the tables of kramdown as those of Markdown, which have a head with one rule below it, and no other rules.
func withTables(body string) string {
	lines := strings.SplitAfter(body, "\n")
	shadow := strings.SplitAfter(prose.MaskCode(body), "\n")
	var b strings.Builder
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && strings.HasPrefix(strings.TrimLeft(shadow[end], " "), "|") {
			end++
		}
		if end-i < 2 || i > 0 && strings.TrimSpace(lines[i-1]) != "" {
			end = max(end, i+1)
			b.WriteString(strings.Join(lines[i:end], ""))
		} else {
			b.WriteString(table(lines[i:end]))
		}
		i = end
	}
	return b.String()
}

// table writes the lines of a table of kramdown as one of Markdown.
func table(lines []string) string {
	var rows, rules []string
	head := -1 // how many rows there are above the first rule below a row
	for _, line := range lines {
		switch {
		case !tableRule.MatchString(strings.TrimRight(line, "\n")):
			rows = append(rows, strings.TrimRight(line, "\n"))
		case len(rows) > 0 && head < 0:
			head, rules = len(rows), append(rules, strings.TrimSpace(line))
		}
	}
	if len(rows) == 0 {
		return strings.Join(lines, "")
	}
	columns := strings.Count(strings.Trim(strings.TrimSpace(rows[0]), "|"), "|") + 1
	rule := "|" + strings.Repeat("---|", columns)
	if head == 1 && !strings.ContainsAny(rules[0], "=+") && strings.Count(strings.Trim(rules[0], "|"), "|")+1 == columns {
		rule = rules[0]
	}
	if head != 1 {
		rows = append([]string{"|" + strings.Repeat("   |", columns)}, rows...)
	}
	out := strings.Join(append([]string{rows[0], rule}, rows[1:]...), "\n")
	if strings.HasSuffix(lines[len(lines)-1], "\n") {
		out += "\n"
	}
	return out
}
