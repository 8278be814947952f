package render

import (
	"strings"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/render/search"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// mostWords is how many words of text the search index of a site may hold (house rule): about two megabytes, of which a browser
// loads a quarter. Articles of a site that has more are found by title, headings, tags and summary.
const mostWords = 300_000

// searchIndex returns the index of everything that can be found.
func (r *Renderer) searchIndex(*site.Page) ([]byte, error) {
	words := 0
	for _, p := range r.site.Pages {
		if d := p.Doc(); d != nil && r.found(p) {
			words += d.Words
		}
	}
	var docs []search.Doc
	for _, p := range r.site.Pages {
		if r.found(p) {
			docs = append(docs, r.searchDoc(p, words <= mostWords))
		}
	}
	return search.Index(docs)
}

// found reports whether a page is one of those that the search finds.
func (r *Renderer) found(p *site.Page) bool {
	return p.Found() && r.kindWord(p) != "" && !p.Unlisted()
}

// kindWord returns what a page of its kind is called among the results.
func (r *Renderer) kindWord(p *site.Page) string { return r.theme.words.Text("kind-" + p.Kind()) }

// kindOf says what a plan is for, or nothing where it is the whole strength training of its runners.
func (r *Renderer) kindOf(p *training.Plan) string {
	if p.Kind == training.WholePlan {
		return ""
	}
	return r.theme.words.Text("plankind-" + string(p.Kind))
}

func (r *Renderer) searchDoc(p *site.Page, whole bool) search.Doc {
	d := search.Doc{URL: escapePath(p.URL), Kind: r.kindWord(p), Title: p.Title, Summary: p.Description, Text: p.Description}
	if doc := p.Doc(); doc != nil {
		for _, h := range doc.Headings {
			d.Headings += h.Text + "\n"
		}
		if whole {
			d.Text = plain(doc)
		}
	}
	switch {
	case p.Article != nil:
		for _, t := range p.Article.Tags {
			d.Tags += t.Value + "\n"
		}
	case p.Exercise != nil:
		d.Tags = r.theme.words.Text("pattern-" + string(p.Exercise.Pattern))
		for _, e := range p.Exercise.Equipment {
			d.Tags += "\n" + r.theme.words.Text("equipment-"+e)
		}
		d.Text += "\n" + p.Description + "\n" + p.Exercise.IfItHurts + "\n" + strings.Join(p.Exercise.NotFor, "\n")
	case p.Plan != nil:
		if kind := r.kindOf(p.Plan.Plan); kind != "" {
			d.Kind += " · " + kind
		}
		for _, programme := range p.Plan.Programmes {
			d.Tags += programme.Runner.Name + "\n"
		}
	}
	return d
}

// plain returns the words of a text without its HTML.
func plain(d *markdown.Doc) string { return d.Text() }
