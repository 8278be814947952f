package check

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// menu reports entries of the menu that lead nowhere; where all lead somewhere, what they leave out.
func (c *checker) menu() {
	before := len(c.problems)
	c.menuEntries()
	if len(c.problems) == before {
		c.articlesInMenu()
	}
}

func (c *checker) menuEntries() {
	sections := []string{"home", "runners", "plans", "exercises", "articles", "tags", "sources", "method"}
	for _, p := range c.site.Standalone {
		sections = append(sections, p.ID)
	}
	for _, entry := range c.site.Settings.Menu {
		if slices.Contains(sections, entry.Value) || c.isForFew(entry.Value, entry.Pos) {
			continue
		}
		p := diag.Errorf(entry.Pos, "unknown-menu-entry", "the menu has %q, which is no part of the site and no page.", entry.Value)
		if d := diag.DidYouMean(entry.Value, sections); d != "" {
			c.add(p.WithHint("%s", d))
			continue
		}
		c.add(p.WithHint("It may have: %s.", strings.Join(sections, ", ")))
	}
}

// articlesInMenu notes a site whose articles nothing in the menu leads to. One without a menu has none on purpose.
func (c *checker) articlesInMenu() {
	menu := c.site.Settings.Menu
	leads := func(entry tomlfile.Text) bool { return entry.Value == "articles" || entry.Value == "tags" }
	if len(c.site.Articles) == 0 || len(menu) == 0 || slices.ContainsFunc(menu, leads) {
		return
	}
	c.add(diag.Notef(menu[0].Pos, "articles-not-in-menu", "the menu does not lead to the articles, of which %q is one.", c.site.Articles[0].Title).
		WithHint(`Write "articles" into menu.`))
}

// isForFew reports an entry of the menu whose page is hidden or unlisted, and returns whether it is.
func (c *checker) isForFew(entry string, pos diag.Position) bool {
	if h := c.site.HiddenAs("page", entry); h != nil {
		c.add(diag.Errorf(pos, "hidden-page", "the menu has %q, which is not published: %s.", entry, whyHidden(h)).
			WithHint("%s, or take it out of the menu.", howToPublish(h)))
		return true
	}
	p := c.site.Section(entry)
	if p == nil || !p.Unlisted() {
		return false
	}
	c.add(diag.Errorf(pos, "unlisted-menu-entry", "the menu has %q, which is unlisted: every page would name it.", entry).
		WithHint("Take it out of the menu, or take listed = false out of %s.", p.From.File))
	return true
}
