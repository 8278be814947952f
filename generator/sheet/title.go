package sheet

import (
	"math"
	"strings"
)

// cues chooses the cues of an exercise: as many as fit beside its name and what is done, or all of them below.
func (t *typesetter) cues(r *Row, g grid, s setting) {
	points, _ := g.text()
	r.Cues, r.Below, r.Then = nil, false, false
	left := t.titleRoom(r, g) - t.lead(r, g) - cueGap
	if next := t.nextText(r); g.tight && next != "" && t.fonts.regular.width(next, points) <= left {
		r.Then = true
		return
	}
	for _, cue := range r.allCues {
		left -= t.fonts.regular.width(cue, points)
		if left < 0 {
			break
		}
		r.Cues = append(r.Cues, cue)
		left -= t.fonts.regular.width("  ", points)
	}
	if s.roomy || s.cues && len(r.Cues) < len(r.allCues) {
		r.Cues, r.Below = r.allCues, len(r.allCues) > 0
	}
}

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
		r.AskBox = Box{Width - askWidth, y + bar + g.padding(), askWidth, boxHeight}
	}
	texts := []string{t.moreText(r)}
	if r.Below {
		texts = append(texts, strings.Join(r.Cues, "  "))
	}
	for _, text := range texts {
		high += line * float64(t.fonts.regular.lines(text, points, Width, 0))
	}
	r.Title = Box{0, y, Width, bar + g.padding() + high}
}

// moreText returns what stands below the name of an exercise, as wide as it is at most.
func (t *typesetter) moreText(r *Row) string {
	texts := []string{t.fonts.regular.wider(r.Maximum.Text, r.Maximum.Other), t.warmUpText(r)}
	texts = append(texts, r.Facts...)
	texts = append(texts, r.Note)
	if !r.Then {
		texts = append(texts, t.nextText(r))
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// nextText returns what follows on the exercise on its ladder.
func (t *typesetter) nextText(r *Row) string {
	if len(r.Next) == 0 {
		return ""
	}
	return t.Words.Say("then") + " " + strings.Join(r.Next, "; ") + "."
}

// More reports whether anything stands below the name of the exercise.
func (r *Row) More() bool {
	return r.Maximum.Text != "" || len(r.WarmUp) > 0 || len(r.Facts) > 0 || r.Note != "" || len(r.Next) > 0 && !r.Then
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
