package parse

import (
	"fmt"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// webAddress is an address on the web, split into the parts that an author typed. They may be wrong.
type webAddress struct {
	typed   string
	scheme  string // in small letters, without ":"; "" if there is none
	slashes int    // behind it
	user    string // with its "@", or ""
	host    string
	port    string // without ":"
	path    string
	rest    string // a query and a fragment, with their signs
}

// readWebAddress splits an address into its parts. It reports nothing: wrongPlace and wrongFolder do.
func readWebAddress(typed string) webAddress {
	a := webAddress{typed: typed}
	s := strings.ReplaceAll(nfc.String(strings.TrimSpace(typed)), `\`, "/")
	if word, after, ok := strings.Cut(s, ":"); ok && isScheme(word, after) {
		a.scheme, s = strings.ToLower(word), after
	}
	bare := strings.TrimLeft(s, "/")
	a.slashes, s = len(s)-len(bare), bare
	if i := strings.IndexAny(s, "?#"); i >= 0 {
		s, a.rest = s[:i], s[i:]
	}
	if i := strings.IndexByte(s, '/'); i >= 0 {
		s, a.path = s[:i], s[i:]
	}
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		a.user, s = s[:i+1], s[i+1:]
	}
	a.host = s
	if i := strings.LastIndexByte(s, ':'); i >= 0 && !strings.HasSuffix(s, "]") {
		a.host, a.port = s[:i], s[i+1:]
	}
	return a
}

// isScheme reports whether a word before a colon is a scheme. In "example.org:8080" it is a host.
func isScheme(word, after string) bool {
	return word != "" && !strings.ContainsAny(word, "./?#[@") && (strings.HasPrefix(after, "/") || slices.Contains([]string{"http", "https"}, strings.ToLower(word)))
}

// wrongPlace returns what is wrong with an address before its path, as the rest of a sentence that begins with the address; "" if nothing
// is.
func (a webAddress) wrongPlace() string {
	switch _, err := plainHost(a.host); {
	case strings.TrimSpace(a.typed) == "":
		return "is empty"
	case !utf8.ValidString(a.typed) || strings.ContainsFunc(a.typed, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }):
		return "has a character that cannot be seen"
	case strings.ContainsFunc(strings.TrimSpace(a.typed), unicode.IsSpace):
		return "has a blank in it"
	case strings.Contains(a.typed, `\`):
		return `has \ where / belongs`
	case a.scheme == "":
		return "does not begin with https://"
	case a.scheme != "https" && a.scheme != "http":
		return fmt.Sprintf("begins with %s:, which is not how a website begins", a.scheme)
	case a.slashes != 2:
		return fmt.Sprintf("does not have two slashes behind %s:", a.scheme)
	case a.user != "":
		return "has a name or a password in front of an @, which everybody could read"
	case a.host == "":
		return "does not say which website"
	case strings.HasSuffix(a.host, "."):
		return "has a dot behind the name of the website"
	case err != nil:
		return fmt.Sprintf("has %q where the name of a website belongs", a.host)
	case !goodPort(a.port):
		return fmt.Sprintf("has %q where the number of a port belongs", a.port)
	}
	return ""
}

// goodPort reports whether a port may stand in an address: a number of 1 to 65535 (RFC 6335), or none.
func goodPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return port == "" || err == nil && n > 0 && port[0] != '0'
}

// wrongFolder returns what is wrong with the path of an address as the folder of a site, in the same way; "" if nothing is.
func (a webAddress) wrongFolder() string {
	if a.rest != "" {
		return fmt.Sprintf("has %q behind it, which belongs to one page", a.rest[:1])
	}
	names := strings.Split(strings.TrimSuffix(a.path, "/"), "/")
	for i, typed := range names[min(1, len(names)):] {
		name, err := url.PathUnescape(typed)
		switch {
		case err != nil:
			return fmt.Sprintf("has %q, in which a %% stands for no letter", typed)
		case name == "":
			return "has two slashes in a row"
		case name == "." || name == "..":
			return fmt.Sprintf("has %q, which is no name of a folder", name)
		case strings.ContainsFunc(name, oddInFolder) || strings.TrimSpace(name) != name:
			return fmt.Sprintf("has %q, which is no good name of a folder", name)
		case name[0] == '_' || name[0] == '.':
			return fmt.Sprintf("has the folder %q, and many hosts do not show what begins with _ or a dot", name)
		case i == len(names)-2 && isPageName(name):
			return fmt.Sprintf("has %q at its end, which is a page and no folder", name)
		}
	}
	return ""
}

// oddInFolder reports whether a character cannot stand in the name of a site's folder, because hosts give some a meaning of their own.
func oddInFolder(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-_.~ ", r) || r == utf8.RuneError
}

func isPageName(name string) bool {
	return slices.Contains([]string{".html", ".htm", ".php"}, strings.ToLower(path.Ext(name)))
}

// plainHost returns a host as it stands in addresses: in small letters, with those of other alphabets encoded by RFC 5891.
func plainHost(typed string) (string, error) {
	if inner, ok := strings.CutPrefix(typed, "["); ok {
		ip, err := netip.ParseAddr(strings.TrimSuffix(inner, "]"))
		if err != nil || !ip.Is6() || ip.Zone() != "" || !strings.HasSuffix(typed, "]") {
			return "", fmt.Errorf("%q is no address of the version 6", typed)
		}
		return "[" + ip.String() + "]", nil
	}
	host, err := hostNames().ToASCII(typed)
	if err != nil {
		return "", err
	}
	labels := strings.Split(host, ".")
	for _, label := range labels {
		if label == "" || len(label) > 63 || strings.Trim(label, "-") != label || strings.ContainsFunc(label, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '_'
		}) {
			return "", fmt.Errorf("%q cannot be a part of a host", label)
		}
	}
	if last := labels[len(labels)-1]; strings.Trim(last, "0123456789") == "" || len(host) > 253 {
		_, err = netip.ParseAddr(host)
	}
	return host, err
}

// hostNames reads names of hosts as browsers do, but lets "_" stand in them.
func hostNames() *idna.Profile {
	return idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule(), idna.StrictDomainName(false))
}

// site returns the address of a site and its folder in their normal form. Nothing may be wrong with what was typed.
func (a webAddress) site() (address, base string) {
	host, _ := plainHost(a.host)
	if a.port != "" && a.port != map[string]string{"http": "80", "https": "443"}[a.scheme] {
		host += ":" + a.port
	}
	folder, _ := url.PathUnescape(strings.TrimRight(a.path, "/"))
	base = (&url.URL{Path: nfc.String(folder)}).EscapedPath()
	return a.scheme + "://" + host + base + "/", base
}

// mended returns the address that was probably meant by a wrong one; "" if that cannot be known.
func (a webAddress) mended() string {
	if a.scheme == "" && a.slashes == 1 { // a path
		return ""
	}
	b := webAddress{scheme: "https", slashes: 2, port: a.port, host: strings.Trim(strings.Join(strings.Fields(a.host), ""), ".")}
	if a.scheme == "http" {
		b.scheme = "http"
	}
	if !goodPort(a.port) {
		b.port = ""
	}
	names := strings.Split(a.path, "/")
	for i, typed := range names {
		name, err := url.PathUnescape(typed)
		name = strings.TrimLeft(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || oddInFolder(r) }), "-"), "_.-")
		if err == nil && name != "" && (i < len(names)-1 || !isPageName(name)) {
			b.path += "/" + name
		}
	}
	b.typed = b.host
	if b.wrongPlace() != "" || b.wrongFolder() != "" {
		return ""
	}
	address, _ := b.site()
	return readable(address)
}

// readable returns an address as people read it, with the letters of all alphabets decoded.
func readable(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if name, err := hostNames().ToUnicode(u.Hostname()); err == nil && !strings.HasPrefix(u.Host, "[") {
		u.Host = strings.Replace(u.Host, u.Hostname(), name, 1)
	}
	return u.Scheme + "://" + u.Host + u.Path
}

// badURL returns the problem of an address that cannot be that of a site.
func (a webAddress) badURL(at diag.Position, wrong string) diag.Problem {
	p := diag.Errorf(at, "bad-url", "%q %s.", clipped(a.typed), wrong)
	if mended := a.mended(); mended != "" {
		return p.WithHint("Write it like this: %q.", mended)
	}
	return p.WithHint(`Write it as it stands in a browser, like "https://example.org/" or "https://example.org/strength/".`)
}

// clipped returns the first 100 bytes of a text, with "…" if there are more.
func clipped(s string) string {
	const most = 100 // bytes
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
