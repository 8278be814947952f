package output

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// plan is what Commit is going to do.
type plan struct {
	next    manifest
	before  []string // removed before the moves, because it stands in the way; in order
	after   []string // removed after the moves
	deleted int      // files in both
	kept    []string
}

// Commit puts everything in place. An error before the first file moved leaves the folder as it was; one after that (the
// machine failed) leaves a mixture of whole files, and the next build completes it.
func (s *Stage) Commit() (Result, error) {
	s.mu.Lock()
	p, err := s.prepare()
	s.mu.Unlock()
	if err != nil {
		return Result{}, errors.Join(err, s.Discard())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = true
	if s.changes(p) {
		err = s.carryOut(p)
	}
	return s.result(p), errors.Join(err, s.area.close(), s.reach.release(), s.unlock(nil), s.root.Close())
}

// prepare finds out what is to be done and announces it; nothing has changed after an error.
func (s *Stage) prepare() (*plan, error) {
	if s.done {
		return nil, errDone
	}
	if s.failed != nil {
		return nil, s.failed
	}
	p, err := s.plan()
	if err != nil {
		return nil, err
	}
	if s.changes(p) {
		err = s.area.announce(p.next)
	}
	return p, err
}

// changes reports whether anything must be written or deleted.
func (s *Stage) changes(p *plan) bool {
	return len(s.moves) > 0 || p.deleted > 0 || !maps.Equal(s.old, p.next)
}

func (s *Stage) plan() (*plan, error) {
	p := &plan{next: make(manifest, len(s.files))}
	for path, f := range s.files {
		p.next[path] = f.hash
	}
	stale := map[string]bool{}
	for _, path := range slices.Sorted(maps.Keys(s.old)) {
		if _, again := s.files[path]; again {
			continue
		}
		if s.keeps(path) {
			p.next[path] = s.old[path]
		} else if err := s.retire(p, path, stale); err != nil {
			return nil, err
		}
	}
	p.deleted = len(stale)
	s.sort(p, stale)
	for _, dir := range s.replaced {
		if err := s.empty(p, dir, stale); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// retire decides about a file that the site no longer has: it is stale, or kept, or gone already.
func (s *Stage) retire(p *plan, path string, stale map[string]bool) error {
	hash, there, err := s.look(path)
	switch {
	case err != nil:
		return s.failure("reading", path, err)
	case !there:
	case hash == s.old[path]:
		stale[path] = true
	case s.blocks(path):
		return refuse("%s was changed by hand, and the site now needs its place for something else. Move it away and build again.", s.named(path))
	default:
		p.kept = append(p.kept, path)
	}
	return nil
}

// look returns the hash of the file that stands at a path; "" when that is a link or the like. Where a folder has taken the
// file's place, or a link that of its folder, the file is not there.
func (s *Stage) look(p string) (hash string, there bool, err error) {
	there, err = s.folderExists(path.Dir(p))
	if r := refusal(""); errors.As(err, &r) || (err == nil && !there) {
		return "", false, nil
	}
	if err != nil {
		return "", false, err
	}
	info, err := s.lstat(p)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && info.IsDir()) {
		return "", false, nil
	}
	if err != nil {
		return "", false, err
	}
	hash, err = hashOf(s.root, p)
	return hash, true, err
}

// blocks reports whether the site needs a folder where the file stands, or a file where one of its folders stands.
func (s *Stage) blocks(p string) bool {
	if _, isFolder := s.within[p]; isFolder {
		return true
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if _, isFile := s.files[dir]; isFile {
			return true
		}
	}
	return false
}

// sort puts the stale files into before and after. One whose name differs from a new one only in small and capital letters
// goes before: afterwards it might be the new one.
func (s *Stage) sort(p *plan, stale map[string]bool) {
	if len(stale) == 0 {
		return
	}
	folded := make(map[string]bool, len(s.files))
	for path := range s.files {
		folded[strings.ToLower(path)] = true
	}
	for _, path := range slices.Sorted(maps.Keys(stale)) {
		if s.blocks(path) || folded[strings.ToLower(path)] {
			p.before = append(p.before, path)
		} else {
			p.after = append(p.after, path)
		}
	}
}

// empty plans to remove a folder where a file must go. Everything in it must be stale.
func (s *Stage) empty(p *plan, dir string, stale map[string]bool) error {
	var folders []string
	err := fs.WalkDir(s.root.FS(), dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return s.failure("reading", path, err)
		case d.IsDir():
			folders = append(folders, path)
		case !stale[path]:
			return refuse("the site needs a file at %s, which is a folder and holds %s. Legpress did not write that. Move it away and build again.",
				s.named(dir), s.named(path))
		}
		return nil
	})
	slices.Reverse(folders) // the inner ones first
	p.before = append(p.before, folders...)
	return err
}

// carryOut does what is planned. The order matters: see the package's comment.
func (s *Stage) carryOut(p *plan) error {
	if err := s.reach.release(); err != nil {
		return err
	}
	if err := s.remove(p.before); err != nil {
		return err
	}
	for _, m := range s.inOrder() {
		if err := s.root.Rename(s.area.name+"/"+m.name, m.to); err != nil {
			return s.failure("putting in place", m.to, err)
		}
	}
	if err := s.remove(p.after); err != nil {
		return err
	}
	s.removeEmptied(append(p.before, p.after...))
	return s.area.settle()
}

// inOrder returns the moves sorted, those with pages last.
func (s *Stage) inOrder() []*move {
	return slices.SortedFunc(maps.Values(s.moves), func(a, b *move) int {
		if a.pages != b.pages {
			if a.pages {
				return 1
			}
			return -1
		}
		return cmp.Compare(a.to, b.to)
	})
}

func (s *Stage) remove(paths []string) error {
	for _, path := range paths {
		if err := s.root.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return s.failure("deleting", path, err)
		}
	}
	return nil
}

// removeEmptied removes the folders of files that were deleted, where nothing is left in them.
func (s *Stage) removeEmptied(deleted []string) {
	folders := map[string]bool{}
	for _, p := range deleted {
		for dir := path.Dir(p); dir != "." && !folders[dir] && s.within[dir] == ""; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	inner := slices.Sorted(maps.Keys(folders))
	slices.Reverse(inner)
	for _, dir := range inner {
		if info, err := s.root.Lstat(dir); err == nil && info.IsDir() { // a file may have taken its place
			s.root.Remove(dir) // fails, as it should, where something is left
		}
	}
}

func (s *Stage) result(p *plan) Result {
	r := Result{Deleted: p.deleted, Kept: p.kept}
	for _, f := range s.files {
		r.Bytes += f.size
		if f.staged {
			r.Written++
		} else {
			r.Unchanged++
		}
	}
	return r
}
