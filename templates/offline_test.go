package templates_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/legpress/legpress/generator/browsertest"
)

// net is how a site is reached.
type net int32

const (
	works net = iota
	dead
	silent  // asked for a page, nobody answers
	mended  // the page of the plan is another one
	gone    // and then there is none
	emptied // the site publishes an empty worker
)

const keptPlan = "/plans/first-eight-weeks/only-runs/"

// weakSite serves a built site over a net that works or not.
func weakSite(t *testing.T, dir string) (origin string, set func(net)) {
	t.Helper()
	var now atomic.Int32
	files := http.FileServer(http.Dir(filepath.Join(dir, "public")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; worker-src 'self'; connect-src 'self'; manifest-src 'self'")
		w.Header().Set("Cache-Control", "no-cache") // of an old file browsers assume that it stays as it is for a while
		switch state := net(now.Load()); {
		case state == dead:
			panic(http.ErrAbortHandler)
		case state == silent && r.URL.Path == keptPlan:
			<-r.Context().Done()
		case state == mended && r.URL.Path == keptPlan:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte("<!doctype html><title>Mended</title>"))
		case state == gone && r.URL.Path == keptPlan:
			http.NotFound(w, r)
		case state == emptied && r.URL.Path == "/sw.js":
			w.Header().Set("Content-Type", "text/javascript")
		default:
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, func(n net) { now.Store(int32(n)) }
}

// A plan that a page asks the worker to keep is shown without a net, with all that its pages use; with one what the site has now is shown,
// and an empty worker takes everything away.
func TestOffline(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := starter(t)
	origin, set := weakSite(t, dir)
	scripts, err := filepath.Glob(filepath.Join(dir, "public/assets/offline*.js"))
	if err != nil || len(scripts) != 1 {
		t.Fatalf("the scripts are %q: %v", scripts, err)
	}
	keep := `import("/assets/` + filepath.Base(scripts[0]) + `").then(async ({ keep }) => {
		  const said = await keep("/", ["./", "sheet/", "log/", "follow.json"]);
		  return [said.code ?? said.kept > 10, said.failed, (await caches.keys()).map((name) => name.replace(location.origin, ""))].join(" | ");
		})`
	const (
		look = `(async () => {
		  await Promise.all([...document.images].map((i) => { i.loading = "eager"; return i.decode(); }));
		  const used = performance.getEntriesByType("resource").map((r) => r.name);
		  const missing = (await Promise.all(used.map((u) => fetch(u).then((r) => r.ok ? "" : u, () => u)))).filter(Boolean);
		  const other = await fetch("/exercises/").then(() => "there", () => "not there");
		  return [document.title, document.styleSheets.length > 1, missing, other].join(" | ");
		})()`
		title = `document.title`
		left  = `(async () => {
		  for (let i = 0; i < 100 && (await navigator.serviceWorker.getRegistrations()).length > 0; i++) await new Promise((done) => setTimeout(done, 100));
		  return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length].join(" | ");
		})()`
		name = "First eight weeks · Nothing outside running · Balanced Stride"
	)
	for _, step := range []struct {
		when         net
		page         string
		script, want string
	}{
		{works, keptPlan, keep, "true |  | legpress /" + " " + keptPlan},
		{dead, keptPlan, look, name + " | true |  | not there"},
		{dead, keptPlan + "sheet/?paper=letter", look, strings.Replace(name, "running ·", "running · sheet to print ·", 1) + " | true |  | not there"},
		{dead, keptPlan + "log/", look, strings.Replace(name, "running ·", "running · Log ·", 1) + " | true |  | not there"},
		{silent, keptPlan, title, name},
		{mended, keptPlan, title, "Mended"},
		{gone, keptPlan + "sheet/", `fetch("..").then((r) => String(r.status))`, "404"},
		{dead, keptPlan + "sheet/", `fetch("..").then((r) => "there", () => "not there")`, "not there"},
		{emptied, keptPlan + "sheet/", left, "0 | 0"},
	} {
		set(step.when)
		var got string
		browsertest.Visit(t, chromium, origin+step.page, browsertest.Evaluate(step.script, &got))
		if got = strings.ReplaceAll(got, origin, ""); got != step.want {
			t.Errorf("net %d, %s:\n got %s\nwant %s", step.when, step.page, got, step.want)
		}
	}
}
