package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
)

// content is the bytes of a file: a whole slice, or a stream that can be read once.
type content interface {
	// same reports whether f, a file of size bytes, has the same bytes. It is called once at most.
	same(f io.ReaderAt, size int64) (bool, error)
	// write writes all bytes; f is the file that same was called with, if it was.
	write(w io.Writer, f io.ReaderAt) error
	// sum returns the digest and the size in bytes. It is called after same returned true or write has ended.
	sum() (digest, int64)
}

// chunkSize is how much is compared at a time, in bytes.
const chunkSize = 64 << 10

type whole []byte

func (c whole) same(f io.ReaderAt, size int64) (bool, error) {
	if size != int64(len(c)) {
		return false, nil
	}
	buf := make([]byte, min(size, chunkSize))
	for at := 0; at < len(c); at += len(buf) {
		n, err := f.ReadAt(buf[:min(len(buf), len(c)-at)], int64(at))
		if !bytes.Equal(buf[:n], c[at:min(at+len(buf), len(c))]) {
			return false, ignoreEOF(err)
		}
	}
	return true, nil
}

func (c whole) write(w io.Writer, _ io.ReaderAt) error {
	_, err := w.Write(c)
	return err
}

func (c whole) sum() (digest, int64) {
	return sha256.Sum256(c), int64(len(c))
}

// stream is read only once: same compares while it reads. What it has read by the first difference is not kept in memory but for
// the last chunk, because the bytes before that are the first ones of the file that it was compared with.
type stream struct {
	r       io.Reader // hashes what is read from it
	hash    hash.Hash
	matched int64  // bytes that were the same
	rest    []byte // the chunk that was not
	size    int64
}

func newStream(r io.Reader) *stream {
	h := sha256.New()
	return &stream{r: io.TeeReader(r, h), hash: h}
}

func (c *stream) same(f io.ReaderAt, size int64) (bool, error) {
	ours, theirs := make([]byte, chunkSize), make([]byte, chunkSize)
	for {
		n, err := io.ReadFull(c.r, ours)
		if n == 0 {
			c.size = c.matched
			return c.matched == size, ignoreEOF(err)
		}
		if ignoreEOF(err) != nil {
			return false, err
		}
		m, err := f.ReadAt(theirs[:n], c.matched)
		if !bytes.Equal(ours[:n], theirs[:m]) {
			c.rest = ours[:n]
			return false, ignoreEOF(err)
		}
		c.matched += int64(n)
	}
}

func (c *stream) write(w io.Writer, f io.ReaderAt) error {
	parts := []io.Reader{bytes.NewReader(c.rest), c.r}
	if c.matched > 0 {
		parts = append([]io.Reader{io.NewSectionReader(f, 0, c.matched)}, parts...)
	}
	var err error
	c.size, err = io.Copy(w, io.MultiReader(parts...))
	return err
}

func (c *stream) sum() (digest, int64) {
	return digestFrom(c.hash), c.size
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}
