package rules

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// printed is a text that stands on the sheet or on the plan's page.
type printed struct {
	text string
	pos  diag.Position
	test bool // of a test, whose card asks for the most good repetitions already
	run  bool // of a run against the clock, which may take all there is
}

// printed returns the texts of the plan and of the exercises that it asks for.
func (l *look) printed() []printed {
	plan := l.in.Plan
	list := []printed{{text: plan.Title, pos: plan.Pos}, {text: plan.Summary, pos: plan.Pos}, {text: plan.WarmUp, pos: plan.Pos}}
	for _, t := range plan.Tests {
		list = append(list, printed{t.Run, t.Pos, true, true}, printed{t.Note, t.Pos, true, t.Run != ""})
	}
	for _, ph := range plan.Phases {
		list = append(list, printed{text: ph.Name, pos: ph.Pos}, printed{text: ph.Aim, pos: ph.Pos})
		for _, s := range ph.Sessions {
			list = append(list, printed{text: s.Name, pos: s.Pos})
			for _, row := range s.Rows {
				list = append(list, printed{text: row.Note, pos: cmp.Or(row.Pos, row.Exercise.Pos)})
			}
		}
	}
	return append(list, l.exerciseTexts()...)
}

// exerciseTexts returns the texts of the exercises that the plan asks for or tests, each once.
func (l *look) exerciseTexts() []printed {
	var list []printed
	seen := map[string]bool{}
	take := func(id string) {
		e := l.in.Exercises[id]
		if e == nil || seen[id] {
			return
		}
		seen[id] = true
		list = append(list, printed{text: e.Name, pos: e.Pos}, printed{text: e.IfItHurts, pos: e.Pos})
		for _, text := range e.Cues {
			list = append(list, printed{text: text, pos: e.Pos})
		}
		for _, text := range e.Stop {
			list = append(list, printed{text: text, pos: e.Pos})
		}
	}
	for x := range l.all() {
		take(x.Exercise.ID)
	}
	for _, t := range l.p.Tests {
		take(t.Test.Exercise.ID)
	}
	return list
}

func (l *look) failureWords() {
	for _, p := range l.printed() {
		text := plainWords(p.text)
		if found := painWords.in(text); found != "" {
			l.add(found, l.warningf(p.pos, "%q sends runners on where it hurts.", found).WithHint("Say when to stop: new pain ends the exercise for the day."))
		}
		if found := maximumWords.in(text); found != "" && !p.run {
			l.add(found, l.warningf(p.pos, "%q sends runners to failure.", found).WithHint("%s", keepSome))
		} else if found := countWords.in(text); found != "" && !p.test && !endsInTime.MatchString(text) {
			l.add(found, l.warningf(p.pos, "%q sends runners to failure.", found).WithHint("%s", keepSome))
		}
	}
}

const keepSome = "Say how many good repetitions are left instead."

// plainWords returns a text in small letters and with straight apostrophes.
func plainWords(text string) string { return strings.ToLower(strings.ReplaceAll(text, "’", "'")) }

// phrases are words, in small letters and with straight apostrophes, that say something unless they are denied.
type phrases struct {
	words *regexp.Regexp
	stems []string
}

// in returns the words of a text that say it; "" where there are none. Neither "never to failure" nor "70 % of your max" does.
func (p phrases) in(text string) string {
	if !slices.ContainsFunc(p.stems, func(stem string) bool { return strings.Contains(text, stem) }) {
		return ""
	}
	for _, at := range p.words.FindAllStringIndex(text, -1) {
		if !denied.MatchString(text[:at[0]]) && !denies.MatchString(text[at[1]:]) && !shareOf.MatchString(text[:at[0]]) {
			return text[at[0]:at[1]]
		}
	}
	return ""
}
