package check

import (
	"net/url"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/site"
)

// Names that a host or an upload program may leave out, and names that Legpress keeps for itself.

// hosts reports files in folders of Legpress, and files that do not do on a host what they do here.
func (c *checker) hosts() {
	for _, f := range c.site.Files {
		if folder := keptFolder(f.URL); folder != "" && f.Photo == nil {
			c.add(diag.Errorf(diag.Position{File: f.File.Path}, "kept-folder", "the folder %s is kept for what Legpress makes.", folder).
				WithHint("Give the folder another name."))
		}
		c.copiedPage(f)
		c.copiedStyles(f)
		if f.URL == site.HeadersFile.Of("") {
			c.add(diag.Warningf(diag.Position{File: f.File.Path}, "own-headers", "this file takes the place of the one that Legpress makes, with the policy that the preview shows and what lets browsers keep files.").
				WithHint("Build once without it, and begin yours with what then stands in public/_headers."))
		}
	}
}

// copiedPage warns of what the policy blocks in a page that is copied as it is, once for each kind of problem: as a rule another program has
// made the page, and it may be full of them.
func (c *checker) copiedPage(f site.Copied) {
	said := map[string]bool{}
	for _, p := range c.policy.Problems(f.Tags) {
		if !said[p.ID] {
			said[p.ID] = true
			p.Severity = diag.Warning
			c.add(p)
		}
	}
}

// copiedStyles warns of what the policy blocks in a stylesheet that is copied as it is.
func (c *checker) copiedStyles(f site.Copied) {
	for _, p := range c.policy.StyleProblems(f.Styles) {
		p.Severity = diag.Warning
		c.add(p)
	}
}

// keptFolder returns the folder of Legpress in which an address lies; "" for none.
func keptFolder(address string) string {
	for _, folder := range site.LastingFolders() {
		if strings.HasPrefix(strings.ToLower(address)+"/", folder) {
			return folder
		}
	}
	return ""
}

// leftOut reports whether a part of an address begins with an underscore, as names do that some hosts keep for themselves.
func leftOut(address string) bool { return strings.Contains(address, "/_") }

// leftOutFile warns of a file which a text needs and many hosts leave out.
func (c *checker) leftOutFile(address string, at diag.Position) {
	if leftOut(address) && c.site.CopiedAt(address) != nil {
		c.add(diag.Warningf(at, "left-out-name", "many web hosts leave out names that begin with _: there %s is missing.", path.Base(address)).
			WithHint("Rename what begins so, the file or a folder around it, and here as well."))
	}
}

// leftOutIn is leftOutFile for the files that an HTML tag names. Their addresses include the folder in which the site is published.
func (c *checker) leftOutIn(p *site.Page, tag rawhtml.Tag) {
	for _, a := range tag.Attributes {
		for _, address := range tag.Addresses(a) {
			if u, err := url.Parse(address); err == nil && u.Host == "" && u.Scheme == "" && strings.Contains(u.Path, "_") {
				at := u.Path
				if !strings.HasPrefix(at, "/") {
					at = path.Join(c.site.Settings.Base, path.Dir(p.URL), at)
				}
				c.leftOutFile(strings.TrimPrefix(at, c.site.Settings.Base), a.Pos)
			}
		}
	}
}
