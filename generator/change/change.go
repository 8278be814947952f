package change

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/tomledit"
)

// Change is what is going to happen to a site's files.
type Change struct {
	What  string     // in a few words: "remove exercise goblet-squat"
	Texts []TextEdit // that change, or are new
	Gone  []string   // the files that are deleted
	Along []Thing    // what goes with what was named, as nothing would be left for it: a runner type without a plan, a plan for nobody
	Bare  []Thing    // runner types that stay, and have no plan then
	Moved []Move     // the files that get another name; the texts have it already
	Still []string   // where texts that stay speak of what is gone, each as file:line: "content/pages/about.md:12: Goblet squat"
}

// TextEdit is a text as it will be, and what becomes different in it.
type TextEdit struct {
	File string
	Data []byte
	Why  []string // one for each place, with its line: "line 12: harder is front-squat now"
}

// Move is another name for a file.
type Move struct{ From, To string }

// editor changes the texts of a site.
type editor struct {
	*site
	gone    map[Thing]bool
	renamed map[Thing]string // the new name
	change  *Change
	edits   map[string][]tomledit.Edit
	why     map[string][]string
}

func (s *site) editor(what string) *editor {
	return &editor{site: s, gone: map[Thing]bool{}, renamed: map[Thing]string{}, change: &Change{What: what}, edits: map[string][]tomledit.Edit{}, why: map[string][]string{}}
}

// edit notes an edit of a file at a value.
func (e *editor) edit(file string, v tomledit.Value, edit tomledit.Edit, format string, args ...any) {
	e.edits[file] = append(e.edits[file], edit)
	e.note(file, v.Start, format, args...)
}

func (e *editor) note(file string, at int, format string, args ...any) {
	line := 1 + bytes.Count(e.texts[file][:min(at, len(e.texts[file]))], []byte("\n"))
	e.why[file] = append(e.why[file], fmt.Sprintf("line %d: ", line)+fmt.Sprintf(format, args...))
}

// links changes the links of a text, in Markdown, that lead to what is gone or has another name.
func (e *editor) links(file, text string) string {
	changed := prose.Relink(text, func(l prose.Link) prose.Change {
		to := e.leads(file, l.Dest)
		switch name, renamed := e.renamed[to]; {
		case renamed:
			return prose.Lead(e.renamedDest(to, name, l.Dest))
		case !e.gone[to]:
			return prose.Keep()
		case l.Picture, l.Alone && (l.Auto || strings.TrimSpace(l.Words) == ""):
			return prose.Replace("")
		case l.Auto || strings.TrimSpace(l.Words) == "":
			return prose.Replace(prose.EscapeWords(e.nameOf(to)))
		}
		return prose.OnlyWords("")
	})
	if changed != text {
		for strings.Contains(changed, "\n\n\n") && !strings.Contains(text, "\n\n\n") {
			changed = strings.ReplaceAll(changed, "\n\n\n", "\n\n")
		}
	}
	return changed
}

// leads returns what an address in a text leads to. A picture in the folder of an article may be gone without the article.
func (e *editor) leads(file, dest string) Thing {
	if p := (Thing{"picture", path.Join(path.Dir(file), dest)}); e.gone[p] {
		return p
	}
	return leads(file, dest)
}

// nameOf returns what a thing is called, or its id.
func (e *editor) nameOf(t Thing) string {
	if name := e.text(t, "name", "title"); name != "" {
		return name
	}
	return strings.ReplaceAll(t.ID, "-", " ")
}

// allLinks changes the links in all texts that stay.
func (e *editor) allLinks() {
	for _, file := range e.paths() {
		if e.isGone(file) {
			continue
		}
		for _, v := range e.values[file] {
			if v.Kind != tomledit.Text {
				continue
			}
			if strings.ContainsAny(v.Text, "[<") {
				if changed := e.links(file, v.Text); changed != v.Text {
					e.edit(file, v, tomledit.Set(v, changed, e.texts[file]), "%s", e.linksSaid())
				}
				continue
			}
			if to := leads(file, v.Text); file == parse.SettingsFile && strings.HasPrefix(v.Text, "/") {
				e.address(file, v, to)
			}
		}
	}
}

// address changes an address in the settings.
func (e *editor) address(file string, v tomledit.Value, to Thing) {
	if name, ok := e.renamed[to]; ok {
		e.edit(file, v, tomledit.Set(v, e.renamedDest(to, name, v.Text), e.texts[file]), "%s leads to %s now", v.Key(), name)
	}
	if e.gone[to] {
		e.edit(file, v, tomledit.Remove(v), "%s goes, which led there", v.Key())
	}
}

func (e *editor) linksSaid() string {
	if len(e.renamed) > 0 {
		return "links lead to the new name"
	}
	return "links to it become plain words"
}

// isGone reports whether a file belongs to something that is gone.
func (e *editor) isGone(file string) bool {
	t := thingAt(file)
	return e.gone[t] || t.Kind == "picture" && e.gone[Thing{"picture", file}]
}

// finished makes the change of the edits.
func (e *editor) finished() *Change {
	for _, file := range e.paths() {
		if e.isGone(file) {
			continue
		}
		data := e.texts[file]
		front, body := split(file, data)
		text := tomledit.Apply(front, e.edits[file]...)
		if changed := e.links(file, string(body)); changed != string(body) {
			e.note(file, len(front)+firstDifference(string(body), changed), "%s", e.linksSaid())
			body = []byte(changed)
		}
		text = append(text, body...)
		if !bytes.Equal(text, data) {
			e.change.Texts = append(e.change.Texts, TextEdit{file, text, e.why[file]})
		}
	}
	for t := range e.gone {
		if t.Kind == "picture" {
			if e.has(t) {
				e.change.Gone = append(e.change.Gone, t.ID)
			}
			continue
		}
		e.change.Gone = append(e.change.Gone, e.files[t]...)
	}
	slices.Sort(e.change.Gone)
	return e.change
}

// firstDifference returns the offset of the first line in which two texts differ.
func firstDifference(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}

// leadOn adds lines to content/moved.toml, where readers may know the old addresses already. Lines that lead to an old one lead on, too.
func (e *editor) leadOn(to map[string]string) {
	if !e.settings.Reachable() || len(to) == 0 {
		return
	}
	data := e.texts[parse.MovedFile]
	for _, v := range e.values[parse.MovedFile] {
		if now, ok := to[v.Text]; ok && v.Kind == tomledit.Text {
			e.edit(parse.MovedFile, v, tomledit.Set(v, now, data), "it leads on to %s", now)
		}
	}
	var b strings.Builder
	if len(data) == 0 {
		b.WriteString("# Old addresses, and where they lead.\n\n")
	} else if !bytes.HasSuffix(data, []byte("\n")) {
		b.WriteString("\n")
	}
	var olds []string
	for old := range to {
		olds = append(olds, old)
	}
	slices.Sort(olds)
	for _, old := range olds {
		fmt.Fprintf(&b, "%q = %q\n", old, to[old])
	}
	e.texts[parse.MovedFile] = data
	e.edits[parse.MovedFile] = append(e.edits[parse.MovedFile], tomledit.Insert(len(data), b.String()))
	e.note(parse.MovedFile, len(data), "the old address leads on")
}
