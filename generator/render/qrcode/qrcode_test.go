package qrcode

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"rsc.io/qr"
)

// The drawing has the modules of the code, each once, and nothing in the quiet zone.
func TestModules(t *testing.T) {
	for _, text := range []string{"a", "https://example.org/plans/sixteen-weeks-to-a-race/no-progression/", strings.Repeat("ü", 400)} {
		want, err := qr.Encode(text, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		c, err := New(text)
		if err != nil {
			t.Fatal(err)
		}
		black := map[[2]int]bool{}
		for _, run := range strings.Split(c.path, "M")[1:] {
			var x, y, n int
			if _, err := fmt.Sscanf(run, "%d %d.5h%d", &x, &y, &n); err != nil {
				t.Fatalf("%q in the path: %v", run, err)
			}
			for i := range n {
				black[[2]int{x + i - quietZone, y - quietZone}] = true
			}
		}
		count := 0
		for y := range want.Size {
			for x := range want.Size {
				if want.Black(x, y) {
					count++
				}
				if got := black[[2]int{x, y}]; got != want.Black(x, y) {
					t.Errorf("%.20q: module %d, %d is black: %v", text, x, y, got)
				}
			}
		}
		if len(black) != count {
			t.Errorf("%.20q: %d modules are black, want %d", text, len(black), count)
		}
	}
}

// A code with many modules says so, and the drawing has no white around them: the page has.
func TestSizes(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org/plans/": `<svg viewBox="4 4 25 25"`, strings.Repeat("x", 60): `<svg viewBox="4 4 33 33"`, strings.Repeat("x", 70): `<svg class="large" viewBox="4 4 37 37"`,
	} {
		c, err := New(text)
		if err != nil {
			t.Fatal(err)
		}
		if svg := c.SVG("_qr", ""); !strings.HasPrefix(svg, want) {
			t.Errorf("%d bytes: got %.60s, want %s", len(text), svg, want)
		}
	}
}

func TestSVG(t *testing.T) {
	c, err := New("https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	for _, svg := range []string{c.SVG("_qr", `To "the" plan`), c.Again("_qr")} {
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s\n%v", svg, err)
			}
		}
	}
	if svg := c.SVG("_qr", `To "the" plan`); !strings.Contains(svg, `id="_qr"`) || !strings.Contains(svg, "&#34;the&#34;") {
		t.Errorf("neither id nor label in %s", svg)
	}
	if again := c.Again("_qr"); !strings.Contains(again, `href="#_qr"`) || len(again) > 200 {
		t.Errorf("the repeated code is %s", again)
	}
	if _, err := New(strings.Repeat("x", 3000)); err == nil {
		t.Error("3000 bytes fit a code")
	}
}
