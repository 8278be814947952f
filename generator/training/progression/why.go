package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// why says why the target is what it is: from the two ends of what was walked, the last visit and now, and from the class of its result.
func (x *place) why(t *Target) phrase.Phrase {
	if less := x.whyLess(t); !less.IsZero() {
		return less
	}
	switch {
	case x.afterRace:
		return phrase.New("why-after-race")
	case x.light == machine.Easy:
		return whyEasy(t)
	case x.light == machine.Taper:
		return whyTaper(t)
	case x.at.Class == machine.AfterBreak:
		return phrase.New("why-break")
	case !x.at.Done:
		return x.whyStart(t)
	case x.fewer():
		return phrase.New("why-fewer-sets")
	}
	return x.whyMoved(t)
}

// whyLess says why a lift is done in a lighter way than where it stands: it hurt, or there was no visit for some time.
func (x *place) whyLess(t *Target) phrase.Phrase {
	switch {
	case x.asked.Below && len(t.Sets) > 0:
		return phrase.New("why-pain-below")
	case x.asked.Below && x.lift.easier != nil:
		return phrase.New("why-pain-instead", "exercise", x.lift.easier)
	case x.asked.Below:
		return phrase.New("why-pain-out")
	case x.at.Eased && x.light == machine.Full && !t.Load.IsZero():
		return phrase.New("why-break-lighter")
	}
	return phrase.Phrase{}
}

// whyMoved says what the last visit has moved, or why it has moved nothing.
func (x *place) whyMoved(t *Target) phrase.Phrase {
	s, was := x.state(), x.was()
	grown := s.Amount() - was.Amount()
	model := x.rung().model
	switch {
	case s.Rung > was.Rung:
		return climbed(&x.lift.rungs[was.Rung], t.Exercise)
	case s.Rung < was.Rung:
		return phrase.New("why-rung-down", "exercise", t.Exercise)
	case x.at.Class == machine.Pain:
		return phrase.New("why-pain")
	case s.Entry > 0:
		return x.whyWeek(t, s, was)
	case x.rung().max != nil && x.is.N > x.at.Was.N:
		return phrase.New("why-max", "weight", t.Maximum)
	case x.is.Steps > x.at.Was.Steps:
		return x.whyHeavier(t, was)
	case x.is.Steps < x.at.Was.Steps:
		return x.whyLighter(t)
	case x.at.Class == machine.Below && grown < 0:
		return phrase.New("why-from-bottom")
	case x.at.Class == machine.NotAll && was.Last > 0: // the mark of an open set is further than the plan expects
		return phrase.New("why-same" + x.since())
	case stays[x.at.Class] != "":
		return phrase.New(stays[x.at.Class])
	case x.at.Blocked && x.helped():
		return phrase.New("why-top-help")
	case x.at.Blocked:
		return phrase.New("why-top-load")
	case grown > 0:
		return x.whyMore(t.Prescription, grown)
	case x.at.Class == machine.Up && x.at.State != x.at.Was.State:
		return phrase.New("why-confirmed")
	case x.at.Class == machine.Up && model == training.Climb:
		return phrase.New("why-top-rung")
	case x.at.Class == machine.Up && model == training.LinearAmount:
		return phrase.New("why-top-amount")
	}
	return phrase.New("why-same" + x.since())
}

// climbed says why an exercise is done after the one below it.
func climbed(below *rung, exercise *training.Exercise) phrase.Phrase {
	return phrase.New("why-climbed"+kind(below.do), "top", below.do.First().High, "exercise", exercise)
}

// stays says why a lift stays where it is after a result that was not all that was asked for.
var stays = [...]string{
	machine.Below: "why-below", machine.NotAll: "why-not-all", machine.NotDone: "why-not-done", machine.Hard: "why-hard", machine.BadRun: "why-bad-run",
	machine.AfterBreak: "",
}

// since ends the name of a sentence that compares with the row's last full session: before an easy week or a taper, or just before.
func (x *place) since() string {
	if x.at.Light {
		return "-as-before"
	}
	return "-as-last-time"
}

func (x *place) whyMore(do quantity.Prescription, n int) phrase.Phrase {
	switch {
	case do.Unit == quantity.Repetitions && do.Steps:
		return phrase.Counted("why-more-steps"+x.since(), n)
	case do.Unit == quantity.Repetitions:
		return phrase.Counted("why-more"+x.since(), n)
	}
	return phrase.New("why-more"+kind(do)+x.since(), "n", n)
}

func (x *place) whyStart(t *Target) phrase.Phrase {
	reserve := x.p.in.Runner.Reserve
	chosen := !x.room.known
	row := x.lift.row()
	switch {
	case x.rung().clock:
		return phrase.New("why-start-clock")
	case t.Loaded && t.Prescription.First().RM:
		return phrase.New("why-start-rm")
	case x.rung().max != nil && chosen:
		return phrase.New("why-start-max-asked")
	case x.rung().max != nil:
		return phrase.New("why-start-max", "weight", t.Maximum)
	case row.BodyShare > 0 && t.Loaded:
		return phrase.New("why-start-body")
	case x.at.Lowered:
		return phrase.New("why-start-lowered", "weight", t.Load)
	case x.lift.carriesOn && chosen:
		return phrase.New("why-start-carried-own")
	case x.lift.carriesOn:
		return phrase.New("why-start-carried", "weight", t.Load)
	case x.state().Rung > 0:
		return phrase.New("why-start-carried-rung")
	case t.Loaded && (chosen || x.lift.firstPhase) && x.helped():
		return phrase.New("why-start-help")
	case t.Loaded && (chosen || x.lift.firstPhase) && x.rung().exercise.Load.Facts().Named == training.Yes:
		return phrase.New("why-start-level")
	case t.Loaded && (chosen || x.lift.firstPhase) && t.Prescription.Unit != quantity.Repetitions:
		return phrase.New("why-start-amount", "amount", amountOf(t.Prescription, x.state().Amount()))
	case t.Loaded && chosen:
		return startChosen(reserve, x.state().Amount())
	case t.Loaded && x.lift.firstPhase && reserve <= 0:
		return phrase.New("why-start-weight")
	case t.Loaded && x.lift.firstPhase:
		return phrase.Counted("why-start-weight", reserve)
	case t.Loaded && x.lift.ownStart:
		return phrase.New("why-start-own")
	case t.Loaded:
		return phrase.New("why-start-phase")
	case t.Prescription.Ranged():
		return phrase.New("why-start-bottom")
	}
	return phrase.New("why-start-number")
}

// startChosen describes the weight that the runner has to find.
func startChosen(reserve, reps int) phrase.Phrase {
	if reserve <= 0 {
		return phrase.New("why-start-choose", "reps", reps)
	}
	return phrase.Counted("why-start-choose", reserve, "reps", reps)
}

func whyEasy(t *Target) phrase.Phrase {
	name := "why-easy"
	if t.Loaded {
		name += "-load"
	}
	if t.Count() == t.Prescription.Sets() {
		name += "-bottom"
	}
	return phrase.New(name)
}

func whyTaper(t *Target) phrase.Phrase {
	name := "why-taper"
	if t.Loaded {
		name += "-load"
	}
	if t.Count() < t.Prescription.Sets() {
		name += "-half"
	}
	return phrase.New(name)
}

func (x *place) whyHeavier(t *Target, was *machine.State) phrase.Phrase {
	name, top := "why-heavier", was.Amount()
	if was.Last > 0 {
		name, top = "why-heavier-last", was.Last
	}
	if x.rung().model == training.TwoForTwo {
		name = "why-heavier-twice"
	}
	if len(was.Sets) > 1 && was.Last == 0 {
		name = "why-heavier-each"
	}
	number := number(t.Prescription, top)
	switch help := x.helped(); {
	case help && t.Load.IsZero():
		return phrase.New("why-less-help-own", "top", number)
	case help:
		return phrase.New("why-less-help", "top", number, "weight", t.Load)
	case t.Load.IsZero():
		return phrase.New(name+"-own", "top", number)
	case len(x.lift.rungs[0].loads.exist) > 0:
		return phrase.New(name+"-exists", "top", number, "weight", t.Load)
	}
	return phrase.New(name, "top", number, "weight", t.Load)
}

// whyLighter says after which misses the load is an easier one.
func (x *place) whyLighter(t *Target) phrase.Phrase {
	switch {
	case x.helped() && t.Load.IsZero():
		return phrase.New("why-more-help-own")
	case x.helped():
		return phrase.New("why-more-help", "weight", t.Load)
	case t.Load.IsZero():
		return phrase.New("why-lighter-own")
	}
	return phrase.New("why-lighter", "weight", t.Load)
}

// whyWeek says where in its table a lift stands.
func (x *place) whyWeek(t *Target, s, was *machine.State) phrase.Phrase {
	name := tableName(x.rung())
	moves := x.lift.moves(x.rung())
	lifted, _ := x.p.walk.Carried(x.lift.index, false, x.rung().exercise.ID)
	switch {
	case s.Entry == was.Entry && x.is.Value == x.at.Was.Value:
		return phrase.New("why-same" + x.since())
	case s.Entry == 1 && x.at.Blocked:
		return phrase.New(name + "-same")
	case s.Entry <= was.Entry && moves && x.is.Steps > x.at.Was.Steps:
		return phrase.New(name + "-new")
	case s.Entry < was.Entry && moves:
		return phrase.New(name + "-again")
	case name == "why-wave" && s.Entry == len(x.lift.row().Wave):
		return phrase.New("why-wave-light")
	case t.Loaded && t.Steps > lifted.Steps:
		return phrase.New(name+"-heavier", "n", s.Entry)
	}
	return phrase.New(name+"-week", "n", s.Entry)
}

// tableName begins the names of the sentences about a table of weeks, which a wave is.
func tableName(r *rung) string {
	if r.model == training.ByWeeks {
		return "why-table"
	}
	return "why-wave"
}
