package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/diag"
)

func athleteCommand(s *streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "athlete",
		Short: "Coach single runners: their sheets, and who is where",
		Long: `Athlete keeps the files of the runners whom you coach in athletes/: a file each with
their plan, days and weights, and the log of what they did. From where they are it
prints the sheets of their next weeks. None of it ever goes on the website.

"legpress explain athletes" says what you have to know before you write down anything
about somebody's health.`,
		Example: `  legpress athlete new "Anna K." --plan first-eight-weeks --runner only-runs
  legpress athlete sheet anna-k
  legpress athlete log anna-k ~/Downloads/log.csv
  legpress athlete list`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return fmt.Errorf("there is no command %q for athletes.%s", args[0], suggest(args[0], commandNames(c), `"legpress athlete --help" lists them.`))
		},
	}
	c.AddCommand(s.athleteNew(), s.athleteSheet(), s.athleteLog(), s.athleteList())
	return c
}

// athletes are a site with the runners who train by its plans.
type athletes struct {
	options  generator.Options
	loader   *generator.Loader
	revision *generator.Revision
	folder   *athlete.Folder // nil: there is none yet
	today    time.Time       // where the site is, midnight in UTC
	texts    []athlete.Text  // that messages show lines of
}

// athletes loads the site of a command, drafts among its plans: a plan may be for one runner alone. What is wrong with it is said.
func (s *streams) athletes(c *cobra.Command) (*athletes, error) {
	k := &athletes{}
	if err := complete(c, &k.options); err != nil {
		return nil, err
	}
	k.options.Drafts, k.options.Future = true, true
	var err error
	if k.loader, err = generator.Open(k.options); err != nil {
		return nil, err
	}
	if k.revision, err = k.loader.Load(k.options.Now); err != nil {
		return nil, errors.Join(err, k.close())
	}
	if !k.revision.Sound() {
		_ = s.problems(k.revision.Problems, k.revision.Lines)
		return nil, errors.Join(errMistakes, k.close())
	}
	k.today = dayOf(k.options.Now.In(k.revision.Site.Settings.Zone))
	if k.folder, err = athlete.OpenFolder(k.options.Dir); err != nil && !errors.Is(err, athlete.ErrNoFolder) {
		return nil, errors.Join(err, k.close())
	}
	return k, nil
}

// dayOf returns the day of a moment as midnight in UTC.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func (k *athletes) close() error {
	if k.folder != nil {
		return errors.Join(k.folder.Close(), k.loader.Close())
	}
	return k.loader.Close()
}

// ids returns the names of the runners' files.
func (k *athletes) ids() ([]string, error) {
	if k.folder == nil {
		return nil, nil
	}
	return k.folder.IDs()
}

// read reads a runner's file; ok is false where it has errors, which have been said.
func (k *athletes) read(s *streams, id string) (f *athlete.File, log athlete.Text, err error) {
	if k.folder == nil {
		return nil, log, fmt.Errorf(`nobody is in athletes/ yet. Begin with "legpress athlete new%s"`, siteFlag(k.options.Dir))
	}
	id = strings.TrimSuffix(id, ".toml")
	about, log, err := k.folder.Read(id)
	if errors.Is(err, fs.ErrNotExist) {
		ids, _ := k.ids()
		return nil, log, fmt.Errorf("there is no athlete %q.%s", id, suggest(id, ids, `"legpress athlete list" names them all.`))
	}
	if err != nil {
		return nil, log, err
	}
	k.texts = append(k.texts, about, log)
	f, problems := athlete.Read(id, about.File, about.Data)
	if problems.HasErrors() {
		return nil, log, errors.Join(errMistakes, s.problems(problems, k.lines))
	}
	return f, log, nil
}

// join makes the programme of a runner. What is wrong is said.
func (k *athletes) join(s *streams, id string) (*athlete.Athlete, error) {
	f, log, err := k.read(s, id)
	if err != nil {
		return nil, err
	}
	a := athlete.Join(f, k.revision.Site, log, k.today)
	if err := s.problems(a.Problems, k.lines); err != nil {
		return nil, err
	}
	if a.Problems.HasErrors() {
		return nil, errMistakes
	}
	return a, nil
}

// lines finds the lines of the runners' files, and of the site's.
func (k *athletes) lines(file string, n int) (string, bool) {
	return athlete.Lines(k.revision.Lines, k.texts...)(file, n)
}

// oneAthlete takes the name of a runner's file, and completes it in a shell.
func oneAthlete(example string) cobra.PositionalArgs {
	return oneArgument(fmt.Sprintf("name one athlete by the file, as in %q", example))
}

func (s *streams) completeAthletes(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	dir, _ := c.Flags().GetString("site")
	folder, err := athlete.OpenFolder(dir)
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	defer folder.Close()
	ids, _ := folder.IDs()
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// nameOf returns the name of a runner as it can be shown on a terminal.
func nameOf(f *athlete.File) string { return diag.Visible(f.Name) }
