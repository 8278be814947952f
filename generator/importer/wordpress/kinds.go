package wordpress

import (
	"cmp"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// take adds an item to those of its type.
func (r *reader) take(i *item) {
	if !r.isExport && i.kind == "" && i.id == "" && i.status == "" {
		r.takeFeedItem(i)
		return
	}
	r.isExport = true
	i.hidden = cmp.Or(i.hidden, i.whyHidden())
	i.language = i.inLanguage()
	r.noteKeeper(i)
	r.noteRule(i)
	switch {
	case i.kind == "attachment":
		r.takeFile(i)
	case i.kind == "wp_block":
		if i.hidden == "" {
			r.blocks[i.id] = i.content
		}
	case i.kind == "nav_menu_item":
		if i.hidden == "" {
			r.menu = append(r.menu, i)
		}
	case i.kind == "wp_navigation":
		if i.hidden == "" {
			r.menuBlock = cmp.Or(r.menuBlock, i.content)
		}
	case i.kind == "guest-author":
		name := prose.PlainText(cmp.Or(i.meta("cap-display_name"), i.title))
		r.authors[i.meta("cap-user_login")], r.authors[strings.TrimPrefix(i.name, "cap-")] = name, name
	case i.kind == "":
		r.unkind++
	case ignored(i.kind):
	case i.kind != "post" && i.kind != "page" && (isKept(i.kind) || !i.hasWords()):
		r.types[i.kind]++
	case i.status == "trash":
		r.found(reasonTrash, i.line, prose.PlainText(i.title))
	case (i.status == "auto-draft" || i.status == "inherit") && !i.hasWords():
	default:
		r.comments += i.comments
		r.items = append(r.items, i)
	}
}

// takeFile adds an attachment. Only what is said of a file is kept of what plugins note.
func (r *reader) takeFile(i *item) {
	if i.status == "private" || i.status == "trash" || i.id == "" {
		return
	}
	i.metas = slices.DeleteFunc(i.metas, func(m meta) bool { return m.key != "_wp_attachment_image_alt" })
	i.content = ""
	r.files[i.id] = i
	if i.parent != "" && i.parent != "0" {
		r.uploaded[i.parent] = append(r.uploaded[i.parent], i)
	}
}

// takeFeedItem adds an item of a feed. All in a feed was public.
func (r *reader) takeFeedItem(i *item) {
	i.status, i.kind = "publish", "post"
	if strings.TrimSpace(i.content) == "" {
		i.content, i.excerpt = i.excerpt, ""
	}
	if cutShort.MatchString(i.excerpt) {
		i.excerpt = ""
	}
	i.name = lastWord(i.link)
	if _, name, ok := strings.Cut(i.creator, "("); ok && strings.Contains(i.creator, "@") { // jo@example.org (Jo Miller)
		i.creator = strings.TrimSuffix(strings.TrimSpace(name), ")")
	}
	r.items = append(r.items, i)
}

// cutShort finds what a program writes at the end of a description that it made of the first words.
var cutShort = regexp.MustCompile(`(?s)(?:\[?(?:…|&hellip;|&#8230;|\.\.\.)\]?|\[&#\d+;\])\s*(?:</p>)?\s*$`)

func lastWord(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	at := strings.TrimSuffix(u.Path, "/")
	return strings.TrimSuffix(at[strings.LastIndexByte(at, '/')+1:], ".html")
}

// hasWords reports whether there is something to read in an item.
func (i *item) hasWords() bool { return strings.TrimSpace(i.content) != "" || i.built() }

// ignored are the types of what WordPress keeps for itself, and makes anew.
func ignored(kind string) bool {
	return slices.Contains([]string{"revision", "oembed_cache", "customize_changeset", "wp_global_styles", "wp_template", "wp_template_part",
		"custom_css", "user_request", "wp_font_family", "wp_font_face"}, kind)
}

// keptPrefixes begin the kinds that plugins keep for themselves: forms, templates, rules, orders.
var keptPrefixes = []string{"acf", "elementor", "e-", "wpcf7", "wpforms", "ninja", "nf_", "gf_", "gravity", "mc4wp", "mailpoet", "newsletter", "shop_", "scheduled", "edd_", "popup", "pum_", "sumo", "thrive", "tve_", "tcb_", "tqb_",
	"vc_", "vc4_", "et_", "fusion_", "avada_", "fl-", "ct_", "oxy_", "bricks_", "brizy", "cs_", "mepr", "memberpress", "rcp_", "wc_", "wcs_", "wpm_", "pmpro", "um_", "ihc_", "swpm", "patreon", "give_", "ml-slider", "soliloquy", "envira",
	"foogallery", "ngg_", "feedback", "flamingo", "jp_", "amp_", "tablepress", "wpsl_", "wprm_", "tasty_", "tec_", "bp-", "kadence_", "kt_", "generateblocks", "gp_", "gblocks", "astra", "ae_", "jet-", "jet_", "rank_math", "seopress",
	"aioseo", "wpseo", "cookielaw", "cmplz", "polylang", "advanced_ads", "quads", "wpp_", "wds_", "dt_", "rl_gallery", "rm_", "wpcode", "user_", "spectra", "sureforms", "wpdatatable", "frm_", "forminator", "fluent", "ff_", "tp_", "nav_",
	"wp_", "_"}

// keptWords finds the last words of such kinds.
var keptWords = regexp.MustCompile(`(?:^|[_-])(?:orders?|subscriptions?|coupons?|payments?|transactions?|refunds?|invoices?|forms?|entry|entries|submissions?|logs?|emails?|templates?|layouts?|sliders?|slides?|widgets?|blocks?|` +
	`popups?|rules?|tickets?|quiz(?:zes)?|questions?|certificates?|essays|assignments?|attendees?|bookings?|memberships?|snippets?|redirects?|settings?|fields?|cache|variation)$`)

// isKept reports whether plugins keep content of a kind for themselves.
func isKept(kind string) bool {
	kind = strings.ToLower(kind)
	return keptWords.MatchString(kind) || slices.ContainsFunc(keptPrefixes, func(prefix string) bool { return strings.HasPrefix(kind, prefix) })
}

// publicKinds are kinds that themes and plugins show to everybody, each text at an address of its own.
var publicKinds = []string{"portfolio", "portfolio_item", "jetpack-portfolio", "project", "projects", "work", "testimonial", "testimonials", "jetpack-testimonial", "recipe", "recipes", "product", "download",
	"event", "events", "tribe_events", "mec-events", "podcast", "episode", "episodes", "service", "services", "team", "team_member", "staff", "faq", "faqs", "case-study", "case_study", "review", "reviews", "news", "article",
	"articles", "blog", "story", "stories", "interview", "video", "videos", "race", "races", "workout", "workouts", "exercise", "exercises", "programme", "program", "training", "plan", "location", "glossary", "docs", "guide",
	"guides", "book", "books", "course", "courses"}

// datedKinds are those whose texts belong to a day.
var datedKinds = []string{"recipe", "recipes", "podcast", "episode", "episodes", "review", "reviews", "news", "article", "articles", "blog", "story", "stories", "interview", "video", "videos", "workout", "workouts"}

// taughtKinds finds the kinds of lessons, which plugins show to those who take a course.
var taughtKinds = regexp.MustCompile(`^(?:sfwd-.*|lessons?|topics?|llms.*|lp_lesson|tutor_.*|lifter.*|units?|modules?|section|chapters?)$`)

// sortOut decides what becomes of the texts of other kinds than posts and pages, and of those in other languages.
func (r *reader) sortOut() {
	main := r.mainLanguage()
	shown := r.shownKinds()
	others := map[string]map[string]bool{}
	r.items = slices.DeleteFunc(r.items, func(i *item) bool {
		if i.language != "" && i.language != main {
			r.found(reasonLanguage, i.line, prose.PlainText(i.title)+" ("+i.language+")")
			return true
		}
		for _, t := range i.terms {
			if t.kind != "" && t.kind != "category" && t.kind != "post_tag" && t.kind != "series" && !isSubject(t.kind) && !isKeptTerm(t.kind) {
				if others[t.kind] == nil {
					others[t.kind] = map[string]bool{}
				}
				others[t.kind][prose.PlainText(t.name)] = true
			}
		}
		if i.kind != "post" && i.kind != "page" {
			r.decideKind(i, shown)
		}
		if i.sticky == "1" && i.hidden == "" && i.kind == "post" {
			r.stuck = append(r.stuck, i)
		}
		return false
	})
	for _, kind := range slices.Sorted(maps.Keys(others)) {
		r.found(reasonTerms, 0, kind+": "+strings.Join(slices.Sorted(maps.Keys(others[kind])), ", "))
	}
}

// decideKind makes an article or a page of a text of another kind, and a draft where nobody can tell whether it was shown.
func (r *reader) decideKind(i *item, shown map[string]bool) {
	r.kinds[i.kind]++
	u, err := url.Parse(strings.TrimSpace(i.link))
	switch plain := err != nil || u.RawQuery != "" || u.Path == "" || u.Path == "/"; {
	case i.hidden != "":
	case taughtKinds.MatchString(i.kind):
		i.hidden = "its kind is " + i.kind + ", which only those who take a course may have seen"
	case plain, !slices.Contains(publicKinds, i.kind) && !shown[i.kind]:
		i.hidden = "nobody can tell whether texts of its kind, " + i.kind + ", were shown"
	}
	sorted := slices.ContainsFunc(i.terms, func(t inTerm) bool { return t.kind == "category" || t.kind == "post_tag" })
	if sorted || slices.Contains(datedKinds, i.kind) {
		i.kind = "post"
	} else {
		i.kind = "page"
	}
}

// shownKinds returns the kinds that a menu leads to.
func (r *reader) shownKinds() map[string]bool {
	shown := map[string]bool{}
	for _, i := range r.menu {
		shown[i.meta("_menu_item_object")] = true
	}
	return shown
}

var (
	subjectPattern  = regexp.MustCompile(`(?:category|categories|[_-]cat|[_-]cats|[_-]tags?|topics?|genre)$`)
	keptTermPattern = regexp.MustCompile(`^(?:post_format|nav_menu|author|language|post_translations|term_language|term_translations|link_category|product_(?:type|visibility|shipping_class)|pa_.*|elementor_.*|wp_.*|yst_.*|action-group|` +
		`translation_priority|layout_.*|fl-.*|ef_.*|following_users|amp_.*|.*_visibility|.*_type|wpmf-category|media_category|attachment_category)$`)
)

// isSubject reports whether lists of a kind say what texts are about, as categories and tags do.
func isSubject(kind string) bool { return subjectPattern.MatchString(kind) && !isKeptTerm(kind) }

// isKeptTerm reports whether WordPress or a plugin keeps lists of a kind for itself.
func isKeptTerm(kind string) bool { return keptTermPattern.MatchString(kind) }

// inLanguage returns the language that a plugin notes of a text: "de"; "" if none does.
func (i *item) inLanguage() string {
	for _, t := range i.terms {
		if t.kind == "language" {
			return strings.ToLower(t.slug)
		}
	}
	return ""
}

// mainLanguage returns the language of the old website as texts note it: the one that the export names, or that most of them have.
func (r *reader) mainLanguage() string {
	count := map[string]int{}
	most := ""
	for _, i := range r.items {
		if i.language != "" {
			count[i.language]++
		}
	}
	named, _, _ := strings.Cut(strings.ToLower(r.about["language"]), "-")
	for _, language := range slices.Sorted(maps.Keys(count)) {
		if begins, _, _ := strings.Cut(language, "-"); begins == named {
			return language
		}
		if count[language] > count[most] {
			most = language
		}
	}
	return most
}

// sayAbout notes what the old website says of itself.
func (r *reader) sayAbout() {
	a := &r.blog.About
	a.Title, a.Description = prose.PlainText(r.about["title"]), prose.PlainText(r.about["description"])
	a.Language = languagePattern.FindString(r.about["language"])
	a.Menu = r.menuAddresses()
	names := map[string]bool{}
	for _, p := range r.blog.Posts {
		if p.Hidden == "" {
			names[p.Author] = true
		}
	}
	if len(names) == 1 {
		for name := range names {
			a.Author = name
		}
	}
}

// languagePattern finds a language at the beginning of a longer name: "de-DE" in "de-DE-formal".
var languagePattern = regexp.MustCompile(`^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3})\b)?`)

// author returns who wrote a text; several as "Ann Lee & Ben Fox".
func (r *reader) author(i *item) string {
	var names []string
	for _, t := range i.terms {
		if t.kind != "author" {
			continue
		}
		slug := strings.TrimPrefix(t.slug, "cap-")
		if name := cmp.Or(r.authors[t.name], r.authors[slug], prose.PlainText(t.name)); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch n := len(names); {
	case n == 0:
		name := cmp.Or(r.authors[i.creator], prose.PlainText(i.creator))
		if strings.Contains(name, "@") && r.authors[i.creator] == "" { // the name for logging in, which nobody saw
			return ""
		}
		return name
	case n > 1:
		return strings.Join(names[:n-1], ", ") + " & " + names[n-1]
	}
	return names[0]
}
