// Package search makes the index that a reader's browser searches.
//
// In go documents, out comes the index as the JSON of the MiniSearch library (serialization version 2), which is there at once
// when the browser has read it: nothing is left to be indexed. Words are cut and folded here as the site's script does it; a test
// holds the index against one that the library makes itself.
package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Doc is something that can be found.
type Doc struct {
	URL      string
	Kind     string // what it is, in the reader's language: "Exercise"
	Title    string
	Headings string
	Tags     string
	Text     string
	Summary  string // shown with the result
}

// Fields returns the names of the fields that are searched, in their order. The summary is not: it is the beginning of the text.
func Fields() []string { return []string{"title", "headings", "tags", "text"} }

func (d *Doc) fields() [4]string { return [4]string{d.Title, d.Headings, d.Tags, d.Text} }

// index is the library's form of an index.
type index struct {
	DocumentCount      int                     `json:"documentCount"`
	NextID             int                     `json:"nextId"`
	DocumentIDs        map[string]int          `json:"documentIds"`
	FieldIDs           map[string]int          `json:"fieldIds"`
	FieldLength        map[string][4]int       `json:"fieldLength"`
	AverageFieldLength [4]float64              `json:"averageFieldLength"`
	StoredFields       map[string]storedFields `json:"storedFields"`
	DirtCount          int                     `json:"dirtCount"`
	Index              []entry                 `json:"index"`
	Version            int                     `json:"serializationVersion"`
}

// storedFields is what a result shows.
type storedFields struct {
	URL     string `json:"url"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Summary string `json:"summary,omitempty"`
}

// postings are how often a word stands in which documents, by field.
type postings [4]map[int]int

// entry is a word and where it stands.
type entry struct {
	word string
	at   *postings
}

// MarshalJSON writes the entry as the pair that the library reads.
func (e entry) MarshalJSON() ([]byte, error) {
	fields := map[string]map[string]int{}
	for field, documents := range e.at {
		if len(documents) == 0 {
			continue
		}
		counts := make(map[string]int, len(documents))
		for doc, n := range documents {
			counts[strconv.Itoa(doc)] = n
		}
		fields[strconv.Itoa(field)] = counts
	}
	return json.Marshal([2]any{e.word, fields})
}

// Index returns the index of documents, as JSON. Its ids are the places of the documents in the list.
func Index(docs []Doc) ([]byte, error) {
	x := index{
		DocumentCount: len(docs), NextID: len(docs), DocumentIDs: map[string]int{}, FieldIDs: map[string]int{},
		FieldLength: map[string][4]int{}, StoredFields: map[string]storedFields{}, Index: []entry{}, Version: 2,
	}
	for i, name := range Fields() {
		x.FieldIDs[name] = i
	}
	words := map[string]*postings{}
	for i := range docs {
		x.add(i, &docs[i], words)
	}
	for _, word := range slices.Sorted(maps.Keys(words)) {
		x.Index = append(x.Index, entry{word, words[word]})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		return nil, fmt.Errorf("writing the search index: %w", err)
	}
	return b.Bytes(), nil
}

func (x *index) add(id int, d *Doc, words map[string]*postings) {
	key := strconv.Itoa(id)
	x.DocumentIDs[key] = id
	x.StoredFields[key] = storedFields{d.URL, d.Kind, d.Title, d.Summary}
	var lengths [4]int
	for field, text := range d.fields() {
		counts, different := count(text)
		lengths[field] = different
		x.AverageFieldLength[field] = (x.AverageFieldLength[field]*float64(id) + float64(different)) / float64(id+1)
		for word, n := range counts {
			if words[word] == nil {
				words[word] = &postings{}
			}
			if words[word][field] == nil {
				words[word][field] = map[int]int{}
			}
			words[word][field][id] = n
		}
	}
	x.FieldLength[key] = lengths
}

// count returns how often each folded word stands in a text, and how many words there are before they are folded. That is how
// the library counts: with an empty word before punctuation that begins a text, and behind one that ends it.
func count(text string) (counts map[string]int, different int) {
	counts, seen := map[string]int{}, map[string]bool{}
	for _, word := range cut(text) {
		seen[word] = true
		if folded := fold(word); folded != "" {
			counts[folded]++
		}
	}
	return counts, len(seen)
}

// cut cuts a text into words as the library does, between blanks and punctuation.
func cut(text string) []string {
	var words []string
	start, between := 0, false
	for i, r := range text {
		if space := r == '\n' || r == '\r' || unicode.In(r, unicode.Z, unicode.P); space != between {
			if space {
				words = append(words, text[start:i])
			}
			between = space
			start = i
		}
	}
	if between {
		return append(words, "")
	}
	return append(words, text[start:])
}

// fold makes letters small and takes their accents off, so that "ubung" finds "Übung".
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(text)))
}
