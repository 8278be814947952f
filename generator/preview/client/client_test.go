package client_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The script in an author's browser, against a server that says what the tests want.
func TestClient(t *testing.T) {
	browser := openBrowser(t)
	for _, c := range []struct {
		name string
		test func(t *testing.T, open func(url string) *tab)
	}{
		{"an edit keeps the place", keepsPlace},
		{"what is selected stays selected", keepsSelection},
		{"a page becomes what a fresh load shows", becomesEqual},
		{"a page becomes what was made of it, 150 times", becomesEqualAtRandom},
		{"a style sheet is swapped", swapsStyle},
		{"a picture is loaded again", refreshesPicture},
		{"scripts run once", runsScriptsOnce},
		{"an edit that scripts may have read loads the page again", reloadsForScripts},
		{"problems lie over the page", showsProblems},
		{"problems take no focus", leavesFocus},
		{"warnings are counted", countsWarnings},
		{"the line in the corner", saysInfo},
		{"a page that is gone stays", keepsGonePage},
		{"nothing of it prints", printsNothing},
		{"the site's styles do not reach it", standsApart},
		{"the server comes back", reconnects},
		{"the connection dies in its sleep", wakes},
		{"two tabs", keepsTabsApart},
		{"eight tabs", servesEightTabs},
		{"a hidden tab waits", waitsHidden},
		{"a page out of the browser's memory", returnsFromMemory},
		{"following", follows},
		{"no end of reloads", endsReloading},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.test(t, func(url string) *tab { return openTab(t, browser, url) })
		})
	}
}

const style = "/assets/style.css"

// page is a page of a site with one style sheet.
func page(title, main string) string {
	return fmt.Sprintf(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>%s</title>
<link rel="stylesheet" href="/assets/style.css">
</head>
<body class="on-page">
<main id="_main"><h1>%[1]s</h1>%s</main>
</body>
</html>`, title, main)
}

func paragraphs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<p>Paragraph %d.</p>\n", i)
	}
	return b.String()
}

// site has one page, at /x/.
func site(page string) map[string]string {
	return map[string]string{"/x/": page, style: "p { color: rgb(1, 2, 3); }"}
}

const titleIs = `document.querySelector("h1").textContent === `

const state = `<details><summary>More</summary><p>Text.</p></details><input id="q"><input name="n"><textarea></textarea>
<select><option>a<option>b</select><label><input type="radio" name="r" checked>1</label><label><input type="radio" name="r" class="two">2</label>`

func keepsPlace(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", paragraphs(50)+state+paragraphs(50))))
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `window.marker = 1; document.querySelector("details").open = true;
		q.value = "typed"; document.querySelector("[name=n]").value = "typed too"; document.querySelector("textarea").value = "long";
		document.querySelector("select").selectedIndex = 1; document.querySelector(".two").click();
		q.focus({ preventScroll: true }); q.setSelectionRange(1, 3); scrollTo(0, 900); true`)
	at := ask[float64](b, `window.seen = [...document.querySelectorAll("p")].find((p) => p.getBoundingClientRect().top > 200); seen.getBoundingClientRect().top`)
	ask[bool](b, `window.removed = []; new MutationObserver((list) => list.forEach((m) => removed.push(...[...m.removedNodes].filter((n) => n.outerHTML)))).observe(document.body, { subtree: true, childList: true }); true`)
	f.save("/x/", page("Two", "<p>New.</p>\n"+paragraphs(50)+"<p>New.</p>"+strings.ReplaceAll(state, "<input", `<input title="new"`)+paragraphs(50)+"<p>New.</p>"))
	b.until(titleIs + `"Two"`)
	b.holds(`window.marker === 1`, `document.title === "Two"`, `document.querySelector("details").open`, `q.title === "new" && q.value === "typed"`,
		`document.querySelector("[name=n]").value === "typed too"`, `document.querySelector("textarea").value === "long"`,
		`document.querySelector("select").selectedIndex === 1`, `document.querySelector(".two").checked`,
		`document.activeElement === q`, `q.selectionStart === 1 && q.selectionEnd === 3`, `removed.length === 0`)
	if now := ask[float64](b, `seen.getBoundingClientRect().top`); now < at-1 || now > at+1 {
		t.Errorf("what was at %v is at %v", at, now)
	}
	b.holds(`document.querySelectorAll("legpress-preview").length === 1`, `document.querySelectorAll("script").length === 1`)
}

func keepsSelection(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>Keep this, not that.</p>")))
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `{ const text = document.querySelector("p").firstChild; getSelection().setBaseAndExtent(text, 5, text, 9); } true`)
	f.save("/x/", page("Two", "<p>Keep this, and that.</p>"))
	b.until(titleIs + `"Two"`)
	b.holds(`getSelection().toString() === "this"`)
}

// The states that a page goes through. Each differs from the one before in something that is easy to get wrong.
var states = []string{
	page("One", paragraphs(3)),
	page("One", "<p>New.</p>"+paragraphs(3)),
	page("Two", `<p class="a" title="b">New.</p><noscript><p class="n">No &amp; script</p></noscript>`+paragraphs(3)),
	page("Two", `<noscript><p class="n">No &amp; <b>script</b></p></noscript><template><p>one</p></template>`+paragraphs(1)),
	page("Two", `<template><p>two</p></template><ul><li id="a">a<li id="b">b<li id="c">c</ul>`),
	page("Two", `<template><p>two</p></template><ul><li id="c">c<li id="a">a<li>new<li id="b">b</ul>`),
	page("Two", `<details open><summary>S</summary>Text</details><table><tr><td>1<td>2</table><svg viewBox="0 0 2 2"><path d="M0 0"/><use href="#a"/></svg>`),
	page("Two", `<details><summary>S</summary>Text</details><table><caption>C</caption><tr><td>1<tr><td>2<td>3</table><svg viewBox="0 0 3 3"><use href="#b"/></svg>`),
	page("Two", `<form><input value="1"><input type="checkbox" checked><select><option>a<option selected>b</select><textarea>x</textarea></form>`),
	page("Two", `<form><input value="2"><input type="checkbox"><select><option selected>a<option>b<option>c</select><textarea>y</textarea></form>`),
	strings.Replace(page("Three", "<p>x</p>"), "</title>", `</title><meta name="description" content="a"><link rel="stylesheet" href="/assets/more.css"><link rel="canonical" href="/x/">`, 1),
	strings.Replace(page("Three", "<p>x</p>"), "<title>", `<link rel="stylesheet" href="/assets/more.css"><meta name="description" content="b"><script type="application/ld+json">{"a": "</p>"}</script><title>`, 1),
	strings.Replace(strings.Replace(page("Four", "<!-- c --><p>x<!-- d --></p>"), `lang="en"`, `lang="de" dir="ltr"`, 1), `class="on-page"`, `class="b" id="top"`, 1),
	page("Five", `<p>&lt;script&gt; &amp; "quotes"</p><pre>
  spaces
</pre><img src="/a.svg" srcset="/a.svg 1x, /b.svg 2x" alt="">`),
	`<!doctype html><title>Bare</title><h1>Bare</h1><p>Nothing around it.`,
	page("One", paragraphs(3)),
}

func becomesEqual(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(states[0]))
	f.put("/assets/more.css", "h1 { color: rgb(4, 5, 6); }")
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `window.marker = 1; true`)
	fresh := open(f.url("/x/"))
	const shown = `document.documentElement.getAttributeNames().map(n => n + "=" + document.documentElement.getAttribute(n)).join() + "\n" +
		[...document.head.children].filter(e => !e.src?.includes("_legpress")).map(e => e.outerHTML).join("\n") + "\n" + document.body.outerHTML.replace(/\s*$/, "")`
	for i, text := range states[1:] {
		if !strings.Contains(text, "<head>") {
			text = "<head>" + text
		}
		f.save("/x/", text)
		b.until(fmt.Sprintf(`document.querySelector("script[data-hash]").dataset.hash === %q && document.querySelectorAll("link[rel=stylesheet]").length === %d`, hash(text), strings.Count(text, "stylesheet")))
		fresh.do(chromedp.Navigate(f.url("/x/")))
		if got, want := ask[string](b, shown), ask[string](fresh, shown); got != want {
			t.Errorf("state %d:\ngot  %s\nwant %s", i+1, got, want)
		}
		b.holds(`!document.querySelector("noscript *")`)
	}
	b.holds(`window.marker === 1`)
}

func swapsStyle(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.await("/x/")
	const colour = `getComputedStyle(document.querySelector("p")).color`
	ask[bool](b, `window.seen = new Set(); const watch = () => { seen.add(`+colour+`); requestAnimationFrame(watch) }; watch(); true`)
	f.put(style, "p { color: rgb(9, 8, 7); }")
	f.tell("/x/", message{"type": "style", "href": style})
	f.tell("/x/", message{"type": "style", "href": style})
	b.until(`seen.has("rgb(9, 8, 7)") && document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	f.save("/x/", page("Two", "<p>y</p>"))
	b.until(titleIs + `"Two"`)
	b.holds(`[...seen].join(" ") === "rgb(1, 2, 3) rgb(9, 8, 7)"`, `document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	if n := f.times(style); n != 3 {
		t.Errorf("the style sheet was asked for %d times, want 3: at first and for each message", n)
	}
	f.put("/assets/other.css", "p { color: rgb(4, 5, 6); }")
	f.save("/x/", strings.Replace(page("Three", "<p>y</p>"), "style.css", "other.css", 1))
	b.until(`seen.has("rgb(4, 5, 6)") && document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	b.holds(`[...seen].join(" ") === "rgb(1, 2, 3) rgb(9, 8, 7) rgb(4, 5, 6)"`)
}

func refreshesPicture(t *testing.T, open func(string) *tab) {
	picture := func(width int) string {
		return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"/>`, width)
	}
	main := `<img src="../a.svg" class="a" alt=""><img srcset="/b.svg 1x, /a.svg 2x" alt=""><img src="/b.svg" class="b" alt="">`
	f := newFake(t, site(page("One", main)))
	f.put("/a.svg", picture(10))
	f.put("/b.svg", picture(20))
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `window.marker = 1; true`)
	f.save("/x/", page("Half", main))
	b.until(titleIs + `"Half"`)
	f.put("/a.svg", picture(30))
	f.tell("/x/", message{"type": "asset", "path": "/a.svg"})
	b.until(`document.querySelector(".a").naturalWidth === 30`)
	ask[bool](b, `window.kept = document.querySelector(".a"); true`)
	f.save("/x/", page("Two", main+`<img src="/a.svg" class="later" alt="">`))
	b.until(titleIs + `"Two" && document.querySelector(".later").naturalWidth === 30`)
	b.holds(`window.marker === 1`, `document.querySelector(".a") === kept`, `/^\.\.\/a\.svg\?_legpress=\w+$/.test(document.querySelector(".a").getAttribute("src"))`,
		`/^\/b\.svg 1x, \/a\.svg\?_legpress=\w+ 2x$/.test(document.querySelector("[srcset]").srcset)`, `document.querySelector(".b").getAttribute("src") === "/b.svg"`)
	if n := f.times("/b.svg"); n > 2 {
		t.Errorf("the other picture was asked for %d times", n)
	}
}

func scripted(title, main string) string {
	return strings.Replace(page(title, main), "</head>", `<script src="/assets/site.js" defer></script></head>`, 1)
}

func runsScriptsOnce(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(scripted("One", `<form hidden><input></form><p>x</p><ul></ul>`)))
	f.put("/assets/site.js", `window.ran = (window.ran ?? 0) + 1; document.querySelector("form").hidden = false; document.querySelector("ul").append(document.createElement("li"))`)
	b := open(f.url("/x/"))
	f.await("/x/")
	f.save("/x/", scripted("Two", `<form hidden><input></form><p>y</p><ul></ul>`))
	b.until(titleIs + `"Two" && document.querySelector("p").textContent === "y"`)
	b.holds(`window.ran === 1`, `!document.querySelector("form").hidden`, `document.querySelectorAll("li").length === 1`)
}

func reloadsForScripts(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(scripted("One", `<p>x</p>`)))
	f.put("/assets/site.js", `document.querySelector("p").title = "first"`)
	b := open(f.url("/x/"))
	f.await("/x/")
	for _, step := range []struct {
		what, want string
		change     func()
	}{
		{"another script", `document.querySelector("p").title === "second"`, func() {
			f.put("/assets/site.js", `document.querySelector("p").title = "second"`)
			f.tell("/x/", message{"type": "asset", "path": "/assets/site.js"})
		}},
		{"another element", `document.querySelector("p").title === "second" && document.querySelector("b")`, func() {
			f.save("/x/", scripted("Two", `<p>x</p><b>y</b>`))
		}},
		{"no script any more", `document.querySelector("p").title === ""`, func() { f.save("/x/", page("Two", `<p>x</p>`)) }},
	} {
		ask[bool](b, `window.marker = 1; true`)
		step.change()
		b.until(step.want)
		if !ask[bool](b, `window.marker === undefined`) {
			t.Errorf("%s: the page was not loaded again", step.what)
		}
		f.await("/x/")
	}
}
