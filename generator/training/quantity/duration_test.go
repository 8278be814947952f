package quantity

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseDuration(t *testing.T) {
	for in, want := range map[string]int{
		"2 min":         120,
		"2min":          120,
		"2 Minutes":     120,
		"90 s":          90,
		"90sec":         90,
		"90 secs.":      90,
		"1 min 30 s":    90,
		"1min30s":       90,
		"1:30":          90,
		"1:30 min":      90,
		"0:05":          5,
		"1.5 min":       90,
		"1\u00a0min":    60,
		"0 s":           0,
		"1440 minutes":  86400,
		"2 min 0 s":     120,
		"1 minute 5sec": 65,
	} {
		if got, err := ParseDuration(in); got != want || err != nil {
			t.Errorf("ParseDuration(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
}

func TestParseDurationSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "2 min" or "90 s".`
	for in, want := range map[string]string{
		"2":              `"2" needs a unit: "2 min" or "90 s".`,
		"":               `I cannot read "".` + form,
		"a while":        `I cannot read "a while".` + form,
		"-2 min":         `I cannot read "-2 min".` + form,
		"1-2 min":        `I cannot read "1-2 min".` + form,
		"1:3":            `I cannot read "1:3".` + form,
		"1:60":           `I cannot read "1:60".` + form,
		"1 min 30":       `I cannot read "1 min 30".` + form,
		"0.001 min":      `I cannot read "0.001 min".` + form,
		"10 reps":        `I cannot read "10 reps".` + form,
		"2 kg":           `"2 kg" is not a time.` + form,
		"1,5 min":        `"1,5 min" has a decimal comma. Write the number with a point: "1.5 min".`,
		"1.5:30":         `I cannot read "1.5:30".` + form,
		"1440 min 1 s":   `"1440 min 1 s" looks like a typing mistake (usual: 30 s to 3 min).`,
		"1441 min":       `"1441 min" looks like a typing mistake (usual: 30 s to 3 min).`,
		"9999999999 min": `"9999999999 min" looks like a typing mistake (usual: 30 s to 3 min).`,
	} {
		_, err := ParseDuration(in)
		checkError(t, "ParseDuration", in, err, want)
	}
}

func TestFormatDuration(t *testing.T) {
	for seconds, want := range map[int]string{
		0: "0 s", 45: "45 s", 60: "1 min", 90: "90 s", 120: "2 min", 119: "119 s", 150: "2 min 30 s", 600: "10 min",
	} {
		if got := FormatDuration(seconds); got != want {
			t.Errorf("FormatDuration(%d) = %q, want %q", seconds, got, want)
		}
	}
}

func TestDurationReadsWhatItPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, day).Draw(t, "seconds")
		if got, err := ParseDuration(FormatDuration(n)); got != n || err != nil {
			t.Errorf("ParseDuration(%q) = %d, %v, want %d", FormatDuration(n), got, err, n)
		}
	})
}

func FuzzParseDuration(f *testing.F) {
	for _, s := range []string{"2 min", "90 s", "1 min 30 s", "1:30", "2", "1,5 min", "999999999999 min", "1:99", "90sec.", "2 min 0.5 s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseDuration(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if again, err := ParseDuration(FormatDuration(n)); again != n || err != nil || n < 0 || n > day {
			t.Errorf("ParseDuration(%q) is %d, printed %q, which reads as %d, %v", s, n, FormatDuration(n), again, err)
		}
	})
}

func TestParseStep(t *testing.T) {
	for in, want := range map[string]Step{
		"2 kg":    {Load: kg(2000)},
		"+2.5kg":  {Load: kg(2500)},
		"5 lbs":   {Load: lb(5000)},
		"5 s":     {Amount: 5, Unit: Seconds},
		"10 sec":  {Amount: 10, Unit: Seconds},
		"1 min":   {Amount: 60, Unit: Seconds},
		"1 rep":   {Amount: 1, Unit: Repetitions},
		"2 reps":  {Amount: 2, Unit: Repetitions},
		"+ 1 rep": {Amount: 1, Unit: Repetitions},
	} {
		if got, err := ParseStep(in); got != want || err != nil {
			t.Errorf("ParseStep(%q) = %+v, %v, want %+v", in, got, err, want)
		}
	}
}

func TestParseStepSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "2 kg", "5 s" or "1 rep".`
	for in, want := range map[string]string{
		"2":         `"2" has no unit. Say "2 kg", "5 s" or "1 rep".`,
		"":          `I cannot read "".` + form,
		"more":      `I cannot read "more".` + form,
		"2 miles":   `I cannot read "2 miles".` + form,
		"2 kg more": `I cannot read "2 kg more".` + form,
		"0.5 reps":  `I cannot read "0.5 reps".` + form,
		"0.5 s":     `I cannot read "0.5 s".` + form,
		"1,25 kg":   `"1,25 kg" has a decimal comma. Write the number with a point: "1.25 kg".`,
		"0 kg":      `step must be more than 0 kg, or the plan never gets harder.`,
		"-2 kg":     `step must be more than 0 kg, or the plan never gets harder.`,
		"0 s":       `step must be more than 0 s, or the plan never gets harder.`,
		"51 kg":     `a step of 51 kg looks like a typing mistake (usual: 1 to 10 kg, 2.5 to 20 lb).`,
		"3 min":     `a step of 3 min looks like a typing mistake (usual: 5 to 15 s).`,
		"21 reps":   `a step of 21 reps looks like a typing mistake (usual: 1 or 2).`,
	} {
		_, err := ParseStep(in)
		checkError(t, "ParseStep", in, err, want)
	}
}

func TestStepPrints(t *testing.T) {
	for want, s := range map[string]Step{"2 kg": {Load: kg(2000)}, "5 s": {Amount: 5, Unit: Seconds}, "1 rep": {Amount: 1, Unit: Repetitions}, "3 reps": {Amount: 3, Unit: Repetitions}, "": {}} {
		if s.String() != want || s.IsZero() != (want == "") {
			t.Errorf("%+v prints as %q, IsZero %v, want %q", s, s, s.IsZero(), want)
		}
	}
}

func FuzzParseStep(f *testing.F) {
	for _, s := range []string{"2 kg", "+2.5kg", "5 s", "1 rep", "2", "-1 kg", "0 s", "1,25 kg", "999999999 s", "1 min"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		step, err := ParseStep(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if again, err := ParseStep(step.String()); again != step || err != nil || step.IsZero() {
			t.Errorf("ParseStep(%q) is %+v, printed %q, which reads as %+v, %v", s, step, step, again, err)
		}
	})
}
