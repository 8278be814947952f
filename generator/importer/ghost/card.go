package ghost

import (
	"cmp"
	"encoding/json"
	"html"
	"strings"

	"github.com/legpress/legpress/generator/importer/markup"
	"github.com/legpress/legpress/generator/importer/prose"
)

// fields are what the editor keeps of a card. Both of its formats have the same names for them.
type fields map[string]json.RawMessage

// text returns a field as text.
func (f fields) text(key string) string {
	var s scalar
	if f[key] == nil || s.UnmarshalJSON(f[key]) != nil {
		return ""
	}
	return string(s)
}

// table returns a field that has fields itself.
func (f fields) table(key string) fields {
	var inner fields
	_ = json.Unmarshal(f[key], &inner) // what is no table has no fields
	return inner
}

// visibility is who sees a card. Older versions have the last three.
type visibility struct {
	Web struct {
		NonMember scalar `json:"nonMember"`
	} `json:"web"`
	ShowOnWeb scalar `json:"showOnWeb"`
	EmailOnly scalar `json:"emailOnly"`
}

// hidden reports whether not everybody saw a card.
func (f fields) hidden() bool {
	var v visibility
	if f["visibility"] == nil || string(f["visibility"]) == "null" {
		return false
	}
	if json.Unmarshal(f["visibility"], &v) != nil {
		return true
	}
	return v.Web.NonMember != "" && !v.Web.NonMember.yes() || v.ShowOnWeb != "" && !v.ShowOnWeb.yes() || v.EmailOnly.yes()
}

// cardHTML returns a card of the editor as HTML, about as Ghost would have made it.
func (c *content) cardHTML(name string, f fields) string {
	if f.hidden() {
		return "<p>" + c.losses.Conceal(name+": "+f.everything()) + "</p>"
	}
	switch strings.TrimPrefix(name, "card-") {
	case "markdown":
		text := prose.CleanHTML(prose.SpacedAddresses(c.local(cmp.Or(f.text("markdown"), f.text("cardValue")))), c.losses)
		return "<p>" + c.pieces.Hold(prose.InlineReferences(text)) + "</p>"
	case "html":
		return f.text("html")
	case "image":
		return linked(markup.Picture(f.text("src"), f.text("alt"), f.text("caption")), f.text("href"))
	case "gallery":
		return c.gallery(f)
	case "hr", "horizontalrule":
		return "<hr>"
	case "code", "codeblock":
		return codeHTML(f)
	case "embed":
		return embedHTML(f)
	case "bookmark":
		return bookmarkHTML(f)
	case "callout":
		return box("kg-card kg-callout-card", box("kg-callout-emoji", f.text("calloutEmoji"))+box("kg-callout-text", f.text("calloutText")))
	case "toggle":
		return box("kg-card kg-toggle-card", box("kg-toggle-heading-text", f.text("heading"))+box("kg-toggle-content", f.text("content")))
	case "video":
		return box("kg-card kg-video-card", `<video src="`+html.EscapeString(f.text("src"))+`"></video><figcaption>`+f.text("caption")+`</figcaption>`)
	case "audio":
		return box("kg-card kg-audio-card", `<audio src="`+html.EscapeString(f.text("src"))+`"></audio>`+box("kg-audio-title", html.EscapeString(f.text("title"))))
	case "file":
		return fileHTML(f)
	case "button":
		return buttonHTML(f.text("buttonUrl"), f.text("buttonText"))
	case "header":
		return headerHTML(f)
	case "call-to-action":
		return callHTML(f)
	case "product":
		return productHTML(f)
	case "paywall":
		return "<!--members-only-->"
	case "signup":
		return box("kg-card kg-signup-card", f.text("header"))
	case "email", "email-cta":
		return "<p>" + c.losses.Mark(prose.Loss{Reason: reasonEmail, What: f.text("html"), Noted: true}) + "</p>"
	}
	return "<p>" + c.losses.Mark(prose.Loss{Reason: reasonCard, What: name + ": " + f.everything(), Noted: true}) + "</p>"
}

// box returns an element of a class with HTML in it, by which the card is found again as one that Ghost made.
func box(class, inside string) string { return `<div class="` + class + `">` + inside + `</div>` }

func fileHTML(f fields) string {
	title, caption := html.EscapeString(cmp.Or(f.text("fileTitle"), f.text("fileName"))), html.EscapeString(f.text("fileCaption"))
	words := box("kg-file-card-title", title) + box("kg-file-card-caption", caption)
	return box("kg-card kg-file-card", `<a href="`+html.EscapeString(f.text("src"))+`">`+words+`</a>`)
}

// everything returns a card as it was stored: its HTML, if it has some.
func (f fields) everything() string {
	if text := f.text("html"); text != "" {
		return text
	}
	var b strings.Builder
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if out.Encode(f) != nil {
		return ""
	}
	return strings.TrimSpace(markup.Clean(b.String()))
}

func linked(src, href string) string {
	if href == "" {
		return src
	}
	return strings.Replace(strings.Replace(src, "<img", `<a href="`+html.EscapeString(href)+`"><img`, 1), "><figcaption", "></a><figcaption", 1)
}

func (c *content) gallery(f fields) string {
	var pictures []fields
	if json.Unmarshal(f["images"], &pictures) != nil {
		return "<p>" + c.losses.Mark(prose.Loss{Reason: reasonCard, What: "gallery: " + f.everything(), Noted: true}) + "</p>"
	}
	var b strings.Builder
	for _, p := range pictures {
		b.WriteString(linked(markup.Picture(p.text("src"), p.text("alt"), ""), p.text("href")))
	}
	if caption := f.text("caption"); caption != "" {
		b.WriteString("<p>" + caption + "</p>")
	}
	return b.String()
}

func codeHTML(f fields) string {
	class := ""
	if language := f.text("language"); language != "" {
		class = ` class="language-` + html.EscapeString(language) + `"`
	}
	return "<figure><pre><code" + class + ">" + html.EscapeString(f.text("code")) + "</code></pre><figcaption>" + f.text("caption") + "</figcaption></figure>"
}

// embedHTML returns what another website gave to be shown: a video as its frame, so that it is found like every other one.
func embedHTML(f fields) string {
	inside := f.text("html")
	if inside == "" {
		inside = markup.Link(f.text("url"), "")
	}
	return `<figure class="kg-card kg-embed-card">` + inside + `<figcaption>` + f.text("caption") + `</figcaption></figure>`
}

func bookmarkHTML(f fields) string {
	about := f.table("metadata")
	if about == nil {
		about = f
	}
	part := func(name, text string) string { return box("kg-bookmark-"+name, html.EscapeString(text)) }
	words := part("title", about.text("title")) + part("description", about.text("description"))
	words += part("author", about.text("publisher")) + part("publisher", about.text("author")) // Ghost has the names of these two the wrong way round
	address := html.EscapeString(cmp.Or(f.text("url"), about.text("url")))
	return box("kg-card kg-bookmark-card", `<a href="`+address+`">`+words+`</a><figcaption>`+f.text("caption")+`</figcaption>`)
}

func buttonHTML(address, words string) string {
	if address == "" || words == "" {
		return ""
	}
	return box("kg-card kg-button-card", `<a href="`+html.EscapeString(address)+`">`+html.EscapeString(words)+`</a>`)
}

func headerHTML(f fields) string {
	out := ""
	if behind := f.text("backgroundImageSrc"); behind != "" {
		out = markup.Picture(behind, "", "")
	}
	if header := f.text("header"); header != "" {
		out += "<h2>" + header + "</h2>"
	}
	if below := f.text("subheader"); below != "" {
		out += "<h3>" + below + "</h3>"
	}
	if scalar(f.text("buttonEnabled")).yes() {
		out += buttonHTML(f.text("buttonUrl"), f.text("buttonText"))
	}
	return out
}

func callHTML(f fields) string {
	out := ""
	if scalar(f.text("hasSponsorLabel")).yes() {
		out = "<div>" + f.text("sponsorLabel") + "</div>"
	}
	if src := f.text("imageUrl"); src != "" {
		out += markup.Picture(src, "", "")
	}
	out += "<div>" + f.text("textValue") + "</div>"
	if scalar(f.text("showButton")).yes() {
		out += buttonHTML(f.text("buttonUrl"), f.text("buttonText"))
	}
	return out
}

func productHTML(f fields) string {
	out := ""
	if src := f.text("productImageSrc"); src != "" {
		out = markup.Picture(src, "", "")
	}
	out += "<h4>" + f.text("productTitle") + "</h4>"
	if stars := len(f.text("productStarRating")); stars == 1 && scalar(f.text("productRatingEnabled")).yes() {
		given := min(int(f.text("productStarRating")[0]-'0'), 5)
		out += "<p>" + strings.Repeat("★", given) + strings.Repeat("☆", 5-given) + "</p>"
	}
	out += "<div>" + f.text("productDescription") + "</div>"
	if scalar(f.text("productButtonEnabled")).yes() {
		out += buttonHTML(f.text("productUrl"), f.text("productButton"))
	}
	return out
}
