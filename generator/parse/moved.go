package parse

import (
	"path"
	"slices"

	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
)

// MovedFile lists old addresses that are not those of articles or pages, which name their own as aliases.
const MovedFile = source.Content + "/moved.toml"

// Moved is an old address and where it leads now.
type Moved struct {
	Old tomlfile.Text
	To  tomlfile.Text // on the site
}

// MovedFormat describes content/moved.toml.
func MovedFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "moved",
		Doc: "Old addresses that lead on, in content/moved.toml: those of lists, of feeds, of an exercise with a new name. " +
			"The old addresses of an article or a page stand in its own aliases.",
		Any: &tomlfile.Key{
			Name: "address", Kind: tomlfile.String,
			Doc: "An old address in quotes, from the root of the site, and the address that it leads to. It ends with a slash or in .html. " +
				"Where a feed was it may end in .xml, .rss, .atom or .json, too: it then holds the feed, as feed readers follow no page that leads on.",
			Example: `"/tags/strength/"`,
		},
	}
}

// readMoved reads content/moved.toml.
func readMoved(t *tomlfile.Table) []Moved {
	var list []Moved
	for _, old := range t.Keys() {
		if t.Has(old) {
			list = append(list, Moved{tomlfile.Text{Value: old, Pos: t.KeyPos(old)}, t.Text(old)})
		}
	}
	return list
}

// OfFeed reports whether the old address is that of a feed, by its ending. Feed readers follow no page that leads on, so the feed itself
// stands there.
func (m Moved) OfFeed() bool {
	return slices.Contains([]string{".xml", ".rss", ".atom", ".json"}, path.Ext(m.Old.Value))
}
