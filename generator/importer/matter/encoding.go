package matter

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// errNoText says that a file has no words in it.
var errNoText = errors.New("it is not a text")

// Decode returns a file as UTF-8. What is not valid UTF-8 is taken as UTF-16, if its first bytes look like that, and otherwise as
// Windows-1252, of which Latin-1 is a part. A file with zero bytes is no text.
func Decode(data []byte) ([]byte, error) {
	wide := utf16In(data)
	switch {
	case wide != nil:
		return wide.NewDecoder().Bytes(data)
	case bytes.IndexByte(data, 0) >= 0:
		return nil, errNoText
	case utf8.Valid(data):
		return data, nil
	}
	return charmap.Windows1252.NewDecoder().Bytes(data)
}

// utf16In returns the form of UTF-16 that a file is in, told by its mark or by the zero byte in each of its first two signs; nil if it is
// in none.
func utf16In(data []byte) encoding.Encoding {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case len(data) < 4 || len(data)%2 != 0:
		return nil
	case data[0] == 0xff && data[1] == 0xfe, data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
		return little
	case data[0] == 0xfe && data[1] == 0xff, data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0:
		return big
	}
	return nil
}
