// Package output puts a site's files into the public folder, all of them or none.
//
// In go paths and bytes, in any order and from any number of goroutines; they are staged inside the folder and nothing that
// is served changes until Commit, which renames file by file, deletes what an earlier build wrote and this one did not, and
// writes the manifest last. Files that are not ours stay. Files that would not change are not written.
package output

import "io"

// Stage collects the files of one build.
type Stage struct{}

// Result says what a build did to the public folder.
type Result struct {
	Written   int
	Unchanged int
	Deleted   int
	Bytes     int64 // of all files of the site
}

// Open takes hold of the folder out for a build of the site in the folder site. An error says in words why it may not be used.
func Open(site, out string) (*Stage, error) { panic("being written") }

// Add stages a file. It may be called from several goroutines.
func (s *Stage) Add(path string, data []byte) error { panic("being written") }

// Copy stages a file that is too large to hold, read from r to its end.
func (s *Stage) Copy(path string, r io.Reader) error { panic("being written") }

// Commit puts everything in place.
func (s *Stage) Commit() (Result, error) { panic("being written") }

// Discard forgets what was staged; the folder is as it was. It does nothing after Commit.
func (s *Stage) Discard() error { panic("being written") }
