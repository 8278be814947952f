package generator

import (
	"slices"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
)

// Ahead says what [Check] would find in a site after a change of its files, and does not find now: errors and warnings, but for those of
// rendering single pages. Texts are the files as they would be, gone those that would not be there, and moved the new names of others; all
// by their paths.
func Ahead(o Options, texts map[string][]byte, gone []string, moved map[string]string) (diag.List, error) {
	loader, err := Open(o)
	if err != nil {
		return nil, err
	}
	defer loader.Close()
	now, err := loader.Load(o.Now)
	if err != nil {
		return nil, err
	}
	known := map[diag.Problem]bool{}
	for _, p := range now.Problems {
		known[unplaced(p, moved)] = true
	}
	then, err := loader.load(inputs{snapshot: changed(now.Snapshot, texts, gone, moved), links: loader.last.links}, o.Now, time.Now())
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(then.Problems), func(p diag.Problem) bool { return p.Severity == diag.Note || known[unplaced(p, nil)] }), nil
}

// unplaced returns what a problem says of a file, by its new name if it has one, wherever in it that is.
func unplaced(p diag.Problem, moved map[string]string) diag.Problem {
	file := p.File
	if to, ok := moved[file]; ok {
		file = to
	}
	p.Position = diag.Position{File: file}
	return p
}

// changed returns the files of a snapshot after a change.
func changed(s *source.Snapshot, texts map[string][]byte, gone []string, moved map[string]string) *source.Snapshot {
	var files []source.File
	for _, f := range s.Files() {
		if to, ok := moved[f.Path]; ok {
			f = f.At(to)
		}
		if _, written := texts[f.Path]; !written && !slices.Contains(gone, f.Path) {
			files = append(files, f)
		}
	}
	for path, data := range texts {
		files = append(files, source.File{Path: path, Data: data, Size: int64(len(data))})
	}
	return source.New(files)
}
