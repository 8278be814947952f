package change

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomledit"
)

// Remove plans to take things out of the site in a folder. They may be gone already: then what still refers to them is mended. A runner
// type goes with its last plan, unless it is the site's last one, and a plan with its last runner type.
func Remove(dir string, things ...Thing) (*Change, error) {
	s, err := open(dir)
	if err != nil {
		return nil, err
	}
	return s.remove(things)
}

// Without returns the files of a site without some things, and with all that follows. Files are texts by their paths.
func Without(files map[string][]byte, things ...Thing) (map[string][]byte, error) {
	var list []source.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, source.File{Path: name, Data: files[name]})
	}
	s, err := siteOf(source.New(list))
	if err != nil {
		return nil, err
	}
	c, err := s.remove(things)
	if err != nil {
		return nil, err
	}
	left := maps.Clone(files)
	for _, t := range c.Texts {
		left[t.File] = t.Data
	}
	for _, file := range c.Gone {
		delete(left, file)
	}
	return left, nil
}

func (s *site) remove(things []Thing) (*Change, error) {
	var names []string
	for _, t := range things {
		names = append(names, t.String())
	}
	e := s.editor("remove " + strings.Join(names, ", "))
	for _, t := range things {
		e.gone[t] = true
	}
	e.follow()
	for t := range e.gone {
		if !slices.Contains(things, t) {
			e.change.Along = append(e.change.Along, t)
		}
	}
	slices.SortFunc(e.change.Along, func(a, b Thing) int { return strings.Compare(a.String(), b.String()) })
	if err := e.definitions(); err != nil {
		return nil, err
	}
	e.pictures()
	e.allLinks()
	lead := map[string]string{}
	for t := range e.gone {
		if t.Kind != "picture" && s.has(t) {
			lead[t.address()] = e.instead(t)
			for _, alias := range s.list(t, "aliases") {
				lead[alias] = e.instead(t)
			}
		}
	}
	e.leadOn(lead)
	change := e.finished()
	if len(change.Gone)+len(change.Texts) == 0 && len(things) > 0 {
		return nil, s.unknown(things[0].Kind, things[0].ID)
	}
	change.Still = e.still()
	return change, nil
}

// unknown says that there is no such thing, nor anything that refers to it.
func (s *site) unknown(kind, id string) error {
	if d := diag.DidYouMean(id, s.ids(kind)); d != "" {
		return fmt.Errorf("there is no %s. %s", Thing{kind, id}, d)
	}
	return fmt.Errorf("there is no %s, and nothing refers to one", Thing{kind, id})
}

// instead returns the address at which readers of what is gone are best served.
func (e *editor) instead(t Thing) string {
	if t.Kind == "exercise" {
		for _, key := range []string{"easier", "harder"} {
			if next := e.next(t.ID, key); next != "" {
				return Thing{"exercise", next}.address()
			}
		}
	}
	return t.above()
}

// follow adds what cannot stay without what is gone: a runner type without a plan, a plan for nobody.
func (e *editor) follow() {
	for n := 0; n != len(e.gone); {
		n = len(e.gone)
		for _, runner := range e.ids("runner") {
			plans, left := 0, 0
			for _, plan := range e.ids("plan") {
				if slices.Contains(e.list(Thing{"plan", plan}, "runners"), runner) {
					plans++
					if !e.gone[Thing{"plan", plan}] {
						left++
					}
				}
			}
			switch {
			case plans == 0 || left > 0 || e.gone[Thing{"runner", runner}]:
			case e.lastRunner(runner): // whoever takes the only plan out begins one of their own
				e.change.Bare = []Thing{{"runner", runner}}
			default:
				e.gone[Thing{"runner", runner}] = true
			}
		}
		for _, plan := range e.ids("plan") {
			runners := e.list(Thing{"plan", plan}, "runners")
			if len(runners) > 0 && !slices.ContainsFunc(runners, func(r string) bool { return !e.gone[Thing{"runner", r}] }) {
				e.gone[Thing{"plan", plan}] = true
			}
		}
	}
}

// lastRunner reports whether a runner type is the only one that stays.
func (e *editor) lastRunner(id string) bool {
	return !slices.ContainsFunc(e.ids("runner"), func(other string) bool { return other != id && !e.gone[Thing{"runner", other}] })
}

// next returns the next exercise of a ladder that stays, from one that is gone; "" for none.
func (e *editor) next(id, key string) string {
	for seen := map[string]bool{}; id != "" && !seen[id]; {
		seen[id] = true
		if id = e.text(Thing{"exercise", id}, key); id != "" && !e.gone[Thing{"exercise", id}] {
			return id
		}
	}
	return ""
}

// definitions takes what is gone out of the keys that name it: ladders, rows, tests, lists of runner types, the menu.
func (e *editor) definitions() error {
	for _, file := range e.paths() {
		if e.isGone(file) {
			continue
		}
		for _, v := range e.values[file] {
			e.key(file, v)
		}
		if err := e.emptied(file); err != nil {
			return err
		}
	}
	return nil
}

// key takes what is gone out of one key.
func (e *editor) key(file string, v tomledit.Value) {
	data, key := e.texts[file], v.Key()
	exercise := v.Kind == tomledit.Text && e.gone[Thing{"exercise", v.Text}]
	switch {
	case exercise && thingAt(file).Kind == "exercise" && (key == "easier" || key == "harder"):
		if next := e.next(v.Text, key); next != "" && next != thingAt(file).ID {
			e.edit(file, v, tomledit.Set(v, next, data), "%s is %s now", key, next)
		} else {
			e.edit(file, v, tomledit.Remove(v), "%s = %q goes", key, v.Text)
		}
		e.removeKey(file, key+"_do")
	case exercise && key == "exercise":
		if row, ok := e.value(file, strings.TrimSuffix(v.Path, ".exercise")); ok {
			e.edit(file, v, tomledit.Remove(row), "its row goes")
		}
	case exercise && key == "or":
		e.edit(file, v, tomledit.Remove(v), "or = %q goes", v.Text)
	case strings.HasPrefix(v.Path, "max.") && e.gone[Thing{"exercise", strings.TrimPrefix(v.Path, "max.")}]:
		e.edit(file, v, tomledit.Remove(v), "its maximum goes")
	case v.Kind == tomledit.Text && key == "runners" && e.gone[Thing{"runner", v.Text}]:
		e.edit(file, v, tomledit.Remove(v), "%q goes from runners", v.Text)
	case file == parse.SettingsFile && v.Kind == tomledit.Text && key == "menu" && e.gone[Thing{"page", v.Text}]:
		e.edit(file, v, tomledit.Remove(v), "%q goes from the menu", v.Text)
	case file == parse.SettingsFile && v.Kind == tomledit.Text && key == "menu" && v.Text == "articles" && e.lastOf("article"): // plans and exercises come again
		e.edit(file, v, tomledit.Remove(v), "%q goes from the menu: there is nothing left in it", v.Text)
	}
}

// lastOf reports whether the last thing of a kind goes.
func (e *editor) lastOf(kind string) bool {
	ids := e.ids(kind)
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !e.gone[Thing{kind, id}] })
}

func (e *editor) value(file, path string) (tomledit.Value, bool) {
	i := slices.IndexFunc(e.values[file], func(v tomledit.Value) bool { return v.Path == path })
	if i < 0 {
		return tomledit.Value{}, false
	}
	return e.values[file][i], true
}

func (e *editor) removeKey(file, path string) {
	if v, ok := e.value(file, path); ok {
		e.edit(file, v, tomledit.Remove(v), "%s goes", path)
	}
}

// alone takes the group out of rows that are done in turn with nothing any more.
func (e *editor) alone(file string) {
	groups := map[string][]tomledit.Value{} // by session and group, of the rows that stay
	for _, v := range e.values[file] {
		row := strings.TrimSuffix(v.Path, ".group")
		session, _, ok := strings.Cut(row, ".exercises.")
		if !ok || v.Key() != "group" {
			continue
		}
		if exercise, ok := e.value(file, row+".exercise"); ok && !e.gone[Thing{"exercise", exercise.Text}] {
			groups[session+" "+v.Text] = append(groups[session+" "+v.Text], v)
		}
	}
	for _, rows := range groups {
		if len(rows) == 1 {
			e.edit(file, rows[0], tomledit.Remove(rows[0]), "it is in no group now")
		}
	}
}

// emptied takes sessions out of a plan that have no row left, and refuses a plan of which nothing is left.
func (e *editor) emptied(file string) error {
	if thingAt(file).Kind != "plan" || len(e.edits[file]) == 0 {
		return nil
	}
	e.alone(file)
	rows, left := map[string]int{}, map[string]int{} // by session
	for _, v := range e.values[file] {
		session, _, ok := strings.Cut(v.Path, ".exercises.")
		if !ok || v.Key() != "exercise" || v.Kind != tomledit.Text {
			continue
		}
		rows[session]++
		if !e.gone[Thing{"exercise", v.Text}] {
			left[session]++
		}
	}
	phases := map[string]int{} // sessions that are left
	for session := range rows {
		phase := session[:strings.LastIndexByte(session, '.')]
		phases[phase] += min(left[session], 1)
		if left[session] > 0 {
			continue
		}
		if block, ok := e.value(file, session); ok {
			e.edit(file, block, tomledit.Remove(block), "a session without rows goes")
		}
	}
	for _, n := range phases {
		if n == 0 {
			id := thingAt(file).ID
			return fmt.Errorf("the plan %s would have nothing left to do. Change %s first, or remove it: legpress remove plan %s", id, file, id)
		}
	}
	return nil
}

// pictures takes pictures that are gone out of the keys that name them, with what is said of them there.
func (e *editor) pictures() {
	for _, file := range e.paths() {
		if e.isGone(file) {
			continue
		}
		for _, v := range e.values[file] {
			key := v.Key()
			if v.Kind != tomledit.Text || !slices.Contains([]string{"image", "picture", "portrait", "logo"}, key) || !e.gone[e.leads(file, v.Text)] {
				continue
			}
			e.edit(file, v, tomledit.Remove(v), "%s goes", key)
			for _, with := range []string{"_alt", "_credit", "_focus"} {
				e.removeKey(file, v.Path+with)
			}
		}
	}
}
