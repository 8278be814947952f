package client_test

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
)

// openBrowser starts a Chromium that ends with the test.
func openBrowser(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(browsertest.Chromium(t), 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// tab is a tab of the browser, in a window of its own that shares nothing with those of other tests.
type tab struct {
	t   *testing.T
	ctx context.Context
}

func openTab(t *testing.T, browser context.Context, url string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	b := &tab{t, ctx}
	b.do(chromedp.EmulateViewport(800, 600), chromedp.Navigate(url))
	return b
}

// another opens one more tab in the same window.
func (b *tab) another(url string) *tab {
	b.t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	other := &tab{b.t, ctx}
	other.do(chromedp.EmulateViewport(800, 600), chromedp.Navigate(url))
	return other
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// ask evaluates an expression in the page; root is the shadow tree of the preview.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	value, err := chromedp.Run(b.ctx, evaluate[T](expression))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

func evaluate[T any](expression string) chromedp.Action[T] {
	return chromedp.Evaluate[T](`{ const root = document.querySelector("legpress-preview")?.shadowRoot; ` + expression + ` }`)
}

// until waits for an expression to become true in the page.
func (b *tab) until(expression string) {
	b.t.Helper()
	eventually(b.t, expression, func() bool {
		so, err := chromedp.Run(b.ctx, evaluate[bool](`try { Boolean(`+expression+`) } catch { false }`))
		return err == nil && so // it fails while the page is being loaded
	})
}

// holds says what is not true in the page and should be.
func (b *tab) holds(expressions ...string) {
	b.t.Helper()
	for _, e := range expressions {
		if !ask[bool](b, `Boolean(`+e+`)`) {
			b.t.Errorf("not so: %s", e)
		}
	}
}

// hide makes the tab believe that it is, or is not, looked at.
func (b *tab) hide(hidden bool) {
	b.t.Helper()
	ask[bool](b, map[bool]string{true: `Object.defineProperty(document, "hidden", { value: true, configurable: true });`, false: `delete document.hidden;`}[hidden]+
		`document.dispatchEvent(new Event("visibilitychange"))`)
}

// press presses a key.
func (b *tab) press(key string) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(key))
}
