package generator_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	quotedPath = regexp.MustCompile("`([a-z.]+/[^` ]*)`")
	quotedFunc = regexp.MustCompile("((?:`[a-z]\\w*`(?: and )?)+) in `([^`]+\\.go)`")
	quotedWord = regexp.MustCompile("`([a-z]\\w*)`")
)

// Every file, folder and function that CONTRIBUTING.md names is there.
func TestContributing(t *testing.T) {
	data, err := os.ReadFile("../.github/CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	paths := quotedPath.FindAllStringSubmatch(text, -1)
	for _, m := range paths {
		name := strings.ReplaceAll(m[1], "LANGUAGE", "en")
		if _, err := os.Stat(filepath.Join("..", strings.TrimPrefix(name, "./"))); err != nil {
			t.Errorf("there is no %s: %v", m[1], err)
		}
	}
	functions := 0
	for _, m := range quotedFunc.FindAllStringSubmatch(text, -1) {
		code, err := os.ReadFile(filepath.Join("..", m[2]))
		if err != nil {
			continue // it has been said above
		}
		for _, f := range quotedWord.FindAllStringSubmatch(m[1], -1) {
			functions++
			if !regexp.MustCompile(`(?m)^func (\(.*\) )?` + f[1] + `\(`).Match(code) {
				t.Errorf("%s has no func %s", m[2], f[1])
			}
		}
	}
	if len(paths) < 25 || functions < 4 {
		t.Errorf("it names only %d files and %d functions", len(paths), functions)
	}
}

// The tests that .ci runs by name are there: go test says nothing of one that is not.
func TestNamedTests(t *testing.T) {
	named := regexp.MustCompile(`-run '\^(\w+)\$' ((?:\./[\w/]+ ?)+)`)
	found := 0
	for _, script := range []string{"../.ci/run", "../.ci/same"} {
		data, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(data), -1) {
			for folder := range strings.FieldsSeq(m[2]) {
				found++
				if !hasTest(t, filepath.Join("..", folder), m[1]) {
					t.Errorf("%s runs %s in %s, which is not there", script, m[1], folder)
				}
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d tests are run by name", found)
	}
}

func hasTest(t *testing.T, folder, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if code, err := os.ReadFile(file); err == nil && strings.Contains(string(code), "\nfunc "+name+"(t *testing.T)") {
			return true
		}
	}
	return false
}
