package render

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/sheet"
)

// LiftIndex returns the place of a lift among the machines of the page's programme, by which its scripts find it.
func (v *ProgrammePart) LiftIndex(key string) int {
	for i := range v.Programme.Projection.Machines.Lifts {
		if v.Programme.Projection.Machines.Lifts[i].Key == key {
			return i
		}
	}
	return -1
}

// LiftsOf returns the places of the lifts of a sheet's rows: "0 1 2".
func (v *SheetView) LiftsOf(p sheet.Page) string {
	list := make([]int, len(p.Rows))
	for i := range p.Rows {
		list[i] = v.LiftIndex(p.Rows[i].Lift())
	}
	return strings.Trim(fmt.Sprint(list), "[]")
}

// YoursSaid returns the words that the script of a runner's own numbers fills in: their names without the "yours-" before them.
func (v *ProgrammeView) YoursSaid() []Choice {
	return v.renderer.choices("yours-", saidInYours)
}

// saidInYours are the words of the script. Their {names} are filled in by it.
const saidInYours = "active days-need fit-good fit-fair fit-bad others others-bad published unknown copied here anew-ask not-kept stand replaces log-stays no-link link-newer link-plan link-spoilt note-left note-lift note-load note-week"
