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
	`um_content_restriction|jetpack_newsletter_access|jetpack_memberships|ppw_|ppwp|content_protector|passster|private|hidden|visibility|bb_visibility|access_level|patreon-level|patreon_level|pms-content-restrict|swpm|` +
	`wc_memberships|memberful|leaky_paywall|llms_is_restricted|llms_restricted|restricted_levels|s2member|ws_plugin__s2member|wpmembers|password_protect|eut_restrict|content_restriction|arm_access_plan|elementor_restrict|ihcmb|simple_restrict)`)

// open are the values of such keys, and of settings, that restrict nobody.
var open = []string{"", "0", "no", "false", "off", "public", "everybody", "everyone", "visible", "a:0:{}", "[]", "none", "all"}

// whyHidden returns why WordPress did not show an item to everybody, or may not have; "" if it did. A status of a plugin may mean anything.
func (i *item) whyHidden() string {
	switch {
	case i.status != "publish":
		return fmt.Sprintf("its status is %q", i.status)
	case i.password != "":
		return "it is behind a password"
	case protectedTitle.MatchString(i.title):
		return "its title begins with " + strings.TrimSpace(protectedTitle.FindString(i.title))
	}
	if name := unendedGuard(i.content); name != "" {
		return "the end of [" + name + "] is missing in it"
	}
	for _, m := range i.metas {
		value := strings.ToLower(strings.TrimSpace(m.value))
		switch {
		case slices.Contains(open, value):
		case guards.MatchString(m.key):
			return "a plugin restricts who may read it (" + m.key + ")"
		case m.key == "_yoast_wpseo_meta-robots-noindex" && value == "1", m.key == "rank_math_robots" && strings.Contains(value, "noindex"),
			m.key == "_seopress_robots_index" && value == "yes":
			return "it is kept from search engines (" + m.key + ")"
		}
	}
	return ""
}

// openGuard finds a shortcode that keeps what follows from some readers.
var openGuard = regexp.MustCompile(`(?i)^\[(private|members?|hidden|secret|draft|protected|paywall|restrict)\b[^\]\[]*\]`)

// unendedGuard returns the name of such a shortcode that has no end in a text; "" if there is none.
func unendedGuard(content string) string {
	for at := 0; ; at++ {
		n := strings.IndexByte(content[at:], '[')
		if n < 0 {
			return ""
		}
		at += n
		if m := openGuard.FindStringSubmatch(content[at:]); m != nil {
			if !strings.Contains(content, "[/"+m[1]) {
				return m[1]
			}
			return ""
		}
	}
}

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

// keeper is a plugin that notes outside the export who may read which text.
type keeper struct{ name, shortcode, kind string }

// keepers are known by a shortcode that their pages have, or by a kind of content.
var keepers = []keeper{
	{"Paid Memberships Pro", "[pmpro_", ""}, {"s2Member", "[s2Member-", "ws-plugin--s2member"}, {"WooCommerce Memberships", "[wcm_", "wc_membership_plan"}, {"Simple Membership", "[swpm_", ""},
	{"WishList Member", "[wlm_", ""}, {"MemberMouse", "[MM_", ""}, {"ARMember", "[arm_", ""}, {"Content Control", "", "cc_restriction"}, {"Restrict User Access", "", "restriction"},
}

// noteKeeper notes the plugin whose sign an item bears.
func (r *reader) noteKeeper(i *item) {
	for _, k := range keepers {
		if r.keeper == "" && (k.kind != "" && i.kind == k.kind || k.shortcode != "" && strings.Contains(i.content, k.shortcode)) {
			r.keeper = k.name
		}
	}
}

// rule is a rule of MemberPress: for which texts one has to be a member.
type rule struct{ kind, content string }

// noteRule notes a rule of MemberPress.
func (r *reader) noteRule(i *item) {
	if i.kind == "memberpressrule" && i.status == "publish" {
		r.rules = append(r.rules, rule{i.meta("_mepr_rules_type"), i.meta("_mepr_rules_content")})
	}
}

// restricts reports whether a rule may keep readers from an item.
func (x rule) restricts(i *item) bool {
	switch {
	case strings.HasPrefix(x.kind, "single_"):
		return x.content == i.id || x.content == i.name
	case strings.HasPrefix(x.kind, "parent_"):
		return x.content == i.parent
	case x.kind == "all_post" || x.kind == "all_page":
		return i.kind == strings.TrimPrefix(x.kind, "all_")
	case x.kind == "category" || x.kind == "tag":
		return slices.ContainsFunc(i.terms, func(t inTerm) bool { return t.slug == x.content }) || strings.Trim(x.content, "0123456789") == ""
	}
	return true
}

// restrict makes drafts of the texts of which a plugin says elsewhere who may read them.
func (r *reader) restrict() {
	for _, i := range r.items {
		switch {
		case i.hidden != "":
		case slices.ContainsFunc(r.rules, func(x rule) bool { return x.restricts(i) }):
			i.hidden = "a rule of MemberPress restricts who may read it"
		case r.keeper != "":
			i.hidden = "the old website had " + r.keeper + ", and the export does not say who could read it"
		}
	}
}

// memberNames finds shortcodes and blocks of plugins for members beside those whose names say it.
var memberNames = regexp.MustCompile(`(?i)patreon|patron|locker|lead_lock|content[-_]?control|(?:^|/)(?:student|course_(?:complete|inprogress|notstarted)|ld[-_]|swpm|wcm_|arm_|pms[-_]|mm_|rcp|llms|lifterlms|memberful|is_user|user_|only_|role)`)

// conceals reports whether a shortcode or block hides what is in it from some readers.
func conceals(name string) bool { return prose.Conceals(name) || memberNames.MatchString(name) }

// shown removes the blocks that not every reader saw: those whose settings hide them, those of plugins for members, and what follows a
// paywall.
func shown(content string, l *prose.Losses) string {
	if !strings.Contains(content, blockBegin) {
		return content
	}
	var b strings.Builder
	at := 0
	for {
		k, ok := nextBlock(content, at)
		if !ok {
			b.WriteString(content[at:])
			return b.String()
		}
		if k.closing || !restricted.MatchString(k.settings) && !conceals(k.name) {
			b.WriteString(content[at:k.end])
			at = k.end
			continue
		}
		b.WriteString(content[at:k.start])
		end := k.end
		switch {
		case strings.Contains(k.name, "paywall"):
			end = len(content)
		case !k.alone:
			end = endOf(content, end, k.name)
		}
		b.WriteString("\n\n<p>" + l.Conceal(content[k.start:end]) + "</p>\n\n")
		at = end
	}
}

// restricted finds the settings of a block that hide it, from all readers or from some, or when nobody can tell.
var restricted = regexp.MustCompile(`(?i)"(?:blockVisibility"\s*:\s*(?:false|"|\{\s*")|(?:hideBlock|hidden|isHidden|restricted|membersOnly|loggedIn|logged_in|um_is_restrict|visibilityBlockEnabled)"\s*:\s*(?:true|"|[1-9])|` +
	`(?:roles|userRoles|conditions|visibilityConditions|otterConditions)"\s*:\s*(?:\[\s*[^\s\]]|\{\s*")|visibility"\s*:\s*"(?:hidden|private|none|logged|member)|llms_visibility"\s*:\s*"[^a]|` +
	`contentControls"\s*:\s*\{[^{}]*"enabled"\s*:\s*true)`)

// endOf returns the end of a block: behind its end mark, or the end of the text if it has none. Nested blocks of its kind have end marks of
// their own.
func endOf(content string, from int, name string) int {
	for at, depth := from, 1; ; {
		k, ok := nextBlock(content, at)
		if !ok {
			return len(content)
		}
		if k.name == name {
			switch {
			case k.closing:
				depth--
			case !k.alone:
				depth++
			}
		}
		if at = k.end; depth == 0 {
			return at
		}
	}
}
