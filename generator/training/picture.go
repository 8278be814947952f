package training

import (
	"errors"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/focus"
	"github.com/legpress/legpress/generator/tomlfile"
)

// FocusKey describes the key for the focus of a picture; without says where that is cut, and what happens if the key is left out.
func FocusKey(name, without string) tomlfile.Key {
	return tomlfile.Key{
		Name: name, Kind: tomlfile.String, Example: `"40% 20%"`, Synonyms: suffixed("focus", "_focus", "_position"),
		Doc: `What of the picture has to stay in sight where it is cut, such as a face: "top", "bottom", "left", "right" or "centre", two of them, or how far it is from the left and from the top, "40% 20%". ` + without,
	}
}

// Pictured returns what other programs, or other files of a site, call the key that names a picture.
func Pictured() []string {
	return []string{"image", "picture", "photo", "portrait", "img", "cover", "cover_image", "featured_image", "hero", "thumbnail"}
}

// Described returns likewise what they call the key that describes it.
func Described() []string { return suffixed("alt", "_alt", "_description") }

// suffixed returns a word, and what keys for pictures are called with endings.
func suffixed(word string, endings ...string) []string {
	list := []string{word}
	for _, key := range Pictured() {
		for _, ending := range endings {
			list = append(list, key+ending)
		}
	}
	return list
}

// ReadFocus reads the focus of a picture, which another key names.
func ReadFocus(t *tomlfile.Table, key, picture string) (focus.Focus, diag.List) {
	switch {
	case !t.Has(key):
		return focus.Focus{}, nil
	case !written(t, picture):
		return focus.Focus{}, diag.List{diag.Warningf(t.KeyPos(key), "nothing-for-it", "there is no picture for this focus.").
			WithHint(`Name it as well, %s = "photo.jpg", or take %s out.`, picture, key)}
	}
	f, err := focus.Parse(t.String(key))
	if wrong := (*focus.Error)(nil); errors.As(err, &wrong) {
		return focus.Focus{}, diag.List{diag.Errorf(t.ValuePos(key), "bad-focus", "%s", wrong.Message).WithHint("%s", wrong.Hint)}
	}
	return f, nil
}

func (r *reader) focus(t *tomlfile.Table, key, picture string) focus.Focus {
	f, problems := ReadFocus(t, key, picture)
	r.problems.Add(problems...)
	return f
}

// picture reads the picture of an exercise, and asks for what has to be known of it.
func (r *reader) picture(t *tomlfile.Table, e *Exercise) {
	e.Picture.Value = r.line(t, "picture")
	e.PictureFocus = r.focus(t, "picture_focus", "picture")
	if e.Picture.Value == "" {
		return
	}
	if e.PictureCredit == "" && !written(t, "picture_credit") {
		r.add(e.Picture.Pos, "uncredited-picture", e.Picture.Value+" has no credit. Who drew it?", `Write picture_credit = "..."`)
	}
	if e.PictureAlt == "" && !written(t, "picture_alt") {
		r.add(e.Picture.Pos, "picture-without-alt", e.Picture.Value+" has no description for those who cannot see it.", `Say what it shows: picture_alt = "..."`)
	}
}

// image reads the photo of a runner type, and asks for what has to be known of it.
func (r *reader) image(t *tomlfile.Table, runner *Runner) {
	runner.Image = t.Text("image")
	runner.Image.Value, runner.ImageAlt = r.line(t, "image"), r.line(t, "image_alt")
	runner.ImageFocus = r.focus(t, "image_focus", "image")
	r.alone(t, "image_alt", "image", "image_alt describes a picture, but there is none.", `Name it as well, image = "only-runs.jpg", or take this line out.`)
	if runner.Image.Value != "" && !written(t, "image_alt") {
		r.add(runner.Image.Pos, "picture-without-alt", "the picture has no description.", `Say what it shows: image_alt = "A woman runs along a canal."`)
	}
}
