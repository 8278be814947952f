package scaffold

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
)

// What a new plan asks for (house rules).
const (
	planWeeks    = 8
	mostRows     = 4
	roundMinutes = 5
)

// Plan returns the beginning of a plan for a type of runner, with exercises and weights of the site. Where none is named, it is for the first
// that has no plan yet, or else for the first.
func (s *Site) Plan(typed, runner string, now time.Time) (File, error) {
	name, id, err := s.Named(typed)
	switch {
	case err != nil:
		return File{}, err
	case len(s.Runners) == 0:
		return File{}, errors.New(`a plan is for a type of runner, and this site has none. Write one first, as in "legpress new runner \"Nothing outside running\""`)
	case len(s.Exercises) == 0:
		return File{}, errors.New(`a plan is made of exercises, and this site has none. Write one first, as in "legpress new exercise \"Goblet squat\""`)
	}
	whose := s.unplanned()
	if runner != "" {
		if whose = s.runnerType(runner); whose == nil {
			return File{}, fmt.Errorf("there is no runner type %q. There are: %s", runner, strings.Join(slices.Sorted(maps.Keys(s.IDs("runner"))), ", "))
		}
	}
	f, err := s.planFor(name, id, whose, now)
	f.For = "for the runner type " + whose.ID
	return f, err
}

// runnerType returns the runner type with an id, or nil.
func (s *Site) runnerType(id string) *training.Runner {
	if r := s.Site.Runner(id); r != nil {
		return r.Runner
	}
	return nil
}

// unplanned returns the first type of runner that has no plan, or else the first.
func (s *Site) unplanned() *training.Runner {
	for _, r := range s.Runners {
		if !s.planned(r.ID) {
			return r.Runner
		}
	}
	return s.Runners[0].Runner
}

// planFor returns the beginning of a plan for a type of runner. What is in it has been projected: its numbers are sound.
func (s *Site) planFor(name, id string, runner *training.Runner, now time.Time) (File, error) {
	p := plan{
		title: name, runner: runner, day: now.In(s.Settings.Zone).Format(time.DateOnly), source: s.someSource(`["blagrove-2018"]`),
		examples: s.spoken().examples,
	}
	programme := s.fill(&p)
	if programme == nil {
		return File{}, fmt.Errorf(`the exercises of this site do not make a plan for %q. "legpress check" may say why`, runner.ID)
	}
	p.minutes, p.weights = minutes(programme), s.someWeights(p.rows)
	return File{Path: source.Content + "/plans/" + id + ".toml", Text: p.text()}, nil
}

// fill gives a plan an exercise of each group: of those that it can be projected with, the first of which the rules say the least.
func (s *Site) fill(p *plan) *progression.Programme {
	most := mostRows
	if n := p.runner.MaxExercises; n > 0 {
		most = min(most, n)
	}
	var programme *progression.Programme
	for _, group := range training.Groups() {
		if group.Needed != training.Yes {
			continue
		}
		if len(p.rows) == most {
			break
		}
		before, least := *p, -1
		for _, e := range s.inGroup(group.Group) {
			for _, r := range s.rows(e) {
				with := before
				with.rows = inOrder(append(slices.Clone(before.rows), r))
				found, said := s.project(&with)
				if found != nil && (least < 0 || said < least) {
					*p, programme, least = with, found, said
				}
			}
		}
	}
	return programme
}

// project returns what becomes of a plan, and how much the rules say of it. There is no programme where anything else is wrong with it.
func (s *Site) project(p *plan) (programme *progression.Programme, said int) {
	t, problems := tomlfile.Decode(tomlfile.Input{Text: []byte(p.text())}, training.PlanFormat())
	read, more := training.ReadPlan("", "", t)
	exercises := map[string]*training.Exercise{}
	for _, e := range s.Exercises {
		exercises[e.ID] = e.Exercise
	}
	in := progression.Input{Plan: read, Runner: p.runner, Exercises: exercises, Weights: s.Settings.Weights, Unit: s.Settings.Unit}
	programme, last := progression.Project(in)
	if len(problems)+len(more)+len(last) > 0 {
		return nil, 0
	}
	return programme, len(rules.Problems(read, []*rules.Verdict{rules.Check(programme, in, s.Settings.Rules)}, s.Settings.Rules))
}

// minutes returns the least and the most that a session takes that is not in an easy week, rounded away from each other.
func minutes(p *progression.Programme) [2]int {
	least, most := 0, 0
	for _, week := range p.Weeks {
		for _, session := range week.Sessions {
			if most = max(most, session.Minutes[1]); !week.IsEasy() && (least == 0 || session.Minutes[0] < least) {
				least = session.Minutes[0]
			}
		}
	}
	return [2]int{max(least/roundMinutes, 1) * roundMinutes, (most + roundMinutes - 1) / roundMinutes * roundMinutes}
}

// plan is what a new plan says.
type plan struct {
	title    string
	runner   *training.Runner
	day      string
	source   string
	minutes  [2]int
	weights  string // as an example; "" for that of the format
	rows     []row
	examples map[string]string // see [spoken]
}

func (p *plan) text() string {
	d := newDraft(training.PlanFormat(), p.examples)
	d.note("A new plan. Change first: the title and who it is for, then the exercises at the end and the weights that they start with. " + howNotesWork)
	d.set("title", quoted(p.title))
	d.example("summary")
	d.set("runners", "["+quoted(p.runner.ID)+"]")
	d.set("weeks", fmt.Sprint(planWeeks))
	d.example("lift_on", "sessions_per_week")
	d.set("easy_weeks", "{ every = 4 }")
	if p.minutes[1] > 0 {
		d.set("minutes", fmt.Sprintf("[%d, %d]", p.minutes[0], p.minutes[1]))
	}
	d.set("warm_up", d.exampleOf("warm_up"))
	d.set("updated", p.day)
	d.off("sources", p.source)
	d.off("weights", cmp.Or(p.weights, key(d.format, "weights").Example))
	d.tell("max", "pain_up_to")
	d.example("about")
	d.others("minutes", "session")
	d.session(d.key("session"), p.rows)
	return d.end()
}

// session writes the only session. It is a table, so it stands at the end.
func (d *draft) session(k *tomlfile.Key, rows []row) {
	d.remark(k.Doc)
	fmt.Fprintf(&d.text, "[[%s]]\nname = \"A\"\n\n", k.Name)
	exercises := key(k.Table, "exercises")
	d.remark(exercises.Doc)
	shown := []string{"exercise", "do", "rest", "start", "step", "note"}
	var others []string
	for _, k := range exercises.Table.Keys {
		if !slices.Contains(shown, k.Name) {
			others = append(others, k.Name)
			continue
		}
		d.hanging(fmt.Sprintf("#   %-10s", k.Name), "#             ", k.Doc)
	}
	if len(others) > 0 {
		d.remark(fmt.Sprintf(`More can be said: %s. "legpress explain row" shows how, and "legpress explain programmes" shows 5 x 5, 5/3/1, a circuit and others whole.`, strings.Join(others, ", ")))
	}
	fmt.Fprintf(&d.text, "%s = [\n", exercises.Name)
	for _, r := range rows {
		fmt.Fprintf(&d.text, "  %s,\n", r.text())
	}
	d.text.WriteString("]\n")
}
