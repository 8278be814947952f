package parse

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/focus"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// Coach is who stands behind the site, on its pages and on paper. What the settings do not say is empty.
type Coach struct {
	Name          string
	About, URL    string // as of the author of that name
	Qualification string // what they learned: "Physiotherapist, strength coach (A licence)"
	Practice      string // where they work
	Contact       string // one line, as it is printed
	Booking       string // an address on the web or on this site, or one that begins with mailto: or tel:
	Logo          tomlfile.Text
	Portrait      Portrait
}

// Author is what the settings say of somebody who writes.
type Author struct {
	Name     string
	About    string // a sentence or two
	URL      string // where there is more about them; may be empty
	Portrait Portrait
}

// Portrait is a photo of somebody, by its path from the settings, and around which place it is cut to a square; without a path there is
// none.
type Portrait struct {
	tomlfile.Text
	Focus focus.Focus
}

func coachFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "coach",
		Doc:  "Who stands behind the site, for those who are handed a sheet by somebody they can ask. It is printed on sheets, on plans and on the cover of the guide, and shown on the home page and at the foot of all others. Without it they say nothing of a coach. Pictures are named by their paths from content/.",
		Keys: []tomlfile.Key{
			{Name: "name", Kind: tomlfile.String, Required: true, Doc: "The name, as you sign. If you write under it as well, use the same in author.", Example: `"Jo Miller"`},
			{Name: "qualification", Kind: tomlfile.String, Doc: "What you learned and may call yourself.", Example: `"Physiotherapist, strength coach"`},
			{Name: "practice", Kind: tomlfile.String, Doc: "The practice, club or gym that you work for.", Example: `"Balanced Stride, Leeds"`},
			{Name: "contact", Kind: tomlfile.String, Doc: "How runners reach you, in one line as it is printed.", Example: `"0113 496 0000 · jo@stride.example"`},
			{Name: "booking", Kind: tomlfile.String, Doc: "Where runners book an appointment: an address, one on this site, or one that begins with mailto: or tel:.", Example: `"https://stride.example/booking"`},
			{Name: "logo", Kind: tomlfile.String, Doc: "The logo of the practice, for paper: a drawing (.svg) or a picture, best dark on white and without small letters, as it is printed 10 mm wide and high at most. That of look if left out.", Example: `"practice.svg"`},
			{Name: "portrait", Kind: tomlfile.String, Doc: "A photo of you. It is shown as a square. A drawing stands there if left out.", Example: `"jo.jpg"`},
			portraitFocusKey(),
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
			portraitFocusKey(),
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

func portraitFocusKey() tomlfile.Key {
	return training.FocusKey("portrait_focus", "The middle if left out.")
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
		Booking: s.readBooking(t, "booking", problems), Logo: s.readPicture(t, "logo"), Portrait: s.readPortrait(t, problems),
	}
}

// On a sheet the coach stands beside the code: 46 mm hold about so many letters of 8.5 pt, and a logo takes 12 mm of them. Below the line
// for the runner's name there is room for four lines; one more is hardly seen in the boxes, and those behind it are (house rule).
const (
	paperLetters     = 30
	paperLettersLess = 22 // beside a logo
	paperLines       = 5
)

// longOnPaper reports a coach who takes more lines of a sheet than there is room for.
func (s *Settings) longOnPaper(t *tomlfile.Table) diag.List {
	if s.Coach == nil {
		return nil
	}
	letters := paperLetters
	if s.Coach.Logo.Value != "" || s.Look != nil && s.Look.Logo.Value != "" {
		letters = paperLettersLess
	}
	contact := "contact"
	if s.Coach.Contact == "" {
		contact = "booking"
	}
	lines, longest := 0, "name"
	for _, line := range [][]string{{"name", "qualification"}, {"practice"}, {contact}} {
		n := 0
		for _, key := range line {
			n += s.lettersOnPaper(t, key)
			if s.lettersOnPaper(t, key) > s.lettersOnPaper(t, longest) {
				longest = key
			}
		}
		lines += (n + letters - 1) / letters
	}
	if lines <= paperLines {
		return nil
	}
	return diag.List{diag.Warningf(t.ValuePos(longest), "long-coach", "on sheets, what is said of the coach takes about %d lines, and the boxes below get smaller.", lines).
		WithHint("There is room for %d lines of some %d letters: name and qualification, practice, %s. Shorten this.", paperLines, letters, contact)}
}

// lettersOnPaper returns how many letters of a key of the coach are printed.
func (s *Settings) lettersOnPaper(t *tomlfile.Table, key string) int {
	if key == "booking" {
		return utf8.RuneCountInString(s.ContactOnPaper())
	}
	return utf8.RuneCountInString(oneLine(t, key))
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
	if authors := t.Table("authors"); authors != nil {
		s.Authors = map[string]*Author{}
		for _, name := range authors.Keys() {
			if a := authors.Table(name); a != nil {
				s.Authors[name] = &Author{Name: name, About: a.String("about"), URL: s.readAddress(a, "url", problems), Portrait: s.readPortrait(a, problems)}
			}
		}
	}
	s.joinPeople(t)
	if meant := s.AuthorMeant(s.Author); meant != "" {
		problems.Add(MisspeltAuthor(t.ValuePos("author"), s.Author, meant))
	}
}

// joinPeople makes a coach who also writes one person: what is said of them in one place holds in the other. A coach writes what nobody
// else signs.
func (s *Settings) joinPeople(t *tomlfile.Table) {
	if s.Coach == nil {
		return
	}
	if !t.Has("author") && !t.Broken("author") {
		s.Author = s.Coach.Name
	}
	if a := s.Authors[s.Coach.Name]; a != nil {
		s.Coach.About, s.Coach.URL = a.About, a.URL
		if s.Coach.Portrait.Value == "" {
			s.Coach.Portrait = a.Portrait
		}
		if a.Portrait.Value == "" {
			a.Portrait = s.Coach.Portrait
		}
	}
}

// IsCoach reports whether a name is that of the coach.
func (s *Settings) IsCoach(name string) bool { return s.Coach != nil && s.Coach.Name == name }

// AuthorMeant returns who in the settings has a name most like one that is not there; "" if none is like it, or the name is there. What
// the settings say of somebody stands only below the articles of that very name.
func (s *Settings) AuthorMeant(name string) string {
	if name == "" || s.Authors[name] != nil || s.IsCoach(name) {
		return ""
	}
	names := slices.Sorted(maps.Keys(s.Authors))
	if s.Coach != nil {
		names = append(names, s.Coach.Name)
	}
	return diag.Nearest(name, names)
}

// MisspeltAuthor returns the problem of a name that is not in the settings, but like the one that was probably meant.
func MisspeltAuthor(pos diag.Position, name, meant string) diag.Problem {
	return diag.Warningf(pos, "unknown-author", "%q is not described in site.toml, but %q is.", name, meant).
		WithHint("If both are one person, write author = %q.", meant)
}

func (s *Settings) readPortrait(t *tomlfile.Table, problems *diag.List) Portrait {
	at, more := training.ReadFocus(t, "portrait_focus", "portrait")
	problems.Add(more...)
	return Portrait{s.readPicture(t, "portrait"), at}
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
