package words

import (
	"fmt"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// LoadOf writes the load of an exercise as a runner takes it: "20 kg", "2 × 16 kg" with two in the hands, "30 kg help", "yellow";
// nothing where there is none.
func (w *Words) LoadOf(e *training.Exercise, l quantity.Load) string {
	return w.taken(e, l, l.String())
}

// BothOf writes the same with the other unit in brackets: "2 × 16 kg (35 lb)". Nothing is nothing in both.
func (w *Words) BothOf(e *training.Exercise, l quantity.Load) string {
	if l.Thousandths == 0 {
		return w.LoadOf(e, l)
	}
	return w.taken(e, l, l.Both())
}

func (w *Words) taken(e *training.Exercise, l quantity.Load, written string) string {
	if e.Hands > 1 && !l.IsZero() && l.Unit != quantity.Level {
		written = fmt.Sprintf("%d × %s", e.Hands, written)
	}
	text := w.Figures(w.Number(written))
	if e.Load == training.LoadAssistance && text != "" {
		return w.Say("help", "load", text)
	}
	return text
}

// BodyShare writes a load that is a share of the body's mass, in thousandths: "30 % of body mass".
func (w *Words) BodyShare(thousandths int) string {
	return w.Say("body-share", "share", w.Share(thousandths))
}
