package machine

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Own are the numbers of one runner. What a programme has no name for is passed over: it may be of an older version of the plan.
type Own struct {
	Weights map[string][]int // that she has, by the name of the list; an empty list counts as not said
	Starts  map[string]int   // loads with which she begins, by the key of the lift
	Days    map[int][]Day    // on which she lifts, by the week of the plan
}

// Personal returns the programme with a runner's own numbers. The lifts stay as they are: only what their loads can be, with which one they
// begin, and on which days they are done. A start that she has no weight for is the hardest weight that is no harder, or the easiest.
func (p *Programme) Personal(own Own) *Programme {
	hers := *p
	hers.Stocks, hers.Registers, hers.Lifts = slices.Clone(p.Stocks), slices.Clone(p.Registers), slices.Clone(p.Lifts)
	moved := make([]bool, len(p.Registers)) // those whose start may not exist
	for i := range hers.Stocks {
		if stock, changed := p.ownStock(i, own.Weights); changed {
			hers.Stocks[i] = stock
			for j := range p.Registers {
				moved[j] = moved[j] || p.Registers[j].Stock == i
			}
		}
	}
	for i := range hers.Lifts {
		if start, ok := own.Starts[p.Lifts[i].Key]; ok {
			hers.begin(i, start, moved)
		}
	}
	for i := range hers.Registers {
		if r := &hers.Registers[i]; moved[i] && r.Start != nil && !r.Free && r.Stock >= 0 {
			fit := hers.Fit(r, *r.Start)
			r.Start = &fit
		}
	}
	hers.Phases = own.phases(p.Phases)
	return &hers
}

// begin lets a lift begin with a load. It then goes on from no other lift, unless the load is a maximum, which all of its lifts look at.
func (p *Programme) begin(lift, start int, moved []bool) {
	l := &p.Lifts[lift]
	i := l.Rungs[0].Register
	if i < 0 || !believed(start) || start == 0 && !p.Registers[i].Less {
		return
	}
	p.Registers[i].Start, moved[i] = &start, true
	if p.Registers[i].Name == "" {
		l.Entry = Entry{Spare: l.Entry.Spare}
	}
}

// ownStock returns a stock with the weights that a runner has, and whether she has said any of them. Nothing to lift is a weight only
// where that is help which is not needed.
func (p *Programme) ownStock(i int, own map[string][]int) (s Stock, changed bool) {
	old := &p.Stocks[i]
	named := map[int]string{}
	for _, j := range old.Lists {
		list := &p.Lists[j]
		weights := list.Weights
		if len(own[list.Name]) > 0 {
			weights, changed = own[list.Name], true
		}
		for _, n := range weights {
			if label := list.label(n); label != "" && believed(n) && (n > 0 || p.helps(i)) {
				named[n] = label
			}
		}
	}
	if !changed || len(named) == 0 {
		return *old, false
	}
	s.Lists = old.Lists
	s.Weights = slices.Sorted(maps.Keys(named))
	for _, n := range s.Weights {
		s.Labels = append(s.Labels, named[n])
	}
	return s, true
}

// helps reports whether all that is done with a stock is help.
func (p *Programme) helps(stock int) bool {
	return !slices.ContainsFunc(p.Registers, func(r Register) bool { return r.Stock == stock && !r.Less })
}

// label returns what stands on a weight: as the list says, or "2.5 kg". There are no other levels than those of the list.
func (l *List) label(n int) string {
	if i := slices.Index(l.Weights, n); i >= 0 {
		return l.Labels[i]
	}
	if l.Unit == levels {
		return ""
	}
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%d.%03d", n/1000, n%1000), "0"), ".") + " " + l.Unit
}

// phases returns the phases with the days of the weeks of which they are said.
func (own *Own) phases(phases []Phase) []Phase {
	phases = slices.Clone(phases)
	for i := range phases {
		weeks := slices.Clone(phases[i].Weeks)
		for j := range weeks {
			if days, ok := own.Days[weeks[j].Number]; ok {
				weeks[j].Days = days
			}
		}
		phases[i].Weeks = weeks
	}
	return phases
}
