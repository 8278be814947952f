// Package publish puts the files of a public folder on the web, where a store takes them: a folder, SFTP, FTPS, WebDAV, S3 and its kin, or
// a branch of a git repository.
//
//	Local → the files of the public folder
//	Open  → a place, claimed for this run
//	Plan  → what will be added, changed and deleted
//	Carry → does it
//
// # What a store holds beside the site
//
// The folder .legpress of a store is ours. In it lie
//
//	.legpress/sent.json      what was sent: the digest of each path with that of its bytes, so that nobody finds an unlisted page in it
//	.legpress/publishing     there while somebody publishes; its number grows while that goes on
//	.legpress/part-*         files on their way, until they are renamed to where they belong
//
// # The order
//
// Files go before the pages that show them, pages before the lists that name them (feeds, sitemap), and deletions come last, so that no
// reader meets a page whose stylesheet is missing. Before the first file goes, sent.json names all that may come to be there; while they
// go it is written again and again. A run that breaks off is taken up by the next one from there: what is not certain to have arrived is
// sent again, and what is ours is known to be ours.
//
// What Legpress has not sent is foreign. It stays, unless its deletion is asked for.
package publish

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/parallel"
)

// ownFolder is the folder of a store that is not part of the site.
const ownFolder = ".legpress"

// Digest is a part of a SHA-256 that is long enough to be its own.
type Digest string

// digestOf returns the digest of some text.
func digestOf(text string) Digest {
	sum := sha256.Sum256([]byte(text))
	return shortened(sum[:])
}

// shortened returns 128 of the bits: nobody finds two files with the same, and the list of a large site is half as long.
func shortened(sum []byte) Digest { return Digest(base64.RawURLEncoding.EncodeToString(sum[:16])) }

// File is a file of the public folder.
type File struct {
	Path string // slash-separated, in the public folder
	Size int64  // bytes
	Hash Digest // of its bytes
}

// Site is what is to be on the web.
type Site struct {
	Files []File // sorted by path
	fsys  fs.FS
	rules headerRules
	moved map[string]string // where old addresses lead: "old/index.html" to an address
}

// Local reads the public folder. What systems and git keep there for themselves is no part of the site.
func Local(fsys fs.FS) (*Site, error) {
	s := &Site{fsys: fsys}
	var paths []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && notOfSite(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			paths = append(paths, name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	s.Files = make([]File, len(paths))
	errs := make([]error, len(paths))
	parallel.Each(len(paths), func(i int) { s.Files[i], errs[i] = digestFile(fsys, paths[i]) })
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	s.rules = readHeaders(fsys)
	s.moved = readRedirects(fsys)
	return s, nil
}

// notOfSite reports whether a file or folder is there for somebody else than readers.
func notOfSite(name string) bool {
	return slices.Contains([]string{ownFolder, ".git", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"}, name) || strings.HasPrefix(name, "._")
}

func digestFile(fsys fs.FS, name string) (File, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return File{}, err
	}
	h := sha256.New()
	n, err := io.Copy(h, f)
	return File{name, n, shortened(h.Sum(nil))}, errors.Join(err, f.Close())
}

// Place is a store that is claimed for one run.
type Place struct {
	store Store
	sent  *sent
	claim *claim // nil: it is only looked at
}

// Options say how a place is opened.
type Options struct {
	Look   bool              // only look: nothing is claimed and nothing changes
	Remark func(text string) // is told what takes time
}

// ErrBusy is the error where somebody else is publishing to a place.
var ErrBusy = errors.New("somebody else is publishing there at this moment. Wait until that has ended")

// Open claims a store and reads what was sent there. Close ends the claim and closes the store, which is closed after an error too.
func Open(ctx context.Context, store Store, o Options) (*Place, error) {
	p := &Place{store: store}
	var err error
	if !o.Look {
		if p.claim, err = claimStore(ctx, store, o.Remark); err != nil {
			return nil, errors.Join(err, store.Close())
		}
		err = removeParts(ctx, store)
	}
	if err == nil {
		p.sent, err = readSent(ctx, store)
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// Close ends the claim and closes the store.
func (p *Place) Close() error {
	var err error
	if p.claim != nil {
		err = p.claim.end()
	}
	return errors.Join(err, p.store.Close())
}

// removeParts removes files that were on their way when a run broke off.
func removeParts(ctx context.Context, store Store) error {
	names, err := store.List(ctx, ownFolder)
	if err != nil {
		return err
	}
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), partPrefix) {
			if err := store.Remove(ctx, name); err != nil {
				return err
			}
		}
	}
	return nil
}
