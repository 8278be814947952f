// Package preview shows a site while it is being written: every edit at once, in every tab that shows the page.
//
// In go a site's folder and a listener, out come pages. What makes a page reload:
//
//	watcher             notices that a file may have changed
//	pendingChanges      collects the names of such files
//	coordinator         loads a revision of the site, and decides whether it is shown
//	state               what is shown now: a servedRevision, or the problems
//	tab                 tells a browser over a WebSocket what is new for its page
//	client/client.js    fetches the page again, and changes it in place
//
// Each revision is of the whole site and is made by the same stages as a build; its pages are rendered when they are asked for. So nothing
// has to be kept up to date. While the content has errors, the last revision without errors is shown, with the errors on top of it.
//
// What is served is what a build would write, with a script in the head of each page. The preview must not write files. It answers
// nobody who asks by a foreign name or from a foreign page, and ends when its context does.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
)

// Options say which site is shown, and how.
type Options struct {
	Site   generator.Options // Out and Now are not used
	Follow bool              // take the browser to the page whose file was just edited
	Poll   bool              // read the folder regularly, instead of waiting for the system's events
	All    bool              // show all problems, not only the first of each kind with a count of the others
	Editor string            // which problems link to their files in: one of Editors, or "" for none
	Now    func() time.Time  // decides what is in the future; nil: the clock
	Voice  Voice
}

// Voice is what the preview calls to tell news to whoever started it, all from one goroutine. Functions may be nil.
type Voice struct {
	Changed  func(Change)      // a new revision is shown
	Problems func(Problems)    // the problems are not the same as before
	Remark   func(text string) // there is something to know about the folder or the machine
}

// Change is an edit that is shown now.
type Change struct {
	Files []string      // that changed: paths in the site's folder, sorted
	Took  time.Duration // since the first event
}

// Problems are what is wrong with the site.
type Problems struct {
	All    diag.List // in file order
	New    diag.List // those that were not there before
	Lines  diag.Lines
	Broken bool // what is shown is the last revision without errors, or none
}

// Preview shows one site.
type Preview struct {
	options Options
	loader  *generator.Loader
	shown   atomic.Pointer[state]
	first   chan struct{} // closed when there is a state
	tabs    tabs
}

// state is what is shown at one moment. It does not change. It may be used from several goroutines.
type state struct {
	served    *servedRevision // nil: there was no revision without errors yet
	problems  diag.List
	lines     diag.Lines
	maxOfKind int // how many problems of a kind are shown; 0: all
	editor    linker
	broken    bool
	edited    string // the file whose page the browser is to show, or ""

	outlineOnce sync.Once
	outlined    *page // the outline, from when it is asked for first
}

// New opens a site's folder. Serve closes it.
func New(o Options) (*Preview, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if _, err := editorLink(o.Editor, "", 1, 1); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(o.Site.Dir) // if another folder takes its place at this path, that one is shown
	if err != nil {
		return nil, err
	}
	o.Site.Dir = dir
	o.Site.PlainNames = true // so that a stylesheet can change without the page
	loader, err := generator.Open(o.Site)
	if err != nil {
		return nil, err
	}
	p := &Preview{options: o, loader: loader, first: make(chan struct{})}
	p.tabs.open = map[*tab]struct{}{}
	return p, nil
}

// Close closes the folder of a Preview for which Serve is not called.
func (p *Preview) Close() error { return p.loader.Close() }

// Serve answers requests at the listener until the context ends, which is no error. It then ends within a second.
func (p *Preview) Serve(ctx context.Context, l net.Listener) error {
	defer p.loader.Close()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	server := &http.Server{
		Handler:           p.handler(ctx, l.Addr()),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	var failed error
	var work sync.WaitGroup
	work.Go(func() {
		defer stop()
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			failed = fmt.Errorf("serving: %w", err)
		}
	})
	p.follow(ctx)
	<-ctx.Done()
	shutDown(server)
	p.tabs.wait()
	work.Wait()
	return failed
}

// shutdownTimeout is how long running requests may take when the preview ends.
const shutdownTimeout = 500 * time.Millisecond

func shutDown(server *http.Server) {
	ctx, stop := context.WithTimeout(context.Background(), shutdownTimeout)
	defer stop()
	if server.Shutdown(ctx) != nil {
		server.Close()
	}
}

// follow shows the changes of the folder until the context ends.
func (p *Preview) follow(ctx context.Context) {
	d := newCoordinator(p)
	d.start(ctx)
	defer d.close()
	for {
		select {
		case <-ctx.Done():
			return
		case <-d.pending.ready:
			d.loadChanged(d.pending.take())
		case <-d.quietTimer.C:
			d.loadAll()
		}
	}
}

// maxOfKind returns how many problems of each kind are shown; 0: all.
func (p *Preview) maxOfKind() int {
	if p.options.All {
		return 0
	}
	return diag.FirstOfKind
}

// setState shows a state, and wakes the tabs.
func (p *Preview) setState(s *state) {
	old := p.shown.Swap(s)
	if old == nil {
		close(p.first)
	}
	p.tabs.wakeAll()
}

// awaitState returns what is shown. It waits for the first state, and returns nil if the context ends before.
func (p *Preview) awaitState(ctx context.Context) *state {
	select {
	case <-p.first:
		return p.shown.Load()
	case <-ctx.Done():
		return nil
	}
}
