package progression

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// Every sentence that a programme can say is a word of every language, with no {name} that the phrase has no value for; and no sentence
// of the words is one that no programme says.
func TestPhrases(t *testing.T) {
	said := map[string]phrase.Phrase{}
	for seed := range 3000 {
		if p, _ := Project(example(seed)); p != nil {
			note := func(x phrase.Phrase) { said[x.Word()] = x }
			eachPhrase(p, note)
			eachOfChoice(p, note)
			for _, of := range p.Said() {
				if start := of.States[0].Start[OwnStart]; start.Code == "why-start-own" { // others have the hole of a load
					within(note, start)
				}
			}
			tell := func(_ *place, x *Target) { eachOfTarget(x, note) }
			if told(p, falling(seed), atEase, tell); seed < 300 { // which bring all that logs can bring
				toldExample(seed, p, tell)
			}
		}
	}
	held := input(session("A", row("helped-hold", "3 x 20-30 s", "2 kg", "2 kg"))) // which no example draws
	eachPhrase(project(t, held), func(x phrase.Phrase) { said[x.Word()] = x })
	if diff := cmp.Diff(sentences(t), slices.Sorted(maps.Keys(said))); diff != "" {
		t.Errorf("(-words +said):\n%s", diff)
	}
	files, err := fs.Glob(templates.Files, "words/*.toml")
	if err != nil || len(files) < 6 {
		t.Fatalf("words are there in %q, %v, want six languages", files, err)
	}
	for _, file := range files {
		language := strings.TrimSuffix(path.Base(file), ".toml")
		w, _ := words.Read(templates.Files, source.New(nil), language, false)
		for name, x := range said {
			if text := w.Sentences(x); text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: %s says %q", language, name, text)
			}
		}
	}
}

// example returns one of many plans, the same for the same seed.
func example(seed int) Input {
	in := rapid.Custom(drawInput).Example(seed)
	in.Runner.Reserve = seed % 4
	if seed%3 == 0 && len(in.Plan.Phases) > 0 {
		in.Plan.Race = training.Race{Week: 1 + seed%12, Day: training.Sunday}
	}
	return in
}

// eachPhrase visits all that a programme says, phrases within phrases too.
func eachPhrase(p *Programme, visit func(phrase.Phrase)) {
	within(visit, p.Stop)
	for _, phase := range p.Phases {
		within(visit, phase.Why...)
		for _, r := range phase.Reasons {
			within(visit, r.Why)
		}
	}
	for _, w := range p.Weeks {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				eachOfTarget(&s.Targets[i], visit)
			}
		}
	}
}

func eachOfTarget(t *Target, visit func(phrase.Phrase)) {
	within(visit, t.Rule...)
	within(visit, t.PaperRule...)
	within(visit, t.PaperNext, t.Next, t.Why)
}

func eachOfChoice(p *Programme, visit func(phrase.Phrase)) {
	for _, day := range p.Choice().Days {
		within(visit, day.Why)
	}
}

// within visits phrases, and those within them.
func within(visit func(phrase.Phrase), list ...phrase.Phrase) {
	for _, x := range list {
		if !x.IsZero() {
			visit(x)
		}
		for _, v := range x.Values {
			switch is := v.Is.(type) {
			case phrase.Phrase:
				within(visit, is)
			case phrase.Amount:
				if is.Unit != quantity.Repetitions {
					visit(phrase.New(string(is.Unit), "n", is.N))
				}
			}
		}
	}
}

// sentences returns the names of the words that programmes say.
func sentences(t *testing.T) []string {
	t.Helper()
	data, err := fs.ReadFile(templates.Files, "words/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	if err := toml.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	programme := regexp.MustCompile(`^(?:next|always|why|until|days)-|^(?:seconds|metres)$`)
	names := slices.Sorted(maps.Keys(texts))
	return slices.DeleteFunc(names, func(name string) bool { return !programme.MatchString(name) || name == "why-this-plan" })
}
