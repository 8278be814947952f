package picture

import (
	"bytes"
	"io"

	"github.com/bep/imagemeta"
)

// HasLocation reports whether the metadata of a photo or a video say where it was made. The ending of its name, with its dot and in
// small letters, decides how it is read. For a file that cannot be read it is false.
func HasLocation(r io.ReadSeeker, ending string) bool {
	formats := map[string]imagemeta.ImageFormat{
		".jpg": imagemeta.JPEG, ".jpeg": imagemeta.JPEG, ".png": imagemeta.PNG, ".webp": imagemeta.WebP, ".avif": imagemeta.AVIF,
		".heic": imagemeta.HEIF, ".heif": imagemeta.HEIF, ".tif": imagemeta.TIFF, ".tiff": imagemeta.TIFF, ".dng": imagemeta.DNG,
	}
	if format, isPhoto := formats[ending]; isPhoto {
		return photoHasLocation(r, format)
	}
	switch ending {
	case ".mp4", ".m4v", ".mov", ".3gp":
		return videoHasLocation(r)
	}
	return false
}

// photoHasLocation looks for a place in a photo's metadata: EXIF and XMP call it GPSLatitude.
func photoHasLocation(r io.ReadSeeker, format imagemeta.ImageFormat) bool {
	where := false
	place := func(tag imagemeta.TagInfo) bool { return tag.Tag == "GPSLatitude" }
	imagemeta.Decode(imagemeta.Options{ // an error is ignored: what was found before it counts
		R: r, ImageFormat: format, Sources: imagemeta.EXIF | imagemeta.XMP,
		ShouldHandleTag: place,
		HandleTag: func(tag imagemeta.TagInfo) error {
			where = where || place(tag)
			return nil
		},
	})
	return where
}

// maxMetadata is how much of a video's description is searched for a place, in bytes.
const maxMetadata = 4 << 20

// videoHasLocation looks for a place in a video's description: phones write it as ISO 6709, or as 3GPP's loci.
func videoHasLocation(r io.ReadSeeker) bool {
	size, err := r.Seek(0, io.SeekEnd)
	at, ok := r.(io.ReaderAt)
	if err != nil || !ok {
		return false
	}
	top, _ := readBoxes(at, 0, size)
	for _, b := range top {
		if b.kind != "moov" && b.kind != "udta" && b.kind != "uuid" {
			continue
		}
		notes, _ := io.ReadAll(io.NewSectionReader(at, b.from, min(b.to-b.from, maxMetadata)))
		for _, mark := range []string{"\xa9xyz", "location.ISO6709", "loci", "GPSLatitude"} {
			if bytes.Contains(notes, []byte(mark)) {
				return true
			}
		}
	}
	return false
}
