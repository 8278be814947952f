package site_test

import (
	"testing"

	"github.com/legpress/legpress/generator/site"
)

// The table says everything of every output, and nothing that contradicts itself.
func TestOutputs(t *testing.T) {
	names := map[string]bool{}
	for o := range site.Outputs {
		p := &site.Page{Output: o, URL: o.Of("/x/")}
		if o.String() == "" || o.Owner() == 0 || p.MediaType() == "" {
			t.Errorf("output %d lacks its row: name %q, owner %d, media type %q", o, o, o.Owner(), p.MediaType())
		}
		if names[o.String()] {
			t.Errorf("two outputs are called %s", o)
		}
		names[o.String()] = true
		if !o.IsHTML() && (p.Listed() || o.Found()) {
			t.Errorf("%s: listed %v, found %v, and no reader sees it", o, p.Listed(), o.Found())
		}
	}
}

// A site that has something of everything has every output; the whole guide is printed and none of its pages.
func TestEveryOutput(t *testing.T) {
	s := join(t, site.Options{},
		"content/articles/a.md", article("A", "2026-01-01", `aliases = ["/old/"]`, `tags = ["rest"]`),
		"content/exercises/squat.toml", squat+"[[pose]]\nlabel = \"Stand\"\nground = [\"feet\"]\n",
		"content/moved.toml", "\"/feed.xml\" = \"/rss.xml\"\n",
		"content/pages/club.md", page("Club"),
		"content/plans/p.toml", "start = 2026-03-09\n"+plan,
		"content/runners/new.toml", runner,
	)
	has := map[site.Output]bool{site.BookPage: true}
	for _, p := range s.Pages {
		has[p.Output] = true
	}
	for o := range site.Outputs {
		if !has[o] {
			t.Errorf("nothing adds the output %s", o)
		}
	}
}

// Where other websites' scripts run, nothing of a reader's is kept: there is no programme to follow.
func TestNothingFollowed(t *testing.T) {
	files := []string{"content/exercises/squat.toml", squat, "content/plans/p.toml", plan, "content/runners/new.toml", runner}
	address := site.FollowFile.Of("/plans/p/new/")
	if join(t, site.Options{}, files...).PageAt(address) == nil {
		t.Errorf("there is nothing at %s", address)
	}
	outside := "[outside]\nscripts = [\"https://stats.example.org/\"]\n"
	if s := join(t, site.Options{}, append(files, "content/site.toml", outside)...); s.PageAt(address) != nil {
		t.Errorf("%s is there beside scripts of another website", address)
	}
}
