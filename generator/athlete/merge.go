package athlete

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training/machine"
)

// Changes is what a new log brings to an older one.
type Changes struct {
	Added, Changed []string // visits and tests, in words: "week 2, A, 2026-12-08"
	Same           int
	Aside          int // lines of what the plan does not have
}

// Nothing reports whether the older log had all of it.
func (c *Changes) Nothing() bool { return len(c.Added) == 0 && len(c.Changed) == 0 && c.Aside == 0 }

// Merge returns a log with what is in either. A visit of the same week, session and day is the same one; of a day that is not said it is
// that of the week which is not known by its day. What the newer log says of it holds. Nothing that only the older one has is lost.
func Merge(old, newer *Log) (*Log, Changes) {
	m := &Log{Visits: slices.Clone(old.Visits), Tests: slices.Clone(old.Tests), Aside: slices.Clone(old.Aside), file: old.file}
	var c Changes
	taken := make([]bool, len(m.Visits), len(m.Visits)+len(newer.Visits))
	for i := range newer.Visits {
		v := &newer.Visits[i]
		switch at := m.find(v, taken); {
		case at < 0:
			m.Visits, taken = append(m.Visits, *v), append(taken, true)
			c.Added = append(c.Added, v.String())
		default:
			taken[at] = true
			if same(&m.Visits[at], v) {
				c.Same++
				continue
			}
			m.Visits[at] = *v
			c.Changed = append(c.Changed, v.String())
		}
	}
	for i := range newer.Tests {
		m.takeTest(&newer.Tests[i], &c)
	}
	for _, cells := range newer.Aside {
		if !slices.ContainsFunc(m.Aside, func(other []string) bool { return slices.Equal(other, cells) }) {
			m.Aside = append(m.Aside, cells)
			c.Aside++
		}
	}
	m.sorted()
	return m, c
}

// find returns the visit that is the same as another, -1 where there is none.
func (l *Log) find(v *Visit, taken []bool) int {
	undated := -1
	for i := range l.Visits {
		o := &l.Visits[i]
		switch {
		case taken[i] || o.Week != v.Week || o.Session != v.Session:
		case o.Date == v.Date:
			return i
		case undated < 0 && (o.Date == 0 || v.Date == 0):
			undated = i
		}
	}
	return undated
}

// same reports whether two visits say the same.
func same(a, b *Visit) bool {
	return reflect.DeepEqual(a.Record, b.Record)
}

// takeTest takes over what was measured.
func (l *Log) takeTest(t *Measured, c *Changes) {
	name := fmt.Sprintf("week %d, test of %s", t.Week, t.Exercise)
	at := slices.IndexFunc(l.Tests, func(o Measured) bool { return o.Week == t.Week && o.Exercise == t.Exercise && o.Date == t.Date })
	switch {
	case at < 0:
		l.Tests = append(l.Tests, *t)
		c.Added = append(c.Added, name)
	case reflect.DeepEqual(l.Tests[at], *t):
		c.Same++
	default:
		l.Tests[at] = *t
		c.Changed = append(c.Changed, name)
	}
}

// String names the visit.
func (v *Visit) String() string {
	text := fmt.Sprintf("week %d, session %s", v.Week, v.Session)
	if v.Date != 0 {
		text += ", " + dated(v.Date)
	}
	var lifts []string
	for i := range v.Lifts {
		lifts = append(lifts, v.lift(i))
	}
	if len(lifts) > 0 {
		text += ": " + strings.Join(lifts, "; ")
	}
	return text
}

// lift writes what was done of a lift: "goblet-squat 8, 8, -".
func (v *Visit) lift(i int) string {
	var sets []string
	for _, n := range v.Lifts[i].Sets {
		if n == nil {
			sets = append(sets, "-")
		} else {
			sets = append(sets, fmt.Sprint(*n))
		}
	}
	return cmp.Or(v.Lifts[i].Exercise, v.Lifts[i].Lift) + " " + strings.Join(sets, ", ")
}

// LastDay returns the day of the last visit on which something was done; 0 where there is none.
func (l *Log) LastDay() machine.Date {
	last := machine.Date(0)
	for _, v := range l.Visits {
		if len(v.Lifts) > 0 {
			last = max(last, v.Date)
		}
	}
	return last
}
