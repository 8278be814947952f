package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/pdf"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"legpress": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
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
