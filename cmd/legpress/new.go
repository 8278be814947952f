package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/content"
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
	return &cobra.Command{
		Use:   "site DIR",
		Short: "Write a whole site to begin with",
		Long: `New site writes the starter guide into a folder: articles, exercises, the three
runner types and a plan for each. Change what is not yours, delete what you do
not need. The folder must be new or empty.`,
		Example: "  legpress new site my-site",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New(`name one folder for the site, as in "legpress new site my-site"`)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return s.newSite(args[0]) },
	}
}

func unknownKind(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	return fmt.Errorf("there is no way to make a new %q.%s", args[0], suggest(args[0], commandNames(c), `"legpress new --help" says what I can make.`))
}

// newSite writes the starter site into a folder, which must be new or empty.
func (s *streams) newSite(dir string) error {
	switch full, err := occupied(dir); {
	case err != nil:
		return err
	case full:
		return fmt.Errorf("the folder %s is not empty. Name a new one", dir)
	}
	if err := makeSite(dir); err != nil {
		return err
	}
	fmt.Fprintf(s.out, `Made a site in %s. Next:
  cd %s
  legpress serve --open    shows the website while you write
  legpress build           makes it in public/, to be published
Put your name and the address of your website into content/site.toml: until the
address is there, nothing that is printed carries one. Then change a plan in
content/plans, and see it in the browser. "legpress explain plan" says what can
be written there.
`, dir, quoted(dir))
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

// makeSite writes the starter site into a folder, which it makes if need be.
func makeSite(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := writeStarter(root); err != nil {
		return fmt.Errorf("writing the site: %w", err)
	}
	_, err = editorFiles(root)
	return err
}

// ignored is what git is to leave alone in a site's folder: what a build makes, and what the coach knows of runners.
const ignored = "/public/\n/athletes/\n"

func writeStarter(root *os.Root) error {
	if err := root.WriteFile(".gitignore", []byte(ignored), 0o644); err != nil {
		return err
	}
	return fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.FromSlash(path.Join("content", name))
		if d.IsDir() {
			return root.MkdirAll(to, 0o755)
		}
		data, err := fs.ReadFile(content.Files, name)
		if err != nil {
			return err
		}
		return root.WriteFile(to, data, 0o644)
	})
}

// quoted returns a folder's name as it is typed in a shell.
func quoted(dir string) string {
	for _, r := range dir {
		if !(r == '-' || r == '_' || r == '.' || r == '/' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			return fmt.Sprintf("%q", dir)
		}
	}
	return dir
}
