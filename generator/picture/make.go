package picture

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"slices"
	"sync"

	decoder "golang.org/x/image/webp"

	"github.com/legpress/legpress/generator/picture/webp"
)

// How forms are written (house rules): at these qualities photos of people and gyms show no flaws on a phone or a desk.
const (
	jpegQuality  = 82
	cleanQuality = 92 // of a file that has to be written again only to be turned
	webpQuality  = 78
	fineQuality  = 90 // of what was drawn or photographed from a screen
	effort       = 75 // of what is written without loss
	method       = 4
)

// dearly is how many times larger than with a loss a form may be without one.
const dearly = 2

// Maker makes forms. It may be used from several goroutines. The zero Maker is ready to be used; Close gives back what it took.
type Maker struct {
	start   sync.Once
	encoder *webp.Encoder
	failed  error
}

// Close lets go of what Make needed.
func (m *Maker) Close() error {
	if m.encoder == nil {
		return nil
	}
	return m.encoder.Close(context.Background())
}

// webp returns the encoder, which is started by the first who asks for it.
func (m *Maker) webp(ctx context.Context) (*webp.Encoder, error) {
	m.start.Do(func() { m.encoder, m.failed = webp.New(context.WithoutCancel(ctx)) })
	return m.encoder, m.failed
}

// Make makes some forms of a photo, data being its file, and hands each over. The error is a [*Fault] where the photo's points
// cannot be read.
func (m *Maker) Make(ctx context.Context, p *Photo, data []byte, forms []Variant, give func(Variant, []byte) error) error {
	icc := p.profile(data)
	forms = slices.Clone(forms)
	slices.SortStableFunc(forms, func(a, b Variant) int { return b.Width - a.Width })
	var s *scaler
	for _, f := range forms {
		if err := ctx.Err(); err != nil {
			return err
		}
		file, done, err := p.asItIs(f, data)
		if err == nil && !done {
			if s == nil {
				s, err = newScaler(p, data)
			}
			if err == nil {
				file, err = m.write(ctx, p, f, s.to(f), icc)
			}
		}
		if err == nil {
			err = give(f, smaller(p, f, file, data))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Try says why some forms of a photo could not be made, data being its file: a [*Fault] where the photo's points cannot be read. It costs
// what reading them costs.
func (p *Photo) Try(data []byte, forms []Variant) error {
	read := false
	for _, f := range forms {
		_, done, err := p.asItIs(f, data)
		if err == nil && !done && !read {
			_, err = newScaler(p, data)
			read = true
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// asItIs makes the forms for which the points need not be touched.
func (p *Photo) asItIs(f Variant, data []byte) (file []byte, done bool, err error) {
	switch {
	case f == (Variant{}):
		file, err = p.Clean(data)
		return file, true, err
	case f.Kind == PNG && p.Kind == PNG && f.Width == p.Width && p.turn == upright:
		file, err = cleanPNG(data)
		return file, true, err
	}
	return nil, false, nil
}

// smaller returns the photo's own points where a JPEG form of the same size is no smaller.
func smaller(p *Photo, f Variant, file, data []byte) []byte {
	if f.Kind != JPEG || f.Width != p.Width || p.turn != upright || p.inks {
		return file
	}
	if clean, err := cleanJPEG(data); err == nil && len(clean) <= len(file) {
		return clean
	}
	return file
}

func (m *Maker) write(ctx context.Context, p *Photo, f Variant, points *image.RGBA, icc []byte) ([]byte, error) {
	var b bytes.Buffer
	switch f.Kind {
	case JPEG:
		err := jpeg.Encode(&b, points, &jpeg.Options{Quality: jpegQuality})
		return colourJPEG(b.Bytes(), icc), err
	case PNG:
		err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, points)
		return colourPNG(b.Bytes(), icc), err
	case WebP:
		file, err := m.writeWebP(ctx, p, straight(points))
		return colourWebP(file, icc, f), err
	}
	return nil, fmt.Errorf("there is no form of kind %q", f.Kind)
}

// writeWebP writes photos with a small loss, and what was drawn without one, unless that costs dearly: a photo that was saved as PNG.
func (m *Maker) writeWebP(ctx context.Context, p *Photo, points *image.NRGBA) ([]byte, error) {
	encoder, err := m.webp(ctx)
	if err != nil {
		return nil, err
	}
	if p.Kind == JPEG {
		return encoder.Encode(ctx, points, webp.Options{Quality: webpQuality, Method: method})
	}
	exact, err := encoder.Encode(ctx, points, webp.Options{Lossless: true, Quality: effort, Method: method})
	if err != nil {
		return nil, err
	}
	close, err := encoder.Encode(ctx, points, webp.Options{Quality: fineQuality, Method: method})
	if err == nil && dearly*len(close) < len(exact) {
		return close, nil
	}
	return exact, err
}

// straight returns the points with colours that are not multiplied by their opacity.
func straight(m *image.RGBA) *image.NRGBA {
	if m.Opaque() {
		return &image.NRGBA{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect}
	}
	out := image.NewNRGBA(m.Bounds())
	draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	return out
}

// Clean returns the file without what the camera and other programs wrote beside the picture. The points stay what they are, unless
// the picture has to be turned: that, too, is said in what is taken out.
func (p *Photo) Clean(data []byte) ([]byte, error) {
	if p.turn != upright {
		return p.turned(data)
	}
	switch p.Kind {
	case JPEG:
		return cleanJPEG(data)
	case PNG:
		return cleanPNG(data)
	case AVIF:
		return cleanAVIF(data)
	}
	return cleanWebP(data)
}

func (p *Photo) turned(data []byte) ([]byte, error) {
	m, err := p.decode(data)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if p.Kind == PNG {
		err = png.Encode(&b, p.turn.apply(m))
	} else {
		err = jpeg.Encode(&b, p.turn.apply(m), &jpeg.Options{Quality: cleanQuality})
	}
	if err != nil {
		return nil, err
	}
	if p.Kind == PNG {
		return colourPNG(b.Bytes(), p.profile(data)), nil
	}
	return colourJPEG(b.Bytes(), p.profile(data)), nil
}

// decode reads the points as they are stored.
func (p *Photo) decode(data []byte) (image.Image, error) {
	var m image.Image
	var err error
	switch r := bytes.NewReader(data); p.Kind {
	case JPEG:
		m, err = jpeg.Decode(r)
	case PNG:
		m, err = png.Decode(r)
	default:
		m, err = decoder.Decode(r)
	}
	if err != nil {
		return nil, Unreadable()
	}
	return m, nil
}
