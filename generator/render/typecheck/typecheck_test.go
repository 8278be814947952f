package typecheck

import (
	"fmt"
	"html/template"
	"io"
	"iter"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

type page struct {
	Kind    kind
	Title   string
	Tags    []*tag
	ByName  map[string]tag
	Any     any
	private string
	inner
}

type kind string

type inner struct{ Inside tag }

type tag struct {
	Name string
	Of   *page
}

func (*tag) Upper(n int) tag                   { return tag{} }
func (p *page) First(n int) (*tag, error)      { return nil, nil }
func (page) Each() iter.Seq[*tag]              { return nil }
func (page) Fixed(name string) (string, error) { return "", nil }
func (p *page) Named() fmt.Stringer            { return nil }
func (p *page) String() string                 { return p.private } // templates cannot read the field

// fixed is what Fixed fills templates in with.
type fixed struct{ Menu []tag }

// cases are templates for a page of the kind "home", and the words that are missing in them.
func cases() map[string]string {
	return map[string]string{
		// Words, of fields, methods, maps and what is embedded.
		"{{.Title}}{{.Inside.Name}}{{.ByName.x.Name}}{{.ByName.x.Of.Title}}": "",
		"{{.Titel}}":                                  "page.Titel",
		"{{ .Tags.Name }}":                            "[]tag.Name",
		"{{.Inside.Of.Titel.X}}":                      "page.Titel",
		"{{.private}}{{.inner.Inside}}":               "page.private page.inner",
		"{{.First.Nme}}":                              "tag.Nme",
		"{{(.First 1).Nme}}":                          "tag.Nme",
		"{{((.First 1).Upper 2).Nme}}":                "tag.Nme",
		"{{(index .Tags 0).Nme}}":                     "tag.Nme",
		"{{(index .ByName \"x\").Nme}}":               "tag.Nme",
		"{{(index . 0).Nme}}{{(index .Title 0).Nme}}": "",
		"{{.Title.X}}":                                "string.X",
		"{{.Any.What.Ever}}{{.Named.X}}":              "",
		"{{.Named.String.X}}":                         "string.X",

		// Variables.
		"{{$a := .Inside}}{{$a.Name}}{{$a.Nme}}":                  "tag.Nme",
		"{{$a := .Inside}}{{$a.Of.Nme}}":                          "page.Nme",
		"{{$a := .Title}}{{$a = .Inside}}{{$a.Nme}}":              "",
		"{{range .Tags}}{{$.Title}}{{$.Nme}}{{end}}":              "page.Nme",
		"{{range $t := .Tags}}{{$t.Name}}{{$t.Nme}}{{end}}":       "tag.Nme",
		"{{range $i, $t := .Tags}}{{$t.Nme}}{{end}}":              "tag.Nme",
		"{{$t := .Title}}{{range $t = .Tags}}{{$t.Nme}}{{end}}":   "",
		"{{if $a := .Inside}}{{$a.Nme}}{{else}}{{$a.Nne}}{{end}}": "tag.Nme tag.Nne",

		// What is inside: dot, else, loops.
		"{{with .Inside}}{{.Name}}{{.Title}}{{else}}{{.Title}}{{.Name}}{{end}}":  "tag.Title page.Name",
		"{{with .Any}}{{.X}}{{else with .Inside}}{{.Nme}}{{end}}":                "tag.Nme",
		"{{if .Inside}}{{.Nme}}{{else if .Tags}}{{.Nne}}{{else}}{{.Nnn}}{{end}}": "page.Nme page.Nne page.Nnn",
		"{{range .Tags}}{{.Nme}}{{break}}{{else}}{{.Nme}}{{end}}":                "tag.Nme page.Nme",
		"{{range .ByName}}{{.Nme}}{{end}}":                                       "tag.Nme",
		"{{range .Each}}{{.Nme}}{{end}}":                                         "tag.Nme",
		"{{range 3}}{{.Nme}}{{end}}{{range .Any}}{{.X}}{{$.Nme}}{{end}}":         "page.Nme",
		"{{with or .Inside .Inside}}{{.Nme}}{{end}}":                             "tag.Nme",
		"{{with or .Inside .Title}}{{.Nme}}{{end}}":                              "",
		"{{with .Title | len}}{{.Nme}}{{end}}":                                   "",

		// Functions and arguments.
		"{{len .Tgs}}{{print (len .Tgs) | printf .Tgs}}": "page.Tgs page.Tgs page.Tgs",
		"{{(join .Tags).Nme}}{{.Tags | join | len}}":     "tag.Nme",
		"{{(slice .Tags 1).Nme}}":                        "[]tag.Nme",
		"{{.First .Nme}}":                                "page.Nme",

		// Other templates.
		`{{define "t"}}{{.Nme}}{{end}}{{template "t" .Inside}}{{template "t" .Inside}}{{template "t" .}}`: "page.Nme tag.Nme",
		`{{define "t"}}{{$.Nme}}{{template "t" .}}{{end}}{{template "t" .Inside}}`:                        "tag.Nme",
		`{{define "t"}}{{.Nme}}{{end}}{{template "t"}}{{template "none" .Nme}}`:                           "page.Nme",
		`{{block "b" .Inside}}{{.Nme}}{{end}}`:                                                            "tag.Nme",
		`{{define "f/t"}}{{.Menu}}{{.Title}}{{end}}{{.Fixed "t"}}{{$.Fixed "t"}}{{.Fixed .Title}}`:        "fixed.Title",
		`{{define "f/t"}}{{.Title}}{{end}}{{with .Inside}}{{$.Fixed "t"}}{{end}}`:                         "fixed.Title",

		// What is ruled out by the kind of page.
		`{{if eq .Kind "list"}}{{.Nme}}{{else}}{{.Title}}{{end}}`:                               "",
		`{{if eq .Kind "home"}}{{.Nme}}{{else}}{{.Nne}}{{end}}`:                                 "page.Nme",
		`{{if eq .Kind "list" "home"}}{{.Nme}}{{end}}`:                                          "page.Nme",
		`{{if eq .Kind "list" .Title}}{{.Nme}}{{end}}`:                                          "page.Nme",
		`{{if ne .Kind "home"}}{{.Nme}}{{end}}{{if not (eq .Kind "home")}}{{.Nme}}{{end}}`:      "",
		`{{if eq "list" .Kind}}{{.Nme}}{{end}}`:                                                 "",
		`{{if and (eq .Kind "list") .Nme}}{{.Nme}}{{end}}`:                                      "",
		`{{if and (eq .Kind "home") .Nme}}{{.Nne}}{{end}}`:                                      "page.Nme page.Nne",
		`{{if or (eq .Kind "home") .Nme}}{{.Title}}{{else}}{{.Nne}}{{end}}`:                     "",
		`{{if or (eq .Kind "list") (eq .Kind "tags")}}{{.Nme}}{{end}}`:                          "",
		`{{if or (eq .Kind "list") .Title}}{{.Nme}}{{end}}`:                                     "page.Nme",
		`{{$k := .Kind}}{{if eq $k "list"}}{{.Nme}}{{end}}`:                                     "",
		`{{define "t"}}{{if eq .Of.Kind "list"}}{{.Nme}}{{end}}{{end}}{{template "t" .Inside}}`: "",
		`{{if true}}{{else}}{{.Nme}}{{end}}{{with ""}}{{.Nme}}{{end}}`:                          "",
		`{{if eq .Title "x"}}{{.Nme}}{{end}}{{if eq .Kind .Title}}{{.Nme}}{{end}}`:              "page.Nme page.Nme",
	}
}

// Each word that is missing is found in its place; what is there, and what cannot be known, is not reported.
func TestCheck(t *testing.T) {
	for text, want := range cases() {
		set, err := parsed(text)
		if err != nil {
			t.Fatal(text, err)
		}
		if got := missing(t, set, text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// No word of a template that can be filled in is missing, unless it stands where nothing is filled in; and what is missing is where it is
// said to be.
func FuzzCheck(f *testing.F) {
	for text := range cases() {
		f.Add(text)
	}
	home := &page{Kind: "home", ByName: map[string]tag{"x": {}}}
	home.inner = inner{tag{Of: home}}
	home.Tags = []*tag{&home.Inside}
	f.Fuzz(func(t *testing.T, text string) {
		set, err := parsed(text)
		if err != nil {
			return
		}
		missing := missing(t, set, text)
		if regexp.MustCompile(`if|with|range|and|or|define|template|block|Fixed`).MatchString(text) {
			return
		}
		if err := set.Execute(io.Discard, home); err == nil && missing != "" {
			t.Errorf("%s can be filled in, but %s is missing", text, missing)
		}
	})
}

func functions() map[string]any { return map[string]any{"join": func([]*tag) *tag { return nil }} }

func parsed(text string) (*template.Template, error) {
	return template.New("root").Option("missingkey=error").Funcs(functions()).Parse(text)
}

// missing says what is missing in a template for a page.
func missing(t *testing.T, set *template.Template, text string) string {
	t.Helper()
	checker := New(functions(), map[string]Include{"Fixed": {"f/", reflect.TypeFor[fixed]()}})
	var list []string
	for _, m := range checker.Check(Filled{set, "root", reflect.TypeFor[*page](), nil, map[reflect.Type]string{reflect.TypeFor[kind](): "home"}, func(string) bool { return true }}) {
		if !strings.HasPrefix(text[m.Offset:], "."+m.Word) || m.File != "root" {
			t.Errorf("%s: there is no .%s at %d of %s", text, m.Word, m.Offset, m.File)
		}
		list = append(list, strings.NewReplacer("typecheck.", "", "*", "").Replace(m.In.String())+"."+m.Word)
	}
	return strings.Join(list, " ")
}
