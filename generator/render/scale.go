package render

import (
	"fmt"
	"html/template"

	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// This file holds how large the pictures of exercises are. Drawings know their real size, so those of one place are shown at one scale,
// as if they stood beside each other: a small body is a body that lies, never one that was drawn smaller. Their ground is equally far
// above their lower edge, so that in a row with one lower edge all of them stand on one line.

// The room of the large drawing of an exercise, in CSS pixels, and the largest scale in it, in percent. House rules: a standing body is
// then as tall as four lines of large text, and beside the widest drawing there is room for the cues.
const (
	largeWidth  = 480
	largeHeight = 400
	largeScale  = 190
)

// Drawing returns the picture of an exercise, large and with its credit, or nothing.
func (v *SiteView) Drawing(e *site.Exercise) template.HTML {
	r := v.renderer
	if e.Drawn() {
		return r.figureImage(e, min(largeScale, r.scale([]*site.Exercise{e}, largeWidth, largeHeight)), e.Figure.Alt(e.Name), false)
	}
	return r.ownPicture(e, false)
}

// ownPicture returns the picture that an author gives an exercise, large and with its credit, or nothing. It is cut where its author
// says around which place.
func (r *Renderer) ownPicture(e *site.Exercise, first bool) template.HTML {
	c := r.pictureOf(e)
	if c == nil {
		return ""
	}
	img := template.HTML(r.image(c, e.PictureAlt, "", setting{sizes: inText().sizes(100), first: first}))
	if e.PictureFocus.Given {
		img = r.cut(chosen{e.Pos.File, e.Picture.Value, e.PictureAlt, e.PictureFocus}, lying(), inText(), first)
	}
	if e.PictureCredit == "" {
		return img
	}
	return "<figure>" + img + "<figcaption>" + template.HTML(escape(e.PictureCredit)) + "</figcaption></figure>"
}

// Figure returns the picture of an exercise beside its name, which describes it there, or nothing. The scale is in percent: at 100 a
// centimetre of the body is a CSS pixel, and a standing body 170 of them. A picture that was not drawn from poses is as tall as such a
// body. It is loaded when it comes into sight.
func (v *SiteView) Figure(e *site.Exercise, percent int) template.HTML {
	if e.Drawn() {
		return v.renderer.figureImage(e, percent, "", true)
	}
	c := v.renderer.pictureOf(e)
	if c == nil {
		return ""
	}
	size := scaled(v.renderer.realSize(e), percent)
	return template.HTML(v.renderer.image(c, "", "", setting{sizes: fmt.Sprintf("%dpx", size.Width), size: size}))
}

// FigureAtOnce returns the same as [SiteView.Figure] for where few stand: a drawing is there with the page, as what is loaded late may be
// missing on paper.
func (v *SiteView) FigureAtOnce(e *site.Exercise, percent int) template.HTML {
	if e.Drawn() {
		return v.renderer.figureImage(e, percent, "", false)
	}
	return v.Figure(e, percent)
}

// Scale returns the largest scale for [SiteView.Figure], in percent, at which every one of these exercises fits into a room of that
// many CSS pixels.
func (v *SiteView) Scale(exercises []*site.Exercise, width, height int) int {
	return v.renderer.scale(exercises, width, height)
}

func (r *Renderer) scale(exercises []*site.Exercise, width, height int) int {
	var most parse.Size
	for _, e := range exercises {
		size := r.realSize(e)
		most.Width, most.Height = max(most.Width, size.Width), max(most.Height, size.Height)
	}
	return min(100*width/max(most.Width, 1), 100*height/max(most.Height, 1))
}

// realSize is how large the picture of an exercise is in centimetres of the body that it shows. Of one that was not drawn from poses
// this is not known; it is taken to be as tall as a standing body.
func (r *Renderer) realSize(e *site.Exercise) parse.Size {
	if e.Drawn() {
		return r.figure(e).size
	}
	size := parse.Size{Width: figure.Height, Height: figure.Height}
	if c := r.pictureOf(e); c != nil && c.Size.Height > 0 {
		size.Width = max(figure.Height*c.Size.Width/c.Size.Height, 1)
	}
	return size
}

// pictureOf returns the file that an author gives an exercise as its picture, or nil.
func (r *Renderer) pictureOf(e *site.Exercise) *site.Copied {
	if e.Picture.Value == "" {
		return nil
	}
	return r.resolvePicture(e.Pos.File, e.Picture.Value)
}

// scaled returns a size at a scale, to the nearest pixel.
func scaled(size parse.Size, percent int) parse.Size {
	return parse.Size{Width: (size.Width*percent + 50) / 100, Height: (size.Height*percent + 50) / 100}
}

// figureImage returns the drawing of an exercise. Where others are, it is loaded when it comes into sight; elsewhere it is there with
// the page, as what is loaded late may be missing on paper.
func (r *Renderer) figureImage(e *site.Exercise, percent int, alt string, late bool) template.HTML {
	size, loading := scaled(r.figure(e).size, percent), ""
	if late {
		loading = ` loading="lazy" decoding="async"`
	}
	return template.HTML(fmt.Sprintf(`<img src="%s" alt="%s" width="%d" height="%d"%s>`,
		escape(link(r.site.Settings, e.DrawingURL())), escape(alt), size.Width, size.Height, loading))
}
