package wordpress

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// part is one thing of an export: an item, an author, a term, the title.
type part struct {
	name  string // with its prefix: "item", "wp:author"
	data  []byte // from the first tag to the last, until the next part is cut
	line  int    // where its first tag ends, 1-based
	whole bool   // its last tag is there
	last  bool   // the export breaks off in it

	doubtful bool // it begins within the text of a damaged part
}

// cutter cuts an export into its parts without understanding them, so that one that is no XML costs none of the others.
type cutter struct {
	in    *bufio.Reader
	line  int
	data  []byte // of the part that is being read
	root  string // the first tag of the export, which names the namespaces
	ended bool   // the last tag of the export is there
	next  *part  // whose first tag was read already
}

func newCutter(in io.Reader) *cutter { return &cutter{in: bufio.NewReaderSize(in, 1<<16), line: 1} }

// cut returns the next part; io.EOF behind the last.
func (c *cutter) cut() (*part, error) {
	for {
		p := c.next
		c.next = nil
		if p == nil {
			c.data = c.data[:0]
			tag, err := c.markup()
			if err != nil {
				return nil, err
			}
			if p = c.begin(tag); p == nil {
				continue
			}
		}
		if p.whole {
			return p, nil
		}
		if err := c.finish(p); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		return p, nil
	}
}

// begin returns the part that a tag begins; nil for one between the parts.
func (c *cutter) begin(tag []byte) *part {
	name := tagName(tag)
	if strings.HasPrefix(name, "/") {
		c.ended = c.ended || strings.TrimPrefix(name, "/") == tagName([]byte(c.root))
		return nil
	}
	switch name {
	case "":
		return nil
	case "rss", "feed", "channel", "rdf:RDF":
		if c.root == "" {
			c.root = string(tag)
		}
		return nil
	}
	p := &part{name: name, line: c.line, whole: bytes.HasSuffix(tag, []byte("/>"))}
	if p.whole {
		p.data = tag
	}
	return p
}

// finish reads a part to its last tag. Where the next item begins before that, the part ends there.
func (c *cutter) finish(p *part) error {
	c.data = append(c.data[:0], '<')
	c.data = append(c.data, p.name...)
	c.data = append(c.data, '>')
	for {
		tag, err := c.markup()
		if err != nil {
			c.ended = bytes.Contains(c.data, []byte("</"+tagName([]byte(c.root))+">"))
			p.data, p.last = c.data, errors.Is(err, io.EOF) && !c.ended
			return err
		}
		switch name := tagName(tag); name {
		case "/" + p.name:
			p.data, p.whole = c.data, true
			return nil
		case "item", "entry", "/channel", "/rss", "/feed":
			next := c.begin(tag)
			p.data, c.next = c.data[:len(c.data)-len(tag)], next
			return nil
		}
	}
}

// markup reads up to the end of the next tag, comment or CDATA, adds it to the part, and returns it if it is a tag.
func (c *cutter) markup() ([]byte, error) {
	if err := c.upTo("<"); err != nil {
		return nil, err
	}
	start := len(c.data) - 1
	for _, m := range [][2]string{{"!--", "-->"}, {"![CDATA[", "]]>"}} {
		if next, _ := c.in.Peek(len(m[0])); string(next) == m[0] {
			return nil, c.upTo(m[1])
		}
	}
	var quote byte
	for {
		b, err := c.in.ReadByte()
		if err != nil {
			return nil, err
		}
		switch {
		case b == '<': // which no tag has
			return nil, c.in.UnreadByte()
		case b == '\n':
			c.line++
		}
		c.data = append(c.data, b)
		switch {
		case quote == b:
			quote = 0
		case quote == 0 && (b == '"' || b == '\''):
			quote = b
		case quote == 0 && b == '>':
			return c.data[start:], nil
		}
	}
}

// upTo reads up to the end of a mark.
func (c *cutter) upTo(mark string) error {
	from := len(c.data)
	for {
		piece, err := c.in.ReadSlice(mark[len(mark)-1])
		c.data = append(c.data, piece...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil || bytes.HasSuffix(c.data[from:], []byte(mark)) {
			c.line += bytes.Count(c.data[from:], []byte("\n"))
			return err
		}
	}
}

// tagName returns the name in a tag, with the stroke of a last tag: "item", "/item".
func tagName(tag []byte) string {
	name := bytes.TrimPrefix(tag, []byte("<"))
	if end := bytes.IndexAny(name[min(len(name), 1):], " \t\r\n/>"); end >= 0 {
		name = name[:end+1]
	}
	if len(name) > 0 && (name[0] == '?' || name[0] == '!' || name[0] == '>') {
		return ""
	}
	return string(name)
}

var swallowed = regexp.MustCompile(`(?s)</wp:post_type>.*?</item>\s*<item>\s*<title>`)

// swallows reports whether a part holds other items in one of its texts, whose end mark is lost.
func (p *part) swallows() bool {
	return p.name == "item" && bytes.Count(p.data, []byte("<item>")) > 1 && swallowed.Match(p.data)
}

// pieces cuts a damaged part anew, wherever an item begins in it. Those that begin within a text are doubtful: it may quote them.
func (p *part) pieces() []*part {
	var list []*part
	first := []byte("<" + p.name + ">")
	line, inText := p.line, false
	for at := 0; at < len(p.data); {
		end := len(p.data)
		if n := bytes.Index(p.data[at+1:], first); n >= 0 {
			end = at + 1 + n
		}
		data := p.data[at:end]
		list = append(list, &part{name: p.name, data: data, line: line, whole: p.whole || end < len(p.data), last: p.last && end == len(p.data), doubtful: p.doubtful || inText})
		inText = endsInText(data, inText)
		line += bytes.Count(data, []byte("\n"))
		at = end
	}
	return list
}

// endsInText reports whether the end of some data is in a text (CDATA), if its beginning is or not.
func endsInText(data []byte, inText bool) bool {
	for {
		mark := "<![CDATA["
		if inText {
			mark = "]]>"
		}
		n := bytes.Index(data, []byte(mark))
		if n < 0 {
			return inText
		}
		data, inText = data[n+len(mark):], !inText
	}
}

var textBegin = regexp.MustCompile(`<([a-z]+:?[a-z_]+)>\s*<!\[CDATA\[`)

// mended returns the data of a part in which every text ends where its element does.
func (p *part) mended() []byte {
	data := p.data
	for at := 0; ; {
		m := textBegin.FindSubmatchIndex(data[at:])
		if m == nil {
			return append(slices.Clone(data), "</"+p.name+">"...)
		}
		name := string(data[at+m[2] : at+m[3]])
		at += m[1]
		last := bytes.Index(data[at:], []byte("</"+name+">"))
		if last < 0 {
			continue
		}
		if !bytes.Contains(data[at:at+last], []byte("]]>")) {
			data = slices.Insert(slices.Clone(data), at+last, []byte("]]>")...)
		}
		at += last
	}
}
