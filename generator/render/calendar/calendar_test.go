package calendar

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	_ "github.com/legpress/legpress/generator/fewertest"
	"github.com/legpress/legpress/generator/training/quantity"
)

var (
	updated = time.Date(2026, 3, 30, 0, 0, 0, 0, time.UTC)
	tuesday = time.Date(2026, 1, 6, 0, 0, 0, 0, time.UTC)
)

func TestICS(t *testing.T) {
	c := Calendar{Name: "Eight weeks, twice", Events: []Event{
		{
			UID: "eight.w01.s1@example.org", Updated: updated, Day: tuesday, Summary: "Strength: session A (25–29 min)",
			Description: "Goblet squat: 3 × 8, 8 kg; rest 2 min\nBack\\slash", URL: "https://example.org/plans/a,b;c/", Category: "STRENGTH",
		},
		{
			UID: "eight.w01.s2@example.org", Updated: updated, Day: tuesday.AddDate(0, 0, 3), At: &quantity.Clock{Hour: 6, Minute: 30}, Minutes: 29,
			Summary: "Strength", URL: "https://example.org/", Category: "STRENGTH",
		},
		{
			UID: "eight.w01.s3@example.org", Updated: updated, Day: tuesday, At: &quantity.Clock{Hour: 6}, Minutes: 20, Free: true, Summary: "Strength, optional", Category: "STRENGTH",
		},
	}}
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Legpress//Strength plan//EN
X-WR-CALNAME:Eight weeks\, twice
BEGIN:VEVENT
UID:eight.w01.s1@example.org
DTSTAMP:20260330T000000Z
SEQUENCE:20542
DTSTART;VALUE=DATE:20260106
TRANSP:TRANSPARENT
SUMMARY:Strength: session A (25–29 min)
DESCRIPTION:Goblet squat: 3 × 8\, 8 kg\; rest 2 min\nBack\\slash
URL:https://example.org/plans/a,b;c/
CATEGORIES:STRENGTH
END:VEVENT
BEGIN:VEVENT
UID:eight.w01.s2@example.org
DTSTAMP:20260330T000000Z
SEQUENCE:20542
DTSTART:20260109T063000
DURATION:PT29M
SUMMARY:Strength
DESCRIPTION:
URL:https://example.org/
CATEGORIES:STRENGTH
END:VEVENT
BEGIN:VEVENT
UID:eight.w01.s3@example.org
DTSTAMP:20260330T000000Z
SEQUENCE:20542
DTSTART:20260106T060000
DURATION:PT20M
TRANSP:TRANSPARENT
SUMMARY:Strength\, optional
DESCRIPTION:
CATEGORIES:STRENGTH
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if diff := cmp.Diff(want, string(c.ICS())); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Whatever the texts are, no line is longer than 75 octets or cuts a character, each ends with CRLF, and another program's reader
// finds the same texts.
func TestAnyText(t *testing.T) {
	text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("aä–× ,;:\\\n\"'تم\r\t\a"))))
	rapid.Check(t, func(t *rapid.T) {
		e := Event{
			UID: "a@example.org", Updated: updated, Day: tuesday, URL: "https://example.org/", Category: "STRENGTH",
			Summary: text.Draw(t, "summary"), Description: text.Draw(t, "description"),
		}
		c := Calendar{Name: text.Draw(t, "name"), Events: []Event{e}}
		data := c.ICS()
		for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("a line of %d octets: %q", len(line), line)
			}
		}
		d := ical.NewDecoder(bytes.NewReader(data))
		read, err := d.Decode()
		if err != nil {
			t.Fatalf("%v in %q", err, data)
		}
		if _, err := d.Decode(); err != io.EOF {
			t.Fatalf("behind the calendar: %v", err)
		}
		got := map[string]string{"name": value(t, read.Props, "X-WR-CALNAME")}
		for _, v := range read.Events() {
			got["summary"], got["description"] = value(t, v.Props, ical.PropSummary), value(t, v.Props, ical.PropDescription)
		}
		want := map[string]string{"name": plain(c.Name), "summary": plain(e.Summary), "description": plain(e.Description)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("-want +got:\n%s\nin %q", diff, data)
		}
	})
}

func value(t *rapid.T, props ical.Props, name string) string {
	text, err := props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A later change has a higher number, so that a calendar replaces what it has.
func TestVersion(t *testing.T) {
	if a, b := version(updated), version(updated.AddDate(0, 0, 1)); a >= b || version(time.Unix(0, 0)) != 0 {
		t.Errorf("version %d, a day later %d", a, b)
	}
}
