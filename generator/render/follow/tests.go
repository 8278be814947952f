package follow

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

type (
	testsData struct {
		Weeks []int      `json:"weeks"`
		List  []testData `json:"list"`
	}
	testData struct {
		Exercise string     `json:"exercise,omitempty"`
		Name     string     `json:"name"`
		How      string     `json:"how"`
		Note     string     `json:"note,omitempty"`
		Unit     string     `json:"unit"` // "run" of a run, which is timed
		Load     *int       `json:"load,omitempty"`
		Sides    bool       `json:"sides,omitempty"`
		Norms    *normsData `json:"norms,omitempty"`
	}
	normsData struct {
		Ages   []string `json:"ages"`
		Men    []int    `json:"men"`
		Women  []int    `json:"women"`
		How    string   `json:"how,omitempty"`
		Source string   `json:"source,omitempty"`
	}
)

// tests writes what is measured in the test weeks, and what others reach.
func (w *writer) tests() {
	d := testsData{Weeks: append([]int{}, w.Programme.Plan.TestWeeks...), List: []testData{}}
	for _, t := range w.Programme.Tests {
		d.List = append(d.List, w.test(t))
	}
	w.data.Tests = d
}

func (w *writer) test(t progression.Test) testData {
	e := t.Exercise
	if e == nil {
		return testData{Name: t.Run, How: w.Words.Text("test-run"), Note: t.Note, Unit: "run"}
	}
	d := testData{Exercise: w.exercise(e), Name: e.Name, How: w.Words.Text("test-" + string(e.Measure)), Note: t.Note, Unit: string(e.Measure.Facts().Unit), Sides: e.PerSide}
	if !t.Load.IsZero() {
		load := t.Load.Thousandths
		d.Load, d.How = &load, w.Words.Say("test-load", "load", t.Load)
	}
	if n := e.Norms; n != nil {
		d.Norms = w.norms(n)
	}
	return d
}

func (w *writer) norms(n *training.Norms) *normsData {
	d := &normsData{Men: n.Men, Women: n.Women, How: n.How, Source: w.Source(n.Source.ID)}
	for _, age := range n.Ages {
		d.Ages = append(d.Ages, age.String())
	}
	return d
}
