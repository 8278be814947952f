package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language/display"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/scaffold"
	"github.com/legpress/legpress/templates"
)

func (s *streams) newArticle() *cobra.Command {
	return s.newFile(&cobra.Command{
		Use:   `article "TITLE"`,
		Short: "Write the beginning of an article",
		Long: `New article writes a draft that is dated today into content/articles. It shows in
its own text how to write: headings, links, and an exercise as a card.`,
		Example: `  legpress new article "Finding balance"`,
	}, func(at *scaffold.Site, name string, now time.Time) ([]scaffold.File, error) {
		return one(at.Article(name, now))
	}, `Write your text below the second +++; "legpress build --drafts%s" shows it.`)
}

func (s *streams) newExercise() *cobra.Command {
	return s.newFile(&cobra.Command{
		Use:   `exercise "NAME"`,
		Short: "Write the beginning of an exercise",
		Long: `New exercise writes a definition into content/exercises: repetitions without
equipment, or metres with a weight for a carry, to be changed into what you teach.`,
		Example: `  legpress new exercise "Nordic curl"`,
	}, func(at *scaffold.Site, name string, _ time.Time) ([]scaffold.File, error) {
		return one(at.Exercise(name))
	}, `Open it and say what it is; "legpress check%s" tells you whether all is well.`)
}

func (s *streams) newRunner() *cobra.Command {
	return s.newFile(&cobra.Command{
		Use:   `runner "NAME"`,
		Short: "Write the beginning of a type of runner, and of a plan for it",
		Long: `New runner writes a definition with a whole running week into content/runners.
A type of runner needs a plan, so it writes a first one into content/plans, with
exercises and weights of this site, unless there is a plan for it already.`,
		Example: `  legpress new runner "Trail runner"`,
	}, func(at *scaffold.Site, name string, now time.Time) ([]scaffold.File, error) {
		return at.Runner(name, now)
	}, `Change the running week first; "legpress check%s" tells you whether all is well.`)
}

func (s *streams) newPlan() *cobra.Command {
	var runner string
	c := s.newFile(&cobra.Command{
		Use:   `plan "TITLE"`,
		Short: "Write the beginning of a plan",
		Long: `New plan writes a plan of eight weeks into content/plans, with exercises and
weights of this site. Without --runner it is for the first type of runner that has
no plan yet.`,
		Example: `  legpress new plan "Hill season"
  legpress new plan "Hill season" --runner only-runs`,
	}, func(at *scaffold.Site, name string, now time.Time) ([]scaffold.File, error) {
		return one(at.Plan(name, runner, now))
	}, `Change what it asks for; "legpress build%s" works out the weeks.`)
	c.Flags().StringVar(&runner, "runner", "", "the `type` of runner that it is for, by the name of its file")
	completeIDs(c, "runner", "runner")
	return c
}

func (s *streams) newWords() *cobra.Command {
	var languages strings.Builder
	for _, tag := range scaffold.Languages(templates.Files) {
		fmt.Fprintf(&languages, "\n  %s  %s", tag, display.English.Tags().Name(tag))
	}
	return s.newFile(&cobra.Command{
		Use:   "words LANGUAGE",
		Short: "Write the fixed words of the pages, to be changed or translated",
		Long: `New words writes the fixed words of the pages into templates/words: what stands in
menus, on buttons, above tables and on the sheet, and what the rules say. For a
language without words of its own you get the English ones to translate. The pages
of Arabic, Hebrew or Persian run from the right. There are words in
` + languages.String(),
		Example: `  legpress new words it`,
	}, func(at *scaffold.Site, name string, _ time.Time) ([]scaffold.File, error) {
		return one(at.Words(name, templates.Files))
	}, `Change what stands between the quotation marks; "legpress build%s" shows it.`)
}

// newTheme writes one file of the theme, or lists them all.
func (s *streams) newTheme() *cobra.Command {
	c := s.newFile(&cobra.Command{
		Use:   "theme [FILE]",
		Short: "Write a file of the theme, to be changed",
		Long: `New theme writes one file of the theme into templates/, where it takes the place of
the theme's own. Alone it lists the files. Take over as few as you can: the others
get better with each version of Legpress.`,
		Example: `  legpress new theme
  legpress new theme layouts/article.html
  legpress new theme assets/style.css`,
	}, func(at *scaffold.Site, name string, _ time.Time) ([]scaffold.File, error) {
		f, err := at.Theme(name, templates.Files)
		if errors.Is(err, scaffold.ErrNoThemeFile) {
			files, _ := scaffold.ThemeFiles(templates.Files)
			err = fmt.Errorf("%w.%s", err, suggest(name, files, `"legpress new theme" lists them.`))
		}
		return one(f, err)
	}, `Change it: "legpress serve%s" shows it at once, and "legpress explain theme" says what can stand in it.`)
	write := c.RunE
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return write(c, args)
		}
		files, err := scaffold.ThemeFiles(templates.Files)
		for _, f := range files {
			fmt.Fprintln(s.out, f)
		}
		return err
	}
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		files, _ := scaffold.ThemeFiles(templates.Files)
		return files, cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// newWorkflow writes the workflow of a site on GitHub. It needs no name.
func (s *streams) newWorkflow() *cobra.Command {
	c := s.newFile(&cobra.Command{
		Use:   "workflow",
		Short: "Write what lets GitHub make and show the website after each push",
		Long: `New workflow writes ` + scaffold.WorkflowFile + `: for a site whose folder is a
repository on GitHub. After each push GitHub then checks and builds the website and
shows it on GitHub Pages. "legpress explain publish" has the steps, and other ways.`,
		Example: `  legpress new workflow`,
	}, func(at *scaffold.Site, _ string, _ time.Time) ([]scaffold.File, error) {
		return []scaffold.File{at.Workflow(release)}, nil
	}, `In the repository's settings choose Pages, Source, "GitHub Actions"; then push. "legpress check --publish%s" says whether all else is ready.`)
	c.Args = noArguments
	return c
}

func one(f scaffold.File, err error) ([]scaffold.File, error) { return []scaffold.File{f}, err }

// newFile completes a command that writes files with a name. A name of several words may stand without quotes. The next step has a
// place for the flag that names the site.
func (s *streams) newFile(c *cobra.Command, begin func(*scaffold.Site, string, time.Time) ([]scaffold.File, error), next string) *cobra.Command {
	c.Args = func(c *cobra.Command, args []string) error {
		if strings.TrimSpace(strings.Join(args, "")) == "" {
			return fmt.Errorf("give it a name, as in %s", strings.TrimSpace(c.Example))
		}
		return nil
	}
	c.ValidArgsFunction = cobra.NoFileCompletions
	c.RunE = func(c *cobra.Command, args []string) error {
		var o generator.Options
		if err := complete(c, &o); err != nil {
			return err
		}
		files, err := write(o.Dir, func(at *scaffold.Site) ([]scaffold.File, error) { return begin(at, strings.Join(args, " "), o.Now) })
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "Wrote %s. %s\n", listed(o.Dir, files), fmt.Sprintf(next, siteFlag(o.Dir)))
		for _, f := range files {
			if f.Then != "" {
				fmt.Fprintln(s.out, f.Then)
			}
		}
		return nil
	}
	return c
}

func write(dir string, begin func(*scaffold.Site) ([]scaffold.File, error)) ([]scaffold.File, error) {
	at, err := scaffold.Open(dir)
	if err != nil {
		return nil, err
	}
	defer at.Close()
	files, err := begin(at)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := at.Write(f); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// listed names files as they are found from here.
func listed(dir string, files []scaffold.File) string {
	var names []string
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if f.For != "" {
			name += ", " + f.For
		}
		names = append(names, name)
	}
	return strings.Join(names, " and ")
}

// siteFlag is what has to be typed behind a command for a site that is not here.
func siteFlag(dir string) string {
	if dir == "." {
		return ""
	}
	return " --site " + quoted(dir)
}
