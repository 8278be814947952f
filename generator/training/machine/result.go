package machine

import "slices"

// Result is what was done of a lift on a day.
type Result struct {
	Sets     []*int `json:"sets"`               // the amount of each; nil: not done, which is no miss
	Load     *int   `json:"load,omitempty"`     // that was taken; nil: what was asked for
	Exercise string `json:"exercise,omitempty"` // that was done; "": what was asked for
	Felt
}

// Felt is how it felt. Whoever writes on paper says whether it hurt, and not how much.
type Felt struct {
	Effort Effort `json:"effort,omitempty"`
	Hurt   bool   `json:"hurt,omitempty"`
	Pain   int    `json:"pain,omitempty"` // 0 to 10; 0 where it is not said how much
}

// Effort is how hard it was.
type Effort int

// The efforts, which are written as "easy", "ok" and "hard".
const (
	NotSaid Effort = iota
	FeltEasy
	FeltRight
	FeltHard
)

// Run is how the run of the next day went.
type Run int

// The answers, which are written as "well" and "badly".
const (
	RunNotSaid Run = iota
	RunWell
	RunBadly
)

// Class is what a result is, and why.
type Class int

// The classes of results.
const (
	None       Class = iota // there was none yet
	Up                      // everything that was asked for
	Below                   // a set was below its floor
	NotAll                  // a set was below its number
	NotDone                 // a set was left out
	Hard                    // everything, but it was hard
	Pain                    // something hurt
	BadRun                  // everything that was asked for, but the next run was bad, or a set had been left out for earlier ones
	Counted                 // by the clock: a count moves nothing
	AfterBreak              // none: the lift has gone back after some time without a visit
)

// Class says what a result is in a state, by what was done and how hard it was.
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
	case missing:
		return NotDone
	case !met:
		return NotAll
	case r.Effort == FeltHard:
		return Hard
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
