package reference

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/rules"
)

// rule explains a training rule: what, why, from where, and what to do about a plan that breaks it.
func (p *printer) rule(t *Topic) {
	r := t.rule
	p.line(p.bold(r.ID), p.faint("  a training rule, "+severityWords(r)))
	p.line()
	p.paragraph("", t.Short)
	p.section("Why", t.why)
	p.section("What to do", r.Fix)
	p.notFor(r)
	p.sources(r)
	p.leave(r)
}

// notFor says which kinds of plans are not held against the rule.
func (p *printer) notFor(r *rules.Rule) {
	if len(r.NotFor) == 0 {
		return
	}
	var kinds []string
	for _, k := range r.NotFor {
		kinds = append(kinds, fmt.Sprintf("kind = %q", k))
	}
	p.section("Not for", fmt.Sprintf("Plans with %s: they are not held against it.", strings.Join(kinds, " or ")))
}

// severityWords says what comes of breaking a rule. Most of those that can be errors let smaller breaches off with a warning.
func severityWords(r *rules.Rule) string {
	if r.Severity.String() == string(rules.LevelError) {
		return "an error where it is clearly broken"
	}
	return "a " + r.Severity.String() + " where it is broken"
}

func (p *printer) section(title, text string) {
	p.line()
	p.line(p.bold(title))
	p.paragraph("  ", text)
}

func (p *printer) sources(r *rules.Rule) {
	p.line()
	p.line(p.bold("Stands on"))
	if r.House {
		p.paragraph("  ", "A house rule: judgement, where no study decides.")
	}
	for _, id := range r.Sources {
		if s := rules.Source(id); s != nil {
			lines := wrap(reference(s), width-4)
			for i, line := range lines {
				p.line(map[bool]string{true: "  ", false: "    "}[i == 0], line)
			}
		}
	}
}

func reference(s *training.Source) string {
	text := fmt.Sprintf("%s (%d). %s.", s.Authors, s.Year, strings.TrimSuffix(s.Title, "."))
	if s.Journal != "" {
		text += " " + s.Journal + "."
	}
	if s.DOI != "" {
		text += " doi:" + s.DOI
	}
	if s.Note != "" {
		text += " " + s.Note
	}
	return text
}

// leave says how to live with a plan that breaks the rule.
func (p *printer) leave(r *rules.Rule) {
	p.line()
	p.line(p.bold("To leave it as it is"))
	if r.OfPlans() {
		p.paragraph("  ", "For one plan, with a reason that is printed on its page:")
		p.line("    ", p.faint(fmt.Sprintf(`allow = { %s = "..." }`, r.ID)))
	}
	p.paragraph("  ", "For the whole site, in site.toml (error, warning, note or off):")
	p.line("    ", p.faint("[rules]"))
	p.line("    ", p.faint(r.ID+` = "off"`))
}
