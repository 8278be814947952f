package render

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// This file says to search engines, in the vocabulary of schema.org, what a page is. No page claims to be medical or reviewed.

// thing is an entry in the vocabulary: its type, and what is known of it. Members that are not known are left out.
type thing map[string]any

func newThing(kind string) thing { return thing{"@type": kind} }

// with adds a member, unless there is nothing to say.
func (t thing) with(name string, value any) thing {
	switch v := value.(type) {
	case string:
		if v == "" {
			return t
		}
	case []string:
		if len(v) == 0 {
			return t
		}
	case []thing:
		if len(v) == 0 {
			return t
		}
	case thing:
		if v == nil {
			return t
		}
	}
	t[name] = value
	return t
}

// linkedData returns what the page is as JSON-LD, or nothing.
func (v *BaseView) linkedData() ([]byte, error) {
	t := v.thing()
	if t == nil {
		return nil, nil
	}
	t["@context"] = "https://schema.org"
	t.with("license", v.renderer.absoluteAddress(v.Settings.LicenseURL))
	data, err := json.Marshal(t) // it escapes <, > and &, so that the text cannot end the script element
	if err != nil {
		return nil, fmt.Errorf("writing linked data: %w", err)
	}
	return data, nil
}

// absoluteAddress returns the whole of an address that the settings name; empty for none.
func (r *Renderer) absoluteAddress(address string) string {
	if strings.HasPrefix(address, "/") {
		path, behind := splitAddress(address)
		return r.absolute(path) + behind
	}
	return address
}

func (v *BaseView) thing() thing {
	switch v.page.Output {
	case site.Home:
		return v.onPage("WebSite").with("image", v.sharedPicture()).with("name", v.Settings.Title).with("author", v.renderer.person(v.Settings.Author)).
			with("publisher", v.renderer.publisher()).with("inLanguage", v.Settings.Language)
	case site.ArticlePage:
		return v.articleThing()
	case site.ProgrammePage:
		return v.planThing()
	case site.ExercisePage:
		return v.exerciseThing()
	}
	return nil
}

// onPage begins the entry of what the page shows.
func (v *BaseView) onPage(kind string) thing {
	return newThing(kind).with("url", v.renderer.absolute(v.page.URL)).with("description", v.Description())
}

func (v *BaseView) articleThing() thing {
	a := v.page.Article
	t := v.onPage("Article").with("headline", a.Title).with("author", v.renderer.person(v.renderer.author(a))).with("inLanguage", v.Settings.Language).
		with("datePublished", moment(a.Date)).with("dateModified", moment(newest(a.Date, a.Updated))).with("image", v.pictured(a.File, a.Image.Value))
	var cited []thing
	for _, c := range v.renderer.citations(v.page) {
		cited = append(cited, citation(c.Source))
	}
	var tags []string
	for _, tag := range v.renderer.tags(a) {
		tags = append(tags, tag.Name)
	}
	return t.with("keywords", tags).with("citation", cited)
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func citation(s *training.Source) thing {
	t := newThing("ScholarlyArticle").with("name", s.Title).with("author", s.Authors)
	if s.Year > 0 {
		t.with("datePublished", fmt.Sprint(s.Year))
	}
	if s.DOI != "" {
		return t.with("sameAs", "https://doi.org/"+s.DOI)
	}
	return t.with("url", s.URL)
}

// planThing describes a programme as an ExercisePlan whose parts are its exercises. Loads have no place in that vocabulary: its
// workload is an energy. The rules of progress do: "progressions over time" are what additionalVariable is for.
func (v *BaseView) planThing() thing {
	p := v.page.Programme
	t := v.onPage("ExercisePlan").with("name", v.Title).with("author", v.renderer.person(v.renderer.planner())).with("inLanguage", v.Settings.Language).
		with("audience", newThing("Audience").with("audienceType", p.Runner.Name)).with("activityDuration", fmt.Sprintf("P%dW", len(p.Projection.Weeks))).
		with("exerciseType", "Strength training").with("category", v.renderer.kindOf(p.Plan.Plan)).with("intensity", v.renderer.theme.words.Sentences(p.Projection.Stop)).with("image", v.cardURL()).
		with("dateModified", moment(p.Plan.Updated))
	if perWeek := visits(p.Projection); perWeek > 0 {
		word, err := v.renderer.theme.words.Count("times-a-week", perWeek)
		if err == nil {
			t.with("activityFrequency", word)
		}
	}
	var parts []thing
	for _, target := range v.renderer.liftsOf(p) {
		do := target.Prescription
		part := newThing("ExercisePlan").with("name", target.Exercise.Name).with("url", v.renderer.absolute("/exercises/"+target.Exercise.ID+"/")).
			with("restPeriods", restPeriods(target.Rest)).with("additionalVariable", v.renderer.theme.words.Prescription(do)+". "+target.Rule())
		if do.Unit == quantity.Repetitions {
			low, high := do.Span()
			part["repetitions"] = thing{"@type": "QuantitativeValue", "minValue": low, "maxValue": high}
		}
		parts = append(parts, part)
	}
	return t.with("hasPart", parts)
}

// restPeriods writes a rest, or nothing where there is none: in a group, the next exercise follows at once.
func restPeriods(seconds int) string {
	if seconds == 0 {
		return ""
	}
	return fmt.Sprintf("PT%dS", seconds)
}

// visits returns how often there is a session in a week of the first phase, those that may be left out aside.
func visits(p *progression.Programme) int {
	n := 0
	for _, day := range p.Phases[0].Days {
		perDay := 1
		for _, s := range p.Weeks[0].Sessions {
			switch {
			case s.Day != day:
			case s.Optional:
				perDay = 0
			default:
				perDay = max(s.PerDay, 1)
			}
		}
		n += perDay
	}
	return n
}

func (v *BaseView) exerciseThing() thing {
	e := v.page.Exercise
	t := v.onPage("ExercisePlan").with("name", e.Name).with("alternateName", e.AlsoCalled()).with("exerciseType", "Strength training").with("inLanguage", v.Settings.Language)
	if e.Drawn() && !e.Photographed() {
		return t.with("image", v.renderer.absolute(e.DrawingURL()))
	}
	return t.with("image", v.pictured(e.Pos.File, e.Picture.Value))
}

// socialCard returns the address, on the site, of the picture that stands for the page where it is shared; empty where there is none.
func (v *BaseView) socialCard() string {
	if v.page.Programme != nil {
		return v.Site.CardURL(v.page.Plan.URL)
	}
	return v.Site.CardURL(v.page.URL)
}

// pictured returns the whole address of the author's picture, by its path from a file, or else of the card, or nothing.
func (v *BaseView) pictured(file, target string) string {
	if url := v.renderer.pictureURL(file, target); url != "" {
		return v.renderer.absolute(url)
	}
	return v.cardURL()
}

// sharedPicture returns the whole address of the picture that stands for a page without a card: the one that its author has chosen for
// what the page is about, or nothing.
func (v *BaseView) sharedPicture() string {
	p := v.page
	switch {
	case p.Article != nil:
		return v.pictured(p.Article.File, p.Article.Image.Value)
	case p.Exercise != nil:
		return v.pictured(p.Exercise.Pos.File, p.Exercise.Picture.Value)
	case p.Runner != nil:
		return v.pictured(p.Runner.Pos.File, p.Runner.Image.Value)
	}
	return ""
}

// cardURL returns the whole address of the card, or nothing.
func (v *BaseView) cardURL() string {
	if card := v.socialCard(); card != "" {
		return v.renderer.absolute(card)
	}
	return ""
}
