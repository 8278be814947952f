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
	gateStart   = regexp.MustCompile(`<!--\s*kg-gated-block:begin\b([^>]*?)-->`)
	gateEnd     = regexp.MustCompile(`<!--\s*kg-gated-block:end\s*-->`)
	forAll      = regexp.MustCompile(`\bnonMember:\s*"?true\b`)
)

// shown takes the parts out of the HTML of a text that not every reader saw: the blocks that are for members, and what follows the mark
// at which the part for everybody ends.
func shown(src string, l *prose.Losses) string {
	var b strings.Builder
	for {
		m := gateStart.FindStringSubmatchIndex(src)
		if m == nil {
			break
		}
		end, behind := len(src), len(src)
		if e := gateEnd.FindStringIndex(src[m[1]:]); e != nil {
			end, behind = m[1]+e[0], m[1]+e[1]
		}
		b.WriteString(src[:m[0]])
		if inside := src[m[1]:end]; forAll.MatchString(src[m[2]:m[3]]) {
			b.WriteString(inside)
		} else {
			b.WriteString("<p>" + l.Conceal(inside) + "</p>")
		}
		src = src[behind:]
	}
	src = b.String() + src
	if m := membersOnly.FindStringIndex(src); m != nil && strings.TrimSpace(src[m[1]:]) != "" {
		return src[:m[0]] + "<p>" + l.Conceal(src[m[1]:]) + "</p>"
	}
	return src
}
