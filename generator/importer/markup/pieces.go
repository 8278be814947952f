package markup

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// Pieces are the parts of one text that are Markdown already, or that HTML cannot say.
type Pieces struct {
	list  []string
	notes []string // the contents of footnotes, as HTML
}

// The sign of a piece is its number between two private characters of Unicode.
var pieceSign = regexp.MustCompile(`\x{E002}(\d+)\x{E003}`)

// Clean takes what would be read as a sign or a mark out of a text from elsewhere.
func Clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\uE002' || r == '\uE003' {
			return -1
		}
		return r
	}, prose.StripControls(text))
}

// Hold puts Markdown aside, and returns the sign that stands for it in the HTML.
func (p *Pieces) Hold(markdown string) string {
	p.list = append(p.list, markdown)
	return fmt.Sprintf("\uE002%d\uE003", len(p.list)-1)
}

// Footnote adds a footnote, whose content is HTML, and returns what stands for it where the text refers to it.
func (p *Pieces) Footnote(content string) string {
	p.notes = append(p.notes, content)
	return p.Hold(fmt.Sprintf("[^%d]", len(p.notes)))
}

// Callout returns HTML that becomes a note beside the text; its content is HTML, too.
func (p *Pieces) Callout(content string) string {
	return "<blockquote><p>" + p.Hold("[!NOTE]") + "</p>" + content + "</blockquote>"
}

// ToMarkdown turns HTML with signs into Markdown, and writes the footnotes below it.
func (p *Pieces) ToMarkdown(src string, l *prose.Losses) string {
	text := p.restore(prose.FromHTML(src, false, l))
	for i := 0; i < len(p.notes); i++ { // a footnote may add another one
		body := p.restore(prose.FromHTML(p.notes[i], false, l))
		text += fmt.Sprintf("\n\n[^%d]: %s", i+1, strings.Join(strings.Fields(body), " "))
	}
	return text
}

// restore writes the pieces of a text where their signs are.
func (p *Pieces) restore(text string) string {
	return pieceSign.ReplaceAllStringFunc(text, func(s string) string {
		number, err := strconv.Atoi(pieceSign.FindStringSubmatch(s)[1])
		if err != nil || number >= len(p.list) {
			return ""
		}
		return p.list[number]
	})
}
