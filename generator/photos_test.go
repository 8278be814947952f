package generator_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// place is what a camera writes about where it is. It must be in no file of a site.
const place = "N 52 31 12 E 13 24 36"

// photo is what a phone makes of a wall that is held on its side: stored lying, with a red corner that belongs to the top right.
func photo(t testing.TB, width, height int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		x, y := i%width, i/width
		c := color.RGBA{uint8(x), uint8(y), 120, 255}
		if x < width/4 && y < height/4 {
			c = color.RGBA{230, 10, 10, 255}
		}
		m.SetRGBA(x, y, c)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	// A directory with one entry: the orientation is 6, to be turned clockwise by a quarter.
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00GPS " + place
	head := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return append(append(head, exif...), b.Bytes()[2:]...)
}

func photoSite(t testing.TB) string {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.toml": "title = \"Photos\"\nurl = \"https://balanced-stride.com/blog/\"\n",
		"articles/2026-01-02-gym/index.md": "+++\ntitle = \"Gym\"\nsummary = \"x\"\nimage = \"top.jpg\"\nimage_alt = \"A gym\"\n+++\n" +
			"![A row](row.jpg \"Rowing\")\n\nSee ![again](/articles/gym/row.jpg) and [the file](linked.jpg).\n\n![Moving](a.gif) ![Shown, too](linked.jpg)\n\n[Notes](notes.txt), [all of it](offered.jpg)\n",
		"articles/2026-01-02-gym/notes.txt": "copied",
		"exercises/row.toml": "name = \"Row\"\npattern = \"pull\"\nmeasure = \"reps\"\ncues = [\"Pull.\"]\n" +
			"picture = \"my row.jpg\"\npicture_alt = \"A row\"\npicture_credit = \"Own photo\"\n",
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text))
	}
	for name, data := range map[string][]byte{
		"articles/2026-01-02-gym/top.jpg":     photo(t, 640, 480),
		"articles/2026-01-02-gym/row.jpg":     photo(t, 800, 500),
		"articles/2026-01-02-gym/linked.jpg":  photo(t, 100, 80),
		"articles/2026-01-02-gym/offered.jpg": photo(t, 90, 80),
		"articles/2026-01-02-gym/a.gif":       []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;"),
		"exercises/my row.jpg":                photo(t, 700, 500),
		"static/as-it-is.jpg":                 photo(t, 60, 40),
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), data)
	}
	return dir
}

// hashed is what a file's name says about what is in it.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}-`)

func TestPhotos(t *testing.T) {
	dir := photoSite(t)
	report := sitetest.Build(t, dir)
	if len(report.Problems) != 0 {
		t.Fatalf("problems: %v", report.Problems)
	}
	public := filepath.Join(dir, "public")
	var got []string
	for _, name := range sitetest.Files(t, public) {
		if strings.HasPrefix(name, "assets/photos/") || strings.HasPrefix(name, "articles/gym/") || strings.HasPrefix(name, "exercises/") {
			if strings.Contains(name, "index.html") || strings.HasSuffix(name, "card.png") {
				continue
			}
			got = append(got, hashed.ReplaceAllString(name, ".HASH-"))
		}
	}
	want := []string{
		"assets/photos/linked.HASH-80.jpg",
		"assets/photos/my row.HASH-360.webp", "assets/photos/my row.HASH-500.jpg", "assets/photos/my row.HASH-500.webp",
		"assets/photos/row.HASH-360.webp", "assets/photos/row.HASH-500.jpg", "assets/photos/row.HASH-500.webp",
		"assets/photos/top.HASH-360.webp", "assets/photos/top.HASH-480.jpg", "assets/photos/top.HASH-480.webp",
		"articles/gym/a.gif", "articles/gym/linked.jpg", "articles/gym/notes.txt", "articles/gym/offered.jpg",
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	for _, name := range sitetest.Files(t, public) {
		data, err := os.ReadFile(filepath.Join(public, name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "as-it-is.jpg" {
			if !bytes.Contains(data, []byte(place)) {
				t.Error("a file in static/ was changed")
			}
			continue
		}
		if bytes.Contains(data, []byte("Exif\x00")) || bytes.Contains(data, []byte(place)) {
			t.Errorf("%s says where it was taken", name)
		}
		if strings.HasSuffix(name, ".jpg") {
			redTopRight(t, name, data)
		}
	}
	photosInPages(t, public)
}

func redTopRight(t *testing.T, name string, data []byte) {
	m, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	size := m.Bounds().Size()
	r, g, _, _ := m.At(size.X*9/10, size.Y/10).RGBA()
	if size.X >= size.Y || r < 0xb000 || g > 0x5000 {
		t.Errorf("%s: %v, red %#x and green %#x at the top right; it should stand, with a red corner there", name, size, r, g)
	}
}

// photosInPages looks at what stands in the pages and feeds.
func photosInPages(t *testing.T, public string) {
	for _, x := range []struct{ file, want string }{
		{"articles/gym/index.html", `<figure><picture><source type="image/webp" srcset="/blog/assets/photos/row.HASH-360.webp 360w, /blog/assets/photos/row.HASH-500.webp 500w" sizes="(min-width: 70rem) 630px, (min-width: 46rem) calc(100vw - 221px), calc(100vw - 54px)">` +
			`<img src="/blog/assets/photos/row.HASH-500.jpg" alt="A row" width="500" height="800" loading="lazy" decoding="async"></picture><figcaption>Rowing</figcaption></figure>`},
		{"articles/gym/index.html", `<img src="/blog/assets/photos/row.HASH-500.jpg" alt="again" width="500" height="800" loading="lazy" decoding="async"></picture> and <a href="/blog/articles/gym/linked.jpg">the file</a>`},
		{"articles/gym/index.html", `<img src="/blog/assets/photos/top.HASH-480.jpg" alt="A gym" width="480" height="640" fetchpriority="high" decoding="async"></picture>`},
		{"articles/gym/index.html", `<img src="/blog/articles/gym/a.gif" alt="Moving" width="1" height="1" loading="lazy" decoding="async"> <img src="/blog/assets/photos/linked.HASH-80.jpg"`},
		{"articles/gym/index.html", `"image":"https://balanced-stride.com/blog/assets/photos/top.HASH-480.jpg"`},
		{"exercises/index.html", `srcset="/blog/assets/photos/my%20row.HASH-360.webp 360w, /blog/assets/photos/my%20row.HASH-500.webp 500w" sizes="67px"><img src="/blog/assets/photos/my%20row.HASH-500.jpg" alt="" width="67" height="94"`},
		{"exercises/row/index.html", `<img src="/blog/assets/photos/my%20row.HASH-500.jpg" alt="A row" width="500" height="700" fetchpriority="high" decoding="async"></picture><figcaption>Own photo</figcaption>`},
		{"atom.xml", `https://balanced-stride.com/blog/assets/photos/row.HASH-500.jpg`},
		{"atom.xml", `https://balanced-stride.com/blog/assets/photos/row.HASH-360.webp 360w, https://balanced-stride.com/blog/assets/photos/row.HASH-500.webp 500w`},
	} {
		data, err := os.ReadFile(filepath.Join(public, x.file))
		if err != nil {
			t.Error(err)
			continue
		}
		if text := hashed.ReplaceAllString(string(data), ".HASH-"); !strings.Contains(text, x.want) {
			t.Errorf("%s has no\n%s\nbut\n%s", x.file, x.want, regexp.MustCompile(`.*<img.*`).FindAllString(text, -1))
		}
	}
}

// A photo that two articles show is published once; another photo of the same name has a name of its own.
func TestPhotoTwice(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"T\"\nurl = \"https://balanced-stride.com/\"\n"))
	same, other := photo(t, 80, 50), photo(t, 90, 50)
	for id, data := range map[string][]byte{"a": same, "b": same, "c": other} {
		sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-01-02-"+id+"/index.md"), []byte("+++\ntitle = \""+id+"\"\n+++\n![Me](me.jpg)\n"))
		sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-01-02-"+id+"/me.jpg"), data)
	}
	if report := sitetest.Build(t, dir); len(report.Problems) != 0 {
		t.Fatalf("problems: %v", report.Problems)
	}
	pages := [3]string{}
	for i, id := range []string{"a", "b", "c"} {
		data, err := os.ReadFile(filepath.Join(dir, "public/articles", id, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = regexp.MustCompile(`<img[^>]*>`).FindString(string(data))
	}
	if pages[0] != pages[1] || pages[0] == pages[2] || !strings.Contains(pages[0], "/assets/photos/me.") {
		t.Errorf("the pages show %q", pages)
	}
	if names := sitetest.Files(t, filepath.Join(dir, "public/assets/photos")); len(names) != 2 {
		t.Errorf("published are %q, want two", names)
	}
}

// A second build makes no photo again, and one that is damaged or gone is made again.
func TestPhotosAreKept(t *testing.T) {
	if testing.Short() {
		t.Skip("makes photos again and again")
	}
	dir := photoSite(t)
	gym := filepath.Join(dir, "content/articles/2026-01-02-gym")
	for _, name := range []string{"linked.jpg", "offered.jpg"} { // cleaned files are made each time
		sitetest.WriteFile(t, filepath.Join(gym, name), []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;"))
	}
	if report := sitetest.Build(t, dir); !worked(report) {
		t.Error("the first build says of no work on pictures")
	}
	public := filepath.Join(dir, "public")
	before := sitetest.State(t, public)
	report := sitetest.Build(t, dir)
	if worked(report) || report.Output.Written != 0 || report.Output.Deleted != 0 {
		t.Errorf("the second build worked on pictures: %v %+v", report.Timings, report.Output)
	}
	if diff := cmp.Diff(before, sitetest.State(t, public)); diff != "" {
		t.Errorf("the second build changed something")
	}
	forms, err := filepath.Glob(filepath.Join(public, "assets/photos/row.*.webp"))
	if err != nil || len(forms) != 2 {
		t.Fatalf("forms: %v, %v", forms, err)
	}
	old, err := os.ReadFile(forms[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(forms[1]); err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, forms[0], old[:len(old)/2])
	if report := sitetest.Build(t, dir); !worked(report) || report.Output.Written != 2 {
		t.Errorf("after damage: %v %+v, want 2 files written", report.Timings, report.Output)
	}
	if mended, err := os.ReadFile(forms[0]); err != nil || !bytes.Equal(mended, old) {
		t.Errorf("the damaged file is not what it was: %v", err)
	}
	sitetest.WriteFile(t, filepath.Join(gym, "row.jpg"), photo(t, 804, 500))
	if report := sitetest.Build(t, dir); report.Output.Deleted != 3 {
		t.Errorf("after another photo came: %+v, want 3 files deleted", report.Output)
	}
}

// worked reports whether a build made pictures.
func worked(r *generator.Report) bool {
	for _, s := range r.Timings {
		if s.Name == "pictures" && s.Took > time.Duration(0) {
			return true
		}
	}
	return false
}

// Who shows a site before it is built gets the same bytes, and the second time those that were made the first time.
func TestPhotosOneByOne(t *testing.T) {
	if testing.Short() {
		t.Skip("makes photos again and again")
	}
	dir := photoSite(t)
	sitetest.Build(t, dir)
	loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files})
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	e, err := loader.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	photos := 0
	for _, f := range e.Site.Files {
		if f.Photo == nil {
			continue
		}
		photos++
		if c := e.Site.CopiedAt(f.URL); c == nil || c.Variant != f.Variant || c.File.Path != f.File.Path {
			t.Errorf("at %s is %+v", f.URL, c)
		}
		got, err := e.Photo(t.Context(), f)
		if err != nil {
			t.Errorf("%s: %v", f.URL, err)
			continue
		}
		want, err := os.ReadFile(filepath.Join(dir, "public", f.URL))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: not what was built (%v)", f.URL, err)
		}
		if again, err := e.Photo(t.Context(), f); err != nil || &again[0] != &got[0] {
			t.Errorf("%s: made twice (%v)", f.URL, err)
		}
	}
	if photos != 12 {
		t.Errorf("got %d photos, want 12", photos)
	}
	if e.Site.CopiedAt("/articles/gym/row.jpg") != nil {
		t.Error("a photo that is only shown is there as a file")
	}
}

// What is wrong with a photo is said where it is shown, and where nothing shows it, of the file.
func TestFaultyPhotos(t *testing.T) {
	dir := photoSite(t)
	gym := filepath.Join(dir, "content/articles/2026-01-02-gym")
	row := photo(t, 800, 500)
	sitetest.WriteFile(t, filepath.Join(gym, "row.jpg"), row[:len(row)-100])
	sitetest.WriteFile(t, filepath.Join(gym, "top.jpg"), []byte("no picture"))
	sitetest.WriteFile(t, filepath.Join(gym, "offered.jpg"), row[:200])
	sitetest.WriteFile(t, filepath.Join(gym, "IMG_1.HEIC"), []byte("from a phone"))
	sitetest.WriteFile(t, filepath.Join(gym, "IMG_2.HEIC"), []byte("from a phone"))
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-01-03-phone.md"), []byte("+++\ntitle = \"P\"\n+++\n![A row](2026-01-02-gym/IMG_2.HEIC)\n"))
	var big bytes.Buffer
	if err := png.Encode(&big, image.NewPaletted(image.Rect(0, 0, 60_001, 1000), color.Palette{color.Black})); err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, filepath.Join(dir, "content/exercises/my row.jpg"), big.Bytes())
	var text strings.Builder
	report := sitetest.Build(t, dir)
	if err := report.Problems.Text(&text, report.Lines, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"content/articles/2026-01-02-gym/IMG_1.HEIC: warning: no page uses this file",
		"content/articles/2026-01-03-phone.md:4:1: most browsers do not show pictures that end in .heic. Save it as .jpg",
		"content/articles/2026-01-02-gym/index.md:4:9: this picture cannot be read. Open it in a picture program",
		"content/articles/2026-01-02-gym/index.md:7:1: the end of this picture is missing. Copy it again",
		"content/articles/2026-01-02-gym/offered.jpg: the end of this picture is missing.",
		"content/exercises/row.toml:5:11: this picture is too large: 60001 × 1000 points, and 30000 are the most on a side. Save a smaller copy.",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
}

// Points that cannot be read come to light when they are needed; the site stays as it was.
func TestFaultInPoints(t *testing.T) {
	dir := photoSite(t)
	sitetest.Build(t, dir)
	before := sitetest.State(t, filepath.Join(dir, "public"))
	row := photo(t, 800, 500)
	for i := len(row) / 2; i < len(row)-2; i++ {
		row[i] = 0x7f
	}
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-01-02-gym/row.jpg"), row)
	report := sitetest.Build(t, dir)
	if len(report.Problems) != 1 || report.Problems[0].ID != "bad-picture" || report.Problems[0].Position.Line != 7 {
		t.Errorf("problems: %+v, want one at line 7", report.Problems)
	}
	checked, err := generator.Check(t.Context(), sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(report.Problems, checked.Problems); diff != "" {
		t.Errorf("problems (-build +check):\n%s", diff)
	}
	if diff := cmp.Diff(before, sitetest.State(t, filepath.Join(dir, "public"))); diff != "" {
		t.Error("the public folder was changed")
	}
}

// TestNoNameIsLeftOut holds the names of all files to what hosts and uploading programs let through: those that begin with _ or . are
// only for the hosts that look for them.
func TestNoNameIsLeftOut(t *testing.T) {
	dir := photoSite(t)
	sitetest.Build(t, dir)
	forHosts := []string{".nojekyll", "_headers", "_redirects"}
	for _, name := range sitetest.Files(t, filepath.Join(dir, "public")) {
		for part := range strings.SplitSeq(name, "/") {
			if strings.HasPrefix(part, "_") || strings.HasPrefix(part, ".") {
				if !slices.Contains(forHosts, name) {
					t.Errorf("%s is left out by some hosts", name)
				}
			}
		}
	}
}

// TestUncredited: before a site goes live, photos are named that have neither a caption nor a credit, each once.
func TestUncredited(t *testing.T) {
	report, err := generator.CheckBeforePublishing(t.Context(), sitetest.Options(photoSite(t)), content.Files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range report.Problems {
		if p.ID == "no-credit" {
			got = append(got, fmt.Sprintf("%s:%d", p.File, p.Line))
		}
	}
	at := "content/articles/2026-01-02-gym/index.md:"
	if want := []string{at + "4", at + "11"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
