package athlete

import (
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// Format describes athletes/*.toml.
func Format() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "athlete",
		Doc:  "One runner whom you coach: a file in athletes. It never goes on the website. What is left out is as the plan says.",
		Keys: []tomlfile.Key{
			{Name: "name", Kind: tomlfile.String, Required: true, Doc: "The name that stands on the sheets.", Example: `"Anna K."`},
			{Name: "plan", Kind: tomlfile.String, Required: true, Doc: "The plan, by its file name. It may be a draft.", Example: `"first-eight-weeks"`},
			{Name: "runner", Kind: tomlfile.String, Required: true, Doc: "The runner type, by its file name: one that the plan is for.", Example: `"only-runs"`},
			{Name: "start", Kind: tomlfile.Date, Doc: "The Monday on which this runner begins. The plan's own if left out.", Example: `2026-11-30`},
			{Name: "days", Kind: tomlfile.String | tomlfile.Strings, Doc: "The lifting days, as many as the plan has: mon tue wed thu fri sat sun.", Example: `["tue", "fri"]`, Synonyms: []string{"lift_on"}},
			{Name: "unit", Kind: tomlfile.String, OneOf: []string{"kg", "lb"}, Doc: "The unit of the weights on the sheets. The plan's if left out.", Example: `"kg"`},
			{Name: "running_week", Kind: tomlfile.SubTable, Table: training.RunningWeekFormat(), Doc: "What this runner runs on each day, in the place of the runner type's week. Where the plan names no days and days is left out, they are chosen to fit it.", Example: `{ mon = "rest", tue = "medium", wed = "easy", thu = "hard", fri = "rest", sat = "easy", sun = "long" }`, Synonyms: []string{"week"}},
			{Name: "race_day", Kind: tomlfile.Date, Doc: "The day of this runner's race, which must lie within the plan's weeks.", Example: `2027-01-24`, Synonyms: []string{"race"}},
			{Name: "notes", Kind: tomlfile.Markdown, Doc: "What you want to remember. It is printed nowhere; the preview shows it to you.", Example: `"Left knee after the marathon; her physiotherapist knows."`},
			{Name: "stands", Kind: tomlfile.Tables, Table: standFormat(), Doc: "Where this runner stands with a lift of which the log says nothing: one { ... } on a line of its own for each.", Example: `[{ exercise = "goblet-squat", amount = 10, load = "12 kg" }]`},
			{Name: "allow", Kind: tomlfile.SubTable, Table: allowFormat(), Doc: "Rules that this runner's programme breaks on purpose, each with the reason, for your own memory.", Example: `{ hard-day-after-legs = "She runs the intervals in the evening." }`},
			{Name: "weights", Kind: tomlfile.SubTable, Table: training.WeightsFormat(), Doc: "The weights that this runner has, in the place of those of the site or the plan.", Example: `{ dumbbell = ["4 kg", "8 kg", "12 kg"] }`},
			{Name: "starts", Kind: tomlfile.SubTable, Table: startsFormat(), Doc: "The weights with which this runner begins, in the place of the plan's.", Example: `{ goblet-squat = "6 kg" }`},
		},
	}
}

func allowFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "allow",
		Doc:  "Rules that the programme of one runner breaks on purpose.",
		Any:  &tomlfile.Key{Name: "rule", Kind: tomlfile.String, Doc: "The name of the rule, as the message gives it, and why it may be broken.", Example: `"She runs the intervals in the evening."`},
	}
}

func standFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "stands",
		Doc:  "Where a runner stands with one exercise. It holds from the next visit on.",
		Keys: []tomlfile.Key{
			{Name: "exercise", Kind: tomlfile.String, Required: true, Doc: "The exercise, by its file name: that of the plan, or one above it on its ladder.", Example: `"goblet-squat"`},
			{Name: "amount", Kind: tomlfile.Integer, Doc: "The repetitions or seconds of the next visit. The fewest if left out.", Example: `10`, Synonyms: []string{"reps", "seconds"}},
			{Name: "load", Kind: tomlfile.String, Doc: "The weight, where there is one.", Example: `"12 kg"`, Synonyms: []string{"weight"}},
		},
	}
}

func startsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "starts",
		Doc:  "The weights with which one runner begins.",
		Any: &tomlfile.Key{
			Name: "exercise", Kind: tomlfile.String,
			Doc:     `The exercise, by its file name, and its first weight. Where the plan has it twice, name the lift as plan.json does, in quotes: "goblet-squat@B".`,
			Example: `"6 kg"`,
		},
	}
}
