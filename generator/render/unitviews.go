package render

import (
	"html/template"
	"slices"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// This file writes weights in both units: the programme's, which a page shows, and the other one, which its script shows to a reader who
// prefers it.

// inUnits returns a text in the programme's unit, with the same in the other one at hand. Where they do not differ it is the text alone.
func inUnits(p *progression.Programme, in func(quantity.Unit) string) template.HTML {
	here, other := markdown.KeepUnits(in(p.Unit)), markdown.KeepUnits(in(p.Unit.Other()))
	return dataIn(here, other)
}

// sentencesIn returns sentences with their weights in both units.
func (v *ProgrammePart) sentencesIn(phrases ...phrase.Phrase) template.HTML {
	return inUnits(v.Programme.Projection, func(u quantity.Unit) string {
		list := make([]phrase.Phrase, len(phrases))
		for i, p := range phrases {
			list[i] = p.In(u)
		}
		return v.renderer.theme.words.Sentences(list...)
	})
}

// Next returns what to do next time, depending on what happened, in both units.
func (v *ProgrammeView) Next(t Target) template.HTML { return v.sentencesIn(t.Target.Rule...) }

// in returns the target with its loads in a unit.
func (t Target) in(u quantity.Unit) Target {
	x := *t.Target
	x.Load, x.Sets, x.WarmUp = x.Load.In(u), setsIn(x.Sets, u), setsIn(x.WarmUp, u)
	return Target{Target: &x, words: t.words, or: t.or}
}

func setsIn(sets []progression.Set, u quantity.Unit) []progression.Set {
	list := slices.Clone(sets)
	for i := range list {
		if !list[i].Load.IsZero() {
			list[i].Load = list[i].Load.In(u)
		}
	}
	return list
}

// Equivalents returns the weights of the page's programme, from light to heavy, each once and in both units: "8 kg = 18 lb".
func (v *ProgrammeView) Equivalents() []string {
	var loads []quantity.Load
	add := func(sets []progression.Set) {
		for _, s := range sets {
			if !s.Load.IsZero() && !s.Load.IsLevel() && s.Load.Thousandths > 0 && !slices.Contains(loads, s.Load) {
				loads = append(loads, s.Load)
			}
		}
	}
	for _, w := range v.Programme.Projection.Weeks {
		eachTarget(w, func(t *progression.Target) { add(t.Sets); add(t.WarmUp) })
	}
	slices.SortFunc(loads, quantity.Load.Compare)
	words, unit := v.renderer.theme.words, v.Programme.Projection.Unit
	texts := make([]string, len(loads))
	for i, l := range loads {
		texts[i] = markdown.KeepUnits(words.Load(l.In(unit)) + " = " + words.Load(l.In(unit.Other())))
	}
	return slices.Compact(texts)
}
