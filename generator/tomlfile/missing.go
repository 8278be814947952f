package tomlfile

import (
	"cmp"
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
	if sc.format.Any != nil {
		b.report(c.key, "misplaced-key", sc.readAsPart(c.name), b.placeOf(sc, c))
		return
	}
	names := sc.format.Names()
	meant := diag.Nearest(c.name, names)
	foreign := sc.format.foreign(c.name)
	for _, key := range slices.Concat(foreign.Means, []string{meant, sc.format.synonymName(c.name)}) {
		if key != "" && !sc.table.Has(key) {
			sc.table.markBroken(key)
		}
	}
	if foreign.Form != "" && slices.ContainsFunc(sc.node.children, func(other *node) bool {
		return other.key.start < c.key.start && slices.Contains(foreign.Words, strings.ToLower(other.name))
	}) {
		return // they are said together, which was reported at the first
	}
	b.report(c.key, "unknown-key", fmt.Sprintf("%q is not a word I know here.", shorten(c.name, 60)), b.hintForUnknown(sc, c, meant))
}

// strays reports whether a value of a table whose names are the author's has the name of a key that belongs elsewhere: to a table around it, or,
// where the value does not fit here, to another table of the file.
func (b *binder) strays(sc *scope, c *node) bool {
	if sc.format.named(c.name) != nil {
		return false
	}
	for around := sc.parent; around != nil; around = around.parent {
		if around.format.named(c.name) != nil {
			return true
		}
	}
	return c.shape != shapeBroken && !sc.format.Any.takesShape(c) && b.placeOf(sc, c) != ""
}

// placeOf says below which header of the file a key belongs; "" where no table with a header has it. A header that is a comment only needs
// its # taken away.
func (b *binder) placeOf(sc *scope, c *node) string {
	file := sc
	for file.parent != nil {
		file = file.parent
	}
	var headers []string
	for i := range file.format.Keys {
		k := &file.format.Keys[i]
		inner := k.table().named(c.name)
		if inner == nil || !inner.fits(c) || k.Example != "" {
			continue
		}
		header := headerText(k.Name, k.takes(Tables))
		if line := b.commentAbove(header, c.key.start); line > 0 {
			return fmt.Sprintf("Take the # before %s away, in line %d.", header, line)
		}
		headers = append(headers, header)
	}
	if len(headers) == 0 {
		return ""
	}
	return "It belongs below " + strings.Join(headers, " or ") + "."
}

// commentAbove returns the number of the line above an offset that has a header as a comment; 0 where there is none, or another header in
// between.
func (b *binder) commentAbove(header string, offset int) int {
	for i := b.positions.line(offset) - 1; i >= 0; i-- {
		line := strings.TrimSpace(b.positions.text[b.positions.lines[i]:b.positions.lines[i+1]])
		comment, isComment := strings.CutPrefix(line, "#")
		switch {
		case isComment && strings.TrimSpace(comment) == header:
			return b.positions.first + i
		case isHeader(line):
			return 0
		}
	}
	return 0
}

func (b *binder) hintForUnknown(sc *scope, c *node, meant string) string {
	name, f := c.name, sc.format
	k := f.synonym(name) // before the nearest: "unlisted" is near "listed", and means the opposite
	there := k != nil && !k.takes(Boolean) && sc.node.child(k.Name) != nil
	if there && b.placeOf(sc, c) == "" {
		return fmt.Sprintf(`Here that is called %q, and is there already, in line %d. Remove one of the two.`, k.Name, b.positions.lineNumber(sc.node.child(k.Name).key.start))
	}
	if k != nil && !there {
		if k.fits(c) && !k.takes(Boolean) && (k.OneOf != nil || c.shape == shapeTable || len(b.typed(c)) > maxCarried || strings.Contains(b.typed(c), "\n")) {
			return `Here that is called "` + k.Name + `".`
		}
		hint := "Here that is said with " + k.Name + " = " + b.carried(c, k)
		if k.takes(Boolean) {
			hint += ", or by leaving it out"
		}
		return hint + "."
	}
	if foreign := f.foreign(name); foreign.Hint != "" {
		return cmp.Or(b.together(sc, foreign), foreign.Hint)
	}
	if hint := b.placeOf(sc, c); hint != "" {
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

// maxCarried is how long a value may be, in bytes, that is written out again with the right key.
const maxCarried = 80

// carried returns the value of a key that has another name here as it is to be typed for that; the key's example where it does not fit.
func (b *binder) carried(c *node, k *Key) string {
	f := slot{name: k.Name, key: k}
	switch {
	case isNumber(c.shape) && k.takes(String) && f.unit() != "":
		return f.quoted(b.typed(c))
	case !k.fits(c) || k.takes(Boolean):
		return k.Example
	case c.shape == shapeText && !k.takes(String|Markdown):
		return f.element().listOf(strings.Trim(b.typed(c), `"'`))
	}
	return b.typed(c)
}

// together says how values of foreign words are said together with one key; "" where one of them is missing.
func (b *binder) together(sc *scope, foreign Foreign) string {
	words := strings.Fields(foreign.Form)
	found := false
	for i, word := range words {
		if !slices.Contains(foreign.Words, word) {
			continue
		}
		c := sc.node.child(word)
		if c == nil || c.shape < shapeText || c.shape > shapeInteger {
			return ""
		}
		words[i], found = strings.Trim(b.typed(c), `"'`), true
	}
	if !found {
		return ""
	}
	return fmt.Sprintf("Here that is said with %s = %q.", foreign.Means[0], strings.Join(words, " "))
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
	message := sc.readAsPart(c.name)
	var hint string
	above := owner.node.child(c.name)
	switch place := inside.header(); {
	case place == "":
		hint = "Move it out of the { }, to a line of its own."
	case above != nil:
		hint = fmt.Sprintf("It belongs above %s, and is there already, in line %d. Remove it here.", place, b.positions.lineNumber(above.key.start))
	case owner.parent == nil:
		hint = "Move it above the first line in [brackets]."
	default:
		hint = "Move it above " + place + "."
	}
	if !owner.table.Has(c.name) {
		owner.table.markBroken(c.name)
	}
	b.report(c.key, "misplaced-key", message, hint)
}

// readAsPart says that a key is taken for one of the table.
func (sc *scope) readAsPart(key string) string {
	if sc.node.origin == originBraces {
		return fmt.Sprintf("%q is set inside { }.", key)
	}
	return fmt.Sprintf("%q stands below %s, so it is read as a part of it.", key, sc.instance())
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

// takesShape reports whether a value is of a kind that the key takes as it stands.
func (k *Key) takesShape(c *node) bool {
	return k.fits(c) && (c.shape != shapeText || k.takes(String|Markdown))
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
