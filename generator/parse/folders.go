package parse

import (
	"bytes"
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

// kinds are what files in TOML may be: where each kind stands, a folder or one file, and the words that tell it from the others.
var kinds = []struct {
	what, place string
	words       []string
}{
	{"an exercise", ExercisesFolder, []string{"pattern", "measure", "pose"}},
	{"a runner type", RunnersFolder, []string{"running_week", "signs", "aim"}},
	{"a plan", PlansFolder, []string{"weeks", "session", "runners"}},
	{"the list of sources", SourcesFile, []string{"authors", "year", "journal", "doi"}},
	{"the settings of the site", SettingsFile, []string{"url", "menu", "language", "paper", "unit"}},
}

// fewestWords is how many words of a kind a file has at the least that is taken for one.
const fewestWords = 2

// kindOf returns what a file in TOML is and where that stands, by the words that it begins lines with; "" where there is no telling. A file
// that has a word of what stands in its folder is that.
func kindOf(f source.File) (what, place string) {
	found := firstWords(f.Data)
	most := fewestWords - 1
	for _, k := range kinds {
		n := 0
		for _, word := range k.words {
			if found[word] {
				n++
			}
		}
		if n > 0 && k.place == Folder(f.Path) && f.Ext() == ".toml" {
			return k.what, k.place
		}
		if n > most {
			what, place, most = k.what, k.place, n
		}
	}
	return what, place
}

// firstWords returns the keys and the names of tables with which lines begin.
func firstWords(text []byte) map[string]bool {
	words := map[string]bool{}
	for line := range bytes.Lines(source.LineFeeds(text)) {
		line = bytes.TrimLeft(line, " \t[")
		end := bytes.IndexAny(line, " \t=]")
		if end <= 0 {
			continue
		}
		if rest := bytes.TrimLeft(line[end:], " \t"); len(rest) > 0 && (rest[0] == '=' || rest[0] == ']') {
			words[string(line[:end])] = true
		}
	}
	return words
}

// MeantAt returns the path that a file was meant to have which lies in a wrong folder or has a wrong name; "" for one that is where it
// belongs, and where there is no telling.
func MeantAt(f source.File) string {
	meant := ""
	switch {
	case Folder(f.Path) == StaticFolder: // which takes every file
	case f.Ext() == ".toml":
		meant = definitionMeantAt(f)
	case f.Ext() == ".md":
		meant = textMeantAt(f)
	default:
		if name := MeantAs(f.Path); name != "" {
			meant = path.Join(path.Dir(f.Path), name)
		}
	}
	if strings.EqualFold(meant, f.Path) && Folder(meant) == Folder(f.Path) { // capitalEnding says that
		return ""
	}
	return meant
}

// isMeantAsSettings reports whether a file was meant to be the settings of the site, and is not.
func isMeantAsSettings(f source.File) bool { return MeantAt(f) == SettingsFile }

// definitionMeantAt is MeantAt for a file in TOML.
func definitionMeantAt(f source.File) string {
	folder, base := Folder(f.Path), path.Base(f.Path)
	switch _, place := kindOf(f); {
	case f.Path == SettingsFile, f.Path == SourcesFile, f.Path == MovedFile, place == folder:
		return ""
	case place != "":
		return placed(base, place)
	case folder == ArticlesFolder, folder == PagesFolder:
		return strings.TrimSuffix(f.Path, path.Ext(f.Path)) + ".md"
	}
	return ""
}

// placed returns the path of a file of a kind that stands in a folder, or is one file.
func placed(name, place string) string {
	if path.Ext(place) != "" {
		return place
	}
	return place + "/" + name
}

// textMeantAt is MeantAt for a file in Markdown. One with a day is an article.
func textMeantAt(f source.File) string {
	folder := Folder(f.Path)
	if folder == ArticlesFolder || folder == PagesFolder {
		return ""
	}
	name := path.Base(f.Path)
	if _, place := kindOf(f); place != "" && !hasFrontMatter(f) {
		return placed(strings.TrimSuffix(name, path.Ext(name))+".toml", place)
	}
	if rest := strings.TrimPrefix(path.Dir(f.Path), folder+"/"); name == "index.md" && rest != path.Dir(f.Path) {
		name = path.Base(rest) + "/index.md"
	}
	if isDated(f) {
		return ArticlesFolder + "/" + name
	}
	return PagesFolder + "/" + name
}

func hasFrontMatter(f source.File) bool { return bytes.HasPrefix(bytes.TrimSpace(f.Data), fence) }

// isDated reports whether a text has a day, in its name or in its front matter.
func isDated(f source.File) bool {
	_, day := ArticleID(f.Path)
	return day != "" || firstWords(f.Data)["date"]
}

// misplaced returns the problem of a text or TOML file that lies in a wrong folder or has a wrong name; meant is the path that it was meant
// to have, or "". A folder that no site has is named once, whatever lies in it.
func misplaced(f source.File, meant string) diag.Problem {
	folder, place, at := Folder(f.Path), Folder(meant), diag.Position{File: f.Path}
	if meant == "" {
		return diag.Errorf(at, "misplaced", "I do not know what this file is.").
			WithHint("Files belong in content/articles, pages, exercises, runners, plans or static; only site.toml, sources.toml and moved.toml stand in content itself.")
	}
	if place != source.Content && folder != source.Content && !isKnown(folder) {
		at.File = folder
		return diag.Errorf(at, "misplaced", "this is no folder of a site, so that nothing in it is read.").
			WithHint("%s", folderHint(place))
	}
	what, _ := kindOf(f)
	if path.Ext(meant) == ".md" {
		what = map[bool]string{true: "an article", false: "an article or a page"}[place == ArticlesFolder]
	}
	return diag.Errorf(at, "misplaced", "this looks like %s.", what).WithHint("%s", moveHint(f, meant))
}

// isKnown reports whether a folder is one of those directly below content/.
func isKnown(folder string) bool {
	return folder == ArticlesFolder || folder == PagesFolder || folder == StaticFolder || IsDefinition(folder)
}

// folderHint says what to do with a folder whose name should be that of another.
func folderHint(place string) string {
	if place == PagesFolder {
		return "Move the articles in it to content/articles, with their days in front of their names, and the pages to content/pages."
	}
	return "Move what is in it to " + place + "."
}

// moveHint says what to do with a file so that it has the path that it was meant to have.
func moveHint(f source.File, meant string) string {
	folder, name := path.Dir(meant), path.Base(meant)
	switch {
	case folder == path.Dir(f.Path):
		return "Call it " + name + "."
	case folder == PagesFolder:
		return "Move it to content/articles, with its day in front of its name, or to content/pages if it has none."
	case name == path.Base(f.Path):
		return "Move it to " + folder + "."
	}
	return "Move it to " + folder + ", and call it " + name + "."
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
// "plan.txt", "plan.docx" and "plan". It returns "" for a file that is read, and for one that is something else.
func MeantAs(file string) string {
	name, ending := path.Base(file), EndingIn(file)
	if first, _, _ := strings.Cut(file, "."); slices.Contains([]string{SettingsFile, SourcesFile, MovedFile}, first+".toml") {
		ending = ".toml"
	}
	stem, last := strings.TrimSuffix(name, path.Ext(name)), strings.ToLower(path.Ext(name))
	switch {
	case ending == "" || last == ending:
		return ""
	case strings.ToLower(path.Ext(stem)) == ending:
		return stem
	case last == "" && (name == "index" || path.Dir(file) == Folder(file)), slices.Contains(mistakenEndings[ending], last), IsDocument(file):
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
