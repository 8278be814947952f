package training

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Times by the clock that are believed (house rules).
func everyTimes() times { return times{10, 900, "a round every", "30 s to 3 min"} }
func forTimes() times   { return times{60, 3600, "a time of", "5 to 20 min"} }

// turn reads with what a row is done in turn, and by which clock.
func (r *reader) turn(t *tomlfile.Table, row *Row) {
	row.Group, row.GroupPos = r.line(t, "group"), valuePos(t, "group")
	row.Every, row.For = r.seconds(t, "every", everyTimes()), r.seconds(t, "for", forTimes())
	row.ClockPos = cmp.Or(valuePos(t, "every"), valuePos(t, "for"))
}

// manner reads how fast the repetitions are, and the sets before the others.
func (r *reader) manner(t *tomlfile.Table, row *Row) {
	row.TempoPos, row.WarmUpPos = valuePos(t, "tempo"), valuePos(t, "warm_up")
	if t.Has("tempo") {
		row.Tempo, _ = parse(r, "tempo", t.Text("tempo"), quantity.ParseTempo)
	}
	if !t.Has("warm_up") {
		return
	}
	row.WarmUp, _ = parse(r, "warm_up", t.Text("warm_up"), quantity.ParseWarmUp)
	if row.WarmUp.Unit != "" && row.Do.Unit != "" && row.WarmUp.Unit != row.Do.Unit {
		r.add(row.WarmUpPos, "bad-warm-up", fmt.Sprintf("the warm-up sets are counted in %s, but the sets behind them in %s.", row.WarmUp.Unit, row.Do.Unit), "Count both in the same.")
		row.WarmUp = quantity.Prescription{}
	}
}

// Turns returns the rows of a session as they are done: a group together, every other row by itself.
func (s *Session) Turns() [][]*Row {
	var turns [][]*Row
	for i := range s.Rows {
		row, last := &s.Rows[i], len(turns)-1
		if i > 0 && row.Group != "" && row.Group == s.Rows[i-1].Group {
			turns[last] = append(turns[last], row)
			continue
		}
		turns = append(turns, []*Row{row})
	}
	return turns
}

// turns checks what is done in turn in a session.
func (r *reader) turns(s *Session) {
	seen := map[string]bool{}
	for _, rows := range s.Turns() {
		first := rows[0]
		switch group := first.Group; {
		case group == "":
		case seen[group]:
			r.add(first.GroupPos, "torn-group", fmt.Sprintf("group %s stands in two places of session %s.", group, s.Name), "Move this line to the others of the group, or give it a group of its own.")
		case s.inGroup(group) == 1:
			r.add(first.GroupPos, "lonely-group", fmt.Sprintf("group %s of session %s has one exercise, which is done in turn with nothing.", group, s.Name), s.lonelyHint(group))
		}
		seen[first.Group] = true
		r.clock(rows)
	}
}

// inGroup counts the rows of a group.
func (s *Session) inGroup(group string) int {
	n := 0
	for i := range s.Rows {
		if s.Rows[i].Group == group {
			n++
		}
	}
	return n
}

// lonelyHint says what to do about a group of one row, whose name may only be typed otherwise than that of another one.
func (s *Session) lonelyHint(group string) string {
	for i := range s.Rows {
		if other := s.Rows[i].Group; other != group && strings.EqualFold(other, group) {
			return fmt.Sprintf("Did you mean %q?", other)
		}
	}
	return "Give the next line the same group, or take group out."
}

// clock checks the times of a group, or of a row by itself.
func (r *reader) clock(rows []*Row) {
	first, last := rows[0], rows[len(rows)-1]
	for i, row := range rows {
		if i > 0 && (row.Every > 0 || row.For > 0) {
			r.add(row.ClockPos, "clock-in-group", fmt.Sprintf("the clock of group %s belongs to its first exercise.", row.Group), fmt.Sprintf("Move it to the line of %s.", first.Exercise.ID))
		}
		if row != last && row.RestAfter > 0 {
			r.add(row.RestAfterPos, "rest-in-group", fmt.Sprintf("rest_after comes before the next exercise, but in group %s that comes after each set.", row.Group), fmt.Sprintf("Write rest, or move rest_after to the line of %s.", last.Exercise.ID))
		}
	}
	if first.Every == 0 {
		return
	}
	if last.Rest > 0 {
		r.add(last.RestPos, "rest-by-the-clock", fmt.Sprintf("every = %q says when the next round begins, so that there is no other rest behind the round.", quantity.FormatDuration(first.Every)), `Take this rest out, or "every".`)
	}
	if work := timed(rows); work >= first.Every {
		r.add(first.ClockPos, "round-too-short", fmt.Sprintf("a round takes %s, so that none can begin every %s.", quantity.FormatDuration(work), quantity.FormatDuration(first.Every)), `Make "every" longer, or the sets shorter.`)
	}
}

// timed returns how many seconds of a round are known before it is done: those of sets in seconds, on each side, and of the rests
// within the round.
func timed(rows []*Row) int {
	n := 0
	for i, row := range rows {
		if part := row.Do.First(); row.Do.Unit == quantity.Seconds {
			n += part.High
			if row.Do.PerSide {
				n += part.High
			}
		}
		if i < len(rows)-1 {
			n += row.Rest
		}
	}
	return n
}

// twice reports rows of a session that would be one lift done twice.
func (r *reader) twice(s *Session) {
	for i := range s.Rows {
		row := &s.Rows[i]
		for j := range i {
			if row.Exercise.ID != "" && row.SameLift(&s.Rows[j]) {
				r.add(row.Exercise.Pos, "exercise-twice", fmt.Sprintf("session %s has %q twice.", s.Name, row.Exercise.ID), "Make it one line with more sets, or take another exercise.")
				break
			}
		}
	}
}

// visits checks which sessions of a plan or a phase count.
func (r *reader) visits(tables []*tomlfile.Table, sessions []Session) {
	for _, s := range sessions {
		if !s.Optional {
			return
		}
	}
	if len(sessions) > 0 {
		t := tables[0]
		r.problems.Add(diag.Errorf(t.KeyPos("optional"), "all-optional", "every session is optional, so that there is none to come for.").
			WithHint("Take optional out of one of them."))
	}
}
