// Package markdown turns one Markdown text into a [Doc].
//
// In go the bytes and their position in a file, out comes HTML in parts. Between the parts are references that only the whole site can
// fill in: the address behind exercise:goblet-squat, the size of a picture, a card. So a text is parsed once, by itself, and rendering
// a page joins strings. goldmark is imported here and nowhere else.
//
// What an author may write is CommonMark with tables, strikethrough, task lists, footnotes, definition lists and callouts. Straight
// quotes, dashes and dots become those of the site's language. HTML is a problem, unless the site lets it through. Letters are composed,
// as package nfc does it: names that look the same are the same.
//
// In one thing it differs from CommonMark. A run of * or ~ between figures is part of a dose and stays as typed: 3*8*20kg, 8~12 reps,
// 20kg*3*8. A figure may have a unit, and a word that is multiplied counts as one: 8*bodyweight*2. A single * within a word stays as
// typed, too, as in squat*3*8, and so does a single ~ anywhere, as in ~2 min: two of them strike words out.
//
// What was probably meant as markup and is shown as typed gets a warning, and so does a line that became a heading, a list or code by
// accident.
//
// It must not know what exists on the site: whether a reference leads anywhere is found by package check.
package markdown

import (
	"html/template"
	"iter"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// Options are the site's settings that change how a text is read.
type Options struct {
	Language string                    // of the site, a BCP 47 tag: decides which quotation marks are set
	RawHTML  bool                      // let HTML in the text through instead of reporting it; then nothing vouches for the output
	Images   func(address string) bool // whether a picture on another website may be shown; nil: none may
	Words    Words                     // that reading adds to a text
	Phrases  Phrases                   // that need a source
	Reserved []string                  // ids of the theme, which no heading gets: "main" keeps main, main-2, main-3 and so on free
}

// Words are the few words that reading a text adds to it, mostly for those who hear a page. An empty one is the English one.
type Words struct {
	Footnotes string // names the list of footnotes: "Footnotes"
	Footnote  string // before the number of one: "Footnote"
	Back      string // before the number of the place in the text that a footnote leads back to: "Back to reference"
	Source    string // before the number of a source: "Source"
	Table     string // before the headings of a table's columns: "Table"
	Done      string // a task that is ticked: "Done"
	Open      string // a task that is not: "To do"

	Video string // beside the website that a video comes from

	Note, Tip, Important, Warning, Caution string // above a callout
}

// Source is the text to read.
type Source struct {
	Text   []byte
	Pos    diag.Position // of the text's first byte
	Prefix string        // of every id in the HTML, for pages that show several texts; as a rule empty
}

// RefKind says what a reference becomes.
type RefKind int

const (
	Link     RefKind = iota // the address alone, inside href="..."
	Picture                 // a whole <img>
	Card                    // a block: ![](exercise:goblet-squat)
	Citation                // nothing, or a note on the source: the number and its link are in the HTML already; the site checks that it exists
	Name                    // what the target is called: the words of [](exercise:goblet-squat), whose Link is the Ref before
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
	Caption  bool   // the picture stands alone in its paragraph, which is left out: a <figure> may stand there
	Pos      diag.Position
}

// Part is a piece of HTML and the reference that follows it. Each Ref follows one part.
type Part struct {
	HTML template.HTML // well-formed only together with the other parts
	Ref  int           // index into Doc.Refs, or -1
}

// Heading is a heading with its id. An empty heading is not one.
type Heading struct {
	Level int // 2 to 6: the page's title is the only heading of level 1
	ID    string
	Text  string        // plain
	HTML  template.HTML // without links, footnotes, citations and pictures, so that it can be the words of a link
}

// Doc is a text that was read. It is not changed after Parse returns it.
//
// A page that shows a Doc with citations lists its sources: source number n at id Prefix + "source-n", leading back to
// Prefix + "cite-n", the place where it is first cited.
type Doc struct {
	Parts     []Part
	Refs      []Ref
	External  []External    // links to other hosts, for check --external
	Tags      []rawhtml.Tag // of HTML that was let through
	Headings  []Heading
	IDs       map[string]bool // every id in the HTML with its prefix, for fragments; not those in HTML that was let through
	Citations []string        // ids of the sources cited, in order of first citation: number n is Citations[n-1]
	Phrases   []Phrase        // phrases of Options.Phrases, but for those that a source makes good and that are cited
	Coloured  bool            // there is code whose parts are told apart
	Videos    int             // that play when they are clicked, if the page has the script for it
	Summary   string          // the first paragraph as plain text, cut at a word to about 200 characters
	Words     int             // that a reader reads; each character of Chinese and Japanese counts as one

	raw bool // HTML was let through
}

// HTMLAddresses yields the addresses in HTML that was let through, as they were written, with the places of their attributes.
func (d *Doc) HTMLAddresses() iter.Seq2[string, diag.Position] {
	return func(yield func(string, diag.Position) bool) {
		for _, tag := range d.Tags {
			for _, a := range tag.Attributes {
				for _, address := range tag.Addresses(a) {
					if !yield(address, a.Pos) {
						return
					}
				}
			}
		}
	}
}

// External is a link to another host.
type External struct {
	URL string
	Pos diag.Position
}

// Parser reads texts. It may be used by several goroutines.
type Parser struct {
	options  Options
	grammar  parser.Parser
	quotes   *quotes
	reserved map[string]bool
	buffers  sync.Pool // of *[]byte, for the HTML while it grows
}

// New returns a parser for the texts of a site.
func New(o Options) *Parser {
	o.Words = o.Words.orEnglish()
	return &Parser{
		options:  o,
		grammar:  newGrammar(),
		quotes:   quotesOf(o.Language),
		reserved: reservedIDs(o.Reserved),
		buffers:  sync.Pool{New: func() any { return new([]byte) }},
	}
}

// Parse reads the text. The Doc is never nil: what is wrong is left out of it, or in it as plain text.
func (p *Parser) Parse(src Source) (*Doc, diag.List) {
	if len(src.Text) > maxBytes {
		w := newWriter(p, Source{Pos: src.Pos, Prefix: src.Prefix})
		w.problem(src.Pos, diag.Error, tooLarge)
		return w.doc, w.problems
	}
	w := newWriter(p, src)
	if !utf8.Valid(w.src) {
		w.repair()
	}
	w.hideConflicts()
	found := &findings{}
	pc := parser.NewContext()
	pc.Set(findingsKey, found)
	root := p.grammar.Parse(text.NewReader(w.src), parser.WithContext(pc))
	w.findings = found
	for _, f := range found.faults {
		w.problem(w.pos(f.start, f.stop), f.severity, f.fault)
	}
	w.reportSuspects(pc)
	w.warnUnusedFootnotes()
	w.warnUnusedDefinitions(root, pc)
	w.explicitIDs(root)

	buffer := p.buffers.Get().(*[]byte)
	w.out = (*buffer)[:0]
	w.children(root)
	w.findPhrases(root)
	w.warnFrontMatter(root)
	w.checkMarkup(root)
	w.assemble(root)
	*buffer = w.out
	p.buffers.Put(buffer)
	return w.doc, w.problems
}

func (w Words) orEnglish() Words {
	for _, word := range []struct {
		of      *string
		english string
	}{
		{&w.Footnotes, "Footnotes"},
		{&w.Footnote, "Footnote"},
		{&w.Back, "Back to reference"},
		{&w.Source, "Source"},
		{&w.Table, "Table"},
		{&w.Done, "Done"},
		{&w.Open, "To do"},
		{&w.Video, "Video"},
		{&w.Note, "Note"},
		{&w.Tip, "Tip"},
		{&w.Important, "Important"},
		{&w.Warning, "Warning"},
		{&w.Caution, "Caution"},
	} {
		if *word.of == "" {
			*word.of = word.english
		}
	}
	return w
}
