package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"
)

// pngOf returns a picture of four colours or, grainy, of so many that it is worth a loss. Holes make its first column see-through.
func pngOf(t *testing.T, grainy, holes bool, icc []byte) []byte {
	t.Helper()
	const width, height = 1400, 60
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	r := rand.New(rand.NewPCG(1, 2))
	for y := 0; y < height; y += 2 {
		for x := 0; x < width; x += 2 {
			four := uint8(x / 100 % 4)
			for i := range 4 {
				c := color.NRGBA{four * 60, 255 - four*80, 90, 255}
				if grainy {
					c = color.NRGBA{uint8(x/8) + uint8(r.IntN(40)), uint8(y*2) + uint8(r.IntN(40)), uint8(r.IntN(50)), 255}
				}
				if holes && x < 100 {
					c.A = 100
				}
				m.SetNRGBA(x+i%2, y+i/2, c)
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	// A long text, since small files have one form only.
	const head = len(pngHead) + 25
	note := append([]byte("tEXt"), bytes.Repeat([]byte("x"), smallFile)...)
	long := binary.BigEndian.AppendUint32(bytes.Clone(b.Bytes()[:head]), uint32(smallFile))
	long = append(long, note...)
	long = binary.BigEndian.AppendUint32(long, crc32.ChecksumIEEE(note))
	return addProfilePNG(append(long, b.Bytes()[head:]...), icc)
}

// What a picture of a screen says about its colours stays with all forms, with and without holes; what says nothing new is left out.
func TestColoursOfPNG(t *testing.T) {
	for name, keep := range map[string]bool{"Display P3": true, "sRGB IEC61966-2.1": false} {
		icc := append(make([]byte, 128), name...)
		copy(icc[16:], "RGB ")
		for _, grainy := range []bool{false, true} {
			for _, holes := range []bool{false, true} {
				if testing.Short() && holes == grainy {
					continue
				}
				data := pngOf(t, grainy, holes, icc)
				if got := readProfilePNG(data); !bytes.Equal(got, icc) {
					t.Fatalf("got the profile %q", got)
				}
				_, made := makeVariants(t, data)
				for f, file := range made {
					got := bytes.Contains(file, icc)
					if f.Kind == PNG {
						got = bytes.Equal(readProfilePNG(file), icc)
					}
					if got != keep {
						t.Errorf("%s in %v, grainy %t, holes %t: got %t, want %t", name, f, grainy, holes, got, keep)
					}
					m, _, err := image.Decode(bytes.NewReader(file))
					if err != nil || m.Bounds().Dx() != f.Width || m.Bounds().Dy() != f.Height {
						t.Errorf("%s in %v: %v", name, f, err)
						continue
					}
					if _, _, _, a := m.At(5, 2).RGBA(); holes != (a < 0xffff) {
						t.Errorf("%s in %v: there is a hole: %t, want %t", name, f, a < 0xffff, holes)
					}
					if got := string(file[12:16]) == extended && file[20]&0x10 != 0; f.Kind == WebP && keep && got != holes {
						t.Errorf("%s in %v: the file says that there are holes: %t, want %t", name, f, got, holes)
					}
				}
			}
		}
	}
}
