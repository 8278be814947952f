package output

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
)

// digest is a SHA-256, of a path or of the bytes of a file.
type digest [sha256.Size]byte

func digestOf(text string) digest { return sha256.Sum256([]byte(text)) }

func digestFrom(h hash.Hash) digest { return digest(h.Sum(nil)) }

// String returns the digest in hexadecimal.
func (d digest) String() string { return hex.EncodeToString(d[:]) }

// MarshalText writes the digest in hexadecimal.
func (d digest) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, d[:]), nil }

// UnmarshalText reads a digest in hexadecimal.
func (d *digest) UnmarshalText(text []byte) error {
	if hex.DecodedLen(len(text)) != len(d) {
		return errDamaged
	}
	_, err := hex.Decode(d[:], text)
	return err
}

// digestFile returns the digest of a file's bytes; false where there is no file, or something else.
func digestFile(root *os.Root, path string) (digest, bool, error) {
	info, err := root.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return digest{}, false, nil
	}
	f, err := root.Open(path)
	if err != nil {
		return digest{}, false, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return digest{}, false, err
	}
	return digestFrom(h), true, nil
}
