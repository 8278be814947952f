package site

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
)

// Definitions are what the files say, each kind in the order in which the site shows it.
type Definitions struct {
	Articles   []*parse.Article // newest first; those that are unlisted stand in Unlisted
	Home       *parse.Article   // pages/home.md, which stands on the home page; nil where there is none
	Standalone []*parse.Article // the other pages/*.md, by title; likewise
	Exercises  []*Exercise      // by pattern, then by name
	Runners    []*Runner        // by their order, then by name
	Plans      []*Plan          // by title; likewise
	Unlisted   Unlisted
	Sources    []*training.Source
	Moved      []parse.Moved
	Hidden     []Hidden // by file

	exercises     map[string]*Exercise
	runners       map[string]*Runner
	plans         map[string]*Plan
	sources       map[string]*training.Source
	hidden        map[string]*Hidden         // by file, and by the address that it would have: no two have both
	names         map[string]map[string]bool // folder → ids of the files in it, readable or not, but for articles that were read
	unread        map[string]bool            // paths, see unreadFiles
	sourcesUnread bool
	written       func() map[string]bool // the ids of all articles, shown or not, when they are asked for
}

// define takes what the files say apart into what is shown and what is hidden, in the order of a language. The settled articles come on top.
func define(files []*parse.File, settled []*parse.Article, language string, o Options) *Definitions {
	d := &Definitions{names: fileIDs(files), unread: unreadFiles(files)}
	for _, f := range files {
		if file := cmp.Or(f.Meant, f.File.Path); file == parse.SourcesFile && len(f.Sources) == 0 {
			d.sourcesUnread = f.Meant != "" || f.Problems.HasErrors()
		}
		if h := hidden(f, o); h != nil {
			d.Hidden = append(d.Hidden, *h)
		} else {
			d.take(f)
		}
	}
	d.Articles = withArticles(settled, d.Articles)
	d.sort(newCollation(language))
	d.index()
	return d
}

// take puts what one file says where it belongs.
func (d *Definitions) take(f *parse.File) {
	switch {
	case f.Article != nil:
		put(f.Article, f.Article.Unlisted, &d.Articles, &d.Unlisted.Articles)
	case f.Page != nil && f.Page.IsHome() && d.Home == nil:
		d.Home = f.Page
	case f.Page != nil:
		put(f.Page, f.Page.Unlisted, &d.Standalone, &d.Unlisted.Standalone)
	case f.Exercise != nil:
		d.Exercises = append(d.Exercises, &Exercise{Exercise: f.Exercise, Doc: f.About, URL: exerciseURL(f.Exercise.ID)})
	case f.Runner != nil:
		d.Runners = append(d.Runners, &Runner{Runner: f.Runner, Doc: f.About, URL: runnerURL(f.Runner.ID)})
	case f.Plan != nil:
		put(&Plan{Plan: f.Plan, Doc: f.About, URL: planURL(f.Plan.ID)}, f.Plan.Unlisted, &d.Plans, &d.Unlisted.Plans)
	case f.File.Path == parse.SourcesFile:
		d.Sources = f.Sources
	case f.File.Path == parse.MovedFile:
		d.Moved = f.Moved
	}
}

// put appends to the list of what lists name, or to that of what they do not.
func put[T any](x T, isUnlisted bool, listed, unlisted *[]T) {
	if isUnlisted {
		listed = unlisted
	}
	*listed = append(*listed, x)
}

func (d *Definitions) sort(names *collation) {
	sortNewestFirst(d.Unlisted.Articles)
	for _, texts := range [][]*parse.Article{d.Standalone, d.Unlisted.Standalone} {
		slices.SortFunc(texts, func(a, b *parse.Article) int {
			return cmp.Or(names.compare(a.Title, b.Title), cmp.Compare(a.File, b.File))
		})
	}
	patterns := training.Patterns()
	slices.SortFunc(d.Exercises, func(a, b *Exercise) int {
		return cmp.Or(
			cmp.Compare(slices.Index(patterns, a.Pattern), slices.Index(patterns, b.Pattern)),
			names.compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(d.Runners, func(a, b *Runner) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), names.compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	for _, plans := range [][]*Plan{d.Plans, d.Unlisted.Plans} {
		slices.SortFunc(plans, func(a, b *Plan) int { return cmp.Or(names.compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID)) })
	}
	slices.SortFunc(d.Hidden, func(a, b Hidden) int { return cmp.Compare(a.File, b.File) })
}

// NewestFirst compares articles by their places in lists.
func NewestFirst(a, b *parse.Article) int {
	return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID), cmp.Compare(a.File, b.File))
}

// sortNewestFirst compares times as numbers beside the pointers: following those of ten thousand articles again and again takes longer
// than all the rest.
func sortNewestFirst(articles []*parse.Article) {
	type dated struct {
		seconds int64
		*parse.Article
	}
	list := make([]dated, len(articles))
	for i, a := range articles {
		list[i] = dated{a.Date.Unix(), a}
	}
	slices.SortFunc(list, func(a, b dated) int {
		if a.seconds != b.seconds {
			return cmp.Compare(b.seconds, a.seconds)
		}
		return NewestFirst(a.Article, b.Article)
	})
	for i, a := range list {
		articles[i] = a.Article
	}
}

// index makes it possible to find definitions by their ids.
func (d *Definitions) index() {
	d.exercises = byID(d.Exercises, func(e *Exercise) string { return e.ID })
	d.runners = byID(d.Runners, func(r *Runner) string { return r.ID })
	d.plans = byID(slices.Concat(d.Plans, d.Unlisted.Plans), func(p *Plan) string { return p.ID })
	d.sources = byID(d.Sources, func(x *training.Source) string { return x.ID })
	d.hidden = make(map[string]*Hidden, 2*len(d.Hidden))
	for i := range d.Hidden {
		h := &d.Hidden[i]
		d.hidden[h.File], d.hidden[h.URL] = h, h
	}
	d.written = sync.OnceValue(d.articleIDs)
}

func byID[T any](list []T, id func(T) string) map[string]T {
	m := make(map[string]T, len(list))
	for _, x := range list {
		m[id(x)] = x
	}
	return m
}

// fileIDs returns the ids of the files in each folder, so that a reference to a broken file is not reported as well, nor one to a file that
// only its folder or its name keeps from being read. Articles say themselves what they are called.
func fileIDs(files []*parse.File) map[string]map[string]bool {
	names := map[string]map[string]bool{}
	for _, f := range files {
		file := cmp.Or(f.Meant, f.File.Path)
		if folder, id := folderAndID(file); (f.Article == nil || f.Meant != "") && id != "" {
			if names[folder] == nil {
				names[folder] = map[string]bool{}
			}
			names[folder][id] = true
		}
	}
	return names
}

// folderAndID returns the folder of texts or definitions that a file is in, and the id that it has there; "" for a file of another kind.
func folderAndID(file string) (folder, id string) {
	folder, ending := parse.Folder(file), path.Ext(file)
	if ending == "" || strings.ToLower(ending) != parse.EndingIn(file) {
		return folder, ""
	}
	id, _ = parse.ArticleID(strings.TrimSuffix(file, ending))
	return folder, id
}

// unreadFiles returns the paths of the texts and definitions that are there and say nothing, or not under that name, each as it should be.
func unreadFiles(files []*parse.File) map[string]bool {
	paths := map[string]bool{}
	for _, f := range files {
		if f.Meant != "" || f.Article == nil && f.Page == nil && f.Exercise == nil && f.Runner == nil && f.Plan == nil {
			file := cmp.Or(f.Meant, f.File.Path)
			paths[strings.TrimSuffix(file, path.Ext(file))+strings.ToLower(path.Ext(file))] = true
		}
	}
	return paths
}

// Unread reports whether the file that a path leads to is there and cannot be read, or lies elsewhere or has another name by mistake. That
// is reported where it lies.
func (d *Definitions) Unread(file string) bool {
	return parse.EndingIn(file) == path.Ext(file) && d.unread[file]
}

// articleIDs returns the ids of the articles, shown or not. There are many of them, and only a broken reference asks.
func (d *Definitions) articleIDs() map[string]bool {
	ids := maps.Clone(d.names[parse.ArticlesFolder])
	if ids == nil {
		ids = make(map[string]bool, len(d.Articles))
	}
	for a := range d.allArticles() {
		ids[a.ID] = true
	}
	for _, h := range d.Hidden {
		if parse.Folder(h.File) == parse.ArticlesFolder {
			ids[h.ID()] = true
		}
	}
	return ids
}

// IDs returns the names that can be referred to with a scheme: the files in its folder, those that could not be read among them.
func (d *Definitions) IDs(scheme string) map[string]bool {
	switch scheme {
	case "source":
		ids := make(map[string]bool, len(d.sources))
		for id := range d.sources {
			ids[id] = true
		}
		return ids
	case "article":
		return d.written()
	}
	return d.names[source.Content+"/"+scheme+"s"]
}

// Exercise returns an exercise by its id, or nil.
func (d *Definitions) Exercise(id string) *Exercise { return d.exercises[id] }

// Runner returns a runner type by its id, or nil.
func (d *Definitions) Runner(id string) *Runner { return d.runners[id] }

// Plan returns a plan by its id, or nil.
func (d *Definitions) Plan(id string) *Plan { return d.plans[id] }

// SourcesUnread reports whether the file of the sources is there and nothing of it could be read, or lies elsewhere by mistake.
func (d *Definitions) SourcesUnread() bool { return d.sourcesUnread }

// Source returns an entry of the literature by its id, or nil.
func (d *Definitions) Source(id string) *training.Source { return d.sources[id] }
