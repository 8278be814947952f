package generator

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/legpress/legpress/generator/check"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training/rules"
	"github.com/legpress/legpress/generator/words"
)

// Loader makes revisions of a site, one after another. It keeps what it read and parsed for the last one, so that a file which has
// not changed is read once and parsed once; everything behind that is made anew, and nothing can go stale. It is for one
// goroutine at a time.
type Loader struct {
	options  Options
	tree     *source.Tree
	dark     *darkroom
	last     inputs
	revision *Revision // the last one
}

// inputs is what the loader knows of a site's files.
type inputs struct {
	snapshot *source.Snapshot
	settings *parse.Settings
	words    *words.Words
	theme    *render.Theme
	parser   *parse.Parser
	parsed   []*parse.File // the files below content/, in their order

	links, settingsProblems, wordsProblems, themeProblems diag.List
}

// Open takes hold of a site's folder. The options Out and Now have no meaning here. Close lets the folder go.
func Open(o Options) (*Loader, error) {
	tree, err := source.Open(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	return &Loader{options: o, tree: tree, dark: newDarkroom(opener(tree))}, nil
}

// Close lets the folder go. Files that are only copied can no longer be opened then.
func (p *Loader) Close() error { return errors.Join(p.tree.Close(), p.dark.maker.Close()) }

// opener returns what opens a file of a tree.
func opener(tree *source.Tree) func(path string) (io.ReadCloser, error) {
	return func(path string) (io.ReadCloser, error) { return tree.Open(path) }
}

// Folders returns the folders of the site as they were at the last look, by their paths in the site's folder.
func (p *Loader) Folders() []string { return p.tree.Folders() }

// Load looks at the whole folder and makes the site of it. The time decides what lies in the future. Where nothing has changed,
// it is the last revision. The error is about the machine; what is wrong with the content is said by the revision.
func (p *Loader) Load(now time.Time) (*Revision, error) {
	began := time.Now()
	snapshot, links, err := p.tree.Read()
	if err != nil {
		return nil, err
	}
	return p.load(inputs{snapshot: snapshot, links: links}, now, began)
}

// loadOnce makes the one revision that a command needs. The texts, which have been parsed, are given back then: they would take a third
// of the memory while the pages are rendered. The lines of those with problems are read again.
func (p *Loader) loadOnce(now time.Time) (*Revision, error) {
	e, err := p.Load(now)
	if err != nil {
		return nil, err
	}
	e.Snapshot, e.Lines = nil, e.Snapshot.Lines(p.options.Dir)
	p.last, p.revision = inputs{}, nil
	p.tree.Forget()
	return e, nil
}

// LoadPaths is Load, but reads nothing but the named files and folders, by their paths in the site's folder. What has vanished
// there is left as it was. Where a file has become empty, it returns the last revision: as a rule somebody is about to write it anew.
func (p *Loader) LoadPaths(now time.Time, names []string) (*Revision, error) {
	began := time.Now()
	snapshot, links, err := p.tree.Look(names)
	if err != nil {
		return nil, err
	}
	if p.revision != nil && slices.ContainsFunc(names, func(name string) bool { return p.emptied(snapshot, name) }) {
		return p.revision, nil
	}
	return p.load(inputs{snapshot: snapshot, links: links}, now, began)
}

// emptied reports whether a file is empty that was not in the last revision.
func (p *Loader) emptied(next *source.Snapshot, name string) bool {
	f, there := next.File(name)
	before, known := p.last.snapshot.File(name)
	return there && f.Size == 0 && !(known && before.Size == 0)
}

func (p *Loader) load(next inputs, now, began time.Time) (*Revision, error) {
	if p.revision != nil && len(next.snapshot.Changed(p.last.snapshot)) == 0 && slices.Equal(next.links, p.last.links) {
		return p.revision, nil
	}
	e := &Revision{Lines: next.snapshot.Line, Snapshot: next.snapshot, tree: p.tree, dark: p.dark, began: began}
	if p.options.OnRead != nil {
		p.options.OnRead(next.snapshot.Size())
	}
	e.lap("read")
	p.settings(&next)
	p.words(&next)
	if err := p.theme(&next); err != nil {
		return nil, err
	}
	e.lap("theme")
	p.parse(&next)
	e.lap("parse")
	o := site.Options{Drafts: p.options.Drafts, Future: p.options.Future, Now: now, Words: next.words, Say: next.words.Say}
	if p.revision != nil {
		o.Before = p.revision.Site
	}
	e.join(next, o)
	p.last, p.revision = next, e
	return e, nil
}

// settings reads the settings, if they have changed.
func (p *Loader) settings(next *inputs) {
	if p.last.settings != nil && sameFile(p.last.snapshot, next.snapshot, parse.SettingsFile) {
		next.settings, next.settingsProblems = p.last.settings, p.last.settingsProblems
		return
	}
	next.settings, next.settingsProblems = parse.ReadSettings(next.snapshot)
	if p.options.BaseURL != "" {
		next.settingsProblems.Add(next.settings.SetURL(p.options.BaseURL, diag.Position{File: "--base-url"})...)
	}
}

func sameFile(a, b *source.Snapshot, path string) bool {
	x, inA := a.File(path)
	y, inB := b.File(path)
	return inA == inB && x.Same(y)
}

// words reads the words of the site's language, if the files of the theme or the settings have changed.
func (p *Loader) words(next *inputs) {
	if p.last.words != nil && p.last.settings == next.settings &&
		slices.EqualFunc(p.last.snapshot.Under(source.Templates), next.snapshot.Under(source.Templates), source.File.Same) {
		next.words, next.wordsProblems = p.last.words, p.last.wordsProblems
		return
	}
	next.words, next.wordsProblems = words.Read(p.options.Theme, next.snapshot, next.settings.Language, next.settings.Direction == "rtl")
}

// theme loads the theme, if its files or the settings have changed; then the words are others, too.
func (p *Loader) theme(next *inputs) (err error) {
	if p.last.theme != nil && p.last.words == next.words {
		next.theme, next.themeProblems = p.last.theme, p.last.themeProblems
		return nil
	}
	next.theme, next.themeProblems, err = render.Load(p.options.Theme, next.snapshot, next.settings, next.words, p.options.PlainNames)
	return err
}

// parse parses the files of the content that have changed, each by itself, on all cores. What the settings and the theme have to
// say in it makes all files change.
func (p *Loader) parse(next *inputs) {
	next.parser = parse.New(next.settings, next.words.Reading(), opener(p.tree))
	files := next.snapshot.Under(source.Content)
	next.parsed = make([]*parse.File, len(files))
	var known []*parse.File
	if p.last.parser != nil && p.last.parser.ReadsLike(next.parser) {
		known = p.last.parsed
	}
	var changed []int
	for i, f := range files {
		for len(known) > 0 && known[0].File.Path < f.Path {
			known = known[1:]
		}
		if len(known) > 0 && known[0].File.Same(f) {
			next.parsed[i] = known[0]
		} else {
			changed = append(changed, i)
		}
	}
	parallel.Each(len(changed), func(i int) { next.parsed[changed[i]] = next.parser.Parse(files[changed[i]]) })
}

// assets returns the files of the theme that are published, those whose addresses have a part of their hash under the plain ones,
// too: these are theirs in the preview.
func (p *inputs) assets() []check.Asset {
	var list []check.Asset
	for _, a := range p.theme.Assets() {
		file := source.Templates + a.Path()
		if _, own := p.snapshot.File(file); !own {
			file = ""
		}
		list = append(list, check.Asset{URL: a.Path(), File: file})
		if a.URL != a.Path() {
			list = append(list, check.Asset{URL: a.URL, File: file})
		}
	}
	return list
}

// join makes the site of what was parsed, checks it and, where it can be shown, gets ready to render it.
func (e *Revision) join(from inputs, o site.Options) {
	problems := slices.Concat(from.links, from.settingsProblems)
	var wrong diag.List
	e.Site, wrong = site.Join(from.settings, from.parsed, o)
	problems.Add(wrong...)
	e.lap("join")
	problems.Add(check.Site(e.Site, from.assets()...)...)
	problems = rules.Settle(problems, from.settings.Rules)
	e.theme = from.theme
	sound := !problems.HasErrors()
	problems.Add(from.wordsProblems...)
	problems.Add(from.themeProblems...)
	if sound {
		e.renderer, wrong = render.New(e.theme, e.Site)
		problems.Add(wrong...)
	}
	if wrong.HasErrors() {
		e.renderer = nil
	}
	e.Problems = problems.Sorted()
	e.lap("check")
}
