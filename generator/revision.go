package generator

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// Revision is a site as its files were at one moment. Nothing in it is changed afterwards; its pages are rendered when they are
// asked for. It may be used from several goroutines.
type Revision struct {
	Site     *site.Site
	Problems diag.List        // in file order; those of a page's rendering come on top
	Lines    diag.Lines       // of the files that the problems are in
	Snapshot *source.Snapshot // nil in a command that makes one revision

	theme    *render.Theme
	renderer *render.Renderer // nil where the content has errors
	tree     *source.Tree
	dark     *darkroom
	timings  []Timing
	began    time.Time
}

// Sound reports whether the revision can be shown: nothing is wrong with it but what may come to light when a page is rendered.
func (e *Revision) Sound() bool { return e.renderer != nil && !e.Problems.HasErrors() }

// Has reports whether there is a file at a path in the site's folder.
func (e *Revision) Has(path string) bool {
	_, there := e.Snapshot.File(path)
	return there
}

// Empty reports whether there is a file at a path in the site's folder, and nothing in it.
func (e *Revision) Empty(path string) bool {
	f, there := e.Snapshot.File(path)
	return there && f.Size == 0
}

// Render writes the bytes of a page of a revision without errors in its content. With problems, what was written is of no use.
func (e *Revision) Render(w *bytes.Buffer, p *site.Page) diag.List { return e.renderer.Page(w, p) }

// Assets returns the theme's files that are copied, sorted by address.
func (e *Revision) Assets() []render.Asset { return e.theme.Assets() }

// SameTheme reports whether two revisions have one theme and one set of settings.
func (e *Revision) SameTheme(as *Revision) bool { return e.theme == as.theme }

// Open opens a file that is only copied and whose bytes were not read, as it is now; a film without what it says about where it was
// made. It is not for photos.
func (e *Revision) Open(f site.Copied) (io.ReadSeekCloser, error) {
	opened, err := e.tree.Open(f.File.OnDisk())
	if err != nil || !parse.IsFilm(f.File) {
		return opened, err
	}
	info, err := opened.Stat()
	if err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return struct {
		io.ReadSeeker
		io.Closer
	}{picture.CleanVideo(opened, info.Size()), opened}, nil
}

// Photo returns the bytes of what is published of a photo. It takes a moment; what was asked for lately is kept.
func (e *Revision) Photo(ctx context.Context, f site.Copied) ([]byte, error) {
	return e.dark.one(ctx, f)
}

// Timings returns how long the parts of the work took, in order.
func (e *Revision) Timings() []Timing { return e.timings }

// lap notes how long a part of the work took.
func (e *Revision) lap(name string) {
	now := time.Now()
	e.timings = append(e.timings, Timing{name, now.Sub(e.began)})
	e.began = now
}
