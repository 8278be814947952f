package parse

import (
	"cmp"
	"net/url"
	"strings"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/nfc"
)

// Absolute returns an address on the site in full, with scheme, host and folder.
func (s *Settings) Absolute(address string) string {
	return strings.TrimSuffix(s.URL, "/") + (&url.URL{Path: address}).EscapedPath()
}

// IsOwn reports whether a full address has the host of the site, whatever its scheme.
func (s *Settings) IsOwn(address string) bool {
	_, own, _ := strings.Cut(s.URL, "://")
	_, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(own, "/")
	return len(rest) >= len(host) && strings.EqualFold(rest[:len(host)], host) && (len(rest) == len(host) || rest[len(host)] == '/')
}

// TagURL returns the address of the list of a tag. Letters become those of addresses as the site's language has it: "Übung" is
// "uebung" in German.
func (s *Settings) TagURL(name string) string {
	language, _, _ := strings.Cut(s.Language, "-")
	address := slug.MakeLang(nfc.String(name), language)
	if address == "" {
		address = "tag"
	}
	return "/tags/" + address + "/"
}

// FeedID returns the id in feeds of what is at an address on the site. It is built from the site's first address, feed_base: feed readers
// would show an article with another id as a new one (RFC 4287, section 4.2.6).
func (s *Settings) FeedID(address string) string {
	return strings.TrimSuffix(cmp.Or(s.FeedBase, s.URL), "/") + (&url.URL{Path: address}).EscapedPath()
}

// EntryID returns the id of an article in feeds: the one in its front matter, else that of its oldest address.
func (s *Settings) EntryID(a *Article) string {
	switch {
	case a.FeedID.Value != "":
		return a.FeedID.Value
	case len(a.Aliases) > 0:
		return s.FeedID(a.Aliases[0].Value)
	}
	return s.FeedID(a.URL)
}
