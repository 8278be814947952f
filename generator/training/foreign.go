package training

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/tomlfile"
)

// foreignInRow are words that are no keys of a row: those of the exercise's file, and those of other programs.
func foreignInRow() []tomlfile.Foreign {
	return []tomlfile.Foreign{
		{Words: []string{"per_side", "each_side", "side", "sides"}, Hint: `Write "each side" behind what to do, do = "3 x 8 each side", or per_side = true in the file of the exercise.`},
		{Words: []string{"hands", "measure", "pattern", "equipment", "cues", "stop", "easier", "harder", "harder_do", "video", "picture"}, Hint: "It is said once for all plans, in the file of the exercise."},
		{Words: []string{"percent", "percentage", "intensity", "pct"}, Hint: `Write it behind the sets: do = "3 x 5 at 75 %".`},
		{Words: []string{"amrap", "open", "plus"}, Hint: `An open last set has a + behind its number: do = "5 x 3+".`},
		{Words: []string{"rpe", "rir", "reserve", "effort"}, Hint: "How many good repetitions stay in reserve is said once, in the file of the runner type: reserve = 2."},
		{Words: []string{"deload", "deload_weeks"}, Hint: "Easy weeks are the plan's: write easy_weeks = [4, 8] above the first [[session]]."},
		{Words: []string{"rounds", "circuit_rounds"}, Hint: `The rounds of a group are the sets of its exercises: do = "3 x 10" in each.`},
		{Words: []string{"increment", "increase", "add"}, Hint: `Here that is said with step = "2 kg".`},
		{Words: []string{"sets", "reps", "repetitions", "scheme"}, Hint: `Here that is said with do = "3 x 8-12".`, Means: []string{"do"}, Form: "sets x reps"},
		{Words: []string{"lb", "lbs"}, Hint: `Here that is said with start = "18 lb".`, Means: []string{"start"}},
		{Words: []string{"superset", "circuit", "pair", "block"}, Hint: `Here that is said with group = "A", in each line that is done in turn.`},
		{Words: []string{"emom", "interval"}, Hint: `Here that is said with every = "1 min".`},
		{Words: []string{"time_cap", "duration", "minutes"}, Hint: `Here that is said with for = "10 min".`},
		{Words: []string{"alternative", "alternatives", "instead", "swap", "substitute"}, Hint: `Here that is said with or = "push-up".`},
		{Words: []string{"table", "waves", "cycle"}, Hint: `Here that is said with weeks = ["3 x 8", "3 x 10", "4 x 8"].`},
	}
}

// foreignInExercise are words that are no keys of an exercise, since they belong to the lines of a plan.
func foreignInExercise() []tomlfile.Foreign {
	keys := slices.DeleteFunc(rowFormat().Names(), func(name string) bool { return name == "exercise" || name == "note" })
	return []tomlfile.Foreign{
		{Words: keys, Hint: `It belongs to the line of a plan's session that has this exercise: { exercise = "goblet-squat", do = "3 x 8-12" }.`},
		{Words: []string{"kind", "load_kind", "resistance"}, Hint: `Here that is said with load = "weight", "assistance" or "level".`},
		{Words: []string{"unilateral", "each_side", "one_sided"}, Hint: "Here that is said with per_side = true."},
		{Words: []string{"dumbbells", "implements"}, Hint: "A weight in each hand is said with hands = 2."},
	}
}

// foreignInPose are the joints and parts of the body, of which a pose says where they point.
func foreignInPose() []tomlfile.Foreign {
	foreign := func(hint string, words string, keys ...string) tomlfile.Foreign {
		return tomlfile.Foreign{Words: strings.Fields(words), Hint: hint, Means: keys}
	}
	return []tomlfile.Foreign{
		foreign("Write where the thigh and the shin point: a knee that is bent has thigh = 95 and shin = -25.", "knee knees leg legs", "thigh", "shin"),
		foreign("Write where the upper arm and the forearm point: an elbow that is bent has upper_arm = 20 and forearm = 150.", "elbow elbows arm arms", "upper_arm", "forearm"),
		foreign("Write where the thigh points, thigh = 95, and how far the trunk leans forwards, torso = 30.", "hip hips", "thigh", "torso"),
		foreign("Write where the upper arm points: upper_arm = 20.", "shoulder shoulders upperarm upper_arms", "upper_arm"),
		foreign("Write how far the toes are lifted: foot = 0.", "ankle ankles feet", "foot"),
		foreign("Write how far the head leans against the trunk: head = -20.", "neck chin", "head"),
		foreign("Write how far the hand bends against the forearm: hand = 0.", "wrist wrists", "hand"),
		foreign("Write how far the trunk leans forwards: torso = 30.", "back trunk spine body chest upper_body lean", "torso"),
		foreign("Write where the shin points: shin = -25.", "lower_leg calf lowerleg lower_legs", "shin"),
		foreign("Write where the thigh points: thigh = 95.", "upper_leg upperleg upper_legs", "thigh"),
		foreign("Write where the forearm points: forearm = 150.", "lower_arm lowerarm lower_arms", "forearm"),
	}
}

// foreignInPlan are words that are no keys of a plan.
func foreignInPlan() []tomlfile.Foreign {
	return []tomlfile.Foreign{
		{Words: []string{"training_max", "tm", "maxes", "maximum", "one_rm", "orm", "1rm"}, Hint: `Here that is said with max = { back-squat = "100 kg" }.`},
		{Words: []string{"deload", "deload_weeks"}, Hint: "Here that is said with easy_weeks = [4, 8]."},
		{Words: []string{"days", "days_per_week", "schedule"}, Hint: `Here that is said with lift_on = ["tue", "fri"], or with sessions_per_week = 2.`},
	}
}

// foreignInSession are words that are no keys of a session.
func foreignInSession() []tomlfile.Foreign {
	return []tomlfile.Foreign{
		{Words: []string{"times_per_day", "twice_a_day", "daily"}, Hint: "How often it is done on each of its days is said with per_day = 2."},
		{Words: []string{"extra", "bonus"}, Hint: "Here that is said with optional = true."},
		{Words: []string{"day", "weekday"}, Hint: `The days are the plan's: lift_on = ["tue", "fri"] above the first [[session]].`},
	}
}
