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
	f := &File{
		ID: id, Name: t.String("name"), Plan: t.Text("plan"), Runner: t.Text("runner"),
		DaysPos: placeOf(t, "days"), WeekPos: placeOf(t, "running_week"), RacePos: placeOf(t, "race_day"),
		Unit: quantity.Unit(t.String("unit")), Notes: t.String("notes"), RaceDay: day(t, "race_day"), WeightsPos: map[string]diag.Position{},
	}
	if t.Has("name") && tomlfile.Blank(f.Name) {
		problems.Add(diag.Errorf(t.ValuePos("name"), "empty-value", "the name is empty.").WithHint(`Write it as it is to stand on the sheets: name = "Anna K."`))
	}
	if n := utf8.RuneCountInString(f.Name); n > longestName {
		problems.Add(diag.Errorf(t.ValuePos("name"), "too-long", "the name has %d characters, and a sheet has room for %d.", n, longestName).WithHint("Shorten it."))
	}
	var more diag.List
	f.Start, more = monday(t)
	problems.Add(more...)
	f.Days, more = days(t)
	problems.Add(more...)
	if w := t.Table("running_week"); w != nil {
		week := training.ReadRunningWeek(w)
		f.RunningWeek = &week
	}
	if w := t.Table("weights"); w != nil {
		f.Weights, more = training.ReadWeights(w)
		problems.Add(more...)
		for name := range f.Weights {
			f.WeightsPos[name] = w.KeyPos(name)
		}
	}
	if starts := t.Table("starts"); starts != nil {
		for _, of := range starts.Keys() {
			f.Starts = append(f.Starts, Start{of, starts.Text(of), starts.KeyPos(of)})
		}
	}
	f.Allow, more = allowed(t)
	problems.Add(more...)
	for _, s := range t.Tables("stands") {
		f.Stands = append(f.Stands, Stand{s.Text("exercise"), s.Int("amount"), s.Text("load")})
		if s.Has("amount") && s.Int("amount") < 1 {
			problems.Add(diag.Errorf(s.ValuePos("amount"), "out-of-range", "amount is %d.", s.Int("amount")).WithHint("Write what the next visit is to ask for, such as 10."))
		}
	}
	return f, problems
}

// allowed reads the rules that may be broken.
func allowed(t *tomlfile.Table) (list []training.Allowance, problems diag.List) {
	allow := t.Table("allow")
	if allow == nil {
		return nil, nil
	}
	var known []string
	for _, r := range rules.All() {
		if r.OfPlans() {
			known = append(known, r.ID)
		}
	}
	for _, id := range allow.Keys() {
		reason := allow.Text(id)
		switch {
		case !slices.Contains(known, id):
			problems.Add(diag.Errorf(allow.KeyPos(id), "unknown-rule", "there is no rule %q for plans.", id).WithHint("%s", nearest(id, known)))
		case tomlfile.Blank(reason.Value):
			problems.Add(diag.Errorf(reason.Pos, "empty-value", "there is no reason for allowing %q.", id).WithHint("Write between the quotes why it may be broken."))
		default:
			list = append(list, training.Allowance{Rule: id, Reason: reason.Value, Pos: allow.KeyPos(id)})
		}
	}
	return list, problems
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
func monday(t *tomlfile.Table) (time.Time, diag.List) {
	start := day(t, "start")
	if start.IsZero() || start.Weekday() == time.Monday {
		return start, nil
	}
	before := start.AddDate(0, 0, -(int(start.Weekday())+6)%7)
	return time.Time{}, diag.List{diag.Errorf(t.ValuePos("start"), "no-monday", "%s is a %s, but a plan begins on a Monday.", iso(start), start.Weekday()).
		WithHint("Write start = %s or start = %s.", iso(before), iso(before.AddDate(0, 0, 7)))}
}

func iso(t time.Time) string { return t.Format(time.DateOnly) }

// days reads the lifting days.
func days(t *tomlfile.Table) (list []training.Weekday, problems diag.List) {
	for _, text := range t.Texts("days") {
		switch d, ok := training.ParseWeekday(text.Value); {
		case !ok:
			problems.Add(diag.Errorf(text.Pos, "unknown-day", "%q is not a day.", text.Value).WithHint("Use mon tue wed thu fri sat sun."))
		case slices.Contains(list, d):
			problems.Add(diag.Errorf(text.Pos, "listed-twice", "%q is listed twice.", text.Value).WithHint("Remove one of them."))
		default:
			list = append(list, d)
		}
	}
	if t.Has("days") && len(t.Texts("days")) == 0 {
		problems.Add(diag.Errorf(t.ValuePos("days"), "empty-value", "there is no day in days.").WithHint(`Write it like ["tue", "fri"], or leave the line out.`))
	}
	slices.Sort(list)
	return list, problems
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
