package site

import (
	"slices"
	"sync"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
)

// Join makes the site: of the files what they define, of that the programmes, the lists and the pages, and last the files that the pages
// use. Parsed files may come in any order. The problems are those of the files and of the programmes; everything else that only the whole
// site can get wrong is found by package check. What a conflict copy says is passed over.
func Join(settings *parse.Settings, files []*parse.File, o Options) (*Site, diag.List) {
	copies := &conflicts{files: files}
	settled := settle(files, o)
	files, textCopies := withoutCopies(settled.others, copies)
	defined := define(files, settled.articles, settings.Language, o)
	programmes, problems := project(defined, settings)
	link(defined, programmes)
	copied := copiedFiles(files)

	b := &pageBuilder{settings: settings, Definitions: defined, files: newFileIndex(copied, copied)}
	b.cards = newCards(settings, copied, b.files, o.Words)
	var lists sync.WaitGroup
	lists.Go(func() { b.Lists = newLists(defined, settings, o.Before) })
	index := pageIndex{articles: b.addArticles(o.Before)}
	lists.Wait()
	b.addOthers()
	index.add(b.others)

	s := &Site{Settings: settings, Definitions: defined, Lists: b.Lists, Pages: b.pages, ArticlePages: b.articles, OtherPages: b.others, Now: o.Now,
		settled: settled, shelf: b.shelf, pages: index, files: b.files, cards: b.cards}
	all, public := s.publish(copied, copies)
	s.Files, s.Withheld, s.files = public, allWithheld(all, textCopies), newFileIndex(all, public)
	return s, slices.Concat(problemsOf(files), problems)
}

func problemsOf(files []*parse.File) diag.List {
	var list diag.List
	for _, f := range files {
		list.Add(f.Problems...)
	}
	return list
}
