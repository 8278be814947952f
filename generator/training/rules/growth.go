package rules

import (
	"fmt"
	"iter"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// growth returns the rules about how a plan gets harder, and when it does not.
func growth() []*Rule {
	return []*Rule{
		{
			ID: "no-progression", Severity: diag.Error,
			NotFor:  byClinician(),
			Fix:     `Give a range, do = "3 x 8-12", or a step, step = "2 kg"; at the top of a ladder, a harder exercise.`,
			House:   true,
			Sources: []string{"plotkin-2022", "chaves-2024", "acsm-2009"},
			check:   (*look).noProgression, applies: (*look).builds,
		},
		{
			ID: "all-at-once", Severity: diag.Warning,
			Fix:   "Keep the sets or begin at fewer repetitions when the weight goes up.",
			House: true,
			check: (*look).allAtOnce,
		},
		{
			ID: "volume-jump", Severity: diag.Warning,
			NotFor: byClinician(),
			Fix:    "Add sets to one or two exercises at a time, over several weeks.",
			House:  true,
			check:  (*look).volumeJump,
		},
		{
			ID: "easy-week", Severity: diag.Error,
			NotFor:  byClinician(),
			Fix:     "Write easy_weeks = { every = 4 }. So that an easy week is easier, exercises need two sets or a range.",
			House:   true,
			Sources: []string{"rogerson-2024"},
			check:   (*look).easyWeek, applies: (*look).builds,
		},
	}
}

func (l *look) allAtOnce() {
	earlier := map[*training.Exercise][]performance{} // of the latest week before this one
	latest := map[*training.Exercise][]performance{}  // of the week
	for x := range l.full() {
		if x.lightEntry() { // what comes behind it goes on from what came before it
			continue
		}
		if now := latest[x.Exercise]; len(now) > 0 && now[0].week != x.week {
			earlier[x.Exercise], latest[x.Exercise] = now, nil
		}
		latest[x.Exercise] = append(latest[x.Exercise], x)
		before := earlier[x.Exercise]
		if len(before) == 0 || slices.ContainsFunc(before, func(b performance) bool { return !growsInAll(b, x) }) {
			continue
		}
		l.add("", l.warningf(l.doPos(x.Target), "in week %d, %s gets %s, more %s and more sets at once: from %s to %s.",
			x.week.Number, x.Exercise.InSentence(), heavierBy(x.Exercise), counted(x.Prescription), setsOf(before[len(before)-1].Target), setsOf(x.Target)).
			WithHint("Let one thing grow at a time: keep the sets, or begin with fewer %s.", counted(x.Prescription)))
	}
}

// growsInAll reports whether load, amount and sets all went up. Light and heavy days of a week are each held against all of an earlier one.
func growsInAll(a, b performance) bool {
	return harder(a, b) && b.Count() > a.Count() && b.Most() > a.Most()
}

// harder reports whether a load that is known became harder: more weight, less help, a higher level.
func harder(a, b performance) bool {
	before, now := a.top(), b.top()
	switch {
	case before.IsZero() || now.IsZero() || a.Row.BodyShare > 0 || b.Row.BodyShare > 0:
		return false
	case helped(b.Exercise):
		return now.Compare(before) < 0
	}
	return now.Compare(before) > 0
}

// top returns the hardest load of a target.
func (x performance) top() quantity.Load {
	top := quantity.Load{}
	for _, s := range x.Sets {
		if top.IsZero() || !s.Load.IsZero() && (s.Load.Compare(top) > 0) != helped(x.Exercise) {
			top = s.Load
		}
	}
	return top
}

// heavierBy writes what a load became when it became harder.
func heavierBy(e *training.Exercise) string {
	if helped(e) {
		return "less help"
	}
	return "more weight"
}

// setsOf writes what a target asks for: "3 × 8 with 10 kg".
func setsOf(t *progression.Target) string {
	if differ(t) {
		return amount(t)
	}
	return fmt.Sprintf("%d × %s", t.Count(), amount(t))
}

// volumeRise is by how much a week may have more sets than all before it, in percent (house rule).
const volumeRise = 20

// amountOfWork is what a week or a session asks for: sets, and the seconds that their repetitions take at the top of their ranges.
type amountOfWork struct{ sets, seconds int }

// muchMore reports whether there are many more sets and not only shorter ones: 4 × 10 after 3 × 12 is no jump.
func (w amountOfWork) muchMore(than amountOfWork) bool {
	return 100*w.sets > (100+volumeRise)*than.sets && 100*w.seconds > (100+volumeRise)*than.seconds
}

func (l *look) volumeJump() {
	best := amountOfWork{}
	for i := range l.phases {
		ph := &l.phases[i]
		if !ph.legible {
			return
		}
		first := true
		for w, n := range ph.volumes() {
			if best.sets > 0 && n.muchMore(best) && (ph.Weeks > 1 || l.nextIsMuchMore(i, best)) {
				l.add("", l.warningf(l.risePos(ph, w, first), "week %d has %d sets, %d %% more than any week before it.", w.Number, (n.sets+50)/100, 100*n.sets/best.sets-100).
					WithHint("Add sets to one or two exercises at a time, over several weeks."))
			}
			best = amountOfWork{max(best.sets, n.sets), max(best.seconds, n.seconds)}
			first = false
		}
	}
}

// nextIsMuchMore reports whether the week after a phase asks for much more, too: a phase of one week is judged by what comes next.
func (l *look) nextIsMuchMore(i int, than amountOfWork) bool {
	for j := i + 1; j < len(l.phases); j++ {
		for _, n := range l.phases[j].volumes() {
			return n.muchMore(than)
		}
	}
	return false
}

// volumes returns how much each full week of a phase asks for, in hundredths. Sessions that take turns count on average: A B A is not more than
// B A B. Those that may be left out count where they stand.
func (ph *phase) volumes() iter.Seq2[*progression.Week, amountOfWork] {
	return func(yield func(*progression.Week, amountOfWork) bool) {
		work := ph.firstWork()
		for _, w := range ph.full() {
			if w.GivesWay() {
				continue
			}
			visits, one, extra := 0, amountOfWork{}, amountOfWork{} // one is one visit of each session
			for i := range w.Sessions {
				s := &w.Sessions[i]
				if s.Optional {
					extra.add(workIn(s))
					continue
				}
				work[s.Name] = workIn(s)
				visits++
			}
			for _, n := range work {
				one.add(n)
			}
			turns := max(len(work), 1)
			if !yield(w, amountOfWork{100*extra.sets + 100*one.sets*visits/turns, 100*extra.seconds + 100*one.seconds*visits/turns}) {
				return
			}
		}
	}
}

func (w *amountOfWork) add(other amountOfWork) {
	w.sets += other.sets
	w.seconds += other.seconds
}

// firstWork returns how much each session of a phase that takes turns asks for in the beginning, by name.
func (ph *phase) firstWork() map[string]amountOfWork {
	work := map[string]amountOfWork{}
	for _, w := range ph.full() {
		for i := range w.Sessions {
			s := &w.Sessions[i]
			if _, ok := work[s.Name]; !ok && !s.Optional {
				work[s.Name] = workIn(s)
			}
		}
	}
	return work
}

func workIn(s *progression.Session) amountOfWork {
	var sum amountOfWork
	for i := range s.Targets {
		t := &s.Targets[i]
		sum.sets += t.Count() * visitsOn(s)
		sum.seconds += volume(t.Prescription) * secondsEach(t) * visitsOn(s)
	}
	return sum
}

// secondsEach returns how long one of a target's amount takes: by the clock, a second.
func secondsEach(t *progression.Target) int {
	if (performance{Target: t}).timed() {
		return 1
	}
	return t.Exercise.Measure.Facts().Takes
}

// risePos is where the additional sets of a week are asked for: the phase that begins, or the row that has more.
func (l *look) risePos(ph *phase, w *progression.Week, first bool) diag.Position {
	for _, s := range w.Sessions {
		for i := range s.Targets {
			if t := &s.Targets[i]; !first && (t.Rung > 0 || len(t.Row.Wave)+len(t.Row.Weeks) > 0) {
				return l.doPos(t)
			}
		}
	}
	if len(ph.Sessions) > 0 {
		return ph.Sessions[0].Pos
	}
	return ph.Pos
}
