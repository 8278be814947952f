package importer

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/legpress/legpress/generator/parse"
)

// What the old blog says of itself goes into content/site.toml, line by line, where the line is still the starter's.

// signAll decides who signs the texts: the author of the blog, or who is named by each of its articles. Where the site has an author of its
// own, texts that name nobody get the name of the blog's.
func (w *importRun) signAll() {
	from := oneLine(w.blog.About.Author)
	if w.isStartersLine("author") {
		w.author = cmp.Or(from, onlyAuthor(w.blog.Posts))
		return
	}
	w.author = w.settings.Author
	for _, t := range w.texts {
		if t.Author == "" {
			t.Author = from
		}
	}
}

// onlyAuthor returns the author of the articles if all name the same; "" otherwise.
func onlyAuthor(posts []*Post) string {
	only := ""
	for _, p := range posts {
		name := oneLine(p.Author)
		switch {
		case p.Page:
		case name == "" || only != "" && name != only:
			return ""
		default:
			only = name
		}
	}
	return only
}

// keepHome takes the address of the old blog over where the settings have that of the starter: at the same address old links lead on, and it
// decides in which folder they lie.
func (w *importRun) keepHome() {
	home := &parse.Settings{}
	if w.isStartersLine("url") && len(home.SetURL(w.blog.Home, w.settings.URLPos)) == 0 && home.Reachable() {
		w.settings.SetURL(w.blog.Home, w.settings.URLPos)
		w.takesHome = true
	}
}

// editSettings puts what the blog says of itself into the settings. What is not the starter's any more stays, and the blog's is reported.
func (w *importRun) editSettings() {
	file, ok := w.snapshot.File(parse.SettingsFile)
	if !ok {
		return
	}
	about, before := w.blog.About, string(unix(file.Data))
	e := &settingsEdit{run: w, text: before}
	if w.takesHome {
		e.set("url", quoted(w.settings.URL))
	}
	e.set("title", quoted(oneLine(about.Title)))
	e.setOrDrop("description", quoted(oneLine(about.Description)), about.Title != "")
	e.setOrDrop("author", quoted(w.author), len(w.texts) > 0)
	if tag, err := language.Parse(about.Language); err == nil {
		e.set("language", quoted(tag.String()))
	}
	e.setZone(about.TimeZone)
	e.set("menu", list(w.menu()))
	if e.text == before {
		return
	}
	if bytes.Contains(file.Data, []byte("\r\n")) {
		e.text = strings.ReplaceAll(e.text, "\n", "\r\n")
	}
	w.settingsTaken = e.taken
	w.starter.edits = append(w.starter.edits, File{Path: parse.SettingsFile, Text: []byte(e.text), Replaces: true})
}

// settingsEdit is content/site.toml while it changes.
type settingsEdit struct {
	run   *importRun
	text  string
	taken []string // the keys that have the blog's values now
}

// set gives a key another value, as TOML; "" changes nothing.
func (e *settingsEdit) set(key, value string) {
	line := e.run.startersLine(key)
	switch {
	case value == "" || line == key+" = "+value:
	case line != "" && lineIn(e.text, line):
		e.text = replaceLine(e.text, line, key+" = "+value)
		e.taken = append(e.taken, key)
	case !lineIn(e.text, key+" = "+value) && e.run.starter.files != nil:
		e.run.report(Finding{File: parse.SettingsFile, Reason: reasonAbout, What: key + " = " + value})
	}
}

// setOrDrop is set, but makes a note of the starter's line where the blog has no such value and another one would not be true.
func (e *settingsEdit) setOrDrop(key, value string, drop bool) {
	line := e.run.startersLine(key)
	if value == "" && drop && line != "" && lineIn(e.text, line) {
		e.text = replaceLine(e.text, line, "# "+line)
		return
	}
	e.set(key, value)
}

// setZone writes the time zone behind the language, where the settings have none.
func (e *settingsEdit) setZone(name string) {
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" || zone == time.UTC || e.run.starter.files == nil || e.run.settings.Zone.String() == name {
		return
	}
	value := "timezone = " + quoted(name)
	at := settingLine("language").FindStringIndex(e.text)
	if at == nil || settingLine("timezone").MatchString(e.text) {
		e.run.report(Finding{File: parse.SettingsFile, Reason: reasonAbout, What: value})
		return
	}
	e.text = e.text[:at[1]] + "\n\n# Where a day begins for articles dated in the future.\n" + value + e.text[at[1]:]
	e.taken = append(e.taken, "timezone")
}

// settingLine finds the line of a key.
func settingLine(key string) *regexp.Regexp { return regexp.MustCompile(`(?m)^` + key + ` *=.*$`) }

// startersLine returns the line of a key in the settings of the starter; "" where there is none.
func (w *importRun) startersLine(key string) string {
	if w.starter.files == nil {
		return ""
	}
	data, err := fs.ReadFile(w.starter.files, path.Base(parse.SettingsFile))
	if err != nil {
		return ""
	}
	return settingLine(key).FindString(string(unix(data)))
}

// isStartersLine reports whether the settings have the starter's line of a key.
func (w *importRun) isStartersLine(key string) bool {
	file, _ := w.snapshot.File(parse.SettingsFile)
	line := w.startersLine(key)
	return line != "" && lineIn(string(unix(file.Data)), line)
}

func lineIn(text, line string) bool { return strings.Contains("\n"+text+"\n", "\n"+line+"\n") }

func replaceLine(text, line, by string) string {
	return strings.TrimPrefix(strings.Replace("\n"+text, "\n"+line+"\n", "\n"+by+"\n", 1), "\n")
}

// mostInMenu is how many pages go into the menu where the old one is unknown (house rule): with the parts of the site, a line of a phone
// has no room for more.
const mostInMenu = 4

// menu returns the entries of the menu: the parts of the starter's that stay, and what the menu of the old blog leads to. Where that is
// unknown, it is the pages, if they are few.
func (w *importRun) menu() []string {
	hasArticles, hasPages := false, false
	for _, t := range w.texts {
		hasArticles = hasArticles || !t.Page && !t.hidden
		hasPages = hasPages || t.Page && !t.hidden
	}
	if !w.isStartersLine("menu") || !hasArticles && !hasPages {
		return nil
	}
	menu := []string{"runners", "plans", "exercises"}
	add := func(entry string) {
		if !slices.Contains(menu, entry) {
			menu = append(menu, entry)
		}
	}
	if hasArticles {
		add("articles")
	}
	for _, address := range w.blog.About.Menu {
		if to := w.inMenu(address); to != "" {
			add(to)
		}
	}
	if len(w.blog.About.Menu) == 0 {
		w.pagesInMenu(add)
	}
	if w.keepsAbout() {
		add("about")
	}
	return menu
}

// inMenu returns the entry for an address of the old menu; "" for the home page, which the menu has anyway, and for what it cannot have.
func (w *importRun) inMenu(address string) string {
	to := w.resolve(&text{Post: &Post{Dir: "/"}}, address)
	switch {
	case to.text != nil && to.text.Page && !to.text.hidden && to.text.existing == "":
		return to.text.id
	case to.address == "/articles/":
		return "articles"
	case to.address == "/tags/":
		return "tags"
	case to.address == "/" || to.text != nil && to.text.hidden:
		return ""
	}
	w.report(Finding{File: parse.SettingsFile, Reason: reasonMenu, What: address})
	return ""
}

// pagesInMenu adds the pages to a menu if they are few.
func (w *importRun) pagesInMenu(add func(entry string)) {
	var pages []*text
	for _, t := range w.texts {
		if t.Page && !t.hidden && t.existing == "" {
			pages = append(pages, t)
		}
	}
	for _, t := range pages {
		if len(pages) <= mostInMenu || t.id == "about" {
			add(t.id)
		} else {
			w.report(Finding{File: t.path(), Reason: reasonNoMenu, What: t.Title})
		}
	}
}

// keepsAbout reports whether the starter's page about itself stays.
func (w *importRun) keepsAbout() bool {
	_, there := w.snapshot.File(starterAbout)
	return there
}
