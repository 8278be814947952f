package render

import (
	"encoding/json"
	"slices"

	"github.com/legpress/legpress/generator/site"
)

// This file writes what makes an app of the site on a phone: manifests, and the worker that shows a log where there is no net.

// manifest is what browsers read of an app (W3C, Web Application Manifest).
type manifest struct {
	ID         string         `json:"id,omitempty"`
	Name       string         `json:"name"`
	Short      string         `json:"short_name,omitempty"`
	About      string         `json:"description,omitempty"`
	Language   string         `json:"lang"`
	Direction  string         `json:"dir"`
	Start      string         `json:"start_url"`
	Scope      string         `json:"scope,omitempty"`
	Display    string         `json:"display"`
	Background string         `json:"background_color"`
	Theme      string         `json:"theme_color"`
	Icons      []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source string `json:"src"`
	Sizes  string `json:"sizes"`
	Type   string `json:"type"`
}

// manifest says what the site is called and looks like on the start screen of a phone.
func (r *Renderer) manifest(*site.Page) ([]byte, error) {
	m := r.app(r.site.Settings.Title, r.site.Settings.Description, "/")
	m.Display = "minimal-ui"
	return json.MarshalIndent(m, "", "  ")
}

// logManifest makes an app of the log of a programme: it begins with the log, and has no address bar, which takes room that sets need.
// Links from it stay in it as long as they lead to the site.
func (r *Renderer) logManifest(p *site.Page) ([]byte, error) {
	m := r.app(p.Programme.Plan.Title+" · "+p.Programme.Runner.Name, p.Programme.Plan.Summary, p.Programme.URL+"log/")
	m.ID, m.Short, m.Display = m.Start, p.Programme.Plan.Title, "standalone"
	m.Scope = link(r.site.Settings, "/")
	return json.MarshalIndent(m, "", "  ")
}

// app returns what all manifests of the site have.
func (r *Renderer) app(name, about, start string) manifest {
	settings := r.site.Settings
	colours := settings.Palette().Light
	return manifest{
		Name: name, About: about, Language: settings.Language, Direction: settings.Direction, Start: link(settings, start),
		Background: colours.Paper.String(), Theme: colours.Track.String(),
		Icons: []manifestIcon{
			{link(settings, "/assets/icon.svg"), "any", "image/svg+xml"},
			{link(settings, "/assets/icon-180.png"), "180x180", "image/png"},
			{link(settings, "/assets/icon-512.png"), "512x512", "image/png"},
		},
	}
}

// worker writes the script that browsers run for the site in the background. They go on running one that is no longer there, so that where no
// programme is followed it is empty, at which the one that was there before removes itself.
func (r *Renderer) worker(*site.Page) ([]byte, error) {
	if !slices.ContainsFunc(r.site.Pages, func(p *site.Page) bool { return p.Output == site.FollowFile }) {
		return nil, nil
	}
	return r.theme.worker, nil
}
