package parse

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	_ "image/gif" // for their sizes
	_ "image/jpeg"
	_ "image/png"
	"io"
	"math"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp"

	"github.com/legpress/legpress/generator/picture"
)

// Size is the size of a picture in CSS pixels; the zero Size is not known.
type Size struct{ Width, Height int }

// measure finds out the size of a picture, and of a photo the variants that will be made. Pages name both.
func (p *Parser) measure(out *File) {
	f := out.File
	switch {
	case heic(f.Ext()):
		out.Fault = foreignPhoto(f.Ext())
	case !IsPicture(f):
	case f.Ext() == ".svg":
		out.Size = SVGSize(f.Data)
	default:
		p.readPicture(out)
	}
}

// readPicture reads a picture made of pixels. What is wrong with it is kept in Fault and reported where the picture is used.
func (p *Parser) readPicture(out *File) {
	if out.File.Size > picture.MaxBytes {
		out.Fault = picture.Heavy(out.File.Size)
		return
	}
	data, err := p.read(out.File.OnDisk())
	if err == nil {
		out.Photo, err = picture.Read(data)
	}
	switch {
	case err == nil && out.Photo != nil:
		out.Size = Size{out.Photo.Width, out.Photo.Height}
	case err == nil:
		var c image.Config
		c, _, err = image.DecodeConfig(bytes.NewReader(data))
		out.Size = Size{c.Width, c.Height}
	}
	if err != nil && !errors.As(err, &out.Fault) {
		out.Fault = picture.Unreadable()
	}
}

func (p *Parser) read(path string) ([]byte, error) {
	r, err := p.open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// SVGSize reads the size of a drawing from its width and height, or else from its viewBox.
func SVGSize(data []byte) Size {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.Token()
		if err != nil {
			return Size{}
		}
		if start, ok := token.(xml.StartElement); ok {
			return svgElementSize(start)
		}
	}
}

func svgElementSize(e xml.StartElement) Size {
	var size Size
	var box []string
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "width":
			size.Width = pixels(a.Value)
		case "height":
			size.Height = pixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' })
		}
	}
	if (size.Width == 0 || size.Height == 0) && len(box) == 4 {
		size = Size{pixels(box[2]), pixels(box[3])}
	}
	if size.Width == 0 || size.Height == 0 {
		return Size{}
	}
	return size
}

// pixels reads a length without unit or in px; anything else is 0.
func pixels(s string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || v <= 0 || v > 1e5 {
		return 0
	}
	return int(math.Round(v))
}
