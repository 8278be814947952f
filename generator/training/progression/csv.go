package progression

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// byteOrderMark tells spreadsheets that a text is UTF-8. Without it they take "×" for two other letters.
const byteOrderMark = "\ufeff"

// columns are the names of the columns of [Programme.CSV], the same in every language, so that what a coach builds on one plan works with
// the next. Each unit in which sets are counted has a column.
func columns() []string {
	list := []string{"week", "date", "phase", "easy", "taper", "session", "day", "exercise", "name", "rung", "sets"}
	for _, unit := range quantity.AmountUnits() {
		list = append(list, string(unit))
	}
	return append(list, "per_side", "load", "unit", "load_steps", "rest_seconds", "minutes_low", "minutes_high", "rule")
}

// decimalComma is the decimal sign where spreadsheets take semicolons, and not commas, for the ends of cells.
const decimalComma = ","

// CSV returns the programme for spreadsheets: UTF-8 behind a byte order mark, lines that end in CRLF, one row per week, session and
// exercise. The load is a number beside its unit, the author's, and both are empty where there is none or the runner chooses it. The
// date is empty where nobody knows when the plan begins.
//
// Say gives the rules their words. The decimal sign is that of the readers' language. A spreadsheet that expects a comma there takes 7.5 for a text or for the
// seventh of May, and reads a whole line into its first cell unless semicolons stand between the cells.
func (p *Programme) CSV(decimal string, say func(...phrase.Phrase) string) []byte {
	b := bytes.NewBufferString(byteOrderMark)
	w := csv.NewWriter(b)
	w.UseCRLF = true
	if decimal == decimalComma {
		w.Comma = ';'
	}
	rows := [][]string{columns()}
	for i := range p.Weeks {
		week := &p.Weeks[i]
		for j := range week.Sessions {
			session := &week.Sessions[j]
			for k := range session.Targets {
				rows = append(rows, p.record(week, session, &session.Targets[k], decimal, say(session.Targets[k].Rule...)))
			}
		}
	}
	_ = w.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

func (p *Programme) record(w *Week, s *Session, t *Target, decimal, rule string) []string {
	load, unit, _ := strings.Cut(t.Load.String(), " ")
	if decimal == decimalComma {
		load = strings.Replace(load, ".", decimalComma, 1)
	}
	number := strconv.Itoa
	record := []string{
		number(w.Number), p.date(w, s), text(w.Phase), strconv.FormatBool(w.Easy), strconv.FormatBool(w.Taper), text(s.Name), s.Day.String(),
		text(t.Exercise.ID), text(t.Exercise.Name), number(t.Rung), number(t.Count()),
	}
	for _, unit := range quantity.AmountUnits() {
		record = append(record, number(t.AmountIn(unit)))
	}
	return append(record, strconv.FormatBool(t.PerSide),
		load, unit, number(t.Steps), number(t.Rest), number(s.Minutes[0]), number(s.Minutes[1]), text(rule))
}

// date returns the day of a session, "2026-01-06", or nothing where it is not known.
func (p *Programme) date(w *Week, s *Session) string {
	monday := p.Plan.Monday()
	if monday.IsZero() {
		return ""
	}
	return monday.AddDate(0, 0, 7*(w.Number-1)+int(s.Day)).Format(time.DateOnly)
}

// text keeps a spreadsheet from taking a text for a formula: behind an apostrophe it stays a text. The wide signs are those of East
// Asian keyboards.
func text(s string) string {
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0")); strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
		return "'" + s
	}
	return s
}
