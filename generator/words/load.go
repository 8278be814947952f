package words

import (
	"fmt"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// LoadOf writes the load of an exercise as a runner takes it: "20 kg", "2 × 16 kg" with two in the hands, "30 kg help", "yellow";
// nothing where there is none.
func (w *Words) LoadOf(e *training.Exercise, l quantity.Load) string {
	text := w.Load(l)
	if l.IsZero() || l.Unit == quantity.Level {
		return text
	}
	if e.Hands > 1 {
		text = w.Figures(w.Number(fmt.Sprintf("%d × %s", e.Hands, l)))
	}
	if e.Load == training.LoadAssistance {
		return w.Say("help", "load", text)
	}
	return text
}

// BodyShare writes a load that is a share of the body's mass, in thousandths: "30 % of body mass".
func (w *Words) BodyShare(thousandths int) string {
	return w.Say("body-share", "share", w.Share(thousandths))
}
