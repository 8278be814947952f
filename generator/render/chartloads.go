package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
)

// level is how hard the heaviest set of a target is: its load, the share of a maximum that nobody knows, the steps of a load that the
// runner chooses, or the rung of the ladder. Of help, less is harder.
func level(t progression.Target) int {
	switch load, known := heaviest(t); {
	case known && t.Exercise.Load == training.LoadAssistance:
		return -load.Grams()
	case known && load.IsLevel():
		return load.Thousandths
	case known:
		return load.Grams()
	case t.Loaded && share(t) > 0:
		return share(t)
	case t.Loaded:
		return t.Steps
	}
	return t.Rung
}

// label names the level of a target, its load in a unit.
func label(w *words.Words, t progression.Target, u quantity.Unit) string {
	switch load, known := heaviest(t); {
	case known:
		return w.Number(load.In(u).String())
	case t.Loaded && share(t) > 0:
		return w.Share(share(t))
	case t.Loaded && t.Steps > 0:
		return fmt.Sprintf("+%d", t.Steps)
	case t.Rung > 0:
		return fmt.Sprintf("↑%d", t.Rung)
	}
	return ""
}

// heaviest returns the load of the set that is the hardest by its load, if it is known.
func heaviest(t progression.Target) (load quantity.Load, known bool) {
	for _, s := range t.Sets {
		less := t.Exercise.Load == training.LoadAssistance
		if !s.Load.IsZero() && (!known || harder(s.Load, load, less)) {
			load, known = s.Load, true
		}
	}
	return load, known
}

// harder reports whether a load is harder than another one of the same exercise; less: of help.
func harder(a, b quantity.Load, less bool) bool {
	if a.IsLevel() {
		return a.Thousandths > b.Thousandths
	}
	return a.Compare(b) > 0 != less && a.Compare(b) != 0
}

// share returns the largest share of a maximum, in thousandths; 0 where a set has all of the row's load.
func share(t progression.Target) int {
	most := 0
	for _, s := range t.Sets {
		if s.Share == 0 {
			return 0
		}
		most = max(most, s.Share)
	}
	return most
}

// ChartNotes says what a reader has to know of the page's charts besides what holds for all.
func (v *ProgrammeView) ChartNotes() string {
	var help, differ bool
	for _, w := range v.Programme.Projection.Weeks {
		eachTarget(w, func(t *progression.Target) {
			help = help || t.Exercise.Load == training.LoadAssistance
			differ = differ || slices.ContainsFunc(t.Sets, func(s progression.Set) bool { return s.Amount != t.Sets[0].Amount || s.Load != t.Sets[0].Load })
		})
	}
	var notes []string
	if differ {
		notes = append(notes, v.renderer.theme.words.Say("growth-sets"))
	}
	if help {
		notes = append(notes, v.renderer.theme.words.Say("growth-help"))
	}
	return strings.Join(notes, " ")
}
