package client_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/legpress/legpress/generator/preview/client"
)

// message is anything that goes over the socket.
type message map[string]any

// fake stands for the server of the preview: what the test lays into it is what the browser gets.
type fake struct {
	t       *testing.T
	address string
	server  *http.Server

	mu    sync.Mutex
	files map[string]string // by URL path
	asked map[string]int    // how often each was asked for
	tabs  map[*websocket.Conn]message
	heard int                      // greetings
	dead  map[*websocket.Conn]bool // connections that have died without a word
	moody bool                     // no two answers are the same
}

func newFake(t *testing.T, files map[string]string) *fake {
	f := &fake{t: t, address: "127.0.0.1:0", files: maps.Clone(files), asked: map[string]int{}, tabs: map[*websocket.Conn]message{}}
	f.start()
	t.Cleanup(f.stop)
	return f
}

// start listens where it listened before, if it did.
func (f *fake) start() {
	l, err := net.Listen("tcp", f.address)
	if err != nil {
		f.t.Fatal(err)
	}
	f.address = l.Addr().String()
	f.server = &http.Server{Handler: f}
	go f.server.Serve(l)
}

func (f *fake) stop() {
	f.server.Close()
	f.mu.Lock()
	defer f.mu.Unlock()
	for c := range f.tabs {
		c.CloseNow()
	}
}

func (f *fake) url(p string) string { return "http://" + f.address + p }

func (f *fake) put(path, text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.files[path] = text
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	f.asked[r.URL.Path]++
	text, ok := f.files[r.URL.Path]
	if f.moody {
		text = strings.Replace(text, "</main>", fmt.Sprintf(`<p title="%d"></main>`, f.asked[r.URL.Path]), 1)
	}
	f.mu.Unlock()
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:")
	name, own := strings.CutPrefix(r.URL.Path, "/_legpress/")
	switch {
	case name == "live":
		f.talk(w, r)
	case own:
		http.ServeFileFS(w, r, client.Files, name)
	case !ok:
		http.NotFound(w, r)
	case path.Ext(r.URL.Path) == "":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("X-Legpress-Hash", hash(text))
		script := `<script src="/_legpress/client.js" data-page="` + r.URL.Path + `" data-hash="` + hash(text) + `" defer></script>`
		w.Write([]byte(strings.Replace(text, "<head>", "<head>"+script, 1)))
	default:
		w.Header().Set("Content-Type", map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}[path.Ext(r.URL.Path)])
		w.Write([]byte(text))
	}
}

func (f *fake) talk(w http.ResponseWriter, r *http.Request) {
	c, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer c.CloseNow()
	defer f.leave(c)
	for {
		var m message
		if err := wsjson.Read(r.Context(), c, &m); err != nil {
			return
		}
		f.meet(c, m)
	}
}

// meet answers a greeting with the page's hash, as the real server does: it may have changed meanwhile.
func (f *fake) meet(c *websocket.Conn, m message) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.dead[c] {
		return
	}
	f.tabs[c] = m
	f.heard++
	if f.moody {
		f.write(c, message{"type": "page", "hash": fmt.Sprint(f.heard)})
		return
	}
	if text, ok := f.files[m["page"].(string)]; ok && hash(text) != m["hash"] {
		f.write(c, message{"type": "page", "hash": hash(text)})
	}
}

func (f *fake) leave(c *websocket.Conn) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.tabs, c)
}

// sleep lets all connections die, as a network does while a computer sleeps.
func (f *fake) sleep() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.dead = map[*websocket.Conn]bool{}
	for c := range f.tabs {
		f.dead[c] = true
	}
}

func (f *fake) write(c *websocket.Conn, m message) {
	data, err := json.Marshal(m)
	if err == nil {
		err = c.Write(context.Background(), websocket.MessageText, data)
	}
	if err != nil {
		f.t.Logf("writing %v: %v", m, err)
	}
}

// save changes a page and tells the tabs that show it.
func (f *fake) save(page, text string) {
	f.put(page, text)
	f.tell(page, message{"type": "page", "hash": hash(text)})
}

// tell sends a message to the tabs that show the page; "": to all. There has to be one.
func (f *fake) tell(page string, m message) {
	f.t.Helper()
	f.await(page)
	f.mu.Lock()
	defer f.mu.Unlock()
	for c, here := range f.tabs {
		if page == "" || here["page"] == page {
			f.write(c, m)
		}
	}
}

// await waits until a tab shows the page, or any.
func (f *fake) await(page string) {
	f.t.Helper()
	eventually(f.t, "a tab shows "+page, func() bool {
		f.mu.Lock()
		defer f.mu.Unlock()
		return slices.ContainsFunc(slices.Collect(maps.Values(f.tabs)), func(m message) bool { return page == "" || m["page"] == page })
	})
}

func (f *fake) times(path string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.asked[path]
}

func (f *fake) greetings() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.heard
}

func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("waited in vain until %s", what)
}
