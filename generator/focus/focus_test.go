package focus_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/focus"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		typed     string
		left, top int
	}{
		{"top", 50, 0},
		{"left", 0, 50},
		{"centre", 50, 50},
		{"middle", 50, 50},
		{"bottom right", 100, 100},
		{"Right bottom", 100, 100},
		{"top-left", 0, 0},
		{"top center", 50, 0},
		{"left, centre", 0, 50},
		{"40% 20%", 40, 20},
		{" 40 %,20 %", 40, 20},
		{"40/20", 40, 20},
		{"0% 100%", 0, 100},
	} {
		f, err := focus.Parse(c.typed)
		if left, top := f.Place(); err != nil || !f.Given || left != c.left || top != c.top {
			t.Errorf("%q: %d %d (%v), want %d %d", c.typed, left, top, err, c.left, c.top)
		}
	}
	if left, top := (focus.Focus{}).Place(); left != 50 || top != 50 {
		t.Errorf("without a focus: %d %d", left, top)
	}
}

func TestWrong(t *testing.T) {
	for _, c := range []struct{ typed, message, hint string }{
		{"face", `"face" is no place in a picture.`, `Write "top", "bottom"`},
		{"top face", `"face" is no place in a picture.`, `Write "top"`},
		{"top bottom", `"top bottom" is no place`, `Write "top"`},
		{"left left", `"left left" is no place`, `Write "top"`},
		{"centre middle", `"centre middle" is no place`, `Write "top"`},
		{"top left corner", `"corner" is no place`, `Write "top"`},
		{"", `"" is no place`, `Write "top"`},
		{"40%", `"40%" is not two distances.`, "from the left and from the top"},
		{"40% 20% 10%", "is not two distances.", `"40% 20%"`},
		{"33.3% 20%", `"33.3% 20%" is no place in a picture.`, "in whole percent"},
		{"40px 20px", "is no place in a picture.", "in whole percent"},
		{"-10% 20%", "-10% lies outside of the picture.", "0% is its left"},
		{"40% 120%", "120% lies outside of the picture.", "100% its right"},
	} {
		f, err := focus.Parse(c.typed)
		e := (*focus.Error)(nil)
		if !errors.As(err, &e) || f != (focus.Focus{}) || !strings.Contains(e.Message, c.message) || !strings.Contains(e.Hint, c.hint) {
			t.Errorf("%q: %v, want %q and %q", c.typed, err, c.message, c.hint)
		}
	}
}

// What a hint tells authors to write is right.
func TestHints(t *testing.T) {
	for _, wrong := range []string{"face", "40%", "33.3% 20%", "-1% 0%"} {
		_, err := focus.Parse(wrong)
		e := (*focus.Error)(nil)
		if !errors.As(err, &e) {
			t.Fatalf("%q is read", wrong)
		}
		for i, quoted := range strings.Split(e.Hint, `"`) {
			if i%2 == 0 {
				continue
			}
			if _, err := focus.Parse(quoted); err != nil {
				t.Errorf("the hint for %q: %v", wrong, err)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("top left")
	f.Add("40% 20%")
	f.Fuzz(func(t *testing.T, typed string) {
		read, err := focus.Parse(typed)
		left, top := read.Place()
		if left < 0 || left > 100 || top < 0 || top > 100 || (err == nil) != read.Given {
			t.Fatalf("%q: %d %d, %v", typed, left, top, err)
		}
		if err != nil {
			return
		}
		if again, err := focus.Parse(fmt.Sprintf("%d%% %d%%", left, top)); err != nil || again != read {
			t.Errorf("%q: read again %v, %v", typed, again, err)
		}
	})
}
