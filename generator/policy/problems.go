package policy

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// Problems says what in a piece of HTML the policy blocks, at its place: what would work nowhere but in a browser that is not told of
// the policy.
func (p *Policy) Problems(tags []rawhtml.Tag) diag.List {
	var found diag.List
	for _, t := range tags {
		found.Add(p.codeProblems(t)...)
		for _, a := range t.Attributes {
			found.Add(p.attribute(t, a)...)
		}
		found.Add(p.formProblems(t)...)
	}
	return found
}

// attribute says what is wrong with one attribute.
func (p *Policy) attribute(t rawhtml.Tag, a rawhtml.Attribute) diag.List {
	switch {
	case a.Name == "style":
		return diag.List{diag.Warningf(a.Pos, "blocked-style", `readers do not see what style="..." says: the published site takes styles from files only.`).
			WithHint(`Write class="my-box" instead, and say how that looks in content/static/my.css, with <link rel="stylesheet" href="%s"> in the text.`, p.path("my.css"))}
	case strings.HasPrefix(a.Name, "on") && len(a.Name) > 2:
		return diag.List{diag.Errorf(a.Pos, "blocked-script", `%s="..." does nothing on the published site, which runs scripts from files only.`, a.Name).
			WithHint(`Leave it out, or let a script do it that lies in content/static/my.js: <script src="%s" defer></script>.`, p.path("my.js"))}
	}
	if problem := deadAddress(t, a); problem != nil {
		return diag.List{*problem}
	}
	return p.addresses(t, a)
}

// addresses says which addresses in an attribute are blocked.
func (p *Policy) addresses(t rawhtml.Tag, a rawhtml.Attribute) diag.List {
	use := useOf(t, a)
	if use == nil {
		return nil
	}
	var found diag.List
	for _, address := range t.Addresses(a) {
		if problem := p.address(use, address, a.Pos); problem != nil {
			found.Add(*problem)
		}
	}
	return found
}

// address says what is wrong with an address that is used in some way; nil if nothing is.
func (p *Policy) address(use *use, address string, at diag.Position) *diag.Problem {
	address = tidy(address)
	to, kind := p.read(address)
	var problem diag.Problem
	switch {
	case use == shows && to.scheme == "data":
		return nil
	case use.never, kind == otherwise, kind == elsewhere && !p.allows(use, to):
		problem = diag.Errorf(at, use.id, "%s", use.message(to)).WithHint("%s", p.wayOut(use, to))
	case kind == onSite, kind == elsewhere && strings.HasPrefix(address, to.scheme+":"):
		return nil
	case kind == ownWebsite:
		problem = diag.Warningf(at, "own-address", "%s is an address of this site itself, which the preview cannot show.", quoted(address)).
			WithHint("Write it without the name of the site: %s.", quoted(p.pathOf(address)))
	default:
		problem = diag.Errorf(at, use.id, "%s does not begin with https:, so the published site may not get it.", quoted(address)).
			WithHint("Write %s.", quoted(to.scheme+":"+address[strings.Index(address, "//"):]))
	}
	return &problem
}

// StyleProblems says which addresses in a stylesheet are blocked: of pictures and fonts, and of other stylesheets.
func (p *Policy) StyleProblems(addresses []rawhtml.StyleAddress) diag.List {
	var found diag.List
	for _, a := range addresses {
		use := shows
		if a.Imported || isFont(a.Address) {
			use = styles
		}
		if problem := p.address(use, a.Address, a.Pos); problem != nil {
			found.Add(*problem)
		}
	}
	return found
}

// isFont reports whether an address is that of a font, by its name.
func isFont(address string) bool {
	name, _, _ := strings.Cut(strings.ToLower(address), "?")
	return strings.HasPrefix(name, "data:font") || slices.Contains([]string{".woff", ".woff2", ".ttf", ".otf", ".eot"}, path.Ext(name))
}

// wayOut says how a thing from elsewhere can be had after all.
func (p *Policy) wayOut(use *use, to Address) string {
	if use.key == "" || to.host == "" {
		return use.instead
	}
	if use == frames && slices.Contains(videoHosts, to.host) {
		return "Write it as a video on a line of its own: ![What it shows](https://www.youtube.com/watch?v=...). Nothing is asked of that website before a reader clicks."
	}
	site := quoted(to.Website().String())
	if len(p.listed(use.directive)) > 0 {
		return "If readers are to have it, add " + site + " to " + use.key + `, below [outside] in site.toml. "legpress explain outside" says what that means for them.`
	}
	return "If readers are to have it, write in site.toml, below a line [outside]: " + use.key + " = [" + site + `]. "legpress explain outside" says what that means for them.`
}

// allows reports whether the policy lets an address elsewhere be used so.
func (p *Policy) allows(use *use, to Address) bool {
	if use == readies { // to get a website ready: for whatever is listed
		return slices.ContainsFunc(slices.Concat(p.outside.Forms, p.outside.Frames, p.outside.Scripts, p.outside.Images),
			func(a Address) bool { return a.Website().Holds(to.Website()) })
	}
	if use.directive == "frame-src" && slices.Contains(players, to.Website().String()) {
		return true
	}
	return slices.ContainsFunc(p.listed(use.directive), func(a Address) bool { return a.Holds(to) })
}

// AllowsImage reports whether a picture at an address elsewhere is shown.
func (p *Policy) AllowsImage(address string) bool {
	to, kind := p.read(address)
	return kind == elsewhere && p.allows(shows, to) && strings.HasPrefix(address, to.scheme+":")
}

// place says where an address leads.
type place int

const (
	onSite     place = iota // it is a path
	ownWebsite              // it is a path with the site's name in front
	elsewhere               // another website
	otherwise               // no website: a mail, or what is meant stands in the address itself
)

// read returns where an address leads. An address elsewhere is read as if it
// began with https:, and of one that leads otherwise the scheme is all there is.
func (p *Policy) read(address string) (Address, place) {
	text := tidy(address)
	if strings.HasPrefix(text, "//") {
		text = "https:" + text
	}
	u, err := url.Parse(text)
	if err != nil { // browsers forgive a % by itself
		u, err = url.Parse(strings.ReplaceAll(text, "%", "%25"))
	}
	switch {
	case err != nil && strings.HasPrefix(strings.ToLower(text), "http"):
		return Address{scheme: "https"}, elsewhere
	case err != nil || u.Scheme == "" || u.Scheme == "about":
		return Address{}, onSite
	case u.Scheme != "https" && u.Scheme != "http":
		return Address{scheme: u.Scheme}, otherwise
	case p.own != nil && strings.EqualFold(u.Host, p.own.Host):
		return Address{}, ownWebsite
	}
	host, _ := readHost(u.Hostname())
	a := Address{scheme: u.Scheme, host: host, port: u.Port(), path: withoutDots(u.EscapedPath())}
	if !loopback(a.host) {
		a.scheme = "https"
	}
	return a, elsewhere
}

// tidy returns an address as browsers read it: they leave out line ends, tabs and blanks around it, and take \ for /.
func tidy(address string) string {
	text := strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	return strings.NewReplacer("\n", "", "\r", "", "\t", "", `\`, "/").Replace(text)
}

// path returns the address of a file of the site.
func (p *Policy) path(name string) string {
	if p.own == nil {
		return "/" + name
	}
	return strings.TrimSuffix(p.own.Path, "/") + "/" + name
}

// pathOf returns the path in an address of the site itself.
func (p *Policy) pathOf(address string) string {
	if u, err := url.Parse(address); err == nil {
		u.Scheme, u.Host, u.User = "", "", nil
		return u.String()
	}
	return "/"
}
