package importer

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/markdown"
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
	Drafts    int // of both
	Pictures  int // that are copied
	Others    int // files that are copied and are no pictures
	Redirects int // old addresses that lead on
	Findings  []Finding
}

// File is a new file of the site: a text, or a file of the blog that is copied.
type File struct {
	Path string // slash-separated, relative to the site's folder
	Text []byte
	From string // the name among the blog's files of what is copied
}

// work is an import on its way.
type work struct {
	blog       *Blog
	home       *url.URL // nil where it is not known
	now        time.Time
	snapshot   *source.Snapshot
	parser     *parse.Parser
	pictures   *parse.Parser // of the blog's files
	settings   *parse.Settings
	language   string
	author     string            // of the site
	base       string            // the folder that the new site is published in
	taken      map[string]bool   // files that the site has an address for
	present    map[string]string // by the paths of the old site that were looked for: the names of the files there, or ""
	spoilt     map[string]bool   // the same paths: whether the file there is a picture that cannot be shown
	texts      []*text
	byOld      map[string]*text
	byPath     map[string]*text
	lists      map[string]string // old addresses of lists, as they are compared, and the new ones
	tags       map[string]bool   // the addresses of those of articles that are shown
	hiddenTags map[string]bool   // the addresses of the tags of hidden texts
	shown      bool              // there is an article that is
	moved      []moved
	findings   []Finding
}

// Plan works out what an import into the site in a folder writes. The moment decides what lies in the future. Nothing is written.
func Plan(b *Blog, dir string, now time.Time) (*Result, error) {
	blog := *b
	blog.Files = composed(b.Files)
	w := &work{blog: &blog, now: now, present: map[string]string{}, spoilt: map[string]bool{}, findings: slices.Clone(b.Found)}
	if home, err := url.Parse(b.Home); err == nil && home.Host != "" {
		w.home = home
	}
	if err := w.open(dir); err != nil {
		return nil, err
	}
	w.nameAll(b.Posts)
	w.reserve()
	w.alias()
	w.index()
	w.lead()
	for _, t := range w.texts {
		w.collect(t)
	}
	w.byPath = map[string]*text{}
	for _, t := range w.texts {
		w.byPath[t.path()] = t
	}
	for _, t := range w.texts {
		if t.there == "" {
			w.finish(t)
		}
	}
	w.fragments()
	return w.result(), nil
}

// open reads the site, for the addresses that are taken.
func (w *work) open(dir string) error {
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
	w.settings, w.base, w.author = settings, settings.Base, settings.Author
	w.language, _, _ = strings.Cut(settings.Language, "-")
	var parsed []*parse.File
	for _, f := range snapshot.Under(source.Content) {
		if f.Data == nil && f.Ext() != ".md" && f.Ext() != ".toml" {
			parsed = append(parsed, &parse.File{File: f})
			continue
		}
		parsed = append(parsed, w.parser.Parse(f))
	}
	joined, _ := site.Join(settings, parsed, site.Options{Drafts: true, Future: true, Now: w.now})
	w.taken = map[string]bool{}
	for _, p := range joined.Pages {
		w.taken[strings.ToLower(p.File())] = true
	}
	for _, f := range joined.Files {
		w.taken[file(f.URL)] = true
	}
	return nil
}

func (w *work) find(f Finding) { w.findings = append(w.findings, f) }

func (w *work) result() *Result {
	r := &Result{}
	for _, t := range w.texts {
		if t.there != "" {
			w.find(Finding{File: t.there, Reason: reasonThere, What: t.Title})
			continue
		}
		r.add(t)
		for _, c := range t.copies {
			to := t.base + "/" + c.name
			if _, ok := w.snapshot.File(to); ok {
				w.find(Finding{File: to, Reason: reasonThere})
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
	if list := w.movedFile(); list != nil {
		r.Files = append(r.Files, list...)
		r.Redirects += len(w.moved)
	}
	slices.SortFunc(r.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
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
