package parse

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/training/rules"
)

// SettingsFile is the file with the settings of the whole site.
const SettingsFile = source.Content + "/site.toml"

// Settings are what content/site.toml says.
type Settings struct {
	Title       string
	Description string
	URL         string // absolute, ends with "/", in plain letters: "https://example.org/blog/"
	URLPos      diag.Position
	FeedBase    string // what the ids in feeds begin with, as URL is written; "": URL
	Base        string // the path of URL, without the last "/": "" or "/blog"
	Author      string
	License     string // the name of what others may do with the content; may be empty
	LicenseURL  string // where it stands; may be empty
	Language    string // a BCP 47 tag
	Direction   string // "ltr" or "rtl"
	Unit        quantity.Unit
	Paper       string // "a4" or "letter"
	Menu        []tomlfile.Text
	PerPage     int // articles on a page of a list
	Zone        *time.Location
	RawHTML     bool
	Outside     policy.Outside
	PublishTo   string             // where "legpress publish" puts the site; may be empty
	ScriptsPos  diag.Position      // of the first website whose scripts may run
	Coach       *Coach             // nil: the settings have none
	Authors     map[string]*Author // by name
	Look        *Look              // nil: the theme's
	Cards       bool               // draw a picture for each article and plan, for where it is shared
	Weights     training.Weights
	UnreadLoads bool // some of the weights could not be read, which was reported
	Rules       rules.Config
	Links       []tomlfile.Text // the addresses on this site that are named here
	Pictures    []tomlfile.Text // the pictures that are named here, by their paths from this file

	printed string // URL as it stands on paper, without the last "/"; "" where it leads nowhere
}

// SettingsFormat describes content/site.toml.
func SettingsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "site",
		Doc:  "The settings of the whole site, in content/site.toml.",
		Keys: []tomlfile.Key{
			{Name: "title", Kind: tomlfile.String, Required: true, Doc: "The name of the site.", Example: `"Balanced Stride"`, Synonyms: []string{"name"}},
			{Name: "description", Kind: tomlfile.String, Doc: "What the site is, in one or two sentences. It opens the home page, unless content/pages/home.md does.", Example: `"Strength training that serves your running."`, Synonyms: []string{"tagline", "subtitle", "slogan", "summary"}},
			{Name: "url", Kind: tomlfile.String, Required: true, Doc: "Where the site will be published, with https:// and any folder. As long as the address leads readers nowhere, as that of a new site does, sheets, PDFs and calendars carry no address and no QR code.", Example: `"https://www.your-address.org/"`},
			{Name: "feed_base", Kind: tomlfile.String, Doc: "The address that the site had when its feeds were first subscribed to. Write it here when you change url, so that feed readers do not show old articles as new ones. url if left out.", Example: `"https://old-name.example/"`},
			{Name: "author", Kind: tomlfile.String, Doc: "Who writes, with what is said of that name below authors. An article may name somebody else. The coach if left out.", Example: `"Jo Miller"`},
			{Name: "license", Kind: tomlfile.String, Doc: "What others may do with your texts and plans, as the name of a licence. It stands at the foot of each page and sheet, and in feeds. Nothing is said if left out.", Example: `"CC BY-SA 4.0"`},
			{Name: "license_url", Kind: tomlfile.String, Doc: "Where the licence stands: an address, or one on this site.", Example: `"https://creativecommons.org/licenses/by-sa/4.0/"`},
			{Name: "language", Kind: tomlfile.String, Doc: `The language of the texts, as a short code. It sets the fixed words of the pages, dates, numbers and quotation marks, and whether lines run from the right. "legpress new words --help" lists the languages that there are words in; "legpress new words" begins a file of them in another one. "en" if left out.`, Example: `"en"`},
			{Name: "unit", Kind: tomlfile.String, OneOf: []string{"kg", "lb"}, Doc: `The unit of your weights: what sheets print where a plan writes no weight, and what new plans begin with. A weight is printed as it is written, with the other unit in brackets. "kg" if left out.`, Example: `"kg"`},
			{Name: "paper", Kind: tomlfile.String, OneOf: []string{"a4", "letter"}, Doc: `The paper that comes first. "a4" if left out.`, Example: `"a4"`},
			{Name: "menu", Kind: tomlfile.Strings, Doc: "What the menu shows, in order: runners, plans, exercises, articles, tags, sources, method, and the names of your pages.", Example: `["runners", "plans", "about"]`},
			{Name: "articles_per_page", Kind: tomlfile.Integer, Doc: "How many articles a page of a list shows, 5 to 100. 20 if left out.", Example: `20`},
			{Name: "timezone", Kind: tomlfile.String, Doc: `Where a day begins for articles dated in the future. "UTC" if left out.`, Example: `"Europe/Berlin"`},
			{Name: "raw_html", Kind: tomlfile.Boolean, Doc: "Let HTML in your texts through to the page. It is an error if left out. What it uses of other websites is listed below [outside].", Example: `false`},
			{Name: "outside", Kind: tomlfile.SubTable, Table: outsideFormat(), Doc: "The other websites that your pages may use: for a contact form, booking an appointment, counting visits."},
			{Name: "publish", Kind: tomlfile.SubTable, Table: publishFormat(), Doc: "Where \"legpress publish\" puts the site."},
			{Name: "coach", Kind: tomlfile.SubTable, Table: coachFormat(), Doc: "Who stands behind the site, on its pages and on paper."},
			{Name: "authors", Kind: tomlfile.SubTable, Table: authorsFormat(), Doc: "Who writes here. What is said of somebody stands below their articles."},
			{Name: "look", Kind: tomlfile.SubTable, Table: lookFormat(), Doc: "Your colour, fonts and logo, for a site that looks like you."},
			{Name: "cards", Kind: tomlfile.Boolean, Doc: "Draw a picture with the title for each article and plan, which is shown where somebody shares its address. true if left out. A picture of your own, card.png in an article's folder, takes its place.", Example: `false`},
			{Name: "weights", Kind: tomlfile.SubTable, Table: training.WeightsFormat(), Doc: "The weights that exist, so that no plan asks for one that does not."},
			{Name: "rules", Kind: tomlfile.SubTable, Table: rules.SettingsFormat(), Doc: "What becomes of a training rule that is broken: error, warning, note or off."},
		},
	}
}

// ReadSettings reads content/site.toml. The settings are usable even when there are problems.
func ReadSettings(snapshot *source.Snapshot) (*Settings, diag.List) {
	s := &Settings{Language: "en", Direction: "ltr", Unit: quantity.Kilogram, Paper: "a4", PerPage: 20, Zone: time.UTC, URL: "/"}
	file, ok := snapshot.File(SettingsFile)
	if !ok && slices.ContainsFunc(snapshot.Under(source.Content), isMeantAsSettings) { // which is reported there
		return s, nil
	}
	if !ok {
		p := diag.Errorf(diag.Position{File: SettingsFile}, "no-settings", "this folder is not a Legpress site: it has no %s.", SettingsFile)
		return s, diag.List{p.WithHint(`Make a site with "legpress new site NAME", or name its folder with --site.`)}
	}
	t, problems := tomlfile.Decode(tomlfile.Input{File: file.Path, Text: file.Data}, SettingsFormat())
	s.Title, s.Description, s.Author = t.String("title"), t.String("description"), t.String("author")
	s.Menu, s.RawHTML = t.Texts("menu"), t.Bool("raw_html")
	s.Cards = !t.Has("cards") || t.Bool("cards")
	if t.Has("unit") {
		s.Unit = quantity.Unit(t.String("unit"))
	}
	if t.Has("paper") {
		s.Paper = t.String("paper")
	}
	s.Rules = rules.ReadSettings(t.Table("rules"))
	problems.Add(blankTexts(t, "title")...)
	problems.Add(optionalTexts(t, "description", "author", "license")...)
	s.readCoach(t.Table("coach"), &problems)
	s.readAuthors(t, &problems)
	s.readLook(t.Table("look"), &problems)
	s.readLicense(t, &problems)
	s.readURL(t, &problems)
	problems.Add(s.longOnPaper(t.Table("coach"))...)
	s.readFeedBase(t, &problems)
	s.readOutside(t.Table("outside"), &problems)
	s.readPublish(t.Table("publish"), &problems)
	s.readLanguage(t, &problems)
	s.readPerPage(t, &problems)
	s.readZone(t, &problems)
	if w := t.Table("weights"); w != nil {
		weights, more := training.ReadWeights(w)
		s.Weights, s.UnreadLoads = weights, more.HasErrors() || w.Partial()
		problems.Add(more...)
		problems.Add(training.OtherUnits(w, weights, s.Unit)...)
	}
	return s, problems
}

// readAddress reads a key whose value is an address on the web or on this site. Addresses on this site are added to Links.
func (s *Settings) readAddress(t *tomlfile.Table, key string, problems *diag.List) string {
	address := strings.TrimSpace(t.String(key))
	if address == "" {
		return ""
	}
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		s.Links = append(s.Links, tomlfile.Text{Value: address, Pos: t.ValuePos(key)})
		return address
	}
	if wrong := readWebAddress(address).wrongPlace(); wrong != "" {
		problems.Add(diag.Errorf(t.ValuePos(key), "bad-url", "%q %s.", clipped(address), wrong).
			WithHint(`Write it as it stands in a browser, with https:// in front, or as an address on this site: "/about/".`))
		return ""
	}
	return address
}

// readLicense reads the name of the licence and its address. An address without a name is an error.
func (s *Settings) readLicense(t *tomlfile.Table, problems *diag.List) {
	s.License = strings.TrimSpace(t.String("license"))
	s.LicenseURL = s.readAddress(t, "license_url", problems)
	if s.LicenseURL != "" && s.License == "" && !t.Broken("license") {
		problems.Add(diag.Errorf(t.KeyPos("license_url"), "no-license", "license_url is there, but not the name of the licence.").
			WithHint(`Write it as well: license = "CC BY-SA 4.0".`))
	}
}

func (s *Settings) readURL(t *tomlfile.Table, problems *diag.List) {
	if t.Has("url") {
		problems.Add(s.SetURL(t.String("url"), t.ValuePos("url"))...)
	}
}

func (s *Settings) readFeedBase(t *tomlfile.Table, problems *diag.List) {
	if !t.Has("feed_base") {
		return
	}
	a := readWebAddress(t.String("feed_base"))
	if wrong := cmp.Or(a.wrongPlace(), a.wrongFolder()); wrong != "" {
		problems.Add(a.badURL(t.ValuePos("feed_base"), wrong))
		return
	}
	s.FeedBase, _ = a.site()
}

// SetURL sets the address at which the site is published, and where it was written. A bad address changes nothing and is reported.
func (s *Settings) SetURL(address string, at diag.Position) diag.List {
	a := readWebAddress(address)
	if wrong := cmp.Or(a.wrongPlace(), a.wrongFolder()); wrong != "" {
		return diag.List{a.badURL(at, wrong)}
	}
	s.URL, s.Base = a.site()
	s.URLPos, s.printed = at, ""
	if host, _ := plainHost(a.host); reachable(host) {
		s.printed = strings.TrimSuffix(readable(s.URL), "/")
	}
	return nil
}

func (s *Settings) readLanguage(t *tomlfile.Table, problems *diag.List) {
	if !t.Has("language") {
		return
	}
	tag, err := language.Parse(t.String("language"))
	if err != nil {
		problems.Add(diag.Errorf(t.ValuePos("language"), "bad-language", "%q is not a language that I know.", t.String("language")).
			WithHint(`Write a short code: "en", "de", "fr", "pt-BR".`))
		return
	}
	s.Language = tag.String()
	script, _ := tag.Script()
	if slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"}, script.String()) {
		s.Direction = "rtl"
	}
}

func (s *Settings) readPerPage(t *tomlfile.Table, problems *diag.List) {
	if !t.Has("articles_per_page") {
		return
	}
	n := t.Int("articles_per_page")
	if n < 5 || n > 100 {
		problems.Add(diag.Errorf(t.ValuePos("articles_per_page"), "bad-number", "%d articles on a page is out of range.", n).WithHint("Use 5 to 100."))
		return
	}
	s.PerPage = n
}

func (s *Settings) readZone(t *tomlfile.Table, problems *diag.List) {
	if !t.Has("timezone") {
		return
	}
	zone, err := time.LoadLocation(t.String("timezone"))
	if err != nil || t.String("timezone") == "Local" {
		problems.Add(diag.Errorf(t.ValuePos("timezone"), "bad-timezone", "%q is not a time zone that I know.", t.String("timezone")).
			WithHint(`Write it like "Europe/Berlin", "America/New_York" or "UTC".`))
		return
	}
	s.Zone = zone
}

// Papers returns the papers that PDFs are printed on, "a4" and "letter", with the site's own first.
func (s *Settings) Papers() []string {
	if s.Paper == "letter" {
		return []string{"letter", "a4"}
	}
	return []string{"a4", "letter"}
}
