package rules

import (
	"regexp"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// texts returns the rules about words, and those about the rules themselves.
func texts() []*Rule {
	return []*Rule{
		{
			ID: "untested-percent", Severity: diag.Warning,
			Fix:   "Write the repetitions and how many good ones are left. If percentages are wanted, plan tests for them.",
			House: true,
			check: (*look).untestedPercent,
		},
		{
			ID: "failure-words", Severity: diag.Warning,
			Fix:     "Say when to stop: how many good repetitions are left, and that new pain ends the exercise for the day.",
			House:   true,
			Sources: []string{"acsm-2026"},
			check:   (*look).failureWords,
		},
		{
			ID: "injury-claim", Severity: diag.Warning,
			Fix:     "Say what is known: what strength work does for economy and performance, or what a study found, and of whom. No source makes the promise good.",
			Sources: []string{"wu-2024", "toresdahl-2020", "llanos-lagos-2024"},
			English: true,
			Finder:  "It is looked for in the texts of articles, pages and definitions, their titles and summaries, where the site's language is English.",
		},
		{
			ID: "speed-claim", Severity: diag.Warning,
			Fix:     "Say what a study found, and cite it in the same paragraph: [Blagrove 2018](source:blagrove-2018).",
			Sources: []string{"blagrove-2018"},
			English: true,
			Finder:  "It is looked for where injury-claim is.",
		},
		{
			ID: "uncredited-picture", Severity: diag.Error,
			Fix:    `Write picture_credit = "Own drawing, CC BY 4.0" with the maker and the licence.`,
			House:  true,
			Finder: "It is found when exercises are read.",
		},
		{
			ID: needless, Severity: diag.Warning,
			Fix:    "Remove it from allow.",
			House:  true,
			Finder: "It is found once a plan has been held against all other rules, for all of its runner types.",
		},
	}
}

// percentWords find weights given as a share of a maximum, in small letters.
var percentWords = regexp.MustCompile(`\d\s*(?:%|percent|per cent|prozent)\s+(?:of|max|des max|vom max|deines max|du max|del máx|van het max|do máx)|\b(?:1|one)[ -]?rm\b|\b(?:1|one)[ -]rep[ -]max`)

// namesShare reports whether a text in small letters gives a weight as a share of a maximum. Most texts have no number.
func namesShare(text string) bool {
	return (strings.ContainsAny(text, "0123456789") || strings.Contains(text, "one")) && percentWords.MatchString(text)
}

func (l *look) untestedPercent() {
	if len(l.in.Plan.Tests)+len(l.in.Plan.Maxima) > 0 {
		return
	}
	for _, p := range l.printed() {
		if namesShare(strings.ToLower(p.text)) {
			l.add("percent", l.warningf(p.pos, "a share of a maximum means nothing without a test.").WithHint("Give a weight, or let the runner choose: start = \"you choose\". Or plan tests."))
		}
	}
}
