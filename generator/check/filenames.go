package check

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/filename"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/site"
)

// filenames reports names that a file cannot have. Those of texts were reported when they were parsed, and those of old addresses are by
// checkAlias.
func (c *checker) filenames(places []publicFile) {
	said := map[diag.Position]map[string]bool{}
	for _, p := range places {
		if p.page != nil && p.page.Article != nil {
			continue
		}
		fault := p.fault()
		if fault == nil {
			continue
		}
		problem, ok := c.badFilename(p, fault)
		if !ok || said[problem.Position][fault.Name] {
			continue
		}
		if said[problem.Position] == nil {
			said[problem.Position] = map[string]bool{}
		}
		said[problem.Position][fault.Name] = true
		c.add(problem)
	}
}

// fault returns what is wrong with the path of a file; nil if nothing is. For a variant it is the fault of its photo's name, if that has one.
func (p publicFile) fault() *filename.Fault {
	if f := p.file; f != nil && f.Variant != (picture.Variant{}) {
		if fault := filename.Check(path.Base(f.File.Path)); fault != nil {
			return fault
		}
	}
	return filename.Check(p.path())
}

// badFilename returns the problem at what the bad name comes from; false for definitions, whose names were checked when they were parsed.
func (c *checker) badFilename(p publicFile, fault *filename.Fault) (diag.Problem, bool) {
	switch {
	case p.page != nil && p.page.List != nil && p.page.List.Tag != nil:
		tag := p.page.List.Tag
		return diag.Errorf(c.tagPosition(tag), "bad-tag", "there can be no list of the tag %q: %s.", tag.Name, fault.Reason).
			WithHint("Choose another word for it."), true
	case p.isID(fault.Name), p.from.File == "":
		return diag.Problem{}, false
	}
	return parse.BadFilename(p.from.File, fault), true
}

// isID reports whether a name is the id of the definition from which a file is made.
func (p publicFile) isID(name string) bool {
	if p.pdf != nil {
		return name == p.pdf.Plan.ID || name == p.pdf.Runner.ID
	}
	page := p.page
	return page != nil && (page.Exercise != nil && page.Exercise.ID == name || page.Runner != nil && page.Runner.ID == name || page.Plan != nil && page.Plan.ID == name)
}

// tagPosition returns the position of a tag in its newest article.
func (c *checker) tagPosition(tag *site.Tag) diag.Position {
	a := tag.Articles[0]
	for _, t := range a.Tags {
		if c.site.Settings.TagURL(t.Value) == tag.URL {
			return t.Pos
		}
	}
	return diag.Position{File: a.File}
}

// amongCards reports whether a file lies in the folder of the cards. Otherwise cards clash only if their pages do, and need not be checked.
func amongCards(places []publicFile) bool {
	for _, p := range places {
		if key := p.key() + "/"; (p.page == nil || p.page.Target != "") && strings.HasPrefix(key, site.CardFile.Of("")) {
			return true
		}
	}
	return false
}
