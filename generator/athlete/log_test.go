package athlete

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/legpress/legpress/generator/training/machine"
)

// shared is what both languages read the same log to.
type shared struct {
	Records []machine.Record `json:"records"`
	Tests   []Measured       `json:"tests"`
}

func testFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSharedLog: the log that the pages' script reads and writes as well. Spreadsheets may write it in their own way.
func TestSharedLog(t *testing.T) {
	p := programmeOf(starter(t), "first-eight-weeks", "only-runs")
	var want shared
	if err := json.Unmarshal(testFile(t, "log.json"), &want); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"log.csv", "log-excel.csv"} {
		log, problems := ReadLog(name, testFile(t, name), p, firstMonday())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if d := cmp.Diff(want, shared{log.Records(), log.Tests}, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
		if d := cmp.Diff(string(testFile(t, "log.csv")), string(log.CSV(p))); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
	}
}
