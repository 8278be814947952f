package quantity

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseTempo(t *testing.T) {
	for in, want := range map[string]Tempo{
		"3-0-3": {3, 0, 3}, "3 - 1 - 1": {3, 1, 1}, "3–0–3": {3, 0, 3}, "4-2-1 s": {4, 2, 1}, "3-0-3 sec.": {3, 0, 3}, "10-0-10": {10, 0, 10},
	} {
		if got, err := ParseTempo(in); got != want || err != nil {
			t.Errorf("ParseTempo(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
}

func TestParseTempoSaysWhatIsWrong(t *testing.T) {
	const form = ` Write the seconds down, held and up, like "3-0-3".`
	for in, want := range map[string]string{
		"":          `I cannot read "".` + form,
		"slow":      `I cannot read "slow".` + form,
		"3-0":       `I cannot read "3-0".` + form,
		"3-0-3-0-1": `I cannot read "3-0-3-0-1".` + form,
		"3.5-0-3":   `I cannot read "3.5-0-3".` + form,
		"3-1-X-0":   `"3-1-X-0" has four numbers; a tempo is the seconds down, held and up. Without the pause at the top it is "3-1-1".`,
		"3-0-1-0":   `"3-0-1-0" has four numbers; a tempo is the seconds down, held and up. Without the pause at the top it is "3-0-1".`,
		"30X0":      `"30X0" has four numbers; a tempo is the seconds down, held and up. Without the pause at the top it is "3-0-1".`,
		"303":       `"303" is not how a tempo is written. Write "3-0-3": the seconds down, held and up.`,
		"3/0/3":     `"3/0/3" is not how a tempo is written. Write "3-0-3": the seconds down, held and up.`,
		"3:0:3":     `"3:0:3" is not how a tempo is written. Write "3-0-3": the seconds down, held and up.`,
		"3-0-X":     `"3-0-X" is not how a tempo is written. Write "3-0-1": the seconds down, held and up.`,
		"6 s":       `"6 s" does not say what is slow. Write the seconds down, held and up: "3-0-3", for example.`,
		"0-0-3":     `"0-0-3" leaves no time to move. Down and up take at least 1 second each.`,
		"3-0-0":     `"3-0-0" leaves no time to move. Down and up take at least 1 second each.`,
		"30-0-3":    `"30-0-3" looks like a typing mistake (usual: 1 to 5 seconds each).`,
		"3-999-3":   `"3-999-3" looks like a typing mistake (usual: 1 to 5 seconds each).`,
	} {
		_, err := ParseTempo(in)
		checkError(t, "ParseTempo", in, err, want)
	}
}

func TestTempoReadsWhatItPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := func(least int, name string) int { return rapid.IntRange(least, slowest).Draw(t, name) }
		tempo := Tempo{part(1, "down"), part(0, "hold"), part(1, "up")}
		if got, err := ParseTempo(tempo.String()); got != tempo || err != nil {
			t.Errorf("ParseTempo(%q) = %v, %v", tempo, got, err)
		}
	})
	if got := (Tempo{3, 1, 2}).Seconds(); got != 6 {
		t.Errorf("3-1-2 takes %d s, want 6", got)
	}
	if got := (Tempo{}).String(); got != "" {
		t.Errorf("no tempo prints as %q", got)
	}
}

func FuzzParseTempo(f *testing.F) {
	for _, s := range []string{"3-0-3", "3-1-X-0", "30X0", "303", "6 s", "3/0/3", "0-0-0", "99-99-99", "x-x-x", "3–0–3 s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tempo, err := ParseTempo(s)
		if err != nil {
			checkSentence(t, s, err)
			return
		}
		if again, err := ParseTempo(tempo.String()); again != tempo || err != nil || tempo.Seconds() < 2 {
			t.Errorf("ParseTempo(%q) is %v, which reads as %v, %v", s, tempo, again, err)
		}
	})
}
