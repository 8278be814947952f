package calendar_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// calendarPlan has easy weeks, tests, a race, a load that the runner chooses, and words that have to be escaped and folded.
const calendarPlan = `title = "Kräftig, leicht; und schnell"
runners = ["only-runs"]
weeks = 6
lift_on = ["tue", "fri"]
easy_weeks = [3]
race_week = 6
updated = 2025-11-30
warm_up = "Fünf Minuten lockere Bewegung, dann ein leichter Satz – ohne Eile, bis dir wärmer ist als vorher; تمارين."
tests = [{ exercise = "push-up-hold" }]
%s

[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg", step = "2 kg" },
  { exercise = "bent-over-row", do = "3 x 8-14 each side", start = "you choose" },
  { exercise = "push-up-hold", do = "3 x 15-30 s", step = "5 s" },
]
`

const calendarFolder = "public/plans/club/only-runs/"

// buildCalendar builds the starter site with one more plan and returns the site's folder.
func buildCalendar(t *testing.T, keys string) string {
	t.Helper()
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.WriteFile(t, filepath.Join(dir, "content/plans/club.toml"), fmt.Appendf(nil, calendarPlan, keys))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatalf("%s: %+v", keys, report.Problems)
	}
	return dir
}

// readCalendar reads the calendar of the plan with another program's reader: its events by their UIDs.
func readCalendar(t *testing.T, dir string) map[string]ical.Event {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, calendarFolder, "plan.ics"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	var again bytes.Buffer // its writer refuses what the standard does not allow
	if err := ical.NewEncoder(&again).Encode(file); err != nil {
		t.Errorf("not by the standard: %v\n%s", err, data)
	}
	events := map[string]ical.Event{}
	for _, e := range file.Events() {
		uid := e.Props.Get(ical.PropUID).Value
		if _, ok := events[uid]; ok {
			t.Errorf("two events have the UID %s", uid)
		}
		events[uid] = e
	}
	return events
}

// Every session of the plan is an event on its day, and the race is one too.
func TestCalendarEvents(t *testing.T) {
	events := readCalendar(t, buildCalendar(t, "start = 2026-01-05"))
	got := map[string]string{}
	for uid, e := range events {
		got[uid] = e.Props.Get(ical.PropDateTimeStart).Value + " " + e.Props.Get(ical.PropSummary).Value
	}
	want := map[string]string{
		"club.only-runs.w01.s1@balanced-stride.com": "20260106 Strength: session A (29–33 min)",
		"club.only-runs.w01.s2@balanced-stride.com": "20260109 Strength: session A (26–30 min)",
		"club.only-runs.w02.s1@balanced-stride.com": "20260113 Strength: session A (26–30 min)",
		"club.only-runs.w02.s2@balanced-stride.com": "20260116 Strength: session A (26–30 min)",
		"club.only-runs.w03.s1@balanced-stride.com": "20260120 Strength: session A\\, easy week (18 min)",
		"club.only-runs.w03.s2@balanced-stride.com": "20260123 Strength: session A\\, easy week (18 min)",
		"club.only-runs.w04.s1@balanced-stride.com": "20260127 Strength: session A (29–33 min)",
		"club.only-runs.w04.s2@balanced-stride.com": "20260130 Strength: session A (26–30 min)",
		"club.only-runs.w05.s1@balanced-stride.com": "20260203 Strength: session A\\, before the race (18 min)",
		"club.only-runs.w05.s2@balanced-stride.com": "20260206 Strength: session A\\, before the race (18 min)",
		"club.only-runs.w06.s1@balanced-stride.com": "20260210 Strength: session A\\, before the race (13 min)",
		"club.only-runs.race@balanced-stride.com":   "20260215 Race day",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	first := events["club.only-runs.w01.s1@balanced-stride.com"]
	text, err := first.Props.Text(ical.PropDescription)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"Kräftig, leicht; und schnell, week 1 of 6",
		"Warm-up: Fünf Minuten lockere Bewegung, dann ein leichter Satz – ohne Eile, bis dir wärmer ist als vorher; تمارين.",
		"Begin with the tests.",
		"Goblet squat: 3 × 8 · 8 kg (18 lb), rest 2 min",
		"Bent over row: 3 × 8 each side · you choose, rest 2 min",
		"Push-up hold: 3 × 15 s, rest 1 min",
		"Sheet: https://balanced-stride.com/plans/club/only-runs/sheet/",
	} {
		if !strings.Contains("\n"+text+"\n", "\n"+line+"\n") {
			t.Errorf("the description has no line %q:\n%s", line, text)
		}
	}
}

// A run against the clock is an event of its own, which says how it is run; where nothing else is tested no session begins with tests.
func TestCalendarRuns(t *testing.T) {
	dir := buildCalendar(t, "start = 2026-01-05")
	file := filepath.Join(dir, "content/plans/club.toml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, file, bytes.ReplaceAll(text, []byte(`exercise = "push-up-hold" }]`), []byte(`run = "3 km", note = "On the track." }]`)))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	events := readCalendar(t, dir)
	for uid, want := range map[string]string{
		"w01.t1": "20260106 3 km against the clock (37–46 min)",
		"w04.t1": "20260127 3 km against the clock (37–46 min)",
		"w01.s1": "20260107 Strength: session A (26–30 min)",
		"w02.s1": "20260113 Strength: session A (26–30 min)",
	} {
		e, ok := events["club.only-runs."+uid+"@balanced-stride.com"]
		if !ok {
			t.Errorf("there is no event %s", uid)
			continue
		}
		if got := e.Props.Get(ical.PropDateTimeStart).Value + " " + e.Props.Get(ical.PropSummary).Value; got != want {
			t.Errorf("%s is %q, want %q", uid, got, want)
		}
		description, err := e.Props.Text(ical.PropDescription)
		run := strings.Contains(description, "then 3 km, as fast as you can") && strings.Contains(description, "\nOn the track.")
		if err != nil || run != strings.Contains(uid, ".t") || strings.Contains(description, "Begin with the tests.") {
			t.Errorf("%s says %q, %v", uid, description, err)
		}
	}
}

// A calendar that takes in the changed plan replaces its events: they have the same UIDs and higher numbers.
func TestCalendarTwice(t *testing.T) {
	before := readCalendar(t, buildCalendar(t, "start = 2026-01-05"))
	dir := buildCalendar(t, "start = 2026-01-12\nlift_at = \"18:00\"")
	file := filepath.Join(dir, "content/plans/club.toml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, file, []byte(strings.NewReplacer("2025-11-30", "2025-12-01", `"8 kg"`, `"10 kg"`, `"tue"`, `"wed"`).Replace(string(text))))
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	after := readCalendar(t, dir)
	for uid, e := range before {
		a, ok := after[uid]
		if !ok {
			t.Errorf("the changed plan has no event %s", uid)
			continue
		}
		for _, name := range []string{ical.PropSequence, ical.PropDateTimeStamp} {
			if was, is := e.Props.Get(name).Value, a.Props.Get(name).Value; was >= is {
				t.Errorf("%s: %s was %s and is %s after the change", uid, name, was, is)
			}
		}
	}
	if len(before) != len(after) || len(before) < 10 {
		t.Errorf("%d events before, %d after", len(before), len(after))
	}
}

// Without a date there is no calendar but the one that the page makes; the plan's page shows no form until a script is there.
func TestCalendarWithoutDate(t *testing.T) {
	dir := buildCalendar(t, "")
	if _, err := os.Stat(filepath.Join(dir, calendarFolder, "plan.ics")); !os.IsNotExist(err) {
		t.Errorf("plan.ics of a plan without a date: %v", err)
	}
	page, err := os.ReadFile(filepath.Join(dir, calendarFolder, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if form := `<form class="calendar screen" data-events="/plans/club/only-runs/weeks.ics"`; !strings.Contains(string(page), form) || !strings.Contains(string(page), "hidden>\n<fieldset>") {
		t.Errorf("the page has no hidden form:\n%s", page)
	}
	if strings.Contains(string(page), "plan.ics") {
		t.Error("the page links to plan.ics")
	}
}

// The calendar that the page makes for a Monday is, byte for byte, the one of a plan that begins then, across the clock changes
// and a leap day; under a strict policy.
func TestCalendarForm(t *testing.T) {
	dir := buildCalendar(t, "")
	origin := browsertest.Serve(t, dir)
	page, cancel := context.WithTimeout(browsertest.Chromium(t, "TZ=Pacific/Auckland"), time.Minute)
	defer cancel()
	if err := chromedp.Do(page, chromedp.Navigate(origin+"/plans/club/only-runs/"), chromedp.WaitVisible("form.calendar")); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ monday, time, keys string }{
		{"2028-02-21", "", "start = 2028-02-21"},
		{"2026-03-02", "18:00", "start = 2026-03-02\nlift_at = \"18:00\""},
		{"2026-09-28", "06:05", "start = 2026-09-28\nlift_at = \"6:05\""},
	} {
		want, err := os.ReadFile(filepath.Join(buildCalendar(t, test.keys), calendarFolder, "plan.ics"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), download(t, page, test.monday, test.time)); diff != "" {
			t.Errorf("%s %s (-plan.ics +the page's):\n%s", test.monday, test.time, diff)
		}
	}
	for monday, want := range map[string]bool{"2026-01-05": true, "2026-01-06": false, "": false} {
		if err := chromedp.Do(page, chromedp.SetValue("form.calendar input[name=monday]", monday)); err != nil {
			t.Fatal(err)
		}
		if got, err := chromedp.Run(page, chromedp.Evaluate[bool](`document.querySelector("form.calendar").checkValidity()`)); got != want || err != nil {
			t.Errorf("%q is taken: %v, want %v; %v", monday, got, want, err)
		}
	}
}

// download fills in the form, presses its button and returns the file that the browser saves.
func download(t *testing.T, page context.Context, monday, clock string) string {
	t.Helper()
	file, err := browsertest.Saved(t, page, chromedp.SetValue("form.calendar input[name=monday]", monday), chromedp.SetValue("form.calendar input[name=time]", clock), chromedp.Click("form.calendar button"))
	if err == nil && filepath.Base(file) == "club.ics" {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	said, _ := chromedp.Run(page, chromedp.TextContent("form.calendar output"))
	t.Fatalf("saved is %q, %v; the page says %q", file, err, said)
	return ""
}
