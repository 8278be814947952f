package parse

import (
	"io"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/source"
)

// IsPicture reports whether browsers show the file in an <img>, by its ending.
func IsPicture(f source.File) bool {
	switch f.Ext() {
	case ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif":
		return true
	}
	return false
}

// IsVideo reports whether a file is a video outside static/, whose metadata may say where it was made.
func IsVideo(f source.File) bool {
	switch f.Ext() {
	case ".mp4", ".m4v", ".mov", ".3gp":
		return Folder(f.Path) != StaticFolder
	}
	return false
}

// IsMedia reports whether a file is one that texts show or offer: a picture, a sound, a video, a PDF. An unused one was probably forgotten;
// an unused file of another kind was hardly meant for the website.
func IsMedia(f source.File) bool {
	switch f.Ext() {
	case ".pdf", ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".mov", ".3gp", ".webm", ".ogv", ".vtt",
		".heic", ".heif", ".tif", ".tiff", ".dng", ".bmp", ".ico":
		return true
	}
	return IsPicture(f)
}

// heic reports whether an ending is that of pictures that most browsers do not show, as phones make them.
func heic(ext string) bool {
	return slices.Contains(strings.Fields(".heic .heif .tif .tiff .dng .bmp"), ext)
}

// foreignPhoto returns the fault of a picture that most browsers do not show. It is not published either, as it may say where it was taken.
func foreignPhoto(ext string) *picture.Fault {
	return &picture.Fault{
		Message: "most browsers do not show pictures that end in " + ext + ".",
		Hint:    "Save it as .jpg: on a phone by sending it to yourself as an e-mail, elsewhere with a picture program.",
	}
}

// saysWhere reports whether a file that is published as it is says where it was made.
func (p *Parser) saysWhere(f source.File) bool {
	if !IsMedia(f) {
		return false
	}
	r, err := p.open(f.Path)
	if err != nil {
		return false
	}
	defer r.Close()
	seeker, ok := r.(io.ReadSeeker)
	return ok && picture.HasLocation(seeker, f.Ext())
}
