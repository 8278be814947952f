package quantity

import "slices"

// spelling is a unit that can stand behind a number.
type spelling struct {
	name  string     // as it is printed
	of    AmountUnit // that it measures; "" for a load
	times int        // how many of that unit it is
	words []string   // that mean it, folded
}

// The units of time are read in forms of their own as well: "1:30", "1 min 30 s". Steps are repetitions with a name.
const (
	second = "s"
	minute = "min"
	rep    = "rep"
	step   = "step"
)

// spellings is how units are typed in English, German, French, Spanish, Dutch and Portuguese, without accents.
var spellings = [...]spelling{
	{string(Kilogram), "", 1, []string{"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramm"}},
	{string(Pound), "", 1, []string{"lb", "lbs", "pound", "pounds"}},
	{rep, Repetitions, 1, []string{
		"rep", "reps", "repetition", "repetitions", "wdh", "wdhl", "wiederholung", "wiederholungen", "repet", "repets",
		"repeticion", "repeticiones", "herhaling", "herhalingen", "herh", "repeticao", "repeticoes",
	}},
	{step, Repetitions, 1, []string{"step", "steps", "schritt", "schritte", "schritten", "pas", "paso", "pasos", "stap", "stappen", "passo", "passos"}},
	{second, Seconds, 1, []string{
		"s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "seconde", "secondes", "seconden", "seg", "segs", "segundo", "segundos",
	}},
	{minute, Seconds, 60, []string{"min", "mins", "minute", "minutes", "minuten", "minuut", "minuto", "minutos"}},
	{"m", Metres, 1, []string{"m", "metre", "metres", "meter", "meters", "metern", "metro", "metros"}},
}

// spelled returns the unit that a word means; the zero spelling where it means none.
func spelled(word string) spelling {
	i := slices.IndexFunc(spellings[:], func(s spelling) bool { return slices.Contains(s.words, word) })
	if i < 0 {
		return spelling{}
	}
	return spellings[i]
}

// meaning is what a word of a prescription is for, other than a unit. A word may have several meanings: the place decides.
type meaning int

const (
	setsWord    meaning = iota // "3 sets of 8"
	ofWord                     // what stands behind it
	timesWord                  // "3 x 8" wherever it stands
	byWord                     // "3 por 8": it does so between numbers only
	toWord                     // "8 to 12" wherever it stands
	untilWord                  // "8 a 12": it does so between numbers only
	atWord                     // "5 at 85 %" wherever it stands
	withWord                   // "5 mit 60 kg": it does so before a load or a percentage only
	percentWord                // "85 percent"
	eachWord                   // of what there are two
	ownWord                    // it says so by itself: "8 each"
	onWord                     // may stand before it
	sideWord                   // of which there are two
	handWord                   // which hold a weight each: "20 kg/hand" is no side
)

// meanings has the words of each meaning in English, German, French, Spanish, Dutch and Portuguese, folded. The second x is the Cyrillic
// letter on the same key.
var meanings = [...][]string{
	setsWord: {"set", "sets", "round", "rounds", "satz", "satze", "satzen", "saetze", "serie", "series", "seria", "reeks", "reeksen", "runde", "runden", "ronde", "rondes", "ronda", "rondas", "tours"},
	ofWord:   {"of", "zu", "a", "de", "van", "von", "mit", "met", "con", "com", "je"},

	timesWord: {"x", "х", "times", "by", "mal", "maal", "keer", "fois", "veces", "vezes"},
	byWord:    {"por"},
	toWord:    {"to", "bis", "tot", "hasta", "ate"},
	untilWord: {"a"},

	atWord:      {"at", "@"},
	withWord:    {"with", "bei", "mit", "a", "avec", "al", "con", "bij", "met", "op", "com"},
	percentWord: {"%", "percent", "pct", "prozent", "procent"},

	eachWord: {
		"each", "ea", "per", "a", "every", "both", "/", "je", "pro", "jede", "jeder", "jedes", "jedem", "par", "chaque", "por", "cada",
		"elke", "ieder", "iedere",
	},
	ownWord: {"each", "ea"},
	onWord:  {"on", "auf", "an", "de", "a", "op", "em"},
	sideWord: {
		"side", "sides", "leg", "legs", "arm", "arms", "hand", "hands", "foot", "feet", "seite", "seiten", "bein", "beine", "beinen",
		"arme", "armen", "hande", "fuss", "cote", "cotes", "jambe", "jambes", "bras", "main", "pied", "lado", "lados", "pierna", "piernas",
		"brazo", "brazos", "mano", "pie", "zijde", "zijden", "zij", "kant", "kanten", "been", "benen", "voet", "perna", "pernas", "braco",
		"mao", "pe",
	},
	handWord: {"hand", "hands", "hande", "main", "mano", "mao"},
}

// has reports whether a folded word can have the meaning.
func (m meaning) has(word string) bool { return slices.Contains(meanings[m], word) }
