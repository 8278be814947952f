package generator_test

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// firefox is a Firefox that is spoken to in WebDriver BiDi.
type firefox struct {
	t       *testing.T
	conn    *websocket.Conn
	id      int
	context string // of the one tab
}

// startFirefox starts Firefox with a profile of its own and opens a tab.
func startFirefox(t *testing.T) *firefox {
	t.Helper()
	cmd := exec.Command(tool(t, "firefox-esr", "firefox"), "--headless", "--no-remote", "--profile", t.TempDir(), "--remote-debugging-port=0", "about:blank")
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "MOZ_CRASHREPORTER_DISABLE=1")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	address := ""
	lines := bufio.NewScanner(stderr)
	for address == "" && lines.Scan() {
		_, address, _ = strings.Cut(lines.Text(), "WebDriver BiDi listening on ")
	}
	go func() { // it goes on talking
		for lines.Scan() {
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, address+"/session", nil)
	if err != nil {
		t.Fatalf("connecting to Firefox at %q: %v", address, err)
	}
	conn.SetReadLimit(64 << 20)
	t.Cleanup(func() { conn.CloseNow() })
	f := &firefox{t: t, conn: conn}
	f.call("session.new", map[string]any{"capabilities": map[string]any{}}, nil)
	var created struct{ Context string }
	f.call("browsingContext.create", map[string]any{"type": "tab"}, &created)
	f.context = created.Context
	return f
}

// call sends a command and waits for its result; events in between are dropped.
func (f *firefox) call(method string, params map[string]any, result any) {
	f.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	f.id++
	if err := wsjson.Write(ctx, f.conn, map[string]any{"id": f.id, "method": method, "params": params}); err != nil {
		f.t.Fatalf("%s: %v", method, err)
	}
	for {
		var answer struct {
			ID             int
			Error, Message string
			Result         json.RawMessage
		}
		if err := wsjson.Read(ctx, f.conn, &answer); err != nil {
			f.t.Fatalf("%s: %v", method, err)
		}
		switch {
		case answer.ID != f.id:
		case answer.Error != "":
			f.t.Fatalf("%s: %s: %s", method, answer.Error, answer.Message)
		case result == nil:
			return
		default:
			if err := json.Unmarshal(answer.Result, result); err != nil {
				f.t.Fatalf("%s: %v", method, err)
			}
			return
		}
	}
}

// print prints a page with the margins of its style.
func (f *firefox) print(url, file string, p paper) {
	f.t.Helper()
	const cm, margin = 10.0, 1.2
	f.call("browsingContext.navigate", map[string]any{"context": f.context, "url": url, "wait": "complete"}, nil)
	var printed struct{ Data string }
	f.call("browsingContext.print", map[string]any{
		"context": f.context, "page": map[string]any{"width": p.width / cm, "height": p.height / cm}, "shrinkToFit": false,
		"margin": map[string]any{"top": margin, "right": margin, "bottom": margin, "left": margin},
	}, &printed)
	data, err := base64.StdEncoding.DecodeString(printed.Data)
	if err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		f.t.Fatal(err)
	}
}

// Firefox prints as many pages as there are sheets, like Chromium, and every target.
func TestSheetsInFirefox(t *testing.T) {
	tool(t, "pdftotext")
	dir := t.TempDir()
	writeStarter(t, dir)
	build(t, dir)
	origin := serveDir(t, dir)
	browser := startFirefox(t)
	sheets, err := filepath.Glob(filepath.Join(dir, "public/plans/*/*/sheet/index.html"))
	if err != nil || len(sheets) < 5 {
		t.Fatalf("%d sheets, %v", len(sheets), err)
	}
	for i, sheet := range sheets {
		html, err := os.ReadFile(sheet)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Count(string(html), `<section class="sheet`)
		url := strings.TrimPrefix(strings.TrimSuffix(filepath.ToSlash(sheet), "index.html"), filepath.ToSlash(filepath.Join(dir, "public")))
		sizes := []paper{letter} // it is the shorter one
		if i == 0 {
			sizes = append(sizes, a4)
		}
		for _, size := range sizes {
			file := filepath.Join(dir, "firefox.pdf")
			browser.print(origin+url, file, size)
			p := read(t, file)
			if len(p.pages) != want {
				t.Errorf("%s: %d pages of %s for %d sheets", url, len(p.pages), size.name, want)
			}
			for i, page := range p.pages {
				if text := page.text(); !strings.Contains(text, "Name") || !strings.Contains(text, fmt.Sprintf("heet %d of %d", i+1, want)) && i+1 < want {
					t.Errorf("%s: page %d of %s is not a whole sheet: %s", url, i+1, size.name, text)
				}
			}
		}
	}
}
