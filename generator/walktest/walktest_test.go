package walktest

import (
	"testing"

	"github.com/legpress/legpress/generator/training/machine"
)

// TestThreePhases: what a lift of the first phase has reached counts in the third one, whatever stands between them: its load, which falls
// where repetitions rise, its rung, and a table of which nothing was missed.
func TestThreePhases(t *testing.T) {
	p, err := machine.Read([]byte(threePhases))
	if err != nil {
		t.Fatal(err)
	}
	Compare(t, []Group{NewGroup(p, 2, 150), NewGroup(p, 4, 150)})
}

const cycle = `[
	{"rung": 0, "sets": [{"x": 1, "n": 8}], "entry": 1, "clean": true, "same": {"to": 1}, "down": {"to": 1}, "week": {"to": 0, "load": 1}},
	{"rung": 0, "sets": [{"x": 1, "n": 8}], "entry": 1, "week": {"to": 0}}]`

const threePhases = `{
	"lists": [{"name": "bar", "unit": "kg", "weights": [20000, 21000, 25000, 25200, 30000], "labels": ["20 kg", "21 kg", "25 kg", "25.2 kg", "30 kg"]}],
	"stocks": [{"lists": [0], "weights": [20000, 21000, 25000, 25200, 30000], "labels": ["20 kg", "21 kg", "25 kg", "25.2 kg", "30 kg"]}],
	"registers": [{"unit": "kg", "start": 20000, "stock": 0}, {"unit": "kg", "stock": 0}, {"unit": "kg", "start": 20000, "stock": 0},
		{"unit": "kg", "start": 20000, "stock": 0}, {"unit": "kg", "stock": 0}],
	"lifts": [
		{"key": "squat@A@base", "begin": 0, "entry": {"spare": 2}, "rungs": [{"exercise": "squat", "model": "linear", "unit": "reps", "low": 5, "high": 5, "register": 0, "leg_lift": true}],
			"states": [{"rung": 0, "sets": [{"x": 2, "n": 5}], "up": {"to": 0, "load": 1}, "down": {"to": 0, "load": -1}, "break": {"to": 0, "load": -1}}]},
		{"key": "push-up@A@base", "begin": 0, "entry": {}, "rungs": [
			{"exercise": "knee-push-up", "model": "climb", "unit": "reps", "low": 8, "high": 9, "step": 1, "register": -1},
			{"exercise": "push-up", "model": "climb", "unit": "reps", "low": 5, "high": 5, "register": -1, "harder": "one-arm-push-up"}],
			"states": [
				{"rung": 0, "sets": [{"x": 1, "n": 8}], "up": {"to": 1, "on": true}},
				{"rung": 0, "sets": [{"x": 1, "n": 9, "low": 8}], "up": {"to": 2}},
				{"rung": 1, "sets": [{"x": 1, "n": 5}], "down": {"to": 0}}]},
		{"key": "row@A@between", "begin": 0, "entry": {}, "rungs": [{"exercise": "row", "model": "linear", "unit": "reps", "low": 5, "high": 5, "register": 2}],
			"states": [{"rung": 0, "sets": [{"x": 2, "n": 5}], "up": {"to": 0, "load": 1}}]},
		{"key": "squat@A@after", "begin": 0, "entry": {"from": 0, "spare": 2}, "rungs": [{"exercise": "squat", "model": "linear", "unit": "reps", "low": 12, "high": 12, "register": 1, "leg_lift": true}],
			"states": [{"rung": 0, "sets": [{"x": 2, "n": 12}], "up": {"to": 0, "load": 1}}]},
		{"key": "push-up@A@after", "begin": 0, "entry": {}, "rungs": [
			{"exercise": "knee-push-up", "model": "climb", "unit": "reps", "low": 8, "high": 8, "register": -1},
			{"exercise": "push-up", "model": "climb", "unit": "reps", "low": 5, "high": 5, "register": -1}],
			"states": [{"rung": 0, "sets": [{"x": 1, "n": 8}], "up": {"to": 1}}, {"rung": 1, "sets": [{"x": 1, "n": 5}]}]},
		{"key": "press@A@base", "begin": 0, "entry": {}, "rungs": [{"exercise": "press", "model": "wave", "unit": "reps", "low": 8, "high": 8, "register": 3}], "states": ` + cycle + `},
		{"key": "press@A@after", "begin": 0, "entry": {"from": 5, "same": true}, "rungs": [{"exercise": "press", "model": "wave", "unit": "reps", "low": 8, "high": 8, "register": 4}], "states": ` + cycle + `}],
	"phases": [
		{"sessions": [{"name": "A", "lifts": [0, 1, 5]}], "weeks": [{"number": 1, "days": [{"day": 1}, {"day": 4}]}, {"number": 2, "days": [{"day": 1}, {"day": 4}]}]},
		{"sessions": [{"name": "A", "lifts": [2]}], "weeks": [{"number": 3, "days": [{"day": 1}, {"day": 4}]}, {"number": 4, "days": [{"day": 1}, {"day": 4}]}]},
		{"sessions": [{"name": "A", "lifts": [3, 4, 6]}], "weeks": [{"number": 5, "days": [{"day": 1}, {"day": 4}]}, {"number": 6, "days": [{"day": 1}, {"day": 4}]}]}],
	"recovery": {"runs": [], "pain": [{"good": 0, "bad": 1}, {"good": 0, "bad": 1}], "breaks": [{"days": 14}]}}`
