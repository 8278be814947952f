package parse

import (
	"slices"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// directAddress is a kind of address that leads to somebody and not to a page.
type directAddress struct {
	scheme  string
	read    func(typed string) (string, bool) // what stands behind the scheme, as it is written in an address
	called  string                            // after "an" or "no"
	example string
}

func directAddresses() []directAddress {
	return []directAddress{
		{"mailto:", readMail, "address of e-mail", "mailto:jo@example.org"},
		{"tel:", readTelephone, "address of a telephone", "tel:+441134960000"},
	}
}

// readBooking reads a key whose value is the address at which runners book: on the web, on this site, an e-mail address or a telephone
// number.
func (s *Settings) readBooking(t *tomlfile.Table, key string, problems *diag.List) string {
	typed := strings.TrimSpace(t.String(key))
	for _, direct := range directAddresses() {
		n := len(direct.scheme)
		if len(typed) >= n && strings.EqualFold(typed[:n], direct.scheme) {
			rest, ok := direct.read(typed[n:])
			if !ok {
				problems.Add(diag.Errorf(t.ValuePos(key), "bad-url", "%q is no %s.", clipped(typed), direct.called).
					WithHint("Write it like %s = %q.", key, direct.example))
				return ""
			}
			return direct.scheme + rest
		}
		if rest, ok := direct.read(typed); ok {
			problems.Add(diag.Errorf(t.ValuePos(key), "bad-url", "%q does not begin with %s, as an %s does.", clipped(typed), direct.scheme, direct.called).
				WithHint("Write %s = %q.", key, direct.scheme+rest))
			return ""
		}
	}
	return s.readAddress(t, key, problems)
}

// ContactOnPaper returns how runners reach the coach from paper, on which no button can be pressed: the line of contact, or where there
// is none the address at which they book; empty where nothing is known, or nothing that can be reached.
func (s *Settings) ContactOnPaper() string {
	if s.Coach == nil {
		return ""
	}
	address := s.Coach.Booking
	switch {
	case s.Coach.Contact != "" || address == "":
		return s.Coach.Contact
	case strings.HasPrefix(address, "/"):
		return s.Printed(address)
	}
	for _, direct := range directAddresses() {
		if rest, ok := strings.CutPrefix(address, direct.scheme); ok {
			rest, _, _ = strings.Cut(rest, "?") // the subject of an e-mail
			return rest
		}
	}
	return address
}

// readMail reads an address of e-mail, which may have a subject behind a question mark.
func readMail(typed string) (string, bool) {
	address, _, _ := strings.Cut(typed, "?")
	name, host, ok := strings.Cut(address, "@")
	_, err := plainHost(host)
	odd := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`<>"'\/:,;()`, r)
	}
	return typed, ok && err == nil && name != "" && strings.Contains(host, ".") && !strings.ContainsFunc(typed, unicode.IsSpace) && !strings.ContainsFunc(name, odd)
}

// The digits of a telephone number: at most 15 (ITU-T E.164), at least those of short ones within a country.
const (
	fewestDigits = 4
	mostDigits   = 15
)

// readTelephone reads a telephone number as people write it. What parts its digits is left out, as addresses have no blanks (RFC 3966).
func readTelephone(typed string) (string, bool) {
	var digits []rune
	for i, r := range strings.TrimSpace(typed) {
		switch {
		case r >= '0' && r <= '9', r == '+' && i == 0:
			digits = append(digits, r)
		case !slices.Contains([]rune(" \u00a0\u202f-./()"), r):
			return "", false
		}
	}
	number := strings.TrimPrefix(string(digits), "+")
	return string(digits), len(number) >= fewestDigits && len(number) <= mostDigits
}
