package quantity

import (
	"fmt"
	"slices"
	"strconv"
)

// AmountUnit is what the amount of a set is counted in. The zero AmountUnit was not said.
type AmountUnit string

const (
	Repetitions AmountUnit = "reps"
	Seconds     AmountUnit = "seconds"
	Metres      AmountUnit = "metres"
)

// amountRow is a row of the table of amounts: how they are printed, and how large they are believed to be.
type amountRow struct {
	Unit     AmountUnit
	Printed  string           // the format of an amount, as it is typed and printed
	Set      limit            // of a set
	SetText  string           // the format of a set in the message about too large a one
	Step     limit            // of a step
	StepText func(int) string // a step as it is typed and printed
	Text     func(int) string // an amount within a sentence
}

// limit is the largest number that is believed, and what is usual (house rules).
type limit struct {
	most  int
	usual string
}

// amountRows is the table of amounts. A test fails for a row that leaves something out.
var amountRows = [...]amountRow{
	{
		Unit: Repetitions, Printed: "%s",
		Set: limit{50, "5 to 15"}, SetText: "%d repetitions",
		Step: limit{20, "1 or 2"}, StepText: repText, Text: repetitionsText,
	},
	{
		Unit: Seconds, Printed: "%s s",
		Set: limit{600, "15 to 60 s"}, SetText: "a hold of %d s",
		Step: limit{120, "5 to 15 s"}, StepText: FormatDuration, Text: FormatDuration,
	},
	{
		Unit: Metres, Printed: "%s m",
		Set: limit{400, "10 to 40 m"}, SetText: "a set of %d m",
		Step: limit{50, "5 or 10 m"}, StepText: metresText, Text: metresText,
	},
}

func metresText(n int) string { return fmt.Sprintf("%d m", n) }

func repText(n int) string {
	if n == 1 {
		return "1 rep"
	}
	return fmt.Sprintf("%d reps", n)
}

func repetitionsText(n int) string {
	if n == 1 {
		return "1 repetition"
	}
	return fmt.Sprintf("%d repetitions", n)
}

// AmountUnits returns the units in which the amount of a set can be counted.
func AmountUnits() []AmountUnit {
	units := make([]AmountUnit, len(amountRows))
	for i := range amountRows {
		units[i] = amountRows[i].Unit
	}
	return units
}

// Text returns an amount as it stands in a sentence: "8 repetitions", "30 s".
func (u AmountUnit) Text(n int) string { return u.row().Text(n) }

// row returns the unit's row of the table. A unit that is not there prints bare numbers.
func (u AmountUnit) row() amountRow {
	i := slices.IndexFunc(amountRows[:], func(r amountRow) bool { return r.Unit == u })
	if i < 0 {
		return amountRow{Printed: "%s", StepText: strconv.Itoa, Text: strconv.Itoa}
	}
	return amountRows[i]
}

// Most returns the largest amount of a set that is believed.
func (u AmountUnit) Most() int { return u.row().Set.most }
