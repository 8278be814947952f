package quantity

import "slices"

// spelling is a unit that can stand behind a number.
type spelling struct {
	name  string     // as it is printed
	of    AmountUnit // that it measures; "" for a load
	times int        // how many of that unit it is
	words []string   // that mean it, in small letters
}

// The units of time are read in forms of their own as well: "1:30", "1 min 30 s".
const (
	second = "s"
	minute = "min"
)

var spellings = [...]spelling{
	{string(Kilogram), "", 1, []string{"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"}},
	{string(Pound), "", 1, []string{"lb", "lbs", "pound", "pounds"}},
	{"rep", Repetitions, 1, []string{"rep", "reps", "repetition", "repetitions"}},
	{second, Seconds, 1, []string{"s", "sec", "secs", "second", "seconds"}},
	{minute, Seconds, 60, []string{"min", "mins", "minute", "minutes"}},
	{"m", Metres, 1, []string{"m", "metre", "metres", "meter", "meters"}},
}

// spelled returns the unit that a word means; the zero spelling where it means none.
func spelled(word string) spelling {
	i := slices.IndexFunc(spellings[:], func(s spelling) bool { return slices.Contains(s.words, word) })
	if i < 0 {
		return spelling{}
	}
	return spellings[i]
}
