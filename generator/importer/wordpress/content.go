package wordpress

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/prose"
)

var (
	embedPattern   = regexp.MustCompile(`(?s)<div class="wp-block-embed__wrapper">\s*(https?://[^\s<]+)\s*</div>`)
	downloadButton = regexp.MustCompile(`(?s)<a\b[^>]*\bwp-block-file__button\b[^>]*>.*?</a>`)
	morePattern    = regexp.MustCompile(`<!--\s*more.*?-->`)
	attachmentLink = regexp.MustCompile(`href="[^"]*"([^>]*\brel="[^"]*\bwp-att-(\d+)\b)`)
	photonPattern  = regexp.MustCompile(`https?://i[0-9]\.wp\.com/([^"'\s?]+)(?:\?[^"'\s]*)?`)
	hostedPattern  = regexp.MustCompile(`https?://[a-z0-9-]+\.files\.wordpress\.com/([^"'\s?]+)(?:\?[^"'\s]*)?`)
)

// text turns the content of an item into Markdown.
func (r *reader) text(p *importer.Post, i *item) {
	w := &writer{reader: r, item: i, losses: &p.Losses}
	content := shown(w.source(), &p.Losses)
	notes := readFootnotes(i.meta("footnotes"))
	content = replaceWhere(r.localFiles(notes.mark(content)), "wp-block-file__button", downloadButton, func([]string) string { return "" })
	loose := r.isExport && !strings.Contains(content, blockBegin) && !w.laidOut
	content = w.expand(content, 0)
	content = replaceWhere(content, "wp-block-embed__wrapper", embedPattern, func(m []string) string { return paragraphLink(m[1]) })
	content = loneAddresses(w.shortcodes(content, 0))
	content = r.links(content) + w.enclosures(content)
	if strings.Contains(content, "more") {
		if at := morePattern.FindStringIndex(content); at != nil {
			p.Excerpt = prose.FromHTML(content[:at[0]], loose, &prose.Losses{})
		}
	}
	p.Body = notes.write(prose.FromHTML(content, loose, &p.Losses), &p.Losses)
}

// writer writes the text of one item.
type writer struct {
	*reader
	item    *item
	losses  *prose.Losses
	laidOut bool // by a page builder, which is said
}

// replaceWhere replaces what a pattern finds, in texts that have a word which the pattern needs.
func replaceWhere(text, needs string, pattern *regexp.Regexp, by func(m []string) string) string {
	if !strings.Contains(text, needs) {
		return text
	}
	return pattern.ReplaceAllStringFunc(text, func(s string) string { return by(pattern.FindStringSubmatch(s)) })
}

// loneAddresses makes links of the addresses that stand alone on their line, as WordPress shows what is there.
func loneAddresses(text string) string {
	var b strings.Builder
	done := 0
	for at := 0; ; {
		n := strings.Index(text[at:], "http")
		if n < 0 {
			b.WriteString(text[done:])
			return b.String()
		}
		start := at + n
		at = start + len("http")
		line := strings.TrimRight(text[done:start], " \t")
		if line != "" && !strings.HasSuffix(line, "\n") || line == "" && done > 0 {
			continue
		}
		address, _, _ := strings.Cut(text[start:], "\n")
		end := start + len(address)
		address = strings.TrimRight(address, " \t")
		if strings.ContainsAny(address, " \t<>\"") || !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
			continue
		}
		b.WriteString(text[done:start] + "\n" + paragraphLink(address) + "\n")
		done, at = end, end
	}
}

func paragraphLink(address string) string {
	address = html.UnescapeString(address)
	words := address
	if u, err := url.Parse(address); err == nil && slices.Contains(recordings(), strings.ToLower(path.Ext(u.Path))) {
		words = path.Base(u.Path)
	}
	return fmt.Sprintf(`<p><a href="%s">%s</a></p>`, html.EscapeString(address), html.EscapeString(words))
}

// recordings are the kinds of files that can be heard or watched.
func recordings() []string {
	return []string{".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".webm", ".ogv", ".mov"}
}

func isPicture(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains([]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".heic"}, strings.ToLower(path.Ext(u.Path)))
}

// enclosures returns links to the recordings that belong to a text and stand nowhere in it, as the episodes of a podcast have them.
func (w *writer) enclosures(content string) string {
	list := slices.Clone(w.item.enclosed)
	for _, m := range w.item.metas {
		if m.key == "enclosure" || m.key == "audio_file" || m.key == "_audio_file" {
			address, _, _ := strings.Cut(strings.TrimSpace(m.value), "\n")
			list = append(list, strings.TrimSpace(address))
		}
	}
	out := ""
	for _, address := range list {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || isPicture(address) || strings.Contains(content, html.EscapeString(address)) || strings.Contains(out, html.EscapeString(address)) {
			continue
		}
		out += "\n\n" + paragraphLink(address)
	}
	return out
}

// localFiles replaces addresses of pictures on servers of WordPress or of another host by those of the uploads, and the page of a picture
// by the picture.
func (r *reader) localFiles(content string) string {
	content = replaceWhere(content, ".wp.com/", photonPattern, func(m []string) string { return "https://" + m[1] })
	content = replaceWhere(content, ".files.wordpress.com/", hostedPattern, func(m []string) string { return r.home + "wp-content/uploads/" + m[1] })
	content = replaceWhere(content, "images.squarespace-cdn.com/", squarespacePicture, func(m []string) string { return r.downloaded(m[0], m[1]) })
	return replaceWhere(content, "wp-att-", attachmentLink, func(m []string) string {
		if file := r.files[m[2]]; file != nil {
			return `href="` + html.EscapeString(file.attachment) + `"` + m[1]
		}
		return m[0]
	})
}

var squarespacePicture = regexp.MustCompile(`(?:https?:)?//images\.squarespace-cdn\.com/([^"'\s?<]+)(?:\?[^"'\s<]*)?`)

// downloaded returns the address of a file on another host as one of the uploads, if the folder of uploads has a file of its name.
func (r *reader) downloaded(address, name string) string {
	name = path.Base(name)
	if plain, err := url.PathUnescape(strings.ReplaceAll(name, "+", " ")); err == nil {
		name = plain
	}
	if r.in.Uploads == nil || !fs.ValidPath(name) {
		return address
	}
	if _, err := fs.Stat(r.in.Uploads, name); err != nil {
		return address
	}
	return r.home + "wp-content/uploads/" + url.PathEscape(name)
}

const blockBegin = "<!-- wp:"

// block is the mark of a block in a text. Numbers are offsets.
type block struct {
	name           string // without core/
	settings       string // JSON, or ""
	closing, alone bool
	start, end     int
}

// nextBlock returns the first mark of a block at an offset or behind it.
func nextBlock(content string, from int) (block, bool) {
	for at := from; ; {
		n := strings.Index(content[at:], "<!--")
		if n < 0 {
			return block{}, false
		}
		start := at + n
		at = start + len("<!--")
		inside, _, ended := strings.Cut(content[at:], "-->")
		if !ended {
			return block{}, false
		}
		trimmed := strings.TrimLeft(inside, " \t\n")
		rest, closing := strings.CutPrefix(trimmed, "/")
		rest, ok := strings.CutPrefix(rest, "wp:")
		if !ok || trimmed == inside {
			continue
		}
		k := block{closing: closing, start: start, end: at + len(inside) + len("-->")}
		rest = strings.TrimRight(rest, " \t\n")
		rest, k.alone = strings.CutSuffix(rest, "/")
		name, settings, _ := strings.Cut(rest, "{")
		k.name = strings.TrimPrefix(strings.TrimSpace(name), "core/")
		if settings != "" {
			k.settings = "{" + settings
		}
		return k, true
	}
}

// expand inserts the contents of shared blocks. Blocks that WordPress fills when it shows a page are lost.
func (w *writer) expand(content string, depth int) string {
	if !strings.Contains(content, "<!--") {
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
		b.WriteString(content[at:k.start])
		b.WriteString(w.block(k, content[k.start:k.end], depth))
		at = k.end
	}
}

// block returns HTML that stands for the mark of a block.
func (w *writer) block(k block, whole string, depth int) string {
	if shared := sharedID.FindStringSubmatch(k.settings); k.name == "block" && shared != nil && w.blocks[shared[1]] != "" && depth < 5 {
		return w.expand(shown(w.blocks[shared[1]], w.losses), depth+1)
	}
	switch {
	case k.closing, !k.alone:
		return ""
	case k.name == "social-link" && socialAddress.MatchString(k.settings):
		return socialLink(k.settings)
	case (k.name == "embed" || strings.HasPrefix(k.name, "core-embed/")) && socialAddress.MatchString(k.settings):
		return "\n\n" + paragraphLink(setting(socialAddress, k.settings)) + "\n\n"
	case slices.Contains([]string{"more", "nextpage", "spacer", "separator", "paragraph", "heading"}, k.name):
		return ""
	}
	return "\n\n<p>" + w.losses.Mark(prose.Loss{Reason: reasonBlock, What: whole, Noted: true}) + "</p>\n\n"
}

var (
	socialAddress = regexp.MustCompile(`"url"\s*:\s*("https?:[^"]+")`)
	socialService = regexp.MustCompile(`"service"\s*:\s*("[a-z]+")`)
)

// setting returns the text of a setting of a block; "" if it has none.
func setting(pattern *regexp.Regexp, settings string) string {
	var value string
	if m := pattern.FindStringSubmatch(settings); m == nil || json.Unmarshal([]byte(m[1]), &value) != nil {
		return ""
	}
	return value
}

// socialLink returns the link of a block that shows only an icon for it.
func socialLink(settings string) string {
	address := setting(socialAddress, settings)
	words := address
	if service := setting(socialService, settings); service != "" {
		words = strings.ToUpper(service[:1]) + service[1:]
	}
	return fmt.Sprintf(`<li><a href="%s">%s</a></li>`, html.EscapeString(address), html.EscapeString(words))
}

var sharedID = regexp.MustCompile(`"ref"\s*:\s*(\d+)`)

var sizeSuffix = regexp.MustCompile(`-\d+x\d+(\.[a-zA-Z]+)$`)

// uploads sets how files are found in the folder of uploads. WordPress makes smaller copies of pictures, and of a large one a copy with
// -scaled in its name: the original is preferred to both.
func (r *reader) uploads() {
	r.blog.Files = r.in.Uploads
	r.blog.Find = func(at string) []string {
		_, name, ok := strings.Cut(at, "/uploads/")
		if !ok {
			return nil
		}
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
		name = path.Clean(name)
		whole := sizeSuffix.ReplaceAllString(name, "$1")
		ext := path.Ext(whole)
		return slices.Compact([]string{whole, strings.TrimSuffix(whole, ext) + "-scaled" + ext, name})
	}
}
