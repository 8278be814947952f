// Package picture makes what a site publishes of a photo: smaller copies in the right orientation, and nothing in them that the
// camera wrote about where and when. [Film] takes the same out of a film.
//
// In go a file's bytes. [Read] says what they are without decoding them: the size as shown and the [Variant]s that will be published,
// so that pages can be rendered before any of them exists. A [Maker] makes forms, which takes time: their names have a hash of the
// photo and of what this package does with it, so that one that was made once need not be made again. [Photo.Clean] takes a
// file's metadata out and leaves the picture as it is, where that can be done. The package reads and writes no files.
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

// Photo is a file whose forms are published in its place. It is not changed after Read returns it.
type Photo struct {
	Kind          Kind
	Width, Height int    // in points, as shown
	hash          string // of the file and of the work that is done on it
	bytes         int    // of the file
	turn          turn
	inks          bool // the colours are for printing: CMYK
	depth         int  // bytes of memory that a point takes while the file is read
}

// Variant is one way to publish a photo. The zero Variant is the file itself, without its metadata.
type Variant struct {
	Kind          Kind
	Width, Height int // in points
}

// The widths of forms, in points (house rule): an exercise among others, and a text's column on a phone and on a desk, where the
// screen has two points to a pixel. No larger one would ever be chosen.
func widths() []int { return []int{360, 720, 1280} }

// What is too much for the memory of a small computer. Phones make pictures of 12 to 50 megapixels, at two to four bytes a point; what
// is saved with 16 bits for each colour, or to appear by and by, takes several times that. A side is longest in panoramas, at about
// 16,000 points; scaling takes memory for each point of a side, too.
const (
	MostPoints = 60_000_000
	MostSide   = 30_000
	MostBytes  = 100_000_000 // of a file
	MostMemory = 480_000_000 // bytes
)

// little is the size of a file, in bytes, below which it is not worth having several.
const little = 6 << 10

// work names what this package does with a photo. Every change of what comes out changes it, so that old forms are not kept.
const work = "legpress.picture/3"

// Fault is what is wrong with a file, and what can be done, for its author.
type Fault struct{ Message, Hint string }

func (f *Fault) Error() string { return f.Message }

// Unreadable says that a file is no picture, or a broken one.
func Unreadable() *Fault {
	return &Fault{"this picture cannot be read.", "Open it in a picture program and save it again as .jpg, .png or .webp."}
}

func faultCut() *Fault {
	return &Fault{"the end of this picture is missing.", "Copy it again from where it came from."}
}

// tooLarge says what is too much about a photo; nil where nothing is.
func (p *Photo) tooLarge() *Fault {
	size := fmt.Sprintf("this picture is too large: %d × %d points", p.Width, p.Height)
	const smaller = "Save a smaller copy. 3000 points on the longer side are plenty."
	switch {
	case max(p.Width, p.Height) > MostSide:
		return &Fault{fmt.Sprintf("%s, and %d are the most on a side.", size, MostSide), smaller}
	case p.Width > MostPoints/p.Height:
		return &Fault{fmt.Sprintf("%s, and %d million are the most in all.", size, MostPoints/1_000_000), smaller}
	case p.Memory() > MostMemory:
		return &Fault{fmt.Sprintf("%s, which take %d MB of memory as they are saved, and %d are the most.", size, p.Memory()/1_000_000, MostMemory/1_000_000), smaller}
	}
	return nil
}

// Heavy says that a file of this size, in bytes, is too large.
func Heavy(bytes int64) *Fault {
	return &Fault{fmt.Sprintf("this picture is too large: %d MB, and %d are the most.", bytes/1_000_000, MostBytes/1_000_000), "Save a smaller copy. 3000 points on the longer side are plenty."}
}

// Read says what a file is; nil where it is none of the kinds that have forms, a drawing or an animation for instance. The error
// is a [*Fault].
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
	default:
		return nil, nil
	}
	switch {
	case err != nil:
		return nil, err
	case len(data) > MostBytes:
		return nil, Heavy(int64(len(data)))
	case h.width < 1 || h.height < 1:
		return nil, Unreadable()
	}
	p.turn, p.inks, p.depth = h.turn, h.inks, h.depth
	p.Width, p.Height = h.turn.size(h.width, h.height)
	if f := p.tooLarge(); f != nil {
		return nil, f
	}
	if h.animated && p.Kind == PNG {
		return nil, nil
	}
	sum := sha256.New()
	sum.Write([]byte(work))
	sum.Write(data)
	p.hash = hex.EncodeToString(sum.Sum(nil)[:5])
	return p, nil
}

// header is what the first parts of a file say.
type header struct {
	width, height int // as stored
	turn          turn
	inks          bool
	animated      bool
	depth         int // bytes of memory that a point takes while the file is read; 0: it is published without its points being read
}

// mostParts is how many parts a file may have: one with more was made to take memory, not to be looked at.
const mostParts = 100_000

// Is reports whether data are the bytes that the photo was read from.
func (p *Photo) Is(data []byte) bool {
	q, err := Read(data)
	return err == nil && q != nil && *q == *p
}

// Sources returns the forms that a browser may choose from, the smallest first. There are none where one file is enough: of
// a picture that is small, or that is in one of the new formats already.
func (p *Photo) Sources() []Variant {
	if p.isModern() || p.bytes < little {
		return nil
	}
	largest := p.most()
	var forms []Variant
	for _, w := range widths() {
		if w < largest*4/5 {
			forms = append(forms, p.variant(WebP, w))
		}
	}
	forms = append(forms, p.variant(WebP, largest))
	if forms[len(forms)-1].Height > webp.Largest {
		return nil
	}
	return forms
}

// isModern reports whether the photo is in a format that somebody chose for websites.
func (p *Photo) isModern() bool { return p.Kind == WebP || p.Kind == AVIF }

// Fallback returns the form for everyone who chooses from no others: old browsers, feed readers, other sites.
func (p *Photo) Fallback() Variant {
	if p.isModern() {
		return Variant{}
	}
	return p.variant(p.Kind, p.most())
}

// Variants returns all forms that are published where the photo is shown.
func (p *Photo) Variants() []Variant { return append(p.Sources(), p.Fallback()) }

// most returns the width of the largest form.
func (p *Photo) most() int { return min(p.Width, widths()[len(widths())-1]) }

func (p *Photo) variant(kind Kind, width int) Variant {
	return Variant{kind, width, max(1, (p.Height*width+p.Width/2)/p.Width)}
}

// Name returns the name of a form's file, given that of the photo: "row.jpg" has "row.1a2b3c4d5e-720.webp". Other bytes have
// another name.
func (p *Photo) Name(file string, f Variant) string {
	return fmt.Sprintf("%s.%s-%d.%s", strings.TrimSuffix(file, path.Ext(file)), p.hash, f.Width, f.Kind)
}

// Memory returns how many bytes of memory the photo takes while its forms are made, beside its file.
func (p *Photo) Memory() int {
	depth := p.depth
	if p.turn != upright {
		depth += 4 // for the points that are turned
	}
	return p.Width * p.Height * depth
}

// turn is how a stored picture has to be turned to be seen upright: the number of EXIF's orientation (CIPA DC-008, table of tag
// 0x0112), 1 to 8.
type turn int

const upright turn = 1

// swaps reports whether rows become columns.
func (t turn) swaps() bool { return t >= 5 }

// size returns the size of a picture that is turned.
func (t turn) size(width, height int) (int, int) {
	if t.swaps() {
		return height, width
	}
	return width, height
}

// place returns where a point of a stored picture of this size is seen.
func (t turn) place(x, y int, stored image.Point) (int, int) {
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
