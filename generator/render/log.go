package render

import (
	"strings"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// LogView is what layouts/log.html has.
type LogView struct {
	BaseView
	ProgrammePart
}

// Choice is one of a few answers: the name that a log has for it, and its word.
type Choice struct{ Key, Word string }

// Efforts returns how a visit can have felt.
func (v *LogView) Efforts() []Choice {
	var list []Choice
	for i, word := range strings.Fields(v.renderer.theme.words.Say("felt")) {
		list = append(list, Choice{[]string{"easy", "ok", "hard"}[i], word})
	}
	return list
}

// Rungs returns all exercises that the lifts of the page's programme can come to, each once.
func (v *LogView) Rungs() []*site.Exercise {
	var list []*site.Exercise
	met := map[string]bool{}
	for _, lift := range v.Programme.Projection.Machines.Lifts {
		for _, r := range lift.Rungs {
			if x := v.Site.Exercise(r.Exercise); x != nil && !met[r.Exercise] {
				met[r.Exercise] = true
				list = append(list, x)
			}
		}
	}
	return list
}

// TestKey returns the name that a log has for a test: the id of its exercise, or what is run.
func (v *LogView) TestKey(t progression.Test) string {
	if t.Exercise != nil {
		return t.Exercise.ID
	}
	return t.Run
}

// TestSides returns what is written down of a test: one number, or one a side.
func (v *LogView) TestSides(t progression.Test) []Choice {
	words := v.renderer.theme.words
	if t.Exercise != nil && t.Exercise.PerSide {
		return []Choice{{"left", words.Say("test-left")}, {"right", words.Say("test-right")}}
	}
	return []Choice{{"result", words.Say("log-result")}}
}

// Norms returns what is usual in a test; nil where nothing is known.
func (v *LogView) Norms(t progression.Test) *training.Norms {
	if t.Exercise == nil {
		return nil
	}
	return t.Exercise.Norms
}

// Said returns the words that the page's script fills in: their names without the "log-" before them.
func (v *LogView) Said() []Choice {
	return v.renderer.choices("log-", saidInLog)
}

// choices returns words by their names without what stands before all of them.
func (r *Renderer) choices(before, names string) []Choice {
	var list []Choice
	for _, name := range strings.Fields(names) {
		list = append(list, Choice{name, r.theme.words.Say(before + name)})
	}
	return list
}

// saidInLog are the words of the script. Their {names} are filled in by it.
const saidInLog = "session week-of next set left-out same-day run-question hurt not-of-plan never-copied copied lasts may-go kept-aside full reload not-kept no-store not-loaded forget-all not-json not-a-log newer other-plan nothing-new import-table import-all take taken line csv-bad csv-value csv-missing csv-kept delete-ask"
