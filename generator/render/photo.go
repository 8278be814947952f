package render

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/legpress/legpress/generator/focus"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// This file holds the places of the theme that have room for a photo. A photo that is cut is cut by the browser, which needs no files of
// its own for that: its class says to which shape, and around which place.

// place is how wide a place of the theme is, from the widest window to the narrowest.
type place []step

// step is a width in windows from a width on.
type step struct {
	from    int // the width of the window, in rem; 0: in all others
	percent int // of the window's width
	more    int // pixels beside that; may be negative
}

// The places of the theme, by its stylesheets: at a window of 70rem a page gets a side, at 46rem a margin. Where letters are larger in
// wide windows, it is their width that counts.

// inText is the column of a text.
func inText() place { return place{{70, 0, 630}, {46, 100, -221}, {0, 100, -54}} }

// inHead is the place beside the first words of the home page.
func inHead() place { return place{{60, 0, 540}, {46, 100, -221}, {0, 100, -54}} }

// atSide is the side.
func atSide() place { return place{{70, 0, 394}, {46, 100, -221}, {0, 100, -54}} }

// inList is one of several columns.
func inList() place { return place{{60, 0, 340}, {46, 100, -221}, {0, 100, -54}} }

// besideName is the place of a portrait.
func besideName() place { return place{{0, 0, 104}} }

// sizes returns the widths for a browser, which chooses a file by them. Where the ends of a picture are cut off, the whole of it is wider
// than its place: by how much is said in percent of the place.
func (p place) sizes(percent int) string {
	var list []string
	for _, s := range p {
		width := fmt.Sprintf("%dpx", s.more*percent/100)
		if s.percent > 0 {
			width = fmt.Sprintf("calc(%dvw - %dpx)", s.percent*percent/100, -s.more*percent/100)
		}
		if s.from > 0 {
			width = fmt.Sprintf("(min-width: %drem) %s", s.from, width)
		}
		list = append(list, width)
	}
	return strings.Join(list, ", ")
}

// shape is what a photo is cut to.
type shape struct {
	class         string // in the stylesheet
	width, height int    // relative to each other
}

// lying is the shape of all photos that are cut, but for portraits (house rule): that of most cameras, so that the least is lost.
func lying() shape { return shape{"cut", 3, 2} }

// square is the shape of portraits.
func square() shape { return shape{"face", 1, 1} }

// cutOff returns how wide the whole of a picture is where it is cut to the shape, in percent of what is left.
func (s shape) cutOff(of parse.Size) int {
	if of.Width == 0 || of.Height == 0 {
		return 100
	}
	return max(100, 100*of.Width*s.height/(of.Height*s.width))
}

// chosen is a picture that an author has chosen to stand for something, beside its text.
type chosen struct {
	file, target string // the file that names it, and its path from there; no target: none was chosen
	alt          string
	focus        focus.Focus
}

// cut returns a picture cut to a shape, or nothing.
func (r *Renderer) cut(p chosen, to shape, at place, first bool) template.HTML {
	if p.target == "" {
		return ""
	}
	c := r.resolvePicture(p.file, p.target)
	if c == nil {
		return ""
	}
	return template.HTML(r.image(c, p.alt, "", setting{sizes: at.sizes(to.cutOff(c.Size)), first: first, class: to.class + focusClasses(p.focus)}))
}

// focusClasses returns the classes that say around which place a picture is cut: a digit for each tenth from the left and from the top.
// The middle has none.
func focusClasses(f focus.Focus) string {
	left, top := f.Place()
	var b strings.Builder
	for _, d := range []struct {
		axis    string
		percent int
	}{{"x", left}, {"y", top}} {
		if tenth := (d.percent + 5) / 10; tenth != 5 {
			fmt.Fprintf(&b, " %s%d", d.axis, tenth)
		}
	}
	return b.String()
}

// atTop returns the picture at the top of a text: whole, or cut where its author says around which place; nothing where there is none.
func (r *Renderer) atTop(a *parse.Article) template.HTML {
	if a.Focus.Given {
		return r.cut(imageOf(a), lying(), inText(), true)
	}
	if c := r.resolvePicture(a.File, a.Image.Value); a.Image.Value != "" && c != nil {
		return template.HTML(r.image(c, a.ImageAlt, "", setting{sizes: inText().sizes(100), first: true}))
	}
	return ""
}

func imageOf(a *parse.Article) chosen { return chosen{a.File, a.Image.Value, a.ImageAlt, a.Focus} }

func photoOfRunner(r *site.Runner) chosen {
	return chosen{r.Pos.File, r.Image.Value, r.ImageAlt, r.ImageFocus}
}

// RunnerImage returns the photo of a runner type beside its name, in a list, or nothing. It is not described: its own page does that.
func (v *SiteView) RunnerImage(r *site.Runner) template.HTML {
	p := photoOfRunner(r)
	p.alt = ""
	return v.renderer.cut(p, lying(), inList(), false)
}

// Image returns the photo of the page's runner type, or nothing.
func (v *RunnerView) Image() template.HTML {
	return v.renderer.cut(photoOfRunner(v.Runner), lying(), atSide(), true)
}

// Photo returns the photo of the page's exercise with its credit, or nothing: where there is no photo, the drawing takes its place.
func (v *ExerciseView) Photo() template.HTML {
	if !v.Exercise.Photographed() {
		return ""
	}
	return v.renderer.ownPicture(v.Exercise, true)
}
