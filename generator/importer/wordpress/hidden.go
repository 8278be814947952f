package wordpress

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer/prose"
)

// guards are the keys by which plugins restrict who may read a text, or hide it from search engines.
var guards = regexp.MustCompile(`(?i)^_?(?:members_access_role|members_access_error|wpmem_block|wlm_|wishlist|rcp_|restrict_content|is_paid|mepr|pmpro|ihc_mb|groups-read|groups_read|` +
	`um_content_restriction|jetpack_newsletter_access|ppw_|ppwp|content_protector|passster|private|hidden|visibility|bb_visibility|access_level)`)

// whyHidden returns why WordPress did not show an item to everybody, or may not have; "" if it did. A status of a plugin may mean anything.
func (i *item) whyHidden() string {
	switch {
	case i.Status != "publish":
		return fmt.Sprintf("its status is %q", i.Status)
	case i.Password != "":
		return "it is behind a password"
	case protectedTitle.MatchString(i.Title):
		return "its title begins with " + strings.TrimSpace(protectedTitle.FindString(i.Title))
	}
	if m := openGuard.FindStringSubmatch(i.encoded("/content/")); m != nil && !strings.Contains(i.encoded("/content/"), "[/"+m[1]) {
		return "the end of [" + m[1] + "] is missing in it"
	}
	for _, m := range i.Meta {
		value := strings.ToLower(strings.TrimSpace(m.Value))
		switch {
		case slices.Contains([]string{"", "0", "no", "false", "off", "public", "everybody", "everyone", "visible", "a:0:{}", "[]", "none"}, value):
		case guards.MatchString(m.Key):
			return "a plugin restricts who may read it (" + m.Key + ")"
		case m.Key == "_yoast_wpseo_meta-robots-noindex" && value == "1", m.Key == "rank_math_robots" && strings.Contains(value, "noindex"),
			m.Key == "_seopress_robots_index" && value == "yes":
			return "it is kept from search engines (" + m.Key + ")"
		}
	}
	return ""
}

// openGuard finds a shortcode that keeps what follows from some readers.
var openGuard = regexp.MustCompile(`(?i)\[(private|members?|hidden|secret|draft|protected|paywall|restrict)\b[^\]\[]*\]`)

// protectedTitle finds what WordPress writes before the titles of private and protected texts.
var protectedTitle = regexp.MustCompile(`^\s*(?:Protected|Private|Geschützt|Privat|Protégé|Privé|Protegido|Privado|Beveiligd|Beschermd)\s?:`)

// expiry returns when a plugin was to unpublish a text; zero for never.
func (i *item) expiry() time.Time {
	seconds, err := strconv.ParseInt(i.meta("_expiration-date"), 10, 64)
	if err != nil || seconds <= 0 || i.meta("_expiration-date-status") == "" && i.meta("_expiration-date-type") == "" && i.meta("_expiration-date-options") == "" {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// shown removes the blocks that not every reader saw: those whose settings hide them, those of plugins for members, and what follows a
// paywall.
func shown(content string, l *prose.Losses) string {
	var b strings.Builder
	for at := 0; ; {
		m := blockPattern.FindStringSubmatchIndex(content[at:])
		if m == nil {
			return b.String() + content[at:]
		}
		start, end := at+m[0], at+m[1]
		name, settings := content[at+m[4]:at+m[5]], ""
		if m[6] >= 0 {
			settings = content[at+m[6] : at+m[7]]
		}
		opening := m[2] == m[3]
		if !opening || !restricted.MatchString(settings) && !prose.Conceals(name) {
			b.WriteString(content[at:end])
			at = end
			continue
		}
		b.WriteString(content[at:start])
		switch {
		case strings.Contains(name, "paywall"):
			end = len(content)
		case m[8] == m[9]:
			end = endOf(content, end, name)
		}
		b.WriteString("\n\n<p>" + l.Conceal(content[start:end]) + "</p>\n\n")
		at = end
	}
}

// restricted finds the settings of a block that hide it, from all readers or from some, or when nobody can tell.
var restricted = regexp.MustCompile(`(?i)"(?:blockVisibility"\s*:\s*(?:false|"|\{\s*")|(?:hideBlock|hidden|isHidden|restricted|membersOnly|loggedIn|logged_in)"\s*:\s*(?:true|"|[1-9])|` +
	`(?:roles|userRoles|conditions|visibilityConditions)"\s*:\s*(?:\[\s*[^\s\]]|\{\s*")|visibility"\s*:\s*"(?:hidden|private|none|logged|member))`)

// endOf returns the end of a block: behind its end mark, or the end of the text if it has none. Nested blocks of its kind have end marks of
// their own.
func endOf(content string, from int, name string) int {
	for at, depth := from, 1; ; {
		m := blockPattern.FindStringSubmatchIndex(content[at:])
		if m == nil {
			return len(content)
		}
		if content[at+m[4]:at+m[5]] == name {
			switch {
			case m[2] != m[3]:
				depth--
			case m[8] == m[9]:
				depth++
			}
		}
		if at += m[1]; depth == 0 {
			return at
		}
	}
}
