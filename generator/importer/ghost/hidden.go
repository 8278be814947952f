package ghost

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// noIndex finds what keeps a page from search engines.
var noIndex = regexp.MustCompile(`(?i)<meta\b[^>]*\bnoindex\b`)

// whyHidden returns why Ghost did not show an entry to everybody, or may not have; "" if it did.
func (r *reader) whyHidden(e *entry) string {
	switch status, visibility := e.Status.line(), e.Visibility.line(); {
	case status == "sent", e.meta.EmailOnly.yes():
		return "it was only sent by e-mail"
	case status != "published":
		return fmt.Sprintf("its status is %q", status)
	case visibility != "" && visibility != "public":
		return fmt.Sprintf("its visibility is %q", visibility)
	case scalar(r.setting("is_private", "isPrivate")).yes():
		return "the whole website was behind a password"
	case noIndex.MatchString(string(e.Head)):
		return "it is kept from search engines (code in its head)"
	}
	for _, t := range e.tags {
		if name := t.Name.line(); t.internal() && prose.Conceals(strings.Trim(name, "#")) {
			return "its internal tag is " + name
		}
	}
	return ""
}

var (
	membersOnly = regexp.MustCompile(`(?i)<!--\s*members-only\s*-->`)
	gate        = regexp.MustCompile(`<!--\s*kg-gated-block:(?:begin\b([^>]*?)|end\s*)-->`)
	forAll      = regexp.MustCompile(`\bnonMember:\s*"?true\b`)
)

// shown takes the parts out of the HTML of a text that not every reader saw: the blocks that are for members, and what follows the mark
// at which the part for everybody ends.
func shown(src string, l *prose.Losses) string {
	src = withoutGated(src, l)
	if m := membersOnly.FindStringIndex(src); m != nil && strings.TrimSpace(src[m[1]:]) != "" {
		return src[:m[0]] + "<p>" + l.Conceal(src[m[1]:]) + "</p>"
	}
	return src
}

// withoutGated takes the blocks out that are for members. One without an end goes on to the end of the text.
func withoutGated(src string, l *prose.Losses) string {
	var b strings.Builder
	depth := 0       // of the blocks that are open
	outer := 0       // the depth of the outermost that is for members; 0 outside it
	from, at := 0, 0 // where it began, and where the last mark ended
	for _, m := range gate.FindAllStringSubmatchIndex(src, -1) {
		if outer == 0 {
			b.WriteString(src[at:m[0]])
		}
		at = m[1]
		switch begins := m[2] >= 0; {
		case begins:
			if depth++; outer == 0 && !forAll.MatchString(src[m[2]:m[3]]) {
				outer, from = depth, at
			}
		case depth > 0:
			if depth--; depth < outer {
				b.WriteString("<p>" + l.Conceal(src[from:m[0]]) + "</p>")
				outer = 0
			}
		}
	}
	if outer > 0 {
		return b.String() + "<p>" + l.Conceal(src[from:]) + "</p>"
	}
	return b.String() + src[at:]
}
