package starter_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
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
	case "also", "cues", "stop", "signs", "if_it_hurts", "not_for", "label", "note", "warm_up", "summary", "aim":
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

// ordinary are titles of exercises that texts also use as plain words for a movement.
var ordinary = []string{"push-up", "calf raise", "liegestütz", "wadenheben", "kreuzheben", "montées de mollets", "kuitheffen"}

// At home and small, no text names a plan, a runner type, an exercise or an article that is not there, and no label is left alone.
func TestNamesOnlyWhatIsThere(t *testing.T) {
	for _, language := range starter.Languages() {
		whole := titles(t, starter.Options{Language: language})
		options := []starter.Options{{Language: language, Home: true}, {Language: language, Small: true}}
		if !testing.Short() {
			options = append(options, starter.Options{Language: language, Home: true, Small: true})
		}
		for _, o := range options {
			site, err := starter.Site(content.Files, o)
			if err != nil {
				t.Fatal(err)
			}
			var there, gone []string
			for name, title := range whole {
				switch {
				case site[name] != nil:
					there = append(there, regexp.QuoteMeta(title))
				case !slices.Contains(ordinary, strings.ToLower(title)) && path.Dir(name) == "content/exercises":
					gone = append(gone, "(?i:"+regexp.QuoteMeta(title)+")")
				case path.Dir(name) != "content/exercises": // these stand in texts as they are written
					gone = append(gone, regexp.QuoteMeta(title))
				}
			}
			slices.SortFunc(there, func(a, b string) int { return len(b) - len(a) })
			known, missing := wholeWords("(?i:"+strings.Join(there, "|")+")"), wholeWords(strings.Join(gone, "|"))
			for name, data := range site {
				for _, text := range texts(name, data) {
					text = known.ReplaceAllString(text, "$1 _ $3")
					if m := missing.FindStringSubmatch(text); m != nil {
						t.Errorf("%+v: %s names %q, which is not there", o, name, m[2])
					}
					if m := loneLabel.FindString(text); m != "" {
						t.Errorf("%+v: nothing is left of %q in %s", o, m, name)
					}
				}
			}
		}
	}
}

// titles returns what the plans, runner types, exercises and articles of a site are called, by file.
func titles(t *testing.T, o starter.Options) map[string]string {
	t.Helper()
	site, err := starter.Site(content.Files, o)
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for name, data := range site {
		head := data
		switch path.Dir(name) {
		case "content/articles":
			_, front, _ := strings.Cut(string(data), "+++\n")
			front, _, _ = strings.Cut(front, "+++\n")
			head = []byte(front)
		case "content/plans", "content/runners", "content/exercises":
		default:
			continue
		}
		for _, v := range tomledit.Scan(head) {
			if v.Path == "title" || v.Path == "name" {
				list[name] = v.Text
			}
		}
		if list[name] == "" {
			t.Errorf("%s has no title", name)
		}
	}
	return list
}

var (
	address   = regexp.MustCompile(`\]\([^)]*\)`)
	loneLabel = regexp.MustCompile(`(?:^|\n\n)\*\*[^*]+\*\* *(?:\n\n|\n?$)`)
	oneBreak  = regexp.MustCompile(`([^\n])\n([^\n])`)
	onlyID    = regexp.MustCompile(`^[a-z0-9-]+$`)
)

// texts returns what readers see of a file, without the addresses of links and the breaks of lines.
func texts(name string, data []byte) []string {
	list := []string{string(data)}
	if path.Base(name) == "sources.toml" {
		return nil
	} else if path.Ext(name) == ".toml" {
		list = nil
		for _, v := range tomledit.Scan(data) {
			if v.Kind == tomledit.Text && !onlyID.MatchString(v.Text) {
				list = append(list, v.Text)
			}
		}
	}
	for i, text := range list {
		list[i] = oneBreak.ReplaceAllString(address.ReplaceAllString(text, "]"), "$1 $2")
	}
	return list
}

// wholeWords returns an expression that finds another one where it is not part of a longer word. The second group is what it found.
func wholeWords(expression string) *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\pL\pN-])(` + expression + `)($|[^\pL\pN-])`)
}

// At home no text speaks of a barbell. Rows on a low bar or straps stay, as a playground has one.
func TestHomeWithoutBarbell(t *testing.T) {
	words := map[string]string{"en": "barbells?|bars?", "de": "langhanteln?|stangen?", "es": "barras?", "fr": "barres?", "nl": "barbells?|(?:halter)?stang(?:en)?", "pt": "barras?"}
	for _, language := range starter.Languages() {
		for _, small := range []bool{false, true} {
			site, err := starter.Site(content.Files, starter.Options{Language: language, Home: true, Small: small})
			if err != nil {
				t.Fatal(err)
			}
			bar := wholeWords("(?i:barbell|pull-up-bar|" + words[language] + ")")
			for name, data := range site {
				switch path.Base(name) {
				case "sources.toml", "inverted-row.toml", "doorway-row.toml":
					continue
				}
				if m := bar.FindSubmatch(data); m != nil {
					t.Errorf("%s, small %v: %s speaks of %q", language, small, name, m[2])
				}
			}
		}
	}
}
