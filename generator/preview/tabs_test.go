package preview

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/legpress/legpress/generator/diag"
)

// viewer is a tab as the server sees it.
type viewer struct {
	t    testing.TB
	conn *websocket.Conn
	url  string
	path string
	hash string
	got  chan map[string]any
}

// openTab opens the page at a path and says that it is there.
func (r *running) openTab(path string) *viewer {
	r.t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	conn, _, err := websocket.Dial(ctx, r.url+livePath, nil)
	if err != nil {
		r.t.Fatal(err)
	}
	c := &viewer{t: r.t, conn: conn, url: r.url, path: path, got: make(chan map[string]any, 100)}
	listening := make(chan struct{})
	go func() {
		defer close(listening)
		defer close(c.got)
		for {
			_, data, err := conn.Read(context.Background())
			if err != nil {
				return
			}
			var m map[string]any
			if err := json.Unmarshal(data, &m); err != nil {
				r.t.Error(err)
			}
			c.got <- m
		}
	}()
	r.t.Cleanup(func() { conn.CloseNow(); <-listening })
	c.fetch()
	c.here(c.hash)
	c.await("problems")
	return c
}

// fetch gets the page, as the tab does after a message that it has changed.
func (c *viewer) fetch() string {
	c.t.Helper()
	r, err := http.NewRequest(http.MethodGet, c.url+c.path, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	answer, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	c.hash = answer.Header.Get("X-Legpress-Hash")
	return string(body)
}

func (c *viewer) here(hash string) {
	c.t.Helper()
	data, err := json.Marshal(map[string]string{"type": "here", "page": c.path, "hash": hash})
	if err != nil {
		c.t.Fatal(err)
	}
	if err := c.conn.Write(context.Background(), websocket.MessageText, data); err != nil {
		c.t.Fatal(err)
	}
}

// await returns the next message of a type, and the types of those before it.
func (c *viewer) await(kind string) (m map[string]any, before []string) {
	c.t.Helper()
	timeout := time.After(10 * time.Second)
	for {
		select {
		case m, ok := <-c.got:
			if !ok {
				c.t.Fatalf("the connection ended before there was a message %q; there were %q", kind, before)
			}
			if m["type"] == kind {
				return m, before
			}
			before = append(before, m["type"].(string))
		case <-timeout:
			c.t.Fatalf("there is no message %q; there were %q", kind, before)
		}
	}
}

// rest returns the types of the messages that come within a moment.
func (c *viewer) rest() []string {
	var kinds []string
	timeout := time.After(300 * time.Millisecond)
	for {
		select {
		case m := <-c.got:
			kinds = append(kinds, m["type"].(string))
		case <-timeout:
			return kinds
		}
	}
}

// Each tab is told what concerns the page that it shows, and nothing else.
func TestTabs(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir)
	first, second := r.openTab("/articles/first/"), r.openTab("/articles/second/")
	write(t, dir, "content/articles/2026-01-05-first.md", read(t, dir, "content/articles/2026-01-05-first.md")+"\nEdited.\n")
	m, _ := first.await("page")
	if page := first.fetch(); !strings.Contains(page, "Edited.") || first.hash != m["hash"] {
		t.Errorf("the page has the hash %s and not %v, or not the edit:\n%s", first.hash, m["hash"], page)
	}
	if kinds := second.rest(); slices.Contains(kinds, "page") {
		t.Errorf("the other tab was told %q", kinds)
	}
	first.here(first.hash)
	if _, before := first.await("problems"); slices.Contains(before, "page") {
		t.Error("a tab that shows the page as it is was told that it is another one")
	}
	first.here("0123456789abcdef") // as after a sleep, or a restart of the preview
	if m, _ := first.await("page"); m["hash"] != first.hash {
		t.Errorf("a tab that shows something old was told %v", m)
	}
}

func TestFiles(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir)
	tab := r.openTab("/articles/trip/")
	replace(t, dir, "templates/assets/style.css", "body { color: blue }\n")
	if m, before := tab.await("style"); m["href"] != "/assets/style.css" || slices.Contains(before, "page") {
		t.Errorf("a style sheet: %v after %q", m, before)
	}
	replace(t, dir, "content/articles/trip/dot.svg", strings.Replace(read(t, dir, "content/articles/trip/dot.svg"), `r="5"`, `r="4"`, 1))
	if m, before := tab.await("asset"); m["path"] != "/articles/trip/dot.svg" || slices.Contains(before, "page") {
		t.Errorf("a picture: %v after %q", m, before)
	}
	replace(t, dir, "content/static/notes.txt", "More notes.\n")
	if m, _ := tab.await("asset"); m["path"] != "/notes.txt" {
		t.Errorf("a copied file: %v", m)
	}
}

func TestGone(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir)
	write(t, dir, "content/articles/new.md", "+++\ntitle = \"New\"\ndate = 2026-03-03\n+++\nNew.\n")
	missing := r.openTab("/articles/more/")
	for range 100 {
		if r.get("/articles/new/").status == http.StatusOK {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	tab := r.openTab("/articles/new/")
	e := &editor{t: t, dir: dir}
	e.remove("content/articles/new.md")
	tab.await("gone")
	if kinds := missing.rest(); slices.Contains(kinds, "gone") {
		t.Errorf("a tab that never showed a page was told %q", kinds)
	}
	tab.here(tab.hash)
	tab.await("gone")
	write(t, dir, "content/articles/new.md", "+++\ntitle = \"New\"\ndate = 2026-03-03\n+++\nBack.\n")
	tab.await("page")
	write(t, dir, "content/articles/more.md", "+++\ntitle = \"More\"\ndate = 2026-03-03\n+++\nMore.\n")
	missing.await("page")
	if page := missing.fetch(); !strings.Contains(page, "More.") {
		t.Errorf("the new page:\n%s", page)
	}
}

// Mistakes are told with all that is needed to mend them, and the pages stay.
func TestProblems(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, func(o *Options) { o.Editor = "vscode" })
	tab := r.openTab("/articles/second/")
	good := read(t, dir, "content/articles/second.md")
	write(t, dir, "content/articles/second.md", strings.Replace(good, "title", "titel", 1))
	m, before := tab.await("problems")
	if m["broken"] != true || slices.Contains(before, "page") {
		t.Fatalf("got %v after %q", m, before)
	}
	p := m["problems"].([]any)[0].(map[string]any)
	for key, want := range map[string]any{
		"severity": "error", "id": "unknown-key", "file": "content/articles/second.md", "line": 2.0, "column": 1.0, "length": 5.0,
		"excerpt": `titel = "Second"`, "caret": "^^^^^", "hint": `Did you mean "title"?`, "editor": "vscode://file/" + strings.TrimPrefix(filepath.ToSlash(dir), "/") + "/content/articles/second.md:2:1",
	} {
		if p[key] != want {
			t.Errorf("%s is %v, want %v", key, p[key], want)
		}
	}
	if page := tab.fetch(); !strings.Contains(page, "text.") {
		t.Errorf("the last good page is gone:\n%s", page)
	}
	write(t, dir, "content/articles/second.md", good)
	if m, _ := tab.await("problems"); m["broken"] != false || len(m["problems"].([]any)) != 0 {
		t.Errorf("after the repair: %v", m)
	}
	r.stop()
	said := r.said()
	if len(said) != 2 || !said[0].Broken || len(said[0].New) != 1 || said[1].Broken || len(said[1].All) != 0 {
		t.Errorf("said of problems: %+v", said)
	}
}

// Of very many problems a tab and the pages of the preview get the first of each kind, and the next edit shows as always.
func TestManyProblems(t *testing.T) {
	dir := newPlainSite(t)
	good := read(t, dir, "content/articles/second.md")
	write(t, dir, "content/articles/second.md", good+strings.Repeat(strings.Repeat("[x](exercise:nothing) ", 50)+strings.Repeat("\n[x](exercise:nothing)", 50)+"\n\n", 20))
	for all, want := range map[bool]int{false: diag.FirstOfKind, true: 2_000} {
		d := coordinatorOf(t, dir, func(o *Options) { o.All = all })
		s := d.shown.Load()
		m := s.problemNews()
		named, more := 0, 0
		for _, p := range m.Problems {
			if p.ID == "unknown-exercise" {
				named++
				more += p.More
			}
		}
		if named != want || named+more != 2_000 {
			t.Errorf("all %v: %d problems and %d more, want %d of 2,000", all, named, more, want)
		}
		for _, path := range []string{"/", "/_legpress/"} {
			page := d.get(path).body
			if n := strings.Count(page, "there is no exercise"); n != want {
				t.Errorf("all %v: %s names %d problems, want %d", all, path, n, want)
			}
			if strings.Contains(page, "and 1,980 more like this") == all {
				t.Errorf("all %v: %s counts the others wrongly", all, path)
			}
		}
	}
	d := coordinatorOf(t, dir)
	write(t, dir, "content/articles/second.md", good)
	d.loadChanged([]string{"content/articles/second.md"})
	agree(t, d.Preview)
}

// The terminal hears of a list of problems once, however often a file is saved.
func TestProblemsAreSaidOnce(t *testing.T) {
	dir := newSite(t)
	var said []Problems
	d := coordinatorOf(t, dir, func(o *Options) { o.Voice.Problems = func(p Problems) { said = append(said, p) } })
	bad := strings.Replace(read(t, dir, "content/articles/second.md"), "title", "titel", 1)
	for i := range 3 {
		write(t, dir, "content/articles/second.md", bad+strings.Repeat("\nMore.\n", i))
		d.loadChanged([]string{"content/articles/second.md"})
		d.loadAll()
	}
	if len(said) != 1 || len(said[0].New) != 1 {
		t.Errorf("said %d times: %+v", len(said), said)
	}
	write(t, dir, "content/pages/about.md", "+++\ntitle = \"About\"\n+++\n[x](exercise:nothing)\n")
	d.loadAll()
	if len(said) != 2 || len(said[1].New) != 1 || len(said[1].All) != 2 {
		t.Errorf("a second mistake: %+v", said)
	}
	for i, times := range []int{3, 3, 1} { // one mistake, made several times
		write(t, dir, "content/pages/about.md", fmt.Sprint("+++\ntitle = \"About\"\n+++\n", strings.Repeat("[x](exercise:nothing)\n\n", times), i))
		d.loadAll()
	}
	if len(said) != 4 || len(said[2].New) != 2 || len(said[3].New) != 0 || len(said[3].All) != 2 {
		t.Errorf("the same mistake, three times and once: %+v", said[2:])
	}
}

func TestInfo(t *testing.T) {
	dir := newSite(t)
	write(t, dir, "content/plans/club.toml", "draft = true\nlisted = false\n"+read(t, dir, "content/plans/eight.toml"))
	write(t, dir, "content/exercises/lunge.toml", "draft = true\n"+read(t, dir, "content/exercises/push-up.toml"))
	write(t, dir, "content/pages/handout.md", "+++\ntitle = \"Handout\"\nlisted = false\n+++\nFor you.\n")
	r := start(t, dir)
	for path, want := range map[string]string{
		"/plans/club/only-runs/": `{"draft":true,"minutes":0,"type":"info","unlisted":true,"words":0}`,
		"/exercises/lunge/":      `{"draft":true,"minutes":0,"type":"info","words":0}`,
		"/runners/only-runs/":    `{"draft":false,"minutes":0,"type":"info","words":0}`,
		"/handout/":              `{"draft":false,"minutes":1,"type":"info","unlisted":true,"words":2}`,
		"/articles/first/":       `{"draft":false,"minutes":1,"type":"info","words":16}`,
		"/articles/draft/":       `{"draft":true,"minutes":1,"type":"info","words":2}`,
		"/articles/later/":       `{"draft":false,"future":"2027-03-02","minutes":1,"type":"info","words":2}`,
		"/plans/":                `{"draft":false,"minutes":0,"type":"info","words":0}`,
		"/nothing/":              `{"draft":false,"minutes":0,"type":"info","words":0}`,
		"/_legpress/":            `{"draft":false,"minutes":0,"type":"info","words":0}`,
		"/articles/page/99/":     `{"draft":false,"minutes":0,"type":"info","words":0}`,
	} {
		tab := r.openTab(path)
		tab.here(tab.hash)
		m, _ := tab.await("info")
		if got, _ := json.Marshal(m); string(got) != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	for words, want := range map[int]int{0: 0, 1: 1, 238: 1, 239: 2, 840: 4} {
		if got := minutes(words); got != want {
			t.Errorf("%d words take %d minutes, want %d", words, got, want)
		}
	}
}

// With --follow a tab goes to the page whose file was edited, but a sheet stays when its plan is edited.
func TestFollow(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, func(o *Options) { o.Follow = true })
	tab, sheet := r.openTab("/"), r.openTab("/plans/eight/only-runs/sheet/")
	write(t, dir, "content/plans/eight.toml", strings.Replace(read(t, dir, "content/plans/eight.toml"), "Eight weeks", "Two months", 1))
	if m, _ := tab.await("go"); m["page"] != "/plans/eight/" {
		t.Errorf("the tab goes to %v", m["page"])
	}
	if kinds := sheet.rest(); slices.Contains(kinds, "go") || !slices.Contains(kinds, "page") {
		t.Errorf("the sheet was told %q", kinds)
	}
	write(t, dir, "templates/assets/style.css", "p {}\n")
	if kinds := tab.rest(); slices.Contains(kinds, "go") {
		t.Errorf("a style sheet has no page, but the tab was told %q", kinds)
	}
}

func TestLiveAnswersNoForeignPage(t *testing.T) {
	r := start(t, newSite(t))
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	for _, origin := range []string{"https://evil.example", "http://localhost:3000", "null"} {
		conn, answer, err := websocket.Dial(ctx, r.url+livePath, &websocket.DialOptions{HTTPHeader: http.Header{"Origin": {origin}}})
		if err == nil {
			conn.CloseNow()
			t.Errorf("a page of %s was let in", origin)
		} else if answer == nil || answer.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %v, %v", origin, answer, err)
		}
	}
}

// A tab that talks nonsense does no harm, and the preview ends at once although tabs are open.
func TestEndsWithTabsOpen(t *testing.T) {
	r := start(t, newSite(t))
	tab := r.openTab("/")
	for _, nonsense := range []string{"", "{", `{"type":"here"}`, `{"type":7}`, `{"type":"here","page":"\u0000../../x"}`} {
		if err := tab.conn.Write(context.Background(), websocket.MessageText, []byte(nonsense)); err != nil {
			t.Fatal(err)
		}
	}
	tab.here(tab.hash)
	tab.await("problems")
	r.stop()
}
