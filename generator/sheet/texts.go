package sheet

import "strings"

// bit is a piece of text in one weight.
type bit struct {
	text string
	bold bool
}

// mixed returns how many lines a text of both weights takes.
func (f fonts) mixed(bits []bit, points, width float64) int {
	s := setter{lines: 1}
	for _, b := range bits {
		font := f.regular
		if b.bold {
			font = f.bold
		}
		s.set(font, b.text, points, width)
	}
	return s.count()
}

// ruleTexts returns the two columns at the foot: what to do next time, and when to stop.
func (t *typesetter) ruleTexts(p *Page) (left, right []bit) {
	left = append(left, bit{strings.Join(p.Legend, " "), false})
	for _, r := range p.Rules {
		left = append(left, bit{r.Names + ":", true})
		for _, text := range r.Texts {
			left = append(left, bit{t.wider(text), false})
		}
	}
	right = []bit{{t.Words.Sentences(t.Programme.Stop) + " " + t.Words.Say("new-pain"), true}, {t.Pain, false}}
	return left, right
}

// Apart returns what both forms of a sentence begin with, the words in each of them that depend on the unit, and what both end with.
func (text Text) Apart() (apart struct{ Before, Here, Other, After string }) {
	here, other := strings.SplitAfter(text.Here, " "), strings.SplitAfter(text.Other, " ")
	from, most := 0, min(len(here), len(other))
	for from < most && here[from] == other[from] {
		from++
	}
	end := 0
	for end < most-from && here[len(here)-1-end] == other[len(other)-1-end] {
		end++
	}
	apart.Before, apart.After = strings.Join(here[:from], ""), strings.Join(here[len(here)-end:], "")
	apart.Here, apart.Other = strings.Join(here[from:len(here)-end], ""), strings.Join(other[from:len(other)-end], "")
	return apart
}

// wider returns the one of its forms that runs wider.
func (t *typesetter) wider(text Text) string { return t.fonts.regular.wider(text.Here, text.Other) }

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
