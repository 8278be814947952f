package search

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// writer writes JSON, with the strings as encoding/json has them.
type writer struct {
	out    []byte
	failed error
}

func (w *writer) raw(s string) { w.out = append(w.out, s...) }

func (w *writer) number(n int) { w.out = strconv.AppendInt(w.out, int64(n), 10) }

// id writes the name of a member that is a number.
func (w *writer) id(n int) {
	w.raw(`"`)
	w.number(n)
	w.raw(`":`)
}

func (w *writer) value(v any) {
	data, err := json.Marshal(v)
	if err != nil && w.failed == nil {
		w.failed = fmt.Errorf("writing the search index: %w", err)
	}
	w.out = append(w.out, data...)
}

// list writes n things with commas between them and brackets around.
func (w *writer) list(open string, n int, end string, one func(i int)) {
	w.raw(open)
	for i := range n {
		if i > 0 {
			w.raw(",")
		}
		one(i)
	}
	w.raw(end)
}

// json writes the index as the library reads it.
func (x *index) json() ([]byte, error) {
	w := &writer{}
	n := len(x.docs)
	w.raw(`{"documentCount":`)
	w.number(n)
	w.raw(`,"nextId":`)
	w.number(n)
	w.list(`,"documentIds":{`, n, "}", func(i int) { w.id(i); w.number(i) })
	names := Fields()
	w.list(`,"fieldIds":{`, len(names), "}", func(i int) { w.value(names[i]); w.raw(":"); w.number(i) })
	w.list(`,"fieldLength":{`, n, "}", func(i int) {
		w.id(i)
		w.list("[", len(names), "]", func(field int) { w.number(x.lengths[i][field]) })
	})
	w.raw(`,"averageFieldLength":`)
	w.value(x.average)
	w.list(`,"storedFields":{`, n, "}", func(i int) { w.id(i); w.stored(&x.docs[i]) })
	words := slices.Sorted(maps.Keys(x.words))
	w.list(`,"dirtCount":0,"index":[`, len(words), "]", func(i int) { w.word(words[i], x.words[words[i]]) })
	w.raw(`,"serializationVersion":2}`)
	return w.out, w.failed
}

// stored writes what a result shows.
func (w *writer) stored(d *Doc) {
	w.value(struct {
		URL     string `json:"url"`
		Kind    string `json:"kind"`
		Title   string `json:"title"`
		Summary string `json:"summary,omitempty"`
	}{d.URL, d.Kind, d.Title, d.Summary})
}

// word writes a word with how often it stands in which documents, by field.
func (w *writer) word(word string, at *postings) {
	w.raw("[")
	w.value(word)
	w.raw(",{")
	first := true
	for field, list := range at {
		if len(list) == 0 {
			continue
		}
		if !first {
			w.raw(",")
		}
		first = false
		w.id(field)
		w.list("{", len(list), "}", func(i int) { w.id(list[i].doc); w.number(list[i].count) })
	}
	w.raw("}]")
}
