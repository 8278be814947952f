package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/output"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
)

// bearing is how much of a PDF is searched for its proof, in bytes. It stands in the document's information, which comes first.
const bearing = 4 << 10

// bears reports whether a PDF was printed from what the proof stands for.
func bears(stage *output.Stage, pdf site.PDF, proof string) (bool, error) {
	f, err := stage.Open(pdf.File())
	if err != nil {
		return false, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, bearing))
	return bytes.Contains(head, []byte(proof)), err
}

// proofs knows what PDFs are printed from.
type proofs struct {
	options  Options
	site     *site.Site
	theme    *render.Theme
	stage    *output.Stage
	renderer *render.Renderer // of pages that link no PDF: what is printed does not depend on what was printed before

	printed map[*site.Programme]string // sums of pages, which are the same for each paper; nil: the whole guide
}

func (s *state) proofs(stage *output.Stage) *proofs {
	r, _ := render.New(s.theme, s.site) // its problems were found when the pages were rendered
	return &proofs{options: s.options, site: s.site, theme: s.theme, stage: stage, renderer: r, printed: map[*site.Programme]string{}}
}

// of returns the SHA-256 of all that goes into a PDF, in hexadecimal.
func (p *proofs) of(pdf site.PDF) (string, error) {
	printed, known := p.printed[pdf.Programme]
	if !known {
		page, err := p.page(pdf)
		if err != nil {
			return "", err
		}
		printed = p.sum(page)
		p.printed[pdf.Programme] = printed
	}
	h := sha256.New()
	fmt.Fprintf(h, "legpress.pdf/1\n%s\n%s\n%d\n%s\n", pdf.Paper, p.site.Settings.Author, p.dated(pdf).Unix(), printed)
	return hex.EncodeToString(h.Sum(nil)), nil
}

// sum returns the SHA-256 of a page, the files that it asks for, and those that its style sheets may ask for.
func (p *proofs) sum(page []byte) string {
	h := sha256.New()
	h.Write(page)
	files := p.files(page)
	for _, asset := range p.theme.Assets() {
		if name := asset.URL[1:]; !named(name) && !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	for _, name := range files {
		fmt.Fprintf(h, "%s %s\n", name, p.stage.Sum(name))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// named reports whether a file of the theme is used only by pages that name it.
func named(file string) bool { return slices.Contains([]string{".css", ".js"}, path.Ext(file)) }

// dated returns the date of a PDF: that of the build where one is set, else that of the content.
func (p *proofs) dated(pdf site.PDF) time.Time {
	switch {
	case !p.options.Stamp.IsZero():
		return p.options.Stamp
	case pdf.Programme != nil:
		return pdf.Programme.Plan.Updated
	}
	return p.site.Updated
}

// page returns the page that a PDF is printed from; the whole guide is without the numbers of its pages.
func (p *proofs) page(pdf site.PDF) ([]byte, error) {
	if pdf.Programme == nil {
		return p.book(nil)
	}
	var b bytes.Buffer
	page := p.site.PageAt(site.SheetPage.Of(pdf.Programme.URL))
	problems := p.renderer.Page(&b, page)
	return b.Bytes(), rendered(page, problems)
}

func (p *proofs) book(numbers map[string]int) ([]byte, error) {
	var b bytes.Buffer
	problems := p.renderer.Book(&b, numbers)
	return b.Bytes(), rendered(p.site.Book(), problems)
}

// rendered turns what is wrong with a page into an error: that pages can be rendered was found out when they were built.
func rendered(page *site.Page, problems diag.List) error {
	if len(problems) > 0 {
		return fmt.Errorf("rendering %s: %s", page.URL, problems[0].Message)
	}
	return nil
}

// files returns the paths below the public folder of the files that a page asks for, each once.
func (p *proofs) files(page []byte) []string {
	var list []string
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		t := z.Token()
		style := t.DataAtom == atom.Link && slices.Contains(t.Attr, html.Attribute{Key: "rel", Val: "stylesheet"})
		for _, a := range t.Attr {
			if a.Key != "src" && (a.Key != "href" || !style) {
				continue
			}
			u, err := url.Parse(a.Val)
			if err != nil || u.IsAbs() {
				continue
			}
			name := strings.TrimPrefix(strings.TrimPrefix(u.Path, p.site.Settings.Base), "/")
			if p.stage.Sum(name) != "" && !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}
