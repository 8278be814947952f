package scaffold

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/legpress/legpress/generator/source"
)

// Words returns all words of the pages in a language, a short code: the theme's own where it has them, and else the English ones, to
// be translated.
func (s *Site) Words(typed string, theme fs.FS) (File, error) {
	tag, err := language.Parse(strings.TrimSpace(typed))
	if err != nil {
		return File{}, fmt.Errorf(`%q is not a language that I know. Write a short code, as in "legpress new words it"`, typed)
	}
	name := "words/" + tag.String() + ".toml"
	f := File{Path: path.Join(source.Templates, name)}
	if own, err := fs.ReadFile(theme, name); err == nil {
		f.Text = string(own)
		return f, nil
	}
	english, err := fs.ReadFile(theme, "words/en.toml")
	if err != nil {
		return File{}, fmt.Errorf("reading the theme's words: %w", err)
	}
	f.Text = wordsHead(tag) + strings.TrimLeft(belowNotes(string(english)), "\n")
	return f, nil
}

// Languages returns the languages that a theme has words of, sorted by their codes.
func Languages(theme fs.FS) []language.Tag {
	files, _ := fs.Glob(theme, "words/*.toml") // the pattern is well formed, and there is no other error
	tags := make([]language.Tag, len(files))
	for i, file := range files {
		tags[i] = language.Make(strings.TrimSuffix(path.Base(file), ".toml"))
	}
	return tags
}

func wordsHead(tag language.Tag) string {
	return fmt.Sprintf(`# The fixed words of the pages, to be written in another language: %s. Change what stands between the quotation marks. What stands in
# braces, as {n}, is filled in and stays as it is. A line that you take out stays English. Put language = %q into content/site.toml.

`, display.English.Tags().Name(tag), tag)
}

// belowNotes leaves out the notes at the head of a file.
func belowNotes(text string) string {
	for strings.HasPrefix(text, "#") {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}
