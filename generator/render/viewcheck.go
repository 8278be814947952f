package render

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/typecheck"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// This file finds, when a theme is loaded, the words in its templates that their views do not have.

func newChecker(functions template.FuncMap) *typecheck.Checker {
	return typecheck.New(functions, map[string]typecheck.Include{"Fixed": {Folder: "partials/", Dot: reflect.TypeFor[*FixedView]()}})
}

// checkLayout reports the words of a layout, and of the templates that it calls, that its view does not have. What .Fixed fills in is one of
// the shared templates.
func (l *loader) checkLayout(set, shared *template.Template, o site.Output) (sound bool) {
	return l.check(typecheck.Filled{Set: set, Name: rootOf(o), Dot: viewType(o), Included: shared}, o.String())
}

// checkPartials reports the same of the partials that are filled in by themselves. One that is not sound stays empty, so that no page
// reports it again.
func (l *loader) checkPartials(set *template.Template) {
	for _, p := range []struct {
		name string
		dot  reflect.Type
	}{
		{"partials/menu.html", reflect.TypeFor[[]menuEntry]()},
		{"partials/teaser.html", reflect.TypeFor[*parse.Article]()},
		{"partials/card.html", reflect.TypeFor[*Card]()},
	} {
		if !l.check(typecheck.Filled{Set: set, Name: p.name, Dot: p.dot}, "") {
			template.Must(set.New(p.name).Parse(`{{""}}`))
		}
	}
	for _, part := range bookParts {
		for _, o := range part.pages {
			if !l.check(typecheck.Filled{Set: set, Name: "partials/chapter.html", Dot: viewType(o)}, o.String()) {
				template.Must(set.New("partials/chapter.html").Parse(`{{""}}`))
			}
		}
	}
}

// check reports the words of a template, and of those that it calls, that what they are given does not have: each once, however many
// layouts call the template. What stands in an {{if eq .Page.Kind "..."}} for other layouts than the named one is left out.
func (l *loader) check(f typecheck.Filled, layout string) (sound bool) {
	f.Constants, f.Mended = map[reflect.Type]string{reflect.TypeFor[LayoutName](): layout}, l.isOwn
	missing := l.checker.Check(f)
	for _, m := range missing {
		at := l.placeOf(m)
		if slices.ContainsFunc(l.problems, func(p diag.Problem) bool { return p.Position == at }) {
			continue
		}
		message, hint := describe(m, f.Dot, layout)
		if m.Asked != m.File {
			message, hint = message+", which "+m.Asked+" asks for", `"legpress new theme `+m.Asked+`" writes that file of the theme.`
		}
		l.problems.Add(diag.Errorf(at, "template", "%s.", message).WithHint("%s", strings.TrimSpace(hint+" "+mendTemplate)))
	}
	return len(missing) == 0
}

// placeOf returns where a missing word stands or, if that is in a file of the default theme, where the author's calls it.
func (l *loader) placeOf(m typecheck.Missing) diag.Position {
	before := l.files[m.File][:m.Offset]
	line, column := bytes.Count(before, []byte("\n"))+1, m.Offset-bytes.LastIndexByte(before, '\n')
	at := diag.Position{File: source.Templates + "/" + m.File, Line: line, Column: column}
	if m.Asked == m.File {
		at.Length = len(".") + len(m.Word)
	}
	return at
}

// describe says what does not have a word, and what to write instead, where the view of a layout is filled in; the layout is "" where
// that is a partial by itself.
func describe(m typecheck.Missing, view reflect.Type, layout string) (message, hint string) {
	switch {
	case m.In == reflect.TypeFor[*FixedView]() && len(layoutsWith(m.Word)) > 0, m.In == reflect.TypeFor[FixedPage]():
		return fmt.Sprintf("a partial that .Fixed fills in has no .%s: it is the same on all pages of a layout", m.Word),
			fmt.Sprintf(`{{template "%s" .}} in the place of .Fixed fills it in for each page.`, m.File)
	case m.In == reflect.TypeFor[Page]():
		return ofLayout(m, view, layout, "Page."+m.Word)
	case m.In == view && layout != "":
		return ofLayout(m, view, layout, m.Word)
	}
	message = fmt.Sprintf("%s has no .%s", noun(m.In), m.Word)
	switch {
	case m.In.Kind() == reflect.Slice:
		return message, "Go through it with {{range}}."
	case m.Dollar == view && slices.Contains(typecheck.Words(view), m.Word):
		return message, fmt.Sprintf("Write $.%s: inside {{with}} and {{range}} the page is $.", m.Word)
	}
	return message, didYouMean(m)
}

// ofLayout says that a layout does not have a word, which is shown as it is written, and which layouts have it.
func ofLayout(m typecheck.Missing, view reflect.Type, layout, written string) (message, hint string) {
	message = fmt.Sprintf("the layout %s has no .%s", layout, written)
	others := layoutsWith(m.Word)
	switch {
	case slices.Contains(others, layout): // .Page.Article: all layouts had one view once
		return message, fmt.Sprintf("Write .%s.", m.Word)
	case len(others) == 0:
		return message, didYouMean(m)
	}
	if m.File != "layouts/"+layout+".html" && m.Dollar == view {
		hint = fmt.Sprintf(`Write {{if eq $.Page.Kind "%s"}} before it and {{end}} behind it.`, strings.Join(others, `" "`))
	}
	has := "the layout " + others[0] + " has"
	if last := len(others) - 1; last > 0 {
		has = "the layouts " + strings.Join(others[:last], ", ") + " and " + others[last] + " have"
	}
	if written != m.Word {
		return message + ": " + has + " ." + m.Word, hint
	}
	return message + ": " + has + " it", hint
}

// didYouMean names a word like the missing one, rather one with its first letter, or says where all words stand.
func didYouMean(m typecheck.Missing) string {
	like := typecheck.Words(m.In)
	same := slices.DeleteFunc(slices.Clone(like), func(word string) bool { return word[0] != m.Word[0] })
	return cmp.Or(diag.DidYouMean(m.Word, same), diag.DidYouMean(m.Word, like), `"legpress explain theme" says what there is.`)
}

// layoutsWith returns the names of the layouts that have a word.
func layoutsWith(word string) []string {
	var names []string
	for o := range site.Outputs {
		if views[o] != nil && slices.Contains(typecheck.Words(viewType(o)), word) {
			names = append(names, o.String())
		}
	}
	return names
}

// noun says in words what a type is.
func noun(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[*FixedView]():
		return "a partial that .Fixed fills in"
	case reflect.TypeFor[*Card]():
		return "the partial card.html"
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "what is true or false"
	case reflect.Int, reflect.Float64:
		return "a number"
	}
	return "a " + t.String()
}
