package preview

import "sync"

// pendingChanges collects the names of files that may have changed, until they are taken. Adding never waits. It may be used from several
// goroutines.
type pendingChanges struct {
	ready chan struct{} // holds one element while there is something to take

	mu    sync.Mutex
	names map[string]struct{}
	all   bool
}

func newPendingChanges() *pendingChanges {
	return &pendingChanges{ready: make(chan struct{}, 1), names: map[string]struct{}{}}
}

// add adds names of files that may have changed; without names, any file may have.
func (b *pendingChanges) add(names ...string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.all = b.all || len(names) == 0
	for _, name := range names {
		b.names[name] = struct{}{}
	}
	select {
	case b.ready <- struct{}{}:
	default:
	}
}

// take returns the names and forgets them; no names mean that any file may have changed. It is called after a receive from ready. It also
// drains ready, because a second receive would find no names and take that for all files.
func (b *pendingChanges) take() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	select {
	case <-b.ready:
	default:
	}
	var names []string
	if !b.all {
		for name := range b.names {
			names = append(names, name)
		}
	}
	b.all = false
	clear(b.names)
	return names
}
