package parse

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
)

// TestReadNames compares what is read of files that are copied as they are; large ones are not even opened.
func TestReadNames(t *testing.T) {
	for _, test := range []struct {
		file, text string
		size       int64
		want       string
	}{
		{"content/static/a.css", "@import 'b.css';\nä { b: url( c.png ) }", 10, "b.css true 1:9:7 c.png false 2:9:12"},
		{"content/articles/2026-01-02-x/A.CSS", "@IMPORT url(b.css)", mostNames, "b.css true 1:9:10"},
		{"content/static/a.css", "a { b: url(c.png", 10, "c.png false 1:8:9"},
		{"content/static/a.css", "@import 'b.css'", mostNames + 1, ""},
		{"content/static/a.txt", "@import 'b.css'", 10, ""},
		{"content/static/a.html", "<i><b>", 10, "<i> <b>"},
		{"content/static/a.htm", "<i>", mostNames + 1, ""},
	} {
		opened := false
		parser := New(&Settings{Language: "en", Zone: time.UTC}, markdown.Words{}, func(string) (io.ReadCloser, error) {
			opened = true
			return io.NopCloser(strings.NewReader(test.text)), nil
		})
		read := parser.Parse(source.File{Path: test.file, Size: test.size})
		var got []string
		for _, s := range read.Styles {
			got = append(got, fmt.Sprintf("%s %v %d:%d:%d", s.Address, s.Imported, s.Pos.Line, s.Pos.Column, s.Pos.Length))
		}
		for _, tag := range read.Tags {
			got = append(got, "<"+tag.Name+">")
		}
		if s := strings.Join(got, " "); s != test.want || opened != (test.want != "") {
			t.Errorf("%s of %d bytes: %s (opened: %v), want %s", test.file, test.size, s, opened, test.want)
		}
	}
}
