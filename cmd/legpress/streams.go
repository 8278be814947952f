package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// streams is where a command speaks: results on out, problems on err; and where it is answered.
type streams struct {
	in       io.Reader
	out, err io.Writer
	all      bool // print all problems, and not only the first of each kind with a count of the others
}

// allFlag adds the flag that has all problems printed.
func (s *streams) allFlag(c *cobra.Command) {
	c.Flags().BoolVar(&s.all, "all", false, fmt.Sprintf("print every problem, not only the first %d of a kind", diag.FirstOfKind))
}

// colored reports whether a stream is a terminal that wants colour.
func colored(w io.Writer) bool { return os.Getenv("NO_COLOR") == "" && terminal(w) }

// terminal reports whether a stream is a terminal that can do more than print lines.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && isatty.IsTerminal(f.Fd())
}

// typed reads what somebody types, until the context ends: Ctrl-C does not wait for the end of the line.
func typed(ctx context.Context, read func() (string, error)) (string, error) {
	type answer struct {
		line string
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		line, err := read()
		answered <- answer{line, err}
	}()
	select {
	case a := <-answered:
		return a.line, a.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// width returns how many columns a stream has, where it is a terminal or the environment says so; else 0.
func width(w io.Writer) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil {
			return n
		}
	}
	return 0
}

// printer returns what prints problems.
func (s *streams) printer(lines diag.Lines) diag.Printer {
	p := diag.Printer{Lines: lines, Colored: colored(s.err), Width: min(width(s.err), widest), Most: diag.FirstOfKind}
	if s.all {
		p.Most = 0
	}
	return p
}

// widest is how many columns of a terminal are used: the eye does not find the way back on longer lines.
const widest = 120

// problems prints a list with excerpts, and a line that counts them.
func (s *streams) problems(list diag.List, lines diag.Lines) error {
	if len(list) == 0 {
		return nil
	}
	if err := s.printer(lines).Print(s.err, list); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.err, "\n%s\n", tally(list))
	return err
}

// tally counts problems in words: "2 errors, 1 warning".
func tally(list diag.List) string {
	var parts []string
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := list.Count(severity); n > 0 {
			parts = append(parts, plural(n, severity.String()))
		}
	}
	if len(parts) == 0 {
		return "nothing is wrong"
	}
	return strings.Join(parts, ", ")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%s %ss", thousands(n), word)
}

// thousands writes a number with a comma between groups of three digits.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// shownHidden is how many files that are not published or unlisted are named; the others are counted.
const shownHidden = 10

// hidden names the texts and definitions that are not published, and why.
func (s *streams) hidden(r *generator.Report) {
	if r.Site == nil {
		return
	}
	list := r.Site.Hidden
	zone := r.Site.Settings.Zone
	for i, h := range list {
		if i == shownHidden {
			fmt.Fprintf(s.out, "  and %s more not published\n", thousands(len(list)-i))
			return
		}
		fmt.Fprintf(s.out, "  not published: %s (%s)\n", diag.Visible(h.File), because(h, zone))
	}
}

// unlisted names the addresses that no list has, for whoever is to get them.
func (s *streams) unlisted(r *generator.Report) {
	if r.Site == nil {
		return
	}
	n := 0
	for p := range r.Site.UnlistedPages() {
		if n++; n <= shownHidden {
			fmt.Fprintf(s.out, "  unlisted: %s\n", r.Site.Settings.Absolute(p.URL))
		}
	}
	if n > shownHidden {
		fmt.Fprintf(s.out, "  and %s more unlisted\n", thousands(n-shownHidden))
	}
}

// files says in one line how many files of the content, pictures and the like, are published beside its pages, and how many are not.
func (s *streams) files(r *generator.Report) {
	if r.Site == nil {
		return
	}
	counts := r.Site.FileCounts()
	var not []string
	for _, w := range []struct {
		reason site.WithheldReason
		why    string
	}{
		{site.Unused, "used by no page"},
		{site.OfHidden, "part of what is not published"},
		{site.ConflictCopy, "conflict copies"},
	} {
		if n := counts.Withheld[w.reason]; n > 0 {
			not = append(not, thousands(n)+" "+w.why)
		}
	}
	switch {
	case len(not) > 0:
		fmt.Fprintf(s.out, "  %s beside the pages published; not published: %s\n", plural(counts.Public, "file"), strings.Join(not, ", "))
	case counts.Public > 0:
		fmt.Fprintf(s.out, "  %s beside the pages published\n", plural(counts.Public, "file"))
	}
}

func because(h site.Hidden, zone *time.Location) string {
	when := h.When.In(zone).Format("2006-01-02 15:04")
	if h.When.In(zone).Format("15:04") == "00:00" {
		when = h.When.In(zone).Format(time.DateOnly)
	}
	switch h.Reason {
	case site.Draft:
		return "a draft; --drafts shows it"
	case site.Future:
		return fmt.Sprintf("dated %s, %s; --future shows it", when, zone)
	default:
		return fmt.Sprintf("expired on %s, %s", when, zone)
	}
}

// seconds writes a duration as people do: "0.12 s", "3.4 s".
func seconds(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%.2f s", d.Seconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
