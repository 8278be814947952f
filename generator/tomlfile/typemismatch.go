package tomlfile

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// typeMismatch reports a value of a kind that the key does not take, and says what to write instead.
func (b *binder) typeMismatch(sc *scope, c *node, k *Key) {
	hint := b.suggestion(slot{name: c.name, key: k}, c)
	b.report(c.value, "wrong-kind", fmt.Sprintf("%s is %s.", asTyped(c.name), b.describe(c, k)), cmp.Or(hint, headerHint(sc, c.name, k)))
}

// elementMismatches reports the elements of a list that do not fit: one problem for the numbers and one for all others.
func (b *binder) elementMismatches(list *node, wrong []*node, k *Key, kind Kind) {
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
		what := fmt.Sprintf("a value of %s is %s.", list.name, b.describe(c, nil))
		if n > 1 {
			what = fmt.Sprintf("%d values of %s do not fit: this is %s.", n, list.name, b.describe(c, nil))
		}
		b.report(c.value, "wrong-kind", what, b.elementSuggestion(list, c, k, kind))
	}
}

func (b *binder) elementSuggestion(list, c *node, k *Key, kind Kind) string {
	if kind == Tables {
		return slot{name: list.name, key: k}.example()
	}
	element := Key{Kind: elementKind(kind), OneOf: k.OneOf, Example: firstOf(k.Example)}
	return b.suggestion(slot{key: &element, closer: ']'}, c)
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

func (b *binder) typed(c *node) string { return b.positions.text[c.value.start:c.value.end] }

// describe returns what a value is, as words of a sentence.
func (b *binder) describe(c *node, k *Key) string {
	switch c.shape {
	case shapeText:
		return b.describeText(c, k)
	case shapeInteger, shapeFloat:
		return b.typed(c) + ", a bare number"
	case shapeBoolean:
		return b.typed(c) + ", without quotes"
	case shapeDate:
		return b.typed(c) + ", a date"
	case shapeClock:
		return b.typed(c) + ", a time without a day"
	case shapeList:
		if c.origin == originHeaders {
			return "a list of tables"
		}
		return "a list"
	}
	return "a table"
}

// describeText is describe for a text, which is quoted if it is short.
func (b *binder) describeText(c *node, k *Key) string {
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

// suggestion says what to write instead of a value.
func (b *binder) suggestion(f slot, c *node) string {
	switch {
	case c.shape == shapeText:
		return b.textSuggestion(f, b.typed(c))
	case c.shape < shapeList && f.key.takes(String|Markdown|Strings):
		return f.inQuotes(b.typed(c), c.shape)
	case c.shape == shapeFloat && f.key.takes(Integer) && !strings.ContainsAny(b.typed(c), "eE"):
		return "It takes whole numbers: " + f.assignment(strings.SplitN(b.typed(c), ".", 2)[0])
	case c.shape == shapeInteger && f.key.takes(Integers):
		return "It takes a list: " + f.assignment("["+b.typed(c)+"]")
	case c.shape == shapeTable && c.origin == originBraces && f.key.takes(Tables):
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
	case f.key.ExampleOf[f.name] != "":
		return "For example: " + f.assignment(f.key.ExampleOf[f.name])
	case f.key.Example != "":
		return "For example: " + f.assignment(f.key.Example)
	}
	return ""
}

// inQuotes says how to write a value that was typed without quotes as a text.
func (f slot) inQuotes(typed string, shape shape) string {
	text := f.quoted(typed)
	switch {
	case f.key.OneOf != nil:
		return choices(f.key)
	case !f.key.takes(String | Markdown):
		return cmp.Or(f.example(), "Write it in quotes: "+f.assignment(f.listed(typed)))
	case f.unit() != "" && (shape == shapeInteger || shape == shapeFloat):
		return "Write it in quotes with its unit: " + f.assignment(text)
	case isNumber(shape) && strings.ContainsAny(f.key.Example, "0123456789"):
		return "Write it in quotes, for example: " + f.assignment(f.key.Example)
	}
	return "Write it in quotes: " + f.assignment(text)
}

func isNumber(s shape) bool { return s == shapeInteger || s == shapeFloat }

// numbersHint says how to write the whole numbers that a text names, as many as the key takes.
func (f slot) numbersHint(text string) string {
	_, err := strconv.Atoi(text)
	list := numbersIn(text)
	single := !strings.Contains(list, ",")
	switch {
	case err == nil && f.key.takes(Integer):
		return "Write the number without quotes: " + f.assignment(text)
	case list == "" || single && !f.key.takes(Integer) && f.closer != ']' || !single && !f.key.takes(Integers):
		return f.example()
	case single && f.key.takes(Integer):
		return "Write the number alone: " + f.assignment(strings.Trim(list, "[]"))
	}
	return "Write the numbers in brackets: " + f.assignment(list)
}

// textSuggestion says what to write instead of a text.
func (b *binder) textSuggestion(f slot, typed string) string {
	text := strings.Trim(typed, `"'`)
	switch {
	case f.key.ExampleOf[f.name] != "":
		return f.example()
	case f.key.takes(Strings) && (typed == `"`+text+`"` || typed == "'"+text+"'"):
		return "It takes a list: " + f.assignment(f.element().listOf(text))
	case f.key.takes(Strings):
		return "It takes a list: " + f.assignment("["+typed+"]")
	case f.key.takes(Integer | Integers):
		return f.numbersHint(text)
	case f.key.takes(Boolean):
		if v := isYesNo(text); v != "" {
			return "Write it without quotes: " + f.assignment(v)
		}
	case f.key.takes(Date):
		if dateShape(text) == shapeDate {
			return "Write it without quotes: " + f.assignment(text)
		}
		if dates := MeantDates(text); len(dates) == 1 {
			return "Write it without quotes: " + f.assignment(dates[0])
		}
		return f.dateHint(text)
	}
	return f.example()
}
