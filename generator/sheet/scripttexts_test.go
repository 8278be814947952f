package sheet

import (
	"testing"

	"github.com/legpress/legpress/generator/texttest"
)

// The script writes a target as a cell of the sheet has it, in either unit.
func TestScriptWritesCells(t *testing.T) {
	texttest.Compare(t, texttest.Inputs(t, "../testdata/programmes"), 4, func(of texttest.Target) map[string]any {
		setter := &typesetter{Input: Input{Programme: of.Programme, Words: of.Words}, fonts: newFonts()}
		cell := setter.cell(*of.Target, false)
		in := func(here, other string) string {
			if of.Unit == of.Programme.Unit {
				return here
			}
			return other
		}
		said := map[string]any{"goal": cell.Goal, "load": in(cell.Load, cell.Other), "unit": cell.Unit, "each": nil}
		if cell.Each {
			var each []map[string]string
			for _, s := range cell.Sets {
				one := map[string]string{"amount": s.Amount}
				if load := in(s.Load, s.Other); load != "" {
					one["load"] = load
				}
				if s.Share != "" {
					one["share"] = s.Share
				}
				each = append(each, one)
			}
			said["each"] = each
		}
		return map[string]any{"cell": said}
	})
}
