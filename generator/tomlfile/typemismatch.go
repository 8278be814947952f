package tomlfile

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// wrongKind reports a value of a kind that the key does not take: what was found, and what to write.
func (b *binder) wrongKind(sc *scope, c *node, k *Key) {
	hint := b.instead(slot{name: c.name, key: k}, c)
	b.say(c.value, "wrong-kind", fmt.Sprintf("%s is %s.", asTyped(c.name), b.found(c, k)), cmp.Or(hint, headerHint(sc, c.name, k)))
}

// wrongElements reports the elements of a list that do not fit, those of one kind together.
func (b *binder) wrongElements(list *node, wrong []*node, k *Key, kind Kind) {
	count := map[bool]int{}
	for _, c := range wrong {
		count[isNumber(c.shape)]++
	}
	for _, c := range wrong {
		n := count[isNumber(c.shape)]
		if n == 0 {
			continue
		}
		count[isNumber(c.shape)] = 0
		what := fmt.Sprintf("a value of %s is %s.", list.name, b.found(c, nil))
		if n > 1 {
			what = fmt.Sprintf("%d values of %s do not fit: this is %s.", n, list.name, b.found(c, nil))
		}
		b.say(c.value, "wrong-kind", what, b.insteadOfElement(list, c, k, kind))
	}
}

func (b *binder) insteadOfElement(list, c *node, k *Key, kind Kind) string {
	if kind == Tables {
		return slot{name: list.name, key: k}.example()
	}
	element := Key{Kind: elementKind(kind), OneOf: k.OneOf, Example: firstOf(k.Example)}
	return b.instead(slot{key: &element, closer: ']'}, c)
}

// firstOf returns the first value of an example of a list.
func firstOf(example string) string {
	if !strings.HasPrefix(example, "[") {
		return ""
	}
	example = strings.TrimPrefix(strings.TrimSuffix(example, "]"), "[")
	if n := quotedLength(example); n > 0 && example[0] == '"' {
		return example[:n]
	}
	first, _, _ := strings.Cut(example, ",")
	return first
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

func (b *binder) typed(c *node) string { return b.places.text[c.value.start:c.value.end] }

// found says what a value is.
func (b *binder) found(c *node, k *Key) string {
	switch c.shape {
	case shapeText:
		return b.foundText(c, k)
	case shapeInteger, shapeFloat:
		return b.typed(c) + ", a bare number"
	case shapeBoolean:
		return b.typed(c) + ", without quotes"
	case shapeDate:
		return b.typed(c) + ", a date"
	case shapeClock:
		return b.typed(c) + ", a time without a day"
	case shapeList:
		if c.made == madeHeaders {
			return "a list of tables"
		}
		return "a list"
	}
	return "a table"
}

// foundText says what a text is, and what it is, where it is short.
func (b *binder) foundText(c *node, k *Key) string {
	what := "a text in quotes"
	if k.takes(Strings) {
		what = "a single text"
	}
	typed := b.typed(c)
	if len(typed) > 40 || strings.Contains(typed, "\n") {
		return what
	}
	return typed + ", " + what
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
	case f.key == nil:
		return ""
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
	switch {
	case f.key.OneOf != nil:
		return choices(f.key)
	case !f.key.takes(String | Markdown):
		return cmp.Or(f.example(), "Write it in quotes: "+f.write(f.listed(typed)))
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
