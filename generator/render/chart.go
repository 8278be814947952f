package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Chart shows how one exercise of a programme grows: the load as a line of steps, the amount of each session as a bar.
type Chart struct {
	Exercise *training.Exercise
	SVG      template.HTML
	FromTo   template.HTML // what is asked for first and, light weeks aside, last: "from 3 × 8 · 8 kg to 3 × 9 · 12 kg", in both units
}

// The chart's measures, in units of its drawing; the drawing is as wide as its column.
const (
	chartWidth  = 360
	chartHeight = 112
	loadTop     = 20 // of the line of loads
	loadBottom  = 42
	barTop      = 50
	barBottom   = 94
	labelRoom   = 40 // between the labels of two loads
)

// mark is a session in which the exercise is trained.
type mark struct {
	x, width float64
	easy     bool // in a light week
	target   progression.Target
}

// Charts returns a chart for each exercise that the page's plan names, in the order in which they are met. An exercise that is two lifts in
// the same weeks, heavy and light, has a chart for each.
func (v *ProgrammeView) Charts() []Chart {
	p := v.Programme.Projection
	several := severalLifts(p)
	var ids []string
	marks := map[string][]mark{}
	column := float64(chartWidth) / float64(max(len(p.Weeks), 1))
	for i, w := range p.Weeks {
		for j, s := range w.Sessions {
			width := column / float64(len(w.Sessions))
			for _, t := range s.Targets {
				id := t.Row.Exercise.ID
				if several[id] {
					id = t.Lift
				}
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
				marks[id] = append(marks[id], mark{x: float64(i)*column + float64(j)*width, width: width, easy: w.Light(), target: t})
			}
		}
	}
	charts := make([]Chart, len(ids))
	for i, id := range ids {
		charts[i] = v.chart(marks[id])
	}
	return charts
}

// severalLifts returns the exercises of the plan that are more than one lift in a phase.
func severalLifts(p *progression.Programme) map[string]bool {
	several := map[string]bool{}
	for _, phase := range p.Phases {
		lifts := map[string]string{}
		for _, w := range p.Weeks[phase.First-1 : phase.First-1+phase.Weeks] {
			eachTarget(w, func(t *progression.Target) {
				id := t.Row.Exercise.ID
				if first, met := lifts[id]; met && first != t.Lift {
					several[id] = true
				}
				lifts[id] = t.Lift
			})
		}
	}
	return several
}

// ChartGround returns the ground of all charts of the page, drawn once: each chart uses it.
func (v *ProgrammeView) ChartGround() template.HTML {
	var b strings.Builder
	b.WriteString(`<svg class="hidden" aria-hidden="true" focusable="false"><symbol id="_ground" text-anchor="middle">`)
	v.drawWeeks(&b)
	b.WriteString("</symbol></svg>")
	return template.HTML(b.String())
}

func (v *ProgrammeView) chart(marks []mark) Chart {
	first, last := marks[0].target, marks[0].target
	for _, m := range marks {
		if !m.easy {
			last = m.target
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="chart" viewBox="0 0 %d %d" aria-hidden="true" focusable="false"><use href="#_ground"/>`, chartWidth, chartHeight)
	drawBars(&b, marks)
	v.drawLoads(&b, marks)
	b.WriteString("</svg>")
	return Chart{Exercise: first.Exercise, SVG: template.HTML(b.String()), FromTo: v.fromTo(first, last)}
}

// fromTo says how a lift grows from its first target to its last one.
func (v *ProgrammeView) fromTo(first, last progression.Target) template.HTML {
	words := v.renderer.theme.words
	goal := func(t progression.Target, u quantity.Unit) string {
		return Target{Target: &t, words: words}.in(u).goal()
	}
	return inUnits(v.Programme.Projection, func(u quantity.Unit) string {
		text := words.Say("from-to", "from", goal(first, u), "to", goal(last, u))
		if first.Exercise != last.Exercise {
			text = words.Label(text) + " " + last.Exercise.Name
		}
		return text
	})
}

// drawWeeks draws the ground line, the numbers of the weeks and the shade of the light ones. Where there are many weeks, every
// second or fourth has its number.
func (v *ProgrammeView) drawWeeks(b *strings.Builder) {
	weeks := v.Programme.Projection.Weeks
	column := float64(chartWidth) / float64(max(len(weeks), 1))
	every := 1
	for column*float64(every) < 18 {
		every *= 2
	}
	for i, w := range weeks {
		x := float64(i) * column
		if w.Light() {
			fmt.Fprintf(b, `<rect class="shade" x="%.1f" y="0" width="%.1f" height="%d"/>`, x, column, barBottom)
		}
		if w.Number%every == 0 || every == 1 {
			fmt.Fprintf(b, `<text x="%.1f" y="%d">%d</text>`, x+column/2, chartHeight-5, w.Number)
		}
	}
	fmt.Fprintf(b, `<path class="ground" d="M0 %dH%d"/>`, barBottom, chartWidth)
}

// drawBars draws the amount of each session, those of light weeks hollow: one path each.
func drawBars(b *strings.Builder, marks []mark) {
	most := 1
	for _, m := range marks {
		most = max(most, m.target.Most())
	}
	var full, hollow strings.Builder
	for _, m := range marks {
		height := float64(m.target.Most()) / float64(most) * (barBottom - barTop)
		path := &full
		if m.easy {
			path = &hollow
		}
		fmt.Fprintf(path, "M%.1f %dv-%.1fh%.1fv%.1f", m.x+m.width*.12, barBottom, height, m.width*.76, height)
	}
	fmt.Fprintf(b, `<path class="bar" d="%s"/>`, full.String())
	if hollow.Len() > 0 {
		fmt.Fprintf(b, `<path class="bar easy" d="%s"/>`, hollow.String())
	}
}

// drawLoads draws the line of loads with a label at each new load that there is room for. Without a load, or with one that the
// runner chooses, it is the line of steps, and the labels name the exercise where the ladder is climbed.
func (v *ProgrammeView) drawLoads(b *strings.Builder, marks []mark) {
	low, high := level(marks[0].target), level(marks[0].target)
	for _, m := range marks {
		low, high = min(low, level(m.target)), max(high, level(m.target))
	}
	height := func(t progression.Target) float64 {
		if high == low {
			return loadBottom
		}
		return loadBottom - float64(level(t)-low)/float64(high-low)*(loadBottom-loadTop)
	}
	var path, labels strings.Builder
	w, unit, free := v.renderer.theme.words, v.Programme.Projection.Unit, -1.0
	for i, m := range marks {
		y := height(m.target)
		if i == 0 || marks[i-1].x+marks[i-1].width < m.x-.05 {
			fmt.Fprintf(&path, "M%.1f %.1f", m.x, y)
		}
		fmt.Fprintf(&path, "V%.1fH%.1f", y, m.x+m.width)
		text := label(w, m.target, unit)
		if text == "" || i > 0 && text == label(w, marks[i-1].target, unit) || m.x < free {
			continue
		}
		fmt.Fprintf(&labels, `<text class="load" x="%.1f" y="%.1f"%s>%s</text>`, min(m.x, chartWidth-labelRoom), y-4, otherLabel(text, label(w, m.target, unit.Other())), escape(text))
		free = m.x + labelRoom
	}
	if high > low || label(w, marks[0].target, unit) != "" {
		fmt.Fprintf(b, `<path class="loads" d="%s"/>%s`, path.String(), labels.String())
	}
}

// otherLabel returns what gives a label that of the other unit for the page's script, or nothing where they do not differ.
func otherLabel(here, other string) string {
	if here == other {
		return ""
	}
	return ` data-other="` + escape(other) + `"`
}
