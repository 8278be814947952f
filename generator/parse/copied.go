package parse

import (
	"strings"

	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/source"
)

// IsCopied reports whether a file below content/ is copied as it is: all files in static/ are, elsewhere those that are not .md or .toml.
func IsCopied(f source.File) bool {
	return Folder(f.Path) == StaticFolder || f.Ext() != ".md" && f.Ext() != ".toml"
}

// CopyURL returns the address of a copied file: content/static/CNAME is /CNAME, content/articles/2026-01-01-a/b.jpg is
// /articles/a/b.jpg, content/pages/map.png is /map.png.
func CopyURL(file string) string {
	if rest, ok := strings.CutPrefix(file, StaticFolder+"/"); ok {
		return "/" + rest
	}
	rest := strings.TrimPrefix(file, source.Content+"/")
	rest = strings.TrimPrefix(rest, "pages/")
	parts := strings.Split(rest, "/")
	for i, part := range parts[:len(parts)-1] {
		if _, name, found := cutDate(part); found {
			parts[i] = name
		}
	}
	return "/" + strings.Join(parts, "/")
}

// mostNames is the size in bytes up to which copied pages and stylesheets are searched for names of other files. Nobody writes larger ones
// by hand.
const mostNames = 1 << 20

// readNames reads the tags of a copied page, and the addresses in a copied stylesheet.
func (p *Parser) readNames(out *File) {
	f := out.File
	isPage, isStyle := f.Ext() == ".html" || f.Ext() == ".htm", f.Ext() == ".css"
	if !isPage && !isStyle || f.Size > mostNames {
		return
	}
	data, err := p.read(f.OnDisk())
	switch places := rawhtml.Places(f.Path, data); {
	case err != nil: // who copies it says what is wrong
	case isStyle:
		out.Styles = rawhtml.StyleAddresses(data, places)
	default:
		out.Tags = rawhtml.Tags(data, places)
	}
}
