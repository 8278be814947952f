package athlete

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// own holds the runner's numbers against the machines of the plan.
func (j *joiner) own() {
	j.ownWeights()
	j.in.Own.Starts = map[string]int{}
	for _, s := range j.file.Starts {
		j.ownStart(s)
	}
	j.ownDays()
	for _, s := range j.file.Stands {
		j.stand(s)
	}
}

// ownWeights takes over the weights that she has, list by list.
func (j *joiner) ownWeights() {
	j.in.Own.Weights = map[string][]int{}
	m := &j.plain.Machines
	for _, name := range sortedKeys(j.file.Weights) {
		loads, at := j.file.Weights[name], j.file.WeightsPos[name]
		i := slices.IndexFunc(m.Lists, func(l machine.List) bool { return l.Name == name })
		switch {
		case i < 0:
			p := diag.Warningf(at, "unused-weights", "no exercise of this plan takes its weights from a list of %s: this line changes nothing.", name)
			j.out.Problems.Add(p.WithHint("The plan, or site.toml, has to list the weights that there are of it."))
		case len(loads) == 0:
			j.wrong(at, "empty-value", "%s is empty.", name).Hint = "List the weights that this runner has, or leave the line out."
		default:
			j.ownList(&m.Lists[i], loads, at)
		}
	}
}

// ownList takes over one list.
func (j *joiner) ownList(list *machine.List, loads []quantity.Load, at diag.Position) {
	var own []int
	for _, load := range loads {
		n := load.Thousandths
		if string(load.Unit) != list.Unit {
			j.wrong(at, "mixed-units", "these weights are in %s, but those of the plan are in %s.", unitName(string(load.Unit)), unitName(list.Unit)).
				Hint = "Write them as the plan does: " + strings.Join(list.Labels[:min(len(list.Labels), 3)], ", ") + "."
			return
		}
		if load.IsLevel() {
			k := slices.IndexFunc(list.Labels, func(label string) bool { return strings.EqualFold(label, load.Name) })
			if k < 0 {
				j.wrong(at, "unknown-weight", "%q is none of the levels of the plan.", load.Name).Hint = nearest(load.Name, list.Labels)
				return
			}
			n = list.Weights[k]
		}
		own = append(own, n)
	}
	j.in.Own.Weights[list.Name] = own
}

func unitName(unit string) string {
	if quantity.Unit(unit) == quantity.Level {
		return "levels"
	}
	return unit
}

// ownStart takes over the weight with which she begins a lift, or the only lift of an exercise.
func (j *joiner) ownStart(s Start) {
	lifts := j.liftsOf(s.Of)
	switch {
	case len(lifts) == 0:
		j.wrong(s.Pos, "unknown-exercise", "the plan has no exercise and no lift %q.", s.Of).Hint = nearest(s.Of, j.exercises())
		return
	case len(lifts) > 1:
		var keys []string
		for _, i := range lifts {
			keys = append(keys, j.plain.Machines.Lifts[i].Key)
		}
		j.wrong(s.Pos, "two-starts", "the plan has %q more than once.", s.Of).Hint = fmt.Sprintf("Name the lift that is meant, in quotes: %s.", quotedList(keys))
		return
	}
	l := &j.plain.Machines.Lifts[lifts[0]]
	if n, ok := j.load(l, 0, s.Load); ok {
		j.in.Own.Starts[l.Key] = n
		j.startsAt(l.Key, s.Pos)
	}
}

// startsAt notes that the runner's file says with what a lift begins.
func (j *joiner) startsAt(key string, at diag.Position) {
	for i := range j.plain.Weeks {
		for _, s := range j.plain.Weeks[i].Sessions {
			for _, t := range s.Targets {
				if t.Lift == key {
					j.places[cmp.Or(t.Row.StartPos, t.Row.DoPos, t.Row.Pos)] = at
				}
			}
		}
	}
}

// liftsOf returns the lift with a key, or the lifts whose first rung is an exercise and that begin with a load of their own.
func (j *joiner) liftsOf(name string) (lifts []int) {
	for i := range j.plain.Machines.Lifts {
		l := &j.plain.Machines.Lifts[i]
		if l.Key == name {
			return []int{i}
		}
		if l.Rungs[0].Exercise == name && l.Entry.From == nil {
			lifts = append(lifts, i)
		}
	}
	return lifts
}

// exercises returns the exercises with which the lifts of the plan begin.
func (j *joiner) exercises() []string {
	var ids []string
	for _, l := range j.plain.Machines.Lifts {
		ids = append(ids, l.Rungs[0].Exercise)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// load reads a load of a rung of a lift.
func (j *joiner) load(l *machine.Lift, rung int, text tomlfile.Text) (thousandths int, ok bool) {
	n, err := loadOn(&j.plain.Machines, l, rung, text.Value)
	if err != nil {
		j.wrong(text.Pos, "bad-load", "%v.", err).Hint = err.hint
		return 0, false
	}
	return n, true
}

// ownDays takes over the days on which she lifts.
func (j *joiner) ownDays() {
	if len(j.file.Days) == 0 {
		return
	}
	most := 0
	for _, phase := range j.plain.Phases {
		most = max(most, len(phase.Days))
	}
	if len(j.file.Days) != most {
		j.wrong(j.file.DaysPos, "sessions-and-days", "the plan has lifting on %s of a week, but days has %d.", counted(most, "day"), len(j.file.Days)).
			Hint = fmt.Sprintf("Name %s.", counted(most, "day"))
		return
	}
	j.in.Own.Days = j.file.Days
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// stand takes over where she stands with an exercise.
func (j *joiner) stand(s Stand) {
	own := progression.Stand{Exercise: s.Exercise.Value, Amount: s.Amount}
	var known []string
	for i := range j.plain.Machines.Lifts {
		l := &j.plain.Machines.Lifts[i]
		for k, r := range l.Rungs {
			known = append(known, r.Exercise)
			if r.Exercise != s.Exercise.Value || own.Load != nil || s.Load.Value == "" {
				continue
			}
			if n, ok := j.load(l, k, s.Load); ok {
				own.Load = &n
			} else {
				return
			}
		}
	}
	if !slices.Contains(known, s.Exercise.Value) {
		j.wrong(s.Exercise.Pos, "unknown-exercise", "no lift of the plan has the exercise %q on its ladder.", s.Exercise.Value).Hint = nearest(s.Exercise.Value, known)
		return
	}
	j.in.Own.Stands = append(j.in.Own.Stands, own)
}

// lists returns the input with her weights in the places where the plan and the site list theirs, for whoever looks at those.
func (j *joiner) lists() progression.Input {
	in, plan := j.in, *j.in.Plan
	plan.Weights, in.Weights = replaced(plan.Weights, j.file.Weights), replaced(in.Weights, j.file.Weights)
	if len(j.in.Own.Days) > 0 {
		plan.Phases = j.in.OnDays(j.in.Own.Days).Plan.Phases
	}
	in.Plan = &plan
	return in
}

// replaced returns lists of weights with those of a runner in their places.
func replaced(lists, own training.Weights) training.Weights {
	if lists == nil {
		return nil
	}
	with := training.Weights{}
	for name, loads := range lists {
		with[name] = loads
		if len(own[name]) > 0 {
			with[name] = asListed(own[name], loads)
		}
	}
	return with
}

// asListed returns loads with levels as a list has them: they lie where they stand in it.
func asListed(own, list []quantity.Load) []quantity.Load {
	if !own[0].IsLevel() {
		return own
	}
	return slices.DeleteFunc(slices.Clone(list), func(l quantity.Load) bool {
		return !slices.ContainsFunc(own, func(o quantity.Load) bool { return strings.EqualFold(o.Name, l.Name) })
	})
}

func sortedKeys(w training.Weights) []string {
	var names []string
	for name := range w {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
