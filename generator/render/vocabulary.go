package render

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/rules"
)

// vocabulary reads the words of a site: the theme's English ones, over them those of the language, and over each file of the theme
// the site's own of the same name. So a file of the site needs only the words that are to be others.
type vocabulary struct {
	*loader
	words   *words
	english map[string]string // the theme's own
	order   []string          // the names of the English words, in the file's order
	given   map[string]bool   // the names that the site's language has
}

// words reads the words of the site's language over the English ones, so that a word that is missing is there in English.
func (l *loader) words(settings *site.Settings) {
	v := &vocabulary{
		loader: l, words: &words{language: settings.Language, fromRight: settings.Direction == "rtl", text: map[string]string{}},
		english: map[string]string{}, given: map[string]bool{},
	}
	l.theme.words = v.words
	v.readEnglish()
	base, _, _ := strings.Cut(settings.Language, "-")
	var files []string // of the language, the general one first
	for _, language := range slices.Compact([]string{base, settings.Language}) {
		if language != "en" && v.read(language) {
			files = append(files, wordsFile(language))
		}
	}
	switch {
	case base == "en":
	case len(files) == 0:
		p := diag.Problem{Position: diag.Position{File: site.SettingsFile}, Severity: diag.Note, ID: "no-words"}
		p.Message = "the theme has no words for the language \"" + settings.Language + "\", so the pages' fixed words are English."
		l.problems.Add(p.WithHint("\"legpress new words %s\" writes a file to begin with: templates/words/%s.toml.", base, base))
	default:
		v.reportMissing(files[0])
	}
}

func wordsFile(language string) string { return "words/" + language + ".toml" }

// readEnglish reads the English words, which say what words there are.
func (v *vocabulary) readEnglish() {
	if t := v.decode("en", v.standard("en")); t != nil {
		for _, name := range t.Keys() {
			v.english[name] = t.String(name)
			v.order = append(v.order, name)
		}
	}
	v.read("en")
	clear(v.given)
}

// read takes the words of a language from the theme and from the site; it reports whether there are any files of them.
func (v *vocabulary) read(language string) bool {
	standard, now := v.standard(language), v.files[wordsFile(language)]
	v.take(v.decode(language, standard))
	if now != nil && !bytes.Equal(now, standard) {
		own := v.decode(language, now)
		v.take(own)
		v.check(own)
	}
	return now != nil
}

// standard returns the theme's own file of a language; nil where there is none.
func (v *vocabulary) standard(language string) []byte {
	data, err := fs.ReadFile(v.defaults, wordsFile(language))
	if err != nil {
		return nil
	}
	return data
}

func (v *vocabulary) decode(language string, data []byte) *tomlfile.Table {
	if data == nil {
		return nil
	}
	t, problems := tomlfile.Decode(tomlfile.Input{File: source.Templates + "/" + wordsFile(language), Text: data}, wordsFormat())
	v.problems.Add(problems...)
	return t
}

func (v *vocabulary) take(t *tomlfile.Table) {
	if t == nil {
		return
	}
	for _, name := range t.Keys() {
		v.words.text[name] = t.String(name)
		v.given[name] = true
	}
}

// check reports the words of a file that nothing asks for, and those whose {names} are others than the English ones'.
func (v *vocabulary) check(t *tomlfile.Table) {
	for _, name := range t.Keys() {
		english, known := v.english[name]
		switch {
		case known || isRuleWord(name):
			v.checkPlaces(t, name, english)
		case !v.asked(name):
			v.problems.Add(diag.Warningf(t.KeyPos(name), "unknown-word", "nothing asks for a word named %q.", name).
				WithHint("%s", strings.TrimSpace(diag.DidYouMean(name, append(slices.Clone(v.order), ruleWords()...))+" The names are those of the theme's words in English.")))
		}
	}
}

// asked reports whether a template asks for a word, so that a site's own layouts can have words of their own.
func (v *vocabulary) asked(name string) bool {
	counted := strings.TrimSuffix(strings.TrimSuffix(name, "-one"), "-many")
	for file, text := range v.files {
		if strings.HasSuffix(file, ".html") && (bytes.Contains(text, []byte(`"`+name+`"`)) || bytes.Contains(text, []byte(`"`+counted+`"`))) {
			return true
		}
	}
	return false
}

// place matches what is filled into a word: "{n}".
var place = regexp.MustCompile(`\{[a-z]+\}`)

// checkPlaces reports a word that has other {names} than the English one: what stands in them would show, or be lost.
func (v *vocabulary) checkPlaces(t *tomlfile.Table, name, english string) {
	text := t.String(name)
	for _, p := range place.FindAllString(text, -1) {
		if !strings.Contains(english, p) {
			problem := diag.Errorf(t.ValuePos(name), "wrong-place", "nothing is filled in for %s here.", p)
			v.problems.Add(problem.WithHint("%s", placesHint(english, p)))
			return
		}
	}
	for _, p := range place.FindAllString(english, -1) {
		if !strings.Contains(text, p) && !mayGo(name, p) {
			v.problems.Add(diag.Errorf(t.ValuePos(name), "missing-place", "%s is missing here.", p).
				WithHint("The English sentence is: %s", english))
		}
	}
}

// placesHint says what can be filled in instead.
func placesHint(english, wrong string) string {
	places := place.FindAllString(english, -1)
	if len(places) == 0 {
		return "Remove it: nothing is filled into this sentence."
	}
	return strings.TrimSpace(diag.DidYouMean(wrong, places) + " The English sentence is: " + english)
}

// mayGo reports whether a word can do without a name: "once a week" needs no 1, and "1er mai" no day.
func mayGo(name, place string) bool {
	return strings.HasSuffix(name, "-one") && place == "{n}" || name == "date-first" && place == "{day}"
}

// mostNamed is how many words a problem names (house rule): more say that the file is new, and then the English one is the list.
const mostNamed = 10

// reportMissing says which words the site's language lacks.
func (v *vocabulary) reportMissing(file string) {
	var missing []string
	for _, name := range slices.Concat(v.order, ruleWords()) {
		if !v.given[name] {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return
	}
	p := diag.Problem{Position: diag.Position{File: source.Templates + "/" + file}, Severity: diag.Note, ID: "missing-words"}
	p.Message = missingWords(missing)
	v.problems.Add(p.WithHint("Add them with the names that the English words have."))
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

// ruleWords returns the names of the words that tell the rules in another language. The English ones stand in the table of rules.
func ruleWords() []string {
	var names []string
	for _, r := range rules.All() {
		names = append(names, "rule-"+r.ID, "rule-"+r.ID+"-why")
	}
	return names
}

func isRuleWord(name string) bool { return slices.Contains(ruleWords(), name) }
