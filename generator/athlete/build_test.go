package athlete

import (
	"sync"
	"testing"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/training/progression"
)

var (
	reading sync.Once
	read    *site.Site
)

// starter returns the starter site, which is read once for all tests.
func starter(t testing.TB) *site.Site {
	t.Helper()
	reading.Do(func() {
		dir := t.TempDir()
		sitetest.WriteStarter(t, dir)
		loader, err := generator.Open(sitetest.Options(dir))
		if err != nil {
			t.Fatal(err)
		}
		defer loader.Close()
		r, err := loader.Load(sitetest.Now())
		if err != nil || !r.Sound() {
			t.Fatal(err, r.Problems)
		}
		read = r.Site
	})
	if read == nil {
		t.Fatal("the starter site could not be read")
	}
	return read
}

func programmeOf(s *site.Site, plan, runner string) *progression.Programme {
	for _, p := range s.Plan(plan).Programmes {
		if p.Runner.ID == runner {
			return p.Projection
		}
	}
	return nil
}

// firstMonday is the one of the shared log.
func firstMonday() time.Time { return time.Date(2026, time.November, 30, 0, 0, 0, 0, time.UTC) }
