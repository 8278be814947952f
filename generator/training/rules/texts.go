package rules

import (
	"cmp"
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

// failureWords find what asks for a maximum, in small letters: in English, and in few words in the other languages of the theme.
var failureWords = regexp.MustCompile(`\bbis zum (?:maximum|versagen|muskelversagen)\b|\bso viele wie möglich\b|\bjusqu['’]à l['’]échec|` +
	`\b(?:al|hasta el) fallo\b|\btot (?:spier)?falen\b|\baté (?:à|a) falha\b|` +
	`\bamrap\b|\b(?:to|till|until) failure\b|\bto (?:an? |the |your )?max(?:imum)?(?:[.,;:!)]|$)|\byour max(?:imum)?\b|\bmax(?:imum|imal)?[ -](?:out|effort|reps?|repetitions?|weight|load)\b|\ball[ -]out\b|\bas many (?:reps |repetitions )?as (?:possible|you can)\b`)

// denial finds what turns the words behind it, in the same sentence, into good advice: "never to failure".
var denial = regexp.MustCompile(`(?:^|[^\pL])(?:not|never|no|without|don['’]t|avoid|nicht|nie|niemals|ohne|jamais|pas|sans|nunca|sin|niet|nooit|zonder|não|sem)[^\pL][^.!?;:]*$`)

// failure returns the words of a text in small letters that send runners to failure; "" where there are none.
func failure(text string) string {
	at := failureWords.FindStringIndex(text)
	if at == nil || denial.MatchString(text[:at[0]]) {
		return ""
	}
	return text[at[0]:at[1]]
}

// percentWords find weights given as a share of a maximum, in small letters.
var percentWords = regexp.MustCompile(`\d\s*(?:%|percent|per cent|prozent)\s+(?:of|max|des max|vom max|deines max|du max|del máx|van het max|do máx)|\b(?:1|one)[ -]?rm\b|\b(?:1|one)[ -]rep[ -]max`)

// printed is a text of a plan that stands on the sheet.
type printed struct {
	text string
	pos  diag.Position
}

func (l *look) printed() []printed {
	list := []printed{{l.in.Plan.WarmUp, l.in.Plan.Pos}}
	for _, ph := range l.in.Plan.Phases {
		list = append(list, printed{ph.Aim, ph.Pos})
		for _, s := range ph.Sessions {
			list = append(list, printed{s.Name, s.Pos})
			for _, row := range s.Rows {
				list = append(list, printed{row.Note, cmp.Or(row.Pos, row.Exercise.Pos)})
			}
		}
	}
	return list
}

func (l *look) untestedPercent() {
	for _, p := range l.printed() {
		text := strings.ToLower(p.text)
		if found := failure(text); found != "" {
			l.add(found, l.warningf(p.pos, "%q sends runners to failure.", found).WithHint("Say how many good repetitions are left instead."))
		} else if found := percentWords.FindString(text); found != "" && len(l.in.Plan.Tests)+len(l.in.Plan.Maxima) == 0 {
			l.add("percent", l.warningf(p.pos, "a share of a maximum means nothing without a test.").WithHint("Give a weight, or let the runner choose: start = \"you choose\". Or plan tests."))
		}
	}
}
