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

// pollInterval is how often the folder is loaded where the system sends no events.
const pollInterval = 500 * time.Millisecond

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

// watcher adds a file to pending whenever the system sends an event about it. The kind of event does not matter, because the file is read
// anyway. Where the system sends no events, the watcher polls: it adds all files regularly.
//
// The system watches folders, not paths. If another folder takes the place of a watched one, the events go on coming from the old one,
// wherever it is now. So the watcher remembers which folder it watches at each path.
type watcher struct {
	dir        string // absolute
	pending    *pendingChanges
	remark     func(text string)
	openEvents func() (*events, error)
	remote     func(dir string) (kind string, yes bool)
	interval   time.Duration
	stat       func(path string) (fs.FileInfo, error)

	events      *events                // nil: the folder is polled
	watched     map[string]fs.FileInfo // by path, the folders that are watched there
	pollStarted chan struct{}
	polling     bool
	work        sync.WaitGroup
	stop        context.CancelFunc
}

func newWatcher(dir string, pending *pendingChanges, remark func(text string)) *watcher {
	return &watcher{dir: dir, pending: pending, remark: remark, openEvents: fsnotifyEvents, remote: remoteFolder, interval: pollInterval, watched: map[string]fs.FileInfo{}, stat: os.Stat, pollStarted: make(chan struct{})}
}

// start starts to receive events from the system, or to poll.
func (w *watcher) start(ctx context.Context, poll bool) {
	ctx, w.stop = context.WithCancel(ctx)
	w.work.Go(func() { w.pollFolder(ctx) })
	w.work.Go(func() { w.checkReplaced(ctx) })
	if poll {
		w.startPolling("")
		return
	}
	if kind, yes := w.remote(w.dir); yes {
		w.startPolling(fmt.Sprintf("The folder is on %s, which does not tell of changes made elsewhere.", kind))
		return
	}
	events, err := w.openEvents()
	if err != nil {
		w.startPolling(fmt.Sprintf("The folder cannot be watched: %v.", err))
		return
	}
	w.events = events
	w.work.Go(func() { w.listen(events) })
}

// close stops watching, and waits for its goroutines.
func (w *watcher) close() {
	w.stop()
	if w.events != nil {
		w.events.close()
	}
	w.work.Wait()
}

// listen handles all events. After an error any file may have changed, because events may have been lost.
func (w *watcher) listen(e *events) {
	for {
		select {
		case event, ok := <-e.events:
			if !ok {
				return
			}
			w.handle(event)
		case _, ok := <-e.errors:
			if !ok {
				return
			}
			w.pending.add()
		}
	}
}

// handle adds the file of an event, if it is one of the site's. It must not call fsnotify, which may be waiting for it.
func (w *watcher) handle(event fsnotify.Event) {
	name, err := filepath.Rel(w.dir, event.Name)
	if err != nil || name == "." {
		w.pending.add()
		return
	}
	name = filepath.ToSlash(name)
	if top, _, _ := strings.Cut(name, "/"); top == "content" || top == "templates" {
		w.pending.add(name)
	}
}

// watch watches these folders, given by their paths in the site's folder, and no others. It reports whether there are new ones, of which
// earlier events may be missing.
func (w *watcher) watch(folders []string) (grown bool) {
	if w.events == nil {
		return false
	}
	want := map[string]bool{w.path("."): true}
	for _, folder := range folders {
		want[w.path(folder)] = true
	}
	// Old watches are removed before new ones are added: a folder that was moved is one folder to the system, which would go on sending its
	// events under the old path.
	for _, folder := range w.events.list() {
		if want[folder] && w.isWatched(folder) {
			delete(want, folder)
			continue
		}
		w.events.remove(folder)
		delete(w.watched, folder)
	}
	missing := slices.Sorted(maps.Keys(want)) // a folder comes before those in it
	for _, folder := range missing {
		if err := w.add(folder); err == nil {
			grown = true
		} else if !vanished(err) {
			w.startPolling(whyUnwatched(err))
		}
	}
	return grown
}

// isWatched reports whether the folder at a path is the one that is watched there.
func (w *watcher) isWatched(folder string) bool {
	now, err := w.stat(folder)
	return err == nil && w.watched[folder] != nil && os.SameFile(now, w.watched[folder])
}

// add watches a folder. It is remembered only if it is the same before and after, because otherwise it is not certain which one is watched.
func (w *watcher) add(folder string) error {
	before, err := w.stat(folder)
	if err != nil {
		return err
	}
	if err := w.events.add(folder); err != nil {
		return err
	}
	if after, err := w.stat(folder); err == nil && os.SameFile(before, after) {
		w.watched[folder] = after
	}
	return nil
}

func (w *watcher) path(folder string) string { return filepath.Join(w.dir, filepath.FromSlash(folder)) }

func vanished(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// whyUnwatched returns a sentence why a folder cannot be watched.
func whyUnwatched(err error) string {
	if errors.Is(err, syscall.ENOSPC) {
		return "The system lets no more folders be watched (on Linux, fs.inotify.max_user_watches is the limit)."
	}
	return fmt.Sprintf("A folder cannot be watched: %v.", err)
}

// startPolling starts to poll, if it has not before, and says why.
func (w *watcher) startPolling(why string) {
	if w.polling {
		return
	}
	w.polling = true
	close(w.pollStarted)
	if why != "" {
		w.remark(fmt.Sprintf("%s It is looked at every %v instead.", why, w.interval))
	}
}

// pollFolder adds all files regularly once polling has started, until the context ends.
func (w *watcher) pollFolder(ctx context.Context) {
	select {
	case <-ctx.Done():
		return
	case <-w.pollStarted:
	}
	ticker := time.NewTicker(w.interval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			w.pending.add()
		}
	}
}

// checkReplaced adds all files when another folder has taken the place of the site's, until the context ends. There is no event for that if
// the folder above was moved, or if the whole folder was deleted and restored.
func (w *watcher) checkReplaced(ctx context.Context) {
	ticker := time.NewTicker(w.interval)
	defer ticker.Stop()
	last, _ := w.stat(w.dir)
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if now, err := w.stat(w.dir); err == nil && (last == nil || !os.SameFile(last, now)) {
				last = now
				w.pending.add()
			}
		}
	}
}
