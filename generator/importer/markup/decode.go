package markup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// ErrTooLarge says that a file is larger than its reader may read.
var ErrTooLarge = errors.New("it is too large")

// ReadText reads a text of at most so many bytes: in UTF-8, in UTF-16 with a mark at its beginning, or in Windows-1252, which has the
// letters of Latin-1. Single wrong bytes in UTF-8 become U+FFFD.
func ReadText(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > most:
		return nil, fmt.Errorf("%w: more than %d MB", ErrTooLarge, most>>20)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case isUTF8(data):
		return bytes.ToValidUTF8(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("\uFFFD")), nil
	}
	return charmap.Windows1252.NewDecoder().Bytes(data)
}

// isUTF8 reports whether a text is UTF-8 with no more wrong bytes than letters beyond ASCII.
func isUTF8(data []byte) bool {
	letters := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			letters--
		case size > 1:
			letters++
		}
		data = data[size:]
	}
	return letters >= 0
}
