package athlete

import (
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/training"
)

const first = "name = \"Anna K.\"\nplan = \"first-eight-weeks\"\nrunner = \"only-runs\"\nstart = 2026-11-30\n"

// TestJoinSays: what is wrong with a runner's file is said at its line, with what to write instead. What a rule finds of her numbers and
// days stands where she has them.
func TestJoinSays(t *testing.T) {
	s := starter(t)
	hard := "running_week = { mon = \"rest\", tue = \"easy\", wed = \"hard\", thu = \"easy\", fri = \"rest\", sat = \"long\", sun = \"rest\" }\n"
	for text, want := range map[string]string{
		"# Anna": `athletes/anna.toml:1: "name" is missing.`,
		"":       `athletes/anna.toml: this file is empty.`,
		strings.Replace(first, "Anna K.", strings.Repeat("Anna ", 9), 1):   `anna.toml:1:8: the name has 45 characters, and a sheet has room for 40. Shorten it.`,
		strings.Replace(first, "Anna K.", "  ", 1):                         `anna.toml:1:8: the name is empty.`,
		strings.Replace(first, "first-eight", "first-eigth", 1):            `anna.toml:2:8: there is no plan "first-eigth-weeks". Did you mean "first-eight-weeks"?`,
		strings.Replace(first, "only-runs", "only-run", 1):                 `anna.toml:3:10: there is no runner type "only-run". Did you mean "only-runs"?`,
		strings.Replace(first, "only-runs", "no-balance", 1):               `the plan "First eight weeks" is not for`,
		strings.Replace(first, "11-30", "12-01", 1):                        `2026-12-01 is a Tuesday, but a plan begins on a Monday. Write start = 2026-11-30 or start = 2026-12-07.`,
		first + "days = [\"tue\"]\n":                                       `anna.toml:5:8: the plan has lifting on 2 days of a week, but days has 1. Name 2 days.`,
		first + "days = [\"tue\", \"frid\"]\n":                             `"frid" is not a day.`,
		first + "lift_on = [\"tue\"]\n":                                    `days`,
		first + "race_day = 2027-12-01\n":                                  `the race on 2027-12-01 does not lie in the plan's 8 weeks, which begin on 2026-11-30.`,
		first + "[weights]\nbarbell = [\"8 kg\"]\n":                        `anna.toml:6:1: warning: no exercise of this plan takes its weights from a list of barbell`,
		first + "[weights]\ndumbbell = [\"8 lb\"]\n":                       `these weights are in lb, but those of the plan are in kg.`,
		first + "[weights]\ndumbell = [\"8 kg\"]\n":                        `"dumbell" is not equipment that I know. Did you mean "dumbbell"?`,
		first + "[weights]\ndumbbell = []\n":                               `dumbbell is empty.`,
		first + "[starts]\ngoblet-squatt = \"8 kg\"\n":                     `the plan has no exercise and no lift "goblet-squatt". Did you mean "goblet-squat"?`,
		first + "[starts]\ngoblet-squat = \"8\"\n":                         "",
		first + "[starts]\ngoblet-squat = \"18 lb\"\n":                     `18 lb is in lb, but the weights of this lift are in kg.`,
		first + "[starts]\nincline-push-up-hold = \"8 kg\"\n":              `incline-push-up-hold is done without a load.`,
		first + "[starts]\ngoblet-squat = \"heavy\"\n":                     `anna.toml:6:16:`,
		first + "[starts]\ngoblet-squat = \"20 kg\"\n":                     `anna.toml:6:1: warning: goblet squat begins with 20 kg in week 1; who has never lifted begins with 16 kg at most. Write "16 kg" or less. [heavy-start]`,
		first + "stands = [{ exercise = \"deadlift\" }]\n":                 `no lift of the plan has the exercise "deadlift" on its ladder.`,
		first + "stands = [{ exercise = \"goblet-squat\", amount = 0 }]\n": `amount is 0.`,
		first + hard: `[hard-day-after-legs]`,
		first + "days = [\"tue\", \"fri\"]\n" + hard:                   `anna.toml:5:8: Tuesday trains the legs, and Wednesday has the hard run of this running week.`,
		first + hard + "[allow]\nhard-day-after-legs = \"Evening.\"\n": "",
		first + "[allow]\nhard-day = \"Evening.\"\n":                   `there is no rule "hard-day" for plans.`,
		first + "[allow]\nhard-day-after-legs = \" \"\n":               `there is no reason for allowing "hard-day-after-legs".`,
	} {
		f, problems := Read("anna", "athletes/anna.toml", []byte(text))
		if !problems.HasErrors() {
			problems = Join(f, s, Text{File: "athletes/anna.csv"}, firstMonday()).Problems
		}
		var said strings.Builder
		_ = problems.Text(&said, nil, false)
		if want == "" && problems.HasErrors() || !strings.Contains(said.String(), want) {
			t.Errorf("of\n%s\nis said\n%s\nwant %s", text, said.String(), want)
		}
	}
}

// anna returns the runner of the shared log on a day.
func anna(t *testing.T, more string, today time.Time) *Athlete {
	t.Helper()
	f, problems := Read("anna", "athletes/anna.toml", []byte(first+more))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	a := Join(f, starter(t), Text{"athletes/anna.csv", testFile(t, "log.csv")}, today)
	if a.Problems.HasErrors() {
		t.Fatal(a.Problems)
	}
	return a
}

// TestJoin: her programme goes on from her log, with her weights and on her days; the four weeks of her sheets begin with the next visit.
func TestJoin(t *testing.T) {
	own := "days = [\"wed\", \"sun\"]\n[weights]\ndumbbell = [\"4 kg\", \"9 kg\"]\n[allow]\nhard-day-after-legs = \"x\"\ncalf-load = \"x\"\n"
	a := anna(t, own, firstMonday().AddDate(0, 0, 14))
	p := a.Programme.Projection
	if p.Next == nil || p.Next.Week != 2 {
		t.Fatalf("next is %v", p.Next)
	}
	week := p.Weeks[2]
	if week.Sessions[0].Day != training.Wednesday || week.Sessions[1].Day != training.Sunday {
		t.Errorf("she lifts on %s and %s", week.Sessions[0].Day, week.Sessions[1].Day)
	}
	for _, w := range p.Weeks[2:] {
		for _, s := range w.Sessions {
			for _, x := range s.Targets {
				if n := x.Load.Thousandths; x.Loaded && n != 4000 && n != 8000 && n != 9000 { // 8 kg is what she has lifted
					t.Errorf("week %d asks for %s", w.Number, x.Load)
				}
			}
		}
	}
	part, ok := a.Ahead(SheetWeeks)
	if phases := part.Projection.Phases; !ok || len(phases) != 1 || phases[0].First != 3 || phases[0].Weeks != 4 || len(part.Projection.Tests) > 0 {
		t.Errorf("her sheets are of %+v", phases)
	}
	if got := a.Programme.Weights["dumbbell"]; len(got) != 2 || got[1].Thousandths != 9000 {
		t.Errorf("to circle there are %v", got)
	}
	if _, ok := anna(t, "", firstMonday().AddDate(1, 0, 0)).Ahead(SheetWeeks); ok {
		t.Error("a year later there are weeks to come")
	}
}

// TestStatus: who has not written for two weeks, and what was said twice running.
func TestStatus(t *testing.T) {
	for days, want := range map[int]string{
		11: "week 2 of 8; A on Tue 15 Dec; the next day's run went badly 2 times running, hurt on 2 visits running: Goblet squat",
		22: "week 4 of 8; A on Tue 22 Dec; no visit for 14 days, the next day's run went badly 2 times running, hurt on 2 visits running: Goblet squat",
		-7: "not begun; ",
		70: "over since week 8; ; the next day's run",
	} {
		a := anna(t, "", firstMonday().AddDate(0, 0, days))
		s := a.StatusOn(firstMonday().AddDate(0, 0, days))
		if got := s.WeekText() + "; " + s.Next + "; " + strings.Join(s.Look, ", "); !strings.HasPrefix(got, want) {
			t.Errorf("on day %d: %s, want %s", days, got, want)
		}
	}
}

// TestJoinSaysOthers: what was done instead of what was asked for moves nothing, and that is said once.
func TestJoinSaysOthers(t *testing.T) {
	f, problems := Read("anna", "athletes/anna.toml", []byte(first))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	const csv = "date,week,session,exercise,set,amount,load,effort,pain,next_day\n" +
		"2026-12-01,1,A,goblet-squat,1,8,8 kg,,,\n" +
		"2026-12-01,1,A,push-up-hold,1,30,,,,\n" +
		"2026-12-08,2,A,push-up-hold,1,30,,,,\n"
	var said strings.Builder
	_ = Join(f, starter(t), Text{"athletes/anna.csv", []byte(csv)}, firstMonday().AddDate(0, 0, 14)).Problems.Text(&said, nil, false)
	const want = "athletes/anna.csv:3:16: warning: push-up-hold was done where incline-push-up-hold was asked for: that moves nothing."
	if n := strings.Count(said.String(), "push-up-hold was done"); n != 1 || !strings.Contains(said.String(), want) {
		t.Errorf("it is said %d times:\n%s\nwant once\n%s", n, said.String(), want)
	}
}
