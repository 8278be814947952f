package parse

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
)

// The folders below content/ and what an author keeps in them.
const (
	ArticlesFolder  = source.Content + "/articles"
	PagesFolder     = source.Content + "/pages"
	ExercisesFolder = source.Content + "/exercises"
	RunnersFolder   = source.Content + "/runners"
	PlansFolder     = source.Content + "/plans"
	StaticFolder    = source.Content + "/static"
	SourcesFile     = source.Content + "/sources.toml"
)

// Folder returns the folder directly below content/ that a file is in, or content itself.
func Folder(file string) string {
	rest, ok := strings.CutPrefix(file, source.Content+"/")
	if end := strings.IndexByte(rest, '/'); ok && end >= 0 {
		return file[:len(source.Content)+1+end]
	}
	return source.Content
}

// IsDefinition reports whether a folder is one of definitions: exercises, runner types or plans.
func IsDefinition(folder string) bool {
	return folder == ExercisesFolder || folder == RunnersFolder || folder == PlansFolder
}

// capitalEnding says that the ending of a file is not as it has to be: on some computers it is another one.
func capitalEnding(f source.File) diag.Problem {
	ending, name := path.Ext(f.Path), path.Base(f.Path)
	return diag.Errorf(diag.Position{File: f.Path}, "file-ending", "the name of this file ends in %s.", ending).
		WithHint("Write the ending in small letters: %s.", strings.TrimSuffix(name, ending)+f.Ext())
}

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

// EndingIn returns how the name of a text or a definition ends in the folder that a file lies in; "" where there are none.
func EndingIn(file string) string {
	switch Folder(file) {
	case ArticlesFolder, PagesFolder:
		return ".md"
	case ExercisesFolder, RunnersFolder, PlansFolder:
		return ".toml"
	}
	return ""
}
