package check

import (
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
)

// names warns of definitions of one kind with the same name. As a rule one began as a copy of the other, and readers could not tell the two
// apart.
func (c *checker) names() {
	plans, exercises, runners := positionsByName{}, positionsByName{}, positionsByName{}
	for _, p := range c.site.Plans {
		c.name(plans, "plan", p.Title, p.Pos)
	}
	for _, e := range c.site.Exercises {
		c.name(exercises, "exercise", e.Name, e.Pos)
	}
	for _, e := range c.site.Exercises {
		for _, also := range e.Also {
			c.name(exercises, "exercise", also.Value, also.Pos)
		}
	}
	for _, r := range c.site.Runners {
		c.name(runners, "runner type", r.Name, r.Pos)
	}
}

// namedAlike reports whether two articles have the same title and day.
func namedAlike(a, b *parse.Article) bool {
	return a == b || a.Title == b.Title && a.Date.Equal(b.Date)
}

// articleNames warns of articles of one day with the same title: one is probably a copy of the other. Those of one day follow one another.
func (c *checker) articleNames() {
	files := map[string]string{} // of the articles of the day, by title
	all := c.site.Articles
	for i, a := range all {
		if i > 0 && !a.Date.Equal(all[i-1].Date) {
			clear(files)
		}
		other, taken := files[a.Title]
		if !taken {
			files[a.Title] = a.File
			continue
		}
		c.add(diag.Warningf(diag.Position{File: a.File}, "same-name", "two articles of one day are called %q: this one and that in %s.", a.Title, other).
			WithHint("If one is a copy, delete it. If not, give it a title of its own, or readers cannot tell the two apart."))
	}
}

// positionsByName holds the positions of the definitions of one kind, by name.
type positionsByName map[string]diag.Position

func (c *checker) name(others positionsByName, kind, name string, pos diag.Position) {
	key := strings.ToLower(strings.Join(strings.Fields(name), " "))
	other, taken := others[key]
	if key == "" || !taken {
		others[key] = pos
		return
	}
	c.add(diag.Warningf(pos, "same-name", "two %ss are called %q: this one and that in %s.", kind, name, other.File).
		WithHint("Give it a name of its own, or readers cannot tell the two apart."))
}
