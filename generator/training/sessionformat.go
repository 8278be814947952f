package training

import (
	"slices"

	"github.com/legpress/legpress/generator/tomlfile"
)

func sessionFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "session",
		Doc:  "One visit to the gym.",
		Keys: []tomlfile.Key{
			{Name: "name", Kind: tomlfile.String, Required: true, Doc: "A letter or a short name.", Example: `"A"`},
			{Name: "optional", Kind: tomlfile.Boolean, Doc: "true where it may be left out. It takes the week's last lifting day beyond those of the other sessions, and what is done in it moves no weight.", Example: `true`},
			{Name: "per_day", Kind: tomlfile.Integer, Doc: "How often it is done on each of its days: 2 for calf work in the morning and in the evening. 1 if left out, 3 at the most.", Example: `2`},
			{Name: "exercises", Kind: tomlfile.Tables, Required: true, Table: rowFormat(), Doc: "What is done, in order: one { ... } on a line of its own for each exercise, with a comma behind it.", Example: `[{ exercise = "goblet-squat", do = "3 x 8-12", rest = "2 min", start = "8 kg", step = "2 kg" }]`},
		},
		Foreign: foreignInSession(),
	}
}

func rowFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "exercises",
		Doc:  "One exercise of a session. What it asks for stands in one of do, weeks and stages.",
		Keys: slices.Concat(askedKeys(), loadKeys(), turnKeys(), []tomlfile.Key{
			{Name: "note", Kind: tomlfile.String, Doc: "A few words for the sheet.", Example: `"Use the box if your heels lift."`},
		}),
		Foreign: foreignInRow(),
	}
}

// askedKeys say what is done.
func askedKeys() []tomlfile.Key {
	return []tomlfile.Key{
		{Name: "exercise", Kind: tomlfile.String, Required: true, Doc: "The exercise, by its file name. Where its ladder was climbed in an earlier phase, this one goes on with the exercise that was reached.", Example: `"goblet-squat"`},
		{Name: "or", Kind: tomlfile.String, Doc: "An exercise that may be done instead, by its file name. The sheet names it; a day on which it was done leaves the weight where it is.", Example: `"push-up"`},
		{Name: "do", Kind: tomlfile.String, Doc: `Sets times repetitions, seconds or metres. With a range, each session asks for a little more until its top is reached. Sets that differ are parted by commas, "12, 10, 8"; "5 x 3+" has an open last set. Add "each side" where it counts for each.`, Example: `"3 x 8-12"`},
		{Name: "weeks", Kind: tomlfile.Strings, Doc: `In place of do: what each week of the phase asks for. "-" leaves the exercise out that week; easy weeks and the taper use none up. After the last it begins again, a step heavier if nothing was missed.`, Example: `["3 x 8", "3 x 10", "4 x 8", "4 x 10"]`},
		{Name: "stages", Kind: tomlfile.Strings, Doc: "In place of do: what to go on with after a missed set, at the same weight. After the last one the first comes again, with less weight.", Example: `["5 x 3+", "6 x 2+", "10 x 1+"]`},
		{Name: "wave", Kind: tomlfile.Strings, Doc: `For progress = "wave": what to do in each week, with fewer and fewer repetitions; the last week is the light one. Then it starts again, one step heavier. do is not needed beside it.`, Example: `["3 x 10", "3 x 8", "3 x 6", "2 x 6"]`},
		{Name: "rest", Kind: tomlfile.String, Doc: `How long to rest between the sets, 15 s to 10 min, or the least and the most, "60-90 s". If left out, a time that suits the exercise. In a group it is the pause before the next exercise, none if left out, and for the last one the rest after the round.`, Example: `"2 min"`},
		{Name: "rest_after", Kind: tomlfile.String, Doc: "How long to rest after the last set, before the next exercise.", Example: `"5 min"`},
	}
}

// loadKeys say with what it is done, and how that changes.
func loadKeys() []tomlfile.Key {
	return []tomlfile.Key{
		{Name: "start", Kind: tomlfile.String, Doc: `The weight of the first session, or "you choose" to print an empty box. "30 % of body mass" is printed so, with a box. Of a band or a pin it is the name. For exercises with a load only.`, Example: `"8 kg"`, Synonyms: []string{"weight", "load", "kg", "start_weight"}},
		{Name: "step", Kind: tomlfile.String, Doc: "How much the next step adds: a weight, seconds or repetitions. For a load the next weight that exists is taken if this is left out.", Example: `"2 kg"`},
		{Name: "progress", Kind: tomlfile.String, OneOf: words(Models()), Doc: "How it gets harder, where that should not follow from do: " + modelMeanings(), Example: `"linear"`},
		{Name: "last", Kind: tomlfile.Integer, Doc: "For an open last set: so many repetitions in it lead to the next weight. If left out, its own number is enough.", Example: `25`},
		{Name: "misses", Kind: tomlfile.Integer, Doc: "After how many visits running with a missed set the weight goes back. If left out, after 2; with stages, each miss leads to the next one.", Example: `3`},
		{Name: "back", Kind: tomlfile.String, Doc: "How much of the weight is taken off when it goes back. One step if left out.", Example: `"10 %"`},
		{Name: "weights", Kind: list, Doc: "The weights that exist for this exercise, in place of the plan's and the site's.", Example: `["8 kg", "12 kg", "16 kg"]`},
	}
}

// turnKeys say in what order and how fast it is done.
func turnKeys() []tomlfile.Key {
	return []tomlfile.Key{
		{Name: "group", Kind: tomlfile.String, Doc: "Exercises below each other with the same group are done in turn, a set of each, as a superset or a circuit.", Example: `"A"`},
		{Name: "every", Kind: tomlfile.String, Doc: "On the first exercise of a group, or on one by itself: a round begins every so often.", Example: `"1 min"`},
		{Name: "for", Kind: tomlfile.String, Doc: "On the first exercise of a group, or on one by itself: as many rounds as fit into this time.", Example: `"10 min"`},
		{Name: "tempo", Kind: tomlfile.String, Doc: "How slow a repetition is, in seconds: down, hold, up.", Example: `"3-0-3"`},
		{Name: "warm_up", Kind: tomlfile.String, Doc: "Sets before the others, each with a share of the day's weight. The sheet has the weights, rounded down to ones that exist.", Example: `"10 at 40 %, 5 at 60 %, 3 at 80 %"`},
	}
}
