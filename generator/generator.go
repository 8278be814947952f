// Package generator makes a website from a coach's content, in one direction and on one path:
//
//	source     files in content/ and templates/ → Snapshot
//	parse      each file alone → articles, exercises, runner types, plans, with their problems
//	site       all of them → Site: pages, addresses, lists, references, programmes
//	check      Site → problems
//	render     Site + theme + one page → bytes
//	output     bytes → public/
//
// Nothing before render knows the theme: of templates/ only the words of the site's language are read for parse and site.
//
// The packages, each with what it may import of the others; a test holds the table against the code:
//
//	cmd/legpress          generator athlete change importer importer/ghost importer/hugo importer/jekyll importer/substack importer/wordpress pdf preview publish publish/target disk scaffold starter reference site diag content templates
//	preview               generator athlete site render policy mediatype preview/client diag
//	preview/client        -
//	content               -
//	templates             -
//	generator             source words parse site check render output picture mediatype training/rules parallel diag
//	publish               publish/target parallel mediatype
//	publish/target        -
//	mediatype             -
//	pdf                   generator parse site nfc diag
//	importer/ghost        importer importer/markup importer/prose
//	importer/hugo         importer importer/matter importer/prose
//	importer/jekyll       importer importer/matter importer/prose
//	importer/substack     importer importer/markup importer/prose
//	importer/wordpress    importer importer/prose parallel
//	importer              importer/prose parse site filename source markdown nfc diag parallel
//	importer/markup       importer/prose
//	importer/matter       -
//	change                importer/prose parse source tomledit filename diag
//	tomledit              -
//	starter               change tomledit
//	importer/prose        -
//	athlete               site tomlfile training training/machine training/progression training/quantity training/rules nfc diag
//	scaffold              parse site source markdown training training/progression training/rules training/quantity tomlfile nfc content
//	reference             athlete render words parse source training training/rules tomlfile policy templates
//	output                filename disk
//	disk                  -
//	filename              -
//	picture               picture/webp
//	picture/webp          -
//	render/feed           -
//	render/follow         words training training/progression training/machine training/phrase training/quantity
//	card                  colour
//	colour                -
//	webfont               -
//	render/qrcode         -
//	render/typecheck      -
//	render/search         parallel ascii
//	render                words render/calendar card colour render/feed render/follow render/qrcode render/search render/typecheck sheet parse site policy picture rawhtml source markdown tomlfile training figure focus training/rules training/progression training/phrase training/quantity parallel diag
//	render/calendar       training/quantity
//	sheet                 words training training/progression training/machine training/phrase training/quantity
//	check                 parse publish/target site webfont filename source picture markdown training tomlfile training/rules parallel diag policy rawhtml figure
//	site                  parse words card webfont source picture markdown tomlfile training training/rules training/progression diag rawhtml
//	parse                 publish/target card claims colour webfont filename source picture markdown tomlfile training focus training/rules training/quantity nfc diag policy rawhtml
//	words                 source markdown tomlfile training training/phrase training/quantity diag
//	markdown              markdown/highlight rawhtml nfc diag
//	markdown/highlight    -
//	policy                rawhtml diag
//	rawhtml               diag
//	claims                ascii
//	training/rules        training training/progression training/quantity tomlfile diag
//	training/progression  training training/machine training/phrase training/quantity diag
//	training              tomlfile figure focus training/quantity diag
//	figure                -
//	focus                 -
//	training/phrase       training/quantity
//	training/machine      -
//	training/quantity     -
//	tomlfile              nfc diag
//	source                nfc parallel diag
//	parallel              -
//	nfc                   -
//	ascii                 -
//	diag                  -
//	sitetest              generator content templates
//	browsertest           -
//	fewertest             -
//	growthtest            -
//	linktest              -
//	texttest              browsertest growthtest walktest render/follow site parse source markdown words training training/progression training/machine training/quantity content templates
//	walktest              browsertest training/machine templates
//	fonttest              -
//
// The project's words, each with one meaning. Of a site:
//
//   - article: a dated text in content/articles/; the site lists it, tags it and puts it into feeds.
//   - page: what is rendered to a file; an author's pages are the undated texts in content/pages/.
//   - definition: a file in TOML about an exercise, a runner type or a plan.
//   - output: a kind of file that the website has, such as an article's page, a feed or a sheet.
//   - programme: a plan for one runner type, week by week.
//   - sheet: a programme's weeks on paper, to be filled in.
//   - list: a page that links to others: of a year, a tag, a series.
//
// Of training:
//
//   - plan: phases with their sessions, as an author writes them.
//   - phase: some weeks of a plan with the same sessions.
//   - session: one visit to the gym; a plan gives it rows, a programme gives it targets.
//   - row: one exercise of a plan's session, with its prescription.
//   - prescription: what is asked of an exercise: sets of an amount, 3 x 8-12.
//   - amount: the repetitions, seconds and the like of a set.
//   - measure: what the amounts of an exercise count, and whether there is a load.
//   - pattern: a kind of movement; those of a group stand in for each other in a week.
//   - ladder: exercises from easy to hard, linked by harder and easier; a rung is one of them.
//   - target: what a programme asks for in one row of one session: the rung, sets, amount, load.
//   - projection: the targets of all weeks, computed as if the runner reached each of them.
//   - model: how a row progresses from week to week.
//   - lift: what rows that agree ask for, in whichever session they stand; what is done of it moves it.
//   - machine: a lift as states and edges, with its load in a register beside them; to be walked.
//   - recovery: a machine beside the lifts, which keeps how a runner recovers: pain,
//     the runs after visits, time without a visit.
//   - round: a set of each exercise of a group, done in turn.
//   - cycle: the weeks of a table, from its first entry to its last.
//   - maximum: the load that percentages are taken of.
//   - easy week: a week that asks for less on purpose, within a phase.
//   - taper: the last days before a race, with half the sets.
//   - runner type: a description of some runners: their running week, how often they lift and for how long they have, their race.
//   - supplement: a plan beside other strength training; rehab: a plan for something that a clinician has seen.
//   - norm: what healthy people of an age reach in a test.
//
// Of the work:
//
//   - snapshot: the files of a site at one moment.
//   - revision: the whole site that was made of a snapshot.
//   - problem: something wrong with the content, with its file and line, what to do, and its severity.
//   - variant: one of the files that are published of a photo.
//   - fingerprint: a hash of all that a PDF is printed from; it is written into the PDF.
//   - stage: what output collects before it changes the public folder.
//   - theme: the templates, styles and scripts by which pages are rendered.
//   - words: all sentences and fixed words of a language.
package generator

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/output"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
)

// Options say what is built, from where and to where.
type Options struct {
	Dir     string    // the site's folder
	Out     string    // the public folder; "": public in the site's folder
	Theme   fs.FS     // the default theme
	Drafts  bool      // show drafts
	Future  bool      // show articles dated in the future
	BaseURL string    // instead of the url in site.toml; "": that one
	Now     time.Time // decides what is in the future
	Stamp   time.Time // the date of PDFs; zero: that of their content

	// PlainNames publishes the theme's stylesheets and scripts under their own names, without a part of their hash.
	PlainNames bool

	// OnRead, if it is set, is called with the size of what was read, in bytes, before it is parsed.
	OnRead func(bytes int64)
}

// Report says what was found and done.
type Report struct {
	Site     *site.Site
	Problems diag.List  // in file order
	Lines    diag.Lines // of the files that the problems are in
	Pages    int        // that were rendered
	Output   output.Result
	Stale    []site.PDF // printed from something else than what the pages say now
	Timings  []Timing   // of work, in order
}

// Timing is how long a part of the work took.
type Timing struct {
	Name string
	Took time.Duration
}

// build is one run of a command, from the folder to its report.
type build struct {
	options  Options
	loader   *Loader
	revision *Revision
	report   *Report
	site     *site.Site
	theme    *render.Theme
	began    time.Time
}

// Check finds all problems and writes nothing. Pages are rendered only if the content has no errors, because a template that fails over a
// broken definition is not at fault. The error is about the machine, as of a folder that cannot be read.
func Check(ctx context.Context, o Options) (*Report, error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer s.loader.Close()
	if err := s.join(); err != nil {
		return nil, err
	}
	return s.dryRun(ctx)
}

// dryRun renders all pages only to find their problems, and ends the build.
func (s *build) dryRun(ctx context.Context) (*Report, error) {
	if s.revision.renderer != nil {
		if err := s.render(ctx, discard{}); err != nil {
			return nil, err
		}
		if err := s.tryPhotos(ctx); err != nil {
			return nil, err
		}
	}
	return s.finished(), ctx.Err()
}

// Build makes the website. If the content has errors, the report has them and the public folder is as it was.
func Build(ctx context.Context, o Options) (*Report, error) { return produce(ctx, o, (*build).publish) }

// produce loads the site and, if the content has no errors, calls work to make something of it.
func produce(ctx context.Context, o Options, work func(*build, context.Context) error) (*Report, error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer s.loader.Close()
	if err := s.join(); err != nil {
		return nil, err
	}
	if s.report.Problems.HasErrors() {
		return s.dryRun(ctx)
	}
	err = work(s, ctx)
	return s.finished(), err
}

// publish renders the site into the public folder, unless rendering finds errors.
func (s *build) publish(ctx context.Context) error {
	stage, err := output.Open(s.options.Dir, s.options.Out)
	if err != nil {
		return err
	}
	if err := s.write(ctx, stage); err != nil || s.report.Problems.HasErrors() {
		return errors.Join(err, stage.Discard())
	}
	s.report.Output, err = stage.Commit()
	s.stageDone("write")
	return err
}

func open(o Options) (*build, error) {
	if o.Out == "" {
		o.Out = filepath.Join(o.Dir, "public")
	}
	loader, err := Open(o)
	if err != nil {
		return nil, err
	}
	return &build{options: o, loader: loader, report: &Report{}}, nil
}

// stageDone notes how long a part of the work took.
func (s *build) stageDone(name string) {
	now := time.Now()
	s.report.Timings = append(s.report.Timings, Timing{name, now.Sub(s.began)})
	s.began = now
}

// join loads the site's only revision. Commands report that the site has no address yet; the preview does not, because whoever works there
// knows it.
func (s *build) join() error {
	e, err := s.loader.loadOnce(s.options.Now)
	if err != nil {
		return err
	}
	s.revision, s.site, s.theme, s.began = e, e.Site, e.theme, time.Now()
	s.report.Site, s.report.Lines, s.report.Timings = e.Site, e.Lines, slices.Clone(e.timings)
	s.report.Problems = slices.Concat(e.Problems, e.Site.Settings.Unreachable(), s.otherFeedIDs()).Sorted()
	return nil
}

// write adds all files of the website to the stage.
func (s *build) write(ctx context.Context, stage *output.Stage) error {
	kept, err := s.keepPDFs(stage)
	if err != nil {
		return err
	}
	if err := s.render(ctx, stage, kept...); err != nil {
		return err
	}
	for _, a := range s.theme.Assets() {
		if err := stage.Add(a.URL[1:], a.Data); err != nil {
			return err
		}
	}
	for _, f := range s.site.Files {
		if err := s.copy(stage, f); err != nil {
			return err
		}
	}
	if err := s.processPhotos(ctx, stage); err != nil {
		return err
	}
	if s.report.Problems.HasErrors() {
		return ctx.Err()
	}
	s.report.Stale, err = s.stalePDFs(stage, kept)
	return errors.Join(err, ctx.Err())
}

func (s *build) copy(stage *output.Stage, f site.Copied) error {
	if f.Photo != nil {
		return nil
	}
	if f.File.Data != nil {
		return stage.Add(f.URL[1:], f.File.Data)
	}
	r, err := s.revision.Open(f)
	if err != nil {
		return err
	}
	defer r.Close()
	return stage.Copy(f.URL[1:], r)
}

// render renders every page on all cores and adds its bytes to a sink, which must not keep them. A mistake in a layout is one problem,
// though it shows on every page. Pages link to the given PDFs.
func (s *build) render(ctx context.Context, to sink, pdfs ...site.PDF) error {
	r, problems := render.New(s.theme, s.site, pdfs...)
	if len(problems) > 0 {
		s.report.Problems.Add(problems...)
		return nil
	}
	var mu sync.Mutex
	var failed pageErrors
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	parallel.Each(len(s.site.Pages), func(i int) {
		if ctx.Err() != nil || failed.repeated.Load() {
			return
		}
		b := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(b)
		b.Reset()
		problems, err := renderTo(r, s.site.Pages[i], b, to)
		if len(problems) > 0 || err != nil {
			mu.Lock()
			defer mu.Unlock()
			s.report.Problems.Add(problems...)
			failed.add(err)
		}
	})
	s.report.Pages = len(s.site.Pages)
	if failed.all == nil && ctx.Err() == nil {
		failed.add(addSearch(r, to))
	}
	s.stageDone("render")
	return failed.all
}

// addSearch adds the pieces of the search index to a sink.
func addSearch(r *render.Renderer, to sink) error {
	for url, data := range r.SearchPieces() {
		if err := to.Add(url[1:], data); err != nil {
			return err
		}
	}
	return nil
}

// pageErrors are the errors of several pages, each once. When one comes a second time, the machine has failed, as with a full disk, and
// there is no use in going on.
type pageErrors struct {
	all      error
	repeated atomic.Bool
}

// add adds an error, or nil. It is for one goroutine at a time.
func (f *pageErrors) add(err error) {
	switch {
	case err == nil:
	case errors.Is(f.all, err):
		f.repeated.Store(true)
	default:
		f.all = errors.Join(f.all, err)
	}
}

// sink takes rendered files.
type sink interface {
	Add(path string, data []byte) error
	Reuse(path string) (bool, error) // takes the file of an earlier build, and reports whether there is one
}

// renderTo renders a page into a sink, unless the sink can reuse it.
func renderTo(r *render.Renderer, p *site.Page, b *bytes.Buffer, to sink) (diag.List, error) {
	if p.Output.Lasting() {
		if there, err := to.Reuse(p.File()); there || err != nil {
			return nil, err
		}
	}
	if problems := r.Page(b, p); len(problems) > 0 {
		return problems, nil
	}
	return nil, to.Add(p.File(), b.Bytes())
}

// discard is a sink that keeps nothing and asks for nothing.
type discard struct{}

func (discard) Add(string, []byte) error   { return nil }
func (discard) Reuse(string) (bool, error) { return true, nil }

// finished puts the problems in order.
func (s *build) finished() *Report {
	s.report.Problems = s.report.Problems.Sorted()
	return s.report
}
