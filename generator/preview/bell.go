package preview

import "sync"

// bell is rung by whoever notices that something has happened, and never keeps anybody waiting: rings that nobody has heard yet
// become one.
type bell struct {
	rung chan struct{} // has something in it while there are rings to take

	mu    sync.Mutex
	names map[string]struct{}
	whole bool
}

func newBell() *bell {
	return &bell{rung: make(chan struct{}, 1), names: map[string]struct{}{}}
}

// ring says where something may have happened; without names, anywhere.
func (b *bell) ring(names ...string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.whole = b.whole || len(names) == 0
	for _, name := range names {
		b.names[name] = struct{}{}
	}
	select {
	case b.rung <- struct{}{}:
	default:
	}
}

// take returns the names that rang; none: look everywhere. It is for who has heard the bell, and takes what rang since, too: nothing is
// left to be heard then, or who hears it would find no names and look everywhere.
func (b *bell) take() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	select {
	case <-b.rung:
	default:
	}
	var names []string
	if !b.whole {
		for name := range b.names {
			names = append(names, name)
		}
	}
	b.whole = false
	clear(b.names)
	return names
}
