package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/ghost"
	"github.com/legpress/legpress/generator/importer/hugo"
	"github.com/legpress/legpress/generator/importer/jekyll"
	"github.com/legpress/legpress/generator/importer/substack"
	"github.com/legpress/legpress/generator/importer/wordpress"
	"github.com/legpress/legpress/generator/starter"
)

func importCommand(s *streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "Take over a blog from WordPress, Ghost, Substack, Jekyll or Hugo",
		Long: `Import writes the articles and pages of another blog into your site: titles, dates,
drafts, authors, tags, summaries, and the pictures that are present. Links between
them become paths of files, and old addresses lead on to the new ones. Title,
description, author, language, time zone and menu go into content/site.toml. Nothing
is fetched, and nothing that you have written is changed: what gives way are articles
of the starter that are as they were, its About and its lines in site.toml. Plans,
exercises and runner types stay.

What the old website did not show, and what may have been hidden there, becomes a
draft, and the report says why: nobody reads it until you take out draft = true.

What could not be carried over is counted at the end, and listed with its place in
import-report.txt. What an author may want back stays where it was, in a line
[//]: # (...), which no page shows.`,
		Example: `  legpress new site my-site
  legpress import wordpress export.xml --uploads wp-content/uploads --site my-site
  legpress import jekyll ../old-blog --site my-site --dry-run`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return fmt.Errorf("%q cannot be imported from.%s", args[0], suggest(args[0], commandNames(c), `"legpress import --help" says what can.`))
		},
	}
	c.PersistentFlags().BoolP("dry-run", "n", false, "say what would be written, write nothing")
	c.PersistentFlags().Bool("keep-starter", false, "let no text of the starter give way")
	c.AddCommand(s.importWordPress(), s.importGhost(), s.importSubstack(), s.importFolder("jekyll", "Jekyll", jekyll.Read), s.importFolder("hugo", "Hugo", hugo.Read))
	return c
}

func (s *streams) importWordPress() *cobra.Command {
	var uploads string
	c := &cobra.Command{
		Use:   "wordpress FILE.xml",
		Short: "Take over a blog from WordPress",
		Long: `Import wordpress reads an export of WordPress, which is made there under Tools,
Export, All content. An export has no pictures in it: copy the folder
wp-content/uploads from your old server and name it with --uploads.`,
		Example: `  legpress import wordpress export.xml --uploads wp-content/uploads`,
		Args:    oneArgument(`name the export, as in "legpress import wordpress export.xml"`),
		RunE: func(c *cobra.Command, args []string) error {
			in := wordpress.Input{Name: filepath.Base(args[0])}
			if uploads != "" {
				root, err := openFolder(uploads)
				if err != nil {
					return err
				}
				defer root.Close()
				in.Uploads = root.FS()
			}
			file, err := openExport(args[0], false)
			if err != nil {
				return err
			}
			defer file.Close()
			in.XML = file
			blog, err := wordpress.Read(in)
			if err != nil {
				return err
			}
			return s.take(c, blog)
		},
	}
	c.Flags().StringVar(&uploads, "uploads", "", "the `folder` with the pictures: a copy of wp-content/uploads")
	return c
}

func (s *streams) importGhost() *cobra.Command {
	var images, home string
	c := &cobra.Command{
		Use:   "ghost FILE.json",
		Short: "Take over a blog from Ghost",
		Long: `Import ghost reads an export of Ghost, which is made there under Settings,
Import/Export, Export, Content & settings (Labs, Export in older ones). An export has
no pictures in it: copy the folder content/images from your old server and name it
with --images; a copy of content brings the films, sounds and other files, too. Nor
does it say where the website was: say it with --home, so that links with its full
address lead to the new files.`,
		Example: `  legpress import ghost export.json --images content/images --home https://old.example/`,
		Args:    oneArgument(`name the export, as in "legpress import ghost export.json"`),
		RunE: func(c *cobra.Command, args []string) error {
			in := ghost.Input{Name: filepath.Base(args[0])}
			var err error
			if in.Home, err = oldAddress(home); err != nil {
				return err
			}
			if images != "" {
				root, err := openFolder(images)
				if err != nil {
					return err
				}
				defer root.Close()
				in.Images = root.FS()
			}
			file, err := openExport(args[0], false)
			if err != nil {
				return err
			}
			defer file.Close()
			in.JSON = file
			blog, err := ghost.Read(in)
			if err != nil {
				return err
			}
			return s.take(c, blog)
		},
	}
	c.Flags().StringVar(&images, "images", "", "the `folder` with the pictures: a copy of content/images, or of content")
	c.Flags().StringVar(&home, "home", "", "the `address` of the old website, as in https://old.example/")
	return c
}

func (s *streams) importSubstack() *cobra.Command {
	var home string
	c := &cobra.Command{
		Use:   "substack FILE.zip",
		Short: "Take over a newsletter from Substack",
		Long: `Import substack reads an export of Substack, which is made there under Settings,
Import/Export, Export, New export: the zip, or the folder that it was unpacked into.
The lists of subscribers in it are never opened. An export has no pictures in it: a
note stays where each one was, with its address. Where the website had an address
of its own, say it with --home.`,
		Example: `  legpress import substack export.zip --home https://name.substack.com/`,
		Args:    oneArgument(`name the export, as in "legpress import substack export.zip"`),
		RunE: func(c *cobra.Command, args []string) error {
			in := substack.Input{Name: filepath.Base(args[0])}
			var err error
			if in.Home, err = oldAddress(home); err != nil {
				return err
			}
			file, err := openExport(args[0], true)
			if err != nil {
				return err
			}
			defer file.Close()
			info, err := file.Stat()
			if err != nil {
				return err
			}
			if info.IsDir() {
				root, err := openFolder(args[0])
				if err != nil {
					return err
				}
				defer root.Close()
				in.Folder = root.FS()
			} else {
				in.Zip, in.Size = file, info.Size()
			}
			blog, err := substack.Read(in)
			if err != nil {
				return err
			}
			return s.take(c, blog)
		},
	}
	c.Flags().StringVar(&home, "home", "", "the `address` of the old website, as in https://name.substack.com/")
	return c
}

// oldAddress returns the address of the old website as readers know it, with a slash at its end; "" where none is given.
func oldAddress(home string) (string, error) {
	if home == "" {
		return "", nil
	}
	u, err := url.Parse(home)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("%q is no address of a website. Write --home as in https://old.example/", home)
	}
	return strings.TrimSuffix(home, "/") + "/", nil
}

// openExport opens the file of an export, or its folder where it may be one.
func openExport(name string, orFolder bool) (*os.File, error) {
	switch info, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %q", name)
	case err == nil && info.IsDir() && !orFolder:
		return nil, fmt.Errorf("%q is a folder: name the file of the export in it", name)
	}
	return os.Open(name)
}

func (s *streams) importFolder(kind, name string, read func(fs.FS) (*importer.Blog, error)) *cobra.Command {
	return &cobra.Command{
		Use:   kind + " DIR",
		Short: "Take over a blog from " + name,
		Long: fmt.Sprintf(`Import %s reads the folder of a blog of %s, the one that holds its settings.
The pictures in it that texts show are copied beside them.`, kind, name),
		Example: fmt.Sprintf("  legpress import %s ../old-blog", kind),
		Args:    oneArgument(fmt.Sprintf(`name the folder of the blog, as in "legpress import %s ../old-blog"`, kind)),
		RunE: func(c *cobra.Command, args []string) error {
			root, err := openFolder(args[0])
			if err != nil {
				return err
			}
			defer root.Close()
			blog, err := read(root.FS())
			if err != nil {
				return fmt.Errorf("%s cannot be imported: %w", args[0], err)
			}
			return s.take(c, blog)
		},
	}
}

func oneArgument(otherwise string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return errors.New(otherwise)
		}
		return nil
	}
}

// openFolder holds a folder open, so that no link in it leads out of it.
func openFolder(dir string) (*os.Root, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("there is no folder %q", dir)
	}
	return os.OpenRoot(dir)
}

// take writes a blog into the site and says what was done.
func (s *streams) take(c *cobra.Command, blog *importer.Blog) error {
	var o generator.Options
	if err := complete(c, &o); err != nil {
		return err
	}
	dry, _ := c.Flags().GetBool("dry-run")
	r, err := s.planImport(c, blog, o, dry)
	if err != nil {
		return err
	}
	if dry {
		for _, f := range r.Files {
			fmt.Fprintln(s.out, filepath.Join(o.Dir, filepath.FromSlash(f.Path)))
		}
		fmt.Fprintf(s.out, "Would write %s.\n", amounts(r))
		s.changed(r, "Would delete", "Would take")
		return s.losses(r, "")
	}
	if err := r.Write(c.Context(), blog, o.Dir); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Imported %s.\n", amounts(r))
	s.changed(r, "Deleted", "Took")
	report, err := r.WriteReport(o.Dir)
	if err != nil {
		return err
	}
	if err := s.losses(r, filepath.Join(o.Dir, report)); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Next: \"legpress check%s\" tells you whether all is well, and what to do first.\n", siteFlag(o.Dir))
	return nil
}

// planImport plans an import. Where somebody sits at the terminal, they are asked before texts of the starter give way.
func (s *streams) planImport(c *cobra.Command, blog *importer.Blog, o generator.Options, dry bool) (*importer.Result, error) {
	keep, _ := c.Flags().GetBool("keep-starter")
	begun, err := starter.Like(content.Files, os.DirFS(o.Dir))
	if err != nil {
		return nil, err
	}
	options := importer.Options{Now: o.Now, Starter: begun, KeepStarter: keep}
	person := s.person(c.Context())
	if dry || person.Confirm == nil {
		return importer.Plan(blog, o.Dir, options)
	}
	gone, err := importer.GivesWay(o.Dir, options)
	if err != nil {
		return nil, err
	}
	if len(gone) > 0 {
		fmt.Fprintf(s.err, "%s of the starter, which you have not changed, would give way to yours:\n", plural(len(gone), "text"))
		for _, file := range gone {
			fmt.Fprintf(s.err, "  %s\n", file)
		}
		gives, err := person.Confirm("Its plans, exercises and runner types stay. Delete these texts?")
		if err != nil {
			return nil, err
		}
		options.KeepStarter = !gives
	}
	return importer.Plan(blog, o.Dir, options)
}

// changed says which texts of the starter have given way, and what the settings have of the old blog.
func (s *streams) changed(r *importer.Result, deletes, takes string) {
	if n := len(r.Gone); n > 0 {
		fmt.Fprintf(s.out, "%s %s of the starter that you had not changed; its plans, exercises and runner types stay.\n", deletes, plural(n, "text"))
	}
	if len(r.Settings) > 0 {
		fmt.Fprintf(s.out, "%s from the old blog into content/site.toml: %s.\n", takes, strings.Join(r.Settings, ", "))
	}
}

// amounts says how much an import brings: "12 articles, 3 pages (2 drafts among them), 8 pictures, 15 redirects".
func amounts(r *importer.Result) string {
	if len(r.Files) == 0 {
		return "nothing"
	}
	parts := []string{plural(r.Articles, "article"), plural(r.Pages, "page")}
	if r.Drafts > 0 {
		parts[1] += fmt.Sprintf(" (%s among them)", plural(r.Drafts, "draft"))
	}
	for _, more := range []struct {
		n    int
		word string
	}{{r.Pictures, "picture"}, {r.Others, "other file"}, {r.Redirects, "redirect"}} {
		if more.n > 0 {
			parts = append(parts, plural(more.n, more.word))
		}
	}
	return strings.Join(parts, ", ")
}

// shownPlaces is how many places of one kind are named on the terminal; the report has them all.
const shownPlaces = 3

// losses says what could not be carried over, by kind.
func (s *streams) losses(r *importer.Result, report string) error {
	if len(r.Findings) == 0 {
		return nil
	}
	var w strings.Builder
	w.WriteString("\nNot carried over as it was:\n")
	for start := 0; start < len(r.Findings); {
		end := start
		for end < len(r.Findings) && r.Findings[end].Reason == r.Findings[start].Reason {
			end++
		}
		fmt.Fprintf(&w, "  %s (%s)\n", r.Findings[start].Reason, thousands(end-start))
		for i := start; i < min(end, start+shownPlaces); i++ {
			fmt.Fprintf(&w, "    %s\n", r.Findings[i].Short())
		}
		if more := end - start - shownPlaces; more > 0 {
			fmt.Fprintf(&w, "    and %s more\n", thousands(more))
		}
		start = end
	}
	if report != "" {
		fmt.Fprintf(&w, "All of it is listed in %s.\n", report)
	}
	_, err := io.WriteString(s.out, w.String()+"\n")
	return err
}
