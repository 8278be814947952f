package jekyll

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// decode returns the text of a file, and whether Jekyll could read it: one in UTF-8, or in the encoding that the settings name. UTF-16 is
// known by its first two bytes; what is neither is read as Windows-1252, which every byte has a sign in.
func decode(data []byte, named string) (text string, readable bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(out), err == nil && strings.HasPrefix(strings.ToLower(named), "utf-16")
	case utf8.Valid(data):
		return string(data), true
	}
	usable := named != "" && !strings.HasPrefix(strings.ToLower(named), "utf-")
	if !usable {
		named = "windows-1252"
	}
	encoding, err := htmlindex.Get(named)
	if err != nil {
		usable = false
		encoding, _ = htmlindex.Get("windows-1252")
	}
	out, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD"), false
	}
	return string(out), usable
}
