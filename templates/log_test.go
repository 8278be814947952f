package templates_test

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/legpress/legpress/generator/browsertest"
)

var logRounds = flag.String("log-rounds", "25", "so many times a log is drawn for the scripts that keep it")

// The scripts that keep a log hold their laws: events in any order give the same records, a table reads back as what was written, what a
// file brings is there and nothing else is lost.
func TestLog(t *testing.T) {
	browsertest.Tool(t, "node")
	site := starter(t)
	scripts := scriptFolder(t, "events.js", "merge.js", "csv.js", "machine*.js")
	plan := filepath.Join(site, "public/plans/first-eight-weeks/only-runs/plan.json")
	browsertest.Run(t, "node", ".testdata/log.mjs", scripts, plan, "../generator/athlete/testdata", *logRounds)
}
