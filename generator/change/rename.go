package change

import (
	"fmt"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/filename"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/tomledit"
)

// Rename plans to give something another name, which is that of its file and the last word of its address.
func Rename(dir, kind, id, to string) (*Change, error) {
	s, err := open(dir)
	if err != nil {
		return nil, err
	}
	t := Thing{kind, id}
	switch now := (Thing{kind, to}); {
	case !s.has(t):
		return nil, s.unknown(kind, id)
	case kind == "picture":
		return nil, fmt.Errorf("a picture is renamed where it lies; remove the old one, and write the new name where it is shown")
	case to == id:
		return nil, fmt.Errorf("it is called %s already", id)
	case s.has(now):
		return nil, fmt.Errorf("there is a %s already", now)
	case strings.Contains(to, "/"):
		return nil, fmt.Errorf("%q is no name: write letters, digits and hyphens", to)
	}
	if fault := filename.Check(to + ".md"); fault != nil || to != strings.ToLower(to) || strings.ContainsAny(to, " _.") {
		return nil, fmt.Errorf("%q cannot be the name of a file on the web: write small letters, digits and hyphens", to)
	}
	e := s.editor(fmt.Sprintf("rename %s to %s", t, to))
	e.renamed[t] = to
	for _, file := range e.paths() {
		for _, v := range e.values[file] {
			e.renameKey(file, v, t, to)
		}
	}
	e.allLinks()
	e.keepAddresses(t, to)
	change := e.finished()
	for _, file := range s.files[t] {
		change.Moved = append(change.Moved, Move{file, renamedFile(file, t, to)})
	}
	for i, x := range change.Texts {
		if thingAt(x.File) == t {
			change.Texts[i].File = renamedFile(x.File, t, to)
		}
	}
	return change, nil
}

// renameKey changes a key that names something.
func (e *editor) renameKey(file string, v tomledit.Value, t Thing, to string) {
	data, key := e.texts[file], v.Key()
	named := v.Kind == tomledit.Text && v.Text == t.ID
	switch {
	case named && t.Kind == "exercise" && (key == "exercise" || key == "or" || thingAt(file).Kind == "exercise" && (key == "easier" || key == "harder")),
		named && t.Kind == "runner" && key == "runners",
		named && t.Kind == "page" && key == "menu" && file == parse.SettingsFile:
		e.edit(file, v, tomledit.Set(v, to, data), "%s is %s now", key, to)
	case t.Kind == "exercise" && v.Path == "max."+t.ID:
		key := strings.LastIndex(string(data[:v.Start]), t.ID)
		e.edit(file, v, tomledit.Replace(key, key+len(t.ID), to), "the maximum is of %s now", to)
	}
}

// renamedFile returns the path of a file of a thing with its new name.
func renamedFile(file string, t Thing, to string) string {
	folder := path.Join("content", folders[t.Kind])
	first, rest, in := strings.Cut(strings.TrimPrefix(file, folder+"/"), "/")
	first = strings.TrimSuffix(first, t.ID+path.Ext(first)) + to + path.Ext(first)
	if in {
		first, _, _ = strings.Cut(strings.TrimPrefix(file, folder+"/"), "/")
		return path.Join(folder, strings.TrimSuffix(first, t.ID)+to, rest)
	}
	return path.Join(folder, first)
}

// renamedDest returns the address of a link to something that has another name.
func (e *editor) renamedDest(t Thing, to, dest string) string {
	at, fragment, marked := strings.Cut(dest, "#")
	if i := strings.LastIndex(at, t.ID); i >= 0 {
		at = at[:i] + to + at[i+len(t.ID):]
	}
	if marked {
		return at + "#" + fragment
	}
	return at
}

// keepAddresses keeps old addresses and ids in feeds: what readers know may be known by them.
func (e *editor) keepAddresses(t Thing, to string) {
	if !e.settings.Reachable() {
		return
	}
	now := Thing{t.Kind, to}
	if t.Kind != "article" && t.Kind != "page" {
		lead := map[string]string{t.address(): now.address()}
		if t.Kind == "plan" {
			for _, runner := range e.list(t, "runners") {
				lead[t.address()+runner+"/"] = now.address() + runner + "/"
			}
		}
		if t.Kind == "runner" {
			for _, plan := range e.ids("plan") {
				for _, runner := range e.list(Thing{"plan", plan}, "runners") {
					if runner == t.ID {
						lead["/plans/"+plan+"/"+t.ID+"/"] = "/plans/" + plan + "/" + to + "/"
					}
				}
			}
		}
		e.leadOn(lead)
		return
	}
	for _, file := range e.files[t] {
		front, _ := split(file, e.texts[file])
		if front == nil || e.values[file] == nil {
			continue
		}
		if list, ok := e.value(file, "aliases"); ok {
			e.edit(file, list, tomledit.Append(list, t.address(), front), "the old address leads on")
		} else {
			e.edits[file] = append(e.edits[file], tomledit.Insert(len(front), fmt.Sprintf("aliases = [%q]\n", t.address())))
			e.note(file, len(front), "the old address leads on")
		}
		if _, ok := e.value(file, "feed_id"); !ok && t.Kind == "article" {
			e.edits[file] = append(e.edits[file], tomledit.Insert(len(front), fmt.Sprintf("feed_id = %q\n", e.settings.FeedID(t.address()))))
			e.note(file, len(front), "its id in feeds stays")
		}
	}
}
