package render

import (
	"slices"

	"github.com/legpress/legpress/generator/site"
)

// PDFs returns the PDFs of the page's programme that exist.
func (v *ProgrammePart) PDFs() []site.PDF { return v.renderer.pdfsOf(v.Programme) }

// GuidePDFs returns the PDFs of the whole guide that exist.
func (v *PlansView) GuidePDFs() []site.PDF { return v.renderer.pdfsOf(nil) }

func (r *Renderer) pdfsOf(p *site.Programme) []site.PDF {
	return slices.DeleteFunc(slices.Clone(r.pdfs), func(pdf site.PDF) bool { return pdf.Programme != p })
}
