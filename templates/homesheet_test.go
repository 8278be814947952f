package templates_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// On the sheet of the home page no name is cut, reaches into the next column or breaks within a word, however wide the window is: whoever
// has no dictionary for a language hyphenates nothing.
func TestNamesOnHomeSheet(t *testing.T) {
	chromium := browsertest.Chromium(t)
	for language, names := range map[string][]string{
		"en": {"Kettlebell deadlift", "Elevated split squat with a dumbbell", "Incline push-up hold"},
		"de": {"Oberschenkelrückseitenheben", "Kettlebell-Kreuzheben", "Liegestützhalte an der Bank"},
	} {
		t.Run(language, func(t *testing.T) {
			dir := t.TempDir()
			sitetest.WriteStarter(t, dir)
			speak(t, dir, language)
			plan := filepath.Join(dir, "content/plans/first-eight-weeks.toml")
			text := sitetest.ReadFile(t, plan)
			sitetest.WriteFile(t, plan, []byte(strings.ReplaceAll(text, `"3 x`, `"4 x`)))
			for i, id := range []string{"goblet-squat", "bent-over-row", "incline-push-up-hold"} {
				file := filepath.Join(dir, "content/exercises", id+".toml")
				name := regexp.MustCompile(`(?m)^name .*`).ReplaceAllLiteralString(sitetest.ReadFile(t, file), fmt.Sprintf("name = %q", names[i]))
				sitetest.WriteFile(t, file, []byte(name))
			}
			sitetest.Build(t, dir)
			widths := []int64{360, 768, 1024, 1200, 1350, 1440, 1600, 1920}
			seen := make([]string, len(widths))
			actions := []browsertest.Action{browsertest.Media("screen")}
			for i, width := range widths {
				actions = append(actions, chromedp.EmulateViewport(width, 900), browsertest.Evaluate(namesOnHomeSheet, &seen[i]))
			}
			browsertest.Visit(t, chromium, browsertest.Serve(t, dir)+"/", actions...)
			for i, width := range widths {
				if seen[i] != "2 names" && seen[i] != "3 names" {
					t.Errorf("%d px: %s", width, seen[i])
				}
			}
		})
	}
}

// namesOnHomeSheet says how many names are shown, and before that what is wrong with the first one that has not its place.
const namesOnHomeSheet = `(() => {
	const sheet = document.querySelector(".first-sheet").getBoundingClientRect();
	const names = [...document.querySelectorAll(".first-sheet tbody th b")].filter((b) => b.getClientRects().length);
	for (const name of names) {
		const text = name.firstChild, column = name.closest("th").getBoundingClientRect();
		for (const word of text.data.matchAll(/[^\s\u00ad-]+/g)) {
			const range = document.createRange();
			range.setStart(text, word.index);
			range.setEnd(text, word.index + word[0].length);
			const lines = [...range.getClientRects()];
			if (lines.length > 1) return word[0] + " is broken";
			if (lines[0].right > column.right || lines[0].left < column.left) return word[0] + " does not fit into its column";
		}
	}
	for (const cell of document.querySelectorAll(".first-sheet :is(th, td)")) {
		const box = cell.getBoundingClientRect();
		if (box.right > sheet.right - 8) return cell.className + " " + cell.textContent + " sticks out of the sheet";
	}
	return names.length + " names";
})()`
