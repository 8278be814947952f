package tomlfile

import (
	"strconv"
	"strings"
	"time"
)

// shapeOf returns the shape of a value without quotes and brackets; shapeBroken where TOML has no such value.
func shapeOf(token string) shape {
	if token == "" {
		return shapeBroken
	}
	switch token {
	case "true", "false":
		return shapeBoolean
	case "inf", "+inf", "-inf", "nan", "+nan", "-nan":
		return shapeFloat
	}
	if c := token[0]; !isDigit(c) && c != '+' && c != '-' {
		return shapeBroken
	}
	switch {
	case isInteger(token):
		return shapeInteger
	case isFloat(token):
		return shapeFloat
	}
	return dateShape(token)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digitsLength returns the length of the digits at the start of text, which may be grouped by single underscores.
func digitsLength(text string) int {
	n := 0
	for n < len(text) && (isDigit(text[n]) || text[n] == '_' && n > 0 && text[n-1] != '_' && n+1 < len(text) && isDigit(text[n+1])) {
		n++
	}
	return n
}

// wholeLength returns the length of the decimal whole number at the start of text; 0 where there is none, or one like 007.
func wholeLength(text string) int {
	sign := 0
	if text != "" && (text[0] == '+' || text[0] == '-') {
		sign = 1
	}
	n := digitsLength(text[sign:])
	if n == 0 || n > 1 && text[sign] == '0' {
		return 0
	}
	return sign + n
}

func isInteger(token string) bool {
	if len(token) > 2 && token[0] == '0' && strings.IndexByte("xob", token[1]) >= 0 {
		if token[2] == '_' || token[len(token)-1] == '_' || strings.Contains(token, "__") {
			return false
		}
	} else if wholeLength(token) != len(token) {
		return false
	}
	number := strings.ReplaceAll(token, "_", "")
	_, err := strconv.ParseInt(number, 0, 64)
	return err == nil
}

func isFloat(token string) bool {
	n := wholeLength(token)
	if n == 0 || n == len(token) {
		return false
	}
	rest := token[n:]
	if rest[0] == '.' {
		n = digitsLength(rest[1:])
		if n == 0 {
			return false
		}
		rest = rest[1+n:]
	}
	if rest != "" {
		if rest[0] != 'e' && rest[0] != 'E' {
			return false
		}
		rest = rest[1:]
		if rest != "" && (rest[0] == '+' || rest[0] == '-') {
			rest = rest[1:]
		}
		if n = digitsLength(rest); n == 0 || n != len(rest) {
			return false
		}
	}
	_, err := strconv.ParseFloat(strings.ReplaceAll(token, "_", ""), 64)
	return err == nil
}

// dateShape returns the shape of a date, a date with a time, or a time.
func dateShape(token string) shape {
	if !fits(token, "0000-00-00") {
		if isClock(token) {
			return shapeClock
		}
		return shapeBroken
	}
	if _, err := time.Parse(time.DateOnly, token[:10]); err != nil {
		return shapeBroken
	}
	rest := token[10:]
	if rest == "" {
		return shapeDate
	}
	if strings.IndexByte("Tt ", rest[0]) < 0 {
		return shapeBroken
	}
	clock, zone := rest[1:], ""
	if i := strings.IndexAny(clock, "Zz+-"); i >= 0 {
		clock, zone = clock[:i], clock[i:]
	}
	if isClock(clock) && isZone(zone) {
		return shapeDate
	}
	return shapeBroken
}

// fits reports whether text begins like the pattern, in which 0 stands for any digit.
func fits(text, pattern string) bool {
	if len(text) < len(pattern) {
		return false
	}
	for i := range len(pattern) {
		if pattern[i] == '0' && !isDigit(text[i]) || pattern[i] != '0' && pattern[i] != text[i] {
			return false
		}
	}
	return true
}

// isClock reports whether text is 07:30, 07:30:00 or 07:30:00.25.
func isClock(text string) bool {
	if !fits(text, "00:00") || text[:2] > "23" || text[3:5] > "59" {
		return false
	}
	text = text[5:]
	if text == "" {
		return true
	}
	if !fits(text, ":00") || text[1:3] > "59" {
		return false
	}
	text = text[3:]
	return text == "" || text[0] == '.' && len(text) > 1 && strings.Trim(text[1:], "0123456789") == ""
}

func isZone(text string) bool {
	if text == "" || text == "Z" || text == "z" {
		return true
	}
	return len(text) == 6 && (text[0] == '+' || text[0] == '-') && fits(text[1:], "00:00") && text[1:3] <= "23" && text[4:] <= "59"
}
