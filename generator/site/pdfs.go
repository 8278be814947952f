package site

import (
	"cmp"
	"strings"

	"github.com/gosimple/slug"
)

// PDF is a file that can be printed from the site, on one paper: the sheets of a programme, or the whole guide. A site does not know which
// of them were printed.
type PDF struct {
	URL       string     // on the site
	Paper     string     // "a4" or "letter"
	Programme *Programme // whose sheets they are; nil: the whole guide
}

// File returns the path of the PDF below the public folder.
func (p PDF) File() string { return p.URL[1:] }

// PDFs returns all PDFs of the site: those of each programme, then the whole guide. Names like first-eight-weeks-only-runs-a4.pdf say what a
// file is wherever it is sent. A file of the author's at the same address takes the place of a PDF.
func (s *Site) PDFs() []PDF {
	var list []PDF
	for plan := range s.AllPlans() {
		for _, p := range plan.Programmes {
			list = s.onPapers(list, p.URL+plan.ID+"-"+p.Runner.ID, p)
		}
	}
	return s.onPapers(list, "/"+s.guideName(), nil)
}

// longestGuideName is how many bytes of the site's title are in the name of the whole guide's file.
const longestGuideName = 100

// guideName returns the name of the whole guide's file, without the paper.
func (s *Site) guideName() string {
	name := slug.MakeLang(s.Settings.Title, s.Settings.Language)
	if len(name) > longestGuideName {
		name = name[:longestGuideName] // of letters without accents
		name = name[:max(strings.LastIndexByte(name, '-'), longestGuideName/2)]
	}
	return cmp.Or(strings.Trim(name, "-"), "guide")
}

func (s *Site) onPapers(list []PDF, url string, p *Programme) []PDF {
	for _, paper := range s.Settings.Papers() {
		pdf := PDF{URL: url + "-" + paper + ".pdf", Paper: paper, Programme: p}
		if s.files.public[pdf.URL] == nil {
			list = append(list, pdf)
		}
	}
	return list
}

// Book returns the page of the whole guide. It is printed: it is not one of the site's Pages, none of which can have its address.
func (s *Site) Book() *Page {
	return &Page{Output: BookPage, URL: BookPage.Of(""), Title: s.Settings.Title}
}
