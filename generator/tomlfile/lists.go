package tomlfile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mostWords is how many words a part of a text may have for the text to be a list that was typed in one: sentences have commas, too.
const mostWords = 2

var (
	listSigns    = regexp.MustCompile(`\s*[,;]\s*`)
	spacedSigns  = regexp.MustCompile(`\s*;\s*|,\s+`)
	decimalComma = regexp.MustCompile(`^\d+,\d+\D*$`)
	numberBefore = regexp.MustCompile(`^([\d.,]+)\s*(\D*)$`)
	wholeNumbers = regexp.MustCompile(`\d+`)
)

// listOf returns a text as the list of those that it names: "dumbbell, kettlebell" as ["dumbbell", "kettlebell"], and "4, 6 kg" as
// ["4 kg", "6 kg"] where the key takes weights.
func (f slot) listOf(text string) string {
	parts := f.parts(text)
	for i, part := range parts {
		parts[i] = f.quoted(part)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// parts returns what a text names one after the other, or the text alone where it is no list of words or weights.
func (f slot) parts(text string) []string {
	text = strings.TrimSpace(text)
	signs := listSigns
	if strings.Contains(text, ", ") {
		signs = spacedSigns // a comma alone may be that of a number
	}
	parts := slices.DeleteFunc(signs.Split(text, -1), func(part string) bool { return part == "" })
	if weights := f.weights(parts, text); weights != nil {
		return weights
	}
	if slices.ContainsFunc(parts, func(part string) bool { return len(strings.Fields(part)) > mostWords }) || strings.HasSuffix(text, ".") {
		return []string{text}
	}
	return parts
}

// weights returns numbers with the unit that each has or that is named behind the last, and with a point in place of a decimal comma; nil
// where there are others, or the key takes no units.
func (f slot) weights(parts []string, text string) []string {
	if f.unit() == "" {
		return nil
	}
	if decimalComma.MatchString(text) {
		parts = []string{text}
	}
	unit := ""
	weights := make([]string, len(parts))
	for i, part := range slices.Backward(parts) {
		number := numberBefore.FindStringSubmatch(part)
		if number == nil {
			return nil
		}
		if number[2] != "" {
			unit = number[2]
		}
		weights[i] = strings.TrimSpace(strings.Replace(number[1], ",", ".", 1) + " " + unit)
	}
	return weights
}

// element returns the slot of a value of the key's list.
func (f slot) element() slot {
	if f.closer == ']' || f.key == nil {
		return f
	}
	key := *f.key
	if first := firstOf(key.Example); first != "" {
		key.Example = first
	}
	return slot{key: &key, closer: ']'}
}

// numbersIn returns the whole numbers that a text names, as a list is typed: [25, 45] for "25-45 min"; "" where there is none.
func numbersIn(text string) string {
	numbers := wholeNumbers.FindAllString(text, -1)
	for i, number := range numbers {
		n, err := strconv.Atoi(number)
		if err != nil {
			return ""
		}
		numbers[i] = strconv.Itoa(n)
	}
	if len(numbers) == 0 || strings.HasPrefix(text, "-") || strings.ContainsAny(text, ".") {
		return ""
	}
	return "[" + strings.Join(numbers, ", ") + "]"
}
