package policy

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// Problems returns what in the HTML the policy blocks. It would work only where the headers are not sent.
func (p *Policy) Problems(tags []rawhtml.Tag) diag.List {
	var found diag.List
	for _, t := range tags {
		found.Add(p.codeProblems(t)...)
		for _, a := range t.Attributes {
			found.Add(p.attributeProblems(t, a)...)
		}
		found.Add(p.formProblems(t)...)
	}
	return found
}

// attributeProblems returns what is wrong with one attribute.
func (p *Policy) attributeProblems(t rawhtml.Tag, a rawhtml.Attribute) diag.List {
	switch {
	case a.Name == "style":
		return diag.List{diag.Warningf(a.Pos, "blocked-style", `readers do not see what style="..." says: the published site takes styles from files only.`).
			WithHint(`Write class="my-box" instead, and say how that looks in content/static/my.css, with <link rel="stylesheet" href="%s"> in the text.`, p.path("my.css"))}
	case strings.HasPrefix(a.Name, "on") && len(a.Name) > 2:
		return diag.List{diag.Errorf(a.Pos, "blocked-script", `%s="..." does nothing on the published site, which runs scripts from files only.`, a.Name).
			WithHint(`Leave it out, or let a script do it that lies in content/static/my.js: <script src="%s" defer></script>.`, p.path("my.js"))}
	}
	if problem := deadAddressProblem(t, a); problem != nil {
		return diag.List{*problem}
	}
	return p.addressProblems(t, a)
}

// addressProblems returns which addresses in an attribute are blocked.
func (p *Policy) addressProblems(t rawhtml.Tag, a rawhtml.Attribute) diag.List {
	use := useOf(t, a)
	if use == nil {
		return nil
	}
	var found diag.List
	for _, address := range t.Addresses(a) {
		if problem := p.addressProblem(use, address, a.Pos); problem != nil {
			found.Add(*problem)
		}
	}
	return found
}

// addressProblem returns what is wrong with an address; nil if nothing is. The use decides what is allowed.
func (p *Policy) addressProblem(use *use, address string, at diag.Position) *diag.Problem {
	address = normalized(address)
	to, kind := p.destinationOf(address)
	var problem diag.Problem
	switch {
	case use == imageUse && to.scheme == "data":
		return nil
	case use.never, kind == notAWebsite, kind == otherWebsite && !p.allows(use, to):
		problem = diag.Errorf(at, use.id, "%s", use.messageFor(to)).WithHint("%s", p.hintFor(use, to))
	case kind == onSite, kind == otherWebsite && strings.HasPrefix(address, to.scheme+":"):
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

// StyleProblems returns which addresses in a stylesheet are blocked: of pictures, fonts and other stylesheets.
func (p *Policy) StyleProblems(addresses []rawhtml.StyleAddress) diag.List {
	var found diag.List
	for _, a := range addresses {
		use := imageUse
		if a.Imported || isFont(a.Address) {
			use = styleUse
		}
		if problem := p.addressProblem(use, a.Address, a.Pos); problem != nil {
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

// hintFor returns how something of another website can be allowed, or what to write instead.
func (p *Policy) hintFor(use *use, to Address) string {
	if use.key == "" || to.host == "" {
		return use.alternative
	}
	if use == frameUse && slices.Contains(videoHosts, to.host) {
		return "Write it as a video on a line of its own: ![What it shows](https://www.youtube.com/watch?v=...). Nothing is asked of that website before a reader clicks."
	}
	site := quoted(to.Website().String())
	if len(p.outsideFor(use.directive)) > 0 {
		return "If readers are to have it, add " + site + " to " + use.key + `, below [outside] in site.toml. "legpress explain outside" says what that means for them.`
	}
	return "If readers are to have it, write in site.toml, below a line [outside]: " + use.key + " = [" + site + `]. "legpress explain outside" says what that means for them.`
}

// allows reports whether an address of another website may be used in a way.
func (p *Policy) allows(use *use, to Address) bool {
	if use == preloadUse { // preparing a connection is allowed to every listed website
		return slices.ContainsFunc(slices.Concat(p.outside.Forms, p.outside.Frames, p.outside.Scripts, p.outside.Images),
			func(a Address) bool { return a.Website().Holds(to.Website()) })
	}
	if use.directive == "frame-src" && slices.Contains(players, to.Website().String()) {
		return true
	}
	return slices.ContainsFunc(p.outsideFor(use.directive), func(a Address) bool { return a.Holds(to) })
}

// AllowsImage reports whether a picture of another website is shown.
func (p *Policy) AllowsImage(address string) bool {
	to, kind := p.destinationOf(address)
	return kind == otherWebsite && p.allows(imageUse, to) && strings.HasPrefix(address, to.scheme+":")
}

// destination is where an address leads.
type destination int

const (
	onSite       destination = iota // a path
	ownWebsite                      // the site itself, with its name in front of the path
	otherWebsite                    // another website
	notAWebsite                     // an address as of a mail, or one that holds its data itself
)

// destinationOf returns where an address leads, and for another website its address, with https: as its scheme. For notAWebsite only the
// scheme is set.
func (p *Policy) destinationOf(address string) (Address, destination) {
	text := normalized(address)
	if strings.HasPrefix(text, "//") {
		text = "https:" + text
	}
	u, err := url.Parse(text)
	if err != nil { // browsers accept a % by itself
		u, err = url.Parse(strings.ReplaceAll(text, "%", "%25"))
	}
	switch {
	case err != nil && strings.HasPrefix(strings.ToLower(text), "http"):
		return Address{scheme: "https"}, otherWebsite
	case err != nil || u.Scheme == "" || u.Scheme == "about":
		return Address{}, onSite
	case u.Scheme != "https" && u.Scheme != "http":
		return Address{scheme: u.Scheme}, notAWebsite
	case p.own != nil && strings.EqualFold(u.Host, p.own.Host):
		return Address{}, ownWebsite
	}
	host, _ := readHost(u.Hostname())
	a := Address{scheme: u.Scheme, host: host, port: u.Port(), path: withoutDots(u.EscapedPath())}
	if !loopback(a.host) {
		a.scheme = "https"
	}
	return a, otherWebsite
}

// normalized returns an address as browsers read it: without line ends, tabs and blanks around it, and with / for \.
func normalized(address string) string {
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
