package quantity

import (
	"testing"

	"pgregory.net/rapid"
)

func reps(sets, low, high int) Prescription {
	return EqualSets(sets, low, high, Repetitions, false)
}

func holds(sets, low, high int) Prescription {
	return EqualSets(sets, low, high, Seconds, false)
}

func (p Prescription) eachSide() Prescription {
	p.PerSide = true
	return p
}

func TestParsePrescription(t *testing.T) {
	for in, want := range map[string]Prescription{
		"3x8-12":                        reps(3, 8, 12),
		"3 x 8-12":                      reps(3, 8, 12),
		"3 X 8 - 12":                    reps(3, 8, 12),
		"3 × 8–12 each side":            reps(3, 8, 12).eachSide(),
		"3\u00a0×\u202f8—12":            reps(3, 8, 12),
		"3*10":                          reps(3, 10, 10),
		"3 x 8 to 12":                   reps(3, 8, 12),
		"3x8to12":                       reps(3, 8, 12),
		"3 sets of 8-12 reps":           reps(3, 8, 12),
		"1 set of 8":                    reps(1, 8, 8),
		"3 sets x 10":                   reps(3, 10, 10),
		"3 sets 10":                     reps(3, 10, 10),
		"3 x 10 repetitions":            reps(3, 10, 10),
		"3 х 10":                        reps(3, 10, 10), // a Cyrillic letter
		"3 x 10/side":                   reps(3, 10, 10).eachSide(),
		"3 x 10 / leg":                  reps(3, 10, 10).eachSide(),
		"3 x 8-12 per arm":              reps(3, 8, 12).eachSide(),
		"3 x 8-12 a side":               reps(3, 8, 12).eachSide(),
		"3 x 8-12 reps each":            reps(3, 8, 12).eachSide(),
		"3 x 8-12 reps (on each side)":  reps(3, 8, 12).eachSide(),
		"3 x 8-12 both sides":           reps(3, 8, 12).eachSide(),
		"3 X 20 to 30 s":                holds(3, 20, 30),
		"3 x 20-30s":                    holds(3, 20, 30),
		"3 x 30-45 sec per side":        holds(3, 30, 45).eachSide(),
		"3 x 30-45 sec. per side":       holds(3, 30, 45).eachSide(),
		"3 x 30 s - 45 s":               holds(3, 30, 45),
		"3 x 30 s - 45":                 holds(3, 30, 45),
		"3 x 30 s to 1 min":             holds(3, 30, 60),
		"3 x 1-2 min":                   holds(3, 60, 120),
		"3 x 1 min 30 s":                holds(3, 90, 90),
		"3 x 0:30-1:15":                 holds(3, 30, 75),
		"3 x 1.5 min":                   holds(3, 90, 90),
		"1 x 30 s":                      holds(1, 30, 30),
		"10 x 50":                       reps(10, 50, 50),
		"1 x 600 s":                     holds(1, 600, 600),
		"3 x 20-30 seconds each side  ": holds(3, 20, 30).eachSide(),
	} {
		if got, err := ParsePrescription(in); !got.Equal(want) || err != nil {
			t.Errorf("ParsePrescription(%q) = %+v, %v, want %+v", in, got, err, want)
		}
	}
}

func TestParsePrescriptionSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "3 x 8-12" or "3 x 20-30 s".`
	for in, want := range map[string]string{
		"3x":                 `I cannot read "3x".` + form,
		"":                   `I cannot read "".` + form,
		"8-12":               `I cannot read "8-12".` + form,
		"3 x 8-":             `I cannot read "3 x 8-".` + form,
		"3 x 8-12-15":        `I cannot read "3 x 8-12-15".` + form,
		"3 x 8-12 kg":        `I cannot read "3 x 8-12 kg".` + form,
		"3 x 8.5":            `I cannot read "3 x 8.5".` + form,
		"3 x 8,10":           `I cannot read "3 x 8,10".` + form,
		"2.5 x 8":            `I cannot read "2.5 x 8".` + form,
		"3 x 8 reps - 30 s":  `I cannot read "3 x 8 reps - 30 s".` + form,
		"3 x 8 slowly":       `I cannot read "3 x 8 slowly".` + form,
		"3 x 8 on":           `I cannot read "3 x 8 on".` + form,
		"3 x 8 per":          `I cannot read "3 x 8 per".` + form,
		"3 x 1:75":           `I cannot read "3 x 1:75".` + form,
		"3 x 1,5 min":        `"3 x 1,5 min" has a decimal comma. Write the number with a point: "3 x 1.5 min".`,
		"3 x 12-8":           `"12-8" counts down. Write "8-12".`,
		"3 x 30-20 s":        `"30-20 s" counts down. Write "20-30 s".`,
		"3 x 10-10":          `"10-10" is no range. Write "10".`,
		"3 x 0-8":            `"0-8" begins with nothing. Begin with at least 1.`,
		"0 x 8":              `"0 x 8" asks for nothing.` + form,
		"3 x 0":              `"3 x 0" asks for nothing.` + form,
		"99 x 8":             `99 sets looks like a typing mistake (usual: 2 to 4).`,
		"11 x 8":             `11 sets looks like a typing mistake (usual: 2 to 4).`,
		"3 x 8-51":           `51 repetitions looks like a typing mistake (usual: 5 to 15).`,
		"3 x 601 s":          `a hold of 601 s looks like a typing mistake (usual: 15 to 60 s).`,
		"3 x max":            `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12".`,
		"3 x to failure":     `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12".`,
		"3 x 8-12 (failure)": `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12".`,
		"3 x AMRAP":          `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12".`,
		"this is much too long to be repeated in a message that somebody has to read": `I cannot read "this is much too long to be repeated in …".` + form,
	} {
		_, err := ParsePrescription(in)
		checkError(t, "ParsePrescription", in, err, want)
	}
}

func TestPrescriptionPrints(t *testing.T) {
	for _, c := range []struct {
		p              Prescription
		printed, typed string
	}{
		{reps(3, 8, 12), "3 × 8–12", "3 x 8-12"},
		{reps(3, 8, 12).eachSide(), "3 × 8–12 each side", "3 x 8-12 each side"},
		{reps(2, 10, 10), "2 × 10", "2 x 10"},
		{holds(3, 20, 30), "3 × 20–30 s", "3 x 20-30 s"},
		{holds(1, 90, 90).eachSide(), "1 × 90 s each side", "1 x 90 s each side"},
		{reps(3, 8, 12).WithSets(2), "2 × 8–12", "2 x 8-12"},
		{Prescription{}, "", ""},
	} {
		if c.p.String() != c.printed || c.p.Typed() != c.typed {
			t.Errorf("%+v prints as %q and %q, want %q and %q", c.p, c.p, c.p.Typed(), c.printed, c.typed)
		}
	}
}

func TestPrescriptionReadsWhatItPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom(AmountUnits()).Draw(t, "unit")
		most := unit.row().Set.most
		low := rapid.IntRange(1, most).Draw(t, "low")
		high := rapid.IntRange(low, most).Draw(t, "high")
		p := EqualSets(rapid.IntRange(1, mostSets).Draw(t, "sets"), low, high, unit, rapid.Bool().Draw(t, "side"))
		for _, s := range []string{p.String(), p.Typed()} {
			if got, err := ParsePrescription(s); !got.Equal(p) || err != nil {
				t.Errorf("ParsePrescription(%q) = %+v, %v, want %+v", s, got, err, p)
			}
		}
	})
}

func FuzzParsePrescription(f *testing.F) {
	for _, s := range []string{
		"3x8-12", "3 × 8–12 each side", "3 sets of 10 reps", "3 x 20 to 30 s", "3 x 1:30", "3 x 1 min 30 s - 2 min", "3 x max",
		"3 x 12-8", "99 x 8", "3 x 8.", "3\u202fx\u00a08,5 min", "1 x 99999999999999999999 min", "3 x 10/side", "x", "3 x 16666666.999 min",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePrescription(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if part := p.First(); part.Sets < 1 || part.Low < 1 || part.High < part.Low {
			t.Errorf("ParsePrescription(%q) = %+v", s, p)
		}
		for _, printed := range []string{p.String(), p.Typed()} {
			if again, err := ParsePrescription(printed); !again.Equal(p) || err != nil {
				t.Errorf("ParsePrescription(%q) is %+v, printed %q, which reads as %+v, %v", s, p, printed, again, err)
			}
		}
	})
}
