// Package feed writes lists of articles for feed readers: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.
//
// In goes a [Feed] whose addresses are all absolute, out come bytes. It knows nothing of the site. The libraries for feeds leave
// out what readers and validators ask for (the feed's own address, the language, several categories), so the three formats are
// written here, with the standard library's encoders.
package feed

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"time"
)

// Feed is a list of articles, newest first.
type Feed struct {
	ID          string // names the feed for good (RFC 4287, section 4.2.6)
	Title       string
	Description string // may be empty
	Page        string // the address of the page that the feed belongs to
	Self        string // the address of the feed itself
	Language    string // a BCP 47 tag
	Icon        string // an address; may be empty
	Rights      string // what others may do with it; may be empty
	Updated     time.Time
	Entries     []Entry
}

// Entry is one article.
type Entry struct {
	ID        string // names the article for good, wherever it moves (RFC 4287, section 4.2.6)
	Title     string
	URL       string
	Summary   string
	Content   string // HTML, with absolute links
	Author    string // may be empty
	AuthorURL string // where there is more about the author; may be empty
	Tags      []string
	Published time.Time
	Updated   time.Time // not before Published
}

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

type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		About   string      `xml:"subtitle,omitempty"`
		Updated string      `xml:"updated"`
		Links   []atomLink  `xml:"link"`
		Icon    string      `xml:"icon,omitempty"`
		Rights  string      `xml:"rights,omitempty"`
		Entries []atomEntry `xml:"entry"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID         string         `xml:"id"`
		Title      string         `xml:"title"`
		Link       atomLink       `xml:"link"`
		Published  string         `xml:"published"`
		Updated    string         `xml:"updated"`
		Author     atomAuthor     `xml:"author"`
		Categories []atomCategory `xml:"category"`
		Summary    string         `xml:"summary,omitempty"`
		Content    atomContent    `xml:"content"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
		URL  string `xml:"uri,omitempty"`
	}
	atomCategory struct {
		Term string `xml:"term,attr"`
	}
	atomContent struct {
		Type string `xml:"type,attr"`
		HTML string `xml:",chardata"`
	}
)

// Atom writes the feed as Atom. An entry needs an author there: where none is known it is the feed's title.
func (f *Feed) Atom() ([]byte, error) {
	out := atomFeed{
		Lang: f.Language, ID: f.ID, Title: f.Title, About: f.Description, Updated: f.Updated.Format(time.RFC3339), Icon: f.Icon, Rights: f.Rights,
		Links: []atomLink{{"self", atomType, f.Self}, {"alternate", "text/html", f.Page}},
	}
	for _, e := range f.Entries {
		entry := atomEntry{
			ID: e.ID, Title: e.Title, Link: atomLink{"alternate", "text/html", e.URL}, Author: atomAuthor{cmp.Or(e.Author, f.Title), e.AuthorURL},
			Published: e.Published.Format(time.RFC3339), Updated: e.Updated.Format(time.RFC3339),
			Summary: e.Summary, Content: atomContent{"html", e.Content},
		}
		for _, tag := range e.Tags {
			entry.Categories = append(entry.Categories, atomCategory{tag})
		}
		out.Entries = append(out.Entries, entry)
	}
	return document(out)
}

type (
	rss struct {
		XMLName xml.Name   `xml:"rss"`
		Version string     `xml:"version,attr"`
		Atom    string     `xml:"xmlns:atom,attr"`
		DC      string     `xml:"xmlns:dc,attr"`
		Content string     `xml:"xmlns:content,attr"`
		Channel rssChannel `xml:"channel"`
	}
	rssChannel struct {
		Title    string    `xml:"title"`
		Link     string    `xml:"link"`
		About    string    `xml:"description"`
		Language string    `xml:"language"`
		Rights   string    `xml:"copyright,omitempty"`
		Built    string    `xml:"lastBuildDate"`
		Self     atomLink  `xml:"atom:link"`
		Items    []rssItem `xml:"item"`
	}
	rssItem struct {
		Title      string   `xml:"title"`
		Link       string   `xml:"link"`
		GUID       rssGUID  `xml:"guid"`
		Published  string   `xml:"pubDate"`
		Author     string   `xml:"dc:creator,omitempty"`
		Categories []string `xml:"category"`
		Summary    string   `xml:"description,omitempty"`
		Content    string   `xml:"content:encoded"`
	}
)

// rssGUID is the id of an item. Readers take it for its address unless it says that it is none.
type rssGUID struct {
	IsPermaLink string `xml:"isPermaLink,attr,omitempty"`
	ID          string `xml:",chardata"`
}

func (e *Entry) guid() rssGUID {
	if e.ID == e.URL {
		return rssGUID{ID: e.ID}
	}
	return rssGUID{"false", e.ID}
}

// RSS writes the feed as RSS 2.0.
func (f *Feed) RSS() ([]byte, error) {
	out := rss{
		Version: "2.0", Atom: "http://www.w3.org/2005/Atom", DC: "http://purl.org/dc/elements/1.1/", Content: "http://purl.org/rss/1.0/modules/content/",
		Channel: rssChannel{
			Title: f.Title, Link: f.Page, About: cmp.Or(f.Description, f.Title), Language: f.Language, Rights: f.Rights, Built: f.Updated.Format(time.RFC1123Z),
			Self: atomLink{"self", rssType, f.Self},
		},
	}
	for _, e := range f.Entries {
		out.Channel.Items = append(out.Channel.Items, rssItem{
			Title: e.Title, Link: e.URL, GUID: e.guid(), Published: e.Published.Format(time.RFC1123Z), Author: e.Author,
			Categories: e.Tags, Summary: e.Summary, Content: e.Content,
		})
	}
	return document(out)
}

func document(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(&b).Encode(v); err != nil {
		return nil, fmt.Errorf("writing a feed: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

type (
	jsonFeed struct {
		Version  string     `json:"version"`
		Title    string     `json:"title"`
		About    string     `json:"description,omitempty"`
		Page     string     `json:"home_page_url"`
		Self     string     `json:"feed_url"`
		Language string     `json:"language"`
		Icon     string     `json:"favicon,omitempty"`
		Items    []jsonItem `json:"items"`
	}
	jsonItem struct {
		ID        string       `json:"id"`
		URL       string       `json:"url"`
		Title     string       `json:"title"`
		Summary   string       `json:"summary,omitempty"`
		Content   string       `json:"content_html"`
		Published string       `json:"date_published"`
		Updated   string       `json:"date_modified"`
		Authors   []jsonAuthor `json:"authors,omitempty"`
		Tags      []string     `json:"tags,omitempty"`
	}
	jsonAuthor struct {
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
)

// JSON writes the feed as JSON Feed 1.1.
func (f *Feed) JSON() ([]byte, error) {
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, About: f.Description, Page: f.Page, Self: f.Self, Language: f.Language,
		Icon: f.Icon, Items: make([]jsonItem, len(f.Entries)),
	}
	for i, e := range f.Entries {
		out.Items[i] = jsonItem{
			ID: e.ID, URL: e.URL, Title: e.Title, Summary: e.Summary, Content: e.Content, Tags: e.Tags,
			Published: e.Published.Format(time.RFC3339), Updated: e.Updated.Format(time.RFC3339),
		}
		if e.Author != "" {
			out.Items[i].Authors = []jsonAuthor{{e.Author, e.AuthorURL}}
		}
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(out); err != nil {
		return nil, fmt.Errorf("writing a feed: %w", err)
	}
	return b.Bytes(), nil
}
