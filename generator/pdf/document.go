package pdf

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"
	"unicode/utf16"
)

// document is a PDF as Chromium writes it: objects as text, and one table at the end with their offsets.
type document struct {
	data       []byte
	tableStart int   // offset of the table's first entry
	objects    []int // offset of each object, by its number; 0: there is none
	info       int   // the number of the object that says what the document is
	root       int   // likewise: the catalogue, from which everything is reached
}

var (
	ending  = regexp.MustCompile(`trailer\n<</Size (\d+)\n/Root (\d+) 0 R\n/Info (\d+) 0 R>>\nstartxref\n(\d+)\n%%EOF\n?$`)
	heading = regexp.MustCompile(`^xref\n0 (\d+)\n`)
)

// entrySize is the length of an entry of the table, in bytes: "0000139808 00000 n \n".
const entrySize = 20

var errUnknownPDF = errors.New("the browser wrote a PDF of a kind that I do not know; try another browser")

// readDocument finds the objects of a document.
func readDocument(data []byte) (*document, error) {
	tail := data[max(0, len(data)-256):]
	m := ending.FindSubmatch(tail)
	if m == nil {
		return nil, errUnknownPDF
	}
	d := &document{data: data, root: number(m[2]), info: number(m[3]), tableStart: number(m[4])}
	size := number(m[1])
	if d.tableStart >= len(data) {
		return nil, errUnknownPDF
	}
	head := heading.FindSubmatch(data[d.tableStart:])
	if head == nil || number(head[1]) != size || d.tableStart+len(head[0])+size*entrySize > len(data) {
		return nil, errUnknownPDF
	}
	d.tableStart += len(head[0])
	for i := range size {
		line := data[d.tableStart+i*entrySize:][:entrySize]
		at := 0
		if line[17] == 'n' {
			at = number(line[:10])
		}
		d.objects = append(d.objects, at)
	}
	if d.object(d.info) == nil || d.object(d.root) == nil {
		return nil, errUnknownPDF
	}
	return d, nil
}

// number reads digits; -1 where there are none.
func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return -1
	}
	return n
}

// object returns the text of an object, without its number; nil where there is none.
func (d *document) object(n int) []byte {
	if n < 0 || n >= len(d.objects) || d.objects[n] == 0 {
		return nil
	}
	text, ok := bytes.CutPrefix(d.data[min(d.objects[n], len(d.data)):], fmt.Appendf(nil, "%d 0 obj\n", n))
	end := bytes.Index(text, []byte("\nendobj"))
	if !ok || end < 0 {
		return nil
	}
	return text[:end]
}

// replace returns the document with another text for an object, and with the new offsets of what follows it.
func (d *document) replace(n int, text []byte) []byte {
	old := d.object(n)
	from := d.objects[n] + len(fmt.Sprintf("%d 0 obj\n", n))
	shift := len(text) - len(old)
	out := slices.Concat(d.data[:from], text, d.data[from+len(old):])
	for i, at := range d.objects {
		if at > from {
			copy(out[d.tableStart+shift+i*entrySize:], fmt.Appendf(nil, "%010d", at+shift))
		}
	}
	at := bytes.LastIndex(out, []byte("startxref\n"))
	return fmt.Appendf(out[:at:at], "startxref\n%d\n%%%%EOF\n", d.tableWord()+shift)
}

// tableWord returns the offset of the word xref above the table.
func (d *document) tableWord() int {
	return bytes.LastIndex(d.data[:d.tableStart], []byte("xref\n"))
}

// metadata is what a PDF says about itself, except its title, which comes from the page.
type metadata struct {
	author      string
	date        time.Time // zero: none
	fingerprint string    // of what it was printed from, in hexadecimal
}

// title and producer match the title, and the program that wrote the PDF, in Chromium's metadata, which have a line for each key.
var title, producer = regexp.MustCompile(`(?m)^(?:<<)?(/Title .*?)(?:>>)?$`), regexp.MustCompile(`(?m)^(/Producer .*?)(?:>>)?$`)

// normalize returns a document that is the same whenever it is printed: without the time of printing and with its own numbers for the
// elements of the page. It adds the author, and the fingerprint of what was printed.
func normalize(data []byte, a metadata) ([]byte, error) {
	d, err := readDocument(data)
	if err != nil {
		return nil, err
	}
	old := d.object(d.info)
	text := []byte("<<")
	for _, key := range []*regexp.Regexp{title, producer} {
		if m := key.FindSubmatch(old); m != nil {
			text = append(append(text, m[1]...), '\n')
		}
	}
	if a.author != "" {
		text = fmt.Appendf(text, "/Author %s\n", textString(a.author))
	}
	if !a.date.IsZero() {
		date := a.date.UTC().Format("20060102150405")
		text = fmt.Appendf(text, "/CreationDate (D:%s+00'00')\n/ModDate (D:%s+00'00')\n", date, date)
	}
	text = fmt.Appendf(text, "/Creator (Legpress)\n/LegpressProof (%s)>>", a.fingerprint)
	out := d.replace(d.info, text)
	renumberElements(out)
	return out, nil
}

// textString writes a text as PDF does in any script (ISO 32000-1, 7.9.2.2): UTF-16 with a mark in front, in hexadecimal.
func textString(s string) string {
	b := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return "<" + hex.EncodeToString(b) + ">"
}

var element = regexp.MustCompile(`\(node(\d{8})\)`)

// renumberElements numbers the elements of the page from 1 on, in the order of their old numbers. The browser counts the elements of all
// pages that a process has shown.
func renumberElements(data []byte) {
	places := element.FindAllSubmatchIndex(data, -1)
	var numbers []string
	for _, p := range places {
		numbers = append(numbers, string(data[p[2]:p[3]]))
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	for _, p := range places {
		i, _ := slices.BinarySearch(numbers, string(data[p[2]:p[3]]))
		copy(data[p[2]:], fmt.Appendf(nil, "%08d", i+1))
	}
}

var (
	kids        = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	reference   = regexp.MustCompile(`(\d+) 0 R`)
	pagesOf     = regexp.MustCompile(`/Pages (\d+) 0 R`)
	destsOf     = regexp.MustCompile(`/Dests (\d+) 0 R`)
	destination = regexp.MustCompile(`/([A-Za-z0-9_-]+) \[(\d+) 0 R`)
)

// destinations returns the page, 1-based, of each element that a link in the document leads to, by the id of the element. Only ids of
// ASCII letters, digits, - and _ are found.
func (d *document) destinations() map[string]int {
	catalogue := d.object(d.root)
	pages := map[string]int{}
	if m := pagesOf.FindSubmatch(catalogue); m != nil {
		d.pages(number(m[1]), pages)
	}
	found := map[string]int{}
	if m := destsOf.FindSubmatch(catalogue); m != nil {
		for _, to := range destination.FindAllSubmatch(d.object(number(m[1])), -1) {
			found[string(to[1])] = pages[string(to[2])]
		}
	}
	return found
}

// pages numbers the pages of a tree of pages, beginning behind those that have a number.
func (d *document) pages(n int, pages map[string]int) {
	m := kids.FindSubmatch(d.object(n))
	if m == nil {
		pages[strconv.Itoa(n)] = len(pages) + 1
		return
	}
	for _, kid := range reference.FindAllSubmatch(m[1], -1) {
		d.pages(number(kid[1]), pages)
	}
}
