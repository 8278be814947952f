package generator_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/starter"
	"github.com/legpress/legpress/templates"
)

// fewestMistakes is how many mistakes the archives hold at the least.
const fewestMistakes = 400

// mistake is one that somebody makes who has never programmed: what is changed in the small starter, what is told about it, and what is
// changed then by somebody who does as told.
type mistake struct{ name, edits, says, mended string }

// Each mistake of the archives in testdata/mistakes, made alone in the small starter, gets the messages that stand below it. One that gets
// none says why it passes. Where it stands how the mistake is mended as the message says, nothing is wrong after that.
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site, err := starter.Site(content.Files, starter.Options{Small: true})
	if err != nil {
		t.Fatal(err)
	}
	site[parse.SettingsFile] = bytes.Replace(site[parse.SettingsFile], []byte("https://example.org/"), []byte("https://balanced-stride.com/"), 1)
	names := map[string]bool{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list := readMistakes(t, archive)
		for _, m := range list {
			if names[m.name] {
				t.Errorf("two mistakes are named %q", m.name)
			}
			names[m.name] = true
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			testMistakes(t, site, list)
			if *update {
				if err := os.WriteFile(file, txtar.Format(mistakesArchive(archive.Comment, list)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if len(names) < fewestMistakes {
		t.Errorf("%d mistakes", len(names))
	}
}

// testMistakes makes one mistake after another in a site, and takes each back.
func testMistakes(t *testing.T, site map[string][]byte, list []mistake) {
	w := &workshop{t: t, options: sitetest.Options(t.TempDir()), files: map[string][]byte{}}
	w.options.Theme = bareTheme(t)
	for name, data := range site {
		w.write(name, data)
	}
	loader, err := generator.Open(w.options)
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	w.loader = loader
	for i := range list {
		if m := &list[i]; *update || !(testing.Short() || growthtest.Race) || i%8 == 0 {
			t.Run(m.name, func(t *testing.T) {
				w.t = t
				w.make(m)
			})
			w.t = t
			w.restore(site)
		}
	}
}

// bareTheme returns the theme with its words and without anything in its other files: no mistake of a site's content shows in them, and they
// take most of the time of a check.
func bareTheme(t *testing.T) fs.FS {
	theme := fstest.MapFS{}
	err := fs.WalkDir(templates.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		theme[name] = &fstest.MapFile{}
		if path.Dir(name) == "words" {
			theme[name].Data, err = fs.ReadFile(templates.Files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

// readMistakes reads an archive: each mistake has a name, and below it what is told and, for some, how it is mended.
func readMistakes(t *testing.T, archive *txtar.Archive) []mistake {
	var list []mistake
	for _, f := range archive.Files {
		switch text := string(f.Data); {
		case f.Name != "says" && f.Name != "mended":
			list = append(list, mistake{name: f.Name, edits: text})
		case len(list) == 0:
			t.Fatalf("%q stands before the first mistake", f.Name)
		case f.Name == "says":
			list[len(list)-1].says = text
		default:
			list[len(list)-1].mended = text
		}
	}
	return list
}

// mistakesArchive writes what readMistakes reads.
func mistakesArchive(comment []byte, list []mistake) *txtar.Archive {
	archive := &txtar.Archive{Comment: comment}
	for _, m := range list {
		archive.Files = append(archive.Files, txtar.File{Name: m.name, Data: []byte(m.edits)})
		for _, part := range []struct{ name, text string }{{"says", m.says}, {"mended", m.mended}} {
			if part.text != "" {
				archive.Files = append(archive.Files, txtar.File{Name: part.name, Data: []byte(part.text)})
			}
		}
	}
	return archive
}

// workshop is a site in a folder in which mistakes are made.
type workshop struct {
	t       *testing.T
	options generator.Options
	files   map[string][]byte // what stands in the folder
	loader  *generator.Loader
}

// make makes a mistake, holds what is told of it, and mends it.
func (w *workshop) make(m *mistake) {
	edits, reason, passes := strings.Cut(m.edits, "passes because ")
	w.edit(edits)
	whole := strings.Contains(edits, " photo")
	got := w.told(whole)
	if *update {
		m.says = got
	}
	if diff := cmp.Diff(m.says, got); diff != "" {
		w.t.Errorf("(-want +got):\n%s", diff)
	}
	if passes != (got == "") || passes && strings.TrimSpace(reason) == "" {
		w.t.Errorf("a mistake has either messages or a sentence \"passes because ...\"; passes because %q, and it is told:\n%s", reason, got)
	}
	if m.mended == "" {
		return
	}
	w.edit(m.mended)
	if still := w.told(whole); still != "" {
		w.t.Errorf("mended as told, there still is:\n%s", still)
	}
}

// told returns what a check of the site says. Most mistakes need no more than the loader, which keeps what did not change; photos are
// opened by a whole check alone.
func (w *workshop) told(whole bool) string {
	if whole {
		report, err := generator.Check(w.t.Context(), w.options)
		if err != nil {
			w.t.Fatal(err)
		}
		return w.printed(report.Problems, report.Lines)
	}
	revision, err := w.loader.Load(w.options.Now)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.printed(slices.Concat(revision.Problems, revision.Site.Settings.Unreachable()), revision.Lines)
}

// printed returns problems as people see them.
func (w *workshop) printed(problems diag.List, lines diag.Lines) string {
	var b strings.Builder
	if err := problems.Text(&b, lines, false); err != nil {
		w.t.Fatal(err)
	}
	return b.String()
}

// edit does what is written: below the name of a file lines that are taken out (-), put in (+) or stay ( ), as in a patch, a blank line
// between two places; a file that is not there is made of its lines, and lines alone are put at the end of one that is. Or the name begins
// a sentence about the whole file.
func (w *workshop) edit(edits string) {
	file := ""
	for _, block := range strings.Split(strings.TrimSpace(edits), "\n\n") {
		var before, after strings.Builder
		for line := range strings.Lines(block + "\n") {
			sign, text := line[:1], strings.TrimPrefix(line[1:], " ")
			switch sign {
			case " ":
				before.WriteString(seenText(text))
				after.WriteString(seenText(text))
			case "-":
				before.WriteString(seenText(text))
			case "+":
				after.WriteString(seenText(text))
			default:
				var sentence string
				if file, sentence, _ = strings.Cut(strings.TrimSuffix(line, "\n"), " is "); sentence != "" {
					w.whole(file, sentence)
				}
			}
		}
		if before.Len()+after.Len() > 0 {
			w.replace(file, before.String(), after.String())
		}
	}
}

// replace replaces the one place of a file that has these lines.
func (w *workshop) replace(file, before, after string) {
	was := string(w.files[file])
	switch {
	case before == "":
		w.write(file, []byte(was+after))
	case strings.Count("\n"+was, "\n"+before) != 1:
		w.t.Fatalf("%s has %d times\n%s", file, strings.Count("\n"+was, "\n"+before), before)
	default:
		w.write(file, []byte(strings.Replace("\n"+was, "\n"+before, "\n"+after, 1)[1:]))
	}
}

// whole does what a sentence says of a whole file: where it goes, or how it is saved.
func (w *workshop) whole(file, sentence string) {
	data := w.files[file]
	verb, rest, _ := strings.Cut(sentence, " ")
	switch {
	case verb == "deleted":
		w.remove(file)
	case strings.HasPrefix(sentence, "renamed to "):
		w.remove(file)
		w.write(strings.TrimPrefix(rest, "to "), data)
	case strings.HasPrefix(sentence, "copied to "):
		to := strings.TrimPrefix(rest, "to ")
		if strings.EqualFold(to, file) && runtime.GOOS != "linux" {
			w.t.Skip("this system has one file for the two names")
		}
		w.write(to, data)
	case verb == "saved":
		w.write(file, w.saved(data, sentence))
	default:
		w.write(file, w.made(sentence))
	}
}

// saved returns a text as other programs save it.
func (w *workshop) saved(data []byte, how string) []byte {
	var err error
	switch how {
	case "saved as UTF-16":
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	case "saved as Windows-1252":
		data, err = charmap.Windows1252.NewEncoder().Bytes(data)
	case "saved with a mark of its encoding":
		data = append([]byte("\ufeff"), data...)
	case "saved with the line ends of Windows":
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	case "saved with the line ends of an old Mac":
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r"))
	case "saved half":
		data = data[:len(data)/2]
	case "saved without a word":
		data = nil
	default:
		w.t.Fatalf("no program has %q", how)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return data
}

// made returns the bytes of a file that is no text.
func (w *workshop) made(what string) []byte {
	var b bytes.Buffer
	var err error
	wall := image.NewGray(image.Rect(0, 0, 60, 40))
	switch what {
	case "a photo":
		err = jpeg.Encode(&b, wall, nil)
	case "half a photo":
		err = jpeg.Encode(&b, wall, nil)
		b.Truncate(b.Len() * 3 / 4)
	case "a photo that was saved as PNG":
		err = png.Encode(&b, wall)
	case "a huge photo":
		err = png.Encode(&b, wall)
		head := b.Bytes()[12:33] // 30,000 on each side, with the sum of the bytes behind it
		copy(head[4:], []byte{0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30})
		binary.BigEndian.PutUint32(head[17:], crc32.ChecksumIEEE(head[:17]))
	case "a photo of an iPhone":
		b.WriteString("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
	case "a document of Word":
		b.WriteString("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00")
	default:
		w.t.Fatalf("there is nothing to make %q of", what)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return b.Bytes()
}

// unseen matches what stands in an archive for a character that nobody sees: <U+00A0>.
var unseen = regexp.MustCompile(`<U\+[0-9A-F]+>`)

// seenText returns a line of an archive as it was typed.
func seenText(line string) string {
	return unseen.ReplaceAllStringFunc(line, func(code string) string {
		n, _ := strconv.ParseUint(code[3:len(code)-1], 16, 32)
		return string(rune(n))
	})
}

func (w *workshop) write(file string, data []byte) {
	w.files[file] = data
	sitetest.WriteFile(w.t, filepath.Join(w.options.Dir, file), data)
}

func (w *workshop) remove(file string) {
	delete(w.files, file)
	if err := os.Remove(filepath.Join(w.options.Dir, file)); err != nil {
		w.t.Fatal(err)
	}
	_ = os.Remove(filepath.Join(w.options.Dir, path.Dir(file))) // a folder goes with its last file
}

// restore takes back what a mistake has changed.
func (w *workshop) restore(site map[string][]byte) {
	for file := range w.files {
		if _, there := site[file]; !there {
			w.remove(file)
		}
	}
	for file, data := range site {
		if was, there := w.files[file]; !there || !bytes.Equal(was, data) {
			w.write(file, data)
		}
	}
}
