package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

//go:embed testdata/phone.js
var phoneScript string

// runner is a runner with her phone, and the coach who knows her.
type runner struct {
	t       *testing.T
	dir     string          // the site of the coach
	origin  string          // where it is published
	browser context.Context // of all phones
	phone   context.Context
	today   time.Time
}

const (
	planOfStory = "/plans/first-eight-weeks/only-runs/"
	logOfStory  = planOfStory + "log/"
)

// A runner makes a plan hers, prints it, and trains eight weeks with all that happens: a visit that fell short, pain, one that was missed, an
// easy week, a week off, a lost phone, a plan that the coach changes on the way. After each week the coach takes over her table; the sheet
// that he prints asks for what hers asks for.
func TestStory(t *testing.T) {
	r := newRunner(t)
	r.on("2026-11-28")
	r.newPhone()
	r.open(planOfStory)
	ask[bool](r, `phone.chooses({ name: "Anna", monday: "2026-11-30", days: [0, 3], dumbbells: [4000, 6000, 8000, 12000, 16000], squat: 6000 })`)

	r.wantCalendar("20261130", "First eight weeks, week 1 of 8", "Goblet squat: 3 × 8 · 6 kg (13 lb), rest 2 min")
	r.wantCalendar("20270111", "week 7 of 8", "Bent over row: 3 × 9 each side · 12 kg (26 lb), rest 90 s")

	r.trains("2026-11-30", `{}`)
	r.trains("2026-12-03", `{ short: 2, felt: "hard" }`)
	r.trains("2026-12-07", `{ felt: "ok" }`)
	r.trains("2026-12-10", `{ hurts: true }`)
	r.agree("2026-12-13")
	r.trains("2026-12-14", `{}`)
	r.agree("2026-12-20") // one visit was missed

	printed, was := r.print(), r.ahead()
	r.otherPhone(func() {
		r.openAddress(printed)
		if says := ask[string](r, `phone.takesLink()`); !strings.Contains(says, "Goblet squat") {
			t.Errorf("the link says %q", says)
		}
		if got := r.ahead(); !slices.Equal(got, was) {
			t.Errorf("another phone has by the code on her sheet\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(was, "\n"))
		}
	})
	r.trains("2026-12-21", `{}`) // the easy week
	r.trains("2026-12-24", `{ felt: "easy" }`)
	r.agree("2026-12-27")

	const plan = "content/plans/first-eight-weeks.toml"
	r.edit(plan, `"goblet-squat", do = "3 x 8-12"`, `"goblet-squat", do = "3 x 6-10"`)
	r.edit(plan, `  { exercise = "incline-push-up-hold", do = "3 x 15-30 s", rest = "60 s", step = "5 s" },`, `  { exercise = "push-up-hold", do = "3 x 10-40 s", rest = "60 s", step = "5 s" },`)
	r.legpress("--site", r.dir, "build")
	if asked := r.trains("2026-12-28", `{}`); !strings.Contains(asked, "Push-up hold 3 × 10 s") {
		t.Errorf("the hold that is new to her begins with %q, want its lowest number", asked)
	}
	r.trains("2026-12-31", `{}`)
	r.agree("2027-01-03")
	if past := strings.Join(r.past(), "\n"); !strings.Contains(past, "Incline push-up hold 30, 30, 30") {
		t.Errorf("what was done before the plan changed is not shown:\n%s", past)
	}
	r.on("2027-01-10") // a week off

	// The phone is lost. Paper knows what held on the day of printing, the file all.
	file, past := r.savedLog("save", ".json"), r.past()
	was = r.ahead()
	r.newPhone()
	r.openAddress(printed)
	ask[string](r, `phone.takesLink()`)
	r.takes(file)
	if got := r.ahead(); !slices.Equal(got, was) {
		t.Errorf("after the file was taken over there is ahead\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(was, "\n"))
	}
	if got := r.past(); !slices.Equal(got[:len(got)-1], past[:len(past)-1]) {
		t.Errorf("after the file was taken over she has done\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(past, "\n"))
	}

	r.trains("2027-01-11", `{}`)
	r.trains("2027-01-14", `{}`)
	r.agree("2027-01-17")
	r.trains("2027-01-18", `{}`)
	r.trains("2027-01-21", `{}`)
	if past := r.past(); len(past) != 13+1 {
		t.Errorf("she has done %d visits, want 13:\n%s", len(past)-1, strings.Join(past, "\n"))
	}
}

func newRunner(t *testing.T) *runner {
	r := &runner{t: t, browser: browsertest.Chromium(t, "TZ=Europe/Berlin"), dir: t.TempDir()}
	for _, tool := range []string{"pdftoppm", "zbarimg"} {
		browsertest.Tool(t, tool)
	}
	r.on("2026-11-28")
	r.legpress("new", "site", filepath.Join(r.dir, "site"))
	r.dir = filepath.Join(r.dir, "site")
	r.edit("content/site.toml", `"https://example.org/"`, `"https://www.a-coach-with-a-name.com/"`)
	r.legpress("--site", r.dir, "build")
	r.origin = browsertest.Serve(t, r.dir)
	r.legpress("--site", r.dir, "athlete", "new", "Anna", "--plan", "first-eight-weeks", "--start", "2026-11-30")
	about := filepath.Join(r.dir, "athletes/anna.toml")
	sitetest.WriteFile(t, about, []byte(`name = "Anna"
plan = "first-eight-weeks"
runner = "only-runs"
start = 2026-11-30
days = ["mon", "thu"]
weights = { dumbbell = ["4 kg", "6 kg", "8 kg", "12 kg", "16 kg"] }
starts = { goblet-squat = "6 kg" }
`))
	return r
}

// legpress runs a command of the coach's and returns what it printed.
func (r *runner) legpress(args ...string) string {
	r.t.Helper()
	return browsertest.Run(r.t, "legpress", args...)
}

// on makes it the evening of a day, for the coach and for the phone.
func (r *runner) on(day string) {
	r.t.Helper()
	at, err := time.Parse(time.DateTime, day+" 18:00:00")
	if err != nil {
		r.t.Fatal(err)
	}
	r.today = at
	r.t.Setenv("SOURCE_DATE_EPOCH", strconv.FormatInt(at.Unix(), 10))
	if r.phone != nil {
		r.setClock()
	}
}

// newPhone gives her a phone on which nothing is kept.
func (r *runner) newPhone() {
	r.t.Helper()
	ctx, cancel := chromedp.NewContext(r.browser, chromedp.WithNewBrowserContext())
	r.t.Cleanup(cancel)
	r.phone = ctx
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844), browsertest.Media("screen")); err != nil {
		r.t.Fatal(err)
	}
	r.setClock()
}

// otherPhone does something on a phone on which nothing is kept, and goes back to the one that she had.
func (r *runner) otherPhone(do func()) {
	r.t.Helper()
	hers := r.phone
	r.newPhone()
	do()
	r.phone = hers
}

// setClock makes it the runner's today on her phone, from the next page on.
func (r *runner) setClock() {
	r.t.Helper()
	script := fmt.Sprintf(`{
	const Before = Date, ahead = %d - Before.now();
	globalThis.Date = class extends Before {
	  constructor(...at) { super(...(at.length > 0 ? at : [Before.now() + ahead])); }
	  static now() { return Before.now() + ahead; }
	};
	}`, r.today.UnixMilli())
	if _, err := chromedp.Call(r.phone, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		r.t.Fatal(err)
	}
}

func (r *runner) do(actions ...browsertest.Action) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.phone, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		r.t.Fatal(err)
	}
}

// open opens a page of the site on her phone.
func (r *runner) open(at string) {
	r.t.Helper()
	r.openAddress(r.origin + at)
}

func (r *runner) openAddress(address string) {
	r.t.Helper()
	var done string
	r.do(chromedp.Navigate("about:blank"), chromedp.Navigate(address), browsertest.Evaluate(phoneScript+";''", &done))
}

// ask has her do something with the page that is open, and returns what it shows then.
func ask[T any](r *runner, script string) (answer T) {
	r.t.Helper()
	r.do(browsertest.Evaluate(script, &answer))
	return answer
}

// trains has her train on a day, and say how the run after the visit before was.
func (r *runner) trains(day, how string) (asked string) {
	r.t.Helper()
	r.on(day)
	r.open(logOfStory)
	ask[bool](r, `phone.ran("well")`)
	asked = strings.Join(ask[[]string](r, `phone.trains(`+how+`)`), " | ")
	r.t.Logf("%s: %s", day, asked)
	return asked
}

func (r *runner) ahead() []string {
	r.t.Helper()
	r.open(logOfStory)
	return ask[[]string](r, `phone.ahead()`)
}

func (r *runner) past() []string {
	r.t.Helper()
	r.open(logOfStory)
	return ask[[]string](r, `phone.past()`)
}

// wantCalendar looks for an event on a day, and for texts in it, in the calendar that the plan's page makes.
func (r *runner) wantCalendar(day string, texts ...string) {
	r.t.Helper()
	data, err := os.ReadFile(r.saved(planOfStory, "form.calendar button", ".ics"))
	if err != nil {
		r.t.Fatal(err)
	}
	events := strings.NewReplacer("\r\n ", "", "\\,", ",").Replace(string(data))
	for event := range strings.SplitSeq(events, "BEGIN:VEVENT") {
		if !strings.Contains(event, "DTSTART;VALUE=DATE:"+day) {
			continue
		}
		for _, text := range texts {
			if !strings.Contains(event, text) {
				r.t.Errorf("her calendar has no %q on %s:\n%s", text, day, event)
			}
		}
		return
	}
	r.t.Errorf("her calendar has nothing on %s:\n%s", day, events)
}

// savedLog presses a button of the log, and returns the file that her phone saves.
func (r *runner) savedLog(button, ending string) string {
	r.t.Helper()
	return r.saved(logOfStory, "#_keep [name="+button+"]", ending)
}

// saved presses a button on a page, and returns the file that her phone saves.
func (r *runner) saved(at, button, ending string) string {
	r.t.Helper()
	r.open(at)
	ask[bool](r, `phone.isReady()`)
	file, err := browsertest.Saved(r.t, r.phone, chromedp.Click(button))
	if err != nil || filepath.Ext(file) != ending {
		r.t.Fatalf("%s saves %q, want a file %s: %v", button, file, ending, err)
	}
	return file
}

// takes has the log take over a file.
func (r *runner) takes(file string) {
	r.t.Helper()
	r.open(logOfStory)
	ask[bool](r, `phone.isReady()`)
	r.do(chromedp.SetUploadFiles("#_keep [type=file]", []string{file}))
	r.t.Log(ask[string](r, `phone.takesFile()`))
}

// print prints her sheet, and returns the address in its code as another phone reads it from the paper.
func (r *runner) print() string {
	r.t.Helper()
	r.open(planOfStory + "sheet/")
	ask[map[string]string](r, `phone.sheet(true)`)
	file := filepath.Join(r.t.TempDir(), "sheet")
	r.do(browsertest.Media("print"), browsertest.PrintTo(file+".pdf", browsertest.A4()), browsertest.Media("screen"))
	browsertest.Run(r.t, "pdftoppm", "-r", "300", "-f", "1", "-singlefile", "-png", file+".pdf", file)
	address := strings.TrimSpace(browsertest.Run(r.t, "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file+".png"))
	at := strings.Index(address, planOfStory)
	if at < 0 || !strings.Contains(address, "#y=") {
		r.t.Fatalf("the code on her sheet has %q", address)
	}
	return r.origin + address[at:]
}

// edit changes a file of the coach's.
func (r *runner) edit(name, from, to string) {
	r.t.Helper()
	file := filepath.Join(r.dir, name)
	text, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(text, []byte(from)) {
		r.t.Fatalf("%s has no %q; %v", name, from, err)
	}
	sitetest.WriteFile(r.t, file, bytes.Replace(text, []byte(from), []byte(to), 1))
}

// agree has the coach take over her table at the end of a week and print her next weeks: they are what her own sheet asks for.
func (r *runner) agree(day string) {
	r.t.Helper()
	r.on(day)
	table := r.savedLog("csv", ".csv")
	r.t.Log(r.legpress("--site", r.dir, "athlete", "log", "anna", table))
	r.t.Setenv("LEGPRESS_BROWSER", "none")
	r.legpress("--site", r.dir, "athlete", "sheet", "anna")
	r.openAddress("file://" + filepath.Join(r.dir, "athletes/anna.html"))
	coach := ask[map[string]string](r, `phone.sheet(false)`)
	r.open(planOfStory + "sheet/")
	hers := ask[map[string]string](r, `phone.sheet(true)`)
	if len(coach) == 0 {
		r.t.Errorf("%s: the coach's sheet is empty", day)
	}
	for at, want := range coach {
		if got, ok := hers[at]; !ok || got != want {
			r.t.Errorf("%s: %s: the coach's sheet asks for %q, hers for %q", day, at, want, got)
		}
	}
	if r.t.Failed() {
		text, _ := json.MarshalIndent(r.ahead(), "", " ")
		r.t.Fatalf("the phone shows\n%s", text)
	}
}
