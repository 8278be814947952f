// Package importer writes the articles and pages of another blog into a site.
//
// In goes a [Blog], which one of the readers below this package made of an export or a folder, out comes a [Result]: the files to be
// written, and everything that could not be carried over, with the place where it is missing. Old addresses become aliases, so that links from
// elsewhere keep working, and links between the texts become paths of files. Nothing is ever fetched, and nothing that is there is
// written over.
package importer

import (
	"io/fs"
	"time"

	"github.com/legpress/legpress/generator/importer/prose"
)

// Blog is what a reader found, in the words of no program in particular.
type Blog struct {
	Home  string            // where it was published: "https://example.org/blog/"; "" where nobody knows
	Posts []*Post           // in any order
	Lists map[string]string // old addresses of lists of articles, as they stand in links, and the tag that each is of; "" for all articles
	Feeds map[string]Feed   // old addresses of feeds, likewise
	Found []Finding         // what could not be carried over and stands in no text

	Files fs.FS                      // the pictures and other files that are here; may be nil
	Find  func(path string) []string // the names among Files that a file of the old site may have: "/wp-content/uploads/row.jpg"
}

// Feed is a feed of the articles with a tag, or of all.
type Feed struct {
	Tag  string // "" for all articles
	Atom bool   // it is Atom, and otherwise RSS
}

// Post is an article or a page. Its dates are what its author's clock showed, as if that had been in UTC; one at midnight is a day.
type Post struct {
	From     string // where it was read: the file, with a line if there are several in it
	Page     bool
	Slug     string // the last word of its address
	Title    string
	Date     time.Time // zero for none
	Updated  time.Time
	Expires  time.Time
	Appears  time.Time // the instant from which it was to be shown, where that may be later than its date
	Hidden   string    // why it becomes a draft: the old blog did not show it, or that cannot be judged; "" where it did
	Author   string
	Series   string
	FeedID   string // of its entry in the old feeds; "" where nobody knows
	Tags     []string
	Summary  string // plain text
	Image    string // the address of the picture at the top
	ImageAlt string

	Old   []string // addresses on the old site, the current one first: "/2019/03/start/"; those with a query cannot lead on
	Names []string // other addresses that links may use for it: the path of its file
	Dir   string   // where paths in its text may begin besides its address: the folder of its file

	Body    string // Markdown, with the links of the old site
	Excerpt string // what stands above the mark for "read more", as Markdown
	Losses  prose.Losses
}

// Finding is something that could not be carried over as it was.
type Finding struct {
	File   string // of the site, or else of the blog
	Line   int    // 1-based; 0 for the file as a whole
	Reason string // what happens to things of this kind
	What   string // the thing in question; may be empty
}

// The reasons that are found here.
const (
	reasonDraft     = "Texts that the old website did not show, or may not have shown, became drafts; where readers are to have one, take out draft = true"
	reasonThere     = "Files that are there already were left as they are; to have the old blog's, delete them and import again"
	reasonMoved     = "Old addresses of lists and feeds for content/moved.toml, which was there already"
	reasonNoPicture = "Pictures that are not here stay out; a note in the file keeps their address"
	reasonSpoilt    = "Pictures that browsers cannot show stay out: save them again as .jpg, and put them where the note is"
	reasonNoAlt     = "Pictures without a description got the name of their file; say what they show"
	reasonNoName    = "Videos without a name got the title of their text; say what they show"
	reasonNoPost    = "Links to something that is not in the import lead to the old website"
	reasonNoTarget  = "Links that lead nowhere became plain words"
	reasonHidden    = "Links to what is not published became plain words"
	reasonScheme    = "Links of a kind that Legpress does not have became plain words"
	reasonNoPlace   = "Places on a page that are not there any more: the link leads to the whole page"
	reasonOddText   = "Signs that cannot be read as Markdown stand as they are"
	reasonAddress   = "Old addresses that a website of files cannot answer"
	reasonSame      = "Texts with an address that another one has got another name"
	reasonNoTitle   = "Texts without a title got one from their address"
	reasonNoDate    = "Articles without a date got the day of the import"
)
