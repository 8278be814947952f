package rules

import (
	"strings"
	"testing"
)

// said returns whether the words of a note are reported as sending runners on through pain or to failure.
func said(text string) (pain, maximum bool) {
	text = plainWords(text)
	return painWords.in(text) != "", maximumWords.in(text) != "" || countWords.in(text) != "" && !endsInTime.MatchString(text)
}

func TestFailureWords(t *testing.T) {
	for text, want := range map[string]bool{
		"Last set AMRAP": true, "to failure": true, "Go to max": true, "Work up to a max.": true, "your maximum": true, "Max effort": true, "max reps": true,
		"all-out": true, "As many as possible": true, "as many reps as you can": true, "maximal effort": true, "Go for your max!": true, "Go for a 1RM": true,
		"Lunges until you drop": true, "Train until exhaustion": true, "Squat until you can’t walk.": true, "Go hard or go home": true, "Leave nothing in the tank": true,
		"a maximum of two dumbbells": false, "up to max 3 min": false, "Stop before failure": false, "max planks of wood": false, "amrapping": false,
		"never go to failure": false, "Don’t lift to failure": false, "do not rush. then go to failure": true, "3 sets, not 4: to failure": true,
		"Don’t rest, go to failure": true, "Not heavy, fast, or to failure": false, "Two short of your max": false, "As many as you can, but stop while your form is good": false,
		"AMRAP, two good ones left": false, "To failure, with good form": true, "At 70 % of your max": false, "At 70 % of your max, then your max": true,
		"note: to failure": true, "Bis zum Muskelversagen": true, "Nie bis zum Versagen": false, "So viele wie möglich": true, "So viele wie möglich, solange die Technik stimmt": false, "Bis zum Umfallen": true,
		"jusqu’à l’échec": true, "sans aller jusqu'à l'échec": false, "Jusqu’à l’épuisement": true, "Autant de répétitions que possible": true,
		"hasta el fallo": true, "Nunca hasta el fallo": false, "Hasta no poder más": true, "tot falen": true, "Niet tot falen": false, "Tot je erbij neervalt": true,
		"até à falha": true, "Nunca até a falha": false, "Até a exaustão": true,
	} {
		if _, got := said(text); got != want {
			t.Errorf("%q sends to failure: got %v, want %v", text, got, want)
		}
	}
}

func TestPainWords(t *testing.T) {
	for text, want := range map[string]bool{
		"No pain, no gain.": true, "no pain no gain": true, "No pain – no gain!": true, "Push through the pain": true, "Run through any pain": true, "Ignore the pain": true, "Pain is weakness leaving the body": true,
		"Pain is temporary": true, "If it hurts, keep going": true, "It is supposed to hurt": true, "Keep training through an injury": true, "No excuses, push through the pain": true,
		"Never push through pain": false, "Never, ever push through the pain": false, "Don’t ignore pain": false, "Forget “no pain, no gain”.": false, "“No pain, no gain” is a myth.": false,
		"Pain is a reason to stop": false, "No pain is all right": false, "No pain: go on. No gain: rest.": false, "Step through the gate without pain": false, "If it hurts, stop": false, "Do it without pushing through pain": false,
		"Kein Schmerz, kein Gewinn": true, "Ohne Schmerz kein Fortschritt": true, "Geh durch den Schmerz": true, "Geh nie durch den Schmerz": false, "Ignoriere den Schmerz": true, "Zähne zusammenbeißen": true, "Schmerz ist Schwäche": true,
		"Pas de douleur, pas de gain": true, "Sans douleur, pas de résultat": true, "Ignore la douleur": true, "N’ignore pas la douleur": false, "Malgré la douleur": true, "Serre les dents": true, "Jamais malgré la douleur": false,
		"Sin dolor no hay ganancia": true, "Ignora el dolor": true, "No ignores el dolor": false, "Aguanta el dolor": true, "Nunca a pesar del dolor": false, "El dolor es debilidad": true,
		"Geen pijn, geen winst": true, "Negeer de pijn": true, "Door de pijn heen": true, "Nooit door de pijn heen": false, "Tanden op elkaar": true,
		"Sem dor, sem ganho": true, "Ignore a dor": true, "Não ignore a dor": false, "Apesar da dor": true, "Nunca apesar da dor": false,
	} {
		if got, _ := said(text); got != want {
			t.Errorf("%q sends on through pain: got %v, want %v", text, got, want)
		}
	}
}

func TestPercentWords(t *testing.T) {
	for text, want := range map[string]bool{
		"at 70 % of your best": true, "70% of 1rm": true, "1 rm": true, "one-rep max": true, "80 percent of it": true,
		"mit 80 % deines maximums": true, "à 80 % du max": true,
		"at 60 % effort": false, "2 to 8 %": false, "alarm": false,
	} {
		if got := namesShare(strings.ToLower(text)); got != want {
			t.Errorf("%q is a share of a maximum: got %v, want %v", text, got, want)
		}
	}
}
