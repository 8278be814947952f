package sheet

import (
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write the measures into the stylesheet")

const stylesheet = "../../templates/assets/sheet.css"

// The stylesheet has each measure as a custom property, uses each of them and asks for no other.
func TestStylesheetHasTheMeasures(t *testing.T) {
	css, err := os.ReadFile(stylesheet)
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile(`(?s)\.sheet \{\n(.*?)\}`)
	got := block.FindSubmatch(css)
	if got == nil {
		t.Fatalf("%s has no block of measures", stylesheet)
	}
	want, names := properties(t)
	if *update {
		css = block.ReplaceAllLiteral(css, []byte(".sheet {\n"+want+"}"))
		if err := os.WriteFile(stylesheet, css, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if string(got[1]) != want {
		t.Errorf("%s does not have the measures of measures.go (-update writes them):\n%s\nwant\n%s", stylesheet, got[1], want)
	}
	used := map[string]bool{}
	for _, found := range regexp.MustCompile(`var\((--sheet-[\w-]+)\)`).FindAllSubmatch(css, -1) {
		used[string(found[1])] = true
	}
	for _, name := range names {
		if !used[name] {
			t.Errorf("%s does not use %s", stylesheet, name)
		}
		delete(used, name)
	}
	for name := range used {
		t.Errorf("%s uses %s, which is no measure", stylesheet, name)
	}
}

// properties returns the constants of measures.go as custom properties: a line for each group of them.
func properties(t *testing.T) (text string, names []string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "measures.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("sheet", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	last := 0
	for _, spec := range file.Decls[0].(*ast.GenDecl).Specs {
		ident := spec.(*ast.ValueSpec).Names[0]
		name, value := property(ident.Name), pkg.Scope().Lookup(ident.Name).(*types.Const).Val()
		mm, _ := constant.Float64Val(value)
		unit := "--mm"
		if strings.HasSuffix(ident.Name, "Points") {
			unit = "--pt"
		}
		between := " "
		if line := fset.Position(ident.Pos()).Line; line > last+1 {
			between = "\n  "
		}
		last = fset.Position(ident.Pos()).Line
		length := fmt.Sprintf("calc(%v * var(%s))", mm, unit)
		if strings.Contains(ident.Name, "Share") {
			length = fmt.Sprint(mm)
		}
		fmt.Fprintf(&b, "%s%s: %s;", between, name, length)
		names = append(names, name)
	}
	return strings.TrimPrefix(b.String(), "\n") + "\n", names
}

// property returns the name of a measure in the stylesheet: "--sheet-box-height" for "boxHeight".
func property(name string) string {
	var b strings.Builder
	for i, r := range strings.TrimSuffix(name, "Points") {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r) && i == len(name)-1) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return "--sheet-" + b.String()
}
