// Package markdown turns one Markdown text into a [Doc].
//
// In go the bytes and the place they stand at, out comes HTML in parts: between them stand the references that only the
// whole site can fill in (the address behind exercise:goblet-squat, a picture's size, a card). So a text is parsed once,
// by itself, and rendering a page is putting strings together. goldmark is imported here and nowhere else.
package markdown

import (
	"html/template"

	"github.com/legpress/legpress/generator/diag"
)

// Options are the site's settings that change how a text is read.
type Options struct {
	Language string // of the site, a BCP 47 tag: decides which quotation marks are set
	RawHTML  bool   // let HTML in the text through instead of reporting it
}

// Source is the text to read.
type Source struct {
	Text []byte
	Pos  diag.Position // of the text's first byte
}

// RefKind says what a reference becomes.
type RefKind int

const (
	Link     RefKind = iota // the address alone, inside href="..."
	Picture                 // a whole <img>
	Card                    // a block: ![](exercise:goblet-squat)
	Citation                // the address of the entry in the list of sources is known; the site checks that the source exists
)

// Ref is a place in the text that leads elsewhere on the site. Links to other hosts, mailto: and the like are not Refs.
type Ref struct {
	Kind     RefKind
	Scheme   string // "exercise", "runner", "plan", "article", "source"; "" for a path
	Target   string // the id, or the path as it was written, unescaped, without query and fragment; "" for a fragment alone
	Query    string // with its "?", or ""
	Fragment string // without "#", unescaped
	Alt      string // of pictures and cards, plain text
	Title    string // of pictures, plain text
	Caption  bool   // the picture stands alone in its paragraph
	Pos      diag.Position
}

// Part is a piece of HTML and the reference that follows it.
type Part struct {
	HTML template.HTML // well-formed only together with the other parts
	Ref  int           // index into Doc.Refs, or -1
}

// Heading is a heading with its id.
type Heading struct {
	Level int
	ID    string
	Text  string // plain
	HTML  template.HTML
}

// Doc is a text that was read. It is not changed after Parse returns it.
type Doc struct {
	Parts     []Part
	Refs      []Ref
	External  []External // links to other hosts, for check --external
	Headings  []Heading
	IDs       map[string]bool // every id in the HTML, for fragments
	Citations []string        // ids of the sources cited, in order of first citation: number n is Citations[n-1]
	Summary   string          // the first paragraph as plain text, cut at a word to about 200 characters
	Words     int
}

// External is a link to another host.
type External struct {
	URL string
	Pos diag.Position
}

// Parse reads the text. The Doc is never nil.
func Parse(src Source, o Options) (*Doc, diag.List) { panic("being written") }
