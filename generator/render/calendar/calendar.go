// Package calendar writes events that a calendar takes in: iCalendar (RFC 5545).
//
// In go events in words, out come the bytes of an .ics file. It looks at no clock: the same events give the same bytes.
package calendar

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"github.com/legpress/legpress/generator/training/quantity"
)

// product names who wrote the file, as a formal public identifier.
const product = "-//Legpress//Strength plan//EN"

// Calendar is a list of events.
type Calendar struct {
	Name   string
	Events []Event
}

// Event is something on a day. A calendar that takes in an event for the second time knows it by its UID, and takes the version with
// the higher number or the later date.
type Event struct {
	UID         string
	Updated     time.Time // when it was last changed
	Day         time.Time
	At          *quantity.Clock // on the wall, wherever the reader is; nil: all day
	Minutes     int             // how long it takes, where it has a time
	Free        bool            // it may be left out: others may take the time for appointments
	Summary     string
	Description string
	URL         string // absolute
	Category    string // "STRENGTH"
}

// The forms of RFC 5545: a date, and a time without zone, which every calendar takes for its own.
const (
	dateForm     = "20060102"
	floatingForm = "20060102T150405"
)

// ICS returns the calendar as a file.
func (c *Calendar) ICS() []byte {
	file := ics.NewCalendar()
	file.SetProductId(product)
	file.SetXWRCalName(plain(c.Name))
	for i := range c.Events {
		file.AddVEvent(c.Events[i].component())
	}
	return []byte(file.Serialize(ics.WithNewLineWindows, ics.WithLineLength(75)))
}

func (e *Event) component() *ics.VEvent {
	v := ics.NewEvent(e.UID)
	v.SetDtStampTime(e.Updated)
	v.SetSequence(version(e.Updated))
	e.when(v)
	v.SetSummary(plain(e.Summary))
	v.SetDescription(plain(e.Description))
	if e.URL != "" {
		v.SetURL(e.URL)
	}
	v.SetProperty(ics.ComponentPropertyCategories, e.Category)
	return v
}

// when writes the day. What lasts all day leaves the reader free for other appointments; without that, a calendar shows the whole
// day as taken.
func (e *Event) when(v *ics.VEvent) {
	if e.At == nil {
		v.SetProperty(ics.ComponentPropertyDtStart, e.Day.Format(dateForm), ics.WithValue(string(ics.ValueDataTypeDate)))
		v.SetProperty(ics.ComponentPropertyTransp, string(ics.TransparencyTransparent))
		return
	}
	at := e.Day.Add(time.Duration(e.At.Hour)*time.Hour + time.Duration(e.At.Minute)*time.Minute)
	v.SetProperty(ics.ComponentPropertyDtStart, at.Format(floatingForm))
	v.SetProperty(ics.ComponentPropertyDuration, fmt.Sprintf("PT%dM", e.Minutes))
	if e.Free {
		v.SetProperty(ics.ComponentPropertyTransp, string(ics.TransparencyTransparent))
	}
}

// version returns a number that grows with the day of the change.
func version(updated time.Time) int { return int(updated.Unix() / (24 * 60 * 60)) }

// plain returns a text without what has no place in a calendar: of control characters and of the odd ends of lines a blank is left.
func plain(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) && r != '\n' {
			return ' '
		}
		return r
	}, s)
}
