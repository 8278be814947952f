package progression

import (
	"cmp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// minutesPerTest is what a test of an exercise adds to its session: a light set, the test, a rest (house rule). A run is tested on
// a day of its own.
const minutesPerTest = 3

// tests takes over the plan's tests. One of an exercise that does not exist is left out: package check reports it.
func (p *projection) tests() {
	for i := range p.in.Plan.Tests {
		t := &p.in.Plan.Tests[i]
		e := p.in.Exercises[t.Exercise.ID]
		switch {
		case t.Run != "":
			p.out.Tests = append(p.out.Tests, Test{Test: t})
		case e != nil && measured(e):
			p.problems.Add(testProblems(t, e)...)
			if need := p.in.lacking(e); need != nil {
				p.problems.Add(noEquipment(t.Exercise.Pos, e, need))
			}
			p.out.Tests = append(p.out.Tests, Test{Test: t, Exercise: e})
		}
	}
}

// testProblems says where a test does not fit what its exercise is counted in.
func testProblems(t *training.Test, e *training.Exercise) diag.List {
	written := t.LoadPos != diag.Position{}
	switch loaded := e.Loaded(); {
	case loaded && !written:
		return diag.List{diag.Errorf(t.Exercise.Pos, "no-test-load", "the test of %s needs a weight.", e.InSentence()).
			WithHint(`Write the one that it is always done with: load = "12 kg".`)}
	case !loaded && written:
		return diag.List{diag.Errorf(cmp.Or(t.LoadPos, t.Pos), "test-without-load", "%s is %s and is tested without a weight.", e.InSentence(), e.Measure.Facts().Done).
			WithHint("Take load out.")}
	}
	return nil
}

func testMinutes(tests []Test) int {
	n := 0
	for _, t := range tests {
		if t.Exercise != nil {
			n += minutesPerTest
		}
	}
	return n
}
