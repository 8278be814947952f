package quantity

import "testing"

func TestParseEntry(t *testing.T) {
	for in, want := range map[string]string{
		"3 x 8":                            "3 x 8",
		"3 x 8-10":                         "3 x 8-10",
		"3 x 8 at 60 kg":                   "3 x 8 at 60 kg",
		"3x8@60kg":                         "3 x 8 at 60 kg",
		"3 x 8 mit 60 kg":                  "3 x 8 at 60 kg",
		"5 at 60 kg, 3 at 70 kg":           "5 at 60 kg, 3 at 70 kg",
		"1 x 5 at 135 lb, 3 x 8":           "1 x 5 at 135 lb, 3 x 8",
		"4 x 10 RM":                        "4 x 10 RM",
		"5 at 40 %, 5 at 50 %, 5+ at 60 %": "5 at 40 %, 5 at 50 %, 5+ at 60 %",
		"-":                                "",
		" – ":                              "",
	} {
		if got, err := ParseEntry(in); got.Typed() != want || err != nil {
			t.Errorf("ParseEntry(%q) = %q, %v, want %q", in, got.Typed(), err, want)
		}
	}
}

func TestParseByTheClock(t *testing.T) {
	for in, want := range map[string]string{"15 x 15": "15 x 15", "30 x 5": "30 x 5", "20 x 30 s": "20 x 30 s", "3 x 8": "3 x 8", "12 x 5, 12 x 3": "12 x 5, 12 x 3"} {
		if got, err := ParseByTheClock(in); got.Typed() != want || err != nil {
			t.Errorf("ParseByTheClock(%q) = %q, %v, want %q", in, got.Typed(), err, want)
		}
	}
	for in, want := range map[string]string{
		"31 x 5":          `31 sets looks like a typing mistake (usual: 2 to 4). The sets come first: did you mean "5 x 31"?`,
		"16 x 5, 16 x 3":  `16 sets are too many: 10 is the most (usual: 2 to 4).`,
		"15 x 5 at 20 kg": `15 sets are too many: 10 is the most (usual: 2 to 4).`,
		"15":              `"15" does not say how many sets. For one set write "1 x 15", for three "3 x 15".`,
	} {
		_, err := ParseByTheClock(in)
		checkError(t, "ParseByTheClock", in, err, want)
	}
}

func TestParseEntrySaysWhatIsWrong(t *testing.T) {
	for in, want := range map[string]string{
		"off":             `I cannot read "off". Write it like "3 x 8", or "-" for a week without it.`,
		"":                `I cannot read "". Write it like "3 x 8", or "-" for a week without it.`,
		"3 x 8 x 60 kg":   `the weight stands behind the sets. Write "3 x 8 at 60 kg".`,
		"60 kg 5x5":       `the weight stands behind the sets. Write "5 x 5 at 60 kg".`,
		"3 x 8 at 2,5 kg": `"3 x 8 at 2,5 kg" has a decimal comma. Write the number with a point: "3 x 8 at 2.5 kg".`,
		"3 x 8 at 501 kg": `501 kg looks like a typing mistake (usual: 2 to 100 kg).`,
		"3x":              `I cannot read "3x". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	} {
		_, err := ParseEntry(in)
		checkError(t, "ParseEntry", in, err, want)
	}
}

func TestParseWarmUp(t *testing.T) {
	for in, want := range map[string]string{
		"10 at 40 %, 5 at 60 %, 3 at 80 %": "10 at 40 %, 5 at 60 %, 3 at 80 %",
		"10@40%, 5@60%":                    "10 at 40 %, 5 at 60 %",
		"5 at 50 %":                        "1 x 5 at 50 %",
		"1 x 5 at 50 %":                    "1 x 5 at 50 %",
		"2 x 5 at 50 %, 1 x 3 at 70 %":     "2 x 5 at 50 %, 1 x 3 at 70 %",
		"20 s at 50 %":                     "1 x 20 s at 50 %",
		"8 at 50 % each side":              "1 x 8 each side at 50 %",
	} {
		p, err := ParseWarmUp(in)
		if p.Typed() != want || err != nil {
			t.Errorf("ParseWarmUp(%q) = %q, %v, want %q", in, p.Typed(), err, want)
		}
		if again, err := ParseWarmUp(p.Typed()); !again.Equal(p) || err != nil {
			t.Errorf("ParseWarmUp(%q) = %q, %v", p.Typed(), again, err)
		}
	}
}

func TestParseWarmUpSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "10 at 40 %, 5 at 60 %, 3 at 80 %".`
	for in, want := range map[string]string{
		"":                        `I cannot read "".` + form,
		"one light set":           `I cannot read "one light set".` + form,
		"2 x 10 light":            `I cannot read "2 x 10 light".` + form,
		"10, 5, 3":                `"1 x 10" says no share of the day's weight.` + form,
		"10 at 40 %, 5":           `"1 x 5" says no share of the day's weight.` + form,
		"10 at 20 kg":             `"1 x 10 at 20 kg" says no share of the day's weight.` + form,
		"5 at 100 %":              `a set with 100 % of the day's weight is no warm-up.` + form,
		"5+ at 50 %":              `a warm-up set is not open.` + form,
		"8-10 at 50 %":            `a warm-up set has one number and no range.` + form,
		"10 at 0.4":               `I cannot read "10 at 0.4".` + form,
		"10, 5, 3 at 40, 60, 80%": `a percentage holds for the sets that it stands behind. Write "10 at 40 %, 5 at 60 %, 3 at 80 %".`,
		"40% x 10, 60% x 5":       `a percentage stands behind the number of the set. Write "10 at 40 %, 5 at 60 %".`,
		"10 at 62,5 %":            `"10 at 62,5 %" has a decimal comma. Write the number with a point: "62.5".`,
	} {
		_, err := ParseWarmUp(in)
		checkError(t, "ParseWarmUp", in, err, want)
	}
}

func TestParseAssistance(t *testing.T) {
	for in, want := range map[string]Load{"30 kg": kg(30_000), "0 kg": kg(0), "0 lb": lb(0)} {
		got, err := ParseAssistance(in)
		if got != want || got.IsZero() || err != nil {
			t.Errorf("ParseAssistance(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
	_, err := ParseAssistance("-5 kg")
	checkError(t, "ParseAssistance", "-5 kg", err, "help cannot be less than 0 kg.")
	_, err = ParseAssistance("0")
	checkError(t, "ParseAssistance", "0", err, `"0" has no unit. Say "1 kg" or "2 lb".`)
}

func FuzzParseWarmUp(f *testing.F) {
	for _, s := range []string{"10 at 40 %, 5 at 60 %, 3 at 80 %", "10@40%", "40% x 10", "2 x 5 at 50 %", "10, 5, 3 at 40, 60, 80%", "5+ at 50 %", "1 at 0.1 %"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParseWarmUp(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		for _, part := range p.Parts {
			if part.Share < 1 || part.Share >= whole || part.Low != part.High {
				t.Errorf("ParseWarmUp(%q) = %+v", s, p)
			}
		}
		if again, err := ParseWarmUp(p.Typed()); !again.Equal(p) || err != nil {
			t.Errorf("ParseWarmUp(%q) is %q, which reads as %q, %v", s, p.Typed(), again.Typed(), err)
		}
	})
}
