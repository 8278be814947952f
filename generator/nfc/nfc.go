// Package nfc composes letters: what some systems store as "u" with two dots behind it becomes the one letter "ü" (Unicode's normal form C).
//
// In goes a text as it was typed, out come the composed text and, for each of its bytes, the offset in the typed text. Names are compared
// in this form, because a name and a reference to it may have been typed on two systems.
package nfc

import (
	"slices"

	"golang.org/x/text/unicode/norm"
)

// String returns a text composed.
func String(s string) string { return norm.NFC.String(s) }

// Text is a composed text that knows the offsets of the typed one.
type Text struct {
	Bytes []byte // not to be changed: they may be those that were typed
	steps []step // in order; none where nothing had to be composed
}

// step is an offset from which on the difference between composed and typed offsets changes.
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

// step adds a step, if the typed offset of what comes next does not follow from the last one.
func (t *Text) step(typed int) {
	if at := len(t.Bytes); t.Typed(at) != typed {
		t.steps = append(t.steps, step{at, typed})
	}
}

// Typed returns the offset in the typed text of a byte of the composed text. For a byte inside a composed letter it is the offset of the
// letter.
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
