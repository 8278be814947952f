package policy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/rawhtml"
)

// use is a way in which HTML uses an address, the directive that rules it, and what to say where it is blocked.
type use struct {
	directive string
	never     bool   // the policy has no place for it, wherever it comes from
	key       string // of [outside], that allows it; "" for none
	id        string
	says      string // of what does not work; HOST is where it comes from
	instead   string // what to write instead, where nothing can be listed
}

// message says what does not work.
func (u *use) message(to Address) string {
	from := to.Host()
	if from == "" {
		from = "an address that begins with " + to.scheme + ":"
	}
	return strings.ReplaceAll(u.says, "HOST", from)
}

var (
	sends = &use{directive: "form-action", key: "forms", id: "blocked-form", says: "the published site does not let this form send anything to HOST.",
		instead: "A form cannot write mails: give an address of a service that takes forms, or write a link that begins with mailto:."}
	frames = &use{directive: "frame-src", key: "frames", id: "blocked-frame", says: "the published site does not show a frame from HOST.",
		instead: "Put the page into content/static/ and write its path."}
	runs = &use{directive: "script-src", key: "scripts", id: "blocked-script", says: "the published site does not run a script from HOST.",
		instead: "Put the script into content/static/ and write its path."}
	shows = &use{directive: "img-src", key: "images", id: "blocked-picture", says: "the published site does not show a picture from HOST, which would learn who reads this page.",
		instead: "Put the picture beside the text and write its path."}
	plays = &use{directive: "media-src", id: "blocked-sound", says: "the published site does not play sound or films from HOST.",
		instead: `Put the file beside the text and write its path, or link to it. A player that comes in a frame can be allowed: "legpress explain outside" says how.`}
	styles = &use{directive: "style-src", id: "blocked-style", says: "the published site takes no styles or fonts from HOST, which would learn who reads this page.",
		instead: "Put the file into content/static/ and write its path."}
	fetches = &use{directive: "connect-src", id: "blocked-call", says: "the published site does not tell HOST what readers click.",
		instead: "Leave it out."}
	readies = &use{id: "blocked-call", says: "this makes the browsers of all readers call HOST.",
		instead: "Leave it out: it only makes ready what this site does not use."}
	manifests = &use{directive: "manifest-src", id: "blocked-call", says: "the published site takes no manifest from HOST.",
		instead: "Leave it out: the site has one."}
	draws = &use{id: "blocked-picture", says: "browsers take parts of a drawing from the same website only, not from HOST.",
		instead: `Copy the part into this drawing, and write its id: url(#my-part), or href="#my-part".`}
	embeds = &use{directive: "object-src", never: true, id: "blocked-object", says: "the published site shows no <object> and no <embed>.",
		instead: "Link to the file: [Words](its-name.pdf)."}
	bases = &use{directive: "base-uri", never: true, id: "blocked-base", says: "the published site does not heed <base>.",
		instead: "Leave it out, and write whole addresses."}
)

// uses are the attributes that have browsers ask for an address. A "*" stands for any tag.
var uses = map[string]*use{
	"form action": sends, "button formaction": sends, "input formaction": sends,
	"iframe src": frames, "frame src": frames,
	"script src": runs, "script href": runs, "script xlink:href": runs,
	"img src": shows, "img srcset": shows, "image src": shows, "image srcset": shows, // browsers take <image> outside a drawing for <img>
	"source srcset": shows, "input src": shows, "video poster": shows,
	"image href": shows, "image xlink:href": shows, "feimage href": shows, "feimage xlink:href": shows,
	"body background": shows, "table background": shows, "td background": shows, "th background": shows, "tr background": shows,
	"video src": plays, "audio src": plays, "source src": plays, "track src": plays,
	"object data": embeds, "embed src": embeds,
	"base href": bases,
	"a ping":    fetches, "area ping": fetches,
	"* clip-path": draws, "* fill": draws, "* filter": draws, "* marker": draws, "* marker-end": draws, "* marker-mid": draws,
	"* marker-start": draws, "* mask": draws, "* stroke": draws, "* cursor": shows,
}

// drawings are the tags of drawings whose href names another part of a drawing.
var drawings = []string{"use", "textpath", "lineargradient", "radialgradient", "pattern", "mpath"}

// useOf returns how an attribute uses its address; nil if it has none, or only leads there.
func useOf(t rawhtml.Tag, a rawhtml.Attribute) *use {
	switch {
	case t.Name == "link":
		return linkUse(t, a)
	case slices.Contains(drawings, t.Name) && (a.Name == "href" || a.Name == "xlink:href"):
		return draws
	}
	return cmp.Or(uses[t.Name+" "+a.Name], uses["* "+a.Name])
}

// linkUse returns how a <link> uses its address, which hangs on what it says of it.
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
		return styles
	case is("modulepreload"), is("preload") && as.Value == "script":
		return runs
	case is("icon", "apple-touch-icon", "mask-icon", "apple-touch-icon-precomposed"), is("preload") && as.Value == "image":
		return shows
	case is("manifest"):
		return manifests
	case is("preload", "prefetch", "preconnect", "dns-prefetch", "prerender"):
		return readies
	}
	return nil
}
