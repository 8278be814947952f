package machine

import "testing"

// house is a recovery with one set fewer after two bad runs, the rung below after pain on two visits, and breaks of two and four weeks.
func house() Recovery {
	return Recovery{
		Runs:   []Condition{{Bad: 1}, {Bad: 2}, {Good: 3, Bad: 2, Fewer: 1}, {Bad: 2, Fewer: 1}},
		Pain:   []Condition{{Bad: 1}, {Bad: 2}, {Bad: 2, Below: true}},
		Breaks: []Break{{Days: 14}, {Days: 28, First: true}},
	}
}

// TestRecoveryIsBounded: whatever is felt, there are no more conditions than the lists have.
func TestRecoveryIsBounded(t *testing.T) {
	p := goblet(to(8000), 2000, 4000, 6000, 8000, 10000)
	p.Recovery = house()
	p.Lifts[0].Rungs[0].LegLift = true
	seen := map[[2]int]bool{}
	for first := range 1 << 10 {
		w := NewWalk(p)
		w.Enter(0)
		v := &Visit{Week: &Week{}, Day: &Day{}, Lifts: []int{0}}
		for i := range 5 {
			rec := &Record{Run: RunWell, Lifts: []Done{{p.Lifts[0].Key, *sets(8, 8, 8)}}}
			if first>>(2*i)&1 > 0 {
				rec.Run = RunBadly
			}
			rec.Hurt = first>>(2*i+1)&1 > 0
			w.Record(v, rec)
			seen[[2]int{w.run, w.at[0].Sore}] = true
		}
	}
	if len(seen) != len(p.Recovery.Runs)*len(p.Recovery.Pain) {
		t.Errorf("%d conditions: %v", len(seen), seen)
	}
}

// TestOneSetIsLeft: however many sets are left out, one is done; a lift that the legs do not do keeps all of them.
func TestOneSetIsLeft(t *testing.T) {
	for sets, want := range []int{0, 1, 1, 1, 2} {
		p := goblet(to(8000))
		p.Recovery = house()
		p.Recovery.Runs[2].Fewer = 2
		w := NewWalk(p)
		w.run = 2
		if got := w.fewer(&Rung{LegLift: true}, sets); got != want {
			t.Errorf("of %d sets %d are left, want %d", sets, got, want)
		}
		if got := w.fewer(&Rung{}, sets); got != sets {
			t.Errorf("of %d sets without the legs %d are left", sets, got)
		}
	}
}

// TestLoadThatHurt: a load that was heavier than asked is taken over, unless it hurt; one that was lighter is taken over all the same.
func TestLoadThatHurt(t *testing.T) {
	for _, test := range []struct {
		load int
		hurt bool
		want string
	}{{10000, false, "3x8@8 3x9@10"}, {10000, true, "3x8@8 3x8@8"}, {6000, true, "3x8@8 3x8@6"}} {
		p := goblet(to(8000), 6000, 8000, 10000)
		p.Recovery = house()
		p.Phases[0].Weeks = p.Phases[0].Weeks[:2]
		r := sets(8, 8, 8)
		r.Load, r.Hurt = &test.load, test.hurt
		if got := course(t, p, r); got != test.want {
			t.Errorf("%d, hurt %v: got %s, want %s", test.load, test.hurt, got, test.want)
		}
	}
}

// TestPainIsNoMiss: sets that were ended because it hurt are no miss; the next miss is the first one.
func TestPainIsNoMiss(t *testing.T) {
	p := goblet(to(8000), 6000, 8000, 10000)
	p.Recovery = house()
	p.Phases[0].Weeks = p.Phases[0].Weeks[:4]
	hurt, missed := sets(8, 3), sets(8, 8, 7)
	hurt.Hurt = true
	if got, want := course(t, p, hurt, missed, missed), "3x8@8 3x8@8 3x8@8 3x8@6"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestEased: for one visit the next lighter weight is enough, however large the step of the register is.
func TestEased(t *testing.T) {
	p := goblet(to(8000), 40000, 42500, 45000)
	for _, test := range []struct {
		r    Register
		load Weight
		want Weight
	}{
		{Register{Step: 5000, Free: true}, Weight{45000, true}, Weight{42500, true}},
		{Register{Less: true}, Weight{40000, true}, Weight{42500, true}},
		{Register{Stock: -1, Step: 5000}, Weight{45000, true}, Weight{40000, true}},
		{Register{}, Weight{40000, true}, Weight{40000, true}},
		{Register{}, Weight{}, Weight{}},
	} {
		if got := p.eased(&test.r, test.load); got != test.want {
			t.Errorf("%+v: %+v became %+v, want %+v", test.r, test.load, got, test.want)
		}
	}
}

// TestPainGoesOn: what hurt at the end of a phase is held in the next one as well, by its exercise.
func TestPainGoesOn(t *testing.T) {
	p := goblet(to(8000), 6000, 8000, 10000)
	p.Recovery = house()
	p.Phases = []Phase{weeks(2, Session{Lifts: []int{0}}), weeks(1, Session{Lifts: []int{1, 2}})}
	next, other := p.Lifts[0], p.Lifts[0]
	next.Rungs, other.Rungs = []Rung{p.Lifts[0].Rungs[0]}, []Rung{{Exercise: "row", Register: 2, Unit: "reps"}}
	next.Rungs[0].Register = 1
	p.Lifts = append(p.Lifts, next, other)
	p.Registers = append(p.Registers, p.Registers[0], p.Registers[0])
	w := NewWalk(p)
	w.Enter(0)
	w.Visits(0, func(v *Visit) {
		w.Record(v, &Record{Felt: Felt{Hurt: true}, Lifts: []Done{{p.Lifts[0].Key, *sets(8, 8, 8)}}})
	})
	w.Enter(1)
	if a, b := w.Show(1, Full), w.Show(2, Full); !a.Below || len(a.Sets) != 0 || b.Below || len(b.Sets) != 3 {
		t.Errorf("the squat is %+v, the row %+v", a, b)
	}
}

// TestFirstTargets: after four weeks a lift that has fallen back to an earlier rung than the phase began with stays on it, and one that has
// climbed is where the phase began.
func TestFirstTargets(t *testing.T) {
	hold := func(n int) State {
		return State{Rung: n, Sets: []Set{{Times: 1, N: 20}}, Up: &Edge{To: min(n+1, 2)}, Down: &Edge{To: max(n-1, 0)}, Break: &Edge{To: max(n-1, 0)}}
	}
	for _, test := range []struct {
		name       string
		began, now int
		want       int
	}{{"fallen back", 1, 0, 0}, {"fallen far", 2, 0, 0}, {"climbed", 0, 2, 0}, {"as it began", 1, 1, 0}} {
		p := goblet(nil)
		p.Recovery = house()
		p.Lifts[0].Rungs = []Rung{{Exercise: "a", Register: -1}, {Exercise: "b", Register: -1}, {Exercise: "c", Register: -1}}
		p.Lifts[0].States, p.Lifts[0].Begin = []State{hold(0), hold(1), hold(2)}, test.began
		w := NewWalk(p)
		w.Enter(0)
		w.at[0].State, w.last = test.now, 1
		w.Come(&Visit{Week: &p.Phases[0].Weeks[0], Day: &Day{}, Lifts: []int{0}}, 29)
		if got := w.Is(0).State; got != test.want {
			t.Errorf("%s: it stands in state %d, want %d", test.name, got, test.want)
		}
	}
}
