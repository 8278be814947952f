package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rsc.io/qr"
)

// The code in the terminal has the modules that it ought to have, with four of quiet around them.
func TestHalfBlocks(t *testing.T) {
	code, err := qr.Encode("http://192.168.178.20:1414/", qr.M)
	if err != nil {
		t.Fatal(err)
	}
	for _, colour := range []bool{true, false} {
		testHalfBlocks(t, code, colour)
	}
}

func testHalfBlocks(t *testing.T, code *qr.Code, colour bool) {
	lines := strings.Split(strings.TrimSuffix(halfBlocks(code, colour), "\n"), "\n")
	if want := (code.Size + 9) / 2; len(lines) != want {
		t.Fatalf("%d lines, want %d", len(lines), want)
	}
	for n, line := range lines {
		if coloured := strings.Contains(line, "\x1b"); coloured != colour {
			t.Errorf("line %d: colour is %v", n, coloured)
		}
		line = strings.TrimSuffix(strings.TrimPrefix(line, "\x1b[30;107m"), "\x1b[0m")
		if got := utf8.RuneCountInString(line); got != code.Size+8 {
			t.Fatalf("line %d is %d wide, want %d", n, got, code.Size+8)
		}
		for x, block := range []rune(line) {
			upper, lower := block == '█' || block == '▀', block == '█' || block == '▄'
			if upper != (code.Black(x-4, 2*n-4) == colour) || lower != (code.Black(x-4, 2*n-3) == colour) {
				t.Errorf("line %d, column %d: %q", n, x, block)
			}
		}
	}
}
