package training

import "github.com/legpress/legpress/generator/tomlfile"

// PlanFormat describes content/plans/*.toml.
func PlanFormat() *tomlfile.Format {
	keys := []tomlfile.Key{
		{Name: "title", Kind: tomlfile.String, Required: true, Doc: "The name of the plan.", Example: `"First eight weeks"`, Synonyms: []string{"name"}},
		{Name: "summary", Kind: tomlfile.String, Doc: "What the plan is for, in one or two sentences.", Example: `"Three lifts, twice a week, for runners who have never lifted."`},
		{Name: "kind", Kind: tomlfile.String, OneOf: words(PlanKinds()), Doc: "What the plan is for, where it is not all the strength training of its runners: " + planKindMeanings() + " Rules that ask for a whole plan then do not apply, and summary is needed.", Example: `"supplement"`},
		{Name: "pain_up_to", Kind: tomlfile.Integer, Doc: `With kind = "rehab": how much the tendon may hurt, of 10, if it has settled by the next morning. 1 to 5; printed on the sheet.`, Example: `4`},
		{Name: "runners", Kind: list, Required: true, Doc: "The runner types it is for, by their file names. Each gets a programme of its own.", Example: `["only-runs"]`},
		{Name: "weeks", Kind: tomlfile.Integer, Doc: "How many weeks the plan lasts, up to 52. With [[phase]] the weeks are those of the phases.", Example: `8`},
	}
	keys = append(keys, scheduleKeys()...)
	keys = append(keys,
		tomlfile.Key{Name: "minutes", Kind: tomlfile.Integer | tomlfile.Integers, Doc: "How many minutes a session may take: a number, or the least and the most.", Example: `[30, 45]`},
		tomlfile.Key{Name: "warm_up", Kind: tomlfile.String, Doc: "What comes before each session. It is printed on the sheet.", Example: `"5 minutes of easy movement, then one light set of the first two lifts."`},
		tomlfile.Key{Name: "updated", Kind: tomlfile.Date, Doc: "The day of the last change. It is printed on the sheet, so that an old copy is known.", Example: `2026-04-12`},
		tomlfile.Key{Name: "running_week", Kind: tomlfile.SubTable, Table: RunningWeekFormat(), Doc: "The running week that the plan is for, a club's for example. It takes the place of each runner type's own.", Example: `{ mon = "easy", tue = "medium", wed = "rest", thu = "hard", fri = "medium", sat = "rest", sun = "long" }`},
		tomlfile.Key{Name: "start", Kind: tomlfile.Date, Doc: "The Monday on which the plan begins, for a group that begins together. The plan then has dates and a calendar to download. Leave it out where each reader begins when it suits.", Example: `2026-03-09`},
		tomlfile.Key{Name: "lift_at", Kind: tomlfile.String, Doc: "When a session begins, for the calendar. If left out, the calendar shows the sessions as all-day events.", Example: `"18:00"`},
		tomlfile.Key{Name: "race_week", Kind: tomlfile.Integer, Doc: "The week of the plan that ends with the race. It and the week before, or the two before for a race on Monday to Thursday, are a taper: the weight stays, the sets are halved, and the last days are free.", Example: `8`},
		tomlfile.Key{Name: "race_day", Kind: tomlfile.Date, Doc: "The day of the race, which says on which Monday the plan begins. Without race_week it is in the plan's last week. Without race_day the race is on the Sunday of race_week.", Example: `2026-05-03`},
		tomlfile.Key{Name: "tests", Kind: tomlfile.Tables, Table: testFormat(), Doc: "What is measured in the test weeks, so that progress can be seen: one { ... } on a line of its own for each.", Example: `[{ exercise = "goblet-squat", load = "12 kg" }, { run = "3 km" }]`},
		tomlfile.Key{Name: "test_weeks", Kind: tomlfile.Integers, Doc: "The weeks of the plan in which the tests are done, at the beginning of the week's first session; a run has a day of its own. The first and the last if left out, but none in the ten days before a race.", Example: `[1, 6]`},
		tomlfile.Key{Name: "allow", Kind: tomlfile.SubTable, Table: allowFormat(), Doc: "Rules that this plan breaks on purpose, each with the reason, which is printed on the plan's page.", Example: `{ short-plan = "It only bridges two race blocks." }`},
		tomlfile.Key{Name: "max", Kind: tomlfile.SubTable, Table: maximaFormat(), Doc: "The weights that percentages are taken of, by exercise: for 5/3/1 the training maximum. Where an exercise is not named here, they are taken of its own weight.", Example: `{ back-squat = "100 kg", bench-press = "ask" }`},
		tomlfile.Key{Name: "weights", Kind: tomlfile.SubTable, Table: WeightsFormat(), Doc: "The weights that exist where this plan is done. Every exercise that can be done with any of the equipment named here is done with it; [] says that there is none.", Example: `{ dumbbell = ["4 kg", "6 kg", "8 kg"] }`},
		tomlfile.Key{Name: "sources", Kind: list, Doc: "What the plan stands on, by the names in sources.toml.", Example: `["blagrove-2018"]`},
		tomlfile.Key{Name: "about", Kind: tomlfile.Markdown, Doc: "More about the plan, in Markdown, for its own page.", Example: `"""Begin lighter than you think."""`},
		draftKey(),
		tomlfile.Key{Name: "listed", Kind: tomlfile.Boolean, Doc: "false keeps the plan, with its sheets and files, out of all lists, the guide, the search and search engines: it is there for whoever has its address. Give it a file name that nobody guesses. true if left out.", Example: `false`, Synonyms: NotListed()},
		tomlfile.Key{Name: "session", Kind: tomlfile.Tables, Table: sessionFormat(), Doc: "A session; write [[session]] once for each. Where a week has several they take turns. Everything about the plan as a whole stands above the first."},
		tomlfile.Key{Name: "phase", Kind: tomlfile.Tables, Table: phaseFormat(), Doc: "A part of the plan with its own weeks and sessions, in place of weeks and [[session]]; write [[phase]] once for each, in order."},
	)
	return &tomlfile.Format{
		Name: "plan",
		Doc:  "A strength plan: a file in content/plans. The name of the file is its address. What each week asks for is worked out from the sessions.",
		Keys: keys, Foreign: foreignInPlan(),
	}
}

// scheduleKeys are the keys that a plan has and that each of its phases may say anew.
func scheduleKeys() []tomlfile.Key {
	return []tomlfile.Key{
		{Name: "lift_on", Kind: list, Doc: "The days with a session: mon tue wed thu fri sat sun. If left out, the days are chosen from each runner type's running week.", Example: `["tue", "fri"]`},
		{Name: "sessions_per_week", Kind: tomlfile.Integer, Doc: "How many sessions a week has where lift_on is left out. As many as suit the runner type if this is left out too.", Example: `2`},
		{Name: "easy_weeks", Kind: tomlfile.Integers | tomlfile.SubTable, Table: everyFormat(), Doc: "The weeks with one set fewer and no progress, so that the body catches up: a list, or { every = 4 }. In a plan they count the plan's weeks, in a phase the phase's.", Example: `[4, 8]`},
		{Name: "maintain", Kind: tomlfile.Boolean, Doc: "Keep what was built, while running comes first: one session a week where the days are left out, the weight stays, nothing progresses. Ask for fewer sets than before.", Example: `true`},
	}
}

func everyFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "easy_weeks",
		Doc:  "Easy weeks at regular distances.",
		Keys: []tomlfile.Key{
			{Name: "every", Kind: tomlfile.Integer, Required: true, Doc: "4 makes the weeks 4, 8, 12 and so on easy, but none in the taper before a race or in the week before it.", Example: `4`},
		},
	}
}

func allowFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "allow",
		Doc:  "Rules that this plan breaks on purpose.",
		Any: &tomlfile.Key{
			Name: "rule", Kind: tomlfile.String,
			Doc:     "The name of the rule, as the message gives it, and why this plan may break it.",
			Example: `"It only bridges two race blocks."`,
		},
	}
}

func testFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "tests",
		Doc:  "One thing that is measured in a test week: an exercise, or a run against the clock.",
		Keys: []tomlfile.Key{
			{Name: "exercise", Kind: tomlfile.String, Doc: "The exercise, by its file name. It is tested for the longest hold or the most good repetitions.", Example: `"push-up-hold"`},
			{Name: "load", Kind: tomlfile.String, Doc: "For an exercise that is done with a weight: the weight of the test. It is the same in every test week.", Example: `"12 kg"`},
			{Name: "run", Kind: tomlfile.String, Doc: "In place of an exercise: the distance or the course that is run against the clock.", Example: `"3 km"`},
			{Name: "note", Kind: tomlfile.String, Doc: "A few words on how it is done.", Example: `"On the track, after an easy day."`},
		},
	}
}

func phaseFormat() *tomlfile.Format {
	keys := []tomlfile.Key{
		{Name: "name", Kind: tomlfile.String, Required: true, Doc: "What the phase is called.", Example: `"Base"`},
		{Name: "aim", Kind: tomlfile.String, Doc: "What it is for, in a sentence.", Example: `"Learn the lifts and get used to them."`},
		{Name: "weeks", Kind: tomlfile.Integer, Required: true, Doc: "How many weeks it lasts.", Example: `6`},
	}
	keys = append(keys, scheduleKeys()...)
	return &tomlfile.Format{
		Name: "phase",
		Doc:  "A part of a plan with its own weeks and sessions. What it does not say about days and easy weeks it takes from the plan.",
		Keys: append(keys, tomlfile.Key{Name: "session", Kind: tomlfile.Tables, Required: true, Table: sessionFormat(), Doc: "A session of this phase; write [[phase.session]] once for each."}),
	}
}
