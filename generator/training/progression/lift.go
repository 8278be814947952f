package progression

import (
	"cmp"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// lift is what one or several rows ask for, with its machine. Rows of a phase that agree are one lift, in whichever session they stand:
// its state moves at every visit.
type lift struct {
	index          int             // of its machine
	rows           []*training.Row // the first one stands for all of them
	sessions       []string        // in which they stand
	rungs          []rung          // the ladder from the plan's exercise upwards; at least one
	easier, harder *training.Exercise
	dos            []quantity.Prescription // what each state asks for, with its ranges
	maintain       bool                    // nothing progresses
	carriesOn      bool                    // the load comes from an earlier phase
	from           *lift                   // which has it; nil: none
	ownStart       bool                    // the runner has said with which load it begins
	firstPhase     bool

	began   machine.Position // as the phase begins
	shown   map[string]bool  // exercises that a visit asked for
	raised  bool             // it has been reported that a share is lighter than any weight
	faulted bool             // a load that does not exist has been reported, or an amount that is past all belief
}

func (l *lift) row() *training.Row { return l.rows[0] }

// entry is a row of a session with its lift.
type entry struct {
	row  *training.Row
	lift *lift
}

// lifts makes the lifts of a phase, and returns for each session its rows with them.
func (p *projection) lifts(phase *training.Phase) [][]entry {
	sessions := make([][]entry, len(phase.Sessions))
	phaseLifts := len(p.phases) - 1
	for i := range phase.Sessions {
		s := &phase.Sessions[i]
		for j := range s.Rows {
			row := &s.Rows[j]
			if l := p.same(p.phases[phaseLifts], s.Name, row, sessions[i]); l != nil {
				l.rows = append(l.rows, row)
				l.sessions = append(l.sessions, s.Name)
				sessions[i] = append(sessions[i], entry{row, l})
			} else if l := p.lift(phase, s, row); l != nil {
				sessions[i] = append(sessions[i], entry{row, l})
			}
		}
	}
	p.problems.Add(p.oneMover(p.phases[phaseLifts])...)
	return sessions
}

// same returns the lift of the phase that a row agrees with, nil where there is none. A session does not do the same lift twice.
func (p *projection) same(lifts []*lift, session string, row *training.Row, here []entry) *lift {
	for _, l := range lifts {
		twice := slices.ContainsFunc(here, func(e entry) bool { return e.lift == l })
		if !twice && l.row().SameLift(row) && l.row().Exercise.ID != "" {
			p.problems.Add(l.otherStart(row)...)
			return l
		}
	}
	return nil
}

// lift makes the lift of a row. It is nil where the row is left out, because it has errors or could not be read.
func (p *projection) lift(phase *training.Phase, session *training.Session, row *training.Row) *lift {
	exercise := p.in.Exercises[row.Exercise.ID]
	if exercise == nil || !readable(row, exercise) {
		p.leftOut = append(p.leftOut, row.Exercise.ID) // one mistake is one problem: later phases find a load to carry on
		return nil
	}
	if need := p.in.lacking(exercise); need != nil {
		p.problems.Add(noEquipment(position(row, row.Exercise.Pos), exercise, need))
		p.leftOut = append(p.leftOut, row.Exercise.ID)
		return nil
	}
	l := &lift{
		rows: []*training.Row{row}, sessions: []string{session.Name}, maintain: phase.Maintain, firstPhase: len(p.out.Phases) == 1,
		easier: p.in.available(exercise.Easier), harder: p.in.available(exercise.Harder), shown: map[string]bool{},
	}
	if !p.climb(l, exercise) {
		p.leftOut = append(p.leftOut, row.Exercise.ID)
		return nil
	}
	p.problems.Add(p.fromElsewhere(row, exercise)...)
	p.compile(l)
	now := len(p.phases) - 1
	p.phases[now] = append(p.phases[now], l)
	return l
}

// climb gives a lift its rungs, and reports whether they are in order.
func (p *projection) climb(l *lift, exercise *training.Exercise) bool {
	first, problems := p.firstRung(l, exercise)
	if problems.HasErrors() {
		p.problems.Add(problems...)
		return false
	}
	var kept *training.Exercise
	if l.maintain {
		kept = cmp.Or(p.in.Exercises[p.walk.Reached(exercise.ID)], exercise)
	}
	l.rungs, problems = p.ladder(l.row(), first, kept)
	if l.maintain {
		stand(l.rungs, first.do.Sets())
	}
	p.problems.Add(problems...)
	return !problems.HasErrors()
}

// readable reports whether what the row says could be read. What could not is nothing at a known place, and has been reported.
func readable(row *training.Row, e *training.Exercise) bool {
	written := func(at diag.Position) bool { return at != diag.Position{} }
	switch {
	case row.Do.IsZero(), row.Progress == training.Wave && len(row.Wave) == 0:
		return false
	case len(row.Weeks) == 0 && written(row.WeeksPos), len(row.Stages) == 0 && written(row.StagesPos):
		return false
	case row.Start.IsZero() && !row.YouChoose && row.Level == "" && row.BodyShare == 0 && written(row.StartPos):
		return false
	case !row.Start.IsZero() && row.Start.Thousandths == 0 && e.LoadedWith().Facts().None != training.Yes:
		return false
	case row.Step.IsZero() && written(row.StepPos):
		return false
	}
	return measured(e)
}

// firstRung is the plan's exercise as the row asks for it.
func (p *projection) firstRung(l *lift, exercise *training.Exercise) (rung, diag.List) {
	row := l.row()
	r := rung{exercise: exercise, do: row.Do, model: training.ModelOf(row, exercise), step: amountStep(row, exercise), clock: training.ByClock(row, exercise)}
	if l.maintain {
		r.model = training.NoProgress
	}
	problems := p.mismatches(row, &r)
	if !exercise.Loaded() || problems.HasErrors() {
		return r, problems
	}
	problems.Add(p.percentProblems(row, exercise)...)
	if problems.HasErrors() {
		return r, problems
	}
	if r.max = p.maximum(row); r.max != nil {
		return r, nil
	}
	before, problems := p.carried(l, exercise)
	if problems.HasErrors() {
		return r, problems
	}
	r.loads = p.loads(row, exercise, before, l.carriesOn)
	return r, p.loadProblems(l, &r)
}
