package render

import (
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/calendar"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// calendar writes the sessions of a programme, and the race, as events. The error is a word that the theme lacks.
func (r *Renderer) calendar(p *site.Page) ([]byte, error) {
	d := r.diary(p)
	file := calendar.Calendar{Name: p.Title}
	for i := range p.Programme.Projection.Weeks {
		week := &p.Programme.Projection.Weeks[i]
		for j := range week.Sessions {
			file.Events = append(file.Events, d.session(week, j))
		}
		for j := range week.Runs {
			file.Events = append(file.Events, d.run(week, j))
		}
		if week.Race {
			file.Events = append(file.Events, d.race(week))
		}
	}
	if d.err != nil {
		return nil, d.err
	}
	return file.ICS(), nil
}

// diary is a programme on its way into a calendar.
type diary struct {
	renderer  *Renderer
	programme *site.Programme
	monday    time.Time       // of the first week
	at        *quantity.Clock // when a session begins; nil: the events last all day
	updated   time.Time
	err       error // the first word that is missing
}

func (r *Renderer) diary(p *site.Page) *diary {
	d := &diary{renderer: r, programme: p.Programme, monday: p.Plan.Monday(), at: p.Plan.LiftAt, updated: p.Plan.Updated}
	if p.Output == site.WeeksFile {
		d.monday, d.at = site.LongPast(), &quantity.Clock{}
	}
	if d.updated.IsZero() {
		d.updated = r.site.Updated
	}
	if d.updated.IsZero() {
		d.updated = time.Unix(0, 0)
	}
	return d
}

// session returns the event of a session. Its UID names the plan, the runner type, the week and the session's place in it, so that
// a changed plan takes the place of what a calendar already has.
func (d *diary) session(week *progression.Week, i int) calendar.Event {
	s := &week.Sessions[i]
	e := d.event(week, int(s.Day), fmt.Sprintf("w%02d.s%d", week.Number, i+1))
	e.At, e.Minutes = d.at, s.Minutes[1]
	e.Summary = d.say(sessionWord(week), "name", s.Name, "minutes", d.minutes(s))
	if s.Optional {
		e.Free, e.Summary = true, d.say("calendar-optional", "event", e.Summary)
	}
	e.Description = strings.Join(d.lines(week, i), "\n")
	return e
}

// minutes says how long a session takes, and how often it is done on its day: "2 times a day, 8–10 min".
func (d *diary) minutes(s *progression.Session) string {
	text := d.take(d.renderer.theme.words.Minutes(s.Minutes))
	if s.PerDay > 1 {
		return d.take(d.renderer.theme.words.Count("times-a-day", s.PerDay)) + ", " + text
	}
	return text
}

func sessionWord(week *progression.Week) string {
	switch {
	case week.Taper:
		return "calendar-taper"
	case week.IsEasy():
		return "calendar-easy"
	}
	return "calendar-session"
}

// lines describe a session: where it stands in the plan, what comes first, each exercise with its target, and where the sheet is.
func (d *diary) lines(week *progression.Week, i int) []string {
	plan := d.programme.Plan
	lines := []string{d.say("calendar-week", "plan", plan.Title, "n", week.Number, "of", len(d.programme.Projection.Weeks))}
	if plan.WarmUp != "" {
		lines = append(lines, d.say("warm-up")+" "+plan.WarmUp)
	}
	if week.Tests && i == 0 && testsExercises(d.programme.Projection) {
		lines = append(lines, d.say("calendar-tests"))
	}
	lines = append(lines, d.exercises(&week.Sessions[i])...)
	lines = append(lines, d.say("projection"))
	if sheet := d.address(site.SheetPage.Of(d.programme.URL)); sheet != "" {
		lines = append(lines, d.say("calendar-sheet", "address", sheet))
	}
	return lines
}

// exercises returns the lines about the exercises of a session. Those that are done in turn stand below a line that says so.
func (d *diary) exercises(s *progression.Session) []string {
	var lines []string
	var table SessionTable
	table.add(s, d.renderer.shown)
	for _, block := range blocks(d.programme.Projection.Plan, table.Columns) {
		if block.Turns != "" {
			lines = append(lines, d.take(block.Turns, block.err)+":")
		}
		for _, row := range block.Rows {
			lines = append(lines, d.exercise(row))
		}
	}
	return lines
}

func (d *diary) exercise(row SessionRow) string {
	name := d.take(row.Name())
	if row.Number != "" {
		name = row.Number + " " + name
	}
	target, rest := d.take(row.First().inFull()), row.rest()
	line := d.say("calendar-exercise", "exercise", name, "target", target, "rest", rest)
	if rest == "" {
		line = d.say("calendar-without-rest", "exercise", name, "target", target)
	}
	var more details
	more.others(row)
	if open := d.take(row.First().openSet()); open != "" {
		more.texts = append(more.texts, open)
	}
	d.take("", more.err)
	return strings.Join(append([]string{line}, more.texts...), ", ")
}

// run returns the event of a run against the clock, which has no time of its own.
func (d *diary) run(week *progression.Week, i int) calendar.Event {
	r := &week.Runs[i]
	e := d.event(week, int(r.Day), fmt.Sprintf("w%02d.t%d", week.Number, i+1))
	e.Category, e.Summary = "RUNNING", d.say("against-the-clock", "run", r.Run)
	if r.Minutes[1] > 0 {
		e.Summary += " (" + d.take(d.renderer.theme.words.Minutes(r.Minutes)) + ")"
	}
	lines := []string{
		d.say("calendar-week", "plan", d.programme.Plan.Title, "n", week.Number, "of", len(d.programme.Projection.Weeks)),
		d.say("test-run-how", "run", r.Run),
	}
	if r.Note != "" {
		lines = append(lines, r.Note)
	}
	e.Description = strings.Join(lines, "\n")
	return e
}

// race returns the event of the race, which has no time of its own.
func (d *diary) race(week *progression.Week) calendar.Event {
	e := d.event(week, int(d.programme.Plan.Race.Day), "race")
	e.Category, e.Summary = "RUNNING", d.say("calendar-race")
	e.Description = d.say("calendar-week", "plan", d.programme.Plan.Title, "n", week.Number, "of", len(d.programme.Projection.Weeks))
	return e
}

// event begins the event of a day.
func (d *diary) event(week *progression.Week, day int, name string) calendar.Event {
	p := d.programme
	return calendar.Event{
		UID:     fmt.Sprintf("%s.%s.%s@%s", p.Plan.ID, p.Runner.ID, name, address(d.renderer.site.Settings)),
		Updated: d.updated, Day: d.monday.AddDate(0, 0, 7*(week.Number-1)+day),
		URL: d.address(p.URL), Category: "STRENGTH",
	}
}

// address returns an address on the site; "" where it would lead nowhere.
func (d *diary) address(url string) string {
	settings := d.renderer.site.Settings
	if !settings.Reachable() {
		return ""
	}
	return absolute(settings, url)
}

// say returns a fixed word with its {names} filled in.
func (d *diary) say(key string, pairs ...any) string {
	return d.take(d.renderer.theme.words.Fill(key, pairs...))
}

// take remembers the first error, so that there is one place to look for it.
func (d *diary) take(text string, err error) string {
	if d.err == nil {
		d.err = err
	}
	return text
}

// address returns where the site is published, without https://. It ends the UIDs of its events, with the folder: two sites of one
// host keep theirs apart.
func address(settings *parse.Settings) string {
	_, at, _ := strings.Cut(settings.URL, "://")
	return strings.TrimSuffix(at, "/")
}
