package scaffold_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

// english is what new files of an English site say to its readers, or would with the # taken away.
var english = []string{
	"one-first-eight-weeks", ": first eight weeks", "minutes of easy movement", "I run, and I do no strength work", "A simple start",
	"Hold the weight", "Your heels lift", "Begin with what", "A heading", "A blank line", "the words to click", "to another website",
	"to an exercise", "to a plan", "to a type of runner", "to a source", "the authors", "With an exclamation mark",
}

// siteIn makes a site in a language with what a plan needs.
func siteIn(t *testing.T, language string) string {
	t.Helper()
	return folder(t, map[string]string{
		"site.toml":            settings + fmt.Sprintf("language = %q\n[weights]\ndumbbell = [\"8 kg\", \"10 kg\", \"12 kg\"]\n", language),
		"sources.toml":         "[a-2018]\nauthors = \"A B\"\nyear = 2018\ntitle = \"C\"\njournal = \"D\"\ndoi = \"10.1007/s40279-017-0835-7\"\n",
		"exercises/squat.toml": exercise("squat", "load", `equipment = ["dumbbell"]`),
		"exercises/hinge.toml": exercise("hinge", "load", `equipment = ["dumbbell"]`),
		"exercises/push.toml":  exercise("push", "load", `equipment = ["dumbbell"]`),
		"exercises/pull.toml":  exercise("pull", "load", `equipment = ["dumbbell"]`),
	})
}

// newFiles begins a file of each kind and returns their paths and texts, without notes.
func newFiles(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	for _, kind := range []string{"runner", "plan", "exercise", "article"} {
		for _, f := range begin(t, dir, kind, "One") {
			all.WriteString(f.Path + "\n")
			for line := range strings.Lines(f.Text) {
				if !strings.HasPrefix(line, "# ") {
					all.WriteString(line)
				}
			}
		}
	}
	return all.String()
}

// A new file says nothing in English to the readers of a site in another language, and there is nothing to be said about it.
func TestSpeaksTheLanguageOfTheSite(t *testing.T) {
	text := newFiles(t, siteIn(t, "en"))
	for _, words := range english {
		if !strings.Contains(text, words) {
			t.Errorf("en: no %q in\n%s", words, text)
		}
	}
	for _, tag := range []string{"de-AT", "es", "fr", "nl", "pt"} {
		t.Run(tag, func(t *testing.T) {
			dir := siteIn(t, tag)
			text := newFiles(t, dir)
			for _, words := range english {
				if strings.Contains(text, words) {
					t.Errorf("%q is English in\n%s", words, text)
				}
			}
			checkClean(t, dir)
		})
	}
}

// What new files say in French has its no-break spaces.
func TestFrenchSpaces(t *testing.T) {
	dir := siteIn(t, "fr")
	if plan := begin(t, dir, "runner", "One")[1]; !strings.Contains(plan.Text, "\ntitle = \"One\u00a0: les huit premières semaines\"\n") {
		t.Errorf("another title in\n%s", plan.Text)
	}
	_, body, _ := strings.Cut(begin(t, dir, "article", "One")[0].Text, "\n+++\n\n")
	body = strings.ReplaceAll(body, "![](", "[](")
	if missing := sitetest.FrenchSpaces(body); len(missing) > 0 || !strings.Contains(body, "Commence par") {
		t.Errorf("%q have no no-break space in\n%s", missing, body)
	}
}
