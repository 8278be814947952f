package markdown

import "testing"

func TestPlainMarkup(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"A **strong** start", "**strong**"},
		{"Why *you* lift", "*you*"},
		{"(*really*), he said", "*really*"},
		{"Sit *down*.", "*down*"},
		{"__Two__ days", "__Two__"},
		{"~~Three~~ two days", "~~Three~~"},
		{"The `build` command", ""},
		{"See [the plan](plan:first).", "[the plan](plan:first)"},
		{"![](exercise:squat)", "![](exercise:squat)"},
		{"See [[Squat]]", "[[Squat]]"},
		{"## Title", "##"},
		{"A <b>strong</b> start", "<b>"},
		{"Line<br/>break", "<br/>"},
		{"Runners &amp; lifters", "&amp;"},
		{"3*8*20kg and 8~12", ""},
		{"3**8**20", ""},
		{"10~~12~~14", ""},
		{"4*BW and 6*BW", ""},
		{"Prices may change*", ""},
		{"5 < 8 and 9 > 3", ""},
		{"R&D, AT&T; Q & A", ""},
		{"#1 for runners", ""},
		{"snake__case__name", "__case__"},
		{"A list [1] (see below)", ""},
		{"", ""},
	} {
		if got := PlainMarkup(test.line); got != test.want {
			t.Errorf("%q: got %q, want %q", test.line, got, test.want)
		}
	}
}
