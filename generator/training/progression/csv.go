package progression

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// byteOrderMark tells spreadsheets that a text is UTF-8. Without it they take "×" for two other letters.
const byteOrderMark = "\ufeff"

// decimalComma is the decimal sign where spreadsheets take semicolons, and not commas, for the ends of cells.
const decimalComma = ","

// line is what a row of the table is about.
type line struct {
	programme *Programme
	week      *Week
	session   *Session
	target    *Target
	decimal   string
	say       Say
}

// column is a column of the table.
type column struct {
	name string
	cell func(l *line) string
}

// columns are the columns of [Programme.CSV]. Their names are the same in every language, and new ones come at the end, so that what a
// coach builds on one plan works with the next. Each unit in which sets are counted has a column.
func columns() []column {
	number := strconv.Itoa
	return []column{
		{"week", func(l *line) string { return number(l.week.Number) }},
		{"date", func(l *line) string { return l.programme.date(l.week, l.session) }},
		{"phase", func(l *line) string { return text(l.week.Phase) }},
		{"easy", func(l *line) string { return strconv.FormatBool(l.week.IsEasy()) }},
		{"taper", func(l *line) string { return strconv.FormatBool(l.week.Taper) }},
		{"session", func(l *line) string { return text(l.session.Name) }},
		{"day", func(l *line) string { return l.session.Day.String() }},
		{"exercise", func(l *line) string { return text(l.target.Exercise.ID) }},
		{"name", func(l *line) string { return text(l.target.Exercise.Name) }},
		{"rung", func(l *line) string { return number(l.target.Rung) }},
		{"sets", func(l *line) string { return number(l.target.Count()) }},
		amountColumn(quantity.Repetitions), amountColumn(quantity.Seconds),
		{"per_side", func(l *line) string { return strconv.FormatBool(l.target.PerSide) }},
		{"load", func(l *line) string { n, _ := l.load(); return n }},
		{"unit", func(l *line) string { _, unit := l.load(); return unit }},
		{"load_steps", func(l *line) string { return number(l.target.Steps) }},
		{"rest_seconds", func(l *line) string { return number(l.target.Rest) }},
		{"minutes_low", func(l *line) string { return number(l.session.Minutes[0]) }},
		{"minutes_high", func(l *line) string { return number(l.session.Minutes[1]) }},
		{"rule", func(l *line) string { return text(l.say(l.target.Rule...)) }},
		amountColumn(quantity.Metres),
		{"optional", func(l *line) string { return strconv.FormatBool(l.session.Optional) }},
		{"per_day", func(l *line) string { return number(l.session.PerDay) }},
		{"group", func(l *line) string { return text(l.target.Row.Group) }},
		{"or", func(l *line) string { return text(l.target.Row.Or.ID) }},
		{"amounts", func(l *line) string { return join(l.target.Sets, Set.amounts) }},
		{"total", func(l *line) string { return number(l.target.Volume()) }},
		{"loads", func(l *line) string { return l.loads(l.target.Sets) }},
		{"load_kind", func(l *line) string { return string(l.target.loadKind()) }},
		{"hands", func(l *line) string { return positive(l.target.Exercise.Hands) }},
		{"tempo", func(l *line) string { return tempo(l.target.Row.Tempo) }},
		{"warm_up", func(l *line) string { return join(l.target.WarmUp, Set.amounts) }},
		{"warm_up_loads", func(l *line) string { return l.loads(l.target.WarmUp) }},
		{"rest_from_seconds", func(l *line) string { return positive(l.target.Row.RestFrom) }},
		{"rest_after_seconds", func(l *line) string { return positive(l.target.Row.RestAfter) }},
		{"every_seconds", func(l *line) string { return positive(l.target.Row.Every) }},
		{"for_seconds", func(l *line) string { return positive(l.target.Row.For) }},
	}
}

// amountColumn is the column of a unit: how many of it each set has, nothing where the sets differ, and 0 where they are not counted in it.
func amountColumn(unit quantity.AmountUnit) column {
	return column{string(unit), func(l *line) string {
		for _, s := range l.target.Sets {
			if l.target.AmountIn(unit) > s.Amount {
				return ""
			}
		}
		return strconv.Itoa(l.target.AmountIn(unit))
	}}
}

// CSV returns the programme for spreadsheets: UTF-8 behind a byte order mark, lines that end in CRLF, one row per week, session and
// exercise. The load is a number beside its unit, the author's. It is empty where there is none, where the runner chooses it, and where
// that of a set differs from that of another. What each set has stands in amounts and loads, "12 | 10 | 8": spreadsheets take 12/10/8 for
// a day. The total is all amounts of a visit together. The date is empty where nobody knows when the plan begins.
//
// Say gives the rules their words. The decimal sign is that of the readers' language. A spreadsheet that expects a comma there takes 7.5 for a text or for the
// seventh of May, and reads a whole line into its first cell unless semicolons stand between the cells.
func (p *Programme) CSV(decimal string, say Say) []byte {
	b := bytes.NewBufferString(byteOrderMark)
	w := csv.NewWriter(b)
	w.UseCRLF = true
	if decimal == decimalComma {
		w.Comma = ';'
	}
	columns := columns()
	head := make([]string, len(columns))
	for i, c := range columns {
		head[i] = c.name
	}
	rows := [][]string{head}
	for i := range p.Weeks {
		week := &p.Weeks[i]
		for j := range week.Sessions {
			session := &week.Sessions[j]
			for k := range session.Targets {
				l := &line{p, week, session, &session.Targets[k], decimal, say}
				rows = append(rows, l.record(columns))
			}
		}
	}
	_ = w.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

func (l *line) record(columns []column) []string {
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.cell(l)
	}
	return record
}

// load returns the load of each set, as a number and its unit. The number is empty where there is none and where the sets differ.
func (l *line) load() (number, unit string) {
	load := l.target.Sets[0].Load
	for _, s := range l.target.Sets {
		if s.Load.Unit != load.Unit {
			return "", ""
		}
		if s.Load != load {
			return "", string(load.Unit)
		}
	}
	return l.number(load), string(load.Unit)
}

// number writes a load without its unit. A level has none.
func (l *line) number(load quantity.Load) string {
	if load.Unit == quantity.Level {
		return ""
	}
	number, _, _ := strings.Cut(load.String(), " ")
	if l.decimal == decimalComma {
		return strings.Replace(number, ".", decimalComma, 1)
	}
	return number
}

// loads writes the load of each set: a number, the name of a level, a percentage of what nobody knows, RM, or a question mark where the
// runner chooses it.
func (l *line) loads(sets []Set) string {
	if !l.target.Loaded {
		return ""
	}
	return text(join(sets, func(s Set) string {
		switch {
		case s.Load.Unit == quantity.Level:
			return s.Load.Name
		case !s.Load.IsZero():
			return l.number(s.Load)
		case s.RM:
			return "RM"
		case s.Share > 0:
			return l.percent(s.Share)
		case l.target.Row.BodyShare > 0:
			return l.percent(l.target.Row.BodyShare)
		}
		return "?"
	}))
}

// percent writes thousandths: "85 %".
func (l *line) percent(thousandths int) string {
	return l.number(quantity.Load{Thousandths: 100 * thousandths, Unit: quantity.Kilogram}) + " %"
}

// amounts writes what a set asks for: "8", "8–10", "5+".
func (s Set) amounts() string {
	text := strconv.Itoa(s.Amount)
	if s.Top > s.Amount {
		text += fmt.Sprintf("–%d", s.Top)
	}
	if s.Open {
		text += "+"
	}
	return text
}

// tempo writes a tempo, "3–0–3". With hyphens it would be a day.
func tempo(t quantity.Tempo) string {
	if t == (quantity.Tempo{}) {
		return ""
	}
	return fmt.Sprintf("%d–%d–%d", t.Down, t.Hold, t.Up)
}

func join(sets []Set, write func(Set) string) string {
	texts := make([]string, len(sets))
	for i, s := range sets {
		texts[i] = write(s)
	}
	return strings.Join(texts, " | ")
}

// positive writes a number that is left out where it was not said.
func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// date returns the day of a session, "2026-01-06", or nothing where it is not known.
func (p *Programme) date(w *Week, s *Session) string { return p.dateOf(w, s.Day) }

// dateOf returns the date of a day of a week, nothing where nobody knows it.
func (p *Programme) dateOf(w *Week, day training.Weekday) string {
	monday := p.Plan.Monday()
	if monday.IsZero() {
		return ""
	}
	return monday.AddDate(0, 0, 7*(w.Number-1)+int(day)).Format(time.DateOnly)
}

// text keeps a spreadsheet from taking a text for a formula: behind an apostrophe it stays a text. The wide signs are those of East
// Asian keyboards.
func text(s string) string {
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0")); strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
		return "'" + s
	}
	return s
}
