// Package walktest holds the script by which a page follows a programme against package machine: both ask for the same, whatever was done.
//
// In: the machines of programmes. It draws runners with their own numbers and logs, walks them in Go, and has node walk them once more: from
// the beginning, and on from where a runner stands after some visits, which she may have of a link.
package walktest

import (
	"bytes"
	_ "embed" // of compare.mjs
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/templates"
)

//go:embed compare.mjs
var compareScript []byte

// Group is walks of one programme, a line of what the script reads.
type Group struct {
	Machines *machine.Programme `json:"machines"`
	Walks    []Walk             `json:"walks"`
}

// Walk is one runner's way: what she has said and written down, and what Go asks of her.
type Walk struct {
	Weights map[string][]int      `json:"weights"`
	Starts  map[string]int        `json:"starts"`
	Days    map[int][]machine.Day `json:"days,omitempty"`
	Log     []machine.Record      `json:"log"`
	Monday  *machine.Date         `json:"monday,omitempty"`
	Today   *machine.Date         `json:"today,omitempty"`
	Cut     int                   `json:"cut"` // after so many records the script goes on from where she stands
	Visits  []visit               `json:"visits"`
	Lost    int                   `json:"lost"`
}

// visit is a visit as Go walks it, before anything of it is done: [week, session, day, optional, recorded, ahead, lifts].
type visit [7]any

// asked is a lift of a visit: what is asked for, then where it stands.
type asked [2]any

// NewGroup draws some walks of a programme, the same for the same seed. Every second programme is made another one, so that walks come where
// few plans lead.
func NewGroup(p *machine.Programme, seed uint64, walks int) Group {
	if seed%2 == 1 {
		p = varied(p, seed)
	}
	g := Group{Machines: p}
	for i := range walks {
		g.Walks = append(g.Walks, draw(p, seed*uint64(walks)+uint64(i)))
	}
	return g
}

// follow walks a programme by what the walk says, and keeps what Go asks for.
func (w *Walk) follow(p *machine.Programme) {
	hers := p.Personal(machine.Own{Weights: w.Weights, Starts: w.Starts, Days: w.Days})
	d := &machine.Diary{Log: w.Log, Monday: day(w.Monday), Today: day(w.Today)}
	walk := machine.NewWalk(hers)
	w.Visits = []visit{}
	for i := range hers.Phases {
		walk.Enter(i)
		walk.Visits(i, func(v *machine.Visit) {
			rec, ahead := d.Next(walk, v)
			lifts := []asked{}
			for _, lift := range v.Lifts {
				t := walk.Show(lift, v.Week.Light)
				lifts = append(lifts, asked{targetOf(&t), positionOf(walk.At(lift))})
			}
			w.Visits = append(w.Visits, visit{v.Week.Number, v.Session, v.Day.Day, v.Optional, rec != nil, ahead, lifts})
			if ahead {
				rec = walk.Planned(v)
			}
			if rec != nil {
				walk.Record(v, rec)
			}
		})
	}
	w.Lost = len(d.Lost())
}

func day(d *machine.Date) machine.Date {
	if d == nil {
		return 0
	}
	return *d
}

func targetOf(t *machine.Target) []any {
	sets := [][]any{}
	for _, s := range t.Sets {
		sets = append(sets, []any{s.N, s.To, s.Open, s.RM, s.Share, loadOf(s.Load)})
	}
	return []any{t.State, t.Rung, loadOf(t.Load), t.Steps, t.Hurt, t.Below, t.Instead, sets}
}

func positionOf(at *machine.Position) []any {
	return []any{
		at.State, at.Was.State, loadOf(at.Was.Weight), at.Was.Steps, at.Done, int(at.Class), at.Light, at.Blocked, at.Lowered, at.TooHeavy, at.Sore, at.Eased,
	}
}

// loadOf returns a load as the script has it: null where it is not known.
func loadOf(w machine.Weight) any {
	if !w.Known {
		return nil
	}
	return w.N
}

//go:embed laws.mjs
var lawsScript []byte

// Compare fails where the script walks otherwise than Go.
func Compare(t testing.TB, groups []Group) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, groups)
	Same(t, browsertest.Run(t, "node", filepath.Join(dir, "compare.mjs"), filepath.Join(dir, "walks.jsonl")))
}

// Laws fails where a log as planned changes something, and where the script takes broken machines that it cannot walk.
func Laws(t testing.TB, groups []Group) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, groups)
	var result struct {
		Refused, Walked int
		Problems        []string
	}
	out := browsertest.Run(t, "node", filepath.Join(dir, "laws.mjs"), filepath.Join(dir, "walks.jsonl"))
	if err := json.Unmarshal([]byte(out), &result); err != nil || result.Refused == 0 || result.Walked == 0 {
		t.Fatalf("%v in %s", err, out)
	}
	t.Logf("of broken programmes %d were refused and %d walked", result.Refused, result.Walked)
	if len(result.Problems) > 0 {
		t.Errorf("%s", strings.Join(result.Problems, "\n"))
	}
}

// Ask is a script that compares walks in a browser, on the page that [Page] has written, and answers what [Same] reads.
const Ask = `import("./compare.mjs").then(async ({ compare }) => JSON.stringify(compare((await (await fetch("walks.jsonl")).text()).trim().split("\n"))))`

// Page writes a page on which a browser can compare walks, as the public folder of a site.
func Page(t testing.TB, site string, groups []Group) {
	t.Helper()
	public := filepath.Join(site, "public")
	if err := os.Mkdir(public, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, public, groups)
	if err := os.WriteFile(filepath.Join(public, "index.html"), []byte("<!doctype html><title>Walks</title>"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Same fails where an answer says that the script walks otherwise than Go.
func Same(t testing.TB, answer string) {
	t.Helper()
	var result struct {
		Walks, Visits, Targets int
		Differences            []string
	}
	if err := json.Unmarshal([]byte(answer), &result); err != nil || result.Walks == 0 {
		t.Fatalf("%v in %s", err, answer)
	}
	t.Logf("%d walks, %d visits, %d targets", result.Walks, result.Visits, result.Targets)
	if len(result.Differences) > 0 {
		t.Errorf("script and Go differ:\n%s", strings.Join(result.Differences, "\n"))
	}
}

// write writes the script, what compares its walks, and the walks into a folder.
func write(t testing.TB, dir string, groups []Group) {
	t.Helper()
	var lines bytes.Buffer
	for _, g := range groups {
		if err := json.NewEncoder(&lines).Encode(g); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string][]byte{"walks.jsonl": lines.Bytes(), "compare.mjs": compareScript, "laws.mjs": lawsScript}
	for _, pattern := range []string{"machine*.js", "link*.js", "bits.js"} {
		scripts, err := fs.Glob(templates.Files, "assets/"+pattern)
		if err != nil || len(scripts) == 0 {
			t.Fatalf("no scripts %s: %v", pattern, err)
		}
		for _, name := range scripts {
			if files[path.Base(name)], err = published(path.Base(name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// published returns a script of the theme as it is published: without what only its authors need.
func published(name string) ([]byte, error) {
	data, err := templates.Files.ReadFile("assets/" + name)
	if err != nil {
		return nil, err
	}
	m := minify.New()
	m.AddFunc(".js", js.Minify)
	return m.Bytes(".js", data)
}
