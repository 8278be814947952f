package picture

import (
	"io"
	"slices"
)

// Film returns a film that a phone or a camera made (MP4, QuickTime) without what it says about where and when: the notes of the
// whole and of its tracks, tracks of notes, as cameras write their way into them, and the times. Nothing in it moves, and no more of
// it is read than its tables. What is no such film is returned as it is.
func Film(r io.ReaderAt, size int64) *io.SectionReader {
	blanks, err := filmBlanks(r, size)
	if err != nil || len(blanks) == 0 {
		return io.NewSectionReader(r, 0, size)
	}
	return io.NewSectionReader(&covered{r, blanks}, 0, size)
}

// covered is a file of which parts are covered.
type covered struct {
	io.ReaderAt
	blanks []blank
}

func (c *covered) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, at)
	for _, b := range c.blanks {
		b.cover(p[:n], at)
	}
	return n, err
}

// filmBlanks returns what has to be covered in a film. A film whose end is missing is read as far as it goes.
func filmBlanks(r io.ReaderAt, size int64) ([]blank, error) {
	top, err := boxes(r, 0, size)
	if len(top) == 0 || !slices.Contains([]string{"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"}, top[0].kind) {
		return nil, err
	}
	var blanks []blank
	for _, b := range top {
		switch b.kind {
		case "udta", "uuid":
			blanks = append(blanks, b.hide()...)
		case "moov":
			blanks = append(blanks, noteBlanks(r, b)...)
		}
	}
	return blanks, nil
}

// noteBlanks returns what has to be covered in the description of a film or, within that, of a track.
func noteBlanks(r io.ReaderAt, of box) []blank {
	var blanks []blank
	list, _ := boxes(r, of.from, of.to)
	for _, b := range list {
		switch b.kind {
		case "udta", "meta", "uuid":
			blanks = append(blanks, b.hide()...)
		case "mvhd", "tkhd", "mdhd":
			blanks = append(blanks, timeBlank(r, b))
		case "mdia":
			blanks = append(blanks, noteBlanks(r, b)...)
		case "trak":
			if isNotes(r, b) {
				blanks = append(blanks, sampleBlanks(r, b)...)
				blanks = append(blanks, b.hide()...)
			} else {
				blanks = append(blanks, noteBlanks(r, b)...)
			}
		}
	}
	return blanks
}

// timeBlank covers when something was made and changed.
func timeBlank(r io.ReaderAt, b box) blank {
	long := int64(2 * 4)
	if b.fields(r).number(1) == 1 {
		long = 2 * 8
	}
	return blank{from: min(b.from+4, b.to), to: min(b.from+4+long, b.to)}
}

// isNotes reports whether a track is one of notes that belong to moments of the film.
func isNotes(r io.ReaderAt, track box) bool {
	handler, _ := track.in(r, 0, "mdia", "hdlr")
	f := handler.fields(r)
	f.number(8)
	return f.kind() == "meta"
}

// mostSamples is how many pieces a track may have: some days of notes.
const mostSamples = 10_000_000

// sampleBlanks returns where the pieces of a track stand in the file. They lie in chunks, and a table says from which chunk on there
// are how many in each.
func sampleBlanks(r io.ReaderAt, track box) []blank {
	table, _ := track.in(r, 0, "mdia", "minf", "stbl")
	next := sampleSizes(r, table)
	type run struct{ first, samples int64 }
	var runs []run
	inChunks, _ := table.in(r, 0, "stsc")
	f := inChunks.fields(r)
	f.number(4)
	for n := f.number(4); n > 0 && !f.cut; n-- {
		runs = append(runs, run{f.number(4), f.number(4)})
		f.number(4)
	}
	width := 4
	places, ok := table.in(r, 0, "stco")
	if !ok {
		width = 8
		places, _ = table.in(r, 0, "co64")
	}
	f = places.fields(r)
	f.number(4)
	count := f.number(4)
	var blanks []blank
	for chunk := int64(1); chunk <= count && len(runs) > 0; chunk++ {
		for len(runs) > 1 && runs[1].first <= chunk {
			runs = runs[1:]
		}
		from := f.number(width)
		if f.cut {
			break
		}
		blanks = append(blanks, blank{from: from, to: from + next(runs[0].samples)})
	}
	return blanks
}

// sampleSizes returns what tells how many bytes the next so many pieces of a track have.
func sampleSizes(r io.ReaderAt, table box) func(n int64) int64 {
	b, _ := table.in(r, 0, "stsz")
	f := b.fields(r)
	f.number(4)
	all := f.number(4) // the size of each, or 0
	left := min(f.number(4), mostSamples)
	return func(n int64) int64 {
		n = min(n, left)
		left -= n
		if all > 0 {
			return all * n
		}
		var sum int64
		for ; n > 0 && !f.cut; n-- {
			sum += f.number(4)
		}
		return sum
	}
}
