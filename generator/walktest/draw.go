package walktest

import (
	"math/rand/v2"
	"slices"

	"github.com/legpress/legpress/generator/training/machine"
)

// runner draws what one runner does.
type runner struct {
	*rand.Rand
	hers  *machine.Programme
	today machine.Date
	left  int // visits that she writes down or misses
}

func (r runner) chance(n int) bool { return r.IntN(n) == 0 }

// draw draws a runner with her numbers and her log, and walks it.
func draw(p *machine.Programme, seed uint64) Walk {
	r := &runner{Rand: rand.New(rand.NewPCG(seed, 1)), left: 0}
	w := Walk{Weights: map[string][]int{}, Starts: map[string]int{}}
	if r.chance(2) {
		r.own(p, &w)
	}
	monday := machine.Date(20000 + r.IntN(7))
	r.hers, r.today = p.Personal(machine.Own{Weights: w.Weights, Starts: w.Starts, Days: w.Days}), monday
	if !r.chance(8) {
		r.left = r.IntN(60)
	}
	w.Log = r.log()
	if r.chance(2) {
		w.Monday = &monday
	}
	if r.chance(2) {
		today := r.today + machine.Date(r.IntN(40)-5)
		w.Today = &today
	}
	w.Cut = r.IntN(len(w.Log) + 1)
	w.follow(p)
	return w
}

// varied returns a programme with other loads, other exercises for the legs and another recovery.
func varied(p *machine.Programme, seed uint64) *machine.Programme {
	r := runner{Rand: rand.New(rand.NewPCG(seed, 2))}
	other := *p
	other.Registers, other.Lifts = slices.Clone(p.Registers), slices.Clone(p.Lifts)
	other.Recovery.PainUpTo = r.IntN(6)
	for i := range other.Registers {
		reg := &other.Registers[i]
		if r.chance(4) {
			reg.Stock = -1
		}
		if r.chance(3) {
			reg.Step = 500 * r.IntN(12)
		}
		if r.chance(5) {
			reg.Less = !reg.Less
		}
	}
	for i := range other.Lifts {
		r.vary(&other.Lifts[i])
		if i > 0 && other.Lifts[i].Entry.From != nil && r.chance(2) {
			from := r.IntN(i)
			other.Lifts[i].Entry.From, other.Lifts[i].Entry.Same = &from, r.chance(2)
		}
	}
	return &other
}

// vary gives a lift that is shared with others other rungs, and now and then sets that take a share of the load.
func (r *runner) vary(l *machine.Lift) {
	l.Rungs, l.States, l.Entry.Spare = slices.Clone(l.Rungs), slices.Clone(l.States), r.IntN(8)
	for i := range l.Rungs {
		l.Rungs[i].Legs, l.Rungs[i].LegLift = r.chance(2), r.chance(2)
	}
	if !r.chance(5) {
		return
	}
	share := 500 + r.IntN(500)
	for i := range l.States {
		sets := slices.Clone(l.States[i].Sets)
		for j := range sets {
			sets[j].Share = share
		}
		l.States[i].Sets = sets
	}
}

// own draws weights, starts and days.
func (r *runner) own(p *machine.Programme, w *Walk) {
	for i := range p.Lists {
		if l := &p.Lists[i]; r.chance(2) {
			w.Weights[l.Name] = r.weights(l)
		}
	}
	for i := range p.Lifts {
		if r.chance(3) {
			w.Starts[p.Lifts[i].Key] = 500 * r.IntN(60)
		}
	}
	if r.chance(3) {
		w.Days = map[int][]machine.Day{}
		for i := range p.Phases {
			r.days(&p.Phases[i], w.Days)
		}
	}
}

// weights draws some of a list and some others.
func (r *runner) weights(l *machine.List) []int {
	own := []int{}
	for range r.IntN(7) {
		if n := l.Weights[r.IntN(len(l.Weights))]; r.chance(2) {
			own = append(own, n)
		} else {
			own = append(own, 500*r.IntN(80))
		}
	}
	return own
}

// days draws other days for some weeks of a phase.
func (r *runner) days(p *machine.Phase, own map[int][]machine.Day) {
	days := r.Perm(7)[:1+r.IntN(3)]
	slices.Sort(days)
	for i := range p.Weeks {
		if r.chance(6) {
			continue
		}
		list := []machine.Day{}
		for _, d := range days {
			list = append(list, machine.Day{Day: d, Spare: machine.Spare(max(r.IntN(12)-9, 0))})
		}
		own[p.Weeks[i].Number] = list
	}
}

// log walks the runner's programme as she does it, and returns what she writes down.
func (r *runner) log() []machine.Record {
	log := []machine.Record{}
	w := machine.NewWalk(r.hers)
	for i := range r.hers.Phases {
		w.Enter(i)
		w.Visits(i, func(v *machine.Visit) {
			if r.left--; r.left < 0 {
				return
			}
			r.today += machine.Date(1 + r.IntN(4))
			if r.chance(12) {
				r.today += machine.Date(r.IntN(35))
			}
			if r.chance(7) {
				return
			}
			rec := r.record(w, v)
			log = append(log, rec)
			if r.chance(50) { // what she has written twice has no visit
				log = append(log, rec)
			}
		})
	}
	return log
}

// record draws what a runner writes down of a visit.
func (r *runner) record(w *machine.Walk, v *machine.Visit) machine.Record {
	name := r.hers.Phases[v.Phase].Sessions[v.Session].Name
	rec := machine.Record{Week: v.Week.Number, Session: name, Run: machine.Run(max(r.IntN(5)-2, 0)), Felt: r.felt(), Lifts: []machine.Done{}}
	if !r.chance(8) {
		rec.Date = r.today
	}
	w.Come(v, rec.Date)
	for _, lift := range v.Lifts {
		asked := w.Show(lift, v.Week.Light)
		if done := r.result(lift, &asked); !r.chance(15) {
			rec.Lifts = append(rec.Lifts, machine.Done{Lift: r.hers.Lifts[lift].Key, Result: done})
		}
	}
	w.Record(v, &rec)
	return rec
}

// felt draws how something felt: mostly nothing is said.
func (r *runner) felt() machine.Felt {
	f := machine.Felt{Effort: machine.Effort(r.IntN(4)), Hurt: r.chance(25)}
	if r.chance(15) {
		f.Pain = r.IntN(11)
	}
	return f
}

// result draws what is done of a lift: often what is asked for, or more or less of it, with another load, or not at all.
func (r *runner) result(lift int, asked *machine.Target) machine.Result {
	l := &r.hers.Lifts[lift]
	done := *l.States[asked.State].Planned()
	done.Felt = r.felt()
	done.Sets = append(done.Sets[:0:0], done.Sets...)
	if r.chance(3) {
		r.otherSets(&done)
	}
	if r.chance(10) {
		done.Sets = nil
	}
	if r.chance(6) {
		load := r.load(l.Rungs[asked.Rung].Register)
		done.Load = &load
	}
	if r.chance(3) {
		done.Exercise = l.Rungs[asked.Rung].Exercise
	}
	if r.chance(20) {
		done.Exercise = append([]string{l.Rungs[0].Easier, "another"}, l.Rungs[r.IntN(len(l.Rungs))].Exercise)[r.IntN(3)]
	}
	return done
}

func (r *runner) otherSets(done *machine.Result) {
	for i := range done.Sets {
		n := max(*done.Sets[i]+r.IntN(9)-4, 0)
		if done.Sets[i] = &n; r.chance(10) {
			done.Sets[i] = nil
		}
	}
	if r.chance(6) && len(done.Sets) > 0 {
		done.Sets = done.Sets[:r.IntN(len(done.Sets))]
	}
	if r.chance(10) {
		n := r.IntN(20)
		done.Sets = append(done.Sets, &n)
	}
}

// load draws one of the weights that exist, or any.
func (r *runner) load(register int) int {
	if register >= 0 {
		if s := r.hers.Registers[register].Stock; s >= 0 && r.chance(2) {
			weights := r.hers.Stocks[s].Weights
			return weights[r.IntN(len(weights))]
		}
	}
	if r.chance(30) {
		return 1 << 40 // past all belief
	}
	return 500 * r.IntN(100)
}
