// Package site joins what the files say into one [Site].
//
// In go the settings and the parsed files, out comes everything that can be asked for: the pages and their addresses, the
// lists, what refers to what, the programmes. A Site is made anew for every build or edit, which is cheap, and is not
// changed afterwards. It reads and writes no files. A reference that leads nowhere is left as it is: package check reports it.
package site

import (
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
	"github.com/legpress/legpress/generator/words"
)

// Options say what a build shows.
type Options struct {
	Drafts bool      // show drafts
	Future bool      // show articles dated in the future
	Now    time.Time // decides what is in the future and what has expired

	Words *words.Words        // of the site's language, for what stands on cards; nil: none
	Say   progression.Lexicon // what programmes say about themselves; nil: nothing

	// Before is the site as it was before an edit. Pages of articles that are the same are taken from it, so that the next site is
	// made sooner; it is no other for that. nil: there was none.
	Before *Site
}

// Site is everything that there is to show.
type Site struct {
	Settings   *parse.Settings
	Articles   []*parse.Article // newest first; those that are unlisted stand in Unlisted
	Standalone []*parse.Article // pages/*.md, by title; likewise
	Years      []Year           // newest first; none where all articles are of one year
	Tags       []*Tag           // by name
	Exercises  []*Exercise      // by pattern, then by name
	Runners    []*Runner        // by their order, then by name
	Plans      []*Plan          // by title; likewise
	Unlisted   Unlisted
	Sources    []*training.Source
	Moved      []parse.Moved
	Series     map[string][]*parse.Article // oldest first
	Hidden     []Hidden                    // by file
	Pages      []*Page                     // what is rendered
	Files      []Copied                    // what is copied
	Withheld   []Withheld                  // files of the content that are not published, by their paths
	Updated    time.Time                   // the newest date of any content; zero where there is none
	Now        time.Time                   // the moment for which it was made; no page shows it

	words      *words.Words
	say        progression.Lexicon
	cardFolder string
	names      map[string]map[string]bool // folder → ids of the files in it, readable or not, but for articles that were read
	written    func() map[string]bool     // the ids of all articles, shown or not, when they are asked for
	exercises  map[string]*Exercise
	runners    map[string]*Runner
	plans      map[string]*Plan
	hidden     map[string]*Hidden // by file, and by the address that it would have: no two have both
	sources    map[string]*training.Source
	byURL      map[string]*Page
	byFile     map[string]*Page   // but for articles
	copies     map[string]*Copied // by source file
	copyURLs   map[string]*Copied
	notPublic  map[string]*Copied // by the addresses that they would have: photos of which only forms are published, and what is withheld
	tags       map[string]*Tag    // by every word that stands for it
}

// Exercise is an exercise and what refers to it.
type Exercise struct {
	*training.Exercise
	URL            string
	Doc            *markdown.Doc    // nil where nothing is said about it
	Easier, Harder *Exercise        // nil at the ladder's ends
	Programmes     []*Programme     // that train it
	Articles       []*parse.Article // that mention it, newest first
}

// Runner is a runner type and what is there for it.
type Runner struct {
	*training.Runner
	URL        string
	Doc        *markdown.Doc
	Programmes []*Programme
	Articles   []*parse.Article // newest first
}

// Plan is a plan and its programmes, one for each of its runner types.
type Plan struct {
	*training.Plan
	URL        string
	Doc        *markdown.Doc
	Programmes []*Programme
}

// Programme is a plan as one runner type does it.
type Programme struct {
	Projection *progression.Programme
	URL        string
	Plan       *Plan
	Runner     *Runner
	Verdict    *rules.Verdict
}

// Tag is a word that articles share.
type Tag struct {
	Name     string // as its first article spells it
	URL      string
	Articles []*parse.Article // newest first
}

// Copied is a file that is copied as it is or, where it is a photo, a form of it.
type Copied struct {
	URL     string
	File    source.File
	Size    parse.Size             // of a picture, where it is known
	Tags    []rawhtml.Tag          // of a page that is copied as it is
	Styles  []rawhtml.StyleAddress // of a stylesheet that is copied as it is
	Photo   *picture.Photo         // nil for what is copied as it is
	Variant picture.Variant        // of the photo
	Fault   *picture.Fault         // why a picture cannot be used; nil where it can
	Shown   diag.Position          // of the first place where a page shows the picture; zero where none does

	SaysWhere  bool      // it is published as it is, and says where it was made
	Withheld   *Withheld // why the file is not published; nil where it is
	linked     bool      // as a file, by a page that is published
	isCard     bool      // it is the picture that stands for a page where it is shared
	hiddenUser string    // the file of the first hidden text that uses it
}
