package site

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// This file finds conflict copies. Programs that sync folders, file managers and browsers make one where there is a file of the same name
// already, and mark its name. A file whose name differs from that of another in capitals alone is taken for one, too.

// copyMark is how a program marks the name of a copy.
type copyMark struct {
	name *regexp.Regexp // matches a file's name without extension, or a folder's; the first group is the original's name
	sure bool           // only programs give such a name
}

var copyMarks = []copyMark{
	// Dropbox, Nextcloud, Box, Seafile, pCloud: "plan (Anna's conflicted copy 2026-11-28)", in the language of the system.
	{regexp.MustCompile(`(?i)^(.+?)[ _]*[(\[][^()\[\]]*(?:conflict|konflikt|conflit|conflitt|conflito)[^()\[\]]*[)\]]$`), true},
	// Syncthing: "plan.sync-conflict-20261128-101500-ABCDEFG".
	{regexp.MustCompile(`(?i)^(.+?)[._-]sync-conflict-.+$`), true},
	// ownCloud: "plan_conflict-20261128-101500".
	{regexp.MustCompile(`(?i)^(.+?)[_.-]conflict-[0-9]{8}(?:-[0-9]+)?$`), true},
	// Synology Drive: "plan_DiskStation_Nov-28-1015-2026_Conflict".
	{regexp.MustCompile(`(?i)^(.+?)_[^_]+_[a-z]{3}-[0-9]{2}-[0-9]{4,6}-[0-9]{4}_conflict$`), true},
	// Resilio, Unison: "plan.Conflict".
	{regexp.MustCompile(`(?i)^(.+?)[._ ]conflict(?:ed)?$`), true},
	// Browsers, Windows and Google Drive: "plan (1)"; macOS and iCloud: "plan 2".
	{regexp.MustCompile(`^(.+?) ?\([0-9]{1,3}\)$`), false},
	{regexp.MustCompile(`^(.+?) [0-9]{1,3}$`), false},
	// Windows and macOS, by hand: "plan - Copy", "plan copy 2", "Copy of plan".
	{regexp.MustCompile(`(?i)^(.+?)(?: -)? (?:copy|kopie|copie|copia|cópia)(?: ?\(?[0-9]{1,3}\)?)?$`), false},
	{regexp.MustCompile(`(?i)^(?:copy of|kopie von|kopie van|copie de|copia de|cópia de) (.+)$`), false},
	{regexp.MustCompile(`(?i)^(.+?) ?\((?:copy|kopie|copie|copia|cópia)(?: [0-9]{1,3})?\)$`), false},
	{regexp.MustCompile(`^(.+?)~[0-9]{1,3}$`), false},
	// OneDrive: "plan-DESKTOP-4F2KQ1", "plan-Annas-MacBook-Air".
	{regexp.MustCompile(`(?i)^(.+?)-(?:desktop|laptop)-[a-z0-9]{6,8}$`), false},
	{regexp.MustCompile(`^(.+?)-[A-Z0-9]*[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*$`), false},
	{regexp.MustCompile(`^(.+?)-(?:[A-Za-z0-9]+-)*(?:MacBook|iMac|Mac|PC|Laptop)(?:-[A-Za-z0-9]+)*$`), false},
}

// conflictCopy is a file or folder whose name says that it is a copy of the one beside it.
type conflictCopy struct {
	path, original string // below the site's folder
	sure           bool   // nobody but a program gives such a name
}

func (c *conflictCopy) withheld(f source.File) *Withheld {
	return &Withheld{File: f, Reason: ConflictCopy, Of: c.original, Copy: c.path}
}

// conflicts finds conflict copies among the files of a site.
type conflicts struct {
	files []*parse.File
	paths map[string]bool // of all files, and of the folders that they lie in; made when a name is suspicious
}

// of returns the conflict copy that a file is or lies in, the outermost one; nil for an ordinary file.
func (c *conflicts) of(file string) *conflictCopy {
	rest, below := strings.CutPrefix(file, source.Content+"/")
	if !below || plain(rest) {
		return nil
	}
	at := source.Content
	for name := range strings.SplitSeq(rest, "/") {
		if found := c.copyOf(at, name, at+"/"+name == file); found != nil {
			return found
		}
		at += "/" + name
	}
	if small := strings.ToLower(file); small != file && c.exists(small) {
		return &conflictCopy{path: file, original: small}
	}
	return nil
}

// withoutCopies separates the texts and definitions that are conflict copies from all other files.
func withoutCopies(files []*parse.File, copies *conflicts) (kept []*parse.File, withheld []Withheld) {
	kept = make([]*parse.File, 0, len(files))
	for _, f := range files {
		if copied := copies.of(f.File.Path); copied != nil && f.IsText() {
			withheld = append(withheld, *copied.withheld(f.File))
		} else {
			kept = append(kept, f)
		}
	}
	return kept, withheld
}

// plain reports whether no part of a path can be the name of a copy. It is quick, and true of nearly all paths.
func plain(path string) bool {
	for i := range len(path) {
		if c := path[i]; c == ' ' || c == '(' || c == '[' || c == '~' || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return !strings.Contains(path, "conflict") && !strings.Contains(path, "top-") // as in desktop-4f2kq1
}

func (c *conflicts) copyOf(folder, name string, isFile bool) *conflictCopy {
	stem, ext := name, ""
	if isFile {
		ext = path.Ext(name)
		stem = strings.TrimSuffix(name, ext)
	}
	sure := false
	for range mostMarks {
		i := slices.IndexFunc(copyMarks, func(m copyMark) bool { return m.name.MatchString(stem) })
		if i < 0 {
			return nil
		}
		stem, sure = copyMarks[i].name.FindStringSubmatch(stem)[1], sure || copyMarks[i].sure
		if original := folder + "/" + stem + ext; c.exists(original) {
			return &conflictCopy{folder + "/" + name, original, sure}
		}
	}
	return nil
}

// mostMarks is how many marks of a name are tried: a copy may have been copied, as in "plan (conflicted copy) (1)".
const mostMarks = 3

func (c *conflicts) exists(file string) bool {
	if c.paths == nil {
		c.paths = make(map[string]bool, 2*len(c.files))
		for _, p := range c.files {
			for at := p.File.Path; at != "." && !c.paths[at]; at = path.Dir(at) {
				c.paths[at] = true
			}
		}
	}
	return c.paths[file]
}
