// Package policy decides what the pages of a site may load, show and send: the one place that does.
//
// In goes what the author lists below [outside] in site.toml, out come the headers that hosts and the preview send with every file
// (Content-Security-Policy is what browsers keep), and what is wrong with HTML that would not work under them. Everything of the
// site itself is allowed that lies in a file of its own; of what lies elsewhere, the frames of videos that a reader asks for, and
// what is listed. It reads no files and knows nothing of pages.
package policy

import (
	"net/url"
	"slices"
	"strings"
)

// Outside are the addresses on other websites that an author lets pages use.
type Outside struct {
	Forms   []Address // what readers fill in may be sent there
	Frames  []Address // their pages may be shown in a frame
	Scripts []Address // their scripts run, and may ask that website
	Images  []Address // their pictures are shown
}

// Empty reports whether nothing is listed.
func (o Outside) Empty() bool {
	return len(o.Forms)+len(o.Frames)+len(o.Scripts)+len(o.Images) == 0
}

// players are the websites whose videos are shown in a frame once a reader asks for them.
var players = []string{"https://www.youtube-nocookie.com", "https://player.vimeo.com"}

// videoHosts are the websites whose videos an author need not put into a frame.
var videoHosts = []string{"www.youtube.com", "youtube.com", "vimeo.com"}

// Policy is what the pages of one site may do. It is not changed after New returns it.
type Policy struct {
	outside    Outside
	own        *url.URL // where the site is published; nil if that is unknown
	directives []directive
}

// directive is a part of a Content-Security-Policy: a kind of thing, and where it may come from.
type directive struct {
	name    string
	sources []string
}

// New returns the policy of a site that is published at an address.
func New(site string, o Outside) *Policy {
	p := &Policy{outside: o}
	if own, err := url.Parse(site); err == nil && own.Host != "" {
		p.own = own
	}
	asked := make([]Address, len(o.Scripts))
	for i, a := range o.Scripts {
		asked[i] = a.Website() // what a script asks has another path than the script
	}
	p.directives = []directive{
		{"default-src", []string{"'none'"}},
		{"img-src", with([]string{"'self'", "data:"}, o.Images)},
		{"style-src", []string{"'self'"}},
		{"script-src", with([]string{"'self'"}, o.Scripts)},
		{"font-src", []string{"'self'"}},
		{"connect-src", with([]string{"'self'"}, asked)},
		{"manifest-src", []string{"'self'"}},
		{"media-src", []string{"'self'"}},
		{"frame-src", with(append([]string{"'self'"}, players...), o.Frames)},
		{"base-uri", []string{"'none'"}},
		{"form-action", with([]string{"'self'"}, o.Forms)}, // browsers ask for the site, too, where a form's receiver leads back to it
		{"frame-ancestors", []string{"'self'"}},
	}
	return p
}

// with returns a list with addresses behind it, each once.
func with(list []string, addresses []Address) []string {
	for _, a := range addresses {
		if s := a.String(); !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// Widened returns a policy that allows a directive more sources.
func (p *Policy) Widened(name string, sources ...string) *Policy {
	wide := *p
	wide.directives = slices.Clone(p.directives)
	for i := range wide.directives {
		if d := &wide.directives[i]; d.name == name {
			d.sources = slices.Concat(d.sources, sources)
		}
	}
	return &wide
}

// Header is what a host says about a file.
type Header struct{ Name, Value string }

// Headers returns what is to be sent with every file of the site.
func (p *Policy) Headers() []Header {
	return []Header{
		{"Content-Security-Policy", p.String()},
		{"Referrer-Policy", "strict-origin-when-cross-origin"}, // players of videos show nothing to those who say nothing
		{"X-Content-Type-Options", "nosniff"},
	}
}

// String returns the value of the header Content-Security-Policy.
func (p *Policy) String() string {
	var list []string
	for _, d := range p.directives {
		list = append(list, d.name+" "+strings.Join(d.sources, " "))
	}
	return strings.Join(list, "; ")
}

// listed returns the addresses that widen a directive.
func (p *Policy) listed(directive string) []Address {
	switch directive {
	case "form-action":
		return p.outside.Forms
	case "frame-src":
		return p.outside.Frames
	case "script-src":
		return p.outside.Scripts
	case "img-src":
		return p.outside.Images
	}
	return nil
}
