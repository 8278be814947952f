package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/browsertest"
)

// chromiumLike puts objects together as Chromium writes them. The first one says what the document is, the last is the catalogue.
func chromiumLike(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xd3\xeb\xe9\xe1\n")
	var table strings.Builder
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, text := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, text)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size %d\n/Root %d 0 R\n/Info 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", &table, len(objects)+1, len(objects), start)
	return b.Bytes()
}

// guide is a document of three pages, in a tree of two levels, with two places that links lead to.
func guide(when string) []byte {
	return chromiumLike(
		"<</Title (A \\(small\\) guide)\n/Creator (HeadlessChrome/156.0.0.0)\n/Producer (Skia/PDF m156)\n/CreationDate (D:"+when+"+00'00')\n/ModDate (D:"+when+"+00'00')>>",
		"<</Type /Page\n/MediaBox [0 0 595 842]\n/Parent 5 0 R>>",
		"<</Type /Page\n/MediaBox [0 0 595 842]\n/Parent 5 0 R>>",
		"<</Type /Page\n/MediaBox [0 0 595 842]\n/Parent 6 0 R>>",
		"<</Type /Pages\n/Count 2\n/Kids [2 0 R 3 0 R]\n/Parent 6 0 R>>",
		"<</Type /Pages\n/Count 3\n/Kids [5 0 R 4 0 R]>>",
		"<</part-1 [2 0 R /XYZ 36 800 0]\n/part-1-2 [4 0 R /XYZ 36 700 0]\n/gr#C3#BC [3 0 R /XYZ 0 0 0]>>",
		"<</ID (node00000"+when[8:11]+")>> % (node00000"+when[11:]+")",
		"<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R>>")
}

func TestFinish(t *testing.T) {
	a := metadata{author: "Zoë (\"Z\")", date: time.Date(2026, 3, 4, 0, 0, 0, 0, time.FixedZone("", 3600)), fingerprint: strings.Repeat("ab", 32)}
	one, err := normalize(guide("20260101003004"), a)
	if err != nil {
		t.Fatal(err)
	}
	two, err := normalize(guide("20271231500777"), a)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(one), string(two)); diff != "" {
		t.Errorf("printed at another time (-one +two):\n%s", diff)
	}
	d, err := readDocument(one)
	if err != nil {
		t.Fatalf("the document cannot be read again: %v", err)
	}
	want := "<</Title (A \\(small\\) guide)\n/Producer (Skia/PDF m156)\n/Author <feff005a006f00eb0020002800220 05a00220029>\n" +
		"/CreationDate (D:20260303230000+00'00')\n/ModDate (D:20260303230000+00'00')\n/Creator (Legpress)\n/LegpressProof (" + a.fingerprint + ")>>"
	if diff := cmp.Diff(strings.ReplaceAll(want, "0220 05a", "022005a"), string(d.object(1))); diff != "" {
		t.Errorf("what the document says of itself (-want +got):\n%s", diff)
	}
	if got := string(d.object(8)); got != "<</ID (node00000001)>> % (node00000002)" {
		t.Errorf("elements: got %s", got)
	}
	for n := range d.objects {
		if n > 0 && d.object(n) == nil {
			t.Errorf("object %d is lost", n)
		}
	}
	checkPDF(t, one)
}

func TestFinishWithoutDateAndAuthor(t *testing.T) {
	data, err := normalize(guide("20260101003004"), metadata{fingerprint: "00"})
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("Date")) || bytes.Contains(data, []byte("Author")) {
		t.Errorf("got a date or an author:\n%s", data)
	}
	checkPDF(t, data)
}

// checkPDF has qpdf look for damage.
func checkPDF(t *testing.T, data []byte) {
	t.Helper()
	qpdf := browsertest.Tool(t, "qpdf")
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
		t.Errorf("qpdf --check: %v\n%s", err, out)
	}
}

func TestPlaces(t *testing.T) {
	d, err := readDocument(guide("20260101003004"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"part-1": 1, "part-1-2": 3}
	if diff := cmp.Diff(want, d.destinations()); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// FuzzFinish holds that no document brings the program down, and that what comes out can be read.
func FuzzFinish(f *testing.F) {
	f.Add(guide("20260101003004"))
	f.Add(chromiumLike("<<>>"))
	f.Add([]byte("trailer\n<</Size 1\n/Root 1 0 R\n/Info 1 0 R>>\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		out, err := normalize(data, metadata{author: "a", fingerprint: "00"})
		if err != nil {
			return
		}
		d, err := readDocument(out)
		if err != nil {
			t.Fatalf("cannot be read again: %v\n%q", err, out)
		}
		d.destinations()
	})
}
