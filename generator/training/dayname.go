package training

import (
	"slices"
	"strconv"
	"strings"
)

// dayNames are the names of the days in the languages that the starter speaks, Monday first, as authors type them in place of the short
// English ones.
var dayNames = [7][]string{
	{"montag", "mo", "lundi", "lunes", "maandag", "segunda", "segunda-feira"},
	{"tues", "dienstag", "di", "mardi", "martes", "dinsdag", "terça", "terça-feira", "terca"},
	{"weds", "mittwoch", "mi", "mercredi", "miércoles", "miercoles", "woensdag", "quarta", "quarta-feira"},
	{"thur", "thurs", "donnerstag", "do", "jeudi", "jueves", "donderdag", "quinta", "quinta-feira"},
	{"freitag", "fr", "vendredi", "viernes", "vrijdag", "sexta", "sexta-feira"},
	{"samstag", "sa", "sonnabend", "samedi", "sábado", "sabado", "zaterdag"},
	{"sonntag", "so", "dimanche", "domingo", "zondag"},
}

// names returns all that a day is called but its short name, in small letters.
func (d Weekday) names() []string { return append([]string{strings.ToLower(d.Name())}, dayNames[d]...) }

// ParseWeekday returns the day with a name, short or in full, in letters of either case. Where there is none, hint says what to write.
func ParseWeekday(s string) (d Weekday, hint string, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, d := range Weekdays() {
		if s == d.String() || s == strings.ToLower(d.Name()) {
			return d, "", true
		}
	}
	if d, found := dayMeant(s); found {
		return 0, `Write "` + d.String() + `".`, false
	}
	if list := daysMeant(s); list != "" {
		return 0, "Write " + list + ".", false
	}
	return 0, "Use mon tue wed thu fri sat sun.", false
}

// dayMeant returns the day that has a name in any of the languages, in small letters, for one of them or for all.
func dayMeant(s string) (d Weekday, found bool) {
	for _, d := range Weekdays() {
		for _, name := range []string{s, strings.TrimSuffix(s, "s")} {
			if name == d.String() || slices.Contains(d.names(), name) {
				return d, true
			}
		}
	}
	return 0, false
}

// daysMeant returns the list that was meant by several names in one text; "" where there is one alone, or one that is no day.
func daysMeant(s string) string {
	var list []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;/&+ ", r) }) {
		switch d, found := dayMeant(word); {
		case found:
			list = append(list, strconv.Quote(d.String()))
		case !slices.Contains([]string{"and", "und", "et", "y", "en", "e"}, word):
			return ""
		}
	}
	if len(list) < 2 {
		return ""
	}
	return "[" + strings.Join(list, ", ") + "]"
}
