package machine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Read reads a programme from JSON and checks it. An error says what cannot be walked.
func Read(data []byte) (*Programme, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	p := &Programme{}
	if err := d.Decode(p); err != nil {
		return nil, fmt.Errorf("reading a programme: %w", err)
	}
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("reading a programme: %w", err)
	}
	return p, nil
}

// Check says what is wrong with a programme: what leads nowhere, what would walk in a circle, and what two lifts would move.
func (p *Programme) Check() error {
	var errs []error
	for i := range p.Registers {
		if stock := p.Registers[i].Stock; stock < -1 || stock >= len(p.Stocks) {
			errs = append(errs, fmt.Errorf("register %d has stock %d of %d", i, stock, len(p.Stocks)))
		}
	}
	errs = append(errs, p.checkStocks()...)
	for i := range p.Lifts {
		for _, err := range p.checkLift(i) {
			errs = append(errs, fmt.Errorf("lift %d, %s: %w", i, p.Lifts[i].Key, err))
		}
	}
	for _, err := range p.Recovery.check() {
		errs = append(errs, fmt.Errorf("recovery: %w", err))
	}
	for i := range p.Phases {
		for _, err := range p.checkPhase(&p.Phases[i]) {
			errs = append(errs, fmt.Errorf("phase %d: %w", i, err))
		}
	}
	return errors.Join(errs...)
}

func (p *Programme) checkStocks() (errs []error) {
	for i := range p.Lists {
		if l := &p.Lists[i]; len(l.Weights) == 0 || len(l.Labels) != len(l.Weights) {
			errs = append(errs, fmt.Errorf("list %s has %d weights and %d labels", l.Name, len(l.Weights), len(l.Labels)))
		}
	}
	for i := range p.Stocks {
		s := &p.Stocks[i]
		if len(s.Weights) == 0 || len(s.Labels) != len(s.Weights) {
			errs = append(errs, fmt.Errorf("stock %d has %d weights and %d labels", i, len(s.Weights), len(s.Labels)))
		}
		if slices.ContainsFunc(s.Lists, func(list int) bool { return list < 0 || list >= len(p.Lists) }) {
			errs = append(errs, fmt.Errorf("stock %d is of lists %v of %d", i, s.Lists, len(p.Lists)))
		}
	}
	return errs
}

func (p *Programme) checkLift(i int) (errs []error) {
	l := &p.Lifts[i]
	wrong := func(format string, values ...any) { errs = append(errs, fmt.Errorf(format, values...)) }
	if len(l.Rungs) == 0 || l.Begin < 0 || l.Begin >= len(l.States) {
		return []error{fmt.Errorf("it has %d rungs and begins in state %d of %d", len(l.Rungs), l.Begin, len(l.States))}
	}
	if from := l.Entry.From; from != nil && (*from < 0 || *from >= i) {
		wrong("it goes on from lift %d", *from)
	}
	for j := range l.Rungs {
		if r := l.Rungs[j].Register; r < -1 || r >= len(p.Registers) {
			wrong("rung %d has register %d of %d", j, r, len(p.Registers))
		}
	}
	for j := range l.States {
		errs = append(errs, l.checkState(j)...)
	}
	return errs
}

func (l *Lift) checkState(i int) (errs []error) {
	s := &l.States[i]
	wrong := func(format string, values ...any) {
		errs = append(errs, fmt.Errorf("state %d: %w", i, fmt.Errorf(format, values...)))
	}
	if s.Rung < 0 || s.Rung >= len(l.Rungs) {
		wrong("rung %d of %d", s.Rung, len(l.Rungs))
		return errs
	}
	for _, set := range s.Sets {
		if set.Times < 1 || set.N < 1 || set.To < 0 || set.Low < 0 || set.Share < 0 {
			wrong("sets of %d times %d", set.Times, set.N)
		}
	}
	for _, e := range []*Edge{s.Up, s.Same, s.Down, s.Week, s.Break} {
		switch {
		case e == nil:
		case e.To < 0 || e.To >= len(l.States) || e.Else != nil && (*e.Else < 0 || *e.Else >= len(l.States)):
			wrong("an edge leads to state %d of %d", e.To, len(l.States))
		case e.Off < 0 || e.Off >= 1000:
			wrong("an edge takes off %d thousandths", e.Off)
		case e.On && !l.States[e.To].above(s):
			wrong("an edge goes on to state %d, which asks for no more", e.To)
		case e.Always && e != s.Week:
			wrong("an edge that is no week's is always taken")
		case e == s.Break && (e.Load > 0 || e.On):
			wrong("an edge after a break leads up")
		case e.Easy && (e != s.Up || !l.goesFurther(s)):
			wrong("an easy result leads on to more load and more amount, or to two loads more")
		}
	}
	return errs
}

// above reports whether a state asks for more than another one on the same rung: no set for less, one for more. So it is left only
// upwards, and a walk along such states ends.
func (s *State) above(below *State) bool {
	if s.Rung != below.Rung || len(s.Sets) != len(below.Sets) {
		return false
	}
	more := false
	for i := range s.Sets {
		a, b := &s.Sets[i], &below.Sets[i]
		if a.Times != b.Times || a.N < b.N {
			return false
		}
		more = more || a.N > b.N
	}
	return more
}

func (p *Programme) checkPhase(phase *Phase) (errs []error) {
	for _, s := range phase.Sessions {
		for _, i := range s.Lifts {
			if i < 0 || i >= len(p.Lifts) {
				return []error{fmt.Errorf("session %s has lift %d of %d", s.Name, i, len(p.Lifts))}
			}
		}
	}
	movers := map[int]int{}
	for _, i := range phase.lifts() {
		for r := range p.Lifts[i].registers() {
			if before, ok := movers[r]; ok {
				errs = append(errs, fmt.Errorf("lifts %d and %d move register %d", before, i, r))
			}
			movers[r] = i
		}
	}
	return errs
}

// registers returns the registers that a lift moves.
func (l *Lift) registers() map[int]bool {
	own := map[int]bool{}
	for _, r := range l.Rungs {
		if r.Register >= 0 && !r.Looks {
			own[r.Register] = true
		}
	}
	return own
}
