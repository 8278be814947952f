// Package picture makes what a site publishes of a photo: smaller copies in the right orientation, without the camera's metadata about
// where and when. [CleanVideo] removes the same from a video.
//
// In go a file's bytes. [Read] says without decoding them how large the picture is and which [Variant]s will be published, so that pages
// can be rendered before any of them exists. A [Maker] makes variants, which takes time. Their names have a hash of the photo and of what
// this package does with it, so that no variant is made twice. [Photo.Clean] removes a file's metadata and leaves the picture as it is.
// The package must not read or write files, and knows nothing of sites.
package picture

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/picture/webp"
)

// Kind is what a file is, by its first bytes.
type Kind string

const (
	JPEG Kind = "jpg"
	PNG  Kind = "png"
	WebP Kind = "webp"
	AVIF Kind = "avif"
)

// Photo is a picture of which variants are published instead of its file. It does not change.
type Photo struct {
	Kind          Kind
	Width, Height int    // in pixels, as shown
	hash          string // of the file and of pipelineVersion
	bytes         int    // size of the file
	orientation   orientation
	cmyk          bool // the colours are for printing
	depth         int  // bytes of memory that a pixel takes while the file is decoded
}

// Variant is one way to publish a photo. The zero Variant is the file itself, without its metadata.
type Variant struct {
	Kind          Kind
	Width, Height int // in pixels
}

// widths are the widths of variants, in pixels, ascending (house rule): an exercise among others, and a column of text on a phone and on a desktop,
// whose screens have two pixels to a CSS pixel. Browsers would choose no larger one.
func widths() []int { return []int{360, 720, 1280} }

// Limits for the memory of a small computer. Phones make pictures of 12 to 50 megapixels, which take two to four bytes a pixel; files
// with 16 bits for each colour, and progressive ones, take several times that. Sides are longest in panoramas, with about 16,000
// pixels; scaling takes memory for each pixel of a side, too.
const (
	MaxPixels = 60_000_000
	MaxSide   = 30_000
	MaxBytes  = 100_000_000 // of a file
	MaxMemory = 480_000_000 // bytes
)

// smallFile is the size of a file, in bytes, below which several variants are not worth it.
const smallFile = 6 << 10

// pipelineVersion goes into the names of variants. Who changes the bytes of a variant of a given width counts it up, so that no old one is
// reused. Other widths have other names anyway.
const pipelineVersion = "legpress.picture/3"

// Fault says what is wrong with a file, and what its author can do.
type Fault struct{ Message, Hint string }

func (f *Fault) Error() string { return f.Message }

// Unreadable returns the fault of a file that is no picture, or a broken one.
func Unreadable() *Fault {
	return &Fault{"this picture cannot be read.", "Open it in a picture program and save it again as .jpg, .png or .webp."}
}

func truncated() *Fault {
	return &Fault{"the end of this picture is missing.", "Copy it again from where it came from."}
}

// renamedHEIC returns the fault of a photo of an iPhone whose name says that it is something else.
func renamedHEIC() *Fault {
	return &Fault{"this is a HEIC photo, which most browsers do not show, whatever its name ends in.",
		"Save it as .jpg with a picture program. An iPhone makes .jpg itself with Settings, Camera, Formats, Most Compatible."}
}

// tooLarge returns the fault of a photo that is above one of the limits; nil for any other.
func (p *Photo) tooLarge() *Fault {
	size := fmt.Sprintf("this picture is too large: %d × %d points", p.Width, p.Height)
	const smaller = "Save a smaller copy. 3000 points on the longer side are plenty."
	switch {
	case max(p.Width, p.Height) > MaxSide:
		return &Fault{fmt.Sprintf("%s, and %d are the most on a side.", size, MaxSide), smaller}
	case p.Width > MaxPixels/p.Height:
		return &Fault{fmt.Sprintf("%s, and %d million are the most in all.", size, MaxPixels/1_000_000), smaller}
	case p.Memory() > MaxMemory:
		return &Fault{fmt.Sprintf("%s, which take %d MB of memory as they are saved, and %d are the most.", size, p.Memory()/1_000_000, MaxMemory/1_000_000), smaller}
	}
	return nil
}

// Heavy returns the fault of a file that is too large; bytes is its size.
func Heavy(bytes int64) *Fault {
	return &Fault{fmt.Sprintf("this picture is too large: %d MB, and %d are the most.", bytes/1_000_000, MaxBytes/1_000_000), "Save a smaller copy. 3000 points on the longer side are plenty."}
}

// Read reads the head of a file. The Photo is nil for a file that has no variants, such as a drawing or an animation. The error is a
// [*Fault].
func Read(data []byte) (*Photo, error) {
	p := &Photo{bytes: len(data)}
	var h header
	var err error
	switch {
	case isJPEG(data):
		p.Kind = JPEG
		h, err = readJPEG(data)
	case isPNG(data):
		p.Kind = PNG
		h, err = readPNG(data)
	case isWebP(data):
		p.Kind = WebP
		h, err = readWebP(data)
	case isAVIF(data):
		p.Kind = AVIF
		h, err = readAVIF(data)
	case isHEIC(data):
		return nil, renamedHEIC()
	default:
		return nil, nil
	}
	switch {
	case err != nil:
		return nil, err
	case len(data) > MaxBytes:
		return nil, Heavy(int64(len(data)))
	case h.width < 1 || h.height < 1:
		return nil, Unreadable()
	}
	p.orientation, p.cmyk, p.depth = h.orientation, h.cmyk, h.depth
	p.Width, p.Height = h.orientation.size(h.width, h.height)
	if f := p.tooLarge(); f != nil {
		return nil, f
	}
	if h.animated && p.Kind == PNG {
		return nil, nil
	}
	sum := sha256.New()
	sum.Write([]byte(pipelineVersion))
	sum.Write(data)
	p.hash = hex.EncodeToString(sum.Sum(nil)[:5])
	return p, nil
}

// header is what the head of a file says about the picture.
type header struct {
	width, height int // as stored
	orientation   orientation
	cmyk          bool
	animated      bool
	depth         int // bytes of memory that a pixel takes while the file is decoded; 0: it is published without being decoded
}

// maxParts is how many parts a file may have. One with more was made to use up memory.
const maxParts = 100_000

// Is reports whether data are the bytes that the photo was read from.
func (p *Photo) Is(data []byte) bool {
	q, err := Read(data)
	return err == nil && q != nil && *q == *p
}

// Sources returns the variants from which a browser may choose, the smallest first. There are none where one file is enough: for a small
// picture, or one that is in a modern format already.
func (p *Photo) Sources() []Variant {
	if p.isModern() || p.bytes < smallFile {
		return nil
	}
	largest := p.maxWidth()
	var variants []Variant
	for _, w := range widths() {
		if w < largest*4/5 {
			variants = append(variants, p.variant(WebP, w))
		}
	}
	variants = append(variants, p.variant(WebP, largest))
	if variants[len(variants)-1].Height > webp.Largest {
		return nil
	}
	return variants
}

// isModern reports whether the photo is in one of the formats that people choose for websites.
func (p *Photo) isModern() bool { return p.Kind == WebP || p.Kind == AVIF }

// Fallback returns the variant for old browsers, feed readers and other sites, which do not choose.
func (p *Photo) Fallback() Variant {
	if p.isModern() {
		return Variant{}
	}
	return p.variant(p.Kind, p.maxWidth())
}

// Variants returns all variants that are published where the photo is shown.
func (p *Photo) Variants() []Variant { return append(p.Sources(), p.Fallback()) }

// maxWidth returns the width of the largest variant.
func (p *Photo) maxWidth() int { return min(p.Width, widths()[len(widths())-1]) }

func (p *Photo) variant(kind Kind, width int) Variant {
	return Variant{kind, width, max(1, (p.Height*width+p.Width/2)/p.Width)}
}

// Name returns the name of a variant's file, given that of the photo: "row.1a2b3c4d5e-720.webp" for "row.jpg". Variants with other bytes
// have other names.
func (p *Photo) Name(file string, f Variant) string {
	return fmt.Sprintf("%s.%s-%d.%s", strings.TrimSuffix(file, path.Ext(file)), p.hash, f.Width, f.Kind)
}

// Memory returns how many bytes of memory the photo takes while its variants are made, beside its file.
func (p *Photo) Memory() int {
	depth := p.depth
	if p.orientation != upright {
		depth += 4 // for the turned picture
	}
	return p.Width * p.Height * depth
}

// orientation is how a stored picture has to be turned to be upright: EXIF's number, 1 to 8 (CIPA DC-008, table of tag 0x0112).
type orientation int

const upright orientation = 1

// swaps reports whether width and height change places.
func (t orientation) swaps() bool { return t >= 5 }

// size returns the size of the picture when it is upright.
func (t orientation) size(width, height int) (int, int) {
	if t.swaps() {
		return height, width
	}
	return width, height
}

// position returns where a pixel of a stored picture of this size is when the picture is upright.
func (t orientation) position(x, y int, stored image.Point) (int, int) {
	right, bottom := stored.X-1-x, stored.Y-1-y
	switch t {
	case 2:
		return right, y
	case 3:
		return right, bottom
	case 4:
		return x, bottom
	case 5:
		return y, x
	case 6:
		return bottom, x
	case 7:
		return bottom, right
	case 8:
		return y, right
	}
	return x, y
}
