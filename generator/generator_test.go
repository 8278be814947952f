package generator_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
)

var update = flag.Bool("update", false, "rewrite the want/ part of the sites in testdata")

// Each archive in testdata is a site: its files, and below want/ the problems that it has and the files that it becomes.
func TestSites(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no sites in testdata", err)
	}
	for i, file := range archives {
		if growthtest.Race && i%3 > 0 { // what is to be found by the detector is in each of them
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if runtime.GOOS == "windows" && filepath.Base(file) == "filenames.txtar" {
				t.Skip("Windows cannot hold the names that are to be refused")
			}
			testSite(t, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func testSite(t *testing.T, archive *txtar.Archive) {
	dir := t.TempDir()
	sitetest.WriteArchive(t, dir, archive)
	report := sitetest.Build(t, dir)
	for i, f := range archive.Files {
		name, ok := strings.CutPrefix(f.Name, "want/")
		if !ok {
			continue
		}
		got := hashedAsset.ReplaceAll(wanted(t, dir, name, report), []byte("$1.HASH.$2"))
		if *update {
			archive.Files[i].Data = got
			continue
		}
		if diff := cmp.Diff(string(f.Data), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// hashedAsset matches the addresses of the theme's stylesheets and scripts, which are others whenever these are edited.
var hashedAsset = regexp.MustCompile(`(assets/[\w-]+)\.[0-9a-f]{10}\.(css|js)`)

// hashedPiece matches the path of a piece of the search index.
var hashedPiece = regexp.MustCompile(`search/pieces/[0-9a-f]{10}`)

// wanted returns what a name below want/ stands for: the problems, the names of all public files, what is in the search index, the weeks of
// PLAN/RUNNER, the rows of its sheets, or a file; "FILE#main" is only what is in its <main>, and "FILE#_id" the section with this heading.
func wanted(t *testing.T, dir, name string, report *generator.Report) []byte {
	switch name {
	case "problems":
		var b bytes.Buffer
		problems := slices.DeleteFunc(report.Problems, func(p diag.Problem) bool { return p.ID == "no-address" }) // the sites are examples
		if err := problems.Text(&b, report.Lines, false); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	case "files":
		names := sitetest.Files(t, filepath.Join(dir, "public"))
		for i, file := range names {
			names[i] = hashedPiece.ReplaceAllString(hashedAsset.ReplaceAllString(file, "$1.HASH.$2"), "search/pieces/HASH")
		}
		slices.Sort(names) // whatever their hashes are
		return []byte(strings.Join(names, "\n") + "\n")
	case "search":
		return searchPieces(t, filepath.Join(dir, "public/search/pieces"))
	}
	if page, ok := strings.CutPrefix(name, "rows/"); ok {
		return sheetRows(t, filepath.Join(dir, "public", page, "sheet/index.html"))
	}
	if programme, ok := strings.CutPrefix(name, "weeks/"); ok {
		return weeks(t, report, programme)
	}
	file, part, _ := strings.Cut(name, "#")
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		return []byte(err.(*fs.PathError).Err.Error() + "\n")
	}
	switch {
	case part == "main":
		_, rest, _ := bytes.Cut(data, []byte("<main id=\"_main\">\n"))
		data, _, _ = bytes.Cut(rest, []byte("</main>"))
	case part != "":
		_, rest, _ := bytes.Cut(data, []byte(`<section aria-labelledby="`+part+"\">\n"))
		data, _, _ = bytes.Cut(rest, []byte("</section>"))
	}
	if !bytes.HasSuffix(data, []byte("\n")) {
		data = append(data, '\n')
	}
	return data
}

// searchPieces returns what is in all pieces of the search index, a line for each entry. Those that show results come first.
func searchPieces(t *testing.T, folder string) []byte {
	var lines []string
	for _, name := range sitetest.Files(t, folder) {
		piece := sitetest.ReadFile(t, filepath.Join(folder, name))
		lines = append(lines, strings.ReplaceAll(strings.ReplaceAll(piece, `},{`, "},\n{"), `,"`, ",\n\""))
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "\n") + "\n")
}

var sheetRow = regexp.MustCompile(`<section class="sheet |<h3><b>\w+</b> ([^<]*?) <small>`)

// sheetRows returns the exercises of each sheet, a line for each, in the order in which they stand.
func sheetRows(t *testing.T, file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, found := range sheetRow.FindAllSubmatch(data, -1) {
		if found[1] == nil {
			b.WriteString("--\n")
			continue
		}
		fmt.Fprintf(&b, "%s\n", found[1])
	}
	return b.Bytes()
}

// The same content gives the same bytes, on one core and on all, and a second build writes nothing.
func TestSameBytes(t *testing.T) {
	one, all := t.TempDir(), t.TempDir()
	write := sitetest.WriteWholeStarter
	if growthtest.Race {
		write = sitetest.WriteStarter
	}
	write(t, one)
	write(t, all)
	cores := runtime.GOMAXPROCS(1)
	sitetest.Build(t, one)
	runtime.GOMAXPROCS(max(cores, 2))
	sitetest.Build(t, all)
	runtime.GOMAXPROCS(cores)
	names := sitetest.Files(t, filepath.Join(one, "public"))
	if diff := cmp.Diff(names, sitetest.Files(t, filepath.Join(all, "public"))); diff != "" {
		t.Errorf("files (-one core +all cores):\n%s", diff)
	}
	if len(names) < 30 {
		t.Errorf("the starter site has %d files", len(names))
	}
	for _, name := range names {
		a, _ := os.ReadFile(filepath.Join(one, "public", name))
		b, _ := os.ReadFile(filepath.Join(all, "public", name))
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs between one core and all", name)
		}
	}
	before := sitetest.State(t, filepath.Join(all, "public"))
	report := sitetest.Build(t, all)
	if report.Output.Written != 0 || report.Output.Deleted != 0 || report.Output.Unchanged == 0 {
		t.Errorf("the second build: %+v", report.Output)
	}
	if diff := cmp.Diff(before, sitetest.State(t, filepath.Join(all, "public"))); diff != "" {
		t.Errorf("the second build changed (-before +after):\n%s", diff)
	}
}

// A build that fails leaves public/ as it was, byte for byte, and says everything in one run.
func TestFailedBuild(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.Build(t, dir)
	before := sitetest.State(t, filepath.Join(dir, "public"))
	for name, spoil := range map[string]struct{ file, text string }{
		"an exercise":  {"content/exercises/goblet-squat.toml", "name = \"Goblet squat\npatern = \"squat\""},
		"an article":   {"content/articles/bad.md", "+++\ntitle = \"Bad\"\ndate = 2026-01-01\n+++\n[x](exercise:nothing) <b>raw</b>\n"},
		"the settings": {"content/site.toml", "titel = \"x\"\n"},
		"a template":   {"templates/layouts/article.html", "{{define \"main\"}}{{.Nothing}}{{end}}"},
		"a partial":    {"templates/partials/menu.html", "{{if}}"},
		"the words":    {"templates/words/en.toml", "week-n = \"Week\"\n"},
	} {
		if growthtest.Race && name != "an article" && name != "a template" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(dir, spoil.file)
			sound, err := os.ReadFile(file)
			sitetest.WriteFile(t, file, []byte(spoil.text))
			report := sitetest.Build(t, dir)
			if os.Remove(file); err == nil {
				sitetest.WriteFile(t, file, sound)
			}
			if !report.Problems.HasErrors() {
				t.Fatal("no errors")
			}
			for _, p := range report.Problems {
				if p.File == "" || p.Message == "" {
					t.Errorf("a problem without file or message: %+v", p)
				}
			}
			if diff := cmp.Diff(before, sitetest.State(t, filepath.Join(dir, "public"))); diff != "" {
				t.Errorf("public changed (-before +after):\n%s", diff)
			}
		})
	}
}

// A build that is stopped changes nothing.
func TestStoppedBuild(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := generator.Build(ctx, sitetest.Options(dir))
	if err == nil {
		t.Error("a stopped build has no error")
	}
	if names := sitetest.Files(t, filepath.Join(dir, "public")); len(names) > 0 {
		t.Errorf("a stopped build wrote %q", names)
	}
}
