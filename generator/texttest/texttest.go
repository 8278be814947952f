// Package texttest holds the texts that a page's script writes against those of Go: both say the same of whatever a runner has done.
//
// In: the inputs of programmes. It draws runners with their own numbers and logs, asks the test what Go says of each target, and has node
// follow the same logs with the scripts of the theme.
package texttest

import (
	"bytes"
	_ "embed" // of compare.mjs
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/follow"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/walktest"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

//go:embed compare.mjs
var compareScript []byte

// Target is a target in the words of a language, with its loads in a unit.
type Target struct {
	*progression.Target
	Programme *progression.Programme
	Words     *words.Words
	Unit      quantity.Unit
}

// Say returns what Go says of a target, by the name under which the script's answer is looked up; see compare.mjs.
type Say func(Target) map[string]any

// following is what one runner has done, and what Go says on each of her visits.
type following struct {
	Follow json.RawMessage    `json:"follow"`
	Unit   quantity.Unit      `json:"unit"`
	Weight map[string][]int   `json:"weights"`
	Starts map[string]int     `json:"starts"`
	Days   []training.Weekday `json:"days,omitempty"`
	Log    []machine.Record   `json:"log"`
	Monday *machine.Date      `json:"monday,omitempty"`
	Today  *machine.Date      `json:"today,omitempty"`
	Visits [][]map[string]any `json:"visits"`
}

// Languages are those of the theme, and one that is written from the right.
func Languages(t testing.TB) map[string]*words.Words {
	t.Helper()
	files, err := fs.Glob(templates.Files, "words/*.toml")
	if err != nil || len(files) < 6 {
		t.Fatalf("words are in %q, %v", files, err)
	}
	list := map[string]*words.Words{}
	for _, file := range files {
		language := strings.TrimSuffix(filepath.Base(file), ".toml")
		list[language], _ = words.Read(templates.Files, source.New(nil), language, false)
	}
	list["right"], _ = words.Read(templates.Files, source.New(nil), "en", true)
	return list
}

// Compare fails where the script says something else than Go: of each programme as planned, and of some runners that are drawn.
func Compare(t testing.TB, inputs []progression.Input, runners int, say Say) {
	t.Helper()
	node := browsertest.Tool(t, "node")
	languages := Languages(t)
	names := slices.Sorted(maps.Keys(languages))
	if growthtest.Race {
		runners = 1
	}
	var lines bytes.Buffer
	seed := 0
	for _, in := range inputs {
		planned, problems := progression.Project(in)
		if planned == nil {
			t.Fatal(problems)
		}
		group := walktest.NewGroup(&planned.Machines, uint64(seed), runners)
		for n := range runners + 1 {
			language := names[seed%len(names)]
			f, hers := runner(in, planned, group, n, seed)
			f.Follow = data(t, planned, languages[language], language == "right")
			f.Unit = []quantity.Unit{planned.Unit, planned.Unit.Other()}[seed/len(names)%2]
			f.Visits = visits(hers, languages[language], f.Unit, say)
			if err := json.NewEncoder(&lines).Encode(f); err != nil {
				t.Fatal(err)
			}
			seed++
		}
	}
	run(t, node, lines.Bytes())
}

// runner draws the nth runner of a programme; the first does as planned. It returns what she has done and her own programme.
func runner(in progression.Input, planned *progression.Programme, group walktest.Group, n, seed int) (following, *progression.Programme) {
	f := following{Log: []machine.Record{}}
	if n == 0 {
		return f, planned
	}
	w := group.Walks[n-1]
	f = following{Weight: w.Weights, Starts: w.Starts, Log: w.Log, Monday: w.Monday, Today: w.Today}
	if choice := planned.Choice(); seed%3 == 0 {
		f.Days = draw(choice.Count, seed)
	}
	in.Own = progression.Own{Weights: w.Weights, Starts: w.Starts, Days: f.Days}
	in.Log = w.Log
	plan := *in.Plan
	if plan.Start, plan.Race.Date = (time.Time{}), (time.Time{}); w.Monday != nil {
		plan.Start = dateOf(*w.Monday)
	}
	in.Plan = &plan
	if w.Today != nil {
		in.Today = *w.Today
	}
	hers, _ := progression.Project(in)
	return f, hers
}

// draw draws some days of the week.
func draw(n, seed int) []training.Weekday {
	var days []training.Weekday
	for _, d := range rand.New(rand.NewPCG(uint64(seed), 7)).Perm(7)[:n] {
		days = append(days, training.Weekday(d))
	}
	slices.Sort(days)
	return days
}

func dateOf(d machine.Date) time.Time { return time.Unix(0, 0).UTC().AddDate(0, 0, int(d)) }

// visits returns what Go says on each visit.
func visits(p *progression.Programme, w *words.Words, unit quantity.Unit, say Say) [][]map[string]any {
	all := [][]map[string]any{}
	for i := range p.Weeks {
		for j := range p.Weeks[i].Sessions {
			lifts := []map[string]any{}
			for k := range p.Weeks[i].Sessions[j].Targets {
				said := say(Target{&p.Weeks[i].Sessions[j].Targets[k], p, w, unit})
				said["lift"], said["week"] = p.Weeks[i].Sessions[j].Targets[k].Lift, p.Weeks[i].Number
				lifts = append(lifts, said)
			}
			all = append(all, lifts)
		}
	}
	return all
}

// data returns the data of a programme as its page's script gets it.
func data(t testing.TB, p *progression.Programme, w *words.Words, fromRight bool) json.RawMessage {
	t.Helper()
	text, err := follow.JSON(follow.Input{
		Programme: p, Words: w, FromRight: fromRight,
		Exercise: func(*training.Exercise) follow.Addresses { return follow.Addresses{} },
		Source:   func(string) string { return "" },
	})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// run lets node compare the lines.
func run(t testing.TB, node string, lines []byte) {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, text []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("package.json", []byte(`{"type": "module"}`))
	for _, pattern := range []string{"assets/text*.js", "assets/machine*.js"} {
		names, _ := fs.Glob(templates.Files, pattern)
		for _, name := range names {
			text, err := templates.Files.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			write(filepath.Base(name), text)
		}
	}
	write("compare.mjs", compareScript)
	write("lines", lines)
	var answer struct {
		Runners, Targets, Texts int
		Differences             []string
	}
	if err := json.Unmarshal([]byte(browsertest.Run(t, node, filepath.Join(dir, "compare.mjs"), filepath.Join(dir, "lines"))), &answer); err != nil {
		t.Fatal(err)
	}
	for _, d := range answer.Differences {
		t.Error(d)
	}
	if answer.Texts == 0 {
		t.Error("nothing was compared")
	}
	t.Logf("%d runners, %d targets, %d texts", answer.Runners, answer.Targets, answer.Texts)
}

// Inputs returns the inputs of the starter's programmes, and of those that a folder has archives of sites of.
func Inputs(t testing.TB, folder string) []progression.Input {
	t.Helper()
	var starter []source.File
	err := fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(content.Files, name)
		starter = append(starter, source.File{Path: source.Content + "/" + name, Data: text})
		return err
	})
	archives, _ := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatalf("%s: no archives; %v", folder, err)
	}
	inputs := inputsOf(starter)
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var files []source.File
		for _, f := range archive.Files {
			files = append(files, source.File{Path: f.Name, Data: f.Data})
		}
		inputs = append(inputs, inputsOf(files)...)
	}
	return inputs
}

// inputsOf returns the inputs of all programmes of a site.
func inputsOf(files []source.File) []progression.Input {
	snapshot := source.New(slices.DeleteFunc(files, func(f source.File) bool { return filepath.Ext(f.Path) != ".toml" }))
	settings, _ := parse.ReadSettings(snapshot)
	parser := parse.New(settings, markdown.Words{}, func(string) (io.ReadCloser, error) { return nil, io.EOF })
	var parsed []*parse.File
	for _, f := range snapshot.Files() {
		parsed = append(parsed, parser.Parse(f))
	}
	s, _ := site.Join(settings, parsed, site.Options{Now: time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC)})
	exercises := map[string]*training.Exercise{}
	for _, e := range s.Exercises {
		exercises[e.ID] = e.Exercise
	}
	var inputs []progression.Input
	for p := range s.AllPlans() {
		for _, of := range p.Programmes {
			inputs = append(inputs, progression.Input{Plan: p.Plan, Runner: of.Runner.Runner, Exercises: exercises, Weights: settings.Weights, Unit: p.Unit(settings.Unit)})
		}
	}
	return inputs
}
