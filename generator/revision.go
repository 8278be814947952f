package generator

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// Revision is a site as its files were at one moment. It does not change, and its pages are rendered when they are asked for. It may be
// used from several goroutines.
type Revision struct {
	Site     *site.Site
	Problems diag.List        // in file order, without those of rendering single pages
	Lines    diag.Lines       // of the files that the problems are in
	Snapshot *source.Snapshot // nil in a command, which loads only one revision

	theme    *render.Theme
	renderer *render.Renderer // nil where the content has errors
	tree     *source.Tree
	photos   *photoProcessor
	timings  []Timing
	began    time.Time
}

// Sound reports whether the revision has no errors, as far as can be known before its pages are rendered.
func (e *Revision) Sound() bool { return e.renderer != nil && !e.Problems.HasErrors() }

// Has reports whether there is a file at a path in the site's folder.
func (e *Revision) Has(path string) bool {
	_, there := e.Snapshot.File(path)
	return there
}

// Empty reports whether there is an empty file at a path in the site's folder.
func (e *Revision) Empty(path string) bool {
	f, there := e.Snapshot.File(path)
	return there && f.Size == 0
}

// Render writes the bytes of a page; the content must have no errors. If there are problems, what was written cannot be used.
func (e *Revision) Render(w *bytes.Buffer, p *site.Page) diag.List { return e.renderer.Page(w, p) }

// SearchPieces returns the pieces of the search index with their addresses, see [render.Renderer.SearchPieces]; the content must have no
// errors.
func (e *Revision) SearchPieces() iter.Seq2[string, []byte] { return e.renderer.SearchPieces() }

// AthleteSheet writes the sheets of a programme that is one runner's, see [render.Renderer.AthleteSheet].
func (e *Revision) AthleteSheet(w *bytes.Buffer, p *site.Programme, name string) diag.List {
	return e.renderer.AthleteSheet(w, p, name)
}

// Assets returns the published files of the theme, sorted by address.
func (e *Revision) Assets() []render.Asset { return e.theme.Assets() }

// SameTheme reports whether two revisions have the same theme and settings.
func (e *Revision) SameTheme(as *Revision) bool { return e.theme == as.theme }

// SameLayout reports whether two revisions show an output with the same layout, partials and words.
func (e *Revision) SameLayout(as *Revision, o site.Output) bool {
	return e.theme.SameLayout(as.theme, o)
}

// Open opens a copied file whose bytes were not read, as it is now. A video comes without the metadata about where it was made. For photos
// use Photo.
func (e *Revision) Open(f site.Copied) (io.ReadSeekCloser, error) {
	opened, err := e.tree.Open(f.File.OnDisk())
	if err != nil || !parse.IsVideo(f.File) {
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

// Photo returns the bytes of a published variant of a photo. Making it takes a moment; the last ones are cached.
func (e *Revision) Photo(ctx context.Context, f site.Copied) ([]byte, error) {
	return e.photos.variant(ctx, f)
}

// Timings returns how long the parts of the work took, in order.
func (e *Revision) Timings() []Timing { return e.timings }

// stageDone notes how long a part of the work took.
func (e *Revision) stageDone(name string) {
	now := time.Now()
	e.timings = append(e.timings, Timing{name, now.Sub(e.began)})
	e.began = now
}
