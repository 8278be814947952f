package training

import (
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// race reads what the plan leads up to. Without a week it is the last one; last is 0 where that is not known.
func (r *reader) race(t *tomlfile.Table, last int) Race {
	race := Race{Week: last, Day: Sunday} // most races are on a Sunday
	switch {
	case t.Has("race_week"):
		race.Pos, race.Week = t.ValuePos("race_week"), t.Int("race_week")
	case t.Has("race_day"):
		race.Pos = t.ValuePos("race_day")
	default:
		return Race{}
	}
	if race.Week < 1 || last > 0 && race.Week > last {
		if last > 0 {
			r.noWeek(race.Pos, "bad-race-week", race.Week, last)
		}
		return Race{}
	}
	if t.Has("race_day") {
		race.Date, race.DatePos = t.Time("race_day", time.UTC).Truncate(24*time.Hour), t.ValuePos("race_day")
		race.Day = weekdayOf(race.Date)
	}
	return race
}

func (r *reader) tests(t *tomlfile.Table) []Test {
	var list []Test
	for _, tt := range t.Tables("tests") {
		test := Test{Pos: tt.Pos(), Exercise: r.ref(tt, "exercise"), Run: r.line(tt, "run"), Note: r.line(tt, "note")}
		if tt.Has("load") {
			test.LoadPos = tt.ValuePos("load")
			test.Load, _ = parse(r, "load", tt.Text("load"), quantity.ParseLoad)
		}
		exercise, run := written(tt, "exercise"), written(tt, "run")
		switch {
		case !exercise && !run:
			r.add(tt.Pos(), "bad-test", "this test does not say what is measured.", `Name an exercise, exercise = "push-up-hold", or a run: run = "3 km".`)
			continue
		case exercise && run:
			r.add(tt.ValuePos("run"), "bad-test", "a test is of an exercise or of a run, not of both.", "Make it two tests.")
			continue
		case run && written(tt, "load"):
			r.add(tt.ValuePos("load"), "bad-test", "a run is tested without a weight.", "Take load out.")
			continue
		}
		list = append(list, test)
	}
	return list
}

// TestFreeDays is how many days before a race nothing is tested (house rule).
const TestFreeDays = 10

// restDays is how many days after a race nothing is tested (Takayama 2017: a marathon is run off on the seventh day).
const restDays = 7

// defaultTestWeeks returns the first and the last week, of those that have no day too near to the race where there is one.
func (p *Plan) defaultTestWeeks() []int {
	var free []int
	for n := 1; n <= p.Weeks(); n++ {
		before, after := p.Race.DaysAfter(n, Sunday), -p.Race.DaysAfter(n, Monday)
		if p.Race.Week == 0 || before > TestFreeDays || after > restDays {
			free = append(free, n)
		}
	}
	if len(free) < 2 {
		return free
	}
	return []int{free[0], free[len(free)-1]}
}

// testWeeks reads the weeks of the tests: where they are left out, the first and the last one that is not too near to the race.
func (r *reader) testWeeks(t *tomlfile.Table, p *Plan) []int {
	if t.Has("test_weeks") && !written(t, "tests") {
		r.add(t.KeyPos("test_weeks"), "nothing-to-test", "there are test weeks, but nothing is tested.", `Say what is measured: tests = [{ exercise = "push-up-hold" }].`)
	}
	last := p.Weeks()
	switch {
	case len(p.Tests) == 0:
		return nil
	case !t.Has("test_weeks") && last < 2:
		return nil
	case !t.Has("test_weeks"):
		return r.weeksLeft(t, p)
	}
	typed := t.Ints("test_weeks")
	weeks := r.weekNumbers(typed, last, "bad-test-week", nil)
	if len(typed) == 1 {
		r.warn(t.ValuePos("test_weeks"), "one-test-week", fmt.Sprintf("week %d is the only test week: there is nothing to compare it with.", typed[0].Value), "Test at the beginning and at the end: test_weeks = [1, 8].")
	}
	return weeks
}

// weeksLeft returns the test weeks of a plan that names none, and says where a race leaves fewer than two.
func (r *reader) weeksLeft(t *tomlfile.Table, p *Plan) []int {
	weeks := p.defaultTestWeeks()
	if len(weeks) < 2 {
		r.warn(t.KeyPos("tests"), "no-test-week", fmt.Sprintf("so near to the race there is no room for two test weeks: no test stands in the %d days before it.", TestFreeDays), "Take the tests out, or make the plan longer.")
	}
	return weeks
}

// allowances reads the rules that the plan may break. Whether there are such rules is not known here.
func (r *reader) allowances(t *tomlfile.Table) []Allowance {
	allow := t.Table("allow")
	if allow == nil {
		return nil
	}
	var list []Allowance
	for _, rule := range allow.Keys() {
		if !allow.Has(rule) {
			continue
		}
		reason := strings.TrimSpace(allow.String(rule))
		if reason == "" {
			r.add(allow.ValuePos(rule), "empty-value", fmt.Sprintf("there is no reason for allowing %q.", rule), "Write between the quotes why this plan may break the rule; it is printed on its page.")
		} else {
			list = append(list, Allowance{Rule: rule, Reason: reason, Pos: allow.KeyPos(rule)})
		}
	}
	return list
}
