package policy

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// Address is an address of another website, as a Content-Security-Policy has it: https://calendly.com, or a part of a website,
// https://www.google.com/maps/. A path that ends with a slash means everything below it, and no path the whole website.
type Address struct {
	scheme, host, port string // the host in small letters and ASCII; "*." at its beginning means all names below
	path               string // escaped; "" for all
}

// String returns the address as a Content-Security-Policy has it.
func (a Address) String() string {
	s := a.scheme + "://" + a.host
	if a.port != "" {
		s += ":" + a.port
	}
	return s + a.path
}

// Host returns the name of the website, as people read it.
func (a Address) Host() string {
	if plain, err := idna.ToUnicode(strings.TrimPrefix(a.host, "*.")); err == nil {
		return plain
	}
	return a.host
}

// Website returns the address without its path.
func (a Address) Website() Address {
	a.path = ""
	return a
}

// Loopback reports whether the address is one of the reader's own computer.
func (a Address) Loopback() bool { return loopback(a.host) }

// Holds reports whether another address is a part of this one.
func (a Address) Holds(b Address) bool {
	return a.scheme == b.scheme && a.portOrUsual() == b.portOrUsual() && a.holdsHost(b.host) && a.holdsPath(b.path)
}

func (a Address) holdsHost(host string) bool {
	if domain, ok := strings.CutPrefix(a.host, "*"); ok {
		return strings.HasSuffix(host, domain)
	}
	return a.host == host
}

func (a Address) holdsPath(path string) bool {
	switch {
	case a.path == "":
		return true
	case strings.HasSuffix(a.path, "/"):
		return strings.HasPrefix(path, a.path)
	}
	return path == a.path
}

func (a Address) portOrUsual() string {
	switch {
	case a.port != "":
		return a.port
	case a.scheme == "http":
		return "80"
	}
	return "443"
}

func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || err == nil && ip.IsLoopback()
}

// Fault is what is wrong with an address, and what to write instead.
type Fault struct{ Message, Hint string }

const addressExample = `It looks like "https://calendly.com".`

// wildcards are the sources that would allow all websites.
var wildcards = []string{"*", "*://*", "https://*", "http://*", "https:", "http:", "https:*", "http:*"}

// ReadAddress reads an address as an author lists it. The fault is nil where it can be used.
func ReadAddress(text string) (Address, *Fault) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return Address{}, &Fault{"there is no address here.", addressExample}
	case slices.Contains(wildcards, strings.ToLower(strings.TrimRight(text, "/"))):
		return Address{}, &Fault{quoted(text) + " would let every website in.", "Name the websites that you use, one by one. " + addressExample}
	case strings.ContainsAny(text, " \t\r\n"):
		return Address{}, noAddress(text)
	case strings.HasPrefix(text, "//"):
		return Address{}, &Fault{quoted(text) + " does not say how to get there.", "Write " + quoted("https:"+text) + "."}
	case !strings.Contains(text, "://"):
		return Address{}, withoutScheme(text)
	}
	return readURL(text)
}

// withoutScheme returns the fault of an address without https://.
func withoutScheme(text string) *Fault {
	if _, wrong := readURL("https://" + text); wrong == nil {
		return &Fault{quoted(text) + " does not say how to get there.", "Did you mean " + quoted("https://"+text) + "?"}
	}
	return noAddress(text)
}

// noAddress returns the fault of a text that is no address. For the name of a known service it says what that needs.
func noAddress(text string) *Fault {
	f := &Fault{quoted(text) + " is no address.", "Write the address that stands in what the service gave you, behind src= or action=. " + addressExample}
	for _, s := range Services() {
		if plainName(s.Name) == plainName(text) {
			f.Hint = s.Name + " needs " + s.Keys() + "."
		}
	}
	return f
}

// plainName returns a name without what is spelled in several ways.
func plainName(name string) string {
	return strings.NewReplacer(" ", "", "-", "", ".", "").Replace(strings.ToLower(name))
}

func readURL(text string) (Address, *Fault) {
	u, err := url.Parse(strings.Replace(text, "://*.", "://", 1)) // url.Parse takes no star
	if err != nil || u.Host == "" {
		return Address{}, &Fault{quoted(text) + " is no address of a website.", addressExample}
	}
	a := Address{scheme: strings.ToLower(u.Scheme), port: u.Port(), path: u.EscapedPath()}
	if a.path == "/" {
		a.path = ""
	}
	if number, err := strconv.Atoi(a.port); a.port != "" && (err != nil || number < 1 || number > 65535) {
		return a, &Fault{"a port is a number from 1 to 65535, which " + quoted(a.port) + " is not.", "Leave it out with its colon, as a rule."}
	}
	var ok bool
	a.host, ok = readHost(u.Hostname())
	if strings.Contains(text, "://*.") {
		a.host = "*." + a.host
		ok = ok && !loopback(a.host[2:]) && strings.Contains(a.host[2:], ".")
	}
	switch {
	case a.scheme == "http" && !loopback(a.host):
		return a, &Fault{"what comes over http can be read and changed on its way.", "Write " + quoted("https"+text[len("http"):]) + "."}
	case a.scheme != "https" && a.scheme != "http":
		return a, &Fault{"an address here begins with https://, not with " + a.scheme + ":.", addressExample}
	case !ok:
		return a, &Fault{quoted(u.Hostname()) + " is not the name of a website.", addressExample}
	case u.User != nil:
		return a, &Fault{"there is a name before the @ in this address, which every reader could see.", "Leave it out with the @."}
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.HasSuffix(text, "#"):
		return a, &Fault{"an address here ends before its ? or #.", "Write " + quoted(text[:strings.IndexAny(text, "?#")]) + "."}
	case withoutDots(a.path) != a.path:
		plain := a
		if plain.path = withoutDots(a.path); plain.path == "/" {
			plain.path = ""
		}
		return a, &Fault{"there is . or .. in the path of this address, which browsers take out.", "Write " + quoted(plain.String()) + "."}
	case strings.ContainsAny(a.path, ";,*'"):
		return a, &Fault{"the path of an address cannot have ; or , or * or ' in it here.", "End it before, behind a slash, or leave the path out: " + quoted(a.Website().String()) + "."}
	}
	return a, nil
}

// withoutDots returns a path as browsers ask for it: without "." and without ".." and the folder before it. They read %2e as a dot.
func withoutDots(path string) string {
	var kept []string
	parts := strings.Split(path, "/")
	for i, part := range parts {
		dots := strings.ReplaceAll(strings.ToLower(part), "%2e", ".")
		if dots != "." && dots != ".." {
			kept = append(kept, part)
			continue
		}
		if dots == ".." && len(kept) > 1 { // the first part is empty: it is before the first slash
			kept = kept[:len(kept)-1]
		}
		if i == len(parts)-1 {
			kept = append(kept, "")
		}
	}
	return strings.Join(kept, "/")
}

// readHost returns the name of a website in ASCII, and whether it can be one.
func readHost(host string) (string, bool) {
	name, err := idna.Lookup.ToASCII(strings.TrimSuffix(host, "."))
	if err != nil {
		return host, false
	}
	labels := strings.Split(name, ".")
	ok := (len(labels) > 1 || loopback(name)) && !slices.Contains(labels, "") && !strings.ContainsAny(name, ":*_")
	return name, ok
}

func quoted(text string) string { return `"` + text + `"` }
