package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/words"
)

// templateSet is the templates of a theme, ready to be filled in.
type templateSet struct {
	layouts  [site.Outputs]*template.Template // of the outputs that are HTML; nil where it could not be parsed
	partials *template.Template

	shared *template.Template // base.html and the partials as they were parsed; nothing is filled in there
	parsed parsedFiles
	from   templateSource
	sound  bool // nothing is wrong with any
}

// parsedFiles are the templates that each file defines, as they were parsed. Nothing is filled in there.
type parsedFiles map[string][]*template.Template

// templateSource is what templates are made of.
type templateSource struct {
	files    map[string][]byte // base.html, the partials and the layouts
	settings *parse.Settings
	words    *words.Words
	assets   map[string]string // the addresses of the assets, by those under which templates ask for them
}

// like reports whether templates that are the same text are the same templates.
func (s templateSource) like(t templateSource) bool {
	return s.settings == t.settings && s.words == t.words && maps.Equal(s.assets, t.assets)
}

// same reports whether a template is the same text.
func (s templateSource) same(t templateSource, name string) bool {
	return bytes.Equal(s.files[name], t.files[name])
}

// sharesAlike reports whether the templates that all layouts can call are the same.
func (s templateSource) sharesAlike(t templateSource) bool {
	names := s.shared()
	return slices.Equal(names, t.shared()) && !slices.ContainsFunc(names, func(name string) bool { return !s.same(t, name) })
}

// shared returns the names of the templates that all layouts can call: base.html and the partials.
func (s templateSource) shared() []string {
	names := []string{"layouts/base.html"}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if path.Dir(name) == "partials" {
			names = append(names, name)
		}
	}
	return names
}

// templates parses base.html and the partials once, and each layout over copies of those that it calls, and checks what is then filled in.
// Of sound templates those are taken from the theme before that are made of the same.
func (l *loader) templates(w *words.Words, assets map[string]string) templateSet {
	t := templateSet{from: templateSource{files: map[string][]byte{}, settings: l.settings, words: w, assets: assets}}
	for name, text := range l.files {
		if path.Ext(name) == ".html" {
			t.from.files[name] = text
		}
	}
	l.functions = functions(l.settings, w, assets)
	l.checker = newChecker(l.functions)
	found := len(l.problems)
	before := l.before.templateSet
	t.parsed = parsedFiles{}
	for name, templates := range before.parsed {
		if t.from.same(before.from, name) {
			t.parsed[name] = templates
		}
	}
	kept := before.sound && before.from.like(t.from) && before.from.sharesAlike(t.from)
	if kept {
		t.shared, t.partials = before.shared, before.partials
	} else {
		t.shared = newTemplates(l.functions)
		for _, name := range t.from.shared() {
			l.parse(t.shared, t.parsed, name)
		}
	}
	for o := range site.Outputs {
		switch {
		case !o.IsHTML():
		case kept && before.from.same(t.from, layoutOf(o)):
			t.layouts[o] = before.layouts[o]
		default:
			t.layouts[o] = l.layout(o, t.parsed, t.shared)
		}
	}
	if !kept {
		t.partials = template.Must(t.shared.Clone())
		l.checkPartials(t.partials)
	}
	l.tryAll(&t, before)
	t.sound = len(l.problems) == found
	return t
}

// SameLayout reports whether two themes have one layout for an output, with the same partials and words.
func (t *Theme) SameLayout(as *Theme, o site.Output) bool {
	return t.layouts[o] == as.layouts[o] && t.partials == as.partials
}

func newTemplates(functions template.FuncMap) *template.Template {
	return template.New("").Funcs(functions).Option("missingkey=error")
}

// layout makes the layout of an output, with those of the shared templates that it calls; nil where it cannot be used.
func (l *loader) layout(o site.Output, parsed parsedFiles, shared *template.Template) *template.Template {
	layout := newTemplates(l.functions)
	if !l.parse(layout, parsed, layoutOf(o)) {
		return nil
	}
	addCalled(layout, rootOf(o), shared)
	if !l.checkLayout(layout, shared, o) {
		return nil
	}
	return layout
}

// parse adds what a file defines to a set. What is defined already stays where the file has nothing for it.
func (l *loader) parse(set *template.Template, parsed parsedFiles, name string) bool {
	if parsed[name] == nil {
		file, err := newTemplates(l.functions).New(name).Parse(string(l.files[name]))
		if err != nil {
			l.problems.Add(templateProblem(err))
			return false
		}
		parsed[name] = file.Templates()
	}
	for _, t := range parsed[name] {
		if old := set.Lookup(t.Name()); t.Tree != nil && (isEmpty(old) || !isEmpty(t)) {
			template.Must(set.AddParseTree(t.Name(), t.Tree.Copy()))
		}
	}
	return true
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

// tryAll tries the layouts that were not there before. Those that do not work are left out.
func (l *loader) tryAll(t *templateSet, before templateSet) {
	var problems [site.Outputs]diag.List
	parallel.Each(len(t.layouts), func(i int) {
		if layout := t.layouts[i]; layout != nil && layout != before.layouts[i] {
			problems[i] = try(layout, site.Output(i))
		}
	})
	for o, found := range problems {
		if len(found) > 0 {
			t.layouts[o] = nil
			l.problems.Add(found...)
		}
	}
}

// try executes a layout once without data, because html/template finds a template whose HTML is broken only then. That it has no
// data is not held against it. Where html/template names no line, the mistake is in how the layout and base.html fit together.
func try(layout *template.Template, o site.Output) diag.List {
	var broken *template.Error
	err := layout.ExecuteTemplate(io.Discard, rootOf(o), nil)
	if !errors.As(err, &broken) {
		return nil
	}
	p := templateProblem(err)
	if p.Line == 0 {
		p.File, p.Message = source.Templates+"/"+layoutOf(o), fmt.Sprintf("the HTML of this template does not hold together: %s.", broken.Description)
		p.Hint = "Look for a quotation mark or a bracket that is not closed. " + mendTemplate
	}
	return diag.List{p}
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
