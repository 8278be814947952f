package render

import (
	"iter"
	"strings"

	"github.com/legpress/legpress/generator/render/search"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// searchRoot returns the root of the index of everything that can be found.
func (r *Renderer) searchRoot(*site.Page) ([]byte, error) { return r.index().Root, nil }

// SearchPieces returns the files of which the search loads what it needs, with their addresses.
func (r *Renderer) SearchPieces() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, p := range r.index().Pieces {
			if !yield(site.SearchPieces+p.Name+".json", p.Data) {
				return
			}
		}
	}
}

// makeIndex makes the index of the search. It holds all words of all texts, so that it takes a while.
func (r *Renderer) makeIndex() *search.Index {
	var pages []*site.Page
	for _, p := range r.site.Pages {
		if r.found(p) {
			pages = append(pages, p)
		}
	}
	return search.New(len(pages), func(i int) search.Doc { return r.searchDoc(pages[i]) })
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

func (r *Renderer) searchDoc(p *site.Page) search.Doc {
	d := search.Doc{URL: escapePath(p.URL), Kind: r.kindWord(p), Title: p.Title, Summary: p.Description, Text: p.Description}
	if doc := p.Doc(); doc != nil {
		for _, h := range doc.Headings {
			d.Headings += h.Text + "\n"
		}
		d.Text = doc.Text()
	}
	switch {
	case p.Article != nil:
		for _, t := range p.Article.Tags {
			d.Tags += t.Value + "\n"
		}
	case p.Exercise != nil:
		d.Also = strings.Join(p.Exercise.AlsoCalled(), "\n")
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
