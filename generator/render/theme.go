// Package render turns a page of a site into bytes with the help of a theme.
//
// In go a [site.Site], a [Theme] and one of the site's pages, out come the bytes of one file. Nothing else has a say but which PDFs
// there are to link: a page is the same whenever and wherever it is rendered. The fragments that many pages share are rendered once.
//
// Each layout of the theme is given a view, a type with what its pages have and nothing else: views has them all. When a theme is loaded,
// the words of its templates are checked against these types.
package render

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/typecheck"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/words"
)

// Theme is a set of templates and assets, ready for use with the words of one language. It is not changed after Load returns it.
type Theme struct {
	layouts  [site.Outputs]*template.Template // of the outputs that are HTML; nil where it could not be parsed
	partials *template.Template
	words    *words.Words
	assets   []Asset
	worker   []byte // the script of the site's worker, which is no asset: its address may not change
}

// Load makes the theme of a site: the default files, of which the site's own templates/ take the place one by one. Files of the
// default theme have the paths of the site's: "layouts/article.html" is replaced by templates/layouts/article.html. With plain names the files
// of assets/ are published under the names that they have there, and not with a part of their hash, so that pages stay as they are
// while such a file is edited. The fonts are those of the look.
func Load(defaults fs.FS, snapshot *source.Snapshot, settings *parse.Settings, w *words.Words, plainNames bool, fonts ...site.Font) (*Theme, diag.List, error) {
	files, own, err := gather(defaults, snapshot)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the default theme: %w", err)
	}
	isOwn := func(file string) bool {
		_, own := snapshot.File(source.Templates + "/" + file)
		return own
	}
	l := &loader{files: files, isOwn: isOwn, theme: &Theme{words: w}}
	l.problems.Add(strangers(own, files)...)
	l.problems.Add(blocked(snapshot, settings)...)
	l.templates(settings)
	l.look(settings, fonts)
	l.assets(plainNames)
	return l.theme, l.problems, nil
}

// gather returns the theme's files by their path below templates/, and the paths of those that are the site's own.
func gather(defaults fs.FS, snapshot *source.Snapshot) (files map[string][]byte, own []string, err error) {
	files = map[string][]byte{}
	err = fs.WalkDir(defaults, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(defaults, name)
		return err
	})
	for _, f := range snapshot.Under(source.Templates) {
		name := strings.TrimPrefix(f.Path, source.Templates+"/")
		if _, ok := files[name]; !ok {
			own = append(own, name)
		}
		files[name] = f.Data
	}
	return files, own, err
}

// blocked reports what in the site's own files of the theme the policy of the site does not let through.
func blocked(snapshot *source.Snapshot, settings *parse.Settings) diag.List {
	var problems diag.List
	allowed := Policy(settings)
	for _, f := range snapshot.Under(source.Templates) {
		problems.Add(ownProblems(allowed, strings.TrimPrefix(f.Path, source.Templates+"/"), f.Data)...)
	}
	return problems
}

// strangers reports the site's own template files that nothing uses.
func strangers(own []string, files map[string][]byte) diag.List {
	var problems diag.List
	all := slices.Sorted(maps.Keys(files))
	for _, name := range own {
		problems.Add(nameProblems(name)...)
		dir := path.Dir(name)
		if dir == "partials" || dir == "words" || strings.HasPrefix(name, "assets/") {
			continue
		}
		p := diag.Warningf(diag.Position{File: source.Templates + "/" + name}, "unused-template", "this file takes the place of no file of the theme.")
		others := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == name })
		if d := diag.DidYouMean(name, others); d != "" {
			problems.Add(p.WithHint("%s", d))
			continue
		}
		problems.Add(p.WithHint("Layouts have the names of the theme's own; partials go into templates/partials, other files into templates/assets."))
	}
	return problems
}

// nameProblems says what is wrong with the name of a file that the site's own theme publishes: hosts leave out some, and two folders
// are kept.
func nameProblems(name string) diag.List {
	if !strings.HasPrefix(name, "assets/") {
		return nil
	}
	pos := diag.Position{File: source.Templates + "/" + name}
	address := "/" + name
	kept := func(folder string) bool { return strings.HasPrefix(address, folder) }
	switch {
	case slices.ContainsFunc(site.LastingFolders(), kept):
		return diag.List{diag.Errorf(pos, "kept-folder", "the folder /%s/ is kept for what Legpress makes.", path.Dir(name)).WithHint("Give the folder another name.")}
	case strings.Contains(address, "/_"):
		return diag.List{diag.Warningf(pos, "left-out-name", "many web hosts leave out names that begin with _, and this file with them.").
			WithHint("Rename it, and where it is named.")}
	}
	return nil
}

type loader struct {
	isOwn    func(file string) bool // it is the site's own, not the default theme's
	checker  *typecheck.Checker
	files    map[string][]byte
	theme    *Theme
	problems diag.List
}

// templates parses base.html and the partials once, and each layout over a copy of them, and checks what is then filled in.
func (l *loader) templates(settings *parse.Settings) {
	functions := l.theme.functions(settings)
	l.checker = newChecker(functions)
	shared := template.New("").Funcs(functions).Option("missingkey=error")
	names := []string{"layouts/base.html"}
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		if path.Dir(name) == "partials" && path.Ext(name) == ".html" {
			names = append(names, name)
		}
	}
	for _, name := range names {
		l.parse(shared, name)
	}
	for o := range site.Outputs {
		if layout := template.Must(shared.Clone()); o.IsHTML() && l.parse(layout, layoutOf(o)) && l.checkLayout(layout, o) && l.try(layout, o) {
			l.theme.layouts[o] = layout
		}
	}
	l.theme.partials = template.Must(shared.Clone())
	l.checkPartials(l.theme.partials)
}

// layoutOf returns the file of the layout that shows an output.
func layoutOf(o site.Output) string { return "layouts/" + o.String() + ".html" }

// rootOf returns the file of the template with which a page begins: base.html or, where that is not around it, the layout.
func rootOf(o site.Output) string {
	if o == site.RedirectPage || o == site.BookPage {
		return layoutOf(o)
	}
	return "layouts/base.html"
}

func (l *loader) parse(set *template.Template, name string) bool {
	if _, err := set.New(name).Parse(string(l.files[name])); err != nil {
		l.problems.Add(templateProblem(err))
		return false
	}
	return true
}

// try executes a layout once without data, because html/template finds a template whose HTML is broken only then. That it has no
// data is not held against it. Where html/template names no line, the mistake is in how the layout and base.html fit together.
func (l *loader) try(set *template.Template, o site.Output) bool {
	var broken *template.Error
	err := set.ExecuteTemplate(io.Discard, rootOf(o), nil)
	if !errors.As(err, &broken) {
		return true
	}
	p := templateProblem(err)
	if p.Line == 0 {
		p.File, p.Message = source.Templates+"/"+layoutOf(o), fmt.Sprintf("the HTML of this template does not hold together: %s.", broken.Description)
		p.Hint = "Look for a quotation mark or a bracket that is not closed. " + mendTemplate
	}
	l.problems.Add(p)
	return false
}

// templateError takes apart what the template packages say: "template: layouts/home.html:12:3: executing ...: what is wrong",
// and "html/template:layouts/home.html:12:3: what is wrong".
var templateError = regexp.MustCompile(`^(?:html/)?template: ?([^:]+\.html):(\d+)(?::(\d+))?: (?s:(.*))$`)

const mendTemplate = "Mend it, or delete the file: then the theme's own takes its place."

// templateProblem turns an error of a template into a problem at its place in the theme. Where one template fails because of
// another, the innermost is the one to mend.
func templateProblem(err error) diag.Problem {
	text := err.Error()
	if i := strings.LastIndex(text, ": template: "); i >= 0 {
		text = text[i+2:]
	}
	m := templateError.FindStringSubmatch(text)
	if m == nil {
		return diag.Errorf(diag.Position{File: source.Templates}, "template", "a template does not work: %v.", err).WithHint(mendTemplate)
	}
	pos := diag.Position{File: source.Templates + "/" + m[1]}
	pos.Line, _ = strconv.Atoi(m[2])
	if column, err := strconv.Atoi(m[3]); err == nil {
		pos.Column = column + 1 // the template packages count from 0
	}
	return diag.Errorf(pos, "template", "this template does not work: %s.", strings.TrimSuffix(m[4], ".")).
		WithHint(mendTemplate)
}
