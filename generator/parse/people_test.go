package parse

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/source"
)

// settingsOf reads settings with more lines below those that each site has.
func settingsOf(t *testing.T, lines string) (*Settings, []string) {
	t.Helper()
	text := "title = \"Stride\"\nurl = \"https://stride.coach/\"\n" + lines
	snapshot := source.New([]source.File{{Path: SettingsFile, Data: []byte(text)}})
	s, problems := ReadSettings(snapshot)
	var messages []string
	for _, p := range problems {
		messages = append(messages, p.Message+" "+p.Hint)
	}
	return s, messages
}

func TestCoach(t *testing.T) {
	s, problems := settingsOf(t, `
[coach]
name = " Jo  Miller "
qualification = "Physiotherapist"
booking = "/book/#times"
portrait = "jo.jpg"

[authors.Sam]
about = "Lifts."
portrait = "sam.jpg"
`)
	if len(problems) > 0 {
		t.Error(problems)
	}
	c := s.Coach
	if c == nil || c.Name != "Jo Miller" || c.Qualification != "Physiotherapist" || c.Practice+c.Contact != "" || c.Booking != "/book/#times" || c.Portrait.Value != "jo.jpg" {
		t.Errorf("the coach is %+v", c)
	}
	if s.Authors["Sam"].Portrait.Value != "sam.jpg" {
		t.Errorf("Sam is %+v", s.Authors["Sam"])
	}
	if len(s.Links) != 1 || s.Links[0].Value != "/book/#times" {
		t.Error("links", s.Links)
	}
	if len(s.Pictures) != 2 || s.Pictures[0].Value != "jo.jpg" || s.Pictures[1].Value != "sam.jpg" {
		t.Error("pictures", s.Pictures)
	}
	if s, problems := settingsOf(t, ""); s.Coach != nil || len(problems) > 0 {
		t.Error("without [coach]:", s.Coach, problems)
	}
	if s, problems := settingsOf(t, "[coach]\nname = \"\"\n"); s.Coach != nil || len(problems) != 1 {
		t.Error("without a name:", s.Coach, problems)
	}
}

// Paper has no button: where there is no line of contact it has the address at which runners book.
func TestContactOnPaper(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"", ""},
		{"contact = \"Ring me\"\nbooking = \"tel:+441134960000\"", "Ring me"},
		{"booking = \"tel:+44 113 496 0000\"", "+441134960000"},
		{"booking = \"mailto:jo@stride.coach?subject=Training\"", "jo@stride.coach"},
		{"booking = \"https://book.example/jo?x=1\"", "https://book.example/jo?x=1"},
		{"booking = \"/book/\"", "https://stride.coach/book/"},
	} {
		if s, _ := settingsOf(t, "[coach]\nname = \"Jo\"\n"+c.keys+"\n"); s.ContactOnPaper() != c.want {
			t.Errorf("%s: on paper stands %q, not %q", c.keys, s.ContactOnPaper(), c.want)
		}
	}
	s, _ := settingsOf(t, "")
	if got := s.ContactOnPaper(); got != "" {
		t.Errorf("without a coach there stands %q", got)
	}
}

// What is written as an address of booking, and what becomes of it: the address, or the problem.
func TestBooking(t *testing.T) {
	const mail, tel = "Write it like booking = \"mailto:jo@example.org\".", "Write it like booking = \"tel:+441134960000\"."
	tests := []struct{ typed, want, problem string }{
		{"https://book.example/jo?x=1", "https://book.example/jo?x=1", ""},
		{"mailto:jo@stride.coach?subject=Training", "mailto:jo@stride.coach?subject=Training", ""},
		{"MAILTO:jo@stride.coach", "mailto:jo@stride.coach", ""},
		{"tel:+44 (113) 496-0000", "tel:+441134960000", ""},
		{"jo@stride.coach", "", `"jo@stride.coach" does not begin with mailto:, as an address of e-mail does. Write booking = "mailto:jo@stride.coach".`},
		{"+44 113 496 0000", "", `"+44 113 496 0000" does not begin with tel:, as an address of a telephone does. Write booking = "tel:+441134960000".`},
		{"mailto:jo", "", `"mailto:jo" is no address of e-mail. ` + mail},
		{"mailto:jo at@stride.coach", "", `"mailto:jo at@stride.coach" is no address of e-mail. ` + mail},
		{"tel:ask Jo", "", `"tel:ask Jo" is no address of a telephone. ` + tel},
		{"tel:12", "", `"tel:12" is no address of a telephone. ` + tel},
		{"book.example/jo", "", `"book.example/jo" does not begin with https://. Write it as it stands in a browser, with https:// in front, or as an address on this site: "/about/".`},
		{"javascript:alert(1)", "", `"javascript:alert(1)" does not begin with https://. Write it as it stands in a browser, with https:// in front, or as an address on this site: "/about/".`},
	}
	for _, test := range tests {
		s, problems := settingsOf(t, "[coach]\nname = \"Jo\"\nbooking = \""+test.typed+"\"\n")
		if s.Coach.Booking != test.want {
			t.Errorf("%q is read as %q, not as %q", test.typed, s.Coach.Booking, test.want)
		}
		if test.problem == "" && len(problems) > 0 || test.problem != "" && (len(problems) != 1 || problems[0] != test.problem) {
			t.Errorf("%q: %q", test.typed, problems)
		}
	}
}

// What is explained can be copied as a whole.
func TestExampleCoach(t *testing.T) {
	lines := "[coach]\n"
	for _, key := range coachFormat().Keys {
		lines += key.Name + " = " + key.Example + "\n"
	}
	if s, problems := settingsOf(t, lines); len(problems) > 0 || s.Coach == nil {
		t.Error(problems)
	}
}

// A coach who has room on a sheet, and one who has not: what is longest is to be shortened.
func TestLongCoach(t *testing.T) {
	const fits = "[coach]\nname = \"Dr. Annegret Hohenstein-Wiedemann\"\nqualification = \"Physiotherapist\"\npractice = \"Praxis am Ring, Bonn\"\ncontact = \"0228 496 0000\"\n"
	if _, problems := settingsOf(t, fits); len(problems) > 0 {
		t.Error(problems)
	}
	if _, problems := settingsOf(t, strings.Replace(fits, "496 0000", "496 0000 · ring@bonn.example", 1)+"logo = \"ring.svg\"\n"); len(problems) != 1 {
		t.Error("beside a logo:", problems)
	}
	if _, problems := settingsOf(t, strings.Replace(fits, "496 0000", "496 0000 · ring@bonn.example", 1)+"[look]\nlogo = \"ring.svg\"\n"); len(problems) != 1 {
		t.Error("beside the logo of the site:", problems)
	}
	const booked = "on sheets, what is said of the coach takes about 6 lines, and the boxes below get smaller. " +
		"There is room for 5 lines of some 30 letters: name and qualification, practice, booking. Shorten this."
	if _, problems := settingsOf(t, strings.Replace(fits, "contact = \"0228 496 0000\"", "booking = \"https://praxis-am-ring.example/termine/online/erstes-gespraech\"", 1)); len(problems) != 1 || problems[0] != booked {
		t.Error("with a long address:", problems)
	}
	const want = "on sheets, what is said of the coach takes about 6 lines, and the boxes below get smaller. " +
		"There is room for 5 lines of some 30 letters: name and qualification, practice, contact. Shorten this."
	s, problems := settingsOf(t, strings.Replace(fits, "Praxis am Ring, Bonn", strings.Repeat("Praxis am Ring, Bonn ", 4), 1))
	if len(problems) != 1 || problems[0] != want || s.Coach == nil {
		t.Error(problems)
	}
}
