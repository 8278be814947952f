package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator/reference"
)

func schemaCommand(s *streams) *cobra.Command {
	var write bool
	c := &cobra.Command{
		Use:   "schema [file]",
		Short: "Tell editors what can be written in a file",
		Long: `Schema prints the JSON Schema of a file (site, article, page, exercise, runner,
plan, sources, athlete). Alone it lists the files. With --write it puts the schemas of a
site's TOML files into its folder, with the settings by which editors find them:
VS Code with the extension "Even Better TOML", and every editor with Taplo, then
complete and check while you type. A new site has them already.`,
		Example: `  legpress schema plan
  legpress schema --write`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && write {
				return errors.New(`schema takes one file, as in "legpress schema plan", or --write`)
			}
			return nil
		},
		ValidArgsFunction: schemaNames,
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case write:
				dir, err := c.Flags().GetString("site")
				if err != nil {
					return err
				}
				return s.writeSchemas(dir)
			case len(args) == 1:
				return s.schema(args[0])
			}
			for _, t := range reference.SchemaNames() {
				fmt.Fprintf(s.out, "%-10s %s\n", t.Name, t.Short)
			}
			return nil
		},
	}
	c.Flags().BoolVarP(&write, "write", "w", false, "write the schemas into the site's folder")
	return c
}

// schemaNames completes the first argument in a shell.
func schemaNames(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var list []cobra.Completion
	for _, t := range reference.SchemaNames() {
		if len(args) == 0 {
			list = append(list, cobra.CompletionWithDesc(t.Name, t.Short))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

func (s *streams) schema(name string) error {
	text, found, err := reference.Schema(name)
	if err != nil {
		return err
	}
	if !found {
		var known []string
		for _, t := range reference.SchemaNames() {
			known = append(known, t.Name)
		}
		return fmt.Errorf("there is no schema of %q.%s", name, suggest(name, known, `"legpress schema" lists them all.`))
	}
	_, err = s.out.Write(text)
	return err
}

func (s *streams) writeSchemas(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("there is no folder %q", dir)
	}
	defer root.Close()
	if _, err := root.Stat("content"); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no content/ in %s. Name the site's folder with --site", dir)
	}
	files, err := editorFiles(root)
	if err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(s.out, "Wrote", f.Path)
	}
	return nil
}

// editorFiles writes the files that tell editors about a site. They are nobody's but Legpress's, and take the place of what is there.
func editorFiles(root *os.Root) ([]reference.File, error) {
	files, err := reference.EditorFiles()
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.Path, err)
		}
		if err := root.WriteFile(f.Path, f.Text, 0o644); err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	return files, nil
}
