// Package hugo reads a site of Hugo: texts below content/ with front matter in TOML, YAML or JSON, and with shortcodes.
//
// In goes the folder, out comes an [importer.Blog]. Settings are read as Hugo reads them for a public site: those of config/_default and
// config/production above those of hugo.toml, and those of the default language above all, whose texts are taken. Shortcodes must not be
// run: those that Hugo has built in are replaced by their counterparts, and all others are lost with a note. The package does not know
// what a site of Legpress looks like.
package hugo

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// The reasons for which something stays behind.
const (
	reasonCode     = "Shortcodes without a counterpart stay as notes"
	reasonMatter   = "Front matter that cannot be read; the file stays behind"
	reasonUnread   = "Files that cannot be read stay behind"
	reasonHome     = "Texts above lists stay behind: Legpress makes its own home page, which content/pages/home.md can open, and lists"
	reasonPart     = "Texts inside the folder of another one stay behind"
	reasonLanguage = "Texts in other languages stay behind: a site has one language"
	reasonKind     = "Texts that are neither Markdown nor HTML stay behind"
	reasonTemplate = "Pages that a template makes of data stay behind"
	reasonOutside  = "Texts outside of the folder of the site stay behind; copy them into it and import again"
	reasonTheme    = "Texts of a theme stay behind"
	reasonFileDate = "Dates that Hugo took from Git or from the file itself are unknown here; where a text needs its date, write it in"
	reasonSeries   = "Texts in several series are in the first one here"
	reasonMenu     = "Entries below others in the menu stay out: the menu of a site has one level"
	reasonAttrs    = "Attributes of blocks are not carried over; the theme decides how things look"
)

// reader reads one site.
type reader struct {
	files  fs.FS
	config matter.Matter
	own    matter.Matter // the settings of the language that is taken alone
	common matter.Matter // the settings for all languages alone
	blog   *importer.Blog

	root         string // of addresses: "" or "/blog"
	prefix       string // of the language, behind the root: "" or "/en"
	language     string
	languages    map[string]bool // those that the end of a file's name may say
	languagesOff []string
	manyHosts    bool // each language has an address of its own
	zone         *time.Location

	folders    []*folder
	static     []string
	taxonomies []*taxonomy
	found      []*file
	bundles    map[string]bool     // the folders that are a text
	homeIndex  string              // the file that makes all of content/ a bundle; "" if there is none
	sections   map[string]*section // by their folders: "posts"
	texts      []*source
	byStem     map[string]*source       // texts that may have been shown, by their paths without the ending
	folderKeys map[string]matter.Matter // what is known of the lists of folders
	topFolders map[string]bool          // the first folders that have texts
	byPath     map[string]*source       // texts by their paths without index and endings
	byName     map[string]*source
}

// source is a text and where it stands.
type source struct {
	*file
	post     *importer.Post
	matter   matter.Matter // with what it has from its sections
	body     string
	section  string    // the first folder
	name     string    // of the file or the bundle
	slug     string    // the last word of its address; "" if that is its name
	hugoDate time.Time // as addresses have it
	undated  bool      // Hugo knew a date of it that is unknown here
	byDate   bool      // its address has its date in it
	html     bool
	copied   bool     // it is no text to Hugo, which copied it as it is
	list     *section // it is the text above an empty list
}

// bundle reports whether a text is the index of a folder of its own.
func (s *source) bundle() bool { return s.stem == "index" || s.stem == "_index" }

// section is a list of texts, and what its author says of it.
type section struct {
	*file
	matter matter.Matter
	body   string
	fault  string // what is wrong with its front matter; "" if nothing is
}

// Read reads the site in a folder. The error says what is wrong with the folder.
func Read(files fs.FS) (*importer.Blog, error) {
	r := &reader{
		files: files, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}},
		bundles: map[string]bool{}, sections: map[string]*section{}, folderKeys: map[string]matter.Matter{}, topFolders: map[string]bool{}, byStem: map[string]*source{}, byPath: map[string]*source{}, byName: map[string]*source{},
	}
	if err := r.configure(); err != nil {
		return nil, err
	}
	r.static, r.taxonomies = r.staticFolders(), taxonomiesIn(r.config)
	if err := r.gather(); err != nil {
		return nil, err
	}
	r.readSections()
	for _, f := range r.found {
		r.take(f)
	}
	r.takeSections()
	if len(r.texts) == 0 {
		return nil, errors.New("there is no text of Hugo in it. Name the folder that holds hugo.toml and content")
	}
	r.themeTexts()
	r.indexTexts()
	for _, s := range r.texts {
		r.address(s)
		r.text(s)
		r.blog.Posts = append(r.blog.Posts, s.post)
	}
	r.lists()
	r.blog.About = r.about()
	r.blog.Files = files
	r.blog.Find = r.findFile
	return r.blog, nil
}

func (r *reader) find(file, reason, what string) {
	r.blog.Found = append(r.blog.Found, importer.Finding{File: file, Reason: reason, What: what})
}

// take reads a file if it is a text.
func (r *reader) take(f *file) {
	ext := strings.ToLower(path.Ext(f.path))
	switch {
	case strings.HasPrefix(f.stem, "_content") && ext == ".gotmpl":
		r.find(f.name, reasonTemplate, "")
	case f.stem == "_index" || !isText(f.path):
	case f.language != r.language && !slices.Contains(r.languagesOff, f.language):
		r.find(f.name, reasonLanguage, "")
	case r.inBundle(f):
		r.find(f.name, reasonPart, "")
	case slices.Contains(otherForms(), ext):
		r.find(f.name, reasonKind, "")
	default:
		if t, ok := r.read(f); ok {
			r.takeText(f, t)
		}
	}
}

// read reads a file with its front matter. If it cannot be read, that is a finding.
func (r *reader) read(f *file) (matter.Text, bool) {
	data, err := fs.ReadFile(r.files, f.name)
	if err == nil {
		data, err = matter.Decode(data)
	}
	if err != nil {
		r.find(f.name, reasonUnread, wrongWith(err))
		return matter.Text{}, false
	}
	t, err := matter.Split([]byte(prose.StripControls(string(data))))
	if err != nil {
		r.find(f.name, reasonMatter, err.Error())
		return matter.Text{}, false
	}
	return t, true
}

// wrongWith returns what is wrong with a file, without its name.
func wrongWith(err error) string {
	var fault *fs.PathError
	if errors.As(err, &fault) {
		return fault.Err.Error()
	}
	return err.Error()
}

// takeText takes a text. The one that is the index of content/ itself stands above a list.
func (r *reader) takeText(f *file, t matter.Text) {
	s := &source{file: f, body: t.Body, matter: t.Matter.Over(r.cascaded(f, "page")), name: nameOf(f)}
	s.html = isHTML(f.path) || strings.EqualFold(s.matter.String("markup"), "html")
	s.copied = isHTML(f.path) && !t.Found && !prose.HasFront(t.Body)
	if f.stem == "index" && f.dir() == "" {
		if strings.TrimSpace(t.Body) != "" {
			r.find(f.name, reasonHome, "")
		}
		return
	}
	if markup := strings.ToLower(s.matter.String("markup")); !slices.Contains([]string{"", "md", "markdown", "goldmark", "blackfriday", "html", "htm"}, markup) {
		r.find(f.name, reasonKind, "markup: "+markup)
		return
	}
	if section, _, ok := strings.Cut(f.path, "/"); ok && !(s.bundle() && f.dir() == section) {
		s.section = section
	}
	r.addText(s)
}

// inBundle reports whether a file belongs to a bundle: a folder around it has an index, which the file itself is not.
func (r *reader) inBundle(f *file) bool {
	folders := above(f.path)
	if f.stem == "index" && f.dir() != "" {
		folders = folders[1:]
	}
	return slices.ContainsFunc(folders, func(folder string) bool { return r.bundles[folder] })
}

// nameOf returns the last word of a text's address where its author has chosen none: the name of its file or folder.
func nameOf(f *file) string {
	name := f.stem
	if name == "index" || name == "_index" {
		name = path.Base(f.dir())
	}
	return strings.TrimLeft(name, "._")
}

// addText adds a text with what its front matter says.
func (r *reader) addText(s *source) {
	s.post = &importer.Post{From: s.file.name, Dir: "/" + s.dir()}
	r.fields(s)
	r.hideTwins(s)
	r.texts = append(r.texts, s)
}

// hideTwins hides a text and another one that differ only in the endings of their names: Hugo showed one of the two, and versions differ in
// which.
func (r *reader) hideTwins(s *source) {
	if s.copied || s.folder.left != "" || s.language != r.language {
		return
	}
	key := path.Join(s.dir(), s.stem)
	twin := r.byStem[key]
	if twin == nil {
		r.byStem[key] = s
		return
	}
	const why = "Hugo shows either it or "
	s.post.Hidden = cmp.Or(s.post.Hidden, why+twin.post.From)
	twin.post.Hidden = cmp.Or(twin.post.Hidden, why+s.post.From)
}

// above returns the folders around a path, the innermost first, and "" for content/ itself.
func above(at string) []string {
	var list []string
	for folder := path.Dir(at); folder != "." && folder != "/"; folder = path.Dir(folder) {
		list = append(list, folder)
	}
	return append(list, "")
}

// readSections reads the front matter of the lists.
func (r *reader) readSections() {
	for _, f := range r.found {
		if f.stem != "_index" || f.language != r.language || f.folder.left != "" || !isText(f.path) || r.inBundle(f) {
			continue
		}
		s := &section{file: f}
		if r.taxonomyOf(f.dir()) != nil {
			r.sections[r.clean(f.dir())] = s
		} else {
			r.sections[f.dir()] = s
		}
		if slices.Contains(otherForms(), strings.ToLower(path.Ext(f.path))) {
			r.find(f.name, reasonKind, "")
			s.fault = "has keys that are not read here"
			continue
		}
		t, ok := r.read(f)
		if !ok {
			s.fault = "cannot be read"
			continue
		}
		s.matter, s.body = t.Matter, t.Body
	}
}

// takeSections takes the texts above lists that have nothing else in them: they are pages to their readers.
func (r *reader) takeSections() {
	filled := map[string]bool{}
	for _, s := range r.texts {
		for _, folder := range above(s.path) {
			filled[folder] = true
		}
	}
	for folder := range r.sections {
		for _, around := range above(folder) {
			filled[around] = true
		}
	}
	for _, f := range r.found {
		s := r.sections[f.dir()]
		if s == nil || s.file != f {
			s = r.sections[r.clean(f.dir())]
		}
		switch {
		case s == nil || s.file != f || strings.TrimSpace(s.body) == "":
		case f.dir() == "" || filled[f.dir()] || r.taxonomyOf(f.dir()) != nil:
			r.find(f.name, reasonHome, "")
		default:
			r.addText(&source{file: f, body: s.body, matter: s.matter.Over(r.cascaded(f, "section")), name: nameOf(f), list: s,
				html: isHTML(f.path)})
		}
	}
}

// themeTexts reports the texts of themes, which Hugo shows as well.
func (r *reader) themeTexts() {
	for _, theme := range r.config.List("theme") {
		folder := path.Join(cmp.Or(r.config.String("themesdir"), "themes"), theme, "content")
		if !fs.ValidPath(folder) {
			continue
		}
		if entries, err := fs.ReadDir(r.files, folder); err == nil && len(entries) > 0 {
			r.find(folder, reasonTheme, "")
		}
	}
}
