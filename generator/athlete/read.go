package athlete

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/training/rules"
)

// longestName is how many characters of a name fit above its line on a sheet: two lines of 50 mm.
const longestName = 40

// Read reads the file of a runner.
func Read(id, file string, text []byte) (*File, diag.List) {
	t, problems := tomlfile.Decode(tomlfile.Input{File: file, Text: text}, Format())
	r := &reader{table: t, problems: problems}
	f := &File{
		ID: id, Name: r.name(), Plan: t.Text("plan"), Runner: t.Text("runner"), Start: r.monday(), Days: r.days(),
		DaysPos: placeOf(t, "days"), WeekPos: placeOf(t, "running_week"), RacePos: placeOf(t, "race_day"),
		Unit: quantity.Unit(t.String("unit")), Notes: t.String("notes"), RaceDay: day(t, "race_day"), Stands: r.stands(), Allow: r.allowed(),
	}
	if w := t.Table("running_week"); w != nil {
		week := training.ReadRunningWeek(w)
		f.RunningWeek = &week
	}
	r.weights(f)
	if starts := t.Table("starts"); starts != nil {
		for _, of := range starts.Keys() {
			f.Starts = append(f.Starts, Start{of, starts.Text(of), starts.KeyPos(of)})
		}
	}
	return f, r.problems
}

// reader reads a file, and collects what is wrong with it.
type reader struct {
	table    *tomlfile.Table
	problems diag.List
}

func (r *reader) wrong(pos diag.Position, id, message, hint string) {
	r.problems.Add(diag.Errorf(pos, id, "%s", message).WithHint("%s", hint))
}

// name reads what stands on the sheets.
func (r *reader) name() string {
	name := r.table.String("name")
	switch n := utf8.RuneCountInString(name); {
	case r.table.Has("name") && tomlfile.Blank(name):
		r.wrong(r.table.ValuePos("name"), "empty-value", "the name is empty.", `Write it as it is to stand on the sheets: name = "Anna K."`)
	case n > longestName:
		r.wrong(r.table.ValuePos("name"), "too-long", fmt.Sprintf("the name has %d characters, and a sheet has room for %d.", n, longestName), "Shorten it.")
	}
	return name
}

// weights reads the weights that the runner has.
func (r *reader) weights(f *File) {
	f.WeightsPos = map[string]diag.Position{}
	w := r.table.Table("weights")
	if w == nil {
		return
	}
	var problems diag.List
	f.Weights, problems = training.ReadWeights(w)
	r.problems.Add(problems...)
	for name := range f.Weights {
		f.WeightsPos[name] = w.KeyPos(name)
	}
}

// stands reads where the runner stands.
func (r *reader) stands() (list []Stand) {
	for _, s := range r.table.Tables("stands") {
		list = append(list, Stand{s.Text("exercise"), s.Int("amount"), s.Text("load")})
		if n := s.Int("amount"); s.Has("amount") && n < 1 {
			r.wrong(s.ValuePos("amount"), "out-of-range", fmt.Sprintf("amount is %d.", n), "Write what the next visit is to ask for, such as 10.")
		}
	}
	return list
}

// allowed reads the rules that may be broken.
func (r *reader) allowed() (list []training.Allowance) {
	allow := r.table.Table("allow")
	if allow == nil {
		return nil
	}
	var known []string
	for _, rule := range rules.All() {
		if rule.OfPlans() {
			known = append(known, rule.ID)
		}
	}
	for _, id := range allow.Keys() {
		reason := allow.Text(id)
		switch {
		case !slices.Contains(known, id):
			r.wrong(allow.KeyPos(id), "unknown-rule", fmt.Sprintf("there is no rule %q for plans.", id), nearest(id, known))
		case tomlfile.Blank(reason.Value):
			r.wrong(reason.Pos, "empty-value", fmt.Sprintf("there is no reason for allowing %q.", id), "Write between the quotes why it may be broken.")
		default:
			list = append(list, training.Allowance{Rule: id, Reason: reason.Value, Pos: allow.KeyPos(id)})
		}
	}
	return list
}

// placeOf returns where a value stands; the zero Position where it is left out.
func placeOf(t *tomlfile.Table, key string) diag.Position {
	if !t.Has(key) {
		return diag.Position{}
	}
	return t.ValuePos(key)
}

const wholeDay = 24 * time.Hour

func day(t *tomlfile.Table, key string) time.Time {
	if !t.Has(key) {
		return time.Time{}
	}
	return t.Time(key, time.UTC).Truncate(wholeDay)
}

// monday reads the day on which the runner begins.
func (r *reader) monday() time.Time {
	start := day(r.table, "start")
	if start.IsZero() || start.Weekday() == time.Monday {
		return start
	}
	before := start.AddDate(0, 0, -(int(start.Weekday())+6)%7)
	r.wrong(r.table.ValuePos("start"), "no-monday", fmt.Sprintf("%s is a %s, but a plan begins on a Monday.", iso(start), start.Weekday()),
		fmt.Sprintf("Write start = %s or start = %s.", iso(before), iso(before.AddDate(0, 0, 7))))
	return time.Time{}
}

func iso(t time.Time) string { return t.Format(time.DateOnly) }

// days reads the lifting days.
func (r *reader) days() (list []training.Weekday) {
	for _, text := range r.table.Texts("days") {
		switch d, hint, ok := training.ParseWeekday(text.Value); {
		case !ok:
			r.wrong(text.Pos, "unknown-day", fmt.Sprintf("%q is not a day.", text.Value), hint)
		case slices.Contains(list, d):
			r.wrong(text.Pos, "listed-twice", fmt.Sprintf("%q is listed twice.", text.Value), "Remove one of them.")
		default:
			list = append(list, d)
		}
	}
	if r.table.Has("days") && len(r.table.Texts("days")) == 0 {
		r.wrong(r.table.ValuePos("days"), "empty-value", "there is no day in days.", `Write it like ["tue", "fri"], or leave the line out.`)
	}
	slices.Sort(list)
	return list
}

// nearest returns the hint that names what may have been meant, or else what there is.
func nearest(word string, known []string) string {
	if d := diag.DidYouMean(word, known); d != "" {
		return d
	}
	if len(known) == 0 {
		return "There is none."
	}
	if len(known) > mostNamed {
		return fmt.Sprintf("There are %d, such as %q and %q.", len(known), known[0], known[1])
	}
	return fmt.Sprintf("Write one of %s.", quotedList(known))
}

// mostNamed is how many names a hint lists.
const mostNamed = 8

func quotedList(list []string) string {
	text := ""
	for i, name := range list {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("%q", name)
	}
	return text
}
