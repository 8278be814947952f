package prose

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// ReasonConcealed is the reason of parts that are left out.
const ReasonConcealed = "Parts of texts that not every reader was to see stay out; a note in the file keeps them"

var (
	hidingNames = regexp.MustCompile(`(?i)private|hidden|draft|secret|member|subscri|paywall|premium|protect|passw|passster|restrict|logged|login|paid|visib|hide|` +
		`^comment$|^todo$|^doc$|^access|^ihc|^mepr|^pmpro|^s2|^wlm|^um_|^groups_`)
	showingNames = regexp.MustCompile(`(?i)team|blog`)
)

// Conceals reports whether a tag, shortcode or block of this name hides its content from all readers or from some.
func Conceals(name string) bool {
	return hidingNames.MatchString(name) && !showingNames.MatchString(name)
}

// Conceal replaces a hidden part of a text by a mark.
func (l *Losses) Conceal(whole string) string {
	return l.Mark(Loss{Reason: ReasonConcealed, What: whole, Noted: true})
}

var fenceOpen = regexp.MustCompile(`\A\s*(?:---|\+\+\+)[ \t]*\n[ \t]*[A-Za-z_][\w-]*[ \t]*[:=]`)

// HasFront reports whether a body begins with what looks like front matter that was not read as such.
func HasFront(body string) bool { return fenceOpen.MatchString(body) }

var (
	hiddenTag   = regexp.MustCompile(`(?i)\shidden(?:[\s/>]|=\s*["']?(?:hidden|true|["'])|$)|\sstyle\s*=\s*(?:"[^"]*|'[^']*)(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	hiddenClass = regexp.MustCompile(`(?i)\sclass\s*=\s*["'](?:[^"']*\s)?(?:hidden|d-none|private|draft)[\s"']`)
)

// hides reports whether the first tag of an element hides the element.
func hides(tag string) bool { return hiddenTag.MatchString(tag) || hiddenClass.MatchString(tag) }

// hidesNode is hides for an element of a tree.
func hidesNode(n *html.Node) bool {
	if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" || a.Key == "style" || a.Key == "class" }) {
		return false
	}
	var b strings.Builder
	for _, a := range n.Attr {
		b.WriteString(" " + a.Key + `="` + a.Val + `"`)
	}
	return len(n.Attr) > 0 && hides(b.String())
}
