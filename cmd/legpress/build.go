package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/pdf"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/starter"
	"github.com/legpress/legpress/templates"
)

func buildCommand(s *streams) *cobra.Command {
	var o generator.Options
	p := pdf.Options{Papers: papers[:2]}
	var stats, asJSON, withPDFs bool
	c := &cobra.Command{
		Use:   "build",
		Short: "Make the website in public/",
		Long: `Build reads content/ (and templates/, where there is one) and makes the website in
public/. When anything is wrong it says all of it and leaves public/ as it was.
Only files that changed are written, and only files that an earlier build wrote
are ever deleted. PDFs that "legpress pdf" printed stay, and the pages link them; with
--pdf, those that are missing or out of date are printed too.`,
		Example: `  legpress build
  legpress build --pdf
  legpress build --site my-site --drafts
  legpress build --base-url https://example.org/preview/ --out preview`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			began := time.Now()
			if err := complete(c, &o); err != nil {
				return err
			}
			spendMemory(&o)
			var report *generator.Report
			var printed *pdf.Result
			var err error
			if withPDFs {
				report, printed, err = s.print(c.Context(), o, p)
			} else {
				report, err = generator.Build(c.Context(), o)
			}
			if err != nil {
				return err
			}
			if asJSON {
				return s.buildJSON(report, printed, time.Since(began))
			}
			return s.build(report, printed, o, time.Since(began), stats)
		},
	}
	contentFlags(c, &o)
	c.Flags().StringVarP(&o.Out, "out", "o", "", "the `folder` to write to (default: public/ in the site's folder)")
	c.Flags().BoolVar(&withPDFs, "pdf", false, "print the PDFs that are missing or out of date")
	browserFlags(c, &p)
	s.allFlag(c)
	c.Flags().BoolVar(&stats, "stats", false, "say how long each part took")
	c.Flags().BoolVar(&asJSON, "json", false, "report as JSON on standard output")
	return c
}

// contentFlags adds the flags that decide what is shown.
func contentFlags(c *cobra.Command, o *generator.Options) {
	c.Flags().BoolVarP(&o.Drafts, "drafts", "D", false, "show drafts")
	c.Flags().BoolVarP(&o.Future, "future", "F", false, "show articles dated in the future")
	c.Flags().StringVar(&o.BaseURL, "base-url", "", "the `address` to publish at, instead of the one in site.toml")
}

// complete fills in what the flags do not say.
func complete(c *cobra.Command, o *generator.Options) error {
	dir, err := c.Flags().GetString("site")
	if err != nil {
		return err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder %q", dir)
	}
	if err := siteIn(dir); err != nil {
		return err
	}
	o.Dir, o.Theme = dir, templates.Files
	o.Now, o.Stamp, err = now()
	return err
}

// siteIn returns an error that names the folder where it is not that of a site.
func siteIn(dir string) error {
	full, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	switch state, err := look(full); {
	case err != nil:
		return err
	case state == siteAbove:
		return fmt.Errorf("the site is the folder around %s. Go there with \"cd ..\", or name it with --site", full)
	case state != siteThere:
		return fmt.Errorf(`there is no site in %s: it has no content/site.toml. Go to your site's folder, or name it with --site; "legpress new site my-site" makes one`, full)
	}
	return nil
}

// now is the time of the build: SOURCE_DATE_EPOCH where it is set, so that a build can be repeated, else the clock's. The stamp is
// zero where it is the clock's.
func now() (now, stamp time.Time, err error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now(), stamp, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return now, stamp, fmt.Errorf("SOURCE_DATE_EPOCH is %q, which is no number of seconds", epoch)
	}
	now = time.Unix(seconds, 0).UTC()
	return now, now, nil
}

// spendMemory lets the garbage of a build lie longer than usual, a quarter faster, within a limit that grows with what was read:
// a parsed site takes about three times its files. What the environment says comes first.
func spendMemory(o *generator.Options) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		o.OnRead = func(bytes int64) { debug.SetMemoryLimit(max(256<<20, bytes*9/2)) }
	}
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%q takes no argument. A folder is named like this: \"%s --site %s\"", c.CommandPath(), c.CommandPath(), quoted(args[0]))
	}
	return nil
}

// build prints what a build did, and what was printed if anything was to be.
func (s *streams) build(r *generator.Report, printed *pdf.Result, o generator.Options, took time.Duration, stats bool) error {
	if err := s.problems(r.Problems, r.Lines); err != nil {
		return err
	}
	if r.Problems.HasErrors() {
		fmt.Fprintln(s.err, "Nothing was written.")
		return errMistakes
	}
	if printed != nil {
		took -= printed.Took
	}
	fmt.Fprintf(s.out, "Built %s in %s: %s\n", plural(r.Pages, "page"), seconds(took), changes(r))
	fmt.Fprintf(s.out, "  in %s. \"legpress serve%s --open\" shows it as readers will see it\n", public(o), siteFlag(o.Dir))
	s.files(r)
	for _, file := range r.Output.Kept {
		fmt.Fprintf(s.out, "  kept: %s (changed by hand since the last build; the site has no such page any more)\n", diag.Visible(file))
	}
	for _, folder := range r.Output.Left {
		fmt.Fprintf(s.out, "  left: %s (another program holds it open; the next build tries again to remove it)\n", folder)
	}
	s.hidden(r)
	s.unlisted(r)
	s.oldIgnore(public(o))
	s.stale(r)
	if printed != nil {
		s.printed(printed, o, printed.Took)
	}
	if stats {
		return s.stages(r)
	}
	return nil
}

// oldIgnore names the file with which earlier versions kept a public folder out of git: where git brings the website to its host, it
// brings nothing then.
func (s *streams) oldIgnore(public string) {
	file := filepath.Join(public, ".gitignore")
	if text, err := os.ReadFile(file); err == nil && string(text) == "*\n!.gitignore\n" {
		fmt.Fprintf(s.out, "  %s keeps git from taking the website along: delete it, and write /public/ into a .gitignore beside content/ instead\n", file)
	}
}

// changes says what became different in the public folder.
func changes(r *generator.Report) string {
	var parts []string
	if n := r.Output.Written; n > 0 {
		parts = append(parts, plural(n, "file")+" written")
	}
	if n := r.Output.Deleted; n > 0 {
		parts = append(parts, thousands(n)+" deleted")
	}
	if len(parts) == 0 {
		return "nothing changed."
	}
	if n := r.Output.Unchanged; n > 0 {
		parts = append(parts, thousands(n)+" unchanged")
	}
	return strings.Join(parts, ", ") + "."
}

func (s *streams) stages(r *generator.Report) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, stage := range r.Timings {
		fmt.Fprintf(w, "%s\t%s\t\n", stage.Name, stage.Took.Round(10*time.Microsecond))
	}
	return w.Flush()
}

// buildJSON prints a report for programs.
func (s *streams) buildJSON(r *generator.Report, printed *pdf.Result, took time.Duration) error {
	var problems strings.Builder
	if err := r.Problems.JSON(&problems); err != nil {
		return err
	}
	type hidden struct {
		File   string `json:"file"`
		Reason string `json:"reason"`
		When   string `json:"when,omitempty"`
	}
	type unlisted struct {
		File string `json:"file"`
		URL  string `json:"url"`
	}
	type withheld struct {
		File   string `json:"file"`
		Reason string `json:"reason"`
		Of     string `json:"of,omitempty"`
	}
	o := struct {
		Pages     int             `json:"pages"`
		Written   int             `json:"written"`
		Unchanged int             `json:"unchanged"`
		Deleted   int             `json:"deleted"`
		Bytes     int64           `json:"bytes"`
		Seconds   float64         `json:"seconds"`
		Hidden    []hidden        `json:"hidden"`
		Unlisted  []unlisted      `json:"unlisted"`
		Files     int             `json:"files"` // of the content, that are published beside its pages
		Withheld  []withheld      `json:"withheld"`
		Printed   []string        `json:"printed"`
		Stale     []string        `json:"stale"`
		Problems  json.RawMessage `json:"problems"`
	}{
		Pages: r.Pages, Written: r.Output.Written, Unchanged: r.Output.Unchanged, Deleted: r.Output.Deleted, Bytes: r.Output.Bytes,
		Seconds: took.Seconds(), Hidden: []hidden{}, Unlisted: []unlisted{}, Files: r.Site.FileCounts().Public, Withheld: []withheld{}, Printed: []string{}, Stale: files(r.Stale), Problems: json.RawMessage(problems.String()),
	}
	if printed != nil {
		o.Printed = files(printed.Printed)
	}
	for _, h := range r.Site.Hidden {
		one := hidden{File: h.File, Reason: string(h.Reason)}
		if !h.When.IsZero() {
			one.When = h.When.Format(time.RFC3339)
		}
		o.Hidden = append(o.Hidden, one)
	}
	for p := range r.Site.UnlistedPages() {
		o.Unlisted = append(o.Unlisted, unlisted{File: p.From.File, URL: r.Site.Settings.Absolute(p.URL)})
	}
	for _, w := range r.Site.Withheld {
		o.Withheld = append(o.Withheld, withheld{File: w.File.Path, Reason: string(w.Reason), Of: w.Of})
	}
	e := json.NewEncoder(s.out)
	e.SetIndent("", "  ")
	if err := e.Encode(o); err != nil {
		return err
	}
	if r.Problems.HasErrors() {
		return errMistakes
	}
	return nil
}

func checkCommand(s *streams) *cobra.Command {
	var o generator.Options
	var format string
	var publishing bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Say everything that is wrong, write nothing",
		Long: `Check reads everything as build does, renders every page, and says everything that
is wrong, with its file, line and column. It writes nothing. With --publish it also
says what to look at before the site goes live: its address, who is named on paper,
texts that are still the starter's, drafts, photos without a caption.`,
		Example: `  legpress check
  legpress check --publish
  legpress check --format github     annotations in a workflow on GitHub
  legpress check --format json`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			formats := []string{"text", "json", "github"}
			if !slices.Contains(formats, format) {
				return fmt.Errorf("there is no format %q.%s", format, suggest(format, formats, "Use text, json or github."))
			}
			if err := complete(c, &o); err != nil {
				return err
			}
			spendMemory(&o)
			report, err := checked(c.Context(), o, publishing)
			if err != nil {
				return err
			}
			if err := s.check(report, format); err != nil || format != "text" {
				return err
			}
			return s.afterImport(o.Dir, report.Site)
		},
	}
	contentFlags(c, &o)
	c.Flags().BoolVar(&publishing, "publish", false, "say what to look at before the site goes live, too")
	c.Flags().StringVar(&format, "format", "text", "how to say it: text, json or github")
	s.allFlag(c)
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json", "github"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// checked finds everything that is wrong, and what matters before a site goes live if that is asked for.
func checked(ctx context.Context, o generator.Options, publishing bool) (*generator.Report, error) {
	if publishing {
		begun, err := starter.Like(content.Files, os.DirFS(o.Dir))
		if err != nil {
			return nil, err
		}
		return generator.CheckBeforePublishing(ctx, o, begun)
	}
	return generator.Check(ctx, o)
}

// check prints what a check found.
func (s *streams) check(r *generator.Report, format string) error {
	var err error
	switch format {
	case "json":
		err = r.Problems.JSON(s.out)
	case "github":
		err = r.Problems.GitHub(s.out)
	default:
		err = s.problems(r.Problems, r.Lines)
		if err == nil && !r.Problems.HasErrors() {
			fmt.Fprintf(s.out, "Checked %s: %s.\n", plural(r.Pages, "page"), verdict(r.Problems))
			s.files(r)
			s.hidden(r)
			s.unlisted(r)
		}
	}
	if err == nil && r.Problems.HasErrors() {
		return errMistakes
	}
	return err
}

// afterImport says what is left to do after an import.
func (s *streams) afterImport(dir string, of *site.Site) error {
	steps, err := importer.Next(os.DirFS(dir), of)
	if err != nil || len(steps) == 0 {
		return err
	}
	fmt.Fprint(s.out, "\nAfter the import:\n")
	for i, step := range steps {
		fmt.Fprintf(s.out, "  %d. %s\n", i+1, step)
	}
	return nil
}

func verdict(list diag.List) string {
	if len(list) == 0 {
		return "nothing is wrong"
	}
	return "no errors"
}
