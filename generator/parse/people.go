package parse

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// Coach is who stands behind the site, on its pages and on paper. What the settings do not say is empty.
type Coach struct {
	Name          string
	Qualification string // what they learned: "Physiotherapist, strength coach (A licence)"
	Practice      string // where they work
	Contact       string // one line, as it is printed
	Booking       string // an address on the web or on this site, or one that begins with mailto: or tel:
	Logo          tomlfile.Text
	Portrait      tomlfile.Text
}

// Author is what the settings say of somebody who writes.
type Author struct {
	Name     string
	About    string // a sentence or two
	URL      string // where there is more about them; may be empty
	Portrait tomlfile.Text
}

func coachFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "coach",
		Doc:  "Who stands behind the site, for those who are handed a sheet by somebody they can ask. It is printed on sheets, on plans and on the cover of the guide, and shown on the home page and at the foot of all others. Without it they say nothing of a coach. Pictures are named by their paths from content/. What is printed has about 34 letters to a line.",
		Keys: []tomlfile.Key{
			{Name: "name", Kind: tomlfile.String, Required: true, Doc: "The name, as you sign. If you write under it as well, use the same in author.", Example: `"Jo Miller"`},
			{Name: "qualification", Kind: tomlfile.String, Doc: "What you learned and may call yourself.", Example: `"Physiotherapist, A-licence strength coach"`},
			{Name: "practice", Kind: tomlfile.String, Doc: "The practice, club or gym that you work for.", Example: `"Balanced Stride, Leeds"`},
			{Name: "contact", Kind: tomlfile.String, Doc: "How runners reach you, in one line as it is printed.", Example: `"0113 496 0000 · jo@balancedstride.example"`},
			{Name: "booking", Kind: tomlfile.String, Doc: "Where runners book an appointment: an address, one on this site, or one that begins with mailto: or tel:.", Example: `"https://balancedstride.example/booking"`},
			{Name: "logo", Kind: tomlfile.String, Doc: "The logo of the practice, for paper: a drawing (.svg) or a picture, best dark on white. It is printed up to 30 mm wide and 12 mm high.", Example: `"practice.svg"`},
			{Name: "portrait", Kind: tomlfile.String, Doc: "A photo of you, best a face that fills it. It is shown as a square. A drawing stands there if left out.", Example: `"jo.jpg"`},
		},
	}
}

func authorsFormat() *tomlfile.Format {
	author := &tomlfile.Format{
		Name: "author",
		Doc:  "Somebody who writes.",
		Keys: []tomlfile.Key{
			{Name: "about", Kind: tomlfile.String, Required: true, Doc: "Who they are, in a sentence or two.", Example: `"Physical therapist and marathon runner."`},
			{Name: "url", Kind: tomlfile.String, Doc: "Where there is more about them: an address, or one on this site.", Example: `"/about/"`},
			{Name: "portrait", Kind: tomlfile.String, Doc: "A photo of them, by its path from content/. It is shown as a square.", Example: `"sam.jpg"`},
		},
	}
	return &tomlfile.Format{
		Name: "authors",
		Doc:  "Who writes here, each by the name that stands in author.",
		Any: &tomlfile.Key{
			Name: "name", Kind: tomlfile.SubTable, Table: author, Doc: "The name as it stands in author, in quotes, and who that is.",
			Example: `{ about = "Physical therapist and marathon runner.", url = "/about/" }`,
		},
	}
}

func (s *Settings) readCoach(t *tomlfile.Table, problems *diag.List) {
	if t == nil {
		return
	}
	problems.Add(blankTexts(t, "name")...)
	problems.Add(optionalTexts(t, "qualification", "practice", "contact", "booking", "logo", "portrait")...)
	problems.Add(brokenLines(t, "name", "qualification", "practice", "contact")...)
	problems.Add(plainLines(t, "name", "qualification", "practice", "contact")...)
	if tomlfile.Blank(t.String("name")) {
		return
	}
	s.Coach = &Coach{
		Name: oneLine(t, "name"), Qualification: oneLine(t, "qualification"), Practice: oneLine(t, "practice"), Contact: oneLine(t, "contact"),
		Booking: s.readBooking(t, "booking", problems), Logo: s.readPicture(t, "logo"), Portrait: s.readPicture(t, "portrait"),
	}
}

// oneLine returns a text as it stands on one line.
func oneLine(t *tomlfile.Table, key string) string {
	if tomlfile.Blank(t.String(key)) {
		return ""
	}
	return strings.Join(strings.Fields(t.String(key)), " ")
}

// brokenLines reports texts with a line break or another control character: they stand on one line, on paper too.
func brokenLines(t *tomlfile.Table, keys ...string) diag.List {
	var list diag.List
	for _, key := range keys {
		switch text := strings.TrimSpace(t.String(key)); {
		case strings.ContainsAny(text, "\n\r\v\f\u2028\u2029"):
			list.Add(diag.Errorf(t.ValuePos(key), "broken-line", "%q has a line break, and stands on one line.", key).
				WithHint(`Write all of it on one line, with " · " between its parts.`))
		case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\t' }):
			list.Add(diag.Errorf(t.ValuePos(key), "control-character", "%q has a character that cannot be seen.", key).WithHint("Type it anew."))
		}
	}
	return list
}

func (s *Settings) readAuthors(t *tomlfile.Table, problems *diag.List) {
	authors := t.Table("authors")
	if authors == nil {
		return
	}
	s.Authors = map[string]*Author{}
	for _, name := range authors.Keys() {
		a := authors.Table(name)
		if a == nil {
			continue
		}
		s.Authors[name] = &Author{Name: name, About: a.String("about"), URL: s.readAddress(a, "url", problems), Portrait: s.readPicture(a, "portrait")}
	}
	if meant := s.AuthorMeant(s.Author); meant != "" {
		problems.Add(MisspeltAuthor(t.ValuePos("author"), s.Author, meant))
	}
}

// AuthorMeant returns the author in the settings whose name is most like one that is not there; "" if none is like it, or the name is
// there. What the settings say of an author stands only below the articles of that very name.
func (s *Settings) AuthorMeant(name string) string {
	if name == "" || len(s.Authors) == 0 || s.Authors[name] != nil {
		return ""
	}
	return diag.Nearest(name, slices.Sorted(maps.Keys(s.Authors)))
}

// MisspeltAuthor returns the problem of a name that is not in the settings, but like the one that was probably meant.
func MisspeltAuthor(pos diag.Position, name, meant string) diag.Problem {
	return diag.Warningf(pos, "unknown-author", "%q is not described below [authors] in site.toml, but %q is.", name, meant).
		WithHint("If both are one person, write author = %q.", meant)
}

// readPicture reads a key that names a picture, by its path from the settings, and adds it to Pictures.
func (s *Settings) readPicture(t *tomlfile.Table, key string) tomlfile.Text {
	picture := t.Text(key)
	picture.Value = strings.TrimSpace(picture.Value)
	if picture.Value != "" {
		s.Pictures = append(s.Pictures, picture)
	}
	return picture
}
