package picture

import (
	"io"
	"slices"
)

// CleanVideo returns a video of a phone or a camera (MP4, QuickTime) without what it says about where and when it was made: the metadata
// of the whole and of its tracks, whole tracks of metadata, in which cameras record their way, and the times. They are overwritten,
// so that nothing moves, and only tables are read into memory. Any other file is returned as it is.
func CleanVideo(r io.ReaderAt, size int64) *io.SectionReader {
	blanks, err := videoBlanks(r, size)
	if err != nil || len(blanks) == 0 {
		return io.NewSectionReader(r, 0, size)
	}
	return io.NewSectionReader(&coveredFile{r, blanks}, 0, size)
}

// coveredFile is a file of which parts are overwritten when they are read.
type coveredFile struct {
	io.ReaderAt
	blanks []blank
}

func (c *coveredFile) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, at)
	for _, b := range c.blanks {
		b.cover(p[:n], at)
	}
	return n, err
}

// videoBlanks returns what has to be overwritten in a video. One whose end is missing is read as far as it goes.
func videoBlanks(r io.ReaderAt, size int64) ([]blank, error) {
	top, err := readBoxes(r, 0, size)
	if len(top) == 0 || !slices.Contains([]string{"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"}, top[0].kind) {
		return nil, err
	}
	var blanks []blank
	for _, b := range top {
		switch b.kind {
		case "udta", "uuid":
			blanks = append(blanks, b.hide()...)
		case "moov":
			blanks = append(blanks, metadataBlanks(r, b)...)
		}
	}
	return blanks, nil
}

// metadataBlanks returns what has to be overwritten in the description of a video or, within that, of a track.
func metadataBlanks(r io.ReaderAt, of box) []blank {
	var blanks []blank
	list, _ := readBoxes(r, of.from, of.to)
	for _, b := range list {
		switch b.kind {
		case "udta", "meta", "uuid":
			blanks = append(blanks, b.hide()...)
		case "mvhd", "tkhd", "mdhd":
			blanks = append(blanks, timeBlank(r, b))
		case "mdia":
			blanks = append(blanks, metadataBlanks(r, b)...)
		case "trak":
			if isMetadataTrack(r, b) {
				blanks = append(blanks, sampleBlanks(r, b)...)
				blanks = append(blanks, b.hide()...)
			} else {
				blanks = append(blanks, metadataBlanks(r, b)...)
			}
		}
	}
	return blanks
}

// timeBlank overwrites the times at which something was made and changed.
func timeBlank(r io.ReaderAt, b box) blank {
	long := int64(2 * 4)
	if b.fields(r).number(1) == 1 {
		long = 2 * 8
	}
	return blank{from: min(b.from+4, b.to), to: min(b.from+4+long, b.to)}
}

// isMetadataTrack reports whether a track is one of metadata that belong to moments of the video.
func isMetadataTrack(r io.ReaderAt, track box) bool {
	handler, _ := track.find(r, 0, "mdia", "hdlr")
	f := handler.fields(r)
	f.number(8)
	return f.kind() == "meta"
}

// maxSamples is how many samples a track may have: some days of metadata.
const maxSamples = 10_000_000

// sampleBlanks returns where the samples of a track are in the file. They lie in chunks; a table of runs says how many samples the
// chunks have from which chunk on.
func sampleBlanks(r io.ReaderAt, track box) []blank {
	table, _ := track.find(r, 0, "mdia", "minf", "stbl")
	next := sampleSizes(r, table)
	type run struct{ first, samples int64 }
	var runs []run
	inChunks, _ := table.find(r, 0, "stsc")
	f := inChunks.fields(r)
	f.number(4)
	for n := f.number(4); n > 0 && !f.truncated; n-- {
		runs = append(runs, run{f.number(4), f.number(4)})
		f.number(4)
	}
	width := 4
	places, ok := table.find(r, 0, "stco")
	if !ok {
		width = 8
		places, _ = table.find(r, 0, "co64")
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
		if f.truncated {
			break
		}
		blanks = append(blanks, blank{from: from, to: from + next(runs[0].samples)})
	}
	return blanks
}

// sampleSizes returns a function that returns how many bytes the next n samples of a track have.
func sampleSizes(r io.ReaderAt, table box) func(n int64) int64 {
	b, _ := table.find(r, 0, "stsz")
	f := b.fields(r)
	f.number(4)
	all := f.number(4) // the size of each sample; 0: they differ
	left := min(f.number(4), maxSamples)
	return func(n int64) int64 {
		n = min(n, left)
		left -= n
		if all > 0 {
			return all * n
		}
		var sum int64
		for ; n > 0 && !f.truncated; n-- {
			sum += f.number(4)
		}
		return sum
	}
}
