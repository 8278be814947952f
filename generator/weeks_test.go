package generator_test

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// weeks returns what a programme, PLAN/RUNNER, asks for in each session, as a coach would write it down.
func weeks(t *testing.T, report *generator.Report, programme string) []byte {
	t.Helper()
	plan, runner, _ := strings.Cut(programme, "/")
	for _, p := range report.Site.Plans {
		for _, programme := range p.Programmes {
			if p.ID == plan && programme.Runner.ID == runner {
				return writtenDown(programme.Projection)
			}
		}
	}
	return []byte("there is no such programme\n")
}

// writtenDown has a line for each session; weeks that ask for the same as the week before share one.
func writtenDown(p *progression.Programme) []byte {
	var b bytes.Buffer
	phase := ""
	for rest := p.Weeks; len(rest) > 0; {
		n := alike(rest)
		first, last := &rest[0], &rest[n-1]
		if first.Phase != phase {
			phase = first.Phase
			fmt.Fprintf(&b, "%s\n", phase)
		}
		for _, s := range first.Sessions {
			fmt.Fprintf(&b, "%5s%s %s\n", number(first.Number, last.Number), kindOf(first), sessionLine(s))
		}
		rest = rest[n:]
	}
	return b.Bytes()
}

// alike returns how many weeks at the beginning ask for the same.
func alike(weeks []progression.Week) int {
	n := 1
	for n < len(weeks) && sameWeek(&weeks[0], &weeks[n]) {
		n++
	}
	return n
}

func sameWeek(a, b *progression.Week) bool {
	return a.Phase == b.Phase && kindOf(a) == kindOf(b) && slices.EqualFunc(a.Sessions, b.Sessions, func(a, b progression.Session) bool {
		return sessionLine(a) == sessionLine(b)
	})
}

func number(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d-%d", first, last)
}

func sessionLine(s progression.Session) string {
	line := fmt.Sprintf("%s %s %d-%d min", s.Day, s.Name, s.Minutes[0], s.Minutes[1])
	for _, x := range s.Targets {
		line += fmt.Sprintf(" | %s %s", strings.ToLower(x.Exercise.Name), amount(x))
	}
	return line
}

// kindOf returns the letters of what is special about a week: e for easy, t for the taper, r for the race, T for tests.
func kindOf(w *progression.Week) string {
	kind := ""
	for _, k := range []struct {
		is     bool
		letter string
	}{{w.IsEasy(), "e"}, {w.Taper, "t"}, {w.Race, "r"}, {w.Tests, "T"}} {
		if k.is {
			kind += k.letter
		}
	}
	return fmt.Sprintf("%-2s", kind)
}

func amount(x progression.Target) string {
	s := fmt.Sprintf("%dx%d", x.Count(), x.Most())
	switch {
	case x.Prescription.Unit == quantity.Seconds:
		s += " s"
	case x.Loaded && x.Load.IsZero():
		s += fmt.Sprintf(" @own+%d", x.Steps)
	case x.Loaded:
		s += " @" + x.Load.String()
	}
	return s
}
