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

// commitPlan is what Commit is going to do.
type commitPlan struct {
	next    manifest
	before  []string // removed before the moves, because a new file needs the place; in order
	after   []string // removed after the moves
	deleted int      // files in before and after, folders not counted
	kept    []string // see Result
}

// Commit puts everything in place. After an error before the first move the public folder is as it was. After a later one, when
// the machine failed, it holds whole files of both builds, and the next build completes the change.
func (s *Stage) Commit() (Result, error) {
	s.mu.Lock()
	p, err := s.prepare()
	s.mu.Unlock()
	if err != nil {
		return Result{}, errors.Join(explainDisk(err, s.name), s.Discard())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = true
	if s.changes(p) {
		err = explainDisk(s.execute(p), s.name)
	}
	return s.result(p), errors.Join(err, s.staging.close(), s.dirs.closeFolders(), s.unlock(nil))
}

// prepare plans what is to be done and writes the new manifest into the staging folder. After an error nothing has changed.
func (s *Stage) prepare() (*commitPlan, error) {
	if s.done {
		return nil, errDone
	}
	if s.firstError != nil {
		return nil, s.firstError
	}
	p, err := s.makePlan()
	if err != nil {
		return nil, err
	}
	if s.changes(p) {
		err = s.staging.writeManifest(p.next)
	}
	return p, err
}

// changes reports whether anything must be written or deleted.
func (s *Stage) changes(p *commitPlan) bool {
	return len(s.moves) > 0 || p.deleted > 0 || s.namesPaths || !maps.Equal(s.previous, p.next)
}

func (s *Stage) makePlan() (*commitPlan, error) {
	p := &commitPlan{next: make(manifest, len(s.files))}
	for path, f := range s.files {
		p.next.set(path, f.hash)
	}
	stale, err := s.planPrevious(p)
	if err != nil {
		return nil, err
	}
	p.deleted = len(stale)
	s.orderDeletions(p, stale)
	for _, dir := range s.replacedFolders {
		if err := s.planEmptying(p, dir, stale); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// planPrevious decides what becomes of the files that earlier builds wrote and this one did not: they stay ours, or are deleted.
func (s *Stage) planPrevious(p *commitPlan) (stale map[string]bool, err error) {
	stale = map[string]bool{}
	gone := s.obsolete(p)
	if len(gone) == 0 {
		return stale, nil
	}
	found, all, err := findFiles(s.root, s.previous, gone)
	if err != nil {
		return nil, withContext("looking through the folder "+s.name, err)
	}
	for of := range gone {
		if !all {
			p.next[of] = s.previous[of]
		}
	}
	for _, f := range found {
		if _, again := s.files[f.path]; again {
			continue
		}
		if s.keepAll && !s.blocks(f.path) {
			p.next[f.pathDigest] = s.previous[f.pathDigest]
		} else if err := s.planDeletion(p, f, stale); err != nil {
			return nil, err
		}
	}
	return stale, nil
}

// obsolete returns the digests of the paths that the site no longer has, those that are kept left out.
func (s *Stage) obsolete(p *commitPlan) map[digest]bool {
	for path := range s.kept {
		if _, again := s.files[path]; !again && !s.blocks(path) {
			of := digestOf(path)
			p.next[of] = s.previous[of]
		}
	}
	gone := map[digest]bool{}
	for of := range s.previous {
		if _, again := p.next[of]; !again {
			gone[of] = true
		}
	}
	return gone
}

// planDeletion decides what becomes of a file that the site no longer has: it is deleted, unless it was changed by hand.
func (s *Stage) planDeletion(p *commitPlan, f foundFile, stale map[string]bool) error {
	path := f.path
	bytes, regular, err := digestFile(s.root, path)
	switch {
	case err != nil:
		return s.pathError("reading", path, err)
	case regular && bytes == s.previous[f.pathDigest].bytes:
		stale[path] = true
	case s.blocks(path):
		return userErrorf("%s was changed by hand, and the site now needs its place for something else. Move it away and build again.", s.shownPath(path))
	default:
		p.kept = append(p.kept, path)
	}
	return nil
}

// blocks reports whether the site needs a folder in the place of a file, or a file in the place of one of its folders.
func (s *Stage) blocks(p string) bool {
	if _, isFolder := s.folders[p]; isFolder {
		return true
	}
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if _, isFile := s.files[dir]; isFile {
			return true
		}
	}
	return false
}

// orderDeletions decides which stale files are removed before the moves and which after. One whose name differs from a new one only
// in small and capital letters goes before: after the move it might be the new file.
func (s *Stage) orderDeletions(p *commitPlan, stale map[string]bool) {
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

// planEmptying plans to remove a folder in whose place a file must go. Everything in it must be stale.
func (s *Stage) planEmptying(p *commitPlan, dir string, stale map[string]bool) error {
	var folders []string
	err := fs.WalkDir(s.root.FS(), dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return s.pathError("reading", path, err)
		case d.IsDir():
			folders = append(folders, path)
		case !stale[path]:
			return userErrorf("the site needs a file at %s, which is a folder and holds %s. Legpress did not write that. Move it away and build again.",
				s.shownPath(dir), s.shownPath(path))
		}
		return nil
	})
	slices.Reverse(folders) // the inner ones first
	p.before = append(p.before, folders...)
	return err
}

// execute does what is planned. The order matters: see the package doc.
func (s *Stage) execute(p *commitPlan) error {
	if err := s.dirs.closeFolders(); err != nil {
		return err
	}
	if err := s.remove(p.before); err != nil {
		return err
	}
	for _, m := range s.sortedMoves() {
		if err := s.root.Rename(s.staging.name+"/"+m.name, m.to); err != nil {
			return s.pathError("putting in place", m.to, err)
		}
	}
	if err := s.remove(p.after); err != nil {
		return err
	}
	s.removeEmptied(append(p.before, p.after...))
	return s.staging.commit()
}

// sortedMoves returns the moves by path, those with pages last.
func (s *Stage) sortedMoves() []*move {
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
			return s.pathError("deleting", path, err)
		}
	}
	return nil
}

// removeEmptied removes the folders of files that were deleted, where nothing is left in them.
func (s *Stage) removeEmptied(deleted []string) {
	folders := map[string]bool{}
	for _, p := range deleted {
		for dir := path.Dir(p); dir != "." && !folders[dir] && s.folders[dir] == ""; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	inner := slices.Sorted(maps.Keys(folders))
	slices.Reverse(inner)
	for _, dir := range inner {
		if info, err := s.root.Lstat(dir); err == nil && info.IsDir() { // a file may be in its place by now
			s.root.Remove(dir) // fails, as it should, where something is left
		}
	}
}

func (s *Stage) result(p *commitPlan) Result {
	r := Result{Deleted: p.deleted, Kept: p.kept}
	if s.staging.left {
		s.left = append(s.left, s.staging.name)
	}
	for _, folder := range s.left {
		r.Left = append(r.Left, s.shownPath(folder))
	}
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
