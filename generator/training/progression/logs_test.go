package progression

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

// done is a lift on a visit of a walk: what was asked for, and what was done.
type done struct {
	lift     int
	light    machine.Light
	optional bool
	asked    machine.Target
	result   *machine.Result
	run      machine.Run
	breaks   int // so far
}

// runner answers what was asked for with what was done.
type runner func(lift *machine.Lift, asked *machine.Target) *machine.Result

// toPlan does what a projection expects.
func toPlan(l *machine.Lift, asked *machine.Target) *machine.Result {
	return l.States[asked.State].Planned()
}

// recovering draws how the run after a visit went, and how many days pass to the next one.
type recovering func() (run machine.Run, days int)

// atEase says nothing about runs and days.
func atEase() (machine.Run, int) { return machine.RunNotSaid, 0 }

// walk walks a programme with a runner, and returns all that was done.
func walk(p *machine.Programme, r runner) []done { return walkOn(p, r, atEase) }

// walkOn is walk with the runs between the visits.
func walkOn(p *machine.Programme, r runner, between recovering) []done {
	var all []done
	today, last, breaks := machine.Date(0), machine.Date(0), 0
	w := machine.NewWalk(p)
	for i := range p.Phases {
		w.Enter(i)
		w.Visits(i, func(v *machine.Visit) {
			run, days := between()
			today += machine.Date(days)
			if w.Come(v, today); last > 0 && int(today-last) >= p.Recovery.Breaks[0].Days {
				breaks++
			}
			rec := machine.Record{Date: today, Run: run}
			trained := false
			for _, lift := range v.Lifts {
				asked := w.Show(lift, v.Week.Light)
				result := r(&p.Lifts[lift], &asked)
				trained = trained || anyDone(result)
				all = append(all, done{lift, v.Week.Light, v.Optional, asked, result, run, breaks})
				rec.Lifts = append(rec.Lifts, machine.Done{Lift: p.Lifts[lift].Key, Result: *result})
			}
			if w.Record(v, &rec); trained {
				last = today
			}
		})
	}
	return all
}

func anyDone(r *machine.Result) bool {
	return slices.ContainsFunc(r.Sets, func(n *int) bool { return n != nil })
}

// drawRunner draws what a runner does: sometimes less or more than asked, with another load, with pain, hard, or not at all.
func drawRunner(t *rapid.T, p *machine.Programme) runner {
	chance := func(what string, n int) bool { return rapid.IntRange(0, n).Draw(t, what) == 0 }
	return func(l *machine.Lift, asked *machine.Target) *machine.Result {
		r := toPlan(l, asked)
		if chance("another result", 2) {
			for i := range r.Sets {
				n := max(*r.Sets[i]+rapid.IntRange(-4, 4).Draw(t, "more or less"), 0)
				r.Sets[i] = &n
				if chance("a set left out", 8) {
					r.Sets[i] = nil
				}
			}
		}
		if chance("left out", 8) || len(asked.Sets) == 0 {
			r.Sets = nil
		}
		if stock := stockOfLift(p, l, asked); len(stock) > 0 && chance("another load", 5) {
			load := rapid.SampledFrom(stock).Draw(t, "load")
			r.Load = &load
		}
		r.Effort = machine.Effort(rapid.IntRange(0, 3).Draw(t, "effort"))
		r.Pain = max(rapid.IntRange(-20, 10).Draw(t, "pain"), 0)
		r.Hurt = chance("hurt", 12)
		return r
	}
}

// stockOfLift returns the weights that exist for what was asked for.
func stockOfLift(p *machine.Programme, l *machine.Lift, asked *machine.Target) []int {
	r := l.Rungs[asked.Rung].Register
	if r < 0 || p.Registers[r].Stock < 0 {
		return nil
	}
	return p.Stocks[p.Registers[r].Stock].Weights
}

// machines draws a programme that is in order, and returns its machines.
func machines(t *rapid.T) (*Programme, *machine.Programme) {
	p, _ := Project(drawInput(t))
	if p == nil {
		t.Skip("a plan with errors")
	}
	return p, &p.Machines
}

// TestMachines: every machine can be walked, is read again as it was written, and its lifts are those of the rows that agree.
func TestMachines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, m := machines(t)
		if err := m.Check(); err != nil {
			t.Fatal(err)
		}
		data, _ := json.Marshal(m)
		if bytes.Contains(data, []byte("null")) {
			t.Fatalf("a null in %s", data)
		}
		again, err := machine.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(walk(again, toPlan)) == "" || !slices.EqualFunc(walk(again, toPlan), walk(m, toPlan), sameTarget) {
			t.Fatalf("read again it is walked in another way")
		}
		oneLift(t, p)
	})
}

func sameTarget(a, b done) bool {
	return a.lift == b.lift && fmt.Sprint(a.asked) == fmt.Sprint(b.asked)
}

// oneLift: rows of a phase that agree are one lift, and rows that do not are several.
func oneLift(t *rapid.T, p *Programme) {
	for phase := range p.Phases {
		rows := performances(p, phase)
		for a, x := range rows {
			for b, y := range rows {
				alike := a.SameLift(b) && !inOneSession(&p.Plan.Phases[phase], a, b)
				if same := x[0].Lift == y[0].Lift; same && !a.SameLift(b) || alike && !same && onlyOnce(rows, a) {
					t.Fatalf("%s and %s: one lift %v", a.Do, b.Do, same)
				}
			}
		}
	}
}

// onlyOnce reports whether no session does the same twice, so that it is clear which rows are one lift.
func onlyOnce(rows map[*training.Row][]performance, a *training.Row) bool {
	n := 0
	for b := range rows {
		if a.SameLift(b) {
			n++
		}
	}
	return n <= 2
}

func inOneSession(phase *training.Phase, a, b *training.Row) bool {
	if a == b {
		return false
	}
	return slices.ContainsFunc(phase.Sessions, func(s training.Session) bool {
		has := func(row *training.Row) bool {
			for i := range s.Rows {
				if &s.Rows[i] == row {
					return true
				}
			}
			return false
		}
		return has(a) && has(b)
	})
}

// TestNoLogIsTheProjection: walked as planned, machines ask for what the programme says; and a log of just that changes nothing.
func TestNoLogIsTheProjection(t *testing.T) {
	asAsked := func(l *machine.Lift, asked *machine.Target) *machine.Result {
		r := toPlan(l, asked)
		if first := asked.Sets[0].Load; first.Known {
			r.Load = &first.N
		}
		return r
	}
	rapid.Check(t, func(t *rapid.T) {
		p, m := machines(t)
		var want []string
		for _, w := range p.Weeks {
			for _, s := range w.Sessions {
				for i := range s.Targets {
					want = append(want, perSet(&s.Targets[i]))
				}
			}
		}
		for name, r := range map[string]runner{"no log": toPlan, "a log as planned": asAsked} {
			all := walk(m, r)
			if len(all) != len(want) {
				t.Fatalf("%s: %d targets, want %d", name, len(all), len(want))
			}
			for i, d := range all {
				if got := perSetOf(m, &d); got != want[i] {
					t.Fatalf("%s: target %d is %s, the programme has %s", name, i, got, want[i])
				}
			}
		}
	})
}

// perSet writes what a target asks for, set by set.
func perSet(x *Target) string {
	s := x.Exercise.ID
	for _, set := range x.Sets {
		s += fmt.Sprintf(" %d-%d %v %d", set.Amount, set.Top, set.Open, set.Load.Thousandths)
	}
	return s
}

func perSetOf(m *machine.Programme, d *done) string {
	s := m.Lifts[d.lift].Rungs[d.asked.Rung].Exercise
	for _, set := range d.asked.Sets {
		s += fmt.Sprintf(" %d-%d %v %d", set.N, set.To, set.Open, set.Load.N)
	}
	return s
}

// TestLogs holds what is true whatever a runner does, with the weights of the plan and with weights of her own.
func TestLogs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, m := machines(t)
		if rapid.Bool().Draw(t, "own weights") {
			m = withOwn(t, m)
		}
		last := map[int]done{}
		previous := map[int]done{}
		for _, d := range walkOn(m, drawRunner(t, m), drawRecovering(t)) {
			checkLoads(t, m, &d)
			checkSets(t, m, &d)
			if before, ok := previous[d.lift]; ok {
				checkHeld(t, m, &before, &d)
			}
			previous[d.lift] = d
			if d.asked.Below {
				continue
			}
			if before, ok := last[d.lift]; ok {
				checkSteps(t, m, &before, &d)
				if d.light != machine.Full {
					checkLighter(t, m, &before, &d)
				} else {
					checkTogether(t, m, &before, &d)
				}
			}
			if d.light == machine.Full && !d.optional && anyDone(d.result) {
				last[d.lift] = d
			}
		}
	})
}

// withOwn gives a programme other weights, and starts that are among them.
func withOwn(t *rapid.T, m *machine.Programme) *machine.Programme {
	own := *m
	own.Stocks = slices.Clone(m.Stocks)
	for i := range own.Stocks {
		n := rapid.SliceOfNDistinct(rapid.IntRange(1, 40), 1, 6, rapid.ID[int]).Draw(t, "own stock")
		slices.Sort(n)
		s := machine.Stock{Labels: make([]string, len(n))}
		for _, x := range n {
			s.Weights = append(s.Weights, 1000*x)
		}
		own.Stocks[i] = s
	}
	own.Registers = slices.Clone(m.Registers)
	for i := range own.Registers {
		if r := &own.Registers[i]; r.Start != nil && !r.Free {
			start := own.Fit(r, *r.Start)
			r.Start = &start
		}
	}
	return &own
}

// checkLoads: every load is among the weights that exist, if what was lifted is.
func checkLoads(t *rapid.T, m *machine.Programme, d *done) {
	stock := stockOfLift(m, &m.Lifts[d.lift], &d.asked)
	state := &m.Lifts[d.lift].States[d.asked.State]
	for i, s := range d.asked.Sets {
		own := slices.ContainsFunc(state.Sets, func(set machine.Set) bool { return set.Load != nil })
		if s.Load.Known && len(stock) > 0 && !own && !slices.Contains(stock, s.Load.N) {
			t.Fatalf("%s: set %d with %d, which is not in %v", m.Lifts[d.lift].Key, i, s.Load.N, stock)
		}
	}
}

// checkLighter: a light week is no harder than what was last done in a full one.
func checkLighter(t *rapid.T, m *machine.Programme, before, d *done) {
	now := &m.Lifts[d.lift].States[d.asked.State]
	if d.breaks > before.breaks && (now.Entry > 0 || !alike(now, &m.Lifts[d.lift].States[before.asked.State])) {
		return // a table begins again, or the stages of a lift, with more repetitions of less
	}
	if len(d.asked.Sets) > len(before.asked.Sets) || d.asked.Rung > before.asked.Rung || d.breaks == before.breaks && d.asked.Rung != before.asked.Rung {
		t.Fatalf("%s: %+v in a light week, after %+v", m.Lifts[d.lift].Key, d.asked, before.asked)
	}
	for i, s := range d.asked.Sets {
		was := before.asked.Sets[i]
		if s.N > was.N || s.To > was.To || s.Open || before.result.Load == nil && s.Load.N > was.Load.N && was.Load.Known && !less(m, d) {
			t.Fatalf("%s: %+v in a light week, after %+v", m.Lifts[d.lift].Key, d.asked, before.asked)
		}
	}
}

// alike reports whether two states are done in the same sets, though perhaps of another amount: stages are not.
func alike(a, b *machine.State) bool {
	return slices.EqualFunc(a.Sets, b.Sets, func(x, y machine.Set) bool { return x.Times == y.Times })
}

func less(m *machine.Programme, d *done) bool {
	r := m.Lifts[d.lift].Rungs[d.asked.Rung].Register
	return r >= 0 && m.Registers[r].Less
}

// checkTogether: load and amount do not rise together from what was lifted, unless a table says so.
func checkTogether(t *rapid.T, m *machine.Programme, before, d *done) {
	l := &m.Lifts[d.lift]
	rung := &l.Rungs[d.asked.Rung]
	if d.asked.Rung != before.asked.Rung || rung.Looks || l.States[d.asked.State].Entry > 0 || len(d.asked.Sets) == 0 {
		return
	}
	lifted := before.asked.Sets[0].Load
	if before.result.Load != nil && l.States[before.asked.State].Sets[0].Share == 0 && l.States[before.asked.State].Sets[0].Load == nil && rung.Register >= 0 && !m.Registers[rung.Register].Free {
		lifted = machine.Weight{N: *before.result.Load, Known: true}
	}
	now := d.asked.Sets[0].Load
	harder := now.Known && lifted.Known && now.N > lifted.N && !less(m, d) || !now.Known && d.asked.Steps > before.asked.Steps
	for i, s := range d.asked.Sets {
		if harder && (i >= len(before.asked.Sets) || s.N > before.asked.Sets[i].N) {
			t.Fatalf("%s: load and amount rise together: %+v after %+v with %v", l.Key, d.asked, before.asked, before.result)
		}
	}
}

// TestKeys: a lift keeps its key where another row is added or taken out.
func TestKeys(t *testing.T) {
	squat, hold := row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("push-up-hold", "3 x 15-30 s", "", "5 s")
	in := input(session("A", squat, hold))
	before := project(t, in).Weeks[0].Sessions[0].Targets[1].Lift
	in.Plan.Phases[0].Sessions[0].Rows = []training.Row{row("row", "3 x 8-12", "8 kg", "2 kg"), hold}
	if after := project(t, in).Weeks[0].Sessions[0].Targets[1].Lift; after != before || before != "push-up-hold@A" {
		t.Errorf("the key was %s, and is %s", before, after)
	}
	heavy := row("goblet-squat", "3 x 5", "16 kg", "2 kg")
	in.Plan.Phases[0].Sessions = []training.Session{session("A", squat), session("B", heavy)}
	p := project(t, in)
	if a, b := p.Weeks[0].Sessions[0].Targets[0].Lift, p.Weeks[0].Sessions[1].Targets[0].Lift; a != "goblet-squat@A" || b != "goblet-squat@B" {
		t.Errorf("the keys are %s and %s", a, b)
	}
	faster, fastest := squat, squat
	faster.Step.Load, fastest.Step.Load = kg(4)[0], kg(6)[0]
	in.Plan.Phases[0].Sessions = []training.Session{session("A", squat, faster, fastest)}
	seen := map[string]bool{}
	for _, l := range project(t, in).Machines.Lifts {
		if seen[l.Key] {
			t.Errorf("two lifts have the key %s", l.Key)
		}
		seen[l.Key] = true
	}
	if len(seen) != 3 {
		t.Errorf("got the keys %v, want three", seen)
	}
}
