package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
)

// runnerPhotos checks the photos of the runner types, which are always cut.
func (c *checker) runnerPhotos() {
	for _, r := range c.site.Runners {
		c.chosen(r.Pos.File, r.Image, true)
	}
}

// chosen checks the picture that a file names to stand for what it says; cut says whether it is cut to the shape of its place.
func (c *checker) chosen(file string, at tomlfile.Text, cut bool) {
	if at.Value == "" {
		return
	}
	c.picture(file, at.Value, at.Pos)
	if shown := c.site.Resolve(file, markdown.Ref{Kind: markdown.Picture, Target: at.Value}).Copied; cut && shown != nil && shown.Photo != nil {
		c.tooSmall(shown.Photo, at.Pos)
	}
}

// leastWidth is how wide a photo must be that is cut to 3 × 2, in pixels (house rule): the column of a text on a desk is 595 to 630 pixels
// wide, and what is much smaller looks blurred there.
const leastWidth = 500

// tooSmall warns of a photo that has too few pixels for its place when it is cut to 3 × 2, because it is small, or so wide that little
// of it is left.
func (c *checker) tooSmall(p *picture.Photo, pos diag.Position) {
	size := p.Fallback()
	if size == (picture.Variant{}) {
		size.Width, size.Height = p.Width, p.Height
	}
	if min(size.Width, size.Height*3/2) >= leastWidth {
		return
	}
	w := diag.Warningf(pos, "small-photo", "this photo will look blurred: it has %d × %d points.", p.Width, p.Height)
	if p.Width >= leastWidth && p.Height*3/2 >= leastWidth {
		c.add(w.WithHint("It is so wide that little of it is left when the page cuts it to 3 × 2. Cut it yourself to what matters."))
		return
	}
	c.add(w.WithHint("Take one of 1200 × 800 points or more."))
}

// picture checks that a picture exists; target is its path from the file that shows it.
func (c *checker) picture(file, target string, pos diag.Position) {
	t := c.site.Resolve(file, markdown.Ref{Kind: markdown.Picture, Target: target})
	switch {
	case t.Copied != nil && !t.Copied.Public():
		c.add(c.hiddenFile(t.Copied.Withheld, pos))
	case t.Copied != nil && (parse.IsPicture(t.Copied.File) || t.Copied.Fault != nil):
		c.pictureFault(t.Copied.Fault, pos)
		if t.Copied.Photo == nil {
			c.namesUnlisted(c.site.PageFrom(file), t, pos)
		}
	case strings.Contains(target, "://"):
		c.add(diag.Errorf(pos, "external-picture", "this picture is on another website, which would then learn who reads this page.").
			WithHint("Save it in the site's folder, if its licence lets you, and write its path."))
	case t.Found():
		c.add(diag.Errorf(pos, "not-a-picture", "%q is not a picture.", target).WithHint("A picture ends in .svg, .png, .jpg, .webp or .avif."))
	default:
		at := path.Join(path.Dir(file), target)
		if strings.HasPrefix(target, "/") {
			at = source.Content + "/static" + target
		}
		c.add(diag.Errorf(pos, "no-picture", "there is no picture at %s.", at).WithHint("%s", c.pictureHint(file, at)))
	}
}

// pictureHint says which picture may have been meant by a path at which there is none: one in that folder whose name is similar, or else
// one anywhere that has this name, with whatever ending. Most of those that are meant are used by nothing else.
func (c *checker) pictureHint(file, at string) string {
	const mend = "Put it there, or mend the path."
	if c.searchCount++; c.searchCount > maxSearches {
		return mend
	}
	name := path.Base(strings.ReplaceAll(at, `\`, "/"))
	var near, same []string
	for _, other := range c.allPictures() {
		if path.Dir(other) == path.Dir(at) {
			near = append(near, path.Base(other))
		}
		if strings.EqualFold(withoutExt(path.Base(other)), withoutExt(name)) {
			same = append(same, other)
		}
	}
	if nearest := diag.Nearest(path.Base(at), near); nearest != "" {
		c.meant = append(c.meant, path.Join(path.Dir(at), nearest))
		return diag.DidYouMean(path.Base(at), near)
	}
	if len(same) == 0 {
		return mend
	}
	slices.Sort(same)
	c.meant = append(c.meant, same[0])
	return fmt.Sprintf("There is one at %s: from here, that is %q.", same[0], pathFrom(file, same[0]))
}

func withoutExt(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// allPictures returns the paths of the pictures that the site publishes or would publish if something used them.
func (c *checker) allPictures() []string {
	var list []string
	for _, f := range c.site.Files {
		if f.Variant == (picture.Variant{}) || f.Variant == f.Photo.Fallback() {
			list = append(list, f.File.Path)
		}
	}
	for _, w := range c.site.Withheld {
		if w.Reason == site.Unused {
			list = append(list, w.File.Path)
		}
	}
	return slices.DeleteFunc(list, func(file string) bool { return !parse.IsPicture(source.File{Path: file}) })
}

// pathFrom returns the path by which a file names another one.
func pathFrom(file, other string) string {
	if at, ok := strings.CutPrefix(other, source.Content+"/static/"); ok {
		return "/" + at
	}
	from, to := strings.Split(path.Dir(file), "/"), strings.Split(other, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}

// pictureFault reports, where a picture is shown, why it cannot be.
func (c *checker) pictureFault(f *picture.Fault, pos diag.Position) {
	if f != nil {
		c.add(diag.Errorf(pos, "bad-picture", "%s", f.Message).WithHint("%s", f.Hint))
	}
}

// unshownPictures reports faults of pictures that no page shows.
func (c *checker) unshownPictures() {
	for _, f := range c.site.Files {
		if f.Fault != nil && f.Shown.File == "" {
			c.pictureFault(f.Fault, diag.Position{File: f.File.Path})
		}
	}
}
