package render

import (
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// words are the fixed words of a theme in one language.
type words struct {
	language  string
	fromRight bool // the language is written from the right
	text      map[string]string
}

// wordsFormat describes words/LANGUAGE.toml: free names, each with a text. {n} and the like stand for what is filled in.
func wordsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "words",
		Doc:  "The fixed words of the theme in one language.",
		Any:  &tomlfile.Key{Kind: tomlfile.String, Doc: "A word or a sentence."},
	}
}

// Reading returns the words that reading a text adds to it.
func (t *Theme) Reading() markdown.Words {
	w := t.words.text
	return markdown.Words{
		Footnotes: w["text-footnotes"], Footnote: w["text-footnote"], Back: w["text-back"], Source: w["text-source"],
		Table: w["text-table"], Done: w["text-done"], Open: w["text-open"],
		Video: w["text-video"],
		Note:  w["text-note"], Tip: w["text-tip"], Important: w["text-important"], Warning: w["text-warning"], Caution: w["text-caution"],
	}
}

// Lexicon returns the sentences that a programme says about itself. The English words have them all, so there is none that is
// missing, unless a site's own English words leave it out; its name stands in its place then.
func (t *Theme) Lexicon() progression.Lexicon {
	return func(name string, pairs ...any) string {
		text, err := t.words.word(name, pairs...)
		if err != nil {
			return name
		}
		return text
	}
}

// word returns a fixed word; pairs of names and values fill in its {names}.
func (w *words) word(key string, pairs ...any) (string, error) {
	text, ok := w.text[key]
	if !ok {
		return "", fmt.Errorf("there is no word %q in templates/words", key)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%v}", pairs[i]), w.value(pairs[i+1]))
	}
	return text, nil
}

// value writes what is filled into a word.
func (w *words) value(v any) string {
	switch v := v.(type) {
	case quantity.Load:
		return w.load(v)
	case string:
		return w.apart(v)
	}
	return fmt.Sprint(v)
}

// load writes a load as the language writes numbers: "2,5 kg". Data for programs keep the point.
func (w *words) load(l quantity.Load) string { return w.figures(w.number(l.String())) }

// both writes a load in both units: "2,5 kg (5,5 lb)".
func (w *words) both(l quantity.Load, first quantity.Unit) string {
	return w.figures(w.number(l.Both(first)))
}

// duration writes a time in seconds: "90 s", "2 min".
func (w *words) duration(seconds int) string { return w.figures(quantity.FormatDuration(seconds)) }

// number gives the numbers of a text the language's decimal sign.
func (w *words) number(text string) string { return strings.ReplaceAll(text, ".", w.text["decimal"]) }

// count returns the word for a number of things: KEY-one or KEY-many, with {n} filled in.
func (w *words) count(key string, n int) (string, error) {
	if n == 1 {
		return w.word(key+"-one", "n", n)
	}
	return w.word(key+"-many", "n", n)
}

// date writes a day in the language's order.
func (w *words) date(t time.Time) (string, error) {
	month, err := w.word("month-" + t.Format("01"))
	if err != nil {
		return "", err
	}
	name := "date"
	if t.Day() == 1 {
		name = "date-first"
	}
	return w.word(name, "day", t.Day(), "month", month, "year", t.Year())
}
