package generator

import (
	"encoding/xml"
	"io"
	"os"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// otherFeedIDs returns a warning if the site's address is not that of the last build, so that feeds would get other ids and feed readers
// would show all articles as new.
func (s *build) otherFeedIDs() diag.List {
	settings := s.revision.Site.Settings
	if s.options.BaseURL != "" || settings.FeedBase != "" || !settings.Reachable() {
		return nil
	}
	var before parse.Settings
	if problems := before.SetURL(s.lastFeedID(), settings.URLPos); len(problems) > 0 || !before.Reachable() || before.URL == settings.URL {
		return nil
	}
	return diag.List{diag.Warningf(settings.URLPos, "feed-base", "the site was built for %q before. With another address feed readers show all articles as new ones.", before.URL).
		WithHint("If somebody has subscribed to it there, write that, too: feed_base = %q. If nobody has, build once, and this goes.", before.URL)}
}

// lastFeedID returns the id of the main feed of the last build; "" where there is none that can be read.
func (s *build) lastFeedID() string {
	root, err := os.OpenRoot(s.options.Out)
	if err != nil {
		return ""
	}
	defer root.Close()
	f, err := root.Open(site.AtomFile.Of(""))
	if err != nil {
		return ""
	}
	defer f.Close()
	var id string
	d := xml.NewDecoder(io.LimitReader(f, 4<<10)) // the id comes first
	for {
		token, err := d.Token()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "id" {
			if d.DecodeElement(&id, &start) != nil {
				return ""
			}
			return id
		}
	}
}
