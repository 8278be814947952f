package quantity

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func kg(thousandths int) Load { return Load{Thousandths: thousandths, Unit: Kilogram} }
func lb(thousandths int) Load { return Load{Thousandths: thousandths, Unit: Pound} }

func TestParseLoad(t *testing.T) {
	for in, want := range map[string]Load{
		"8 kg":           kg(8000),
		"8kg":            kg(8000),
		" 2.5 kg ":       kg(2500),
		"1.25 Kg":        kg(1250),
		"0.125 kg":       kg(125),
		"8\u00a0kg":      kg(8000),
		"8\u202fkg":      kg(8000),
		"8\u200b kg":     kg(8000),
		"8 kgs":          kg(8000),
		"8 kilos":        kg(8000),
		"18 lb":          lb(18_000),
		"18 lbs.":        lb(18_000),
		"2.5 LB":         lb(2500),
		"20 pounds":      lb(20_000),
		"500 kg":         kg(500_000),
		"1102 lb":        lb(1_102_000),
		"16 kg (each) ":  {},
		"8 kilogrammes!": {},
	} {
		got, err := ParseLoad(in)
		if got != want || (err != nil) != want.IsZero() {
			t.Errorf("ParseLoad(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
}

func TestParseLoadSaysWhatIsWrong(t *testing.T) {
	for in, want := range map[string]string{
		"":                                 `I cannot read "". Write it like "8 kg" or "18 lb".`,
		"heavy":                            `I cannot read "heavy". Write it like "8 kg" or "18 lb".`,
		"2 x 8 kg":                         `I cannot read "2 x 8 kg". Write it like "8 kg" or "18 lb".`,
		"1.2345 kg":                        `I cannot read "1.2345 kg". Write it like "8 kg" or "18 lb".`,
		"8\nkg\x00\u202e!":                 `I cannot read "8 kg!". Write it like "8 kg" or "18 lb".`,
		"8":                                `"8" has no unit. Say "8 kg" or "18 lb".`,
		"2,5":                              `"2,5" has no unit. Say "2.5 kg" or "6 lb".`,
		"8 stone":                          `I do not know the unit "stone" for a weight. Write it like "8 kg" or "18 lb".`,
		"8 reps":                           `I do not know the unit "reps" for a weight. Write it like "8 kg" or "18 lb".`,
		"2,5 kg":                           `"2,5 kg" has a decimal comma. Write the number with a point: "2.5 kg".`,
		"0 kg":                             `a weight must be more than 0 kg.`,
		"-5 lb":                            `a weight must be more than 0 lb.`,
		"501 kg":                           `501 kg looks like a typing mistake (usual: 2 to 100 kg).`,
		"1103 lb":                          `1103 lb looks like a typing mistake (usual: 5 to 225 lb).`,
		"99999999999999999999999999999 kg": `99999999999999999999999999999 kg looks like a typing mistake (usual: 2 to 100 kg).`,
	} {
		_, err := ParseLoad(in)
		checkError(t, "ParseLoad", in, err, want)
	}
}

func checkError(t *testing.T, function, in string, err error, want string) {
	t.Helper()
	got := "no error"
	if err != nil {
		got = err.(*Error).Error()
	}
	if got != want {
		t.Errorf("%s(%q):\ngot  %s\nwant %s", function, in, got, want)
	}
}

func TestNoUnitIsMarked(t *testing.T) {
	_, load := ParseLoad("8")
	_, duration := ParseDuration("2")
	_, step := ParseStep("2")
	for _, err := range []error{load, duration, step} {
		if !err.(*Error).NoUnit {
			t.Errorf("NoUnit is not set in %q", err)
		}
	}
	if _, other := ParseLoad("x"); other.(*Error).NoUnit {
		t.Errorf("NoUnit is set in %q", other)
	}
}

func TestGrams(t *testing.T) {
	for l, want := range map[Load]int{
		{}:         0,
		kg(2500):   2500,
		kg(0):      0,
		lb(1000):   454,
		lb(18_000): 8165, // 8164.66
		lb(35_000): 15876,
		lb(53_000): 24040, // 24040.40
	} {
		if got := l.Grams(); got != want {
			t.Errorf("%v.Grams() = %d, want %d", l, got, want)
		}
	}
}

func TestCompare(t *testing.T) {
	ascending := []Load{{}, kg(2000), lb(5000), kg(8000), lb(18_000), kg(8200)}
	for i, a := range ascending {
		for j, b := range ascending {
			want := min(max(i-j, -1), 1)
			if got := a.Compare(b); got != want {
				t.Errorf("%v.Compare(%v) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestPlus(t *testing.T) {
	for _, c := range []struct {
		start Load
		n     int
		step  Load
		want  Load
	}{
		{kg(8000), 0, kg(2000), kg(8000)},
		{kg(8000), 3, kg(2000), kg(14_000)},
		{kg(8000), -1, kg(2000), kg(6000)},
		{lb(20_000), 2, lb(2500), lb(25_000)},
		{lb(20_000), 2, kg(2000), lb(30_000)},
		{Load{}, 2, kg(2000), kg(4000)},
		{kg(8000), 5, Load{}, kg(8000)},
	} {
		if got := c.start.Plus(c.n, c.step); got != c.want {
			t.Errorf("%v.Plus(%d, %v) = %v, want %v", c.start, c.n, c.step, got, c.want)
		}
	}
}

func TestInTheOtherUnit(t *testing.T) {
	for kilograms, pounds := range map[int]int{
		4000: 9000, 6000: 13_000, 8000: 18_000, 10_000: 22_000, 12_000: 26_000, 16_000: 35_000, 20_000: 44_000,
		22_000: 48_000, 24_000: 53_000, 28_000: 62_000, 32_000: 70_000, 48_000: 106_000,
	} {
		if got := kg(kilograms).In(Pound); got != lb(pounds) {
			t.Errorf("%v.In(lb) = %v, want %v", kg(kilograms), got, lb(pounds))
		}
		if got := lb(pounds).In(Kilogram); got != kg(kilograms) {
			t.Errorf("%v.In(kg) = %v, want %v", lb(pounds), got, kg(kilograms))
		}
	}
	for from, want := range map[Load]Load{
		{}:         {},
		kg(100):    lb(1000), // never nothing
		lb(100):    kg(500),
		kg(2000):   lb(4000),
		kg(60_000): lb(132_000),
		lb(5000):   kg(2500),
		lb(10_000): kg(4500),
		lb(45_000): kg(20_000),
		lb(50_000): kg(22_500),
	} {
		if got := from.In(from.Unit.Other()); got != want {
			t.Errorf("%v.In(the other unit) = %v, want %v", from, got, want)
		}
	}
}

func TestStepIn(t *testing.T) {
	for from, want := range map[Load]Load{
		kg(2000):   lb(5000),
		lb(5000):   kg(2000),
		kg(2500):   lb(5000),
		kg(4000):   lb(9000),
		lb(9000):   kg(4000),
		kg(3000):   lb(7000),
		lb(15_000): kg(7000),
	} {
		if got := from.StepIn(from.Unit.Other()); got != want {
			t.Errorf("%v.StepIn(the other unit) = %v, want %v", from, got, want)
		}
		if got := (Step{Load: from}).In(from.Unit.Other()); got != (Step{Load: want}) {
			t.Errorf("Step %v.In(the other unit) = %v, want %v", from, got, want)
		}
	}
}

func TestBoth(t *testing.T) {
	for want, got := range map[string]string{
		"8 kg (18 lb)":    kg(8000).Both(),
		"26 lb (12 kg)":   lb(26_000).Both(),
		"22.5 kg (50 lb)": kg(22_500).Both(),
		"0 kg (0 lb)":     kg(0).Both(),
		"red":             level("red", 2).Both(),
		"":                Load{}.Both(),
	} {
		if got != want {
			t.Errorf("Both: got %q, want %q", got, want)
		}
	}
}

func TestConversionIsClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Load{Thousandths: rapid.IntRange(1000, heaviest).Draw(t, "thousandths"), Unit: rapid.SampledFrom([]Unit{Kilogram, Pound}).Draw(t, "unit")}
		other := l.In(l.Unit.Other())
		const most = 412 // grams, from the bar of 45 lb to that of 20 kg; rounding alone comes to 250
		if off := l.Grams() - other.Grams(); off < -most || off > most {
			t.Errorf("%v and %v are %d g apart", l, other, off)
		}
	})
}

func FuzzParseLoad(f *testing.F) {
	for _, s := range []string{"8 kg", "2.5 kg", "2,5 kg", "18 lbs", "-1 kg", "8", "x 8 kg", "8 kg", "9999999999999999999 lb", "1.125 kg", "1:30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, err := ParseLoad(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if again, err := ParseLoad(l.String()); again != l || err != nil {
			t.Errorf("ParseLoad(%q) is %+v, printed %q, which reads as %+v, %v", s, l, l, again, err)
		}
		if l.Grams() < 0 || l.Grams() > heaviest || l.In(l.Unit.Other()).IsZero() {
			t.Errorf("ParseLoad(%q) = %v", s, l)
		}
	})
}

// checkSentence fails unless the error is made of sentences of bearable length, on one line.
func checkSentence(t *testing.T, in string, err error) {
	t.Helper()
	e := err.(*Error)
	if !isSentence(e.Message) || e.Hint != "" && !isSentence(e.Hint) {
		t.Errorf("%q: the error is %q, %q", in, e.Message, e.Hint)
	}
}

func isSentence(s string) bool {
	return len(s) > 2 && len([]rune(s)) < 160 && !slices.Contains([]byte(s), '\n') && (s[len(s)-1] == '.' || s[len(s)-1] == '?')
}
