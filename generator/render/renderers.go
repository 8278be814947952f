package render

import (
	"fmt"

	"github.com/legpress/legpress/generator/render/follow"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// renderer writes an output that no layout shows. An error names a template, or a word that one lacks.
type renderer func(*Renderer, *site.Page) ([]byte, error)

// renderers are those of the outputs that are neither HTML, which layouts show, nor feeds, whose formats package feed knows.
var renderers = [site.Outputs]renderer{
	site.CardFile:      (*Renderer).drawCard,
	site.DrawingFile:   (*Renderer).drawingFile,
	site.CSVFile:       (*Renderer).programmeCSV,
	site.JSONFile:      (*Renderer).programmeJSON,
	site.WeeksFile:     (*Renderer).calendar,
	site.FollowFile:    (*Renderer).programmeFollowed,
	site.LogManifest:   (*Renderer).logManifest,
	site.CalendarFile:  (*Renderer).calendar,
	site.IndexFile:     (*Renderer).searchRoot,
	site.SitemapFile:   (*Renderer).sitemap,
	site.RobotsFile:    (*Renderer).robots,
	site.ManifestFile:  (*Renderer).manifest,
	site.WorkerFile:    (*Renderer).worker,
	site.HeadersFile:   (*Renderer).headers,
	site.RedirectsFile: (*Renderer).redirects,
	site.NoJekyllFile:  (*Renderer).empty,
	site.FeedCopy:      (*Renderer).feedCopy,
}

// downloads are the words on the links by which the page of a programme offers its files. They can have the {date} of the plan.
var downloads = [site.Outputs]string{
	site.CSVFile:      "as-table",
	site.JSONFile:     "as-data",
	site.CalendarFile: "calendar-file",
}

// rendererOf returns what writes an output; nil: a layout of the theme shows it.
func rendererOf(o site.Output) renderer {
	if o.Owner() == site.OfFeed {
		return (*Renderer).feed
	}
	return renderers[o]
}

func (r *Renderer) programmeJSON(p *site.Page) ([]byte, error) {
	return p.Programme.Projection.JSON(r.theme.words.Sentences)
}

func (r *Renderer) programmeFollowed(p *site.Page) ([]byte, error) {
	settings := r.site.Settings
	return follow.JSON(follow.Input{
		Programme: p.Programme.Projection, Words: r.theme.words, FromRight: settings.Direction == "rtl", URL: link(settings, p.Programme.URL),
		Exercise: r.addressesOf,
		Source: func(id string) string {
			if s := r.site.Source(id); s != nil {
				return shortSource(s)
			}
			return ""
		},
	})
}

// addressesOf returns where an exercise is on the site.
func (r *Renderer) addressesOf(e *training.Exercise) follow.Addresses {
	of := r.site.Exercise(e.ID)
	if of == nil {
		return follow.Addresses{}
	}
	at := follow.Addresses{Page: link(r.site.Settings, of.URL)}
	if of.Drawn() {
		at.Drawing = link(r.site.Settings, of.DrawingURL())
	}
	return at
}

func (r *Renderer) programmeCSV(p *site.Page) ([]byte, error) {
	return p.Programme.Projection.CSV(r.theme.words.Text("decimal"), r.theme.words.Sentences), nil
}

func (r *Renderer) drawingFile(p *site.Page) ([]byte, error) {
	return []byte(r.figure(p.Exercise).svg), nil
}

func (r *Renderer) robots(*site.Page) ([]byte, error) {
	return fmt.Appendf(nil, "User-agent: *\nAllow: /\nSitemap: %s\n", r.absolute(site.SitemapFile.Of(""))), nil
}

// feedCopy writes the feed that has moved from here.
func (r *Renderer) feedCopy(p *site.Page) ([]byte, error) {
	if feed := r.site.PageAt(p.Target); feed != nil {
		return r.feed(feed)
	}
	return nil, nil
}

func (r *Renderer) empty(*site.Page) ([]byte, error) { return nil, nil }
