package wordpress

import (
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/prose"
)

var (
	blockPattern   = regexp.MustCompile(`(?s)<!--\s+(/?)wp:([a-z0-9/_-]+)\s*(\{.*?\}\s*)?(/?)-->`)
	embedPattern   = regexp.MustCompile(`(?s)<div class="wp-block-embed__wrapper">\s*(https?://[^\s<]+)\s*</div>`)
	lonePattern    = regexp.MustCompile(`(?m)^[ \t]*(https?://[^\s<>"]+)[ \t]*$`)
	downloadButton = regexp.MustCompile(`(?s)<a\b[^>]*\bwp-block-file__button\b[^>]*>.*?</a>`)
	morePattern    = regexp.MustCompile(`<!--\s*more.*?-->`)
	attachmentLink = regexp.MustCompile(`href="[^"]*"([^>]*\brel="[^"]*\bwp-att-(\d+)\b)`)
	photonPattern  = regexp.MustCompile(`https?://i[0-9]\.wp\.com/([^"'\s?]+)(?:\?[^"'\s]*)?`)
	hostedPattern  = regexp.MustCompile(`https?://[a-z0-9-]+\.files\.wordpress\.com/([^"'\s?]+)(?:\?[^"'\s]*)?`)
)

// text turns the content of an item into Markdown.
func (r *reader) text(p *importer.Post, i *item) {
	content := shown(i.encoded("/content/"), &p.Losses)
	notes := readFootnotes(i.meta("footnotes"))
	content = downloadButton.ReplaceAllString(r.localFiles(notes.mark(content)), "")
	loose := !strings.Contains(content, "<!-- wp:")
	content = r.expand(content, &p.Losses, 0)
	content = embedPattern.ReplaceAllStringFunc(content, func(s string) string { return paragraphLink(embedPattern.FindStringSubmatch(s)[1]) })
	content = r.shortcodes(content, i, &p.Losses)
	content = lonePattern.ReplaceAllStringFunc(content, func(s string) string { return "\n" + paragraphLink(strings.TrimSpace(s)) + "\n" })
	if at := morePattern.FindStringIndex(content); at != nil {
		p.Excerpt = prose.FromHTML(content[:at[0]], loose, &prose.Losses{})
	}
	p.Body = notes.write(prose.FromHTML(content, loose, &p.Losses), &p.Losses)
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

// localFiles replaces addresses of pictures on WordPress's own servers by those of the uploads, and the page of a picture by the picture.
func (r *reader) localFiles(content string) string {
	content = photonPattern.ReplaceAllString(content, "https://$1")
	content = hostedPattern.ReplaceAllString(content, r.home+"wp-content/uploads/$1")
	return attachmentLink.ReplaceAllStringFunc(content, func(s string) string {
		m := attachmentLink.FindStringSubmatch(s)
		if file := r.files[m[2]]; file != nil {
			return `href="` + html.EscapeString(file.Attachment) + `"` + m[1]
		}
		return s
	})
}

// expand inserts the contents of shared blocks. Blocks that WordPress fills when it shows a page are lost.
func (r *reader) expand(content string, l *prose.Losses, depth int) string {
	return blockPattern.ReplaceAllStringFunc(content, func(s string) string {
		m := blockPattern.FindStringSubmatch(s)
		closing, name, settings, alone := m[1] != "", strings.TrimPrefix(m[2], "core/"), m[3], m[4] != ""
		if shared := sharedID.FindStringSubmatch(settings); name == "block" && shared != nil && r.blocks[shared[1]] != "" && depth < 5 {
			return r.expand(shown(r.blocks[shared[1]], l), l, depth+1)
		}
		switch {
		case closing, !alone:
			return ""
		case name == "social-link" && socialAddress.MatchString(settings):
			return socialLink(settings)
		case slices.Contains([]string{"more", "nextpage", "spacer", "separator", "paragraph", "heading"}, name):
			return ""
		}
		return "\n\n<p>" + l.Mark(prose.Loss{Reason: reasonBlock, What: s, Noted: true}) + "</p>\n\n"
	})
}

var (
	socialAddress = regexp.MustCompile(`"url"\s*:\s*"(https?:[^"]+)"`)
	socialService = regexp.MustCompile(`"service"\s*:\s*"([a-z]+)"`)
)

// socialLink returns the link of a block that shows only an icon for it.
func socialLink(settings string) string {
	address := strings.ReplaceAll(socialAddress.FindStringSubmatch(settings)[1], `\/`, "/")
	words := address
	if m := socialService.FindStringSubmatch(settings); m != nil {
		words = strings.ToUpper(m[1][:1]) + m[1][1:]
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
