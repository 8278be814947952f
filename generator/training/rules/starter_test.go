package rules_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/rules"
)

// The plans of the starter site keep the rules.
func TestStarter(t *testing.T) {
	g := read(t, filesOf(t, content.Files))
	for _, name := range slices.Sorted(maps.Keys(g.files)) {
		if !strings.HasPrefix(name, "plans/") {
			continue
		}
		_, problems := g.check(t, name, rules.Config{})
		if len(problems) > 0 {
			t.Errorf("%s:\n%s", name, g.said(t, problems))
		}
	}
}

// What is known of a source is the same in the rules and in the starter's list, so that the two never contradict each other.
func TestLiteratureIsTheStarters(t *testing.T) {
	in := tomlfile.Input{File: "sources.toml", Text: filesOf(t, content.Files)["sources.toml"]}
	table, problems := tomlfile.Decode(in, training.SourcesFormat())
	sources, more := training.ReadSources(in.File, table)
	if problems.Add(more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	both := 0
	for _, want := range sources {
		if got := rules.Source(want.ID); got != nil {
			both++
			if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(training.Source{}, "Pos", "Note")); diff != "" {
				t.Errorf("%s (-starter +rules):\n%s", want.ID, diff)
			}
		}
	}
	if both < 15 {
		t.Errorf("only %d sources are in both", both)
	}
}
