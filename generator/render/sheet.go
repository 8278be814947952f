package render

import (
	"cmp"
	"html/template"
	"strings"

	"github.com/legpress/legpress/generator/render/qrcode"
	"github.com/legpress/legpress/generator/sheet"
)

// Sheets returns the pages of paper of the page's programme, the test card aside.
func (v *SheetView) Sheets() ([]sheet.Page, error) {
	p, side := v.Programme, 0.0
	if v.Settings.Reachable() {
		code, err := qrcode.New(absolute(v.Settings, p.URL))
		if err != nil {
			return nil, err
		}
		side = code.Millimetres()
	}
	flags, _ := v.RedFlags() // that a word is missing is reported where the layout asks for it
	upTo, _ := v.PainUpTo()
	return sheet.Pages(sheet.Input{
		Programme: p.Projection, Weights: v.Settings.Weights, Others: v.others(), Title: v.Title, Address: v.Settings.Printed(p.URL), License: v.Settings.License,
		Kind: v.renderer.kindOf(v.Plan.Plan), Pain: strings.TrimSpace(upTo + " " + flags), CodeSide: side, Words: v.renderer.theme.words,
	}), nil
}

// others returns the names of the exercises that may be done instead of a row's, by their ids.
func (v *SheetView) others() map[string]string {
	names := map[string]string{}
	for _, phase := range v.Plan.Phases {
		for _, session := range phase.Sessions {
			for i := range session.Rows {
				if x := v.Site.Exercise(session.Rows[i].Or.ID); x != nil {
					names[x.ID] = x.Name
				}
			}
		}
	}
	return names
}

// LastSheet returns the number of the last page of paper.
func (v *SheetView) LastSheet() (int, error) {
	pages, err := v.Sheets()
	return len(pages) + sheet.TestCards(v.Programme.Projection), err
}

// RedFlags returns the sentences that say which signs end the training, with the address of the page that names them all. They stand
// on everything that is printed and lifted from. The address goes without its https://, as one would type it: room is short there.
func (v *ProgrammePart) RedFlags() (string, error) {
	words, settings := v.renderer.theme.words, v.renderer.site.Settings
	flags, err := words.Fill("red-flags")
	if !settings.Reachable() {
		return flags, err
	}
	_, address, _ := strings.Cut(settings.Printed("/method/"), "://")
	more, moreErr := words.Fill("red-flags-more", "address", address)
	return flags + " " + more, cmp.Or(err, moreErr)
}

// SheetDrawing returns the drawing of a row's exercise, or nothing. It is described once; later sheets repeat what has been seen.
func (v *SheetView) SheetDrawing(r sheet.Row) template.HTML {
	x := v.Site.Exercise(r.Exercise.ID)
	if x == nil || !x.Drawn() {
		return ""
	}
	return v.renderer.sheetImage(x, !r.New)
}

// codeID is the id under which the QR code of a page is repeated.
const codeID = "_qr"

// Code returns the page's address as a QR code: the drawing on the first sheet, a repetition of it on the others; nothing where the
// address leads nowhere.
func (v *SheetView) Code(sheet int) (template.HTML, error) {
	if !v.Settings.Reachable() {
		return "", nil
	}
	address := absolute(v.Settings, v.Programme.URL)
	c, err := qrcode.New(address)
	if err != nil || sheet > 1 {
		return template.HTML(c.Again(codeID)), err
	}
	return template.HTML(c.SVG(codeID, address)), nil
}
