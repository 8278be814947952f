// Package site joins what the files say into one [Site].
//
// In go the settings and the parsed files, out comes everything that can be asked for: the pages and their addresses, the
// lists, what refers to what, the programmes. A Site is made anew for every build or edit, which is cheap, and is not
// changed afterwards. It reads and writes no files. A reference that leads nowhere is left as it is: package check reports it.
//
// An [Output] is a kind of file that the website is made of. One table has all that is known of each.
package site

import (
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/words"
)

// Options say what a build shows.
type Options struct {
	Drafts bool      // show drafts
	Future bool      // show articles dated in the future
	Now    time.Time // decides what is in the future and what has expired

	Words *words.Words // of the site's language, for what stands on cards; nil: none

	// Before is the site as it was before an edit. What is made of articles that are the same is taken from it, so that the next site is
	// made sooner; it is no other for that. nil: there was none.
	Before *Site
}

// Site is everything that there is to show.
type Site struct {
	Settings *parse.Settings
	*Definitions
	*Lists
	Pages    []*Page    // what is rendered
	Files    []Copied   // what is copied
	Withheld []Withheld // files of the content that are not published, by their paths
	Now      time.Time  // the moment for which it was made; no page shows it

	ArticlePages []*Page // of Pages those of articles, of which there may be many, the unlisted ones last
	OtherPages   []*Page // all others but cards

	settled settled
	shelf   []shelved
	pages   pageIndex
	files   fileIndex
	cards   cards
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
