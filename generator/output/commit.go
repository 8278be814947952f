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
		return Result{}, errors.Join(explain(err, s.name), s.Discard())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = true
	if s.changes(p) {
		err = explain(s.carryOut(p), s.name)
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
	return len(s.moves) > 0 || p.deleted > 0 || s.names || !maps.Equal(s.old, p.next)
}

func (s *Stage) plan() (*plan, error) {
	p := &plan{next: make(manifest, len(s.files))}
	for path, f := range s.files {
		p.next.set(path, f.hash)
	}
	stale, err := s.settleOld(p)
	if err != nil {
		return nil, err
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

// settleOld decides about what earlier builds wrote and this one did not: what goes on being ours, and what is stale.
func (s *Stage) settleOld(p *plan) (stale map[string]bool, err error) {
	stale = map[string]bool{}
	gone := s.gone(p)
	if len(gone) == 0 {
		return stale, nil
	}
	found, all, err := locate(s.root, s.old, gone)
	if err != nil {
		return nil, asSentence("looking through the folder "+s.name, err)
	}
	for of := range gone {
		if !all {
			p.next[of] = s.old[of]
		}
	}
	for _, f := range found {
		if _, again := s.files[f.path]; again {
			continue
		}
		if s.keepAll && !s.blocks(f.path) {
			p.next[f.of] = s.old[f.of]
		} else if err := s.retire(p, f, stale); err != nil {
			return nil, err
		}
	}
	return stale, nil
}

// gone returns the digests of the paths that are no longer among the site's, but for those that are kept.
func (s *Stage) gone(p *plan) map[digest]bool {
	for path := range s.keep {
		if _, again := s.files[path]; !again && !s.blocks(path) {
			of := digestOf(path)
			p.next[of] = s.old[of]
		}
	}
	gone := map[digest]bool{}
	for of := range s.old {
		if _, again := p.next[of]; !again {
			gone[of] = true
		}
	}
	return gone
}

// retire decides about a file that the site no longer has: it is stale, or was changed by hand.
func (s *Stage) retire(p *plan, f located, stale map[string]bool) error {
	path := f.path
	bytes, regular, err := digestFile(s.root, path)
	switch {
	case err != nil:
		return s.failure("reading", path, err)
	case regular && bytes == s.old[f.of].bytes:
		stale[path] = true
	case s.blocks(path):
		return refuse("%s was changed by hand, and the site now needs its place for something else. Move it away and build again.", s.named(path))
	default:
		p.kept = append(p.kept, path)
	}
	return nil
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
