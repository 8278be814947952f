package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long a page may take to be printed.
const patience = 2 * time.Minute

// browser is a Chromium that runs.
type browser struct {
	ctx  context.Context // of its first tab; each PDF gets a tab of its own
	stop func()
}

// launch starts a browser. It ends with ctx, and with close.
func launch(ctx context.Context, path string) (*browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
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
	allocator, free := chromedp.NewExecAllocator(ctx, options...)
	tab, _ := chromedp.NewContext(allocator)
	b := &browser{ctx: tab, stop: free}
	if err := chromedp.Do(tab); err != nil {
		b.close()
		return nil, fmt.Errorf("starting the browser %s: %w", path, stopped(ctx, err))
	}
	return b, nil
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

// close ends the browser and waits until its processes and its profile are gone.
func (b *browser) close() {
	chromedp.Cancel(b.ctx) // it closes by itself, or else is killed
	b.stop()
}

// paper is the width and the height of a paper, in inches.
func paper(name string) chromedp.PaperSize {
	if name == "letter" {
		return chromedp.PaperLetter
	}
	return chromedp.PaperSize{Width: 210 / 25.4, Height: 297 / 25.4}
}

// ready waits until a page has its fonts and pictures, and makes its links lead to the published site (%q) instead of this
// machine. It returns the pictures that are missing.
const ready = `(async () => {
	await document.fonts.ready;
	const missing = [];
	await Promise.all(Array.from(document.images, image => {
		image.loading = "eager";
		return image.decode().catch(() => missing.push(image.getAttribute("src")));
	}));
	for (const a of document.querySelectorAll("a[href]"))
		if (!a.getAttribute("href").startsWith("#") && a.origin === location.origin)
			a.href = %q + a.pathname + a.search + a.hash;
	return missing;
})()`

// print prints the page at an address of the server; published is where the site will be found, without its path.
func (b *browser) print(ctx context.Context, address, on, published string) ([]byte, error) {
	tab, closeTab := chromedp.NewContext(b.ctx) // a fresh one: what a tab has shown before leaves traces in the PDF
	defer closeTab()
	if err := chromedp.Do(tab); err != nil {
		return nil, stopped(ctx, err)
	}
	limited, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	response, err := chromedp.Run(limited, chromedp.NavigateResponse(address))
	if err != nil {
		return nil, stopped(ctx, err)
	}
	if response.Status != 200 {
		return nil, fmt.Errorf("the page is not there: the server says %d", response.Status)
	}
	missing, err := chromedp.Run(limited, chromedp.Evaluate[[]string](fmt.Sprintf(ready, published), chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, stopped(ctx, err)
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("a picture is missing or damaged: %s", strings.Join(missing, ", "))
	}
	data, err := chromedp.Run(limited, chromedp.PrintToPDF(chromedp.PDFPaper(paper(on)), chromedp.PDFOutlineAndTagged(), chromedp.PDFStream()))
	return data, stopped(ctx, err)
}

// stopped says why something failed: a Ctrl-C reaches the browser too, which may end before we are told.
func stopped(ctx context.Context, err error) error {
	if err == nil || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(200 * time.Millisecond):
		return err
	}
}
