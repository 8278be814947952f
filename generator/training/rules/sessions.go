package rules

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// sessions returns the rules about how a session is made.
func sessions() []*Rule {
	return []*Rule{
		{
			ID: "missing-pattern", Severity: diag.Warning,
			NotFor:  besideOthers(),
			Fix:     "Add an exercise of the pattern that is missing, in place of another one if time is short.",
			House:   true,
			Sources: []string{"iversen-2021"},
			check:   (*look).missingPattern, applies: (*look).builds,
		},
		{
			ID: "too-many-exercises", Severity: diag.Warning,
			Fix:     "Take out what matters least, or make a second session that takes turns with the first.",
			House:   true,
			Sources: []string{"iversen-2021"},
			check:   (*look).tooManyExercises,
		},
		{
			ID: "same-pattern-in-a-row", Severity: diag.Note,
			NotFor: byClinician(),
			Fix:    "Put an exercise for arms and back between them.",
			House:  true,
			check:  (*look).samePattern,
		},
		{
			ID: "hold-before-lift", Severity: diag.Note,
			Fix:     "Move the hold or the small exercise to the end of the session.",
			Sources: []string{"acsm-2009"},
			check:   (*look).holdBeforeLift,
		},
		{
			ID: "session-minutes", Severity: diag.Error,
			Fix:     "Drop an exercise or a set, or rest less. Or promise more minutes.",
			House:   true,
			Sources: []string{"doma-2019", "acsm-2009"},
			check:   (*look).sessionMinutes,
		},
		{
			ID: "first-jumps", Severity: diag.Warning,
			Fix:     "Begin with three sets of a small jump on two legs, before the lifts; for those to whom lifting is new, in week 5 or later. Harder jumps, and those on one leg, come in a later week.",
			House:   true,
			Sources: []string{"beattie-2017", "zanini-2025"},
			check:   (*look).firstJumps, applies: (*look).jumpsAtAll,
		},
	}
}

// fewExercises are the minimum that a plan may be content with (Iversen 2021).
const fewExercises = 3

func (l *look) missingPattern() {
	for i := range l.phases {
		ph := &l.phases[i]
		trained := l.trained(ph)
		if ph.Maintain || !ph.legible || len(trained) == 0 {
			continue
		}
		var missing []training.GroupFacts
		for _, g := range training.Groups() {
			if g.Needed == training.Yes && !trained[g.Group] && !filledWith(missing, g.Group) {
				missing = append(missing, g)
				l.missingGroup(ph, g)
			}
		}
	}
}

func (l *look) missingGroup(ph *phase, g training.GroupFacts) {
	switch {
	case g.ForAll == training.Yes:
		l.add(g.Exercise, l.warningf(ph.sessionsPos(), "%s has no %s.", ph.subject(), g.Exercise).WithHint("%s", l.example(g.Group)))
	case !l.novice() && l.kinds(ph) > fewExercises:
		l.add(g.Exercise, l.notef(ph.sessionsPos(), "%s has no %s.", ph.subject(), g.Exercise).WithHint("%s", l.example(g.Group)))
	}
}

// filledWith reports whether an exercise of a group that is missing can fill another one, too.
func filledWith(missing []training.GroupFacts, other training.Group) bool {
	return slices.ContainsFunc(training.Patterns(), func(p training.Pattern) bool {
		return fills(p, other) && slices.ContainsFunc(missing, func(g training.GroupFacts) bool { return fills(p, g.Group) })
	})
}

// fills reports whether a week with the pattern has what it needs of a group.
func fills(p training.Pattern, g training.Group) bool {
	f := p.Facts()
	return f.Group == g || slices.Contains(f.Covers, g)
}

// kinds counts the exercises of a phase.
func (l *look) kinds(ph *phase) int {
	seen := map[string]bool{}
	for x := range l.full() {
		if x.phase == ph && !x.session.Optional {
			seen[x.Row.Exercise.ID] = true
		}
	}
	return len(seen)
}

// trained returns the groups that are trained in the full weeks of a phase, whatever may be left out aside.
func (l *look) trained(ph *phase) map[training.Group]bool {
	trained := map[training.Group]bool{}
	for x := range l.full() {
		if x.phase != ph || x.session.Optional {
			continue
		}
		f := x.Exercise.Pattern.Facts()
		groups := slices.Concat([]training.Group{f.Group}, f.Covers)
		if !x.Loaded {
			groups = append(groups, f.UnloadedCovers...)
		}
		for _, g := range groups {
			trained[g] = true
		}
	}
	return trained
}

func (ph *phase) sessionsPos() diag.Position {
	if len(ph.Sessions) > 0 {
		return cmp.Or(ph.Sessions[0].Pos, ph.Pos)
	}
	return ph.Pos
}

// example names an exercise of the site that a group is trained with, the first of a ladder where there is one.
func (l *look) example(g training.Group) string {
	var fits []*training.Exercise
	for _, id := range slices.Sorted(maps.Keys(l.in.Exercises)) {
		if e := l.in.Exercises[id]; e != nil && fills(e.Pattern, g) && e.Name != "" {
			fits = append(fits, e)
		}
	}
	if len(fits) == 0 {
		return "Add one."
	}
	best := fits[0]
	if i := slices.IndexFunc(fits, func(e *training.Exercise) bool { return e.Easier.ID == "" }); i >= 0 {
		best = fits[i]
	}
	return fmt.Sprintf("Add one, for example %s.", best.InSentence())
}

// mostExercises is the most that a session may have (house rule).
const mostExercises = 6

func (l *look) tooManyExercises() {
	most := mostExercises
	if n := l.in.Runner.MaxExercises; n > 0 {
		most = min(n, most)
	}
	for x := range l.full() {
		if n := len(x.session.Targets); n > most {
			p := l.warningf(x.phase.sessionPos(x.session.Name), "session %s has %d exercises; %d are the most.", x.session.Name, n, most)
			if most < mostExercises {
				p = l.warningf(p.Position, "session %s has %d exercises; %q has at most %d.", x.session.Name, n, l.in.Runner.Name, most)
			}
			l.add(x.session.Name, p.WithHint("Take out what matters least, or make a second session that takes turns with it."))
		}
	}
}

func (l *look) samePattern() {
	for x := range l.full() {
		before := x.before()
		if before != nil && before.Exercise.Pattern == x.Exercise.Pattern && x.Exercise.Pattern.Facts().LowerBody == training.Yes {
			l.add("", l.notef(exercisePos(x.Target), "%s comes right after %s, and both are %s exercises.",
				x.Exercise.InSentence(), before.Exercise.InSentence(), x.Exercise.Pattern).WithHint("%s", between(x.session)))
		}
	}
}

// fewSeconds is a rest after which the next exercise still comes right after the one before it (house rule).
const fewSeconds = 60

// before returns what is done right before a target, nil where there is nothing: the exercise above it, or for the first of a group, what ends
// a round with little rest. How long the rest is where the clock says when a round begins is not known.
func (x performance) before() *progression.Target {
	b, place := x.block()
	if last := &b[len(b)-1]; place == 0 && b.InTurn() && b.Rounds() > 1 && b.Every() == 0 && last.Rest < fewSeconds && last.Exercise.Pattern == x.Exercise.Pattern {
		return last
	}
	for i := range x.session.Targets {
		if i > 0 && &x.session.Targets[i] == x.Target {
			return &x.session.Targets[i-1]
		}
	}
	return nil
}

// between proposes what to put between two exercises of the legs.
func between(s *progression.Session) string {
	for i := range s.Targets {
		if e := s.Targets[i].Exercise; e.Pattern.Facts().RestsLegs == training.Yes {
			return fmt.Sprintf("Put %s between them.", e.InSentence())
		}
	}
	return "Put an exercise for arms and back between them."
}

func (l *look) holdBeforeLift() {
	for i := range l.phases {
		for _, w := range l.phases[i].full() {
			for _, s := range w.Sessions {
				l.order(s.Targets)
			}
		}
	}
}

// order reports small exercises before lifts: the first of them, or where one lift stands behind several, that lift. Of what is done in
// turn with a lift only the exercises before it in the round stand before it: the others fill its rests.
func (l *look) order(targets []progression.Target) {
	var small, early, lifts []*progression.Target // early are the small ones that a lift follows
	for _, b := range progression.Blocks(targets) {
		lifted := false
		for i := range b {
			switch t := &b[i]; {
			case isSmall(t.Exercise) && !lifted:
				small = append(small, t)
			case isLift(t):
				lifted = true
				if len(small) > 0 {
					early, lifts = small, append(lifts, t)
				}
			}
		}
	}
	switch {
	case len(lifts) == 0:
	case len(early) > len(lifts):
		l.add("", l.notef(exercisePos(lifts[0]), "%s comes after %s, though it needs you fresh.", lifts[0].Exercise.InSentence(), early[0].Exercise.InSentence()).
			WithHint("Put it before the small exercises."))
	default:
		l.add("", l.notef(exercisePos(early[0]), "%s stands before %s, which needs you fresh.", early[0].Exercise.InSentence(), lifts[0].Exercise.InSentence()).
			WithHint("Put it behind the lifts."))
	}
}

// isLift reports whether a target needs one fresh: it moves several joints with a load, and not for a time that the clock gives.
func isLift(t *progression.Target) bool {
	return t.Loaded && t.Exercise.Pattern.Facts().MultiJoint == training.Yes && !(performance{Target: t}).timed()
}

// exercisePos is where the plan names the exercise of a target.
func exercisePos(t *progression.Target) diag.Position {
	return cmp.Or(t.Row.Exercise.Pos, t.Row.Pos)
}

// isSmall reports whether an exercise is held or moves one joint. Carries are meant, too: they tire the grip.
func isSmall(e *training.Exercise) bool {
	return e.Measure.Facts().AfterLifts == training.Yes || e.Pattern.Facts().Small == training.Yes
}

// mostMinutes is the longest that a session may take.
const mostMinutes = 60

func (l *look) sessionMinutes() {
	for i := range l.phases {
		ph := &l.phases[i]
		for _, w := range ph.full() {
			for j := range w.Sessions {
				l.minutesOf(ph, w, &w.Sessions[j], j == 0 && w.Tests)
			}
		}
	}
}

func (l *look) minutesOf(ph *phase, w *progression.Week, s *progression.Session, tests bool) {
	plan, top := l.in.Plan, s.Minutes[1]
	switch {
	case top > mostMinutes:
		l.add(s.Name, l.errorf(ph.sessionPos(s.Name), "session %s takes %s in week %d, more than an hour.", s.Name, minutes(s), w.Number).
			WithHint("%s", shorter(s)))
	case plan.Minutes[1] > 0 && top > plan.Minutes[1] && !tests:
		l.add(s.Name, l.warningf(ph.sessionPos(s.Name), "session %s takes %s in week %d; this plan allows %d.", s.Name, minutes(s), w.Number, plan.Minutes[1]).
			WithHint("%s Or write minutes = [%d, %d].", shorter(s), min(plan.Minutes[0], top), top))
	case top < plan.Minutes[0] && !ph.Maintain && ph.legible && len(s.Targets) > 0 && !s.Optional:
		l.add(s.Name, l.warningf(cmp.Or(plan.MinutesPos, ph.sessionPos(s.Name)), "session %s takes %s in week %d; this plan promises at least %d.", s.Name, minutes(s), w.Number, plan.Minutes[0]).
			WithHint("Write minutes = [%d, %d].", s.Minutes[0], max(plan.Minutes[1], top)))
	}
}

func minutes(s *progression.Session) string {
	if s.Minutes[0] == s.Minutes[1] {
		return fmt.Sprintf("%d min", s.Minutes[0])
	}
	return fmt.Sprintf("%d to %d min", s.Minutes[0], s.Minutes[1])
}

// shorter proposes what to take out, with what each exercise takes.
func shorter(s *progression.Session) string {
	var list []string
	for i, took := range progression.TopMinutes(s.Targets) {
		list = append(list, fmt.Sprintf("%s %d", s.Targets[i].Exercise.InSentence(), took))
	}
	return fmt.Sprintf("Drop an exercise or a set, or rest less. In minutes: %s.", strings.Join(list, ", "))
}
