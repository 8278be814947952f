package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"strings"
	"testing"
)

// gpsExif is EXIF data that names a latitude, or without one only an orientation.
func gpsExif(withPlace bool) string {
	b := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08")
	entry := func(tag, kind uint16, count, value uint32) {
		b = binary.BigEndian.AppendUint16(b, tag)
		b = binary.BigEndian.AppendUint16(b, kind)
		b = binary.BigEndian.AppendUint32(b, count)
		b = binary.BigEndian.AppendUint32(b, value)
	}
	if !withPlace {
		b = binary.BigEndian.AppendUint16(b, 1)
		entry(0x0112, 3, 1, 6<<16)
		return string(binary.BigEndian.AppendUint32(b, 0))
	}
	b = binary.BigEndian.AppendUint16(b, 1)
	entry(0x8825, 4, 1, 26) // the places are in a directory of their own
	b = binary.BigEndian.AppendUint32(b, 0)
	b = binary.BigEndian.AppendUint16(b, 2)
	entry(1, 2, 2, uint32('N')<<24)
	entry(2, 5, 3, 56)
	b = binary.BigEndian.AppendUint32(b, 0)
	for _, n := range []uint32{52, 1, 31, 1, 12, 1} {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return string(b)
}

func jpegWith(t *testing.T, notes ...string) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	head := "\xff\xd8"
	for _, n := range notes {
		head += "\xff\xe1" + string(binary.BigEndian.AppendUint16(nil, uint16(len(n)+2))) + n
	}
	return head + string(b.Bytes()[2:])
}

const xmp = "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">" +
	"<rdf:Description xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" NOTE/></rdf:RDF></x:xmpmeta>"

func TestHasLocation(t *testing.T) {
	film := func(notes string) string {
		return boxed("ftyp", "isom\x00\x00\x00\x00") + boxed("moov", boxed("mvhd", strings.Repeat("\x00", 20)), notes) + boxed("mdat", "moving pictures")
	}
	for _, c := range []struct {
		name, ending, data string
		want               bool
	}{
		{"a photo with a place", ".jpg", jpegWith(t, gpsExif(true)), true},
		{"the same under another ending", ".jpeg", jpegWith(t, gpsExif(true)), true},
		{"a photo that is only turned", ".jpg", jpegWith(t, gpsExif(false)), false},
		{"a photo without notes", ".jpg", jpegWith(t), false},
		{"a place in XMP", ".jpg", jpegWith(t, strings.Replace(xmp, "NOTE", `exif:GPSLatitude="52,31.2N"`, 1)), true},
		{"XMP without a place", ".jpg", jpegWith(t, strings.Replace(xmp, "NOTE", `exif:Flash="1"`, 1)), false},
		{"half a photo", ".jpg", jpegWith(t, gpsExif(true))[:30], false},
		{"no photo", ".jpg", "no photo", false},
		{"nothing", ".png", "", false},
		{"a film with a place", ".mp4", film(boxed("udta", boxed("\xa9xyz", "+52.5+013.4/"))), true},
		{"a film of another phone", ".MOV", film(boxed("meta", "com.apple.quicktime.location.ISO6709")), true},
		{"a film without a place", ".mp4", film(boxed("udta", "x")), false},
		{"a film whose pictures look like a place", ".mp4", film("") + boxed("mdat", "\xa9xyz"), false},
		{"a text", ".txt", "GPSLatitude", false},
	} {
		if got := HasLocation(strings.NewReader(c.data), strings.ToLower(c.ending)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func boxed(kind string, parts ...string) string {
	text := strings.Join(parts, "")
	return string(binary.BigEndian.AppendUint32(nil, uint32(8+len(text)))) + kind + text
}
