package machine

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	p := table(true)
	p.Registers[0].Start, p.Recovery = to(0), house()
	p.Lists = []List{{Name: "barbell", Unit: "kg", Weights: p.Stocks[0].Weights, Labels: p.Stocks[0].Labels}}
	p.Stocks[0].Lists = []int{0}
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(data)
	if err != nil || !reflect.DeepEqual(again, p) {
		t.Errorf("read %+v, %v", again, err)
	}
	if data, _ := json.Marshal(Programme{Stocks: []Stock{{Weights: []int{1}, Labels: []string{""}}}, Phases: []Phase{{Weeks: []Week{{}}, Sessions: []Session{{}}}}}); strings.Contains(string(data), "null") {
		t.Errorf("an empty programme has a null: %s", data)
	}
	if data, _ := json.Marshal(State{}); string(data) != `{"rung":0,"sets":[]}` {
		t.Errorf("a state without sets is %s", data)
	}
	for _, wrong := range []string{"{", `{"liftz": []}`} {
		if _, err := Read([]byte(wrong)); err == nil {
			t.Errorf("%s was read", wrong)
		}
	}
}

// TestCheck: what would lead nowhere or in a circle is not read.
func TestCheck(t *testing.T) {
	for want, change := range map[string]func(*Programme){
		"leads to state 9":        func(p *Programme) { p.Lifts[0].States[0].Up.To = 9 },
		"leads to state 1":        func(p *Programme) { p.Lifts[0].States[0].Up.Else = to(-1) },
		"asks for no more":        func(p *Programme) { p.Lifts[0].States[2].Up.On = true },
		"goes on to state 3":      func(p *Programme) { p.Lifts[0].States[0].Up.To = 3 },
		"rung 1 of 1":             func(p *Programme) { p.Lifts[0].States[0].Rung = 1 },
		"has register 1 of 1":     func(p *Programme) { p.Lifts[0].Rungs[0].Register = 1 },
		"begins in state 4 of 4":  func(p *Programme) { p.Lifts[0].Begin = 4 },
		"has stock 2 of 1":        func(p *Programme) { p.Registers[0].Stock = 2 },
		"stock 0 is of lists [1]": func(p *Programme) { p.Stocks[0].Lists = []int{1} },
		"list bar has 1 weights":  func(p *Programme) { p.Lists = []List{{Name: "bar", Weights: []int{1}}} },
		"1 weights and 0 labels":  func(p *Programme) { p.Stocks[0].Labels = nil },
		"goes on from lift 0":     func(p *Programme) { p.Lifts[0].Entry.From = to(0) },
		"has lift 1 of 1":         func(p *Programme) { p.Phases[0].Sessions[0].Lifts[0] = 1 },
		"sets of 0 times 8":       func(p *Programme) { p.Lifts[0].States[0].Sets[0].Times = 0 },
		"takes off 1000":          func(p *Programme) { p.Lifts[0].States[0].Down.Off = 1000 },
		"no week's is always":     func(p *Programme) { p.Lifts[0].States[0].Down.Always = true },
		"0 rungs":                 func(p *Programme) { p.Lifts[0].Rungs = nil },
		"more amount, or to two":  func(p *Programme) { p.Lifts[0].States[1].Up.Easy = true },
		"break leads up":          func(p *Programme) { p.Lifts[0].States[1].Break = &Edge{Load: 1} },
		"leads to state 7":        func(p *Programme) { p.Lifts[0].States[1].Break = &Edge{To: 7} },
		"leads to 0 and 3 of 3":   func(p *Programme) { p.Recovery.Pain[2].Bad = 3 },
		"leaves out -1 sets":      func(p *Programme) { p.Recovery.Runs[2].Fewer = -1 },
		"is the beginning":        func(p *Programme) { p.Recovery.Runs[0].Fewer = 1 },
		"not lead back":           func(p *Programme) { p.Recovery.Runs[3].Good = 2 },
		"14 days comes after one": func(p *Programme) { p.Recovery.Breaks[1].Days = 14 },
		"10 of 10 is no pain":     func(p *Programme) { p.Recovery.PainUpTo = 10 },
	} {
		p := goblet(to(8000), 8000)
		p.Recovery = house()
		change(p)
		if err := p.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
