package templates_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
)

// The choices of a sheet stand in its address and are kept for the next sheet; without them the site's settings hold.
func TestSheetChoices(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := starter(t)
	origin := browsertest.Serve(t, dir)
	const state = `(() => {
	  const desk = document.getElementById("_desk"), form = document.getElementById("_choices");
	  const drawing = desk.querySelector(".rail img");
	  return [desk.classList.contains("letter") ? "letter" : "a4", form.unit.value, form.drawings.checked,
	    desk.querySelector(".lift p > b + data").textContent, desk.querySelector(".stock data").textContent,
	    getComputedStyle(desk.querySelector(".loaded p + i"), "::after").content, getComputedStyle(drawing).visibility !== "hidden", location.search, form.hidden].join(" | ");
	})()`
	const choose = `(() => {
	  const form = document.getElementById("_choices");
	  form.unit.value = "lb";
	  form.drawings.checked = false;
	  for (const e of [form.unit, form.drawings]) e.dispatchEvent(new Event("change", { bubbles: true }));
	  return true;
	})()`
	first, second := origin+"/plans/first-eight-weeks/only-runs/sheet/", origin+"/plans/up-the-ladder/no-progression/sheet/"
	const one = `(() => {
	  const form = document.getElementById("_choices"), seen = (e) => e.checkVisibility();
	  const shown = () => [[...document.querySelectorAll(".sheet")].filter(seen).length, [...document.querySelectorAll(".heads h3")].filter(seen).map((e) => e.firstChild.textContent).join(","),
	    [...document.querySelectorAll(".lift .rail ~ div")].filter(seen).map((e) => e.querySelector("p").textContent.trim()).join(",")].join(" ");
	  const choose = (value) => { form.session.value = value; form.session.dispatchEvent(new Event("change", { bubbles: true })); return shown(); };
	  return [form.session.options[4].text, choose(form.session.options[4].value), choose("")].join(" | ").split(" | ").map((s) => s.replaceAll("\u00a0", " ").slice(0, 66).trim()).join(" | ");
	})()`
	var before, chosen, kept, asked, session string
	var done bool
	browsertest.Visit(t, chromium, first, browsertest.Media("screen"), browsertest.Evaluate(state, &before), browsertest.Evaluate(choose, &done), browsertest.Evaluate(state, &chosen),
		chromedp.Navigate(second), browsertest.Evaluate(state, &kept), chromedp.Navigate(second+"?unit=kg&paper=letter&drawings=yes"), browsertest.Evaluate(state, &asked),
		chromedp.Navigate(first+"?unit=kg"), browsertest.Evaluate(one, &session))
	const beyond = `(() => { const desk = document.getElementById("_desk"); return desk.scrollWidth - desk.clientWidth; })()`
	cut := map[int64]int{320: 1, 760: 1, 1280: 1}
	for width := range cut {
		over := 1
		browsertest.Visit(t, chromium, first, browsertest.Media("screen"), chromedp.EmulateViewport(width, 800), browsertest.Evaluate(beyond, &over))
		cut[width] = over
	}
	for _, c := range []struct{ when, got, want string }{
		{"without a choice", before, `a4 | kg | true | 8 kg | 4 6 8 10 12 14 16 18 kg | "kg" | true |  | false`},
		{"after a choice", chosen, `a4 | lb | false | 18 lb | 9 13 18 22 26 31 35 40 lb | "lb" | false | ?unit=lb&drawings=no | false`},
		{"on another sheet", kept, `a4 | lb | false | 22 lb | 9 13 18 22 26 31 35 40 44 lb | "lb" | false |  | false`},
		{"one session", session, "A · Week 2 Fri | 1 Week 2  Fri 3 × 11 8 kg,Fri 3 × 11 8 kg,Fri 3 × 30 s | 3 Week 1 ,Week 2 ,Week 3 ,Week 4 ,Week 5 ,Week 6 ,Week 7 ,Week 8"},
		{"with an address", asked, `letter | kg | true | 10 kg | 4 6 8 10 12 14 16 18 20 kg | "kg" | true | ?unit=kg&paper=letter&drawings=yes | false`},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.when, c.got, c.want)
		}
	}
	for width, over := range cut {
		if over > 0 {
			t.Errorf("in a window of %d px, %d px of the sheet are cut off", width, over)
		}
	}
	if strings.Count(before, "|") != 8 {
		t.Errorf("the page says %q", before)
	}
}
