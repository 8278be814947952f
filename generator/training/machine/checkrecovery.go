package machine

import "fmt"

// check says what is wrong with a recovery: what leads nowhere, what asks for less before anything was felt, and what nobody recovers from.
func (r *Recovery) check() (errs []error) {
	for _, list := range []struct {
		name       string
		conditions []Condition
	}{{"runs", r.Runs}, {"pain", r.Pain}} {
		for i := range list.conditions {
			if err := checkCondition(list.conditions, i); err != nil {
				errs = append(errs, fmt.Errorf("condition %d of %s: %w", i, list.name, err))
			}
		}
	}
	if r.PainUpTo < 0 || r.PainUpTo >= mostPain {
		errs = append(errs, fmt.Errorf("pain up to %d of %d is no pain", r.PainUpTo, mostPain))
	}
	before := 0
	for i, b := range r.Breaks {
		if b.Days <= before {
			errs = append(errs, fmt.Errorf("break %d of %d days comes after one of %d", i, b.Days, before))
		}
		before = b.Days
	}
	return errs
}

func checkCondition(list []Condition, i int) error {
	c := list[i]
	switch {
	case c.Good < 0 || c.Good >= len(list) || c.Bad < 0 || c.Bad >= len(list):
		return fmt.Errorf("it leads to %d and %d of %d", c.Good, c.Bad, len(list))
	case c.Fewer < 0:
		return fmt.Errorf("it leaves out %d sets", c.Fewer)
	case i == 0 && (c.Good != 0 || c.Fewer != 0 || c.Below):
		return fmt.Errorf("it is the beginning, and asks for less")
	}
	at := i
	for range list {
		at = list[at].Good
	}
	if at != 0 {
		return fmt.Errorf("good visits do not lead back to the beginning")
	}
	return nil
}

// goesFurther reports whether the edge behind the up edge of a state may be taken with it: both of them together add amounts, or one step
// of load to the same amounts.
func (l *Lift) goesFurther(s *State) bool {
	if s.Up.Load != 0 || s.Up.Off != 0 || s.Up.To < 0 || s.Up.To >= len(l.States) {
		return false
	}
	next := &l.States[s.Up.To]
	switch {
	case next.Up == nil || next.Rung != s.Rung:
		return false
	case next.Up.Load == 0:
		return next.Up.On && s.Up.On
	}
	return next.Up.Load == 1 && !next.above(s)
}
