// Package pdf prints a website's PDFs with a Chromium that is installed.
//
// In goes a site's folder, out come the built website and its PDFs: the sheets of each plan for each runner type and, if asked for, the
// whole guide, on A4 and Letter. They are printed from the built website by a browser that can reach nothing else, and put in place all
// together or not at all. The package must not render pages itself.
//
// # Same content, same bytes
//
// What a browser adds is removed from a PDF: the time, its name, and its count of the elements that it has shown, which depends on the
// pages printed before. A hash of what a PDF was printed from is written into it, so that one which would be the same is not printed again.
// The bytes depend on the fonts and the browser of the machine: another version of Chromium may write others.
//
// The PDFs are tagged, with an outline, a language and a title. They are not PDF/UA: Chromium writes no XMP metadata.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// Options say which PDFs are printed, and how.
type Options struct {
	Browser string   // its path
	Papers  []string // "a4", "letter"
	Plan    string   // the id of the only plan to print; "": all
	Book    bool     // print only the whole guide
	Jobs    int      // how many are printed at a time

	// Progress, if it is set, is called when the printing begins and after each PDF. Calls do not overlap.
	Progress func(done, total int)
}

// Result says what was printed.
type Result struct {
	Printed []site.PDF
	Fresh   int // number of PDFs that were up to date
	Took    time.Duration
}

// Make builds the website and prints the PDFs that are missing or stale.
func Make(ctx context.Context, site generator.Options, o Options) (*generator.Report, *Result, error) {
	result := &Result{}
	report, err := generator.Print(ctx, site, func(ctx context.Context, session *generator.PDFSession) error {
		began := time.Now()
		defer func() { result.Took = time.Since(began) }()
		jobs, err := dueJobs(session, o, result)
		if err != nil || len(jobs) == 0 {
			return err
		}
		return printAll(ctx, session, o, jobs)
	})
	return report, result, err
}

// dueJobs returns the jobs of the PDFs that have to be printed, and counts the fresh ones in result.
func dueJobs(session *generator.PDFSession, o Options, result *Result) ([]generator.Job, error) {
	o.Plan = nfc.String(o.Plan)
	if o.Plan != "" && session.Site.Plan(o.Plan) == nil {
		return nil, unknownPlan(session.Site, o.Plan)
	}
	var jobs []generator.Job
	for _, pdf := range session.Site.PDFs() {
		wanted, err := o.wants(session, pdf)
		if err != nil {
			return nil, err
		}
		if !wanted {
			continue
		}
		job, done, err := session.Job(pdf)
		if err != nil {
			return nil, err
		}
		if done {
			result.Fresh++
			continue
		}
		jobs = append(jobs, job)
		result.Printed = append(result.Printed, pdf)
	}
	return jobs, nil
}

func unknownPlan(s *site.Site, id string) error {
	if h := s.HiddenAs("plan", id); h != nil {
		return fmt.Errorf("the plan %q is not published: it is a draft. --drafts prints it, too, or take draft = true out of %s", id, h.File)
	}
	var ids []string
	for plan := range s.AllPlans() {
		ids = append(ids, plan.ID)
	}
	if d := diag.DidYouMean(id, ids); d != "" {
		return fmt.Errorf("there is no plan %q. %s", id, d)
	}
	return fmt.Errorf("there is no plan %q. The plans are %s", id, strings.Join(ids, ", "))
}

// wants reports whether a PDF is asked for. The whole guide is printed with all others once it exists.
func (o Options) wants(session *generator.PDFSession, pdf site.PDF) (bool, error) {
	switch {
	case !slices.Contains(o.Papers, pdf.Paper):
		return false, nil
	case o.Book:
		return pdf.Programme == nil, nil
	case pdf.Programme != nil:
		return o.Plan == "" || o.Plan == pdf.Programme.Plan.ID, nil
	case o.Plan != "":
		return false, nil
	}
	return session.Exists(pdf)
}

// printer prints the pages of one website.
type printer struct {
	session   *generator.PDFSession
	browser   *browser
	server    *server
	bookPages sync.Map // pages of the whole guide, by path, which are not in the website
}

func printAll(ctx context.Context, session *generator.PDFSession, o Options, jobs []generator.Job) error {
	p := &printer{session: session}
	server, err := serve(session.Site.Settings.Base, p.open)
	if err != nil {
		return fmt.Errorf("showing the pages to the browser: %w", err)
	}
	defer server.close()
	browser, err := launch(ctx, o.Browser)
	if err != nil {
		return err
	}
	defer browser.close()
	p.server, p.browser = server, browser
	return p.printJobs(ctx, o, jobs)
}

// printJobs prints all PDFs, several at a time.
func (p *printer) printJobs(ctx context.Context, o Options, jobs []generator.Job) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(o.Jobs, 1))
	var mu sync.Mutex
	done := 0
	progress := func(n int) {
		mu.Lock()
		defer mu.Unlock()
		done += n
		if o.Progress != nil {
			o.Progress(done, len(jobs))
		}
	}
	progress(0)
	for _, job := range jobs {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := p.printJob(ctx, job); err != nil {
				return fmt.Errorf("printing %s: %w", job.File(), err)
			}
			progress(1)
			return nil
		})
	}
	return group.Wait()
}

func (p *printer) printJob(ctx context.Context, job generator.Job) error {
	data, err := p.print(ctx, job)
	if err != nil {
		return err
	}
	data, err = normalize(data, metadata{author: p.session.Site.Settings.Author, date: job.Date, fingerprint: job.Fingerprint})
	if err != nil {
		return err
	}
	return p.session.Add(job.PDF, data)
}

// open opens a file of the website, or a page of the whole guide.
func (p *printer) open(path string) (io.ReadSeekCloser, error) {
	if draft, ok := p.bookPages.Load(path); ok {
		return struct {
			io.ReadSeeker
			io.Closer
		}{bytes.NewReader(draft.([]byte)), io.NopCloser(nil)}, nil
	}
	return p.session.Open(path)
}

func (p *printer) print(ctx context.Context, job generator.Job) ([]byte, error) {
	if job.Programme == nil {
		return p.book(ctx, job.Paper)
	}
	unit := unitOn(p.session.Site.Settings, job.Programme, job.Paper)
	return p.page(ctx, fmt.Sprintf("%s?paper=%s&unit=%s", site.SheetPage.Of(job.Programme.URL)[1:], job.Paper, unit), job.Paper)
}

// unitOn returns the unit of weights on a paper. On the site's own paper it is the programme's. The other paper is for readers elsewhere,
// who lift pounds where they print on Letter, and kilograms where they print on A4.
func unitOn(s *parse.Settings, p *site.Programme, paper string) string {
	switch {
	case paper == s.Papers()[0]:
		return string(p.Projection.Unit)
	case paper == "letter":
		return "lb"
	}
	return "kg"
}

// page prints the page at a path below the public folder.
func (p *printer) page(ctx context.Context, path, paper string) ([]byte, error) {
	settings := p.session.Site.Settings
	published := ""
	if settings.Reachable() {
		published = strings.TrimSuffix(settings.URL, settings.Base+"/")
	}
	return p.browser.print(ctx, p.server.origin+settings.Base+"/"+path, paper, published)
}

// maxDrafts is how often the whole guide is printed at most until its page numbers are right.
const maxDrafts = 5

// book prints the whole guide until the page numbers in its contents are right. As a rule that is the second time, because numbers take no
// room that was not left for them.
func (p *printer) book(ctx context.Context, paper string) ([]byte, error) {
	var numbers map[string]int
	for draft := range maxDrafts {
		page, err := p.session.Book(numbers)
		if err != nil {
			return nil, err
		}
		path := fmt.Sprintf("%s%s-%d/", site.BookPage.Of("")[1:], paper, draft)
		p.bookPages.Store(path+"index.html", page)
		data, err := p.page(ctx, path, paper)
		if err != nil {
			return nil, err
		}
		d, err := readDocument(data)
		if err != nil {
			return nil, err
		}
		found := d.destinations()
		if maps.Equal(found, numbers) {
			return data, nil
		}
		numbers = found
	}
	return nil, errors.New("the page numbers in its contents do not settle; look at layouts/book.html of your theme")
}
