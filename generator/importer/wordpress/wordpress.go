// Package wordpress reads an export of WordPress, as its menu Tools, Export writes it.
//
// In goes the XML file and, where there is one, the folder of uploads, out comes an [importer.Blog]. The file is read item by item, so
// that it may be large. It must not know what a site of Legpress looks like.
package wordpress

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/prose"
)

// Input is an export.
type Input struct {
	Name    string // of the file, for messages
	XML     io.Reader
	Uploads fs.FS // the folder wp-content/uploads; nil if it is not available
}

// The reasons for which something stays behind.
const (
	reasonComments = "Comments stay behind: a website of files takes none"
	reasonTypes    = "Kinds of content that Legpress does not have stay behind"
	reasonTrash    = "What was in the bin stays behind"
	reasonBlock    = "Blocks without a counterpart stay as notes"
	reasonCode     = "Shortcodes without a counterpart stay as notes"
	reasonLayout   = "Page builders lay texts out; what stands in the columns comes along, one below the other"
	reasonUploads  = "Pictures are not in an export: copy the folder wp-content/uploads and name it with --uploads"
	reasonSigns    = "Signs that XML does not allow were taken out of the export"
)

// reader reads one export.
type reader struct {
	in       Input
	xml      *xml.Decoder
	illegal  int
	blog     *importer.Blog
	home     string
	items    []*item
	authors  map[string]string // by login
	files    map[string]*item  // attachments by id
	blocks   map[string]string // contents of blocks that texts share, by id
	types    map[string]int    // that stay behind
	comments int
	built    *item // the last text that a page builder laid out
	lists    []list
}

// Read reads an export. The error says in a sentence what is wrong with the file, and where.
func Read(in Input) (*importer.Blog, error) {
	r := &reader{
		in: in, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}, authors: map[string]string{}, files: map[string]*item{}, blocks: map[string]string{}, types: map[string]int{},
	}
	r.xml = xml.NewDecoder(transform.NewReader(in.XML, transform.Chain(runes.ReplaceIllFormed(), runes.Map(r.legal))))
	r.xml.Entity = xml.HTMLEntity
	if err := r.read(); err != nil {
		return nil, err
	}
	r.blog.Home = r.home
	r.uploads()
	r.terms()
	r.archives()
	for _, i := range r.items {
		r.blog.Posts = append(r.blog.Posts, r.post(i))
	}
	r.remains()
	return r.blog, nil
}

// terms notes the lists of the posts in a category or with a tag, and all feeds.
func (r *reader) terms() {
	for _, l := range r.lists {
		at := r.path("/" + l.kind + "/" + r.below(l))
		r.blog.Lists[at] = l.name
		r.blog.Feeds[at+"/feed/"] = importer.Feed{Tag: l.name}
	}
	for _, name := range []string{"", "rss/", "rss2/", "atom/"} {
		r.blog.Feeds[r.path("/feed/"+name)] = importer.Feed{Atom: name == "atom/"}
	}
}

// below returns the address of a list below that of its kind. A category is below its parent.
func (r *reader) below(l list) string {
	at, seen := l.slug, []string{l.slug}
	for l.kind == "category" && l.parent != "" && !slices.Contains(seen, l.parent) {
		i := slices.IndexFunc(r.lists, func(p list) bool { return p.kind == l.kind && p.slug == l.parent })
		if i < 0 {
			break
		}
		l = r.lists[i]
		at, seen = l.slug+"/"+at, append(seen, l.slug)
	}
	return at
}

// archives notes the lists that WordPress makes of the posts of an author, a year, a month and, where addresses have it, a day.
func (r *reader) archives() {
	for _, i := range r.items {
		if i.Type != "post" || i.hidden != "" {
			continue
		}
		if i.Creator != "" {
			r.blog.Lists[r.path("/author/"+i.Creator)] = ""
		}
		if at := moment(i.Date); !at.IsZero() {
			r.blog.Lists[r.path(at.Format("/2006"))] = ""
			r.blog.Lists[r.path(at.Format("/2006/01"))] = ""
			if day := at.Format("/2006/01/02"); strings.Contains(i.Link, day+"/") {
				r.blog.Lists[r.path(day)] = ""
			}
		}
	}
}

// legal removes what XML does not allow: some plugins write control characters into an export.
func (r *reader) legal(c rune) rune {
	if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF {
		r.illegal++
		return ' '
	}
	return c
}

func (r *reader) read() error {
	items := 0
	for {
		token, err := r.xml.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return r.broken(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "html" {
			return r.noExport()
		}
		if start.Name.Local == "item" {
			items++
		}
		if err := r.element(start); err != nil {
			return r.broken(err)
		}
	}
	if items > 0 && len(r.items)+len(r.files)+len(r.types) == 0 || items == 0 && r.home == "" {
		return r.noExport()
	}
	return nil
}

func (r *reader) noExport() error {
	return fmt.Errorf("%s is no export of WordPress. Make one in WordPress: Tools, Export, All content", r.in.Name)
}

// broken says what is wrong with the XML.
func (r *reader) broken(err error) error {
	line, _ := r.xml.InputPos()
	var syntax *xml.SyntaxError
	if !errors.As(err, &syntax) {
		return fmt.Errorf("reading %s: %w", r.in.Name, err)
	}
	if strings.Contains(syntax.Msg, "unexpected EOF") {
		return fmt.Errorf("%s:%d: the export breaks off here: it was not downloaded whole. Export again in WordPress: Tools, Export, All content", r.in.Name, line)
	}
	return fmt.Errorf("%s:%d: this is not well-formed XML (%s). Export again in WordPress: Tools, Export, All content", r.in.Name, syntax.Line, syntax.Msg)
}

// element reads an element; of one that is not wanted it reads the children.
func (r *reader) element(start xml.StartElement) error {
	switch start.Name.Local {
	case "item":
		line, _ := r.xml.InputPos()
		i := &item{line: line}
		if err := r.xml.DecodeElement(i, &start); err != nil {
			return err
		}
		r.take(i)
	case "author":
		var a struct {
			Login string `xml:"author_login"`
			Name  string `xml:"author_display_name"`
		}
		if err := r.xml.DecodeElement(&a, &start); err != nil {
			return err
		}
		r.authors[a.Login] = prose.PlainText(a.Name)
	case "category", "tag":
		var c struct {
			CategorySlug string `xml:"category_nicename"`
			CategoryName string `xml:"cat_name"`
			Parent       string `xml:"category_parent"`
			TagSlug      string `xml:"tag_slug"`
			TagName      string `xml:"tag_name"`
		}
		if err := r.xml.DecodeElement(&c, &start); err != nil {
			return err
		}
		r.lists = append(r.lists, list{start.Name.Local, cmp.Or(c.CategorySlug, c.TagSlug), c.Parent, prose.PlainText(cmp.Or(c.CategoryName, c.TagName))})
	case "base_blog_url", "link":
		var s string
		if err := r.xml.DecodeElement(&s, &start); err != nil {
			return err
		}
		if s = strings.TrimSpace(s); s != "" && (r.home == "" || start.Name.Local == "base_blog_url") {
			r.home = strings.TrimSuffix(s, "/") + "/"
		}
	}
	return nil
}

// ignored are the types of what WordPress keeps for itself.
func ignored(kind string) bool {
	return slices.Contains([]string{"revision", "oembed_cache", "customize_changeset", "wp_global_styles", "wp_template", "wp_template_part", "wp_navigation",
		"custom_css", "user_request", "wp_font_family", "wp_font_face"}, kind)
}

// take adds an item to those of its type.
func (r *reader) take(i *item) {
	i.hidden = i.whyHidden()
	switch {
	case i.Type == "attachment":
		if i.Status != "private" && i.Status != "trash" {
			r.files[i.ID] = i
		}
	case i.Type == "wp_block":
		if i.hidden == "" {
			r.blocks[i.ID] = i.encoded("/content/")
		}
	case i.Type == "post" || i.Type == "page":
		if i.Status == "trash" {
			r.blog.Found = append(r.blog.Found, importer.Finding{File: r.at(i), Reason: reasonTrash, What: prose.PlainText(i.Title)})
			return
		}
		if (i.Status == "auto-draft" || i.Status == "inherit") && strings.TrimSpace(i.encoded("/content/")) == "" {
			return
		}
		if n := len(i.Comments); n > 0 {
			r.comments += n
		}
		r.items = append(r.items, i)
	case i.Type != "" && !ignored(i.Type):
		r.types[i.Type]++
	}
}

func (r *reader) at(i *item) string { return fmt.Sprintf("%s:%d", r.in.Name, i.line) }

// remains adds findings for whole types that stay behind.
func (r *reader) remains() {
	add := func(reason, what string) {
		r.blog.Found = append(r.blog.Found, importer.Finding{Reason: reason, What: what})
	}
	if r.comments > 0 {
		add(reasonComments, counted(r.comments, "comment"))
	}
	for _, kind := range slices.Sorted(maps.Keys(r.types)) {
		add(reasonTypes, fmt.Sprintf("%s (%d)", kind, r.types[kind]))
	}
	if len(r.files) > 0 && r.in.Uploads == nil {
		add(reasonUploads, counted(len(r.files), "file"))
	}
	if r.illegal > 0 {
		add(reasonSigns, counted(r.illegal, "sign"))
	}
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// path returns a path below the old site as it stands in its addresses.
func (r *reader) path(below string) string {
	if u, err := url.Parse(r.home); err == nil {
		return strings.TrimSuffix(u.Path, "/") + below
	}
	return below
}

// post makes a post of an item.
func (r *reader) post(i *item) *importer.Post {
	p := &importer.Post{
		From: r.at(i), Page: i.Type == "page", Slug: i.Name, Title: prose.PlainText(i.Title), Author: cmp.Or(r.authors[i.Creator], i.Creator),
		Summary: prose.PlainText(i.encoded("/excerpt/")), Hidden: i.hidden,
		Date: moment(i.Date), Updated: moment(i.Modified),
		FeedID: strings.TrimSpace(i.GUID), Names: []string{r.path("/?p=" + i.ID), r.path("/?page_id=" + i.ID)},
	}
	for _, plugin := range []string{"_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_seopress_titles_desc"} {
		p.Summary = cmp.Or(p.Summary, plainMeta(i.meta(plugin)))
	}
	if p.Updated.Sub(p.Date) < 24*time.Hour {
		p.Updated = time.Time{}
	}
	r.addresses(p, i)
	r.sort(p, i)
	p.Expires = i.expiry()
	if file := r.files[i.meta("_thumbnail_id")]; file != nil {
		p.Image, p.ImageAlt = file.Attachment, cmp.Or(file.meta("_wp_attachment_image_alt"), prose.PlainText(file.encoded("/excerpt/")))
	}
	r.text(p, i)
	return p
}

// plainMeta returns a description of a plugin; "" if the plugin would fill placeholders in it.
func plainMeta(s string) string {
	if strings.Contains(s, "%%") {
		return ""
	}
	return prose.PlainText(s)
}

func moment(s string) time.Time {
	t, err := time.Parse(time.DateTime, strings.TrimSpace(s))
	if err != nil || t.Year() < 1900 {
		return time.Time{}
	}
	return t
}

// addresses sets the address of a post and its former ones. What was never published has none.
func (r *reader) addresses(p *importer.Post, i *item) {
	u, err := url.Parse(strings.TrimSpace(i.Link))
	if err != nil || i.Status != "publish" || u.Host == "" {
		return
	}
	address := u.Path
	if u.RawQuery != "" {
		address += "?" + u.RawQuery
	}
	p.Old = []string{address}
	for _, m := range i.Meta {
		if m.Key == "_wp_old_slug" && u.RawQuery == "" && i.Name != "" && utf8.ValidString(m.Value) {
			if before, ok := strings.CutSuffix(strings.TrimSuffix(u.Path, "/"), "/"+i.Name); ok {
				p.Old = append(p.Old, before+"/"+strings.TrimSpace(m.Value)+"/")
			}
		}
	}
}

// sort sets the tags and the series of a post.
func (r *reader) sort(p *importer.Post, i *item) {
	for _, c := range i.Categories {
		name := prose.PlainText(c.Name)
		switch {
		case c.Domain == "category" && c.Slug == "uncategorized", name == "":
		case c.Domain == "category", c.Domain == "post_tag":
			p.Tags = append(p.Tags, name)
		case c.Domain == "series":
			p.Series = name
		}
	}
}
