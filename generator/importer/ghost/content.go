package ghost

import (
	"html"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/markup"
	"github.com/legpress/legpress/generator/importer/prose"
)

// content is the text of one post while it becomes Markdown.
type content struct {
	*reader
	losses *prose.Losses
	pieces *markup.Pieces
	said   map[string]bool // reasons that are given once for each text
}

// text turns the text of an entry into Markdown: its HTML or, where Ghost has not made any yet, what its editor keeps.
func (r *reader) text(p *importer.Post, e *entry) {
	c := &content{reader: r, losses: &p.Losses, pieces: &markup.Pieces{}, said: map[string]bool{}}
	switch {
	case strings.TrimSpace(string(e.HTML)) != "":
		p.Body = c.fromHTML(string(e.HTML))
	case strings.TrimSpace(string(e.Lexical)) != "":
		p.Body = c.fromHTML(c.lexical(string(e.Lexical)))
	case strings.TrimSpace(string(e.Mobiledoc)) != "":
		p.Body = c.fromHTML(c.mobiledoc(string(e.Mobiledoc)))
	case strings.TrimSpace(string(e.Markdown)) != "":
		p.Body = prose.InlineReferences(prose.CleanHTML(prose.SpacedAddresses(r.local(string(e.Markdown))), c.losses))
	default:
		p.Body = c.fromHTML("<p>" + strings.ReplaceAll(html.EscapeString(string(e.Plaintext)), "\n\n", "</p><p>") + "</p>")
	}
}

// once adds a loss whose reason is given once for each text, and returns its mark.
func (c *content) once(reason, what string) string {
	if c.said[reason] {
		return ""
	}
	c.said[reason] = true
	return c.losses.Mark(prose.Loss{Reason: reason, What: what})
}

// fromHTML turns HTML as Ghost shows it into Markdown.
func (c *content) fromHTML(src string) string {
	src = shown(c.local(src), c.losses)
	body, err := markup.Parse(src)
	if err != nil {
		return prose.FromHTML(src, false, c.losses) // says that it cannot be read
	}
	for _, n := range markup.All(body, isCardMark) {
		markup.Remove(n)
	}
	for _, n := range slices.Backward(markup.All(body, func(n *nethtml.Node) bool { return markup.HasClass(n, "kg-card") })) {
		c.card(n) // those inside others first
	}
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return n.DataAtom == atom.A && forMembers(n) }) {
		markup.Replace(n, markup.Inside(n)+c.once(reasonSubscribe, markup.Attribute(n, "href")))
	}
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return n.DataAtom == atom.Img }) {
		markup.SetAttribute(n, "src", c.picture(markup.Attribute(n, "src")))
	}
	c.footnotes(body)
	return c.pieces.ToMarkdown(markup.Inside(body), c.losses)
}

var cardMark = regexp.MustCompile(`^\s*kg-card-(?:begin|end)\b`)

// isCardMark reports whether a node is a comment between which Ghost puts a card.
func isCardMark(n *nethtml.Node) bool {
	return n.Type == nethtml.CommentNode && (cardMark.MatchString(n.Data) || strings.TrimSpace(n.Data) == "members-only")
}

// forMembers reports whether a link opens the window in which readers subscribe.
func forMembers(n *nethtml.Node) bool {
	href := markup.Attribute(n, "href")
	return strings.HasPrefix(href, "#/portal") || strings.Contains(href, "/#/portal") || markup.Attribute(n, "data-portal") != ""
}

// ownPicture finds the path of a picture that Ghost keeps, whatever website its address names.
var ownPicture = regexp.MustCompile(`^https?://[^/]+(?:/[^?#]*)?(/content/images/[^?#]+)`)

// picture returns the address of a picture. One on another website that lies in the folder of pictures is that of the blog.
func (r *reader) picture(address string) string {
	address = r.local(address)
	m := ownPicture.FindStringSubmatch(address)
	if m == nil || r.in.Images == nil {
		return address
	}
	for _, name := range r.blog.Find(m[1]) {
		if info, err := fs.Stat(r.in.Images, name); fs.ValidPath(name) && err == nil && info.Mode().IsRegular() {
			return r.base + m[1]
		}
	}
	return address
}

// footnotes puts the footnotes of Ghost's Markdown aside.
func (c *content) footnotes(body *nethtml.Node) {
	notes := map[string]*nethtml.Node{}
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return n.DataAtom == atom.Li && markup.HasClass(n, "footnote-item") }) {
		notes["#"+markup.Attribute(n, "id")] = n
	}
	signs := map[string]string{}
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return markup.HasClass(n, "footnote-ref") }) {
		a := n
		if n.DataAtom != atom.A {
			a = markup.First(n, atom.A)
		}
		if a == nil || notes[markup.Attribute(a, "href")] == nil {
			continue
		}
		at := markup.Attribute(a, "href")
		if signs[at] == "" {
			note := notes[at]
			for _, back := range markup.All(note, func(n *nethtml.Node) bool { return markup.HasClass(n, "footnote-backref") }) {
				markup.Remove(back)
			}
			signs[at] = c.pieces.Footnote(markup.Inside(note))
		}
		markup.Replace(n, signs[at])
	}
	if len(signs) != len(notes) || len(notes) == 0 {
		return // one that nothing refers to stays where it is
	}
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return markup.HasClass(n, "footnotes", "footnotes-sep") }) {
		markup.Remove(n)
	}
}

// card changes a card of the editor into what it is without its frame.
func (c *content) card(n *nethtml.Node) {
	switch {
	case markup.HasClass(n, "kg-bookmark-card"):
		c.bookmark(n)
	case markup.HasClass(n, "kg-callout-card"):
		markup.Replace(n, c.pieces.Callout("<p>"+withEmoji(markup.Words(markup.ByClass(n, "kg-callout-emoji")))+inside(n, "kg-callout-text")+"</p>"))
	case markup.HasClass(n, "kg-toggle-card"):
		heading := inside(n, "kg-toggle-heading-text")
		markup.Replace(n, "<p><strong>"+heading+"</strong>"+c.once(reasonToggle, prose.PlainText(heading))+"</p><div>"+inside(n, "kg-toggle-content")+"</div>")
	case markup.HasClass(n, "kg-audio-card"):
		c.recording(n, markup.First(n, atom.Audio), markup.Words(markup.ByClass(n, "kg-audio-title")), "")
	case markup.HasClass(n, "kg-video-card"):
		c.recording(n, markup.First(n, atom.Video), "", captionOf(n))
	case markup.HasClass(n, "kg-file-card"):
		c.file(n)
	case markup.HasClass(n, "kg-signup-card", "kg-email-card", "kg-email-cta-card"):
		c.dropped(n)
	case markup.HasClass(n, "kg-product-card"):
		c.product(n)
	case markup.HasClass(n, "kg-embed-card"):
		c.embed(n)
	case markup.HasClass(n, "kg-button-card", "kg-header-card", "kg-cta-card"):
		c.buttons(n)
	}
}

// inside returns the HTML in the node of a class.
func inside(n *nethtml.Node, class string) string {
	if found := markup.ByClass(n, class); found != nil {
		return markup.Inside(found)
	}
	return ""
}

func captionOf(n *nethtml.Node) string {
	if caption := markup.First(n, atom.Figcaption); caption != nil {
		return markup.Inside(caption)
	}
	return ""
}

func withEmoji(sign string) string {
	if sign == "" {
		return ""
	}
	return html.EscapeString(sign) + " "
}

// dropped takes out what readers of a website of files cannot use, or what they never saw.
func (c *content) dropped(n *nethtml.Node) {
	if markup.HasClass(n, "kg-signup-card") {
		markup.Replace(n, "<p>"+c.once(reasonSubscribe, markup.Words(n))+"</p>")
		return
	}
	markup.Replace(n, "<p>"+c.losses.Mark(prose.Loss{Reason: reasonEmail, What: markup.Whole(n), Noted: true})+"</p>")
}

// bookmark changes the card of a link into the link, with the words that the card has of it.
func (c *content) bookmark(n *nethtml.Node) {
	a := markup.First(n, atom.A)
	if a == nil {
		return
	}
	title, words := markup.Words(markup.ByClass(n, "kg-bookmark-title")), markup.Words(markup.ByClass(n, "kg-bookmark-description"))
	out := markup.Link(markup.Attribute(a, "href"), title)
	if by := source(n); by != "" {
		words = strings.TrimSpace(words + " (" + by + ")")
	}
	if words != "" {
		out += "<p>" + html.EscapeString(words) + "</p>"
	}
	if caption := captionOf(n); caption != "" {
		out += "<p>" + caption + "</p>"
	}
	if img := markup.First(n, atom.Img); img != nil {
		out += "<p>" + c.once(reasonBookmark, markup.Attribute(img, "src")) + "</p>"
	}
	markup.Replace(n, out)
}

// source says where the link of a card leads: "Running Notes, Ann Lee".
func source(n *nethtml.Node) string {
	var parts []string
	for _, class := range []string{"kg-bookmark-author", "kg-bookmark-publisher"} {
		if words := markup.Words(markup.ByClass(n, class)); words != "" && !slices.Contains(parts, words) {
			parts = append(parts, words)
		}
	}
	return strings.Join(parts, ", ")
}

// recording changes the player of a video or a sound into a link to its file. Without a name it gets the words of its caption, and
// otherwise those of its file.
func (c *content) recording(n, player *nethtml.Node, name, caption string) {
	if player == nil || markup.Attribute(player, "src") == "" {
		markup.Replace(n, "<p>"+c.losses.Mark(prose.Loss{Reason: reasonCard, What: markup.Whole(n), Noted: true})+"</p>")
		return
	}
	src := markup.Attribute(player, "src")
	words := strings.TrimSpace(name)
	if words == "" {
		words, caption = prose.PlainText(caption), ""
	}
	if words == "" {
		words = fileName(src)
	}
	out := markup.Link(src, words)
	if caption != "" {
		out += "<p>" + caption + "</p>"
	}
	markup.Replace(n, out)
}

func fileName(address string) string {
	if u, err := url.Parse(address); err == nil && u.Path != "" {
		return path.Base(u.Path)
	}
	return address
}

// file changes the card of a file into a link to it.
func (c *content) file(n *nethtml.Node) {
	a := markup.First(n, atom.A)
	if a == nil {
		return
	}
	title := markup.Words(markup.ByClass(n, "kg-file-card-title"))
	if title == "" {
		title = markup.Words(markup.ByClass(n, "kg-file-card-filename"))
	}
	out := markup.Link(markup.Attribute(a, "href"), title)
	if words := markup.Words(markup.ByClass(n, "kg-file-card-caption")); words != "" {
		out += "<p>" + html.EscapeString(words) + "</p>"
	}
	markup.Replace(n, out)
}

// product writes the stars of a card as letters; everything else in it is plain HTML.
func (c *content) product(n *nethtml.Node) {
	if stars := markup.ByClass(n, "kg-product-card-rating"); stars != nil {
		given := len(markup.All(stars, func(s *nethtml.Node) bool { return markup.HasClass(s, "kg-product-card-rating-active") }))
		markup.Replace(stars, "<p>"+strings.Repeat("★", given)+strings.Repeat("☆", max(5-given, 0))+"</p>")
	}
	c.buttons(n)
}

// embed takes the script out of what another website wrote where its words stand in the text without it.
func (c *content) embed(n *nethtml.Node) {
	if markup.First(n, atom.Blockquote) == nil {
		return
	}
	for _, script := range markup.All(n, func(s *nethtml.Node) bool { return s.DataAtom == atom.Script }) {
		markup.Remove(script)
	}
}

// buttons puts the buttons of a card into paragraphs of their own, takes out its drawings, and shows the picture behind it.
func (c *content) buttons(n *nethtml.Node) {
	for _, drawing := range markup.All(n, func(s *nethtml.Node) bool { return s.DataAtom == atom.Svg }) {
		markup.Remove(drawing)
	}
	for _, a := range markup.All(n, func(s *nethtml.Node) bool { return s.DataAtom == atom.A && markup.First(s, atom.Img) == nil }) {
		if a.Parent != nil && a.Parent.DataAtom == atom.Div {
			markup.Replace(a, "<p>"+markup.Whole(a)+"</p>")
		}
	}
	out := markup.Inside(n)
	if behind := markup.Attribute(n, "data-kg-background-image"); behind != "" {
		out = markup.Picture(behind, "", "") + out
	}
	markup.Replace(n, "<div>"+out+"</div>")
}
