package feed

// The media types of the formats.
const (
	atomType = "application/atom+xml"
	rssType  = "application/rss+xml"
	jsonType = "application/feed+json"
)

// Format is a way to write feeds.
type Format struct {
	File  string // the name that the file of a feed has: "atom.xml"
	Name  string // as readers of feeds know it: "Atom"
	Type  string // the media type
	Write func(*Feed) ([]byte, error)
}

// FormatOf returns the format of a feed by the name of its file; the zero value where there is none.
func FormatOf(file string) Format {
	for _, f := range []Format{
		{"atom.xml", "Atom", atomType, (*Feed).Atom},
		{"rss.xml", "RSS", rssType, (*Feed).RSS},
		{"feed.json", "JSON", jsonType, (*Feed).JSON},
	} {
		if f.File == file {
			return f
		}
	}
	return Format{}
}
