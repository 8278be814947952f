package picture

import (
	"bytes"
	"io"
	"slices"
	"strings"
)

// isAVIF reports whether the first box says that this is an AVIF file (AV1 Image File Format, section 7.2).
func isAVIF(data []byte) bool { return hasBrand(data, "avif", "avis") }

// isHEIC reports whether the first box says that this is a photo as iPhones make them (ISO/IEC 23008-12, annex B.4).
func isHEIC(data []byte) bool { return hasBrand(data, "heic", "heix", "heim", "heis", "hevc", "hevx") }

// hasBrand reports whether the first box of a file names one of these kinds of files.
func hasBrand(data []byte, kinds ...string) bool {
	b, err := readBox(bytes.NewReader(data), 0, int64(len(data)))
	if err != nil || b.kind != "ftyp" {
		return false
	}
	for brands := data[b.from:b.to]; len(brands) >= 4; brands = brands[4:] {
		if slices.Contains(kinds, string(brands[:4])) {
			return true
		}
	}
	return false
}

// readAVIF reads the size of an AVIF file as shown. Browsers turn such a picture themselves, so that its orientation is upright.
func readAVIF(data []byte) (header, error) {
	r := bytes.NewReader(data)
	top, err := readBoxes(r, 0, r.Size())
	if err != nil {
		return header{}, err
	}
	i := slices.IndexFunc(top, func(b box) bool { return b.kind == "meta" })
	if i < 0 {
		return header{}, Unreadable()
	}
	h := header{orientation: upright}
	for _, p := range properties(r, top[i]) {
		switch f := p.fields(r); p.kind {
		case "ispe":
			f.number(4)
			h.width, h.height = int(f.number(4)), int(f.number(4))
		case "irot":
			if f.number(1)%2 == 1 {
				h.width, h.height = h.height, h.width
			}
		}
	}
	return h, nil
}

// properties returns the boxes that describe the primary picture, in their order.
func properties(r io.ReaderAt, meta box) []box {
	primary, _ := meta.find(r, 4, "pitm")
	f := primary.fields(r)
	shown := f.number(2 + 2*int(min(f.number(4)>>24, 1)))
	container, ok := meta.find(r, 4, "iprp", "ipco")
	if !ok {
		return nil
	}
	all, _ := readBoxes(r, container.from, container.to)
	association, _ := meta.find(r, 4, "iprp", "ipma")
	f = association.fields(r)
	words := f.number(4)
	version, wide := words>>24, words&1 == 1
	for range f.number(4) {
		item := f.number(2 + 2*int(min(version, 1)))
		var list []box
		for range f.number(1) {
			index := f.number(1) & 0x7f
			if wide {
				index = index<<8 | f.number(1)
			}
			if index > 0 && index <= int64(len(all)) {
				list = append(list, all[index-1])
			}
		}
		if item == shown || f.truncated {
			return list
		}
	}
	return nil
}

// cleanAVIF returns the file with zeros in the place of EXIF and XMP. Nothing in it moves.
func cleanAVIF(data []byte) ([]byte, error) {
	r := bytes.NewReader(data)
	top, err := readBoxes(r, 0, r.Size())
	if err != nil {
		return nil, err
	}
	blanks, err := videoBlanks(r, r.Size())
	if err != nil {
		return nil, err
	}
	for _, b := range top {
		if b.kind == "meta" {
			blanks = append(blanks, itemBlanks(r, b)...)
		}
	}
	clean := bytes.Clone(data)
	for _, b := range blanks {
		b.cover(clean, 0)
	}
	return clean, nil
}

// itemBlanks returns where the EXIF and XMP of a picture are in the file.
func itemBlanks(r *bytes.Reader, meta box) []blank {
	notes := metadataItems(r, meta)
	location, _ := meta.find(r, 4, "iloc")
	data, _ := meta.find(r, 4, "idat")
	f := location.fields(r)
	version := f.number(4) >> 24
	sizes := f.number(2)
	offset, length, base, index := int(sizes>>12), int(sizes>>8&15), int(sizes>>4&15), int(sizes&15)
	if version == 0 {
		index = 0
	}
	var blanks []blank
	for range f.number(2 + 2*int(version/2)) {
		item := f.number(2 + 2*int(version/2))
		inside := version > 0 && f.number(2)&15 == 1 // offsets count from the box idat, not from the file
		f.number(2)
		start := f.number(base)
		if inside {
			start += data.from
		}
		for range f.number(2) {
			f.number(index)
			from := start + f.number(offset)
			to := from + f.number(length)
			if to == from {
				to = r.Size()
			}
			if notes[item] && !f.truncated && from >= 0 {
				blanks = append(blanks, blank{from: from, to: to})
			}
		}
		if f.truncated {
			break
		}
	}
	return blanks
}

// metadataItems returns the numbers of the items of a picture that are EXIF or XMP.
func metadataItems(r io.ReaderAt, meta box) map[int64]bool {
	notes := map[int64]bool{}
	info, ok := meta.find(r, 4, "iinf")
	if !ok {
		return notes
	}
	count := int64(2)
	if info.fields(r).number(4)>>24 > 0 {
		count = 4
	}
	list, _ := readBoxes(r, min(info.from+4+count, info.to), info.to)
	for _, b := range list {
		f := b.fields(r)
		item := f.number(2 + 2*int(max(f.number(4)>>24, 2)-2))
		f.number(2)
		kind := f.kind()
		if kind == "Exif" || kind == "mime" && strings.Contains(string(f.rest), "xml") {
			notes[item] = true
		}
	}
	return notes
}
