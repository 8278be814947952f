package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/words"
)

// SessionBlock is some rows of a session that belong together: those of a group, which are done in turn, or others.
type SessionBlock struct {
	Turns string // how those of a group are done, "3 rounds in turn, 2 min rest after each round"; empty: they are not in a group
	Span  int    // the table's columns
	Rows  []SessionRow
	err   error // a word of Turns that the theme lacks
}

// SessionRow is an exercise of a session in one week.
type SessionRow struct {
	Number  string // "1a", in a session that has a group
	Targets []Target
	inTurn  bool // there is another one in its group
	last    bool // of its group
	ends    bool // the session
}

// First returns the target that names the row: the first one of the week.
func (r SessionRow) First() Target { return r.Targets[0] }

// Name returns the name of the exercise, or of either that may be done: "Push-up hold or Push-up".
func (r SessionRow) Name() (string, error) {
	first := r.First()
	if first.or == nil {
		return first.Exercise.Name, nil
	}
	return first.words.Fill("either", "exercise", first.Exercise, "other", first.or)
}

// PerSide reports whether all that is done is done on each side, so that it need not be said of each target.
func (r SessionRow) PerSide() bool {
	return !slices.ContainsFunc(r.Targets, func(t Target) bool { return !t.Asked().PerSide })
}

// Unknown says how the runner finds a load that nobody knows at the first visit; empty where it is known or there is none.
func (r SessionRow) Unknown() string {
	first := r.First()
	if !first.Sets[0].Load.IsZero() {
		return ""
	}
	text, _ := first.shortWeight() // no word can be missing
	return markdown.KeepUnits(text)
}

// Details returns what is to be known of the row besides its targets: rests, the tempo, light sets whose loads nobody knows, and the
// coach's note.
func (r SessionRow) Details() ([]string, error) {
	w := r.First().words
	var list details
	if rest := r.rest(); rest != "" {
		list.add(w.Text("rest")+" "+rest, nil)
	}
	list.others(r)
	for i, text := range list.texts {
		list.texts[i] = markdown.KeepUnits(text)
	}
	if note := r.First().Row.Note; note != "" {
		list.texts = append(list.texts, note)
	}
	return list.texts, list.err
}

// rest returns the rest between sets, or before the next exercise of a round; nothing where there is none, and where it is that between
// rounds.
func (r SessionRow) rest() string {
	t := r.First()
	if t.Rest == 0 || r.inTurn && r.last {
		return ""
	}
	return t.words.Rest(t.Row.RestFrom, t.Rest)
}

// details are short texts, and the first error on the way to them.
type details struct {
	texts []string
	err   error
}

func (d *details) add(text string, err error) {
	d.texts = append(d.texts, text)
	if d.err == nil {
		d.err = err
	}
}

// others adds what there is beside the rest and the note.
func (d *details) others(r SessionRow) {
	t := r.First()
	w, row := t.words, t.Row
	if row.RestAfter > 0 && !r.ends {
		d.add(w.Fill("rest-after", "time", w.Duration(row.RestAfter)))
	}
	if tempo := row.Tempo.String(); tempo != "" {
		d.add(w.Fill("tempo-is", "tempo", w.Figures(tempo)))
	}
	if !row.WarmUp.IsZero() && t.warmUpUnknown() {
		d.add(w.Text("warm-up-sets")+" "+t.WarmUp(), nil)
	}
	if !r.inTurn {
		d.clock(w, row)
	}
	if t.Prescription.Unit != t.Exercise.Measure.Facts().Unit {
		d.add(w.Fill("count-sets"))
	}
}

// clock adds by which clock rounds or sets are done.
func (d *details) clock(w *words.Words, row *training.Row) {
	if row.Every > 0 {
		d.add(w.Fill("round-every", "time", w.Duration(row.Every)))
	}
	if row.For > 0 {
		d.add(w.Fill("rounds-for", "time", w.Duration(row.For)))
	}
}

// blocks returns the rows of a session in the order of the plan, group by group. A session without groups is one block.
func blocks(plan *training.Plan, columns []Column) []SessionBlock {
	rows := sessionRows(plan, columns)
	var blocks []SessionBlock
	grouped, from := false, 0
	for i := range rows {
		rows[i].ends = i+1 == len(rows)
		if i+1 < len(rows) && sameGroup(rows[i], rows[i+1]) {
			rows[i].inTurn, rows[i+1].inTurn, grouped = true, true, true
			continue
		}
		rows[i].last = true
		blocks = append(blocks, SessionBlock{Rows: rows[from : i+1]})
		from = i + 1
	}
	if !grouped {
		return []SessionBlock{{Rows: rows}}
	}
	for i := range blocks {
		blocks[i].Span = len(columns) + 1
		blocks[i].number(i + 1)
	}
	return blocks
}

func sameGroup(a, b SessionRow) bool {
	group := a.First().Row.Group
	return group != "" && group == b.First().Row.Group
}

// number numbers the rows of a block, "1a" and "1b" where they are done in turn, and says how that is done.
func (b *SessionBlock) number(n int) {
	for i := range b.Rows {
		b.Rows[i].Number = strconv.Itoa(n)
		if len(b.Rows) > 1 {
			b.Rows[i].Number += letter(i)
		}
	}
	if len(b.Rows) > 1 {
		b.Turns, b.err = turns(b.Rows)
	}
}

// letter returns the nth letter, from 0. After 26 of them they are numbers.
func letter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return fmt.Sprint("-", n+1)
}

// turns says how rows are done in turn.
func turns(rows []SessionRow) (string, error) {
	first, last := rows[0].First(), rows[len(rows)-1].First()
	w := first.words
	var list details
	if first.Row.For == 0 {
		list.add(w.Count("rounds", rounds(rows)))
	}
	list.clock(w, first.Row)
	if last.Rest > 0 && first.Row.Every == 0 {
		list.add(w.Fill("rest-round", "time", w.Rest(last.Row.RestFrom, last.Rest)))
	}
	return strings.Join(list.texts, ", "), list.err
}

// rounds returns the most sets of a row.
func rounds(rows []SessionRow) int {
	most := 0
	for _, r := range rows {
		for _, t := range r.Targets {
			most = max(most, t.Count())
		}
	}
	return most
}

// sessionRows returns a row for each of the plan's that is done in the columns, in the plan's order.
func sessionRows(plan *training.Plan, columns []Column) []SessionRow {
	var rows []SessionRow
	for _, c := range columns {
		for _, target := range c.targets {
			i := slices.IndexFunc(rows, func(r SessionRow) bool { return r.First().Row == target.Row })
			if i < 0 {
				i = len(rows)
				rows = append(rows, SessionRow{})
			}
			rows[i].Targets = append(rows[i].Targets, target)
		}
	}
	places := rowPlaces(plan)
	slices.SortStableFunc(rows, func(a, b SessionRow) int { return places[a.First().Row] - places[b.First().Row] })
	return rows
}

// rowPlaces returns where each row stands in the plan.
func rowPlaces(plan *training.Plan) map[*training.Row]int {
	places := map[*training.Row]int{}
	for _, phase := range plan.Phases {
		for _, session := range phase.Sessions {
			for i := range session.Rows {
				places[&session.Rows[i]] = len(places)
			}
		}
	}
	return places
}
