// Package output puts a site's files into the public folder, all of them or none.
//
// In go paths and bytes, in any order and from any number of goroutines; they are staged inside the folder and nothing that
// is served changes until Commit, which moves them to their places, deletes what an earlier build wrote and this one did not,
// and writes the manifest last. Files that are not ours stay. Files that would not change are not written and keep their
// time stamps; where no file would change, nothing is written.
//
// # The folder .legpress
//
// What the package keeps for itself lies in .legpress inside the public folder, because a rename never crosses a file system
// there and one [os.Root] on the public folder covers everything that is read, written and deleted.
//
//	.legpress/manifest.json        what the last build wrote: the SHA-256 of each path with the SHA-256 of its bytes
//	.legpress/stage-X/             the staging folder of one build; the next Open removes that of a build that was killed
//	.legpress/stage-X/N            a staged file, or a staged folder with all that goes into it
//	.legpress/stage-X/manifest.json  the manifest of this build, until Commit renames it to the one above
//
// The public folder is uploaded as it is, and some pages are only for those who were told their addresses. So the manifest holds no
// paths. The digest of a path is enough to ask whether a file is ours. To delete a file that the site no longer has, Commit looks
// through the whole folder for its digest, and does so only where there is something to delete. Earlier versions wrote paths
// (format 1); the next Commit replaces such a manifest. A killed build leaves its staged files, and the names of those in new
// folders, until the next build; nobody can guess their address, because X is 26 random characters.
//
// A folder that does not exist yet is staged as a whole and moved with one rename. Files that pages refer to (everything but
// .html) are moved before the pages; a folder with pages in it counts as a page.
//
// # A build that is killed
//
// The new manifest is written into the staging folder before the first file moves, and renaming it to .legpress/manifest.json is the
// last thing a build does. So where Open finds a staging folder with a manifest, that build was killed while it moved files. Open
// adds to the manifest what the killed build had put in place: the files that are there with the path and the bytes that its
// manifest says. Then it removes the staging folder. Every file is whole at every moment, because it is put in place by a rename.
// The manifest is flushed to the disk; the files are not: a power cut may damage some, and the next build, which compares bytes,
// writes these again.
//
// # Files that are kept
//
// Some files take too long to make with each build: PDFs are printed by a browser. [Stage.Keep] leaves one that an earlier build
// wrote in place; what a build neither adds nor keeps is deleted. Printing only adds to the last build and keeps everything.
//
// # Whose file is it
//
// A file is ours when its path is in the manifest. It is replaced where its bytes differ, edited by hand or not. A file of ours
// that the site no longer has is deleted if its bytes are still what was written. If they are not, it is kept and reported: from
// then on it belongs to whoever edited it. What may lie in a folder that cannot be read stays in the manifest. A file that is not
// ours is an error where the site needs its path, unless it holds the
// very bytes that would be written: then it becomes ours. Links are never written through.
//
// The package does not know what is in a file, nor whether a site is good: it must not import any package of the site.
package output

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
)

// Stage collects the files of one build.
type Stage struct {
	root        *os.Root                 // the public folder
	dirs        *dirCache                // the same, for looking at what is there; used until something changes
	name        string                   // of the public folder, as the author wrote it: for messages
	madeFolders []string                 // the folders that Open made, outermost first
	unlock      unlocker                 // unlocks the folder for the next build, and closes it
	topNames    map[string]bool          // what Open found at the top of the public folder, in small letters
	previous    manifest                 // what earlier builds wrote; not changed after Open
	namesPaths  bool                     // previous was read from a manifest that names paths
	folded      func() map[digest]digest // of previous, see manifest.byFold
	staging     *stagingDir

	mu              sync.Mutex
	done            bool              // Commit or Discard was called
	firstError      error             // the first file that could not be staged
	systemFailure   error             // the first failure of the machine: the disk is full, for instance
	files           map[string]file   // of this build, by path
	folders         map[string]string // each folder of this build, with one file in it
	existing        map[string]bool   // whether the public folder has a folder, for each one that was looked up
	replacedFolders []string          // folders in whose place a file must go
	moves           map[string]*move  // what is staged, by the path to which it is moved
	left            []string          // see Result
	kept            map[string]bool   // files of earlier builds that stay unless this one adds one for their path
	keepAll         bool              // all files of earlier builds stay
}

// file is one file of the site.
type file struct {
	hash   digest // of its bytes
	size   int64  // bytes
	staged bool   // false: the public folder has it already
}

// move is a staged file, or a staged folder with all that is in it.
type move struct {
	name  string // in the stage
	to    string // path in the public folder
	pages bool   // there is a page in it: it is moved last
}

// Result says what a build did to the public folder.
type Result struct {
	Written   int
	Unchanged int
	Deleted   int
	Bytes     int64    // of all files of the site
	Kept      []string // files that the site no longer has, but which were changed by hand since Legpress wrote them; sorted
	Left      []string // staging folders that cannot be removed, as where another program holds a file of them open; later builds try again
}

// Add stages a file. The path is slash-separated and relative to the public folder; data is not kept. Add may be called from
// several goroutines. After an error the build can only be discarded. Once the machine has failed, as when the disk is full, every
// later call returns that same error.
func (s *Stage) Add(path string, data []byte) error {
	return s.put(path, whole(data))
}

// Copy stages a file that is too large for memory, read from r to its end. Like Add it writes nothing where the public folder
// has the same bytes already.
func (s *Stage) Copy(path string, r io.Reader) error {
	return s.put(path, newStream(r))
}

func (s *Stage) put(path string, c content) error {
	if err := s.failedSystem(); err != nil {
		return err
	}
	err := s.stage(path, c)
	if err == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.firstError == nil {
		s.firstError = err
	}
	var b systemError
	if s.systemFailure == nil && errors.As(err, &b) {
		s.systemFailure = err
	}
	return cmp.Or(s.systemFailure, err)
}

// failedSystem returns the failure of the machine after which no more files are staged; nil if there was none.
func (s *Stage) failedSystem() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.systemFailure
}

func (s *Stage) stage(path string, c content) error {
	if err := s.claim(path); err != nil {
		return err
	}
	existing, size, err := s.openExisting(path)
	if err != nil {
		return err
	}
	if existing != nil {
		defer existing.Close()
		same, err := c.same(existing, size)
		if err != nil {
			return s.pathError("comparing", path, err)
		}
		if same {
			s.record(path, c, false)
			return nil
		}
		if !s.previous.has(path) {
			return userErrorf("%s is not a file that Legpress wrote. Move it or rename the page.", s.shownPath(path))
		}
	}
	if err := s.write(path, c, existing); err != nil {
		return s.pathError("writing", path, err)
	}
	s.record(path, c, true)
	return nil
}

// claim reserves a path and the folders around it for a file of this build. Two files for one path are an error, and so is a file
// that would also have to be a folder.
func (s *Stage) claim(p string) error {
	if err := checkPath(p); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return errDone
	}
	if _, twice := s.files[p]; twice {
		return userErrorf("the site has two files for the one address %s. Rename one of them.", p)
	}
	if inside, clash := s.folders[p]; clash {
		return userErrorf("%s cannot be a file and also the folder of %s. Rename one of them.", p, inside)
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if _, clash := s.files[dir]; clash {
			return userErrorf("%s cannot be a file and also the folder of %s. Rename one of them.", dir, p)
		}
		if s.folders[dir] != "" {
			break
		}
		s.folders[dir] = p
	}
	s.files[p] = file{}
	return nil
}

// write writes the content into the staging folder; existing is the file that c was compared with, or nil.
func (s *Stage) write(path string, c content, existing *os.File) error {
	name, err := s.stagedName(path)
	if err != nil {
		return err
	}
	f, err := s.staging.create(name)
	if err != nil {
		return err
	}
	return errors.Join(c.write(f, existing), f.Close())
}

// stagedName returns the path of a file in the staging folder: a number of its own, or a path in the outermost of its folders that
// the public folder does not have yet, which is then moved as a whole.
func (s *Stage) stagedName(p string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	top := p
	for dir := path.Dir(p); ; dir = path.Dir(dir) {
		there, err := s.folderExists(dir)
		if err != nil {
			return "", err
		}
		if there {
			break
		}
		top = dir
	}
	m := s.moves[top]
	if m == nil {
		m = &move{name: strconv.Itoa(len(s.moves)), to: top}
		s.moves[top] = m
	}
	m.pages = m.pages || strings.HasSuffix(p, ".html")
	return m.name + p[len(top):], nil
}

// record notes a file that is staged or unchanged.
func (s *Stage) record(path string, c content, staged bool) {
	hash, size := c.sum()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = file{hash, size, staged}
}

// Discard removes what was staged; the public folder is as it was. It does nothing after Commit.
func (s *Stage) Discard() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return nil
	}
	s.done = true
	err := explainDisk(s.staging.remove(), s.name)
	s.root.Remove(ownFolder) // fails, as it should, where there is a manifest
	return errors.Join(err, s.dirs.closeFolders(), s.unlock(s.madeFolders))
}
