package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/rules"
)

// plain is a plan with which nothing is wrong; each test changes it.
const plain = `title = "Test"
runners = ["beginner"]
weeks = 8
lift_on = ["tue", "fri"]
easy_weeks = [4, 8]

[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg" },
  { exercise = "bent-over-row", do = "3 x 8-14 each side", start = "10 kg" },
  { exercise = "push-up-hold", do = "3 x 15-30 s" },
]
`

// narrow breaks range-too-narrow and nothing else.
var narrow = strings.Replace(plain, `3 x 8-14 each side", start = "10 kg"`, `3 x 10-12 each side", start = "8 kg"`, 1)

// gymWith returns the gym with a plan in it, changed by pairs of old and new texts.
func gymWith(t testing.TB, plan string, changes ...string) *gym {
	t.Helper()
	files := together(readArchive(t, definitions))
	files["plan.toml"] = []byte(strings.NewReplacer(changes...).Replace(plan))
	return read(t, files)
}

// list writes problems as severity and id.
func list(problems diag.List) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Severity.String()+" "+p.ID)
	}
	return all
}

func TestSeveritiesOfTheSite(t *testing.T) {
	for level, want := range map[rules.Level][]string{
		rules.AsInTable: {"warning range-too-narrow"}, rules.LevelError: {"error range-too-narrow"},
		rules.LevelWarning: {"warning range-too-narrow"}, rules.LevelNote: {"note range-too-narrow"}, rules.Off: nil, "nonsense": {"warning range-too-narrow"},
	} {
		verdicts, problems := gymWith(t, narrow).check(t, "plan.toml", rules.Config{Severity: map[string]rules.Level{"range-too-narrow": level}})
		if diff := cmp.Diff(want, list(problems)); diff != "" {
			t.Errorf("level %q (-want +got):\n%s", level, diff)
		}
		if looked(verdicts, "range-too-narrow") {
			t.Errorf("level %q: the rule passed", level)
		}
	}
}

func TestAllowances(t *testing.T) {
	const allow = "weeks = 8\nallow = { range-too-narrow = \"No others.\" }"
	off := rules.Config{Severity: map[string]rules.Level{"range-too-narrow": rules.Off}}
	for _, c := range []struct {
		name, plan string
		config     rules.Config
		want       []string
		allowed    int
	}{
		{"needed", narrow, rules.Config{}, nil, 1},
		{"not needed", plain, rules.Config{}, []string{"warning needless-allowance"}, 0},
		{"of a rule that is off", narrow, off, []string{"warning needless-allowance"}, 0},
		{"not needed, and nobody minds", plain, rules.Config{Severity: map[string]rules.Level{"needless-allowance": rules.Off}}, nil, 0},
		{"not needed, and somebody does", plain, rules.Config{Severity: map[string]rules.Level{"needless-allowance": rules.LevelError}}, []string{"error needless-allowance"}, 0},
	} {
		verdicts, problems := gymWith(t, c.plan, "weeks = 8", allow).check(t, "plan.toml", c.config)
		if diff := cmp.Diff(c.want, list(problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if got := verdicts[0].Allowed; len(got) != c.allowed || c.allowed > 0 && (got[0].Reason != "No others." || got[0].Rule.ID != "range-too-narrow") {
			t.Errorf("%s: allowed %+v, want %d", c.name, got, c.allowed)
		}
	}
}

// A plan of one exercise for one session, each day, that never changes: what is not a whole plan is not held against what asks for one, and
// where a clinician decides, not against what paces the runner. Such a rule neither passed nor needs to be allowed.
func TestKindsOfPlans(t *testing.T) {
	const narrow = `title = "Test"
runners = ["beginner"]
weeks = 10
lift_on = ["mon", "tue", "wed", "fri"]
allow = { short-plan = "For one tendon." }

[[session]]
name = "A"
exercises = [
  { exercise = "calf-raise", do = "1 x 15", progress = "none" },
  { exercise = "heel-drop", do = "1 x 15", progress = "none" },
]
`
	whole := []string{"error no-progression", "note same-pattern-in-a-row", "note sets-per-exercise", "warning easy-week", "warning missing-pattern", "warning needless-allowance", "warning sessions-per-week"}
	for kind, want := range map[training.PlanKind][]string{
		training.WholePlan:  whole,
		training.Supplement: {"error no-progression", "note same-pattern-in-a-row", "warning easy-week", "warning needless-allowance"},
		training.Rehab:      {"warning needless-allowance"},
	} {
		plan := narrow
		if kind != training.WholePlan {
			plan = strings.Replace(narrow, "runners", fmt.Sprintf("summary = \"For one tendon.\"\nkind = %q\nrunners", kind), 1)
		}
		g := gymWith(t, plan)
		drop := *g.exercises["calf-raise"]
		drop.ID, drop.Name = "heel-drop", "Heel drop"
		g.exercises[drop.ID] = &drop
		verdicts, problems := g.check(t, "plan.toml", rules.Config{})
		got := slices.Compact(slices.Sorted(slices.Values(list(problems))))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("kind %q (-want +got):\n%s", kind, diff)
		}
		if said := strings.Contains(g.said(t, problems), "is not for plans of kind"); said != (kind != training.WholePlan) {
			t.Errorf("kind %q: that its kind makes the allowance needless is said: %v", kind, said)
		}
		for _, r := range verdicts[0].Passed {
			if slices.Contains(r.NotFor, kind) {
				t.Errorf("kind %q: %s passed, though it is not for it", kind, r.ID)
			}
		}
	}
}

// What is not asked of which kind of plan.
func TestNotFor(t *testing.T) {
	got := map[training.PlanKind][]string{}
	for _, r := range rules.All() {
		for _, kind := range r.NotFor {
			got[kind] = append(got[kind], r.ID)
		}
	}
	supplement := []string{"sessions-per-week", "short-plan", "sets-per-exercise", "weekly-sets", "missing-pattern"}
	want := map[training.PlanKind][]string{
		training.Supplement: supplement,
		training.Rehab: {"sessions-per-week", "short-plan", "sets-per-exercise", "weekly-sets", "leg-sets", "no-progression", "volume-jump", "easy-week",
			"missing-pattern", "same-pattern-in-a-row"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whether an allowance is needed is not known where a runner type has no programme.
func TestAllowanceOfAHalfCheckedPlan(t *testing.T) {
	g := gymWith(t, plain, "weeks = 8", "weeks = 8\nallow = { range-too-narrow = \"No others.\", nonsense = \"x\" }")
	p, _ := g.plan("plan.toml")
	if got := list(rules.Problems(p, nil, rules.Config{})); !slices.Equal(got, []string{"error unknown-rule"}) {
		t.Errorf("got %q, want only the unknown rule", got)
	}
}

// What is wrong for several runner types is said once, and whom it concerns where that is not everybody.
func TestRunnerTypesTogether(t *testing.T) {
	const both = `runners = ["beginner", "steady"]`
	for _, c := range []struct {
		name    string
		changes []string
		want    string
	}{
		{"for both", []string{"start = \"10 kg\"", "start = \"8 kg\""}, "from 8 kg to 10 kg is 25 % more"},
		{"for one", []string{"3 x 8-14 each side\", start = \"10 kg\"", "3 x 8-16 each side\", start = \"8 kg\""}, `for "Steady": from 8 kg to 10 kg is 25 % more`},
	} {
		_, problems := gymWith(t, plain, append(c.changes, `runners = ["beginner"]`, both)...).check(t, "plan.toml", rules.Config{})
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Message, c.want) {
			t.Errorf("%s: got %v, want one that begins with %q", c.name, problems, c.want)
		}
	}
}

// The worst of what a line means for the runner types is what counts.
func TestWorstOfRunnerTypes(t *testing.T) {
	g := gymWith(t, plain, `runners = ["beginner"]`, `runners = ["four", "five"]`, `lift_on = ["tue", "fri"]`, "", `"goblet-squat"`, `"overhead-press"`)
	four, five := *g.runners["beginner"], *g.runners["beginner"]
	four.Name, four.SessionsPerWeek = "Four", [2]int{1, 4}
	five.Name, five.SessionsPerWeek = "Five", [2]int{1, 5}
	g.runners["four"], g.runners["five"] = &four, &five
	_, problems := g.check(t, "plan.toml", rules.Config{})
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.ID != "sessions-per-week" })
	if len(problems) != 1 || problems[0].Severity != diag.Error || !strings.HasPrefix(problems[0].Message, `for "Five": 5 sessions a week`) {
		t.Errorf("got %v, want one error about the five sessions of one type", problems)
	}
}

// The engine keeps the legs out of the last week before a race. A programme in which it does not is caught.
func TestLiftNearRace(t *testing.T) {
	g := gymWith(t, plain, "weeks = 8", "weeks = 8\nrace_week = 8")
	p, _ := g.plan("plan.toml")
	in := progression.Input{Plan: p, Runner: g.runners["beginner"], Exercises: g.exercises, Weights: g.settings.Weights}
	for _, c := range []struct {
		day  training.Weekday
		want string
	}{
		{training.Saturday, "goblet squat is 1 day before the race."}, {training.Thursday, "goblet squat is 3 days before the race."},
		{training.Wednesday, "goblet squat is 4 days before the race."}, {training.Monday, "goblet squat is 6 days before the race."}, {training.Sunday, ""},
	} {
		programme, _ := progression.Project(in)
		session := programme.Weeks[0].Sessions[0]
		session.Day = c.day
		programme.Weeks[7].Sessions = []progression.Session{session}
		problems := rules.Check(programme, in, rules.Config{}).Problems
		i := slices.IndexFunc(problems, func(p diag.Problem) bool { return p.ID == "lift-near-race" })
		if i < 0 && c.want == "" {
			continue
		}
		if i < 0 || problems[i].Message != c.want || (problems[i].Severity == diag.Error) != (c.day >= training.Thursday) {
			t.Errorf("on %s: got %v, want %q", c.day.Name(), problems, c.want)
		}
	}
}

// One row with a mistake is one problem, and the rules do not add that what could not be read is missing.
func TestUnreadableRow(t *testing.T) {
	const second = `{ exercise = "push-up-hodl", do = "2 x 15-30 s" },`
	for _, rows := range []string{second, `{ exercise = "push-up-hold", do = "2 x 15-30 s" },` + "\n" + second} {
		g := gymWith(t, plain, `{ exercise = "push-up-hold", do = "3 x 15-30 s" },`, rows, "3 x 8", "4 x 8", `["tue", "fri"]`, `["tue"]`, "weeks = 8", "weeks = 8\nminutes = [40, 45]")
		if _, problems := g.check(t, "plan.toml", rules.Config{}); len(problems) > 0 {
			t.Errorf("an exercise that does not exist is found elsewhere, but the rules say of %s: %v", rows, problems)
		}
	}
}

// A rule that has nothing to look at has not passed: a reader is not told that jumps are few in a plan without jumps.
func TestNothingToCheck(t *testing.T) {
	for id, changes := range map[string][]string{
		"lift-near-race": nil, "first-jumps": nil, "too-hard-too-often": nil, "injury-claim": nil, "needless-allowance": nil,
		"lift-day":            {"lift_on = [\"tue\", \"fri\"]", ""},
		"long-hold":           {"\"push-up-hold\", do = \"3 x 15-30 s\"", "\"push-up\", do = \"3 x 8-20\""},
		"big-step":            {"8 kg", "you choose", "10 kg", "you choose"},
		"range-too-narrow":    {"3 x 8-12", "3 x 8", "3 x 8-14", "3 x 8"},
		"hard-day-after-legs": {"goblet-squat", "overhead-press"},
		"leg-days-too-close":  {"goblet-squat", "overhead-press"},
		"short-plan":          {"weeks = 8", "weeks = 8\nmaintain = true"},
		"no-progression":      {"weeks = 8", "weeks = 8\nmaintain = true"},
		"easy-week":           {"weeks = 8", "weeks = 8\nmaintain = true"},
		"missing-pattern":     {"weeks = 8", "weeks = 8\nmaintain = true"},
	} {
		if verdicts, problems := gymWith(t, plain, changes...).check(t, "plan.toml", rules.Config{}); len(verdicts) == 0 || looked(verdicts, id) {
			t.Errorf("%s passed, though there is nothing that it could look at: %v", id, problems)
		}
	}
}
