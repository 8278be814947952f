package machine

import "encoding/json"

// Lists are written as [] where they are empty: a script that walks them knows no null.

// MarshalJSON writes the programme.
func (p Programme) MarshalJSON() ([]byte, error) {
	type plain Programme
	p.Lists, p.Stocks, p.Registers, p.Lifts, p.Phases = list(p.Lists), list(p.Stocks), list(p.Registers), list(p.Lifts), list(p.Phases)
	r := &p.Recovery
	r.Runs, r.Pain, r.Breaks = list(r.Runs), list(r.Pain), list(r.Breaks)
	return json.Marshal(plain(p))
}

// MarshalJSON writes the stock.
func (s Stock) MarshalJSON() ([]byte, error) {
	type plain Stock
	s.Lists = list(s.Lists)
	return json.Marshal(plain(s))
}

// MarshalJSON writes the state.
func (s State) MarshalJSON() ([]byte, error) {
	type plain State
	s.Sets = list(s.Sets)
	return json.Marshal(plain(s))
}

// MarshalJSON writes the phase.
func (p Phase) MarshalJSON() ([]byte, error) {
	type plain Phase
	p.Sessions, p.Weeks = list(p.Sessions), list(p.Weeks)
	return json.Marshal(plain(p))
}

// MarshalJSON writes the session.
func (s Session) MarshalJSON() ([]byte, error) {
	type plain Session
	s.Lifts = list(s.Lifts)
	return json.Marshal(plain(s))
}

// MarshalJSON writes the week.
func (w Week) MarshalJSON() ([]byte, error) {
	type plain Week
	w.Days = list(w.Days)
	return json.Marshal(plain(w))
}

// list returns an empty list instead of none.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
