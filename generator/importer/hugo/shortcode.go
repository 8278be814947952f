package hugo

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

var (
	tagPattern   = regexp.MustCompile("(?s)\\{\\{([<%])\\s*(/\\*|/?)\\s*([^\\s>%/\"`]+)((?:\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|[^\\s\"`>%]+|[>%][^}]))*?)\\s*(/?)(?:\\*/)?\\s*([>%])\\}\\}")
	wordPattern  = regexp.MustCompile("(?s)([A-Za-z_][\\w-]*)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`|([^\\s\"`]+))|\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`|([^\\s\"`]+)")
	blockAttrs   = regexp.MustCompile(`(?m)^[ \t]*\{(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s}]+))(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s}]+)))*\}[ \t]*$`)
	bareAddress  = regexp.MustCompile(`(?:^|[\s(*_~])(https?://[^\s<>"'` + "`" + `\x00\x{E000}]*[^\s<>"'` + "`" + `.,:;!?)\]*_~\x00\x{E000}])`)
	morePattern  = regexp.MustCompile(`<!--\s*more\s*-->`)
	escapedStart = regexp.MustCompile(`\{\{([<%])/\*`)
	escapedEnd   = regexp.MustCompile(`\*/([>%])\}\}`)
)

// text turns the body of a file into Markdown.
func (r *reader) text(s *source) {
	l := &s.post.Losses
	body := r.shortcodes(s, s.body)
	if at := morePattern.FindStringIndex(body); at != nil && s.post.Summary == "" {
		s.post.Excerpt = toMarkdown(s, body[:at[0]], &prose.Losses{})
	}
	s.post.Body = toMarkdown(s, body, l)
}

func toMarkdown(s *source, body string, l *prose.Losses) string {
	if s.html {
		return prose.FromHTML(body, false, l)
	}
	shadow := prose.MaskCode(body)
	var b strings.Builder
	at := 0
	for _, m := range blockAttrs.FindAllStringIndex(shadow, -1) {
		b.WriteString(body[at:m[0]] + l.Mark(prose.Loss{Reason: reasonAttrs, What: body[m[0]:m[1]]}))
		at = m[1]
	}
	return prose.InlineReferences(prose.CleanHTML(linkify(b.String()+body[at:]), l))
}

// linkify puts bare addresses between angle brackets: Hugo makes links of them.
func linkify(body string) string {
	shadow := []byte(prose.MaskCode(body))
	for _, l := range prose.Links(body) {
		for i := l.Start; i < l.End; i++ {
			shadow[i] = 0
		}
	}
	var b strings.Builder
	at := 0
	for _, m := range bareAddress.FindAllSubmatchIndex(shadow, -1) {
		line := string(shadow[bytes.LastIndexByte(shadow[:m[2]], '\n')+1 : m[2]])
		if strings.Contains(line, "]:") || strings.Contains(line, "<") {
			continue
		}
		b.WriteString(body[at:m[2]] + "<" + body[m[2]:m[3]] + ">")
		at = m[3]
	}
	return b.String() + body[at:]
}

// shortcode is one in a text.
type shortcode struct {
	name   string
	named  map[string]string
	plain  []string
	inside string
	paired bool
	whole  string // as it was written
}

func (c *shortcode) get(position int, names ...string) string {
	for _, name := range names {
		if c.named[name] != "" {
			return c.named[name]
		}
	}
	if position >= 0 && position < len(c.plain) {
		return c.plain[position]
	}
	return ""
}

// shortcodes replaces the shortcodes of a text by what they stand for.
func (r *reader) shortcodes(s *source, body string) string {
	var b strings.Builder
	last := lastEnds(body)
	for at := 0; ; {
		m := tagPattern.FindStringSubmatchIndex(body[at:])
		if m == nil {
			b.WriteString(body[at:])
			return b.String()
		}
		for i := range m {
			m[i] += at
		}
		b.WriteString(body[at:m[0]])
		at = m[1]
		whole, sign := body[m[0]:m[1]], body[m[4]:m[5]]
		if sign == "/*" { // how a shortcode is shown
			b.WriteString(escapedEnd.ReplaceAllString(escapedStart.ReplaceAllString(whole, "{{$1"), "$1}}"))
			continue
		}
		c := read(body[m[6]:m[7]], body[m[8]:m[9]])
		c.whole = whole
		if sign == "" && m[10] == m[11] && last[c.name] > at {
			if end := endOf(body, at, c.name); end != nil {
				c.inside, c.paired = body[at:end[0]], true
				at = end[1]
			}
		}
		b.WriteString(r.replacement(s, c))
	}
}

var endPattern = regexp.MustCompile(`\{\{[<%]\s*/\s*([^\s>%{}]+)\s*[>%]\}\}`)

// lastEnds returns for each shortcode, by its name in small letters, where the last of its end tags begins.
func lastEnds(body string) map[string]int {
	last := map[string]int{}
	for _, m := range endPattern.FindAllStringSubmatchIndex(body, -1) {
		last[strings.ToLower(body[m[2]:m[3]])] = m[0] + 1
	}
	return last
}

// endOf returns the offsets of the end tag of a shortcode, or nil. Nested ones of the same name have end tags of their own.
func endOf(body string, from int, name string) []int {
	tags := regexp.MustCompile(`(?si)\{\{[<%]\s*(/?)\s*` + regexp.QuoteMeta(name) + `(?:\s[^{}]*?)?\s*[>%]\}\}`)
	var first []int
	depth := 1
	for at := from; ; {
		m := tags.FindStringSubmatchIndex(body[at:])
		if m == nil {
			return first
		}
		end := []int{at + m[0], at + m[1]}
		at = end[1]
		if m[2] == m[3] {
			depth++
			continue
		}
		if first == nil {
			first = end
		}
		if depth--; depth == 0 {
			return end
		}
	}
}

func read(name, rest string) shortcode {
	c := shortcode{name: strings.ToLower(name), named: map[string]string{}}
	for _, m := range wordPattern.FindAllStringSubmatch(rest, -1) {
		if m[1] != "" {
			c.named[strings.ToLower(m[1])] = strings.ReplaceAll(m[2]+m[3]+m[4], `\"`, `"`)
		} else {
			c.plain = append(c.plain, strings.ReplaceAll(m[5]+m[6]+m[7], `\"`, `"`))
		}
	}
	return c
}

var (
	videoID = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	tweetID = regexp.MustCompile(`^\d{6,}$`)
)

// replacement returns Markdown that stands for a shortcode.
func (r *reader) replacement(s *source, c shortcode) string {
	switch c.name {
	case "figure", "img", "image", "imgproc":
		if src := c.get(0, "src", "link"); src != "" {
			return figure(&c, src)
		}
	case "gallery":
		if pictures, ok := r.gallery(s, &c); ok {
			return pictures
		}
	case "video", "audio":
		if src := c.get(0, "src", "mp4", "webm", "mp3", "url", "file"); path.Ext(src) != "" {
			return "\n" + prose.LinkTo(cmp.Or(c.get(-1, "title", "caption"), path.Base(src)), src) + "\n"
		}
	case "details", "expand", "collapse":
		if c.paired {
			return r.details(s, &c)
		}
	case "param":
		if value := r.param(s, c.get(0)); value != "" {
			return prose.EscapeWords(value)
		}
	case "ref", "relref":
		if to := c.get(0, "path"); to != "" {
			return r.refer(s, to)
		}
	case "highlight":
		if c.paired {
			return listing(c.get(0, "lang"), c.inside)
		}
	case "youtube", "vimeo":
		if id := c.get(0, "id"); videoID.MatchString(id) {
			return videoLink(c.name, id, c.get(-1, "title"))
		}
	case "x", "tweet", "twitter":
		user, id := c.get(0, "user"), c.get(1, "id")
		if id == "" && tweetID.MatchString(user) {
			return "<https://x.com/i/status/" + user + ">"
		}
		if videoID.MatchString(user) && videoID.MatchString(id) {
			return fmt.Sprintf("<https://x.com/%s/status/%s>", user, id)
		}
	case "gist":
		if user, id := c.get(0), c.get(1); videoID.MatchString(user) && videoID.MatchString(id) {
			return fmt.Sprintf("<https://gist.github.com/%s/%s>", user, id)
		}
	case "instagram":
		if id := c.get(0, "id"); videoID.MatchString(id) {
			return "<https://www.instagram.com/p/" + id + "/>"
		}
	case "notice", "alert", "callout", "admonition", "hint", "note", "tip", "important", "warning", "caution", "info", "danger":
		if c.paired {
			return r.callout(s, &c)
		}
	}
	if c.paired && prose.Conceals(c.name) {
		return s.post.Losses.Conceal(c.whole + c.inside + "{{< /" + c.name + " >}}")
	}
	if !c.paired {
		return s.post.Losses.Mark(prose.Loss{Reason: reasonCode, What: c.whole, Noted: true})
	}
	return s.post.Losses.Mark(prose.Loss{Reason: reasonCode, What: c.whole + " ... {{< /" + c.name + " >}}", Noted: true}) + r.shortcodes(s, c.inside)
}

// figure writes a picture with its caption.
func figure(c *shortcode, src string) string {
	caption := c.get(-1, "caption")
	if title := c.get(-1, "title"); title != "" {
		caption = strings.TrimSpace(title + ". " + caption)
	}
	alt := c.get(-1, "alt")
	if caption == "" && c.paired {
		caption = strings.TrimSpace(c.inside)
	}
	if alt == "" {
		alt = caption
	}
	return prose.Picture(prose.PlainText(alt), src, strings.TrimSuffix(prose.PlainText(caption), ". "))
}

// callout writes the boxes of themes as callouts of the most similar kind.
func (r *reader) callout(s *source, c *shortcode) string {
	kind := "NOTE"
	for _, word := range []string{c.name, strings.ToLower(c.get(0, "type", "color", "style", "kind"))} {
		switch word {
		case "tip", "success", "hint":
			kind = "TIP"
		case "important":
			kind = "IMPORTANT"
		case "warning", "attention":
			kind = "WARNING"
		case "caution", "danger", "error":
			kind = "CAUTION"
		}
	}
	inside := strings.Trim(r.shortcodes(s, c.inside), "\n")
	if title := c.get(1, "title"); title != "" {
		inside = "**" + prose.EscapeWords(title) + "**\n\n" + inside
	}
	return "\n> [!" + kind + "]\n> " + strings.ReplaceAll(inside, "\n", "\n> ") + "\n"
}

func listing(language, inside string) string {
	inside = strings.Trim(inside, "\n")
	fence := "```"
	for strings.Contains(inside, fence) {
		fence += "`"
	}
	if strings.ContainsAny(language, "` \n") {
		language = ""
	}
	return fence + language + "\n" + inside + "\n" + fence
}

func videoLink(provider, id, title string) string {
	to := "https://www.youtube.com/watch?v=" + id
	if provider == "vimeo" {
		to = "https://vimeo.com/" + id
	}
	if title == "" {
		return "<" + to + ">"
	}
	return prose.LinkTo(title, to)
}

// refer returns the address of a text, given its path from this text or from content/, or the name of its file.
func (r *reader) refer(s *source, to string) string {
	at, fragment, marked := strings.Cut(to, "#")
	if marked {
		fragment = "#" + fragment
	}
	if at == "" {
		return fragment
	}
	beside, whole := stemOf(path.Join(s.dir(), at)), stemOf(at)
	if strings.HasPrefix(at, "/") {
		beside = whole
	}
	for _, found := range []*source{r.byPath[strings.ToLower(beside)], r.byPath[strings.ToLower(whole)], r.byName[strings.ToLower(path.Base(whole))]} {
		if found != nil {
			return "/" + found.path + fragment
		}
	}
	for _, list := range []string{beside, whole} {
		if r.sections[list] != nil || list == "" || r.topFolders[list] {
			return r.pageAddress(list) + fragment
		}
	}
	return "/" + strings.TrimPrefix(to, "/")
}

// stemOf returns a path below content/ without the ending of a text and without the name of an index.
func stemOf(at string) string {
	at = strings.Trim(path.Clean("/"+at), "/")
	if isText(at) {
		at = strings.TrimSuffix(at, path.Ext(at))
	}
	for _, index := range []string{"index", "_index"} {
		if at == index {
			return ""
		}
		at = strings.TrimSuffix(at, "/"+index)
	}
	return at
}

// rank is lower for a text that was shown.
func rank(s *source) int {
	if s.post.Hidden == "" {
		return 0
	}
	return 1
}

// indexTexts notes the texts by their paths and by their names, as other texts refer to them. Of two with the same name the
// first that was shown counts.
func (r *reader) indexTexts() {
	add := func(index map[string]*source, key string, s *source) {
		if index[key] == nil {
			index[key] = s
		}
	}
	texts := slices.Clone(r.texts)
	slices.SortStableFunc(texts, func(a, b *source) int { return cmp.Compare(rank(a), rank(b)) })
	for _, s := range texts {
		r.topFolders[s.section] = s.section != ""
		at := strings.ToLower(stemOf(path.Join(s.dir(), s.stem)))
		add(r.byPath, at, s)
		add(r.byPath, strings.ToLower(stemOf(s.path)), s)
		add(r.byName, path.Base(at), s)
	}
}
