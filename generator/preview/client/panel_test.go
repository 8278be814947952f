package client_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	panelOpen   = `root.querySelector(".preview:not([hidden]) section:not([hidden])")`
	panelClosed = `root.querySelector("section[hidden]")`
)

func mistake(line int, text string) message {
	return message{"severity": "error", "id": "unknown-exercise", "file": "content/plans/first.toml", "line": line, "column": 17, "length": 12,
		"message": text, "hint": `Did you mean "goblet-squat"?`, "excerpt": `  { exercise = "goblet-sqaut" },`, "caret": "               ^^^^^^^^^^^^^^", "editor": "vscode://file/x/content/plans/first.toml:11:17"}
}

func warning(text string) message {
	return message{"severity": "warning", "id": "no-picture", "file": "content/articles/x.md", "line": 0, "column": 0, "length": 0, "message": text, "hint": "", "excerpt": "", "caret": "", "editor": ""}
}

func problems(broken bool, list ...message) message {
	if list == nil {
		list = []message{}
	}
	return message{"type": "problems", "problems": list, "broken": broken}
}

func showsProblems(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.tell("/x/", problems(true, mistake(11, `there is no exercise <script>alert(1)</script><img src=x onerror=alert(1)>.`), warning("no picture.")))
	b.until(panelOpen)
	b.holds(`root.querySelector("h2").textContent === "1 mistake, 1 warning"`, `root.querySelectorAll("li").length === 2`, `!root.querySelector("li script, li img")`,
		`root.querySelector(".what").textContent === "there is no exercise <script>alert(1)</script><img src=x onerror=alert(1)>."`,
		`root.querySelector(".place").textContent === "content/plans/first.toml:11:17"`, `root.querySelector("a.place").href === "vscode://file/x/content/plans/first.toml:11:17"`,
		`root.querySelector("pre").textContent === '  { exercise = "goblet-sqaut" },\n               ^^^^^^^^^^^^^^'`,
		`root.querySelector(".hint").textContent === 'Did you mean "goblet-squat"?'`, `root.querySelectorAll("li")[1].querySelector(".place").textContent === "content/articles/x.md"`,
		`!root.querySelector(".broken").hidden`, `root.querySelector("[role=status]").textContent === "1 mistake, 1 warning."`, titleIs+`"One"`)

	b.press(kb.Escape)
	b.until(panelClosed)
	f.tell("/x/", problems(true, mistake(12, `there is no exercise <script>alert(1)</script><img src=x onerror=alert(1)>.`), warning("no picture.")))
	b.until(`root.querySelector(".place").textContent.endsWith(":12:17")`)
	b.holds(panelClosed)
	f.tell("/x/", problems(true, mistake(12, `something else`)))
	b.until(panelOpen)
	greetings := f.greetings()
	ask[bool](b, `root.querySelector(".close").click(); location.reload(); true`)
	eventually(t, "the page is there again", func() bool { return f.greetings() > greetings })
	f.tell("/x/", problems(true, mistake(12, `something else`)))
	b.until(`root.querySelector(".count").textContent === "1 mistake"`)
	b.holds(panelClosed)
	f.tell("/x/", problems(false))
	b.until(`root.querySelector(".count").hidden`)
	f.tell("/x/", problems(true, mistake(12, `something else`)))
	b.until(panelOpen)
	f.tell("/x/", problems(false))
	b.until(panelClosed)
	b.holds(`root.querySelector("[role=status]").textContent === "All is well again."`)
}

func leavesFocus(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", `<input id="q">`)))
	b := open(f.url("/x/"))
	f.await("/x/")
	ask[bool](b, `q.focus(); true`)
	b.press("a")
	f.tell("/x/", problems(true, mistake(1, "wrong")))
	b.until(panelOpen)
	b.press("b")
	b.holds(`q.value === "ab"`, `document.activeElement === q`)
	b.press(kb.Escape)
	b.holds(panelClosed, `document.activeElement === q`)

	ask[bool](b, `root.querySelector(".count").focus(); true`)
	b.press(kb.Enter)
	b.holds(panelOpen, `root.activeElement === root.querySelector("section")`, `root.querySelector(".count").ariaExpanded === "true"`)
	b.press(kb.Tab)
	b.holds(`root.activeElement === root.querySelector(".close")`)
	b.press(kb.Tab)
	b.holds(`root.activeElement === root.querySelector("a.place")`)
	f.tell("/x/", problems(true, mistake(2, "wrong")))
	b.until(`root.querySelector(".place").textContent.endsWith(":2:17")`)
	b.holds(`root.activeElement === root.querySelector("section")`)
	b.press(kb.Escape)
	b.holds(panelClosed, `root.activeElement === root.querySelector(".count")`, `root.querySelector(".count").ariaExpanded === "false"`)
}

func countsWarnings(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.tell("/x/", problems(false, warning("no picture."), warning("no picture there.")))
	b.until(`root.querySelector(".count").textContent === "2 warnings"`)
	b.holds(panelClosed, `!root.querySelector(".count").hidden`)
	ask[bool](b, `root.querySelector(".count").click(); true`)
	b.holds(panelOpen, `root.querySelector(".broken").hidden`, `root.querySelectorAll("li").length === 2`)
	f.tell("/x/", problems(false, warning("no picture.")))
	b.until(`root.querySelectorAll("li").length === 1`)
	b.holds(panelOpen)
	ask[bool](b, `root.querySelector(".count").click(); true`)
	b.holds(panelClosed)
	f.tell("/x/", problems(true, mistake(1, "wrong")))
	b.until(panelOpen)
	f.tell("/x/", problems(false, warning("no picture.")))
	b.until(panelClosed)

	many := mistake(1, "wrong")
	many["more"] = 9980
	f.tell("/x/", problems(true, mistake(1, "wrong"), many, warning("no picture.")))
	b.until(`root.querySelector(".count").textContent === "9,982 mistakes, 1 warning"`)
	b.holds(`root.querySelectorAll("li")[1].lastChild.textContent === "and 9,980 more like this"`)
}

func saysInfo(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	for _, c := range []struct {
		info message
		want string
	}{
		{message{"words": 840, "minutes": 4, "draft": true}, "840 words · 4 min · draft"},
		{message{"words": 840, "minutes": 4, "draft": true, "unlisted": true}, "840 words · 4 min · draft · unlisted"},
		{message{"words": 1, "minutes": 1, "future": "2031-12-01"}, "1 word · 1 min · hidden until 2031-12-01"},
		{message{"words": 0, "minutes": 0, "draft": false}, ""},
	} {
		c.info["type"] = "info"
		f.tell("/x/", c.info)
		b.until(`root.querySelector(".info").textContent === "` + c.want + `"`)
	}
	b.holds(`root.querySelector("aside a").pathname === "/_legpress/"`, `root.querySelector("aside").checkVisibility()`)
}

const gone = `root.querySelector(".state").textContent.startsWith("This page is gone")`

func keepsGonePage(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("One", "<p>x</p>")))
	b := open(f.url("/x/"))
	f.tell("/x/", message{"type": "gone"})
	b.until(gone)
	b.holds(titleIs + `"One"`)
	f.tell("/x/", message{"type": "info"})
	f.tell("/x/", message{"type": "gone"})
	b.holds(gone)
	f.tell("/x/", message{"type": "info"})
	b.until(`!(` + gone + `)`)
}

func standsApart(t *testing.T, open func(string) *tab) {
	files := site(page("One", `<div class="preview"><aside class="count">x</aside></div>`))
	files[style] = `html { font-size: 40px } * { color: rgb(9, 9, 9) !important; font-size: 3rem !important; display: none !important; position: static !important; opacity: 0 !important } html, body, main, div, aside { display: block !important }`
	f := newFake(t, files)
	b := open(f.url("/x/"))
	f.tell("/x/", problems(true, mistake(1, "wrong")))
	b.until(panelOpen)
	b.holds(`getComputedStyle(document.querySelector("legpress-preview")).position === "fixed"`, `getComputedStyle(document.querySelector("legpress-preview")).opacity === "1"`,
		`root.querySelector("section").checkVisibility()`, `getComputedStyle(root.querySelector("aside")).fontSize === "14.4px"`,
		`getComputedStyle(root.querySelector(".what")).color === "rgb(30, 28, 25)"`, `getComputedStyle(document.querySelector("aside")).padding === "0px"`)
}
