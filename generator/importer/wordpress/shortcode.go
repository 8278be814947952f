package wordpress

import (
	"cmp"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// tagPattern finds what may be a shortcode: [name], [name key="value"], [name/], [/name].
var tagPattern = regexp.MustCompile(`^\[(\[?)(/?)([A-Za-z][A-Za-z0-9_-]*)((?:[\s\x{00A0}]+(?:[^\[\]"'<>]|"[^"]*"|'[^']*')*|=[^\[\]\s]*)?)(/?)\](\]?)`)

// shortcode is one in a text. Numbers are offsets.
type shortcode struct {
	name       string
	attributes string
	start, end int    // of the opening tag, or of all of it
	inside     string // between the tags
	whole      string // as it was written
}

// maxInside is how deeply shortcodes may stand in each other. What is deeper stays as it is written.
const maxInside = 30

// shortcodes replaces the shortcodes of a text by what they stand for.
func (w *writer) shortcodes(text string, depth int) string {
	if depth > maxInside || !strings.Contains(text, "[") {
		return text
	}
	var b strings.Builder
	ends := lastEnds(text)
	done := 0
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '[')
		if n < 0 {
			b.WriteString(text[done:])
			return b.String()
		}
		m := tagPattern.FindStringSubmatchIndex(text[at+n:])
		if m == nil {
			at += n + 1
			continue
		}
		doubleStart, doubleEnd := m[3]-m[2], m[13]-m[12]
		start, end := at+n+doubleStart, at+n+m[1]-doubleEnd
		b.WriteString(text[done : start-min(doubleStart, doubleEnd)])
		s, ok := read(text, start, end, ends)
		switch {
		case doubleStart+doubleEnd == 2: // [[name]] is how a shortcode is shown
			b.WriteString(text[start:end])
			at = end + 1
		case ok:
			b.WriteString(w.replacement(s, depth))
			at = s.end
		default:
			b.WriteString(text[start:end])
			at = end
		}
		done = at
	}
}

// lastEnds returns where the last end tag of each shortcode is in a text, by how it is written.
func lastEnds(text string) map[string]int {
	ends := map[string]int{}
	for at := 0; ; {
		n := strings.Index(text[at:], "[/")
		if n < 0 {
			return ends
		}
		at += n
		if end := strings.IndexAny(text[at:min(len(text), at+100)], "] \n"); end > 0 && text[at+end] == ']' {
			ends[text[at:at+end+1]] = at
		}
		at += len("[/")
	}
}

// known are the shortcodes of WordPress itself, and of its plugin Jetpack, that may stand among words.
var known = []string{"gallery", "caption", "wp_caption", "embed", "video", "audio", "playlist", "youtube", "vimeo", "soundcloud", "spotify", "instagram", "tweet", "twitter", "facebook", "dailymotion", "ted", "strava", "gist",
	"googlemaps", "recipe", "contact-form", "wpvideo", "videopress", "slideshare", "flickr", "wufoo", "giphy", "tiktok"}

// read reads the shortcode whose tag is at start, unless it is words in brackets.
func read(text string, start, end int, ends map[string]int) (shortcode, bool) {
	m := tagPattern.FindStringSubmatch(text[start:end])
	if m == nil {
		return shortcode{}, false
	}
	s := shortcode{name: strings.ToLower(m[3]), attributes: m[4], start: start, end: end, whole: text[start:end]}
	if closing := "[/" + m[3] + "]"; m[2] == "" && m[5] == "" && ends[closing] >= end {
		n := strings.Index(text[end:], closing)
		s.inside, s.end = text[end:end+n], end+n+len(closing)
		s.whole = text[start:s.end]
		return s, true
	}
	return s, slices.Contains(known, s.name) || strings.Contains(s.attributes, "=") || m[5] != "" || strings.Contains(s.name, "_") || alone(text, start, end)
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
func (w *writer) replacement(s shortcode, depth int) string {
	if hiding(&s) {
		return "\n\n<p>" + w.losses.Conceal(s.whole) + "</p>\n\n"
	}
	if out, ok := w.meaning(&s); ok {
		return out
	}
	if s.inside == "" {
		if isLayout(s.name) || isOrnament(s.name) {
			return "\n\n"
		}
		return w.losses.Mark(prose.Loss{Reason: reasonCode, What: s.whole, Noted: true})
	}
	if conceals(s.name) {
		return w.losses.Conceal(s.whole)
	}
	tag := s.whole[:strings.Index(s.whole, "]")+1]
	if out, ok := w.builderBox(&s, depth); ok {
		return w.layout(tag) + out
	}
	if isLayout(s.name) {
		return w.layout(tag) + w.shortcodes(s.inside, depth+1)
	}
	return w.losses.Mark(prose.Loss{Reason: reasonCode, What: tag + " ... [/" + s.name + "]", Noted: true}) + w.shortcodes(s.inside, depth+1)
}

// meaning returns HTML for a shortcode that WordPress or a known plugin has, and whether it is one.
func (w *writer) meaning(s *shortcode) (string, bool) {
	switch s.name {
	case "caption", "wp_caption":
		return caption(s), true
	case "gallery", "vc_gallery", "et_pb_gallery", "fusion_gallery", "tiled_gallery":
		out := w.gallery(s)
		return out, out != ""
	case "playlist":
		out := w.playlist(s)
		return out, out != ""
	case "code", "sourcecode", "php", "js", "css", "html", "python", "bash":
		if s.inside != "" {
			return code(s), true
		}
		return "", false
	}
	if to := media(s); to != "" {
		return "\n\n" + paragraphLink(to) + "\n\n", true
	}
	out := w.builderElement(s)
	return out, out != ""
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

// gallery makes figures of the pictures of a gallery: those that it names, or those that were uploaded for the text. One that is not in
// the export leaves a note of the gallery; "" if none is.
func (w *writer) gallery(s *shortcode) string {
	files, missing := w.named(s.attribute("ids", "include", "images", "gallery_ids", "image_ids"), s.attribute("id"))
	var b strings.Builder
	without := strings.Split(s.attribute("exclude"), ",")
	for _, file := range files {
		if slices.Contains(without, file.id) || !isPicture(file.attachment) {
			continue
		}
		fmt.Fprintf(&b, "\n\n<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>\n\n", html.EscapeString(w.localFiles(file.attachment)),
			html.EscapeString(file.meta("_wp_attachment_image_alt")), html.EscapeString(prose.PlainText(file.excerpt)))
	}
	if b.Len() > 0 && missing {
		b.WriteString("\n\n<p>" + w.losses.Mark(prose.Loss{Reason: reasonMissing, What: s.whole, Noted: true}) + "</p>\n\n")
	}
	return b.String()
}

// named returns the files with the numbers in a list, and whether there are others; without a list those that were uploaded for a text, the
// present one if none is named.
func (w *writer) named(list, parent string) (files []*item, missing bool) {
	ids := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
	for _, id := range ids {
		if file := w.files[id]; file != nil {
			files = append(files, file)
		} else {
			missing = true
		}
	}
	if len(ids) > 0 {
		return files, missing
	}
	files = slices.Clone(w.uploaded[cmp.Or(parent, w.item.id)])
	slices.SortStableFunc(files, func(a, b *item) int { return cmp.Or(cmp.Compare(a.place(), b.place()), byNumber(a.id, b.id)) })
	return files, false
}

// playlist makes links of the recordings of a list.
func (w *writer) playlist(s *shortcode) string {
	files, missing := w.named(s.attribute("ids", "include"), s.attribute("id"))
	out := ""
	for _, file := range files {
		if u, err := url.Parse(file.attachment); err == nil && slices.Contains(recordings(), strings.ToLower(path.Ext(u.Path))) {
			out += fmt.Sprintf("\n\n<p><a href=\"%s\">%s</a></p>\n\n", html.EscapeString(file.attachment), html.EscapeString(cmp.Or(prose.PlainText(file.title), path.Base(u.Path))))
		}
	}
	if out != "" && missing {
		out += w.losses.Mark(prose.Loss{Reason: reasonCode, What: s.whole, Noted: true})
	}
	return out
}

func byNumber(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) }

// services are the shortcodes that show what is at an address, with the address of a thing whose name alone they have.
var services = map[string]string{
	"embed": "", "video": "", "audio": "", "youtube": "https://www.youtube.com/watch?v=", "youtube_sc": "https://www.youtube.com/watch?v=", "fusion_youtube": "https://www.youtube.com/watch?v=",
	"vimeo": "https://vimeo.com/", "fusion_vimeo": "https://vimeo.com/", "dailymotion": "https://www.dailymotion.com/video/", "ted": "https://www.ted.com/talks/", "spotify": "", "soundcloud": "",
	"instagram": "", "tweet": "https://twitter.com/i/web/status/", "twitter": "", "facebook": "", "gist": "https://gist.github.com/", "strava": "https://www.strava.com/activities/", "googlemaps": "", "tiktok": "",
	"giphy": "", "flickr": "", "vc_video": "", "et_pb_video": "", "et_pb_audio": "", "fusion_audio": "", "fusion_video": "", "powerpress": "", "su_youtube": "", "su_vimeo": "", "su_video": "", "su_audio": "", "av_video": "",
}

var thingName = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// media returns the address of what a shortcode plays or shows, or "".
func media(s *shortcode) string {
	page, is := services[s.name]
	if !is {
		return ""
	}
	bare := strings.TrimLeft(s.attributes, "= \u00a0")
	for _, to := range []string{s.attribute("src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "url", "link", "href", "tweet", "video"), s.inside, bare, s.attribute("id"), attributePattern.ReplaceAllString(bare, "")} {
		to = strings.Trim(html.UnescapeString(strings.TrimSpace(to)), `"' /`)
		to, _, _ = strings.Cut(to, "|") // of several recordings the first
		switch {
		case strings.HasPrefix(to, "http") && !strings.ContainsAny(to, " <>"):
			return to
		case strings.HasPrefix(to, "spotify:"):
			return "https://open.spotify.com/" + strings.ReplaceAll(strings.TrimPrefix(to, "spotify:"), ":", "/")
		case page == "https://vimeo.com/" && strings.Trim(to, "0123456789") != "":
		case page != "" && thingName.MatchString(to):
			return page + to
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
