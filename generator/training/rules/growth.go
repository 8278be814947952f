package rules

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// growth returns the rules about how a plan gets harder, and when it does not.
func growth() []*Rule {
	return []*Rule{
		{
			ID: "no-progression", Severity: diag.Error,
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
			Fix:   "Add sets to one or two exercises at a time, over several weeks.",
			House: true,
			check: (*look).volumeJump,
		},
		{
			ID: "easy-week", Severity: diag.Error,
			Fix:     "Write easy_weeks = { every = 4 }. So that an easy week is easier, exercises need two sets or a range.",
			House:   true,
			Sources: []string{"rogerson-2024"},
			check:   (*look).easyWeek, applies: (*look).builds,
		},
	}
}

// stuckWeeks are too many weeks without a change (house rule).
const stuckWeeks = 3

func (l *look) noProgression() {
	courses := l.courses()
	for _, c := range courses {
		if c.phase.Maintain || c.list[0].Exercise.Lands() || c.row.Progress == training.NoProgress && othersGrow(courses, c) {
			continue
		}
		from, to, weeks := c.stuck()
		if weeks < stuckWeeks {
			continue
		}
		x, name := c.list[from], c.list[from].Exercise.InSentence()
		if above := x.Exercise.Harder.ID; above != "" && l.in.Exercises[above] == nil { // its ladder is not there yet, which is an error itself
			continue
		}
		s := diag.Warning
		if from == 0 && to == len(c.list)-1 && !growsElsewhere(courses, c) {
			s = diag.Error
		}
		l.add("", l.problem(s, l.doPos(x.Target), "%s stays at %s from week %d to week %d.", name, amount(x.Target), x.week.Number, c.list[to].week.Number).
			WithHint("%s", l.wayUp(x)))
	}
}

// stuck returns the longest stretch of a course without a change: its ends, and in how many weeks it is trained.
func (c course) stuck() (from, to, weeks int) {
	start, n := 0, 1
	for i := range c.list {
		switch {
		case i == 0:
		case !alike(c.list[i-1].Target, c.list[i].Target):
			start, n = i, 1
		case c.list[i].week != c.list[i-1].week:
			n++
		}
		if n > weeks || n == weeks && start == from {
			from, to, weeks = start, i, n
		}
	}
	return from, to, weeks
}

// alike reports whether two targets ask for the same.
func alike(a, b *progression.Target) bool {
	return a.Exercise == b.Exercise && slices.Equal(a.Sets, b.Sets) && a.Load == b.Load && a.Steps == b.Steps
}

// othersGrow reports whether something else in the phase gets harder, so that a row may say that it does not.
func othersGrow(courses []course, c course) bool {
	for _, other := range courses {
		if other.phase != c.phase {
			continue
		}
		if from, to, _ := other.stuck(); from > 0 || to < len(other.list)-1 {
			return true
		}
	}
	return false
}

// growsElsewhere reports whether another phase asks for something else of the movement.
func growsElsewhere(courses []course, c course) bool {
	first := c.list[0].Target
	for _, other := range courses {
		x := other.list[0].Target
		if other.phase != c.phase && x.Exercise.Pattern == first.Exercise.Pattern && !alike(x, first) {
			return true
		}
	}
	return false
}

// amount writes what a set asks for: "8 repetitions with 10 kg", "30 s".
func amount(t *progression.Target) string {
	s := t.Prescription.Unit.Text(t.Most())
	if !t.Load.IsZero() {
		s += fmt.Sprintf(" with %s", t.Load)
	}
	return s
}

// wayUp proposes how what is stuck can get harder.
func (l *look) wayUp(x performance) string {
	low, high := x.Prescription.Span()
	wider := x.Prescription.WithSpan(low, low+x.Exercise.Measure.Facts().Wider)
	harder := l.in.Exercises[x.Exercise.Harder.ID]
	switch {
	case x.Row.Progress == training.NoProgress:
		return `Take progress = "none" out, so that it gets harder.`
	case x.Row.Progress == training.Wave:
		return "Let the repetitions of the wave fall sooner."
	case x.Row.Progress == training.ByDefinition && low == high && x.Row.Step.IsZero():
		return fmt.Sprintf("Give a range (%q) or a step.", wider.Typed())
	case x.Loaded:
		return "No heavier weight is left: list the ones that you have, or go on with a harder exercise."
	case harder == nil:
		return fmt.Sprintf("It is the last step of its ladder: give %s a harder exercise, or take one here.", x.Exercise.InSentence())
	}
	return fmt.Sprintf("Give it a range that goes on: %q.", wider.Typed())
}

func (l *look) allAtOnce() {
	last := map[*training.Exercise]performance{}
	for x := range l.full() {
		before, ok := last[x.Exercise]
		last[x.Exercise] = x
		if !ok || !heavier(before, x) || x.Count() <= before.Count() || x.Most() <= before.Most() {
			continue
		}
		l.add("", l.warningf(l.doPos(x.Target), "in week %d, %s gets more weight, more repetitions and more sets at once: from %s to %s.",
			x.week.Number, x.Exercise.InSentence(), setsOf(before.Target), setsOf(x.Target)).WithHint("Let one thing grow at a time: keep the sets, or begin with fewer repetitions."))
	}
}

// heavier reports whether a weight that is known went up.
func heavier(a, b performance) bool {
	return !a.Load.IsZero() && b.Load.Compare(a.Load) > 0
}

// setsOf writes what a target asks for: "3 × 8 with 10 kg".
func setsOf(t *progression.Target) string {
	return fmt.Sprintf("%d × %s", t.Count(), amount(t))
}

// volumeRise is by how much a week may have more sets than all before it, in percent (house rule).
const volumeRise = 20

func (l *look) volumeJump() {
	best := 0
	for i := range l.phases {
		ph := &l.phases[i]
		if !ph.legible {
			return
		}
		sets := ph.firstSets()
		first := true
		for _, w := range ph.full() {
			for _, s := range w.Sessions {
				sets[s.Name] = setsIn(s)
			}
			n := hundredSets(sets, len(w.Sessions))
			if best > 0 && 100*n > (100+volumeRise)*best {
				l.add("", l.warningf(l.risePos(ph, w, first), "week %d has %d sets, %d %% more than any week before it.", w.Number, (n+50)/100, (100*n/best)-100).
					WithHint("Add sets to one or two exercises at a time, over several weeks."))
			}
			best, first = max(best, n), false
		}
	}
}

// firstSets returns how many sets each session of a phase has in the beginning, by name.
func (ph *phase) firstSets() map[string]int {
	sets := map[string]int{}
	for _, w := range ph.full() {
		for _, s := range w.Sessions {
			if _, ok := sets[s.Name]; !ok {
				sets[s.Name] = setsIn(s)
			}
		}
	}
	return sets
}

func setsIn(s progression.Session) int {
	n := 0
	for i := range s.Targets {
		n += s.Targets[i].Count()
	}
	return n
}

// hundredSets returns how many sets a week has, in hundredths. Sessions that take turns count on average: A B A is not more than B A B.
func hundredSets(sets map[string]int, sessions int) int {
	sum := 0
	for _, n := range sets {
		sum += n
	}
	return 100 * sum * sessions / max(len(sets), 1)
}

// risePos is where the additional sets of a week are asked for: the phase that begins, or the row that has more.
func (l *look) risePos(ph *phase, w *progression.Week, first bool) diag.Position {
	for _, s := range w.Sessions {
		for i := range s.Targets {
			if t := &s.Targets[i]; !first && (t.Rung > 0 || len(t.Row.Wave) > 0) {
				return l.doPos(t)
			}
		}
	}
	if len(ph.Sessions) > 0 {
		return ph.Sessions[0].Pos
	}
	return ph.Pos
}

// mostHardWeeks is how many weeks may pass without an easy one (Rogerson 2024: every 5.6 weeks, give or take 2.3).
const mostHardWeeks = 6

func (l *look) easyWeek() {
	n, where := 0, (*phase)(nil)
	report := func(end int) {
		if n > mostHardWeeks {
			l.add("long", l.warningf(where.easyPos(), "weeks %d to %d have no easy week among them.", end-n, end-1).WithHint("Write easy_weeks = { every = 4 }."))
		}
		n, where = 0, nil
	}
	for i := range l.phases {
		ph := &l.phases[i]
		for j := range ph.weeks {
			w := &ph.weeks[j]
			if w.Light() || ph.Maintain || lightByWave(w) {
				report(w.Number)
				l.easierWeek(ph, w)
				continue
			}
			if n++; n == mostHardWeeks+1 {
				where = ph
			}
		}
	}
	report(len(l.p.Weeks) + 1)
}

func (ph *phase) easyPos() diag.Position {
	switch none := (diag.Position{}); {
	case ph.EasyPos != none:
		return ph.EasyPos
	case ph.WeeksPos != none:
		return ph.WeeksPos
	}
	return ph.Pos
}

// lightByWave reports whether a week has nothing to train, or is light because at least half of its exercises are in the last week
// of a wave.
func lightByWave(w *progression.Week) bool {
	light, all := 0, 0
	for _, s := range w.Sessions {
		for i := range s.Targets {
			all++
			if (performance{Target: &s.Targets[i]}).lightOfWave() {
				light++
			}
		}
	}
	return 2*light >= all
}

// easierWeek reports an easy week that asks for as much as the weeks before it.
func (l *look) easierWeek(ph *phase, w *progression.Week) {
	if !w.Easy || ph.Maintain {
		return
	}
	usual, now := 0, 0
	for _, s := range w.Sessions {
		for i := range s.Targets {
			t := &s.Targets[i]
			now += work(t)
			usual += work(ph.usual(t, w.Number))
		}
	}
	if now > 0 && now >= usual {
		l.add("same", l.errorf(ph.easyPos(), "week %d is meant to be easy, but it asks for as much as the week before.", w.Number).
			WithHint("An easy week has one set fewer and the bottom of the range: give the exercises 2 sets or more, or a range."))
	}
}

// usual returns what was last asked of the row of a target before a week, easy weeks aside; what it is prescribed where there
// was nothing before.
func (ph *phase) usual(t *progression.Target, week int) *progression.Target {
	usual := *t
	usual.Sets = slices.Repeat([]progression.Set{{Amount: t.Most()}}, t.Prescription.Sets())
	for _, w := range ph.full() {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				if s.Targets[i].Row == t.Row && w.Number < week {
					usual = s.Targets[i]
				}
			}
		}
	}
	return &usual
}

// work compares targets by how many seconds all of their sets take.
func work(t *progression.Target) int { return t.Volume() * t.Exercise.Measure.Facts().Takes }
