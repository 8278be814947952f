package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/pdf"
	"github.com/legpress/legpress/generator/site"
)

// papers are what --paper understands.
var papers = [...]string{"a4", "letter", "both"}

// errPrintingStopped ends a command that was stopped while it printed.
var errPrintingStopped = errors.New("stopped. The website is built; its PDFs are as they were")

func pdfCommand(s *streams) *cobra.Command {
	var o generator.Options
	var p pdf.Options
	var paper string
	c := &cobra.Command{
		Use:   "pdf",
		Short: "Print the PDFs of all plans, on A4 and Letter",
		Long: `Pdf builds the website and prints the sheets of every plan for every runner type, on
A4 and on Letter, each into a PDF beside its page:
public/plans/PLAN/RUNNER/PLAN-RUNNER-a4.pdf. The pages link the PDFs that exist.
On the paper that comes first in site.toml weights stand in the unit of the site; on
the other one in that of its readers: pounds on Letter, kilograms on A4.
Only PDFs of pages that changed are printed again. "legpress build" keeps them, says
when some are out of date, and deletes those of plans that are gone.

With --book it prints the whole guide into one PDF: cover, contents, articles,
exercises and plans. From then on "legpress pdf" keeps the guide up to date too.

It prints with an installed browser: Chromium, Chrome or Edge. It looks for one in the
usual places; another one is named with --browser or in LEGPRESS_BROWSER.`,
		Example: `  legpress pdf
  legpress pdf --plan first-eight-weeks --paper letter
  legpress pdf --book
  legpress build --pdf              the same as legpress pdf, with the report of a build`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			began := time.Now()
			if err := complete(c, &o); err != nil {
				return err
			}
			var err error
			if p.Papers, err = chosen(paper); err != nil {
				return err
			}
			report, result, err := s.print(c.Context(), o, p)
			if err != nil {
				return err
			}
			return s.pdf(report, result, o, time.Since(began))
		},
	}
	contentFlags(c, &o)
	s.allFlag(c)
	c.Flags().StringVarP(&o.Out, "out", "o", "", "the `folder` of the website (default: public/ in the site's folder)")
	c.Flags().StringVar(&p.Plan, "plan", "", "print only the plan with this `id`")
	c.Flags().StringVar(&paper, "paper", "both", "the paper: a4, letter or both")
	c.Flags().BoolVar(&p.Book, "book", false, "print the whole guide into one PDF")
	browserFlags(c, &p)
	c.MarkFlagsMutuallyExclusive("book", "plan")
	completeIDs(c, "plan", "plan")
	_ = c.RegisterFlagCompletionFunc("paper", cobra.FixedCompletions(papers[:], cobra.ShellCompDirectiveNoFileComp))
	return c
}

// browserFlags adds the flags that decide how PDFs are printed.
func browserFlags(c *cobra.Command, p *pdf.Options) {
	c.Flags().StringVar(&p.Browser, "browser", "", "the `program` to print with (default: $LEGPRESS_BROWSER, or one that is installed)")
	c.Flags().IntVar(&p.Jobs, "jobs", 2, "how many PDFs to print at a time")
}

// chosen returns the papers that a word stands for.
func chosen(paper string) ([]string, error) {
	switch paper {
	case "both":
		return []string{"a4", "letter"}, nil
	case "a4", "letter":
		return []string{paper}, nil
	}
	return nil, fmt.Errorf("there is no paper %q.%s", paper, suggest(paper, papers[:], "Use a4, letter or both."))
}

// print builds the website and prints what is missing.
func (s *streams) print(ctx context.Context, o generator.Options, p pdf.Options) (*generator.Report, *pdf.Result, error) {
	browser, err := findBrowser(p.Browser)
	if err != nil {
		return nil, nil, err
	}
	p.Browser = browser
	spendMemory(&o)
	bar := newBar(s.err, "Printing")
	p.Progress = bar.show
	report, result, err := pdf.Make(ctx, o, p)
	bar.clear()
	if errors.Is(err, context.Canceled) && report != nil && report.Output.Written+report.Output.Unchanged > 0 {
		err = errPrintingStopped
	}
	return report, result, err
}

// findBrowser finds the browser that the flag or the environment names, or one that is installed.
func findBrowser(name string) (string, error) {
	from := "--browser"
	if name == "" {
		name, from = os.Getenv("LEGPRESS_BROWSER"), "LEGPRESS_BROWSER"
	}
	path, err := pdf.Find(name)
	switch {
	case err == nil:
		return path, nil
	case name != "":
		return "", fmt.Errorf("there is no program %q to print with, which %s names", name, from)
	}
	return "", fmt.Errorf("%w. %s. Or name one with --browser", err, pdf.Advice())
}

// pdf prints what was printed.
func (s *streams) pdf(r *generator.Report, result *pdf.Result, o generator.Options, took time.Duration) error {
	if err := s.problems(r.Problems, r.Lines); err != nil {
		return err
	}
	if r.Problems.HasErrors() {
		fmt.Fprintln(s.err, "Nothing was printed.")
		return errMistakes
	}
	s.printed(result, o, took)
	s.stale(r)
	return nil
}

// shownPDFs is how many PDFs are named; the others are counted.
const shownPDFs = 6

// printed says which PDFs were printed.
func (s *streams) printed(result *pdf.Result, o generator.Options, took time.Duration) {
	switch n := len(result.Printed); {
	case n == 0 && result.Fresh == 0:
		fmt.Fprintln(s.out, "There is nothing to print: the site has no plan for a runner type.")
	case n == 0:
		fmt.Fprintf(s.out, "%s up to date; none was printed.\n", plural(result.Fresh, "PDF"))
	case result.Fresh == 0:
		fmt.Fprintf(s.out, "Printed %s in %s.\n", plural(n, "PDF"), seconds(took))
	default:
		fmt.Fprintf(s.out, "Printed %s in %s; %s up to date.\n", plural(n, "PDF"), seconds(took), thousands(result.Fresh))
	}
	for i, one := range result.Printed {
		if i == shownPDFs {
			fmt.Fprintf(s.out, "  and %s more\n", thousands(len(result.Printed)-i))
			return
		}
		fmt.Fprintf(s.out, "  %s\n", filepath.Join(public(o), filepath.FromSlash(one.File())))
	}
}

// stale says that PDFs are out of date, and what to do about it.
func (s *streams) stale(r *generator.Report) {
	switch n := len(r.Stale); n {
	case 0:
	case 1:
		fmt.Fprintf(s.out, "  1 PDF is older than its page (%s); \"legpress pdf\" prints it again\n", name(r.Stale[0]))
	default:
		fmt.Fprintf(s.out, "  %s PDFs are older than their pages; \"legpress pdf\" prints them again\n", thousands(n))
	}
}

// files returns the paths of PDFs below the public folder.
func files(pdfs []site.PDF) []string {
	list := make([]string, len(pdfs))
	for i, p := range pdfs {
		list[i] = p.File()
	}
	return list
}

func name(p site.PDF) string { return filepath.Base(p.File()) }

// public returns the folder that a site is written to.
func public(o generator.Options) string {
	if o.Out == "" {
		return filepath.Join(o.Dir, "public")
	}
	return o.Out
}

// bar shows on a terminal how far work is, once it has lasted a second.
type bar struct {
	out   io.Writer
	what  string // is done: "Printing"
	began time.Time
	bar   *progressbar.ProgressBar // nil: not shown yet
}

func newBar(out io.Writer, what string) *bar { return &bar{out: out, what: what, began: time.Now()} }

func (b *bar) show(done, total int) {
	f, ok := b.out.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) || time.Since(b.began) < time.Second {
		return
	}
	if b.bar == nil {
		b.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(b.out), progressbar.OptionSetDescription(b.what),
			progressbar.OptionShowCount(), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())
	}
	_ = b.bar.Set(done)
}

// clear takes the bar away.
func (b *bar) clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
