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

// How long a browser may take: to begin and to end, and to print one PDF.
const (
	patience = 30 * time.Second
	printing = 2 * time.Minute
)

// browser is a Chromium that runs.
type browser struct {
	ctx  context.Context // of its first tab, which stays empty
	kill func()          // ends it at once, and waits until it has ended

	mu   sync.Mutex
	idle []context.Context // of tabs that have printed and may print again
}

// longest is how long the path of a browser's folder for temporary files may be, in bytes: it puts a socket there, 45 bytes
// further down, whose path may not have more than 103.
const longest = 58

// launch starts a browser, which runs until close. It outlives ctx, because one that is killed leaves files behind: who gives up
// asks it to close instead. It gets a folder of its own for temporary files, as it forgets some when it is closed too soon.
func launch(ctx context.Context, path string) (*browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.ModifyCmdFunc(apart),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("font-render-hinting", "none"), // letters stand where they stand on paper, not where pixels are
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // a page that is printed calls nobody
	)
	if contained() {
		options = append(options, chromedp.NoSandbox)
	}
	scratch, err := os.MkdirTemp("", "legpress")
	if err != nil {
		return nil, err
	}
	if len(scratch) <= longest {
		options = append(options, chromedp.Env("TMPDIR="+scratch, "TMP="+scratch, "TEMP="+scratch))
	}
	allocator, end := chromedp.NewExecAllocator(context.WithoutCancel(ctx), options...)
	kill := func() { end(); os.RemoveAll(scratch) }
	silent := func(string, ...any) {} // what goes wrong comes back as an error too
	tab, _ := chromedp.NewContext(allocator, chromedp.WithLogf(silent), chromedp.WithErrorf(silent))
	b := &browser{ctx: tab, kill: kill}
	late := time.AfterFunc(patience, end)
	err = chromedp.Do(tab)
	if !late.Stop() {
		err = fmt.Errorf("it did not start within %s", patience)
	}
	if err != nil {
		kill()
		return nil, stopped(ctx, fmt.Errorf("starting the browser %s: %w", path, err))
	}
	return b, nil
}

// close ends the browser and waits until its processes and its files are gone.
func (b *browser) close() {
	limited, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	_ = chromedp.Cancel(limited)
	b.kill()
}

// contained reports whether the browser cannot have a sandbox of its own. Chromium refuses one to root, and most containers do not
// let it make one. It shows nothing but the author's own pages, from this machine.
func contained() bool {
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

// paper is the width and the height of a paper, in inches.
func paper(name string) chromedp.PaperSize {
	if name == "letter" {
		return chromedp.PaperLetter
	}
	return chromedp.PaperSize{Width: 210 / 25.4, Height: 297 / 25.4}
}

// ready waits until a page has its fonts and pictures, and makes its links lead to the published site (%q) instead of this
// machine, or nowhere if there is none. It returns the pictures that are missing.
const ready = `(async () => {
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
		return nil, stopped(ctx, err)
	}
	data, err := print(ctx, tab, address, on, published)
	if err != nil {
		return nil, stopped(ctx, err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.idle = append(b.idle, tab)
	return data, nil
}

// tab returns a tab in which nothing is going on. A tab that has printed prints the next page as a fresh one would, at half the
// cost: it shares nothing with other tabs, it forgets what pages have stored, and [finish] takes out its count of elements.
func (b *browser) tab() (context.Context, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if last := len(b.idle) - 1; last >= 0 {
		tab := b.idle[last]
		b.idle = b.idle[:last]
		return tab, nil
	}
	tab, _ := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	_, err := chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: forget})
	return tab, err
}

// forget runs before a page's own scripts.
const forget = `try { localStorage.clear(); sessionStorage.clear() } catch {}`

func print(ctx, tab context.Context, address, on, published string) ([]byte, error) {
	limited, cancel := context.WithTimeout(tab, printing)
	defer cancel()
	defer context.AfterFunc(ctx, cancel)()
	response, err := chromedp.Run(limited, chromedp.NavigateResponse(address))
	if err != nil {
		return nil, err
	}
	if response.Status != 200 {
		return nil, fmt.Errorf("the page is not there: the server says %d", response.Status)
	}
	missing, err := chromedp.Run(limited, chromedp.Evaluate[[]string](fmt.Sprintf(ready, published), chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("a picture is missing or damaged: %s", strings.Join(missing, ", "))
	}
	return chromedp.Run(limited, chromedp.PrintToPDF(chromedp.PDFPaper(paper(on)), chromedp.PDFOutlineAndTagged(), chromedp.PDFStream()))
}

// stopped says why something failed: most likely because it was stopped, if it was.
func stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
