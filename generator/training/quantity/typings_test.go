package quantity

import (
	"regexp"
	"strings"
	"testing"
)

// typings are what coaches type, and how it would be typed in the words of this package. None is read as anything else.
var typings = map[string]string{
	"12, 10, 8":                           "12, 10, 8",
	"12,10,8":                             "12, 10, 8",
	"1 x 5, 3 x 8 at 85 %":                "1 x 5, 3 x 8 at 85 %",
	"5 at 65 %, 5 at 75 %, 5+ at 85 %":    "5 at 65 %, 5 at 75 %, 5+ at 85 %",
	"5 x 3+":                              "5 x 3+",
	"4 x 5, 1 x 5+":                       "5 x 5+",
	"5, 5, 5+":                            "3 x 5+",
	"4 x 4 RM":                            "4 x 4 RM",
	"4 x 4RM":                             "4 x 4 RM",
	"3 x 10 RM":                           "3 x 10 RM",
	"10 RM, 8 RM, 6 RM":                   "10 RM, 8 RM, 6 RM",
	"3 x 8-10RM":                          "3 x 8-10 RM",
	"3 x 20 m":                            "3 x 20 m",
	"2 x 10 steps each side":              "2 x 10 steps each side",
	"10, 12, 14 steps":                    "10, 12, 14 steps",
	"3 x 40 s":                            "3 x 40 s",
	"30, 20, 15 s":                        "30, 20, 15 s",
	"8, 10 each side":                     "8, 10 each side",
	"3 x 8 je Seite":                      "3 x 8 each side",
	"3 x 8 pro Bein":                      "3 x 8 each side",
	"3 x 8 par côté":                      "3 x 8 each side",
	"3 x 8 de chaque côté":                "3 x 8 each side",
	"3 × 8 par jambe":                     "3 x 8 each side",
	"3 x 8 por lado":                      "3 x 8 each side",
	"3 x 8 a cada lado":                   "3 x 8 each side",
	"3 x 8 por pierna":                    "3 x 8 each side",
	"3 x 8 per zijde":                     "3 x 8 each side",
	"3 x 8 per been":                      "3 x 8 each side",
	"3 x 8 auf jeder Seite":               "3 x 8 each side",
	"3 x 8 por perna":                     "3 x 8 each side",
	"3 x 8 Wdh.":                          "3 x 8",
	"3 x 8-12 Wiederholungen":             "3 x 8-12",
	"3 x 8 répétitions":                   "3 x 8",
	"3 x 8 répét.":                        "3 x 8",
	"3 séries de 8 à 12 répétitions":      "3 x 8-12",
	"3 series de 8 a 12 repeticiones":     "3 x 8-12",
	"3 Sätze à 8 Wdh.":                    "3 x 8",
	"3 Sätze zu 8-12":                     "3 x 8-12",
	"3 sets van 8 herhalingen":            "3 x 8",
	"3 mal 8":                             "3 x 8",
	"3 fois 8":                            "3 x 8",
	"3 por 8":                             "3 x 8",
	"3 maal 8":                            "3 x 8",
	"3 x 30 Sek.":                         "3 x 30 s",
	"3 x 30 secondes":                     "3 x 30 s",
	"3 x 30 segundos":                     "3 x 30 s",
	"2 x 10 Schritte je Seite":            "2 x 10 steps each side",
	"2 x 10 pas":                          "2 x 10 steps",
	"2 x 10 pasos":                        "2 x 10 steps",
	"2 x 10 stappen":                      "2 x 10 steps",
	"3 x 20 Meter":                        "3 x 20 m",
	"3 x 20 mètres":                       "3 x 20 m",
	"3 x 20 metros":                       "3 x 20 m",
	"3 × 8":                               "3 x 8",
	"3 х 8":                               "3 x 8",
	"3×(8-12)":                            "3 x 8-12",
	"3x8/side":                            "3 x 8 each side",
	"3 x 8 e/s":                           "3 x 8 each side",
	"3x8ea":                               "3 x 8 each side",
	"5x5@75%":                             "5 x 5 at 75 %",
	"3x5+":                                "3 x 5+",
	"5x3 +":                               "5 x 3+",
	"3 x 0:30":                            "3 x 30 s",
	"3 x 10 m each arm":                   "3 x 10 m each side",
	"3 x 2 m":                             "3 x 2 m",
	"3 sets, 8 reps":                      "3 x 8",
	"3 sets: 8 reps":                      "3 x 8",
	"3 x 20+ s":                           "3 x 20+ s",
	"3 x 20 s+":                           "3 x 20+ s",
	"3 x 8 at 82.5 %":                     "3 x 8 at 82.5 %",
	"3 x 8 each":                          "3 x 8 each side",
	"3 rounds of 10":                      "3 x 10",
	"3 x 8 each side at 85 %":             "3 x 8 each side at 85 %",
	"3 x 8 at 85 % each side":             "3 x 8 each side at 85 %",
	"3 x 8 bei 85 %":                      "3 x 8 at 85 %",
	"3 x 8 à 85 %":                        "3 x 8 at 85 %",
	"10;8;6":                              "10, 8, 6",
	"3 x 8 to 12 each":                    "3 x 8-12 each side",
	"1x20":                                "1 x 20",
	"3 x 400 m":                           "3 x 400 m",
	"3 x 10 ea leg":                       "3 x 10 each side",
	"3 x 10 /leg":                         "3 x 10 each side",
	"3x10 (je Seite)":                     "3 x 10 each side",
	"3 Sätze x 10 Wiederholungen je Bein": "3 x 10 each side",
	"3x8-10 Wdh":                          "3 x 8-10",
	"3 x 8 - 10 Wdh./Seite":               "3 x 8-10 each side",
	"1x5+":                                "1 x 5+",
	"3 x 5+ at 85 %":                      "3 x 5+ at 85 %",
	"2 x 5, 1 x 5+":                       "3 x 5+",
	"10, 10, 10":                          "3 x 10",
	"10,10,10 each side":                  "3 x 10 each side",
	"10, 10":                              "2 x 10",
	"6 x 2 min":                           "6 x 120 s",
	"6 x 2 mins":                          "6 x 120 s",
	"4 rounds of 12":                      "4 x 12",
	"10 x 100 m":                          "10 x 100 m",
	"2 x 20 steps/leg":                    "2 x 20 steps each side",
	"2 x 20 steps per leg":                "2 x 20 steps each side",
	"5 x 45 s @ 70%":                      "5 x 45 s at 70 %",
	"3*8":                                 "3 x 8",
	"3 X 8":                               "3 x 8",
	"3 ✕ 8":                               "3 x 8",
	"3⨯8":                                 "3 x 8",
	"3 ⨉ 8":                               "3 x 8",
	"3 x 8–12":                            "3 x 8-12",
	"3 x 8—12":                            "3 x 8-12",
	"3 x 8 ‐ 12":                          "3 x 8-12",
	"3 x 8 bis 12":                        "3 x 8-12",
	"3 x 8 min":                           "3 x 480 s",
	"3 x 30sec-1min":                      "3 x 30-60 s",
	"3 x 00:30":                           "3 x 30 s",
	"3 x 8; 1 x 15":                       "3 x 8, 1 x 15",
	"3 x 8\teach\tside":                   "3 x 8 each side",
}

// mistypings are what coaches type elsewhere, and what somebody mistypes, with what is said of it.
var mistypings = map[string]string{
	"12,10, 8":                        `"12,10" may be two numbers or the decimal 12.10. For sets that differ write "12, 10, 8"; a set has no decimals.`,
	"5, 5, 5+ at 65, 75, 85 %":        `a percentage holds for the sets that it stands behind. Write "5 at 65 %, 5 at 75 %, 5+ at 85 %".`,
	"5/5/5+ @ 65/75/85%":              `a percentage holds for the sets that it stands behind. Write "5 at 65 %, 5 at 75 %, 5+ at 85 %".`,
	"5 @ 65/75/85%":                   `a percentage holds for the sets that it stands behind. Write "5 at 65 %, 5 at 75 %, 5 at 85 %".`,
	"65/75/85% x 5":                   `a percentage holds for the sets that it stands behind. Write "5 at 65 %, 5 at 75 %, 5 at 85 %".`,
	"5x65%, 5x75%, 5+x85%":            `a percentage stands behind the number of the set. Write "5 at 65 %, 5 at 75 %, 5+ at 85 %".`,
	"65% x 5, 75% x 5, 85% x 5+":      `a percentage stands behind the number of the set. Write "5 at 65 %, 5 at 75 %, 5+ at 85 %".`,
	"5+, 5, 5":                        `only the last set of a row can be open. Write "3 x 5+".`,
	"5+, 3 x 8":                       `only the last set of a row can be open. Write two rows, "1 x 5+" and "3 x 8".`,
	"4RM":                             `"4RM" does not say how many sets. For three of them write "3 x 4 RM".`,
	"1RM":                             `1 RM is the most that can be lifted once, and says no sets. Write it like "4 x 4 RM", or as max = { ... } above the sessions for percentages.`,
	"1 x 1 RM":                        `a set of 1 RM leaves nothing in reserve. Write at least 2, like "4 x 4 RM".`,
	"4 x 4 RM+":                       `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"4 x 4 RM at 85 %":                `RM says the weight, and so does what stands behind at. Write "4 x 4 RM", or leave RM out.`,
	"10 steps, 12, 14":                `the last set has no unit. Write "10, 12, 14 steps".`,
	"30 s, 20 s, 15":                  `the last set has no unit. Write "30, 20, 15 s".`,
	"1 min, 45 s, 30":                 `the last set has no unit. What stands behind the last set holds for all of them.`,
	"30 s, 10 reps":                   `"30 s, 10 reps" counts its sets in two ways. Count all sets of a row in one unit.`,
	"2,5":                             `"2,5" may be two numbers or the decimal 2.5. For sets that differ write "2, 5"; a set has no decimals.`,
	"12,10":                           `"12,10" may be two numbers or the decimal 12.10. For sets that differ write "12, 10"; a set has no decimals.`,
	"2,5 kg":                          `the weight of a row stands in start. Write start = "2.5 kg", and what is done like "3 x 8-12".`,
	"3 x 8,10":                        `"8,10" may be two numbers or the decimal 8.10. For a range write "3 x 8-10"; a set has no decimals.`,
	"3x8,3x10":                        `"8,3" may be two numbers or the decimal 8.3. For sets that differ write "3 x 8, 3 x 10"; a set has no decimals.`,
	"3 x 8, 10":                       `how many sets there are stands before some of them only. For 4 sets write "3 x 8, 1 x 10".`,
	"3 x 12, 10, 8":                   `how many sets there are stands before some of them only. For 3 sets write "12, 10, 8", for 5 "3 x 12, 1 x 10, 1 x 8".`,
	"5, 3 x 8":                        `how many sets there are stands before some of them only. For 4 sets write "1 x 5, 3 x 8".`,
	"8 each side, 10":                 `the last set has no side. Write "8, 10 each side".`,
	"3x10e":                           `that it is done on each side is written in words. Write "3 x 10 each side".`,
	"３ｘ８":                             `the digits in "３ｘ８" are not 0 to 9. Write "3 x 8".`,
	"٣ × ٨":                           `the digits in "٣ × ٨" are not 0 to 9. Write "3 x 8".`,
	"3x8@60kg":                        `the weight of a row stands in start. Write "3 x 8" and start = "60 kg".`,
	"3 x 8 at 60 kg":                  `the weight of a row stands in start. Write "3 x 8" and start = "60 kg".`,
	"1 x 5 at 60 kg, 3 x 8 at 50 kg":  `the weight of a row stands in start. Write "1 x 5, 3 x 8 at 83.4 %" and start = "60 kg".`,
	"3*8*20kg":                        `the weight of a row stands in start. Write "3 x 8" and start = "20 kg".`,
	"3x8x20kg":                        `the weight of a row stands in start. Write "3 x 8" and start = "20 kg".`,
	"3 x 8 20 kg":                     `the weight of a row stands in start. Write "3 x 8" and start = "20 kg".`,
	"60 kg 5x5":                       `the weight of a row stands in start. Write "5 x 5" and start = "60 kg".`,
	"5 x 60 kg x 5":                   `the weight of a row stands in start. Write "5 x 5" and start = "60 kg".`,
	"3 x 8 kg":                        `the weight of a row stands in start. Write start = "8 kg", and what is done like "3 x 8-12".`,
	"3 x 8 at 2,5 kg":                 `the weight of a row stands in start. Write "3 x 8" and start = "2.5 kg".`,
	"3 x 8 RIR 2":                     `how hard a set ends is said in the runner type and not in a row. Write "3 x 8", and reserve = 2 in the runner type.`,
	"3x8 @ RPE 8":                     `how hard a set ends is said in the runner type and not in a row. Write "3 x 8", and reserve = 2 in the runner type.`,
	"3 x 8 2RIR":                      `how hard a set ends is said in the runner type and not in a row. Write "3 x 8", and reserve = 2 in the runner type.`,
	"RPE 8":                           `how hard a set ends is said in the runner type and not in a row. Write the sets here, and reserve = 2 in the runner type.`,
	"3x AMRAP":                        `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	"3 x max":                         `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	"AMRAP 10 min":                    `rounds against the clock are not written in do alone. Write what is done like do = "3 x 8", and for = "10 min" on the first row of the group.`,
	"3 x 8 at 85 % of 1RM":            `a percentage is of max where that names the exercise, or else of start. Write "3 x 8 at 85 %".`,
	"3 x 5 @ 80% 1RM":                 `a percentage is of max where that names the exercise, or else of start. Write "3 x 5 at 80 %".`,
	"2-3 x 8":                         `a row has one number of sets. Write "2 x 8" or "3 x 8".`,
	"8-12 x 3":                        `the sets come first. Write "3 x 8-12".`,
	"12 x 3":                          `12 sets looks like a typing mistake (usual: 2 to 4). The sets come first: did you mean "3 x 12"?`,
	"10/8/6":                          `"10/8/6" has 3 numbers. For one after the other write "10, 8, 6".`,
	"10/8":                            `a stroke does not part sets. For sets that differ write "10, 8".`,
	"21-15-9":                         `"21-15-9" has 3 numbers. For one after the other write "21, 15, 9".`,
	"12-10-8":                         `"12-10-8" has 3 numbers. For one after the other write "12, 10, 8".`,
	"3 x 8-12-15":                     `"8-12-15" has 3 numbers. For one after the other write "8, 12, 15".`,
	"3 x 10/8/6":                      `"10/8/6" has 3 numbers. For one after the other write "10, 8, 6".`,
	"3 x 30s/30s":                     `the rest does not stand among the sets. Write "3 x 30 s" and rest = "30 s".`,
	"E2MOM 5x3":                       `sets by the clock are written with every. Write it like do = "5 x 3" and every = "2 min".`,
	"EMOM 10":                         `sets by the clock are written with every. Write it like do = "10 x 5" and every = "1 min".`,
	"EMOM 10 min: 5x5":                `sets by the clock are written with every. Write it like do = "5 x 5" and every = "1 min".`,
	"85% x 5":                         `a percentage stands behind the number of the set. For one set write "1 x 5 at 85 %".`,
	"85 % 5":                          `a percentage stands behind the number of the set. For one set write "1 x 5 at 85 %".`,
	"5@85":                            `at 85 has no unit. Write "1 x 5 at 85 %", or "1 x 5" and start = "85 kg".`,
	"5x5 @ 60":                        `at 60 has no unit. Write "5 x 5 at 60 %", or "5 x 5" and start = "60 kg".`,
	"3x8 @8":                          `at 8 may be many things. Write "3 x 8", and start = "8 kg" for a weight, or reserve = 2 in the runner type for how hard it is.`,
	"5 at 85 %":                       `"5 at 85 %" does not say how many sets. For one set write "1 x 5 at 85 %", for three "3 x 5 at 85 %".`,
	"3+x5":                            `"+" stands behind the number of the last set. Write "3 x 5+".`,
	"3+ x 5":                          `"+" stands behind the number of the last set. Write "3 x 5+".`,
	"5 x 5+5":                         `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"3 x 8++":                         `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"+3 x 8":                          `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"3.5 x 8":                         `I cannot read "3.5 x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 1/2":                         `I cannot read "3 x 1/2". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8/8":                         `a stroke is read in no number. If that is the left and the right, write "3 x 8 each side".`,
	"3 x 30''":                        `minutes and seconds are written with letters. Write "3 x 30 s".`,
	"3 x 30\"":                        `minutes and seconds are written with letters. Write "3 x 30 s".`,
	"3 x 1'30":                        `minutes and seconds are written with letters. Write "3 x 90 s".`,
	"3 x 1'30\"":                      `minutes and seconds are written with letters. Write "3 x 90 s".`,
	"3 x 1'":                          `minutes and seconds are written with letters. Write "3 x 60 s".`,
	"3 x 20 yd":                       `I do not know the unit "yd". Sets are counted in repetitions, "s", "min" or "m".`,
	"\"3 x 8\"":                       `there are quotes within the quotes. Did you mean "3 x 8"?`,
	"3 x 8 💪":                         `I cannot read "3 x 8 💪". Did you mean "3 x 8"?`,
	"💪":                               `I cannot read "💪". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x ~8":                          `I cannot read "3 x ~8". Did you mean "3 x 8"?`,
	"3 x 8.":                          `I cannot read "3 x 8.". Did you mean "3 x 8"?`,
	"3 x 8ish":                        `I cannot read "3 x 8ish". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 slowly":                    `I do not know what "slowly" is in "3 x 8 slowly". Write "3 x 8", and words for the runner in note.`,
	"3 x 8 slow eccentric":            `I do not know what "slow eccentric" is in "3 x 8 slow eccentric". Write "3 x 8", and words for the runner in note.`,
	"3 x 8 tempo 3010":                `the tempo does not stand among the sets. Write "3 x 8" and tempo = "3-0-1": the seconds down, held and up.`,
	"3 x 8 3-0-3":                     `the tempo does not stand among the sets. Write "3 x 8" and tempo = "3-0-3": the seconds down, held and up.`,
	"3 x 8 @ 30X0":                    `the tempo does not stand among the sets. Write "3 x 8" and tempo = "3-0-1": the seconds down, held and up.`,
	"3 x 8, rest 90 s":                `the rest does not stand among the sets. Write "3 x 8" and rest = "90 s".`,
	"3 x 8 (rest 2')":                 `the rest does not stand among the sets. Write "3 x 8" and rest = "2 min".`,
	"3 x 8 r 90":                      `the rest does not stand among the sets. Write "3 x 8" and rest = "90 s".`,
	"3 x 8 90s rest":                  `the rest does not stand among the sets. Write "3 x 8" and rest = "90 s".`,
	"10 reps x 3":                     `the sets come first. Write "3 x 10".`,
	"10 reps x 3 sets":                `the sets come first. Write "3 x 10".`,
	"30 s x 3":                        `the sets come first. Write "3 x 30 s".`,
	"3x8 3x10":                        `sets that differ have a comma between them. Write "3 x 8, 3 x 10".`,
	"3x8 + 1x10":                      `sets that differ have a comma between them. Write "3 x 8, 1 x 10".`,
	"3x8 and 1x10, 1x12":              `sets that differ have a comma between them. Write "3 x 8, 1 x 10, 1 x 12".`,
	"3 x 8..12":                       `two points are no range. Write "3 x 8-12".`,
	"8-12":                            `"8-12" does not say how many sets. For one set write "1 x 8-12", for three "3 x 8-12".`,
	"8":                               `"8" does not say how many sets. For one set write "1 x 8", for three "3 x 8".`,
	"30 s":                            `"30 s" does not say how many sets. For one set write "1 x 30 s", for three "3 x 30 s".`,
	"heavy":                           `I cannot read "heavy". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"three x eight":                   `I cannot read "three x eight". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 L/R":                       `that it is done on each side is written in words. Write "3 x 8 each side".`,
	"3 x 8 left and right":            `that it is done on each side is written in words. Write "3 x 8 each side".`,
	"3 x 90":                          `90 repetitions looks like a typing mistake (usual: 5 to 15). If these are seconds, write "3 x 90 s".`,
	"3 x 60":                          `60 repetitions looks like a typing mistake (usual: 5 to 15). If these are seconds, write "3 x 60 s".`,
	"3 x 8-12+":                       `an open set has one number, and no range. Write "3 x 8-12", or "3 x 8+" for a last set of as many good ones as leave the reserve.`,
	"3 x 8 at 0.85":                   `a share is written in percent. Write "3 x 8 at 85 %".`,
	"3 x 8 at 0 %":                    `I cannot read "3 x 8 at 0 %". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 at 850 %":                  `850 % of a weight looks like a typing mistake (usual: 40 to 95 %).`,
	"3 x 8 at 82,5 %":                 `"3 x 8 at 82,5 %" has a decimal comma. Write the number with a point: "3 x 8 at 82.5 %".`,
	"3 x 8 at 82.55 %":                `I cannot read "3 x 8 at 82.55 %". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"5 at 62,5 %, 5 at 72,5 %":        `"5 at 62,5 %, 5 at 72,5 %" has a decimal comma. Write the number with a point: "5 at 62.5 %, 5 at 72.5 %".`,
	"11 x 8":                          `11 sets looks like a typing mistake (usual: 2 to 4).`,
	"6 x 8, 6 x 10":                   `12 sets looks like a typing mistake (usual: 2 to 4).`,
	"3 x 8 mit 60 kg":                 `the weight of a row stands in start. Write "3 x 8" and start = "60 kg".`,
	"3 x 5 at 60 kg, 70 kg":           `the weight of a row stands in start. Write start = "60 kg", and what is done like "3 x 8-12".`,
	"tabata":                          `tabata is written with every. Write "8 x 20 s" and every = "30 s".`,
	"3 x 8 -":                         `I cannot read "3 x 8 -". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8;10":                        `how many sets there are stands before some of them only. For 4 sets write "3 x 8, 1 x 10".`,
	"12 10 8":                         `"12 10 8" has 3 numbers. For one after the other write "12, 10, 8".`,
	"3x8-12kg":                        `the weight of a row stands in start. Write start = "12 kg", and what is done like "3 x 8-12".`,
	"3 x 401 m":                       `a set of 401 m looks like a typing mistake (usual: 10 to 40 m).`,
	"5x":                              `I cannot read "5x". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"x 8":                             `I cannot read "x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	",":                               `I cannot read ",". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"-":                               `I cannot read "-". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8,":                          `I cannot read "3 x 8,". Did you mean "3 x 8"?`,
	"3,x,8":                           `I cannot read "3,x,8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 12 at yellow":                `I do not know what "at yellow" is in "3 x 12 at yellow". Write "3 x 12", and a level as start = "yellow".`,
	"3 x 12 @ red band":               `I do not know what "@ red band" is in "3 x 12 @ red band". Write "3 x 12", and a level as start = "red band".`,
	"3 x 12 yellow":                   `I do not know what "yellow" is in "3 x 12 yellow". Write "3 x 12", and words for the runner in note.`,
	"3 x 10 each leg, 2 min rest":     `the rest does not stand among the sets. Write "3 x 10 each side" and rest = "2 min".`,
	"3 x 10 per leg / 2 min":          `I cannot read "3 x 10 per leg / 2 min". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 10 p/s":                      `that it is done on each side is written in words. Write "3 x 10 each side".`,
	"3 x 10 e.s.":                     `that it is done on each side is written in words. Write "3 x 10 each side".`,
	"3 x 10 ES":                       `that it is done on each side is written in words. Write "3 x 10 each side".`,
	"3 x 10 pro Seite, 60 s Pause":    `the rest does not stand among the sets. Write "3 x 10 each side" and rest = "1 min".`,
	"3x10 je 20 kg":                   `the weight of a row stands in start. Write start = "20 kg", and what is done like "3 x 8-12".`,
	"drei Sätze à 8":                  `I cannot read "drei Sätze à 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 Sätze 8-10 Wdh., 2 Min. Pause": `the rest does not stand among the sets. Write "3 x 8-10" and rest = "2 min".`,
	"3 x max.":                        `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	"3 x maximal":                     `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	"3 x so viele wie möglich":        `I cannot read "3 x so viele wie möglich". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"5 x 5 @ RPE8":                    `how hard a set ends is said in the runner type and not in a row. Write "5 x 5", and reserve = 2 in the runner type.`,
	"5x5 75%":                         `a percentage stands behind the number of the set. Write "5 x 5 at 75 %".`,
	"75% 5x5":                         `a percentage stands behind the number of the set. Write "5 x 5 at 75 %".`,
	"5x5 (75%)":                       `a percentage stands behind the number of the set. Write "5 x 5 at 75 %".`,
	"5x5 at 75% TM":                   `a percentage is of max where that names the exercise, or else of start. Write "5 x 5 at 75 %".`,
	"5x5@75%1RM":                      `a percentage is of max where that names the exercise, or else of start. Write "5 x 5 at 75 %".`,
	"3x5@70-80%":                      `a set has one percentage. Write "3 x 5 at 70 %" or "3 x 5 at 80 %".`,
	"3x5 at 70-80 %":                  `a set has one percentage. Write "3 x 5 at 70 %" or "3 x 5 at 80 %".`,
	"3 x 5 at 70%, 80%, 90%":          `a percentage holds for the sets that it stands behind. Write "5 at 70 %, 5 at 80 %, 5 at 90 %".`,
	"3x5/5/5":                         `"5/5/5" has 3 numbers. For one after the other write "3 x 5".`,
	"5/3/1":                           `"5/3/1" has 3 numbers. For one after the other write "5, 3, 1".`,
	"5-3-1":                           `"5-3-1" has 3 numbers. For one after the other write "5, 3, 1".`,
	"5 3 1":                           `"5 3 1" has 3 numbers. For one after the other write "5, 3, 1".`,
	"531":                             `"531" does not say how many sets. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3x5, 3x3, 5/3/1":                 `I cannot read "3x5, 3x3, 5/3/1". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"5+":                              `"5+" does not say how many sets. For one set write "1 x 5+", for three "3 x 5+".`,
	"3 x 5 + AMRAP":                   `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	"2 x 5, 1 x AMRAP":                `runners should stop with at least 1 good rep left. Write a range like "3 x 8-12", or "3 x 5+" for a last set of as many good ones as leave that.`,
	"2x5 1x5+":                        `sets that differ have a comma between them. Write "3 x 5+".`,
	"4 + 1 x 5":                       `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"3 x 8 @ 2 RIR":                   `how hard a set ends is said in the runner type and not in a row. Write "3 x 8", and reserve = 2 in the runner type.`,
	"3 x 8 (2 in reserve)":            `I cannot read "3 x 8 (2 in reserve)". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8, leave 2 in the tank":      `I cannot read "3 x 8, leave 2 in the tank". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 15-20-25":                    `"15-20-25" has 3 numbers. For one after the other write "15, 20, 25".`,
	"3 x 10, 10, 10":                  `how many sets there are stands before some of them only. For 5 sets write "5 x 10".`,
	"10 10":                           `"10 10" has 2 numbers. For one after the other write "2 x 10".`,
	"12/10":                           `a stroke does not part sets. For sets that differ write "12, 10".`,
	"6 x 2'":                          `minutes and seconds are written with letters. Write "6 x 120 s".`,
	"6 x 2min/1min":                   `the rest does not stand among the sets. Write "6 x 120 s" and rest = "1 min".`,
	"20s/10s x 8":                     `sets by the clock are written with every. Write "8 x 20 s" and every = "30 s".`,
	"20 s on, 10 s off x 8":           `sets by the clock are written with every. Write "8 x 20 s" and every = "30 s".`,
	"40/20 x 10":                      `I cannot read "40/20 x 10". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"8 x 20s work 10s rest":           `I cannot read "8 x 20s work 10s rest". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"4 rounds":                        `I cannot read "4 rounds". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"4 runs of 100m":                  `I cannot read "4 runs of 100m". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 1 km":                        `I do not know the unit "km". Sets are counted in repetitions, "s", "min" or "m".`,
	"20 steps":                        `"20 steps" does not say how many sets. For one set write "1 x 20 steps", for three "3 x 20 steps".`,
	"walk 20 m":                       `I cannot read "walk 20 m". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3x20m walk":                      `I do not know what "walk" is in "3x20m walk". Write "3 x 20 m", and words for the runner in note.`,
	"3 x 15 contacts":                 `I do not know what "contacts" is in "3 x 15 contacts". Write "3 x 15", and words for the runner in note.`,
	"3 x 15 jumps":                    `I do not know what "jumps" is in "3 x 15 jumps". Write "3 x 15", and words for the runner in note.`,
	"5 x 45 s hold":                   `I do not know what "hold" is in "5 x 45 s hold". Write "5 x 45 s", and words for the runner in note.`,
	"5 x 45 sec isometric":            `I do not know what "isometric" is in "5 x 45 sec isometric". Write "5 x 45 s", and words for the runner in note.`,
	"5 x 45 s at 70 % MVC":            `I cannot read "5 x 45 s at 70 % MVC". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 @20":                       `at 20 has no unit. Write "3 x 8 at 20 %", or "3 x 8" and start = "20 kg".`,
	"3 x 8 @ 20kg/hand":               `that two weights are held is said by the exercise. Write "3 x 8" and start = "20 kg", and hands = 2 in the exercise.`,
	"3 x 8 2x16kg":                    `that two weights are held is said by the exercise. Write "3 x 8" and start = "16 kg", and hands = 2 in the exercise.`,
	"3 x 8 with 2 x 16 kg":            `that two weights are held is said by the exercise. Write "3 x 8" and start = "16 kg", and hands = 2 in the exercise.`,
	"2 x 16 kg":                       `that two weights are held is said by the exercise. Write start = "16 kg", and hands = 2 in the exercise.`,
	"3 x 8 @ bodyweight":              `an exercise without a weight says so itself. Write "3 x 8".`,
	"3 x 8 BW":                        `an exercise without a weight says so itself. Write "3 x 8".`,
	"3 x 8 bw+10kg":                   `the weight of a row stands in start. Write start = "10 kg", and what is done like "3 x 8-12".`,
	"3 x 8 at 30 % of body mass":      `a share of the body stands in start. Write "3 x 8" and start = "30 % of body mass".`,
	"3 x 8 +5kg":                      `the weight of a row stands in start. Write "3 x 8" and start = "5 kg".`,
	"3 x 8 at +5 kg":                  `the weight of a row stands in start. Write "3 x 8" and start = "5 kg".`,
	"3 x 8-12 @ 20-24 kg":             `the weight of a row stands in start. Write start = "24 kg", and what is done like "3 x 8-12".`,
	"8, 8, 8 at 20, 22.5, 25 kg":      `the weight of a row stands in start. Write start = "25 kg", and what is done like "3 x 8-12".`,
	"5 at 60, 5 at 70, 5 at 80":       `I cannot read "5 at 60, 5 at 70, 5 at 80". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"5x60, 5x70, 5x80":                `60 repetitions looks like a typing mistake (usual: 5 to 15). If these are seconds, write "5 x 60 s".`,
	"60x5, 70x5, 80x5":                `60 sets looks like a typing mistake (usual: 2 to 4).`,
	"60x5x3":                          `sets times repetitions are two numbers, and these are three. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3x5x60":                          `sets times repetitions are two numbers, and these are three. Write "3 x 5", and start = "60 kg" if that is the weight.`,
	"5 x 3 x 100":                     `sets times repetitions are two numbers, and these are three. Write "5 x 3", and start = "100 kg" if that is the weight.`,
	"3.8":                             `"3.8" does not say how many sets. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3×8×20":                          `sets times repetitions are two numbers, and these are three. Write "3 x 8", and start = "20 kg" if that is the weight.`,
	"３×８":                             `the digits in "３×８" are not 0 to 9. Write "3 x 8".`,
	"3 x 8~12":                        `I cannot read "3 x 8~12". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 or 10":                     `I cannot read "3 x 8 or 10". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 oder 10":                   `I cannot read "3 x 8 oder 10". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 y 10":                      `I cannot read "3 x 8 y 10". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 / 10":                      `a stroke is read in no number. For a range write "3 x 8-10".`,
	"3 x 8 < 12":                      `I cannot read "3 x 8 < 12". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x >8":                          `I cannot read "3 x >8". Did you mean "3 x 8"?`,
	"3 x 30-1 min":                    `"1800-60 s" counts down. Write the unit behind both numbers.`,
	"3 x 0":                           `"3 x 0" asks for nothing. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"0":                               `"0" does not say how many sets. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 1:5":                         `I cannot read "3 x 1:5". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 90''":                        `minutes and seconds are written with letters. Write "3 x 90 s".`,
	"3 x 1h":                          `I cannot read "3 x 1h". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"1/2 x 8":                         `I cannot read "1/2 x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x ½":                           `I cannot read "3 x ½". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x ８":                           `the digits in "3 x ８" are not 0 to 9. Write "3 x 8".`,
	"3 × ١٠":                          `the digits in "3 × ١٠" are not 0 to 9. Write "3 x 10".`,
	"3 x eight":                       `I cannot read "3 x eight". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"superset":                        `I cannot read "superset". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"A1 3 x 8":                        `what is done in turn is written with group. Write "3 x 8" and group = "A".`,
	"A1: 3 x 8":                       `what is done in turn is written with group. Write "3 x 8" and group = "A".`,
	"1. 3 x 8":                        `I cannot read "1. 3 x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"- 3 x 8":                         `I cannot read "- 3 x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 A":                         `I cannot read "3 x 8 A". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"do = \"3 x 8\"":                  `I cannot read "do = "3 x 8"". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 reps @ 3010":               `the tempo does not stand among the sets. Write "3 x 8" and tempo = "3-0-1": the seconds down, held and up.`,
	"3 x 8 3/0/3":                     `I cannot read "3 x 8 3/0/3". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 slow":                      `I do not know what "slow" is in "3 x 8 slow". Write "3 x 8", and words for the runner in note.`,
	"3 x 8 pause 2s":                  `I cannot read "3 x 8 pause 2s". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"cluster 3 x (2+2+2)":             `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"3 x (2+2+2)":                     `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"myo-reps 15+5+5+5":               `"+" stands behind the number of the last set, and nowhere else. Write it like "5 x 3+".`,
	"drop set 10/8/6":                 `I cannot read "drop set 10/8/6". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"pyramid 12-10-8-6":               `I cannot read "pyramid 12-10-8-6". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"12-10-8-6-4 reps":                `"12-10-8-6-4" has 5 numbers. For one after the other write "12, 10, 8, 6, 4".`,
	"5 x (1,2,3)":                     `how many sets there are stands before some of them only. For 7 sets write "5 x 1, 1 x 2, 1 x 3".`,
	"5x1,2,3":                         `how many sets there are stands before some of them only. For 7 sets write "5 x 1, 1 x 2, 1 x 3".`,
	"3 x 8, then 1 x 15":              `sets that differ have a comma between them. Write "3 x 8, 1 x 15".`,
	"3 x 8. 1 x 15":                   `I cannot read "3 x 8. 1 x 15". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 | 1 x 15":                  `I cannot read "3 x 8 | 1 x 15". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 & 1 x 15":                  `sets that differ have a comma between them. Write "3 x 8, 1 x 15".`,
	"3 x 8 plus 1 x 15":               `I cannot read "3 x 8 plus 1 x 15". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 l.":                        `I do not know what "l." is in "3 x 8 l.". Write "3 x 8", and words for the runner in note.`,
	"3 x 8 \u200f":                    `I cannot read "3 x 8 ". Did you mean "3 x 8"?`,
	"3 x 8 per side per set":          `I cannot read "3 x 8 per side per set". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 each side each leg":        `I cannot read "3 x 8 each side each leg". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"each side 3 x 8":                 `I cannot read "each side 3 x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x each 8":                      `I cannot read "3 x each 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 each 10":                   `I cannot read "3 x 8 each 10". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 each side x 8":                 `I cannot read "3 each side x 8". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"2 x 3 x 8":                       `sets times repetitions are two numbers, and these are three. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"2 x (3 x 8)":                     `I cannot read "2 x (3 x 8)". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"3 x 8 x 2":                       `sets times repetitions are two numbers, and these are three. Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"10 min":                          `"10 min" does not say how many sets. For one set write "1 x 600 s", for three "3 x 600 s".`,
	"10 min easy":                     `I cannot read "10 min easy". Write it like "3 x 8-12" or "3 x 20-30 s".`,
	"for 10 min":                      `rounds against the clock are not written in do alone. Write what is done like do = "3 x 8", and for = "10 min" on the first row of the group.`,
	"every 2 min 5 x 3":               `sets by the clock are written with every. Write it like do = "5 x 3" and every = "2 min".`,
	"5 x 3 every 2 min":               `sets by the clock are written with every. Write it like do = "5 x 3" and every = "2 min".`,
	"5 x 3 every 90 s":                `sets by the clock are written with every. Write it like do = "5 x 3" and every = "90 s".`,
	"5 x 3 on the minute":             `sets by the clock are written with every. Write it like do = "5 x 3" and every = "1 min".`,
	"5 x 3 OTM":                       `sets by the clock are written with every. Write it like do = "5 x 3" and every = "1 min".`,
	"on 2:00 5 x 3":                   `I cannot read "on 2:00 5 x 3". Write it like "3 x 8-12" or "3 x 20-30 s".`,
}

func TestTypings(t *testing.T) {
	for in, want := range typings {
		p, err := ParsePrescription(in)
		if err != nil || p.Typed() != want {
			t.Errorf("ParsePrescription(%q) = %q, %v, want %q", in, p.Typed(), err, want)
		}
	}
	for in, want := range mistypings {
		_, err := ParsePrescription(in)
		checkError(t, "ParsePrescription", in, err, want)
	}
	if n := len(typings) + len(mistypings); n < 120 {
		t.Errorf("there are %d typings, want 120", n)
	}
}

// A text of any length gets a short sentence, and soon.
func TestLongTypings(t *testing.T) {
	for _, in := range []string{"1 x 8 a ", "1,", "3 x 8, ", "1 ", "at ", "%", "x", "💪", "\u202e\x00", "5 at 85 %, ", "1'", "8-12/", "(", "each "} {
		long := strings.Repeat(in, 10_000/len(in))
		for name, err := range readAll(long) {
			if err == nil {
				t.Errorf("%s reads %q, 10,000 times", name, in)
				continue
			}
			checkSentence(t, in, err)
		}
	}
}

// readAll reads a text with every reader.
func readAll(s string) map[string]error {
	errs := map[string]error{}
	_, errs["ParsePrescription"] = ParsePrescription(s)
	_, errs["ParseEntry"] = ParseEntry(s)
	_, errs["ParseWarmUp"] = ParseWarmUp(s)
	_, errs["ParseTempo"] = ParseTempo(s)
	_, errs["ParseRest"] = ParseRest(s)
	_, errs["ParseShare"] = ParseShare(s)
	_, errs["ParseBodyShare"] = ParseBodyShare(s)
	_, errs["ParseLoad"] = ParseLoad(s)
	_, errs["ParseStep"] = ParseStep(s)
	_, errs["ParseDuration"] = ParseDuration(s)
	return errs
}

// proposal is something that a hint proposes, with the key that it is for.
var proposal = regexp.MustCompile(`(?:(\w+) = )?"([^"]+)"`)

// What a hint proposes is read without another complaint.
func TestHintsLeadOn(t *testing.T) {
	proposed := 0
	for in := range mistypings {
		_, err := ParsePrescription(in)
		for _, m := range proposal.FindAllStringSubmatch(err.(*Error).Hint, -1) {
			if !strings.ContainsAny(m[2], "0123456789") {
				continue
			}
			proposed++
			if err := read(m[1], m[2]); err != nil {
				t.Errorf("%q: the hint proposes %s %q, of which is said: %v", in, m[1], m[2], err)
			}
		}
	}
	if proposed < 100 {
		t.Errorf("hints propose %d things, want 100", proposed)
	}
}

// read reads the value of a key, or of do where none is named.
func read(key, value string) (err error) {
	switch key {
	case "start":
		if _, err = ParseBodyShare(value); err != nil {
			_, err = ParseLoad(value)
		}
	case "rest", "every", "for":
		_, err = ParseRest(value)
	case "tempo":
		_, err = ParseTempo(value)
	default:
		_, err = ParsePrescription(value)
	}
	return err
}
