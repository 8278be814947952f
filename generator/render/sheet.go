package render

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/qrcode"
	"github.com/legpress/legpress/generator/sheet"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// Sheets returns the pages of paper of the page's programme, the test card aside.
func (v *SheetView) Sheets() []sheet.Page {
	p := v.Programme
	flags, _ := v.RedFlags() // that a word is missing is reported where the layout asks for it
	upTo, _ := v.PainUpTo()
	return sheet.Pages(sheet.Input{
		Programme: p.Projection, Weights: p.Weights, Exercise: v.exercise, Title: v.Title, Address: v.Address(), License: v.Settings.License,
		Kind: v.renderer.kindOf(v.Plan.Plan), Pain: strings.TrimSpace(upTo + " " + flags), Who: v.who(), Logo: v.SheetLogo() != "", Code: v.Settings.Reachable(), Words: v.renderer.theme.words,
	})
}

// who returns the lines about the coach.
func (v *SheetView) who() [][]string {
	c := v.Settings.Coach
	if c == nil {
		return nil
	}
	return [][]string{{c.Name, c.Qualification}, {c.Practice}, {v.Settings.ContactOnPaper()}}
}

// SheetLogo returns the logo of the coach or else of the site, as a picture without a text, for its name stands beside; empty where there
// is none.
func (v *SheetView) SheetLogo() template.HTML {
	var logo tomlfile.Text
	if look := v.Settings.Look; look != nil {
		logo = look.Logo
	}
	if c := v.Settings.Coach; c != nil && c.Logo.Value != "" {
		logo = c.Logo
	}
	if logo.Value == "" {
		return ""
	}
	url, size := v.renderer.logoFile(logo)
	return template.HTML(fmt.Sprintf(`<img src="%s" alt="" width="%d" height="%d">`, url, size.Width, size.Height))
}

// exercise returns an exercise of the site; nil where there is none of this id.
func (v *SheetView) exercise(id string) *training.Exercise {
	if x := v.Site.Exercise(id); x != nil {
		return x.Exercise
	}
	return nil
}

// Felt returns how a visit can have felt, to tick one of it.
func (v *SheetView) Felt() []string { return strings.Fields(v.renderer.theme.words.Say("felt")) }

// Address returns the address of the programme's page as one types it, without its https://: the line at the foot is short. It is empty where
// it leads nowhere.
func (v *SheetView) Address() string { return typed(v.Settings, v.Programme.URL) }

// typed returns the printed address of a page without its scheme.
func typed(settings *parse.Settings, url string) string {
	printed := settings.Printed(url)
	if _, address, ok := strings.Cut(printed, "://"); ok {
		return address
	}
	return printed
}

// LastSheet returns the number of the last page of paper.
func (v *SheetView) LastSheet() int { return len(v.Sheets()) + sheet.TestCards(v.Programme.Projection) }

// RedFlags returns the sentences that say which signs end the training, with the address of the page that names them all. They stand
// on everything that is printed and lifted from.
func (v *ProgrammePart) RedFlags() (string, error) {
	words, settings := v.renderer.theme.words, v.renderer.site.Settings
	flags, err := words.Fill("red-flags")
	if !settings.Reachable() {
		return flags, err
	}
	more, moreErr := words.Fill("red-flags-more", "address", typed(settings, "/method/"))
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

// PlanAddress returns the whole address of the programme's page, to which a runner's own code leads back; empty where it leads nowhere.
func (v *SheetView) PlanAddress() string {
	if !v.Settings.Reachable() {
		return ""
	}
	return absolute(v.Settings, v.Programme.URL)
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
