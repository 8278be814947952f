package athlete

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	_ "github.com/legpress/legpress/generator/fewertest"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
)

// shared is what both languages read the same log to.
type shared struct {
	Records []machine.Record `json:"records"`
	Tests   []Measured       `json:"tests"`
}

func testFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSharedLog: the log that the pages' script reads and writes as well. Spreadsheets may write it in their own way.
func TestSharedLog(t *testing.T) {
	p := programmeOf(starter(t), "first-eight-weeks", "only-runs")
	var want shared
	if err := json.Unmarshal(testFile(t, "log.json"), &want); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"log.csv", "log-excel.csv"} {
		log, problems := ReadLog(name, testFile(t, name), p, firstMonday())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if d := cmp.Diff(want, shared{log.Records(), log.Tests}, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
		if d := cmp.Diff(string(testFile(t, "log.csv")), string(log.CSV(p))); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
	}
}

// TestLogSays: what cannot be read is said at its cell, what the plan does not have is kept aside, and a file of another kind is none.
func TestLogSays(t *testing.T) {
	p := programmeOf(starter(t), "first-eight-weeks", "only-runs")
	const head = "date,week,session,exercise,set,amount,load,effort,pain,next_day\n"
	line := func(cells string) string { return head + cells + "\n" }
	for text, want := range map[string]string{
		"":        "",
		"\n\n":    "",
		"hello\n": `the first line names no column "exercise". It names the columns: date,week,`,
		"date,week,session,exercize,set,amount\n":               `there is no column "exercize". Did you mean "exercise"?`,
		"exercise,amount,set,set\n":                             `the column "set" is there twice.`,
		"exercise,amount,week,weather\ngoblet-squat,8,1,fine\n": `warning: the column "weather" is not read.`,
		line("1/12/2026,1,A,goblet-squat,1,8,,,,"):              `log.csv:2:1: "1/12/2026" is no day that I can read. Write it like 2026-12-01.`,
		line(",0,A,goblet-squat,1,8,,,,"):                       `warning: the plan has no week 0; it lasts 8. The line is kept, and moves nothing.`,
		line(",x,A,goblet-squat,1,8,,,,"):                       `log.csv:2:2: "x" is no week. Write a number from 1 to 8.`,
		line(",,A,goblet-squat,1,8,,,,"):                        `it is not said in which week this was.`,
		line("2026-12-01,,,goblet-squat,,8,,,,"):                "",
		line("2027-12-01,,A,goblet-squat,,8,,,,"):               `this day is not in one of the plan's weeks.`,
		line(",1,B,goblet-squat,1,8,,,,"):                       `log.csv:2:4: warning: the plan has no session "B" in week 1.`,
		line(",1,A,deadlift,1,8,,,,"):                           `log.csv:2:6: warning: session A of the plan has no "deadlift" in week 1.`,
		line(",1,A,goblet-squat,0,8,,,,"):                       `"0" is no number of a set.`,
		line(",1,A,goblet-squat,99999999,8,,,,"):                `"99999999" is no number of a set.`,
		line(",1,A,goblet-squat,1,8\n,1,A,goblet-squat,1,9"):    `set 1 of goblet-squat is there twice on this visit.`,
		line(",1,A,goblet-squat,1,8.5,,,,"):                     `"8.5" is no amount.`,
		line(",1,A,goblet-squat,1,-8,,,,"):                      `"-8" is no amount.`,
		line(",1,A,goblet-squat,1,8,8 lb,,,"):                   `8 lb is in lb, but the weights of this lift are in kg.`,
		line(",1,A,goblet-squat,1,8,heavy,,,"):                  `log.csv:2:23:`,
		line(",1,A,incline-push-up-hold,1,8,8 kg,,,"):           `incline-push-up-hold is done without a load.`,
		line(",1,A,goblet-squat,1,8,,hart,,"):                   `"hart" is no effort. Did you mean "hard"?`,
		line(",1,A,goblet-squat,1,8,,,11,"):                     `"11" is no pain. Write yes or no, or a number from 0 to 10.`,
		line(",1,A,goblet-squat,1,8,,,,good"):                   `"good" does not say how the next day's run went.`,
		line(",1,test,squat,,8,,,,"):                            `warning: the plan does not test "squat".`,
		head + "\"\xff\xfe,1,A\n":                               `log.csv:2`,
		"\x00\x01\x02":                                          `the first line names no column`,
	} {
		monday := firstMonday()
		if strings.HasPrefix(text, head+",,") {
			monday = time.Time{}
		}
		_, problems := ReadLog("log.csv", []byte(text), p, monday)
		var said strings.Builder
		_ = problems.Text(&said, nil, false)
		if want == "" && len(problems) > 0 || !strings.Contains(said.String(), want) {
			t.Errorf("of %q is said\n%s\nwant %s", text, said.String(), want)
		}
	}
}

// TestLogSaysAll: a line of which nothing is right is not mended one cell at a time.
func TestLogSaysAll(t *testing.T) {
	p := programmeOf(starter(t), "first-eight-weeks", "only-runs")
	const head = "date,week,session,exercise,set,amount,load,effort,pain,next_day\n"
	for text, want := range map[string]int{
		"1/12/2026,1,A,goblet-squat,x,ten,,hart,12,good\n":  6,
		"2026-12-01,1,A,goblet-squat,x,ten,,hart,12,good\n": 5,
		"2026-12-01,1,A,goblet-squat,x,ten,,,,\n":           2,
	} {
		_, problems := ReadLog("log.csv", []byte(head+text), p, firstMonday())
		if len(problems) != want {
			t.Errorf("of %q is said %v, want %d problems", text, problems, want)
		}
	}
}

// TestLogIsKept: a log that was read and written is read to the same again, whatever stands in it, and nothing of it is lost.
func TestLogIsKept(t *testing.T) {
	s := starter(t)
	programmes := []*progression.Programme{programmeOf(s, "first-eight-weeks", "only-runs"), programmeOf(s, "sixteen-weeks-to-a-race", "no-progression"), programmeOf(s, "strong-season", "no-balance")}
	rapid.Check(t, func(t *rapid.T) {
		p := programmes[rapid.IntRange(0, len(programmes)-1).Draw(t, "plan")]
		log, problems := ReadLog("a.csv", []byte(drawLog(t, p)), p, firstMonday())
		written := log.CSV(p)
		again, more := ReadLog("a.csv", written, p, firstMonday())
		if more.HasErrors() {
			t.Fatalf("%s\n%v", written, more)
		}
		if d := cmp.Diff(log.Records(), again.Records(), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%s\n-want +got\n%s\n%v", written, d, problems)
		}
		if d := cmp.Diff(log.Tests, again.Tests, cmpopts.EquateEmpty()); d != "" || len(log.Aside) != len(again.Aside) {
			t.Fatalf("%s\n-want +got\n%s\n%v and %v", written, d, log.Aside, again.Aside)
		}
		if string(again.CSV(p)) != string(written) {
			t.Fatalf("written\n%s\nand then\n%s", written, again.CSV(p))
		}
		merged, c := Merge(log, again)
		if !c.Nothing() || string(merged.CSV(p)) != string(written) {
			t.Fatalf("merged with itself it brings %+v\n%s\n%s", c, written, merged.CSV(p))
		}
	})
}

// drawLog draws the lines of a log, some of them wrong.
func drawLog(t *rapid.T, p *progression.Programme) string {
	var exercises []string
	for _, l := range p.Machines.Lifts {
		for _, r := range l.Rungs {
			exercises = append(exercises, r.Exercise)
		}
	}
	exercises = append(exercises, "nothing-of-it", "")
	var text strings.Builder
	text.WriteString("date,week,session,exercise,set,amount,load,effort,pain,next_day\n")
	one := func(what string, words ...string) string { return rapid.SampledFrom(words).Draw(t, what) }
	for range rapid.IntRange(0, 40).Draw(t, "lines") {
		fmt.Fprintf(&text, "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n",
			one("date", "2026-12-01", "2026-12-04", "08.12.2026", "", "never"), one("week", "1", "2", "", "9", "99"), one("session", "A", "B", "test", "Z", ""),
			one("exercise", exercises...), one("set", "1", "2", "3", "", "7"), one("amount", "8", "12", "", "30", "8.0", "x"),
			one("load", "", "8 kg", "7.5 kg", "20", "yellow", "x"), one("effort", "", "ok", "hard", "easy"), one("pain", "", "yes", "no", "0", "4"), one("next", "", "well", "badly"))
	}
	return text.String()
}

// FuzzReadLog: nothing that is no log stops the one who reads it.
func FuzzReadLog(f *testing.F) {
	for _, name := range []string{"log.csv", "log-excel.csv"} {
		data, _ := os.ReadFile("testdata/" + name)
		f.Add(data)
	}
	f.Add([]byte("exercise;amount\n\"goblet"))
	p := programmeOf(starter(f), "first-eight-weeks", "only-runs")
	f.Fuzz(func(t *testing.T, data []byte) {
		log, _ := ReadLog("log.csv", data, p, firstMonday())
		if again, problems := ReadLog("log.csv", log.CSV(p), p, firstMonday()); problems.HasErrors() || len(again.Visits) != len(log.Visits) {
			t.Errorf("%q is written as %q: %v", data, log.CSV(p), problems)
		}
	})
}

// TestMerge: the phone's log holds where both have a visit; nothing that only one of them has is lost.
func TestMerge(t *testing.T) {
	p := programmeOf(starter(t), "first-eight-weeks", "only-runs")
	read := func(lines string) *Log {
		log, problems := ReadLog("a.csv", []byte("date,week,session,exercise,set,amount,load\n"+lines), p, firstMonday())
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return log
	}
	old := read("2026-12-01,1,A,goblet-squat,1,8,\n,2,A,goblet-squat,1,9,\n2026-12-01,1,test,incline-push-up-hold,1,30,\n,1,Z,x,1,1,\n")
	phone := read("2026-12-01,1,A,goblet-squat,1,10,8 kg\n2026-12-04,1,A,goblet-squat,1,9,\n2026-12-08,2,A,goblet-squat,1,9,\n2026-12-01,1,test,incline-push-up-hold,1,34,\n,1,Z,x,1,1,\n")
	merged, c := Merge(old, phone)
	const want = `date,week,session,exercise,set,amount,load,effort,pain,next_day
2026-12-01,1,test,incline-push-up-hold,1,34,,,,
2026-12-01,1,A,goblet-squat,1,10,8 kg,,,
2026-12-04,1,A,goblet-squat,1,9,,,,
2026-12-08,2,A,goblet-squat,1,9,,,,
,1,Z,x,1,1,,,,
`
	if got := string(merged.CSV(p)); got != want || len(c.Added) != 1 || len(c.Changed) != 3 || c.Aside != 0 {
		t.Errorf("%+v\n%s", c, got)
	}
	if merged, c = Merge(phone, old); len(merged.Visits) != 3 || len(c.Added) != 0 {
		t.Errorf("the other way round: %+v", c)
	}
}
