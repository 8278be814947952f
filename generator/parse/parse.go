// Package parse reads the files of a site, each by itself.
//
// In go the settings and one file of the content, out comes what it says, an article, a page or a definition, with everything that can be
// known to be wrong with it from this file alone: a key that does not exist, a day in the wrong order, a claim beyond the evidence.
// [ReadSettings] reads the settings themselves. Nothing here knows of another file; package site joins them.
package parse

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/webfont"
)

// File is what one file says. At most one of the definitions is set. It is not changed after Parse returns it.
type File struct {
	File     source.File
	Article  *Article
	Page     *Article
	Exercise *training.Exercise
	Runner   *training.Runner
	Plan     *training.Plan
	Sources  []*training.Source
	Moved    []Moved
	About    *markdown.Doc          // of an exercise, a runner type or a plan; nil where it says nothing
	Tags     []rawhtml.Tag          // of a page that is copied as it is
	Styles   []rawhtml.StyleAddress // of a stylesheet that is copied as it is
	Size     Size                   // of a picture, where it is known
	Photo    *picture.Photo         // where the file is one
	Fault    *picture.Fault         // why a picture cannot be used; nil where it can
	Font     *webfont.Font          // where the file is one for the web
	Letters  *card.Letters          // where it is a font for cards
	Problems diag.List

	Meant     string // the path that the file should have, where it lies in a wrong folder or has a wrong name; "" where all is well
	SaysWhere bool   // of a photo or a film that is published as it is: where it was made
}

// Parser reads files, each by itself. It may be used from several goroutines.
type Parser struct {
	settings *Settings
	open     func(path string) (io.ReadCloser, error)
	words    markdown.Words
	markdown *markdown.Parser
	article  *tomlfile.Format // of the front matter; there are many articles
	page     *tomlfile.Format
}

// New returns a parser for a site with these settings; the words are those that Markdown needs, of footnotes for instance. The function
// opens a file of the site that was not read: pictures are, for their size.
func New(s *Settings, words markdown.Words, open func(path string) (io.ReadCloser, error)) *Parser {
	o := markdown.Options{Language: s.Language, RawHTML: s.RawHTML, Words: words, Reserved: themeIDs(), Images: s.Policy().AllowsImage,
		Phrases: claimPhrases(s.Language)}
	return &Parser{settings: s, open: open, words: words, markdown: markdown.New(o), article: ArticleFormat(), page: PageFormat()}
}

// ReadsLike reports whether two parsers read every file alike, because the settings and words that have a say in it are the same.
func (p *Parser) ReadsLike(q *Parser) bool {
	a, b := p.settings, q.settings
	return a.Language == b.Language && a.RawHTML == b.RawHTML && a.Zone.String() == b.Zone.String() && p.words == q.words &&
		a.URL == b.URL && slices.Equal(a.Outside.Images, b.Outside.Images)
}

// themeIDs returns the ids that a theme may use on a page with a text; all others of the theme's begin with "_", as no heading's does.
func themeIDs() []string { return []string{"source", "cite", "plan-week"} }

// Parse reads one file below content/. The settings are not read again.
func (p *Parser) Parse(f source.File) *File {
	meant := MeantAt(f)
	out := &File{File: f, Meant: cmp.Or(meant, wellNamed(f.Path))}
	switch folder := Folder(f.Path); {
	case folder == StaticFolder:
		out.SaysWhere = p.saysWhere(f)
		p.readNames(out)
		p.readFont(out)
	case f.Path == SettingsFile:
	case path.Ext(f.Path) != f.Ext() && (f.Ext() == ".md" || f.Ext() == ".toml"):
		out.Problems.Add(capitalEnding(f))
	case meant != "" && out.IsText():
		out.Problems.Add(misplaced(f, meant))
	case f.Path == SourcesFile:
		sources, problems := training.ReadSources(f.Path, out.decode(training.SourcesFormat()))
		out.Sources = sources
		out.Problems.Add(problems...)
	case f.Path == MovedFile:
		out.Moved = readMoved(out.decode(MovedFormat()))
	case folder == ArticlesFolder && f.Ext() == ".md":
		p.parseText(out, true)
	case folder == PagesFolder && f.Ext() == ".md":
		p.parseText(out, false)
	case IsDefinition(folder) && f.Ext() == ".toml":
		p.parseDefinition(out, folder)
	case f.Ext() == ".md" || f.Ext() == ".toml":
		out.Problems.Add(misplaced(f, ""))
	default:
		p.measure(out)
		p.readNames(out)
		p.readFont(out)
	}
	return out
}

// IsText reports whether the file is a text or one of the files in TOML, not one to be copied.
func (f *File) IsText() bool { return !IsCopied(f.File) }

// parseText reads an article or, with dated false, a page.
func (p *Parser) parseText(out *File, dated bool) {
	f := out.File
	depth := strings.Count(f.Path, "/")
	if depth > 3 || depth == 3 && path.Base(f.Path) != "index.md" {
		out.Problems.Add(diag.Errorf(diag.Position{File: f.Path}, "misplaced", "a text stands directly in %s, or as index.md in a folder of its own there.", Folder(f.Path)).
			WithHint("Move it up."))
		return
	}
	a, problems := p.parseArticle(f, dated)
	out.Problems = append(problems, checkName(f.Path, a.ID, card.Folder[1:]+a.Card)...)
	if dated {
		out.Article = a
	} else {
		out.Page = a
	}
}

// Draft reports whether the author says that the file is not to be published.
func (f *File) Draft() bool {
	switch {
	case f.Article != nil:
		return f.Article.Draft
	case f.Page != nil:
		return f.Page.Draft
	case f.Exercise != nil:
		return f.Exercise.Draft
	case f.Runner != nil:
		return f.Runner.Draft
	case f.Plan != nil:
		return f.Plan.Draft
	}
	return false
}
