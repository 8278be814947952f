package training

import (
	"errors"
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// reader collects what is wrong with one definition while it is read.
type reader struct {
	problems    diag.List
	unreadLoads bool // some of the weights of a row could not be read, which is among the problems
}

func (r *reader) add(pos diag.Position, id, message, hint string) {
	r.problems.Add(diag.Problem{Position: pos, Severity: diag.Error, ID: id, Message: message, Hint: hint})
}

func (r *reader) warn(pos diag.Position, id, message, hint string) {
	r.problems.Add(diag.Problem{Position: pos, Severity: diag.Warning, ID: id, Message: message, Hint: hint})
}

// line returns a short text without the blanks around it. A text that is there must say something.
func (r *reader) line(t *tomlfile.Table, key string) string {
	s := strings.TrimSpace(t.String(key))
	if tomlfile.Blank(s) && t.Has(key) {
		s = ""
		r.add(t.ValuePos(key), "empty-value", fmt.Sprintf("%q is empty.", key), "Write something between the quotes.")
	}
	return s
}

// valuePos returns the place of a key's value; the zero Position where the key is not there.
func valuePos(t *tomlfile.Table, key string) diag.Position {
	if !t.Has(key) {
		return diag.Position{}
	}
	return t.ValuePos(key)
}

// texts returns the texts of a list. Each must say something, and something else than those before it.
func (r *reader) texts(t *tomlfile.Table, key string) []tomlfile.Text {
	var list []tomlfile.Text
	seen := map[string]bool{}
	for _, text := range t.Texts(key) {
		text.Value = strings.TrimSpace(text.Value)
		switch {
		case tomlfile.Blank(text.Value):
			r.add(text.Pos, "empty-value", fmt.Sprintf("there is an empty text in %q.", key), "Write something between the quotes, or remove them.")
		case seen[text.Value]:
			r.add(text.Pos, "listed-twice", fmt.Sprintf("%q is listed twice.", text.Value), "Remove one of them.")
		default:
			list = append(list, text)
		}
		seen[text.Value] = true
	}
	return list
}

func (r *reader) lines(t *tomlfile.Table, key string) []string {
	var list []string
	for _, text := range r.texts(t, key) {
		list = append(list, text.Value)
	}
	return list
}

func (r *reader) ref(t *tomlfile.Table, key string) Ref {
	if id := r.line(t, key); id != "" {
		return Ref{ID: id, Pos: t.ValuePos(key)}
	}
	return Ref{}
}

func (r *reader) refs(t *tomlfile.Table, key string) []Ref {
	var list []Ref
	for _, text := range r.texts(t, key) {
		list = append(list, Ref{ID: text.Value, Pos: text.Pos})
	}
	return list
}

// parse reads a quantity and reports why it cannot.
func parse[T any](r *reader, key string, text tomlfile.Text, parse func(string) (T, error)) (v T, ok bool) {
	v, err := parse(text.Value)
	if err == nil {
		return v, true
	}
	id := "bad-" + strings.ReplaceAll(key, "_", "-")
	if q := (*quantity.Error)(nil); errors.As(err, &q) {
		r.add(text.Pos, id, named(key, text.Value, q), q.Hint)
	} else {
		r.add(text.Pos, id, err.Error(), "")
	}
	return v, false
}

// named puts the key into the message where only the unit is missing, since a bare number says little by itself.
func named(key, value string, q *quantity.Error) string {
	switch {
	case q.NoUnit && key == "rest":
		return key + " " + q.Message
	case q.NoUnit && (key == "start" || key == "step"):
		return fmt.Sprintf("%s is %q.", key, strings.TrimSpace(value))
	}
	return q.Message
}

// bounds are the numbers that are believed of something (house rules).
type bounds struct {
	low, high int
	what      string // in the plural: "weeks"
	usual     string // "6 to 20"
}

func (r *reader) within(n tomlfile.Number, id string, b bounds) bool {
	switch {
	case n.Value < b.low:
		r.add(n.Pos, id, fmt.Sprintf("%d %s is too few: it must be at least %d.", n.Value, b.what, b.low), "")
	case n.Value <= 2*b.high && n.Value > b.high:
		r.add(n.Pos, id, fmt.Sprintf("%d %s are too many: %d is the most (usual: %s).", n.Value, b.what, b.high, b.usual), "")
	case n.Value > b.high:
		r.add(n.Pos, id, fmt.Sprintf("%d %s looks like a typing mistake (usual: %s).", n.Value, b.what, b.usual), "")
	default:
		return true
	}
	return false
}

// number returns a number within bounds, or 0.
func (r *reader) number(t *tomlfile.Table, key string, b bounds) int {
	n := tomlfile.Number{Value: t.Int(key), Pos: t.ValuePos(key)}
	if !t.Has(key) || !r.within(n, "bad-number", b) {
		return 0
	}
	return n.Value
}

// span returns the bottom and the top of what was written as one number or as [low, high], or zeros.
func (r *reader) span(t *tomlfile.Table, key string, b bounds) [2]int {
	if t.Kind(key) == tomlfile.Integer {
		n := r.number(t, key, b)
		return [2]int{n, n}
	}
	numbers := t.Ints(key)
	switch {
	case !t.Has(key):
		return [2]int{}
	case len(numbers) != 2:
		r.add(t.ValuePos(key), "bad-number", fmt.Sprintf("%q takes one number or two.", key), fmt.Sprintf("Write it like %s = %d or %s = [%d, %d].", key, b.low, key, b.low, b.low+1))
		return [2]int{}
	}
	return r.ascending(t.ValuePos(key), numbers, b)
}

func (r *reader) ascending(pos diag.Position, n []tomlfile.Number, b bounds) [2]int {
	fits := r.within(n[0], "bad-number", b)
	fits = r.within(n[1], "bad-number", b) && fits
	low, high := n[0].Value, n[1].Value
	switch {
	case !fits:
		return [2]int{}
	case low > high:
		r.add(pos, "counts-down", fmt.Sprintf("[%d, %d] counts down.", low, high), fmt.Sprintf("Write [%d, %d].", high, low))
		return [2]int{}
	}
	return [2]int{low, high}
}

// missing reports a key that its table needs only at times, which the format cannot know.
func (r *reader) missing(t *tomlfile.Table, key, hint string) {
	if !t.Has(key) && !t.Broken(key) {
		r.add(t.Pos(), "missing-key", fmt.Sprintf("%q is missing.", key), hint)
	}
}

// list is a list of texts, where one text may stand without the brackets.
const list = tomlfile.String | tomlfile.Strings
