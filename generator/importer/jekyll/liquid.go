package jekyll

import (
	"fmt"
	"html"
	"path"
	"regexp"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

var (
	liquid      = regexp.MustCompile(`(?s)\{%-?\s*(\w+|#)(.*?)-?%\}|\{\{-?(.*?)-?\}\}`)
	argument    = regexp.MustCompile(`(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)
	literal     = regexp.MustCompile(`^\s*(?:"([^"]*)"|'([^']*)')\s*((?:\|.*)?)$`)
	attributes  = regexp.MustCompile(`[ \t]*\{:([^{}\n]*)\}`)
	contents    = regexp.MustCompile(`(?m)^[ \t]*(?:[-*+]|\d+\.)[ \t].*\n[ \t]*\{:\s*toc[^{}\n]*\}[ \t]*\n?`)
	commentTags = regexp.MustCompile(`(?s)\{::comment\}(.*?)\{:/(?:comment)?\}`)
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

// kramdown removes what kramdown adds to Markdown and Legpress does not read.
func kramdown(body string, l *prose.Losses) string {
	body = contents.ReplaceAllStringFunc(body, func(s string) string {
		return l.Mark(prose.Loss{Reason: reasonContents, What: s}) + "\n"
	})
	body = commentTags.ReplaceAllString(body, "<!-- $1 -->")
	shadow := prose.MaskCode(body)
	var b strings.Builder
	at := 0
	for _, m := range attributes.FindAllStringSubmatchIndex(shadow, -1) {
		b.WriteString(body[at:m[0]])
		at = m[1]
		if name, ok := headingName(body, m[0], body[m[2]:m[3]]); ok {
			b.WriteString(name)
			continue
		}
		b.WriteString(l.Mark(prose.Loss{Reason: reasonAttributes, What: body[m[0]:m[1]]}))
	}
	return b.String() + body[at:]
}

var idAttribute = regexp.MustCompile(`#([A-Za-z][A-Za-z0-9_-]*)`)

// headingName keeps the id of a heading that is on the same line.
func headingName(body string, at int, attributes string) (string, bool) {
	line := body[strings.LastIndexByte(body[:at], '\n')+1 : at]
	id := idAttribute.FindStringSubmatch(attributes)
	if id == nil || !strings.HasPrefix(line, "#") {
		return "", false
	}
	return " {#" + id[1] + "}", true
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
		return "/" + strings.TrimPrefix(strings.Trim(rest, `"'`), "/")
	case name == "include" || name == "include_relative":
		if to := include(rest); to != "" {
			return to
		}
	case name == "youtube" || name == "vimeo":
		if to := video(name, strings.Trim(rest, `"'`)); to != "" {
			return to
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

// include replaces the two includes that many themes have: a figure and a video.
func include(rest string) string {
	name, _, _ := strings.Cut(rest, " ")
	arguments := map[string]string{}
	for _, m := range argument.FindAllStringSubmatch(rest, -1) {
		arguments[m[1]] = m[2] + m[3] + m[4]
	}
	first := func(keys ...string) string {
		for _, key := range keys {
			if arguments[key] != "" {
				return arguments[key]
			}
		}
		return ""
	}
	switch stem := strings.TrimSuffix(path.Base(name), path.Ext(name)); stem {
	case "figure", "image", "img", "picture":
		if src := first("image_path", "src", "url", "path", "file", "image"); src != "" && !strings.Contains(src, "{{") {
			return prose.Picture(first("alt", "caption", "title"), src, prose.PlainText(first("caption")))
		}
	case "youtube", "vimeo", "video":
		provider := first("provider")
		if provider == "" {
			provider = stem
		}
		return video(provider, first("id", "video_id", "youtube_id"))
	}
	return ""
}

var videoID = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func video(provider, id string) string {
	switch {
	case !videoID.MatchString(id):
		return ""
	case provider == "youtube":
		return "<https://www.youtube.com/watch?v=" + id + ">"
	case provider == "vimeo":
		return "<https://vimeo.com/" + id + ">"
	}
	return ""
}

// output returns what stands for output between double braces: addresses and titles that are known.
func (r *reader) output(s *source, whole, inside string) string {
	if m := literal.FindStringSubmatch(inside); m != nil && onlyAddress(m[3]) {
		return m[1] + m[2]
	}
	name, filters, _ := strings.Cut(inside, "|")
	if onlyAddress(filters) {
		switch strings.TrimSpace(name) {
		case "site.baseurl", "site.url", "site.github.url":
			return ""
		case "page.title":
			return s.post.Title
		case "site.title":
			return r.config.String("title")
		case "page.url":
			return "/" + s.path
		case "page.date":
			return s.post.Date.Format("2006-01-02")
		}
	}
	return s.post.Losses.Mark(prose.Loss{Reason: reasonOutput, What: whole, Noted: true})
}

// onlyAddress reports whether filters only complete or escape an address.
func onlyAddress(filters string) bool {
	for filter := range strings.SplitSeq(filters, "|") {
		switch strings.TrimSpace(filter) {
		case "", "relative_url", "absolute_url", "escape", "xml_escape", "strip":
		default:
			return false
		}
	}
	return true
}
