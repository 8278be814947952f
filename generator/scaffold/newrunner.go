package scaffold

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// Runner returns the beginning of a runner type, with a whole running week, and of a plan for it: a type without one says nothing to
// its readers. There is no plan where the site has one for it already, or has no exercises to make it of.
func (s *Site) Runner(typed string, now time.Time) ([]File, error) {
	name, id, err := s.Named(typed)
	if err != nil {
		return nil, err
	}
	files := []File{{Path: source.Content + "/runners/" + id + ".toml", Text: s.runner(name, id)}}
	title := fmt.Sprintf(s.spoken().firstPlan, name)
	if planID := s.fileName(title); !s.planned(id) && !s.IDs("plan")[planID] {
		if f, err := s.planFor(title, planID, runnerOf(id, files[0].Text), now); err == nil {
			files = append(files, f)
		}
	}
	return files, nil
}

// planned reports whether a plan names a type of runner, be it there or not. The plan may be a draft or unlisted.
func (s *Site) planned(id string) bool {
	names := func(p *training.Plan) bool {
		return slices.ContainsFunc(p.Runners, func(r training.Ref) bool { return r.ID == id })
	}
	for p := range s.AllPlans() {
		if names(p.Plan) {
			return true
		}
	}
	return slices.ContainsFunc(s.Hidden, func(h site.Hidden) bool { return h.Plan != nil && names(h.Plan) })
}

func runnerOf(id, text string) *training.Runner {
	t, _ := tomlfile.Decode(tomlfile.Input{Text: []byte(text)}, training.RunnerFormat())
	r, _ := training.ReadRunner(id, "", t)
	return r
}

func (s *Site) runner(name, id string) string {
	d := newDraft(training.RunnerFormat(), s.spoken().examples)
	d.note("A new type of runner. Change first: the running week at the end, because lifting days are chosen to fit it; then signs and aim. " + howNotesWork)
	d.set("name", quoted(name))
	d.set("order", fmt.Sprint(s.lastOrder()+1))
	d.example("signs", "aim")
	d.set("reserve", "3")
	d.set("sessions_per_week", "[1, 2]")
	d.set("max_exercises", "4")
	d.set("lifts", `"never"`)
	d.off("image", quoted(id+".jpg"))
	d.example("image_alt", "image_focus", "about")
	d.others("running_week")
	d.week(d.key("running_week"))
	return d.end()
}

func (s *Site) lastOrder() int {
	last := 0
	for _, r := range s.Runners {
		last = max(last, r.Order)
	}
	return last
}

// week writes the running week. It is a table, so it stands at the end.
func (d *draft) week(k *tomlfile.Key) {
	days := k.Table.Keys
	d.remark(k.Doc + " Each day is one of: " + strings.Join(days[0].OneOf, ", ") + ".")
	fmt.Fprintf(&d.text, "[%s]\n", k.Name)
	for _, day := range days {
		fmt.Fprintf(&d.text, "%s = %s\n", day.Name, day.Example)
	}
}

// end returns the text, with one line end behind it.
func (d *draft) end() string { return strings.TrimRight(d.text.String(), "\n") + "\n" }
