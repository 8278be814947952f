package render_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/colour"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/templates"
)

// Every page waits for the stylesheet that all of them need.
func TestStyleIsLight(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	if len(css) > 24<<10 {
		t.Errorf("the stylesheet has %d bytes, more than 24 KB", len(css))
	}
}

// The filters of the exercises work without script, so their stylesheet has a rule for each equipment.
func TestFilters(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/exercise.css")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, e := range training.EquipmentNames() {
		ids = append(ids, "e-"+e)
	}
	for _, id := range ids {
		if !strings.Contains(string(css), "#"+id+":checked") {
			t.Errorf("there is no rule for #%s", id)
		}
	}
}

// Each kind of run has its own effort, which is how high its day is drawn.
func TestEfforts(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range training.DayKinds() {
		if kind.Facts().Run == training.Yes && !strings.Contains(string(css), ".run-"+string(kind)+" { --effort:") {
			t.Errorf("there is no effort of a %s run", kind)
		}
	}
}

// The same rules serve languages that are written from either side, so no rule asks for the left or the right. What is drawn, and
// rules that are for one direction alone, may.
func TestNeitherLeftNorRight(t *testing.T) {
	sided := regexp.MustCompile(`(?:margin|padding|border)-(?:left|right)\b|(?:float|clear|text-align|justify-content): *(?:left|right)\b|[;{] *(?:left|right):`)
	four := regexp.MustCompile(`(?:margin|padding|border-width|inset): *([^;}]*)`)
	names, err := fs.Glob(templates.Files, "assets/*.css")
	if err != nil || len(names) == 0 {
		t.Fatal("there are no stylesheets:", err)
	}
	for _, name := range names {
		css, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(css), "\n") {
			if strings.Contains(line, "[dir=") {
				continue
			}
			if found := sided.FindString(line); found != "" {
				t.Errorf("%s:%d: %q is of one side", name, i+1, found)
			}
			for _, m := range four.FindAllStringSubmatch(line, -1) {
				if sides := strings.Fields(m[1]); len(sides) == 4 && sides[1] != sides[3] {
					t.Errorf("%s:%d: %q has another value on the left than on the right", name, i+1, m[0])
				}
			}
		}
	}
}

// What the look names as letters that every device has are those of the stylesheet.
func TestStacks(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"--serif: " + render.SerifLetters + ";", "--sans: " + render.SansLetters + ";"} {
		if !strings.Contains(string(css), want) {
			t.Errorf("the stylesheet does not say %s", want)
		}
	}
}

// Drawings, cards and icons have the colours of the stylesheet.
func TestColours(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	p := colour.Theme()
	for _, c := range []struct {
		css string
		colour.Scheme
	}{{light, p.Light}, {dark, p.Dark}} {
		for name, want := range map[string]colour.RGB{"paper": c.Paper, "wash": c.Wash, "ink": c.Ink, "track": c.Track, "lane": c.Lane} {
			if m := regexp.MustCompile(`--` + name + `: ([^;]*);`).FindStringSubmatch(c.css); m == nil || m[1] != want.String() {
				t.Errorf("the stylesheet has --%s as %q, and package colour as %s", name, m, want)
			}
		}
	}
}
