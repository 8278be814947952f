package words

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
)

// English returns the English words of a theme.
func English(theme fs.FS) *Words {
	w, _ := Read(theme, source.New(nil), "en", false)
	return w
}

// Read returns the words of a site's language, a BCP 47 tag: the theme's English ones, over them those of the language, and over each
// file of the theme the site's own of the same name. So a word that is missing is there in English, and a file of the site needs only
// the words that are to be others.
func Read(theme fs.FS, snapshot *source.Snapshot, language string, fromRight bool) (*Words, diag.List) {
	r := &reader{
		theme: theme, snapshot: snapshot, words: &Words{fromRight: fromRight, text: map[string]string{}},
		english: map[string]string{}, given: map[string]bool{},
	}
	r.readEnglish()
	base, _, _ := strings.Cut(language, "-")
	var files []string // of the language, the general one first
	for _, tag := range slices.Compact([]string{base, language}) {
		if tag != "en" && r.read(tag) {
			files = append(files, file(tag))
		}
	}
	switch {
	case base == "en":
	case len(files) == 0:
		p := diag.Problem{Position: diag.Position{File: source.Content + "/site.toml"}, Severity: diag.Note, ID: "no-words"}
		p.Message = "the theme has no words for the language \"" + language + "\", so the pages' fixed words are English."
		r.problems.Add(p.WithHint("\"legpress new words %s\" writes a file to begin with: templates/words/%s.toml.", base, base))
	default:
		r.reportMissing(files[0])
	}
	return r.words, r.problems
}

// reader reads the words of a language.
type reader struct {
	theme    fs.FS
	snapshot *source.Snapshot
	words    *Words
	problems diag.List
	english  map[string]string // the theme's own
	order    []string          // the names of the English words, in the file's order
	given    map[string]bool   // the names that the site's language has
}

// format describes words/LANGUAGE.toml: free names, each with a text. {n} and the like stand for what is filled in.
func format() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "words",
		Doc:  "The fixed words of the theme in one language.",
		Any:  &tomlfile.Key{Kind: tomlfile.String, Doc: "A word or a sentence."},
	}
}

// file returns the name of the words of a language within a theme.
func file(language string) string { return "words/" + language + ".toml" }

// readEnglish reads the English words, which say what words there are.
func (r *reader) readEnglish() {
	if t := r.readStandard("en"); t != nil {
		for _, name := range t.Keys() {
			r.english[name] = t.String(name)
			r.order = append(r.order, name)
		}
	}
	r.readOwn("en")
	clear(r.given)
}

// read takes the words of a language from the theme and from the site; it reports whether there are any files of them.
func (r *reader) read(language string) bool {
	standard := r.readStandard(language) != nil
	return r.readOwn(language) || standard
}

// readStandard takes the theme's own words of a language; it returns nil where there are none.
func (r *reader) readStandard(language string) *tomlfile.Table {
	data, err := fs.ReadFile(r.theme, file(language))
	if err != nil {
		return nil
	}
	return r.take(language, data)
}

// readOwn takes the site's own words of a language and checks them; it reports whether there is a file of them.
func (r *reader) readOwn(language string) bool {
	own, ok := r.snapshot.File(source.Templates + "/" + file(language))
	if !ok {
		return false
	}
	r.check(r.take(language, own.Data))
	return true
}

// take lays the words of a file over those that have been read.
func (r *reader) take(language string, data []byte) *tomlfile.Table {
	t, problems := tomlfile.Decode(tomlfile.Input{File: source.Templates + "/" + file(language), Text: data}, format())
	r.problems.Add(problems...)
	for _, name := range t.Keys() {
		r.words.text[name] = t.String(name)
		r.given[name] = true
	}
	return t
}

// mostNamed is how many words a problem names (house rule): more say that the file is new, and then the English one is the list.
const mostNamed = 10

// reportMissing says which words the site's language lacks.
func (r *reader) reportMissing(file string) {
	var missing []string
	for _, name := range r.order {
		if !r.given[name] {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return
	}
	p := diag.Problem{Position: diag.Position{File: source.Templates + "/" + file}, Severity: diag.Note, ID: "missing-words"}
	p.Message = missingWords(missing)
	r.problems.Add(p.WithHint("Add them with the names that the English words have."))
}

func missingWords(names []string) string {
	named := strings.Join(names[:min(len(names), mostNamed)], ", ")
	switch rest := len(names) - mostNamed; {
	case len(names) == 1:
		return fmt.Sprintf("a word is missing here, so it stands on the pages in English: %s.", named)
	case rest > 0:
		return fmt.Sprintf("%d words are missing here, so they stand on the pages in English: %s, and %d more.", len(names), named, rest)
	}
	return fmt.Sprintf("%d words are missing here, so they stand on the pages in English: %s.", len(names), named)
}
