package wordpress

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// footnotes are the footnotes of one text, which WordPress stores apart from it.
type footnotes []struct {
	ID      string `json:"id"`
	Content string `json:"content"` // HTML
}

// readFootnotes reads the stored footnotes; none if they cannot be read.
func readFootnotes(kept string) footnotes {
	var notes footnotes
	if json.Unmarshal([]byte(kept), &notes) != nil {
		return nil
	}
	return notes
}

// The signs that stand for a footnote while HTML becomes Markdown are private characters of Unicode.
var (
	footnoteCall  = regexp.MustCompile(`(?s)<sup\b[^>]*\bdata-fn="([^"]+)"[^>]*>.*?</sup>`)
	footnoteBlock = regexp.MustCompile(`<!--\s+wp:footnotes\s*(?:\{[^}]*\}\s*)?/-->`)
	footnoteSign  = regexp.MustCompile(`\x{E002}(\d+)\x{E003}`)
)

// mark puts signs where the text refers to its footnotes.
func (n footnotes) mark(content string) string {
	if len(n) == 0 {
		return content
	}
	content = footnoteBlock.ReplaceAllString(content, "")
	return footnoteCall.ReplaceAllStringFunc(content, func(s string) string {
		id := footnoteCall.FindStringSubmatch(s)[1]
		for i, note := range n {
			if note.ID == id {
				return fmt.Sprintf("\uE002%d\uE003", i+1)
			}
		}
		return s
	})
}

// write appends the footnotes to the finished text that refers to them.
func (n footnotes) write(text string, l *prose.Losses) string {
	called := map[int]bool{}
	text = footnoteSign.ReplaceAllStringFunc(text, func(s string) string {
		number, err := strconv.Atoi(footnoteSign.FindStringSubmatch(s)[1])
		if err != nil || number < 1 || number > len(n) {
			return ""
		}
		called[number] = true
		return fmt.Sprintf("[^%d]", number)
	})
	for i, note := range n {
		if called[i+1] {
			body := prose.FromHTML(prose.StripControls(note.Content), false, l)
			text += fmt.Sprintf("\n\n[^%d]: %s", i+1, strings.Join(strings.Fields(body), " "))
		}
	}
	return text
}
