package progression

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

// drawOwn draws what a runner has changed, and what she has written down of her first visits.
func drawOwn(t *rapid.T, p *Programme) (own Own, log []machine.Record, today machine.Date) {
	own.Weights, own.Starts = map[string][]int{}, map[string]int{}
	for _, l := range p.Machines.Lists {
		if rapid.Bool().Draw(t, "has others") {
			own.Weights[l.Name] = rapid.SliceOfN(rapid.SampledFrom(l.Weights), 0, 4).Draw(t, "weights")
		}
	}
	for i := range p.Machines.Lifts {
		l := &p.Machines.Lifts[i]
		if r := l.Rungs[0].Register; r >= 0 && p.Machines.Registers[r].Stock >= 0 && rapid.Bool().Draw(t, "another start") {
			own.Starts[l.Key] = rapid.SampledFrom(p.Machines.Stocks[p.Machines.Registers[r].Stock].Weights).Draw(t, "start")
		}
	}
	hers := p.Machines.Personal(machine.Own{Weights: own.Weights, Starts: own.Starts})
	does, visits := drawRunner(t, hers), rapid.IntRange(0, 12).Draw(t, "visits")
	today = machine.Date(20000)
	w := machine.NewWalk(hers)
	for i := range hers.Phases {
		w.Enter(i)
		w.Visits(i, func(v *machine.Visit) {
			today += machine.Date(rapid.IntRange(1, 20).Draw(t, "days"))
			if visits--; visits < 0 || rapid.IntRange(0, 5).Draw(t, "missed") == 0 {
				return
			}
			w.Come(v, today)
			rec := machine.Record{Week: v.Week.Number, Session: hers.Phases[i].Sessions[v.Session].Name, Date: today, Run: machine.Run(rapid.IntRange(0, 2).Draw(t, "run"))}
			for _, lift := range v.Lifts {
				asked := w.Show(lift, v.Week.Light)
				rec.Lifts = append(rec.Lifts, machine.Done{Lift: hers.Lifts[lift].Key, Result: *does(&hers.Lifts[lift], &asked)})
			}
			w.Record(v, &rec)
			log = append(log, rec)
		})
	}
	return own, log, today
}

// TestOwnProgramme: a runner's own programme asks for what the machines ask for that are walked by her log, on every visit. What she has
// not changed is as the plan says: without anything of her own it is the plan's programme.
func TestOwnProgramme(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		p, _ := Project(in)
		if p == nil {
			t.Skip("a plan with errors")
		}
		in.Own, in.Log, in.Today = drawOwn(t, p)
		hers, problems := Project(in)
		if hers == nil {
			t.Fatal(problems)
		}
		var want, got []string
		diary := &machine.Diary{Log: in.Log, Monday: DateOf(in.Plan.Monday()), Today: in.Today}
		err := p.Machines.Personal(machine.Own{Weights: in.Own.Weights, Starts: in.Own.Starts}).FollowFrom(diary, func(v *machine.Visit, asked []machine.Target, _ *machine.Record) {
			for i, x := range asked {
				if len(x.Sets) > 0 {
					l := &p.Machines.Lifts[v.Lifts[i]]
					want = append(want, fmt.Sprint(v.Week.Number, l.Key, " ", l.Rungs[x.Rung].Exercise, asAsked(x.Sets)))
				}
			}
		})
		if err != nil || len(hers.Unmatched) > 0 {
			t.Fatal(err, hers.Unmatched)
		}
		for _, w := range hers.Weeks {
			for _, s := range w.Sessions {
				for _, x := range s.Targets {
					got = append(got, fmt.Sprint(w.Number, x.Lift, " ", x.Exercise.ID, asShown(x.Sets)))
				}
			}
		}
		if a, b := strings.Join(want, "\n"), strings.Join(got, "\n"); a != b {
			t.Fatalf("the machines ask for\n%s\nand the programme for\n%s", a, b)
		}
	})
}

func asAsked(sets []machine.Asked) (list []string) {
	for _, s := range sets {
		list = append(list, fmt.Sprint(s.N, "@", s.Load.N))
	}
	return list
}

func asShown(sets []Set) (list []string) {
	for _, s := range sets {
		list = append(list, fmt.Sprint(s.Amount, "@", s.Load.Thousandths))
	}
	return list
}

// TestOwnDays: other lifting days are those of every week, and of what is done on them.
func TestOwnDays(t *testing.T) {
	in := input(session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg")))
	in.Own.Days = []training.Weekday{training.Monday, training.Thursday}
	p := project(t, in)
	for _, w := range p.Weeks {
		for i, s := range w.Sessions {
			if s.Day != in.Own.Days[i] {
				t.Errorf("week %d lifts on %s", w.Number, s.Day)
			}
		}
	}
	if got := p.Phases[0].Days; len(got) != 2 || got[0] != training.Monday || p.Next == nil || *p.Next != (Visit{}) {
		t.Errorf("days %v, next %v", got, p.Next)
	}
}

// TestStands: without a log a lift goes on from where the runner stands, on the first visit that lies ahead; with one, from what was done.
func TestStands(t *testing.T) {
	load := 12000
	in := input(session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg")))
	in.Own.Stands = []Stand{{Exercise: "goblet-squat", Amount: 10, Load: &load}}
	in.Plan.Start = time.Date(2026, time.November, 30, 0, 0, 0, 0, time.UTC)
	in.Today = DateOf(in.Plan.Start) + 7
	p := project(t, in)
	if p.Next == nil || p.Next.Week != 1 {
		t.Fatalf("next is %v", p.Next)
	}
	if x := p.Weeks[1].Sessions[0].Targets[0]; x.Sets[0].Amount != 10 || x.Load.Thousandths != load {
		t.Errorf("she is asked for %v", x.Sets)
	}
	if x := p.Weeks[1].Sessions[1].Targets[0]; x.Sets[0].Amount != 11 || x.Load.Thousandths != load {
		t.Errorf("and then for %v", x.Sets)
	}
	n := 8
	in.Log = []machine.Record{{Week: 1, Session: "A", Date: in.Today - 6, Lifts: []machine.Done{{Lift: "goblet-squat@A", Result: machine.Result{Sets: []*int{&n, &n, &n}}}}}}
	if x := project(t, in).Weeks[1].Sessions[0].Targets[0]; x.Sets[0].Amount != 9 {
		t.Errorf("after a visit she is asked for %v", x.Sets)
	}
}

// TestBelow: what hurts twice is asked for on the exercise below, and where there is none it is left out.
func TestBelow(t *testing.T) {
	in := input(session("A", row("push-up-hold", "1 x 25-30 s", "", "5 s")))
	done := func(week, seconds int, hurt bool) machine.Record {
		return machine.Record{Week: week, Session: "A", Lifts: []machine.Done{{
			Lift: "push-up-hold@A", Result: machine.Result{Sets: []*int{&seconds}, Felt: machine.Felt{Hurt: hurt}},
		}}}
	}
	in.Log = []machine.Record{done(1, 30, false), done(1, 30, true), done(2, 30, true)}
	hers := project(t, in)
	next := hers.Weeks[hers.Next.Week].Sessions[hers.Next.Session]
	if before := hers.Weeks[0].Sessions[1].Targets[0].Exercise.ID; before == "push-up-hold" {
		t.Fatalf("she has not climbed: %s", before)
	}
	if len(next.Targets) != 1 || next.Targets[0].Exercise.ID != "push-up-hold" || next.Targets[0].Rung != 0 {
		t.Errorf("next she is asked for %+v", next.Targets)
	}
	in.Log = []machine.Record{done(1, 25, true), done(1, 25, true)}
	hers = project(t, in)
	if next := hers.Weeks[1].Sessions[0]; len(next.Targets) > 0 || len(next.Hurt) != 1 {
		t.Errorf("next she is asked for %+v", next)
	}
}
