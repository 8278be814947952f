//go:build unix

package templates_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
)

var kills = flag.Int("kills", 4, "so many times the browser is killed while a page logs")

// scriptPages serves the scripts of the theme, and for each script of .testdata a page that runs it: "/store" for store.mjs. What such a
// script posts is sent on, with its path in front of it.
func scriptPages(t *testing.T) (origin string, posted <-chan [2]string) {
	t.Helper()
	posts := make(chan [2]string, 1000)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /assets/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(published(t, "assets/"+r.PathValue("name")))
	})
	mux.HandleFunc("GET /{page}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><script src="/scripts/%s.mjs" type="module"></script>`, r.PathValue("page"))
	})
	mux.HandleFunc("GET /scripts/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		http.ServeFile(w, r, filepath.Join(".testdata", filepath.Base(r.PathValue("name"))))
	})
	mux.HandleFunc("POST /{what}", func(_ http.ResponseWriter, r *http.Request) {
		if body, err := io.ReadAll(r.Body); err == nil {
			select {
			case posts <- [2]string{r.PathValue("what"), string(body)}:
			case <-r.Context().Done():
			}
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL, posts
}

// next returns what a page posts next.
func next(t *testing.T, posted <-chan [2]string) (what, body string) {
	t.Helper()
	select {
	case post := <-posted:
		return post[0], post[1]
	case <-time.After(time.Minute):
		t.Fatal("the page says nothing")
		return "", ""
	}
}

// The storage keeps what it promises in both browsers: two tabs, a copy of another phone, half a write, a newer version, no storage at all.
func TestStore(t *testing.T) {
	origin, posted := scriptPages(t)
	t.Run("Firefox", func(t *testing.T) {
		browsertest.StartFirefox(t).Visit(origin + "/store")
		expect(t, posted, "well")
	})
	t.Run("Chromium", func(t *testing.T) {
		chromium := browsertest.Chromium(t)
		browsertest.Visit(t, chromium, origin+"/store", done)
		expect(t, posted, "well")
		empty, posted := scriptPages(t) // an origin of which Chromium has not yet looked how much room there is
		browsertest.Visit(t, chromium, empty+"/full", quota(empty, 2_000_000), browsertest.Evaluate("void fill()", new(any)), done)
		expect(t, posted, "full, true, 0")
	})
}

// quota gives an origin so many bytes.
func quota(origin string, bytes float64) browsertest.Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: origin, QuotaSize: &bytes})
		return err
	})
}

// done waits until the script of a page has said that it has ended.
func done(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	_, err := chromedp.Poll[bool](`document.title === "done"`)(ctx, t)
	return chromedp.Void{}, err
}

// expect compares what a page posts next.
func expect(t *testing.T, posted <-chan [2]string, want string) {
	t.Helper()
	if _, got := next(t, posted); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Of what a page has logged nothing is lost when the browser is killed, but the tap under the finger, and of no tap there is a part.
func TestKilledWhileLogging(t *testing.T) {
	chromium := browsertest.Tool(t, "chromium", "chromium-browser", "google-chrome")
	origin, posted := scriptPages(t)
	profile := t.TempDir()
	kept := 0
	for range *kills {
		kill := start(t, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-breakpad", "--no-first-run", "--user-data-dir="+profile, origin+"/kill")
		_, left := next(t, posted)
		kept = leftOf(t, left, kept)
		time.Sleep(time.Duration(rand.IntN(1500)) * time.Millisecond)
		kill()
		time.Sleep(100 * time.Millisecond) // what was on its way arrives
		for ; len(posted) > 0; kept++ {
			<-posted
		}
	}
	t.Logf("%d taps were kept in %d runs", kept, *kills)
	if kept < *kills {
		t.Error("the page does not log")
	}
}

// leftOf returns how many taps a browser has left that was killed, of which so many were said to be kept.
func leftOf(t *testing.T, left string, kept int) int {
	t.Helper()
	var lifts []struct {
		Lift int
		Sets []int
	}
	if err := json.Unmarshal([]byte(left), &lifts); err != nil {
		t.Fatalf("%v in %s", err, left)
	}
	for i, l := range lifts {
		if l.Lift != i || !slices.Equal(l.Sets, []int{i, i, i}) {
			t.Errorf("tap %d of %d is %+v", i, len(lifts), l)
		}
	}
	if len(lifts) < kept || len(lifts) > kept+1 {
		t.Errorf("%d taps are left, and %d were kept", len(lifts), kept)
	}
	return len(lifts)
}

// start starts a program in a process group of its own, and returns what kills all of it at once: Windows has no such groups.
func start(t *testing.T, name string, args ...string) (kill func()) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var once sync.Once
	kill = func() {
		once.Do(func() {
			syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			cmd.Wait()
		})
	}
	t.Cleanup(kill)
	return kill
}
