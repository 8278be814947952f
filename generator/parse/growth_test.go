package parse

import (
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
)

// growing are TOML files that may take long, as [growthtest.Repeat] reads them.
var growing = []string{
	"a# = 1\n", "a.b# = 1\n", "a.b.c.d.e.f# = 1\n", "a = 1\n", "title = \"#\"\n", "[a#]\n", "[a]\n", "[[a]]\n", "[[session]]\n", "[[session]]\nname = \"#\"\n",
	"[[session.exercises]]\n", "[[phase]]\n[[phase.session]]\n", "[a.b#]\nc = 1\n", "a = ·[·", "a = ·[·]", "a = ·{b=·", "a = [·1, ·]\n", "a = [·\"#\", ·]\n", "weeks = [·\n·]\n",
	"a = {·b# = 1, ·}\n", "a = {·b = 1, ·}\n", "·a.·b = 1\n", "[·a.·b]\n", "a = \"·x·\"\n", "a = \"·\\n·\"\n", "a = \"·\\\"·\"\n", "a = '·x·'\n", "about = \"\"\"·x ·\"\"\"\n", "about = \"\"\"·x\n·\"\"\"\n",
	"about = \"\"\"·\"\" ·", "a = '''·''·", "# a\n", "\n", "   ", "a = 2026-01-01\n", "a# = \"\n", "a# = '\n", "a# : 1\n", "a# = “b”\n", "a# = 2,5\n", "a#\n", "= 1\n", "[a#\n", "a# = tru\n", "\x00", "é# = 1\n", "\xff",
	"titel# = 1\n", "[[sesion]]\n", "exercises = [·{ exercise = \"x#\", do = \"3 x 8\" }, ·]\n", "exercises = [·{ exercise = \"x\", do = \"3 x\" }, ·]\n", "[[session]]\nname = \"A\"\nexercises = [·{ exercise = \"x\", do = \"3 x 8-12\", start = \"8 kg\", step = \"2 kg\" },\n·]\n",
	"[[pose]]\nlabel = \"#\"\n", "cues = [·\"Hold.\",·]\n", "signs = [·\"\",·]\n", "runners = [·\"r#\",·]\n", "[x#]\nauthors = \"A\"\nyear = 2000\ntitle = \"T\"\njournal = \"J\"\n", "allow = {·r# = \"x\",·}\n",
}

// Reading a definition of four times the size takes no more than about four times as long.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	settings, _ := ReadSettings(source.New([]source.File{{Path: SettingsFile, Data: []byte("title = \"T\"\nurl = \"https://growth-test.net/\"\nauthor = \"A\"\n")}}))
	p := New(settings, markdown.Words{}, func(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist })
	for _, file := range []string{"content/plans/a.toml", "content/exercises/a.toml", "content/runners/a.toml", "content/sources.toml", "content/moved.toml"} {
		for _, pattern := range append(growing, drawnTOML(30)...) {
			parse := func(text []byte) { p.Parse(source.File{Path: file, Data: text, Size: int64(len(text))}) }
			if factor, took := growthtest.Factor(pattern, 20_000, parse); factor > growthtest.Most {
				t.Errorf("%s: %q: four times the text takes %.1f times as long, %v", file, pattern, factor, took)
			}
		}
	}
}

// drawnTOML returns patterns put together of what TOML has.
func drawnTOML(n int) []string {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Split("a|b#|=| |\n|\"|'|\"\"\"|[|]|[[|]]|{|}|,|.|#|1|true|2026-01-01|title = |session|3 x 8", "|")
	patterns := make([]string, n)
	for i := range patterns {
		for range 2 + rng.IntN(6) {
			patterns[i] += pieces[rng.IntN(len(pieces))]
		}
	}
	return patterns
}
