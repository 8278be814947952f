package training

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// equipmentLoads returns the loads that there are of a piece of equipment. It is not ok where none of those that were typed can be used.
func (r *reader) equipmentLoads(t *tomlfile.Table, name string) (loads []quantity.Load, ok bool) {
	if bar := t.Table(name); bar != nil {
		loads = r.barLoads(bar)
		return loads, len(loads) > 0
	}
	if len(t.Texts(name)) == 0 {
		return nil, true
	}
	loads = r.loads(t, name)
	return loads, len(loads) > 0
}

// loads reads a list: weights in one unit, which come out ascending and each of them once, or the names of levels from easy to hard.
func (r *reader) loads(t *tomlfile.Table, key string) []quantity.Load {
	texts := t.Texts(key)
	if t.Has(key) && len(texts) == 0 {
		r.add(t.ValuePos(key), "empty-value", fmt.Sprintf("there is no weight in %q.", key), `Write it like ["4 kg", "6 kg", "8 kg"], or leave the line out.`)
	}
	if len(texts) > 0 && quantity.IsLevel(texts[0].Value) {
		return r.levels(texts)
	}
	read := quantity.ParseLoad
	if key == "weights" || EquipmentOf(key).Helps == Yes {
		read = quantity.ParseAssistance
	}
	var loads []quantity.Load
	for _, w := range r.oneUnit(texts, "", read) {
		loads = append(loads, w.Load)
	}
	slices.SortFunc(loads, quantity.Load.Compare)
	return slices.Compact(loads)
}

// rowWeights reads the weights of a row, and notes whether some of them could not be read.
func (r *reader) rowWeights(t *tomlfile.Table) []quantity.Load {
	before := len(r.problems)
	loads := r.loads(t, "weights")
	r.unreadLoads = r.unreadLoads || len(r.problems) > before
	return loads
}

// levels reads the names of levels.
func (r *reader) levels(texts []tomlfile.Text) []quantity.Load {
	var levels []quantity.Load
	for _, text := range texts {
		if !quantity.IsLevel(text.Value) {
			r.mixed(text, fmt.Sprintf("%q is no name, but the list begins with the name %q.", text.Value, texts[0].Value))
			continue
		}
		level, ok := parse(r, "level", text, func(s string) (quantity.Load, error) { return quantity.ParseLevel(s, len(levels)+1) })
		twice := slices.ContainsFunc(levels, func(l quantity.Load) bool { return strings.EqualFold(l.Name, level.Name) })
		switch {
		case twice:
			r.add(text.Pos, "listed-twice", fmt.Sprintf("%q is listed twice.", text.Value), "Give each level a name of its own, or remove one of them.")
		case ok:
			levels = append(levels, level)
		}
	}
	return levels
}

// mixed reports a text that is not of the kind of its list.
func (r *reader) mixed(text tomlfile.Text, message string) {
	r.add(text.Pos, "mixed-weights", message, `Write weights only, ["4 kg", "6 kg"], or names only, from easy to hard: ["yellow", "red"].`)
}

// weight is a weight with the place at which it was written.
type weight struct {
	quantity.Load
	pos diag.Position
}

// oneUnit reads weights that must be in one unit: that of the bar, if they go on one, or else that of the first.
func (r *reader) oneUnit(texts []tomlfile.Text, bar quantity.Unit, read func(string) (quantity.Load, error)) []weight {
	var weights []weight
	unit, because := bar, "the bar is in"
	bare := 0
	for _, text := range texts {
		if isBare(text.Value) {
			bare++
		}
	}
	if bar == "" && bare == len(texts) {
		read = bareLoad
	}
	for _, text := range texts {
		if isBare(text.Value) {
			r.noUnit(text, bare, read)
			bare = 0
			continue
		}
		if len(weights) > 0 && bar == "" && quantity.IsLevel(text.Value) {
			r.mixed(text, fmt.Sprintf("%q is no weight, but the list begins with one.", text.Value))
			continue
		}
		l, ok := parse(r, "weight", text, read)
		if !ok {
			continue
		}
		if unit == "" {
			unit, because = l.Unit, "the list begins with"
		}
		if l.Unit != unit {
			r.add(text.Pos, "mixed-units", fmt.Sprintf("%q is in %s but %s %s.", text.Value, l.Unit, because, unit), "Use one unit.")
			continue
		}
		weights = append(weights, weight{l, text.Pos})
	}
	return weights
}

// noUnit reports the first of so many numbers of a list that lack their unit; with 0 it was reported.
func (r *reader) noUnit(text tomlfile.Text, count int, read func(string) (quantity.Load, error)) {
	if count == 0 {
		return
	}
	first := len(r.problems)
	parse(r, "weight", text, read)
	if count > 1 && len(r.problems) > first {
		p := &r.problems[first]
		p.Message = fmt.Sprintf("%s, and %d more in this list have none.", strings.TrimSuffix(p.Message, "."), count-1)
	}
}

// isBare reports whether a text is a number that only lacks its unit.
func isBare(s string) bool {
	_, err := quantity.ParseLoad(s)
	q := (*quantity.Error)(nil)
	return errors.As(err, &q) && q.NoUnit
}

// bareLoad is the error of a number in a list of nothing but numbers, which may count the pins of a machine.
func bareLoad(s string) (quantity.Load, error) {
	l, err := quantity.ParseLoad(s)
	q := (*quantity.Error)(nil)
	if errors.As(err, &q) {
		err = &quantity.Error{Message: q.Message, Hint: fmt.Sprintf("%s The number of a pin has a name: %q.", q.Hint, "pin "+strings.TrimSpace(s)), NoUnit: true}
	}
	return l, err
}
