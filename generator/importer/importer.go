// Package importer writes the articles and pages of another blog into a site.
//
// In goes a [Blog], which a package below this one has read from an export or a folder. Out comes a [Result]: the files to write, and
// everything that could not be carried over, with the line where it is missing. Old addresses become aliases, so that links from
// elsewhere keep working, and links between the texts become paths of files. The package must not fetch anything, nor overwrite a file.
package importer

import (
	"io/fs"
	"time"

	"github.com/legpress/legpress/generator/importer/prose"
)

// Blog is what was read of another blog, whatever program made it.
type Blog struct {
	Home  string            // where it was published: "https://example.org/blog/"; "" if that is unknown
	About About             // what it says of itself
	Posts []*Post           // in any order
	Lists map[string]string // old addresses of lists of articles, as links have them, with the tag of each; "" for all articles
	Feeds map[string]Feed   // old addresses of feeds, likewise
	Found []Finding         // what could not be carried over and is in no text

	Files fs.FS                      // the pictures and other files that are available; may be nil
	Find  func(path string) []string // the names among Files that a file of the old site may have: "/wp-content/uploads/row.jpg"
}

// About is what a blog says of itself. What it does not say is empty.
type About struct {
	Title       string
	Description string   // plain text
	Author      string   // who writes where a text names nobody
	Language    string   // a BCP 47 tag: "de", "pt-BR"
	TimeZone    string   // a name of the IANA database: "Europe/Berlin"
	Menu        []string // the addresses on the old site that its menu leads to, in their order
}

// Feed is a feed of the articles with a tag, or of all.
type Feed struct {
	Tag  string // "" for all articles
	Atom bool   // it is Atom, and otherwise RSS
}

// Post is an article or a page. Its dates are what its author's clock showed, as if in UTC; a date at midnight is only a day.
type Post struct {
	From     string // the file it was read from, with a line if there are several posts in it
	Page     bool
	Slug     string // the last word of its address
	Title    string
	Date     time.Time // zero for none
	Updated  time.Time
	Expires  time.Time
	Appears  time.Time // when it was to be shown, where that may be later than its date
	Hidden   string    // why it becomes a draft: the old blog did not show it, or may not have; "" if it did
	Shown    bool      // the old blog showed it before its date, too
	Author   string    // several are written "Ann Lee & Ben Fox"
	Series   string
	FeedID   string // of its entry in the old feeds; "" if that is unknown
	Tags     []string
	Summary  string // plain text
	Image    string // the address of the picture at the top
	ImageAlt string

	Old   []string // addresses on the old site, the current one first: "/2019/03/start/"; one with a query cannot be an alias
	Names []string // other addresses that links may use for it, such as the path of its file
	Dir   string   // the folder of its file, to which paths in its text may be relative

	Body    string // Markdown, with the links of the old site
	Excerpt string // what is above the mark for "read more", as Markdown
	Losses  prose.Losses
}

// Finding is something that could not be carried over unchanged.
type Finding struct {
	File   string // of the site, or of the blog
	Line   int    // 1-based; 0 for the file as a whole
	Reason string // what happens to things of this kind
	What   string // the thing in question; may be empty
}

// Reasons of findings.
const (
	reasonDraft      = "Texts that the old website did not show, or may not have shown, became drafts; where readers are to have one, take out draft = true"
	reasonToCome     = "Articles that the old website showed before their date appear here on that day"
	reasonExists     = "Files that are there already were left as they are; to have the old blog's, delete them and import again"
	reasonMoved      = "Old addresses of lists and feeds for content/moved.toml, which was there already"
	reasonNoPicture  = "Pictures that are not here stay out; a note in the file keeps their address"
	reasonUnshowable = "Pictures that browsers cannot show stay out: save them again as .jpg, and put them where the note is"
	reasonNoAlt      = "Pictures without a description got the name of their file; say what they show"
	reasonNoName     = "Videos without a name got the title of their text; say what they show"
	reasonPreview    = "Pictures that led to a video gave way to the video"
	reasonNoPost     = "Links to something that is not in the import lead to the old website"
	reasonNoTarget   = "Links that lead nowhere became plain words"
	reasonHidden     = "Links to what is not published became plain words"
	reasonScheme     = "Links of a kind that Legpress does not have became plain words"
	reasonNoPlace    = "Places on a page that are not there any more: the link leads to the whole page"
	reasonOddText    = "Signs that cannot be read as Markdown stand as they are"
	reasonAddress    = "Old addresses that a website of files cannot answer"
	reasonTag        = "Tags that no list can have, as systems keep their names for themselves, were taken out"
	reasonFeedID     = "Articles whose id in feeds another one has, too: feed readers show them as new ones"
	reasonCapitals   = "Old addresses that differ from the new one in capital letters alone: on most hosts they lead nowhere"
	reasonSame       = "Texts with an address that another one has got another name"
	reasonNoTitle    = "Texts without a title got one from their address"
	reasonStarter    = "Articles of the starter stay that its plans send runners to: read them, and rewrite what you would not sign"
	reasonAbout      = "What the old blog says of itself is not in content/site.toml, where you have written something else"
	reasonMenu       = "Entries of the old menu that this one cannot have, as they are no page of the site"
	reasonNoMenu     = "Pages that no menu leads to: name in content/site.toml, below menu, those that readers are to find"
	reasonNoDate     = "Articles without a date got the day of the import"
)
