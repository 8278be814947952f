package preview

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// How long the preview waits for a tab.
const (
	writeTimeout = 5 * time.Second  // until a message is sent
	pingInterval = 30 * time.Second // between two questions whether it is still there
)

// tabs are the pages that are open in browsers.
type tabs struct {
	mu   sync.Mutex
	open map[*tab]struct{}
	work sync.WaitGroup
}

// tab is one of them. What it has to be told follows from the state that it knows and the state that is shown, so that it may miss states
// in between.
type tab struct {
	wakeups chan struct{} // holds one element when there may be news
	conn    *websocket.Conn

	mu        sync.Mutex
	page      string // the path in the browser's address; "" until it has sent it
	hash      string // of the page as the browser shows it
	announced bool   // it has just sent its page, and gets all news

	known     *state // the state that it was told last
	knowsGone bool   // it was told that its page does not exist any more
}

func (t *tabs) wakeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for tab := range t.open {
		tab.wake()
	}
}

func (t *tab) wake() {
	select {
	case t.wakeups <- struct{}{}:
	default:
	}
}

// paths returns the addresses of the open pages, each once.
func (t *tabs) paths() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var list []string
	for tab := range t.open {
		tab.mu.Lock()
		list = append(list, tab.page)
		tab.mu.Unlock()
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(path string) bool { return path == "" })
}

func (t *tabs) add(tab *tab) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.open[tab] = struct{}{}
	t.work.Add(1)
}

func (t *tabs) remove(tab *tab) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.open, tab)
	t.work.Done()
}

// wait waits until no tab is connected.
func (t *tabs) wait() { t.work.Wait() }

// serveTab serves the WebSocket of a tab until it closes or the context ends.
func (p *Preview) serveTab(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil) // it checks the origin, too
	if err != nil {
		return
	}
	defer conn.CloseNow()
	ctx, stop := context.WithCancel(ctx)
	t := &tab{conn: conn, wakeups: make(chan struct{}, 1)}
	p.tabs.add(t)
	defer p.tabs.remove(t)
	var listening sync.WaitGroup
	listening.Go(func() {
		defer stop()
		t.receive(ctx)
	})
	p.sendNews(ctx, t)
	stop()
	conn.CloseNow()
	listening.Wait()
}

// receive reads from the tab which page it shows.
func (t *tab) receive(ctx context.Context) {
	for {
		_, data, err := t.conn.Read(ctx)
		if err != nil {
			return
		}
		var here struct{ Type, Page, Hash string }
		if json.Unmarshal(data, &here) != nil || here.Type != "here" {
			continue
		}
		t.mu.Lock()
		t.page, t.hash, t.announced = here.Page, here.Hash, true
		t.mu.Unlock()
		t.wake()
	}
}

// sendNews sends the tab what is new, until it closes.
func (p *Preview) sendNews(ctx context.Context, t *tab) {
	asleep := time.NewTicker(pingInterval)
	defer asleep.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-asleep.C:
			err = t.ping(ctx)
		case <-t.wakeups:
			if s := p.awaitState(ctx); s != nil {
				err = t.send(ctx, p.news(t, s))
			}
		}
		if err != nil {
			return
		}
	}
}

func (t *tab) ping(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, writeTimeout)
	defer stop()
	return t.conn.Ping(ctx)
}

func (t *tab) send(ctx context.Context, messages []any) error {
	ctx, stop := context.WithTimeout(ctx, writeTimeout)
	defer stop()
	for _, m := range messages {
		data, err := json.Marshal(m)
		if err != nil {
			return err
		}
		if err := t.conn.Write(ctx, websocket.MessageText, data); err != nil {
			return err
		}
	}
	return nil
}
