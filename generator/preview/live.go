package preview

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// How long a tab may take.
const (
	toWrite = 5 * time.Second  // a message
	toSleep = 30 * time.Second // before it is asked whether it is still there
)

// tabs are the pages that are open in browsers.
type tabs struct {
	mu   sync.Mutex
	open map[*tab]struct{}
	work sync.WaitGroup
}

// tab is one of them. It compares what it has been told with what is shown, so that it does not matter what it has missed.
type tab struct {
	woken chan struct{} // has something in it when there may be news
	conn  *websocket.Conn

	mu   sync.Mutex
	page string // the path in the browser's address; "" until it has said so
	hash string // of the page that the browser shows
	said bool   // it has just said where it is, and gets an answer

	told *state // what it knows
	gone bool   // it has been told that its page is no more
}

func (t *tabs) wake() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for tab := range t.open {
		tab.wake()
	}
}

func (t *tab) wake() {
	select {
	case t.woken <- struct{}{}:
	default:
	}
}

// paths returns the addresses that are shown, each once.
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

// wait waits until no tab is served any more.
func (t *tabs) wait() { t.work.Wait() }

// live talks with a tab until it closes or the context ends.
func (p *Preview) live(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil) // it checks the origin, too
	if err != nil {
		return
	}
	defer conn.CloseNow()
	ctx, stop := context.WithCancel(ctx)
	t := &tab{conn: conn, woken: make(chan struct{}, 1)}
	p.tabs.add(t)
	defer p.tabs.remove(t)
	var listening sync.WaitGroup
	listening.Go(func() {
		defer stop()
		t.listen(ctx)
	})
	p.follow(ctx, t)
	stop()
	conn.CloseNow()
	listening.Wait()
}

// listen hears where the tab is.
func (t *tab) listen(ctx context.Context) {
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
		t.page, t.hash, t.said = here.Page, here.Hash, true
		t.mu.Unlock()
		t.wake()
	}
}

// follow tells the tab what is new, as long as it listens.
func (p *Preview) follow(ctx context.Context, t *tab) {
	asleep := time.NewTicker(toSleep)
	defer asleep.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-asleep.C:
			err = t.ping(ctx)
		case <-t.woken:
			if s := p.state(ctx); s != nil {
				err = t.tell(ctx, p.news(t, s))
			}
		}
		if err != nil {
			return
		}
	}
}

func (t *tab) ping(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, toWrite)
	defer stop()
	return t.conn.Ping(ctx)
}

func (t *tab) tell(ctx context.Context, messages []any) error {
	ctx, stop := context.WithTimeout(ctx, toWrite)
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

// news returns what the tab has to be told to know the state: about its page, the files that pages have in common, the problems.
func (p *Preview) news(t *tab, s *state) []any {
	t.mu.Lock()
	path, hash, said := t.page, t.hash, t.said
	t.said = false
	t.mu.Unlock()
	if path == "" {
		return nil
	}
	old := t.told
	t.told = s
	fresh := said || old == nil
	var list []any
	if fresh || s != old {
		list = append(list, s.info(path))
		list = append(list, t.pageNews(s, old, path, hash)...)
	}
	if old != nil && old.issue != nil && s.issue != nil && s.issue != old.issue {
		list = append(list, s.issue.fileNews(old.issue)...)
	}
	if fresh || s.broken != old.broken || !slices.Equal(s.problems, old.problems) {
		list = append(list, p.problemNews(s))
	}
	if old != nil && s != old && s.edited != "" && !s.shows(path, s.edited) {
		list = append(list, goMessage{"go", s.issue.base + s.issue.Site.PageFrom(s.edited).URL})
	}
	return list
}

// shows reports whether the page at a path says what a file says: a plan and its sheet are made from one file.
func (s *state) shows(path, file string) bool {
	found := s.issue.find(path)
	return found != nil && found.From.File == file
}

type (
	pageMessage struct {
		Type string `json:"type"` // page
		Hash string `json:"hash"`
	}
	plainMessage struct {
		Type string `json:"type"` // gone
	}
	styleMessage struct {
		Type string `json:"type"` // style
		Href string `json:"href"`
	}
	assetMessage struct {
		Type string `json:"type"` // asset
		Path string `json:"path"`
	}
	goMessage struct {
		Type string `json:"type"` // go
		Page string `json:"page"`
	}
	infoMessage struct {
		Type     string `json:"type"` // info
		Words    int    `json:"words"`
		Minutes  int    `json:"minutes"`
		Draft    bool   `json:"draft"`
		Unlisted bool   `json:"unlisted,omitempty"`
		Future   string `json:"future,omitempty"` // the day, as 2026-12-01
	}
	problemsMessage struct {
		Type     string           `json:"type"`     // problems
		Problems []problemMessage `json:"problems"` // the first of each kind
		Broken   bool             `json:"broken"`
	}
	problemMessage struct {
		Severity string `json:"severity"`
		ID       string `json:"id"`
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"` // in characters
		Length   int    `json:"length"` // in bytes
		Message  string `json:"message"`
		Hint     string `json:"hint"`
		Excerpt  string `json:"excerpt"`
		Caret    string `json:"caret"`
		More     int    `json:"more,omitempty"` // of its kind, that are not in the list
		Editor   string `json:"editor"`
	}
)

// pageNews says whether the page is another one than the tab shows, or is no more.
func (t *tab) pageNews(s, old *state, path, hash string) []any {
	now := s.page(path)
	gone := now.status == http.StatusNotFound && now.hash != hash && (t.gone || old == nil || old.has(path))
	t.gone = gone
	switch {
	case gone:
		return []any{plainMessage{"gone"}}
	case now.hash == hash:
		return nil
	}
	t.fetches(hash, now.hash)
	return []any{pageMessage{"page", now.hash}}
}

// has reports whether there is a page at a path.
func (s *state) has(path string) bool { return s.issue != nil && s.issue.find(path) != nil }

// fetches remembers what the tab will show once it has fetched its page, unless it has said something else in the meantime.
func (t *tab) fetches(before, hash string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hash == before {
		t.hash = hash
	}
}

// readingSpeed is in words a minute: silent reading of English prose (Brysbaert 2019).
const readingSpeed = 238

func minutes(words int) int { return (words + readingSpeed - 1) / readingSpeed }

// info says what is to be known about the page at a path.
func (s *state) info(path string) infoMessage {
	m := infoMessage{Type: "info"}
	if !s.has(path) {
		return m
	}
	page := s.issue.find(path)
	if d := page.Doc(); d != nil {
		m.Words, m.Minutes = d.Words, minutes(d.Words)
	}
	m.Draft, m.Unlisted = page.Draft(), page.Unlisted()
	if a := page.Article; a != nil && a.Date.After(s.issue.now) {
		m.Future = a.Date.Format(time.DateOnly)
	}
	return m
}

// fileNews names the files that pages refer to and that are not as they were.
func (i *issue) fileNews(old *issue) []any {
	var urls []string
	if !i.SameTheme(old.Revision) {
		for url, a := range i.assets {
			if b, known := old.assets[url]; known && string(a.Data) != string(b.Data) {
				urls = append(urls, url)
			}
		}
	}
	for _, file := range i.Snapshot.Changed(old.Snapshot) {
		if c := i.Site.CopiedFrom(file); c != nil {
			urls = append(urls, c.URL)
		}
	}
	slices.Sort(urls)
	var list []any
	for _, url := range urls {
		if strings.HasSuffix(url, ".css") {
			list = append(list, styleMessage{"style", i.base + url})
		} else {
			list = append(list, assetMessage{"asset", i.base + url})
		}
	}
	return list
}

// problemNews says what is wrong with the site.
func (p *Preview) problemNews(s *state) problemsMessage {
	m := problemsMessage{Type: "problems", Problems: []problemMessage{}, Broken: s.broken}
	for _, t := range troubles(s.problems, s.lines, s.most) {
		m.Problems = append(m.Problems, problemMessage{
			Severity: t.Severity.String(), ID: t.ID, File: t.File, Line: t.Line, Column: t.Excerpt.Column, Length: t.Length,
			Message: t.Message, Hint: t.Hint, Excerpt: t.Text, Caret: t.Carets, More: t.More, Editor: p.editorLink(t.Position, t.Excerpt.Column),
		})
	}
	return m
}
