package figure

import (
	"regexp"
	"strconv"
	"testing"
)

var floorAt = regexp.MustCompile(`<path ` + regexp.QuoteMeta(inkGround.attributes()) + ` d="M\S+ ([\d.]+)`)

// In rows of drawings the lower edges are on one line. So the ground has to be equally far above them, whatever stands on it, hangs
// over it, or has to be rounded up.
func TestGroundLine(t *testing.T) {
	left, hanging, jump := squat(), squat(), squat()
	left.Left = true
	hanging.Poses[0].Ground = []string{"hands on bar"}
	jump.Poses[1].Air = 33
	one := Figure{Poses: squat().Poses[:1]}
	for name, f := range map[string]Figure{"squat": squat(), "left": left, "hanging": hanging, "jump": jump, "one pose": one} {
		svg := f.SVG(Options{})
		_, height := parse(t, svg)
		floors := floorAt.FindAllStringSubmatch(svg, -1)
		if len(floors) != len(f.Poses) {
			t.Fatalf("%s: %d floors in %s", name, len(floors), svg)
		}
		for _, m := range floors[len(floors)-1:] {
			y, err := strconv.ParseFloat(m[1], 64)
			if got := height - y; err != nil || got < margin+2-.05 || got > margin+2+.05 {
				t.Errorf("%s: the ground is %.2f above the lower edge, want %.1f", name, got, margin+2)
			}
		}
	}
}
