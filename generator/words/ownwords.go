package words

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
)

// check reports the words of a site's own file that nothing asks for, and those whose {names} are others than the English ones'.
func (r *reader) check(t *tomlfile.Table) {
	for _, name := range t.Keys() {
		english, known := r.english[name]
		switch {
		case known:
			r.checkPlaces(t, name, english)
		case !r.asked(name):
			r.problems.Add(diag.Warningf(t.KeyPos(name), "unknown-word", "nothing asks for a word named %q.", name).
				WithHint("%s", strings.TrimSpace(diag.DidYouMean(name, r.order)+" The names are those of the theme's words in English.")))
		}
	}
}

// asked reports whether a template asks for a word, so that a site's own layouts can have words of their own.
func (r *reader) asked(name string) bool {
	counted := strings.TrimSuffix(strings.TrimSuffix(name, "-one"), "-many")
	asks := func(template []byte) bool {
		return bytes.Contains(template, []byte(`"`+name+`"`)) || bytes.Contains(template, []byte(`"`+counted+`"`))
	}
	for _, f := range r.snapshot.Under(source.Templates) {
		if path.Ext(f.Path) == ".html" && asks(f.Data) {
			return true
		}
	}
	found := false
	_ = fs.WalkDir(r.theme, ".", func(file string, d fs.DirEntry, err error) error { // the theme is part of the program: it can be read
		if _, replaced := r.snapshot.File(source.Templates + "/" + file); err != nil || d.IsDir() || replaced || path.Ext(file) != ".html" {
			return err
		}
		template, err := fs.ReadFile(r.theme, file)
		found = found || asks(template)
		return err
	})
	return found
}

// place matches what is filled into a word: "{n}".
var place = regexp.MustCompile(`\{[a-z]+\}`)

// checkPlaces reports a word that has other {names} than the English one: what stands in them would show, or be lost.
func (r *reader) checkPlaces(t *tomlfile.Table, name, english string) {
	text := t.String(name)
	for _, p := range place.FindAllString(text, -1) {
		if !strings.Contains(english, p) {
			problem := diag.Errorf(t.ValuePos(name), "wrong-place", "nothing is filled in for %s here.", p)
			r.problems.Add(problem.WithHint("%s", placesHint(english, p)))
			return
		}
	}
	for _, p := range place.FindAllString(english, -1) {
		if !strings.Contains(text, p) && !mayGo(name, p) {
			r.problems.Add(diag.Errorf(t.ValuePos(name), "missing-place", "%s is missing here.", p).
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
