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

// fingerprintWithin is how much of a PDF is searched for its fingerprint, in bytes. The document's information comes first.
const fingerprintWithin = 4 << 10

// hasFingerprint reports whether a PDF of the website has a fingerprint in it.
func hasFingerprint(stage *output.Stage, pdf site.PDF, fingerprint string) (bool, error) {
	f, err := stage.Open(pdf.File())
	if err != nil {
		return false, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, fingerprintWithin))
	return bytes.Contains(head, []byte(fingerprint)), err
}

// fingerprints computes the fingerprints of PDFs: hashes of all that they are printed from.
type fingerprints struct {
	options  Options
	site     *site.Site
	theme    *render.Theme
	stage    *output.Stage
	renderer *render.Renderer // without links to PDFs, so that what is printed does not depend on what was printed before

	pageSums map[*site.Programme]string // computed sums, the same for each paper; the key nil is the whole guide
}

func (s *build) fingerprints(stage *output.Stage) *fingerprints {
	r, _ := render.New(s.theme, s.site) // its problems were reported when the pages were rendered
	return &fingerprints{options: s.options, site: s.site, theme: s.theme, stage: stage, renderer: r, pageSums: map[*site.Programme]string{}}
}

// of returns the fingerprint of a PDF: the SHA-256 of all that is printed, in hexadecimal.
func (p *fingerprints) of(pdf site.PDF) (string, error) {
	printed, known := p.pageSums[pdf.Programme]
	if !known {
		page, err := p.pageOf(pdf)
		if err != nil {
			return "", err
		}
		printed = p.sumOf(page)
		p.pageSums[pdf.Programme] = printed
	}
	h := sha256.New()
	fmt.Fprintf(h, "legpress.pdf/1\n%s\n%s\n%d\n%s\n", pdf.Paper, p.site.Settings.Author, p.dateOf(pdf).Unix(), printed)
	return hex.EncodeToString(h.Sum(nil)), nil
}

// sumOf returns the SHA-256 of a page, the files that it refers to, and those that its style sheets may refer to, fonts among them.
func (p *fingerprints) sumOf(page []byte) string {
	h := sha256.New()
	h.Write(page)
	files := p.filesOf(page)
	for _, asset := range p.theme.Assets() {
		if name := asset.URL[1:]; !onlyByName(name) && !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	for _, font := range p.site.Fonts() {
		files = append(files, font.URL[1:])
	}
	for _, name := range files {
		fmt.Fprintf(h, "%s %s\n", name, p.stage.Sum(name))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// onlyByName reports whether only pages that name a file of the theme can use it.
func onlyByName(file string) bool { return slices.Contains([]string{".css", ".js"}, path.Ext(file)) }

// dateOf returns the date of a PDF: Options.Stamp, or else that of the content.
func (p *fingerprints) dateOf(pdf site.PDF) time.Time {
	switch {
	case !p.options.Stamp.IsZero():
		return p.options.Stamp
	case pdf.Programme != nil:
		return pdf.Programme.Plan.Updated
	}
	return p.site.Updated
}

// pageOf returns the page that a PDF is printed from; the whole guide without page numbers.
func (p *fingerprints) pageOf(pdf site.PDF) ([]byte, error) {
	if pdf.Programme == nil {
		return p.book(nil)
	}
	var b bytes.Buffer
	page := p.site.PageAt(site.SheetPage.Of(pdf.Programme.URL))
	problems := p.renderer.Page(&b, page)
	return b.Bytes(), renderError(page, problems)
}

func (p *fingerprints) book(numbers map[string]int) ([]byte, error) {
	var b bytes.Buffer
	problems := p.renderer.Book(&b, numbers)
	return b.Bytes(), renderError(p.site.Book(), problems)
}

// renderError returns problems of a page as an error. There should be none, because all pages were rendered before.
func renderError(page *site.Page, problems diag.List) error {
	if len(problems) > 0 {
		return fmt.Errorf("rendering %s: %s", page.URL, problems[0].Message)
	}
	return nil
}

// filesOf returns the files that a page refers to, as paths below the public folder, each once.
func (p *fingerprints) filesOf(page []byte) []string {
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
