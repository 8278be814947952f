package rules

import "testing"

func TestFailureWords(t *testing.T) {
	for text, want := range map[string]bool{
		"last set amrap": true, "to failure": true, "go to max": true, "work up to a max.": true, "your maximum": true, "max effort": true, "max reps": true,
		"all-out": true, "as many as possible": true, "as many reps as you can": true, "maximal effort": true,
		"a maximum of two dumbbells": false, "up to max 3 min": false, "stop before failure": false, "max planks of wood": false, "amrapping": false,
		"never go to failure": false, "don’t lift to failure": false, "do not rush. then go to failure": true, "3 sets, not 4: to failure": true,
		"note: to failure": true, "bis zum muskelversagen": true, "nie bis zum versagen": false, "jusqu’à l’échec": true, "sans aller jusqu'à l'échec": false,
		"hasta el fallo": true, "tot falen": true, "até à falha": true,
	} {
		if got := failure(text) != ""; got != want {
			t.Errorf("%q sends to failure: got %v, want %v", text, got, want)
		}
	}
}

func TestPercentWords(t *testing.T) {
	for text, want := range map[string]bool{
		"at 70 % of your best": true, "70% of 1rm": true, "1 rm": true, "one-rep max": true, "80 percent of it": true,
		"mit 80 % deines maximums": true, "à 80 % du max": true,
		"at 60 % effort": false, "2 to 8 %": false, "alarm": false,
	} {
		if got := percentWords.MatchString(text); got != want {
			t.Errorf("%q is a share of a maximum: got %v, want %v", text, got, want)
		}
	}
}
