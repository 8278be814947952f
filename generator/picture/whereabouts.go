package picture

import (
	"bytes"
	"io"

	"github.com/bep/imagemeta"
)

// SaysWhere reports whether a photo or a film says where it was made. The ending, with its dot and in small letters, tells what it is;
// no more of it is read than its notes. What cannot be read says nothing.
func SaysWhere(r io.ReadSeeker, ending string) bool {
	formats := map[string]imagemeta.ImageFormat{
		".jpg": imagemeta.JPEG, ".jpeg": imagemeta.JPEG, ".png": imagemeta.PNG, ".webp": imagemeta.WebP, ".avif": imagemeta.AVIF,
		".heic": imagemeta.HEIF, ".heif": imagemeta.HEIF, ".tif": imagemeta.TIFF, ".tiff": imagemeta.TIFF, ".dng": imagemeta.DNG,
	}
	if format, isPhoto := formats[ending]; isPhoto {
		return photoSaysWhere(r, format)
	}
	switch ending {
	case ".mp4", ".m4v", ".mov", ".3gp":
		return filmSaysWhere(r)
	}
	return false
}

// photoSaysWhere looks for a place among a photo's notes: EXIF and XMP call it GPSLatitude.
func photoSaysWhere(r io.ReadSeeker, format imagemeta.ImageFormat) bool {
	where := false
	place := func(tag imagemeta.TagInfo) bool { return tag.Tag == "GPSLatitude" }
	imagemeta.Decode(imagemeta.Options{ // where it ends in an error, what was found before holds
		R: r, ImageFormat: format, Sources: imagemeta.EXIF | imagemeta.XMP,
		ShouldHandleTag: place,
		HandleTag: func(tag imagemeta.TagInfo) error {
			where = where || place(tag)
			return nil
		},
	})
	return where
}

// mostNotes is how much of a film's description is searched for a place, in bytes.
const mostNotes = 4 << 20

// filmSaysWhere looks for a place in a film's description: phones write it as ISO 6709, or as 3GPP's loci.
func filmSaysWhere(r io.ReadSeeker) bool {
	size, err := r.Seek(0, io.SeekEnd)
	at, ok := r.(io.ReaderAt)
	if err != nil || !ok {
		return false
	}
	top, _ := boxes(at, 0, size)
	for _, b := range top {
		if b.kind != "moov" && b.kind != "udta" && b.kind != "uuid" {
			continue
		}
		notes, _ := io.ReadAll(io.NewSectionReader(at, b.from, min(b.to-b.from, mostNotes)))
		for _, mark := range []string{"\xa9xyz", "location.ISO6709", "loci", "GPSLatitude"} {
			if bytes.Contains(notes, []byte(mark)) {
				return true
			}
		}
	}
	return false
}
