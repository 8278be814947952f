package render

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
)

// Target is a target as a page shows it: with its sentences in the site's language.
type Target struct {
	*progression.Target
	words *words.Words
	or    *training.Exercise // that may be done instead; nil: none
}

// shown returns a target as a page shows it.
func (r *Renderer) shown(t *progression.Target) Target {
	target := Target{Target: t, words: r.theme.words}
	if or := r.site.Exercise(t.Row.Or.ID); or != nil {
		target.or = or.Exercise
	}
	return target
}

// Rule returns what to do next time, depending on what happened.
func (t Target) Rule() string { return t.words.Sentences(t.Target.Rule...) }

// Why returns why the target is what it is.
func (t Target) Why() string { return t.words.Sentences(t.Target.Why) }

// Parts returns the target in parts whose sets have the same load, each as a target of its own: sets with one load are one part.
func (t Target) Parts() []Target {
	var parts []Target
	for _, sets := range alike(t.Sets) {
		part := *t.Target
		part.Sets, part.Load = sets, sets[0].Load
		parts = append(parts, Target{Target: &part, words: t.words})
	}
	return parts
}

// alike divides sets where the load changes.
func alike(sets []progression.Set) [][]progression.Set {
	var list [][]progression.Set
	for i, s := range sets {
		if i > 0 && s.Load == sets[i-1].Load && s.Share == sets[i-1].Share && s.RM == sets[i-1].RM {
			last := &list[len(list)-1]
			*last = append(*last, s)
			continue
		}
		list = append(list, []progression.Set{s})
	}
	return list
}

// Weight returns the load of the first set as the runner takes it: "2 × 16 kg (35 lb)", "30 kg help", "you choose". It is empty where
// there is none, where a percentage stands beside the sets that nobody knows in kilograms, and where the load is the heaviest for so many,
// which [ProgrammeView.SetNotes] explain.
func (t Target) Weight() (string, error) {
	if s := t.Sets[0]; s.RM && s.Load.IsZero() {
		return "", nil
	}
	text, err := t.weight()
	return markdown.KeepUnits(text), err
}

// shortWeight returns the same in one unit.
func (t Target) shortWeight() (string, error) {
	switch s := t.Sets[0]; {
	case s.RM && s.Load.IsZero():
		return "", nil
	case !s.Load.IsZero():
		return t.words.LoadOf(t.Exercise, s.Load), nil
	}
	return t.unknownWeight()
}

func (t Target) weight() (string, error) {
	if s := t.Sets[0]; !s.Load.IsZero() {
		return t.words.BothOf(t.Exercise, s.Load), nil
	}
	return t.unknownWeight()
}

// inFull returns the target in one line: "3 × 8 · 8 kg (18 lb)", "3 × 8 · you choose".
func (t Target) inFull() (string, error) { return t.line(Target.weight) }

// goal returns the target where there is little room: "3 × 8 · 8 kg", "1 × 5 · 60 kg, 3 × 8 · 50 kg". A percentage stands there only
// where nobody knows it in kilograms.
func (t Target) goal() string {
	short := *t.Target
	short.Sets = slices.Clone(t.Sets)
	for i := range short.Sets {
		if s := &short.Sets[i]; !s.Load.IsZero() {
			s.Share = 0
		}
	}
	text, _ := Target{Target: &short, words: t.words}.line(func(part Target) (string, error) {
		return t.words.LoadOf(t.Exercise, part.Load), nil
	}) // no word can be missing
	return text
}

func (t Target) line(weight func(part Target) (string, error)) (string, error) {
	var texts []string
	for _, part := range t.Parts() {
		text := t.words.Prescription(part.Asked())
		load, err := weight(part)
		if err != nil {
			return "", err
		}
		if load != "" {
			text += " · " + load
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", "), nil
}

// unknownWeight says of a load that is not known how the runner finds it.
func (t Target) unknownWeight() (string, error) {
	set := t.Sets[0]
	switch {
	case !t.Loaded:
		return "", nil
	case set.RM:
		return t.words.Fill("rm-load")
	case set.Share > 0:
		return "", nil
	case t.Row.BodyShare > 0 && t.Steps == 0:
		return t.words.BodyShare(t.Row.BodyShare), nil
	case t.Steps > 0 && t.Exercise.Load != "" && t.Exercise.Load != training.LoadWeight:
		return t.words.Count("steps-harder", t.Steps)
	case t.Steps > 0:
		return t.words.Count("steps-up", t.Steps)
	}
	return t.words.Fill("you-choose")
}

// openSet explains the first set that is open, "5+: in this set as many good ones as leave your reserve."; empty where none is.
func (t Target) openSet() (string, error) {
	i := slices.IndexFunc(t.Sets, func(s progression.Set) bool { return s.Open })
	if i < 0 {
		return "", nil
	}
	text, err := t.words.Fill("open-set")
	set := quantity.Part{Low: t.Sets[i].Amount, High: t.Sets[i].Top, Open: true}
	return t.words.Label(t.words.Figures(t.words.Span(set, t.Prescription.Unit))) + " " + text, err
}

// heaviestSet explains the first set that is done with the heaviest load for it, "10 RM: the heaviest weight that leaves your reserve.";
// empty where none is.
func (t Target) heaviestSet() (string, error) {
	i := slices.IndexFunc(t.Sets, func(s progression.Set) bool { return s.RM && s.Load.IsZero() })
	if i < 0 {
		return "", nil
	}
	name, err := t.words.Fill("rm", "n", t.words.Span(quantity.Part{Low: t.Sets[i].Amount, High: t.Sets[i].Top}, t.Prescription.Unit))
	if err != nil {
		return "", err
	}
	text, err := t.words.Fill("rm-load")
	return t.words.Label(t.words.Figures(name)) + " " + text + ".", err
}

// WarmUp returns the light sets before the others, "10 × 20 kg, 5 × 30 kg", or where nobody knows their loads what the plan says of them.
func (t Target) WarmUp() string {
	asked := t.Row.WarmUp
	if t.warmUpUnknown() {
		return markdown.KeepUnits(t.words.Prescription(asked))
	}
	texts := make([]string, len(t.Target.WarmUp))
	for i, s := range t.Target.WarmUp {
		texts[i] = t.words.Span(quantity.Part{Low: s.Amount, High: s.Top}, asked.Unit) + " × " + t.words.LoadOf(t.Exercise, s.Load)
	}
	return markdown.KeepUnits(strings.Join(texts, ", "))
}

// LightSets returns the sets before the others where their loads are known; where they are not, the head of the row has them.
func (t Target) LightSets() string {
	if t.warmUpUnknown() {
		return ""
	}
	return markdown.KeepUnits(t.words.Text("warm-up-sets")) + " " + t.WarmUp()
}

// warmUpUnknown reports whether the light sets have no loads that are known.
func (t Target) warmUpUnknown() bool {
	return len(t.Target.WarmUp) == 0 || slices.ContainsFunc(t.Target.WarmUp, func(s progression.Set) bool { return s.Load.IsZero() })
}
