package jekyll

import (
	"cmp"
	"fmt"
	"html"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

var (
	liquid   = regexp.MustCompile(`(?s)\{%-?\s*(\w+|#)(.*?)-?%\}|\{\{-?(.*?)-?\}\}`)
	argument = regexp.MustCompile(`(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)
	literal  = regexp.MustCompile(`^\s*(?:"([^"]*)"|'([^']*)')\s*((?:\|.*)?)$`)
)

// text turns the body of a file into Markdown.
func (r *reader) text(s *source) {
	l := &s.post.Losses
	body := r.liquid(s, s.body)
	separator := s.matter.String("excerpt_separator")
	if separator == "" {
		separator = r.config.String("excerpt_separator")
	}
	above, below, cut := body, "", false
	if separator != "" && strings.TrimSpace(separator) != "" {
		above, below, cut = strings.Cut(body, separator)
		body = above + below
	}
	asHTML := strings.HasPrefix(strings.ToLower(path.Ext(s.path)), ".htm")
	s.post.Body = toMarkdown(body, asHTML, l)
	if cut && s.post.Summary == "" {
		s.post.Excerpt = toMarkdown(above, asHTML, &prose.Losses{})
	}
}

func toMarkdown(body string, asHTML bool, l *prose.Losses) string {
	if asHTML {
		return prose.FromHTML(body, false, l)
	}
	return prose.InlineReferences(prose.CleanHTML(prose.SpacedAddresses(kramdown(body, l)), l))
}

// liquid replaces what it can of the tags and the output in a text.
func (r *reader) liquid(s *source, body string) string {
	var b strings.Builder
	for at := 0; ; {
		m := liquid.FindStringSubmatchIndex(body[at:])
		if m == nil {
			b.WriteString(body[at:])
			return b.String()
		}
		start, end := at+m[0], at+m[1]
		b.WriteString(body[at:start])
		at = end
		if m[2] < 0 {
			b.WriteString(r.output(s, body[start:end], strings.TrimSpace(body[start+m[6]-m[0]:start+m[7]-m[0]])))
			continue
		}
		name, rest := body[start+m[2]-m[0]:start+m[3]-m[0]], strings.TrimSpace(body[start+m[4]-m[0]:start+m[5]-m[0]])
		inside, after, ok := block(body, end, name)
		if ok {
			at = after
		}
		b.WriteString(r.tag(s, name, rest, body[start:at], inside, ok))
	}
}

// block returns what is between a tag that ends at an offset and its end tag, for the tags that need one.
func block(body string, from int, name string) (inside string, after int, ok bool) {
	verbatim, nested := false, false
	switch name {
	case "highlight", "raw", "comment":
		verbatim = true
	case "capture", "for", "if", "unless", "case", "tablerow":
		nested = true
	default:
		nested = prose.Conceals(name)
	}
	if !verbatim && !nested {
		return "", from, false
	}
	depth := 1
	for at := from; ; {
		m := blockTag.FindStringSubmatchIndex(body[at:])
		if m == nil {
			break
		}
		start, end := at+m[0], at+m[1]
		at = end
		switch tag := body[start+m[2]-m[0] : start+m[3]-m[0]]; {
		case tag == name && nested:
			depth++
		case tag == "end"+name:
			depth--
		}
		if depth == 0 {
			return body[from:start], end, true
		}
	}
	if name == "comment" || name == "if" || name == "unless" { // Jekyll would have failed here, so that nobody saw what follows
		return body[from:], len(body), true
	}
	return "", from, false
}

var blockTag = regexp.MustCompile(`\{%-?\s*(\w+)[^%]*%\}`)

// tag returns what stands for a tag.
func (r *reader) tag(s *source, name, rest, whole, inside string, closed bool) string {
	switch {
	case name == "highlight" && closed:
		return listing(rest, inside, strings.HasPrefix(strings.ToLower(path.Ext(s.path)), ".htm"))
	case name == "raw" && closed:
		return inside
	case name == "#":
		return ""
	case closed && prose.Conceals(name):
		if strings.TrimSpace(inside) == "" {
			return ""
		}
		return s.post.Losses.Conceal(whole)
	case name == "post_url":
		if to, ok := r.postAt(strings.Trim(rest, `"'`)); ok {
			return to
		}
	case name == "link":
		at := strings.TrimPrefix(strings.Trim(rest, `"'`), "/")
		if to := r.byPath[at]; to != nil && to.url != "" && !to.carried {
			return r.base + to.url
		}
		return "/" + at
	case strings.HasPrefix(name, "include"):
		if to := r.include(s, rest); to != "" {
			return to
		}
	case name == "youtube" || name == "vimeo" || name == "youtube_embed" || name == "youtubecookie":
		first, _, _ := strings.Cut(strings.Trim(rest, `"'`), " ")
		if to := video(name, strings.Trim(r.known(s, first), `"'`)); to != "" {
			return to
		}
	case name == "img" || name == "image" || name == "picture" || name == "responsive_image":
		if to := pictureTag(rest); to != "" {
			return to
		}
	case name == "gist" && rest != "":
		id, _, _ := strings.Cut(strings.Trim(rest, `"'`), " ")
		return "<https://gist.github.com/" + strings.Trim(id, `"'`) + ">"
	case bareURL.MatchString(rest):
		return "<" + bareURL.FindStringSubmatch(rest)[1] + ">"
	case name == "assign":
		if m := assigned.FindStringSubmatch(rest); m != nil {
			s.variables[m[1]] = m[2] + m[3]
			return ""
		}
	}
	if name == "assign" || strings.HasPrefix(name, "end") && !closed {
		return s.post.Losses.Mark(prose.Loss{Reason: reasonTag, What: whole})
	}
	return s.post.Losses.Mark(prose.Loss{Reason: reasonTag, What: whole, Noted: true})
}

// listing writes a listing as code between fences, or as HTML.
func listing(language, inside string, asHTML bool) string {
	language, _, _ = strings.Cut(language, " ")
	inside = strings.Trim(inside, "\n")
	if asHTML {
		return fmt.Sprintf("\n<pre><code class=\"language-%s\">%s</code></pre>\n", language, html.EscapeString(inside))
	}
	fence := "```"
	for strings.Contains(inside, fence) {
		fence += "`"
	}
	return fence + language + "\n" + inside + "\n" + fence
}

// postAt finds the file of a post by the name that post_url has for it, and returns its path as an address.
func (r *reader) postAt(name string) (string, bool) {
	if s := r.byName[path.Base(name)]; s != nil {
		return "/" + s.path, true
	}
	return "", false
}

var (
	bareURL  = regexp.MustCompile(`^["']?(https?://[^\s"'<>]+)["']?$`)
	assigned = regexp.MustCompile(`^([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')\s*$`)
	srcWord  = regexp.MustCompile(`(?i)["']?([^\s"':=]*[/.][^\s"']*\.(?:jpe?g|png|gif|webp|svg|avif)|[^\s"':=]+\.(?:jpe?g|png|gif|webp|svg|avif))["']?`)
	altWord  = regexp.MustCompile(`(?:--alt[= ]|alt[:=]\s*)(?:"([^"]*)"|'([^']*)'|([^"'-][^-]*))`)
	quotes   = regexp.MustCompile(`"([^"]*)"|'([^']*)'`)
)

// pictureTag replaces a tag that shows a picture: the name of its file is among its words, and its description is named, or the last of two
// texts in quotes.
func pictureTag(rest string) string {
	src := srcWord.FindStringSubmatchIndex(rest)
	if src == nil || strings.Contains(rest, "{{") {
		return ""
	}
	title, alt := "", ""
	if m := altWord.FindStringSubmatch(rest); m != nil {
		alt = strings.TrimSpace(m[1] + m[2] + m[3])
	} else if m := quotes.FindAllStringSubmatch(rest[src[1]:], 2); len(m) > 0 {
		title = m[0][1] + m[0][2]
		alt = m[len(m)-1][1] + m[len(m)-1][2]
		if len(m) == 1 {
			title = ""
		}
	}
	return prose.Picture(alt, submatch(rest, src, 1), title)
}

// include replaces the two kinds of includes that many themes have: a figure and a video.
func (r *reader) include(s *source, rest string) string {
	name, _, _ := strings.Cut(rest, " ")
	arguments := map[string]string{}
	only := ""
	for _, m := range argument.FindAllStringSubmatch(rest, -1) {
		only = m[2] + m[3] + r.known(s, m[4])
		arguments[m[1]] = only
	}
	first := func(keys ...string) string {
		for _, key := range keys {
			if arguments[key] != "" {
				return arguments[key]
			}
		}
		return ""
	}
	stem := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	switch {
	case strings.Contains(stem, "figure"), slices.Contains([]string{"image", "img", "picture", "photo", "responsive-image"}, stem):
		if src := first("image_path", "src", "url", "path", "file", "image", "image_url", "img"); src != "" && !strings.Contains(src, "{{") {
			caption := prose.PlainText(plainMarkdown(first("caption", "description", "title")))
			return prose.Picture(cmp.Or(first("alt"), caption), src, prose.PlainText(first("caption")))
		}
	case strings.Contains(rest, "{{"):
	default:
		provider := cmp.Or(first("provider"), r.shows(name, stem))
		value := first("id", "video_id", "youtube_id", "youtubeid", "videoid", "video", "url", "src", "code")
		if value == "" && len(arguments) == 1 {
			value = only
		}
		return video(provider, value)
	}
	return ""
}

// shows returns whose videos an include shows; "" if it shows none.
func (r *reader) shows(name, stem string) string {
	for _, provider := range []string{"youtube", "vimeo"} {
		if strings.Contains(stem, provider) {
			return provider
		}
	}
	if _, known := r.providers[name]; !known {
		r.providers[name] = r.showsInside(name, stem)
	}
	return r.providers[name]
}

// showsInside returns whose videos an include shows, by what is in it.
func (r *reader) showsInside(name, stem string) string {
	dir := cmp.Or(r.config.String("includes_dir"), "_includes")
	data, err := fs.ReadFile(r.files, path.Join(r.source, dir, name))
	switch {
	case err != nil && stem == "video":
		return "youtube"
	case err != nil:
	case strings.Contains(string(data), "youtube.com/embed/"), strings.Contains(string(data), "youtube-nocookie.com/embed/"):
		return "youtube"
	case strings.Contains(string(data), "player.vimeo.com/video/"):
		return "vimeo"
	}
	return ""
}

var (
	videoID      = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	videoAddress = regexp.MustCompile(`^https?://(?:www\.)?(youtube|youtu|vimeo|player\.vimeo)(?:-nocookie)?\.(?:com|be)/(?:watch\?v=|embed/|shorts/|video/)?([A-Za-z0-9_-]+)`)
)

// video returns the link to a video, which is given by its id or its address; "" if that is none.
func video(provider, id string) string {
	if m := videoAddress.FindStringSubmatch(id); m != nil {
		provider, id = "youtube", m[2]
		if strings.Contains(m[1], "vimeo") {
			provider = "vimeo"
		}
	}
	switch {
	case !videoID.MatchString(id):
		return ""
	case strings.HasPrefix(provider, "youtube"):
		return "<https://www.youtube.com/watch?v=" + id + ">"
	case provider == "vimeo":
		return "<https://vimeo.com/" + id + ">"
	}
	return ""
}

// output returns what stands for output between double braces: addresses, titles and settings that are known.
func (r *reader) output(s *source, whole, inside string) string {
	name, filters, _ := strings.Cut(inside, "|")
	value, ok := "", false
	if m := literal.FindStringSubmatch(inside); m != nil {
		value, filters, ok = m[1]+m[2], strings.TrimPrefix(m[3], "|"), true
	} else if name = strings.TrimSpace(name); name == "page.date" && dateFilter.MatchString(filters) && !s.post.Date.IsZero() {
		if date, ok := strftime(dateFilter.FindStringSubmatch(filters), s.post.Date); ok {
			return date
		}
	} else {
		value, ok = r.variable(s, name)
	}
	if ok {
		if value, ok = r.filter(value, filters); ok {
			return value
		}
	}
	return s.post.Losses.Mark(prose.Loss{Reason: reasonOutput, What: whole, Noted: true})
}

// known returns the value of a variable, or its name if it is none.
func (r *reader) known(s *source, name string) string {
	if value, ok := r.variable(s, name); ok {
		return value
	}
	return name
}

// variable returns the value of a variable that is known without running Liquid.
func (r *reader) variable(s *source, name string) (string, bool) {
	switch name {
	case "site.baseurl", "site.url", "site.github.url":
		return "", true
	case "page.title":
		return s.post.Title, true
	case "page.url":
		return "/" + s.path, true
	case "page.date":
		return s.post.Date.Format("2006-01-02"), !s.post.Date.IsZero()
	}
	if value, ok := s.variables[name]; ok {
		return value, true
	}
	for from, m := range map[string]matter.Matter{"page.": s.matter, "site.": r.config} {
		if key, ok := strings.CutPrefix(name, from); ok && m.String(strings.ToLower(key)) != "" {
			return m.String(strings.ToLower(key)), true
		}
	}
	return "", false
}

var (
	dateFilter = regexp.MustCompile(`^\s*(?:date:\s*(?:"([^"]*)"|'([^']*)')|(date_to_string|date_to_long_string))\s*$`)
	dateCode   = regexp.MustCompile(`%-?[A-Za-z%]`)
)

// strftime writes a date as a filter of Liquid does, and reports whether all of its codes are known.
func strftime(filter []string, date time.Time) (string, bool) {
	form := filter[1] + filter[2]
	switch filter[3] {
	case "date_to_string":
		form = "%d %b %Y"
	case "date_to_long_string":
		form = "%d %B %Y"
	}
	layouts := map[string]string{"%Y": "2006", "%y": "06", "%m": "01", "%-m": "1", "%b": "Jan", "%B": "January", "%d": "02", "%-d": "2", "%e": "_2", "%j": "002",
		"%a": "Mon", "%A": "Monday", "%H": "15", "%M": "04", "%S": "05", "%F": "2006-01-02", "%I": "03", "%p": "PM"}
	known := true
	out := dateCode.ReplaceAllStringFunc(form, func(code string) string {
		if code == "%%" {
			return "%"
		}
		known = known && layouts[code] != ""
		return date.Format(layouts[code])
	})
	return out, known
}

var joining = regexp.MustCompile(`^(prepend|append)\s*:\s*(?:"([^"]*)"|'([^']*)'|(site\.(?:baseurl|url)))$`)

// filter returns a value as filters change it, and reports whether these only complete or escape an address.
func (r *reader) filter(value, filters string) (string, bool) {
	for filter := range strings.SplitSeq(filters, "|") {
		filter = strings.TrimSpace(filter)
		m := joining.FindStringSubmatch(filter)
		switch {
		case filter == "relative_url" || filter == "absolute_url":
			if !strings.HasPrefix(value, "/") && !strings.Contains(value, "://") && value != "" {
				value = "/" + value
			}
		case slices.Contains([]string{"", "escape", "xml_escape", "strip", "escape_once", "uri_escape", "strip_html", "markdownify"}, filter):
		case m == nil:
			return "", false
		case m[1] == "prepend":
			value = m[2] + m[3] + value
		default:
			value += m[2] + m[3]
		}
	}
	return value, true
}
