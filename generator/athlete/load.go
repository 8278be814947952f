package athlete

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// loadError says why a text is no load of a lift, and what to write.
type loadError struct{ message, hint string }

func (e *loadError) Error() string { return e.message }

// loadOn reads a load of a rung, in thousandths of its unit: "8 kg", or of what has levels a name. A number alone is in that unit, and a
// comma may stand for the point, as spreadsheets in many languages write it.
func loadOn(p *machine.Programme, l *machine.Lift, rung int, typed string) (thousandths int, wrong *loadError) {
	r := &l.Rungs[rung]
	if r.Register < 0 {
		return 0, &loadError{fmt.Sprintf("%s is done without a load", r.Exercise), "Leave the load out."}
	}
	register := &p.Registers[r.Register]
	if quantity.Unit(register.Unit) == quantity.Level {
		return level(p, register, typed)
	}
	text := strings.ReplaceAll(strings.TrimSpace(typed), ",", ".")
	read := quantity.ParseLoad
	if register.Less {
		read = quantity.ParseAssistance
	}
	load, err := read(text)
	var said *quantity.Error
	if errors.As(err, &said) && said.NoUnit && register.Unit != "" {
		load, err = read(text + " " + register.Unit)
	}
	switch {
	case errors.As(err, &said):
		return 0, &loadError{strings.TrimSuffix(said.Message, "."), said.Hint}
	case err != nil:
		return 0, &loadError{err.Error(), ""}
	case register.Unit != "" && string(load.Unit) != register.Unit:
		return 0, &loadError{fmt.Sprintf("%s is in %s, but the weights of this lift are in %s", typed, load.Unit, register.Unit), fmt.Sprintf("Write it in %s, as it stands on the sheet.", register.Unit)}
	}
	return load.Thousandths, nil
}

// level returns the load of a level.
func level(p *machine.Programme, r *machine.Register, typed string) (int, *loadError) {
	if r.Stock < 0 {
		return 0, &loadError{"nobody knows the levels of this lift", "Leave the load out."}
	}
	stock := &p.Stocks[r.Stock]
	i := slices.IndexFunc(stock.Labels, func(label string) bool { return strings.EqualFold(label, strings.TrimSpace(typed)) })
	if i < 0 {
		return 0, &loadError{fmt.Sprintf("%q is none of the levels", typed), nearest(typed, stock.Labels)}
	}
	return stock.Weights[i], nil
}

// written writes a load as it is read: "7.5 kg", or the name of a level.
func written(p *machine.Programme, l *machine.Lift, rung, thousandths int) string {
	if l.Rungs[rung].Register < 0 {
		return ""
	}
	r := &p.Registers[l.Rungs[rung].Register]
	if quantity.Unit(r.Unit) == quantity.Level && r.Stock >= 0 {
		if i := slices.Index(p.Stocks[r.Stock].Weights, thousandths); i >= 0 {
			return p.Stocks[r.Stock].Labels[i]
		}
	}
	return plain(thousandths) + " " + r.Unit
}

// plain writes thousandths as a number without needless zeros: "7.5".
func plain(thousandths int) string {
	text := fmt.Sprintf("%d.%03d", thousandths/1000, thousandths%1000)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}
