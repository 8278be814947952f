package tomlfile

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// missing reports the required keys that were not typed.
func (b *binder) missing(sc *scope) {
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

// headerHint says with which header a table under a key begins.
func headerHint(sc *scope, name string, k *Key) string {
	if !k.takes(SubTable | Tables) {
		return ""
	}
	return "Begin it with " + headerText(sc.path(name), k.takes(Tables))
}

// path returns the name that a key of the table has in a header.
func (sc *scope) path(key string) string {
	for ; sc != nil && sc.name != ""; sc = sc.around {
		key = sc.name + "." + key
	}
	return key
}

// unknown reports a key that the format does not have. Where it was probably meant for another, that one is not called
// missing as well.
func (b *binder) unknown(sc *scope, c *node) {
	for inside := sc; inside.around != nil; inside = inside.around {
		if inside.around.format.named(c.name) != nil {
			b.misplaced(sc, inside, c)
			return
		}
	}
	names := sc.format.names()
	meant := diag.Nearest(c.name, names)
	if meant != "" && !sc.table.Has(meant) {
		sc.table.markBroken(meant)
	}
	b.say(c.key, "unknown-key", fmt.Sprintf("%q is not a word I know here.", clip(c.name, 60)), b.hintForUnknown(c.name, meant, sc.format))
}

func (b *binder) hintForUnknown(name, meant string, f *Format) string {
	if k := f.synonym(name); k != nil { // "unlisted" is near "listed", and means the opposite
		return "Here that is said with " + k.Name + " = " + k.Example + ", or by leaving it out."
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
	return "The words for this place are: " + strings.Join(f.names(), ", ") + "."
}

// owner returns the key of a table, somewhere inside those that the format knows, that takes a name.
func owner(name string, f *Format, depth int) string {
	for i := range f.Keys {
		inner := f.Keys[i].Table
		if inner == nil || depth == deepest {
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

// misplaced reports a key that belongs to the table around inside, which is sc or around it.
func (b *binder) misplaced(sc, inside *scope, c *node) {
	owner := inside.around
	message := fmt.Sprintf("%q is set inside %s.", c.name, sc.instance())
	var hint string
	above := owner.node.child(c.name)
	switch place := inside.header(); {
	case place == "":
		hint = "Move it out of the { }, to a line of its own."
	case above != nil:
		hint = fmt.Sprintf("It belongs above %s, and is there already, in line %d. Remove it here.", place, b.places.number(above.key.start))
	default:
		hint = "Move it above " + place + "."
	}
	if !owner.table.Has(c.name) {
		owner.table.markBroken(c.name)
	}
	b.say(c.key, "misplaced-key", message, hint)
}

// header returns what the table begins with, as a place to move something above; "" for one in braces.
func (sc *scope) header() string {
	list := sc.around.node.child(sc.name)
	switch {
	case sc.node.made == madeBraces:
		return ""
	case list != nil && list.made == madeHeaders:
		return "the first " + headerText(sc.around.path(sc.name), true)
	}
	return headerText(sc.around.path(sc.name), false)
}

// instance returns what a table is called in a sentence: session A, [running_week], { }.
func (sc *scope) instance() string {
	name, _ := sc.values["name"].(string)
	list := sc.around.node.child(sc.name)
	switch {
	case sc.node.made == madeBraces:
		return "{ }"
	case list == nil || list.made != madeHeaders:
		return headerText(sc.around.path(sc.name), false)
	case name == "" || sc.format.Name == "":
		return headerText(sc.around.path(sc.name), true)
	}
	return sc.format.Name + " " + name
}
