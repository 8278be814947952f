package tomlfile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// reportMissing reports the required keys that were not typed.
func (b *binder) reportMissing(sc *scope) {
	for i := range sc.format.Keys {
		k := &sc.format.Keys[i]
		if !k.Required || sc.table.Has(k.Name) || sc.table.Broken(k.Name) {
			continue
		}
		b.problem(diag.Problem{
			Position: sc.table.pos,
			ID:       "missing-key",
			Message:  fmt.Sprintf("%q is missing.", k.Name),
			Hint:     missingHint(sc, k),
		})
	}
}

func missingHint(sc *scope, k *Key) string {
	switch {
	case k.OneOf != nil:
		return choices(k)
	case k.Example != "":
		return "For example: " + k.Name + " = " + k.Example
	}
	return headerHint(sc, k.Name, k)
}

// headerHint says which header to write for the table of a key.
func headerHint(sc *scope, name string, k *Key) string {
	if !k.takes(SubTable | Tables) {
		return ""
	}
	return "Begin it with " + headerText(sc.path(name), k.takes(Tables))
}

// path returns the full name of a key of the table, as headers have it: plan.weeks.
func (sc *scope) path(key string) string {
	for ; sc != nil && sc.name != ""; sc = sc.parent {
		key = sc.name + "." + key
	}
	return key
}

// reportUnknown reports a key that the format does not have. The key that was probably meant is not called missing as well.
func (b *binder) reportUnknown(sc *scope, c *node) {
	for inside := sc; inside.parent != nil; inside = inside.parent {
		k := inside.parent.format.named(c.name)
		if k != nil && (k.fits(c) || owner(c.name, sc.format, 0) == "") { // else it belongs to a table within this one
			b.reportMisplaced(sc, inside, c)
			return
		}
	}
	names := sc.format.Names()
	meant := diag.Nearest(c.name, names)
	for _, key := range slices.Concat(sc.format.foreign(c.name).Means, []string{meant, sc.format.synonymName(c.name)}) {
		if key != "" && !sc.table.Has(key) {
			sc.table.markBroken(key)
		}
	}
	b.report(c.key, "unknown-key", fmt.Sprintf("%q is not a word I know here.", shorten(c.name, 60)), b.hintForUnknown(c, meant, sc.format))
}

func (b *binder) hintForUnknown(c *node, meant string, f *Format) string {
	name := c.name
	if k := f.synonym(name); k != nil { // "unlisted" is near "listed", and means the opposite
		if k.fits(c) && !k.takes(Boolean) {
			return `Here that is called "` + k.Name + `".`
		}
		hint := "Here that is said with " + k.Name + " = " + k.Example
		if k.takes(Boolean) {
			hint += ", or by leaving it out"
		}
		return hint + "."
	}
	if hint := f.foreign(name).Hint; hint != "" {
		return hint
	}
	if meant != "" {
		return `Did you mean "` + meant + `"?`
	}
	if inside := owner(name, f, 0); inside != "" {
		return "It belongs inside " + inside + "."
	}
	if b.listed[f] || len(f.Keys) == 0 {
		return ""
	}
	if b.listed == nil {
		b.listed = map[*Format]bool{}
	}
	b.listed[f] = true
	return "The words for this place are: " + strings.Join(f.Names(), ", ") + "."
}

// owner returns the name of the table, at any depth of the format, that has a key of a name; "" for none.
func owner(name string, f *Format, depth int) string {
	for i := range f.Keys {
		inner := f.Keys[i].Table
		if inner == nil || depth == maxDepth {
			continue
		}
		if inner.named(name) != nil {
			return f.Keys[i].Name
		}
		if inside := owner(name, inner, depth+1); inside != "" {
			return inside
		}
	}
	return ""
}

// reportMisplaced reports a key of the table sc that belongs to the table around inside; inside is sc or a table around it.
func (b *binder) reportMisplaced(sc, inside *scope, c *node) {
	owner := inside.parent
	message := fmt.Sprintf("%q is set inside %s.", c.name, sc.instance())
	var hint string
	above := owner.node.child(c.name)
	switch place := inside.header(); {
	case place == "":
		hint = "Move it out of the { }, to a line of its own."
	case above != nil:
		hint = fmt.Sprintf("It belongs above %s, and is there already, in line %d. Remove it here.", place, b.positions.lineNumber(above.key.start))
	default:
		hint = "Move it above " + place + "."
	}
	if !owner.table.Has(c.name) {
		owner.table.markBroken(c.name)
	}
	b.report(c.key, "misplaced-key", message, hint)
}

// fits reports whether a value is of a kind that the key takes, as far as its shape says so.
func (k *Key) fits(c *node) bool {
	switch c.shape {
	case shapeText:
		return k.takes(String | Markdown | Strings)
	case shapeList:
		return k.takes(Strings | Integers | Tables)
	case shapeTable:
		return k.takes(SubTable | Tables)
	}
	return !k.takes(Strings | Tables)
}

// header returns the header of the table as words of a sentence; "" for a table in braces.
func (sc *scope) header() string {
	list := sc.parent.node.child(sc.name)
	switch {
	case sc.node.origin == originBraces:
		return ""
	case list != nil && list.origin == originHeaders:
		return "the first " + headerText(sc.parent.path(sc.name), true)
	}
	return headerText(sc.parent.path(sc.name), false)
}

// instance returns what a table is called in a sentence: session A, [running_week] or { }.
func (sc *scope) instance() string {
	name, _ := sc.values["name"].(string)
	list := sc.parent.node.child(sc.name)
	switch {
	case sc.node.origin == originBraces:
		return "{ }"
	case list == nil || list.origin != originHeaders:
		return headerText(sc.parent.path(sc.name), false)
	case name == "" || sc.format.Name == "":
		return headerText(sc.parent.path(sc.name), true)
	}
	return sc.format.Name + " " + name
}
