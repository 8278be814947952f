package site

import (
	"cmp"
	"slices"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/webfont"
)

// Copied is a file that is copied as it is or, where it is a photo, a variant of it.
type Copied struct {
	URL     string
	File    source.File
	Size    parse.Size             // of a picture, where it is known
	Tags    []rawhtml.Tag          // of a page that is copied as it is
	Styles  []rawhtml.StyleAddress // of a stylesheet that is copied as it is
	Photo   *picture.Photo         // nil for what is copied as it is
	Variant picture.Variant        // of the photo
	Font    *webfont.Font          // of a font for the web
	Letters *card.Letters          // of a font for cards
	Fault   *picture.Fault         // why a picture cannot be used; nil where it can
	Shown   diag.Position          // of the first place where a page shows the picture; zero where none does

	SaysWhere bool      // it is published as it is, and says where it was made
	Withheld  *Withheld // why the file is not published; nil where it is
}

// copiedFiles returns the files that are neither texts nor definitions, by their paths.
func copiedFiles(files []*parse.File) []Copied {
	var list []Copied
	for _, f := range files {
		if !f.IsText() {
			list = append(list, Copied{
				URL: parse.CopyURL(f.File.Path), File: f.File, Size: f.Size, Photo: f.Photo, Font: f.Font, Letters: f.Letters, Fault: f.Fault, SaysWhere: f.SaysWhere, Tags: f.Tags, Styles: f.Styles,
			})
		}
	}
	slices.SortFunc(list, func(a, b Copied) int { return cmp.Compare(a.File.Path, b.File.Path) })
	return list
}

// Withheld is a file below content/ that is not published.
type Withheld struct {
	File   source.File
	Reason WithheldReason
	Of     string // the file of the hidden text that it belongs to, or the file or folder whose copy it is
	Copy   string // of a conflict copy: the file itself, or the folder around it that is one
}

// WithheldReason says why a file is not published.
type WithheldReason string

const (
	Unused       WithheldReason = "unused"        // no page uses it
	OfHidden     WithheldReason = "hidden"        // what it belongs to is hidden itself
	ConflictCopy WithheldReason = "conflict-copy" // it is a copy of the file beside it, by its name
)

// FileCounts are how many files of the content beside the texts and definitions are published, and how many are not, by the reason.
type FileCounts struct {
	Public   int
	Withheld map[WithheldReason]int
}

// FileCounts counts the files of the content.
func (s *Site) FileCounts() FileCounts {
	counts := FileCounts{Withheld: map[WithheldReason]int{}}
	last := ""
	for _, f := range s.Files { // the variants of a photo follow one another
		if f.File.Path != last {
			counts.Public++
			last = f.File.Path
		}
	}
	for _, w := range s.Withheld {
		counts.Withheld[w.Reason]++
	}
	return counts
}

// Public reports whether the file is published, or variants of it.
func (c *Copied) Public() bool { return c.Withheld == nil }

// fileIndex finds the files of the content that are neither texts nor definitions.
type fileIndex struct {
	byPath map[string]*Copied // published or not
	byURL  map[string]*Copied // likewise; what is not published by the address that it would have
	public map[string]*Copied // what is published, by its address
}

// newFileIndex returns the index of all copied files, and of those that are published, variants of photos among them.
func newFileIndex(all, public []Copied) fileIndex {
	x := fileIndex{byPath: map[string]*Copied{}, byURL: map[string]*Copied{}, public: map[string]*Copied{}}
	for i := range all {
		x.byPath[all[i].File.Path], x.byURL[all[i].URL] = &all[i], &all[i]
	}
	for i := range public {
		x.public[public[i].URL] = &public[i]
	}
	return x
}

// CopiedAt returns the copied file at an address, or nil.
func (s *Site) CopiedAt(url string) *Copied { return s.files.public[url] }

// CopiedFrom returns what a file is copied as, or nil.
func (s *Site) CopiedFrom(file string) *Copied { return s.files.byPath[file] }
