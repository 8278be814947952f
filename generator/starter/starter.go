// Package starter makes the site that a coach begins with: in a language, for a room and a unit, whole or small.
//
// There is one starter, in English: package content. In goes that and what is wanted, out come the files of a site. A language is laid over
// it: what it says at a key of a file, or in a note, takes the place of the English, which stands beside it, so that a test sees when that
// has changed.
// What a language does not have is left out, and links to it become words.
package starter

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/legpress/legpress/generator/change"
	"github.com/legpress/legpress/generator/tomledit"
)

//go:embed *.toml de es fr nl pt
var files embed.FS

// Options say which site is wanted. The zero value is the whole starter in English, for a gym with weights in kilograms.
type Options struct {
	Language string // one of [Languages]; "": English
	Pounds   bool   // the weights are those that there are in pounds
	Home     bool   // there are no barbell and no bar to hang on
	Small    bool   // one runner type, one plan and its exercises, one article
}

// Languages returns the languages that there is a starter in, as short codes; English comes first.
func Languages() []string { return []string{"en", "de", "es", "fr", "nl", "pt"} }

// NoteKey is the key of the translation of a note, which is found by what it says in English.
const NoteKey = "#"

// Translation is what stands at a key of a file, or in a note of it, in English and in another language.
type Translation struct {
	Key string // [NoteKey]: a note
	En  string
	New string
}

// Translations returns what a language says, by file below content/.
func Translations(language string) (map[string][]Translation, error) {
	t := map[string][]Translation{}
	_, err := toml.DecodeFS(files, language+".toml", &t)
	return t, err
}

// Site makes the files of a site, by their paths in its folder, of the content of the starter.
func Site(content fs.FS, o Options) (map[string][]byte, error) {
	if o.Language == "" {
		o.Language = "en"
	}
	if !slices.Contains(Languages(), o.Language) {
		return nil, fmt.Errorf("there is no starter in %q. There are: %s", o.Language, strings.Join(Languages(), ", "))
	}
	site, err := read(content)
	if err != nil {
		return nil, err
	}
	var out []change.Thing
	if o.Language != "en" {
		if out, err = translate(site, o.Language); err != nil {
			return nil, err
		}
	}
	if o.Home {
		out = append(out, atHome(site)...)
	}
	if o.Small {
		out = append(out, beyondSmall(site)...)
	}
	if o.Pounds {
		inPounds(site)
	}
	dropSentences(site, out)
	return change.Without(site, out...)
}

// read returns the files of the starter.
func read(content fs.FS) (map[string][]byte, error) {
	site := map[string][]byte{}
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		site["content/"+name], err = fs.ReadFile(content, name)
		return err
	})
	return site, err
}

// translate lays a language over the site, and returns what it has no words for.
func translate(site map[string][]byte, language string) ([]change.Thing, error) {
	translations, err := Translations(language)
	if err != nil {
		return nil, err
	}
	for name, list := range translations {
		words, notes := map[string]string{}, map[string]string{}
		for _, t := range list {
			if t.Key == NoteKey {
				notes[t.En] = t.New
			} else {
				words[t.Key] = t.New
			}
		}
		data := site["content/"+name]
		var edits []tomledit.Edit
		for _, n := range tomledit.Notes(data) {
			if to, ok := notes[n.Text]; ok {
				edits = append(edits, tomledit.Rewrite(n, to, data))
			}
		}
		for _, v := range tomledit.Scan(data) {
			switch to, ok := words[v.Path]; {
			case v.Kind != tomledit.Text:
			case ok:
				edits = append(edits, tomledit.Set(v, to, data))
			case v.Path == "about":
				edits = append(edits, tomledit.Remove(v)) // which is in English
			}
		}
		site["content/"+name] = tomledit.Apply(data, edits...)
	}
	site["content/site.toml"] = replaceSetting(site["content/site.toml"], "language", language)
	var lacks []change.Thing
	for name := range site {
		kind, ok := map[string]string{"content/articles": "article", "content/pages": "page"}[path.Dir(name)]
		if !ok {
			continue
		}
		data, err := files.ReadFile(language + strings.TrimPrefix(name, "content"))
		if err == nil {
			site[name] = data
			continue
		}
		lacks = append(lacks, change.Named(kind, name))
	}
	return lacks, nil
}

// replaceSetting gives a key of the settings another text.
func replaceSetting(data []byte, key, text string) []byte {
	for _, v := range tomledit.Scan(data) {
		if v.Path == key {
			return tomledit.Apply(data, tomledit.Set(v, text, data))
		}
	}
	return data
}

// dropSentences takes the sentences and rows of tables out that send readers to what is not there: as words alone they would promise it.
func dropSentences(site map[string][]byte, out []change.Thing) {
	for name, data := range site {
		if path.Ext(name) == ".md" {
			site[name] = []byte(withoutSentences(string(data), out))
			continue
		}
		for _, v := range tomledit.Scan(data) {
			if v.Path == "about" && leadsTo(v.Text, out) {
				site[name] = tomledit.Apply(data, tomledit.Set(v, withoutSentences(v.Text, out), data))
			}
		}
	}
}

// withoutSentences returns a text without its sentences that lead to one of some things.
func withoutSentences(text string, out []change.Thing) string {
	if !leadsTo(text, out) {
		return text
	}
	var b strings.Builder
	for _, sentence := range sentences(text) {
		if !leadsTo(sentence, out) {
			b.WriteString(sentence)
		} else if strings.Contains(sentence, "\n\n") {
			b.WriteString("\n\n") // the end of a paragraph
		}
	}
	return strings.TrimSpace(manyLines.ReplaceAllString(b.String(), "\n\n")) + "\n"
}

// leadsTo reports whether a text has a link to one of some things.
func leadsTo(text string, things []change.Thing) bool {
	return slices.ContainsFunc(toThing.FindAllStringSubmatch(text, -1), func(m []string) bool {
		return slices.Contains(things, change.Thing{Kind: m[1], ID: m[2]})
	})
}

var (
	toThing   = regexp.MustCompile(`\((plan|exercise|runner|article):([a-z0-9-]+)\)`)
	manyLines = regexp.MustCompile(` *\n{3,}| +\n{2}`)
	ending    = regexp.MustCompile(`[.!?]\**\s+|\n\n+|\n(?:- |\| )`)
)

// sentences cuts a text behind each sentence, paragraph, item of a list and row of a table. The blanks behind one belong to it.
func sentences(text string) []string {
	var list []string
	at := 0
	for _, m := range ending.FindAllStringIndex(text, -1) {
		end := m[1]
		if before := text[m[0]:m[1]]; strings.HasSuffix(before, "- ") || strings.HasSuffix(before, "| ") {
			end -= len("- ")
		}
		list = append(list, text[at:end])
		at = end
	}
	return append(list, text[at:])
}
