package picture

import (
	"bytes"
	"encoding/binary"
)

// Markers of a JPEG file (ITU-T T.81, table B.1).
const (
	startOfImage   = 0xd8
	endOfImage     = 0xd9
	startOfScan    = 0xda
	startOfFrame   = 0xc0
	progressive    = 0xc2
	tables         = 0xc4 // from here on, with exceptions, other kinds of frames
	restart        = 0xd0 // to 0xd7
	application    = 0xe0 // to 0xef: what programs add
	comment        = 0xfe
	app0           = application
	exifSegment    = application + 1
	profileSegment = application + 2
	adobeSegment   = application + 14
)

func isJPEG(data []byte) bool { return bytes.HasPrefix(data, []byte{0xff, startOfImage, 0xff}) }

// segment is a part of a JPEG file.
type segment struct {
	marker   byte
	body     []byte // without marker and length
	withHead []byte // with them, and with the coded pixels that follow the head of a scan
}

// segments returns the parts of a JPEG picture up to its end marker. The file may go on behind it, because phones append other
// pictures.
func segments(data []byte) ([]segment, error) {
	var list []segment
	rest := data[2:]
	for {
		for len(rest) > 1 && rest[0] == 0xff && rest[1] == 0xff {
			rest = rest[1:]
		}
		if len(rest) < 2 {
			return nil, truncated()
		}
		if rest[0] != 0xff {
			return nil, Unreadable()
		}
		marker := rest[1]
		if marker == endOfImage {
			return list, nil
		}
		if len(rest) < 4 {
			return nil, truncated()
		}
		length := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if length < 4 {
			return nil, Unreadable()
		}
		if length > len(rest) {
			return nil, truncated()
		}
		s := segment{marker: marker, body: rest[4:length], withHead: rest[:length]}
		if marker == startOfScan {
			s.withHead = rest[:length+scanLength(rest[length:])]
		}
		if list = append(list, s); len(list) > maxParts {
			return nil, Unreadable()
		}
		rest = rest[len(s.withHead):]
	}
}

// scanLength returns how many bytes of coded pixels there are before the next marker.
func scanLength(data []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(data[at:], 0xff)
		if next < 0 || at+next+1 >= len(data) {
			return len(data)
		}
		at += next
		if marker := data[at+1]; marker != 0 && marker&^7 != restart {
			return at
		}
		at += 2
	}
}

// readJPEG reads the head of a JPEG file, and checks that the file is complete.
func readJPEG(data []byte) (header, error) {
	list, err := segments(data)
	if err != nil {
		return header{}, err
	}
	h := header{orientation: upright}
	scans := 0
	for _, s := range list {
		switch {
		case s.marker == exifSegment && h.orientation == upright:
			if exif, ok := bytes.CutPrefix(s.body, []byte("Exif\x00\x00")); ok {
				h.orientation = readOrientation(exif)
			}
		case s.marker >= startOfFrame && s.marker <= progressive && len(s.body) >= 6:
			h.height, h.width = int(binary.BigEndian.Uint16(s.body[1:])), int(binary.BigEndian.Uint16(s.body[3:]))
			h.cmyk = s.body[5] == 4
			h.depth = jpegDepth(s)
		case s.marker == startOfScan:
			scans++
		}
	}
	if scans == 0 || scans > maxScans {
		return h, Unreadable()
	}
	return h, nil
}

// maxScans is how many scans a progressive JPEG file may have. Programs write about ten; each one costs as much as decoding the
// picture once.
const maxScans = 100

// jpegDepth returns how many bytes of memory a pixel takes while the file is decoded: one for each of its samples, and four more each
// in a progressive file. Colours may have fewer samples than there are pixels.
func jpegDepth(frame segment) int {
	each := 1
	if frame.marker == progressive {
		each += 4
	}
	samples, across, down := 0, 1, 1
	for at := 6; at+3 <= len(frame.body); at += 3 {
		h, v := int(frame.body[at+1]>>4), int(frame.body[at+1]&15)
		samples += h * v
		across, down = max(across, h), max(down, v)
	}
	return (samples*each + across*down - 1) / (across * down)
}

// cleanJPEG returns the file without what is not needed to show it: EXIF, XMP, IPTC, comments, previews, other pictures.
func cleanJPEG(data []byte) ([]byte, error) {
	list, err := segments(data)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(data)), 0xff, startOfImage)
	for _, s := range list {
		if s.isNeeded() {
			out = append(out, s.withHead...)
		}
	}
	return append(out, 0xff, endOfImage), nil
}

// isNeeded reports whether a part is needed to show the picture. Of what programs add that is only what says how colours are meant.
func (s segment) isNeeded() bool {
	switch s.marker {
	case app0:
		return bytes.HasPrefix(s.body, []byte("JFIF\x00"))
	case profileSegment:
		return bytes.HasPrefix(s.body, []byte("ICC_PROFILE\x00"))
	case adobeSegment:
		return bytes.HasPrefix(s.body, []byte("Adobe"))
	case comment:
		return false
	}
	return s.marker&^0x0f != application
}
