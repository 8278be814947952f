package parse

import (
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
)

// growing are TOML files that may take long: what stands between the two dots of a pattern is repeated, # being a number that counts up.
var growing = []string{
	"a# = 1\n", "a.b# = 1\n", "a.b.c.d.e.f# = 1\n", "a = 1\n", "title = \"#\"\n", "[a#]\n", "[a]\n", "[[a]]\n", "[[session]]\n", "[[session]]\nname = \"#\"\n",
	"[[session.exercises]]\n", "[[phase]]\n[[phase.session]]\n", "[a.b#]\nc = 1\n", "a = ·[·", "a = ·[·]", "a = ·{b=·", "a = [·1, ·]\n", "a = [·\"#\", ·]\n", "weeks = [·\n·]\n",
	"a = {·b# = 1, ·}\n", "a = {·b = 1, ·}\n", "·a.·b = 1\n", "[·a.·b]\n", "a = \"·x·\"\n", "a = \"·\\n·\"\n", "a = \"·\\\"·\"\n", "a = '·x·'\n", "about = \"\"\"·x ·\"\"\"\n", "about = \"\"\"·x\n·\"\"\"\n",
	"about = \"\"\"·\"\" ·", "a = '''·''·", "# a\n", "\n", "   ", "a = 2026-01-01\n", "a# = \"\n", "a# = '\n", "a# : 1\n", "a# = “b”\n", "a# = 2,5\n", "a#\n", "= 1\n", "[a#\n", "a# = tru\n", "\x00", "é# = 1\n", "\xff",
	"titel# = 1\n", "[[sesion]]\n", "exercises = [·{ exercise = \"x#\", do = \"3 x 8\" }, ·]\n", "exercises = [·{ exercise = \"x\", do = \"3 x\" }, ·]\n", "[[session]]\nname = \"A\"\nexercises = [·{ exercise = \"x\", do = \"3 x 8-12\", start = \"8 kg\", step = \"2 kg\" },\n·]\n",
	"[[pose]]\nlabel = \"#\"\n", "cues = [·\"Hold.\",·]\n", "signs = [·\"\",·]\n", "runners = [·\"r#\",·]\n", "[x#]\nauthors = \"A\"\nyear = 2000\ntitle = \"T\"\njournal = \"J\"\n", "allow = {·r# = \"x\",·}\n",
}

// Reading a definition of four times the size takes no more than about four times as long: twice that is allowed, for a busy machine,
// and the best of several measurements counts.
func TestGrowth(t *testing.T) {
	if slow || testing.Short() {
		t.Skip("takes long")
	}
	settings, _ := ReadSettings(source.New([]source.File{{Path: SettingsFile, Data: []byte("title = \"T\"\nurl = \"https://growth-test.net/\"\nauthor = \"A\"\n")}}))
	p := New(settings, markdown.Words{}, func(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist })
	for _, file := range []string{"content/plans/a.toml", "content/exercises/a.toml", "content/runners/a.toml", "content/sources.toml", "content/moved.toml"} {
		for _, pattern := range append(growing, drawnTOML(30)...) {
			if ratio, took := growth(p, file, pattern); ratio > 9 {
				t.Errorf("%s: %q: four times the text takes %.1f times as long, %v", file, pattern, ratio, took)
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

// growth returns how many times as long four times the text takes; 0 where that is too little to be measured.
func growth(p *Parser, file, pattern string) (ratio float64, took time.Duration) {
	const size = 20_000
	least := func(size int) time.Duration {
		data := grown(pattern, size)
		start := time.Now()
		p.Parse(source.File{Path: file, Data: data, Size: int64(len(data))})
		return time.Since(start)
	}
	small := time.Hour
	took = time.Hour
	for try := range 12 {
		small, took = min(small, least(size)), min(took, least(4*size))
		ratio = float64(took) / float64(small)
		if took < 60*time.Millisecond || try >= 2 && ratio <= 9 {
			return 0, took
		}
	}
	return ratio, took
}

// grown repeats what stands between the two dots of a pattern, behind its one dot, or the whole of it, until it is long enough.
func grown(pattern string, size int) []byte {
	parts := strings.Split(pattern, "·")
	start, unit, end := "", parts[0], ""
	switch len(parts) {
	case 2:
		start, unit = parts[0], parts[1]
	case 3:
		start, unit, end = parts[0], parts[1], parts[2]
	}
	var b strings.Builder
	b.WriteString(start)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(unit, "#", fmt.Sprint(i)))
	}
	b.WriteString(end)
	return []byte(b.String())
}
