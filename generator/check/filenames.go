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

// filenames says which places would need a file that cannot be. Texts were asked when they were read, old addresses with all else
// that is wrong with them.
func (c *checker) filenames(places []place) {
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

// fault says what is wrong with the path of the file. That of a form of a photo is the photo's, if that has one.
func (p place) fault() *filename.Fault {
	if f := p.file; f != nil && f.Variant != (picture.Variant{}) {
		if fault := filename.Check(path.Base(f.File.Path)); fault != nil {
			return fault
		}
	}
	return filename.Check(p.path())
}

// badFilename says where the name of a file comes from that cannot be. It says nothing of names of definitions: those were looked at
// when they were read.
func (c *checker) badFilename(p place, fault *filename.Fault) (diag.Problem, bool) {
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

// isID reports whether a name is the id of a definition that the place is about.
func (p place) isID(name string) bool {
	if p.pdf != nil {
		return name == p.pdf.Plan.ID || name == p.pdf.Runner.ID
	}
	page := p.page
	return page != nil && (page.Exercise != nil && page.Exercise.ID == name || page.Runner != nil && page.Runner.ID == name || page.Plan != nil && page.Plan.ID == name)
}

// tagPosition returns where the newest article with a tag names it.
func (c *checker) tagPosition(tag *site.Tag) diag.Position {
	a := tag.Articles[0]
	for _, t := range a.Tags {
		if c.site.Settings.TagURL(t.Value) == tag.URL {
			return t.Pos
		}
	}
	return diag.Position{File: a.File}
}

// cardsToo reports whether one of the places lies among the cards, which otherwise clash where their pages do.
func cardsToo(places []place) bool {
	for _, p := range places {
		if key := p.key() + "/"; (p.page == nil || p.page.Target != "") && strings.HasPrefix(key, site.CardFile.Of("")) {
			return true
		}
	}
	return false
}
