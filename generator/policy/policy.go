// Package policy decides what the pages of a site may load, show and send. No other package does.
//
// In goes what the author lists below [outside] in site.toml. Out come the headers that hosts and the preview send with every file, of
// which browsers enforce Content-Security-Policy, and the problems of HTML that would not work under them. Files of the site itself are
// allowed; of other websites, the frames of videos that a reader asks for and what is listed. The package must not read files and
// does not know pages.
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

// players are the websites of the frames in which videos play once a reader asks for them.
var players = []string{"https://www.youtube-nocookie.com", "https://player.vimeo.com"}

// videoHosts are the websites of which an author can show a video without writing a frame.
var videoHosts = []string{"www.youtube.com", "youtube.com", "vimeo.com"}

// Policy is what the pages of one site may do. It does not change.
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
		asked[i] = a.Website() // a script asks for other paths than its own
	}
	p.directives = []directive{
		{"default-src", []string{"'none'"}},
		{"img-src", appendOnce([]string{"'self'", "data:"}, o.Images)},
		{"style-src", []string{"'self'"}},
		{"script-src", appendOnce([]string{"'self'"}, o.Scripts)},
		{"worker-src", []string{"'self'"}}, // with the list of scripts, a worker of another website would go on when the page is closed
		{"font-src", []string{"'self'"}},
		{"connect-src", appendOnce([]string{"'self'"}, asked)},
		{"manifest-src", []string{"'self'"}},
		{"media-src", []string{"'self'"}},
		{"frame-src", appendOnce(append([]string{"'self'"}, players...), o.Frames)},
		{"base-uri", []string{"'none'"}},
		{"form-action", appendOnce([]string{"'self'"}, o.Forms)}, // 'self', because a form's receiver may redirect back to the site
		{"frame-ancestors", []string{"'self'"}},
	}
	return p
}

// appendOnce appends the addresses that are not in the list.
func appendOnce(list []string, addresses []Address) []string {
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

// Header is a header that a host sends with a file.
type Header struct{ Name, Value string }

// Headers returns what is to be sent with every file of the site.
func (p *Policy) Headers() []Header {
	return []Header{
		{"Content-Security-Policy", p.String()},
		{"Referrer-Policy", "strict-origin-when-cross-origin"}, // video players refuse a page that sends no referrer
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

// outsideFor returns the listed addresses that a directive allows.
func (p *Policy) outsideFor(directive string) []Address {
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
