package training

import (
	"cmp"
	"fmt"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// ReadPlan reads a plan. It has at least one phase even where there are problems.
func ReadPlan(id, file string, t *tomlfile.Table) (*Plan, diag.List) {
	r := &reader{}
	p := &Plan{
		ID: id, Pos: diag.Position{File: file},
		Title: r.line(t, "title"), Summary: r.line(t, "summary"),
		Runners: r.runners(t), Sources: r.refs(t, "sources"),
		Minutes:    r.span(t, "minutes", bounds{5, 180, "minutes", "30 to 45"}),
		MinutesPos: valuePos(t, "minutes"),
		Updated:    t.Time("updated", time.UTC),
		WarmUp:     r.line(t, "warm_up"), About: t.Text("about"),
		Tests: r.tests(t), Allow: r.allowances(t),
		Draft: t.Bool("draft"), Unlisted: t.Has("listed") && !t.Bool("listed"),
	}
	r.planKind(t, p)
	if w := t.Table("running_week"); w != nil {
		week := ReadRunningWeek(w)
		p.RunningWeek = &week
	}
	if w := t.Table("weights"); w != nil {
		weights, problems := ReadWeights(w)
		p.Weights, p.UnreadLoads = weights, problems.HasErrors() || w.Partial()
		r.problems.Add(problems...)
	}
	p.Phases = r.phases(t)
	p.Maxima = r.maxima(t, p.Rows())
	p.UnreadLoads = p.UnreadLoads || r.unreadLoads
	r.startsBesideMaxima(p)
	r.tables(p)
	p.Race = r.race(t, p.Weeks())
	p.leaveTaperOut()
	p.Start, p.LiftAt = r.firstMonday(t, p.Race), r.liftAt(t)
	p.TestWeeks = r.testWeeks(t, p)
	return p, r.problems
}

func (r *reader) runners(t *tomlfile.Table) []Ref {
	refs := r.refs(t, "runners")
	if t.Has("runners") && len(t.Texts("runners")) == 0 {
		r.add(t.ValuePos("runners"), "empty-value", "this plan is for nobody.", `Name a runner type: runners = ["only-runs"].`)
	}
	return refs
}

func weekCount() bounds { return bounds{1, 52, "weeks", "6 to 20"} }

// phases reads the phases, or the one phase of a plan that has sessions of its own.
func (r *reader) phases(t *tomlfile.Table) []Phase {
	defaults := r.schedule(t)
	weeks := r.number(t, "weeks", weekCount())
	sessions := r.sessions(t)
	tables := t.Tables("phase")
	if len(tables) == 0 {
		return []Phase{r.wholePlan(t, defaults, weeks, sessions)}
	}
	if t.Has("session") {
		r.add(t.KeyPos("session"), "sessions-and-phases", "this plan has phases and a session outside of them.", "Write [[phase.session]] below the phase that it belongs to.")
	}
	if t.Has("weeks") {
		r.add(t.KeyPos("weeks"), "sessions-and-phases", `"weeks" is set above the phases, which have their own.`, "Remove this line.")
	}
	var phases []Phase
	for _, pt := range tables {
		phases = append(phases, r.phase(pt, defaults))
	}
	r.uniqueNames(t.Tables("phase"), "phases")
	r.shareEasyWeeks(phases, tables, defaults.easy)
	return phases
}

func (r *reader) wholePlan(t *tomlfile.Table, s schedule, weeks int, sessions []Session) Phase {
	if t.Broken("phase") {
		return Phase{Pos: t.Pos(), Weeks: weeks}
	}
	r.missing(t, "weeks", "Say how long the plan lasts: weeks = 8.")
	if !t.Broken("session") && len(t.Tables("session")) == 0 {
		r.add(t.Pos(), "no-session", "this plan has no session.", `Write [[session]], and below it name = "A" and exercises = [...].`)
	}
	return Phase{
		Pos: t.Pos(), Weeks: weeks, WeeksPos: valuePos(t, "weeks"), Sessions: sessions,
		EasyWeeks: r.easyWeeks(s.easy, weeks), EasyEvery: s.easy.every, EasyPos: s.easy.pos,
		LiftOn: s.liftOn, LiftOnPos: s.liftOnPos, PerWeek: s.perWeek, PerWeekPos: s.perWeekPos, Maintain: s.maintain,
	}
}

func (r *reader) phase(t *tomlfile.Table, defaults schedule) Phase {
	p := Phase{
		Name: r.line(t, "name"), Aim: r.line(t, "aim"), Pos: t.Pos(),
		Weeks: r.number(t, "weeks", weekCount()), WeeksPos: valuePos(t, "weeks"),
		Sessions: r.sessions(t),
	}
	if t.Has("session") && len(t.Tables("session")) == 0 {
		r.add(t.ValuePos("session"), "no-session", "this phase has no session.", `Write [[phase.session]], and below it name = "A" and exercises = [...].`)
	}
	own := r.schedule(t)
	p.EasyWeeks, p.EasyEvery, p.EasyPos = r.easyWeeks(own.easy, p.Weeks), own.easy.every, cmp.Or(own.easy.pos, defaults.easy.pos)
	s := own.orElse(defaults)
	p.LiftOn, p.LiftOnPos, p.PerWeek, p.PerWeekPos = s.liftOn, s.liftOnPos, s.perWeek, s.perWeekPos
	p.Maintain = own.maintain || defaults.maintain
	return p
}

func (r *reader) sessions(t *tomlfile.Table) []Session {
	var sessions []Session
	for _, st := range t.Tables("session") {
		sessions = append(sessions, r.session(st))
	}
	r.uniqueNames(t.Tables("session"), "sessions")
	r.visits(t.Tables("session"), sessions)
	return sessions
}

func (r *reader) session(t *tomlfile.Table) Session {
	s := Session{Name: r.line(t, "name"), Pos: t.Pos(), Optional: t.Bool("optional"), PerDay: r.number(t, "per_day", bounds{1, 3, "visits a day", "1 or 2"})}
	if t.Has("exercises") && len(t.Tables("exercises")) == 0 {
		r.add(t.ValuePos("exercises"), "no-exercise", fmt.Sprintf("session %s has no exercises.", s.Name), `Write one on each line: { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg" },`)
	}
	for _, et := range t.Tables("exercises") {
		s.Rows = append(s.Rows, r.row(et))
	}
	r.twice(&s)
	r.turns(&s)
	return s
}

// uniqueNames reports what has the name of one before it.
func (r *reader) uniqueNames(tables []*tomlfile.Table, what string) {
	seen := map[string]bool{}
	for _, t := range tables {
		name := t.String("name")
		if seen[name] && name != "" {
			r.add(t.ValuePos("name"), "name-twice", fmt.Sprintf("two %s are called %q.", what, name), "Give each a name of its own.")
		}
		seen[name] = true
	}
}
