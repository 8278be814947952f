package parse

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/tomlfile"
)

func outsideFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "outside",
		Doc:  "The other websites that your pages may use. Left out, nobody but you learns who reads your pages. Each address here is one more that does, and your About page says so.",
		Keys: []tomlfile.Key{
			{Name: "forms", Kind: tomlfile.Strings, Doc: "Who may get what readers write into a form: a contact form, signing up for a newsletter.", Example: `["https://formspree.io"]`},
			{Name: "frames", Kind: tomlfile.Strings, Doc: "Whose pages may be shown within yours: booking an appointment, a map, the player of a podcast.", Example: `["https://calendly.com"]`},
			{Name: "scripts", Kind: tomlfile.Strings, Doc: "Whose scripts may run on your pages: counting visits. A script sees everything on a page, and may send it to its website. So runners have no log on your site, and cannot make a plan their own, as long as there is one.", Example: `["https://plausible.io"]`},
			{Name: "images", Kind: tomlfile.Strings, Doc: "Whose pictures your texts may show.", Example: `["https://images.example.net"]`},
		},
	}
}

// readOutside reads which other websites pages may use.
func (s *Settings) readOutside(t *tomlfile.Table, problems *diag.List) {
	if t == nil {
		return
	}
	for _, list := range []struct {
		key string
		to  *[]policy.Address
	}{{"forms", &s.Outside.Forms}, {"frames", &s.Outside.Frames}, {"scripts", &s.Outside.Scripts}, {"images", &s.Outside.Images}} {
		for _, text := range t.Texts(list.key) {
			s.readOutsideAddress(list.key, text, list.to, problems)
		}
	}
	if texts := t.Texts("scripts"); len(texts) > 0 {
		s.ScriptsPos = texts[0].Pos
	}
}

func (s *Settings) readOutsideAddress(key string, text tomlfile.Text, list *[]policy.Address, problems *diag.List) {
	a, fault := policy.ReadAddress(text.Value)
	if fault != nil {
		problems.Add(diag.Errorf(text.Pos, "bad-outside", "%s", fault.Message).WithHint("%s", fault.Hint))
		return
	}
	own, fault := policy.ReadAddress(s.URL)
	switch again := holder(*list, a); {
	case fault == nil && own.Website() == a.Website():
		problems.Add(diag.Warningf(text.Pos, "outside-again", "%s is this site itself, which its pages may always use.", a).WithHint("Leave it out."))
		return
	case again != nil:
		problems.Add(diag.Warningf(text.Pos, "outside-again", "%s is in %s already: %s.", a, key, again).WithHint("Leave one of them out."))
		return
	case a.Loopback():
		problems.Add(diag.Warningf(text.Pos, "outside-here", "%s is an address of the reader's own computer: on the web nobody is there.", a).
			WithHint("Write the address that the service has on the web."))
	}
	*list = append(*list, a)
}

// holder returns the first address of a list that covers another one; nil if none does.
func holder(list []policy.Address, a policy.Address) *policy.Address {
	for i := range list {
		if list[i].Holds(a) {
			return &list[i]
		}
	}
	return nil
}

// Policy returns what the pages of the site may do.
func (s *Settings) Policy() *policy.Policy { return policy.New(s.URL, s.Outside) }

// Followed reports whether a reader's browser may follow a programme, and keep what she writes down of it. Where other websites' scripts
// run it may not: they could read all of it.
func (s *Settings) Followed() bool { return len(s.Outside.Scripts) == 0 }
