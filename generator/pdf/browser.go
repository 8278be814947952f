package pdf

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// How long a browser may take to start and to end, and to print one PDF.
const (
	startTimeout = 30 * time.Second
	printTimeout = 2 * time.Minute
)

// browser is a running Chromium.
type browser struct {
	ctx  context.Context // of its first tab, which shows nothing
	kill func()          // ends it at once and waits for its end

	mu   sync.Mutex
	idle []context.Context // of tabs that can print the next page
}

// maxTempPath is how long the path of the browser's folder for temporary files may be, in bytes. The browser makes a socket there, whose
// path is 45 bytes longer and may have 103 at most.
const maxTempPath = 58

// launch starts a browser, which runs until close is called, also when ctx ends: a browser that is killed leaves files behind. It gets a
// folder of its own for temporary files, because it leaves some there when it is closed too soon.
func launch(ctx context.Context, path string) (*browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.ModifyCmdFunc(apart),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("font-render-hinting", "none"), // letters are placed as on paper, not at pixels
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // a printed page can reach no other host
	)
	if withoutSandbox() {
		options = append(options, chromedp.NoSandbox)
	}
	scratch, err := os.MkdirTemp("", "legpress")
	if err != nil {
		return nil, err
	}
	if len(scratch) <= maxTempPath {
		options = append(options, chromedp.Env("TMPDIR="+scratch, "TMP="+scratch, "TEMP="+scratch))
	}
	allocator, end := chromedp.NewExecAllocator(context.WithoutCancel(ctx), options...)
	kill := func() { end(); os.RemoveAll(scratch) }
	silent := func(string, ...any) {} // failures are returned as errors, too
	tab, _ := chromedp.NewContext(allocator, chromedp.WithLogf(silent), chromedp.WithErrorf(silent))
	b := &browser{ctx: tab, kill: kill}
	late := time.AfterFunc(startTimeout, end)
	err = chromedp.Do(tab)
	if !late.Stop() {
		err = fmt.Errorf("it did not start within %s", startTimeout)
	}
	if err != nil {
		kill()
		return nil, orStopped(ctx, fmt.Errorf("starting the browser %s: %w", path, err))
	}
	return b, nil
}

// close ends the browser, and waits until its processes and files are gone.
func (b *browser) close() {
	limited, cancel := context.WithTimeout(b.ctx, startTimeout)
	defer cancel()
	_ = chromedp.Cancel(limited)
	b.kill()
}

// withoutSandbox reports whether the browser has to run without its sandbox: as root, or in a container, where it cannot make one. It shows
// only the author's own pages, from this machine.
func withoutSandbox() bool {
	if os.Geteuid() == 0 || os.Getenv("container") != "" {
		return true
	}
	for _, mark := range []string{"/.dockerenv", "/run/.containerenv"} {
		if _, err := os.Stat(mark); err == nil {
			return true
		}
	}
	return false
}

// paper returns the width and height of a paper, in inches.
func paper(name string) chromedp.PaperSize {
	if name == "letter" {
		return chromedp.PaperLetter
	}
	return chromedp.PaperSize{Width: 210 / 25.4, Height: 297 / 25.4}
}

// prepareScript waits until a page has its fonts and pictures, and makes its links lead to the published site (%q) instead of this
// machine; if there is none, it removes them. It returns the pictures that are missing.
const prepareScript = `(async () => {
	const published = %q;
	await document.fonts.ready;
	const missing = [];
	await Promise.all(Array.from(document.images, image => {
		image.loading = "eager";
		return image.decode().catch(() => missing.push(image.getAttribute("src")));
	}));
	for (const a of document.querySelectorAll("a[href]"))
		if (!a.getAttribute("href").startsWith("#") && a.origin === location.origin)
			published ? a.href = published + a.pathname + a.search + a.hash : a.removeAttribute("href");
	return missing;
})()`

// print prints the page at an address of the server; published is where the site will be found, without its
// path, or "".
func (b *browser) print(ctx context.Context, address, on, published string) ([]byte, error) {
	tab, err := b.tab()
	if err != nil {
		return nil, orStopped(ctx, err)
	}
	data, err := print(ctx, tab, address, on, published)
	if err != nil {
		return nil, orStopped(ctx, err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.idle = append(b.idle, tab)
	return data, nil
}

// tab returns an idle tab. One that has printed is used again, which costs half of a new one and prints the same: tabs share nothing,
// what pages have stored is cleared, and [normalize] removes the count of elements.
func (b *browser) tab() (context.Context, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if last := len(b.idle) - 1; last >= 0 {
		tab := b.idle[last]
		b.idle = b.idle[:last]
		return tab, nil
	}
	tab, _ := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	_, err := chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: clearStorage})
	return tab, err
}

// clearStorage runs before the scripts of a page.
const clearStorage = `try { localStorage.clear(); sessionStorage.clear() } catch {}`

func print(ctx, tab context.Context, address, on, published string) ([]byte, error) {
	limited, cancel := context.WithTimeout(tab, printTimeout)
	defer cancel()
	defer context.AfterFunc(ctx, cancel)()
	response, err := chromedp.Run(limited, chromedp.NavigateResponse(address))
	if err != nil {
		return nil, err
	}
	if response.Status != 200 {
		return nil, fmt.Errorf("the page is not there: the server says %d", response.Status)
	}
	missing, err := chromedp.Run(limited, chromedp.Evaluate[[]string](fmt.Sprintf(prepareScript, published), chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("a picture is missing or damaged: %s", strings.Join(missing, ", "))
	}
	return chromedp.Run(limited, chromedp.PrintToPDF(chromedp.PDFPaper(paper(on)), chromedp.PDFOutlineAndTagged(), chromedp.PDFStream()))
}

// orStopped returns the error of the context if it has ended, which is then the cause, and err otherwise.
func orStopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
