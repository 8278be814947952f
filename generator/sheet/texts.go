package sheet

import "strings"

// bit is a piece of text in one weight.
type bit struct {
	text string
	bold bool
}

// mixed returns how many lines a text of both weights takes.
func (f fonts) mixed(bits []bit, points, width float64) int {
	const boldIsWider = 1.08 // on average, where a text has a little of it
	text, bold, all := "", 0, 0
	for _, b := range bits {
		text += b.text + " "
		all += len(b.text)
		if b.bold {
			bold += len(b.text)
		}
	}
	wider := 1 + (boldIsWider-1)*float64(bold)/float64(max(all, 1))
	return f.regular.lines(text, points*wider, width, 0)
}

// ruleTexts returns the two columns at the foot: what to do next time, and when to stop.
func (t *typesetter) ruleTexts(p *Page) (left, right []bit) {
	left = append(left, bit{strings.Join(p.Legends(), " "), false})
	for _, r := range p.Rules {
		left = append(left, bit{r.Names + ":", true}, bit{t.fonts.regular.wider(r.Text, r.Other), false})
	}
	right = []bit{{t.Words.Sentences(t.Programme.Stop) + " " + t.Words.Say("new-pain"), true}, {t.Pain, false}}
	return left, right
}

// Legends returns what is said of what is written where: nothing where there is much to print, for the log names what it asks.
func (p *Page) Legends() []string {
	if p.Tight && !p.Tally {
		return nil
	}
	return p.Legend
}

// stockText returns the line of weights about as wide as it is: the numbers stand apart by about a letter.
func (t *typesetter) stockText(weights []Weights) string {
	text := t.Words.Say("circle-weights")
	for _, w := range weights {
		text += " nn" + t.Words.Say("equipment-"+w.Equipment) + w.Exercise + " " + strings.ReplaceAll(w.Loads, " ", "s ")
	}
	return text
}

// footText returns the last line.
func (t *typesetter) footText() string {
	parts := []string{t.Address, t.contentDate(), t.License, t.Words.Say("not-medical-advice"), t.Words.Say("sheet-of", "n", 99, "of", 99)}
	return strings.Join(parts, " · ")
}

func (t *typesetter) contentDate() string {
	updated := t.Programme.Plan.Updated
	if updated.IsZero() {
		return ""
	}
	date, _ := t.Words.Date(updated)
	return t.Words.Say("content-of", "date", date)
}
