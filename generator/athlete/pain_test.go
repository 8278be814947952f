package athlete

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training/machine"
)

// TestPainOfLifts: where every line says that it hurt, a lift without a line did not; where it is said of the visit, each lift of the session
// has a line that says so.
func TestPainOfLifts(t *testing.T) {
	p := programmeOf(starter(t), "first-eight-weeks", "only-runs")
	const head = "date,week,session,exercise,set,amount,load,effort,pain,next_day\n"
	const squats = head + "2026-12-01,1,A,goblet-squat,1,8,,,yes,\n2026-12-01,1,A,goblet-squat,2,8,,,yes,\n"
	log, problems := ReadLog("log.csv", []byte(squats), p, firstMonday())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if v := log.Visits[0]; v.Hurt || !v.Lifts[0].Hurt {
		t.Errorf("the visit hurts: %v, the squats: %v", v.Hurt, v.Lifts[0].Hurt)
	}
	if got := string(log.CSV(p)); got != squats {
		t.Errorf("written again:\n%s", got)
	}
	v := &log.Visits[0]
	v.Felt, v.Lifts[0].Felt = machine.Felt{Pain: 4}, machine.Felt{}
	want := strings.ReplaceAll(squats, "yes", "4") + "2026-12-01,1,A,bent-over-row,1,,,,4,\n2026-12-01,1,A,incline-push-up-hold,1,,,,4,\n"
	if got := string(log.CSV(p)); got != want {
		t.Errorf("a visit that hurts:\n%s\nwant\n%s", got, want)
	}
}
