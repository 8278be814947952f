package feed

import (
	"encoding/xml"
	"time"
)

// Place is an address in a sitemap.
type Place struct {
	URL     string  `xml:"loc"`
	Changed LastMod `xml:"lastmod,omitempty"`
}

// LastMod is the day of a change; the empty one is not written.
type LastMod string

// Day returns a time as the day of a change.
func Day(t time.Time) LastMod {
	if t.IsZero() {
		return ""
	}
	return LastMod(t.Format(time.DateOnly))
}

// Sitemap writes the addresses of a site. The protocol (sitemaps.org, 0.9) allows 50,000.
func Sitemap(places []Place) ([]byte, error) {
	return document(struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Places  []Place  `xml:"url"`
	}{Places: places})
}

// SitemapIndex writes the addresses of sitemaps, where a site needs several.
func SitemapIndex(places []Place) ([]byte, error) {
	return document(struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Places  []Place  `xml:"sitemap"`
	}{Places: places})
}
