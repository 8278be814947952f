package picture

import "encoding/binary"

// orientation reads from EXIF data, without "Exif\0\0" in front, how the picture has to be turned. What cannot be read
// is upright.
func orientation(exif []byte) turn {
	order, ok := byteOrder(exif)
	if !ok {
		return upright
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return upright
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		const size, tag, short = 12, 0x0112, 3
		if len(entries) < size {
			return upright
		}
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short {
			if t := turn(order.Uint16(entries[8:])); t >= 1 && t <= 8 {
				return t
			}
			return upright
		}
		entries = entries[size:]
	}
	return upright
}

// byteOrder reads the order of bytes, and reports whether this is the head of a TIFF file, which is what EXIF is stored as.
func byteOrder(exif []byte) (binary.ByteOrder, bool) {
	if len(exif) < 8 {
		return nil, false
	}
	switch string(exif[:4]) {
	case "II*\x00":
		return binary.LittleEndian, true
	case "MM\x00*":
		return binary.BigEndian, true
	}
	return nil, false
}
