package progression

import (
	"fmt"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// faults says what is wrong with a target: a weight that does not exist, an amount that grows past all belief. Each is said once for a lift.
func (x *place) faults(t Target, week int) diag.List {
	if x.rung().max == nil && x.asked.Rung == 0 && !onlyShares(x.lift.row()) {
		if problems := x.p.missing(x.lift, t.Load, week); len(problems) > 0 {
			return problems
		}
	}
	if problems := x.tooLight(week); len(problems) > 0 {
		return problems
	}
	r := x.rung()
	stuck := r.model == training.LinearAmount && !r.do.Ranged() && x.at.Class == machine.Up && x.light == machine.Full && x.at.State == x.at.Was.State
	if !stuck || x.lift.faulted {
		return nil
	}
	x.lift.faulted = true
	row, part := x.lift.row(), r.do.First()
	end := r.do.WithSpan(part.Low, min(2*part.Low, r.do.Unit.Most()))
	return diag.List{diag.Errorf(position(row, row.DoPos), "no-end", "%s grows past %s in week %d, and nothing says up to where.",
		r.exercise.InSentence(), r.do.Unit.Text(r.do.Unit.Most()), week).
		WithHint("Give a range: do = %q, progress = %q.", end.Typed(), training.Linear)}
}

// tooLight says, once for a lift, that a share is lighter than the lightest weight, which stands in its place.
func (x *place) tooLight(week int) diag.List {
	reg := x.register()
	if reg == nil || reg.Less || x.lift.raised || !x.is.Known {
		return nil
	}
	for _, s := range x.asked.Sets {
		share := machine.Weight{N: x.is.N * s.Share / wholeLoad, Known: true}
		if s.Share == 0 || s.Load.N <= share.N {
			continue
		}
		x.lift.raised = true
		row := x.lift.row()
		return diag.List{diag.Warningf(position(row, row.DoPos), "share-too-light", "in week %d, %d %% of %s are %s, but the lightest weight for %s is %s.",
			week, s.Share/10, x.load(x.is.Weight), x.load(share), x.rung().exercise.InSentence(), x.load(s.Load)).
			WithHint("It is asked for in its place. Take another exercise for the light sets, or list lighter weights.")}
	}
	return nil
}

// otherStart says that rows which are one lift start differently.
func (l *lift) otherStart(row *training.Row) diag.List {
	own := l.row()
	given := func(r *training.Row) bool {
		return !r.Start.IsZero() || r.YouChoose || r.Level != "" || r.BodyShare > 0
	}
	if !given(row) || own.Start == row.Start && own.YouChoose == row.YouChoose && own.Level == row.Level && own.BodyShare == row.BodyShare {
		return nil
	}
	return diag.List{diag.Errorf(position(row, row.StartPos), "two-starts", "this is the same lift as in line %d, which begins with %s; here it begins with %s.",
		position(own, own.StartPos).Line, began(own), began(row)).
		WithHint("Take one of the starts out: the weight moves on at every visit, in whichever session. For two lifts let their sets differ.")}
}

// began is the start of a row as its author wrote it.
func began(row *training.Row) string {
	switch {
	case row.YouChoose:
		return `"you choose"`
	case row.Level != "":
		return row.Level
	case row.BodyShare > 0:
		return "a share of body mass"
	case row.Start.IsZero():
		return "none"
	}
	return row.Start.String()
}

// severalStarts says that it is not clear with which weight a row goes on.
func severalStarts(row *training.Row, e *training.Exercise) diag.Problem {
	return diag.Errorf(position(row, row.StartPos), "no-start", "%s stands in several sessions of the phase before, each with a weight of its own.", e.InSentence()).
		WithHint(`Say with which weight it begins here, start = "20 kg", or start = "you choose"; or give this session the name of the one from which it goes on.`)
}

// tooHeavy says that the weight of the phase before is too heavy for the repetitions of this one.
func tooHeavy(row *training.Row, e *training.Exercise, load quantity.Load) diag.Problem {
	return diag.Errorf(position(row, row.StartPos), "no-start", "%s goes on with %s, which is too heavy for more repetitions than before, and there is no lighter weight that fits.", e.InSentence(), load).
		WithHint(`Say with which weight it begins here, start = "you choose", or ask for fewer repetitions.`)
}

// maximum returns the load that the percentages of a row are taken of; nil where they are of its own weight, or it has none.
func (p *projection) maximum(row *training.Row) *training.Maximum {
	if !row.TakesPercent() {
		return nil
	}
	return p.in.Plan.Maximum(row.Exercise.ID)
}

// percentProblems says what is wrong with percentages: of what they are taken, and which sets have none.
func (p *projection) percentProblems(row *training.Row, e *training.Exercise) diag.List {
	if p.maximum(row) == nil {
		return nil
	}
	for _, do := range row.Entries() {
		for _, part := range do.Parts {
			if part.Share == 0 && !part.RM && part.Load.IsZero() {
				return diag.List{diag.Errorf(position(row, row.DoPos), "no-percent", "%s has a maximum, but the sets of %s say no percentage.", e.InSentence(), fmt.Sprint(part.Low)).
					WithHint("Write one behind each of them, such as 5 at 70 %%.")}
			}
		}
	}
	return nil
}

// oneMover says that two lifts of a phase would move one maximum.
func (p *projection) oneMover(lifts []*lift) diag.List {
	var problems diag.List
	movers := map[int]*lift{}
	for _, l := range lifts {
		r := &l.rungs[0]
		if r.max == nil || l.maintain || l.row().Step.IsZero() {
			continue
		}
		if first := movers[r.register]; first != nil {
			at := position(l.row(), l.row().StepPos)
			problems.Add(diag.Errorf(at, "two-steps", "the maximum of %s moves by the step of line %d already.", r.exercise.InSentence(), position(first.row(), first.row().StepPos).Line).
				WithHint("Take one of the steps out: the other row follows."))
			continue
		}
		movers[r.register] = l
	}
	return problems
}

// movesLoad reports whether the lift leads to a next load, so that it has to be known which one that is.
func (l *lift) movesLoad(r *rung) bool {
	switch r.model {
	case training.NoProgress:
		return false
	case training.ByWeeks:
		return l.moves(r)
	}
	return true
}
