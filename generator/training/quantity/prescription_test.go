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
	const failure = `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`
	for in, want := range map[string]string{
		"3x":                 `I cannot read "3x".` + form,
		"":                   `I cannot read "".` + form,
		"8-12":               `"8-12" does not say how many sets. For one set write "1 x 8-12", for three "3 x 8-12".`,
		"3 x 8-":             `I cannot read "3 x 8-".` + form,
		"3 x 8-12-15":        `"8-12-15" has 3 numbers. For one after the other write "8, 12, 15".`,
		"3 x 8-12 kg":        `the weight of a row stands in start. Write start = "12 kg", and what is done like "3 x 8-12".`,
		"3 x 8.5":            `I cannot read "3 x 8.5".` + form,
		"3 x 8,10":           `"8,10" may be two numbers or the decimal 8.10. For a range write "3 x 8-10"; a set has no decimals.`,
		"2.5 x 8":            `I cannot read "2.5 x 8".` + form,
		"3 x 8 reps - 30 s":  `"3 x 8 reps - 30 s" counts its sets in two ways. Count all sets of a row in one unit.`,
		"3 x 8 slowly":       `I do not know what "slowly" is in "3 x 8 slowly". Write "3 x 8", and words for the runner in note.`,
		"3 x 8 on":           `I cannot read "3 x 8 on".` + form,
		"3 x 8 per":          `I cannot read "3 x 8 per".` + form,
		"3 x 1:75":           `I cannot read "3 x 1:75".` + form,
		"3 x 1,5 min":        `"3 x 1,5 min" has a decimal comma. Write the number with a point: "3 x 1.5 min".`,
		"3 x 12-8":           `"12-8" counts down. Write "3 x 8-12".`,
		"3 x 30-20 s":        `"30-20 s" counts down. Write "3 x 20-30 s".`,
		"3 x 10-10":          `"10-10" is no range. Write "3 x 10".`,
		"3 x 0-8":            `"0-8" has a set of nothing. Begin with at least 1.`,
		"0 x 8":              `"0 x 8" asks for nothing.` + form,
		"3 x 0":              `"3 x 0" asks for nothing.` + form,
		"99 x 8":             `99 sets looks like a typing mistake (usual: 2 to 4).`,
		"11 x 8":             `11 sets are too many: 10 is the most (usual: 2 to 4).`,
		"3 x 8-51":           `51 repetitions looks like a typing mistake (usual: 5 to 15).`,
		"3 x 601 s":          `a hold of 601 s looks like a typing mistake (usual: 15 to 60 s).`,
		"3 x max":            failure,
		"3 x to failure":     failure,
		"3 x 8-12 (failure)": failure,
		"3 x AMRAP":          failure,
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
		{sets(Part{Sets: 1, Low: 12, High: 12}, Part{Sets: 1, Low: 10, High: 10}, Part{Sets: 1, Low: 8, High: 8}), "12, 10, 8", "12, 10, 8"},
		{sets(Part{Sets: 2, Low: 8, High: 8}, Part{Sets: 1, Low: 6, High: 6, Open: true}), "8, 8, 6+", "8, 8, 6+"},
		{sets(Part{Sets: 1, Low: 5, High: 5}, Part{Sets: 3, Low: 8, High: 10}), "1 × 5, 3 × 8–10", "1 x 5, 3 x 8-10"},
		{sets(Part{Sets: 1, Low: 5, High: 5}, Part{Sets: 3, Low: 8, High: 8, Share: 850}), "1 × 5, 3 × 8 at 85 %", "1 x 5, 3 x 8 at 85 %"},
		{
			sets(Part{Sets: 1, Low: 5, High: 5, Share: 650}, Part{Sets: 1, Low: 5, High: 5, Share: 725, Open: true}).eachSide(),
			"5 each side at 65 %, 5+ each side at 72.5 %", "5 each side at 65 %, 5+ each side at 72.5 %",
		},
		{sets(Part{Sets: 5, Low: 3, High: 3, Open: true}), "5 × 3+", "5 x 3+"},
		{sets(Part{Sets: 4, Low: 4, High: 4, RM: true}), "4 × 4 RM", "4 x 4 RM"},
		{sets(Part{Sets: 3, Low: 5, High: 5, Load: kg(62_500)}), "3 × 5 at 62.5 kg", "3 x 5 at 62.5 kg"},
		{Prescription{Parts: []Part{{Sets: 3, Low: 20, High: 20}}, Unit: Metres}, "3 × 20 m", "3 x 20 m"},
		{Prescription{Parts: []Part{{Sets: 1, Low: 30, High: 30}, {Sets: 1, Low: 20, High: 20}}, Unit: Seconds}, "30, 20 s", "30, 20 s"},
		{Prescription{Parts: []Part{{Sets: 2, Low: 10, High: 10}}, Unit: Repetitions, Steps: true, PerSide: true}, "2 × 10 steps each side", "2 x 10 steps each side"},
		{Prescription{}, "", ""},
	} {
		if c.p.String() != c.printed || c.p.Typed() != c.typed {
			t.Errorf("%+v prints as %q and %q, want %q and %q", c.p, c.p, c.p.Typed(), c.printed, c.typed)
		}
	}
}

func sets(parts ...Part) Prescription { return Prescription{Parts: parts, Unit: Repetitions} }

func TestPrescriptionReadsWhatItPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPrescription(t)
		for _, s := range []string{p.String(), p.Typed()} {
			if got, err := ParseEntry(s); !got.Equal(p) || err != nil {
				t.Errorf("ParseEntry(%q) = %+v, %v, want %+v", s, got, err, p)
			}
		}
	})
}

// drawPrescription draws any prescription that is believed.
func drawPrescription(t *rapid.T) Prescription {
	p := Prescription{Unit: rapid.SampledFrom(AmountUnits()).Draw(t, "unit"), PerSide: rapid.Bool().Draw(t, "side")}
	p.Steps = p.Unit == Repetitions && rapid.Bool().Draw(t, "steps")
	n := rapid.IntRange(1, 4).Draw(t, "parts")
	for i := range n {
		p = p.Plus(drawPart(t, p, i == n-1))
	}
	return p
}

func drawPart(t *rapid.T, p Prescription, last bool) Part {
	most := p.Unit.row().Set.most
	part := Part{Sets: rapid.IntRange(1, mostSets/4).Draw(t, "sets"), Low: rapid.IntRange(2, most).Draw(t, "low")}
	part.High = part.Low
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 1:
		part.High = rapid.IntRange(part.Low, most).Draw(t, "high")
	case 2:
		part.Share = rapid.IntRange(1, mostShare).Draw(t, "share")
	case 3:
		part.Load = Load{Thousandths: rapid.IntRange(1, heaviest).Draw(t, "load"), Unit: rapid.SampledFrom([]Unit{Kilogram, Pound}).Draw(t, "unit of load")}
	case 4:
		part.RM = p.Unit == Repetitions && !p.Steps
	case 5:
		part.Open = last
	}
	return part
}

func FuzzParsePrescription(f *testing.F) {
	for _, x := range typings(f) {
		f.Add(x.in)
	}
	for _, s := range []string{"1 x 99999999999999999999 min", "3 x 16666666.999 min", "3\u202fx\u00a08,5 min", "12, 10, 8 at 60 kg", "-", "𝟛 x 𝟠"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParseEntry(s)
		if _, do := ParsePrescription(s); do != nil {
			checkSentence(t, s, do)
			checkHint(t, s, do)
		}
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if low, high := p.Span(); !p.IsZero() && (p.Sets() < 1 || p.Sets() > mostSets || low < 1 || high < low) {
			t.Errorf("ParseEntry(%q) = %+v", s, p)
		}
		for _, printed := range []string{p.String(), p.Typed()} {
			if again, err := ParseEntry(printed); !again.Equal(p) || err != nil && !p.IsZero() {
				t.Errorf("ParseEntry(%q) is %+v, printed %q, which reads as %+v, %v", s, p, printed, again, err)
			}
		}
	})
}
