package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/diag"
)

func (s *streams) athleteLog() *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "log NAME FILE.csv",
		Short: "Take over the log from a runner's phone",
		Long: `Athlete log takes what a runner's phone has exported into athletes/NAME.csv. It says
what is new and what has changed. Where both have a visit, the phone's holds; a visit
that only your file has stays. The file as it was stays beside it, as NAME.csv.bak.

Files that a spreadsheet has written are read too: with semicolons, with a comma for
the point, with columns in another order.`,
		Example: `  legpress athlete log anna-k ~/Downloads/log.csv
  legpress athlete log anna-k log.csv --dry-run`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New(`name the athlete and the file, as in "legpress athlete log anna-k log.csv"`)
			}
			return nil
		},
		ValidArgsFunction: s.completeAthletes,
		RunE: func(c *cobra.Command, args []string) error {
			k, err := s.athletes(c)
			if err != nil {
				return err
			}
			defer k.close()
			return s.takeLog(k, args[0], args[1], dry)
		},
	}
	c.Flags().BoolVarP(&dry, "dry-run", "n", false, "say what would change, write nothing")
	return c
}

// takeLog merges a file into the log of a runner.
func (s *streams) takeLog(k *athletes, id, file string, dry bool) error {
	a, err := k.join(s, id)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %q", file)
	case err != nil:
		return err
	}
	p := a.Programme.Projection
	name := filepath.ToSlash(file)
	k.texts = append(k.texts, athlete.Text{File: name, Data: data})
	log, problems := athlete.ReadLog(name, data, p, p.Plan.Monday())
	if err := s.problems(problems, k.lines); err != nil {
		return err
	}
	if problems.HasErrors() {
		fmt.Fprintln(s.err, "Nothing was taken over.")
		return errMistakes
	}
	merged, changes := athlete.Merge(a.Log, log)
	s.logChanges(&changes)
	if err := s.movesNothing(k, a, merged.CSV(p)); err != nil {
		return err
	}
	switch {
	case changes.Nothing():
		return nil
	case dry:
		fmt.Fprintln(s.out, "Nothing was written.")
		return nil
	}
	if err := k.folder.Write(a.File.ID+".csv", merged.CSV(p), true); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Wrote athletes/%s.csv; the file as it was is athletes/%s.csv.bak.\n", a.File.ID, a.File.ID)
	return nil
}

// movesNothing says what of a log that is about to be written moves nothing.
func (s *streams) movesNothing(k *athletes, before *athlete.Athlete, merged []byte) error {
	text := athlete.Text{File: "athletes/" + before.File.ID + ".csv", Data: merged}
	k.texts = slices.DeleteFunc(k.texts, func(t athlete.Text) bool { return t.File == text.File })
	k.texts = append(k.texts, text)
	var news diag.List
	for _, p := range athlete.Join(before.File, k.revision.Site, text, k.today).Problems {
		known := func(q diag.Problem) bool { return q.ID == p.ID && q.Message == p.Message }
		if !slices.ContainsFunc(before.Problems, known) && p.ID != "not-of-plan" { // which has been said of the file that was read
			news.Add(p)
		}
	}
	return s.problems(news, k.lines)
}

// logChanges says what a file brings.
func (s *streams) logChanges(c *athlete.Changes) {
	if c.Nothing() {
		fmt.Fprintf(s.out, "There is nothing new in it: %s known already.\n", plural(c.Same, "record"))
		return
	}
	for _, list := range []struct {
		what  string
		lines []string
	}{{"new", c.Added}, {"changed", c.Changed}} {
		for _, line := range list.lines {
			fmt.Fprintf(s.out, "%-8s %s\n", list.what, diag.Visible(line))
		}
	}
	if c.Aside > 0 {
		fmt.Fprintf(s.out, "%-8s %s of what the plan does not have\n", "kept", plural(c.Aside, "line"))
	}
}
