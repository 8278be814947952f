package preview

import (
	"bytes"
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/mediatype"
)

// athletesPath is where the runners are shown whom the author coaches.
const athletesPath = ownPath + "athletes/"

// mayKnow reports whether a request may be told of runners. It comes from this computer, wherever the preview listens, and asks by a name
// that only this computer has; nobody has passed it on, as a tunnel to the web does.
func mayKnow(r *http.Request) bool {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !from.Addr().Unmap().IsLoopback() {
		return false
	}
	if name := hostname(r.Host); name != "localhost" {
		if ip, err := netip.ParseAddr(name); err != nil || !ip.IsLoopback() {
			return false
		}
	}
	for _, header := range []string{"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip"} {
		if r.Header.Get(header) != "" {
			return false
		}
	}
	return true
}

// serveAthletes answers with the list of the runners, or with the sheets of one. To whom nothing is said of them there is no such page.
// The files are read anew each time: nothing of them is kept.
func (p *Preview) serveAthletes(w http.ResponseWriter, r *http.Request) {
	s := p.awaitState(r.Context())
	if s == nil || s.served == nil || !mayKnow(r) {
		p.serve(w, r)
		return
	}
	s.policy(r.Host, w.Header())
	if r.URL.Path+"/" == athletesPath {
		redirect(w, r, athletesPath)
		return
	}
	id := strings.TrimSuffix(strings.TrimPrefix(r.URL.Path, athletesPath), "/")
	c := coach{preview: p, served: s.served, today: today(p.options.Now().In(s.served.Site.Settings.Zone))}
	made := c.page(id)
	if made == nil {
		sendPage(w, r, s.page(r.URL.Path))
		return
	}
	w.Header().Set("Content-Type", made.kind)
	w.WriteHeader(made.status)
	if r.Method != http.MethodHead {
		w.Write(made.data)
	}
}

// today returns the day of a moment as midnight in UTC.
func today(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

// coach shows runners to whoever coaches them.
type coach struct {
	preview *Preview
	served  *servedRevision
	today   time.Time
}

// athletesPage is the list of the runners.
type athletesPage struct {
	Title   string
	Outside bool // scripts of other websites run on the pages, which could read it
	Rows    []athleteRow
}

// athleteRow is a runner in the list.
type athleteRow struct {
	ID, Name, Plan string
	athlete.Status
	LastDay  string
	Notes    string
	Problems []problemSection
	Broken   bool
}

// page returns the list, or the sheets of a runner; nil where there is none of that name.
func (c *coach) page(id string) *page {
	list := athletesPage{Title: c.served.Site.Settings.Title, Outside: !c.served.Site.Settings.Followed()}
	if list.Outside {
		return ownPage(http.StatusOK, "athletes.html", list)
	}
	folder, err := athlete.OpenFolder(c.preview.options.Site.Dir)
	switch {
	case errors.Is(err, athlete.ErrNoFolder) && id == "":
		return ownPage(http.StatusOK, "athletes.html", list)
	case err != nil:
		return nil
	}
	defer folder.Close()
	if id != "" {
		return c.sheets(folder, id)
	}
	ids, _ := folder.IDs()
	for _, id := range ids {
		list.Rows = append(list.Rows, c.row(folder, id))
	}
	return ownPage(http.StatusOK, "athletes.html", list)
}

// join makes the programme of a runner.
func (c *coach) join(folder *athlete.Folder, id string) (a *athlete.Athlete, lines diag.Lines, err error) {
	about, log, err := folder.Read(id)
	if err != nil {
		return nil, nil, err
	}
	lines = athlete.Lines(c.served.Lines, about, log)
	f, problems := athlete.Read(id, about.File, about.Data)
	if problems.HasErrors() {
		return &athlete.Athlete{File: f, Log: &athlete.Log{}, Problems: problems}, lines, nil
	}
	return athlete.Join(f, c.served.Site, log, c.today), lines, nil
}

// row returns a line of the list.
func (c *coach) row(folder *athlete.Folder, id string) athleteRow {
	a, lines, err := c.join(folder, id)
	if err != nil {
		return athleteRow{ID: id, Name: id, Broken: true}
	}
	row := athleteRow{ID: id, Name: a.File.Name, Notes: a.File.Notes, Problems: problemSections(c.shownProblems(a.Problems, lines), withoutPage), Broken: a.Programme == nil || a.Problems.HasErrors()}
	if a.Programme != nil {
		row.Plan, row.Status = a.Programme.Plan.Title, a.StatusOn(c.today)
		row.LastDay = row.LastVisit()
	}
	return row
}

// sheets returns the sheets of a runner.
func (c *coach) sheets(folder *athlete.Folder, id string) *page {
	a, lines, err := c.join(folder, id)
	if err != nil {
		return nil
	}
	if a.Problems.HasErrors() || a.Programme == nil {
		return problemPage(c.shownProblems(a.Problems, lines), http.StatusUnprocessableEntity)
	}
	part, ok := a.Ahead(athlete.SheetWeeks)
	if !ok {
		part = a.Programme
	}
	var b bytes.Buffer
	if problems := c.served.AthleteSheet(&b, part, a.File.Name); len(problems) > 0 {
		return problemPage(c.shownProblems(problems, lines), http.StatusInternalServerError)
	}
	return newPage(http.StatusOK, mediatype.HTML, b.Bytes())
}

// shownProblems returns the problems of a runner's files that are shown.
func (c *coach) shownProblems(problems diag.List, lines diag.Lines) []shownProblem {
	return shownProblems(problems, lines, diag.FirstOfKind, c.preview.editorLink)
}
