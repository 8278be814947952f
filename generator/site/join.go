package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
	"github.com/legpress/legpress/generator/words"
)

// Join makes the site. The problems are those of the files and of the programmes; everything else that only the whole site can get
// wrong is found by package check. Parsed files may come in any order. What a conflict copy says is passed over.
func Join(settings *parse.Settings, parsed []*parse.File, o Options) (*Site, diag.List) {
	s := &Site{
		Settings: settings, Now: o.Now, Series: map[string][]*parse.Article{},
		names: map[string]map[string]bool{}, exercises: map[string]*Exercise{}, runners: map[string]*Runner{}, plans: map[string]*Plan{},
		hidden: map[string]*Hidden{}, sources: map[string]*training.Source{},
		copies: map[string]*Copied{}, copyURLs: map[string]*Copied{}, notPublic: map[string]*Copied{}, tags: map[string]*Tag{}, byFile: map[string]*Page{},
	}
	s.Articles = make([]*parse.Article, 0, len(parsed))
	copies := &conflicts{files: parsed}
	var problems diag.List
	for _, p := range parsed {
		if copied := copies.of(p.File.Path); copied != nil && p.IsText() {
			s.Withheld = append(s.Withheld, *copied.withheld(p.File))
			continue
		}
		problems.Add(p.Problems...)
		s.take(p, o)
	}
	s.written = sync.OnceValue(s.articleIDs)
	s.sort()
	s.words, s.say = cmp.Or(o.Words, &words.Words{}), o.Say
	s.setCardFolder()
	problems.Add(s.project()...)
	parallel.Each(2, func(i int) { []func(){func() { s.articlePages(o.Before) }, s.lists}[i]() })
	s.link()
	first := len(s.Pages)
	s.otherPages()
	s.index(s.Pages[first:])
	s.decide(copies)
	s.photos()
	return s, problems
}

// take puts one file's definitions where they belong.
func (s *Site) take(p *parse.File, o Options) {
	s.name(p)
	if s.hides(p, o) {
		return
	}
	switch {
	case p.Article != nil:
		put(p.Article, p.Article.Unlisted, &s.Articles, &s.Unlisted.Articles)
	case p.Page != nil:
		put(p.Page, p.Page.Unlisted, &s.Standalone, &s.Unlisted.Standalone)
	case p.Exercise != nil:
		s.Exercises = append(s.Exercises, &Exercise{Exercise: p.Exercise, Doc: p.About, URL: exerciseURL(p.Exercise.ID)})
	case p.Runner != nil:
		s.Runners = append(s.Runners, &Runner{Runner: p.Runner, Doc: p.About, URL: runnerURL(p.Runner.ID)})
	case p.Plan != nil:
		put(&Plan{Plan: p.Plan, Doc: p.About, URL: planURL(p.Plan.ID)}, p.Plan.Unlisted, &s.Plans, &s.Unlisted.Plans)
	case p.File.Path == parse.SourcesFile:
		s.Sources = p.Sources
	case p.File.Path == parse.MovedFile:
		s.Moved = p.Moved
	case parse.IsCopied(p.File):
		s.Files = append(s.Files, Copied{URL: parse.CopyURL(p.File.Path), File: p.File, Size: p.Size, Photo: p.Photo, Fault: p.Fault, SaysWhere: p.SaysWhere, Tags: p.Tags, Styles: p.Styles})
	}
}

// put appends to the list of what lists name, or to that of what they do not.
func put[T any](x T, isUnlisted bool, listed, unlisted *[]T) {
	if isUnlisted {
		listed = unlisted
	}
	*listed = append(*listed, x)
}

// name remembers that a file exists, so that a reference to a broken file is not reported as well.
func (s *Site) name(p *parse.File) {
	folder := parse.Folder(p.File.Path)
	if folder == parse.ArticlesFolder && (p.Article != nil || p.File.Ext() != ".md") { // articles say themselves what they are called
		return
	}
	if s.names[folder] == nil {
		s.names[folder] = map[string]bool{}
	}
	id, _ := parse.ArticleID(strings.TrimSuffix(p.File.Path, ".toml"))
	s.names[folder][id] = true
}

// articleIDs returns the ids of the articles, shown or not. There are many of them, and only a broken reference asks.
func (s *Site) articleIDs() map[string]bool {
	ids := maps.Clone(s.names[parse.ArticlesFolder])
	if ids == nil {
		ids = make(map[string]bool, len(s.Articles))
	}
	for a := range s.allArticles() {
		ids[a.ID] = true
	}
	for _, h := range s.Hidden {
		if parse.Folder(h.File) == parse.ArticlesFolder {
			ids[h.ID()] = true
		}
	}
	return ids
}

func (s *Site) sort() {
	names := newAlphabet(s.Settings.Language)
	for _, articles := range [][]*parse.Article{s.Articles, s.Unlisted.Articles} {
		sortNewestFirst(articles)
	}
	for _, texts := range [][]*parse.Article{s.Standalone, s.Unlisted.Standalone} {
		slices.SortFunc(texts, func(a, b *parse.Article) int {
			return cmp.Or(names.compare(a.Title, b.Title), cmp.Compare(a.File, b.File))
		})
	}
	patterns := training.Patterns()
	slices.SortFunc(s.Exercises, func(a, b *Exercise) int {
		return cmp.Or(
			cmp.Compare(slices.Index(patterns, a.Pattern), slices.Index(patterns, b.Pattern)),
			names.compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(s.Runners, func(a, b *Runner) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), names.compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	for _, plans := range [][]*Plan{s.Plans, s.Unlisted.Plans} {
		slices.SortFunc(plans, func(a, b *Plan) int { return cmp.Or(names.compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID)) })
	}
	slices.SortFunc(s.Files, func(a, b Copied) int { return cmp.Compare(a.File.Path, b.File.Path) })
	slices.SortFunc(s.Hidden, func(a, b Hidden) int { return cmp.Compare(a.File, b.File) })
	for _, e := range s.Exercises {
		s.exercises[e.ID] = e
	}
	for _, r := range s.Runners {
		s.runners[r.ID] = r
	}
	for p := range s.AllPlans() {
		s.plans[p.ID] = p
	}
	for i := range s.Hidden {
		h := &s.Hidden[i]
		s.hidden[h.File], s.hidden[h.URL] = h, h
	}
	for _, x := range s.Sources {
		s.sources[x.ID] = x
	}
	for i := range s.Files {
		s.copies[s.Files[i].File.Path] = &s.Files[i]
		s.copyURLs[s.Files[i].URL] = &s.Files[i]
	}
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

// project makes the programme of each plan for each of its runner types. The same mistake in a plan is one problem, however many
// runner types it has.
func (s *Site) project() diag.List {
	var problems diag.List
	exercises := make(map[string]*training.Exercise, len(s.exercises))
	for id, e := range s.exercises {
		exercises[id] = e.Exercise
	}
	for plan := range s.AllPlans() {
		for _, ref := range plan.Runners {
			runner := s.runners[ref.ID]
			if runner == nil {
				continue
			}
			in := progression.Input{Plan: plan.Plan, Runner: runner.Runner, Exercises: exercises, Weights: s.Settings.Weights, Unit: s.Settings.Unit, Say: s.say}
			programme, more := progression.Project(in)
			problems.Add(more...)
			if programme == nil {
				continue
			}
			p := &Programme{Projection: programme, Plan: plan, Runner: runner, URL: plan.URL + runner.ID + "/", Verdict: rules.Check(programme, in, s.Settings.Rules)}
			plan.Programmes = append(plan.Programmes, p)
			if !plan.Unlisted {
				runner.Programmes = append(runner.Programmes, p)
			}
		}
	}
	return problems.Sorted()
}

// link fills in what refers to what, but for what is unlisted.
func (s *Site) link() {
	for _, e := range s.Exercises {
		e.Easier, e.Harder = s.exercises[e.Exercise.Easier.ID], s.exercises[e.Exercise.Harder.ID]
	}
	for _, plan := range s.Plans {
		for _, p := range plan.Programmes {
			for _, e := range p.exercises() {
				if x := s.exercises[e.ID]; x != nil {
					x.Programmes = append(x.Programmes, p)
				}
			}
		}
	}
	for _, a := range s.Articles {
		for _, id := range a.Exercises {
			if e := s.exercises[id]; e != nil {
				e.Articles = append(e.Articles, a)
			}
		}
		for _, ref := range a.Runners {
			if r := s.runners[ref.ID]; r != nil {
				r.Articles = append(r.Articles, a)
			}
		}
	}
}

// exercises returns the exercises that a programme trains, each once, in the order in which they are met.
func (p *Programme) exercises() []*training.Exercise {
	var list []*training.Exercise
	for _, week := range p.Projection.Weeks {
		for _, session := range week.Sessions {
			for _, target := range session.Targets {
				if !slices.Contains(list, target.Exercise) {
					list = append(list, target.Exercise)
				}
			}
		}
	}
	return list
}

// lists makes the tags and the series.
func (s *Site) lists() {
	byURL := map[string]*Tag{}
	for _, a := range s.Articles {
		for _, t := range a.Tags {
			tag := s.tags[t.Value]
			if tag == nil {
				tag = s.tag(t.Value, byURL)
			}
			if n := len(tag.Articles); n == 0 || tag.Articles[n-1] != a {
				tag.Articles = append(tag.Articles, a)
			}
		}
		if a.Series != "" {
			s.Series[a.Series] = append(s.Series[a.Series], a)
		}
		s.Updated = latest(s.Updated, a.Date, a.Updated)
	}
	for _, a := range s.Unlisted.Articles { // they lead to the tags of others, and have none of their own
		for _, t := range a.Tags {
			if tag := byURL[s.Settings.TagURL(t.Value)]; tag != nil {
				s.tags[t.Value] = tag
			}
		}
	}
	for _, p := range s.Plans {
		s.Updated = latest(s.Updated, p.Updated)
	}
	names := newAlphabet(s.Settings.Language)
	slices.SortFunc(s.Tags, func(a, b *Tag) int {
		return cmp.Or(names.compare(a.Name, b.Name), cmp.Compare(a.URL, b.URL))
	})
	for _, parts := range s.Series {
		slices.Reverse(parts)
	}
}

// tag makes the tag of a word, or finds the one that differs only in spelling: "Recovery" and "recovery" have one address.
func (s *Site) tag(word string, byURL map[string]*Tag) *Tag {
	url := s.Settings.TagURL(word)
	tag := byURL[url]
	if tag == nil {
		tag = &Tag{Name: word, URL: url}
		byURL[url] = tag
		s.Tags = append(s.Tags, tag)
	}
	s.tags[word] = tag
	return tag
}

func latest(times ...time.Time) time.Time {
	var newest time.Time
	for _, t := range times {
		if t.After(newest) {
			newest = t
		}
	}
	return newest
}
