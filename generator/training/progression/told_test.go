package progression

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training/machine"
)

// told walks a programme with a runner who writes down what she does, and tells what is asked for on each visit in the words of a target.
func told(p *Programme, does runner, between recovering, tell func(x *place, t *Target)) {
	walking := &projection{in: p.in, out: p, machines: p.Machines, walk: machine.NewWalk(&p.Machines)}
	today := machine.Date(0)
	for i := range p.Machines.Phases {
		walking.walk.Enter(i)
		for _, l := range p.lifts {
			l.began = *walking.walk.At(l.index)
		}
		walking.walk.Visits(i, func(v *machine.Visit) {
			run, days := between()
			today += machine.Date(days)
			walking.walk.Come(v, today)
			rec := machine.Record{Date: today, Run: run}
			for _, lift := range v.Lifts {
				l := p.lifts[lift]
				x := walking.place(l, *v.Week)
				x.afterRace = p.Weeks[v.Week.Number-1].AfterRace
				t := x.target(entry{l.row(), l})
				tell(&x, &t)
				rec.Lifts = append(rec.Lifts, machine.Done{Lift: p.Machines.Lifts[lift].Key, Result: *does(&p.Machines.Lifts[lift], &x.asked)})
			}
			walking.walk.Record(v, &rec)
		})
	}
}

// toldExample draws a runner for one of many plans, the same for the same seed.
func toldExample(seed int, p *Programme, tell func(x *place, t *Target)) {
	rapid.Custom(func(t *rapid.T) int {
		does, between := drawRunner(t, &p.Machines), drawRecovering(t)
		told(p, does, between, tell)
		return rapid.Int().Draw(t, "any") // a plan may have no visit of which anything is drawn
	}).Example(seed)
}

// falling does all to plan for some results, and from then on too little or with pain: what only comes to those who have got somewhere.
func falling(seed int) runner {
	results := 0
	return func(l *machine.Lift, asked *machine.Target) *machine.Result {
		r := toPlan(l, asked)
		if results++; results <= 2+seed%40 {
			return r
		}
		if seed%2 == 0 {
			r.Hurt = true
			return r
		}
		for i := range r.Sets {
			r.Sets[i] = new(int)
		}
		return r
	}
}

// What is said of a lift belongs to what is asked for: a lift that is left out or done below its rung gives its reason, and no other rule.
func TestTold(t *testing.T) {
	for seed := range 300 {
		p, _ := Project(example(seed))
		if p == nil {
			continue
		}
		toldExample(seed, p, func(x *place, t1 *Target) {
			if t1.Why.IsZero() || len(t1.Rule) == 0 {
				t.Errorf("seed %d: %s: why %q, rule %q", seed, t1.Lift, t1.Why, t1.Rule)
			}
			if x.asked.Below != (len(t1.Rule) == 1 && t1.Rule[0].Code == "next-pain") {
				t.Errorf("seed %d: %s: for pain %v the rule is %q", seed, t1.Lift, x.asked.Below, t1.Rule)
			}
		})
	}
}
