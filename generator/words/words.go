// Package words writes what a website says in its language: the fixed words of its pages, the sentences about programmes and rules,
// numbers, loads and dates.
//
// In go the files words/LANGUAGE.toml, those of the theme and over them an author's in templates/; out comes a [Words] of one
// language, with what is wrong with the author's files. What a language lacks it says in English. What is only for authors, messages
// and explanations, stands in English beside the code that says it, and not here.
package words

import (
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Words are the words of one language. They are not changed after [Read] returns them. The zero Words has none: all texts are empty.
type Words struct {
	fromRight bool // the language is written from the right
	text      map[string]string
}

// Text returns a word as it stands in the file, or nothing where there is none.
func (w *Words) Text(name string) string { return w.text[name] }

// Fill returns a word with its {names} filled in from pairs of names and values. It is an error if there is no such word.
func (w *Words) Fill(name string, pairs ...any) (string, error) {
	text, ok := w.text[name]
	if !ok {
		return "", fmt.Errorf("there is no word %q in templates/words", name)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%v}", pairs[i]), w.value(pairs[i+1]))
	}
	return text, nil
}

// Say is Fill where nobody can do anything about a word that is missing: it is left out.
func (w *Words) Say(name string, pairs ...any) string {
	text, _ := w.Fill(name, pairs...)
	return text
}

// Label returns a name with the colon behind it, as it stands before what it names.
func (w *Words) Label(name string) string { return strings.ReplaceAll(w.text["label"], "{name}", name) }

// Count returns the word for a number of things: NAME-one or NAME-many, with {n} filled in.
func (w *Words) Count(name string, n int) (string, error) {
	return w.Fill(phrase.Count(n).Form(name), "n", n)
}

// Sentences returns the sentences of phrases, one behind the other. Those for which the language has no word are left out.
func (w *Words) Sentences(phrases ...phrase.Phrase) string {
	var texts []string
	for _, p := range phrases {
		if text := w.sentence(p); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " ")
}

// sentence returns the sentence of a phrase, or nothing where the language has none: the words of the theme have them all, which a test
// holds.
func (w *Words) sentence(p phrase.Phrase) string {
	pairs := make([]any, 0, 2*len(p.Values))
	for _, v := range p.Values {
		pairs = append(pairs, v.Name, v.Is)
	}
	return w.Say(p.Word(), pairs...)
}

// value writes what is filled into a word.
func (w *Words) value(v any) string {
	switch v := v.(type) {
	case quantity.Load:
		return w.Load(v)
	case phrase.Step:
		return w.Load(quantity.Load(v))
	case string:
		return w.apart(v)
	case phrase.Phrase:
		return w.apart(w.sentence(v))
	case phrase.Amount:
		return w.apart(w.amount(v))
	case quantity.Prescription:
		return w.apart(w.Prescription(v))
	case training.Weekday:
		return w.apart(w.text["day-"+v.String()])
	case *training.Exercise:
		return w.apart(v.Name)
	}
	return fmt.Sprint(v)
}

// amount writes repetitions as "12" and seconds as "30 s".
func (w *Words) amount(a phrase.Amount) string {
	if a.Unit == quantity.Repetitions {
		return fmt.Sprint(a.N)
	}
	return w.Say(string(a.Unit), "n", a.N)
}

// Rule returns what holds in a plan that keeps a training rule, a sentence, and why it is a rule.
func (w *Words) Rule(id string) (title, why string) {
	return w.text["rule-"+id], w.text["rule-"+id+"-why"]
}

// Reading returns the words that reading a text adds to it.
func (w *Words) Reading() markdown.Words {
	return markdown.Words{
		Footnotes: w.text["text-footnotes"], Footnote: w.text["text-footnote"], Back: w.text["text-back"], Source: w.text["text-source"],
		Table: w.text["text-table"], Done: w.text["text-done"], Open: w.text["text-open"],
		Video: w.text["text-video"],
		Note:  w.text["text-note"], Tip: w.text["text-tip"], Important: w.text["text-important"], Warning: w.text["text-warning"], Caution: w.text["text-caution"],
	}
}

// Load writes a load as the language writes numbers: "2,5 kg". Data for programs keep the point.
func (w *Words) Load(l quantity.Load) string {
	if l.IsLevel() {
		return l.Name
	}
	return w.Figures(w.Number(l.String()))
}

// Both writes a load as it was written, and in the other unit: "2,5 kg (5,5 lb)". A level has a name of its own, in which nothing changes.
func (w *Words) Both(l quantity.Load) string {
	if l.IsLevel() {
		return l.Name
	}
	return w.Figures(w.Number(l.Both()))
}

// Duration writes a time in seconds: "90 s", "2 min".
func (w *Words) Duration(seconds int) string { return w.Figures(quantity.FormatDuration(seconds)) }

// Number gives the numbers of a text the language's decimal sign.
func (w *Words) Number(text string) string { return strings.ReplaceAll(text, ".", w.text["decimal"]) }

// Minutes writes a range of minutes, which may be a single number.
func (w *Words) Minutes(m [2]int) (string, error) {
	if m[0] == m[1] {
		return w.Fill("minutes", "n", m[0])
	}
	return w.Fill("minutes", "n", fmt.Sprintf("%d–%d", m[0], m[1]))
}

// Date writes a day in the language's order.
func (w *Words) Date(t time.Time) (string, error) {
	month, err := w.Fill("month-" + t.Format("01"))
	if err != nil {
		return "", err
	}
	name := "date"
	if t.Day() == 1 {
		name = "date-first"
	}
	return w.Fill(name, "day", t.Day(), "month", month, "year", t.Year())
}

// ShortDate writes a day where there is little room, without its year: "1 Dec".
func (w *Words) ShortDate(t time.Time) (string, error) {
	month, err := w.Fill("short-month-" + t.Format("01"))
	if err != nil {
		return "", err
	}
	name := "short-date"
	if t.Day() == 1 {
		name = "short-date-first"
	}
	return w.Fill(name, "day", t.Day(), "month", month)
}
