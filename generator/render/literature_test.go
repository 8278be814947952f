package render_test

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/check"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// bench is a site on which one plan is edited: everything but that plan is read once.
type bench struct {
	plan     source.File
	settings *parse.Settings
	words    *words.Words
	theme    *render.Theme
	parser   *parse.Parser
	others   []*parse.File
}

// benches returns the sites of the literature.
func benches(t testing.TB) []*bench {
	t.Helper()
	archives, err := filepath.Glob("../testdata/literature-*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no literature in testdata", err)
	}
	var list []*bench
	for _, file := range archives {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, newBench(t, archive))
	}
	return list
}

func newBench(t testing.TB, archive *txtar.Archive) *bench {
	t.Helper()
	var files []source.File
	b := &bench{}
	for _, f := range archive.Files {
		switch file := (source.File{Path: f.Name, Data: f.Data}); {
		case strings.HasPrefix(f.Name, "want/"):
		case strings.HasPrefix(f.Name, "content/plans/"):
			b.plan = file
		default:
			files = append(files, file)
		}
	}
	snapshot := source.New(files)
	b.settings, _ = parse.ReadSettings(snapshot)
	var problems diag.List
	var err error
	b.words, _ = words.Read(templates.Files, snapshot, b.settings.Language, false)
	if b.theme, problems, err = render.Load(templates.Files, snapshot, b.settings, b.words, false); err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	b.parser = parse.New(b.settings, b.words.Reading(), func(string) (io.ReadCloser, error) { return nil, io.EOF })
	for _, f := range snapshot.Files() {
		b.others = append(b.others, b.parser.Parse(f))
	}
	return b
}

// try reads, projects and checks the site with another text of the plan. If that has no errors all pages about the plan have to be
// rendered; if it has, each must say what is wrong and where.
func (b *bench) try(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, plan string) (sound bool) {
	t.Helper()
	parsed := b.parser.Parse(source.File{Path: b.plan.Path, Data: []byte(plan)})
	s, problems := site.Join(b.settings, append(slices.Clip(b.others), parsed), site.Options{Words: b.words})
	problems = slices.Concat(parsed.Problems, problems, check.Site(s))
	for _, p := range problems {
		if p.Message == "" || p.ID == "" || p.File == "" || p.Line > 1+strings.Count(plan, "\n") && p.File == b.plan.Path {
			t.Fatalf("a problem without words or place, %+v, of the plan\n%s", p, plan)
		}
	}
	if problems.HasErrors() {
		return false
	}
	r, problems := render.New(b.theme, s)
	for _, page := range s.Pages {
		if len(problems) == 0 && strings.HasPrefix(page.URL, "/plans/") {
			problems = r.Page(new(bytes.Buffer), page)
		}
		if len(problems) > 0 {
			t.Fatalf("%s: %v, of the plan\n%s", page.URL, problems, plan)
		}
	}
	return true
}

// values are what an author may type by mistake, or to find out what happens.
var values = strings.Split(`0·1·-1·2.5·52·53·99·1000000·true·"·""·"x"·"0 kg"·"2,5 kg"·"you choose"·"2.5 kg"·"8 lb"·"9999 kg"·"3 x 8-12"·"3 x 12-8"·"99 x 99"·"1 x 1"·"3 x 20-30 s"·"2 x 5 each side"·"30 s"·"1 h"·"linear"·"wave"·"none"·"two-for-two"·[]·[1, 2]·["tue", "wed", "thu"]·["tue"]·{ every = 1 }·{}·2026-05-03·"back-squat"·"pogo-jump"·"nothing"·["3 x 10", "3 x 8", "2 x 8"]`, "·")

// keys are lines that may stand where nobody meant them to.
var keys = strings.Split(`maintain = true·weeks = 1·race_week = 3·race_day = 2026-05-03·easy_weeks = { every = 2 }·lift_on = ["mon", "tue", "sun"]·sessions_per_week = 7·start = 2026-01-05·test_weeks = [1]·[[phase]]·[[phase.session]]·[[session]]·[running_week]·mon = "rest"·exercises = [·]·}·{ exercise = "back-squat" },·"""`, "·")

// mistype changes the lines of a plan as an author in a hurry does.
func mistype(t *rapid.T, lines []string) []string {
	at := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
	switch rapid.SampledFrom([]string{"value", "value", "value", "letter", "delete", "copy", "swap", "key"}).Draw(t, "edit") {
	case "value":
		lines[at] = newValue(t, lines[at])
	case "letter":
		if n := len(lines[at]); n > 0 {
			i := rapid.IntRange(0, n-1).Draw(t, "letter")
			lines[at] = lines[at][:i] + rapid.SampledFrom([]string{"", `"`, "=", "x", "0", "-", " ", "[", "}"}).Draw(t, "other") + lines[at][i+1:]
		}
	case "delete":
		if len(lines) > 1 {
			lines = slices.Delete(lines, at, at+1)
		}
	case "copy":
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "to"), lines[at])
	case "swap":
		to := rapid.IntRange(0, len(lines)-1).Draw(t, "to")
		lines[at], lines[to] = lines[to], lines[at]
	case "key":
		lines = slices.Insert(lines, at, rapid.SampledFrom(keys).Draw(t, "key"))
	}
	return lines
}

// newValue puts another value behind one of the equals signs of a line.
func newValue(t *rapid.T, line string) string {
	parts := strings.SplitAfter(line, "= ")
	if len(parts) == 1 {
		return line
	}
	i := rapid.IntRange(1, len(parts)-1).Draw(t, "place")
	rest := ""
	if _, behind, ok := strings.Cut(parts[i], ", "); ok {
		rest = ", " + behind
	} else if strings.HasSuffix(parts[i], "},") {
		rest = " },"
	}
	parts[i] = rapid.SampledFrom(values).Draw(t, "value") + rest
	return strings.Join(parts, "")
}

// Whatever is edited in the programmes of the literature, nothing panics: what is wrong is said, what is not is rendered.
func TestLiteratureEdited(t *testing.T) {
	all := benches(t)
	sound, tried := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		b := all[rapid.IntRange(0, len(all)-1).Draw(t, "programme")]
		lines := strings.Split(string(b.plan.Data), "\n")
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			lines = mistype(t, lines)
		}
		tried++
		if b.try(t, strings.Join(lines, "\n")) {
			sound++
		}
	})
	if sound == tried || sound == 0 && tried > 100 { // of a few it may be that none is: one in twenty
		t.Errorf("%d of %d edited plans are sound: the edits test nothing", sound, tried)
	}
}

func FuzzLiterature(f *testing.F) {
	all := benches(f)
	for i, b := range all {
		f.Add(i, string(b.plan.Data))
	}
	f.Fuzz(func(t *testing.T, i int, plan string) {
		if i < 0 || i >= len(all) || len(plan) > 20_000 {
			t.Skip()
		}
		all[i].try(t, plan)
	})
}
