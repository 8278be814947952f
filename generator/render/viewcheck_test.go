package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// What the theme of an author uses and a layout does not have is said once, with its place and with what to write instead, before
// any page is rendered.
func TestMissingWords(t *testing.T) {
	main := func(text string) string { return `{{define "main"}}` + text + `{{end}}` }
	for _, c := range []struct {
		file, text string
		want       []string
	}{
		{"layouts/exercise.html", main("\n{{.Article.Title}}"), []string{"2:3 the layout exercise has no .Article: the layouts article and page have it."}},
		{"layouts/home.html", main("{{.Exercise}}{{.ReadingMinutes}}"), []string{"1:20 the layout home has no .Exercise: the layout exercise has it.", "1:33 the layout home has no .ReadingMinutes: the layout article has it."}},
		{"layouts/article.html", main("{{.Titel}}{{.Article.Titel}}"), []string{`1:20 the layout article has no .Titel. Did you mean "Title"?`, `1:38 a parse.Article has no .Titel. Did you mean "Title"?`}},
		{"layouts/article.html", main("{{.Xylophone}}"), []string{`1:20 the layout article has no .Xylophone. "legpress explain theme" says what there is.`}},

		// The words of the one view that all layouts had.
		{"layouts/article.html", main("{{$a := .Page.Article}}{{$a.Title}}"), []string{"1:31 the layout article has no .Page.Article. Write .Article."}},
		{"layouts/page.html", main("{{.Page.Title}}{{.Page.Programme.URL}}"), []string{"1:25 the layout page has no .Page.Title. Write .Title.", "1:40 the layout page has no .Page.Programme: the layouts programme, sheet and log have .Programme."}},
		{"layouts/page.html", main("{{.Page.Knd}}"), []string{`1:25 the layout page has no .Page.Knd. Did you mean "Kind"?`}},

		// What several layouts share.
		{"layouts/base.html", `{{.Sharing}}{{.List.Articles}}{{block "main" .}}{{end}}`, []string{`1:15 the layout home has no .List: the layout list has it. Write {{if eq $.Page.Kind "list"}} before it and {{end}} behind it.`}},
		{"layouts/base.html", `{{.Sharing}}{{if eq .Page.Kind "list"}}{{.List.Articles}}{{else}}{{with .Page}}{{if ne .Kind "article"}}{{else}}{{$.Article}}{{end}}{{end}}{{end}}`, nil},
		{"partials/citations.html", "{{.Citatons}}{{.Citations}}", []string{`1:3 the layout home has no .Citatons. Did you mean "Citations"?`}},
		{"partials/source.html", "{{.Titel}}", []string{`1:3 a training.Source has no .Titel. Did you mean "Title"?`}},
		{"partials/header.html", "{{.Menu}}{{.Title}}{{.Page.URL}}", []string{
			`1:12 a partial that .Fixed fills in has no .Title: it is the same on all pages of a layout. {{template "partials/header.html" .}} in the place of .Fixed fills it in for each page.`,
			`1:27 a partial that .Fixed fills in has no .URL: it is the same on all pages of a layout. {{template "partials/header.html" .}} in the place of .Fixed fills it in for each page.`}},
		{"partials/header.html", "{{.Mneu}}{{.Page.Kind}}", []string{`1:3 a partial that .Fixed fills in has no .Mneu. Did you mean "Menu"?`}},

		// What the theme's own files ask for, where they are called.
		{"layouts/programme.html", main(`{{template "partials/race.html" .}}{{template "partials/race.html" .Race}}`), []string{`1:29 the layout programme has no .Date, which partials/race.html asks for. "legpress new theme partials/race.html" writes that file of the theme.`}},
		{"layouts/base.html", `{{.Sharing}}{{block "main" .Site}}{{end}}`, []string{`1:21 a site.Site has no .Description, which layouts/home.html asks for. "legpress new theme layouts/home.html" writes that file of the theme.`}},
		{"layouts/base.html", `{{.Sharing}}{{.Fixed "citations.html"}}{{block "main" .}}{{end}}`, []string{`1:22 a partial that .Fixed fills in has no .Citations: it is the same on all pages of a layout, which partials/citations.html asks for. "legpress new theme partials/citations.html" writes that file of the theme.`}},

		// Partials that no template calls.
		{"partials/teaser.html", "{{.Titel}}{{$.Title}}", []string{`1:3 a parse.Article has no .Titel. Did you mean "Title"?`}},
		{"partials/menu.html", "{{range .}}{{.Nme}}{{end}}", []string{`1:14 a render.menuEntry has no .Nme. Did you mean "Name"?`}},
		{"partials/card.html", "{{with .Exercise}}{{$.Figure . 60}}{{end}}{{.Article}}", []string{`1:45 the partial card.html has no .Article. "legpress explain theme" says what there is.`}},
		{"partials/chapter.html", "{{.Article.Title}}", []string{`1:3 the layout runner has no .Article: the layouts article and page have it. Write {{if eq $.Page.Kind "article" "page"}} before it and {{end}} behind it.`}},

		// What is inside.
		{"layouts/home.html", main("{{range .Site.Articles}}{{.Settings}}{{end}}{{.Site.Articles.Title}}{{.Title.X}}"), []string{
			"1:44 a parse.Article has no .Settings. Write $.Settings: inside {{with}} and {{range}} the page is $.",
			"1:78 a list has no .Title. Go through it with {{range}}.",
			`1:94 a text has no .X. "legpress explain theme" says what there is.`}},
	} {
		files := []source.File{{Path: "content/site.toml", Data: []byte("title = \"T\"\nurl = \"https://balanced-stride.com/\"\n")}, {Path: "templates/" + c.file, Data: []byte(c.text)}}
		var got []string
		snapshot := source.New(files)
		settings, _ := parse.ReadSettings(snapshot)
		_, problems, err := render.Load(templates.Files, snapshot, settings, words.English(templates.Files), false)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			hint := strings.TrimSpace(strings.TrimSuffix(p.Hint, "Mend it, or delete the file: then the theme's own takes its place."))
			got = append(got, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", p.Line, p.Column, p.Message, hint)))
			if word := strings.Split(c.text, "\n")[p.Line-1][p.Column-1:][:p.Length]; p.File != "templates/"+c.file || !strings.Contains(p.Message, word) {
				t.Errorf("%s: %q is underlined in %s for %s", c.file, word, p.File, p.Message)
			}
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.file, c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}
