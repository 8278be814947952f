package tomlfile

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// maxProblems is how many problems with values are reported for one file.
const maxProblems = 200

// binder checks what was read against the format, and makes Tables of it.
type binder struct {
	positions *positions
	problems  diag.List
	listed    map[*Format]bool // formats whose keys were listed in a hint already
}

// scope is a table that is being checked, with the tables around it.
type scope struct {
	parent *scope
	name   string // the key that it is the value of, or an element of; "" for the file
	node   *node
	values map[string]any
	format *Format
	table  *Table
}

func (b *binder) report(at span, id, message, hint string) {
	b.problem(diag.Problem{Position: b.positions.at(at), ID: id, Message: message, Hint: hint})
}

func (b *binder) problem(p diag.Problem) {
	if len(b.problems) == maxProblems {
		b.problems.Add(diag.Problem{Position: b.positions.top(), ID: manyID, Message: manyMessage, Hint: manyHint})
	}
	if len(b.problems) < maxProblems {
		b.problems.Add(p)
	}
}

// bindFile makes the Table of the whole file.
func (b *binder) bindFile(n *node, values map[string]any, f *Format) *Table {
	return b.bindTable(&scope{node: n, values: values, format: f, table: &Table{pos: b.positions.top()}})
}

// bindTable checks the values of a table.
func (b *binder) bindTable(sc *scope) *Table {
	t := sc.table
	t.incomplete = sc.node.incomplete
	t.values = make(map[string]value, len(sc.node.children))
	t.order = make([]string, 0, len(sc.node.children))
	for _, c := range sc.node.children {
		b.bindChild(sc, c)
	}
	if sc.format != nil {
		b.reportMissing(sc)
	}
	return t
}

// bindChild checks one value of a table.
func (b *binder) bindChild(sc *scope, c *node) {
	k := sc.format.key(c.name)
	if k == nil || sc.format.Any != nil && b.strays(sc, c) {
		if sc.format != nil && c.key.end > 0 {
			b.reportUnknown(sc, c)
		}
		return
	}
	v := value{key: b.positions.at(c.key), pos: b.positions.at(c.value)}
	if c.shape != shapeBroken {
		v.kind, v.v = b.bindValue(sc, c, sc.values[c.name], k)
	}
	if v.kind == 0 {
		sc.table.markBroken(c.name)
		return
	}
	sc.table.values[c.name] = v
	sc.table.order = append(sc.table.order, c.name)
}

func (t *Table) markBroken(key string) {
	if t.broken == nil {
		t.broken = make(map[string]bool)
	}
	t.broken[key] = true
}

// bindValue returns a value in the type that its kind has in a Table, and the kind. A value that does not fit is reported, and its
// kind is 0.
func (b *binder) bindValue(sc *scope, c *node, raw any, k *Key) (Kind, any) {
	switch x := raw.(type) {
	case string:
		if k.takes(String | Markdown) {
			return b.bindText(c, x, k)
		}
	case int64:
		if k.takes(Integer) {
			return Integer, Number{int(x), b.positions.at(c.value)}
		}
	case bool:
		if k.takes(Boolean) {
			return Boolean, x
		}
	case time.Time:
		if k.takes(Date) && c.shape == shapeDate {
			return Date, dateTime{x, hasOffset(b.positions.text[c.value.start:c.value.end])}
		}
	case map[string]any:
		if k.takes(SubTable) && c.shape == shapeTable {
			return SubTable, b.bindInner(sc, c.name, c, x, k)
		}
	case []any, []map[string]any:
		if kind := listKind(c, k); kind != 0 && (c.origin != originHeaders || kind == Tables) {
			return b.bindList(sc, c, raw, k, kind)
		}
	case nil:
		return b.bindEmpty(sc, c, k)
	}
	b.typeMismatch(sc, c, k)
	return 0, nil
}

// bindEmpty makes an empty Table where the parser has read nothing, because all lines of the table are broken.
func (b *binder) bindEmpty(sc *scope, c *node, k *Key) (Kind, any) {
	if c.shape != shapeTable || !k.takes(SubTable) {
		return 0, nil
	}
	return SubTable, b.bindInner(sc, c.name, c, nil, k)
}

// bindInner makes the Table of a table inside another one.
func (b *binder) bindInner(sc *scope, name string, n *node, values map[string]any, k *Key) *Table {
	at := n.value
	if n.origin == originBraces {
		at.end = at.start + 1
	}
	return b.bindTable(&scope{parent: sc, name: name, node: n, values: values, format: k.Table, table: &Table{pos: b.positions.at(at)}})
}

func (b *binder) bindText(c *node, x string, k *Key) (Kind, any) {
	if !b.checkUnseen(c, x) || !b.checkChoice(c, x, k) {
		return 0, nil
	}
	if k.takes(String) {
		return String, b.newText(c, nfc.String(x))
	}
	return Markdown, b.newText(c, b.positions.asTyped(c.textStart, x))
}

func (b *binder) newText(c *node, x string) Text {
	body := b.positions.at(span{c.textStart, c.textStart})
	return Text{Value: x, Pos: b.positions.at(c.value), Body: body}
}

// checkChoice reports a text that is none of the words that the key takes, and returns whether it is one.
func (b *binder) checkChoice(c *node, x string, k *Key) bool {
	if k.OneOf == nil || slices.Contains(k.OneOf, x) {
		return true
	}
	hint := sentences(diag.DidYouMean(x, k.OneOf), choices(k))
	if parts := listSigns.Split(x, -1); k.takes(Strings) && len(parts) > 1 && containsAll(k.OneOf, parts) {
		hint = `Each has quotes of its own: "` + strings.Join(parts, `", "`) + `"`
	}
	b.report(c.value, "not-a-choice", fmt.Sprintf("%s cannot be %q.", nameOf(c, k), shorten(x, 60)), hint)
	return false
}

// containsAll reports whether every one of some words is among others.
func containsAll(words, some []string) bool {
	return !slices.ContainsFunc(some, func(word string) bool { return !slices.Contains(words, word) })
}

func choices(k *Key) string { return "Choose one of: " + strings.Join(k.OneOf, ", ") + "." }

// sentences joins the sentences that are not empty.
func sentences(s ...string) string {
	return strings.Join(slices.DeleteFunc(s, func(s string) bool { return s == "" }), " ")
}

// nameOf returns what a value is called in a sentence.
func nameOf(c *node, k *Key) string {
	switch {
	case c.name != "":
		return c.name
	case k.Name != "":
		return "a value of " + k.Name
	}
	return "a value of this list"
}

// hasOffset reports whether a date was typed with an offset from UTC.
func hasOffset(typed string) bool {
	return len(typed) > 11 && strings.ContainsAny(typed[11:], "Zz+-")
}

// listKind returns the kind of list that the key takes; of several, the one that fits the first element. It is 0 for a key that
// takes no list.
func listKind(c *node, k *Key) Kind {
	var kind Kind
	for _, e := range c.children {
		switch e.shape {
		case shapeText:
			kind = Strings
		case shapeInteger:
			kind = Integers
		case shapeTable:
			kind = Tables
		default:
			continue
		}
		if k.takes(kind) {
			return kind
		}
	}
	for _, kind := range []Kind{Strings, Integers, Tables} {
		if k.takes(kind) {
			return kind
		}
	}
	return 0
}

// bindList checks a list. A list of texts or numbers with a wrong element is not used at all; of a list of tables the good ones
// are.
func (b *binder) bindList(sc *scope, c *node, raw any, k *Key, kind Kind) (Kind, any) {
	l := listValues{texts: []Text{}, numbers: []Number{}, tables: []*Table{}}
	var wrong []*node
	for i, e := range c.children {
		switch x := element(raw, i).(type) {
		case string:
			if kind == Strings {
				l.broken = !b.checkUnseen(e, x) || !b.checkChoice(e, x, k) || l.broken
				l.texts = append(l.texts, b.newText(e, nfc.String(x)))
				continue
			}
		case int64:
			if kind == Integers && e.shape == shapeInteger {
				l.numbers = append(l.numbers, Number{int(x), b.positions.at(e.value)})
				continue
			}
		case map[string]any:
			if kind == Tables && e.shape == shapeTable {
				l.tables = append(l.tables, b.bindInner(sc, c.name, e, x, k))
				continue
			}
		}
		l.broken = true
		if e.shape != shapeBroken {
			wrong = append(wrong, e)
		}
	}
	b.elementMismatches(c, wrong, k, kind)
	l.broken = l.broken || c.incomplete
	return l.as(kind)
}

// listValues are the values of a list that is being checked.
type listValues struct {
	texts   []Text
	numbers []Number
	tables  []*Table
	broken  bool
}

func (l listValues) as(kind Kind) (Kind, any) {
	switch {
	case kind == Tables && (!l.broken || len(l.tables) > 0):
		return kind, l.tables
	case l.broken:
		return 0, nil
	case kind == Strings:
		return kind, l.texts
	}
	return kind, l.numbers
}

// element returns an element of a list as the parser made it.
func element(raw any, i int) any {
	switch list := raw.(type) {
	case []any:
		if i < len(list) {
			return list[i]
		}
	case []map[string]any:
		if i < len(list) {
			return list[i]
		}
	}
	return nil
}
