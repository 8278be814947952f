package quantity

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseShare(t *testing.T) {
	for in, want := range map[string]int{"10 %": 100, "10%": 100, "82.5 %": 825, "0.1 %": 1, "100 %": 1000, "10 percent": 100, "10 Prozent": 100} {
		if got, err := ParseShare(in); got != want || err != nil {
			t.Errorf("ParseShare(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
}

func TestParseShareSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "10 %".`
	for in, want := range map[string]string{
		"":        `I cannot read "".` + form,
		"a bit":   `I cannot read "a bit".` + form,
		"10 % up": `I cannot read "10 % up".` + form,
		"10 kg":   `"10 kg" is no percentage.` + form,
		"10":      `"10" has no unit. Say "10 %".`,
		"0.85":    `"0.85" is no percentage. Write "85 %".`,
		"0,9":     `"0,9" is no percentage. Write "90 %".`,
		"-10 %":   `a share must be more than 0 %.` + form,
		"0 %":     `a share must be more than 0 %.` + form,
		"101 %":   `101 % is more than all of it.` + form,
		"82,5 %":  `"82,5 %" has a decimal comma. Write the number with a point: "82.5 %".`,
		"82.55 %": `"82.55 %" is finer than anybody can load. Give one decimal at the most.`,
		"1.001 %": `"1.001 %" is finer than anybody can load. Give one decimal at the most.`,
	} {
		_, err := ParseShare(in)
		checkError(t, "ParseShare", in, err, want)
	}
}

func TestParseBodyShare(t *testing.T) {
	for in, want := range map[string]int{
		"30 % of body mass": 300, "30% of body weight": 300, "30% bodyweight": 300, "30 % BW": 300, "12.5 % of body mass": 125,
		"30 % des Körpergewichts": 300, "30 % vom Körpergewicht": 300, "30 % der Körpermasse": 300, "30 % du poids du corps": 300,
		"30 % du poids de corps": 300, "30 % del peso corporal": 300, "30 % do peso corporal": 300, "30 % van het lichaamsgewicht": 300,
		"150 % of body mass": 1500,
	} {
		if got, err := ParseBodyShare(in); got != want || err != nil {
			t.Errorf("ParseBodyShare(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
}

func TestParseBodyShareSaysWhatIsWrong(t *testing.T) {
	const form = ` Write it like "30 % of body mass".`
	for in, want := range map[string]string{
		"":                   `I cannot read "".` + form,
		"body weight":        `I cannot read "body weight".` + form,
		"30 % of max":        `I cannot read "30 % of max".` + form,
		"30 %":               `"30 %" does not say of what. Write "30 % of body mass".`,
		"30":                 `"30" has no unit. Say "30 % of body mass".`,
		"0.3":                `"0.3" is no percentage. Write "30 % of body mass".`,
		"0.3 x body weight":  `"0.3 x body weight" is no percentage. Write "30 % of body mass".`,
		"1.5 BW":             `"1.5 BW" is no percentage. Write "150 % of body mass".`,
		"30 kg":              `"30 kg" is no percentage.` + form,
		"0 % of body mass":   `a share must be more than 0 %.` + form,
		"201 % of body mass": `201 % of body mass looks like a typing mistake (usual: 10 to 60 %).`,
		"32,5 % of body mass": `"32,5 % of body mass" has a decimal comma. ` +
			`Write the number with a point: "32.5 % of body mass".`,
	} {
		_, err := ParseBodyShare(in)
		checkError(t, "ParseBodyShare", in, err, want)
	}
}

func TestSharesReadWhatTheyPrint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share, mass := rapid.IntRange(1, whole).Draw(t, "share"), rapid.IntRange(1, mostBody).Draw(t, "mass")
		if got, err := ParseShare(FormatShare(share)); got != share || err != nil {
			t.Errorf("ParseShare(%q) = %d, %v, want %d", FormatShare(share), got, err, share)
		}
		if got, err := ParseBodyShare(FormatBodyShare(mass)); got != mass || err != nil {
			t.Errorf("ParseBodyShare(%q) = %d, %v, want %d", FormatBodyShare(mass), got, err, mass)
		}
	})
}

func FuzzParseShare(f *testing.F) {
	for _, s := range []string{"10 %", "82.5%", "0.85", "0,9", "30 % of body mass", "1.5 x body weight", "-3 %", "99999999999999 %", "30 % du poids de corps"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := ParseShare(s); err != nil {
			checkSentence(t, s, err)
		} else if again, err := ParseShare(FormatShare(n)); again != n || err != nil || n < 1 || n > whole {
			t.Errorf("ParseShare(%q) is %d, which reads as %d, %v", s, n, again, err)
		}
		if n, err := ParseBodyShare(s); err != nil {
			checkSentence(t, s, err)
		} else if again, err := ParseBodyShare(FormatBodyShare(n)); again != n || err != nil || n < 1 || n > mostBody {
			t.Errorf("ParseBodyShare(%q) is %d, which reads as %d, %v", s, n, again, err)
		}
	})
}
