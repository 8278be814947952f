package generator_test

import (
	"context"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/walktest"
)

// TestScriptWalks: the script of a page asks for the same as Go, of the plans of the starter and of those that others published: in node
// and in both browsers.
func TestScriptWalks(t *testing.T) {
	browsertest.Tool(t, "node")
	groups := publishedWalks(t)
	walktest.Compare(t, groups)
	walktest.Laws(t, groups)
	for i := range groups {
		groups[i].Walks = groups[i].Walks[:3] // the browsers share one machine with all other tests
	}
	dir := t.TempDir()
	walktest.Page(t, dir, groups)
	url := browsertest.Serve(t, dir) + "/"
	var answer string
	browsertest.Visit(t, browsertest.Chromium(t), url, browsertest.Evaluate(walktest.Ask, &answer))
	walktest.Same(t, answer)
	walktest.Same(t, browsertest.StartFirefox(t).Ask(url, walktest.Ask))
}

// publishedWalks draws walks of all programmes of the sites that tests have.
func publishedWalks(t *testing.T) []walktest.Group {
	const walks = 12 // of each programme
	files, err := filepath.Glob("testdata/programmes/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programmes: %v", err)
	}
	starter := t.TempDir()
	sitetest.WriteStarter(t, starter)
	programmes := machinesOf(t, starter)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		sitetest.WriteArchive(t, dir, archive)
		programmes = append(programmes, machinesOf(t, dir)...)
	}
	var groups []walktest.Group
	for i, p := range programmes {
		groups = append(groups, walktest.NewGroup(p, uint64(2*i), walks))
	}
	return groups
}

// machinesOf returns the machines of all programmes of a site.
func machinesOf(t *testing.T, dir string) (list []*machine.Programme) {
	t.Helper()
	report, err := generator.Check(context.Background(), sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, plan := range report.Site.Plans {
		for _, p := range plan.Programmes {
			if p.Projection != nil {
				list = append(list, &p.Projection.Machines)
			}
		}
	}
	if len(list) == 0 {
		t.Fatalf("%s has no programmes", dir)
	}
	return list
}
