package rules

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// How many sets for the legs are many (house rules): more of them leave a runner no legs to run on.
const (
	mostLegSets       = 12 // a session
	mostWeeklyLegSets = 20
	// A set that begins each minute or sooner is too light to be counted.
	shortRound = 60 // seconds
)

// legSets counts the sets of a visit to a session that tire the legs: squats, hinges and single-leg lifts. Both sides are one set. Of jumps the
// landings are counted.
func legSets(x performance) int {
	block, _ := x.block()
	if every := block.Every(); !x.Exercise.TiresLegs() || x.Exercise.Pattern.Facts().MultiJoint != training.Yes || every > 0 && every <= shortRound {
		return 0
	}
	return x.Count()
}

func (l *look) legSets() {
	for i := range l.phases {
		for _, w := range l.phases[i].full() {
			l.legSetsOf(&l.phases[i], w)
		}
	}
}

// legSetsOf reports sessions and a week with too many sets for the legs.
func (l *look) legSetsOf(ph *phase, w *progression.Week) {
	week := 0
	for i := range w.Sessions {
		s, n := &w.Sessions[i], 0
		for j := range s.Targets {
			n += legSets(performance{&s.Targets[j], ph, w, s})
		}
		if week += n * visitsOn(s); n > mostLegSets {
			l.add(s.Name, l.warningf(ph.sessionPos(s.Name), "session %s has %d sets of squats, hinges and single-leg lifts in week %d; %d are the most.", s.Name, n, w.Number, mostLegSets).
				WithHint("Take out what matters least: three sets of two or three lifts are enough."))
		}
	}
	if week > mostWeeklyLegSets {
		l.add("week", l.warningf(ph.daysPos(), "week %d has %d sets of squats, hinges and single-leg lifts; %d are the most.", w.Number, week, mostWeeklyLegSets).
			WithHint("Take out what matters least, or make one of the sessions one without legs."))
	}
}
