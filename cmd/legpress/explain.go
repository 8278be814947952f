package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator/reference"
)

func explainCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain [topic]",
		Short: "Explain a file, a key or a training rule",
		Long: `Explain prints the reference of a file (site, article, page, exercise, runner, plan,
sources, athlete), of a part of one (session, phase, row, weights and so on), of a single
key, or of the way in which quantities, texts and whole programmes (5 x 5, 5/3/1, a
circuit) are written. Of a training rule it says what it looks at, why, where that comes
from, and how to mend a plan. Alone it lists the topics.`,
		Example: `  legpress explain plan
  legpress explain programmes
  legpress explain quantities
  legpress explain hard-day-after-legs
  legpress explain lift_on`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New(`explain takes one thing at a time, as in "legpress explain plan"`)
			}
			return nil
		},
		ValidArgsFunction: topics,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return reference.List(s.out, colored(s.out))
			}
			found, err := reference.Explain(s.out, args[0], colored(s.out))
			if err == nil && !found {
				known := slices.Concat(reference.Names(), reference.Keys())
				return fmt.Errorf("there is nothing called %q to explain.%s", args[0], suggest(args[0], known, `"legpress explain" lists the topics.`))
			}
			return err
		},
	}
}

// topics completes the first argument in a shell.
func topics(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var list []cobra.Completion
	for _, t := range reference.Topics() {
		list = append(list, cobra.CompletionWithDesc(t.Name, t.Short))
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}
