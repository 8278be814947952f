package picture

import (
	"image"
	"slices"

	"golang.org/x/image/draw"
)

// scaler makes a picture smaller step by step: each size is made from the one before.
type scaler struct {
	photo       *Photo
	from        image.Image
	orientation orientation // of from
}

func newScaler(p *Photo, data []byte) (*scaler, error) {
	m, err := p.decode(data)
	if err != nil {
		return nil, err
	}
	return &scaler{p, m, p.orientation}, nil
}

// scaleTo returns the picture upright, in the size of a variant of the photo. It always goes through the sizes of all larger variants, so
// that a variant has the same bytes whichever others are made. Variants must be asked for from the largest to the smallest.
func (s *scaler) scaleTo(wanted Variant) *image.RGBA {
	for _, f := range slices.Backward(s.photo.Variants()) {
		if f.Width >= wanted.Width {
			s.step(f)
		}
	}
	return toRGBA(s.from)
}

// step scales the picture to the size of a variant, if it is larger.
func (s *scaler) step(f Variant) {
	now := s.from.Bounds()
	w, h := s.orientation.size(f.Width, f.Height)
	if w > now.Dx() || s.orientation == upright && w == now.Dx() {
		return
	}
	s.from, s.orientation = s.orientation.apply(shrink(s.from, w, h)), upright
}

// bandSize is how many rows or columns are scaled at a time. Catmull-Rom is done in floating point, which for a whole photo would
// take eight times its memory.
const bandSize = 128

// shrink scales a picture, first its rows and then its columns. Meanwhile the other direction does not change at all, because with a
// scale of one this kernel returns the pixels themselves.
func shrink(m image.Image, width, height int) *image.RGBA {
	from := m.Bounds()
	if from.Dx() == width && from.Dy() == height {
		return toRGBA(m)
	}
	m = scalable(m)
	narrow := image.NewRGBA(image.Rect(0, 0, width, from.Dy()))
	for y := 0; y < from.Dy(); y += bandSize {
		n := min(bandSize, from.Dy()-y)
		draw.CatmullRom.Scale(narrow, image.Rect(0, y, width, y+n), m, image.Rect(from.Min.X, from.Min.Y+y, from.Max.X, from.Min.Y+y+n), draw.Src, nil)
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := 0; x < width; x += bandSize {
		n := min(bandSize, width-x)
		draw.CatmullRom.Scale(out, image.Rect(x, 0, x+n, height), narrow, image.Rect(x, 0, x+n, from.Dy()), draw.Src, nil)
	}
	return out
}

// scalable returns the picture in a type for which package draw has fast code.
func scalable(m image.Image) image.Image {
	switch m.(type) {
	case *image.RGBA, *image.NRGBA, *image.Gray, *image.YCbCr:
		return m
	}
	return toRGBA(m)
}

// toRGBA returns the pixels of a picture; they may be the picture's own.
func toRGBA(m image.Image) *image.RGBA {
	if rgba, ok := m.(*image.RGBA); ok && rgba.Rect.Min == (image.Point{}) {
		return rgba
	}
	out := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	return out
}

// apply turns a picture upright. It goes row by row, so that no third copy of the picture is in memory.
func (t orientation) apply(m image.Image) *image.RGBA {
	if t == upright {
		return toRGBA(m)
	}
	stored := m.Bounds().Size()
	w, h := t.size(stored.X, stored.Y)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	row := image.NewRGBA(image.Rect(0, 0, stored.X, 1))
	for y := range stored.Y {
		draw.Draw(row, row.Bounds(), m, m.Bounds().Min.Add(image.Pt(0, y)), draw.Src)
		for x := range stored.X {
			to := out.PixOffset(t.position(x, y, stored))
			copy(out.Pix[to:to+4], row.Pix[4*x:4*x+4])
		}
	}
	return out
}
