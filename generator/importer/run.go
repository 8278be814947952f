package importer

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// ErrNoSite says that a folder holds no site.
var ErrNoSite = errors.New("there is no " + parse.SettingsFile)

// Result is what is to be written, and what could not be carried over.
type Result struct {
	Files     []File // in order of their paths
	Articles  int
	Pages     int
	Drafts    int      // of both
	Pictures  int      // that are copied
	Others    int      // files that are copied and are no pictures
	Redirects int      // old addresses that redirect
	Gone      []string // texts of the starter that are deleted, sorted
	Settings  []string // the keys of content/site.toml that have the blog's values
	Findings  []Finding
}

// File is a new file of the site: a text, or a copied file of the blog.
type File struct {
	Path string // slash-separated, relative to the site's folder
	Text []byte
	From string // of a copied file: its name among the blog's files

	Replaces bool // a file of the starter's, or the settings
}

// importRun is one import.
type importRun struct {
	blog       *Blog
	home       *url.URL // nil if it is unknown
	now        time.Time
	starter    starter
	snapshot   *source.Snapshot
	parser     *parse.Parser
	pictures   *parse.Parser // of the blog's files
	settings   *parse.Settings
	language   string
	author     string // of the site
	base       string // the folder that the new site is published in
	taken      taken
	finding    sync.Mutex        // of files
	foundFiles map[string]string // by path on the old site: the name of the file there, or ""
	unshowable map[string]bool   // by path on the old site: whether the file there is a picture that browsers cannot show
	texts      []*text
	byAddress  map[string]*text
	byPath     map[string]*text
	lists      map[string]string // the new addresses of lists, by the keys of their old ones
	tags       map[string]bool   // the addresses of the tags of shown articles
	hiddenTags map[string]bool   // the addresses of the tags of hidden texts
	hasShown   bool              // there is an article that is no draft
	redirects  []redirect
	findings   []Finding

	takesHome     bool     // the site has the address of the old blog
	settingsTaken []string // the keys of the settings that have the blog's values
}

// Options say how a blog is imported.
type Options struct {
	Now         time.Time // decides what is in the future
	Starter     fs.FS     // the content of a new site; nil: nothing of the site gives way
	KeepStarter bool      // all of the starter's texts stay
}

// Plan plans an import into the site in the folder dir, and writes nothing. It uses up the posts of the blog.
func Plan(b *Blog, dir string, o Options) (*Result, error) {
	blog := *b
	blog.Files = withComposedNames(b.Files)
	w := &importRun{blog: &blog, now: o.Now, starter: starter{files: o.Starter}, foundFiles: map[string]string{}, unshowable: map[string]bool{}, findings: slices.Clone(b.Found)}
	if home, err := url.Parse(b.Home); err == nil && home.Host != "" {
		w.home = home
	}
	if err := w.open(dir, o.KeepStarter); err != nil {
		return nil, err
	}
	w.nameAll(b.Posts)
	w.signAll()
	w.reserveLists()
	w.addAliases()
	w.indexAddresses()
	w.addRedirects()
	for _, t := range w.texts {
		w.collectFiles(t)
	}
	w.byPath = map[string]*text{}
	for _, t := range w.texts {
		w.byPath[t.path()] = t
	}
	w.each(w.finishText)
	w.checkAllFragments()
	w.editSettings()
	return w.result(), nil
}

// open reads the site, to know which addresses are taken.
func (w *importRun) open(dir string, keepStarter bool) error {
	tree, err := source.Open(dir)
	if err != nil {
		return fmt.Errorf("opening the site's folder: %w", err)
	}
	defer tree.Close()
	snapshot, _, err := tree.Read()
	if err != nil {
		return err
	}
	if _, ok := snapshot.File(parse.SettingsFile); !ok {
		return ErrNoSite
	}
	w.snapshot = snapshot
	settings, _ := parse.ReadSettings(snapshot)
	w.parser = parse.New(settings, markdown.Words{}, func(onDisk string) (io.ReadCloser, error) { return tree.Open(onDisk) })
	w.pictures = parse.New(settings, markdown.Words{}, func(name string) (io.ReadCloser, error) {
		return w.blog.Files.Open(strings.TrimPrefix(name, source.Content+"/articles/x/"))
	})
	w.settings = settings
	w.keepHome()
	w.base = settings.Base
	w.language, _, _ = strings.Cut(settings.Language, "-")
	var parsed []*parse.File
	for _, f := range snapshot.Under(source.Content) {
		if f.Data == nil && f.Ext() != ".md" && f.Ext() != ".toml" {
			parsed = append(parsed, &parse.File{File: f})
			continue
		}
		parsed = append(parsed, w.parser.Parse(f))
	}
	join := func() *site.Site {
		joined, _ := site.Join(settings, parsed, site.Options{Drafts: true, Future: true, Now: w.now})
		return joined
	}
	joined := join()
	if !keepStarter {
		w.giveWay(joined)
		parsed = w.without(parsed)
		joined = join()
	}
	w.taken = taken{map[string]bool{}, map[string]bool{}}
	for _, p := range joined.Pages {
		w.taken.add(p.URL)
	}
	for _, f := range joined.Files {
		w.taken.add(f.URL)
	}
	return nil
}

// each does something with each new text, with several at a time, and collects what there is to report of them.
func (w *importRun) each(do func(t *text)) {
	parallel.Each(len(w.texts), func(n int) {
		if t := w.texts[n]; t.existing == "" {
			do(t)
		}
	})
	for _, t := range w.texts {
		w.findings = append(w.findings, t.findings...)
		t.findings = nil
	}
}

func (w *importRun) report(f Finding) { w.findings = append(w.findings, f) }

func (t *text) report(f Finding) { t.findings = append(t.findings, f) }

func (w *importRun) result() *Result {
	r := &Result{}
	for _, t := range w.texts {
		if t.existing != "" {
			w.report(Finding{File: t.existing, Reason: reasonExists, What: t.Title})
			continue
		}
		r.add(t)
		for _, c := range t.copies {
			to := t.base + "/" + c.name
			if _, ok := w.snapshot.File(to); ok {
				w.report(Finding{File: to, Reason: reasonExists})
				continue
			}
			r.Files = append(r.Files, File{Path: to, From: c.from})
			if isPicture(c.name) {
				r.Pictures++
			} else {
				r.Others++
			}
		}
	}
	if list := w.redirectsFile(); list != nil {
		r.Files = append(r.Files, list...)
		r.Redirects += len(w.redirects)
	}
	r.Files = append(r.Files, w.starter.edits...)
	slices.SortFunc(r.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	r.Gone, r.Settings = w.goneFiles(), w.settingsTaken
	slices.SortStableFunc(w.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	r.Findings = w.findings
	return r
}

func (r *Result) add(t *text) {
	r.Files = append(r.Files, File{Path: t.path(), Text: t.data})
	r.Redirects += len(t.aliases)
	if t.Page {
		r.Pages++
	} else {
		r.Articles++
	}
	if t.hidden {
		r.Drafts++
	}
}
