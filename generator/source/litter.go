package source

import (
	"path"
	"slices"
	"strings"
)

// Litter is a kind of file that programs leave behind in a folder. It is ignored wherever it lies.
type Litter struct {
	By       string   // who leaves it: "editors"
	Patterns []string // of names, in small letters, as path.Match reads them
}

// KnownLitter returns all kinds of litter. Names that begin with a dot are ignored, too, except those in [Published].
func KnownLitter() []Litter {
	return []Litter{
		{"editors", []string{"*~", "#*#", "*.swp", "*.swo", "*.bak", "*.backup", "*.orig", "*.rej", "*.old", "*.tmp", "*.temp", "__pycache__", "node_modules"}},
		{"word processors", []string{"~$*", "~wrl*.tmp", "*.wbk", "*.asd"}},
		{"downloads", []string{"*.part", "*.partial", "*.crdownload", "*.download", "*.opdownload", "*.!ut", "*.aria2"}},
		{"sync programs", []string{"~syncthing~*", "*.!sync", "*.tmp.drivedownload", "*.tmp.driveupload", "*.nc-tmp", "icon\r"}},
		{"systems", []string{"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "__macosx", "@eadir"}},
	}
}

// Published returns the names with a dot in front that are not ignored: files that hosts look for.
func Published() []string { return []string{".well-known", ".htaccess", ".nojekyll", ".domains"} }

// ignored reports whether a file or folder of this name is not read: it is litter, or hidden on purpose.
func ignored(name string) bool {
	if strings.HasPrefix(name, ".") {
		return !slices.Contains(Published(), name)
	}
	if isSiteFile(name) {
		return false
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc(KnownLitter(), func(l Litter) bool {
		return slices.ContainsFunc(l.Patterns, func(pattern string) bool {
			match, err := path.Match(pattern, name)
			return err == nil && match
		})
	})
}

// isSiteFile reports, quickly, whether a name is of a kind that a site has many of and that is no litter. There may be tens of thousands.
func isSiteFile(name string) bool {
	switch path.Ext(name) {
	case ".md", ".toml", ".jpg", ".png", ".svg", ".html":
		return !strings.ContainsAny(name[:1], "#~$")
	}
	return false
}

// isEmbedFile reports whether a file is the Go file that embeds content/ or templates/ in a program.
func isEmbedFile(folder, name string) bool {
	return (folder == Content || folder == Templates) && path.Ext(name) == ".go"
}
