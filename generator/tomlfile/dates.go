package tomlfile

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// months are the names of the months in the languages that the starter speaks, in small letters without accents, and short forms that their
// names do not begin with.
var months = [12][]string{
	{"january", "januari", "janvier", "janeiro", "enero", "janner", "jaenner"},
	{"february", "februari", "fevrier", "fevereiro", "febrero"},
	{"march", "marz", "maerz", "marzo", "mars", "maart", "marco", "mrt"},
	{"april", "abril", "avril"},
	{"may", "mai", "mayo", "mei", "maio"},
	{"june", "juni", "junio", "juin", "junho"},
	{"july", "juli", "julio", "juillet", "julho"},
	{"august", "augustus", "agosto", "aout"},
	{"september", "septiembre", "septembre", "setembro"},
	{"october", "oktober", "octubre", "octobre", "outubro"},
	{"november", "noviembre", "novembre", "novembro"},
	{"december", "dezember", "diciembre", "decembre", "dezembro"},
}

var withoutAccents = strings.NewReplacer("é", "e", "û", "u", "ä", "a", "ç", "c")

// monthOf returns the month whose name, in one of the languages, begins with a word of three letters or more; 0 where there is none or more
// than one.
func monthOf(word string) int {
	word = withoutAccents.Replace(strings.ToLower(word))
	month := 0
	for i, names := range months {
		if len(word) < 3 || !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, word) }) {
			continue
		}
		if month != 0 {
			return 0
		}
		month = i + 1
	}
	return month
}

// dateFields returns the three parts of a date as digits, the month among them where it has a name, whose place is then named; -1 for a
// date of nothing but numbers. Beside the name of a month other words may stand: Monday, the 13th of April.
func dateFields(text string) (fields []string, named int) {
	named = -1
	others := false
	for _, word := range strings.FieldsFunc(spacedLetters(text), func(r rune) bool { return strings.ContainsRune(" ./-,_", r) }) {
		month := monthOf(word)
		switch {
		case isDigit(word[0]):
			fields = append(fields, word)
		case month == 0 || named >= 0:
			others = true
		default:
			named = len(fields)
			fields = append(fields, strconv.Itoa(month))
		}
	}
	if len(fields) != 3 || others && named < 0 {
		return nil, -1
	}
	return fields, named
}

// spacedLetters returns a text with a space wherever a letter follows a digit or the other way round.
func spacedLetters(text string) string {
	var b strings.Builder
	last := ' '
	for _, r := range text {
		if unicode.IsLetter(r) && unicode.IsDigit(last) || unicode.IsDigit(r) && unicode.IsLetter(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// day is a day as it was typed, which need not be in the calendar.
type day struct{ year, month, day int }

func (d day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// exists reports whether the day is in the calendar.
func (d day) exists() bool {
	_, err := time.Parse(time.DateOnly, d.String())
	return err == nil
}

// dateOrders are the orders in which people write a date: the places of year, month and day.
var dateOrders = [...][3]int{{0, 1, 2}, {0, 2, 1}, {2, 1, 0}, {2, 0, 1}}

// readings returns the days that a text can mean, in the calendar or not, the likeliest first.
func readings(text string) []day {
	fields, named := dateFields(text)
	if fields == nil {
		return nil
	}
	var days []day
	for _, places := range dateOrders {
		d := day{yearOf(fields[places[0]]), oneOrTwo(fields[places[1]]), oneOrTwo(fields[places[2]])}
		if d.year > 0 && d.month >= 0 && d.day >= 0 && (named < 0 || named == places[1]) && !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	if settled := len(fields[0]) == 4 || strings.Count(text, ".") == 2; settled && len(days) > 0 {
		first := max(slices.IndexFunc(days, day.exists), 0)
		days = days[first : first+1]
	}
	return days
}

// firstShortYear is the first year that two figures may stand for: nobody writes a plan for an earlier one.
const firstShortYear = 20

// yearOf returns the year that four figures or two stand for; 0 for all else.
func yearOf(figures string) int {
	year, err := strconv.Atoi(figures)
	switch {
	case err == nil && len(figures) == 4:
		return year
	case err == nil && len(figures) == 2 && year >= firstShortYear:
		return 2000 + year
	}
	return 0
}

// oneOrTwo returns the number that one figure or two stand for; -1 for all else.
func oneOrTwo(figures string) int {
	n, err := strconv.Atoi(figures)
	if err != nil || len(figures) > 2 {
		return -1
	}
	return n
}

// MeantDates returns the dates of the calendar that a text can mean which is none in TOML, as they are to be typed: 13.04.2026 and "13 April
// 2026" are 2026-04-13, and 03/04/2026 can be two.
func MeantDates(text string) []string {
	var dates []string
	for _, d := range readings(text) {
		if d.exists() {
			dates = append(dates, d.String())
		}
	}
	return dates
}

// ShortMonth says how many days a month has, as a sentence, where a text has a day behind its last; else it is "".
func ShortMonth(text string) string {
	for _, d := range readings(text) {
		if d.exists() || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
			continue
		}
		month := time.Month(d.month)
		name := month.String()
		if month == time.February {
			name += " " + strconv.Itoa(d.year)
		}
		last := time.Date(d.year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
		return fmt.Sprintf("%s has %d days.", name, last)
	}
	return ""
}

// dateHint says how to write the date that a text means, where it is known, or else how a date is written.
func (f slot) dateHint(text string) string {
	dates := MeantDates(text)
	if len(dates) == 0 {
		return cmp.Or(ShortMonth(text), "Write year, month and day, for example: "+f.assignment("2026-03-01"))
	}
	for i, date := range dates {
		dates[i] = f.assignment(date)
	}
	return "Write year, month and day: " + strings.Join(dates, " or ")
}
