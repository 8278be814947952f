package athlete

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
)

// Join makes a runner's own programme: the plan with her calendar, with her numbers, walked by her log up to today. With errors the
// programme is nil.
func Join(f *File, s *site.Site, log Text, today time.Time) *Athlete {
	j := &joiner{file: f, site: s, out: &Athlete{File: f, Log: &Log{}}}
	if j.definitions(); j.ok() {
		j.calendar()
	}
	if j.ok() {
		j.base()
	}
	if j.ok() {
		j.own()
		j.log(log)
	}
	if j.ok() {
		j.in.Today = progression.DateOf(today)
		j.walk()
	}
	j.out.Problems = j.out.Problems.Sorted()
	return j.out
}

// Text is a file.
type Text struct {
	File string // its name, for messages
	Data []byte // nil: there is none
}

// joiner makes an athlete.
type joiner struct {
	file   *File
	site   *site.Site
	out    *Athlete
	plan   *site.Plan
	runner *site.Runner
	in     progression.Input      // with her calendar
	plain  *progression.Programme // what the plan asks for by it
	places map[diag.Position]diag.Position
}

func (j *joiner) ok() bool { return !j.out.Problems.HasErrors() }

func (j *joiner) wrong(pos diag.Position, id, format string, args ...any) *diag.Problem {
	j.out.Problems.Add(diag.Errorf(pos, id, format, args...))
	return &j.out.Problems[len(j.out.Problems)-1]
}

// definitions finds the plan and the runner type.
func (j *joiner) definitions() {
	var plans, runners []string
	for p := range j.site.AllPlans() {
		plans = append(plans, p.ID)
	}
	f := j.file
	if j.plan = j.site.Plan(f.Plan.Value); j.plan == nil {
		j.wrong(f.Plan.Pos, "unknown-plan", "there is no plan %q.", f.Plan.Value).Hint = nearest(f.Plan.Value, plans)
		return
	}
	for _, ref := range j.plan.Runners {
		runners = append(runners, ref.ID)
	}
	j.runner = j.site.Runner(f.Runner.Value)
	switch {
	case j.runner == nil:
		j.wrong(f.Runner.Pos, "unknown-runner", "there is no runner type %q.", f.Runner.Value).Hint = nearest(f.Runner.Value, runners)
	case !slices.Contains(runners, f.Runner.Value):
		j.wrong(f.Runner.Pos, "unknown-runner", "the plan %q is not for %q.", j.plan.Title, j.runner.Name).Hint = nearest(f.Runner.Value, runners)
	}
}

// calendar gives the plan the runner's first Monday, running week and race, and the rules that she may break.
func (j *joiner) calendar() {
	f, plan := j.file, *j.plan.Plan
	plan.Allow = slices.Concat(plan.Allow, f.Allow)
	if f.RunningWeek != nil {
		plan.RunningWeek = f.RunningWeek
	}
	published := plan.Monday()
	plan.Start = cmp.Or(f.Start, published)
	switch {
	case !f.RaceDay.IsZero():
		j.race(&plan)
	case !f.Start.IsZero() && !plan.Race.Date.IsZero() && !f.Start.Equal(published):
		j.wrong(f.Plan.Pos, "start-and-race", "start is %s, but with the plan's race on %s, in week %d, it begins on %s.", iso(f.Start), iso(plan.Race.Date), plan.Race.Week, iso(published)).
			Hint = "Take start out, or say the day of this runner's race: race_day = " + iso(plan.Race.Date) + "."
	}
	j.in = j.site.Input(&plan, j.runner.Runner)
}

// race gives the plan the runner's race. Where it is not said on which Monday she begins, the race is in the week of the plan's, or in the
// last one.
func (j *joiner) race(plan *training.Plan) {
	day, last := j.file.RaceDay, plan.Weeks()
	race := training.Race{Week: cmp.Or(plan.Race.Week, last), Day: training.Weekday(day.Weekday()+6) % 7, Date: day, Pos: j.file.RacePos, DatePos: j.file.RacePos}
	if j.file.Start.IsZero() {
		plan.Start = day.AddDate(0, 0, -7*(race.Week-1)-int(race.Day))
	} else {
		race.Week = int(day.Sub(j.file.Start)/wholeDay)/7 + 1
	}
	if day.Before(plan.Start) || race.Week > last {
		j.wrong(j.file.RacePos, "bad-race-week", "the race on %s does not lie in the plan's %d weeks, which begin on %s.", iso(day), last, iso(plan.Start)).
			Hint = "Change start or race_day, or take a plan that is long enough."
	}
	plan.Race = race
}

// base makes the programme that the plan asks for by her calendar. What is wrong with it then stands in her file where it says so.
func (j *joiner) base() {
	plain, problems := progression.Project(j.in)
	j.places = j.file.placesOf(j.in.Plan)
	j.out.Problems.Add(j.placed(problems)...)
	j.plain = plain
	if plain == nil && j.ok() {
		j.wrong(j.file.Plan.Pos, "plan-errors", "the plan %q has errors.", j.plan.Title).Hint = "\"legpress check --drafts\" names them."
	}
}

// walk makes the programme that is hers.
func (j *joiner) walk() {
	p, problems := progression.Project(j.in)
	j.out.Problems.Add(j.placed(problems)...)
	if p == nil {
		return
	}
	for i := range p.Unmatched {
		j.out.Problems.Add(j.out.Log.unmatched(&p.Unmatched[i]))
	}
	j.out.Problems.Add(j.out.Log.others(p.Others)...)
	lists := j.lists()
	verdict := j.verdict(lists)
	hers, plan := *p, *j.plan
	hers.Plan, plan.Plan = lists.Plan, lists.Plan
	j.out.Unit = cmp.Or(j.file.Unit, p.Unit)
	j.out.Programme = &site.Programme{Projection: &hers, URL: j.plan.URL + j.runner.ID + "/", Plan: &plan, Runner: j.runner, Weights: lists.Weights, Verdict: verdict}
}

// verdict holds her programme against the rules: with her numbers and days, as if all went to plan. What she has done is no plan.
func (j *joiner) verdict(lists progression.Input) *rules.Verdict {
	in := j.in
	in.Log, in.Today, in.Own.Stands = nil, 0, nil
	p, _ := progression.Project(in)
	if p == nil {
		return nil
	}
	p.Plan = lists.Plan
	v := rules.Check(p, lists, j.site.Settings.Rules)
	j.out.Problems.Add(j.hers(v)...)
	return v
}

// hers returns what the rules find of her programme and not of the one that is published, at the lines of her file where these are the
// reason.
func (j *joiner) hers(v *rules.Verdict) diag.List {
	var published diag.List
	for _, p := range j.plan.Programmes {
		if p.Runner == j.runner && p.Verdict != nil {
			published = p.Verdict.Problems
		}
	}
	var list diag.List
	for _, found := range v.Problems {
		if !slices.ContainsFunc(published, func(p diag.Problem) bool {
			return p.ID == found.ID && p.Position == found.Position && p.Message == found.Message
		}) {
			list.Add(found)
		}
	}
	inHerFile := strings.NewReplacer(`, or start = "you choose"`, "", "start = ", "", "lift_on", "days")
	list = j.placed(rules.Settle(list, j.site.Settings.Rules))
	for i := range list {
		if list[i].File == j.file.Plan.Pos.File {
			list[i].Hint = inHerFile.Replace(list[i].Hint)
		}
	}
	return list
}

// log reads what was done, which names lifts of the plan.
func (j *joiner) log(text Text) {
	log, problems := ReadLog(text.File, text.Data, j.plain, j.in.Plan.Monday())
	j.out.Log, j.in.Log = log, log.Records()
	j.out.Problems.Add(problems...)
}
