// Package preview shows a site while it is being written: every edit at once, in every tab that shows the page.
//
// In go a site's folder and a listener, out come pages. A change of a file rings a bell; whatever the bell says, the truth is found
// by looking at the folder again. Each change makes a new revision of the whole site, by the same stages as a build, and the pages of
// the newest one without errors are rendered when they are asked for. There is nothing to keep up to date, so nothing is ever out
// of date. While the content has errors the last good revision stays, with the errors on top of it.
//
// What is served is what a build would write, with a script in the head of each page, which follows the edits over a WebSocket.
// The preview never writes, answers nobody who asks by a foreign name or from a foreign page, and ends when its context does.
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

// Options say what is shown, and how.
type Options struct {
	Site   generator.Options // Out and Now have no meaning
	Follow bool              // take the browser to the page whose file was just edited
	Poll   bool              // look at the folder again and again instead of waiting for the system to tell of changes
	All    bool              // show all problems, and not only the first of each kind with a count of the others
	Editor string            // whose links lead from a problem to its file: one of Editors, or "" for none
	Now    func() time.Time  // decides what lies in the future; nil: the clock
	Voice  Voice
}

// Voice is how the preview speaks to whoever started it. Functions that are not set are not called; they are called from one
// goroutine.
type Voice struct {
	Changed  func(Change)      // another revision is served
	Problems func(Problems)    // other things are wrong than before
	Remark   func(text string) // something about the folder or the machine is worth knowing
}

// Change is an edit that can be seen now.
type Change struct {
	Files []string      // that changed, by their paths in the site's folder, sorted
	Took  time.Duration // from the first sign of it
}

// Problems are what is wrong with the site.
type Problems struct {
	All    diag.List // in file order
	New    diag.List // those that were not there before
	Lines  diag.Lines
	Broken bool // what is served is the last revision without errors, or none
}

// Preview is a site that is being written.
type Preview struct {
	options Options
	loader  *generator.Loader
	shown   atomic.Pointer[state]
	first   chan struct{} // closed once there is a state
	tabs    tabs
}

// state is what is shown at one moment. It is not changed afterwards.
type state struct {
	issue    *issue // nil: there has been no revision without errors yet
	problems diag.List
	lines    diag.Lines
	most     int // problems of a kind that are shown; 0: all
	broken   bool
	edited   string // the file to follow, or ""
}

// New takes hold of a site's folder. Serve lets it go.
func New(o Options) (*Preview, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if _, err := editorLink(o.Editor, "", 1, 1); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(o.Site.Dir) // the folder at this path is shown, also where another one takes its place
	if err != nil {
		return nil, err
	}
	o.Site.Dir = dir
	o.Site.PlainNames = true // so that a stylesheet can change under a page
	loader, err := generator.Open(o.Site)
	if err != nil {
		return nil, err
	}
	p := &Preview{options: o, loader: loader, first: make(chan struct{})}
	p.tabs.open = map[*tab]struct{}{}
	return p, nil
}

// Close lets the folder go, where Serve has not been called.
func (p *Preview) Close() error { return p.loader.Close() }

// Serve shows the site to whoever asks at the listener, until the context ends; that is no error. It ends within a second.
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
	p.work(ctx)
	<-ctx.Done()
	shutDown(server)
	p.tabs.wait()
	work.Wait()
	return failed
}

// patience is how long requests may take that are under way when the preview ends.
const patience = 500 * time.Millisecond

func shutDown(server *http.Server) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	if server.Shutdown(ctx) != nil {
		server.Close()
	}
}

// work follows the changes of the folder until the context ends.
func (p *Preview) work(ctx context.Context) {
	d := newDesk(p)
	d.open(ctx)
	defer d.close()
	for {
		select {
		case <-ctx.Done():
			return
		case <-d.bell.rung:
			d.look(d.bell.take())
		case <-d.quiet.C:
			d.settle()
		}
	}
}

// mostOfKind returns how many problems of a kind are shown; 0: all.
func (p *Preview) mostOfKind() int {
	if p.options.All {
		return 0
	}
	return diag.FirstOfKind
}

// show makes a state the one that is shown, and tells the tabs.
func (p *Preview) show(s *state) {
	old := p.shown.Swap(s)
	if old == nil {
		close(p.first)
	}
	p.tabs.wake()
}

// state waits for the first look at the folder and returns what is shown; nil if the context ends before.
func (p *Preview) state(ctx context.Context) *state {
	select {
	case <-p.first:
		return p.shown.Load()
	case <-ctx.Done():
		return nil
	}
}
