package progression

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training/machine"
)

// drawRecovering draws good runs, bad ones and some of which nothing is said, and now and then a break.
func drawRecovering(t *rapid.T) recovering {
	return func() (machine.Run, int) {
		run := rapid.SampledFrom([]machine.Run{machine.RunWell, machine.RunBadly, machine.RunNotSaid}).Draw(t, "run")
		return run, rapid.SampledFrom([]int{2, 3, 5, 7, 13, 14, 27, 28, 60}).Draw(t, "days")
	}
}

// checkSets: no lift has fewer than one set, unless it hurts.
func checkSets(t *rapid.T, m *machine.Programme, d *done) {
	if len(d.asked.Sets) == 0 && !d.asked.Below {
		t.Fatalf("%s: no sets: %+v", m.Lifts[d.lift].Key, d.asked)
	}
}

// lifted returns the load with which a visit was done: what was asked for, or what was taken instead.
func lifted(m *machine.Programme, d *done) machine.Weight {
	if d.result.Load != nil && anyDone(d.result) {
		return machine.Weight{N: *d.result.Load, Known: true}
	}
	return firstLoad(d)
}

func firstLoad(d *done) machine.Weight {
	if len(d.asked.Sets) == 0 {
		return machine.Weight{}
	}
	return d.asked.Sets[0].Load
}

// ownLoad reports whether a lift has a load that nothing else moves, and all sets are done with it.
func ownLoad(m *machine.Programme, d *done) bool {
	l := &m.Lifts[d.lift]
	rung := &l.Rungs[d.asked.Rung]
	if rung.Register < 0 || rung.Looks || m.Registers[rung.Register].Free {
		return false
	}
	return !slices.ContainsFunc(l.States[d.asked.State].Sets, func(s machine.Set) bool { return s.Share > 0 || s.Load != nil })
}

// harder reports whether a load is harder than another one.
func harder(m *machine.Programme, d *done, load, than machine.Weight) bool {
	if less(m, d) {
		load, than = than, load
	}
	return load.Known && than.Known && load.N > than.N
}

// checkHeld: after pain, and for leg lifts after a bad run, the next visit asks for no more.
func checkHeld(t *rapid.T, m *machine.Programme, before, d *done) {
	hurt := before.result.Hurt || before.result.Pain > m.Recovery.PainUpTo
	l := &m.Lifts[d.lift]
	missed := l.Class(&l.States[before.asked.State], before.result) == machine.Below // which goes on as after any run
	tired := l.Rungs[before.asked.Rung].LegLift && before.run == machine.RunBadly && anyDone(before.result) && !missed
	if before.light != machine.Full || d.light != machine.Full || !hurt && !tired || before.asked.Below || d.breaks > before.breaks {
		return
	}
	sets := m.Lifts[d.lift].States[before.asked.State].Count() // one that was left out for the legs comes back by the runs alone
	if d.asked.Rung > before.asked.Rung || len(d.asked.Sets) > sets {
		t.Fatalf("%s: %+v after %+v with %+v", m.Lifts[d.lift].Key, d.asked, before.asked, before.result)
	}
	if d.asked.Rung < before.asked.Rung {
		return
	}
	asked := firstLoad(before)
	if took := lifted(m, before); !hurt && harder(m, d, took, asked) {
		asked = took
	}
	for i, s := range d.asked.Sets[:min(len(d.asked.Sets), len(before.asked.Sets))] {
		if s.N > before.asked.Sets[i].N || i == 0 && ownLoad(m, d) && harder(m, d, s.Load, asked) {
			t.Fatalf("%s: %+v after %+v with %+v", m.Lifts[d.lift].Key, d.asked, before.asked, before.result)
		}
	}
}

// checkSteps: a load never goes up by two weights from what was lifted, and after a break not at all.
func checkSteps(t *rapid.T, m *machine.Programme, before, d *done) {
	l := &m.Lifts[d.lift]
	if d.asked.Rung != before.asked.Rung || !ownLoad(m, d) || l.States[d.asked.State].Entry > 0 || d.light != machine.Full {
		return
	}
	load, was := firstLoad(d), lifted(m, before)
	if !load.Known || !was.Known || !harder(m, d, load, was) {
		return
	}
	if next, ok := m.Harder(&m.Registers[l.Rungs[d.asked.Rung].Register], was.N); !ok || harder(m, d, load, machine.Weight{N: next, Known: true}) {
		t.Fatalf("%s: two weights up: %+v after %+v with %+v", l.Key, d.asked, before.asked, before.result)
	}
	if d.breaks > before.breaks {
		t.Fatalf("%s: after a break %+v, before %+v with %+v", l.Key, d.asked, before.asked, before.result)
	}
}

// TestGoodLog: a log of good runs, no pain and no break, in which all was as planned, asks for what the projection does. It is read as
// it was written, and followed twice it gives the same.
func TestGoodLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, m := machines(t)
		var log []machine.Record
		date := machine.Date(20000)
		follow := func(log []machine.Record) (all []string) {
			err := m.Follow(log, 0, func(_ *machine.Visit, asked []machine.Target, _ *machine.Record) {
				all = append(all, fmt.Sprint(asked))
			})
			if err != nil {
				t.Fatal(err)
			}
			return all
		}
		if err := m.Follow(nil, 0, func(v *machine.Visit, asked []machine.Target, _ *machine.Record) {
			if len(v.Lifts) > 0 {
				date += machine.Date(rapid.IntRange(0, m.Recovery.Breaks[0].Days-1).Draw(t, "days"))
			}
			rec := machine.Record{Week: v.Week.Number, Session: m.Phases[v.Phase].Sessions[v.Session].Name, Date: date, Run: machine.RunWell}
			rec.Effort = machine.FeltRight
			for i, lift := range v.Lifts {
				l := &m.Lifts[lift]
				rec.Lifts = append(rec.Lifts, machine.Done{Lift: l.Key, Result: *l.States[asked[i].State].Planned()})
			}
			log = append(log, rec)
		}); err != nil {
			t.Fatal(err)
		}
		planned := follow(nil)
		n := rapid.IntRange(0, len(log)).Draw(t, "records")
		if got := follow(log[:n]); !slices.Equal(got, planned) {
			t.Fatalf("after %d records:\n got %s\nwant %s", n, strings.Join(got, "\n"), strings.Join(planned, "\n"))
		}
		text, err := json.Marshal(log)
		var again []machine.Record
		if err != nil || json.Unmarshal(text, &again) != nil {
			t.Fatal(err)
		}
		if second, _ := json.Marshal(again); !bytes.Equal(text, second) {
			t.Fatalf("read again it is %s, it was %s", second, text)
		}
		if got := follow(again); !slices.Equal(got, planned) {
			t.Fatalf("read again: got %s\nwant %s", strings.Join(got, "\n"), strings.Join(planned, "\n"))
		}
	})
}
