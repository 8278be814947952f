package render

import "slices"

// Contents are the contents of the whole guide, for one page of paper.
type Contents struct {
	Size  int // of the letters and columns: 1 is the largest
	Lines []ContentsLine
	Short bool // a part stands alone, as its chapters do not fit
}

// ContentsLine is a part or a chapter, with what its place has in the guide.
type ContentsLine struct {
	Anchor string
	Title  string
	Level  string // "part", "" for a chapter, or "within" another chapter
	part   int
}

// contentsSizes are the ways to set the contents on a page, from large to small: how many lines a column has and how many letters a
// line. They are measured on the lower of the papers, Letter, with a tenth to spare; book.css has the same sizes.
var contentsSizes = [...]struct{ columns, lines, letters int }{
	{1, 22, 55},
	{1, 34, 80},
	{2, 38, 40},
	{2, 48, 44},
	{3, 54, 30},
}

// partLines is how many lines a part takes, with the space above it.
const partLines = 2

// ContentsPage returns the contents of the guide in the largest letters in which they fit on one page. Where they fit in none, what is
// deepest gives way: what lies within other chapters, then the chapters of the longest parts.
func (v *BookView) ContentsPage() Contents {
	c := Contents{Lines: v.book.lines()}
	for !c.fit() {
		if within := c.without(func(l ContentsLine) bool { return l.Level == "within" }); len(within) < len(c.Lines) {
			c.Lines = within
			continue
		}
		longest := c.longest()
		if longest < 0 {
			break
		}
		c.Lines, c.Short = c.without(func(l ContentsLine) bool { return l.part == longest && l.Level != "part" }), true
	}
	return c
}

// lines returns the contents in full. The only chapter of a part that has no title of its own is not named.
func (b *book) lines() []ContentsLine {
	var list []ContentsLine
	for i, part := range b.parts {
		list = append(list, ContentsLine{part.Anchor, part.Title, "part", i})
		for _, c := range part.Chapters {
			level := ""
			if c.Within {
				level = "within"
			}
			if c.Title != "" {
				list = append(list, ContentsLine{c.Anchor, c.Title, level, i})
			}
		}
	}
	return list
}

// fit chooses the largest size in which the lines fit, and reports whether there is one.
func (c *Contents) fit() bool {
	for i, size := range contentsSizes {
		c.Size = i + 1
		needed := 0
		for _, l := range c.Lines {
			needed += l.height(size.letters)
		}
		spare := (size.columns - 1) * partLines // a column ends early, so that a part is not parted from its first chapter
		if needed+spare <= size.columns*size.lines {
			return true
		}
	}
	return false
}

// height returns how many lines of so many letters one takes.
func (l ContentsLine) height(letters int) int {
	lines := (width(l.Title) + letters - 1) / letters
	if l.Level == "part" {
		return lines + partLines - 1
	}
	return lines
}

// wideFrom is the first letter of those that are as wide as two: the scripts of East Asia.
const wideFrom = 'ᄀ'

func width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= wideFrom {
			n++
		}
	}
	return n
}

func (c *Contents) without(leftOut func(ContentsLine) bool) []ContentsLine {
	return slices.DeleteFunc(slices.Clone(c.Lines), leftOut)
}

// longest returns the part that has the most chapters listed; -1 where none has any.
func (c *Contents) longest() int {
	listed := map[int]int{}
	part := -1
	for _, l := range c.Lines {
		if l.Level == "part" {
			continue
		}
		if listed[l.part]++; part < 0 || listed[l.part] > listed[part] {
			part = l.part
		}
	}
	return part
}
