package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator/athlete"
)

func (s *streams) athleteList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "Say where each runner is, and whom to look at",
		Long: `Athlete list says in which week of their plans the runners are, when they trained last
and what comes next. It points out who has not written for two weeks, and who wrote
twice running that something hurt, was hard, or that the next day's run went badly.`,
		Example: "  legpress athlete list",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			k, err := s.athletes(c)
			if err != nil {
				return err
			}
			defer k.close()
			return s.list(k)
		},
	}
}

// list says where each runner is. Whose files have errors does not hide the others.
func (s *streams) list(k *athletes) error {
	ids, err := k.ids()
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		fmt.Fprintf(s.out, "Nobody is in athletes/ yet. Begin with \"legpress athlete new%s\".\n", siteFlag(k.options.Dir))
		return nil
	}
	var failed error
	for _, id := range ids {
		switch a, err := k.join(s, id); {
		case errors.Is(err, errMistakes):
			failed = err
			fmt.Fprintf(s.out, "%s: the file has errors\n", id)
		case err != nil:
			return err
		default:
			s.status(a, a.StatusOn(k.today))
		}
	}
	return failed
}

// status writes where a runner is.
func (s *streams) status(a *athlete.Athlete, at athlete.Status) {
	last := "no visit yet"
	if at.Last != 0 {
		last = "last visit " + at.LastVisit()
	}
	fmt.Fprintf(s.out, "%s (%s): %s, %s; %s", nameOf(a.File), a.File.ID, a.Programme.Plan.Title, at.WeekText(), last)
	if at.Next != "" {
		fmt.Fprintf(s.out, "; next %s", at.Next)
	}
	fmt.Fprintln(s.out)
	for _, sentence := range at.Look {
		fmt.Fprintf(s.out, "  ! %s\n", sentence)
	}
}
