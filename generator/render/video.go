package render

import "github.com/legpress/legpress/generator/markdown"

// videoFrame returns the address of the frame in which a video plays, or "" for one that only a link leads to.
func videoFrame(address string) string {
	v, _ := markdown.VideoAt(address)
	return v.Frame
}

// HasVideo reports whether there is a video on the page that plays when it is clicked.
func (v *View) HasVideo() bool {
	if d := v.Page.Doc(); d != nil && d.Videos > 0 {
		return true
	}
	return v.Page.Exercise != nil && videoFrame(v.Page.Exercise.Video) != ""
}

// HasColours reports whether there is code on the page whose parts are told apart.
func (v *View) HasColours() bool {
	d := v.Page.Doc()
	return d != nil && d.Coloured
}
