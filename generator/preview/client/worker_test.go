package client_test

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// A worker that another site has left at this address goes, and none comes: it would show what is no longer so.
func sendsWorkersAway(t *testing.T, s *served, open func(path string) *tab) {
	b := open("/sw.js") // which has not the script of the preview in it
	b.until(`(globalThis.asked ??= navigator.serviceWorker.register("/sw.js").then((r) => { globalThis.there = r; }), globalThis.there)`)
	b.do(chromedp.Navigate(s.url("/")))
	b.until(`(navigator.serviceWorker.getRegistrations().then((found) => { globalThis.left = found.length; }), globalThis.left === 0)`)
	b.until(`(navigator.serviceWorker.register("/sw.js").catch((error) => { globalThis.refused = error.name; }), globalThis.refused === "NotSupportedError")`)
}
