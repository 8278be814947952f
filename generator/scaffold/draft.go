package scaffold

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/tomlfile"
)

// draft is a definition in the making: the keys of a format, each below what the format says about it.
type draft struct {
	format   *tomlfile.Format
	examples map[string]string // in the site's language, by key; see [spoken]
	text     strings.Builder
	done     []string
}

func newDraft(f *tomlfile.Format, examples map[string]string) *draft {
	return &draft{format: f, examples: examples}
}

// howNotesWork opens a file, after what should be changed first.
const howNotesWork = `A line that begins with # is a note for you; the website never shows it. Some keys are switched off, like #this = "...": ` +
	`take the # away and write your own.`

// width is how wide notes are, in characters.
const width = 88

// note writes a note, and a blank line behind it.
func (d *draft) note(text string) {
	d.remark(text)
	d.text.WriteByte('\n')
}

// remark writes a note to what follows.
func (d *draft) remark(text string) { d.hanging("# ", "# ", text) }

// hanging writes words between the margins, with a prefix for the first line and one for the others.
func (d *draft) hanging(first, others, text string) {
	line, begun := first, false
	for _, word := range strings.Fields(text) {
		if begun && len([]rune(line))+1+len([]rune(word)) > width {
			fmt.Fprintln(&d.text, line)
			line, begun = others, false
		}
		if begun {
			line += " "
		}
		line, begun = line+word, true
	}
	fmt.Fprintln(&d.text, line)
}

// set writes a key with its value.
func (d *draft) set(name, value string) {
	d.remark(about(d.key(name)))
	fmt.Fprintf(&d.text, "%s = %s\n\n", name, value)
}

// off writes a key that is switched off.
func (d *draft) off(name, value string) {
	d.remark(about(d.key(name)))
	fmt.Fprintf(&d.text, "#%s = %s\n\n", name, value)
}

// example switches keys off with their examples.
func (d *draft) example(names ...string) {
	for _, name := range names {
		d.off(name, d.exampleOf(name))
	}
}

// exampleOf returns the example of a key, in the site's language where there is one, or else that of the format.
func (d *draft) exampleOf(name string) string {
	return cmp.Or(d.examples[name], key(d.format, name).Example)
}

// others switches off what the format has beyond the keys that were written and the ones named here.
func (d *draft) others(except ...string) {
	for _, k := range d.format.Keys {
		switch {
		case slices.Contains(d.done, k.Name) || slices.Contains(except, k.Name):
		case k.Example != "":
			d.off(k.Name, k.Example)
		default:
			d.tell(k.Name)
		}
	}
}

// tell explains keys whose examples do not fit what else is written.
func (d *draft) tell(names ...string) {
	for _, name := range names {
		d.note(fmt.Sprintf(`%s: %s "legpress explain %s" shows how it is written.`, name, d.key(name).Doc, name))
	}
}

// key returns a key of the format, which must have it, and remembers that it is written.
func (d *draft) key(name string) *tomlfile.Key {
	d.done = append(d.done, name)
	return key(d.format, name)
}

func key(f *tomlfile.Format, name string) *tomlfile.Key {
	i := slices.IndexFunc(f.Keys, func(k tomlfile.Key) bool { return k.Name == name })
	if i < 0 {
		panic(fmt.Sprintf("the format of a %s has no key %q", f.Name, name)) // a test writes every file
	}
	return &f.Keys[i]
}

// about is what a format says about a key, with the words that it takes where the sentence does not have them all.
func about(k *tomlfile.Key) string {
	untold := slices.ContainsFunc(k.OneOf, func(word string) bool { return !strings.Contains(k.Doc, `"`+word+`"`) })
	if !untold {
		return k.Doc
	}
	return k.Doc + " Choose from: " + strings.Join(k.OneOf, ", ") + "."
}
