package picture

import (
	"image"
	"slices"

	"golang.org/x/image/draw"
)

// scaler makes a picture smaller, step by step: each size is made from the one before.
type scaler struct {
	photo *Photo
	from  image.Image
	turn  turn // that is still to be done
}

func newScaler(p *Photo, data []byte) (*scaler, error) {
	m, err := p.decode(data)
	if err != nil {
		return nil, err
	}
	return &scaler{p, m, p.turn}, nil
}

// to returns the picture upright, in the size of a form of the photo. It takes the steps of all larger forms, whether they are
// wanted or not, so that a form is the same whichever are made with it. No form may be larger than one that was asked for before.
func (s *scaler) to(wanted Variant) *image.RGBA {
	for _, f := range slices.Backward(s.photo.Variants()) {
		if f.Width >= wanted.Width {
			s.step(f)
		}
	}
	return points(s.from)
}

// step makes the picture as small as a form, if it is larger.
func (s *scaler) step(f Variant) {
	now := s.from.Bounds()
	w, h := s.turn.size(f.Width, f.Height)
	if w > now.Dx() || s.turn == upright && w == now.Dx() {
		return
	}
	s.from, s.turn = s.turn.apply(shrink(s.from, w, h)), upright
}

// band is how many rows or columns are scaled at a time. Catmull-Rom is done in floating point, which for a whole photo would
// take eight times its memory.
const band = 128

// shrink scales a picture, first its rows and then its columns. The other direction stays exactly what it is meanwhile: at a
// scale of one, this kernel gives the points themselves.
func shrink(m image.Image, width, height int) *image.RGBA {
	from := m.Bounds()
	if from.Dx() == width && from.Dy() == height {
		return points(m)
	}
	m = scalable(m)
	narrow := image.NewRGBA(image.Rect(0, 0, width, from.Dy()))
	for y := 0; y < from.Dy(); y += band {
		n := min(band, from.Dy()-y)
		draw.CatmullRom.Scale(narrow, image.Rect(0, y, width, y+n), m, image.Rect(from.Min.X, from.Min.Y+y, from.Max.X, from.Min.Y+y+n), draw.Src, nil)
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := 0; x < width; x += band {
		n := min(band, width-x)
		draw.CatmullRom.Scale(out, image.Rect(x, 0, x+n, height), narrow, image.Rect(x, 0, x+n, from.Dy()), draw.Src, nil)
	}
	return out
}

// scalable returns a picture of a kind that is scaled fast.
func scalable(m image.Image) image.Image {
	switch m.(type) {
	case *image.RGBA, *image.NRGBA, *image.Gray, *image.YCbCr:
		return m
	}
	return points(m)
}

// points returns the points of a picture, which it may share.
func points(m image.Image) *image.RGBA {
	if rgba, ok := m.(*image.RGBA); ok && rgba.Rect.Min == (image.Point{}) {
		return rgba
	}
	out := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	return out
}

// apply turns a picture, row by row, so that it need not be there a third time.
func (t turn) apply(m image.Image) *image.RGBA {
	if t == upright {
		return points(m)
	}
	stored := m.Bounds().Size()
	w, h := t.size(stored.X, stored.Y)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	row := image.NewRGBA(image.Rect(0, 0, stored.X, 1))
	for y := range stored.Y {
		draw.Draw(row, row.Bounds(), m, m.Bounds().Min.Add(image.Pt(0, y)), draw.Src)
		for x := range stored.X {
			to := out.PixOffset(t.place(x, y, stored))
			copy(out.Pix[to:to+4], row.Pix[4*x:4*x+4])
		}
	}
	return out
}
