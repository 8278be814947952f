package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/legpress/legpress/"

// The packages import of each other what the table in the package doc of generator says, no more and no less.
func TestImports(t *testing.T) {
	table := importTable(t)
	for pkg, got := range imports(t) {
		want, ok := table[pkg]
		if !ok {
			t.Errorf("package %s is not in the table", pkg)
			continue
		}
		for _, p := range got {
			if !slices.Contains(want, p) {
				t.Errorf("%s imports %s, which the table does not allow", pkg, p)
			}
		}
		for _, p := range want {
			if !slices.Contains(got, p) {
				t.Errorf("the table lets %s import %s, which it does not", pkg, p)
			}
		}
		delete(table, pkg)
	}
	for pkg := range table {
		t.Errorf("the table has %s, which does not exist", pkg)
	}
}

// Each package says what it is, goldmark stays in package markdown, and what only tests need stays out of the program.
func TestPackageDocs(t *testing.T) {
	eachFile(t, func(file string, imports []string, docText string) {
		if strings.HasSuffix(file, "_test.go") {
			return
		}
		dir := path.Dir(file)
		for _, i := range imports {
			if strings.HasPrefix(i, "github.com/yuin/goldmark") && dir != "generator/markdown" {
				t.Errorf("%s imports goldmark", file)
			}
			if !forTests(dir) && (i == "log" || i == "math/rand" || i == "testing" || forTests(i)) {
				t.Errorf("%s imports %s", file, i)
			}
		}
	})
	for pkg, docs := range packageDocs(t) {
		if n := len(strings.Fields(docs)); n < 8 {
			t.Errorf("package %s has a doc of %d words", pkg, n)
		}
	}
}

// forTests reports whether a package is there for tests alone.
func forTests(pkg string) bool { return strings.HasSuffix(pkg, "test") }

// importTable reads the table: a package, then the packages it may import, their names short of "generator/".
func importTable(t *testing.T) map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(packageDocs(t)["generator"]) {
		line, ok := strings.CutPrefix(line, "\t")
		name, rest, found := strings.Cut(line, "  ")
		if !ok || !found || strings.Contains(rest, "→") {
			continue
		}
		var list []string
		for _, p := range strings.Fields(rest) {
			if p != "-" {
				list = append(list, full(p))
			}
		}
		table[full(name)] = list
	}
	if len(table) < 10 {
		t.Fatalf("the table in the package doc has %d rows", len(table))
	}
	return table
}

// full returns a package's path below the module.
func full(name string) string {
	switch top, _, _ := strings.Cut(name, "/"); top {
	case "cmd", "content", "templates", "generator":
		return name
	}
	return "generator/" + name
}

// imports returns what each package imports of the module, its tests aside.
func imports(t *testing.T) map[string][]string {
	all := map[string][]string{}
	eachFile(t, func(file string, imports []string, _ string) {
		if strings.HasSuffix(file, "_test.go") {
			return
		}
		pkg := path.Dir(file)
		if all[pkg] == nil {
			all[pkg] = []string{}
		}
		for _, i := range imports {
			if own, ok := strings.CutPrefix(i, module); ok && !slices.Contains(all[pkg], own) {
				all[pkg] = append(all[pkg], own)
			}
		}
	})
	return all
}

// packageDocs returns the doc of each package.
func packageDocs(t *testing.T) map[string]string {
	docs := map[string]string{}
	eachFile(t, func(file string, _ []string, text string) {
		if !strings.HasSuffix(file, "_test.go") {
			docs[path.Dir(file)] += text
		}
	})
	return docs
}

// eachFile visits every Go file of the module with its imports and its package doc.
func eachFile(t *testing.T, visit func(file string, imports []string, docText string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", name), nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		var list []string
		for _, i := range f.Imports {
			list = append(list, strings.Trim(i.Path.Value, `"`))
		}
		text := f.Doc.Text()
		visit(name, list, text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
