package parse

import (
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
)

// The folders below content/, one for each kind of file that authors write, and the file of the literature.
const (
	ArticlesFolder  = source.Content + "/articles"
	PagesFolder     = source.Content + "/pages"
	ExercisesFolder = source.Content + "/exercises"
	RunnersFolder   = source.Content + "/runners"
	PlansFolder     = source.Content + "/plans"
	StaticFolder    = source.Content + "/static"
	SourcesFile     = source.Content + "/sources.toml"
)

// Folder returns the folder directly below content/ that a file is in: content/articles of content/articles/a/index.md. It is content for a
// file directly in content.
func Folder(file string) string {
	rest, ok := strings.CutPrefix(file, source.Content+"/")
	if end := strings.IndexByte(rest, '/'); ok && end >= 0 {
		return file[:len(source.Content)+1+end]
	}
	return source.Content
}

// IsDefinition reports whether a folder is that of exercises, runner types or plans.
func IsDefinition(folder string) bool {
	return folder == ExercisesFolder || folder == RunnersFolder || folder == PlansFolder
}

// capitalEnding returns the problem of a file that ends in .MD or .TOML, which only some computers take for .md or .toml.
func capitalEnding(f source.File) diag.Problem {
	ending, name := path.Ext(f.Path), path.Base(f.Path)
	return diag.Errorf(diag.Position{File: f.Path}, "file-ending", "the name of this file ends in %s.", ending).
		WithHint("Write the ending in small letters: %s.", strings.TrimSuffix(name, ending)+f.Ext())
}

// misplaced returns the problem of a text or TOML file in a folder that has none of its kind.
func misplaced(f source.File) diag.Problem {
	p := diag.Errorf(diag.Position{File: f.Path}, "misplaced", "I do not know what this file is.")
	switch Folder(f.Path) {
	case ArticlesFolder, PagesFolder:
		return p.WithHint("A text here ends in .md.")
	case ExercisesFolder, RunnersFolder, PlansFolder:
		return p.WithHint("A definition here ends in .toml.")
	}
	return p.WithHint("Files belong in content/articles, pages, exercises, runners, plans or static; only site.toml, sources.toml and moved.toml stand in content itself.")
}

// EndingIn returns the ending of the texts or definitions in the folder that a file is in, ".md" or ".toml"; "" where there are none.
func EndingIn(file string) string {
	switch Folder(file) {
	case ArticlesFolder, PagesFolder:
		return ".md"
	case ExercisesFolder, RunnersFolder, PlansFolder:
		return ".toml"
	}
	return ""
}

// MeantAs returns the name that a file beside texts or definitions was meant to have, by its ending: "plan.toml" for "plan.toml.txt",
// "plan.txt" and "plan.docx". It returns "" for a file that is read, and for one that is something else.
func MeantAs(file string) string {
	name, ending := path.Base(file), EndingIn(file)
	stem, last := strings.TrimSuffix(name, path.Ext(name)), strings.ToLower(path.Ext(name))
	switch {
	case ending == "" || last == ending:
		return ""
	case strings.ToLower(path.Ext(stem)) == ending:
		return stem
	case slices.Contains(mistakenEndings[ending], last), IsDocument(file):
		return stem + ending
	}
	return ""
}

// documents are the endings of word processors, whose files hold more than a text.
var documents = []string{".docx", ".doc", ".docm", ".dotx", ".odt", ".ott", ".rtf", ".pages", ".wpd", ".gdoc"}

// IsDocument reports whether a file is that of a word processor, by its ending.
func IsDocument(file string) bool { return slices.Contains(documents, strings.ToLower(path.Ext(file))) }

// mistakenEndings are the endings of other programs' texts, by the ending that such a text has here.
var mistakenEndings = map[string][]string{
	".md":   {".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".txt", ".text"},
	".toml": {".tml", ".txt", ".text", ".yaml", ".yml", ".json"},
}
