package machine_test

import (
	"fmt"

	"github.com/legpress/legpress/generator/training/machine"
)

// A squat of 3 x 8 to 10 repetitions that hurts on the second visit: it is the same again on the third, and on the next two all goes to plan.
func ExampleProgramme_Follow() {
	p, err := machine.Read([]byte(`{
		"stocks": [{"weights": [8000, 10000], "labels": ["8 kg", "10 kg"]}],
		"registers": [{"unit": "kg", "start": 8000, "stock": 0}],
		"lifts": [{"key": "squat@A", "begin": 0, "entry": {}, "rungs": [{"exercise": "squat", "model": "double", "unit": "reps", "low": 8, "high": 10, "step": 1, "register": 0, "leg_lift": true}],
			"states": [
				{"rung": 0, "sets": [{"x": 3, "n": 8}], "up": {"to": 1, "on": true}},
				{"rung": 0, "sets": [{"x": 3, "n": 9, "low": 8}], "up": {"to": 2, "on": true}},
				{"rung": 0, "sets": [{"x": 3, "n": 10, "low": 8}], "up": {"to": 0, "load": 1}}]}],
		"phases": [{"sessions": [{"name": "A", "lifts": [0]}], "weeks": [
			{"number": 1, "days": [{"day": 1}]}, {"number": 2, "days": [{"day": 1}]}, {"number": 3, "days": [{"day": 1}]}, {"number": 4, "days": [{"day": 1}]}, {"number": 5, "days": [{"day": 1}]}]}],
		"recovery": {"runs": [], "pain": [{"good": 0, "bad": 1}, {"good": 0, "bad": 1}], "breaks": []}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	log, err := p.ReadLog([]byte(`[
		{"week": 1, "session": "A", "date": "2026-01-06", "run": "well", "effort": "ok", "lifts": [{"lift": "squat@A", "sets": [8, 8, 8]}]},
		{"week": 2, "session": "A", "date": "2026-01-13", "run": "well", "effort": "ok", "lifts": [{"lift": "squat@A", "sets": [9, 9, 9], "hurt": true}]}
	]`))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = p.Follow(log, 0, func(v *machine.Visit, asked []machine.Target, done *machine.Record) {
		fmt.Println("week", v.Week.Number, len(asked[0].Sets), "x", asked[0].Sets[0].N, "with", asked[0].Load.N/1000, "kg, hurt:", asked[0].Hurt, "done:", done != nil)
	})
	fmt.Println(err)
	// Output:
	// week 1 3 x 8 with 8 kg, hurt: false done: true
	// week 2 3 x 9 with 8 kg, hurt: false done: true
	// week 3 3 x 9 with 8 kg, hurt: true done: false
	// week 4 3 x 10 with 8 kg, hurt: false done: false
	// week 5 3 x 8 with 10 kg, hurt: false done: false
	// <nil>
}
