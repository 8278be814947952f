package generator

import (
	"cmp"
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

// Loader loads revisions of a site, one after another. It keeps what it read and parsed for the last one, so that an unchanged file is
// read and parsed once. Everything after parsing is made anew for each revision, with what is the same as in the last. A Loader is for one
// goroutine at a time.
type Loader struct {
	options  Options
	tree     *source.Tree
	photos   *photoProcessor
	last     inputs
	revision *Revision // the last one
}

// inputs is what was read and parsed for a revision.
type inputs struct {
	snapshot *source.Snapshot
	settings *parse.Settings
	words    *words.Words
	theme    *render.Theme
	fonts    []site.Font // that the theme was loaded with
	parser   *parse.Parser
	parsed   []*parse.File // the files below content/, in their order
	checked  *check.Checked

	links, settingsProblems, wordsProblems, themeProblems diag.List
}

// Open opens a site's folder. The options Out and Now are not used.
func Open(o Options) (*Loader, error) {
	tree, err := source.Open(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	return &Loader{options: o, tree: tree, photos: newPhotoProcessor(opener(tree))}, nil
}

// Close closes the folder. After that, the files of a revision that are only copied can no longer be opened.
func (p *Loader) Close() error { return errors.Join(p.tree.Close(), p.photos.maker.Close()) }

// opener returns a function that opens a file of a tree.
func opener(tree *source.Tree) func(path string) (io.ReadCloser, error) {
	return func(path string) (io.ReadCloser, error) { return tree.Open(path) }
}

// Folders returns the folders of the last revision, as paths in the site's folder.
func (p *Loader) Folders() []string { return p.tree.Folders() }

// Load loads the whole folder; now decides what is in the future. If nothing has changed, it returns the last revision. The error is about
// the machine; what is wrong with the content is in the revision.
func (p *Loader) Load(now time.Time) (*Revision, error) {
	began := time.Now()
	snapshot, links, err := p.tree.Read()
	if err != nil {
		return nil, err
	}
	return p.load(inputs{snapshot: snapshot, links: links}, now, began)
}

// loadOnce loads the only revision of a command. Then it frees the texts, which would take a third of the memory while pages are rendered.
// Lines that messages show are read from the disk again.
func (p *Loader) loadOnce(now time.Time) (*Revision, error) {
	e, err := p.Load(now)
	if err != nil {
		return nil, err
	}
	e.Snapshot, e.Lines = nil, e.Snapshot.Lines(p.options.Dir)
	p.last, p.revision = inputs{}, nil
	p.tree.Forget()
	e.Site.Forget()
	return e, nil
}

// LoadPaths is Load for only the named files and folders, given as paths in the site's folder. A file that has vanished stays as it was. If
// one has become empty, LoadPaths returns the last revision, because somebody is probably about to write it.
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

// load takes what was read through the stages of the pipeline: settings, words and files are parsed, files are joined, and the site is
// checked together with the theme, which nothing before needs.
func (p *Loader) load(next inputs, now, began time.Time) (*Revision, error) {
	if p.revision != nil && len(next.snapshot.Changed(p.last.snapshot)) == 0 && slices.Equal(next.links, p.last.links) {
		return p.revision, nil
	}
	e := &Revision{Lines: next.snapshot.Line, Snapshot: next.snapshot, tree: p.tree, photos: p.photos, began: began}
	if p.options.OnRead != nil {
		p.options.OnRead(next.snapshot.Size())
	}
	e.stageDone("read")
	p.settings(&next)
	p.words(&next)
	p.parse(&next)
	e.stageDone("parse")
	o := site.Options{Drafts: p.options.Drafts, Future: p.options.Future, Now: now, Words: next.words}
	if p.revision != nil {
		o.Before = p.revision.Site
	}
	var problems diag.List
	e.Site, problems = site.Join(next.settings, next.parsed, o)
	e.stageDone("join")
	if err := p.theme(&next, e.Site.Fonts()); err != nil {
		return nil, err
	}
	e.stageDone("theme")
	next.checked = cmp.Or(p.last.checked, new(check.Checked)).Next(e.Site, next.assets()...)
	e.judge(next, problems)
	e.stageDone("check")
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

// words reads the words of the site's language, if the settings, the site's own files of words or the templates that may ask for theirs
// have changed.
func (p *Loader) words(next *inputs) {
	if p.last.words != nil && p.last.settings == next.settings && sameFiles(ownWords(p.last.snapshot), ownWords(next.snapshot)) {
		next.words, next.wordsProblems = p.last.words, p.last.wordsProblems
		return
	}
	next.words, next.wordsProblems = words.Read(p.options.Theme, next.snapshot, next.settings.Language, next.settings.Direction == "rtl")
}

// ownWords returns the files of the site that words are made of: its own files of words and, where there are any, its templates, which say
// what words they ask for.
func ownWords(s *source.Snapshot) []source.File {
	if len(s.Under(source.Templates+"/words")) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Under(source.Templates)), func(f source.File) bool { return f.Ext() != ".toml" && f.Ext() != ".html" })
}

func sameFiles(a, b []source.File) bool { return slices.EqualFunc(a, b, source.File.Same) }

// theme loads the theme, if its files, the settings, the words or the fonts of the site have changed.
func (p *Loader) theme(next *inputs, fonts []site.Font) (err error) {
	next.fonts = fonts
	last := cmp.Or(p.last.theme, new(render.Theme))
	if p.last.theme != nil && p.last.settings == next.settings && p.last.words == next.words && slices.Equal(p.last.fonts, fonts) &&
		sameFiles(p.last.snapshot.Under(source.Templates), next.snapshot.Under(source.Templates)) {
		next.theme, next.themeProblems = last, p.last.themeProblems
		return nil
	}
	next.theme, next.themeProblems, err = last.Next(p.options.Theme, next.snapshot, next.settings, next.words, p.options.PlainNames, fonts...)
	return err
}

// parse parses the changed files of the content, each by itself, on all cores. If something has changed in the settings or words that
// parsing depends on, it parses all files.
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

// assets returns the published files of the theme. One whose address has a part of its hash comes a second time with the plain address
// that it has in the preview.
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

// judge gathers all problems and, where the site can be shown, makes its renderer. The given problems are those of the files and of the join.
func (e *Revision) judge(from inputs, problems diag.List) {
	problems = slices.Concat(from.links, from.settingsProblems, problems, from.checked.Problems)
	problems = rules.Settle(problems, from.settings.Rules)
	e.theme = from.theme
	sound := !problems.HasErrors()
	problems.Add(slices.Concat(from.wordsProblems, from.themeProblems)...)
	if sound {
		renderer, wrong := render.New(e.theme, e.Site)
		problems.Add(wrong...)
		if !wrong.HasErrors() {
			e.renderer = renderer
		}
	}
	e.Problems = problems.Sorted()
}
