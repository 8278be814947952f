package picture

import "encoding/binary"

// readOrientation reads the orientation from EXIF data, which begin behind "Exif\0\0". Data that cannot be read are upright.
func readOrientation(exif []byte) orientation {
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
			if t := orientation(order.Uint16(entries[8:])); t >= 1 && t <= 8 {
				return t
			}
			return upright
		}
		entries = entries[size:]
	}
	return upright
}

// byteOrder returns the byte order of EXIF data, and false for data that are no TIFF file, which EXIF is stored as.
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
