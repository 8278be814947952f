package quantity

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// typing is a line of testdata/typings.txt.
type typing struct {
	in    string
	typed string // as which it is read; "" where it is not
	said  string // of what is not read
}

// typings returns what coaches type, here and elsewhere.
func typings(t testing.TB) []typing {
	t.Helper()
	text, err := os.ReadFile("testdata/typings.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []typing
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		quotes, err := strconv.QuotedPrefix(line)
		if err != nil {
			t.Fatalf("I cannot read the line %s", line)
		}
		x := typing{}
		x.in, _ = strconv.Unquote(quotes)
		switch sign, rest, _ := strings.Cut(strings.TrimSpace(line[len(quotes):]), " "); sign {
		case "=":
			x.typed = rest
		case "!":
			x.said = rest
		default:
			t.Fatalf("I cannot read the line %s", line)
		}
		list = append(list, x)
	}
	if len(list) < 300 {
		t.Fatalf("there are %d typings, want 300", len(list))
	}
	return list
}

// None of what coaches type is read as anything else: it is read as it is meant, or refused with what to write.
func TestTypings(t *testing.T) {
	for _, x := range typings(t) {
		p, err := ParsePrescription(x.in)
		switch {
		case x.said != "":
			checkError(t, "ParsePrescription", x.in, err, x.said)
		case err != nil || p.Typed() != x.typed:
			t.Errorf("ParsePrescription(%q) = %q, %v, want %q", x.in, p.Typed(), err, x.typed)
		}
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

// Of a long text it is not asked what was meant, which takes long.
func TestLongTypingsAreNotExplained(t *testing.T) {
	_, err := ParsePrescription("3 x 8 " + strings.Repeat("slowly ", 100))
	checkError(t, "ParsePrescription", "3 x 8 slowly ...", err, `I cannot read "3 x 8 slowly slowly slowly slowly slowly…". Write it like "3 x 8-12" or "3 x 20-30 s".`)
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

// decimal is a number that a hint gives for a part of the text.
var decimal = regexp.MustCompile(`^\d+\.\d+$`)

// What a hint proposes is read without another complaint.
func TestHintsLeadOn(t *testing.T) {
	proposed := 0
	for _, x := range typings(t) {
		_, err := ParsePrescription(x.in)
		proposed += checkHint(t, x.in, err)
	}
	if proposed < 200 {
		t.Errorf("hints propose %d things, want 200", proposed)
	}
}

// checkHint fails where something that the hint of an error proposes is not read. It returns how many things are proposed.
func checkHint(t *testing.T, in string, err error) (proposed int) {
	t.Helper()
	e, wrong := err.(*Error)
	if !wrong {
		return 0
	}
	for _, m := range proposal.FindAllStringSubmatch(e.Hint, -1) {
		if !strings.ContainsAny(m[2], "0123456789") || strings.HasSuffix(m[2], "…") || decimal.MatchString(m[2]) {
			continue
		}
		proposed++
		err := read(m[1], m[2])
		if err != nil && m[1] == "" && strings.ContainsAny(in, ",;") { // for one of several sets
			err = read("", "3 x "+m[2])
		}
		if err != nil {
			t.Errorf("%q: the hint proposes %s %q, of which is said: %v", in, m[1], m[2], err)
		}
	}
	return proposed
}

// read reads the value of a key, or of do where none is named.
func read(key, value string) (err error) {
	switch key {
	case "start":
		switch {
		case IsLevel(value):
			_, err = ParseLevel(value, 1)
		case strings.Contains(value, "%"):
			_, err = ParseBodyShare(value)
		default:
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
