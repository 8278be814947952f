package preview

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

// news returns the messages after which a tab knows a state: about its page, files that have changed, and problems.
func (p *Preview) news(t *tab, s *state) []any {
	t.mu.Lock()
	path, hash, said := t.page, t.hash, t.announced
	t.announced = false
	t.mu.Unlock()
	if path == "" {
		return nil
	}
	old := t.known
	t.known = s
	fresh := said || old == nil
	var list []any
	if fresh || s != old {
		list = append(list, s.info(path))
		list = append(list, t.pageNews(s, old, path, hash)...)
	}
	if old != nil && old.served != nil && s.served != nil && s.served != old.served {
		list = append(list, s.served.fileNews(old.served)...)
	}
	if fresh || s.broken != old.broken || !slices.Equal(s.problems, old.problems) {
		list = append(list, s.problemNews())
	}
	if old != nil && s != old && s.edited != "" && !s.isFrom(path, s.edited) {
		list = append(list, goMessage{"go", s.served.base + s.served.Site.PageFrom(s.edited).URL})
	}
	return list
}

// isFrom reports whether the page at a path is made from a file. A plan and its sheet are made from one file.
func (s *state) isFrom(path, file string) bool {
	found := s.served.pageAt(path)
	return found != nil && found.From.File == file
}

type (
	pageMessage struct {
		Type string `json:"type"` // page
		Hash string `json:"hash"`
	}
	goneMessage struct {
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

// pageNews returns the message that the page has changed or does not exist any more; none if it is as the tab shows it. A page that was
// not there before either is not gone: its tab shows that there is nothing, and waits for it.
func (t *tab) pageNews(s, old *state, path, hash string) []any {
	now := s.page(path)
	gone := now.status == http.StatusNotFound && now.hash != hash && (t.knowsGone || old == nil || old.has(path))
	t.knowsGone = gone
	switch {
	case gone:
		return []any{goneMessage{"gone"}}
	case now.hash == hash:
		return nil
	}
	t.willShow(hash, now.hash)
	return []any{pageMessage{"page", now.hash}}
}

// has reports whether there is a page at a path.
func (s *state) has(path string) bool { return s.served != nil && s.served.pageAt(path) != nil }

// willShow notes the hash of the page that the tab is going to fetch, unless it has sent another one in the meantime.
func (t *tab) willShow(before, hash string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hash == before {
		t.hash = hash
	}
}

// readingSpeed is how many words a minute people read silently in English (Brysbaert 2019).
const readingSpeed = 238

func minutes(words int) int { return (words + readingSpeed - 1) / readingSpeed }

// info returns the message about the page at a path: its length, and why a build may leave it out.
func (s *state) info(path string) infoMessage {
	m := infoMessage{Type: "info"}
	if !s.has(path) {
		return m
	}
	page := s.served.pageAt(path)
	if d := page.Doc(); d != nil {
		m.Words, m.Minutes = d.Words, minutes(d.Words)
	}
	m.Draft, m.Unlisted = page.Draft(), page.Unlisted()
	if a := page.Article; a != nil && a.Date.After(s.served.now) {
		m.Future = a.Date.Format(time.DateOnly)
	}
	return m
}

// fileNews returns the messages about files that pages refer to and that have changed since an older revision.
func (rev *servedRevision) fileNews(old *servedRevision) []any {
	var urls []string
	if !rev.SameTheme(old.Revision) {
		for url, a := range rev.assets {
			if b, known := old.assets[url]; known && string(a.Data) != string(b.Data) {
				urls = append(urls, url)
			}
		}
	}
	for _, file := range rev.Snapshot.Changed(old.Snapshot) {
		if c := rev.Site.CopiedFrom(file); c != nil {
			urls = append(urls, c.URL)
		}
	}
	slices.Sort(urls)
	var list []any
	for _, url := range urls {
		if strings.HasSuffix(url, ".css") {
			list = append(list, styleMessage{"style", rev.base + url})
		} else {
			list = append(list, assetMessage{"asset", rev.base + url})
		}
	}
	return list
}

// problemNews returns the message about what is wrong with the site.
func (s *state) problemNews() problemsMessage {
	m := problemsMessage{Type: "problems", Problems: []problemMessage{}, Broken: s.broken}
	for _, t := range s.shownProblems() {
		m.Problems = append(m.Problems, problemMessage{
			Severity: t.Severity.String(), ID: t.ID, File: t.File, Line: t.Line, Column: t.Excerpt.Column, Length: t.Length,
			Message: t.Message, Hint: t.Hint, Excerpt: t.Text, Caret: t.Carets, More: t.More, Editor: string(t.Editor),
		})
	}
	return m
}
