package quantity

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type kind int

const (
	end    kind = iota
	number      // 8, 2.5, 2,5
	word        // in small letters, without accents and the full stop of an abbreviation
	times       // x X × * and words for it
	dash        // - – — and words for "to"
	mark        // any other single character
)

type token struct {
	kind kind
	text string
}

// scanner hands out the tokens of a string, one after the other.
type scanner struct {
	tokens   []token
	at       int
	mostSets int // that a prescription may have
}

func scan(s string) *scanner {
	sc := &scanner{mostSets: mostSets}
	behind := len(s) // how much of s stands behind the list of numbers that is being read
	for s = skipBlank(s); s != ""; s = skipBlank(s) {
		if len(s) <= behind {
			behind = len(s) - len(numberList.FindString(s))
		}
		t, rest := cutToken(s, len(s) > behind)
		sc.tokens = append(sc.tokens, t)
		s = rest
	}
	return sc
}

// numberList is three numbers or more with commas between them, which are no decimal signs then: "12,10,8".
var numberList = regexp.MustCompile(`^\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?){2,}`)

// skipBlank drops white space, and brackets too, which people put round "each side". unicode.IsSpace knows the
// non-breaking spaces; the spaces without width come from word processors.
func skipBlank(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || r == '\u200b' || r == '\ufeff'
	})
}

// cutToken cuts off the first token. In a list commas are no decimal signs.
func cutToken(s string, inList bool) (t token, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isDigit(r):
		n := numberLength(s, inList)
		return token{number, s[:n]}, s[n:]
	case unicode.IsLetter(r):
		n := runLength(s, isOfWord)
		return wordToken(fold(s[:n])), strings.TrimPrefix(s[n:], ".")
	case strings.ContainsRune("×*✕✖⨯⨉", r):
		return token{times, s[:size]}, s[size:]
	case strings.ContainsRune("-‐‑‒–—−", r):
		return token{dash, s[:size]}, s[size:]
	}
	return token{mark, s[:size]}, s[size:]
}

// wordToken tells the words that stand for a sign.
func wordToken(w string) token {
	switch {
	case timesWord.has(w):
		return token{times, w}
	case toWord.has(w):
		return token{dash, w}
	}
	return token{word, w}
}

// fold writes a word in small letters and without accents: "Séries" and "series" are one, and so are the two ways to store an é.
func fold(w string) string {
	w = strings.ReplaceAll(strings.ToLower(w), "ß", "ss")
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(w))
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// numberLength returns how many bytes of s are a number with at most one decimal sign.
func numberLength(s string, inList bool) int {
	n := runLength(s, isDigit)
	if n < len(s) && (s[n] == '.' || s[n] == ',' && !inList) {
		if decimals := runLength(s[n+1:], isDigit); decimals > 0 {
			return n + 1 + decimals
		}
	}
	return n
}

func runLength(s string, in func(rune) bool) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !in(r) }); n >= 0 {
		return n
	}
	return len(s)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func (sc *scanner) peek() token {
	if sc.at == len(sc.tokens) {
		return token{}
	}
	return sc.tokens[sc.at]
}

// ahead returns the token n places behind the next one; the zero token where there is none.
func (sc *scanner) ahead(n int) token {
	if sc.at+n >= len(sc.tokens) {
		return token{}
	}
	return sc.tokens[sc.at+n]
}

func (sc *scanner) done() bool { return sc.peek().kind == end }

// take consumes the next token if it is of the kind.
func (sc *scanner) take(k kind) (t token, ok bool) {
	t = sc.peek()
	if t.kind != k || k == end {
		return token{}, false
	}
	sc.at++
	return t, true
}

// accept consumes the next token if it is one of the texts.
func (sc *scanner) accept(texts ...string) bool {
	t := sc.peek()
	for _, text := range texts {
		if t.kind != end && t.text == text {
			sc.at++
			return true
		}
	}
	return false
}

// acceptWord consumes the next token if it is a word with the meaning.
func (sc *scanner) acceptWord(m meaning) bool {
	if t := sc.peek(); t.kind == end || !m.has(t.text) {
		return false
	}
	sc.at++
	return true
}

// hasComma reports whether a number was typed with a decimal comma.
func (sc *scanner) hasComma() bool {
	for _, t := range sc.tokens {
		if t.kind == number && strings.Contains(t.text, ",") {
			return true
		}
	}
	return false
}

// most is where numbers stop growing: far above every limit, and a thousand times it still fits 32 bits.
const most = 1_000_000

// thousandths returns the value of a number token, most at the most. It is not ok with more than three decimals.
func (t token) thousandths() (n int, ok bool) {
	whole, decimals, _ := strings.Cut(strings.Replace(t.text, ",", ".", 1), ".")
	if len(decimals) > 3 {
		return 0, false
	}
	for _, d := range whole {
		n = min(n*10+int(d-'0'), most)
	}
	n *= 1000
	for place := 100; decimals != ""; place, decimals = place/10, decimals[1:] {
		n += int(decimals[0]-'0') * place
	}
	return min(n, most*1000), true
}

// amount is a number with the unit that stood behind it, which may be none.
type amount struct {
	thousandths int
	unit        spelling
}

// amount reads "8", "8 reps", "30 s", "1.5 min", "1 min 30 s" and "1:30".
func (sc *scanner) amount() (a amount, ok bool) {
	n, ok := sc.number()
	if !ok {
		return amount{}, false
	}
	if sc.accept(":") {
		return sc.clock(n)
	}
	a = amount{n, spelled(sc.peek().text)}
	if a.unit.name == "" {
		return a, true
	}
	sc.at++
	if a.unit.name == minute && sc.peek().kind == number {
		return sc.secondsAfter(n)
	}
	return a, true
}

func (sc *scanner) number() (thousandths int, ok bool) {
	t, ok := sc.take(number)
	if !ok {
		return 0, false
	}
	return t.thousandths()
}

// clock reads what stands behind the colon of "1:30" or "1:30 min".
func (sc *scanner) clock(minutes int) (a amount, ok bool) {
	t, ok := sc.take(number)
	if !ok || len(t.text) != 2 || minutes%1000 != 0 {
		return amount{}, false
	}
	n, ok := t.thousandths()
	sc.accept("min", "minutes")
	return sum(minutes, n), ok && n < 60_000
}

// secondsAfter reads the "30 s" of "1 min 30 s".
func (sc *scanner) secondsAfter(minutes int) (a amount, ok bool) {
	n, ok := sc.number()
	if !ok || spelled(sc.peek().text).name != second {
		return amount{}, false
	}
	sc.at++
	return sum(minutes, n), true
}

// sum adds minutes and seconds, both in thousandths.
func sum(minutes, seconds int) amount {
	return amount{min(scaled(minutes, 60)+seconds, most*1000), spelled(second)}
}

// scaled returns thousandths that many times over, and stops where numbers stop.
func scaled(thousandths, times int) int { return min(thousandths, most/times*1000) * times }

// resolve returns how much the amount is of what it is counted in: repetitions where no unit was typed. It is not ok for a load or
// a fraction.
func (a amount) resolve() (n int, unit AmountUnit, ok bool) {
	if a.unit.name == "" {
		n, ok = a.whole()
		return n, Repetitions, ok
	}
	a.thousandths = scaled(a.thousandths, a.unit.times)
	n, ok = a.whole()
	return n, a.unit.of, ok && a.unit.of != ""
}

func (a amount) whole() (n int, ok bool) {
	return a.thousandths / 1000, a.thousandths%1000 == 0
}

// longest is how much of an author's text a message repeats, in characters.
const longest = 40

// quoted puts the text in quotes for a message: on one line, without what cannot be seen, and not too long.
func quoted(s string) string {
	return `"` + shortened(s) + `"`
}

func shortened(s string) string {
	visible := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r):
			return -1
		}
		return r
	}, s)
	if r := []rune(visible); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return visible
}
