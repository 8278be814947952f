package templates_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rsc.io/qr/coding"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// scriptCode is a code as qr.js makes it.
type scriptCode struct {
	Version, Mask int
	Level         string
	Rows          [][]int
	Path          string
}

func (c *scriptCode) black(x, y int) bool {
	return x >= 0 && y >= 0 && x < len(c.Rows) && y < len(c.Rows) && c.Rows[y][x] == 1
}

// Codes of the script are those of a library in Go, module by module, and have the mask that the standard asks for.
func TestScriptMakesCodes(t *testing.T) {
	texts := []string{strings.Repeat("ü", 100)}
	for _, capacity := range []int{0, 14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 321, 367} {
		for n := max(capacity-2, 0); n <= capacity+2; n++ {
			texts = append(texts, text(n))
		}
	}
	level := map[string]coding.Level{"L": coding.L, "M": coding.M}
	seen := map[string]bool{}
	for i, c := range scriptCodes(t, texts) {
		want, l, v := texts[i], "M", smallest(len(texts[i]), coding.M)
		if v > 12 {
			l, v = "L", smallest(len(want), coding.L)
		}
		if v > 12 {
			if c != nil {
				t.Errorf("%d bytes: there is a code of version %d, level %s", len(want), c.Version, c.Level)
			}
			continue
		}
		if c == nil || c.Version != int(v) || c.Level != l {
			t.Fatalf("%d bytes: got %+v, want version %d, level %s", len(want), c, v, l)
		}
		seen[fmt.Sprint(v, l)] = true
		sameModules(t, c, libraryCode(t, want, v, level[l], coding.Mask(c.Mask)))
		for mask := range 8 {
			if p, q := penalty(libraryCode(t, want, v, level[l], coding.Mask(mask))), penalty(c); p < q {
				t.Errorf("%d bytes: mask %d has a penalty of %d, mask %d one of %d", len(want), c.Mask, q, mask, p)
			}
		}
		if got := modules(t, c.Path); got != printed(c) {
			t.Errorf("%d bytes: the path draws\n%s", len(want), got)
		}
	}
	if len(seen) != 14 {
		t.Errorf("codes of %d versions and levels, want all 12 and two of level L", len(seen))
	}
}

// text returns some bytes as they stand in an address.
func text(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = "https://balanced-stride.com/plans/Z9_#y="[(i*7+n)%40]
	}
	return string(b)
}

// smallest returns the smallest version that has room for so many bytes.
func smallest(n int, l coding.Level) coding.Version {
	v := coding.Version(1)
	for ; v <= 12; v++ {
		if coding.String(strings.Repeat("x", n)).Bits(v) <= 8*v.DataBytes(l) {
			break
		}
	}
	return v
}

func scriptCodes(t *testing.T, texts []string) []*scriptCode {
	t.Helper()
	node := browsertest.Tool(t, "node")
	input, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	dir := scriptFolder(t, "qr.js")
	sitetest.WriteFile(t, filepath.Join(dir, "input.json"), input)
	sitetest.WriteFile(t, filepath.Join(dir, "codes.js"), []byte(`import { code, drawing } from "./qr.js";
import fs from "node:fs";
const codes = JSON.parse(fs.readFileSync(process.argv[2])).map(code);
for (const c of codes) if (c) c.path = drawing(c).d;
console.log(JSON.stringify(codes));`))
	said := browsertest.Run(t, node, filepath.Join(dir, "codes.js"), filepath.Join(dir, "input.json"))
	var codes []*scriptCode
	if err := json.Unmarshal([]byte(said), &codes); err != nil {
		t.Fatal(err)
	}
	return codes
}

// scriptFolder writes scripts of the theme as they are published, named by patterns, into a folder from which Node imports them.
func scriptFolder(t *testing.T, patterns ...string) string {
	t.Helper()
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "package.json"), []byte(`{"type": "module"}`))
	for _, pattern := range patterns {
		names, err := fs.Glob(templates.Files, "assets/"+pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no scripts %s: %v", pattern, err)
		}
		for _, name := range names {
			sitetest.WriteFile(t, filepath.Join(dir, filepath.Base(name)), published(t, name))
		}
	}
	return dir
}

func libraryCode(t *testing.T, text string, v coding.Version, l coding.Level, m coding.Mask) *scriptCode {
	t.Helper()
	plan, err := coding.NewPlan(v, l, m)
	if err != nil {
		t.Fatal(err)
	}
	code, err := plan.Encode(coding.String(text))
	if err != nil {
		t.Fatal(err)
	}
	c := &scriptCode{Version: int(v), Mask: int(m), Level: l.String(), Rows: make([][]int, code.Size)}
	for y := range c.Rows {
		for x := range code.Size {
			black := 0
			if code.Black(x, y) {
				black = 1
			}
			c.Rows[y] = append(c.Rows[y], black)
		}
	}
	return c
}

func sameModules(t *testing.T, got, want *scriptCode) {
	t.Helper()
	if g, w := printed(got), printed(want); g != w {
		t.Errorf("version %d, level %s, mask %d: got\n%s\nwant\n%s", want.Version, want.Level, want.Mask, g, w)
	}
}

// printed returns the modules as text.
func printed(c *scriptCode) string {
	var b strings.Builder
	for y := range c.Rows {
		for x := range c.Rows {
			b.WriteByte(".#"[c.Rows[y][x]])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// modules returns what a path draws, as text.
func modules(t *testing.T, path string) string {
	t.Helper()
	const quietZone = 4
	black := map[[2]int]bool{}
	side := 0
	for _, run := range strings.Split(path, "M")[1:] {
		var x, y, n int
		if _, err := fmt.Sscanf(run, "%d %d.5h%d", &x, &y, &n); err != nil {
			t.Fatalf("%q in the path: %v", run, err)
		}
		for i := range n {
			black[[2]int{x + i - quietZone, y - quietZone}] = true
		}
		side = max(side, x+n-quietZone)
	}
	c := &scriptCode{Rows: make([][]int, side)}
	for at := range black {
		if c.Rows[at[1]] == nil {
			c.Rows[at[1]] = make([]int, side)
		}
		c.Rows[at[1]][at[0]] = 1
	}
	return printed(c)
}

// penalty is how hard a code is to read, by ISO/IEC 18004, section 7.8.3: written module by module, as the standard says it.
func penalty(c *scriptCode) int {
	side, sum, black := len(c.Rows), 0, 0
	for y := range side {
		for x := range side {
			if c.black(x, y) {
				black++
			}
			if x+1 < side && y+1 < side && c.black(x, y) == c.black(x+1, y) && c.black(x, y) == c.black(x, y+1) && c.black(x, y) == c.black(x+1, y+1) {
				sum += 3
			}
			sum += runFrom(side-x, func(i int) bool { return c.black(x+i, y) }, x == 0 || c.black(x-1, y) != c.black(x, y))
			sum += runFrom(side-y, func(i int) bool { return c.black(x, y+i) }, y == 0 || c.black(x, y-1) != c.black(x, y))
		}
	}
	for k := 1; k <= 10; k++ { // each full 5 % that it is from the half
		if 20*black <= (10-k)*side*side || 20*black >= (10+k)*side*side {
			sum += 10
		}
	}
	return sum
}

// runFrom is what the modules of a line add that begin at a module, of which there are so many.
func runFrom(n int, black func(int) bool, first bool) (sum int) {
	run := 1
	for run < n && black(run) == black(0) {
		run++
	}
	if first && run >= 5 {
		sum += 3 + run - 5
	}
	for _, finder := range []string{"#.###.#....", "....#.###.#"} {
		like := n >= len(finder)
		for i := 0; like && i < len(finder); i++ {
			like = black(i) == (finder[i] == '#')
		}
		if like {
			sum += 40
		}
	}
	return sum
}

// A code of 33 mm is read back from paper: of an address of 200 characters, which is as long as a link may be, and of the longest text that a
// code of level M has room for here. Its modules are at least half a millimetre wide.
func TestCodeIsReadFromPaper(t *testing.T) {
	const side = 33.0
	texts := []string{coachAddress + "/" + text(199-len(coachAddress)), text(287)}
	for _, c := range scriptCodes(t, texts) {
		if module := side / float64(len(c.Rows)); module < 0.5 {
			t.Errorf("a module of version %d is %.2f mm wide", c.Version, module)
		}
	}
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "public/index.html"), []byte("<!doctype html><title>Codes</title>"))
	sitetest.WriteFile(t, filepath.Join(dir, "public/qr.js"), []byte(sitetest.ReadFile(t, "assets/qr.js")))
	asked, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	script := `import("./qr.js").then(({ code, drawing }) => {
  for (const text of ` + string(asked) + `) {
    const { viewBox, d } = drawing(code(text));
    document.body.insertAdjacentHTML("beforeend", ` + "`<p><svg viewBox=\"${viewBox}\" width=\"33mm\" height=\"33mm\"><path stroke=\"#000\" shape-rendering=\"crispEdges\" d=\"${d}\"/></svg></p>`" + `);
  }
  return document.querySelectorAll("svg").length;
})`
	var drawn int
	file := filepath.Join(dir, "codes.pdf")
	browsertest.Visit(t, browsertest.Chromium(t), browsertest.Serve(t, dir)+"/", browsertest.Evaluate(script, &drawn), browsertest.PrintTo(file, browsertest.A4()))
	browsertest.Run(t, "pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", file, filepath.Join(dir, "codes"))
	said := strings.Fields(browsertest.Run(t, "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", filepath.Join(dir, "codes.png")))
	slices.Sort(said)
	slices.Sort(texts)
	if !slices.Equal(said, texts) {
		t.Errorf("of %d codes are read %q, want %q", drawn, said, texts)
	}
}
