package sheet

import (
	"math"
	"strings"
)

// aside chooses what stands beside the name of an exercise and what is done: what to do next time, on a page of few exercises; what is said
// below the name elsewhere, where white is scarce; or else as many cues as fit. The cues that have no room there stand below, all of them.
func (t *typesetter) aside(r *Row, g grid, s setting) {
	points, _ := g.text()
	left := t.titleRoom(r, g) - t.lead(r, g) - cueGap - besideSlack
	fits := func(text string) bool { return text != "" && t.fonts.regular.width(text, points) <= left }
	more, then := []string{sentences(r.Facts...), r.Note}, t.nextText(r)
	r.Aside, r.Cues, r.Below, r.upAside = Text{}, nil, false, false
	switch all := sentences(append(more, then)...); {
	case s.rules && fits(t.wider(r.up)):
		r.Aside, r.upAside = r.up, true
		if r.upIsNext && len(r.Next) == 1 {
			then = ""
		}
	case s.rules && r.upIsNext && len(r.Next) == 1:
		then, r.upAside = r.up.Here, true
	case g.tight && fits(all):
		r.Aside, more, then = Text{all, all}, nil, ""
	case g.tight && fits(then):
		r.Aside, then = Text{then, then}, ""
	case !s.rules:
		r.Cues = t.fitting(r.allCues, points, left)
	}
	r.More = sentences(append(more, then)...)
	if s.rules || s.cues && len(r.Cues) < len(r.allCues) {
		r.Cues, r.Below = r.allCues, len(r.allCues) > 0
	}
}

// besideSlack is how much wider than computed, in millimetres, browsers have set a line of a name and what stands beside it: where that has no
// room the line breaks, and what was beside the name stands over it.
const besideSlack = 1.5

// sentences joins those that say something.
func sentences(list ...string) string {
	var all []string
	for _, s := range list {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, " ")
}

// fitting returns as many cues as fit side by side.
func (t *typesetter) fitting(cues []string, points, room float64) []string {
	for i, cue := range cues {
		if room -= t.fonts.regular.width(cue, points); room < 0 {
			return cues[:i]
		}
		room -= t.fonts.regular.width(cueBlank, points)
	}
	return cues
}

// cueBlank parts cues: wider than a blank, and a line may end at it.
const cueBlank = "\u2002"

// CueText returns the cues on a line.
func (r *Row) CueText() string { return strings.Join(r.Cues, cueBlank) }

// titleRoom returns how wide the line of a name is.
func (t *typesetter) titleRoom(r *Row, g grid) float64 {
	if r.Ask == "" {
		return Width
	}
	points, _ := g.text()
	return Width - askWidth - askGap - t.fonts.regular.width(r.Ask, points) - cueGap
}

// lead returns how wide number, name and what is done are, on one line.
func (t *typesetter) lead(r *Row, g grid) float64 {
	name, _ := g.name()
	text, _ := g.text()
	return r.numberWidth() + t.fonts.bold.width(r.Name, name) + doGap + t.fonts.regular.width(r.Do, text)
}

// numberWidth returns the room for the number of an exercise.
func (r *Row) numberWidth() float64 {
	if len(r.Number) > 1 {
		return groupedWidth
	}
	return numberWidth
}

// TitleLines returns how many lines the name of an exercise and what is done take: one, but for very long ones.
func (t *typesetter) titleLines(r *Row, g grid) int {
	const ragged = 1.1 // of lines that are not filled to their end
	lead, room := t.lead(r, g), t.titleRoom(r, g)
	if lead <= room {
		return 1
	}
	return int(math.Ceil(lead * ragged / room))
}

// title lays out the name of an exercise and what belongs to it.
func (t *typesetter) title(r *Row, g grid, y float64) {
	_, nameLine := g.name()
	points, line := g.text()
	high := nameLine * float64(t.titleLines(r, g))
	if r.Ask != "" {
		high = max(high, boxHeight)
		r.AskBox = Box{Width - askWidth, y + pen + g.padding(), askWidth, boxHeight}
	}
	texts := []string{t.moreText(r)}
	if r.Below {
		texts = append(texts, r.CueText())
	}
	for _, text := range texts {
		high += line * float64(t.fonts.regular.lines(text, points, Width, 0))
	}
	if !g.tight && strings.Join(texts, "") != "" {
		high += titleBelow
	}
	r.Title = Box{0, y, Width, pen + g.padding() + high}
}

// moreText returns what stands below the name of an exercise, as wide as it is at most.
func (t *typesetter) moreText(r *Row) string {
	return sentences(t.wider(r.Maximum), t.warmUpText(r), r.More)
}

// nextText returns what follows on the exercise on its ladder.
func (t *typesetter) nextText(r *Row) string {
	if len(r.Next) == 0 {
		return ""
	}
	return t.Words.Say("then") + " " + strings.Join(r.Next, "; ") + "."
}

// warmUpText returns the line of light sets as wide as it is at most, in either unit.
func (t *typesetter) warmUpText(r *Row) string {
	var sets []string
	for _, s := range r.WarmUp {
		load := t.fonts.regular.wider(s.Load, s.Other)
		if load != "" && s.Share != "" {
			load += " (" + s.Share + ")"
		} else if load == "" {
			load = s.Share
		}
		sets = append(sets, s.Amount+" × "+load)
	}
	if len(sets) == 0 {
		return ""
	}
	return t.Words.Say("warm-up") + " " + strings.Join(sets, ", ") + "."
}
