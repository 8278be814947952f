package render

import (
	"html/template"
	"slices"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// HomeView is what layouts/home.html has.
type HomeView struct {
	BaseView
	TextPart
	article *parse.Article // content/pages/home.md; nil where there is none
}

// Image returns the photo that the author's text for the home page names, or nothing.
func (v *HomeView) Image() template.HTML {
	if v.article == nil {
		return ""
	}
	return v.renderer.cut(imageOf(v.article), lying(), inHead(), true)
}

// mostOffers is how many plans stand below a runner type among others: who has to choose from more, chooses none (house rule).
const mostOffers = 3

// RunnerTypes returns the runner types of the site, each with the first plans that it may choose from. A plan that is not all of its
// strength training stands there only where there is no other: it is nothing to pick by chance.
func (v *SiteView) RunnerTypes() []RunnerType {
	list := make([]RunnerType, len(v.Site.Runners))
	for i, r := range v.Site.Runners {
		list[i] = RunnerType{Runner: r}
		if kinds := ofKinds(r.Programmes, kindOfProgramme); len(kinds) > 0 {
			list[i].Offers = v.renderer.offers(kinds[0].List[:min(len(kinds[0].List), mostOffers)])
		}
	}
	return list
}

// RunnerType is a runner type as it stands among others.
type RunnerType struct {
	*site.Runner
	Offers []Offer
}

// mostDrawn is how many movement patterns a line-up draws an exercise of: they fit beside each other on a desk (house rule).
const mostDrawn = 6

// LineUp returns an exercise for each of the first movement patterns of the site, to be shown beside each other: of those that are
// drawn the one in most programmes, and of these the first.
func (v *SiteView) LineUp() []*site.Exercise {
	var list []*site.Exercise
	for _, pattern := range training.Patterns() {
		var best *site.Exercise
		for _, e := range v.Site.Exercises {
			if e.Pattern == pattern && e.Drawn() && (best == nil || len(e.Programmes) > len(best.Programmes)) {
				best = e
			}
		}
		if best != nil && len(list) < mostDrawn {
			list = append(list, best)
		}
	}
	return list
}

// Writer returns what the settings say of the site's author beside the name; nil where that is nothing.
func (v *HomeView) Writer() *parse.Author {
	a := v.Settings.Authors[v.Settings.Author]
	if a == nil || a.About == "" {
		return nil
	}
	return a
}

func kindOfProgramme(p *site.Programme) training.PlanKind { return p.Plan.Kind }

// firstWhole returns the first programme of the first runner type that is all of its strength training; nil where there is none.
func firstWhole(runners []*site.Runner) *site.Programme {
	for _, r := range runners {
		if i := slices.IndexFunc(r.Programmes, func(p *site.Programme) bool { return p.Plan.Kind == training.WholePlan }); i >= 0 {
			return r.Programmes[i]
		}
	}
	return nil
}
