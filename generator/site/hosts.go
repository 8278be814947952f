package site

import "fmt"

// forHosts adds what search engines and hosts look for.
func (b *pageBuilder) forHosts() {
	b.addAll(OfHost, "", Page{})
	if len(b.pages) <= PlacesInSitemap {
		return
	}
	places := 0
	for _, p := range b.pages {
		if p.Listed() {
			places++
		}
	}
	if places <= PlacesInSitemap {
		return
	}
	for n := 1; (n-1)*PlacesInSitemap < places; n++ {
		b.addUnlessCopied(&Page{URL: SitemapURL(n), Output: SitemapFile, List: &List{Number: n}})
	}
}

// PlacesInSitemap is how many addresses one sitemap may have (sitemaps.org, protocol 0.9).
const PlacesInSitemap = 50_000

// SitemapURL returns the address of the nth sitemap, where there are several. The one without a number lists them.
func SitemapURL(n int) string { return fmt.Sprintf("/sitemap-%d.xml", n) }

// addUnlessCopied adds a page, unless a file of the author's has its address.
func (b *pageBuilder) addUnlessCopied(p *Page) {
	if b.files.public[p.URL] == nil {
		b.add(p)
	}
}
