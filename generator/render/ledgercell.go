package render

import (
	"html/template"
	"strconv"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// LedgerCell is what a visit asks for of an exercise.
type LedgerCell struct {
	Target
	Name  string // of the exercise, where it is another one than what stands above it
	Up    bool   // it is heavier, or a harder exercise, than ever before
	Parts []LedgerPart
	view  *ProgrammeView
}

// LedgerPart is sets with one load.
type LedgerPart struct {
	Do     string        // "3 × 8"
	Weight template.HTML // as the runner takes it, in both units; empty where there is none
	Up     bool          // heavier than ever before
}

// cell returns what a visit asks for of a column's row; nil where it leaves the row out.
func (l *Ledger) cell(c *LedgerColumn, s *progression.Session, grown map[*progression.Target]bool) *LedgerCell {
	for i := range s.Targets {
		t := &s.Targets[i]
		if t.Row != c.First().Row {
			continue
		}
		cell := &LedgerCell{Target: l.view.SiteView.renderer.shown(t), Up: grown[t], view: l.view}
		heaviest, _ := heaviest(*t)
		for _, part := range cell.Target.Parts() {
			cell.Parts = append(cell.Parts, l.view.part(part, c.SessionRow, cell.Up && part.Sets[0].Load == heaviest))
		}
		return cell
	}
	return nil
}

// PartsOf returns a target in parts whose sets have the same load, without what the head of its row says.
func (v *ProgrammeView) PartsOf(r SessionRow, t *Target) []LedgerPart {
	var parts []LedgerPart
	for _, part := range t.Parts() {
		parts = append(parts, v.part(part, r, false))
	}
	return parts
}

func (v *ProgrammeView) part(t Target, r SessionRow, up bool) LedgerPart {
	do := t.Asked()
	do.PerSide = do.PerSide && !r.PerSide()
	p := LedgerPart{Do: markdown.KeepUnits(t.words.Prescription(do)), Weight: v.weightIn(t), Up: up}
	if string(p.Weight) == escape(r.Unknown()) {
		p.Weight = ""
	}
	return p
}

// weightIn returns the load of the first set as the runner takes it, in both units.
func (v *ProgrammeView) weightIn(t Target) template.HTML {
	return inUnits(v.Programme.Projection, func(u quantity.Unit) string {
		text, _ := t.in(u).shortWeight() // no word can be missing
		return text
	})
}

// LightSets returns the sets before the others where their loads are known, in both units.
func (c *LedgerCell) LightSets() template.HTML {
	return inUnits(c.view.Programme.Projection, func(u quantity.Unit) string { return c.Target.in(u).LightSets() })
}

// bests are the hardest that was asked for so far of each lift: the rung, and on it the load.
type bests map[string]best

type best struct{ rung, level int }

// grown returns the targets of some weeks that ask for more than any before them: a heavier load, or a harder exercise. What is asked
// for first has not grown.
func (b bests) grown(weeks []progression.Week) map[*progression.Target]bool {
	grown := map[*progression.Target]bool{}
	for i := range weeks {
		eachTarget(weeks[i], func(t *progression.Target) {
			now := best{t.Rung, level(*t)}
			before, met := b[t.Lift]
			if !met || now.rung > before.rung || now.rung == before.rung && now.level > before.level {
				grown[t], b[t.Lift] = met, now
			}
		})
	}
	return grown
}

func weekID(n int) string { return "_week-" + strconv.Itoa(n) }
