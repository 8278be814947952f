package main

import (
	"strings"
	"testing"
)

// TestChoice: what is asked is asked again until the answer is one of those that are listed.
func TestChoice(t *testing.T) {
	ids, names := []string{"first", "second"}, []string{"First weeks", "Second weeks"}
	for _, test := range []struct {
		typed, want string
		asked       int
	}{
		{"2\n", "second", 1},
		{"first\n", "first", 1},
		{"\n3\nx\n 1 \n2\n", "first", 4},
		{"", "", 1},
		{"9\n", "", 2},
	} {
		var out strings.Builder
		got, err := choice(t.Context(), strings.NewReader(test.typed), &out, "plan", ids, names, "")
		if got != test.want || (err != nil) != (test.want == "") {
			t.Errorf("%q chooses %q, %v", test.typed, got, err)
		}
		if !strings.Contains(out.String(), "2  Second weeks (second)") || strings.Count(out.String(), "Which plan?") != test.asked {
			t.Errorf("%q is asked for with\n%s", test.typed, out.String())
		}
	}
}
