package quantity

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseRest(t *testing.T) {
	for in, want := range map[string]Rest{
		"2 min":           {0, 120},
		"90 s":            {0, 90},
		"1:30":            {0, 90},
		"60-90 s":         {60, 90},
		"60–90 Sek.":      {60, 90},
		"60 s - 90 s":     {60, 90},
		"60 s - 90":       {60, 90},
		"2-3 min":         {120, 180},
		"2 à 3 minutes":   {120, 180},
		"2 bis 3 Minuten": {120, 180},
		"2 a 3 minutos":   {120, 180},
		"90 s to 2 min":   {90, 120},
		"1:30-2:00":       {90, 120},
		"1.5-2 min":       {90, 120},
	} {
		if got, err := ParseRest(in); got != want || err != nil {
			t.Errorf("ParseRest(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
}

func TestParseRestSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "2 min" or "60-90 s".`
	for in, want := range map[string]string{
		"":              `I cannot read "".` + form,
		"a while":       `I cannot read "a while".` + form,
		"60-90-120 s":   `I cannot read "60-90-120 s".` + form,
		"-60 s":         `I cannot read "-60 s".` + form,
		"60-":           `I cannot read "60-".` + form,
		"0.01-2 min":    `I cannot read "0.01-2 min".` + form,
		"2":             `"2" needs a unit: "2 min" or "90 s".`,
		"60-90":         `"60-90" needs a unit: "60-90 s" or "2-3 min".`,
		"2-3 kg":        `"2-3 kg" is not a time.` + form,
		"2 kg":          `"2 kg" is not a time. Write it like "2 min" or "90 s".`,
		"2 m":           `"2 m" is not a time. Write it like "2 min" or "90 s".`,
		"60-90 m":       `"60-90 m" is not a time.` + form,
		"1,5 min":       `"1,5 min" has a decimal comma. Write the number with a point: "1.5 min".`,
		"1,5-2 min":     `"1,5-2 min" has a decimal comma. Write the number with a point: "1.5-2 min".`,
		"0 s":           `"0 s" is no rest. Leave rest out for a time that suits the exercise.`,
		"0-60 s":        `"0-60 s" begins with nothing. Write "1 min".`,
		"90-60 s":       `"90-60 s" counts down. Write "60-90 s".`,
		"60-60 s":       `"60-60 s" is no range. Write "1 min".`,
		"2'":            `minutes and seconds are written with letters. Write "2 min".`,
		"90''":          `minutes and seconds are written with letters. Write "90 s".`,
		"60-90\"":       `minutes and seconds are written with letters. Write "60-90 s".`,
		"1'30":          `minutes and seconds are written with letters. Write "90 s".`,
		"1440-1441 min": `"1440-1441 min" looks like a typing mistake (usual: 30 s to 3 min).`,
	} {
		_, err := ParseRest(in)
		checkError(t, "ParseRest", in, err, want)
	}
}

func TestRestReadsWhatItPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rest{To: rapid.IntRange(2, day).Draw(t, "to")}
		if rapid.Bool().Draw(t, "ranged") {
			r.From = rapid.IntRange(1, r.To-1).Draw(t, "from")
		}
		if got, err := ParseRest(r.String()); got != r || err != nil {
			t.Errorf("ParseRest(%q) = %+v, %v, want %+v", r, got, err, r)
		}
	})
	if got := (Rest{}).String(); got != "" {
		t.Errorf("no rest prints as %q", got)
	}
}

func FuzzParseRest(f *testing.F) {
	for _, s := range []string{"2 min", "60-90 s", "2-3 min", "2'", "1'30", "0", "90-60 s", "1,5 min", "60 s to 2 min", "1:30-2:00", "999999999999-9 min"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseRest(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if again, err := ParseRest(r.String()); again != r || err != nil || r.From >= r.To || r.To > day {
			t.Errorf("ParseRest(%q) is %+v, printed %q, which reads as %+v, %v", s, r, r, again, err)
		}
	})
}
