package render

import (
	"html/template"
	"slices"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// lineUpWidth is how wide exercises in a row are together in the guide: what A4 leaves between its margins, in CSS pixels of which 96 are
// an inch. Between two of them are lineUpGap.
const (
	lineUpWidth = 640
	lineUpGap   = 26
)

// LineUp is a row of exercises on their ground.
type LineUp struct {
	Exercises []*site.Exercise
	Percent   int // their scale, for [SiteView.Figure]
}

// Cover returns what is drawn on the cover: lifts of the site's plans, of a pattern each, as many as stand beside each other large: a figure
// that stands is at least 60 mm high. There are none where the site has no drawings.
func (v *BookView) Cover() LineUp { return v.renderer.lineUp(v.renderer.mainLifts(), 133, 190) }

// CoverPhoto returns the photo of the home page, or nothing: it takes the place of what is drawn on the cover.
func (v *BookView) CoverPhoto() template.HTML {
	home := v.Site.PageAt(site.Home.Of(""))
	if home == nil || home.Article == nil {
		return ""
	}
	return v.renderer.cut(imageOf(home.Article), lying(), inHead(), true)
}

// Colophon returns what is drawn above the last words: more of them, smaller.
func (v *BookView) Colophon() LineUp { return v.renderer.lineUp(v.renderer.mainLifts(), 58, 75) }

// lineUp returns the first lifts of each pattern that fit into a row, and the scale, between the least and the most, at which they fill it.
func (r *Renderer) lineUp(lifts []*site.Exercise, least, most int) LineUp {
	var chosen []*site.Exercise
	taken := func(e *site.Exercise) bool {
		return slices.ContainsFunc(chosen, func(c *site.Exercise) bool { return c.Pattern == e.Pattern })
	}
	for _, e := range lifts {
		if !e.Drawn() || taken(e) {
			continue
		}
		if with := append(slices.Clip(chosen), e); len(chosen) == 0 || r.fill(with) >= least {
			chosen = with
		}
	}
	return LineUp{chosen, min(r.fill(chosen), most)}
}

// fill returns the scale at which exercises fill a row.
func (r *Renderer) fill(list []*site.Exercise) int {
	width := 0
	for _, e := range list {
		width += r.realSize(e).Width
	}
	return (lineUpWidth - lineUpGap*(len(list)-1)) * 100 / max(width, 1)
}

// mainLifts returns the exercises of the plans that are all of a runner's strength training, in their order, and then all others.
func (r *Renderer) mainLifts() []*site.Exercise {
	var list []*site.Exercise
	for _, p := range r.site.Plans {
		if p.Kind != training.WholePlan {
			continue
		}
		for _, phase := range p.Phases {
			for _, session := range phase.Sessions {
				for i := range session.Rows {
					if e := r.site.Exercise(session.Rows[i].Exercise.ID); e != nil {
						list = append(list, e)
					}
				}
			}
		}
	}
	return append(list, r.site.Exercises...)
}
