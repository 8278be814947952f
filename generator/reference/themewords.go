package reference

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/render"
)

// themeWord is a word that templates are given, and what is said of it, in lines.
type themeWord struct{ name, about string }

// themeWords returns all words, in the order in which they are explained. A test holds them against what templates are given.
func themeWords() []themeWord {
	return []themeWord{
		{"Title", "what the page is called"},
		{"Description", "what it is about, in a sentence"},
		{"Page", ".Page.Kind is the name of its layout, .Page.URL its address,\n.Page.Section the entry of the menu that it belongs to"},
		{"Site", "all that there is: .Site.Articles, .Exercises, .Runners,\n.Plans, .Tags, .Years, .Sources"},
		{"Settings", "what site.toml says: .Settings.Title, .Language, ..."},
		{"Menu", "the entries of the menu, as a list"},
		{"Sharing", "what the head says to those who show a link to the page,\nand of an unlisted one to search engines"},
		{"Feeds", "the feeds that the head offers"},
		{"Fixed", "a partial that is the same on all pages of a layout:\n{{.Fixed \"header.html\"}}"},
		{"Preloads", "the fonts that every page needs, by their addresses"},
		{"Logo", "the logo of the site as a picture; empty where it has none"},
		{"Outside", "what the site asks of other websites, in sentences"},
		{"IsAbout", "whether this is the page that says so"},
		{"HasAbout", "whether there is such a page"},
		{"HasVideo", "whether the page needs the script for videos"},
		{"HasColours", "whether it needs the colours of code"},
		{"Teaser", "an article as it stands in lists:\n{{range .Site.Articles}}{{$.Teaser .}}{{end}}"},
		{"RunnerImage", "the photo of a runner type, for a list:\n{{range .Site.Runners}}{{$.RunnerImage .}}{{end}}"},
		{"Portrait", "a photo of somebody whom site.toml describes:\n{{with .Settings.Coach}}{{$.Portrait .Portrait .Name}}{{end}}"},
		{"Booking", "where the coach is booked"},
		{"Drawing", "the picture of an exercise: {{.Drawing .Exercise}}"},
		{"Figure", "the same beside its name, at a scale in percent: at 100\na standing body is 170 pixels tall"},
		{"FigureAtOnce", "the same where few stand: it is there with the page"},
		{"Scale", "the largest scale at which several fit into a room:\n{{.Scale .Site.Exercises 260 130}}"},

		{"RunnerTypes", "the types of runner, each with .Offers: plans, with what\nthey ask for"},

		{"Text", "the text of the page"},
		{"Contents", "its headings, as the items of a list; nothing if there\nare few"},
		{"Citations", "the sources that it cites"},

		{"Article", "the front matter: .Article.Date, .Updated, .Tags, ..."},
		{"Image", "the picture at the top"},
		{"Author", "who wrote it, where site.toml says more than the name"},
		{"ByCoach", "whether that is the coach"},
		{"ReadingMinutes", "how long it takes to read"},
		{"Tags", "its tags, with their addresses"},
		{"Runners", "the types of runner that it is for"},
		{"Series", "the parts of its series, if there are others"},
		{"Related", "the articles that have most in common with it"},
		{"Neighbour", "{{.Neighbour 1}} is the article before it in time,\n{{.Neighbour -1}} the one after"},

		{"List", "a page of a list: .List.Articles, .Tag, .Runner, .Year, ..."},
		{"ListFeeds", "its feeds in all formats"},

		{"Exercise", "the definition: .Exercise.Name, .Cues, .Easier, ..."},
		{"Photo", "its photo, if it has one"},
		{"Ladder", "it and its neighbours: .Ladder.Rungs, and the .Scale at\nwhich all have room; nothing if it is on no ladder"},
		{"Captions", "what its poses show, where no cues say it"},
		{"Patterns", "all exercises by pattern"},
		{"Equipment", "what they need"},

		{"ByKind", "the plans by what they are for, .Kind and .List, those\nthat are all of a runner's strength training first"},

		{"Sheet", "the top of a real sheet, with its first boxes filled in:\n.Sheet.Rows, .Sets, .Label, ..."},
		{"LineUp", "an exercise for each of the first patterns"},
		{"Writer", "the site's author, where site.toml says more than the name"},

		{"Runner", "the type of runner: .Runner.Name, .Aim, .Signs, ..."},
		{"Visits", "how often it lifts in a week: 1–2"},
		{"RunningWeek", "the days of the week, with what is run and lifted"},

		{"Plan", "the plan: .Plan.Title, .Summary, .Programmes, ..."},
		{"GuidePDFs", "the PDFs of the whole guide"},

		{"Programme", "the plan as a type of runner does it: .Programme.Runner,\n.Programme.Projection.Weeks, ..."},
		{"LiftIndex", "the place of a lift among its machines, for scripts"},
		{"PDFs", "the PDFs of its sheet"},
		{"Downloads", "its other files: {{range .Downloads}}{{.URL}} {{.Name}}"},
		{"TestWeeks", "the weeks with tests: 1, 8"},
		{"TestsWhen", "when and how they are tested"},
		{"RunDays", "the days of a test that is a run: {{range .RunDays $test}}"},
		{"PainUpTo", "how much pain is all right, if the plan says so"},
		{"RedFlags", "the signs that end the training"},
		{"Stop", "when to end a set"},
		{"FirstWeek", "the first week with a session, as tables"},
		{"Ledgers", "all visits, phase by phase and session by session"},
		{"Marks", "what the marks of weeks mean: an easy week, ..."},
		{"AimOf", "what a phase that begins with a week is for: {{.AimOf 5}}"},
		{"WeekDates", "the dates of a week: 30 Nov – 6 Dec"},
		{"ColumnDates", "the dates of a column in a week"},
		{"ShortDays", "the days of a column, in short"},
		{"RaceDate", "the day of a race, with its date where that is known"},
		{"LiftingDays", "the days on which it is lifted"},
		{"Lifted", "its exercises, each once"},
		{"Next", "what to do next time: {{$.Next $target}}"},
		{"PartsOf", "a target in parts that have one load each:\n{{$.PartsOf $row .}}"},
		{"Equivalents", "its weights in both units: 8 kg = 18 lb"},
		{"Glances", "each session at a glance: a row for each visit"},
		{"SheetCode", "the QR code of its sheet, if the site has an address"},
		{"Rules", "how each exercise grows"},
		{"LaterRules", "how those grow that the first week does not have"},
		{"Needs", "equipment and minutes"},
		{"LiftingWeeks", "the days of the week, and why these"},
		{"Race", "what the plan leads up to, if it is a race"},
		{"RunWeeks", "the test weeks with a run against the clock"},
		{"GoesOn", "whether there are weeks behind the race"},
		{"SetNotes", "what an open set is, 5+, and what 10 RM is, if it has such"},
		{"Maxima", "the loads that it takes percentages of"},
		{"Charts", "how the load grows, as drawings"},
		{"ChartNotes", "what has to be known of them besides"},
		{"ChartGround", "what all the drawings share, once"},
		{"Checks", "the rules that the plan keeps, and those that it may break"},
		{"PlanSources", "the sources of the plan that its text does not cite"},
		{"LongPast", "the Monday from which the script for calendars counts"},
		{"YoursSaid", "the words that the script fills in: .Key, .Word"},
		{"Sheets", "the pages of paper"},
		{"Athlete", "the name of the runner whose sheet it is alone"},
		{"LastSheet", "how many there are"},
		{"LiftsOf", "the places of the lifts of a page of paper: 0 1 2"},
		{"Address", "the address of the plan, to be typed"},
		{"PlanAddress", "the whole of it, if the site has an address"},
		{"Felt", "how a visit can have felt, to tick one of it"},
		{"SheetLogo", "the logo of the coach, or else of the site"},
		{"SheetDrawing", "the drawing of a row's exercise: {{$.SheetDrawing .}}"},
		{"Code", "the QR code, without its white, if the site has an\naddress: {{$.Code .Number}}"},

		{"Rungs", "all exercises that its lifts can come to"},
		{"Efforts", "how a visit can have felt: .Key, .Word"},
		{"TestKey", "the name of a test in a log: {{$.TestKey $test}}"},
		{"TestSides", "what is written down of it: one number, or one a side"},
		{"Norms", "what is usual in it, if that is known"},
		{"Said", "the words that the script fills in: .Key, .Word"},

		{"Method", "the rules that plans are held against"},
		{"Literature", "what they stand on, and what else the page names"},
		{"Cited", "a source that it names: {{.Cited \"robertson-2017\"}}"},

		{"Target", "the address to which the page leads on"},

		{"Parts", "the parts of the guide, each with its chapters"},
		{"ContentsPage", "its contents, for one page"},
		{"Cover", "what is drawn on its cover: .Exercises, .Percent"},
		{"CoverPhoto", "the photo of the home page, to stand there instead"},
		{"Colophon", "what is drawn above its last words: likewise"},
		{"SiteCode", "the QR code of the site, if it has an address"},
		{"Number", "the page of paper on which something begins:\n{{$.Number .Anchor}}"},
	}
}

// wordsOfTheme says what each template is given: under one heading the words that the same layouts have.
func wordsOfTheme() string {
	given := render.Words()
	layouts := slices.DeleteFunc(slices.Clone(given), func(g render.Given) bool { return !strings.HasPrefix(g.Template, "layouts/") })
	var b strings.Builder
	heading := ""
	for _, w := range themeWords() {
		if h := whereGiven(layouts, w.name); h != heading {
			heading = h
			fmt.Fprintf(&b, "\n%s\n\n", h)
		}
		fmt.Fprintf(&b, "  .%-15s %s\n", w.name, strings.ReplaceAll(w.about, "\n", "\n"+strings.Repeat(" ", 19)))
	}
	for _, g := range given[len(layouts):] {
		name := "What a partial has that .Fixed fills in"
		if g.Template != "" {
			name = "What " + g.Template + " has, one of .Exercise, .Runner and .Plan among it"
		}
		names := strings.Join(wrap("."+strings.Join(g.Words, " ."), width-len("  ")), "\n  ")
		fmt.Fprintf(&b, "\n%s\n\n  %s\n", name, names)
	}
	return b.String()
}

// whereGiven names the layouts that have a word.
func whereGiven(layouts []render.Given, word string) string {
	var names []string
	for _, g := range layouts {
		if slices.Contains(g.Words, word) {
			names = append(names, strings.TrimSuffix(strings.TrimPrefix(g.Template, "layouts/"), ".html"))
		}
	}
	switch last := len(names) - 1; {
	case len(names) == len(layouts):
		return "On every page"
	case last <= 0:
		return "The layout " + strings.Join(names, "")
	default:
		return "The layouts " + strings.Join(names[:last], ", ") + " and " + names[last]
	}
}
