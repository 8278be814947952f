package athlete

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
)

// ReadLog reads a log of a programme from CSV. The Monday says which week a date lies in; it may be zero. A line of what the programme
// does not have is kept aside, with a problem that says so.
func ReadLog(file string, data []byte, p *progression.Programme, monday time.Time) (*Log, diag.List) {
	r := &logReader{log: &Log{file: file}, known: &known{p, progression.DateOf(monday)}}
	lines, problems := cells(file, data)
	r.problems = problems
	for i := range lines {
		r.line(&lines[i])
	}
	for _, v := range r.visits {
		r.log.Visits = append(r.log.Visits, v.done())
	}
	r.log.sorted()
	return r.log, r.problems.Sorted()
}

// logReader reads the lines of a log.
type logReader struct {
	log      *Log
	known    *known
	visits   []*openVisit
	problems diag.List
}

// openVisit is a visit of which more lines may follow.
type openVisit struct {
	Visit
	lifts []int // of the session
	felt  []machine.Felt
}

// The columns by their places.
const (
	dateColumn = iota
	weekColumn
	sessionColumn
	exerciseColumn
	setColumn
	amountColumn
	loadColumn
	effortColumn
	painColumn
	nextDayColumn
)

func (r *logReader) wrong(l *line, column int, format string, args ...any) *diag.Problem {
	r.problems.Add(diag.Errorf(l.at[column], "bad-log", format, args...))
	return &r.problems[len(r.problems)-1]
}

// aside keeps a line that is not of this plan.
func (r *logReader) aside(l *line, column int, format string, args ...any) {
	r.log.Aside = append(r.log.Aside, slices.Clone(l.cells[:]))
	r.problems.Add(diag.Warningf(l.at[column], "not-of-plan", format, args...).WithHint("The line is kept, and moves nothing."))
}

// line reads one line.
func (r *logReader) line(l *line) {
	date, dated := r.date(l)
	if !dated { // what else is wrong is said in the same run
		r.number(l)
		r.amount(l)
		r.felt(l)
		return
	}
	week, ok := r.week(l, date)
	if !ok {
		return
	}
	session := l.cells[sessionColumn]
	names := r.known.sessions(week)
	if session == "" && len(names) == 1 {
		session = names[0]
	}
	if strings.EqualFold(session, testSession) && !slices.Contains(names, session) {
		r.test(l, week, date)
		return
	}
	lifts, ok := r.known.lifts(week, session)
	switch {
	case ok:
		r.visit(l, week, session, date, lifts)
	case session == "":
		r.wrong(l, sessionColumn, "it is not said which session this was.").Hint = fmt.Sprintf("Write one of %s.", quotedList(names))
	default:
		r.aside(l, sessionColumn, "the plan has no session %q in week %d.", session, week)
	}
}

// date reads the day: "2026-12-01", or as spreadsheets write it in many countries "1.12.2026". With slashes nobody knows which number is
// the month.
func (r *logReader) date(l *line) (machine.Date, bool) {
	text := l.cells[dateColumn]
	if text == "" {
		return 0, true
	}
	for _, layout := range []string{time.DateOnly, "2.1.2006", time.DateTime, "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, text); err == nil {
			return progression.DateOf(t.Truncate(wholeDay)), true
		}
	}
	r.wrong(l, dateColumn, "%q is no day that I can read.", text).Hint = `Write it like 2026-12-01. In a spreadsheet give the column the format "text".`
	return 0, false
}

// week reads the week of the plan, or works it out from the day.
func (r *logReader) week(l *line, date machine.Date) (int, bool) {
	const days = 7
	text, first := l.cells[weekColumn], r.known.monday
	last := len(r.known.Weeks)
	switch n, ok := whole(text); {
	case text != "" && !ok:
		r.wrong(l, weekColumn, "%q is no week.", text).Hint = fmt.Sprintf("Write a number from 1 to %d.", last)
		return 0, false
	case text != "" && (n < 1 || n > last):
		r.aside(l, weekColumn, "the plan has no week %s; it lasts %d.", text, last)
		return 0, false
	case text != "":
		return n, true
	case date == 0 || first == 0:
		r.wrong(l, weekColumn, "it is not said in which week this was.").Hint = "Write the week of the plan, from 1 on."
		return 0, false
	case date < first || int(date-first)/days >= last:
		r.aside(l, dateColumn, "this day is not in one of the plan's weeks.")
		return 0, false
	}
	return int(date-first)/days + 1, true
}

// whole reads a whole number: "8", and as spreadsheets write it "8.0" or "8,0".
func whole(text string) (int, bool) {
	head, tail, _ := strings.Cut(strings.ReplaceAll(text, ",", "."), ".")
	n, err := strconv.Atoi(head)
	return n, err == nil && strings.Trim(tail, "0") == ""
}

// most is the largest number that is believed of a set (house rule): an hour in seconds, and as many metres.
const most = 3600

// amount reads what was done; nil where the set was not.
func (r *logReader) amount(l *line) (n *int, ok bool) {
	text := l.cells[amountColumn]
	if text == "" {
		return nil, true
	}
	number, ok := whole(text)
	if !ok || number < 0 || number > most {
		r.wrong(l, amountColumn, "%q is no amount.", text).Hint = fmt.Sprintf("Write a whole number from 0 to %d, or nothing where the set was not done.", most)
		return nil, false
	}
	return &number, true
}

// test reads a line of what was measured.
func (r *logReader) test(l *line, week int, date machine.Date) {
	name := l.cells[exerciseColumn]
	t, ok := r.known.test(name)
	if !ok {
		r.aside(l, exerciseColumn, "the plan does not test %q.", name)
		return
	}
	n, ok := r.amount(l)
	if !ok || n == nil {
		return
	}
	i := slices.IndexFunc(r.log.Tests, func(m Measured) bool { return m.Week == week && m.Date == date && m.Exercise == name })
	if i < 0 {
		i = len(r.log.Tests)
		r.log.Tests = append(r.log.Tests, Measured{Week: week, Date: date, Exercise: name})
	}
	m := &r.log.Tests[i]
	m.Sets = append(m.Sets, *n)
	switch text := l.cells[loadColumn]; {
	case text == "":
	case t.Load.IsZero():
		r.wrong(l, loadColumn, "the plan tests %s without a weight.", name).Hint = "Leave the load out."
	default:
		load, err := testLoad(text, t)
		if err != nil {
			r.wrong(l, loadColumn, "%v.", err).Hint = err.hint
			return
		}
		m.Load = &load
	}
}

// testLoad reads the weight of a test, which is in the unit that the plan has for it.
func testLoad(text string, t *progression.Test) (int, *loadError) {
	m := machine.Programme{Registers: []machine.Register{{Unit: string(t.Load.Unit), Stock: -1}}}
	return loadOn(&m, &machine.Lift{Rungs: []machine.Rung{{}}}, 0, text)
}

// visit reads a line of a visit.
func (r *logReader) visit(l *line, week int, session string, date machine.Date, lifts []int) {
	v := r.open(l, week, session, date, lifts)
	felt, run, ok := r.felt(l)
	if !ok {
		r.number(l)
		r.amount(l)
		return
	}
	v.Run = cmp.Or(v.Run, run)
	if l.cells[exerciseColumn] == "" {
		v.Felt = felt
		return
	}
	r.set(l, v, felt)
}

// open returns the visit that a line is of.
func (r *logReader) open(l *line, week int, session string, date machine.Date, lifts []int) *openVisit {
	i := slices.IndexFunc(r.visits, func(v *openVisit) bool { return v.Week == week && v.Session == session && v.Date == date })
	if i >= 0 {
		return r.visits[i]
	}
	v := &openVisit{Visit: Visit{Record: machine.Record{Week: week, Session: session, Date: date, Lifts: []machine.Done{}}, line: l.line}, lifts: lifts}
	r.visits = append(r.visits, v)
	return v
}
