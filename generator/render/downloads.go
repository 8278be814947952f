package render

import (
	"slices"

	"github.com/legpress/legpress/generator/site"
)

// PDFs returns the PDFs of the page's programme that exist.
func (v *ProgrammePart) PDFs() []site.PDF { return v.renderer.pdfsOf(v.Programme) }

// Download is a file that the page of a programme offers.
type Download struct{ URL, Name string }

// Downloads returns the files of the page's programme, but for PDFs.
func (v *ProgrammeView) Downloads() ([]Download, error) {
	words := v.renderer.theme.words
	date, err := words.Date(v.Plan.Monday())
	if err != nil {
		return nil, err
	}
	var list []Download
	for o, word := range downloads {
		url := site.Output(o).Of(v.Programme.URL)
		if word == "" || v.renderer.site.PageAt(url) == nil {
			continue
		}
		name, err := words.Fill(word, "date", date)
		if err != nil {
			return nil, err
		}
		list = append(list, Download{url, name})
	}
	return list, nil
}

// GuidePDFs returns the PDFs of the whole guide that exist.
func (v *PlansView) GuidePDFs() []site.PDF { return v.renderer.pdfsOf(nil) }

func (r *Renderer) pdfsOf(p *site.Programme) []site.PDF {
	return slices.DeleteFunc(slices.Clone(r.pdfs), func(pdf site.PDF) bool { return pdf.Programme != p })
}
