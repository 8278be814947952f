package check

import (
	"fmt"
	"path"
	"strings"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/diag"
)

// unknown reports a definition that does not exist. Of a source it says nothing if the file of the sources could not be read.
func (c *checker) unknown(scheme, id string, pos diag.Position) {
	switch {
	case scheme == "source" && c.site.SourcesUnread():
	case scheme == "source" && len(c.known(scheme)) == 0:
		c.add(diag.Errorf(pos, noSources, "there is no source %q: content/sources.toml describes none at all.", id).
			WithHint("If the file is gone, put it back. If not, describe there all sources that you name."))
	default:
		c.add(c.unknownName(scheme, id, pos))
	}
}

// unknownName returns the problem of a name that nothing has.
func (c *checker) unknownName(scheme, id string, pos diag.Position) diag.Problem {
	return diag.Errorf(pos, "unknown-"+scheme, "there is no %s %q.", schemeName(scheme), id).WithHint("%s", c.hintFor(scheme, id))
}

// hintFor says what may have been meant by a name that nothing has, and what else can be done.
func (c *checker) hintFor(scheme, id string) string {
	known := c.known(scheme)
	if meant := c.meantBy(scheme, id); meant != "" {
		return fmt.Sprintf("Write the name of its file without the ending: %q.", meant)
	}
	if d := c.didYouMean(id, known); d != "" {
		return fmt.Sprintf("%s (%s)", d, inventory(scheme, len(known)))
	}
	if name := slug.Make(id); scheme == "exercise" && (name == "warm-up" || name == "warmup") {
		return `What comes before a session has a line of its own in the plan: warm_up = "Five minutes of easy movement."`
	}
	hint := fmt.Sprintf("The folder %s. To make one: legpress new %s %q.", inventory(scheme, len(known)), scheme, id)
	if few := len(known) > 0 && len(known) <= 8; few {
		hint = fmt.Sprintf("There are: %s.", strings.Join(known, ", "))
	} else if scheme == "source" {
		return fmt.Sprintf("Describe it in content/sources.toml; it has %d.", len(known))
	}
	if scheme == "source" || id != slug.Make(id) { // it cannot have been the name of a file
		return hint
	}
	return hint + fmt.Sprintf(" If you have deleted it: legpress remove %s %s takes out what leads to it.", scheme, id)
}

// meantBy returns the id of what was named by its title, or by its file with the folder or the ending; "" where there is no such thing.
func (c *checker) meantBy(scheme, typed string) string {
	id := strings.TrimSuffix(strings.TrimSuffix(path.Base(typed), ".toml"), ".md")
	if c.site.IDs(scheme)[id] {
		return id
	}
	titled := func(title string) bool { return strings.EqualFold(strings.TrimSpace(typed), title) }
	switch scheme {
	case "exercise":
		for _, e := range c.site.Exercises {
			if titled(e.Name) {
				return e.ID
			}
		}
	case "runner":
		for _, r := range c.site.Runners {
			if titled(r.Name) {
				return r.ID
			}
		}
	case "plan":
		for p := range c.site.AllPlans() {
			if titled(p.Title) {
				return p.ID
			}
		}
	}
	return ""
}

// inventory says how many definitions there are.
func inventory(scheme string, n int) string {
	if scheme == "source" {
		return fmt.Sprintf("sources.toml has %d", n)
	}
	switch n {
	case 0:
		return scheme + "s/ is empty"
	case 1:
		return scheme + "s/ has 1 file"
	}
	return fmt.Sprintf("%ss/ has %d files", scheme, n)
}
