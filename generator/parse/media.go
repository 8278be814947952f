package parse

import (
	"io"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/source"
)

// IsPicture reports whether a file may stand in an <img>.
func IsPicture(f source.File) bool {
	switch f.Ext() {
	case ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif":
		return true
	}
	return false
}

// IsFilm reports whether a file is a film, which may say where it was made.
func IsFilm(f source.File) bool {
	switch f.Ext() {
	case ".mp4", ".m4v", ".mov", ".3gp":
		return Folder(f.Path) != StaticFolder
	}
	return false
}

// IsMedium reports whether a file is one that texts show or offer: a picture, a sound, a film, a PDF. One that lies unused in the
// content was forgotten, or is used later; any other kind of file was hardly meant for the website.
func IsMedium(f source.File) bool {
	switch f.Ext() {
	case ".pdf", ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".mov", ".3gp", ".webm", ".ogv", ".vtt",
		".heic", ".heif", ".tif", ".tiff", ".dng", ".bmp", ".ico":
		return true
	}
	return IsPicture(f)
}

// heic reports whether a file is one that phones make and most browsers do not show.
func heic(ext string) bool {
	return slices.Contains(strings.Fields(".heic .heif .tif .tiff .dng .bmp"), ext)
}

// foreignPhoto says what to do with a photo that browsers do not show. It is not published: it may say where it was taken.
func foreignPhoto(ext string) *picture.Fault {
	return &picture.Fault{
		Message: "most browsers do not show pictures that end in " + ext + ".",
		Hint:    "Save it as .jpg: on a phone by sending it to yourself as an e-mail, elsewhere with a picture program.",
	}
}

// saysWhere reports whether a file that is published as it is says where it was made.
func (p *Parser) saysWhere(f source.File) bool {
	if !IsMedium(f) {
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
