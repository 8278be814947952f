package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// redirect is an old address of a list or a feed, and its new one.
type redirect struct{ old, to string }

// reserveLists marks the addresses of the lists that the site will have as taken.
func (w *importRun) reserveLists() {
	lists := map[string]int{"/": 0} // with how many articles
	for _, t := range w.texts {
		if t.Page {
			continue
		}
		lists["/articles/"]++
		lists[t.Date.Format("/articles/2006/")]++
		for _, tag := range t.Tags {
			lists[w.settings.TagURL(tag)]++
		}
	}
	for list, articles := range lists {
		for page := 2; page <= (articles-1)/w.settings.PerPage+1; page++ {
			w.taken.add(fmt.Sprintf("%spage/%d/", list, page))
		}
		w.taken.add(list)
		for _, feed := range site.Feeds() {
			w.taken.add(feed.Of(list))
		}
	}
}

// addRedirects adds redirects for the old addresses of lists and feeds, unless the site has something else there.
func (w *importRun) addRedirects() {
	for old, tag := range w.blog.Lists {
		if list := w.settings.TagURL(tag); tag != "" && w.hiddenTags[list] && !w.tags[list] {
			continue // only drafts have the tag
		}
		w.addRedirect(old, w.lists[addressKey(old)])
	}
	if w.home != nil {
		w.addRedirect(w.home.Path, "/")
	}
	for old, f := range w.blog.Feeds {
		feed := site.RSSFile
		if f.Atom {
			feed = site.AtomFile
		}
		switch list := w.settings.TagURL(f.Tag); {
		case f.Tag != "" && w.hiddenTags[list] && !w.tags[list]:
		case f.Tag != "" && w.tags[list]:
			w.addRedirect(old, feed.Of(list))
		case w.hasShown:
			w.addRedirect(old, feed.Of("/"))
		}
	}
	slices.SortFunc(w.redirects, func(a, b redirect) int { return cmp.Compare(a.old, b.old) })
}

func (w *importRun) addRedirect(old, to string) {
	address, ok := w.address(old)
	if !ok || w.taken.has(address) {
		return
	}
	if isXML(address) && !isXML(to) {
		w.report(Finding{File: parse.MovedFile, Reason: reasonAddress, What: old})
		return
	}
	w.taken.add(address)
	w.redirects = append(w.redirects, redirect{address, to})
}

// redirectsFile returns the file with the redirects; none if the site has such a file already.
func (w *importRun) redirectsFile() []File {
	if len(w.redirects) == 0 {
		return nil
	}
	if _, ok := w.snapshot.File(parse.MovedFile); ok {
		for _, m := range w.redirects {
			w.report(Finding{File: parse.MovedFile, Reason: reasonMoved, What: m.line()})
		}
		return nil
	}
	var b strings.Builder
	b.WriteString("# Old addresses of lists and feeds, and where they lead.\n\n")
	for _, m := range w.redirects {
		b.WriteString(m.line() + "\n")
	}
	return []File{{Path: parse.MovedFile, Text: []byte(b.String())}}
}

func (m redirect) line() string { return fmt.Sprintf("%s = %s", quoted(m.old), quoted(m.to)) }
