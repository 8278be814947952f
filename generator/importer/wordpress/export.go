package wordpress

import (
	"encoding/xml"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// list is a category or a tag.
type list struct{ kind, slug, parent, name string }

// item is one thing of an export.
type item struct {
	Title      string     `xml:"title"`
	Link       string     `xml:"link"`
	GUID       string     `xml:"guid"`
	Creator    string     `xml:"creator"`
	Encoded    []encoded  `xml:"encoded"`
	ID         string     `xml:"post_id"`
	Date       string     `xml:"post_date"`
	Modified   string     `xml:"post_modified"`
	Status     string     `xml:"status"`
	Name       string     `xml:"post_name"`
	Parent     string     `xml:"post_parent"`
	Type       string     `xml:"post_type"`
	Password   string     `xml:"post_password"`
	Attachment string     `xml:"attachment_url"`
	Categories []category `xml:"category"`
	Meta       []meta     `xml:"postmeta"`
	Comments   []struct{} `xml:"comment"`

	line   int
	hidden string // why it was not shown to everybody; "" where it was
}

type encoded struct {
	XMLName xml.Name
	Text    string `xml:",chardata"`
}

type category struct {
	Domain string `xml:"domain,attr"`
	Slug   string `xml:"nicename,attr"`
	Name   string `xml:",chardata"`
}

type meta struct {
	Key   string `xml:"meta_key"`
	Value string `xml:"meta_value"`
}

func (i *item) meta(key string) string {
	for _, m := range i.Meta {
		if m.Key == key {
			return strings.TrimSpace(m.Value)
		}
	}
	return ""
}

// encoded returns the content or the excerpt, which differ in their namespaces alone.
func (i *item) encoded(kind string) string {
	for _, e := range i.Encoded {
		if strings.Contains(e.XMLName.Space, kind) {
			return prose.StripControls(e.Text)
		}
	}
	return ""
}
