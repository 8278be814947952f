package prose

import (
	"regexp"
	"strings"
)

// MaskCode returns a text of the same length in which code and what a backslash stands before are blanked out, so that what is searched
// for in it is Markdown. Line ends stay.
func MaskCode(text string) string {
	out := []byte(text)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			if out[i] != '\n' {
				out[i] = 0
			}
		}
	}
	shadowLines(text, blank)
	for i := 0; i < len(out); i++ {
		switch out[i] {
		case '\\':
			if i+1 < len(out) && out[i+1] != '\n' {
				blank(i, i+2)
			}
		case '`':
			run := 1
			for i+run < len(out) && out[i+run] == '`' {
				run++
			}
			if end := closeSpan(out, i+run, run); end > 0 {
				blank(i, end)
				i = end - 1
			} else {
				i += run - 1
			}
		}
	}
	return string(out)
}

// closeSpan returns where the code ends that begins at from, behind a number of backticks, or 0. It ends with its paragraph.
func closeSpan(text []byte, from, run int) int {
	for i := from; i < len(text); i++ {
		if text[i] == '\n' && i+1 < len(text) && text[i+1] == '\n' {
			return 0
		}
		if text[i] != '`' {
			continue
		}
		n := 1
		for i+n < len(text) && text[i+n] == '`' {
			n++
		}
		if n == run {
			return i + n
		}
		i += n - 1
	}
	return 0
}

var listItem = regexp.MustCompile(`^[ \t]{0,3}(?:[-*+]|\d+[.)])[ \t]`)

// mayBeItem reports whether a line begins as an entry of a list does.
func mayBeItem(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return line != "" && strings.IndexByte("-*+0123456789", line[0]) >= 0
}

// shadowLines finds code that is fenced or indented.
func shadowLines(text string, blank func(from, to int)) {
	fence, inList, afterBlank, inCode := "", false, true, false
	at := 0
	for line := range strings.Lines(text) {
		plain := strings.TrimSuffix(line, "\n")
		before := fence
		fence = fenceAfter(fence, plain)
		indented := strings.HasPrefix(plain, "    ") || strings.HasPrefix(plain, "\t")
		switch {
		case before != "" || fence != "":
			blank(at, at+len(line))
			inCode = false
		case strings.TrimSpace(plain) == "":
		case indented && !inList && (afterBlank || inCode):
			blank(at, at+len(line))
			inCode = true
		case mayBeItem(plain) && listItem.MatchString(plain):
			inList, inCode = true, false
		case !indented && afterBlank && !strings.HasPrefix(plain, " "):
			inList, inCode = false, false
		default:
			inCode = false
		}
		afterBlank = strings.TrimSpace(plain) == ""
		at += len(line)
	}
}
