package wordpress

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

var declared = regexp.MustCompile(`^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([^"']+)["']`)

// inUTF8 returns an export in UTF-8, whatever it was written in: its first bytes say so, or its first line.
func inUTF8(name string, in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 1<<16)
	start, err := b.Peek(1024)
	if err != nil && len(start) == 0 && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(start, []byte("\xEF\xBB\xBF")):
		_, err := b.Discard(3)
		return b, err
	case bytes.HasPrefix(start, []byte("\xFF\xFE")), bytes.HasPrefix(start, []byte("<\x00")):
		return decoded(b, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)), nil
	case bytes.HasPrefix(start, []byte("\xFE\xFF")), bytes.HasPrefix(start, []byte("\x00<")):
		return decoded(b, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)), nil
	}
	m := declared.FindSubmatch(start)
	if m == nil {
		return b, nil
	}
	label := strings.ToLower(string(m[1]))
	if label == "utf-8" || label == "utf8" || strings.HasPrefix(label, "utf-16") || strings.HasPrefix(label, "utf16") {
		return b, nil
	}
	kind, _ := charset.Lookup(label)
	if kind == nil {
		return nil, fmt.Errorf("%s says that it is written in %q, which is not known here. Save it as UTF-8", name, m[1])
	}
	return decoded(b, kind), nil
}

func decoded(in io.Reader, kind encoding.Encoding) io.Reader { return kind.NewDecoder().Reader(in) }
