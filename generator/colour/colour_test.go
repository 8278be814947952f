package colour

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	_ "github.com/legpress/legpress/generator/fewertest"
)

// The figures are those of WebAIM's contrast checker.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000", "#fff", 21}, {"#777", "#fff", 4.48}, {"#767676", "#ffffff", 4.54}, {"#0000ff", "#ffffff", 8.59}, {"#f00", "#fff", 4}, {"#abc", "#abc", 1}} {
		if got := Contrast(must(c.a), must(c.b)); math.Abs(got-c.want) > .005 || got != Contrast(must(c.b), must(c.a)) {
			t.Errorf("the contrast of %s on %s is %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{"#05f": "#0055ff", "#0A5c8F": "#0a5c8f", "#0a5c8": "", "0a5c8f": "", "#0a5c8ff": "", "navy": "", "": "", "#0a5c8g": ""} {
		got, ok := Parse(text)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("Parse(%q) = %s, %v, want %q", text, got, ok, want)
		}
	}
}

func anyColour(t *rapid.T, label string) RGB {
	b := rapid.Uint8()
	return RGB{b.Draw(t, label+" red"), b.Draw(t, label+" green"), b.Draw(t, label+" blue")}
}

// What is proposed can be read, and no other colour of its hue that can be read is nearer.
func TestNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyColour(t, "colour")
		n := Nearest(c)
		if _, ok := Readable(n); !ok {
			t.Fatalf("%s is proposed for %s, and cannot be read", n, c)
		}
		if _, ok := Readable(c); ok && n != c {
			t.Fatalf("%s is proposed for %s, which can be read", n, c)
		}
		_, chroma, hue := c.float().OkLch()
		other := inGamut(rapid.Float64Range(0, 1).Draw(t, "lightness"), rapid.Float64Range(0, 1).Draw(t, "share of colour")*chroma, hue)
		const rounding = 0.004 // a step of 8 bits
		if _, ok := Readable(other); ok && distance(other, c) < distance(n, c)-rounding {
			t.Fatalf("%s is proposed for %s, and %s is nearer: %.4f, not %.4f", n, c, other, distance(other, c), distance(n, c))
		}
	})
}

// Whatever an author chooses that can be read, everything made of it stands out as it has to, on light paper and on dark.
func TestFromAccent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		accent := Nearest(anyColour(t, "accent"))
		p := FromAccent(accent)
		if p.Light.Track != accent {
			t.Fatalf("%s became %s", accent, p.Light.Track)
		}
		for _, s := range []Scheme{p.Light, p.Dark} {
			for _, ground := range []RGB{s.Paper, s.Wash} {
				if got := Contrast(s.Track, ground); got < TextContrast {
					t.Errorf("text: %s on %s has %.2f", s.Track, ground, got)
				}
				if got := Contrast(s.Lane, ground); got < LineContrast {
					t.Errorf("a line: %s on %s has %.2f", s.Lane, ground, got)
				}
			}
		}
		if text, line := Contrast(p.Dark.Track, p.Dark.Wash), Contrast(p.Dark.Lane, p.Dark.Wash); text < darkText || text > 12 || line < darkLine {
			t.Errorf("on dark paper, text %s has %.2f and a line %s %.2f", p.Dark.Track, text, p.Dark.Lane, line)
		}
	})
}

// The theme keeps what is asked of authors.
func TestTheme(t *testing.T) {
	p := Theme()
	for _, s := range []Scheme{p.Light, p.Dark} {
		if text, line := Contrast(s.Track, s.Wash), Contrast(s.Lane, s.Wash); text < TextContrast || line < LineContrast {
			t.Errorf("text has %.2f, lines have %.2f", text, line)
		}
	}
}

func TestMix(t *testing.T) {
	a, b := must("#ffffff"), must("#97321a")
	if Mix(a, b, 0) != a || Mix(a, b, 0xff) != b || Mix(a, b, 51).String() != "#ead6d1" {
		t.Errorf("%s, %s, %s", Mix(a, b, 0), Mix(a, b, 0xff), Mix(a, b, 51))
	}
}
