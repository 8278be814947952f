package check

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// tags warns of two tags that have one address though they differ in more than letter case, blanks and hyphens: their articles would be in
// one list. The warning is at the later of the two.
func (c *checker) tags() {
	if !c.site.AnySharedTag() {
		return
	}
	type written struct {
		word string
		pos  diag.Position
	}
	first := map[*site.Tag]written{}
	said := map[string]bool{}
	for _, a := range slices.Backward(c.site.Articles) {
		for _, tag := range a.Tags {
			topic := c.site.Tag(tag.Value)
			other, ok := first[topic]
			switch {
			case topic == nil || strings.TrimSpace(tag.Value) == "":
			case !ok:
				first[topic] = written{tag.Value, tag.Pos}
			case other.word == tag.Value || said[parse.Folded(tag.Value)] || parse.Folded(other.word) == parse.Folded(tag.Value):
			default:
				said[parse.Folded(tag.Value)] = true
				c.add(diag.Warningf(tag.Pos, "same-tag", "the tags %q and %q become one topic, at %s.", tag.Value, other.word, topic.URL).
					WithHint("Use one word for both, or two that differ in their letters or digits. The other stands in %s, line %d.", other.pos.File, other.pos.Line))
			}
		}
	}
}
