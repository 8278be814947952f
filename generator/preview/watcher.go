package preview

import (
	"context"
	"errors"
	"fmt"
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
type watcher struct {
	dir    string
	bell   *bell
	remark func(text string)
	begin  func() (*events, error)
	remote func(dir string) (kind string, yes bool)
	every  time.Duration

	events *events // nil: everything is polled
	poll   chan struct{}
	polls  bool
	work   sync.WaitGroup
	stop   context.CancelFunc
}

func newWatcher(dir string, b *bell, remark func(text string)) *watcher {
	return &watcher{dir: dir, bell: b, remark: remark, begin: fsnotifyEvents, remote: remoteFolder, every: pollEvery, poll: make(chan struct{})}
}

// start begins to listen to the system, or to poll.
func (w *watcher) start(ctx context.Context, poll bool) {
	ctx, w.stop = context.WithCancel(ctx)
	w.work.Go(func() { w.ringRegularly(ctx) })
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

// heard rings for one event, if it is about the files of the site.
func (w *watcher) heard(event fsnotify.Event) {
	if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
		w.events.remove(event.Name) // a folder that comes back under this name is another one
	}
	name, err := filepath.Rel(w.dir, event.Name)
	if err != nil {
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
	have := w.events.list()
	for _, folder := range have {
		if !want[folder] {
			w.events.remove(folder)
		}
		delete(want, folder)
	}
	missing := make([]string, 0, len(want))
	for folder := range want {
		missing = append(missing, folder)
	}
	slices.Sort(missing)
	for _, folder := range missing {
		if err := w.events.add(folder); err == nil {
			grown = true
		} else if !vanished(err) {
			w.startPolling(refused(err))
		}
	}
	return grown
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
