package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How often the folder is looked at where the system does not tell of changes.
const pollEvery = 500 * time.Millisecond

// events is what the watcher needs of fsnotify.
type events struct {
	events chan fsnotify.Event
	errors chan error
	add    func(folder string) error
	remove func(folder string) error
	list   func() []string
	close  func() error
}

func fsnotifyEvents() (*events, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &events{w.Events, w.Errors, w.Add, w.Remove, w.WatchList, w.Close}, nil
}

// watcher rings a bell when something happens below the site's folder. What the system says of it, and whether it is true, does not
// matter: whoever hears the bell looks. Where the system does not tell, the watcher rings again and again.
//
// The system watches folders, not paths: where another folder takes the place of one that is watched, the watches of all that was
// below it go on telling of the old one, wherever it is now. So the watcher knows which folder it had watched at a path.
type watcher struct {
	dir    string // absolute
	bell   *bell
	remark func(text string)
	begin  func() (*events, error)
	remote func(dir string) (kind string, yes bool)
	every  time.Duration
	stat   func(path string) (fs.FileInfo, error)

	events *events                // nil: everything is polled
	known  map[string]fs.FileInfo // the folders that were at the paths when they began to be watched
	poll   chan struct{}
	polls  bool
	work   sync.WaitGroup
	stop   context.CancelFunc
}

func newWatcher(dir string, b *bell, remark func(text string)) *watcher {
	return &watcher{dir: dir, bell: b, remark: remark, begin: fsnotifyEvents, remote: remoteFolder, every: pollEvery, known: map[string]fs.FileInfo{}, stat: os.Stat, poll: make(chan struct{})}
}

// start begins to listen to the system, or to poll.
func (w *watcher) start(ctx context.Context, poll bool) {
	ctx, w.stop = context.WithCancel(ctx)
	w.work.Go(func() { w.ringRegularly(ctx) })
	w.work.Go(func() { w.ringWhenReplaced(ctx) })
	if poll {
		w.startPolling("")
		return
	}
	if kind, yes := w.remote(w.dir); yes {
		w.startPolling(fmt.Sprintf("The folder is on %s, which does not tell of changes made elsewhere.", kind))
		return
	}
	events, err := w.begin()
	if err != nil {
		w.startPolling(fmt.Sprintf("The folder cannot be watched: %v.", err))
		return
	}
	w.events = events
	w.work.Go(func() { w.listen(events) })
}

// close ends the watch and waits for it.
func (w *watcher) close() {
	w.stop()
	if w.events != nil {
		w.events.close()
	}
	w.work.Wait()
}

// listen rings for each event, and looks everywhere after an error: events may have been lost.
func (w *watcher) listen(e *events) {
	for {
		select {
		case event, ok := <-e.events:
			if !ok {
				return
			}
			w.heard(event)
		case _, ok := <-e.errors:
			if !ok {
				return
			}
			w.bell.ring()
		}
	}
}

// heard rings for one event, if it is about the files of the site. It asks nothing of fsnotify, which may be waiting for it.
func (w *watcher) heard(event fsnotify.Event) {
	name, err := filepath.Rel(w.dir, event.Name)
	if err != nil || name == "." {
		w.bell.ring()
		return
	}
	name = filepath.ToSlash(name)
	if top, _, _ := strings.Cut(name, "/"); top == "content" || top == "templates" {
		w.bell.ring(name)
	}
}

// watch has these folders watched, given by their paths in the site's folder, and no others. It reports whether there are new ones
// among them: what has happened there before may not have been heard.
func (w *watcher) watch(folders []string) (grown bool) {
	if w.events == nil {
		return false
	}
	want := map[string]bool{w.path("."): true}
	for _, folder := range folders {
		want[w.path(folder)] = true
	}
	// All watches that are of no use go before any new one is added: the system knows the folder that moved from one path to another
	// as one, and would go on telling of it under the old path.
	for _, folder := range w.events.list() {
		if want[folder] && w.isKnown(folder) {
			delete(want, folder)
			continue
		}
		w.events.remove(folder)
		delete(w.known, folder)
	}
	missing := slices.Sorted(maps.Keys(want)) // a folder comes before those in it
	for _, folder := range missing {
		if err := w.add(folder); err == nil {
			grown = true
		} else if !vanished(err) {
			w.startPolling(refused(err))
		}
	}
	return grown
}

// isKnown reports whether the folder at a path is still the one that is watched there.
func (w *watcher) isKnown(folder string) bool {
	now, err := w.stat(folder)
	return err == nil && w.known[folder] != nil && os.SameFile(now, w.known[folder])
}

// add has a folder watched. It is known only if it was the same before and after: else it is not known which one is watched.
func (w *watcher) add(folder string) error {
	before, err := w.stat(folder)
	if err != nil {
		return err
	}
	if err := w.events.add(folder); err != nil {
		return err
	}
	if after, err := w.stat(folder); err == nil && os.SameFile(before, after) {
		w.known[folder] = after
	}
	return nil
}

func (w *watcher) path(folder string) string { return filepath.Join(w.dir, filepath.FromSlash(folder)) }

func vanished(err error) bool {
	return errors.Is(err, syscall.ENOENT) || errors.Is(err, syscall.ENOTDIR)
}

// refused says why a folder cannot be watched.
func refused(err error) string {
	if errors.Is(err, syscall.ENOSPC) {
		return "The system lets no more folders be watched (on Linux, fs.inotify.max_user_watches is the limit)."
	}
	return fmt.Sprintf("A folder cannot be watched: %v.", err)
}

// startPolling has the bell rung regularly from now on, and says why, once.
func (w *watcher) startPolling(why string) {
	if w.polls {
		return
	}
	w.polls = true
	close(w.poll)
	if why != "" {
		w.remark(fmt.Sprintf("%s It is looked at every %v instead.", why, w.every))
	}
}

// ringRegularly rings once polling has begun, until the context ends.
func (w *watcher) ringRegularly(ctx context.Context) {
	select {
	case <-ctx.Done():
		return
	case <-w.poll:
	}
	ticker := time.NewTicker(w.every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			w.bell.ring()
		}
	}
}

// ringWhenReplaced rings when another folder has taken the place of the site's, until the context ends. No event tells of that where
// the folder above it was moved, or where all of it was deleted and put back.
func (w *watcher) ringWhenReplaced(ctx context.Context) {
	ticker := time.NewTicker(w.every)
	defer ticker.Stop()
	last, _ := w.stat(w.dir)
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if now, err := w.stat(w.dir); err == nil && (last == nil || !os.SameFile(last, now)) {
				last = now
				w.bell.ring()
			}
		}
	}
}
