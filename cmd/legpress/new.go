package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/starter"
)

func newCommand(s *streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Write the beginning of a site, an article, an exercise, a plan or another file",
		Long: `New writes a file to begin with. It builds as it is, says in its notes what can be
written, and never takes the place of a file that is there.`,
		Example: `  legpress new site my-site
  legpress new article "Finding balance"
  legpress new plan "Hill season" --site my-site`,
		Args: cobra.ArbitraryArgs,
		RunE: unknownKind,
	}
	c.AddCommand(newSiteCommand(s), s.newArticle(), s.newExercise(), s.newRunner(), s.newPlan(), s.newWords(), s.newTheme(), s.newWorkflow())
	return c
}

func newSiteCommand(s *streams) *cobra.Command {
	var o starter.Options
	var unit, room string
	c := &cobra.Command{
		Use:   "site DIR",
		Short: "Write a whole site to begin with",
		Long: `New site writes the starter guide into a folder: articles, exercises, the three
runner types and a plan for each. Change what is not yours; "legpress remove" takes
out what you do not need. The folder must be new or empty.

On a terminal it asks for the language, the unit of the weights, the room and how much
of it you want; the flags answer beforehand. Names and cues of exercises, plans and the
pages that every runner needs are there in each language; articles, and the long texts
on exercises and plans, in English and German. In pounds the weights are those that a
gym in pounds has. At home there is no barbell.`,
		Example: `  legpress new site my-site
  legpress new site meine-seite --language de --room home
  legpress new site my-site --unit lb --small`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New(`name one folder for the site, as in "legpress new site my-site"`)
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if full, err := occupied(args[0]); err != nil || full {
				return cmp.Or(err, fmt.Errorf("the folder %s is not empty. Name a new one", args[0]))
			}
			if err := s.chooseStarter(c, &o, &unit, &room); err != nil {
				return err
			}
			return s.newSite(args[0], o)
		},
	}
	c.Flags().StringVar(&o.Language, "language", "", "the language of the texts: "+strings.Join(starter.Languages(), ", "))
	c.Flags().StringVar(&unit, "unit", "", "the unit of the weights: kg or lb")
	c.Flags().StringVar(&room, "room", "", "where the runners lift: gym or home")
	c.Flags().BoolVar(&o.Small, "small", false, "one runner type, one plan with its exercises, one article")
	for flag, values := range map[string][]string{"language": starter.Languages(), "unit": units, "room": rooms} {
		_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	return c
}

var (
	units = []string{"kg", "lb"}
	rooms = []string{"gym", "home"}
	sizes = []string{"whole", "small"}
)

// chooseStarter completes what kind of starter is wanted: by the flags, by questions on a terminal, else by what is usual.
func (s *streams) chooseStarter(c *cobra.Command, o *starter.Options, unit, room *string) error {
	f, ok := s.in.(*os.File)
	asks := ok && isatty.IsTerminal(f.Fd())
	one := func(flag string, value *string, ids, names []string, usual string) (err error) {
		switch {
		case *value != "" && !slices.Contains(ids, *value):
			return fmt.Errorf("there is no %s %q.%s", flag, *value, suggest(*value, ids, "There are: "+strings.Join(ids, ", ")+"."))
		case *value == "" && asks:
			*value, err = choice(c.Context(), s.in, s.out, flag, ids, names, usual)
		case *value == "":
			*value = usual
		}
		return err
	}
	var names []string
	for _, tag := range starter.Languages() {
		names = append(names, display.Self.Name(language.MustParse(tag)))
	}
	usual := "en"
	if asks {
		usual = systemLanguage()
	}
	if err := one("language", &o.Language, starter.Languages(), names, usual); err != nil {
		return err
	}
	if err := one("unit", unit, units, []string{"kilograms", "pounds"}, "kg"); err != nil {
		return err
	}
	if err := one("room", room, rooms, []string{"a gym with a barbell", "at home, with dumbbells and a band"}, "gym"); err != nil {
		return err
	}
	size := ""
	if o.Small {
		size = "small"
	}
	if err := one("size", &size, sizes, []string{"the whole guide", "one runner type, one plan, six exercises, one article"}, "whole"); err != nil {
		return err
	}
	o.Pounds, o.Home, o.Small = *unit == "lb", *room == "home", size == "small"
	return nil
}

// systemLanguage returns the language of the system where there is a starter in it, else English.
func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if tag, _, _ := strings.Cut(os.Getenv(name), "_"); slices.Contains(starter.Languages(), tag) {
			return tag
		}
	}
	return "en"
}

func unknownKind(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	return fmt.Errorf("there is no way to make a new %q.%s", args[0], suggest(args[0], commandNames(c), `"legpress new --help" says what I can make.`))
}

// begun says which starter a site was begun with.
func begun(o starter.Options) string {
	unit, room, size := "kilograms", "a gym", "the whole guide"
	if o.Pounds {
		unit = "pounds"
	}
	if o.Home {
		room = "a room at home"
	}
	if o.Small {
		size = "a small guide"
	}
	return strings.Join([]string{size, display.English.Languages().Name(language.MustParse(cmp.Or(o.Language, "en"))), unit, room}, ", ")
}

// newSite writes a starter into a folder, which must be new or empty.
func (s *streams) newSite(dir string, o starter.Options) error {
	if err := makeSite(dir, o); err != nil {
		return err
	}
	fmt.Fprintf(s.out, `Made a site in %s: %s. Next:
  cd %s
  legpress serve --open    shows the website while you write
  legpress build           makes it in public/, to be published
Put your name and the address of your website into content/site.toml: until the
address is there, nothing that is printed carries one. Then change a plan in
content/plans, and see it in the browser. "legpress explain plan" says what can
be written there.
`, dir, begun(o), quoted(dir))
	return nil
}

// leftBehind is what git, Finder and Explorer put into a folder that is empty for whoever looks at it.
var leftBehind = []string{".git", ".DS_Store", ".localized", "desktop.ini", "Thumbs.db"}

// occupied reports whether there is something in a folder with which a new site is not to be mixed. There may be no such folder.
func occupied(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("%s cannot be used as a folder: %w", dir, err)
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !slices.Contains(leftBehind, e.Name()) }), nil
}

// makeSite writes a starter into a folder, which it makes if need be.
func makeSite(dir string, o starter.Options) error {
	site, err := starter.Site(content.Files, o)
	if err != nil {
		return err
	}
	site[".gitignore"] = []byte(ignored)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return fmt.Errorf("writing the site: %w", err)
		}
		if err := root.WriteFile(name, site[name], 0o644); err != nil {
			return fmt.Errorf("writing the site: %w", err)
		}
	}
	_, err = editorFiles(root)
	return err
}

// ignored is what git is to leave alone in a site's folder: what a build makes, what the coach knows of runners, and what undo needs.
const ignored = "/public/\n/athletes/\n/.legpress/\n"

// quoted returns a folder's name as it is typed in a shell.
func quoted(dir string) string {
	for _, r := range dir {
		if !(r == '-' || r == '_' || r == '.' || r == '/' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			return fmt.Sprintf("%q", dir)
		}
	}
	return dir
}
