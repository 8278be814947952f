package policy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/rawhtml"
)

// use is a way in which HTML uses an address, the directive for it, and what is said where it is blocked.
type use struct {
	directive   string
	never       bool   // it is blocked wherever it comes from
	key         string // of [outside] that allows it; "" for none
	id          string
	message     string // says what does not work; HOST is where it comes from
	alternative string // what to write instead
}

// messageFor returns the message about an address.
func (u *use) messageFor(to Address) string {
	from := to.Host()
	if from == "" {
		from = "an address that begins with " + to.scheme + ":"
	}
	return strings.ReplaceAll(u.message, "HOST", from)
}

var (
	formUse = &use{directive: "form-action", key: "forms", id: "blocked-form", message: "the published site does not let this form send anything to HOST.",
		alternative: "A form cannot write mails: give an address of a service that takes forms, or write a link that begins with mailto:."}
	frameUse = &use{directive: "frame-src", key: "frames", id: "blocked-frame", message: "the published site does not show a frame from HOST.",
		alternative: "Put the page into content/static/ and write its path."}
	scriptUse = &use{directive: "script-src", key: "scripts", id: "blocked-script", message: "the published site does not run a script from HOST.",
		alternative: "Put the script into content/static/ and write its path."}
	imageUse = &use{directive: "img-src", key: "images", id: "blocked-picture", message: "the published site does not show a picture from HOST, which would learn who reads this page.",
		alternative: "Put the picture beside the text and write its path."}
	mediaUse = &use{directive: "media-src", id: "blocked-sound", message: "the published site does not play sound or films from HOST.",
		alternative: `Put the file beside the text and write its path, or link to it. A player that comes in a frame can be allowed: "legpress explain outside" says how.`}
	styleUse = &use{directive: "style-src", id: "blocked-style", message: "the published site takes no styles or fonts from HOST, which would learn who reads this page.",
		alternative: "Put the file into content/static/ and write its path."}
	pingUse = &use{directive: "connect-src", id: "blocked-call", message: "the published site does not tell HOST what readers click.",
		alternative: "Leave it out."}
	preloadUse = &use{id: "blocked-call", message: "this makes the browsers of all readers call HOST.",
		alternative: "Leave it out: it only makes ready what this site does not use."}
	manifestUse = &use{directive: "manifest-src", id: "blocked-call", message: "the published site takes no manifest from HOST.",
		alternative: "Leave it out: the site has one."}
	drawingUse = &use{id: "blocked-picture", message: "browsers take parts of a drawing from the same website only, not from HOST.",
		alternative: `Copy the part into this drawing, and write its id: url(#my-part), or href="#my-part".`}
	objectUse = &use{directive: "object-src", never: true, id: "blocked-object", message: "the published site shows no <object> and no <embed>.",
		alternative: "Link to the file: [Words](its-name.pdf)."}
	baseUse = &use{directive: "base-uri", never: true, id: "blocked-base", message: "the published site does not heed <base>.",
		alternative: "Leave it out, and write whole addresses."}
)

// uses are the attributes that make browsers ask for an address, with their tags; "*" is any tag.
var uses = map[string]*use{
	"form action": formUse, "button formaction": formUse, "input formaction": formUse,
	"iframe src": frameUse, "frame src": frameUse,
	"script src": scriptUse, "script href": scriptUse, "script xlink:href": scriptUse,
	"img src": imageUse, "img srcset": imageUse, "image src": imageUse, "image srcset": imageUse, // browsers take <image> outside a drawing for <img>
	"source srcset": imageUse, "input src": imageUse, "video poster": imageUse,
	"image href": imageUse, "image xlink:href": imageUse, "feimage href": imageUse, "feimage xlink:href": imageUse,
	"body background": imageUse, "table background": imageUse, "td background": imageUse, "th background": imageUse, "tr background": imageUse,
	"video src": mediaUse, "audio src": mediaUse, "source src": mediaUse, "track src": mediaUse,
	"object data": objectUse, "embed src": objectUse,
	"base href": baseUse,
	"a ping":    pingUse, "area ping": pingUse,
	"* clip-path": drawingUse, "* fill": drawingUse, "* filter": drawingUse, "* marker": drawingUse, "* marker-end": drawingUse, "* marker-mid": drawingUse,
	"* marker-start": drawingUse, "* mask": drawingUse, "* stroke": drawingUse, "* cursor": imageUse,
}

// drawings are the tags of drawings whose href names another part of a drawing.
var drawings = []string{"use", "textpath", "lineargradient", "radialgradient", "pattern", "mpath"}

// useOf returns how an attribute uses its address; nil if it has none, or is only a link.
func useOf(t rawhtml.Tag, a rawhtml.Attribute) *use {
	switch {
	case t.Name == "link":
		return linkUse(t, a)
	case slices.Contains(drawings, t.Name) && (a.Name == "href" || a.Name == "xlink:href"):
		return drawingUse
	}
	return cmp.Or(uses[t.Name+" "+a.Name], uses["* "+a.Name])
}

// linkUse returns how a <link> uses its address: its rel and as decide.
func linkUse(t rawhtml.Tag, a rawhtml.Attribute) *use {
	rel, _ := t.Attribute("rel")
	as, _ := t.Attribute("as")
	is := func(words ...string) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(rel.Value)), func(r string) bool { return slices.Contains(words, r) })
	}
	switch {
	case a.Name != "href" && a.Name != "imagesrcset":
		return nil
	case is("stylesheet"), is("preload") && slices.Contains([]string{"style", "font"}, as.Value):
		return styleUse
	case is("modulepreload"), is("preload") && as.Value == "script":
		return scriptUse
	case is("icon", "apple-touch-icon", "mask-icon", "apple-touch-icon-precomposed"), is("preload") && as.Value == "image":
		return imageUse
	case is("manifest"):
		return manifestUse
	case is("preload", "prefetch", "preconnect", "dns-prefetch", "prerender"):
		return preloadUse
	}
	return nil
}
