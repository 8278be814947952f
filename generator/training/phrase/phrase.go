// Package phrase holds sentences as data, so that what computes a programme needs no language.
//
// A [Phrase] is a code and the values that belong into the sentence; package words has the sentences of every language. Nothing here
// is changed after it was made.
package phrase

import (
	"slices"

	"github.com/legpress/legpress/generator/training/quantity"
)

// Phrase is a sentence, or a part of one. The zero Phrase says nothing.
type Phrase struct {
	Code   string // the name of the sentence among the words of a language
	Values []Value
}

// Value is what stands in a sentence in the place of {name}. What it is has one of these types:
//
//	int                    a number that is written as it is
//	Count                  a number that the form of the sentence depends on
//	Amount                 repetitions, seconds and the like
//	quantity.Load          a load
//	Step                   a load by which another one grows
//	quantity.Prescription  what is done of an exercise
//	*training.Exercise     an exercise, which is called by its name
//	training.Weekday       a day of the week
//	Phrase                 a sentence within the sentence
type Value struct {
	Name string
	Is   any
}

// Count is a number of things. The sentence has a form for one of them and a form for many.
type Count int

// Amount is how much is done in a set.
type Amount struct {
	N    int
	Unit quantity.AmountUnit
}

// Step is a load by which another one grows. Another unit has other steps: on one rack they are 2 kg, on another one 5 lb.
type Step quantity.Load

// New returns a phrase; pairs are names and values.
func New(code string, pairs ...any) Phrase {
	p := Phrase{Code: code}
	if len(pairs) > 0 {
		p.Values = make([]Value, 0, len(pairs)/2)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.Values = append(p.Values, Value{pairs[i].(string), pairs[i+1]})
	}
	return p
}

// Counted returns a phrase about n things: n is its value of that name.
func Counted(code string, n int, pairs ...any) Phrase {
	return New(code, append(pairs, "n", Count(n))...)
}

// Word returns the name of the phrase's word: of one about a number of things that for one of them, or that for many.
func (p Phrase) Word() string {
	for _, v := range p.Values {
		if n, ok := v.Is.(Count); ok {
			return n.Form(p.Code)
		}
	}
	return p.Code
}

// Form returns the name of the word for a number of things: NAME-one or NAME-many.
func (c Count) Form(name string) string {
	if c == 1 {
		return name + "-one"
	}
	return name + "-many"
}

// In returns the phrase with its loads in a unit, as [quantity.Load.In] and [quantity.Load.StepIn] give them.
func (p Phrase) In(unit quantity.Unit) Phrase {
	values := make([]Value, len(p.Values))
	for i, v := range p.Values {
		switch is := v.Is.(type) {
		case quantity.Load:
			v.Is = is.In(unit)
		case Step:
			v.Is = Step(quantity.Load(is).StepIn(unit))
		case Phrase:
			v.Is = is.In(unit)
		}
		values[i] = v
	}
	p.Values = values
	return p
}

// IsZero reports whether the phrase says nothing.
func (p Phrase) IsZero() bool { return p.Code == "" }

// List returns the phrases that say something, in their order.
func List(phrases ...Phrase) []Phrase {
	if !slices.ContainsFunc(phrases, Phrase.IsZero) { // as a rule
		return phrases
	}
	var list []Phrase
	for _, p := range phrases {
		if !p.IsZero() {
			list = append(list, p)
		}
	}
	return list
}
