package site

import (
	"cmp"
	"net/url"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// This file gives feeds and their entries ids that stay: readers show an article with another id as a new one (RFC 4287, section 4.2.6).

// FeedID returns the id of what is at an address on the site: that which it had when feeds were first subscribed to.
func (s *Settings) FeedID(address string) string {
	return strings.TrimSuffix(cmp.Or(s.FeedBase, s.URL), "/") + (&url.URL{Path: address}).EscapedPath()
}

// EntryID returns the id of an article in feeds: the one that its author names, or that of the first address it had.
func (s *Settings) EntryID(a *Article) string {
	switch {
	case a.FeedID.Value != "":
		return a.FeedID.Value
	case len(a.Aliases) > 0:
		return s.FeedID(a.Aliases[0].Value)
	}
	return s.FeedID(a.URL)
}

// readFeedID reads the id that an article has in feeds.
func (a *Article) readFeedID(t *tomlfile.Table) diag.List {
	if !t.Has("feed_id") {
		return nil
	}
	id := strings.TrimSpace(t.String("feed_id"))
	scheme, rest, ok := strings.Cut(id, ":")
	if !ok || scheme == "" || rest == "" || strings.ContainsFunc(id, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"", r)
	}) ||
		strings.ContainsFunc(scheme, func(r rune) bool {
			return r > 'z' || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+-.", r)
		}) {
		return diag.List{diag.Errorf(t.ValuePos("feed_id"), "bad-feed-id", "%q cannot be an id in feeds.", clipped(id)).
			WithHint(`Write the one that the old feed has, like "https://old-name.example/?p=12" or "urn:uuid:...", or leave feed_id out.`)}
	}
	a.FeedID = tomlfile.Text{Value: id, Pos: t.ValuePos("feed_id")}
	return nil
}
