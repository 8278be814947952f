// Package wordpress reads an export of WordPress, as its menu Tools, Export writes it, or one of its kind: other programs write exports for
// WordPress, and feeds (RSS 2.0) are made like them.
//
// In goes the XML file and, where there is one, the folder of uploads, out comes an [importer.Blog]. The file is read item by item, so
// that it may be large, and so that a damaged item costs none of the others. It must not know what a site of Legpress looks like.
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
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/prose"
	"github.com/legpress/legpress/generator/parallel"
)

// Input is an export.
type Input struct {
	Name    string // of the file, for messages
	XML     io.Reader
	Uploads fs.FS // the folder wp-content/uploads; nil if it is not available
}

// The reasons for which something stays behind, or is not as it was.
const (
	reasonComments = "Comments stay behind: a website of files takes none"
	reasonTypes    = "Kinds of content that Legpress does not have stay behind"
	reasonKinds    = "Texts of other kinds became pages, or articles where they have categories or tags or are episodes, news, recipes and the like"
	reasonTerms    = "Lists of other kinds than categories and tags stay behind; their texts came along"
	reasonLanguage = "Texts in other languages stay behind: a site has one language"
	reasonTrash    = "What was in the bin stays behind"
	reasonSticky   = "Articles that stood above the others stand in the order of their dates"
	reasonPostList = "Pages that only listed the articles became addresses of the list of articles"
	reasonBlock    = "Blocks without a counterpart stay as notes"
	reasonCode     = "Shortcodes without a counterpart stay as notes"
	reasonLayout   = "Page builders lay texts out; what stands in the columns comes along, one below the other"
	reasonMissing  = "Pictures of galleries that are not in the export stay out; a note in the file keeps the gallery"
	reasonUploads  = "Pictures are not in an export: copy the folder wp-content/uploads and name it with --uploads"
	reasonSigns    = "Signs that XML does not allow were taken out of the export"
	reasonForeign  = "Letters of the export that are not written in UTF-8 were read as Windows-1252; look whether they are right"
	reasonDamaged  = "Spots of the export that are no well-formed XML: what can be read of a text there became a draft; export again in WordPress: Tools, Export, All content"
	reasonCutOff   = "The export breaks off: what stood behind this line is missing; export again in WordPress: Tools, Export, All content"
	reasonFeed     = "A feed has only the newest texts, and some feeds have only how they begin: compare with the old website"
	reasonMenu     = "Entries of menus stay behind that lead to another website or to nothing that is shown, or that stand elsewhere than in the main menu"
)

// reader reads one export.
type reader struct {
	cleaner
	in        Input
	blog      *importer.Blog
	home      string
	host      string // of the home address, without www.
	folder    string // the path of the home address, without a stroke at its end
	about     map[string]string
	isExport  bool // and not only a feed
	items     []*item
	authors   map[string]string  // the names of authors, by login, and by their number with a # before it
	files     map[string]*item   // attachments by id
	uploaded  map[string][]*item // attachments by the text that they were uploaded for
	blocks    map[string]string  // contents of blocks that texts share, by id
	types     map[string]int     // that stay behind
	kinds     map[string]int     // other than posts and pages that became texts
	menu      []*item            // entries of menus
	menuBlock string             // the menu of a theme made of blocks
	terms     []term
	keeper    string // a plugin that notes outside the export who may read what
	rules     []rule
	fault     string // the first in the XML
	unkind    int    // items of which the export does not say what they are
	comments  int
	stuck     []*item
	sites     // where things are on the old site
}

// Read reads an export. The error says in a sentence what is wrong with the file, and where.
func Read(in Input) (*importer.Blog, error) {
	r := &reader{
		in: in, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}, about: map[string]string{}, authors: map[string]string{},
		files: map[string]*item{}, uploaded: map[string][]*item{}, blocks: map[string]string{}, types: map[string]int{}, kinds: map[string]int{},
	}
	if err := r.read(); err != nil {
		return nil, err
	}
	r.blog.Home = r.home
	r.uploads()
	r.sortOut()
	r.restrict()
	r.index()
	r.lists()
	r.archives()
	r.blog.Posts = make([]*importer.Post, len(r.items))
	parallel.Each(len(r.items), func(n int) {
		r.blog.Posts[n] = r.post(r.items[n])
		r.items[n].content, r.items[n].metas = "", nil
	})
	r.sayAbout()
	r.remains()
	return r.blog, nil
}

// read reads all parts of the export.
func (r *reader) read() error {
	in, err := inUTF8(r.in.Name, r.in.XML)
	if err != nil {
		return err
	}
	c := newCutter(in)
	items := 0
	for {
		p, err := c.cut()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", r.in.Name, err)
		}
		if p.name == "html" {
			return r.noExport()
		}
		items += r.part(p)
	}
	empty := len(r.items)+len(r.files)+len(r.blocks)+len(r.menu)+len(r.types) == 0
	switch found := r.blog.Found; {
	case empty && len(found) > 0:
		return fmt.Errorf("%s: %s", found[0].File, r.broken(found[0].Reason))
	case c.root == "" || r.home == "" || empty && (items > 0 || !r.isExport):
		return r.noExport()
	case !c.ended && !slices.ContainsFunc(found, func(f importer.Finding) bool { return f.Reason == reasonCutOff }):
		r.found(reasonCutOff, c.line, "")
	}
	r.setFolder()
	if !r.isExport {
		r.found(reasonFeed, 0, counted(len(r.items), "text"))
	}
	return nil
}

func (r *reader) noExport() error {
	return fmt.Errorf("%s is no export of WordPress, and no feed of a blog. Make an export in WordPress: Tools, Export, All content", r.in.Name)
}

// broken says what is wrong with an export of which nothing can be read.
func (r *reader) broken(reason string) string {
	if reason == reasonCutOff {
		return "the export breaks off here: it was not downloaded whole. Export again in WordPress: Tools, Export, All content"
	}
	return fmt.Sprintf("this is not well-formed XML (%s). Export again in WordPress: Tools, Export, All content", r.fault)
}

// found adds a finding for a line of the export; 0 for all of it.
func (r *reader) found(reason string, line int, what string) {
	file := ""
	if line > 0 {
		file = fmt.Sprintf("%s:%d", r.in.Name, line)
	}
	r.blog.Found = append(r.blog.Found, importer.Finding{File: file, Reason: reason, What: what})
}

// part reads a part, and returns how many items it had.
func (r *reader) part(p *part) int {
	p.data = r.clean(p.data)
	e, err := decode(p.data, true)
	swallows := err == nil && p.swallows()
	if err == nil && !swallows {
		return r.element(e, p.line, p.doubtful)
	}
	pieces := p.pieces()
	if len(pieces) == 1 {
		return r.damaged(p, err)
	}
	n := 0
	for _, piece := range pieces {
		n += r.part(piece)
	}
	return n
}

// damaged reads as much as possible of a part that is no XML. What the export broke off in is not taken.
func (r *reader) damaged(p *part, err error) int {
	var syntax *xml.SyntaxError
	line, what := p.line, err.Error()
	if errors.As(err, &syntax) {
		line, what = p.line+syntax.Line-1, syntax.Msg
	}
	if p.last {
		r.found(reasonCutOff, line, titleIn(p.data))
		return 0
	}
	r.fault = cmp.Or(r.fault, what)
	r.found(reasonDamaged, line, strings.TrimSpace(what+" "+titleIn(p.data)))
	e, err := decode(p.mended(), false)
	if err != nil {
		return 0
	}
	return r.element(e, p.line, true)
}

var titlePattern = regexp.MustCompile(`(?s)<title>\s*(?:<!\[CDATA\[)?([^<]{0,200})`)

// titleIn returns the title of an item that cannot be read.
func titleIn(data []byte) string {
	if m := titlePattern.FindSubmatch(data); m != nil {
		return prose.PlainText(string(m[1]))
	}
	return ""
}

// element takes what an element of the export says, and returns 1 if it is an item.
func (r *reader) element(e *element, line int, damaged bool) int {
	r.isExport = r.isExport || strings.HasPrefix(e.name, "wp:")
	switch e.name {
	case "item":
		if damaged {
			e.flatten()
		}
		i := newItem(e)
		i.line = line
		if damaged {
			i.hidden = "its part of the export is damaged"
		}
		r.take(i)
		return 1
	case "title", "description", "language":
		r.about[e.name] = cmp.Or(r.about[e.name], strings.TrimSpace(e.text))
	case "wp:author":
		name := prose.PlainText(e.child("wp:author_display_name"))
		r.authors[e.child("wp:author_login")], r.authors["#"+e.child("wp:author_id")] = name, name
	case "wp:category":
		r.terms = append(r.terms, term{e.child("wp:term_id"), "category", e.child("wp:category_nicename"), e.child("wp:category_parent"), prose.PlainText(e.child("wp:cat_name"))})
	case "wp:tag":
		r.terms = append(r.terms, term{e.child("wp:term_id"), "tag", e.child("wp:tag_slug"), "", prose.PlainText(e.child("wp:tag_name"))})
	case "wp:term":
		r.terms = append(r.terms, term{e.child("wp:term_id"), e.child("wp:term_taxonomy"), e.child("wp:term_slug"), e.child("wp:term_parent"), prose.PlainText(e.child("wp:term_name"))})
	case "atom:link":
		if u, err := url.Parse(e.attr("href")); err == nil && e.attr("rel") == "self" {
			r.about["feed"] = u.Path
		}
	case "wp:base_blog_url", "link":
		if s := strings.TrimSpace(e.text); s != "" && (r.home == "" || e.name == "wp:base_blog_url") {
			r.home = strings.TrimSuffix(s, "/") + "/"
		}
	}
	return 0
}

// setFolder notes the folder of the old website. A feed names the page of the articles as its home, and the articles may lie elsewhere.
func (r *reader) setFolder() {
	u, err := url.Parse(r.home)
	if err != nil {
		return
	}
	r.host, r.folder = bareHost(u.Host), strings.TrimSuffix(u.Path, "/")
	if r.isExport || r.folder == "" {
		return
	}
	for _, i := range r.items {
		if at, err := url.Parse(i.link); err == nil && !strings.HasPrefix(at.Path, r.folder+"/") {
			r.blog.Lists[r.folder] = ""
			r.home, r.folder = u.Scheme+"://"+u.Host+"/", ""
			return
		}
	}
}

func (r *reader) at(i *item) string { return fmt.Sprintf("%s:%d", r.in.Name, i.line) }

// remains adds findings for whole types that stay behind.
func (r *reader) remains() {
	if r.comments > 0 {
		r.found(reasonComments, 0, counted(r.comments, "comment"))
	}
	for _, kind := range slices.Sorted(maps.Keys(r.types)) {
		r.found(reasonTypes, 0, fmt.Sprintf("%s (%d)", kind, r.types[kind]))
	}
	for _, kind := range slices.Sorted(maps.Keys(r.kinds)) {
		r.found(reasonKinds, 0, fmt.Sprintf("%s (%d)", kind, r.kinds[kind]))
	}
	for _, i := range r.stuck {
		r.found(reasonSticky, i.line, prose.PlainText(i.title))
	}
	if r.unkind > 0 {
		r.found(reasonTypes, 0, fmt.Sprintf("without a kind (%d)", r.unkind))
	}
	if len(r.files) > 0 && r.in.Uploads == nil {
		r.found(reasonUploads, 0, counted(len(r.files), "file"))
	}
	if r.illegal > 0 {
		r.found(reasonSigns, 0, counted(r.illegal, "sign"))
	}
	if r.foreign > 0 {
		r.found(reasonForeign, 0, counted(r.foreign, "letter"))
	}
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// post makes a post of an item.
func (r *reader) post(i *item) *importer.Post {
	p := &importer.Post{
		From: r.at(i), Page: i.kind == "page", Slug: i.name, Title: prose.PlainText(i.title), Author: r.author(i),
		Summary: prose.PlainText(i.excerpt), Hidden: i.hidden, Date: i.published(), Updated: moment(i.modified), FeedID: strings.TrimSpace(i.guid),
	}
	for _, plugin := range []string{"_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_seopress_titles_desc"} {
		p.Summary = cmp.Or(p.Summary, plainMeta(i.meta(plugin)))
	}
	if p.Updated.Sub(p.Date) < 24*time.Hour {
		p.Updated = time.Time{}
	}
	if r.isHomePage(i) {
		p.Slug = "home"
	}
	r.addresses(p, i)
	r.sort(p, i)
	p.Expires = i.expiry()
	if file := r.files[i.meta("_thumbnail_id")]; file != nil {
		p.Image, p.ImageAlt = r.localFiles(file.attachment), cmp.Or(file.meta("_wp_attachment_image_alt"), prose.PlainText(file.excerpt))
	}
	for _, address := range i.enclosed {
		if isPicture(address) {
			p.Image = cmp.Or(p.Image, address)
		}
	}
	r.text(p, i)
	if p.Hidden == "" && strings.TrimSpace(p.Body) == "" && i.built() {
		p.Hidden = "a page builder keeps its words where they cannot be read"
	}
	return p
}

// plainMeta returns a description of a plugin; "" if the plugin would fill placeholders in it.
func plainMeta(s string) string {
	if strings.Contains(s, "%%") {
		return ""
	}
	return prose.PlainText(s)
}

// published returns when an item was published, by the clock of its author where that is known.
func (i *item) published() time.Time {
	for _, s := range []string{i.date, i.gmt, i.feed} {
		if t := moment(s); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// moments are the ways in which exports and feeds write a moment.
var moments = []string{time.DateTime, time.RFC3339, "2006-01-02T15:04:05", time.DateOnly, "Mon, _2 Jan 2006 15:04:05 MST", "Mon, _2 Jan 2006 15:04:05 -0700", "Mon, _2 Jan 2006 15:04 MST",
	"Mon, _2 Jan 2006 15:04 -0700", "_2 Jan 2006 15:04:05 MST", "_2 Jan 2006 15:04:05 -0700"}

// moment reads a moment as the clock there showed it; zero for none, and for one that cannot be read.
func moment(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, layout := range moments {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1900 {
			return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
		}
	}
	return time.Time{}
}

// sort sets the tags and the series of a post.
func (r *reader) sort(p *importer.Post, i *item) {
	for _, t := range i.terms {
		name := prose.PlainText(t.name)
		switch {
		case name == "", t.kind == "category" && slices.Contains(unsorted, strings.ToLower(t.slug)):
		case t.kind == "series":
			p.Series = name
		case t.kind == "category", t.kind == "post_tag", t.kind == "" && !r.isExport, isSubject(t.kind):
			p.Tags = append(p.Tags, name)
		}
	}
}

// unsorted are the addresses of the category that WordPress gives to a text without one.
var unsorted = []string{"uncategorized", "uncategorised", "unkategorisiert", "non-classe", "sin-categoria", "senza-categoria", "geen-categorie", "sem-categoria", "okategoriserade",
	"ukategoriseret", "bez-kategorii"}
