package generator_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// letters are the files of a site that refer to each other by names with letters that can be typed in two ways.
func letters() map[string]string {
	return map[string]string{
		"content/site.toml": "title = \"Kraft für Läufer\"\nurl = \"https://läufer.de/kräftig/\"\nlanguage = \"de\"\nmenu = [\"über\", \"articles\"]\nauthor = \"Zoë\"\n" +
			"[authors.\"Zoë\"]\nabout = \"Läuft.\"\nurl = \"/über/#wer-lädt\"\n[authors.\"José\"]\nabout = \"Läuft auch.\"\n",
		"content/sources.toml": "[\"müller-2020\"]\nauthors = \"Müller\"\nyear = 2020\ntitle = \"Kraft für Läufer\"\njournal = \"Zeitschrift für Läufe\"\nurl = \"https://pubmed.ncbi.nlm.nih.gov/1/\"\n",
		"content/moved.toml":   "\"/früher/\" = \"/tags/uebung/\"\n\"/früher.html\" = \"/über/\"\n",
		"content/pages/über.md": "+++\ntitle = \"Über\"\naliases = [\"/über-uns/\"]\n+++\n## Wer lädt\n\n[Zum Artikel](../articles/2026-01-01-übung/index.md#hä). " +
			"[Datei](/blätter/plän.txt) [Ü][übung] und[^fußnöte]\n\n[übung]: exercise:kniebeuge-größer\n\n[^fußnöte]: Nöte.\n",
		"content/articles/2026-01-01-übung/index.md": "+++\ntitle = \"Übung\"\ntags = [\"Übung\"]\nseries = \"Für Anfänger\"\nauthor = \"José\"\n" +
			"image = \"bild-ü.svg\"\nimage_alt = \"Ein Läufer\"\nrunners = [\"läufer\"]\nsources = [\"müller-2020\"]\naliases = [\"/ältere/\"]\n+++\nNach [Müller](source:müller-2020).\n\n" +
			"## Hä\n\n![Läufer](bild-ü.svg)\n\n![](exercise:kniebeuge-größer)\n\n[Läufer](runner:läufer), [Artikel](article:später), [oben](#hä), [dort](../2026-01-02-später.md), [so](/articles/sp%C3%A4ter/).\n",
		"content/articles/2026-01-01-übung/bild-ü.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>`,
		"content/articles/2026-01-02-später.md":        "+++\ntitle = \"Später\"\ntags = [\"übung\"]\nseries = \"Für Anfänger\"\nauthor = \"Zoë\"\n+++\nText.\n",
		"content/exercises/kniebeuge-größer.toml": "name = \"Größere Kniebeuge\"\npattern = \"squat\"\nmeasure = \"reps\"\ncues = [\"Schön tief.\"]\npicture = \"kniebeuge-größer.svg\"\npicture_alt = \"Tief.\"\npicture_credit = \"Jo\"\n" +
			"about = \"\"\"\nWie bei [Müller](source:müller-2020).\n\"\"\"\n",
		"content/exercises/kniebeuge-größer.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>`,
		"content/exercises/rückwärts.toml":       "name = \"Rückwärts\"\npattern = \"squat\"\nmeasure = \"reps\"\ncues = [\"Schön.\"]\neasier = \"kniebeuge-größer\"\n",
		"content/runners/läufer.toml": "name = \"Läufer\"\naim = \"Kräftiger.\"\nsigns = [\"Ich laufe.\"]\nsessions_per_week = [1, 2]\n" +
			"[running_week]\nmon = \"rest\"\ntue = \"medium\"\nwed = \"rest\"\nthu = \"easy\"\nfri = \"medium\"\nsat = \"rest\"\nsun = \"long\"\n",
		"content/static/blätter/plän.txt": "Plan",
	}
}

// buildLetters builds the site with names and texts as the functions write them, and returns its public folder.
func buildLetters(t *testing.T, name, text func(string) string) (public map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for file, data := range letters() {
		sitetest.WriteFile(t, filepath.Join(dir, name(file)), []byte(text(data)))
	}
	report := sitetest.Build(t, dir)
	for _, p := range report.Problems {
		if p.ID != "runner-without-plan" {
			t.Errorf("%s:%d:%d: %s %s", p.File, p.Line, p.Column, p.Message, p.Hint)
		}
	}
	public = map[string]string{}
	for _, file := range sitetest.Files(t, filepath.Join(dir, "public")) {
		data, err := os.ReadFile(filepath.Join(dir, "public", file))
		if err != nil {
			t.Fatal(err)
		}
		public[file] = string(data)
		if !norm.NFC.IsNormalString(file) {
			t.Errorf("the file %+q has a name with decomposed letters", file)
		}
	}
	return public
}

func typed(s string) string { return s }

// However a system stores the letters of names, and whatever an editor types: the same site comes out.
func TestComposedNames(t *testing.T) {
	want := buildLetters(t, typed, typed)
	for _, page := range []string{"über/index.html", "articles/übung/index.html", "articles/übung/bild-ü.svg", "blätter/plän.txt", "über-uns/index.html", "früher/index.html", "runners/läufer/index.html", "tags/uebung/index.html"} {
		if want[page] == "" {
			t.Errorf("there is no %s", page)
		}
	}
	for _, c := range []struct {
		what       string
		name, text func(string) string
	}{
		{"decomposed names", norm.NFD.String, typed},
		{"decomposed texts", typed, norm.NFD.String},
		{"all decomposed", norm.NFD.String, norm.NFD.String},
	} {
		t.Run(c.what, func(t *testing.T) {
			if diff := cmp.Diff(want, buildLetters(t, c.name, c.text)); diff != "" {
				t.Errorf("(-composed +%s):\n%s", c.what, diff)
			}
		})
	}
}

// A name that is there in both ways is an error that names both, and what looks the same is never suggested.
func TestNameInTwoWays(t *testing.T) {
	dir := t.TempDir()
	for file, data := range letters() {
		sitetest.WriteFile(t, filepath.Join(dir, file), []byte(data))
	}
	sitetest.WriteFile(t, filepath.Join(dir, norm.NFD.String("content/pages/über.md")), []byte("+++\ntitle = \"Noch einmal\"\n+++\nText.\n"))
	sitetest.WriteFile(t, filepath.Join(dir, norm.NFD.String("content/static/blätter/plän.txt")), []byte("anders"))
	sitetest.WriteFile(t, filepath.Join(dir, "content/pages/x.md"), []byte(norm.NFD.String("+++\ntitle = \"X\"\n+++\nÖde [x](runner:läüfer) und [y](über.md#lädt-wer).\n")))
	report, err := generator.Check(context.Background(), sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(sitetest.Files(t, dir)) == len(letters())+1 {
		t.Skip("this system stores letters in one way")
	}
	var got []string
	for _, p := range report.Problems {
		if p.Severity == 0 {
			got = append(got, p.File+" "+p.ID+" "+p.Message+" "+p.Hint)
		}
		if p.ID == "unknown-runner" && (p.Line != 4 || p.Column != 7) {
			t.Errorf("%s stands at %d:%d, want 4:7", p.ID, p.Line, p.Column)
		}
	}
	said := strings.Join(got, "\n")
	for _, want := range []string{
		`content/pages/über.md same-name-twice two files have this name. Its letters are stored in two ways: \u00fcber.md (`, `u\u0308ber.md (36 bytes)`,
		`content/static/blätter/plän.txt same-name-twice`, `bl\u00e4tter/pl\u00e4n.txt (4 bytes) and bla\u0308tter/pla\u0308n.txt (6 bytes)`,
		`there is no runner type "läüfer". Did you mean "läufer"?`, "#lädt-wer",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %s:\n%s", want, said)
		}
	}
	if !norm.NFC.IsNormalString(said) {
		t.Errorf("a sentence has decomposed letters: %+q", said)
	}
}
