package templates_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// A few words of Arabic. The others stay English, so that both directions meet on the pages.
const arabicWords = `
title-articles = "مقالات"
running-week = "أسبوع الجري"
day-tue = "الثلاثاء"
run-medium = "جري متوسط"
exercise = "التمرين"
week-n = "الأسبوع {n}"
session = "الحصة {name}"
minutes = "{n} دقيقة"
each-side = "لكل جانب"
next-weight = "المرة القادمة {weight}."
`

const arabicArticle = `+++
title = "لماذا نرفع الأثقال، ومتى؟"
date = 2026-09-01
summary = "اثنتا عشرة قرفصاء سهلة لا تصبح صعبة."
tags = ["تقدم"]
+++

وجدت دراسة [Blagrove](source:blagrove-2018) تحسنًا من 2 إلى 8 %، وقال المدرب: "ارفع أكثر".

> [!TIP]
> ابدأ بوزن 8 kg ثم 10 kg.

## متى تزيد الوزن؟

| الطريقة | المثال | Antidisestablishmentarianism | Rindfleischetikettierung |
| --- | ---: | --- | --- |
| تكرارات أكثر | 8، 9، 10 | Rindfleischetikettierungsüberwachung | Antidisestablishmentarianism |

- [x] Kraftausdauertrainingswochenendseminarteilnahmebestätigung

![](exercise:goblet-squat)

    legpress build --base-url https://balanced-stride.com/a/very/long/address/that/does/not/fit/into/a/telephone/

A video:

https://www.youtube.com/watch?v=aaaaaaaaaaa
`

// No page is wider than a small telephone, whichever way its language is written, and figures run from the left in both.
func TestNothingIsWiderThanATelephone(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for _, language := range someOf([]string{"en", "de", "ar"}) {
		t.Run(language, func(t *testing.T) {
			dir := t.TempDir()
			sitetest.WriteStarter(t, dir)
			speak(t, dir, language)
			sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-09-01-wide.md"), []byte(arabicArticle))
			sitetest.WriteFile(t, filepath.Join(dir, "templates/words/ar.toml"), []byte(arabicWords))
			sitetest.Build(t, dir)
			origin := browsertest.Serve(t, dir)
			urls := somePages(t, dir)
			if len(urls) < 25 {
				t.Fatalf("got %d pages to look at, want some of each part", len(urls))
			}
			seen := make([]string, len(urls))
			actions := []browsertest.Action{browsertest.Media("screen"), chromedp.EmulateViewport(360, 800)}
			for i, url := range urls {
				actions = append(actions, chromedp.Navigate(origin+url), browsertest.Evaluate(widest, &seen[i]))
			}
			browsertest.Visit(t, chromium, origin+"/", actions...)
			for i, url := range urls {
				if seen[i] != "" {
					t.Errorf("%s is wider than 360 px: %s", url, seen[i])
				}
			}
			var direction, at string
			browsertest.Visit(t, chromium, origin+"/plans/first-eight-weeks/only-runs/", browsertest.Media("screen"), chromedp.EmulateViewport(360, 800),
				browsertest.Evaluate(`getComputedStyle(document.body).direction`, &direction), browsertest.Evaluate(placesOfFigures, &at))
			if want := map[bool]string{true: "rtl", false: "ltr"}[language == "ar"]; direction != want {
				t.Errorf("got pages that run %s, want %s", direction, want)
			}
			if at != "set, repetitions, load" {
				t.Errorf("from left to right, got %s; want set, repetitions, load", at)
			}
		})
	}
}

// widest names the first thing that sticks out of the page; boxes that scroll for themselves do not count.
const widest = `(() => {
	const page = document.documentElement;
	const scrolls = (e) => e && e !== document.body && (["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
	for (const e of document.body.querySelectorAll("*")) {
		const box = e.getBoundingClientRect();
		if (box.width > 1 && (box.right > page.clientWidth + 1 || box.left < -1) && !e.closest(".skip, .hidden, svg") && !scrolls(e.parentElement))
			return e.tagName + " " + e.className + " " + Math.round(box.left) + " to " + Math.round(box.right) + ": " + e.textContent.slice(0, 60);
	}
	return page.scrollWidth > page.clientWidth ? "the page scrolls by " + (page.scrollWidth - page.clientWidth) : "";
})()`

// placesOfFigures tells in which order the figures of the first target, "3 × 8 · 8 kg", stand from left to right. The load of a
// language that runs from the right stands before the sets.
const placesOfFigures = `(() => {
	const cell = [...document.querySelectorAll(".now td")].find((td) => /\d × \d+.*\skg/.test(td.textContent));
	const [target, weight] = [cell.querySelector("b").firstChild, cell.querySelector("data").firstChild];
	const left = (text, from, length) => {
		const range = document.createRange();
		range.setStart(text, from);
		range.setEnd(text, from + length);
		return range.getBoundingClientRect().left;
	};
	const [sets, by, unit] = [target.data.search(/\d/), target.data.indexOf("×"), weight.data.indexOf("kg")];
	const reps = by + target.data.slice(by).search(/\d/);
	const at = [left(target, sets, 1), left(target, by, 1), left(target, reps, 1), left(weight, unit - 2, 1), left(weight, unit, 2)];
	return at[0] < at[1] && at[1] < at[2] && at[3] < at[4] ? "set, repetitions, load" : JSON.stringify(at);
})()`

// somePages returns the addresses of some pages of each part of a built site, sheets aside: those are as wide as paper.
func somePages(t *testing.T, dir string) []string {
	t.Helper()
	var urls []string
	of := map[string]int{}
	for _, name := range sitetest.Files(t, filepath.Join(dir, "public")) {
		path, ok := strings.CutSuffix(name, "index.html")
		part, _, _ := strings.Cut(path, "/")
		if !ok || strings.HasSuffix(path, "/sheet/") || of[part] == 4 && !strings.Contains(path, "wide") {
			continue
		}
		of[part]++
		urls = append(urls, "/"+path)
	}
	return urls
}

// speak sets the language of a site.
func speak(t *testing.T, dir, language string) {
	t.Helper()
	name := filepath.Join(dir, "content/site.toml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	settings := regexp.MustCompile(`(?m)^language = .*`).ReplaceAll(data, []byte("language = \""+language+"\""))
	sitetest.WriteFile(t, name, settings)
}
