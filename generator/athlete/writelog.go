package athlete

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/csv"
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
)

// CSV writes a log of a programme, as ReadLog reads it: tests before the visits of their day, then what the plan does not have.
func (l *Log) CSV(p *progression.Programme) []byte {
	w := &logWriter{known: &known{Programme: p}}
	w.csv = csv.NewWriter(&w.out)
	w.row(columns[:]...)
	l.sorted()
	tests := slices.Clone(l.Tests)
	for i := range l.Visits {
		v := &l.Visits[i]
		for len(tests) > 0 && (tests[0].Week < v.Week || tests[0].Week == v.Week && tests[0].Date <= v.Date) {
			w.test(&tests[0])
			tests = tests[1:]
		}
		w.visit(v)
	}
	for i := range tests {
		w.test(&tests[i])
	}
	for _, cells := range l.Aside {
		w.row(cells...)
	}
	w.csv.Flush()
	return w.out.Bytes()
}

// logWriter writes the lines of a log.
type logWriter struct {
	known *known
	out   bytes.Buffer
	csv   *csv.Writer
}

// row writes a line into memory, which cannot fail.
func (w *logWriter) row(cells ...string) { _ = w.csv.Write(cells) }

func (w *logWriter) test(m *Measured) {
	load := ""
	if t, ok := w.known.test(m.Exercise); ok && m.Load != nil {
		load = plain(*m.Load) + " " + string(t.Load.Unit)
	}
	for i, n := range m.Sets {
		w.row(dated(m.Date), fmt.Sprint(m.Week), testSession, m.Exercise, fmt.Sprint(i+1), fmt.Sprint(n), load, "", "", "")
	}
}

func (w *logWriter) visit(v *Visit) {
	begin := []string{dated(v.Date), fmt.Sprint(v.Week), v.Session}
	if len(v.Lifts) == 0 {
		w.row(append(begin, "", "", "", "", effort(v.Effort), pain(v.Felt), run(v.Run))...)
	}
	lifts, _ := w.known.lifts(v.Week, v.Session)
	for i := range v.Lifts {
		done := &v.Lifts[i]
		felt := v.FeltOf(i)
		exercise, load := w.done(lifts, v, i)
		for set, n := range done.Sets {
			amount := ""
			if n != nil {
				amount = fmt.Sprint(*n)
			}
			w.row(append(slices.Clone(begin), exercise, fmt.Sprint(set+1), amount, load, effort(felt.Effort), pain(felt), run(v.Run))...)
		}
	}
	for _, exercise := range w.hurting(lifts, v) {
		w.row(append(slices.Clone(begin), exercise, "1", "", "", effort(v.Effort), pain(v.Felt), run(v.Run))...)
	}
}

// hurting returns the exercises of a session that were not done on a visit of which it is only said that it hurt: they hurt as well, and
// the lines of the others do not say so.
func (w *logWriter) hurting(lifts []int, v *Visit) (exercises []string) {
	ofLift := slices.ContainsFunc(v.Lifts, func(d machine.Done) bool { return d.Hurt || d.Pain > 0 })
	if len(v.Lifts) == 0 || ofLift || !v.Hurt && v.Pain == 0 {
		return nil
	}
	for _, i := range lifts {
		l := &w.known.Machines.Lifts[i]
		if !slices.ContainsFunc(v.Lifts, func(d machine.Done) bool { return d.Lift == l.Key }) {
			exercises = append(exercises, l.Rungs[0].Exercise)
		}
	}
	return exercises
}

// FeltOf returns how a lift of the visit felt: what is said of it, or else of the visit. Pain of which it is not said where it was is the
// pain of every lift.
func (v *Visit) FeltOf(lift int) machine.Felt {
	felt := v.Lifts[lift].Felt
	if felt.Effort == machine.NotSaid {
		felt.Effort = v.Effort
	}
	if !slices.ContainsFunc(v.Lifts, func(d machine.Done) bool { return d.Hurt || d.Pain > 0 }) {
		felt.Hurt, felt.Pain = v.Hurt, v.Pain
	}
	return felt
}

// done returns what was done of a lift, and with which load.
func (w *logWriter) done(lifts []int, v *Visit, i int) (exercise, load string) {
	done := &v.Lifts[i]
	lift := &w.known.Machines.Lifts[w.known.liftOf(lifts, done.Lift)]
	exercise = cmp.Or(done.Exercise, lift.Rungs[0].Exercise)
	if done.Load != nil {
		rung, _ := w.known.rung(w.known.liftOf(lifts, done.Lift), exercise)
		load = written(&w.known.Machines, lift, rung, *done.Load)
	}
	return exercise, load
}

func dated(d machine.Date) string {
	if d == 0 {
		return ""
	}
	text, _ := d.MarshalText() // it always can be written
	return string(text)
}

func effort(e machine.Effort) string { return wordOf(e, e == machine.NotSaid) }
func run(r machine.Run) string       { return wordOf(r, r == machine.RunNotSaid) }

// wordOf returns the word of what was said; "" where nothing was.
func wordOf(said encoding.TextMarshaler, nothing bool) string {
	if nothing {
		return ""
	}
	word, _ := said.MarshalText() // it has been read, or is one of those that can be
	return string(word)
}

func pain(f machine.Felt) string {
	switch {
	case f.Pain > 0:
		return fmt.Sprint(f.Pain)
	case f.Hurt:
		return "yes"
	}
	return ""
}
