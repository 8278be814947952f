package source

import (
	"path"
	"slices"
	"strings"
)

// Litter is a kind of file that programs leave behind in a folder that somebody works in. It is passed over wherever it lies.
type Litter struct {
	By       string   // whose leaving it is: "editors"
	Patterns []string // of names, in small letters, as path.Match reads them
}

// KnownLitter returns all kinds of litter. Names that begin with a dot are passed over as well, but for those in [Published].
func KnownLitter() []Litter {
	return []Litter{
		{"editors", []string{"*~", "#*#", "*.swp", "*.swo", "*.bak", "*.backup", "*.orig", "*.rej", "*.old", "*.tmp", "*.temp", "__pycache__", "node_modules"}},
		{"word processors", []string{"~$*", "~wrl*.tmp", "*.wbk", "*.asd"}},
		{"downloads", []string{"*.part", "*.partial", "*.crdownload", "*.download", "*.opdownload", "*.!ut", "*.aria2"}},
		{"sync programs", []string{"~syncthing~*", "*.!sync", "*.tmp.drivedownload", "*.tmp.driveupload", "*.nc-tmp", "icon\r"}},
		{"systems", []string{"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "__macosx", "@eadir"}},
	}
}

// Published returns the names with a dot in front that are read all the same: files that hosts look for.
func Published() []string { return []string{".well-known", ".htaccess", ".nojekyll", ".domains"} }

// ignored reports whether a name is one that programs leave behind, or is hidden on purpose.
func ignored(name string) bool {
	if strings.HasPrefix(name, ".") {
		return !slices.Contains(Published(), name)
	}
	if ordinary(name) {
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

// ordinary reports whether a name is of one of the kinds of file that a site has many of, none of which is litter. There may be tens of
// thousands.
func ordinary(name string) bool {
	switch path.Ext(name) {
	case ".md", ".toml", ".jpg", ".png", ".svg", ".html":
		return !strings.ContainsAny(name[:1], "#~$")
	}
	return false
}

// embeds reports whether a file of the top of a folder is the Go file that embeds the folder in a program.
func embeds(folder, name string) bool {
	return (folder == Content || folder == Templates) && path.Ext(name) == ".go"
}
