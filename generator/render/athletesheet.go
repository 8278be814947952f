package render

import (
	"bytes"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// AthleteSheet writes the sheets of a programme that is one runner's. It is no page of the site, and looks as that of the plan does, with
// her name.
func (r *Renderer) AthleteSheet(w *bytes.Buffer, p *site.Programme, name string) diag.List {
	page := &site.Page{
		URL: site.SheetPage.Of(p.URL), Output: site.SheetPage, Section: "plans", Title: p.Plan.Title, Description: p.Plan.Summary,
		Plan: p.Plan, Programme: p, Runner: p.Runner,
	}
	view := r.view(page, page.Title)
	return r.execute(w, page.Output, &SheetView{view, view.programme(), name})
}
