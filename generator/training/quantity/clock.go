package quantity

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Clock is a time of day on whichever clock hangs on the wall, without a time zone.
type Clock struct {
	Hour, Minute int
}

// String returns the time as it is printed and typed: "18:00".
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute) }

// clockForm is "18:00", "6:30 pm", "6 pm", "18h30" or "18 h": an hour, minutes, and a word, of which one of the last two is there.
var clockForm = regexp.MustCompile(`^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h)?$`)

const clockHint = `Write it like "18:00".`

// ParseClock reads a time of day: "18:00", "6:30 pm", "18h30".
func ParseClock(s string) (Clock, error) {
	m := clockForm.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if m == nil || m[2] == "" && m[3] == "" {
		return Clock{}, unreadable(s, clockHint)
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi("0" + m[2])
	if half := strings.ReplaceAll(m[3], ".", ""); half == "am" || half == "pm" {
		if hour < 1 || hour > 12 {
			return Clock{}, noClock(s)
		}
		hour %= 12
		if half == "pm" {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 {
		return Clock{}, noClock(s)
	}
	return Clock{hour, minute}, nil
}

func noClock(s string) error {
	return &Error{Message: fmt.Sprintf("no clock shows %s.", quoted(s)), Hint: clockHint}
}
