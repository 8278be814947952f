package machine

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestMissed: behind the last record, what lies before today was missed and moves nothing; from today on all goes to plan. Of a plan whose
// first Monday is not said nothing is known to be missed.
func TestMissed(t *testing.T) {
	const monday = Date(7 * 3000)
	p := goblet(to(8000), 6000, 8000, 10000)
	p.Phases = []Phase{weeks(4, Session{Name: "A", Lifts: []int{0}})}
	log := []Record{{Week: 1, Session: "A", Date: monday, Lifts: []Done{{p.Lifts[0].Key, *sets(8, 8, 8)}}}}
	for _, test := range []struct {
		monday, today Date
		want          string
	}{
		{0, 0, "8 9 10 8"},
		{monday, 0, "8 9 10 8"},
		{monday, monday + 8, "8 9 10 8"},
		{monday, monday + 9, "8 9 9 10"},
		{0, monday + 9, "8 9 10 8"},
		{monday, monday + 16, "8 9 9 9"},
		{monday, monday + 99, "8 9 9 9"},
	} {
		var asked []string
		before := fmt.Sprint(log)
		err := p.FollowFrom(&Diary{Log: log, Monday: test.monday, Today: test.today}, func(_ *Visit, targets []Target, _ *Record) {
			asked = append(asked, fmt.Sprint(targets[0].Sets[0].N))
		})
		if got := strings.Join(asked, " "); got != test.want || err != nil {
			t.Errorf("on day %d: %s, %v, want %s", test.today-monday, got, err, test.want)
		}
		if fmt.Sprint(log) != before {
			t.Errorf("the log has changed: %v", log)
		}
	}
}

// TestBreakBeforeToday: the first visit that was not missed is today, and lies behind the break.
func TestBreakBeforeToday(t *testing.T) {
	const monday = Date(7 * 3000)
	p := goblet(to(8000), 6000, 8000, 10000)
	p.Recovery = Recovery{Breaks: []Break{{Days: 14}}}
	for i := range p.Lifts[0].States {
		p.Lifts[0].States[i].Break = &Edge{Load: -1}
	}
	p.Phases = []Phase{weeks(5, Session{Name: "A", Lifts: []int{0}})}
	log := []Record{{Week: 1, Session: "A", Date: monday, Lifts: []Done{{p.Lifts[0].Key, *sets(8, 8, 8)}}}}
	var loads []int
	_ = p.FollowFrom(&Diary{Log: log, Monday: monday, Today: monday + 17}, func(_ *Visit, targets []Target, _ *Record) {
		loads = append(loads, targets[0].Sets[0].Load.N)
	})
	if want := []int{8000, 8000, 8000, 6000, 6000}; !slices.Equal(loads, want) {
		t.Errorf("loads %v, want %v", loads, want)
	}
}

// TestNearestVisit: of a session that comes three times in a week, a record is of that visit whose day is nearest to its own, unless there
// are more records than later visits. Without dates, or without a Monday, it is of the first one.
func TestNearestVisit(t *testing.T) {
	const monday = Date(7 * 3000)
	p := goblet(to(8000), 8000)
	p.Phases = []Phase{weeks(1, Session{Name: "A", Lifts: []int{0}})}
	p.Phases[0].Weeks[0].Days = []Day{{Day: 0}, {Day: 2}, {Day: 4}}
	for _, test := range []struct {
		monday Date
		dates  []Date
		want   string
	}{
		{monday, []Date{monday}, "x--"},
		{monday, []Date{monday + 1}, "x--"},
		{monday, []Date{monday + 2}, "-x-"},
		{monday, []Date{monday + 4}, "--x"},
		{monday, []Date{monday + 9}, "--x"},
		{monday, []Date{monday + 3, monday + 4}, "-xx"},
		{monday, []Date{monday, monday + 4}, "x-x"},
		{monday, []Date{monday + 4, monday + 4, monday + 5}, "xxx"},
		{monday, []Date{0}, "x--"},
		{0, []Date{monday + 4}, "x--"},
	} {
		var log []Record
		for _, date := range test.dates {
			log = append(log, Record{Week: 1, Session: "A", Date: date})
		}
		got := ""
		err := p.FollowFrom(&Diary{Log: log, Monday: test.monday, Today: monday + 20}, func(_ *Visit, _ []Target, done *Record) {
			if done != nil {
				got += "x"
			} else {
				got += "-"
			}
		})
		if got != test.want || err != nil {
			t.Errorf("%v: %s, %v, want %s", test.dates, got, err, test.want)
		}
	}
}
