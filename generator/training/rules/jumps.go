package rules

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Jumps (house rules).
const (
	weeksBeforeJumps = 4 // for beginners
	mostLandings     = 60
)

func jumps(x performance) bool { return x.Exercise.Lands() }

func (l *look) earlyJumps() {
	for x := range l.all() {
		if !jumps(x) {
			continue
		}
		pos, name := exercisePos(x.Target), x.Exercise.InSentence()
		if l.novice() && x.week.Number <= weeksBeforeJumps {
			l.add("early", l.warningf(pos, "%s stands in week %d, before the legs of a beginner are ready for it.", name, x.week.Number).
				WithHint("Begin with jumps in week %d or later.", weeksBeforeJumps+1))
		}
		l.jumpsOf(x, pos)
	}
}

// jumpsOf reports too many jumps in a session, at the one that makes them too many.
func (l *look) jumpsOf(x performance, pos diag.Position) {
	kinds, landings, before := 0, 0, 0
	for i := range x.session.Targets {
		t := performance{Target: &x.session.Targets[i]}
		if jumps(t) {
			kinds++
			before, landings = landings, landings+landingsOf(t.Target)
		}
		if t.Target == x.Target {
			break
		}
	}
	switch {
	case before > mostLandings: // has been said of the one before
	case landings > mostLandings:
		l.add("landings", l.warningf(pos, "session %s has %d landings in week %d; %d are the most.", x.session.Name, landings, x.week.Number, mostLandings).
			WithHint("Three sets of one kind of jump are enough."))
	case kinds > 1:
		l.add("kinds", l.warningf(pos, "session %s has a second kind of jump, %s.", x.session.Name, x.Exercise.InSentence()).
			WithHint("One is enough: leave this one out, or put it into another session."))
	}
}

// How many landings there are in what is not counted in repetitions (house rules): by the clock one each two seconds, over a distance two in
// three metres.
const (
	secondsALanding     = 2
	landingsInMetres    = 2
	metresOfTheLandings = 3
)

// landingsOf counts the landings of a target, those of both sides, each once.
func landingsOf(t *progression.Target) int {
	n := t.Volume()
	switch t.Prescription.Unit {
	case quantity.Seconds:
		n = (n + secondsALanding - 1) / secondsALanding
	case quantity.Metres:
		n = (n*landingsInMetres + metresOfTheLandings - 1) / metresOfTheLandings
	}
	if t.PerSide {
		n *= 2
	}
	return n
}
