package words

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/training/quantity"
)

// Prescription writes what is asked for: "3 × 8–12 each side", "12, 10, 8", "1 × 5, 3 × 8 at 85 %".
func (w *Words) Prescription(do quantity.Prescription) string {
	if do.IsZero() {
		return ""
	}
	var texts []string
	for _, part := range written(do.Parts) {
		texts = append(texts, w.part(part, do.Unit, len(do.Parts) > 1 && isList(do.Parts)))
	}
	text := strings.Join(texts, ", ")
	if do.Steps {
		text = w.Say("steps", "n", text)
	}
	if do.PerSide {
		text += " " + w.text["each-side"]
	}
	return text
}

// isList reports whether parts are written set by set, "12, 10, 10, 8": where they have few sets each, and the same load.
func isList(parts []quantity.Part) bool {
	for _, p := range parts {
		if p.Sets > 2 || p.Sets == 2 && (p.Share > 0 || !p.Load.IsZero()) {
			return false
		}
	}
	return true
}

// written returns parts as they are written: those of a list have a set each.
func written(parts []quantity.Part) []quantity.Part {
	if len(parts) == 1 || !isList(parts) {
		return parts
	}
	var sets []quantity.Part
	for _, p := range parts {
		for i := range p.Sets {
			set := p
			set.Sets, set.Open = 1, p.Open && i == p.Sets-1
			sets = append(sets, set)
		}
	}
	return sets
}

// part writes some sets that are alike: "3 × 8–12", "5 at 65 %"; in a list the single set goes without its number.
func (w *Words) part(p quantity.Part, unit quantity.AmountUnit, listed bool) string {
	text := w.Span(p, unit)
	if !listed {
		text = fmt.Sprintf("%d × %s", p.Sets, text)
	}
	if p.RM {
		text = w.Say("rm", "n", text)
	}
	switch {
	case p.Share > 0:
		return w.Say("at-share", "sets", text, "share", w.Share(p.Share))
	case !p.Load.IsZero():
		return w.Say("at-load", "sets", text, "load", p.Load)
	case p.RM:
		return text
	}
	return w.Figures(text)
}

// Span writes the amount of a set of a part: "8–12", "30 s", "5+" where the last set is open.
func (w *Words) Span(p quantity.Part, unit quantity.AmountUnit) string {
	text := fmt.Sprint(p.Low)
	if p.High > p.Low {
		text = fmt.Sprintf("%d–%d", p.Low, p.High)
	}
	if p.Open {
		text += "+"
	}
	if unit == quantity.Repetitions || unit == "" {
		return text
	}
	return strings.ReplaceAll(w.text[string(unit)], "{n}", text)
}

// Share writes a share in thousandths: "85 %", "67.5 %".
func (w *Words) Share(thousandths int) string {
	text := fmt.Sprint(thousandths / 10)
	if rest := thousandths % 10; rest > 0 {
		text += fmt.Sprint(".", rest)
	}
	return w.Number(text) + " %"
}

// Rest writes a pause in seconds, of at least so many where it is a range: "60–90 s", "2–3 min", "2 min".
func (w *Words) Rest(from, to int) string {
	switch {
	case from <= 0 || from == to:
		return w.Duration(to)
	case from%60 == 0 && to%60 == 0:
		return w.Figures(fmt.Sprintf("%d–%d min", from/60, to/60))
	case to <= 180:
		return w.Figures(fmt.Sprintf("%d–%d s", from, to))
	}
	return w.Figures(quantity.FormatDuration(from) + " – " + quantity.FormatDuration(to))
}

// Tempo writes the seconds down, held and up of a repetition, "3-0-3", and nothing where they are not said.
func (w *Words) Tempo(t quantity.Tempo) string {
	if t == (quantity.Tempo{}) {
		return ""
	}
	return w.Figures(fmt.Sprintf("%d-%d-%d", t.Down, t.Hold, t.Up))
}
