package change_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/change"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
)

// newSite writes the starter to a place where readers may find it, and with words of its own that lead to all of it.
func newSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "content/site.toml")
	sitetest.WriteFile(t, settings, []byte(strings.Replace(sitetest.ReadFile(t, settings), "https://example.org/", "https://balanced-stride.com/", 1)))
	return dir
}

// errorsIn returns what is wrong with a site.
func errorsIn(t *testing.T, dir string) string {
	t.Helper()
	report, err := generator.Check(t.Context(), sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, p := range report.Problems {
		if p.Severity == 0 || report.Problems.HasErrors() {
			_ = report.Problems.Text(&b, report.Lines, false)
			break
		}
	}
	return b.String()
}

// things are all that the starter has, as its files are called.
func things(t *testing.T, dir string) [][2]string {
	t.Helper()
	var list [][2]string
	for kind, pattern := range map[string]string{"exercise": "exercises/*.toml", "plan": "plans/*.toml", "runner": "runners/*.toml", "article": "articles/*.md", "page": "pages/*.md"} {
		files, err := filepath.Glob(filepath.Join(dir, "content", pattern))
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			id := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
			if kind == "article" {
				id = id[len("2026-01-01-"):]
			}
			list = append(list, [2]string{kind, id})
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int { return strings.Compare(a[0]+a[1], b[0]+b[1]) })
	return list
}

// contents returns the bytes of all files of a site.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range sitetest.Files(t, dir) {
		all[name] = sitetest.ReadFile(t, filepath.Join(dir, name))
	}
	return all
}

// some leaves out most of many like cases where there is little time.
func some(i int) bool {
	switch {
	case growthtest.Race:
		return i%25 == 0
	case testing.Short():
		return i%9 == 0
	}
	return i%3 == 0
}

// Whatever is removed or gets another name, the site has no errors because of it, and is taken back to the byte.
func TestStarter(t *testing.T) {
	for i, thing := range things(t, newSite(t)) {
		if !some(i) {
			continue
		}
		for _, how := range []string{"remove", "rename"} {
			t.Run(how+" "+thing[0]+" "+thing[1], func(t *testing.T) {
				t.Parallel()
				dir := newSite(t)
				before := contents(t, dir)
				plan := func() (*change.Change, error) { return change.Remove(dir, change.Thing{Kind: thing[0], ID: thing[1]}) }
				if how == "rename" {
					plan = func() (*change.Change, error) { return change.Rename(dir, thing[0], thing[1], "another-name") }
				}
				c, err := plan()
				if err != nil {
					t.Fatal(err)
				}
				if err := c.Do(dir); err != nil {
					t.Fatal(err)
				}
				if found := errorsIn(t, dir); found != "" {
					t.Errorf("%s", found)
				}
				if again, err := plan(); err == nil {
					t.Errorf("a second time: %+v", again)
				}
				if _, err := change.Undo(dir); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
					t.Errorf("taken back (-before +after):\n%s", diff)
				}
			})
		}
	}
}

// What somebody has deleted by hand is mended by the same command, all at once or one by one.
func TestDeletedByHand(t *testing.T) {
	gone := []change.Thing{{"plan", "first-eight-weeks"}, {"plan", "heavy-slow-calves"}, {"exercise", "goblet-squat"}, {"exercise", "pogo-jump"}, {"exercise", "push-up"}, {"exercise", "hip-bridge"}, {"exercise", "calf-raise"}}
	for _, together := range []bool{true, false} {
		if !together && growthtest.Race {
			continue
		}
		dir := newSite(t)
		for _, thing := range gone {
			if err := os.Remove(filepath.Join(dir, "content", thing.Kind+"s", thing.ID+".toml")); err != nil {
				t.Fatal(err)
			}
		}
		if errorsIn(t, dir) == "" {
			t.Fatal("nothing is wrong without them")
		}
		remove := func(things ...change.Thing) {
			c, err := change.Remove(dir, things...)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Do(dir); err != nil {
				t.Fatal(err)
			}
		}
		if together {
			remove(gone...)
		} else {
			for _, thing := range gone {
				if c, err := change.Remove(dir, thing); err == nil { // to some nothing refers
					if err := c.Do(dir); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		if found := errorsIn(t, dir); found != "" {
			t.Errorf("together %v: %s", together, found)
		}
	}
}

// A change is not taken back over what somebody has written since.
func TestUndoKeeps(t *testing.T) {
	dir := newSite(t)
	c, err := change.Remove(dir, change.Thing{Kind: "exercise", ID: "goblet-squat"})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Do(dir); err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(dir, "content/exercises/box-squat.toml")
	sitetest.WriteFile(t, mine, []byte(sitetest.ReadFile(t, mine)+"# mine\n"))
	before := contents(t, dir)
	if _, err := change.Undo(dir); err == nil || !strings.Contains(err.Error(), "content/exercises/box-squat.toml") {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
	if _, err := change.Undo(t.TempDir()); !errors.Is(err, change.ErrNothing) {
		t.Errorf("in an empty folder: %v", err)
	}
}

// One change after the other is taken back, the last one first, and each time it is said what comes next. What an author has put back by hand
// stands in nobody's way.
func TestUndoStepByStep(t *testing.T) {
	dir := newSite(t)
	var were []map[string]string
	names := []string{"goblet-squat", "pogo-jump", "calf-raise"}
	for _, name := range names {
		were = append(were, contents(t, dir))
		c, err := change.Remove(dir, change.Thing{Kind: "exercise", ID: name})
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Do(dir); err != nil {
			t.Fatal(err)
		}
	}
	for i := len(names) - 1; i >= 0; i-- {
		byHand := filepath.Join("content/exercises", names[i]+".toml")
		sitetest.WriteFile(t, filepath.Join(dir, byHand), []byte(were[i][byHand]))
		undone, err := change.Undo(dir)
		if err != nil {
			t.Fatal(err)
		}
		next := ""
		if i > 0 {
			next = "remove exercise " + names[i-1]
		}
		if undone.What != "remove exercise "+names[i] || undone.Next != next {
			t.Errorf("got %+v, want %s and then %q", undone, names[i], next)
		}
		if diff := cmp.Diff(were[i], contents(t, dir)); diff != "" {
			t.Errorf("%s (-before +after):\n%s", names[i], diff)
		}
	}
	if _, err := change.Undo(dir); !errors.Is(err, change.ErrNothing) {
		t.Errorf("at the end: %v", err)
	}
}

// Of many changes the last twenty can be taken back.
func TestUndoMany(t *testing.T) {
	dir := t.TempDir()
	for range 25 {
		c := &change.Change{What: "change", Texts: []change.TextEdit{{File: "content/pages/about.md", Data: []byte(rand.Text())}}}
		if err := c.Do(dir); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for ; ; n++ {
		if _, err := change.Undo(dir); errors.Is(err, change.ErrNothing) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if n != 20 {
		t.Errorf("%d changes were taken back, want 20", n)
	}
}

// Words stay where a link goes, cards go, and a picture goes with what is said of it.
func TestLinks(t *testing.T) {
	dir := newSite(t)
	article := filepath.Join(dir, "content/articles/2026-10-01-mine/index.md")
	sitetest.WriteFile(t, article, []byte("+++\ntitle = \"Mine\"\nimage = \"me.jpg\"\nimage_alt = \"Me\"\n+++\nThe [good squat](exercise:goblet-squat), <exercise:goblet-squat> and [it](/exercises/goblet-squat/#a).\n\n<exercise:goblet-squat>\n\n"+
		"[](../../exercises/goblet-squat.toml)\n\n`[x](exercise:goblet-squat)` ![Me](me.jpg) end.\n"))
	for _, thing := range []change.Thing{{"exercise", "goblet-squat"}, {"picture", "content/articles/2026-10-01-mine/me.jpg"}} {
		c, err := change.Remove(dir, thing)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Do(dir); err != nil {
			t.Fatal(err)
		}
	}
	want := "+++\ntitle = \"Mine\"\n+++\nThe good squat, Goblet squat and it.\n\n`[x](exercise:goblet-squat)`  end.\n"
	if got := sitetest.ReadFile(t, article); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A new name is written everywhere, old addresses lead on, and an article keeps its id in feeds.
func TestRename(t *testing.T) {
	dir := newSite(t)
	for _, r := range [][3]string{{"article", "the-sheet", "paper"}, {"runner", "only-runs", "beginners"}, {"exercise", "goblet-squat", "cup-squat"}} {
		c, err := change.Rename(dir, r[0], r[1], r[2])
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Do(dir); err != nil {
			t.Fatal(err)
		}
	}
	if found := errorsIn(t, dir); found != "" {
		t.Error(found)
	}
	for file, want := range map[string][]string{
		"articles/2026-03-30-paper.md": {`aliases = ["/articles/the-sheet/"]`, `feed_id = "https://balanced-stride.com/articles/the-sheet/"`},
		"moved.toml":                   {`"/runners/only-runs/" = "/runners/beginners/"`, `"/plans/first-eight-weeks/only-runs/" = "/plans/first-eight-weeks/beginners/"`, `"/exercises/goblet-squat/" = "/exercises/cup-squat/"`},
		"exercises/box-squat.toml":     {`"cup-squat"`},
	} {
		text := sitetest.ReadFile(t, filepath.Join(dir, "content", file))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s has no %s:\n%s", file, w, text)
			}
		}
	}
	for _, r := range [][3]string{{"exercise", "cup-squat", "push-up"}, {"exercise", "cup-squat", "Cup Squat"}, {"exercise", "cup-squat", "a/b"}, {"exercise", "nothing", "x"}, {"exercise", "cup-squat", "cup-squat"}, {"picture", "x", "y"}} {
		if c, err := change.Rename(dir, r[0], r[1], r[2]); err == nil {
			t.Errorf("%q: %+v", r, c)
		}
	}
}

// A ladder closes over what is taken out of it, and a runner type goes with its last plan.
func TestFollows(t *testing.T) {
	dir := newSite(t)
	for _, things := range [][]change.Thing{
		{{"exercise", "goblet-squat"}},
		{{"exercise", "front-squat"}},
		{{"plan", "strong-season"}, {"plan", "sixteen-weeks-to-a-race"}, {"plan", "heavy-slow-calves"}},
	} {
		c, err := change.Remove(dir, things...)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Do(dir); err != nil {
			t.Fatal(err)
		}
		box := sitetest.ReadFile(t, filepath.Join(dir, "content/exercises/box-squat.toml"))
		switch things[0].ID {
		case "goblet-squat":
			if !strings.Contains(box, `"front-squat"`) || strings.Contains(box, "harder_do") {
				t.Errorf("box-squat leads to the next rung but one, without its prescription: %s", box)
			}
		case "front-squat":
			if strings.Contains(box, "harder") {
				t.Errorf("box-squat is the last rung: %s", box)
			}
		default:
			if diff := cmp.Diff([]change.Thing{{"runner", "no-balance"}}, c.Along); diff != "" {
				t.Error(diff)
			}
			if _, err := os.Stat(filepath.Join(dir, "content/runners/no-balance.toml")); err == nil {
				t.Error("the runner type without a plan is still there")
			}
		}
	}
	if found := errorsIn(t, dir); found != "" {
		t.Error(found)
	}
}

// A text may speak of what is gone without a link. Where it does is said, as only its author can write it anew.
func TestStillSpokenOf(t *testing.T) {
	dir := newSite(t)
	sitetest.WriteFile(t, filepath.Join(dir, "content/pages/about.md"), []byte("+++\ntitle = \"About\"\n+++\nI love the calf\nraise, and the [dead bug](exercise:dead-bug).\n\nDEAD BUG, not deadbugs.\n"))
	c, err := change.Remove(dir, change.Thing{Kind: "exercise", ID: "dead-bug"})
	if err != nil {
		t.Fatal(err)
	}
	var about []string
	for _, place := range c.Still {
		if strings.HasPrefix(place, "content/pages/about.md") {
			about = append(about, place)
		}
		if strings.HasPrefix(place, "content/exercises/dead-bug.toml") {
			t.Error("its own file speaks of it still:", place)
		}
	}
	if diff := cmp.Diff([]string{"content/pages/about.md:5: dead bug", "content/pages/about.md:7: DEAD BUG"}, about); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// allOf returns all things of a kind.
func allOf(t *testing.T, dir, kind string) (all []change.Thing) {
	t.Helper()
	for _, x := range things(t, dir) {
		if x[0] == kind {
			all = append(all, change.Named(x[0], x[1]))
		}
	}
	return all
}

// The last runner type stays when its plan goes: whoever takes the starter's only plan out is about to write another one.
func TestLastRunnerTypeStays(t *testing.T) {
	dir := newSite(t)
	all := allOf(t, dir, "plan")
	c, err := change.Remove(dir, all...)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Bare) != 1 || len(c.Along) != 2 || slices.Contains(c.Along, c.Bare[0]) {
		t.Errorf("along: %v, without a plan: %v", c.Along, c.Bare)
	}
	if err := c.Do(dir); err != nil {
		t.Fatal(err)
	}
	if wrong := errorsIn(t, dir); wrong != "" {
		t.Error(wrong)
	}
}

// The menu does not lead to a list of nothing: with the last article the list of articles goes.
func TestMenuWithoutArticles(t *testing.T) {
	dir := newSite(t)
	all := allOf(t, dir, "article")
	for _, those := range [][]change.Thing{all[1:], all} {
		c, err := change.Remove(dir, those...)
		if err != nil {
			t.Fatal(err)
		}
		kept := true
		for _, text := range c.Texts {
			if text.File == "content/site.toml" {
				kept = bytes.Contains(text.Data, []byte(`"articles"`))
			}
		}
		if want := len(those) < len(all); kept != want {
			t.Errorf("without %d of %d articles the menu has them: %v, want %v", len(those), len(all), kept, want)
		}
	}
}
