package tomlfile

import (
	"fmt"
	"strconv"
	"strings"
)

// wrongKind reports a value of a kind that the key does not take: what was found, and what to write.
func (b *binder) wrongKind(c *node, k *Key) {
	f := slot{name: c.name, key: k}
	b.say(b.whole(c), "wrong-kind", fmt.Sprintf("%s is %s.", c.name, b.found(c)), b.instead(f, c))
}

// wrongElement does the same for an element of a list.
func (b *binder) wrongElement(list, c *node, k *Key, kind Kind) {
	f := slot{key: &Key{Name: k.Name, Kind: elementKind(kind), OneOf: k.OneOf, Table: k.Table}, closer: ']'}
	hint := b.instead(f, c)
	if kind == Tables {
		hint = "For example: " + list.name + " = " + k.Example
	}
	b.say(c.value, "wrong-kind", fmt.Sprintf("A value of %s is %s.", list.name, b.found(c)), hint)
}

func elementKind(list Kind) Kind {
	switch list {
	case Strings:
		return String
	case Integers:
		return Integer
	}
	return SubTable
}

// whole returns the part of a value that is underlined.
func (b *binder) whole(c *node) span { return c.value }

func (b *binder) typed(c *node) string { return b.places.text[c.value.start:c.value.end] }

// found says what a value is.
func (b *binder) found(c *node) string {
	switch c.shape {
	case shapeText:
		return "a text"
	case shapeInteger, shapeFloat:
		return b.typed(c) + ", a bare number"
	case shapeBoolean:
		return b.typed(c) + ", without quotation marks"
	case shapeDate:
		return b.typed(c) + ", a date without quotation marks"
	case shapeClock:
		return b.typed(c) + ", a time without a day"
	case shapeList:
		if c.made == madeHeaders {
			return "a list of tables"
		}
		return "a list"
	}
	return "a table of its own"
}

// instead says what to write for a value.
func (b *binder) instead(f slot, c *node) string {
	switch {
	case c.shape == shapeText:
		return b.insteadOfText(f, b.typed(c))
	case c.shape < shapeList && f.key.takes(String|Markdown|Strings):
		return f.inQuotes(b.typed(c), c.shape)
	case c.shape == shapeFloat && f.key.takes(Integer):
		return "It takes whole numbers: " + f.write(strings.SplitN(b.typed(c), ".", 2)[0])
	case c.shape == shapeInteger && f.key.takes(Integers):
		return "It takes a list: " + f.write("["+b.typed(c)+"]")
	case c.shape == shapeTable && c.made == madeBraces && f.key.takes(Tables):
		return "It takes a list of { }: write [ before the first and ] behind the last."
	}
	return f.example()
}

// example shows how the key's value is typed.
func (f slot) example() string {
	switch {
	case f.key.OneOf != nil:
		return choices(f.key)
	case f.key.Example != "":
		return "For example: " + f.write(f.key.Example)
	}
	return ""
}

// inQuotes says how to write a bare value as a text.
func (f slot) inQuotes(typed string, shape shape) string {
	text := f.quoted(typed)
	if !f.key.takes(String | Markdown) {
		text = f.listed(typed)
	}
	switch {
	case f.key.OneOf != nil:
		return choices(f.key)
	case f.unit() != "" && (shape == shapeInteger || shape == shapeFloat):
		return "Write it in quotes with its unit: " + f.write(text)
	case isNumber(shape) && strings.ContainsAny(f.key.Example, "0123456789"):
		return "Write it in quotes, for example: " + f.write(f.key.Example)
	}
	return "Write it in quotes: " + f.write(text)
}

func isNumber(s shape) bool { return s == shapeInteger || s == shapeFloat }

// insteadOfText says what to write where a text was typed.
func (b *binder) insteadOfText(f slot, typed string) string {
	text := strings.Trim(typed, `"'`)
	switch {
	case f.key.takes(Strings):
		return "It takes a list: " + f.write("["+typed+"]")
	case f.key.takes(Integer):
		if _, err := strconv.Atoi(text); err == nil {
			return "Write the number without quotes: " + f.write(text)
		}
	case f.key.takes(Boolean):
		if v := isYesNo(text); v != "" {
			return "Write it without quotes: " + f.write(v)
		}
	case f.key.takes(Date):
		if momentOf(text) == shapeDate {
			return "Write it without quotes: " + f.write(text)
		}
		if d := dateOf(text); d != "" && momentOf(d) == shapeDate {
			return "Write it without quotes: " + f.write(d)
		}
	}
	return f.example()
}
