package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// moved is an old address of a list or a feed, and where it leads.
type moved struct{ old, to string }

// reserve takes the addresses of the lists that the site will have.
func (w *work) reserve() {
	lists := []string{"/"}
	for _, t := range w.texts {
		if t.Page {
			continue
		}
		lists = append(lists, t.Date.Format("/articles/2006/"))
		for _, tag := range t.Tags {
			lists = append(lists, w.settings.TagURL(tag))
		}
	}
	for _, list := range lists {
		w.taken[file(list)] = true
		for _, feed := range site.Feeds() {
			w.taken[file(feed.Of(list))] = true
		}
	}
}

// lead notes where the old addresses of lists and feeds lead, those that the site does not answer itself.
func (w *work) lead() {
	for old, tag := range w.blog.Lists {
		if list := w.settings.TagURL(tag); tag != "" && w.hiddenTags[list] && !w.tags[list] {
			continue // the tag is a word that nobody has seen
		}
		w.leadTo(old, w.lists[known(old)])
	}
	if w.home != nil {
		w.leadTo(w.home.Path, "/")
	}
	for old, f := range w.blog.Feeds {
		feed := site.RSSFile
		if f.Atom {
			feed = site.AtomFile
		}
		switch list := w.settings.TagURL(f.Tag); {
		case f.Tag != "" && w.hiddenTags[list] && !w.tags[list]:
		case f.Tag != "" && w.tags[list]:
			w.leadTo(old, feed.Of(list))
		case w.shown:
			w.leadTo(old, feed.Of("/"))
		}
	}
	slices.SortFunc(w.moved, func(a, b moved) int { return cmp.Compare(a.old, b.old) })
}

func (w *work) leadTo(old, to string) {
	address, ok := w.address(old)
	if ok && !w.taken[file(address)] {
		w.taken[file(address)] = true
		w.moved = append(w.moved, moved{address, to})
	}
}

// movedFile returns the file with the old addresses of lists and feeds. One that is there already is left as it is.
func (w *work) movedFile() []File {
	if len(w.moved) == 0 {
		return nil
	}
	if _, ok := w.snapshot.File(parse.MovedFile); ok {
		for _, m := range w.moved {
			w.find(Finding{File: parse.MovedFile, Reason: reasonMoved, What: m.line()})
		}
		return nil
	}
	var b strings.Builder
	b.WriteString("# Old addresses of lists and feeds, and where they lead.\n\n")
	for _, m := range w.moved {
		b.WriteString(m.line() + "\n")
	}
	return []File{{Path: parse.MovedFile, Text: []byte(b.String())}}
}

func (m moved) line() string { return fmt.Sprintf("%s = %s", quoted(m.old), quoted(m.to)) }
