package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/scaffold"
)

func (s *streams) athleteNew() *cobra.Command {
	var n athlete.New
	var start string
	c := &cobra.Command{
		Use:   `new "NAME"`,
		Short: "Write the file of a runner whom you coach",
		Long: `Athlete new writes athletes/NAME.toml, and the empty log beside it. It asks which plan
and runner type, unless the flags say it. It also sees to it that git leaves
athletes/ alone, and refuses where git tracks a file there already: what is in a
repository is soon on somebody else's computer.`,
		Example: `  legpress athlete new "Anna K." --plan first-eight-weeks --runner only-runs
  legpress athlete new "Anna K." --start 2026-11-30`,
		Args: func(c *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return fmt.Errorf(`give the runner a name, as in legpress athlete new "Anna K."`)
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, args []string) error {
			k, err := s.athletes(c)
			if err != nil {
				return err
			}
			defer k.close()
			n.Name = strings.Join(args, " ")
			return s.newAthlete(c, k, n, start)
		},
	}
	c.Flags().StringVar(&n.Plan, "plan", "", "the `id` of the plan")
	c.Flags().StringVar(&n.Runner, "runner", "", "the `id` of the runner type")
	completeIDs(c, "plan", "plan")
	completeIDs(c, "runner", "runner")
	c.Flags().StringVar(&start, "start", "", "the `Monday` of the first week, such as 2026-11-30 (default: the next one)")
	return c
}

func (s *streams) newAthlete(c *cobra.Command, k *athletes, n athlete.New, start string) error {
	if file := athlete.Tracked(c.Context(), k.options.Dir); file != "" {
		return fmt.Errorf("git tracks %s: what is written there goes wherever the repository goes. "+
			"Take it out with \"git rm -r --cached athletes\" and a commit, and ask who has a copy, before you write of somebody", file)
	}
	at, err := scaffold.Open(k.options.Dir)
	if err != nil {
		return err
	}
	defer at.Close()
	name, id, err := at.Named(n.Name)
	if err != nil {
		return err
	}
	n.Name = name
	if n.Start, err = firstMonday(start, k.today); err != nil {
		return err
	}
	if err := s.choosePlan(c.Context(), k, &n); err != nil {
		return err
	}
	// What the file says has to hold before it is written.
	f, problems := athlete.Read(id, "athletes/"+id+".toml", n.Text())
	if !problems.HasErrors() {
		problems = athlete.Join(f, k.revision.Site, athlete.Text{}, k.today).Problems
	}
	if problems.HasErrors() {
		k.texts = append(k.texts, athlete.Text{File: "athletes/" + id + ".toml", Data: n.Text()})
		_ = s.problems(problems, k.lines)
		return errMistakes
	}
	return s.writeAthlete(k, id, n)
}

// writeAthlete writes the files of a new runner.
func (s *streams) writeAthlete(k *athletes, id string, n athlete.New) error {
	ignored, err := athlete.Ignore(k.options.Dir)
	if err != nil {
		return err
	}
	folder, err := athlete.MakeFolder(k.options.Dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	if folder.Exists(id+".toml") || folder.Exists(id+".csv") {
		return fmt.Errorf("there is an athlete %q already. Give this one another name", id)
	}
	if err := folder.Write(id+".toml", n.Text(), false); err != nil {
		return err
	}
	if err := folder.Write(id+".csv", athlete.EmptyLog(), false); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Wrote athletes/%s.toml and athletes/%s.csv. They never go on the website.\n", id, id)
	if ignored {
		fmt.Fprintln(s.out, "Wrote /athletes/ into .gitignore, so that git leaves them alone.")
	}
	fmt.Fprintf(s.out, "Change what is not as the plan says; \"legpress athlete sheet %s%s\" prints the first four weeks.\n", id, siteFlag(k.options.Dir))
	return nil
}

// firstMonday reads the day on which a runner begins; where it is left out that is the next Monday.
func firstMonday(start string, today time.Time) (time.Time, error) {
	if start == "" {
		return athlete.NextMonday(today), nil
	}
	day, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return day, fmt.Errorf("%q is no day. Write it like 2026-11-30", start)
	}
	if day.Weekday() != time.Monday {
		return day, fmt.Errorf("%s is a %s, but a plan begins on a Monday, such as %s", start, day.Weekday(), athlete.NextMonday(day).Format(time.DateOnly))
	}
	return day, nil
}

// choosePlan asks for the plan and the runner type that the flags do not say.
func (s *streams) choosePlan(ctx context.Context, k *athletes, n *athlete.New) error {
	var plans, titles []string
	for p := range k.revision.Site.AllPlans() {
		plans, titles = append(plans, p.ID), append(titles, p.Title)
	}
	var err error
	if n.Plan == "" {
		if n.Plan, err = s.ask(ctx, "plan", plans, titles); err != nil {
			return err
		}
	}
	p := k.revision.Site.Plan(n.Plan)
	if p == nil {
		return fmt.Errorf("there is no plan %q.%s", n.Plan, suggest(n.Plan, plans, "The plans are "+strings.Join(plans, ", ")+"."))
	}
	if n.Runner != "" {
		return nil // whether the plan is for it is said at its line
	}
	var runners, names []string
	for _, ref := range p.Runners {
		runners, names = append(runners, ref.ID), append(names, "")
		if r := k.revision.Site.Runner(ref.ID); r != nil {
			names[len(names)-1] = r.Name
		}
	}
	n.Runner, err = s.ask(ctx, "runner", runners, names)
	return err
}

// ask asks which of several is meant, where somebody is there to answer. Of one there is no choice.
func (s *streams) ask(ctx context.Context, flag string, ids, names []string) (string, error) {
	switch f, ok := s.in.(*os.File); {
	case len(ids) == 0:
		return "", fmt.Errorf("the site has no %s", flag)
	case len(ids) == 1:
		return ids[0], nil
	case !ok || !isatty.IsTerminal(f.Fd()):
		return "", fmt.Errorf("say which %s with --%s: %s", flag, flag, strings.Join(ids, ", "))
	}
	return choice(ctx, s.in, s.out, flag, ids, names, "")
}

// choice lists what can be chosen, and reads a number or a name until it is one of them. An empty line takes the fallback, where there is one.
func choice(ctx context.Context, in io.Reader, out io.Writer, what string, ids, names []string, fallback string) (string, error) {
	for i, id := range ids {
		fmt.Fprintf(out, "  %d  %s (%s)\n", i+1, names[i], id)
	}
	for lines := bufio.NewScanner(in); ; {
		fmt.Fprintf(out, "Which %s? ", what)
		if fallback != "" {
			fmt.Fprintf(out, "(Enter: %s) ", fallback)
		}
		line, err := typed(ctx, func() (string, error) {
			if !lines.Scan() {
				return "", fmt.Errorf("no %s was chosen", what)
			}
			return strings.TrimSpace(lines.Text()), nil
		})
		if err != nil {
			return "", err
		}
		if line == "" && fallback != "" {
			return fallback, nil
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(ids) {
			return ids[n-1], nil
		}
		for i, id := range ids {
			if strings.EqualFold(line, id) || names[i] != "" && strings.EqualFold(line, names[i]) {
				return id, nil
			}
		}
		fmt.Fprintf(out, "Type a number from 1 to %d, or a word in brackets, such as %s.\n", len(ids), ids[0])
	}
}
