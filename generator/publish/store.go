package publish

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
)

// Store is a place for files on the web, by paths that are slash-separated and relative to it. Its methods may be called from several
// goroutines. The error about a file that is not there is fs.ErrNotExist; errors are sentences for whoever publishes.
type Store interface {
	// Put writes a file, and makes the folders around it. Readers see what was there before or all of the new file, never a part.
	Put(ctx context.Context, path string, u Upload) error

	// Get reads a file.
	Get(ctx context.Context, path string) ([]byte, error)

	// Exists reports whether there is a file, or a folder, of that name.
	Exists(ctx context.Context, path string) (bool, error)

	// Remove removes a file, and the folders around it that are empty then. There may be no such file.
	Remove(ctx context.Context, path string) error

	// List returns the paths of all files below a folder, "" for all there are. There may be no such folder.
	List(ctx context.Context, folder string) ([]string, error)

	// Claim writes a small file unless there is one of that name, which it reports. Of two at once only one succeeds.
	Claim(ctx context.Context, path string, data []byte) (claimed bool, err error)

	Close() error
}

// Finisher is a store that takes all that was done at once, when it is over.
type Finisher interface {
	Finish(ctx context.Context, message string) error
}

// Upload is a file on its way to a store, with what is told to those that can be told.
type Upload struct {
	Size         int64
	Open         func() (io.ReadCloser, error)
	Type         string // media type
	CacheControl string // how long browsers may keep it; may be empty
	Redirect     string // where readers of this page are led; may be empty
}

// bytesUpload is a small file of our own.
func bytesUpload(data []byte) Upload {
	return Upload{
		Size: int64(len(data)), Type: "application/json", CacheControl: "no-store",
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil },
	}
}

const partPrefix = "part-"

// partName returns a path for a file that is on its way.
func partName() string { return ownFolder + "/" + partPrefix + rand.Text() }
