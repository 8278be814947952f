package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Action is something that is done in a tab.
type Action = chromedp.Action[chromedp.Void]

// Chromium starts Chromium without a window, with more variables in its environment, such as "TZ=Pacific/Auckland". It ends with the
// test. The context is that of an empty tab, and that in which [chromedp.NewContext] opens others.
func Chromium(t testing.TB, env ...string) context.Context {
	t.Helper()
	path := Tool(t, "chromium", "chromium-browser", "google-chrome")
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Env(env...))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting %s: %v", path, err)
	}
	return ctx
}

// Visit opens a page in a tab of its own, as it is on paper, does what is asked there in half a minute, and closes the tab.
func Visit(t testing.TB, browser context.Context, url string, actions ...Action) {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(718, 900)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, append([]Action{Media("print"), chromedp.Navigate(url)}, actions...)...); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
}

// Media shows the page of a tab as it is on "print" or "screen".
func Media(name string) Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name})
		return err
	})
}

// Evaluate runs a script in the page of a tab and keeps its value, also one that is promised.
func Evaluate[T any](script string, value *T) Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		*value, err = chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise)(ctx, t)
		return err
	})
}

// Saved does in a tab what makes the browser save a file, waits until the file is whole, and returns it.
func Saved(t testing.TB, tab context.Context, actions ...Action) (file string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(tab, 30*time.Second)
	defer cancel()
	whole := make(chan struct{}, 1)
	err = chromedp.ListenBrowser(ctx, func(event any) {
		if e, ok := event.(*browser.EventDownloadProgress); ok && e.State == browser.DownloadProgressStateCompleted {
			select {
			case whole <- struct{}{}:
			default:
			}
		}
	})
	if err != nil {
		return "", err
	}
	folder, yes := t.TempDir(), true
	if _, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder, BrowserContextID: chromedp.FromContext(tab).BrowserContextID, EventsEnabled: &yes,
	}); err != nil {
		return "", err
	}
	if err := chromedp.Do(ctx, actions...); err != nil {
		return "", err
	}
	select {
	case <-whole:
	case <-ctx.Done():
		return "", errors.New("nothing was saved")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err == nil && len(files) != 1 {
		err = fmt.Errorf("%d files were saved: %q", len(files), files)
	}
	return strings.Join(files, ""), err
}

// PrintTo prints the page of a tab into a file. The size of the paper is the printer's, not the page's.
func PrintTo(file string, p Paper) Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		preferCSS := func(p *page.PrintToPDFParams) { yes := true; p.PreferCSSPageSize = &yes }
		data, err := chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperSize{Width: p.Width / 25.4, Height: p.Height / 25.4}), preferCSS)(ctx, t)
		if err != nil {
			return err
		}
		return os.WriteFile(file, data, 0o644)
	})
}
