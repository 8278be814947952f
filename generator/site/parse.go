package site

import (
	"io"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// Parsed is what one file says. At most one of the definitions is set. It is not changed after Parse returns it.
type Parsed struct {
	File     source.File
	Article  *Article
	Page     *Article
	Exercise *training.Exercise
	Runner   *training.Runner
	Plan     *training.Plan
	Sources  []*training.Source
	Moved    []Moved
	About    *markdown.Doc          // of an exercise, a runner type or a plan; nil where it says nothing
	Tags     []rawhtml.Tag          // of a page that is copied as it is
	Styles   []rawhtml.StyleAddress // of a stylesheet that is copied as it is
	Size     Size                   // of a picture, where it is known
	Photo    *picture.Photo         // where the file is one
	Fault    *picture.Fault         // why a picture cannot be used; nil where it can
	Problems diag.List

	SaysWhere bool // of a photo or a film that is published as it is: where it was made
}

// Parser reads files, each by itself. It may be used from several goroutines.
type Parser struct {
	settings *Settings
	open     func(path string) (io.ReadCloser, error)
	words    markdown.Words
	markdown *markdown.Parser
	article  *tomlfile.Format // of the front matter; there are many articles
	page     *tomlfile.Format
}

// NewParser returns a parser for a site with these settings; the words are the theme's. The function opens a file of the site that
// was not read, which is asked of pictures, for their size.
func NewParser(s *Settings, words markdown.Words, open func(path string) (io.ReadCloser, error)) *Parser {
	o := markdown.Options{Language: s.Language, RawHTML: s.RawHTML, Words: words, Reserved: themeIDs(), Images: s.Policy().AllowsImage}
	return &Parser{settings: s, open: open, words: words, markdown: markdown.New(o), article: ArticleFormat(), page: PageFormat()}
}

// ReadsLike reports whether two parsers read every file alike, because the settings and words that have a say in it are the same.
func (p *Parser) ReadsLike(q *Parser) bool {
	a, b := p.settings, q.settings
	return a.Language == b.Language && a.RawHTML == b.RawHTML && a.Zone.String() == b.Zone.String() && p.words == q.words &&
		a.URL == b.URL && slices.Equal(a.Outside.Images, b.Outside.Images)
}

// themeIDs returns the ids that a theme may use on a page with a text; all others of the theme's begin with "_", as no heading's does.
func themeIDs() []string { return []string{"source", "cite", "plan-week"} }

// The folders below content/ and what an author keeps in them.
const (
	articlesFolder  = source.Content + "/articles"
	pagesFolder     = source.Content + "/pages"
	exercisesFolder = source.Content + "/exercises"
	runnersFolder   = source.Content + "/runners"
	plansFolder     = source.Content + "/plans"
	staticFolder    = source.Content + "/static"
	sourcesFile     = source.Content + "/sources.toml"
)

// Parse reads one file below content/. The settings are not read again.
func (p *Parser) Parse(f source.File) *Parsed {
	out := &Parsed{File: f}
	switch folder := topFolder(f.Path); {
	case folder == staticFolder:
		out.SaysWhere = p.saysWhere(f)
		p.readNames(out)
	case f.Path == SettingsFile:
	case path.Ext(f.Path) != f.Ext() && (f.Ext() == ".md" || f.Ext() == ".toml"):
		out.Problems.Add(capitalEnding(f))
	case f.Path == sourcesFile:
		t, problems := tomlfile.Decode(tomlfile.Input{File: f.Path, Text: f.Data}, training.SourcesFormat())
		sources, more := training.ReadSources(f.Path, t)
		out.Sources, out.Problems = sources, append(problems, more...)
	case f.Path == MovedFile:
		t, problems := tomlfile.Decode(tomlfile.Input{File: f.Path, Text: f.Data}, MovedFormat())
		out.Moved, out.Problems = readMoved(t), problems
	case folder == articlesFolder && f.Ext() == ".md":
		p.parseText(out, true)
	case folder == pagesFolder && f.Ext() == ".md":
		p.parseText(out, false)
	case isDefinition(folder) && f.Ext() == ".toml":
		p.parseDefinition(out, folder)
	case f.Ext() == ".md" || f.Ext() == ".toml":
		out.Problems.Add(misplaced(f))
	default:
		p.measure(out)
		p.readNames(out)
	}
	return out
}

// mostNames is how large a copied page or stylesheet may be for what it names to be read, in bytes: what is larger no author wrote by
// hand.
const mostNames = 1 << 20

// readNames reads what a page or a stylesheet that is copied as it is has of other files.
func (p *Parser) readNames(out *Parsed) {
	f := out.File
	isPage, isStyle := f.Ext() == ".html" || f.Ext() == ".htm", f.Ext() == ".css"
	if !isPage && !isStyle || f.Size > mostNames {
		return
	}
	data, err := p.read(f.OnDisk())
	switch places := rawhtml.Places(f.Path, data); {
	case err != nil: // who copies it says what is wrong
	case isStyle:
		out.Styles = rawhtml.StyleAddresses(data, places)
	default:
		out.Tags = rawhtml.Tags(data, places)
	}
}

// isText reports whether the file is a text or one of the files in TOML, not one to be copied.
func (p *Parsed) isText() bool { return !copied(p.File) }

func isDefinition(folder string) bool {
	return folder == exercisesFolder || folder == runnersFolder || folder == plansFolder
}

// topFolder returns the folder directly below content/ that a file is in, or content itself.
func topFolder(file string) string {
	rest, ok := strings.CutPrefix(file, source.Content+"/")
	if end := strings.IndexByte(rest, '/'); ok && end >= 0 {
		return file[:len(source.Content)+1+end]
	}
	return source.Content
}

// capitalEnding says that the ending of a file is not as it has to be: on some computers it is another one.
func capitalEnding(f source.File) diag.Problem {
	ending, name := path.Ext(f.Path), path.Base(f.Path)
	return diag.Errorf(diag.Position{File: f.Path}, "file-ending", "the name of this file ends in %s.", ending).
		WithHint("Write the ending in small letters: %s.", strings.TrimSuffix(name, ending)+f.Ext())
}

func misplaced(f source.File) diag.Problem {
	p := diag.Errorf(diag.Position{File: f.Path}, "misplaced", "I do not know what this file is.")
	switch topFolder(f.Path) {
	case articlesFolder, pagesFolder:
		return p.WithHint("A text here ends in .md.")
	case exercisesFolder, runnersFolder, plansFolder:
		return p.WithHint("A definition here ends in .toml.")
	}
	return p.WithHint("Files belong in content/articles, pages, exercises, runners, plans or static; only site.toml, sources.toml and moved.toml stand in content itself.")
}

func (p *Parser) parseText(out *Parsed, dated bool) {
	f := out.File
	depth := strings.Count(f.Path, "/")
	if depth > 3 || depth == 3 && path.Base(f.Path) != "index.md" {
		out.Problems.Add(diag.Errorf(diag.Position{File: f.Path}, "misplaced", "a text stands directly in %s, or as index.md in a folder of its own there.", topFolder(f.Path)).
			WithHint("Move it up."))
		return
	}
	a, problems := p.parseArticle(f, dated)
	out.Problems = append(problems, checkName(f.Path, a.ID, Cards[1:]+a.card)...)
	if dated {
		out.Article = a
	} else {
		out.Page = a
	}
}

func (p *Parser) parseDefinition(out *Parsed, folder string) {
	f := out.File
	id := strings.TrimSuffix(path.Base(f.Path), path.Ext(f.Path))
	if strings.Count(f.Path, "/") > 2 {
		out.Problems.Add(diag.Errorf(diag.Position{File: f.Path}, "misplaced", "a definition stands directly in %s, not in a folder below it.", folder).WithHint("Move it up."))
		return
	}
	out.Problems.Add(checkName(f.Path, id)...)
	var about tomlfile.Text
	var problems diag.List
	in := tomlfile.Input{File: f.Path, Text: f.Data}
	switch folder {
	case exercisesFolder:
		t, first := tomlfile.Decode(in, training.ExerciseFormat())
		out.Problems.Add(first...)
		out.Exercise, problems = training.ReadExercise(id, f.Path, t)
		problems.Add(p.promises(t, out.Exercise.Draft, "cues")...)
		problems.Add(plainLines(t, "name", "cues", "picture_alt")...)
		about = out.Exercise.About
	case runnersFolder:
		t, first := tomlfile.Decode(in, training.RunnerFormat())
		out.Problems.Add(first...)
		out.Runner, problems = training.ReadRunner(id, f.Path, t)
		problems.Add(p.promises(t, out.Runner.Draft, "name", "aim")...)
		problems.Add(plainLines(t, "name", "aim", "signs")...)
		about = out.Runner.About
	case plansFolder:
		t, first := tomlfile.Decode(in, training.PlanFormat())
		out.Problems.Add(first...)
		out.Plan, problems = training.ReadPlan(id, f.Path, t)
		problems.Add(p.promises(t, out.Plan.Draft, "title", "summary")...)
		problems.Add(plainLines(t, "title", "summary", "warm_up")...)
		about = out.Plan.About
	}
	out.Problems.Add(problems...)
	if about.Value != "" {
		doc, more := p.markdown.Parse(markdown.Source{Text: []byte(about.Value), Pos: about.Body})
		out.About = doc
		out.Problems.Add(more...)
	}
}

// checkName says so where a file's name does not make a good address, or not the paths of the files that are made from it.
func checkName(file, id string, made ...string) diag.List {
	if id != "" && strings.IndexFunc(id, unfit) < 0 {
		return checkFilenames(file, append([]string{id}, made...)...)
	}
	better := slug.Make(id)
	if better == "" {
		better = "a-name"
	}
	return diag.List{diag.Errorf(diag.Position{File: file}, "file-name", "the name of this file becomes an address, and %q makes a bad one.", id).
		WithHint("Use small letters, digits and hyphens: %s%s.", better, path.Ext(file))}
}

// unfit reports whether a letter has no place in an address: anything but small letters, digits, "-" and "_".
func unfit(r rune) bool {
	return !(unicode.IsDigit(r) || r == '-' || r == '_' || unicode.IsLetter(r) && unicode.ToLower(r) == r || unicode.Is(unicode.Mn, r))
}

// EndingIn returns how the name of a text or a definition ends in the folder that a file lies in; "" where there are none.
func EndingIn(file string) string {
	switch topFolder(file) {
	case articlesFolder, pagesFolder:
		return ".md"
	case exercisesFolder, runnersFolder, plansFolder:
		return ".toml"
	}
	return ""
}
