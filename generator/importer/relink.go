package importer

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/importer/prose"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// collectFiles notes the files that a text needs beside it.
func (w *importRun) collectFiles(t *text) {
	prose.Relink(t.Body, func(l prose.Link) prose.Change {
		w.addFile(t, l.Dest)
		return prose.Keep()
	})
	if t.Image != "" {
		w.addFile(t, t.Image)
	}
}

// addFile adds the file of an address to those that are copied beside a text, if it is available.
func (w *importRun) addFile(t *text, dest string) {
	to := w.resolve(t, dest)
	if to.file == "" || t.copyOf(to.file) != nil {
		return
	}
	t.folder = true
	t.copies = append(t.copies, &copiedFile{to.file, t.freeName(to.file)})
}

func (t *text) copyOf(from string) *copiedFile {
	for _, c := range t.copies {
		if c.from == from {
			return c
		}
	}
	return nil
}

// freeName returns a name for a file that no other file beside the text has.
func (t *text) freeName(from string) string {
	ext := strings.ToLower(path.Ext(from))
	stem := slug.Make(strings.TrimSuffix(path.Base(from), path.Ext(from)))
	if stem == "" || stem == "index" {
		stem = "file"
	}
	name := stem + ext
	for n := 2; t.hasName(name); n++ {
		name = fmt.Sprintf("%s-%d%s", stem, n, ext)
	}
	return name
}

func (t *text) hasName(name string) bool {
	for _, c := range t.copies {
		if c.name == name {
			return true
		}
	}
	return false
}

func isPicture(name string) bool { return parse.IsPicture(source.File{Path: name}) }

// relink changes every link and picture of a text to where its target is now.
func (w *importRun) relink(t *text) {
	t.Body = prose.Relink(t.Body, func(l prose.Link) prose.Change {
		if marks := prose.Marks(l.Dest); marks != "" {
			return withoutAddress(l, marks)
		}
		to := w.resolve(t, l.Dest)
		if l.Picture {
			return w.picture(t, l, to)
		}
		return w.link(t, l, to)
	})
}

// withoutAddress leaves only the words of a link of whose address a part was lost.
func withoutAddress(l prose.Link, marks string) prose.Change {
	if l.Picture {
		return prose.Replace(prose.EscapeWords(plainWords(l.Words)) + marks)
	}
	return prose.OnlyWords(marks)
}

func (w *importRun) picture(t *text, l prose.Link, to target) prose.Change {
	alt := plainWords(l.Words)
	if to.file == "" {
		return w.noPicture(t, l, alt, to)
	}
	name := t.copyOf(to.file).name
	if !isPicture(name) {
		return prose.Replace(prose.LinkTo(cmp.Or(alt, name), name))
	}
	mark := ""
	if alt == "" {
		alt = cmp.Or(l.Title, nameInWords(name))
		mark = t.Losses.Mark(prose.Loss{Reason: reasonNoAlt, What: name})
	}
	if l.Words == "" || strings.ContainsAny(l.Words, "[]") {
		return prose.Replace(prose.Picture(alt, name, l.Title) + mark)
	}
	return prose.Lead(name)
}

// noPicture returns why a picture stays out.
func (to target) noPicture() string {
	if to.unshowable {
		return reasonUnshowable
	}
	return reasonNoPicture
}

// noPicture removes a picture that is not available. If it was the words of a link, its description replaces it.
func (w *importRun) noPicture(t *text, l prose.Link, alt string, to target) prose.Change {
	mark := t.Losses.Mark(prose.Loss{Reason: to.noPicture(), What: prose.Picture(alt, l.Dest, l.Title), Noted: true})
	if l.Inside {
		return prose.Replace(prose.EscapeWords(cmp.Or(alt, nameInWords(fileName(l.Dest)))) + mark)
	}
	return prose.Replace(mark)
}

func (w *importRun) link(t *text, l prose.Link, to target) prose.Change {
	_, video := markdown.VideoAt(to.address)
	switch {
	case l.Inside: // browsers know no link in a link
		return prose.OnlyWords("")
	case !l.Auto && !video && prose.IsBlank(l.Words): // nobody saw it
		return prose.Replace(prose.Marks(l.Words))
	case to.text != nil:
		return w.toText(t, l, to)
	case video && l.Alone:
		return w.video(t, l)
	case to.file != "":
		return prose.Lead(t.copyOf(to.file).name)
	case to.unsupported:
		return wordsOnly(t, l, reasonScheme)
	case to.onOldSite:
		mark := t.Losses.Mark(prose.Loss{Reason: reasonNoPost, What: to.address})
		if l.Auto {
			return prose.Replace("<" + l.Dest + ">" + mark)
		}
		return prose.LeadMarked(to.address, mark)
	case to.address != "" && to.address != l.Dest:
		return prose.Lead(to.address)
	case to.address != "":
		return prose.Keep()
	}
	return wordsOnly(t, l, reasonNoTarget)
}

// video makes a video of a link that is alone in its paragraph. A video without a name gets the title of the text. A picture that was the
// words of the link gives way to the video.
func (w *importRun) video(t *text, l prose.Link) prose.Change {
	words, mark := l.Words, ""
	if strings.Contains(words, "![") {
		words = prose.Relink(words, func(inside prose.Link) prose.Change {
			if !inside.Picture {
				return prose.Keep()
			}
			mark = t.Losses.Mark(prose.Loss{Reason: reasonPreview, What: inside.Dest})
			return prose.Replace(inside.Words)
		})
	}
	name := plainWords(words)
	if l.Auto || name == "" || name == l.Dest {
		name = cmp.Or(oneLine(t.Title), nameInWords(t.id))
		mark += t.Losses.Mark(prose.Loss{Reason: reasonNoName, What: l.Dest})
	}
	return prose.Replace(prose.Picture(name, l.Dest, "") + mark)
}

// toText links to the file of another text, or to an id in this one.
func (w *importRun) toText(t *text, l prose.Link, to target) prose.Change {
	fragment := ""
	if to.fragment != "" {
		fragment = "#" + (&url.URL{Fragment: to.fragment}).EscapedFragment()
	}
	switch {
	case to.text == t && fragment != "":
		return prose.Lead(fragment)
	case to.text.hidden && !t.hidden:
		return wordsOnly(t, l, reasonHidden)
	}
	return prose.Lead(relative(t.path(), to.text.path()) + fragment)
}

func wordsOnly(t *text, l prose.Link, reason string) prose.Change {
	return prose.OnlyWords(t.Losses.Mark(prose.Loss{Reason: reason, What: l.Dest}))
}

// relative returns the path of a file relative to another one.
func relative(from, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(path.Dir(from)), filepath.FromSlash(to))
	if err != nil {
		return to
	}
	return filepath.ToSlash(rel)
}

// plainWords returns the words of a link as plain text.
func plainWords(words string) string {
	return strings.Join(strings.Fields(prose.Unescape(words)), " ")
}

// nameInWords returns the name of a file as words: "Goblet squat" for goblet-squat.jpg.
func nameInWords(name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	words := strings.Join(strings.FieldsFunc(stem, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
	if words == "" {
		return "picture"
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

func fileName(dest string) string {
	if u, err := url.Parse(dest); err == nil && u.Path != "" {
		return path.Base(u.Path)
	}
	return "picture"
}
