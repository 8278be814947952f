package follow

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

type (
	liftData struct {
		Rungs []rungData `json:"rungs"`
		Rules []int      `json:"rules"` // by state: places in the rules of the programme; the last one holds for all states behind it
		Paper []int      `json:"paper"` // the same, in words that hold wherever the runner stands
		Start []int      `json:"start"` // likewise: places in the starts of the programme
		Exist bool       `json:"exist,omitempty"`
		Moves bool       `json:"moves,omitempty"`
		Keeps bool       `json:"keeps,omitempty"`
		Share int        `json:"share,omitempty"`
		Wave  int        `json:"wave,omitempty"` // how many weeks it has
	}
	rungData struct {
		Do      string `json:"do"`
		Steps   bool   `json:"steps,omitempty"`
		Climbed *int   `json:"climbed,omitempty"` // likewise
	}
)

// text is a sentence in the programme's unit and in the other one. Where they do not differ it is written as one.
type text struct{ here, other string }

// MarshalJSON writes the text.
func (t text) MarshalJSON() ([]byte, error) {
	if t.here == t.other {
		return unescaped(t.here)
	}
	return unescaped([]string{t.here, t.other})
}

// unescaped writes a value as JSON that is not meant for HTML.
func unescaped(v any) ([]byte, error) {
	var b writeBuffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b, err
}

// writeBuffer is what was written.
type writeBuffer []byte

func (b *writeBuffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// text returns the place of sentences among the texts.
func (w *writer) text(phrases ...phrase.Phrase) int {
	return w.placeOf(text{w.in(w.Programme.Unit, phrases...), w.in(w.Programme.Unit.Other(), phrases...)})
}

// in writes sentences with their loads in a unit.
func (w *writer) in(unit quantity.Unit, phrases ...phrase.Phrase) string {
	list := make([]phrase.Phrase, len(phrases))
	for i, p := range phrases {
		list[i] = p.In(unit)
	}
	return w.sentence(list...)
}

// swap returns the places of what differs between two sentences: sentences with other numbers share it.
func (w *writer) swap(u progression.Uneven) [2]int {
	here, other := w.Programme.Unit, w.Programme.Unit.Other()
	var even, instead text
	even.here, instead.here = differing(w.in(here, u.Even), w.in(here, u.Instead))
	even.other, instead.other = differing(w.in(other, u.Even), w.in(other, u.Instead))
	return [2]int{w.placeOf(even), w.placeOf(instead)}
}

// differing returns two texts from the character before the first that differs to the one behind the last: "12 kg" has no " 2 kg".
func differing(a, b string) (x, y string) {
	p, q := []rune(a), []rune(b)
	from, behind := 0, 0
	for from < min(len(p), len(q)) && p[from] == q[from] {
		from++
	}
	for behind < min(len(p), len(q))-from && p[len(p)-1-behind] == q[len(q)-1-behind] {
		behind++
	}
	from, behind = max(from-1, 0), max(behind-1, 0)
	return string(p[from : len(p)-behind]), string(q[from : len(q)-behind])
}

// placeOf returns the place of a text among the others.
func (w *writer) placeOf(t text) int {
	i, ok := w.texts[t]
	if !ok {
		i = len(w.data.Texts)
		w.texts[t], w.data.Texts = i, append(w.data.Texts, t)
	}
	return i
}

// rule returns the place of a rule among those of the programme. One that is the same in every room has one text.
func (w *writer) rule(says [progression.Rooms][]phrase.Phrase) int {
	var places []int
	for _, phrases := range says {
		places = append(places, w.text(phrases...))
	}
	if len(slices.Compact(slices.Clone(places))) == 1 {
		places = places[:1]
	}
	return place(w.rules, &w.data.Rules, places)
}

// start returns the place of the reasons for a start among those of the programme.
func (w *writer) start(why [progression.Starts]phrase.Phrase) int {
	var places []int
	for _, p := range why {
		places = append(places, w.text(phrase.List(p)...))
	}
	return place(w.starts, &w.data.Starts, places)
}

// short leaves out what the last one of a list repeats.
func short(list []int) []int {
	for n := len(list); n > 1 && list[n-1] == list[n-2]; n-- {
		list = list[:n-1]
	}
	return list
}

// place returns where a list stands among others, behind all of them where it is new.
func place(known map[string]int, all *[][]int, list []int) int {
	key := fmt.Sprint(list)
	i, ok := known[key]
	if !ok {
		i = len(*all)
		known[key], *all = i, append(*all, list)
	}
	return i
}

// lifts writes what is said of each lift.
func (w *writer) lifts() {
	for i, said := range w.Programme.Said() {
		m := &w.Programme.Machines.Lifts[i]
		d := liftData{Exist: said.Exist, Moves: said.Moves, Keeps: said.Keeps, Share: said.Share, Wave: len(said.Row.Wave)}
		for _, state := range said.States {
			d.Rules, d.Paper, d.Start = append(d.Rules, w.rule(state.Rule)), append(d.Paper, w.rule(state.Paper)), append(d.Start, w.start(state.Start))
		}
		for _, rung := range said.Rungs {
			w.exercise(rung.Exercise)
			r := rungData{Do: w.Words.Prescription(rung.Do), Steps: rung.Do.Steps}
			if !rung.Climbed.IsZero() {
				place := w.text(rung.Climbed)
				r.Climbed = &place
			}
			d.Rungs = append(d.Rungs, r)
		}
		d.Rules, d.Paper, d.Start = short(d.Rules), short(d.Paper), short(d.Start)
		for _, u := range said.Uneven {
			if places := w.swap(u); !slices.Contains(w.data.Uneven, places) {
				w.data.Uneven = append(w.data.Uneven, places)
			}
		}
		for _, name := range said.Reasons {
			w.word(name)
		}
		w.beside(&m.Rungs[0])
		w.data.Lifts = append(w.data.Lifts, d)
	}
}

// beside notes the exercises below and above a lift.
func (w *writer) beside(r *machine.Rung) {
	w.exercise(w.Programme.Exercise(r.Easier))
	w.exercise(w.Programme.Exercise(r.Harder))
}

// word notes a word of the language that the script needs, where there is one.
func (w *writer) word(name string) {
	if text := w.Words.Text(name); text != "" {
		w.data.Words[name] = text
	}
}
