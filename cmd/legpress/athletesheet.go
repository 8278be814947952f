package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/pdf"
)

func (s *streams) athleteSheet() *cobra.Command {
	var paper, browser string
	var weeks int
	c := &cobra.Command{
		Use:   "sheet NAME",
		Short: "Print the next four weeks of a runner",
		Long: `Athlete sheet walks the plan by the runner's log, and writes the sheets of the next
four weeks into athletes/: with the name, the dates, and the weights that this runner
has. NAME.html is one file for a screen, NAME-a4.pdf is for paper.

What a rule finds of this runner's programme is said; where it is an error, nothing is
written. A rule that you break on purpose stands with the reason under allow in
athletes/NAME.toml.`,
		Example: `  legpress athlete sheet anna-k
  legpress athlete sheet anna-k --paper letter`,
		Args:              oneAthlete("legpress athlete sheet anna-k"),
		ValidArgsFunction: s.completeAthletes,
		RunE: func(c *cobra.Command, args []string) error {
			k, err := s.athletes(c)
			if err != nil {
				return err
			}
			defer k.close()
			if paper == "" {
				paper = k.revision.Site.Settings.Papers()[0]
			}
			on, err := chosen(paper)
			if err != nil {
				return err
			}
			a, err := k.join(s, args[0])
			if err != nil {
				return err
			}
			return s.sheet(c.Context(), k, a, weeks, on, browser)
		},
	}
	c.Flags().StringVar(&paper, "paper", "", "the paper: a4, letter or both (default: that of the site)")
	c.Flags().IntVar(&weeks, "weeks", athlete.SheetWeeks, "how many weeks")
	c.Flags().StringVar(&browser, "browser", "", "the `program` to print with (default: $LEGPRESS_BROWSER, or one that is installed)")
	_ = c.RegisterFlagCompletionFunc("paper", cobra.FixedCompletions(papers[:], cobra.ShellCompDirectiveNoFileComp))
	return c
}

// sheet writes the sheets of a runner.
func (s *streams) sheet(ctx context.Context, k *athletes, a *athlete.Athlete, weeks int, papers []string, browser string) error {
	part, ok := a.Ahead(weeks)
	if !ok {
		return fmt.Errorf("the plan of %s is over. Name another one in athletes/%s.toml, with the Monday on which it begins", nameOf(a.File), a.File.ID)
	}
	var page bytes.Buffer
	if problems := k.revision.AthleteSheet(&page, part, a.File.Name); len(problems) > 0 {
		return errors.Join(errMistakes, s.problems(problems, k.lines))
	}
	alone, err := k.revision.Standalone(ctx, page.Bytes(), a.File.Name+" · "+part.Plan.Title)
	if err != nil {
		return err
	}
	if err := k.folder.Write(a.File.ID+".html", alone, false); err != nil {
		return err
	}
	program, missing := findBrowser(browser)
	var printed []string
	if missing == nil {
		if printed, err = k.printSheets(ctx, a, alone, papers, program); err != nil {
			return err
		}
	}
	written := strings.Join(append([]string{a.File.ID + ".html"}, printed...), " and athletes/")
	fmt.Fprintf(s.out, "Wrote athletes/%s: %s, %s.\n", written, nameOf(a.File), part.Projection.WeeksShown())
	if missing != nil {
		fmt.Fprintf(s.err, "No PDF was printed: %v.\n", missing)
	}
	return nil
}

// printSheets prints the page of a runner on papers, and returns the names of the files.
func (k *athletes) printSheets(ctx context.Context, a *athlete.Athlete, page []byte, papers []string, program string) (names []string, err error) {
	for _, paper := range papers {
		p := pdf.Alone{Page: page, Paper: paper, Unit: string(a.Unit), Author: k.revision.Site.Settings.Author, Date: k.options.Stamp}
		data, err := p.Print(ctx, program)
		if err != nil {
			return names, fmt.Errorf("printing the sheets of %s: %w", a.File.ID, err)
		}
		name := a.File.ID + "-" + paper + ".pdf"
		if err := k.folder.Write(name, data, false); err != nil {
			return names, err
		}
		names = append(names, name)
	}
	return names, nil
}
