package follow_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/render/follow"
	"github.com/legpress/legpress/generator/texttest"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/words"
)

const programmes = "../../testdata/programmes"

// written is as much of the data as is looked at.
type written struct {
	Machines struct {
		Lists []any
		Lifts []struct {
			States []any
			Rungs  []struct{ Exercise, Easier, Harder string }
		}
		Phases []struct{ Sessions []struct{ Lifts []int } }
	}
	Exercises map[string]struct{ Name string }
	Lists     []string
	Lifts     []struct {
		Rungs               []any
		Rules, Paper, Start []int
	}
	Rules  [][]int
	Starts [][]int
	Texts  []any
	Phases []struct{ Sessions []struct{ Rows []any } }
	Days   struct {
		N   int
		Own []int
		Fit []struct{ Fit, Why string }
	}
	Words map[string]string
}

func write(t *testing.T, in progression.Input, w *words.Words) []byte {
	t.Helper()
	p, problems := progression.Project(in)
	if p == nil {
		t.Fatal(problems)
	}
	data, err := follow.JSON(follow.Input{
		Programme: p, Words: w,
		Exercise: func(e *training.Exercise) follow.Addresses {
			return follow.Addresses{Page: "/exercises/" + e.ID + "/", Drawing: "/exercises/" + e.ID + "/drawing.svg"}
		},
		Source: func(id string) string { return id },
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var (
	hole  = regexp.MustCompile(`\{\w+\}`)
	place = regexp.MustCompile(`\{(weight|n|name|top|exercise|load|sets|share|day|next)\}`)
)

// Everything that the data points at is there, in every language; only loads and numbers are left to be filled in; and no null stands where
// a script expects a list.
func TestData(t *testing.T) {
	languages := texttest.Languages(t)
	names := slices.Sorted(maps.Keys(languages))
	for i, in := range texttest.Inputs(t, programmes) {
		language := names[i%len(names)]
		name, text := in.Plan.ID+", "+language, write(t, in, languages[language])
		if again := write(t, in, languages[language]); !bytes.Equal(text, again) {
			t.Errorf("%s: written in two ways", name)
		}
		var d written
		if err := json.Unmarshal(text, &d); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text, []byte(`:null`)) || strings.Contains(string(text), `\u003c`) {
			t.Errorf("%s: a null or an escape in %s", name, text)
		}
		checkLifts(t, name, &d)
		checkSentences(t, name, &d)
	}
}

func checkLifts(t *testing.T, name string, d *written) {
	t.Helper()
	if len(d.Lifts) != len(d.Machines.Lifts) || len(d.Lists) != len(d.Machines.Lists) || len(d.Days.Fit) != 7 || d.Days.N != len(d.Days.Own) {
		t.Fatalf("%s: %d lifts of %d, %d lists of %d, %d days", name, len(d.Lifts), len(d.Machines.Lifts), len(d.Lists), len(d.Machines.Lists), d.Days.N)
	}
	for i, l := range d.Lifts {
		m := d.Machines.Lifts[i]
		if max(len(l.Rules), len(l.Paper), len(l.Start)) > len(m.States) || min(len(l.Rules), len(l.Paper), len(l.Start)) < 1 || len(l.Rungs) != len(m.Rungs) {
			t.Errorf("%s: lift %d has %d rules and %d rungs", name, i, len(l.Rules), len(l.Rungs))
		}
		for _, r := range append(l.Rules, l.Paper...) {
			if r >= len(d.Rules) || len(d.Rules[r]) != 1 && len(d.Rules[r]) != int(progression.Rooms) {
				t.Errorf("%s: lift %d has rule %d of %d", name, i, r, len(d.Rules))
			}
		}
		for _, place := range l.Start {
			if place >= len(d.Starts) || len(d.Starts[place]) != progression.Starts {
				t.Errorf("%s: lift %d has start %d of %d", name, i, place, len(d.Starts))
			}
		}
		for _, r := range m.Rungs {
			for _, id := range []string{r.Exercise, r.Easier, r.Harder} {
				if id != "" && d.Exercises[id].Name == "" {
					t.Errorf("%s: no exercise %s", name, id)
				}
			}
		}
	}
	for i, phase := range d.Phases {
		for j, s := range phase.Sessions {
			if len(s.Rows) != len(d.Machines.Phases[i].Sessions[j].Lifts) {
				t.Errorf("%s: session %d has %d rows", name, j, len(s.Rows))
			}
		}
	}
}

func checkSentences(t *testing.T, name string, d *written) {
	t.Helper()
	var texts []string
	for _, x := range d.Texts {
		if two, ok := x.([]any); ok {
			texts = append(texts, two[0].(string), two[1].(string))
		} else {
			texts = append(texts, x.(string))
		}
	}
	for _, text := range texts {
		if strings.ReplaceAll(text, "{weight}", "") == "" && text != "" || hole.MatchString(strings.ReplaceAll(text, "{weight}", "")) {
			t.Errorf("%s: %q", name, text)
		}
	}
	for word, text := range d.Words {
		if hole.MatchString(place.ReplaceAllString(text, "")) {
			t.Errorf("%s: nobody fills in %s: %q", name, word, text)
		}
	}
	for _, day := range d.Days.Fit {
		if day.Why == "" || hole.MatchString(day.Why) {
			t.Errorf("%s: a %s day is %q", name, day.Fit, day.Why)
		}
	}
}

// A phone loads the data of sixteen weeks in little more than 8 KB.
func TestDataIsSmall(t *testing.T) {
	const most = 8<<10 + 256 // what scripts leave of 40 KB
	seen, english := 0, texttest.Languages(t)["en"]
	for _, in := range texttest.Inputs(t, programmes) {
		if in.Plan.Weeks() > 16 {
			continue
		}
		var packed bytes.Buffer
		z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		_, _ = z.Write(write(t, in, english))
		if _ = z.Close(); packed.Len() > most {
			t.Errorf("%s, %d weeks: %d bytes, want at most %d", in.Plan.ID, in.Plan.Weeks(), packed.Len(), most)
		}
		seen++
	}
	if seen < 12 {
		t.Errorf("only %d programmes", seen)
	}
}
