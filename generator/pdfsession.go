package generator

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/legpress/legpress/generator/output"
	"github.com/legpress/legpress/generator/site"
)

// PDFSession is a built website whose public folder is locked while its PDFs are printed. Its methods may be called from several
// goroutines, except Job.
type PDFSession struct {
	Site         *site.Site
	stage        *output.Stage
	fingerprints *fingerprints
}

// Job is a PDF that has to be printed.
type Job struct {
	site.PDF
	Fingerprint string    // of what it is printed from, in hexadecimal; it is written into the PDF, so that the next build knows whether that is up to date
	Date        time.Time // of the PDF; zero: it has none
}

// Print builds the website as Build does, calls print to make its PDFs, and builds the pages that link to them. If the content has
// errors, nothing is built or printed. If print fails, the website is built and its PDFs are as before.
func Print(ctx context.Context, o Options, print func(context.Context, *PDFSession) error) (*Report, error) {
	return produce(ctx, o, func(s *build, ctx context.Context) error {
		err := s.publish(ctx)
		if err != nil || s.report.Problems.HasErrors() {
			return err
		}
		built := s.report.Output
		if err := s.printPDFs(ctx, print); err != nil {
			return err
		}
		err = s.publish(ctx)
		s.report.Output = built
		return err
	})
}

// printPDFs locks the public folder, calls print, and puts the PDFs in place, all of them or none.
func (s *build) printPDFs(ctx context.Context, print func(context.Context, *PDFSession) error) error {
	stage, err := output.Open(s.options.Dir, s.options.Out)
	if err != nil {
		return err
	}
	stage.KeepAll()
	err = print(ctx, &PDFSession{Site: s.site, stage: stage, fingerprints: s.fingerprints(stage)})
	if err = errors.Join(err, ctx.Err()); err != nil {
		return errors.Join(err, stage.Discard())
	}
	_, err = stage.Commit()
	s.stageDone("print")
	return err
}

// Open opens a file of the website by its path below the public folder.
func (p *PDFSession) Open(path string) (*os.File, error) { return p.stage.Open(path) }

// Book renders the whole guide as one page; numbers are the paper pages on which elements begin, by their ids, or nil while they are not
// known.
func (p *PDFSession) Book(numbers map[string]int) ([]byte, error) {
	return p.fingerprints.book(numbers)
}

// Add adds a PDF to the website.
func (p *PDFSession) Add(pdf site.PDF, data []byte) error { return p.stage.Add(pdf.File(), data) }

// Exists reports whether a PDF was printed before.
func (p *PDFSession) Exists(pdf site.PDF) (bool, error) { return p.stage.Keep(pdf.File()) }

// Job returns the job to print a PDF, and whether it is done: the PDF exists and nothing in it has changed since.
func (p *PDFSession) Job(pdf site.PDF) (job Job, done bool, err error) {
	job = Job{PDF: pdf, Date: p.fingerprints.dateOf(pdf)}
	if job.Fingerprint, err = p.fingerprints.of(pdf); err != nil {
		return job, false, err
	}
	exists, err := p.Exists(pdf)
	if err != nil || !exists {
		return job, false, err
	}
	done, err = hasFingerprint(p.stage, pdf, job.Fingerprint)
	return job, done, err
}

// keepPDFs keeps the PDFs that were printed before, and returns them.
func (s *build) keepPDFs(stage *output.Stage) ([]site.PDF, error) {
	var kept []site.PDF
	for _, pdf := range s.site.PDFs() {
		exists, err := stage.Keep(pdf.File())
		if err != nil {
			return nil, err
		}
		if exists {
			kept = append(kept, pdf)
		}
	}
	return kept, nil
}

// stalePDFs returns the PDFs that were printed from something else than what is in the stage now.
func (s *build) stalePDFs(stage *output.Stage, kept []site.PDF) ([]site.PDF, error) {
	fingerprints := s.fingerprints(stage)
	var stale []site.PDF
	for _, pdf := range kept {
		fingerprint, err := fingerprints.of(pdf)
		if err != nil {
			return nil, err
		}
		same, err := hasFingerprint(stage, pdf, fingerprint)
		if err != nil {
			return nil, err
		}
		if !same {
			stale = append(stale, pdf)
		}
	}
	return stale, nil
}
