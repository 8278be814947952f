package markdown

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/nfc"
)

// TestDosesStayAsTyped has signs between figures, which mark nothing.
func TestDosesStayAsTyped(t *testing.T) {
	for _, dose := range []string{
		"3*8*20kg", "3 * 8 * 20 kg", "3* 8* 20", "3 *8 *20", "3 *8* 20 kg", "3 *8kg* 4", "2,5*3*10", "2.5*3*10", "3×8*20*2", "1½*8*2", "3*8-12*20", "3*8–12*20kg",
		"20kg*3*8", "8 reps*3*2", "RPE 8*2*", "*3*8", "3*8*", "8*bodyweight*2", "4*BW and 6*BW", "3*max*2", "70%*5*3", "3*70%*5*2", "3*(8-12)*20kg and 4*(6-8)*30kg", "3x8*20*2",
		"1*5/3*3/5*1", "5*5 and 3*3", "3**8", "3**8**20", "3***8***2", "**3**8", "3*30s*2", "3*1:30*2", "VO~2~max", "H~2~O",
		"squat*3*8, row*3*10", "TRX*3*10, KB*3*12", "BW*3*BW", "max*8*max", "x*8*x", "VO*2*max", "sets*reps*load", "3*sets*of*8", "3*8 reps each*4*10 reps each*", "red band*3*8*",
		"Läufer*innen und Trainer*innen", "un*frigging*believable", "~8 and 12~", "rest ~2 min~", "~8~ gone", "3*8*~20kg~", "отжимания*3*8, приседания*3*10",
		"8~12 reps and 3~5 sets", "8 ~ 12 and 3 ~ 5", "10~~12 or 14~~16", "20kg~24kg, 8~12", "~8~12 and ~3~5", "3 ~8~ 12", "8~12*20~24kg*3",
	} {
		for _, context := range []string{"Do · today.", "## ·", "- ·", "1. ·", "> ·", "| Dose |\n| --- |\n| · |", "Term\n: ·", "A[^1]\n\n[^1]: ·", "[·](plan:a)", "**·**", "· and *easy*", "*slow* ·",
			"· · ·"} {
			text := strings.ReplaceAll(context, "·", dose)
			if strings.HasPrefix(dose, "*") && context == "**·**" || strings.HasSuffix(dose, "*") && (context == "**·**" || context == "· · ·") || strings.HasPrefix(dose, "*") && context == "· · ·" {
				continue // the mark belongs to the emphasis
			}
			doc, problems := read(t, Options{}, text)
			if got := plain(slotted(doc)); strings.Count(got, dose) != strings.Count(text, dose) || len(problems) > 0 && problems[0].ID != "unclosed-strong" {
				t.Errorf("%q\ngot %q, %v\nwant %q in it", text, slotted(doc), problems, dose)
			}
		}
	}
}

// plain returns a text without tags and with its entities and no-break spaces as they are typed.
func plain(html string) string {
	var b strings.Builder
	inTag := false
	for _, r := range html {
		switch {
		case r == '<':
			inTag = true
		case r == '>':
			inTag = false
		case !inTag:
			b.WriteRune(r)
		}
	}
	return strings.NewReplacer("\u00a0", " ", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`).Replace(b.String())
}

// TestEmphasisStays has marks beside figures that do mark something.
func TestEmphasisStays(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"*eight*", "<em>eight</em>"},
		{"**3 x 8**", "<strong>3 x 8</strong>"},
		{"*3 sets*", "<em>3 sets</em>"},
		{"*12*", "<em>12</em>"},
		{"找**L1, L2**的", "找<strong>L1, L2</strong>的"},
		{"do *12* reps", "do <em>12</em> reps"},
		{"**8**.", "<strong>8</strong>."},
		{"~~3 x 8~~ 3 x 10", "<del>3 x 8</del> 3 x 10"},
		{"3 x ~~8~~ 12", "3 x <del>8</del> 12"},
		{"**3*8**", "<strong>3*8</strong>"},
		{"*3*8*20*", "<em>3*8*20</em>"},
		{"**3*8*20kg** and *5*5*", "<strong>3*8*20kg</strong> and <em>5*5</em>"},
		{"***3*8***", "<em><strong>3*8</strong></em>"},
		{"~~3*8~~", "<del>3*8</del>"},
		{"week 3 *12* reps", "week 3 <em>12</em> reps"},
		{"in 3 **12** 4", "in 3 <strong>12</strong> 4"},
		{"day 1 *10 kg* 3 sets", "day 1 <em>10 kg</em> 3 sets"},
		{"*Do 4*BW today*", "<em>Do 4*BW today</em>"},
		{"**Week 1:** *3 x 8*", "<strong>Week 1:</strong> <em>3 x 8</em>"},
		{"**3 sets** 8 reps", "<strong>3 sets</strong> 8 reps"},
		{"**2**nd", "<strong>2</strong>nd"},
		{"*Läufer*innen und Trainer*innen*", "<em>Läufer*innen und Trainer*innen</em>"},
		{"Wort**teil**", "Wort<strong>teil</strong>"},
		{"这是*重点*内容", "这是<em>重点</em>内容"},
		{"이것은*강조*입니다", "이것은<em>강조</em>입니다"},
		{"1.*Squat*", "1.<em>Squat</em>"},
		{"_3_ and __8__", "<em>3</em> and <strong>8</strong>"},
		{"*a* 3*8 **b**", "<em>a</em> 3*8 <strong>b</strong>"},
		{"*see [3*8](plan:a)*", `<em>see <a href="{0}">3*8</a></em>`},
	} {
		doc, problems := read(t, Options{}, test.text)
		got := strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(slotted(doc), "<p>"), "</p>\n"), "\u00a0", " ")
		if got != test.want || len(problems) > 0 {
			t.Errorf("%q\ngot  %s, %v\nwant %s", test.text, got, problems, test.want)
		}
	}
}

// FuzzDoses puts signs between figures: all of them stand in the page as they were typed, wherever the dose stands.
func FuzzDoses(f *testing.F) {
	f.Add(uint16(3), uint16(8), uint16(20), "*", "kg", "Do ", " and *rest*.")
	f.Add(uint16(8), uint16(12), uint16(3), "~", "", "**Week 1:** ", " reps ~~or~~ more")
	f.Add(uint16(1), uint16(5), uint16(3), "**", "reps", "*a ", " b*")
	p := New(Options{Language: "en"})
	f.Fuzz(func(t *testing.T, a, b, c uint16, sign, unit, before, after string) {
		if strings.Trim(sign, "*") != "" && strings.Trim(sign, "~") != "" || sign == "" || len(sign) > 4 || !isUnit(unit) || !isProse(before) || !isProse(after) {
			t.Skip()
		}
		dose := nfc.String(number(a) + unit + sign + number(b) + sign + number(c) + unit) // as texts are read
		doc, _ := p.Parse(Source{Text: []byte("x " + before + " " + dose + " " + after + "\n")})
		if got := plain(slotted(doc)); !strings.Contains(got, dose) {
			t.Errorf("%q: got %q without %q", before+" "+dose+" "+after, got, dose)
		}
	})
}

func number(n uint16) string {
	s := ""
	for ; n > 0 || s == ""; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}

func isUnit(s string) bool {
	return len(s) < 10 && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isProse reports whether a text has no marks but those of emphasis, which cannot take a figure away from the reader.
func isProse(s string) bool {
	return len(s) < 200 && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune(" *~.,:;?", r)
	})
}
