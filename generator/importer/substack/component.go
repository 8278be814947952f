package substack

import (
	"cmp"
	"encoding/json"
	"html"
	"net/url"
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/legpress/legpress/generator/importer/markup"
)

// component changes an element into what Substack showed in its place. Elements that are plain HTML stay as they are.
func (c *content) component(n *nethtml.Node) {
	f := dataOf(n)
	switch {
	case markup.HasClass(n, "captioned-image-container", "image-link", "image2", "image3"):
		picture(n)
	case n.DataAtom == atom.Img:
		markup.SetAttribute(n, "src", pictureAddress(n))
	case markup.HasClass(n, "image-gallery-embed"):
		c.gallery(n, f)
	case markup.HasClass(n, "youtube-wrap", "vimeo-wrap"):
		c.video(n, f)
	case markup.HasClass(n, "tweet", "twitter-embed"):
		markup.Replace(n, quotation(f, n))
	case markup.HasClass(n, "instagram") && f.text("instagram_id") != "":
		markup.Replace(n, markup.Link("https://www.instagram.com/p/"+f.text("instagram_id")+"/", f.text("title")))
	case markup.HasClass(n, "embedded-post-wrap", "digest-post-embed"):
		c.otherPost(n, f)
	case markup.HasClass(n, "pullquote"):
		quote(n)
	case markup.HasClass(n, "callout-block"):
		quote(n)
		markup.Prepend(n, "<p>"+c.pieces.Hold("[!NOTE]")+"</p>")
	case markup.HasClass(n, "latex-rendered"):
		markup.Replace(n, `<pre><code class="language-latex">`+html.EscapeString(f.text("persistentExpression"))+"</code></pre>")
	case markup.HasClass(n, "mention-wrap"):
		markup.Replace(n, html.EscapeString(f.text("name")))
	case markup.HasClass(n, "file-embed-wrapper"):
		c.file(n)
	case markup.HasClass(n, "button-wrapper", "captioned-button-wrap"):
		c.button(n, f)
	case forSubscribers(n):
		markup.Replace(n, "<p>"+c.once(reasonSubscribe, markup.Words(n))+"</p>")
	case markup.HasClass(n, "native-video-embed", "native-audio-embed"):
		markup.Replace(n, c.note(reasonRecording, stored(n)))
	case f != nil && !markup.HasClass(n, "highlighted_code_block"):
		c.other(n, f)
	}
}

// quote makes a quotation of an element. Headings in it become strong words: they head nothing outside it.
func quote(n *nethtml.Node) {
	markup.Rename(n, atom.Blockquote)
	for _, h := range markup.All(n, func(n *nethtml.Node) bool {
		return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
	}) {
		markup.Replace(h, "<p><strong>"+markup.Inside(h)+"</strong></p>")
	}
}

// stored returns a component as Substack keeps it, short of what its page makes of it.
func stored(n *nethtml.Node) string {
	data := markup.Attribute(n, "data-attrs")
	if data == "" {
		return markup.Whole(n)
	}
	return strings.TrimSpace(markup.Attribute(n, "class") + ": " + data)
}

// forSubscribers reports whether an element is there to win or to keep subscribers.
func forSubscribers(n *nethtml.Node) bool {
	return markup.HasClass(n, "subscription-widget-wrap", "subscription-widget-wrap-editor", "subscription-widget", "subscribe-widget", "install-substack-app-embed",
		"community-chat", "directMessage", "direct-message", "sponsorship-campaign-embed", "share-center-embed")
}

// pictureAddress returns the address of a picture as it was given to Substack.
func pictureAddress(img *nethtml.Node) string {
	if src := dataOf(img).text("src"); src != "" {
		return original(src)
	}
	return original(markup.Attribute(img, "src"))
}

// picture takes a picture out of its frames. Where a click on it led somewhere, it still does.
func picture(n *nethtml.Node) {
	img := markup.First(n, atom.Img)
	if img == nil {
		return
	}
	caption := ""
	if found := markup.First(n, atom.Figcaption); found != nil {
		caption = markup.Inside(found)
	}
	f := dataOf(img)
	alt := markup.Attribute(img, "alt")
	if alt == "" {
		alt = f.text("alt")
	}
	out := markup.Picture(pictureAddress(img), alt, caption)
	if href := f.text("href"); href != "" {
		out = strings.Replace(out, "<img", `<a href="`+html.EscapeString(href)+`"><img`, 1)
		out = strings.Replace(out, "><figcaption", "></a><figcaption", 1)
	}
	markup.Replace(n, out)
}

func (c *content) gallery(n *nethtml.Node, f fields) {
	var gallery struct {
		Images  []fields `json:"images"`
		Caption string   `json:"caption"`
		Alt     string   `json:"alt"`
	}
	if json.Unmarshal(f["gallery"], &gallery) != nil || len(gallery.Images) == 0 {
		markup.Replace(n, c.note(reasonEmbed, stored(n)))
		return
	}
	var b strings.Builder
	for _, one := range gallery.Images {
		b.WriteString(markup.Picture(original(one.text("src")), markup.Clean(gallery.Alt), ""))
	}
	if gallery.Caption != "" {
		b.WriteString("<p>" + markup.Clean(gallery.Caption) + "</p>")
	}
	markup.Replace(n, b.String())
}

// video changes a video of another website into a link to its page.
func (c *content) video(n *nethtml.Node, f fields) {
	id := url.PathEscape(f.text("videoId"))
	switch {
	case id == "": // its frame says where it is
	case markup.HasClass(n, "vimeo-wrap"):
		to := "https://vimeo.com/" + id
		if key := f.text("videoKey"); key != "" {
			to += "/" + url.PathEscape(key)
		}
		markup.Replace(n, markup.Link(to, ""))
	default:
		to := "https://www.youtube.com/watch?v=" + id
		if from := strings.TrimSuffix(f.text("startTime"), "s"); from != "" && strings.Trim(from, "0123456789") == "" {
			to += "&t=" + from
		}
		markup.Replace(n, markup.Link(to, ""))
	}
}

// quotation returns a short message of another website as a quotation with a link to it.
func quotation(f fields, n *nethtml.Node) string {
	to := f.text("url")
	if a := markup.First(n, atom.A); to == "" && a != nil {
		to = markup.Attribute(a, "href")
	}
	words := cmp.Or(f.text("full_text"), markup.Words(markup.ByClass(n, "tweet-text")), markup.Words(n))
	out := "<blockquote>"
	for part := range strings.SplitSeq(words, "\n\n") {
		out += "<p>" + strings.ReplaceAll(html.EscapeString(strings.TrimSpace(part)), "\n", "<br>") + "</p>"
	}
	by := cmp.Or(f.text("name"), markup.Words(markup.ByClass(n, "tweet-author-name")))
	if user := cmp.Or(f.text("username"), markup.Words(markup.ByClass(n, "tweet-author-handle"))); user != "" {
		by = strings.TrimSpace(by + " (@" + strings.TrimPrefix(user, "@") + ")")
	}
	if to != "" {
		out += markup.Link(to, by)
	}
	out += "</blockquote>"
	var photos []fields
	_ = json.Unmarshal(f["photos"], &photos) // most have none
	for _, photo := range photos {
		if src := photo.text("img_url", "src", "url"); src != "" {
			out += markup.Picture(original(src), photo.text("alt_text"), "")
		}
	}
	return out
}

// otherPost changes the card of another text into a link to it.
func (c *content) otherPost(n *nethtml.Node, f fields) {
	to := f.text("canonical_url", "url")
	if to == "" {
		markup.Replace(n, c.note(reasonEmbed, stored(n)))
		return
	}
	out := markup.Link(to, f.text("title"))
	if caption := f.text("caption"); caption != "" {
		out += "<p>" + html.EscapeString(caption) + "</p>"
	}
	markup.Replace(n, out+"<p>"+c.once(reasonPost, to)+"</p>")
}

// file changes the card of a file into a link to it.
func (c *content) file(n *nethtml.Node) {
	for _, a := range markup.All(n, func(n *nethtml.Node) bool { return n.DataAtom == atom.A }) {
		if href := markup.Attribute(a, "href"); href != "" {
			markup.Replace(n, markup.Link(href, markup.Words(markup.ByClass(n, "file-embed-details-h1"))))
			return
		}
	}
	markup.Replace(n, c.note(reasonEmbed, stored(n)))
}

// button changes a button into a link, unless it is one to subscribe, share or comment.
func (c *content) button(n *nethtml.Node, f fields) {
	a := n
	if n.DataAtom != atom.A {
		a = markup.First(n, atom.A)
	}
	to := f.text("url")
	if a != nil {
		to = markup.Attribute(a, "href")
	}
	u, err := url.Parse(to)
	if to == "" || err != nil || f.text("action") != "" || needsSubstack(u) {
		markup.Replace(n, "<p>"+c.once(reasonSubscribe, markup.Words(n))+"</p>")
		return
	}
	out := ""
	if above := markup.ByClass(n, "preamble"); above != nil {
		out = "<div>" + markup.Inside(above) + "</div>"
	}
	words := f.text("text")
	if a != nil {
		words = markup.Words(a)
	}
	markup.Replace(n, out+markup.Link(to, words))
}

// needsSubstack reports whether an address does something that only Substack can.
func needsSubstack(u *url.URL) bool {
	query := u.Query()
	last := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	return slices.Contains([]string{"subscribe", "comments", "leaderboard", "gift"}, last) || query.Get("action") == "share" || query.Get("utm_content") == "share" || query.Has("gift")
}

// other changes a component of any other kind into a link to what it shows. What has no address stays as a note, unless it has words.
func (c *content) other(n *nethtml.Node, f fields) {
	to := f.text("url", "canonical_url", "href", "base_url")
	switch u, err := url.Parse(to); {
	case to != "" && err == nil && (u.Scheme == "https" || u.Scheme == "http"):
		out := markup.Link(to, f.text("title", "name", "author_name"))
		if words := f.text("description", "subtitle"); words != "" {
			out += "<p>" + html.EscapeString(words) + "</p>"
		}
		markup.Replace(n, out)
	case markup.Words(n) == "" || n.DataAtom == atom.Iframe:
		markup.Replace(n, c.note(reasonEmbed, stored(n)))
	}
}
