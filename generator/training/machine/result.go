package machine

import "slices"

// Result is what was done of a lift on a day.
type Result struct {
	Sets     []*int `json:"sets"`           // the amount of each; nil: not done, which is no miss
	Load     *int   `json:"load,omitempty"` // that was taken; nil: what was asked for
	Effort   Effort `json:"effort,omitempty"`
	Pain     int    `json:"pain,omitempty"`     // 0 to 10
	RunWorse bool   `json:"runWorse,omitempty"` // the run of the next day suffered
}

// Effort is how hard it was.
type Effort int

// The efforts.
const (
	NotSaid Effort = iota
	FeltEasy
	FeltRight
	FeltHard
)

// Class is what a result is, and why.
type Class int

// The classes of results.
const (
	None    Class = iota // there was none yet
	Up                   // everything that was asked for
	Below                // a set was below its floor
	NotAll               // a set was below its number
	NotDone              // a set was left out
	Hard                 // everything, but it was hard
	Pain                 // something hurt
	Run                  // the next run was worse
	Counted              // by the clock: a count moves nothing
)

// NoPain is the most pain that does not stop progress (0 to 10).
const NoPain = 3

// Class says what a result is in a state.
func (l *Lift) Class(s *State, r *Result) Class {
	if l.Rungs[s.Rung].Clock {
		return Counted
	}
	met, missing, below := true, false, false
	i := 0
	for _, set := range s.Sets {
		for range set.Times {
			n := r.amount(i)
			i++
			if n == nil {
				missing = true
				continue
			}
			below = below || *n < set.floor()
			met = met && (s.Last > 0 || *n >= max(set.N, set.To))
		}
	}
	if last := r.amount(i - 1); s.Last > 0 && last != nil {
		met = *last >= s.Last
	}
	switch {
	case below:
		return Below
	case r.Pain > NoPain:
		return Pain
	case missing:
		return NotDone
	case !met:
		return NotAll
	case r.Effort == FeltHard:
		return Hard
	case r.RunWorse:
		return Run
	}
	return Up
}

func (r *Result) amount(i int) *int {
	if i < 0 || i >= len(r.Sets) {
		return nil
	}
	return r.Sets[i]
}

// floor is the least amount that is no miss.
func (s *Set) floor() int {
	if s.Low > 0 {
		return s.Low
	}
	return s.N
}

// Planned returns the result of a state in which all goes to plan.
func (s *State) Planned() *Result {
	r := &Result{Sets: make([]*int, 0, s.Count())}
	for i := range s.Sets {
		n := max(s.Sets[i].N, s.Sets[i].To)
		for range s.Sets[i].Times {
			r.Sets = append(r.Sets, &n)
		}
	}
	if s.Expected && len(r.Sets) > 0 {
		r.Sets[len(r.Sets)-1] = &s.Last
	}
	return r
}

// Count returns how many sets the state asks for.
func (s *State) Count() int {
	n := 0
	for i := range s.Sets {
		n += s.Sets[i].Times
	}
	return n
}

// Amount returns the largest amount that the state asks for.
func (s *State) Amount() int {
	most := 0
	for i := range s.Sets {
		most = max(most, s.Sets[i].N)
	}
	return most
}

// any reports whether something was done.
func (r *Result) any() bool {
	return slices.ContainsFunc(r.Sets, func(n *int) bool { return n != nil })
}
