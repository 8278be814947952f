package scaffold_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	_ "github.com/legpress/legpress/generator/fewertest"
	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/linktest"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/scaffold"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/templates"
)

func today() time.Time { return time.Date(2026, 9, 21, 22, 30, 0, 0, time.UTC) }

const settings = "title = \"Mine\"\nurl = \"https://balanced-stride.com/\"\n"

// folder makes a site of files whose paths begin below content/.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func newStarter(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "content/site.toml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.Replace(data, []byte("https://example.org/"), []byte("https://balanced-stride.com/"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t *testing.T, dir string) *scaffold.Site {
	t.Helper()
	s, err := scaffold.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// kinds are the ways to begin a file.
func kinds() map[string]func(*scaffold.Site, string) ([]scaffold.File, error) {
	one := func(f scaffold.File, err error) ([]scaffold.File, error) { return []scaffold.File{f}, err }
	return map[string]func(*scaffold.Site, string) ([]scaffold.File, error){
		"article":  func(s *scaffold.Site, name string) ([]scaffold.File, error) { return one(s.Article(name, today())) },
		"exercise": func(s *scaffold.Site, name string) ([]scaffold.File, error) { return one(s.Exercise(name)) },
		"runner":   func(s *scaffold.Site, name string) ([]scaffold.File, error) { return s.Runner(name, today()) },
		"plan":     func(s *scaffold.Site, name string) ([]scaffold.File, error) { return one(s.Plan(name, "", today())) },
	}
}

// begin begins a file and returns what was written.
func begin(t *testing.T, dir, kind, name string) []scaffold.File {
	t.Helper()
	s := open(t, dir)
	files, err := kinds()[kind](s, name)
	if err != nil {
		t.Fatalf("new %s %q: %v", kind, name, err)
	}
	for _, f := range files {
		if err := s.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// checkClean reports whatever there is to say about a site, with its drafts.
func checkClean(t *testing.T, dir string) {
	t.Helper()
	checkBut(t, dir, func(diag.Problem) bool { return false })
}

// advice reports whether a problem is a training rule's, and no error.
func advice(p diag.Problem) bool { return p.Explained && p.Severity != diag.Error }

// checkBut reports what there is to say about a site, but for some problems.
func checkBut(t *testing.T, dir string, expected func(diag.Problem) bool) {
	t.Helper()
	report, err := generator.Check(t.Context(), generator.Options{Dir: dir, Theme: templates.Files, Drafts: true, Now: today()})
	if err != nil {
		t.Fatal(err)
	}
	if problems := slices.DeleteFunc(report.Problems, expected); len(problems) > 0 {
		var b strings.Builder
		_ = problems.Text(&b, report.Lines, false)
		t.Errorf("the site has problems:\n%s", b.String())
	}
}

// Each new file leaves nothing to be said about the starter site, by itself and after all others.
func TestNewFilesAreClean(t *testing.T) {
	all, kinds := newStarter(t), []string{"article", "exercise", "runner", "plan"}
	if growthtest.Race {
		kinds = kinds[3:]
	}
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			alone := newStarter(t)
			begin(t, alone, kind, `Say "when": a \ b & c`)
			checkClean(t, alone)
			begin(t, all, kind, "Another one")
			checkClean(t, all)
		})
	}
}

// From settings alone a site grows without a word, in the order in which its parts need each other. But with two exercises no plan
// can cover what a week needs, and a coach is told so.
func TestFromNothing(t *testing.T) {
	for name, head := range map[string]string{
		"no weights": "",
		"pounds":     "unit = \"lb\"\ntimezone = \"Asia/Tokyo\"\n[weights]\nkettlebell = [\"18 lb\", \"35 lb\"]\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"site.toml": settings + head})
			for _, step := range [][2]string{{"article", "Eins"}, {"exercise", "Box squat"}, {"exercise", "Pull-up"}, {"runner", "Läufer"}, {"plan", "Ein Plan"}, {"article", "Zwei"}} {
				begin(t, dir, step[0], step[1])
				checkBut(t, dir, advice)
			}
		})
	}
}

// exercise is the definition of an exercise.
func exercise(pattern, measure, more string) string {
	return fmt.Sprintf("name = %q\npattern = %q\nmeasure = %q\n%s\n", pattern, pattern, measure, more)
}

func runner(week, more string) string {
	text := "name = \"R\"\nsessions_per_week = 2\n" + more + "\n[running_week]\n"
	for i, day := range strings.Fields("mon tue wed thu fri sat sun") {
		text += fmt.Sprintf("%s = %q\n", day, strings.Fields(week)[i])
	}
	return text
}

// A plan takes what the site has, and only what can be done.
func TestPlanFits(t *testing.T) {
	const week = "rest medium easy hard rest easy long"
	all := map[string]string{
		"exercises/squat.toml":     exercise("squat", "load", `equipment = ["dumbbell"]`),
		"exercises/bar-squat.toml": exercise("squat", "load", `equipment = ["barbell"]`),
		"exercises/row.toml":       exercise("pull", "load", "equipment = [\"kettlebell\"]\nper_side = true"),
		"exercises/push.toml":      exercise("push", "hold", ""),
		"exercises/hinge.toml":     exercise("hinge", "reps", ""),
		"exercises/calf.toml":      exercise("calf", "reps", ""),
	}
	for name, c := range map[string]struct {
		files  map[string]string
		runner string
		head   string
		want   string
	}{
		"four movements, holds last": {all, runner(week, ""), "[weights]\ndumbbell = [\"6 kg\", \"9 kg\", \"12 kg\"]\n",
			`squat "3 x 8-12" 9 kg | hinge "3 x 8-20" | row "3 x 8-15 each side" you choose | push "3 x 15-30 s"`},
		"as many as the runner may have": {all, runner(week, "max_exercises = 2"), "", `squat "3 x 8-12" you choose | row "3 x 8-15 each side" you choose`},
		"no legs where no day has room for them": {all, runner("long long hard long hard hard long", ""), "",
			`row "3 x 8-15 each side" you choose | calf "3 x 8-20" | push "3 x 15-30 s"`},
		"a ladder that cannot be climbed is left alone": {map[string]string{
			"exercises/a.toml": exercise("push", "hold", `harder = "b"`), "exercises/b.toml": exercise("push", "load", "equipment = [\"band\"]\neasier = \"a\""),
		}, runner(week, ""), "", `b "3 x 8-15" you choose`},
		"the lightest weight where all are heavy": {map[string]string{"exercises/bar-squat.toml": all["exercises/bar-squat.toml"]}, runner(week, ""),
			"[weights]\nbarbell = { bar = \"20 kg\", plates = [\"5 kg\"] }\n", `bar-squat "3 x 8-12" 20 kg`},
		"broken files are not used": {map[string]string{"exercises/a.toml": "name =", "exercises/calf.toml": all["exercises/calf.toml"]}, runner(week, ""), "",
			`calf "3 x 8-20"`},
		"nothing that no week needs": {map[string]string{
			"exercises/calf.toml": all["exercises/calf.toml"], "exercises/side-leg-raise.toml": exercise("isolation", "reps", ""),
		}, runner(week, ""), "", `calf "3 x 8-20"`},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{"site.toml": settings + c.head, "runners/r.toml": c.runner}
			for path, text := range c.files {
				files[path] = text
			}
			f, err := open(t, folder(t, files)).Plan("P", "", today())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range regexp.MustCompile(`(?m)^  \{ exercise = "(.*?)", do = (".*?"), rest = ".*?"(?:, start = "(.*?)")? \},$`).FindAllStringSubmatch(f.Text, -1) {
				got = append(got, strings.TrimSpace(strings.Join(m[1:], " ")))
			}
			minutes := regexp.MustCompile(`(?m)^minutes = .*$`).FindString(f.Text)
			if want := "minutes = [30, 40]"; len(c.files) == len(all) && c.head != "" && minutes != want {
				t.Errorf("got %s, want %s", minutes, want)
			}
			if s := strings.Join(got, " | "); s != c.want {
				t.Errorf("rows:\ngot  %s\nwant %s", s, c.want)
			}
		})
	}
}

// A plan is for a type of runner that has none.
func TestPlanIsForTheUnplanned(t *testing.T) {
	const week = "rest medium easy rest medium easy rest"
	dir := folder(t, map[string]string{
		"site.toml": settings, "exercises/a.toml": exercise("push", "reps", ""),
		"runners/first.toml": runner(week, "order = 1"), "runners/drafted.toml": runner(week, "order = 1"), "runners/unlisted.toml": runner(week, "order = 1"),
		"runners/second.toml": runner(week, "order = 2"), "runners/third.toml": runner(week, "order = 3"),
		"plans/d.toml": "draft = true\ntitle = \"D\"\nrunners = [\"drafted\"]\nweeks = 8\n[[session]]\nname = \"A\"\nexercises = [{ exercise = \"a\", do = \"3 x 5-8\" }]\n",
		"plans/u.toml": "listed = false\ntitle = \"U\"\nrunners = [\"unlisted\"]\nweeks = 8\n[[session]]\nname = \"A\"\nexercises = [{ exercise = \"a\", do = \"3 x 5-8\" }]\n",
		"plans/p.toml": "title = \"P\"\nrunners = [\"first\", \"third\"]\nweeks = 8\n[[session]]\nname = \"A\"\nexercises = [{ exercise = \"a\", do = \"3 x 5-8\" }]\n",
	})
	f, err := open(t, dir).Plan("Q", "", today())
	if want := `runners = ["second"]`; err != nil || !strings.Contains(f.Text, want+"\n") {
		t.Errorf("got %v and no %s in\n%s", err, want, f.Text)
	}
	f, err = open(t, dir).Plan("Q", "third", today())
	if want := `runners = ["third"]`; err != nil || !strings.Contains(f.Text, want+"\n") || f.For != "for the runner type third" {
		t.Errorf("named: got %v, %q and no %s in\n%s", err, f.For, want, f.Text)
	}
	if _, err := open(t, dir).Plan("Q", "nobody", today()); err == nil || !strings.Contains(err.Error(), `no runner type "nobody". There are: drafted, first,`) {
		t.Errorf("for nobody: %v", err)
	}
}

// A type of runner comes with a plan only where one can be made and there is none.
func TestRunnerAlone(t *testing.T) {
	dir := folder(t, map[string]string{"site.toml": settings})
	if files := begin(t, dir, "runner", "One"); len(files) != 1 {
		t.Errorf("without exercises: %d files, want 1", len(files))
	}
	dir = newStarter(t)
	if files := begin(t, dir, "runner", "One"); len(files) != 2 || files[1].Path != "content/plans/one-first-eight-weeks.toml" {
		t.Errorf("with exercises: got %d files, want 2", len(files))
	}
	plans := filepath.Join(dir, "content/plans")
	if err := errors.Join(os.Remove(filepath.Join(dir, "content/runners/one.toml")), os.Rename(plans+"/one-first-eight-weeks.toml", plans+"/ones.toml")); err != nil {
		t.Fatal(err)
	}
	if files := begin(t, dir, "runner", "One"); len(files) != 1 {
		t.Errorf("with a plan: %d files, want 1", len(files))
	}
	checkClean(t, dir)
}

// What is switched off can be switched on: it is as the format wants it.
func TestSwitchedOff(t *testing.T) {
	off := regexp.MustCompile(`(?m)^#(\w+ += |\[\[)`)
	for _, dir := range []string{newStarter(t), folder(t, map[string]string{"site.toml": settings, "exercises/a.toml": exercise("push", "reps", ""), "runners/r.toml": runner("rest rest rest rest rest rest rest", "")})} {
		for kind, begin := range kinds() {
			files, err := begin(open(t, dir), "New one")
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				text := off.ReplaceAllString(f.Text, "$1")
				if strings.Count(text, "\n#") == strings.Count(f.Text, "\n#") {
					t.Errorf("%s: nothing is switched off", kind)
				}
				if problems := problemsOf(f.Path, text); len(problems) > 0 {
					t.Errorf("%s, all switched on: %+v\n%s", f.Path, problems, text)
				}
			}
		}
	}
}

// The drawing of a new exercise is switched on by taking the # away: of each movement pattern it has its own poses, and nothing is said of it.
func TestDrawingSwitchedOn(t *testing.T) {
	held, drawings := 0, map[string]string{}
	s := open(t, folder(t, map[string]string{"site.toml": settings}))
	for _, pattern := range training.Patterns() {
		f, err := s.Exercise("My " + string(pattern))
		if err != nil {
			t.Fatal(err)
		}
		before, poses, found := strings.Cut(f.Text, "\n#[[pose]]\n")
		f.Text = before + "\n" + strings.ReplaceAll("\n#[[pose]]\n"+poses, "\n#", "\n")
		if other := drawings[poses]; other != "" || !found {
			t.Errorf("%s: the poses of %q", pattern, other)
		}
		drawings[poses] = string(pattern)
		if strings.Contains(poses, `"each hand"`) || strings.Contains(poses, `"near hand"`) || strings.Contains(poses, `"palms"`) {
			held++
		}
		file := parse.New(&parse.Settings{Language: "en", Zone: time.UTC}, markdown.Words{}, nil).Parse(source.File{Path: f.Path, Data: []byte(f.Text)})
		if file.Exercise == nil || len(file.Problems) > 0 {
			t.Fatalf("%s: %+v\n%s", pattern, file.Problems, f.Text)
		}
		if n := len(file.Exercise.Figure.Poses); n < 2 && pattern != training.Carry || file.Exercise.Figure.SVG(figure.Options{}) == "" {
			t.Errorf("%s: %d poses", pattern, n)
		}
	}
	if held < 5 {
		t.Errorf("a weight is held in %d of the drawings", held)
	}
}

// Whoever writes an article hears that the menu does not lead to it, where that is so.
func TestArticleInMenu(t *testing.T) {
	for menu, want := range map[string]bool{"": false, "menu = [\"plans\"]\n": true, "menu = [\"plans\", \"articles\"]\n": false, "menu = [\"tags\"]\n": false} {
		f, err := open(t, folder(t, map[string]string{"site.toml": settings + menu})).Article("A", today())
		if err != nil || (f.Then != "") != want {
			t.Errorf("with %q: %v, %q", menu, err, f.Then)
		}
	}
}

// A new carry is counted in metres, with a weight; and what is proposed as the next exercise is named in the site's language.
func TestNewExerciseInItsWords(t *testing.T) {
	for _, c := range []struct{ settings, name, want string }{
		{settings, "Suitcase carry", "\nload = \"weight\"\n"},
		{settings, "Plank", "# load: What makes it harder"},
		{settings + "language = \"de\"\n", "Kreuzheben", `#harder = "kreuzheben-mit-gewicht"`},
	} {
		f, err := open(t, folder(t, map[string]string{"site.toml": c.settings})).Exercise(c.name)
		if err != nil || !strings.Contains(f.Text, c.want) {
			t.Errorf("%s: %v, want %s in\n%s", c.name, err, c.want, f.Text)
		}
	}
}

// A plan with everything switched on is sound, too, with what the site has.
func TestPlanSwitchedOn(t *testing.T) {
	dir := newStarter(t)
	f := begin(t, dir, "plan", "New one")[0]
	text := regexp.MustCompile(`(?m)^#(\w+ = )`).ReplaceAllString(f.Text, "$1")
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(f.Path)), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	over := func(p diag.Problem) bool { return p.ID == "race-over" }            // the example of a race has a day of its own
	checkBut(t, dir, func(p diag.Problem) bool { return advice(p) || over(p) }) // its examples are not meant for each other
}

func problemsOf(path, text string) diag.List {
	parser := parse.New(&parse.Settings{Language: "en", Zone: time.UTC}, markdown.Words{}, nil)
	return parser.Parse(source.File{Path: path, Data: []byte(text)}).Problems
}

// A file that is there stays as it is.
func TestNeverOver(t *testing.T) {
	dir := newStarter(t)
	for kind, name := range map[string]string{"exercise": "Goblet squat", "runner": "Only runs", "plan": "First eight weeks", "article": "Finding balance"} {
		s := open(t, dir)
		files, err := kinds()[kind](s, name)
		if err == nil {
			err = s.Write(files[0])
		}
		if err == nil || !strings.Contains(err.Error(), "there is already") {
			t.Errorf("new %s %q: %v, want a refusal", kind, name, err)
		}
	}
	checkClean(t, dir)
}

func TestRefusals(t *testing.T) {
	if _, err := scaffold.Open(t.TempDir()); !errors.Is(err, scaffold.ErrNoSite) {
		t.Errorf("opening an empty folder: %v", err)
	}
	bare := folder(t, map[string]string{"site.toml": settings})
	for _, c := range []struct{ kind, name, want string }{
		{"exercise", " \t", "the name is empty"},
		{"exercise", "a\x00b", `the name "a\x00b" has characters that cannot be printed`},
		{"exercise", "a\xffb", `the name "a\xffb" has characters that cannot be printed`},
		{"exercise", "🏃", `"🏃" makes no name for a file. Use a letter or a digit`},
		{"plan", "A", `a plan is for a type of runner, and this site has none. Write one first, as in "legpress new runner \"Nothing outside running\""`},
	} {
		if _, err := kinds()[c.kind](open(t, bare), c.name); err == nil || err.Error() != c.want {
			t.Errorf("new %s %q: %v, want %s", c.kind, c.name, err, c.want)
		}
	}
	begin(t, bare, "runner", "A")
	if _, err := open(t, bare).Plan("A", "", today()); err == nil || !strings.Contains(err.Error(), "made of exercises") {
		t.Errorf("new plan without exercises: %v", err)
	}
}

// Nothing is written outside of the site's folder.
func TestLinkedFolder(t *testing.T) {
	dir, outside := folder(t, map[string]string{"site.toml": settings}), t.TempDir()
	linktest.Link(t, outside, filepath.Join(dir, "content/exercises"))
	s := open(t, dir)
	f, err := s.Exercise("A")
	if err == nil {
		err = s.Write(f)
	}
	entries, _ := os.ReadDir(outside)
	if err == nil || len(entries) > 0 {
		t.Errorf("writing through a link: %v, %d files outside", err, len(entries))
	}
}

func TestFileNames(t *testing.T) {
	for name, want := range map[string]string{
		"Front squat":                    "exercises/front-squat.toml",
		" Über  Kopf ":                   "exercises/ueber-kopf.toml",
		"../../etc/passwd":               "exercises/etc-passwd.toml",
		"日本":                             "exercises/ri-ben.toml",
		strings.Repeat("heavy ", 30):     "exercises/heavy-heavy-heavy-heavy-heavy-heavy-heavy-heavy-heavy-heavy-heavy-heavy-heavy.toml",
		strings.Repeat("heavy", 30) + "": "exercises/" + strings.Repeat("heavy", 16) + ".toml",
	} {
		f, err := open(t, folder(t, map[string]string{"site.toml": settings + `language = "de-AT"`})).Exercise(name)
		if err != nil || f.Path != "content/"+want {
			t.Errorf("new exercise %q: %s, %v, want %s", name, f.Path, err, want)
		}
	}
}

// The day of an article is the site's, not the machine's.
func TestArticleDay(t *testing.T) {
	dir := folder(t, map[string]string{"site.toml": settings + `timezone = "Asia/Tokyo"`})
	f, err := open(t, dir).Article("A", today())
	if err != nil || f.Path != "content/articles/2026-09-22-a.md" || !strings.Contains(f.Text, "\ndate = 2026-09-22\n") {
		t.Errorf("got %s, %v:\n%s", f.Path, err, f.Text)
	}
}

// Any name that is taken makes files that can be read and carry it. That a name looks like Markdown, "# A", is its author's to be told.
func TestAnyName(t *testing.T) {
	s := open(t, folder(t, map[string]string{
		"site.toml": settings, "exercises/a.toml": exercise("push", "reps", ""), "runners/r.toml": runner("rest easy rest easy rest easy rest", ""),
	}))
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		for kind, begin := range kinds() {
			files, err := begin(s, name)
			if err != nil {
				return
			}
			for _, f := range files {
				problems := slices.DeleteFunc(problemsOf(f.Path, f.Text), func(p diag.Problem) bool { return p.ID == "markup-in-line" })
				if len(problems) > 0 {
					t.Fatalf("new %s %q: %+v\n%s", kind, name, problems, f.Text)
				}
			}
		}
	})
}
