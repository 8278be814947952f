package wordpress

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// tagPattern finds what may be a shortcode: [name], [name key="value"], [name/], [/name].
var tagPattern = regexp.MustCompile(`\[(\[?)(/?)([A-Za-z][A-Za-z0-9_-]*)((?:[\s\x{00A0}]+(?:[^\[\]"'<>]|"[^"]*"|'[^']*')*|=[^\[\]\s]*)?)(/?)\](\]?)`)

// shortcode is one in a text. Numbers are offsets.
type shortcode struct {
	name       string
	attributes string
	start, end int    // of the opening tag, or of all of it
	inside     string // between the tags
	whole      string // as it was written
}

// shortcodes replaces the shortcodes of a text by what they stand for.
func (r *reader) shortcodes(text string, i *item, l *prose.Losses) string {
	var b strings.Builder
	at := 0
	for {
		m := tagPattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return b.String() + text[at:]
		}
		doubleStart, doubleEnd := m[3]-m[2], m[13]-m[12]
		start, end := at+m[0]+doubleStart, at+m[1]-doubleEnd
		b.WriteString(text[at : start-min(doubleStart, doubleEnd)])
		s, ok := read(text, start, end)
		switch {
		case doubleStart+doubleEnd == 2: // [[name]] is how a shortcode is shown
			b.WriteString(text[start:end])
			at = end + 1
		case ok:
			b.WriteString(r.replacement(s, i, l))
			at = s.end
		default:
			b.WriteString(text[start:end])
			at = end
		}
	}
}

// read reads the shortcode whose tag is at start, unless it is words in brackets.
func read(text string, start, end int) (shortcode, bool) {
	m := tagPattern.FindStringSubmatch(text[start:end])
	if m == nil {
		return shortcode{}, false
	}
	s := shortcode{name: strings.ToLower(m[3]), attributes: m[4], start: start, end: end, whole: text[start:end]}
	closing := "[/" + m[3] + "]"
	if m[2] == "" && m[5] == "" {
		if n := strings.Index(text[end:], closing); n >= 0 {
			s.inside, s.end = text[end:end+n], end+n+len(closing)
			s.whole = text[start:s.end]
			return s, true
		}
	}
	known := slices.Contains([]string{"gallery", "caption", "embed", "video", "audio", "playlist", "youtube", "vimeo"}, s.name)
	return s, known || strings.Contains(s.attributes, "=") || m[5] != "" || strings.Contains(s.name, "_") || alone(text, start, end)
}

// alone reports whether there is nothing else on its line or in its paragraph.
func alone(text string, start, end int) bool {
	before := strings.TrimRight(text[:start], " \t")
	after := strings.TrimLeft(text[end:], " \t")
	return (before == "" || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, ">")) && (after == "" || after[0] == '\n' || after[0] == '<')
}

var attributePattern = regexp.MustCompile(`([A-Za-z][A-Za-z0-9_-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)

func (s *shortcode) attribute(keys ...string) string {
	for _, m := range attributePattern.FindAllStringSubmatch(s.attributes, -1) {
		if slices.Contains(keys, strings.ToLower(m[1])) {
			return html.UnescapeString(m[2] + m[3] + m[4])
		}
	}
	return ""
}

// replacement returns HTML that stands for a shortcode.
func (r *reader) replacement(s shortcode, i *item, l *prose.Losses) string {
	switch s.name {
	case "caption", "wp_caption":
		return caption(&s)
	case "gallery":
		if out := r.gallery(&s, i); out != "" {
			return out
		}
	case "et_pb_image", "vc_single_image":
		if out := r.builderPicture(&s); out != "" {
			return out
		}
	case "embed", "youtube", "vimeo", "video", "audio":
		if to := media(&s); to != "" {
			return "\n\n" + paragraphLink(to) + "\n\n"
		}
	case "code", "sourcecode", "php", "js", "css", "html", "python", "bash":
		if s.inside != "" {
			return code(&s)
		}
	}
	if s.inside == "" {
		return l.Mark(prose.Loss{Reason: reasonCode, What: s.whole, Noted: true})
	}
	if prose.Conceals(s.name) {
		return l.Conceal(s.whole)
	}
	tag := s.whole[:strings.Index(s.whole, "]")+1]
	if isLayout(s.name) {
		return r.layout(tag, i, l) + r.shortcodes(s.inside, i, l)
	}
	return l.Mark(prose.Loss{Reason: reasonCode, What: tag + " ... [/" + s.name + "]", Noted: true}) + r.shortcodes(s.inside, i, l)
}

var layoutPattern = regexp.MustCompile(`^(?:vc_(?:row|column|section|tta_).*|vc_column_text|et_pb_(?:section|row|column|text|module).*|fusion_(?:builder_|text|fullwidth).*|av_(?:section|textblock|one_|two_|three_).*|` +
	`(?:su_)?(?:row|column|section|container)|(?:one|two|three)_(?:half|third|fourth|fifth)(?:_last)?)$`)

// isLayout reports whether a shortcode of a page builder only arranges other content.
func isLayout(name string) bool { return layoutPattern.MatchString(name) }

// layout adds a finding, once for each text, that a page builder laid it out.
func (r *reader) layout(tag string, i *item, l *prose.Losses) string {
	if r.built == i {
		return ""
	}
	r.built = i
	return l.Mark(prose.Loss{Reason: reasonLayout, What: tag})
}

// builderPicture returns the picture of a page builder, which names the attachment or its address; "" where it is not known.
func (r *reader) builderPicture(s *shortcode) string {
	src, alt := s.attribute("src"), s.attribute("alt")
	if file := r.files[s.attribute("image")]; file != nil {
		src, alt = file.Attachment, file.meta("_wp_attachment_image_alt")
	}
	if src == "" {
		return ""
	}
	return fmt.Sprintf("\n\n<figure><img src=\"%s\" alt=\"%s\"></figure>\n\n", html.EscapeString(src), html.EscapeString(alt))
}

var captioned = regexp.MustCompile(`(?s)^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)$`)

// caption makes a figure of a picture with its caption.
func caption(s *shortcode) string {
	m := captioned.FindStringSubmatch(s.inside)
	if m == nil {
		return s.inside
	}
	words := cmp.Or(strings.TrimSpace(m[2]), html.EscapeString(s.attribute("caption")))
	return fmt.Sprintf("\n\n<figure>%s<figcaption>%s</figcaption></figure>\n\n", m[1], words)
}

// gallery makes figures of the pictures of a gallery: those that it names, or those that were uploaded for the text.
func (r *reader) gallery(s *shortcode, i *item) string {
	var ids []string
	for id := range strings.SplitSeq(s.attribute("ids", "include"), ",") {
		if id = strings.TrimSpace(id); id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		for _, id := range slices.SortedFunc(maps.Keys(r.files), byNumber) {
			if r.files[id].Parent == i.ID {
				ids = append(ids, id)
			}
		}
	}
	var b strings.Builder
	for _, id := range ids {
		file := r.files[id]
		if file == nil {
			return ""
		}
		fmt.Fprintf(&b, "\n\n<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>\n\n", html.EscapeString(file.Attachment),
			html.EscapeString(file.meta("_wp_attachment_image_alt")), html.EscapeString(prose.PlainText(file.encoded("/excerpt/"))))
	}
	return b.String()
}

func byNumber(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) }

// media returns the address of what a shortcode plays, or "".
func media(s *shortcode) string {
	for _, to := range []string{s.attribute("src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "url"), s.inside, strings.TrimLeft(s.attributes, "= \u00a0")} {
		to = strings.Trim(html.UnescapeString(strings.TrimSpace(to)), `"`)
		switch {
		case strings.HasPrefix(to, "http") && !strings.ContainsAny(to, " <>"):
			return to
		case s.name == "vimeo" && to != "" && strings.Trim(to, "0123456789") == "":
			return "https://vimeo.com/" + to
		}
	}
	return ""
}

// code keeps a listing as it is.
func code(s *shortcode) string {
	language := cmp.Or(s.attribute("lang", "language"), s.name)
	class := ""
	if language != "code" && language != "sourcecode" && strings.Trim(language, "abcdefghijklmnopqrstuvwxyz0123456789+#-") == "" {
		class = fmt.Sprintf(` class="language-%s"`, language)
	}
	inside := html.EscapeString(html.UnescapeString(strings.Trim(s.inside, "\n")))
	return fmt.Sprintf("\n\n<pre><code%s>%s</code></pre>\n\n", class, inside)
}
