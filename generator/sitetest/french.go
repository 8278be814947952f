package sitetest

import "regexp"

// FrenchSpaces returns the places of a French text, with what stands around them, where a mark has not the no-break space that keeps it with
// its word: one before a colon, a narrow one before ; ! ? and inside « ». Addresses, times and what stands between straight quotes are left
// aside.
func FrenchSpaces(text string) []string {
	return unspaced.FindAllString(notFrench.ReplaceAllString(text, ""), -1)
}

var (
	notFrench = regexp.MustCompile(`\]\([^)]*\)|"[^"\n]*"|\d+:\d\d`)
	unspaced  = regexp.MustCompile(`(?:.{0,20}[^\x{00A0}]:|.{0,20}[^\x{202F}][;!?»]|«(?:[^\x{202F}]|$)).{0,20}`)
)
