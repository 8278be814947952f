package check

import (
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// unpublished reports the files of the content that are not published. Those of a hidden text are not reported: they are published with it.
func (c *checker) unpublished() {
	said := map[string]bool{}
	for _, w := range c.site.Withheld {
		switch w.Reason {
		case site.Unused:
			if !c.writesCards(w.File) {
				c.add(unusedFile(w.File))
			}
		case site.ConflictCopy:
			if !said[w.Copy] {
				said[w.Copy] = true
				c.add(conflictCopy(w))
			}
		}
	}
}

// locations warns of photos and videos that tell every reader where they were made. Those beside a text are published without that.
func (c *checker) locations() {
	for _, f := range c.site.Files {
		if f.SaysWhere {
			c.add(diag.Warningf(diag.Position{File: f.File.Path}, "says-where", "this file says where it was made, and what lies in static/ is published as it is.").
				WithHint("Put it beside the text that shows it, and the site has it without the place. Or save it again without the place: phones ask when you share a picture."))
		}
	}
}

// unusedPicture is the id of the warning about a picture, a video or a sound that no page uses.
const unusedPicture = "unused-file"

// unusedFile returns the problem of a file that no page uses.
func unusedFile(f source.File) diag.Problem {
	at := diag.Position{File: f.Path}
	if parse.IsMedia(f) {
		return diag.Warningf(at, unusedPicture, "no page uses this file, so it is not published.").
			WithHint("Link or show it in a text. If readers are to have it without that, put it into content/static/.")
	}
	if isFont(f) {
		return diag.Warningf(at, "unused-font", "this font is not named below [look] in site.toml, so it is not published.").
			WithHint("Name it there, or move it out of content/.")
	}
	return diag.Errorf(at, "unknown-file", "%s", unusedMessage(f)).WithHint("%s", hintFor(f))
}

func unusedMessage(f source.File) string {
	switch k := kindOf(f); k {
	case "":
		return "I do not know what this file is for, and no page uses it."
	default:
		return "this is " + k + ", and no page uses it."
	}
}

// kindOf returns what a file is, by the ending of its name; "" if that is unknown.
func kindOf(f source.File) string {
	switch {
	case parse.IsDocument(f.Path):
		return "a document of a word processor"
	case f.Ext() == "" && parse.MeantAs(f.Path) != "":
		return "a file without an ending"
	}
	for _, k := range []struct{ what, endings string }{
		{"a text that is not read", ".markdown .mdown .mkd .mkdn .mdx .txt .text .rst .adoc .org .tex"},
		{"a spreadsheet", ".xlsx .xls .xlsm .ods .numbers .csv .tsv .gsheet"},
		{"a presentation", ".pptx .ppt .odp .key .gslides"},
		{"an archive", ".zip .rar .7z .gz .tgz .bz2 .xz .tar"},
		{"a web page", ".html .htm .xhtml .mhtml .webarchive .url .webloc"},
		{"data of another program", ".json .yaml .yml .xml .ini .cfg .conf .db .sqlite .log .ics .vcf .eml .msg .gpx .fit .tcx"},
		{"a program", ".js .css .py .sh .bat .exe .go .php .rb .ps1"},
		{"a working file of a picture program", ".psd .ai .xcf .afphoto .afdesign .sketch .fig .indd .eps .raw .cr2 .cr3 .nef .arw"},
	} {
		if slices.Contains(strings.Fields(k.endings), f.Ext()) {
			return k.what
		}
	}
	return ""
}

// hintFor says what to do with a file: give a text or definition its right ending, or publish or remove the file.
func hintFor(f source.File) string {
	const otherwise = "If readers are to have it, link to it in a text or put it into content/static/. If not, move it out of content/."
	switch meant := parse.MeantAs(f.Path); {
	case meant == "":
		return otherwise
	case parse.IsDocument(f.Path):
		return "If it is meant for the site, copy its words into " + meant + ", with an editor for plain text. " + otherwise
	default:
		return "If it is meant for the site, call it " + meant + ". " + otherwise
	}
}

func conflictCopy(w site.Withheld) diag.Problem {
	if strings.EqualFold(w.Copy, w.Of) {
		return diag.Errorf(diag.Position{File: w.Copy}, "same-file-name", "the names of this file and of %s differ only in capitals.", path.Base(w.Of)).
			WithHint("Delete one, or give it a name of its own.")
	}
	return diag.Errorf(diag.Position{File: w.Copy}, "conflict-copy", "this looks like a conflict copy of %s, which lies beside it.", w.Of).
		WithHint("Keep the one that is right under that name and delete the other. If both are meant, give this one a name of its own.")
}

// hiddenFile returns the problem of a published page that uses a file of a hidden text.
func (c *checker) hiddenFile(w *site.Withheld, at diag.Position) diag.Problem {
	if w.Reason == site.ConflictCopy {
		return diag.Errorf(at, "conflict-copy", "%s looks like a conflict copy of %s, so it is not published.", path.Base(w.File.Path), w.Of).
			WithHint("Use that one, or give the copy a name of its own.")
	}
	return diag.Errorf(at, "hidden-file", "this file belongs to %s, which is not published.", w.Of).
		WithHint("Publish that, or copy the file beside this text.")
}
