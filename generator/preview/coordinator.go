package preview

import (
	"context"
	"path"
	"slices"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// How long the coordinator waits. Editors save a file in several steps, a few milliseconds apart.
const (
	quietTime  = 60 * time.Millisecond  // after the last change, before the whole folder is loaded
	vanishTime = 40 * time.Millisecond  // in which a file that has vanished may be back
	maxWait    = 500 * time.Millisecond // of changes without a pause, before the whole folder is loaded all the same
	manyFiles  = 50                     // with more changed files than this it waits for quietTime
)

// coordinator decides when the site is loaded and which revision is shown. At the first change it loads only the changed files, and shows
// the revision if nothing is wrong with it: a file may be half written, or gone for a moment. When no more changes come it loads the
// whole folder, and shows that revision or its errors. It is for one goroutine.
type coordinator struct {
	*Preview
	pending    *pendingChanges
	quietTimer *time.Timer
	watcher    *watcher
	vanishTime time.Duration

	last      *generator.Revision  // the last revision that was final, with or without errors
	lastGood  *servedRevision      // the last one without errors that was loaded from the whole folder; nil: none
	vanished  map[string]time.Time // files of last that are missing now, and since when
	editBegan time.Time            // when the edit began that is not final yet; zero: none
	reported  diag.List            // the problems that Voice was told last
}

func newCoordinator(p *Preview) *coordinator {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	return &coordinator{Preview: p, pending: newPendingChanges(), quietTimer: timer, vanishTime: vanishTime, vanished: map[string]time.Time{}}
}

// start loads the site for the first time, and then watches the folder.
func (c *coordinator) start(ctx context.Context) {
	c.editBegan = time.Now()
	c.loadAll()
	c.watcher = newWatcher(c.options.Site.Dir, c.pending, c.remark)
	c.watcher.start(ctx, c.options.Poll)
	c.watch()
}

func (c *coordinator) close() {
	c.quietTimer.Stop()
	c.watcher.close()
}

// watch watches all folders of the site. A new one may have changed before it was watched, so that the site is then loaded again.
func (c *coordinator) watch() {
	if c.watcher != nil && c.watcher.watch(c.loader.Folders()) {
		c.pending.add()
	}
}

// loadChanged loads the named files and shows the revision, if nothing is wrong with it; no names mean the whole folder.
func (c *coordinator) loadChanged(names []string) {
	if c.editBegan.IsZero() {
		c.editBegan = time.Now()
	}
	if time.Since(c.editBegan) > maxWait {
		c.loadAll()
		return
	}
	telling := c.relevant(names)
	if len(c.vanished) == 0 && len(telling) <= manyFiles && (len(telling) > 0 || len(names) == 0) {
		r, err := c.load(telling)
		if err == nil && r == c.last && len(names) == 0 { // a poll that found nothing
			c.editBegan = time.Time{}
			c.watch()
			return
		}
		if err == nil {
			c.show(r, false)
		}
	}
	c.quietTimer.Reset(quietTime)
}

// relevant returns the names that are loaded at once: those of known files, texts and definitions. Others may be temporary files of an
// editor.
func (c *coordinator) relevant(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		if ext := path.Ext(name); ext == ".md" || ext == ".toml" {
			return false
		}
		return c.last == nil || !c.last.Has(name)
	})
}

func (c *coordinator) load(names []string) (*generator.Revision, error) {
	if len(names) == 0 {
		return c.loader.Load(c.options.Now())
	}
	return c.loader.LoadPaths(c.options.Now(), names)
}

// loadAll loads the whole folder and shows the revision or its errors. While a file has just vanished, it comes again a moment later.
func (c *coordinator) loadAll() {
	if c.editBegan.IsZero() {
		c.editBegan = time.Now()
	}
	r, err := c.loader.Load(c.options.Now())
	if err != nil {
		c.showError(err)
		c.quietTimer.Reset(maxWait)
		return
	}
	if !c.show(r, true) {
		c.quietTimer.Reset(c.vanishTime)
		return
	}
	c.editBegan = time.Time{}
	c.watch()
}

// show shows a revision, or what is wrong with it, and reports whether it is final. A revision in which a file has just vanished is not.
// Neither is, before it is settled, one with errors, or with an emptied file, which an editor is probably about to write.
func (c *coordinator) show(r *generator.Revision, settled bool) (final bool) {
	if r == c.last {
		clear(c.vanished)
		if s := c.shown.Load(); settled && !s.broken {
			c.lastGood = s.served
		}
		return true
	}
	changed := c.changed(r)
	if c.justVanished(r, changed) || !settled && slices.ContainsFunc(changed, r.Empty) {
		return false
	}
	next, problems := c.prepare(r)
	if next == nil && !settled {
		return false
	}
	if next != nil && settled {
		c.lastGood = next
	}
	s := &state{served: next, problems: problems, lines: r.Lines, maxOfKind: c.maxOfKind(), editor: c.editorLink}
	if next == nil {
		s.served, s.broken = c.lastGood, true
	}
	s.edited = c.editedFile(s, changed)
	c.last = r
	c.setState(s)
	c.report(s, changed)
	return true
}

// justVanished reports whether a file is missing that was still there vanishTime ago.
func (c *coordinator) justVanished(r *generator.Revision, changed []string) bool {
	now := time.Now()
	gone := map[string]time.Time{}
	young := false
	for _, file := range changed {
		if r.Has(file) {
			continue
		}
		since, known := c.vanished[file]
		if !known {
			since = now
		}
		gone[file] = since
		young = young || now.Sub(since) < c.vanishTime
	}
	c.vanished = gone
	if !young {
		clear(c.vanished)
	}
	return young
}

// prepare makes a revision ready to be shown, or returns nil and why it cannot be. Mistakes in templates show only when a page is rendered.
// So the pages in open tabs are rendered, and one page for each layout that is another one than before.
func (c *coordinator) prepare(r *generator.Revision) (*servedRevision, diag.List) {
	if !r.Sound() {
		return nil, r.Problems
	}
	next := newServedRevision(r, c.options.Now(), c.editorLink)
	var wrong diag.List
	for _, path := range c.tabs.paths() {
		wrong.Add(next.renderPath(path).problems...)
	}
	for o, p := range onePerLayout(r.Site) {
		if c.lastGood == nil || !r.SameLayout(c.lastGood.Revision, o) {
			wrong.Add(next.renderPage(p).problems...)
		}
	}
	problems := append(wrong, r.Problems...).Sorted()
	if wrong.HasErrors() {
		return nil, problems
	}
	return next, problems
}

// onePerLayout returns a page of each output that a layout shows.
func onePerLayout(s *site.Site) map[site.Output]*site.Page {
	pages := map[site.Output]*site.Page{}
	for _, p := range slices.Concat(s.ArticlePages[:min(1, len(s.ArticlePages))], s.OtherPages) {
		if pages[p.Output] == nil && p.IsHTML() {
			pages[p.Output] = p
		}
	}
	return pages
}

// changed returns the files that differ from those of the last revision.
func (c *coordinator) changed(r *generator.Revision) []string {
	if c.last == nil {
		return nil
	}
	return r.Snapshot.Changed(c.last.Snapshot)
}

// editedFile returns the file whose page the browser is to show: the only changed file that has a page; "" for none.
func (c *coordinator) editedFile(s *state, changed []string) string {
	if !c.options.Follow || s.broken {
		return ""
	}
	file := ""
	for _, f := range changed {
		if s.served.Site.PageFrom(f) == nil {
			continue
		}
		if file != "" {
			return ""
		}
		file = f
	}
	return file
}

// report tells Voice what changed, and which problems are new or gone.
func (c *coordinator) report(s *state, changed []string) {
	if v := c.options.Voice.Changed; v != nil && !s.broken && len(changed) > 0 {
		v(Change{Files: changed, Took: time.Since(c.editBegan)})
	}
	news := notIn(s.problems, c.reported)
	if v := c.options.Voice.Problems; v != nil && (len(news) > 0 || len(notIn(c.reported, s.problems)) > 0) {
		v(Problems{All: s.problems, New: news, Lines: s.lines, Broken: s.broken})
	}
	c.reported = s.problems
}

// notIn returns the problems of a list that are not in another one, or there fewer times. Lines do not count.
func notIn(list, other diag.List) diag.List {
	type fact struct{ file, id, message string }
	known := map[fact]int{}
	for _, p := range other {
		known[fact{p.File, p.ID, p.Message}]++
	}
	var rest diag.List
	for _, p := range list {
		f := fact{p.File, p.ID, p.Message}
		if known[f] == 0 {
			rest.Add(p)
			continue
		}
		known[f]--
	}
	return rest
}

// showError shows that the folder cannot be read, on top of the last revision without errors.
func (c *coordinator) showError(err error) {
	p := diag.Errorf(diag.Position{File: "content"}, "cannot-read", "the folder cannot be read: %v.", err).
		WithHint("As soon as it can be, the preview goes on.")
	if old := c.shown.Load(); old != nil && old.broken && slices.Equal(old.problems, diag.List{p}) {
		return
	}
	s := &state{served: c.lastGood, problems: diag.List{p}, editor: c.editorLink, broken: true}
	c.last = nil
	c.setState(s)
	c.report(s, nil)
}

func (c *coordinator) remark(text string) {
	if v := c.options.Voice.Remark; v != nil {
		v(text)
	}
}
