package training

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/tomlfile"
)

// LoadKindFacts is a row of the table of kinds of load.
type LoadKindFacts struct {
	Kind    LoadKind
	Meaning string // for authors
	Done    string // in messages: "it is ..."
	Start   string // an example of what is typed for start
	// LessIsHarder says that the list is walked downwards.
	LessIsHarder Answer
	Weighs       Answer // it has kilograms, so that rules can judge it and a share of it can be taken
	Named        Answer // it is one of a list of names
	None         Answer // 0 of it can be asked for
	Held         Answer // in the hands, so that there can be two of it
}

// loadKindRows is the table of kinds of load, in the order in which they are explained. A test fails for a row that leaves something out.
var loadKindRows = [...]LoadKindFacts{
	{
		Kind: LoadWeight, Meaning: "a weight that makes it harder", Done: "done with a weight", Start: "16 kg",
		LessIsHarder: No, Weighs: Yes, Named: No, None: No, Held: Yes,
	},
	{
		Kind: LoadAssistance, Meaning: "help, of which less is harder, as on a machine for pull-ups", Done: "done with help", Start: "30 kg",
		LessIsHarder: Yes, Weighs: No, Named: No, None: Yes, Held: No,
	},
	{
		Kind: LoadLevel, Meaning: "a band or a pin, which has a name and no weight", Done: "done with a band or a pin that has a name", Start: "yellow",
		LessIsHarder: No, Weighs: No, Named: Yes, None: No, Held: No,
	},
}

// LoadKinds returns what an exercise can be made harder with.
func LoadKinds() []LoadKind {
	return column(loadKindRows[:], func(f LoadKindFacts) LoadKind { return f.Kind })
}

// Facts returns what is known about the kind of load. Of one that is not in the table nothing is known, which is the zero value.
func (k LoadKind) Facts() LoadKindFacts {
	return find(loadKindRows[:], k, func(f LoadKindFacts) LoadKind { return f.Kind })
}

// loadMeanings explains the kinds of load to authors: `"weight" is a weight that makes it harder, "level" is ...`
func loadMeanings() string {
	list := column(loadKindRows[:], func(f LoadKindFacts) string { return fmt.Sprintf("%q is %s", f.Kind, f.Meaning) })
	return strings.Join(list, "; ") + "."
}

// LoadedWith returns what the exercise is made harder with; "" where it is done without a load. A measure of its own can say it.
func (e *Exercise) LoadedWith() LoadKind {
	if e.Load == "" && e.Measure.Facts().Loaded == Yes {
		return LoadWeight
	}
	return e.Load
}

// Loaded reports whether the exercise is done with a load.
func (e *Exercise) Loaded() bool { return e.LoadedWith() != "" }

// load reads what makes an exercise harder, beside what its measure says of it.
func (r *reader) load(t *tomlfile.Table, e *Exercise) {
	e.Load = LoadKind(t.String("load"))
	if e.Load != "" && e.Measure.Facts().Loaded == Yes {
		r.loadTwice(t, e)
	}
	if !t.Has("hands") {
		return
	}
	e.Hands = t.Int("hands")
	at := t.ValuePos("hands")
	switch {
	case e.Hands < 1 || e.Hands > 2:
		r.add(at, "bad-number", fmt.Sprintf("hands is %d; it says in how many hands there is a weight, 1 or 2.", e.Hands), "")
		e.Hands = 0
	case t.Broken("measure") || t.Broken("load"):
	case e.LoadedWith().Facts().Held != Yes:
		r.add(at, "hands-without-weight", "hands counts the weights that are held, but this exercise is "+e.done()+".", `Take hands out, or write load = "weight".`)
	case e.Hands > 1 && e.onlyBars():
		r.add(at, "hands-at-a-bar", "a bar is one weight in two hands, so that hands = 2 means two bars.", "Take hands out.")
	}
}

// loadTwice reports a kind of load beside a measure that says one.
func (r *reader) loadTwice(t *tomlfile.Table, e *Exercise) {
	at := t.KeyPos("load")
	if e.Load == LoadWeight {
		r.add(at, "load-twice", fmt.Sprintf("measure = %q says already that it is done with a weight.", e.Measure), "Take the line of load out.")
		return
	}
	r.add(at, "load-twice", fmt.Sprintf("measure = %q means %s, but load is %q.", e.Measure, e.Measure.Facts().Meaning, e.Load), fmt.Sprintf("Write measure = %q beside load = %q.", MeasureReps, e.Load))
}

// done says how the exercise is done, in messages: "it is ...".
func (e *Exercise) done() string {
	if kind := e.LoadedWith(); kind != "" {
		return kind.Facts().Done
	}
	return "done without a load"
}

// onlyBars reports whether all that the exercise can be done with is a bar.
func (e *Exercise) onlyBars() bool {
	bar := func(name string) bool {
		return find(equipmentRows[:], name, func(f EquipmentFacts) string { return f.Name }).Bar == Yes
	}
	return len(e.Equipment) > 0 && !slices.ContainsFunc(e.Equipment, func(name string) bool { return !bar(name) })
}
