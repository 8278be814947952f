package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/change"
)

// changing is what is said of one change.
type changing struct{ dry, yes bool }

func (p *changing) flags(c *cobra.Command) {
	c.Flags().BoolVarP(&p.dry, "dry-run", "n", false, "say what would change, change nothing")
	c.Flags().BoolVarP(&p.yes, "yes", "y", false, "do not ask")
}

func removeCommand(s *streams) *cobra.Command {
	var p changing
	c := &cobra.Command{
		Use:   "remove KIND NAME...",
		Short: "Take an exercise, a plan, an article ... out, with all that follows",
		Long: `Remove deletes an exercise, a runner type, a plan, an article, a page or a picture, and
mends what refers to it: links become plain words, ladders close, rows of plans go, and
old addresses lead on once the site has an address. A runner type goes with its last
plan, unless it is the only one that is left, and a plan with its last runner type. It
shows all of it first, with the places where texts still speak of it and with what
"legpress check" will say then, and asks. What has been deleted by hand can be removed
as well: then only the rest is done. "legpress undo" takes it back. A name is the id, or
the file.`,
		Example: `  legpress remove exercise pogo-jump squat-jump
  legpress remove plan heavy-slow-calves --dry-run
  legpress remove picture content/articles/2026-03-02-hills/row.jpg`,
		Args: func(_ *cobra.Command, args []string) error {
			return kindAndName(args, max(2, len(args)), "legpress remove exercise pogo-jump")
		},
		RunE: func(c *cobra.Command, args []string) error {
			var things []change.Thing
			for _, name := range args[1:] {
				things = append(things, change.Named(args[0], name))
			}
			return s.change(c, p, func(dir string) (*change.Change, error) { return change.Remove(dir, things...) })
		},
		ValidArgsFunction: completeThings,
	}
	p.flags(c)
	return c
}

func renameCommand(s *streams) *cobra.Command {
	var p changing
	c := &cobra.Command{
		Use:   "rename KIND NAME NEW",
		Short: "Give an exercise, a plan, an article ... another name, everywhere",
		Long: `Rename gives the file of an exercise, a runner type, a plan, an article or a page
another name, which is also the last word of its address, and writes it wherever the old
one stands: in links, ladders, plans and the menu. Old addresses lead on, and an article
keeps its id in feeds. It shows all of it first, with what "legpress check" will say
then, and asks. "legpress undo" takes it back.`,
		Example: `  legpress rename exercise goblet-squat cup-squat`,
		Args: func(_ *cobra.Command, args []string) error {
			return kindAndName(args, 3, "legpress rename exercise goblet-squat cup-squat")
		},
		RunE: func(c *cobra.Command, args []string) error {
			return s.change(c, p, func(dir string) (*change.Change, error) {
				return change.Rename(dir, args[0], change.Named(args[0], args[1]).ID, args[2])
			})
		},
		ValidArgsFunction: completeThings,
	}
	p.flags(c)
	return c
}

func undoCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "undo",
		Short: "Take the last remove or rename back, then the one before it",
		Long: `Undo puts all files back as they were before the last "legpress remove" or "legpress
rename", and says what the next undo would take back: the one before it, and so on, up
to twenty. If you have changed one of the files since, it says which, and does nothing.`,
		Example: "  legpress undo",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			var o generator.Options
			if err := complete(c, &o); err != nil {
				return err
			}
			undone, err := change.Undo(o.Dir)
			if undone != nil {
				fmt.Fprintf(s.out, "Took back: %s. %s as before.\n%s\n", undone.What, plural(undone.Files, "file"), undoNext(undone.Next, o.Dir))
			}
			return err
		},
	}
}

// undoNext says what the next undo would take back; "" is nothing.
func undoNext(what, dir string) string {
	if what == "" {
		return "There is nothing more to take back."
	}
	return fmt.Sprintf("\"legpress undo%s\" would take this back next: %s.", siteFlag(dir), what)
}

// kindAndName checks the arguments of a command that changes something with a name.
func kindAndName(args []string, n int, example string) error {
	if len(args) > 0 && !slices.Contains(change.Kinds(), args[0]) {
		return fmt.Errorf("there is no kind %q.%s", args[0], suggest(args[0], change.Kinds(), "There are: "+strings.Join(change.Kinds(), ", ")+"."))
	}
	if len(args) != n {
		return fmt.Errorf("name the kind and what it is called, as in %s", example)
	}
	return nil
}

// completeThings completes the kind, then the names of that kind.
func completeThings(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	dir, _ := c.Flags().GetString("site")
	switch {
	case len(args) == 0:
		return change.Kinds(), cobra.ShellCompDirectiveNoFileComp
	case len(args) > 1 && c.Name() == "rename":
		return nil, cobra.ShellCompDirectiveNoFileComp
	case args[0] == "picture":
		return nil, cobra.ShellCompDirectiveDefault
	}
	ids, _ := change.IDs(dir, args[0])
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeIDs completes a flag by the names of all things of a kind.
func completeIDs(c *cobra.Command, flag, kind string) {
	_ = c.RegisterFlagCompletionFunc(flag, func(c *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		dir, _ := c.Flags().GetString("site")
		ids, _ := change.IDs(dir, kind)
		return ids, cobra.ShellCompDirectiveNoFileComp
	})
}

// change shows a change, asks and makes it.
func (s *streams) change(c *cobra.Command, p changing, plan func(dir string) (*change.Change, error)) error {
	var o generator.Options
	if err := complete(c, &o); err != nil {
		return err
	}
	todo, err := plan(o.Dir)
	if err != nil {
		return err
	}
	s.show(o.Dir, todo)
	if err := s.foretell(o, todo); err != nil {
		return err
	}
	person := s.person(c.Context())
	switch {
	case p.dry:
		fmt.Fprintln(s.out, "Nothing was changed.")
		return nil
	case p.yes:
	case person.Confirm == nil:
		return errors.New("nobody is asked here. Say --yes to do it, or --dry-run to see it")
	default:
		yes, err := person.Confirm("Do it?")
		if err != nil {
			return err
		}
		if !yes {
			return errors.New("nothing was changed")
		}
	}
	if err := todo.Do(o.Dir); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Done. \"legpress undo%s\" takes it back.\n", siteFlag(o.Dir))
	return nil
}

// foretell says what check will find after a change, and does not find now.
func (s *streams) foretell(o generator.Options, todo *change.Change) error {
	texts, moved := map[string][]byte{}, map[string]string{}
	for _, t := range todo.Texts {
		texts[t.File] = t.Data
	}
	for _, m := range todo.Moved {
		moved[m.From] = m.To
	}
	problems, err := generator.Ahead(o, texts, todo.Gone, moved)
	if err != nil || len(problems) == 0 {
		return err
	}
	fmt.Fprintln(s.out, "\"legpress check\" will say then:")
	for _, p := range problems {
		fmt.Fprintf(s.out, "        %s:%d: %s: %s\n", filepath.Join(o.Dir, filepath.FromSlash(p.File)), p.Line, p.Severity, strings.TrimSpace(p.Message+" "+p.Hint))
	}
	return nil
}

// show says what a change does, file by file.
func (s *streams) show(dir string, todo *change.Change) {
	at := func(file string) string { return filepath.Join(dir, filepath.FromSlash(file)) }
	for _, file := range todo.Gone {
		fmt.Fprintf(s.out, "delete  %s\n", at(file))
	}
	for _, t := range todo.Along {
		why := "no plan is left for it"
		if t.Kind == "plan" {
			why = "nobody is left whom it is for"
		}
		fmt.Fprintf(s.out, "        with the %s: %s\n", t, why)
	}
	for _, t := range todo.Bare {
		fmt.Fprintf(s.out, "        the %s stays, and has no plan then: legpress new plan \"NAME\"\n", t)
	}
	for _, m := range todo.Moved {
		fmt.Fprintf(s.out, "rename  %s to %s\n", at(m.From), at(m.To))
	}
	for _, t := range todo.Texts {
		fmt.Fprintf(s.out, "change  %s\n", at(t.File))
		for _, why := range t.Why {
			fmt.Fprintf(s.out, "          %s\n", why)
		}
	}
	if len(todo.Still) > 0 {
		fmt.Fprintln(s.out, "Texts still speak of it. Look whether that is right:")
		for _, place := range todo.Still {
			fmt.Fprintf(s.out, "        %s\n", at(place))
		}
	}
}
