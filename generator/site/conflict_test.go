package site

import (
	"testing"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

func TestConflictCopies(t *testing.T) {
	for _, c := range []struct {
		file   string
		beside string // a file or folder beside it
		copied string // what the file, or a folder around it, is taken for a copy of; "" for an ordinary file
	}{
		{"plans/a (conflicted copy 2026-11-28).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (Anna's conflicted copy 2026-11-28).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (Anna's conflicted copy 2026-11-28) (1).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a copy 2 (1).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (Konfliktkopie von Anna 2026-11-28).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (Copie en conflit de Anna 2026-11-28).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (copia en conflicto de Anna 2026-11-28).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (SFConflict anna@example.org 2026-11-28-10-15-00).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a [conflicted].toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a.sync-conflict-20261128-101500-ABCDEFG.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a_conflict-20261128-101500.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a_DiskStation_Nov-28-1015-2026_Conflict.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (1).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a(2).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a 2.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a 12.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a copy.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a copy 2.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a - Copy.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a - Copy (2).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a - Kopie.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a – Kopie.toml", "plans/a.toml", ""},
		{"plans/Copy of a.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/Kopie von a.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a-DESKTOP-4F2KQ1.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a-ANNASPC.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a-Annas-MacBook-Air.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a-Annas-MBP.toml", "plans/a.toml", ""},
		{"plans/a-desktop-ab12cde.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a-desktop-gym.toml", "plans/a.toml", ""},
		{"plans/a_conflict.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a.conflict.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a-conflict-20261128.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a_desktop_jan-01-120000-2026_conflict.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (Kopie).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a (copy 2).toml", "plans/a.toml", "plans/a.toml"},
		{"plans/a~1.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/team-conflict.toml", "plans/team.toml", ""},
		{"plans/a-copy.toml", "plans/a.toml", ""},
		{"plans/first-eight.toml", "plans/first.toml", ""},
		{"plans/first-8.toml", "plans/first.toml", ""},
		{"plans/first8.toml", "plans/first.toml", ""},
		{"plans/a (2).toml", "plans/b.toml", ""},
		{"plans/a (2).toml", "runners/a.toml", ""},
		{"plans/a (2).svg", "plans/a.toml", ""},
		{"plans/no-conflict.toml", "plans/no.toml", ""},
		{"plans/a (easy).toml", "plans/a.toml", ""},
		{"plans/A.toml", "plans/a.toml", "plans/a.toml"},
		{"plans/A.toml", "runners/a.toml", ""},
		{"articles/start 2/index.md", "articles/start/index.md", "articles/start"},
		{"articles/start (1)/a.svg", "articles/start/index.md", "articles/start"},
		{"articles/v1.2 (1)/a.svg", "articles/v1.2/index.md", "articles/v1.2"},
		{"articles/start/a 2.svg", "articles/start/a.svg", "articles/start/a.svg"},
	} {
		copies := &conflicts{files: []*parse.File{
			{File: source.File{Path: "content/" + c.file}}, {File: source.File{Path: "content/" + c.beside}},
		}}
		got := ""
		if found := copies.of("content/" + c.file); found != nil {
			got = found.original[len("content/"):]
		}
		if got != c.copied {
			t.Errorf("%s beside %s: a copy of %q, want %q", c.file, c.beside, got, c.copied)
		}
		if found := copies.of("content/" + c.beside); found != nil {
			t.Errorf("%s is taken for a copy of %s", c.beside, found.original)
		}
	}
}
