// Package mediatype says what kind of file a name means, the same on every machine: their own tables differ.
package mediatype

import (
	"path"
	"strings"
)

// HTML is the media type of pages.
const HTML = "text/html; charset=utf-8"

var types = map[string]string{
	".html": HTML, ".htm": HTML,
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8",
	".ics":  "text/calendar; charset=utf-8",
	".vcf":  "text/vcard; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json",
	".xml": "application/xml", ".rss": "application/xml", ".atom": "application/xml",
	".pdf": "application/pdf", ".zip": "application/zip", ".epub": "application/epub+zip", ".gpx": "application/gpx+xml",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".svg":  "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf",
	".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav",
	".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm",
}

// Of returns the media type of a file by its name, "application/octet-stream" of one that is not known.
func Of(name string) string {
	if kind, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return kind
	}
	return "application/octet-stream"
}
