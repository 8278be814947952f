package rules_test

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training/rules"
)

func TestClaims(t *testing.T) {
	for text, want := range map[string]string{
		"Strength training prevents injuries.":                                      "prevents injuries",
		"Squats prevent knee injuries.":                                             "prevent knee injuries",
		"Lift twice a week to avoid injury.":                                        "avoid injury",
		"It reduces the risk of running injuries by half.":                          "reduces the risk of running injuries",
		"Reduce your risk of getting injured.":                                      "Reduce your risk of getting injured",
		"It lowers the chance of an overuse injury.":                                "lowers the chance of an overuse injury",
		"Calf raises protect you from injury.":                                      "protect you from injury",
		"This will injury-proof your knees.":                                        "injury-proof",
		"An injury-free season.":                                                    "injury-free",
		"Bulletproof your hips.":                                                    "Bulletproof",
		"How to bullet-proof a runner":                                              "bullet-proof",
		"The key to injury prevention is strength.":                                 "injury prevention",
		"Single-leg work corrects imbalances.":                                      "corrects imbalances",
		"Fix your muscle imbalances first.":                                         "Fix your muscle imbalances",
		"It evens out left-right asymmetries.":                                      "evens out left-right asymmetries",
		"Correct the weakness that slows you down.":                                 "Correct the weakness",
		"First a plain sentence. Then it cuts injuries.":                            "cuts injuries",
		"Ten minutes a day keep you free from injury.":                              "keep you free from injury",
		"STRONG LEGS PREVENT INJURIES.":                                             "PREVENT INJURIES",
		"Strong hips stop injuries before they start.":                              "stop injuries",
		"A stronger back saves you from injury.":                                    "saves you from injury",
		"Halve your injuries.":                                                      "Halve your injuries",
		"We cure imbalances.":                                                       "cure imbalances",
		"It prevents injuries, all of them, for ever.":                              "prevents injuries",
		"Strength is good. It minimises injuries!":                                  "minimises injuries",
		"Strong feet guard against injuries":                                        "guard against injuries",
		"Fixing the imbalance between your legs makes you fast.":                    "Fixing the imbalance",
		"They eliminate most injuries.":                                             "eliminate most injuries",
		"It will end your knee injuries.":                                           "end your knee injuries",
		"Decreasing injuries is what we do.":                                        "Decreasing injuries",
		"Strength work has not been shown to prevent injuries.":                     "",
		"Does it prevent injuries?":                                                 "",
		"“Does it prevent injuries?”":                                               "",
		"Nobody knows whether it prevents injuries.":                                "",
		"It doesn’t prevent injuries.":                                              "",
		"It does not injury-proof you.":                                             "",
		"Many say that it prevents injuries. That is not supported.":                "",
		"“Squats prevent injuries.” The trials found no effect.":                    "",
		"There is no evidence that it reduces injuries.":                            "",
		"The promise of an injury-free season sells books: do not believe it.":      "",
		"The myth of muscle imbalances: correct them, they say, and all is well.":   "",
		"After an injury, begin again with half the weight.":                        "",
		"Reduce the load after an injury.":                                          "",
		"Reduce the load when you come back from an injury.":                        "",
		"Stop if an injury hurts.":                                                  "",
		"Avoid hard runs with an injury.":                                           "",
		"Of 720 runners, 64 had a major injury.":                                    "",
		"Strength work improves running economy by 2 to 8 %.":                       "",
		"Correct your form.":                                                        "",
		"The risk ratio of injuries was 0.97.":                                      "",
		"An injury keeps you from running.":                                         "",
		"Both legs have their weakness.":                                            "",
		"He ended the season because of injuries.":                                  "",
		"Keep a diary of your injuries and lower the load.":                         "",
		"Cut down on running while the injury heals.":                               "",
		"Bullets are proof of nothing.":                                             "",
		"Avoid this exercise during pregnancy and after knee injuries.":             "",
		"That strength prevents injuries is claimed often.":                         "",
		"Whoever hopes to prevent injuries hopes for more than the studies promise": "",
		"":   "",
		"\n": "",
	} {
		var got []string
		for _, span := range rules.Claims(text) {
			got = append(got, text[span[0]:span[1]])
		}
		if s := strings.Join(got, " | "); s != want {
			t.Errorf("%q: got the claim %q, want %q", text, s, want)
		}
		if want != "" && !rules.MayClaim([]byte(text)) {
			t.Errorf("%q is not looked at", text)
		}
	}
}

func FuzzClaims(f *testing.F) {
	f.Add("Strength training prevents injuries. Injury-proof!")
	f.Add("é. “Injury-free?” \xff. prevents \u2028 injuries")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, span := range rules.Claims(text) {
			if span[0] < end || span[1] <= span[0] || span[1] > len(text) {
				t.Fatalf("claims %v of %q", rules.Claims(text), text)
			}
			end = span[1]
		}
	})
}
