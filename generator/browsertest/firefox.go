package browsertest

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// Firefox is a Firefox with one tab, driven over WebDriver BiDi.
type Firefox struct {
	t    testing.TB
	conn *websocket.Conn
	id   int    // of the last command
	tab  string // the browsing context of the one tab
}

// StartFirefox starts Firefox with a profile of its own and opens a tab. It ends with the test.
func StartFirefox(t testing.TB) *Firefox {
	t.Helper()
	cmd := exec.Command(Tool(t, "firefox-esr", "firefox"), "--headless", "--no-remote", "--profile", t.TempDir(), "--remote-debugging-port=0", "about:blank")
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
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	address := addressOf(stderr)
	conn, _, err := websocket.Dial(ctx, address+"/session", nil)
	if err != nil {
		t.Fatalf("connecting to Firefox at %q: %v", address, err)
	}
	conn.SetReadLimit(64 << 20)
	t.Cleanup(func() { conn.CloseNow() })
	f := &Firefox{t: t, conn: conn}
	f.call("session.new", map[string]any{"capabilities": map[string]any{}}, nil)
	var created struct{ Context string }
	f.call("browsingContext.create", map[string]any{"type": "tab"}, &created)
	f.tab = created.Context
	return f
}

// addressOf waits until Firefox says where it listens. What it says afterwards is read and dropped, or it would block.
func addressOf(stderr io.Reader) (address string) {
	lines := bufio.NewScanner(stderr)
	for address == "" && lines.Scan() {
		_, address, _ = strings.Cut(lines.Text(), "WebDriver BiDi listening on ")
	}
	go func() {
		for lines.Scan() {
		}
	}()
	return address
}

// call sends a command and waits for its result; events in between are dropped.
func (f *Firefox) call(method string, params map[string]any, result any) {
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

// Ask opens a page and returns the text that a script answers there, for which it may wait.
func (f *Firefox) Ask(url, script string) string {
	f.t.Helper()
	f.Visit(url)
	var answer struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	f.call("script.evaluate", map[string]any{"expression": script, "target": map[string]any{"context": f.tab}, "awaitPromise": true}, &answer)
	if answer.ExceptionDetails.Text != "" {
		f.t.Fatalf("%s: %s", url, answer.ExceptionDetails.Text)
	}
	return answer.Result.Value
}

// Visit opens a page.
func (f *Firefox) Visit(url string) {
	f.t.Helper()
	f.call("browsingContext.navigate", map[string]any{"context": f.tab, "url": url, "wait": "complete"}, nil)
}

// Print prints a page into a file, with the margins of its style.
func (f *Firefox) Print(url, file string, p Paper) {
	f.t.Helper()
	const cm, margin = 10.0, 1.2
	f.Visit(url)
	var printed struct{ Data string }
	f.call("browsingContext.print", map[string]any{
		"context": f.tab, "page": map[string]any{"width": p.Width / cm, "height": p.Height / cm}, "shrinkToFit": false,
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
