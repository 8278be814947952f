// Package nfc composes letters: what some systems store as "u" with two dots behind it becomes the one letter "ü" (Unicode's normal form C).
//
// In goes a text as it was typed, out comes the same text composed, and where each of its bytes was typed. A name and a reference to it
// may have been typed on two systems: they are compared as they come out of here.
package nfc

import (
	"slices"

	"golang.org/x/text/unicode/norm"
)

// String returns a text composed.
func String(s string) string { return norm.NFC.String(s) }

// Text is a text that was composed, as far as it was not before.
type Text struct {
	Bytes []byte // not to be changed: they may be those that were typed
	steps []step // in order; none where nothing had to be composed
}

// step is a place behind which the composed text is shorter than the typed one, or longer, by another number of bytes than before.
type step struct{ composed, typed int }

// Compose composes a text.
func Compose(typed []byte) Text {
	if norm.NFC.IsNormal(typed) {
		return Text{Bytes: typed}
	}
	t := Text{Bytes: make([]byte, 0, len(typed))}
	var segments norm.Iter
	segments.Init(norm.NFC, typed)
	for !segments.Done() {
		t.step(segments.Pos())
		t.Bytes = append(t.Bytes, segments.Next()...)
	}
	t.step(len(typed))
	return t
}

// step notes where what comes next was typed, unless that follows from what was noted before.
func (t *Text) step(typed int) {
	if at := len(t.Bytes); t.Typed(at) != typed {
		t.steps = append(t.steps, step{at, typed})
	}
}

// Typed returns where the byte at an offset of the composed text was typed. What was composed is one thing: where it begins is what is
// known of it.
func (t Text) Typed(offset int) int {
	i, found := slices.BinarySearchFunc(t.steps, offset, func(s step, offset int) int { return s.composed - offset })
	if !found {
		i--
	}
	if i < 0 {
		return offset
	}
	return t.steps[i].typed + offset - t.steps[i].composed
}
