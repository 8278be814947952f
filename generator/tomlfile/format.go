package tomlfile

import (
	"slices"
	"strings"
)

// Kind is a set of the kinds of value that a key takes.
type Kind int

const (
	String   Kind = 1 << iota // text in quotes, one line as a rule
	Markdown                  // text in quotes that is Markdown; usually """
	Integer
	Boolean
	Date     // a TOML date, local date-time or offset date-time
	Strings  // a list of String
	Integers // a list of Integer
	SubTable // [name] or name = { ... }
	Tables   // [[name]] or name = [ { ... }, ... ]
)

// Format describes one table of a file: the keys it takes, in the order in which they are explained.
type Format struct {
	Name string // what an author calls it: "exercise", "session"
	Doc  string // one or two sentences
	Keys []Key
	Any  *Key // where the names are the author's (weights, rules): what each value is; nil otherwise

	Foreign []Foreign // words that are no keys here, with what to do instead
}

// Foreign is what authors write who know other programs, or who mean another file.
type Foreign struct {
	Words []string // in small letters
	Hint  string   // a sentence: where or how it is said
	Means []string // the keys that say it here; nil where none does
	Form  string   // how the first of them says several of the words, which stand in it: "sets x reps"; may be empty
}

// Key describes one key of a table.
type Key struct {
	Name      string
	Kind      Kind
	Required  bool
	OneOf     []string          // the words a String, or each of Strings, may be; nil: any
	Doc       string            // one or two sentences
	Example   string            // a value as it is typed: `"3 x 8-12"`
	Table     *Format           // of SubTable and Tables
	ExampleOf map[string]string // of Any: the examples of names that take another form than Example
	Synonyms  []string          // what other programs call it or its opposite; whoever writes one is told to write the key as in Example
}

// named returns the key of Keys with a name; nil where there is none.
func (f *Format) named(name string) *Key {
	if f == nil {
		return nil
	}
	for i := range f.Keys {
		if f.Keys[i].Name == name {
			return &f.Keys[i]
		}
	}
	return nil
}

// synonym returns the key that other programs call by a name; nil where there is none.
func (f *Format) synonym(name string) *Key {
	for i := range f.Keys {
		if slices.Contains(f.Keys[i].Synonyms, strings.ToLower(name)) {
			return &f.Keys[i]
		}
	}
	return nil
}

// synonymName returns the name of the key that other programs call by a name; "" where there is none.
func (f *Format) synonymName(name string) string {
	if k := f.synonym(name); k != nil {
		return k.Name
	}
	return ""
}

// foreign returns what there is to say of a word that is none of the keys; zero where there is nothing.
func (f *Format) foreign(name string) Foreign {
	for i := range f.Foreign {
		if slices.Contains(f.Foreign[i].Words, strings.ToLower(name)) {
			return f.Foreign[i]
		}
	}
	return Foreign{}
}

// closed reports whether all keys of the table are known.
func (f *Format) closed() bool { return f != nil && f.Any == nil }

// key returns the key of Keys with a name, or else Any; nil where the name is unknown.
func (f *Format) key(name string) *Key {
	if k := f.named(name); k != nil || f == nil {
		return k
	}
	return f.Any
}

// Names returns the names of Keys.
func (f *Format) Names() []string {
	if f == nil {
		return nil
	}
	names := make([]string, len(f.Keys))
	for i := range f.Keys {
		names[i] = f.Keys[i].Name
	}
	return names
}

// table returns the format of the tables that a key holds; nil where it holds none.
func (k *Key) table() *Format {
	if k == nil {
		return nil
	}
	return k.Table
}

// takes reports whether a value of one of the kinds fits the key. An unknown key takes nothing.
func (k *Key) takes(kinds Kind) bool { return k != nil && k.Kind&kinds != 0 }
