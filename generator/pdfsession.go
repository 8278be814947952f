package generator

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/legpress/legpress/generator/output"
	"github.com/legpress/legpress/generator/site"
)

// PDFSession is a website that was built and is held while its PDFs are printed. Its methods may be called from several goroutines, but for Job.
type PDFSession struct {
	Site   *site.Site
	stage  *output.Stage
	proofs *proofs
}

// Job is a PDF that has to be printed.
type Job struct {
	site.PDF
	Fingerprint string    // of what it is printed from, in hexadecimal; it goes into the PDF, which by it is known to be up to date
	Date        time.Time // of the PDF; zero: it has none
}

// Print builds the website as Build does, has print make its PDFs, and builds the pages that link them. Where the content has
// errors nothing is built or printed. Where print fails, the website is built and its PDFs are as they were.
func Print(ctx context.Context, o Options, print func(context.Context, *PDFSession) error) (*Report, error) {
	return produce(ctx, o, func(s *state, ctx context.Context) error {
		err := s.publish(ctx)
		if err != nil || s.report.Problems.HasErrors() {
			return err
		}
		built := s.report.Output
		if err := s.printRun(ctx, print); err != nil {
			return err
		}
		err = s.publish(ctx)
		s.report.Output = built
		return err
	})
}

// printRun holds the public folder, has its PDFs printed and puts them in place, all of them or none.
func (s *state) printRun(ctx context.Context, print func(context.Context, *PDFSession) error) error {
	stage, err := output.Open(s.options.Dir, s.options.Out)
	if err != nil {
		return err
	}
	stage.KeepAll()
	err = print(ctx, &PDFSession{Site: s.site, stage: stage, proofs: s.proofs(stage)})
	if err = errors.Join(err, ctx.Err()); err != nil {
		return errors.Join(err, stage.Discard())
	}
	_, err = stage.Commit()
	s.lap("print")
	return err
}

// Open opens a file of the website by its path below the public folder.
func (p *PDFSession) Open(path string) (*os.File, error) { return p.stage.Open(path) }

// Book renders the whole guide as one page. Numbers are those of the pages of paper, by the id of what begins on them; nil where
// they are not known yet.
func (p *PDFSession) Book(numbers map[string]int) ([]byte, error) { return p.proofs.book(numbers) }

// Add puts a PDF into the website.
func (p *PDFSession) Add(pdf site.PDF, data []byte) error { return p.stage.Add(pdf.File(), data) }

// Exists reports whether a PDF was printed before.
func (p *PDFSession) Exists(pdf site.PDF) (bool, error) { return p.stage.Keep(pdf.File()) }

// Job returns what is to be done to print a PDF, and whether it has been done before: nothing that goes into it has changed since.
func (p *PDFSession) Job(pdf site.PDF) (job Job, done bool, err error) {
	job = Job{PDF: pdf, Date: p.proofs.dated(pdf)}
	if job.Fingerprint, err = p.proofs.of(pdf); err != nil {
		return job, false, err
	}
	exists, err := p.Exists(pdf)
	if err != nil || !exists {
		return job, false, err
	}
	done, err = bears(p.stage, pdf, job.Fingerprint)
	return job, done, err
}

// keepPDFs lets the PDFs that were printed before stay, and returns them.
func (s *state) keepPDFs(stage *output.Stage) ([]site.PDF, error) {
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

// stale returns the PDFs that were printed from something else than what the stage holds now.
func (s *state) stale(stage *output.Stage, kept []site.PDF) ([]site.PDF, error) {
	proofs := s.proofs(stage)
	var stale []site.PDF
	for _, pdf := range kept {
		proof, err := proofs.of(pdf)
		if err != nil {
			return nil, err
		}
		same, err := bears(stage, pdf, proof)
		if err != nil {
			return nil, err
		}
		if !same {
			stale = append(stale, pdf)
		}
	}
	return stale, nil
}
