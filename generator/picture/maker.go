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

// How variants are encoded (house rules): at these qualities photos of people and gyms show no flaws on a phone or a desktop.
const (
	jpegQuality    = 82
	cleanQuality   = 92 // of a file that is encoded again only to be turned
	webpQuality    = 78
	drawingQuality = 90 // of drawings and screenshots
	losslessEffort = 75 // of lossless files
	webpMethod     = 4
)

// maxLosslessRatio is how many times larger a lossless variant may be than a lossy one.
const maxLosslessRatio = 2

// Maker makes variants. It may be used from several goroutines. The zero Maker is ready for use.
type Maker struct {
	start   sync.Once
	encoder *webp.Encoder
	failed  error
}

// Close stops the encoder.
func (m *Maker) Close() error {
	if m.encoder == nil {
		return nil
	}
	return m.encoder.Close(context.Background())
}

// webpEncoder returns the encoder, which the first call starts.
func (m *Maker) webpEncoder(ctx context.Context) (*webp.Encoder, error) {
	m.start.Do(func() { m.encoder, m.failed = webp.New(context.WithoutCancel(ctx)) })
	return m.encoder, m.failed
}

// Make makes variants of a photo and passes each to give; data is the photo's file. The error is a [*Fault] where the pixels cannot be
// decoded.
func (m *Maker) Make(ctx context.Context, p *Photo, data []byte, variants []Variant, give func(Variant, []byte) error) error {
	icc := p.colourProfile(data)
	variants = slices.Clone(variants)
	slices.SortStableFunc(variants, func(a, b Variant) int { return b.Width - a.Width })
	var s *scaler
	for _, f := range variants {
		if err := ctx.Err(); err != nil {
			return err
		}
		file, done, err := p.withoutDecoding(f, data)
		if err == nil && !done {
			if s == nil {
				s, err = newScaler(p, data)
			}
			if err == nil {
				file, err = m.encode(ctx, p, f, s.scaleTo(f), icc)
			}
		}
		if err == nil {
			err = give(f, smallerOriginal(p, f, file, data))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Try returns the error that making variants of a photo would have, as Make does; data is the photo's file. It decodes the pixels and
// encodes nothing.
func (p *Photo) Try(data []byte, variants []Variant) error {
	read := false
	for _, f := range variants {
		_, done, err := p.withoutDecoding(f, data)
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

// withoutDecoding makes a variant whose pixels are those of the file, and reports whether this is one.
func (p *Photo) withoutDecoding(f Variant, data []byte) (file []byte, done bool, err error) {
	switch {
	case f == (Variant{}):
		file, err = p.Clean(data)
		return file, true, err
	case f.Kind == PNG && p.Kind == PNG && f.Width == p.Width && p.orientation == upright:
		file, err = cleanPNG(data)
		return file, true, err
	}
	return nil, false, nil
}

// smallerOriginal returns the photo's own pixels instead of a JPEG variant that has the same width and is no smaller in bytes.
func smallerOriginal(p *Photo, f Variant, file, data []byte) []byte {
	if f.Kind != JPEG || f.Width != p.Width || p.orientation != upright || p.cmyk {
		return file
	}
	if clean, err := cleanJPEG(data); err == nil && len(clean) <= len(file) {
		return clean
	}
	return file
}

func (m *Maker) encode(ctx context.Context, p *Photo, f Variant, pixels *image.RGBA, icc []byte) ([]byte, error) {
	var b bytes.Buffer
	switch f.Kind {
	case JPEG:
		err := jpeg.Encode(&b, pixels, &jpeg.Options{Quality: jpegQuality})
		return addProfileJPEG(b.Bytes(), icc), err
	case PNG:
		err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, pixels)
		return addProfilePNG(b.Bytes(), icc), err
	case WebP:
		file, err := m.encodeWebP(ctx, p, toNRGBA(pixels))
		return addProfileWebP(file, icc, f), err
	}
	return nil, fmt.Errorf("there is no variant of kind %q", f.Kind)
}

// encodeWebP encodes photos with a small loss, and drawings without one. Where the lossless file is much larger, the picture is taken
// for a photo that was saved as PNG.
func (m *Maker) encodeWebP(ctx context.Context, p *Photo, pixels *image.NRGBA) ([]byte, error) {
	encoder, err := m.webpEncoder(ctx)
	if err != nil {
		return nil, err
	}
	if p.Kind == JPEG {
		return encoder.Encode(ctx, pixels, webp.Options{Quality: webpQuality, Method: webpMethod})
	}
	exact, err := encoder.Encode(ctx, pixels, webp.Options{Lossless: true, Quality: losslessEffort, Method: webpMethod})
	if err != nil {
		return nil, err
	}
	close, err := encoder.Encode(ctx, pixels, webp.Options{Quality: drawingQuality, Method: webpMethod})
	if err == nil && maxLosslessRatio*len(close) < len(exact) {
		return close, nil
	}
	return exact, err
}

// toNRGBA returns the pixels with colours that are not multiplied by their opacity.
func toNRGBA(m *image.RGBA) *image.NRGBA {
	if m.Opaque() {
		return &image.NRGBA{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect}
	}
	out := image.NewNRGBA(m.Bounds())
	draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	return out
}

// Clean returns the file without the metadata of cameras and other programs. The pixels stay as they are, unless the picture has to be
// turned: its orientation is metadata, too.
func (p *Photo) Clean(data []byte) ([]byte, error) {
	if p.orientation != upright {
		return p.cleanRotated(data)
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

func (p *Photo) cleanRotated(data []byte) ([]byte, error) {
	m, err := p.decode(data)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if p.Kind == PNG {
		err = png.Encode(&b, p.orientation.apply(m))
	} else {
		err = jpeg.Encode(&b, p.orientation.apply(m), &jpeg.Options{Quality: cleanQuality})
	}
	if err != nil {
		return nil, err
	}
	if p.Kind == PNG {
		return addProfilePNG(b.Bytes(), p.colourProfile(data)), nil
	}
	return addProfileJPEG(b.Bytes(), p.colourProfile(data)), nil
}

// decode decodes the pixels as they are stored.
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
