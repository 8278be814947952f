package follow

import (
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

type (
	daysData struct {
		Count int                         `json:"n"`
		Own   []training.Weekday          `json:"own"` // the programme's
		Apart bool                        `json:"apart,omitempty"`
		Run   []training.DayKind          `json:"run"`
		Fit   []fitData                   `json:"fit"`
		Spare map[string][7]machine.Spare `json:"spare"` // by week
		Sets  map[string]setOfDays        `json:"sets"`  // by days: "1,4"
		Names []string                    `json:"names"`
		Short []string                    `json:"short"`
	}
	fitData struct {
		Fit string `json:"fit"`
		Why string `json:"why"`
	}
	setOfDays struct {
		Phases [][]training.Weekday          `json:"phases,omitempty"`
		Weeks  map[string][]training.Weekday `json:"weeks,omitempty"`
	}
)

// days writes what a runner's days are chosen from.
func (w *writer) days() {
	c := w.Programme.Choice()
	d := daysData{Count: c.Count, Own: append([]training.Weekday{}, c.Own...), Apart: c.Apart, Spare: map[string][7]machine.Spare{}, Sets: map[string]setOfDays{}}
	for day, fit := range c.Days {
		name := training.Weekday(day).String()
		d.Run = append(d.Run, w.Programme.RunningWeek[day])
		d.Fit = append(d.Fit, fitData{string(fit.Fit), w.sentence(fit.Why)})
		d.Names, d.Short = append(d.Names, w.Words.Text("day-"+name)), append(d.Short, w.Words.Text("short-"+name))
	}
	for week, spare := range c.Spares {
		d.Spare[strconv.Itoa(week)] = spare
	}
	for _, s := range c.Sets {
		set := setOfDays{Phases: s.Phases}
		for week, days := range s.Weeks {
			if set.Weeks == nil {
				set.Weeks = map[string][]training.Weekday{}
			}
			set.Weeks[strconv.Itoa(week)] = days
		}
		d.Sets[daysName(s.Days)] = set
	}
	w.data.Days = d
	w.word("legs-apart")
}

// daysName names some days: "1,4".
func daysName(days []training.Weekday) string {
	var texts []string
	for _, d := range days {
		texts = append(texts, strconv.Itoa(int(d)))
	}
	return strings.Join(texts, ",")
}
