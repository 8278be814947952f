package training

import (
	"cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// RunnerFormat describes content/runners/*.toml.
func RunnerFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "runner",
		Doc:  "One type of runner: a file in content/runners. The name of the file is what plans and articles call it by.",
		Keys: []tomlfile.Key{
			{Name: "name", Kind: tomlfile.String, Required: true, Doc: "What this type is called.", Example: `"Nothing outside running"`},
			{Name: "order", Kind: tomlfile.Integer, Doc: "Its place in the list of runner types; the smallest comes first.", Example: `1`},
			{Name: "signs", Kind: list, Doc: "How readers recognise themselves, in their own words: one sentence each.", Example: `["I run, and I do no strength work at all."]`},
			{Name: "aim", Kind: tomlfile.String, Doc: "What the training should bring them, in a sentence.", Example: `"A simple start that you can keep up and write down."`},
			{Name: "image", Kind: tomlfile.String, Doc: "A photo of such a runner, by its path from this file. It may be as the phone made it. It is cut to 3 × 2: on the runner type's own page, and small beside its name on the home page and in lists.", Example: `"only-runs.jpg"`, Synonyms: Pictured()},
			{Name: "image_alt", Kind: tomlfile.String, Doc: "What the photo shows, for those who cannot see it.", Example: `"A woman runs along a canal."`, Synonyms: Described()},
			FocusKey("image_focus", "The middle if left out."),
			{Name: "reserve", Kind: tomlfile.Integer, Doc: "How many good repetitions are left when a set ends: at least 1. 2 if left out.", Example: `3`},
			{Name: "sessions_per_week", Kind: tomlfile.Integer | tomlfile.Integers, Required: true, Doc: "How many strength sessions a week suit them: a number, or the least and the most.", Example: `[1, 2]`},
			{Name: "max_exercises", Kind: tomlfile.Integer, Doc: "The most exercises in a session. No limit if left out.", Example: `4`},
			{Name: "lifts", Kind: tomlfile.String, OneOf: words(Experiences()), Doc: "How long they have lifted: " + experienceMeanings() + ` "never" if left out.`, Example: `"months"`},
			{Name: "running_week", Kind: tomlfile.SubTable, Required: true, Table: RunningWeekFormat(), Doc: "What they run on each day. Lifting days are chosen to fit it.", Example: `{ mon = "rest", tue = "medium", wed = "easy", thu = "hard", fri = "rest", sat = "easy", sun = "long" }`},
			{Name: "about", Kind: tomlfile.Markdown, Doc: "More about this type, in Markdown, for its own page.", Example: `"""You are not alone: most runners begin here."""`},
			draftKey(),
		},
	}
}

// RunningWeekFormat describes the running week of a runner type, of a plan or of one runner.
func RunningWeekFormat() *tomlfile.Format {
	f := &tomlfile.Format{Name: "running_week", Doc: "What this runner does on each day of the week."}
	for _, d := range Weekdays() {
		f.Keys = append(f.Keys, tomlfile.Key{
			Name: d.String(), Kind: tomlfile.String, Required: true, OneOf: words(DayKinds()),
			Doc: d.Name() + "'s running.", Example: `"` + string(exampleWeek()[d]) + `"`, Synonyms: d.names(),
		})
	}
	return f
}

func exampleWeek() Week { return Week{Rest, Medium, Easy, Hard, Rest, Easy, Long} }

// usualReserve is the reserve of a runner type that names none: stopping with two or three good repetitions left is what the
// reviews of strength training for runners describe (Blagrove, Howatson and Hayes 2018: not to failure).
const usualReserve = 2

// ReadRunner reads a runner type.
func ReadRunner(id, file string, t *tomlfile.Table) (*Runner, diag.List) {
	r := &reader{}
	runner := &Runner{
		ID: id, Pos: diag.Position{File: file},
		Name: r.line(t, "name"), Order: t.Int("order"),
		Signs: r.lines(t, "signs"), Aim: r.line(t, "aim"),
		Reserve:         r.reserve(t),
		ReservePos:      valuePos(t, "reserve"),
		SessionsPerWeek: r.span(t, "sessions_per_week", sessionsAWeek()),
		MaxExercises:    r.number(t, "max_exercises", bounds{1, 20, "exercises a session", "3 to 6"}),
		Lifts:           cmp.Or(Experience(t.String("lifts")), Never),
		Week:            ReadRunningWeek(t.Table("running_week")),
		About:           t.Text("about"),
		Draft:           t.Bool("draft"),
	}
	r.image(t, runner)
	return runner, r.problems
}

func sessionsAWeek() bounds { return bounds{1, 7, "sessions a week", "1 to 3"} }

func (r *reader) reserve(t *tomlfile.Table) int {
	switch n := t.Int("reserve"); {
	case !t.Has("reserve"):
		return usualReserve
	case n < 1:
		r.add(t.ValuePos("reserve"), "to-failure", "runners should stop with at least 1 good rep left.", "Write reserve = 2, or more.")
		return usualReserve
	}
	return r.number(t, "reserve", bounds{1, 8, "good reps left", "2 to 4"})
}

// ReadRunningWeek reads a running week. A day that is not said is one of rest.
func ReadRunningWeek(t *tomlfile.Table) Week {
	var week Week
	for i := range week {
		week[i] = Rest
		if day := Weekday(i).String(); t != nil && t.Has(day) {
			week[i] = DayKind(t.String(day))
		}
	}
	return week
}
