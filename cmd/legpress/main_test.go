package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/pdf"
)

func TestMain(m *testing.M) {
	testscript.Main(commands{m}, map[string]func(){
		"legpress": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// commands are the tests, for which the program is built.
type commands struct{ *testing.M }

// Run runs the tests. Where they have the race detector in them, the program that they start hundreds of times is built without it: what it
// does is tried with the detector in the packages that it is made of.
func (c commands) Run() int {
	if growthtest.Race {
		program := filepath.Join(filepath.SplitList(os.Getenv("PATH"))[0], "legpress")
		if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "building legpress: %v\n%s", err, out)
			return 1
		}
	}
	return c.M.Run()
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: backgrounds(),
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "1790000000") // 2026-09-21
			e.Setenv("ONLY_LEGPRESS", filepath.SplitList(os.Getenv("PATH"))[0])
			return nil
		},
		Condition:     condition,
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// condition is what scripts can ask for: [browser], one to print with. There is none under -short, and one when all tools are required.
func condition(name string) (bool, error) {
	if name != "browser" {
		return false, fmt.Errorf("there is no condition %q", name)
	}
	_, err := pdf.Find("")
	return !testing.Short() && (err == nil || browsertest.Required()), nil
}
