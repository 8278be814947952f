// Package search makes the index that a reader's browser searches.
//
// In go documents, out comes the index as the JSON of the MiniSearch library (serialization version 2), which is there at once
// when the browser has read it: nothing is left to be indexed. Words are cut and folded here as the site's script does it; a test
// holds the index against one that the library makes itself.
package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// index is what the library writes of an index. It is put together here by hand: encoding/json makes maps of all numbers first.
type index struct {
	docs    []Doc
	lengths [][4]int   // of each document, the different words of its fields
	average [4]float64 // of lengths, summed up as the library does it
	words   map[string]*postings
}

// postings are the documents that a word stands in, for each field in the order of the documents.
type postings [4][]posting

type posting struct{ doc, count int }

// Index returns the index of documents, as JSON. Its ids are the places of the documents in the list.
func Index(docs []Doc) ([]byte, error) {
	x := &index{docs: docs, words: map[string]*postings{}}
	for i := range docs {
		x.add(i)
	}
	return x.json()
}

func (x *index) add(id int) {
	var lengths [4]int
	for field, text := range x.docs[id].fields() {
		counts, different := count(text)
		lengths[field] = different
		x.average[field] = (x.average[field]*float64(id) + float64(different)) / float64(id+1)
		for word, n := range counts {
			at := x.words[word]
			if at == nil {
				at = &postings{}
				x.words[word] = at
			}
			at[field] = append(at[field], posting{id, n})
		}
	}
	x.lengths = append(x.lengths, lengths)
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
		if space := separates(r); space != between {
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

// separates reports whether a letter stands between words.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r == '\n' || r == '\r' || unicode.IsPunct(r)
	}
	return unicode.In(r, unicode.Z, unicode.P)
}

// fold makes letters small and takes their accents off, so that "ubung" finds "Übung".
func fold(text string) string {
	text = strings.ToLower(text)
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}
