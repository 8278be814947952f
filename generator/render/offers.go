package render

import (
	"slices"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Offer is a programme where runners choose one: what it asks for, and what is lifted.
type Offer struct {
	*site.Programme
	Needs
	Visits int              // a week, those that may be left out aside
	Lifts  []*site.Exercise // the first few of its first session that have pictures
}

func (r *Renderer) offers(programmes []*site.Programme) []Offer {
	list := make([]Offer, len(programmes))
	for i, p := range programmes {
		list[i] = Offer{p, needsOf(p), visits(p.Projection), r.firstLifts(p)}
	}
	return list
}

// Needs is what a programme asks for besides effort.
type Needs struct {
	Equipment []string
	Minutes   [2]int
}

// needsOf returns the equipment of a programme, and how many minutes its sessions take, easy weeks and tapers aside.
func needsOf(p *site.Programme) Needs {
	var n Needs
	used := map[string]bool{}
	for _, w := range p.Projection.Weeks {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				for _, name := range s.Targets[i].Exercise.Equipment {
					used[name] = used[name] || isUsed(p, &s.Targets[i], name)
				}
			}
			if !w.Light() {
				n.Minutes = progression.Widen(n.Minutes, s.Minutes)
			}
		}
	}
	n.Equipment = slices.DeleteFunc(training.EquipmentNames(), func(name string) bool { return !used[name] })
	return n
}

// isUsed reports whether a programme uses one of the pieces of equipment that an exercise can be done with: not those of which there is none
// where it is done, nor those beside the ones that the plan lists.
func isUsed(p *site.Programme, t *progression.Target, equipment string) bool {
	stocks := progression.Stocks(t.Row, t.Exercise, p.Plan.Weights, p.Weights)
	if slices.ContainsFunc(stocks, func(s progression.Stock) bool { return s.Equipment == equipment }) {
		return true
	}
	ofPlan, listed := p.Plan.Weights[equipment]
	if !listed {
		ofPlan, listed = p.Weights[equipment]
	}
	return !listed || len(ofPlan) > 0 && len(stocks) == 0
}

// mostLifts is how many pictures stand beside a plan (house rule).
const mostLifts = 3

// firstLifts returns the first exercises of a programme's first session that have pictures.
func (r *Renderer) firstLifts(p *site.Programme) []*site.Exercise {
	s := firstSession(p.Projection)
	if s == nil {
		return nil
	}
	var list []*site.Exercise
	for i := range s.Targets {
		e := r.site.Exercise(s.Targets[i].Exercise.ID)
		if e != nil && (e.Drawn() || e.Picture.Value != "") && len(list) < mostLifts && !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// firstSession returns the first session of a programme, outside of easy weeks if there is one; nil where there is none at all.
func firstSession(p *progression.Programme) *progression.Session {
	var first *progression.Session
	for i := range p.Weeks {
		w := &p.Weeks[i]
		switch {
		case len(w.Sessions) == 0:
		case !w.Light():
			return &w.Sessions[0]
		case first == nil:
			first = &w.Sessions[0]
		}
	}
	return first
}

// ByKind returns the programmes for the page's runner type, by the kind of their plans.
func (v *RunnerView) ByKind() []OfKind[Offer] {
	var list []OfKind[Offer]
	for _, of := range ofKinds(v.Runner.Programmes, kindOfProgramme) {
		list = append(list, OfKind[Offer]{of.Kind, v.SiteView.renderer.offers(of.List)})
	}
	return list
}

// Visits returns how often a week runners of the page's type lift, "1–2"; empty where that is not said.
func (v *RunnerView) Visits() string {
	most := v.Runner.SessionsPerWeek
	if most[1] == 0 {
		return ""
	}
	words := v.SiteView.renderer.theme.words
	return words.Figures(words.Span(quantity.Part{Low: most[0], High: most[1]}, quantity.Repetitions))
}

// PlanOffer is a plan in the list of all.
type PlanOffer struct {
	*site.Plan
	Offers  []Offer // one for each of its runner types
	Minutes [2]int  // of a session, whichever the runner type
}

// ByKind returns the plans of the site by their kind.
func (v *PlansView) ByKind() []OfKind[PlanOffer] {
	var list []OfKind[PlanOffer]
	for _, of := range ofKinds(v.Site.Plans, func(p *site.Plan) training.PlanKind { return p.Kind }) {
		kind := OfKind[PlanOffer]{Kind: of.Kind}
		for _, p := range of.List {
			offer := PlanOffer{Plan: p, Offers: v.renderer.offers(p.Programmes)}
			for _, o := range offer.Offers {
				offer.Minutes = progression.Widen(offer.Minutes, o.Minutes)
			}
			kind.List = append(kind.List, offer)
		}
		list = append(list, kind)
	}
	return list
}
