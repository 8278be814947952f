package starter_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/starter"
	"github.com/legpress/legpress/generator/tomledit"
)

// Each starter is a site without a mistake, but that it has no address yet.
func TestSites(t *testing.T) {
	n := 0
	for _, language := range starter.Languages() {
		for i := range 8 {
			o := starter.Options{Language: language, Pounds: i&1 > 0, Home: i&2 > 0, Small: i&4 > 0}
			if n++; (testing.Short() || growthtest.Race) && n%5 != 1 {
				continue
			}
			t.Run(fmt.Sprintf("%s, pounds %v, home %v, small %v", language, o.Pounds, o.Home, o.Small), func(t *testing.T) {
				t.Parallel()
				site, err := starter.Site(content.Files, o)
				if err != nil {
					t.Fatal(err)
				}
				dir := t.TempDir()
				for name, data := range site {
					sitetest.WriteFile(t, filepath.Join(dir, name), data)
					for line := range strings.Lines(string(data)) {
						if o.Pounds && strings.Contains(line, " kg") {
							t.Errorf("%s has a weight in kg: %s", name, line)
						}
					}
				}
				report, err := generator.Check(t.Context(), sitetest.Options(dir))
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range report.Problems {
					if p.ID != "no-address" {
						var b bytes.Buffer
						_ = report.Problems.Text(&b, report.Lines, false)
						t.Fatal(b.String())
					}
				}
			})
		}
	}
}

// What a language says stands beside the English of today: where that has changed, somebody has to look at it again.
func TestTranslations(t *testing.T) {
	for _, language := range starter.Languages()[1:] {
		translations, err := starter.Translations(language)
		if err != nil {
			t.Fatal(err)
		}
		said := 0
		err = fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".toml" || name == "sources.toml" {
				return err
			}
			data, err := fs.ReadFile(content.Files, name)
			if err != nil {
				return err
			}
			words := map[string]starter.Translation{}
			for _, x := range translations[name] {
				if x.Key != starter.NoteKey {
					words[x.Key] = x
				}
			}
			for _, v := range tomledit.Scan(data) {
				x, ok := words[v.Path]
				switch {
				case ok && x.En != v.Text:
					t.Errorf("%s: the English of %s in %s has changed to %q", language, v.Path, name, v.Text)
				case ok && strings.TrimSpace(x.New) == "":
					t.Errorf("%s: %s in %s says nothing", language, v.Path, name)
				case !ok && v.Kind == tomledit.Text && needsWords(v):
					t.Errorf("%s: there are no words for %s in %s: %q", language, v.Path, name, v.Text)
				}
				if ok {
					said++
					delete(words, v.Path)
				}
			}
			for key := range words {
				t.Errorf("%s: %s has no %s", language, name, key)
			}
			return nil
		})
		if err != nil || said < 500 {
			t.Errorf("%s: %d texts, %v", language, said, err)
		}
	}
}

// Each language has words for each note of today, and a setting in one that waits for its # to be taken away stays that setting.
func TestNotes(t *testing.T) {
	for _, language := range starter.Languages()[1:] {
		translations, err := starter.Translations(language)
		if err != nil {
			t.Fatal(err)
		}
		site, err := starter.Site(content.Files, starter.Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		for file, written := range site {
			name := strings.TrimPrefix(file, "content/")
			if path.Ext(name) != ".toml" {
				continue
			}
			english, err := fs.ReadFile(content.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			words := map[string]string{}
			for _, x := range translations[name] {
				if x.Key == starter.NoteKey {
					words[x.En] = x.New
				}
			}
			var want []string
			for _, n := range tomledit.Notes(english) {
				to, ok := words[n.Text]
				switch got := settingsIn(to); {
				case !ok:
					t.Errorf("%s: there are no words for this note in %s, or it has changed: %q", language, name, n.Text)
				case strings.TrimSpace(to) == "":
					t.Errorf("%s: the words for this note in %s say nothing: %q", language, name, n.Text)
				case !slices.Equal(got, settingsIn(n.Text)):
					t.Errorf("%s: the settings of the note %q in %s are %q", language, n.Text, name, got)
				}
				want = append(want, to)
				delete(words, n.Text)
			}
			for en := range words {
				t.Errorf("%s: %s has no note %q", language, name, en)
			}
			var got []string
			for _, n := range tomledit.Notes(written) {
				got = append(got, n.Text)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: the notes in %s are %q, want %q", language, name, got, want)
			}
		}
	}
}

// settingsIn returns the keys and tables of those lines of a note that can be read as settings.
func settingsIn(note string) []string {
	var keys []string
	for line := range strings.Lines(note) {
		var tree map[string]any
		if meta, err := toml.Decode(line, &tree); err == nil {
			for _, key := range meta.Keys() {
				keys = append(keys, key.String())
			}
		}
	}
	return keys
}

// In French no line begins or ends with a mark that belongs to the word beside it.
func TestFrenchSpaces(t *testing.T) {
	english, err := starter.Site(content.Files, starter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	site, err := starter.Site(content.Files, starter.Options{Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	hold := func(name, text string) {
		said++
		for _, place := range sitetest.FrenchSpaces(text) {
			t.Errorf("%s has a mark without its no-break space: %q", name, place)
		}
	}
	for name, data := range site {
		switch {
		case path.Ext(name) == ".md":
			_, text, _ := strings.Cut(strings.TrimPrefix(string(data), "+++"), "+++")
			hold(name, strings.ReplaceAll(text, "Lifting: Finding Balance", "")) // a title in English
		case path.Ext(name) == ".toml":
			for _, v := range tomledit.Scan(data) {
				if v.Kind == tomledit.Text && !strings.Contains(string(english[name]), v.Text) {
					hold(name, v.Text)
				}
			}
			for _, n := range tomledit.Notes(data) {
				for line := range strings.Lines(n.Text) {
					if settingsIn(line) == nil {
						hold(name, line)
					}
				}
			}
		}
	}
	if said < 500 {
		t.Errorf("%d texts", said)
	}
}

// needsWords reports whether readers see a text of a definition in every language.
func needsWords(v tomledit.Value) bool {
	switch v.Key() {
	case "cues", "stop", "signs", "if_it_hurts", "not_for", "label", "note", "warm_up", "summary", "aim":
		return true
	case "name", "title":
		return len(v.Text) > 2 && !strings.HasPrefix(v.Path, "session")
	}
	return false
}

// At home and small, no text sends readers to a plan that is not there, and no sentence is cut in two.
func TestWithoutPlans(t *testing.T) {
	for _, language := range starter.Languages() {
		whole, err := starter.Site(content.Files, starter.Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range []starter.Options{{Language: language, Home: true}, {Language: language, Small: true}} {
			site, err := starter.Site(content.Files, o)
			if err != nil {
				t.Fatal(err)
			}
			for name, data := range site {
				if path.Dir(name) != "content/runners" && path.Dir(name) != "content/plans" {
					continue
				}
				for _, v := range tomledit.Scan(data) {
					if v.Path != "about" {
						continue
					}
					for paragraph := range strings.SplitSeq(strings.TrimSpace(v.Text), "\n\n") {
						if !strings.HasSuffix(paragraph, ".") && !strings.HasSuffix(paragraph, ":") && !strings.Contains(string(whole[name]), paragraph) {
							t.Errorf("%s, %+v: a paragraph ends with %q", name, o, paragraph[max(0, len(paragraph)-60):])
						}
					}
				}
			}
			for _, gone := range []string{"Sixteen weeks", "Sechzehn Wochen", "Seize semaines", "Dieciséis semanas"} {
				for name, data := range site {
					if path.Ext(name) == ".toml" && strings.Contains(string(data), gone) {
						t.Errorf("%s, %+v names the plan %s", name, o, gone)
					}
				}
			}
		}
	}
}
