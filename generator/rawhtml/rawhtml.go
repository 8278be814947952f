// Package rawhtml finds the tags in HTML that an author wrote.
//
// In goes a piece of HTML, out come its start tags with their attributes and positions, also those of a page in an attribute
// (srcdoc). Of a stylesheet it finds the addresses. The piece need not be complete, and what cannot be read as a tag is none. The package
// must not decide what is allowed.
package rawhtml

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/legpress/legpress/generator/diag"
)

// Tag is a start tag: <img src="a.png">.
type Tag struct {
	Name       string // in small letters
	Attributes []Attribute
	Text       string // of a script or a style: its content
	Pos        diag.Position
}

// Attribute is an attribute of a tag.
type Attribute struct {
	Name  string // in small letters
	Value string // with entities resolved; "" if there is none
	Pos   diag.Position
}

// Attribute returns the attribute with a name, and whether there is one.
func (t Tag) Attribute(name string) (Attribute, bool) {
	for _, a := range t.Attributes {
		if a.Name == name {
			return a, true
		}
	}
	return Attribute{}, false
}

// addressed are the attributes whose value is an address.
var addressed = map[string]bool{
	"action": true, "background": true, "cite": true, "data": true, "formaction": true, "href": true, "longdesc": true, "ping": true, "poster": true, "src": true, "xlink:href": true,
}

// drawn are the attributes of drawings that may refer to another part of a drawing, as in fill="url(#stripes)".
var drawn = map[string]bool{
	"clip-path": true, "cursor": true, "fill": true, "filter": true, "marker": true, "marker-end": true, "marker-mid": true, "marker-start": true, "mask": true, "stroke": true,
}

// inStyle matches an address in a style.
var inStyle = regexp.MustCompile(`(?i)url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)`)

// Addresses returns the addresses in one of the tag's attributes, as they were written: the one of src="...", all of srcset="...", those in
// fill="url(...)" unless they are in the same drawing, the one to which a <meta http-equiv="refresh"> redirects, and none of title="...".
func (t Tag) Addresses(a Attribute) []string {
	value := strings.TrimSpace(a.Value)
	switch {
	case value == "":
		return nil
	case addressed[a.Name]:
		return []string{value}
	case a.Name == "srcset" || a.Name == "imagesrcset":
		return candidates(value)
	case t.Name == "meta" && a.Name == "content":
		return t.refresh(value)
	case drawn[a.Name]:
		return drawnFrom(value)
	}
	return nil
}

// drawnFrom returns the addresses of other files to which a drawing refers.
func drawnFrom(value string) []string {
	var list []string
	for _, parts := range inStyle.FindAllStringSubmatch(value, -1) {
		if address := strings.TrimSpace(parts[1] + parts[2] + parts[3]); address != "" && address[0] != '#' {
			list = append(list, address)
		}
	}
	return list
}

// refreshed matches the content of a <meta> that redirects (HTML standard, section 4.2.5.3): seconds, and an address with or without url=
// and quotes.
var refreshed = regexp.MustCompile(`(?is)^[0-9.]+\s*[\s;,]\s*(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(.*))`)

// refresh returns the address to which a <meta> redirects.
func (t Tag) refresh(content string) []string {
	does, _ := t.Attribute("http-equiv")
	parts := refreshed.FindStringSubmatch(content)
	if parts == nil || !strings.EqualFold(strings.TrimSpace(does.Value), "refresh") {
		return nil
	}
	if address := strings.TrimSpace(parts[1] + parts[2] + parts[3]); address != "" {
		return []string{address}
	}
	return nil
}

// candidates returns the addresses in a srcset. An address ends at a blank, and its description at the next comma. An address may have
// commas in it, but none at its end.
func candidates(srcset string) []string {
	var list []string
	for {
		srcset = strings.TrimLeft(srcset, blanks+",")
		if srcset == "" {
			return list
		}
		end := strings.IndexAny(srcset, blanks)
		if end < 0 {
			return append(list, strings.TrimRight(srcset, ","))
		}
		address := srcset[:end]
		srcset = srcset[end:]
		if bare := strings.TrimRight(address, ","); bare != address {
			list = append(list, bare)
			continue
		}
		list = append(list, address)
		_, srcset, _ = strings.Cut(srcset, ",")
	}
}

// Tags returns the start tags in a piece of HTML, in order. After an <iframe> with its page in srcdoc="..." come the tags of that page, with
// the position of the attribute. pos returns the position of the bytes from one offset to another; it is called in the order of offsets.
func Tags(raw []byte, pos func(from, to int) diag.Position) []Tag {
	return tagsWithin(raw, pos, mostFrames)
}

// mostFrames is how deeply pages in attributes may be nested for their tags to be found. Without it the work could grow faster than the
// text. Nobody writes more than one by hand.
const mostFrames = 8

func tagsWithin(raw []byte, pos func(from, to int) diag.Position, frames int) []Tag {
	var tags []Tag
	inCode := false // the last token opened a script or a style
	z := html.NewTokenizer(bytes.NewReader(raw))
	for at := 0; ; at += len(z.Raw()) {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return tags
		case html.StartTagToken, html.SelfClosingTagToken:
			t := readTag(z, at, pos)
			tags = append(tags, t)
			inCode = t.Name == "script" || t.Name == "style"
			if page, _ := t.Attribute("srcdoc"); t.Name == "iframe" && page.Value != "" && frames > 0 {
				tags = append(tags, tagsWithin([]byte(page.Value), func(int, int) diag.Position { return page.Pos }, frames-1)...)
			}
			if t.Name == "noscript" {
				z.NextIsNotRawText() // its content is HTML to browsers without scripts
			}
		case html.TextToken:
			if inCode {
				tags[len(tags)-1].Text = string(z.Raw())
			}
			inCode = false
		default:
			inCode = false
		}
	}
}

// readTag reads the current tag of the tokenizer, which begins at an offset.
func readTag(z *html.Tokenizer, at int, pos func(from, to int) diag.Position) Tag {
	raw := bytes.Clone(z.Raw()) // reading the attributes changes it
	name, more := z.TagName()
	t := Tag{Name: string(name), Pos: pos(at, at+len(raw))}
	places := attributePlaces(raw)
	for more {
		var name, value []byte
		name, value, more = z.TagAttr()
		a := Attribute{Name: string(name), Value: string(value), Pos: t.Pos}
		if i := slices.IndexFunc(places, func(p [2]int) bool { return startsWith(raw[p[0]:p[1]], name) }); i >= 0 {
			a.Pos = pos(at+places[i][0], at+places[i][1])
			places = places[i+1:] // those skipped repeat the name of an earlier one
		}
		t.Attributes = append(t.Attributes, a)
	}
	return t
}

// startsWith reports whether a text begins with a word, in large or small letters.
func startsWith(text, word []byte) bool {
	return len(text) >= len(word) && bytes.EqualFold(text[:len(word)], word)
}

const blanks = " \t\r\n\f"

// attributePlaces returns the offsets at which each attribute of a start tag begins and ends (HTML standard, section 13.2.5). The tokenizer
// returns only names and values.
func attributePlaces(tag []byte) [][2]int {
	var places [][2]int
	for i := 1 + bytes.IndexAny(tag[1:], blanks+"/>"); ; {
		i += len(tag[i:]) - len(bytes.TrimLeft(tag[i:], blanks+"/"))
		if i >= len(tag) || tag[i] == '>' {
			return places
		}
		end := i + attributeSize(tag[i:])
		places = append(places, [2]int{i, end})
		i = end
	}
}

// attributeSize returns the length in bytes of the attribute at the start of the text.
func attributeSize(text []byte) int {
	size := 1 + bytes.IndexAny(text[1:], blanks+"/>=") // a "=" at the beginning belongs to the name
	value, found := bytes.CutPrefix(bytes.TrimLeft(text[size:], blanks), []byte("="))
	if !found {
		return size
	}
	value = bytes.TrimLeft(value, blanks)
	if quote := value[0]; quote == '"' || quote == '\'' {
		return len(text) - len(value) + 1 + bytes.IndexByte(value[1:], quote) + 1
	}
	return len(text) - len(value) + bytes.IndexAny(value, blanks+">")
}

// Places returns a function that gives [Tags] the positions in a whole file.
func Places(file string, text []byte) func(from, to int) diag.Position {
	line, start, seen := 1, 0, 0 // number and offset of the last line, and the last offset
	return func(from, to int) diag.Position {
		passed := text[seen:from]
		if end := bytes.LastIndexByte(passed, '\n'); end >= 0 {
			line += bytes.Count(passed, []byte("\n"))
			start = seen + end + 1
		}
		seen = from
		if end := bytes.IndexByte(text[from:to], '\n'); end >= 0 {
			to = from + end
		}
		return diag.Position{File: file, Line: line, Column: from - start + 1, Length: to - from}
	}
}
