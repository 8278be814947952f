package progression

import (
	"cmp"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// track is one row of a session on its way through a phase. Its state moves once per performed session.
type track struct {
	row            *training.Row
	rungs          []rung             // the ladder from the plan's exercise upwards; at least one
	easier, harder *training.Exercise // beside the plan's exercise on the ladder; nil: none
	firstPhase     bool
	maintain       bool // nothing progresses
	carriesOn      bool // the load comes from an earlier phase
	climbedBefore  bool // so does the rung
	reserve        int  // of the runner type

	state      state // of the last performed session; before the first one, of that
	performed  bool  // a session, easy weeks aside
	week       int   // in which state was performed
	afterLight bool  // the last session was in an easy week or in the taper
	missed     bool  // a weight that does not exist has been reported
}

// track starts a row. It is nil where the row is left out, because it has errors or could not be read.
func (p *projection) track(row *training.Row, maintain bool) (*track, diag.List) {
	exercise := p.in.Exercises[row.Exercise.ID]
	if exercise == nil || !readable(row, exercise) {
		return nil, nil
	}
	if need := p.in.lacking(exercise); need != nil {
		return nil, diag.List{noEquipment(position(row, row.Exercise.Pos), exercise, need)}
	}
	t := &track{
		row: row, reserve: p.in.Runner.Reserve, firstPhase: len(p.out.Phases) == 1, maintain: maintain,
		easier: p.in.available(exercise.Easier), harder: p.in.available(exercise.Harder),
	}
	first, problems := p.firstRung(t, exercise)
	if problems.HasErrors() {
		return nil, problems
	}
	reached := p.reached[exercise.ID]
	if maintain {
		t.rungs, problems = p.ladder(row, first, cmp.Or(reached, exercise))
		stand(t.rungs, row.Do.Sets())
	} else {
		t.rungs, problems = p.ladder(row, first, nil)
	}
	if problems.HasErrors() {
		return nil, problems
	}
	t.state = t.start()
	t.goOn(reached)
	return t, nil
}

// readable reports whether what the row says could be read. What could not is nothing at a known place, and has been reported.
func readable(row *training.Row, e *training.Exercise) bool {
	written := func(at diag.Position) bool { return at != diag.Position{} }
	switch {
	case row.Do.IsZero(), row.Progress == training.Wave && len(row.Wave) == 0:
		return false
	case row.Start.IsZero() && row.Level == "" && !row.YouChoose && written(row.StartPos):
		return false
	case row.Step.IsZero() && written(row.StepPos):
		return false
	}
	return measured(e)
}

// firstRung is the plan's exercise as the row asks for it.
func (p *projection) firstRung(t *track, exercise *training.Exercise) (rung, diag.List) {
	row := t.row
	r := rung{exercise: exercise, do: row.Do, model: modelOf(row, exercise.Measure), step: amountStep(row, exercise)}
	if t.maintain {
		r.model = stay
	}
	problems := p.mismatches(row, &r)
	if !exercise.Loaded() || problems.HasErrors() {
		return r, problems
	}
	before, ok := p.carried[exercise.ID]
	t.carriesOn = ok && row.Start.IsZero() && row.Level == "" && !row.YouChoose
	r.loads = p.loads(row, exercise, before, t.carriesOn)
	return r, p.loadProblems(t, &r)
}

// perform returns what the row asks for in a session, and moves its state. An easy week and a taper keep the load and the rung
// that were last performed and move nothing.
func (t *track) perform(week *Week) Target {
	s, m := t.state, started
	switch {
	case week.Taper:
		m = tapered
	case week.Easy:
		m = eased
	case t.performed:
		s, m = t.next(week.Number == t.week)
	}
	target := t.target(s)
	if week.Light() {
		target.ease(m == tapered)
	}
	target.Rule, target.PaperRule, target.Next, target.Why = t.rule(s, m), t.paperRule(s, m), t.nextName(s), t.why(s, m, &target)
	t.afterLight = week.Light()
	if !week.Light() {
		t.state, t.performed, t.week = s, true, week.Number
	}
	return target
}

func (t *track) target(s state) Target {
	r := &t.rungs[s.rung]
	do := t.do(s)
	target := Target{
		Exercise: r.exercise, Row: t.row, Rung: s.rung, Prescription: do,
		PerSide: do.PerSide || r.exercise.PerSide,
		Loaded:  r.exercise.Loaded(),
		Load:    r.loads.at(s.steps), Steps: r.loads.before + s.steps,
		Rest: cmp.Or(t.row.Rest, r.exercise.Measure.Facts().Rest),
	}
	target.Sets = slices.Repeat([]Set{{Amount: s.amount, Top: s.amount, Load: target.Load}}, do.Sets())
	return target
}

// ease makes the target that of an easy week: one set fewer, and the bottom of the range where there is one. The load stays, as
// a tenth less of it is seldom a weight that exists (house rule; the direction after Rogerson 2024). In a taper the sets are
// halved (house rule, after the taper of running: Bosquet's review halves the volume and keeps the intensity).
func (t *Target) ease(taper bool) {
	if taper {
		t.Sets = t.Sets[:(t.Count()+1)/2]
	} else {
		t.Sets = t.Sets[:max(t.Count()-1, 1)]
	}
	for i := range t.Sets {
		if t.Prescription.Ranged() {
			t.Sets[i].Amount = t.Prescription.First().Low
			t.Sets[i].Top = t.Sets[i].Amount
		}
	}
}

// do returns what the state's rung asks for; in a wave, what its week asks for.
func (t *track) do(s state) quantity.Prescription {
	if r := &t.rungs[s.rung]; r.model != wave {
		return r.do
	}
	return t.row.Wave[s.times%len(t.row.Wave)]
}
