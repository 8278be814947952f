// Command legpress makes a website, with printable strength plans for runners, from a coach's Markdown and TOML files.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	_ "time/tzdata" // time zones on machines that have no list of them

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/disk"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit codes.
const (
	clean    = 0 // all went well
	mistakes = 1 // the content has errors
	unable   = 2 // the command was not understood, or the machine could not do it
)

// errMistakes ends a command whose content has errors; what they are has been said.
var errMistakes = errors.New("the content has errors")

// errSaid ends a command that has said itself what went wrong.
var errSaid = errors.New("it did not work")

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	if doubleClick(args) {
		args = append([]string{"start"}, args...)
	}
	return (&streams{in: stdin, out: stdout, err: stderr}).execute(ctx, args...)
}

// doubleClick reports whether the program was started by a double click on it, or by a folder that was dropped on it.
func doubleClick(args []string) bool {
	if len(args) > 1 || !mousetrap.StartedByExplorer() {
		return false
	}
	info, err := os.Stat(strings.Join(args, ""))
	return len(args) == 0 || err == nil && info.IsDir()
}

// execute does what the arguments say, says what went wrong, and returns the exit code.
func (s *streams) execute(ctx context.Context, args ...string) int {
	root := command(&streams{in: s.in, out: s.out, err: s.err})
	root.SetArgs(args)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return clean
	case errors.Is(err, errMistakes):
		return mistakes
	case errors.Is(err, errSaid):
		return unable
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "legpress: stopped; nothing was changed.")
		return unable
	}
	fmt.Fprintf(s.err, "legpress: %s\n", sentence(err))
	return unable
}

// sentence returns what an error says to an author.
func sentence(err error) string {
	lines := strings.Split(cmp.Or(disk.Sentence(err, disk.Place(err)), err.Error()), "\n")
	for i := range lines {
		lines[i] = diag.Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}

// command returns the whole tree of commands.
func command(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "legpress",
		Short: "Make a website with printable strength plans for runners",
		Long: `Legpress makes a fast, accessible website from a coach's Markdown articles and
TOML definitions of exercises, runner types and plans, with a printable,
progressive strength plan for each type of runner.`,
		Example: `  legpress new site my-site     write a site to begin with
  cd my-site
  legpress serve --open         show it while you write
  legpress build                make the website in public/
  legpress check                say everything that is wrong, write nothing
  legpress pdf                  print the PDFs of all plans`,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		Args:                       cobra.ArbitraryArgs,
		RunE:                       unknownCommand,
	}
	root.PersistentFlags().StringP("site", "s", ".", "the `folder` that holds content/")
	root.SetFlagErrorFunc(flagError)
	cobra.MousetrapHelpText = "" // a double click begins a conversation instead
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [command]",
		Short: "Explain a command",
		RunE:  help,
	})
	root.AddCommand(buildCommand(s), checkCommand(s), serveCommand(s), pdfCommand(s), publishCommand(s), removeCommand(s), renameCommand(s), undoCommand(s), newCommand(s), startCommand(s), importCommand(s), athleteCommand(s), explainCommand(s), schemaCommand(s), versionCommand(s))
	return root
}

// unknownCommand is what the root does: without arguments it explains itself.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	return fmt.Errorf("there is no command %q.%s", args[0], suggest(args[0], commandNames(c), `"legpress help" lists them all.`))
}

func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return names
}

func help(c *cobra.Command, args []string) error {
	target, rest, err := c.Root().Find(args)
	if err != nil || target == nil || (len(rest) > 0 && target == c.Root()) {
		return unknownCommand(c.Root(), args)
	}
	return target.Help()
}

// flagError says what may have been meant by a flag that does not exist.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return fmt.Errorf("%v. See \"%s --help\"", err, c.CommandPath())
	}
	name := unknown.GetSpecifiedName()
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	c.InheritedFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	dashes := "--"
	if unknown.GetSpecifiedShortnames() != "" {
		dashes = "-"
	}
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("there is no flag %s%s. Did you mean --%s?", dashes, name, near)
	}
	return fmt.Errorf("there is no flag %s%s. See \"%s --help\"", dashes, name, c.CommandPath())
}

// suggest returns the question about what was meant, or else the other sentence.
func suggest(word string, candidates []string, otherwise string) string {
	if d := diag.DidYouMean(word, candidates); d != "" {
		return " " + d
	}
	return " " + strings.TrimSuffix(otherwise, ".")
}
