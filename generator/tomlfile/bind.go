package tomlfile

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// most is the number of problems after which a file's values are not looked at further.
const most = 200

// binder holds what was read against the format.
type binder struct {
	places   *places
	problems diag.List
	listed   map[*Format]bool // the formats whose words have been listed
}

// scope is a table that is being bound, and the tables around it.
type scope struct {
	around *scope
	name   string // the key that it is the value of, or an element of; "" for the file
	node   *node
	values map[string]any
	format *Format
	table  *Table
}

func (b *binder) say(at span, id, message, hint string) {
	b.problem(diag.Problem{Position: b.places.at(at), ID: id, Message: message, Hint: hint})
}

func (b *binder) problem(p diag.Problem) {
	if len(b.problems) == most {
		b.problems.Add(diag.Problem{Position: b.places.top(), ID: manyID, Message: manyMessage, Hint: manyHint})
	}
	if len(b.problems) < most {
		b.problems.Add(p)
	}
}

// file binds the text as a whole.
func (b *binder) file(n *node, values map[string]any, f *Format) *Table {
	return b.table(&scope{node: n, values: values, format: f, table: &Table{pos: b.places.top()}})
}

// table binds the values of a table.
func (b *binder) table(sc *scope) *Table {
	t := sc.table
	t.lost = sc.node.lost
	t.values = make(map[string]value, len(sc.node.children))
	t.order = make([]string, 0, len(sc.node.children))
	for _, c := range sc.node.children {
		b.child(sc, c)
	}
	if sc.format != nil {
		b.missing(sc)
	}
	return t
}

// child binds one value of a table.
func (b *binder) child(sc *scope, c *node) {
	k := sc.format.key(c.name)
	if k == nil {
		if sc.format != nil && c.key.end > 0 {
			b.unknown(sc, c)
		}
		return
	}
	v := value{key: b.places.at(c.key), pos: b.places.at(c.value)}
	if c.shape != shapeBroken {
		v.kind, v.v = b.value(sc, c, sc.values[c.name], k)
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

// value returns a value as the key takes it, and which of its kinds that is; 0 where it does not fit, which is reported.
func (b *binder) value(sc *scope, c *node, raw any, k *Key) (Kind, any) {
	switch x := raw.(type) {
	case string:
		if k.takes(String | Markdown) {
			return b.text(c, x, k)
		}
	case int64:
		if k.takes(Integer) {
			return Integer, Number{int(x), b.places.at(c.value)}
		}
	case bool:
		if k.takes(Boolean) {
			return Boolean, x
		}
	case time.Time:
		if k.takes(Date) && c.shape == shapeDate {
			return Date, moment{x, hasOffset(b.places.text[c.value.start:c.value.end])}
		}
	case map[string]any:
		if k.takes(SubTable) && c.shape == shapeTable {
			return SubTable, b.inner(sc, c.name, c, x, k)
		}
	case []any, []map[string]any:
		if kind := listKind(c, k); kind != 0 && (c.made != madeHeaders || kind == Tables) {
			return b.list(sc, c, raw, k, kind)
		}
	case nil:
		return b.empty(sc, c, k)
	}
	b.wrongKind(sc, c, k)
	return 0, nil
}

// empty binds a table of which nothing reached the parser, because all of it is broken.
func (b *binder) empty(sc *scope, c *node, k *Key) (Kind, any) {
	if c.shape != shapeTable || !k.takes(SubTable) {
		return 0, nil
	}
	return SubTable, b.inner(sc, c.name, c, nil, k)
}

// inner binds a table inside another one.
func (b *binder) inner(sc *scope, name string, n *node, values map[string]any, k *Key) *Table {
	at := n.value
	if n.made == madeBraces {
		at.end = at.start + 1
	}
	return b.table(&scope{around: sc, name: name, node: n, values: values, format: k.Table, table: &Table{pos: b.places.at(at)}})
}

func (b *binder) text(c *node, x string, k *Key) (Kind, any) {
	if !b.oneOf(c, x, k) {
		return 0, nil
	}
	if k.takes(String) {
		return String, b.newText(c, nfc.String(x))
	}
	return Markdown, b.newText(c, b.places.asTyped(c.body, x))
}

func (b *binder) newText(c *node, x string) Text {
	body := b.places.at(span{c.body, c.body})
	return Text{Value: x, Pos: b.places.at(c.value), Body: body}
}

// oneOf checks a text against the words that the key takes.
func (b *binder) oneOf(c *node, x string, k *Key) bool {
	if k.OneOf == nil || slices.Contains(k.OneOf, x) {
		return true
	}
	b.say(c.value, "not-a-choice", fmt.Sprintf("%s cannot be %q.", nameOf(c, k), clip(x, 60)), sentences(diag.DidYouMean(x, k.OneOf), choices(k)))
	return false
}

func choices(k *Key) string { return "Choose one of: " + strings.Join(k.OneOf, ", ") + "." }

// sentences joins sentences, of which any may be missing.
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

// listKind returns as which of its kinds the key takes a list; 0 where it takes none.
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

// list binds a list. One of values fits only as a whole; of tables, those that are tables are kept.
func (b *binder) list(sc *scope, c *node, raw any, k *Key, kind Kind) (Kind, any) {
	l := list{texts: []Text{}, numbers: []Number{}, tables: []*Table{}}
	var wrong []*node
	for i, e := range c.children {
		switch x := element(raw, i).(type) {
		case string:
			if kind == Strings {
				l.broken = !b.oneOf(e, x, k) || l.broken
				l.texts = append(l.texts, b.newText(e, nfc.String(x)))
				continue
			}
		case int64:
			if kind == Integers && e.shape == shapeInteger {
				l.numbers = append(l.numbers, Number{int(x), b.places.at(e.value)})
				continue
			}
		case map[string]any:
			if kind == Tables && e.shape == shapeTable {
				l.tables = append(l.tables, b.inner(sc, c.name, e, x, k))
				continue
			}
		}
		l.broken = true
		if e.shape != shapeBroken {
			wrong = append(wrong, e)
		}
	}
	b.wrongElements(c, wrong, k, kind)
	l.broken = l.broken || c.lost
	return l.as(kind)
}

// list is what a list holds that is being bound.
type list struct {
	texts   []Text
	numbers []Number
	tables  []*Table
	broken  bool
}

func (l list) as(kind Kind) (Kind, any) {
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
