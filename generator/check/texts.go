package check

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// articles checks some of the articles, but for those that are sound, and notes which of them are.
func (c *checker) articles(sound []bool, from, to int) {
	for i := from; i < to; i++ {
		c.unless(&sound[i], func() { c.text(c.site.ArticlePages[i]) })
	}
}

// text checks a page with what it says and what it leads to. Nothing else has a say in it, see [site.Site.LeadsAlike].
func (c *checker) text(p *site.Page) {
	c.references(p)
	if p.Found() && leftOut(p.URL) {
		c.add(diag.Warningf(diag.Position{File: p.From.File}, "left-out-name", "many web hosts leave out names that begin with _, and this page with them.").
			WithHint("Rename the file: %s.", strings.TrimLeft(path.Base(p.From.File), "_")))
	}
	if a := p.Article; a != nil && p.IsHTML() {
		c.head(p, a)
	}
}

// head checks what the front matter of a text says.
func (c *checker) head(p *site.Page, a *parse.Article) {
	for _, ref := range a.Runners {
		c.exists("runner", ref)
	}
	for _, ref := range a.Sources {
		c.exists("source", ref)
	}
	c.chosen(a.File, a.Image, a.IsHome() || a.Focus.Given)
	c.author(a)
	if p.Found() && !c.site.Now.IsZero() {
		c.changed(a.Updated, a.File)
	}
	if p.Output == site.ArticlePage && !a.Unlisted {
		c.empty(a)
		c.hashtags(a)
	}
}

// empty warns of an article that shows nothing below its title. One without a day has front matter that could not be read.
func (c *checker) empty(a *parse.Article) {
	if doc := a.Doc; !a.Date.IsZero() && doc.Words == 0 && len(doc.Refs) == 0 && len(doc.Tags) == 0 {
		c.add(diag.Warningf(diag.Position{File: a.File}, "empty-article", "this article has neither a word nor a picture.").
			WithHint("Write its text below the second line of +++, or keep it back with draft = true."))
	}
}

// hashtags warns of tags with the sign that other programs have in front of them.
func (c *checker) hashtags(a *parse.Article) {
	for _, tag := range a.Tags {
		if word := strings.TrimLeft(tag.Value, "# "); word != "" && strings.HasPrefix(strings.TrimSpace(tag.Value), "#") {
			c.add(diag.Warningf(tag.Pos, "hash-tag", "readers see the # in front of %q.", word).WithHint("Write it without: %q.", word))
		}
	}
}

// author reports the name of an author that is probably misspelt: it is like one in the settings.
func (c *checker) author(a *parse.Article) {
	if a.Author == "" {
		return
	}
	meant, known := c.authors[a.Author]
	if !known {
		meant = c.site.Settings.AuthorMeant(a.Author)
		c.authors[a.Author] = meant
	}
	if meant != "" {
		c.add(parse.MisspeltAuthor(a.Signed, a.Author, meant))
	}
}
