// Package reference explains what an author writes.
//
// In go the formats that the files are checked with and the training rules, out comes a text for a terminal, 80 columns wide: each
// key with what it takes, what it means and an example; each rule with its reason, its sources and the way to mend what breaks it. What the formats do not know, where a file stands and how a whole one looks, is said here.
package reference

import (
	"io"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/rules"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// Topic is something that can be explained: the format of a file or of a part of one, the way in which quantities or texts are written, or a
// training rule.
type Topic struct {
	Name    string
	Short   string // a sentence
	Part    bool   // of a file, not a file by itself
	rule    *rules.Rule
	why     string // the reason of the rule
	format  *tomlfile.Format
	heading string // how the part is written in a file: "[[session]]"
	example string // a whole file, or the part in one
	more    string // what is to be said beyond the keys
}

// Topics returns all topics, the files first, in the order in which they are explained.
func Topics() []Topic {
	var topics []Topic
	for _, f := range files() {
		topics = append(topics, Topic{Name: f.Name, Short: firstSentence(f.Doc), format: f, example: examples()[f.Name]})
	}
	for _, f := range files() {
		topics = parts(topics, f, "")
	}
	for _, name := range []string{"plan", "row"} {
		topics[index(topics, name)].more = notation()
	}
	topics = append(topics, Topic{Name: "programmes", Short: programmesShort, Part: true, example: programmes()})
	topics = append(topics, Topic{Name: "quantities", Short: quantitiesShort, Part: true, example: quantities})
	topics = append(topics, Topic{Name: "text", Short: textShort, Part: true, example: text})
	topics = append(topics, Topic{Name: "public", Short: publicShort, Part: true, example: public()})
	topics = append(topics, Topic{Name: "athletes", Short: athletesShort, Part: true, example: athletes})
	topics = append(topics, Topic{Name: "theme", Short: themeShort, Part: true, example: theme()})
	topics = append(topics, guides...)
	text := words.English(templates.Files)
	for _, r := range rules.All() {
		title, why := text.Rule(r.ID)
		topics = append(topics, Topic{Name: r.ID, Short: title, rule: r, why: why})
	}
	return topics
}

func files() []*tomlfile.Format {
	return []*tomlfile.Format{
		settingsFormat(), parse.ArticleFormat(), parse.PageFormat(),
		training.ExerciseFormat(), training.RunnerFormat(), training.PlanFormat(), training.SourcesFormat(), parse.MovedFormat(), athlete.Format(),
	}
}

// settingsFormat returns the format of the settings. Each rule in it says what holds in a plan that keeps it.
func settingsFormat() *tomlfile.Format {
	f, text := parse.SettingsFormat(), words.English(templates.Files)
	of := f.Keys[slices.IndexFunc(f.Keys, func(k tomlfile.Key) bool { return k.Name == "rules" })].Table
	for i := range of.Keys {
		of.Keys[i].Doc, _ = text.Rule(of.Keys[i].Name)
	}
	return f
}

// parts adds the tables within a format, each once. The prefix is what stands before their names in brackets.
func parts(topics []Topic, f *tomlfile.Format, prefix string) []Topic {
	for _, k := range allKeys(f) {
		if k.Table == nil {
			continue
		}
		name, head := topicName(k.Table), heading(&k, prefix)
		if i := index(topics, name); i >= 0 {
			topics[i].alsoAs(head)
			continue
		}
		topics = append(topics, Topic{Name: name, Short: firstSentence(k.Table.Doc), Part: true, format: k.Table, heading: head, example: examples()[name]})
		switch name {
		case "outside":
			topics[len(topics)-1].more = outside()
		case "look":
			topics[len(topics)-1].more = look
		case "pose":
			topics[len(topics)-1].more = lying + footBehind + marks
		case "publish":
			topics[len(topics)-1].more = publishWays
		}
		topics = parts(topics, k.Table, prefix+k.Name+".")
	}
	return topics
}

// allKeys returns the keys of a format, with the one that stands for all names where the author chooses them.
func allKeys(f *tomlfile.Format) []tomlfile.Key {
	if f.Any == nil {
		return f.Keys
	}
	one := *f.Any
	one.Name = anyName
	return append(slices.Clone(f.Keys), one)
}

// anyName stands for a name that the author chooses.
const anyName = "NAME"

// alsoAs remembers that a part is written in a second way.
func (t *Topic) alsoAs(heading string) {
	if t.Part && !strings.Contains(t.heading, heading) {
		t.heading += " or " + heading
	}
}

// topicName is a format's name. That of a line of a session is the name of its key, which says little by itself.
func topicName(f *tomlfile.Format) string {
	if f.Name == "exercises" {
		return "row"
	}
	return f.Name
}

// heading returns how a table begins.
func heading(k *tomlfile.Key, prefix string) string {
	switch {
	case k.Kind&tomlfile.Tables != 0 && k.Example != "":
		return k.Name + " = [ { ... }, ]"
	case k.Kind&tomlfile.Tables != 0:
		return "[[" + prefix + k.Name + "]]"
	case k.Kind != tomlfile.SubTable:
		return k.Name + " = { ... }"
	}
	return "[" + k.Name + "]"
}

func index(topics []Topic, name string) int {
	return slices.IndexFunc(topics, func(t Topic) bool { return t.Name == name })
}

// Names returns the names of all topics.
func Names() []string {
	var names []string
	for _, t := range Topics() {
		names = append(names, t.Name)
	}
	return names
}

// Keys returns the names of all keys that an author does not choose, each once.
func Keys() []string {
	seen := map[string]bool{}
	var names []string
	for _, t := range Topics() {
		if t.format == nil {
			continue
		}
		for _, k := range t.format.Keys {
			if !seen[k.Name] {
				seen[k.Name] = true
				names = append(names, k.Name)
			}
		}
	}
	return names
}

// Explain writes what there is to know about a topic or, where no topic has the name, about the keys of that name or what is meant by a plain
// word or, at last, by a word that a key takes. It reports whether there is any. Colour is used only when colored is true.
func Explain(w io.Writer, name string, colored bool) (found bool, err error) {
	p := newPrinter(colored)
	topics := Topics()
	if i := index(topics, name); i >= 0 {
		p.topic(&topics[i])
		found = true
	} else if found = p.keysNamed(topics, name); !found {
		if i := index(topics, topicOf(name)); i >= 0 {
			p.topic(&topics[i])
			found = true
		} else {
			found = p.keysTaking(topics, name)
		}
	}
	_, err = io.WriteString(w, p.text.String())
	return found, err
}

// List writes what can be explained.
func List(w io.Writer, colored bool) error {
	p := newPrinter(colored)
	p.list(Topics())
	_, err := io.WriteString(w, p.text.String())
	return err
}

// firstSentence returns a text up to its first full stop that ends a sentence.
func firstSentence(text string) string {
	if first, _, ok := strings.Cut(text, ". "); ok {
		return first + "."
	}
	return text
}
