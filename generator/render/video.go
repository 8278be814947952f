package render

import "github.com/legpress/legpress/generator/markdown"

// videoFrame returns the address of the frame in which a video plays, or "" for one that only a link leads to.
func videoFrame(address string) string {
	v, _ := markdown.VideoAt(address)
	return v.Frame
}

// HasVideo reports whether there is a video on the page that plays when it is clicked.
func (v *BaseView) HasVideo() bool {
	if d := v.page.Doc(); d != nil && d.Videos > 0 {
		return true
	}
	return v.page.Exercise != nil && videoFrame(v.page.Exercise.Video) != ""
}

// HasColours reports whether there is code on the page whose parts are told apart.
func (v *BaseView) HasColours() bool {
	d := v.page.Doc()
	return d != nil && d.Coloured
}
