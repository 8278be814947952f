// Package output puts a site's files into the public folder, all of them or none.
//
// In go paths and bytes, in any order and from any number of goroutines; they are staged inside the folder and nothing that
// is served changes until Commit, which moves them to their places, deletes what an earlier build wrote and this one did not,
// and writes the manifest last. Files that are not ours stay. Files that would not change are not written and keep their
// time stamps; where nothing at all would change, nothing at all is written.
//
// # The folder .legpress
//
// What the package keeps for itself lies in .legpress inside the public folder, because a rename never crosses a file system
// there and one [os.Root] on the public folder covers everything that is read, written and deleted.
//
//	.legpress/manifest.json        what the last build wrote: the SHA-256 of each path with the SHA-256 of its bytes
//	.legpress/stage-X/             one build in the making; removed by the next Open when the build was killed
//	.legpress/stage-X/N            a file, or a folder with all that goes into it, on its way to its place
//	.legpress/stage-X/manifest.json  the manifest that is about to hold
//
// The public folder is uploaded as it is, and some pages are for those alone who were told their addresses. So the manifest holds no
// paths: whether a file is ours is asked by its path, and to delete what a site no longer has, Commit looks through the folder for
// it, which it does only if there is something to delete. Earlier versions wrote paths (format 1); the next Commit replaces that
// manifest. A build that is killed leaves its stage, and in it the files that it had staged and the names of those in new folders,
// but none of the folders around; they stay until the next build, under a name of 26 random characters that nobody can guess.
//
// A folder that does not exist yet is staged as a whole and moved with one rename. Files that pages refer to (everything but
// .html) are moved before the pages; a folder with pages in it counts as a page.
//
// # A build that is killed
//
// The new manifest is written into the stage before the first file moves, and its rename to .legpress/manifest.json is the
// last thing a build does. So a stage that is found with a manifest in it was killed while it moved files: Open adds to the
// record what that build put in place (a file whose path is in its manifest and whose bytes have the hash that stands there) and
// removes the stage. Every file is whole at every moment, because it comes into place by a rename. The manifest is flushed to the disk;
// the files are not: a power cut may damage some, and the next build, which compares bytes, writes these again.
//
// # Files that are kept
//
// Some files cost too much to make them anew with each build: PDFs are printed by a browser. [Stage.Keep] lets one that an
// earlier build wrote stay as it is, and it goes on being ours; what a build neither adds nor keeps is deleted. Something that
// only adds to the last build, as printing does, keeps everything.
//
// # Whose file is it
//
// A file is ours when its path is in the manifest. Ours are replaced where the bytes differ, edited by hand or not. One
// that the site no longer has is deleted if its bytes are still what we wrote, and otherwise kept and reported: from then on
// it belongs to whoever edited it. What may lie in a folder that cannot be read stays in the manifest. A file that is not ours is an error where the site needs its path, unless it holds the
// very bytes that would be written: then it becomes ours. Links are never written through.
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
	root   *os.Root                 // the public folder
	reach  *reach                   // the same, to look at what stands in it; used until something changes
	name   string                   // of the public folder, as the author wrote it: for messages
	made   []string                 // the folders that Open made, outermost first
	unlock unlocker                 // lets the next build in
	top    map[string]bool          // what stood in the public folder, in small letters
	old    manifest                 // what earlier builds wrote; not changed after Open
	names  bool                     // the manifest that holds names paths
	folded func() map[digest]digest // of old, see manifest.byFold
	area   *area

	mu       sync.Mutex
	done     bool              // Commit or Discard was called
	failed   error             // the first file that could not be staged
	broken   error             // the first failure of the machine: the disk is full, for instance
	files    map[string]file   // of this build, by path
	within   map[string]string // each folder of this build, with a file that lies in it
	exists   map[string]bool   // folders that were looked up in the public folder
	replaced []string          // folders that stand where a file must go
	moves    map[string]*move  // what is staged, by the path where it must go
	keep     map[string]bool   // what earlier builds wrote and stays, unless this one has a file for its path
	keepAll  bool              // all of it stays
}

// file is one file of the site.
type file struct {
	hash   digest // of its bytes
	size   int64  // bytes
	staged bool   // false: the public folder has it already
}

// move is a file or a folder in the stage.
type move struct {
	name  string // in the stage
	to    string // its place in the public folder
	pages bool   // there is a page in it
}

// Result says what a build did to the public folder.
type Result struct {
	Written   int
	Unchanged int
	Deleted   int
	Bytes     int64    // of all files of the site
	Kept      []string // files that the site no longer has, but which were changed by hand since Legpress wrote them; sorted
}

// Add stages a file. The path is slash-separated and relative to the public folder; data is not kept. It may be called from
// several goroutines. After an error the build can only be discarded. Where the machine failed, as when the disk is full, whatever
// is added afterwards gets the same error.
func (s *Stage) Add(path string, data []byte) error {
	return s.put(path, whole(data))
}

// Copy stages a file that is too large to hold, read from r to its end. Like Add it writes nothing where the public folder
// has the same bytes already.
func (s *Stage) Copy(path string, r io.Reader) error {
	return s.put(path, newStream(r))
}

func (s *Stage) put(path string, c content) error {
	if err := s.stopped(); err != nil {
		return err
	}
	err := s.stage(path, c)
	if err == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed == nil {
		s.failed = err
	}
	var b breakdown
	if s.broken == nil && errors.As(err, &b) {
		s.broken = err
	}
	return cmp.Or(s.broken, err)
}

// stopped returns the failure of the machine after which no more files are staged.
func (s *Stage) stopped() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.broken
}

func (s *Stage) stage(path string, c content) error {
	if err := s.claim(path); err != nil {
		return err
	}
	standing, size, err := s.standing(path)
	if err != nil {
		return err
	}
	if standing != nil {
		defer standing.Close()
		same, err := c.same(standing, size)
		if err != nil {
			return s.failure("comparing", path, err)
		}
		if same {
			s.note(path, c, false)
			return nil
		}
		if !s.old.has(path) {
			return refuse("%s is not a file that Legpress wrote. Move it or rename the page.", s.named(path))
		}
	}
	if err := s.write(path, c, standing); err != nil {
		return s.failure("writing", path, err)
	}
	s.note(path, c, true)
	return nil
}

// claim takes a path for a file of this build, and its folders.
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
		return refuse("the site has two files for the one address %s. Rename one of them.", p)
	}
	if inside, clash := s.within[p]; clash {
		return refuse("%s cannot be a file and also the folder of %s. Rename one of them.", p, inside)
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if _, clash := s.files[dir]; clash {
			return refuse("%s cannot be a file and also the folder of %s. Rename one of them.", dir, p)
		}
		if s.within[dir] != "" {
			break
		}
		s.within[dir] = p
	}
	s.files[p] = file{}
	return nil
}

// write puts the content into the stage. Standing is what c was compared with, or nil.
func (s *Stage) write(path string, c content, standing *os.File) error {
	name, err := s.place(path)
	if err != nil {
		return err
	}
	f, err := s.area.create(name)
	if err != nil {
		return err
	}
	return errors.Join(c.write(f, standing), f.Close())
}

// place returns where in the stage the file goes: under a number of its own, or in the outermost of its folders that does
// not exist yet.
func (s *Stage) place(p string) (string, error) {
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

// note records a file that is staged or unchanged.
func (s *Stage) note(path string, c content, staged bool) {
	hash, size := c.sum()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = file{hash, size, staged}
}

// Discard forgets what was staged; the folder is as it was. It does nothing after Commit.
func (s *Stage) Discard() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return nil
	}
	s.done = true
	err := explain(s.area.remove(), s.name)
	s.root.Remove(folder) // fails, as it should, where there is a manifest
	return errors.Join(err, s.reach.release(), s.unlock(s.made), s.root.Close())
}
