package preview

import (
	"context"
	"maps"
	"path"
	"slices"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// How long the desk waits. Editors save by several steps, a few milliseconds apart.
const (
	quiet   = 60 * time.Millisecond  // after the last ring, before it looks at the whole folder
	moment  = 40 * time.Millisecond  // a file that has vanished may be back within it
	longest = 500 * time.Millisecond // of rings without a pause, before it looks at the whole folder all the same
	several = 50                     // files that rang at once: it then waits for quiet
)

// desk decides when to look at the folder and which revision is shown. At the first ring it looks at what rang and shows what it
// sees, if nothing is wrong with it; a file may be half written, or gone for a moment. When it is quiet again it looks at the whole
// folder, and that counts. It is for one goroutine.
type desk struct {
	*Preview
	bell    *bell
	quiet   *time.Timer
	watcher *watcher
	moment  time.Duration

	last *generator.Revision  // that counted, with or without errors
	good *issue               // the last one without errors that was there when it was quiet; nil: none
	gone map[string]time.Time // files of it that have vanished since, and when that was seen
	rang time.Time            // when the edit began that is not settled; zero: none
	told diag.List            // the problems that were said last
}

func newDesk(p *Preview) *desk {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	return &desk{Preview: p, bell: newBell(), quiet: timer, moment: moment, gone: map[string]time.Time{}}
}

// open looks at the folder for the first time, and then has it watched.
func (d *desk) open(ctx context.Context) {
	d.rang = time.Now()
	d.settle()
	d.watcher = newWatcher(d.options.Site.Dir, d.bell, d.remark)
	d.watcher.start(ctx, d.options.Poll)
	d.watch()
}

func (d *desk) close() {
	d.quiet.Stop()
	d.watcher.close()
}

// watch has all folders watched. What happened in a new one before that is found by looking once more.
func (d *desk) watch() {
	if d.watcher != nil && d.watcher.watch(d.loader.Folders()) {
		d.bell.ring()
	}
}

// look looks at what rang; no names stand for the whole folder.
func (d *desk) look(names []string) {
	if d.rang.IsZero() {
		d.rang = time.Now()
	}
	if time.Since(d.rang) > longest {
		d.settle()
		return
	}
	telling := d.telling(names)
	if len(d.gone) == 0 && len(telling) <= several && (len(telling) > 0 || len(names) == 0) {
		e, err := d.glance(telling)
		if err == nil && e == d.last && len(names) == 0 { // a poll that found nothing
			d.rang = time.Time{}
			d.watch()
			return
		}
		if err == nil {
			d.consider(e, false)
		}
	}
	d.quiet.Reset(quiet)
}

// telling returns those names that are worth a look before it is quiet: files that are known, and texts and definitions. All others
// may be what an editor puts beside a file while it saves it.
func (d *desk) telling(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		if ext := path.Ext(name); ext == ".md" || ext == ".toml" {
			return false
		}
		return d.last == nil || !d.last.Has(name)
	})
}

func (d *desk) glance(names []string) (*generator.Revision, error) {
	if len(names) == 0 {
		return d.loader.Load(d.options.Now())
	}
	return d.loader.LoadPaths(d.options.Now(), names)
}

// settle looks at the whole folder, and again a moment later as long as something has just vanished.
func (d *desk) settle() {
	if d.rang.IsZero() {
		d.rang = time.Now()
	}
	e, err := d.loader.Load(d.options.Now())
	if err != nil {
		d.fail(err)
		d.quiet.Reset(longest)
		return
	}
	if !d.consider(e, true) {
		d.quiet.Reset(d.moment)
		return
	}
	d.rang = time.Time{}
	d.watch()
}

// consider shows a revision, or what is wrong with it. It reports whether that is final: a revision in which a file has just
// vanished is not, nor, before it is quiet, is one with errors or with a file that was emptied, as it is before it is written anew.
func (d *desk) consider(e *generator.Revision, settled bool) (final bool) {
	if e == d.last {
		clear(d.gone)
		if s := d.shown.Load(); settled && !s.broken {
			d.good = s.issue
		}
		return true
	}
	changed := d.changed(e)
	if d.vanishing(e, changed) || !settled && slices.ContainsFunc(changed, e.Empty) {
		return false
	}
	next, problems := d.proof(e)
	if next == nil && !settled {
		return false
	}
	if next != nil && settled {
		d.good = next
	}
	s := &state{issue: next, problems: problems, lines: e.Lines, most: d.mostOfKind()}
	if next == nil {
		s.issue, s.broken = d.good, true
	}
	s.edited = d.edited(s, changed)
	d.last = e
	d.show(s)
	d.say(s, changed)
	return true
}

// vanishing reports whether files of the last revision are missing that were there a moment ago.
func (d *desk) vanishing(e *generator.Revision, changed []string) bool {
	now := time.Now()
	gone := map[string]time.Time{}
	young := false
	for _, file := range changed {
		if e.Has(file) {
			continue
		}
		since, known := d.gone[file]
		if !known {
			since = now
		}
		gone[file] = since
		young = young || now.Sub(since) < d.moment
	}
	d.gone = gone
	if !young {
		clear(d.gone)
	}
	return young
}

// proof gets a revision ready to be shown, or says why it cannot be. A mistake in a template shows when a page is rendered: so
// the pages that are looked at are, and with a new theme one for each layout.
func (d *desk) proof(e *generator.Revision) (*issue, diag.List) {
	if !e.Sound() {
		return nil, e.Problems
	}
	next := newIssue(e, d.options.Now())
	var wrong diag.List
	for _, path := range d.tabs.paths() {
		wrong.Add(next.page(path).problems...)
	}
	if d.good == nil || !e.SameTheme(d.good.Revision) {
		for _, p := range oneForEachLayout(e.Site) {
			wrong.Add(next.render(p).problems...)
		}
	}
	problems := append(wrong, e.Problems...).Sorted()
	if wrong.HasErrors() {
		return nil, problems
	}
	return next, problems
}

func oneForEachLayout(s *site.Site) []*site.Page {
	byOutput := map[site.Output]*site.Page{}
	for _, p := range s.Pages {
		if byOutput[p.Output] == nil && p.IsHTML() {
			byOutput[p.Output] = p
		}
	}
	return slices.Collect(maps.Values(byOutput))
}

// changed returns the files that are not as they were in the last revision.
func (d *desk) changed(e *generator.Revision) []string {
	if d.last == nil {
		return nil
	}
	return e.Snapshot.Changed(d.last.Snapshot)
}

// edited returns the file that a browser may follow to: the only one that changed, if it has a page.
func (d *desk) edited(s *state, changed []string) string {
	if !d.options.Follow || s.broken {
		return ""
	}
	file := ""
	for _, f := range changed {
		if s.issue.Site.PageFrom(f) == nil {
			continue
		}
		if file != "" {
			return ""
		}
		file = f
	}
	return file
}

// say tells what changed and what is wrong, where that is new.
func (d *desk) say(s *state, changed []string) {
	if v := d.options.Voice.Changed; v != nil && !s.broken && len(changed) > 0 {
		v(Change{Files: changed, Took: time.Since(d.rang)})
	}
	news := unlike(s.problems, d.told)
	if v := d.options.Voice.Problems; v != nil && (len(news) > 0 || len(unlike(d.told, s.problems)) > 0) {
		v(Problems{All: s.problems, New: news, Lines: s.lines, Broken: s.broken})
	}
	d.told = s.problems
}

// unlike returns the problems of a list that are not in another, wherever in their files they are.
func unlike(list, other diag.List) diag.List {
	type fact struct{ file, id, message string }
	known := map[fact]bool{}
	for _, p := range other {
		known[fact{p.File, p.ID, p.Message}] = true
	}
	var rest diag.List
	for _, p := range list {
		if !known[fact{p.File, p.ID, p.Message}] {
			rest.Add(p)
		}
	}
	return rest
}

// fail shows that the folder cannot be read. What was shown stays.
func (d *desk) fail(err error) {
	p := diag.Errorf(diag.Position{File: "content"}, "cannot-read", "the folder cannot be read: %v.", err).
		WithHint("As soon as it can be, the preview goes on.")
	if old := d.shown.Load(); old != nil && old.broken && slices.Equal(old.problems, diag.List{p}) {
		return
	}
	s := &state{issue: d.good, problems: diag.List{p}, broken: true}
	d.last = nil
	d.show(s)
	d.say(s, nil)
}

func (d *desk) remark(text string) {
	if v := d.options.Voice.Remark; v != nil {
		v(text)
	}
}
