package machine

import "fmt"

// What a runner felt is written by name: a number would say nothing to those who read a log.

// effortNames are the efforts as they are written, each at its place; what is not said has none.
func effortNames() []string {
	return []string{NotSaid: "", FeltEasy: "easy", FeltRight: "ok", FeltHard: "hard"}
}

// MarshalText writes the effort.
func (e Effort) MarshalText() ([]byte, error) { return []byte(effortNames()[e]), nil }

// UnmarshalText reads the effort.
func (e *Effort) UnmarshalText(text []byte) error {
	i, err := named(effortNames(), text)
	*e = Effort(i)
	return err
}

// runNames are the answers about the next run as they are written.
func runNames() []string { return []string{RunNotSaid: "", RunWell: "well", RunBadly: "badly"} }

// MarshalText writes the answer.
func (r Run) MarshalText() ([]byte, error) { return []byte(runNames()[r]), nil }

// UnmarshalText reads the answer.
func (r *Run) UnmarshalText(text []byte) error {
	i, err := named(runNames(), text)
	*r = Run(i)
	return err
}

// named returns the place of a name.
func named(names []string, text []byte) (int, error) {
	for i, name := range names {
		if name == string(text) {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%q is none of %q", text, names[1:])
}
