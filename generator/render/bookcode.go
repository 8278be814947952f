package render

import (
	"html/template"

	"github.com/legpress/legpress/generator/render/qrcode"
	"github.com/legpress/legpress/generator/site"
)

// SheetCode returns the address of the programme's sheets as a QR code, for paper on which they are not; nothing where the address leads
// nowhere.
func (v *ProgrammeView) SheetCode() (template.HTML, error) {
	return v.renderer.code(site.SheetPage.Of(v.Programme.URL))
}

// SiteCode returns the address of the site as a QR code; nothing where it leads nowhere.
func (v *BookView) SiteCode() (template.HTML, error) { return v.renderer.code(site.Home.Of("")) }

// code draws an address on the site.
func (r *Renderer) code(url string) (template.HTML, error) {
	if !r.site.Settings.Reachable() {
		return "", nil
	}
	address := r.absolute(url)
	c, err := qrcode.New(address)
	if err != nil {
		return "", err
	}
	return template.HTML(c.SVG(codeID, address)), nil
}
