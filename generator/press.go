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
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training/rules"
)

// Press makes editions of a site, one after another. It keeps what it read and parsed for the last one, so that a file which has
// not changed is read once and parsed once; everything behind that is made anew, and nothing can go stale. It is for one
// goroutine at a time.
type Press struct {
	options Options
	tree    *source.Tree
	dark    *darkroom
	last    proof
	edition *Edition // the last one
}

// proof is what the press knows of a site's files.
type proof struct {
	snapshot *source.Snapshot
	settings *site.Settings
	theme    *render.Theme
	parser   *site.Parser
	parsed   []*site.Parsed // the files below content/, in their order

	links, settingsProblems, themeProblems diag.List
}

// Open takes hold of a site's folder. The options Out and Now have no meaning here. Close lets the folder go.
func Open(o Options) (*Press, error) {
	tree, err := source.Open(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	return &Press{options: o, tree: tree, dark: newDarkroom(opener(tree))}, nil
}

// Close lets the folder go. Files that are only copied can no longer be opened then.
func (p *Press) Close() error { return errors.Join(p.tree.Close(), p.dark.maker.Close()) }

// opener returns what opens a file of a tree.
func opener(tree *source.Tree) func(path string) (io.ReadCloser, error) {
	return func(path string) (io.ReadCloser, error) { return tree.Open(path) }
}

// Folders returns the folders of the site as they were at the last look, by their paths in the site's folder.
func (p *Press) Folders() []string { return p.tree.Folders() }

// Edition looks at the whole folder and makes the site of it. The time decides what lies in the future. Where nothing has changed,
// it is the last edition. The error is about the machine; what is wrong with the content is said by the edition.
func (p *Press) Edition(now time.Time) (*Edition, error) {
	began := time.Now()
	snapshot, links, err := p.tree.Read()
	if err != nil {
		return nil, err
	}
	return p.print(proof{snapshot: snapshot, links: links}, now, began)
}

// only makes the one edition that a command needs. The texts, which have been parsed, are given back then: they would take a third
// of the memory while the pages are rendered. The lines of those with problems are read again.
func (p *Press) only(now time.Time) (*Edition, error) {
	e, err := p.Edition(now)
	if err != nil {
		return nil, err
	}
	e.Snapshot, e.Lines = nil, e.Snapshot.Lines(p.options.Dir)
	p.last, p.edition = proof{}, nil
	p.tree.Forget()
	return e, nil
}

// Glance is Edition, with a look at nothing but the named files and folders, by their paths in the site's folder. What has vanished
// there is left as it was. Where a file has become empty it is the last edition: as a rule somebody is about to write it anew.
func (p *Press) Glance(now time.Time, names []string) (*Edition, error) {
	began := time.Now()
	snapshot, links, err := p.tree.Look(names)
	if err != nil {
		return nil, err
	}
	if p.edition != nil && slices.ContainsFunc(names, func(name string) bool { return p.emptied(snapshot, name) }) {
		return p.edition, nil
	}
	return p.print(proof{snapshot: snapshot, links: links}, now, began)
}

// emptied reports whether a file is empty that was not in the last edition.
func (p *Press) emptied(next *source.Snapshot, name string) bool {
	f, there := next.File(name)
	before, known := p.last.snapshot.File(name)
	return there && f.Size == 0 && !(known && before.Size == 0)
}

func (p *Press) print(next proof, now, began time.Time) (*Edition, error) {
	if p.edition != nil && len(next.snapshot.Changed(p.last.snapshot)) == 0 && slices.Equal(next.links, p.last.links) {
		return p.edition, nil
	}
	e := &Edition{Lines: next.snapshot.Line, Snapshot: next.snapshot, tree: p.tree, dark: p.dark, began: began}
	if p.options.OnRead != nil {
		p.options.OnRead(next.snapshot.Size())
	}
	e.lap("read")
	p.settings(&next)
	if err := p.theme(&next); err != nil {
		return nil, err
	}
	e.lap("theme")
	p.parse(&next)
	e.lap("parse")
	e.join(next, site.Options{Drafts: p.options.Drafts, Future: p.options.Future, Now: now, Say: next.theme.Lexicon()})
	p.last, p.edition = next, e
	return e, nil
}

// settings reads the settings, if they have changed.
func (p *Press) settings(next *proof) {
	if p.last.settings != nil && sameFile(p.last.snapshot, next.snapshot, site.SettingsFile) {
		next.settings, next.settingsProblems = p.last.settings, p.last.settingsProblems
		return
	}
	next.settings, next.settingsProblems = site.ReadSettings(next.snapshot)
	if p.options.BaseURL != "" {
		next.settingsProblems.Add(next.settings.SetURL(p.options.BaseURL, diag.Position{File: "--base-url"})...)
	}
}

func sameFile(a, b *source.Snapshot, path string) bool {
	x, inA := a.File(path)
	y, inB := b.File(path)
	return inA == inB && x.Same(y)
}

// theme loads the theme, if its files or the settings have changed.
func (p *Press) theme(next *proof) (err error) {
	if p.last.theme != nil && p.last.settings == next.settings &&
		slices.EqualFunc(p.last.snapshot.Under(source.Templates), next.snapshot.Under(source.Templates), source.File.Same) {
		next.theme, next.themeProblems = p.last.theme, p.last.themeProblems
		return nil
	}
	next.theme, next.themeProblems, err = render.Load(p.options.Theme, next.snapshot, next.settings, p.options.PlainNames)
	return err
}

// parse parses the files of the content that have changed, each by itself, on all cores. What the settings and the theme have to
// say in it makes all files change.
func (p *Press) parse(next *proof) {
	next.parser = site.NewParser(next.settings, next.theme.Reading(), opener(p.tree))
	files := next.snapshot.Under(source.Content)
	next.parsed = make([]*site.Parsed, len(files))
	var known []*site.Parsed
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
func (p *proof) assets() []check.Asset {
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
func (e *Edition) join(from proof, o site.Options) {
	problems := slices.Concat(from.links, from.settingsProblems)
	var wrong diag.List
	e.Site, wrong = site.Join(from.settings, from.parsed, o)
	problems.Add(wrong...)
	e.lap("join")
	problems.Add(check.Site(e.Site, from.assets()...)...)
	problems = rules.Settle(problems, from.settings.Rules)
	e.theme = from.theme
	sound := !problems.HasErrors()
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
