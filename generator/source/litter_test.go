package source

import (
	"path"
	"strings"
	"testing"
)

// litterNames has an example of each pattern, and names that look much like it and are an author's own.
var litterNames = map[string]struct{ litter, own string }{
	"*~":                  {"plan.toml~", "~plan.md"},
	"#*#":                 {"#plan.toml#", "#1.jpg"},
	"*.swp":               {"plan.toml.swp", "swp.md"},
	"*.swo":               {"Plan.SWO", "swo"},
	"*.bak":               {"x.toml.bak", "bak.toml"},
	"*.backup":            {"site.toml.backup", "backup.md"},
	"*.orig":              {"a.md.orig", "orig.md"},
	"*.rej":               {"a.md.rej", "rej.md"},
	"*.old":               {"a.md.OLD", "old.md"},
	"*.tmp":               {"a.md.tmp", "tmp.md"},
	"*.temp":              {"a.temp", "temp.md"},
	"__pycache__":         {"__pycache__", "__pycache__.md"},
	"node_modules":        {"node_modules", "node_modules.md"},
	"~$*":                 {"~$letter.docx", "$letter.docx"},
	"~wrl*.tmp":           {"~WRL0001.tmp", "wrl.txt"},
	"*.wbk":               {"Backup of letter.wbk", "wbk.md"},
	"*.asd":               {"AutoRecovery save of a.asd", "asd.md"},
	"*.part":              {"foo.md.part", "part.md"},
	"*.partial":           {"a.pdf.partial", "partial.pdf"},
	"*.crdownload":        {"Unconfirmed 1234.crdownload", "crdownload.md"},
	"*.download":          {"a.pdf.download", "download.pdf"},
	"*.opdownload":        {"a.pdf.opdownload", "opdownload.pdf"},
	"*.!ut":               {"a.mp4.!ut", "ut.mp4"},
	"*.aria2":             {"a.mp4.aria2", "aria2.mp4"},
	"~syncthing~*":        {"~syncthing~a.md.tmp", "syncthing.md"},
	"*.!sync":             {"a.jpg.!sync", "sync.jpg"},
	"*.tmp.drivedownload": {"1234.tmp.drivedownload", "drivedownload.md"},
	"*.tmp.driveupload":   {"1234.tmp.driveupload", "driveupload.md"},
	"*.nc-tmp":            {"a.nc-tmp", "nc-tmp.md"},
	"icon\r":              {"Icon\r", "icon.png"},
	"thumbs.db":           {"Thumbs.db", "thumbs.jpg"},
	"ehthumbs.db":         {"ehthumbs.db", "thumbs.md"},
	"desktop.ini":         {"Desktop.ini", "desktop.md"},
	"$recycle.bin":        {"$RECYCLE.BIN", "recycle.bin"},
	"__macosx":            {"__MACOSX", "macosx.md"},
	"@eadir":              {"@eaDir", "eadir.md"},
}

func TestKnownLitter(t *testing.T) {
	patterns := 0
	for _, l := range KnownLitter() {
		for _, p := range l.Patterns {
			patterns++
			names, known := litterNames[p]
			if !known {
				t.Errorf("%s: %q has no example", l.By, p)
				continue
			}
			if ok, err := path.Match(p, strings.ToLower(names.litter)); !ok || err != nil {
				t.Errorf("%q does not match its own example %q", p, names.litter)
			}
			if !ignored(names.litter) {
				t.Errorf("%q is read", names.litter)
			}
			if ignored(names.own) {
				t.Errorf("%q is passed over", names.own)
			}
		}
	}
	if patterns != len(litterNames) {
		t.Errorf("%d patterns, %d examples", patterns, len(litterNames))
	}
}

func TestNamesWithDot(t *testing.T) {
	for _, name := range []string{".DS_Store", ".~lock.letter.odt#", "._a.jpg", ".a.md.swp", ".git", ".obsidian", ".env", ".stfolder", ".dropbox", ".nfs0001"} {
		if !ignored(name) {
			t.Errorf("%q is read", name)
		}
	}
	for _, name := range Published() {
		if ignored(name) {
			t.Errorf("%q is passed over", name)
		}
	}
}

// The program that carries a site has a Go file beside it; one that lies deeper is a file like any other.
func TestGoFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"content/content.go": "", "templates/templates.go": "", "content/articles/x.go": "x"})
	tree, s, _ := read(t, dir)
	if files := s.Files(); len(files) != 1 || files[0].Path != "content/articles/x.go" {
		t.Errorf("files: %+v", files)
	}
	looked, _, err := tree.Look([]string{"content/content.go"})
	if err != nil || len(looked.Files()) != 1 {
		t.Errorf("after a look: %+v, %v", looked.Files(), err)
	}
}
