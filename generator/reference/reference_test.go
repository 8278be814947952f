package reference

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

func explain(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	if found, err := Explain(&b, name, false); !found || err != nil {
		t.Fatalf("Explain(%q) = %v, %v", name, found, err)
	}
	return b.String()
}

func TestTopics(t *testing.T) {
	names := Names()
	for _, want := range []string{"site", "article", "page", "exercise", "runner", "plan", "sources", "session", "phase", "row", "weights", "quantities", "text"} {
		if !slices.Contains(names, want) {
			t.Errorf("there is no topic %q in %q", want, names)
		}
	}
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			t.Errorf("there are two topics %q", name)
		}
	}
}

// Everything stays within the width, and has no blanks at the end of a line and no colour.
func TestWidth(t *testing.T) {
	var list bytes.Buffer
	if err := List(&list, false); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{"the list": list.String()}
	for _, name := range slices.Concat(Names(), Keys()) {
		texts[name] = explain(t, name)
	}
	for name, text := range texts {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if n := len([]rune(line)); n > width {
				t.Errorf("%s: a line has %d characters: %q", name, n, line)
			}
			if strings.TrimRight(line, " ") != line || strings.Contains(line, "\x1b") {
				t.Errorf("%s: a line ends in blanks or has colour: %q", name, line)
			}
		}
		if strings.HasSuffix(text, "\n\n") || strings.Contains(text, "\n\n\n") {
			t.Errorf("%s: there are needless empty lines in %q", name, text)
		}
	}
}

// What a format says of its keys is all there.
func TestEveryKeyIsExplained(t *testing.T) {
	for _, topic := range Topics() {
		if topic.format == nil {
			continue
		}
		got := strings.Join(strings.Fields(explain(t, topic.Name)), " ")
		for _, k := range topic.format.Keys {
			for _, want := range append([]string{k.Name + " " + kindWords(&k), k.Doc}, k.OneOf...) {
				if !strings.Contains(got, want) {
					t.Errorf("explain %s does not say %q", topic.Name, want)
				}
			}
		}
	}
}

func TestColour(t *testing.T) {
	var b bytes.Buffer
	if _, err := Explain(&b, "exercise", true); err != nil || !strings.Contains(b.String(), "\x1b[1mharder_do\x1b[") {
		t.Errorf("no bold key in %q, %v", b.String(), err)
	}
}

func TestUnknown(t *testing.T) {
	var b bytes.Buffer
	if found, err := Explain(&b, "xylophone", false); found || err != nil || b.Len() > 0 {
		t.Errorf("Explain = %v, %v, wrote %q", found, err, b.String())
	}
}

// A carry has a guide of its own, and any word that a key takes leads to the key.
func TestWordsOfKeys(t *testing.T) {
	for word, want := range map[string]string{
		"carry":      `load      = "weight"`,
		"metres":     `measure   = "metres"`,
		"load":       `load = "weight"`,
		"hinge":      "Choose from: squat, hinge,",
		"assistance": `"assistance" is help`,
	} {
		var text strings.Builder
		if found, err := Explain(&text, word, false); !found || err != nil || !strings.Contains(text.String(), want) {
			t.Errorf("%s: %v, %v, want %q in:\n%s", word, found, err, want, &text)
		}
	}
}

func TestKindWords(t *testing.T) {
	for want, k := range map[string]tomlfile.Key{
		"text":                                  {Kind: tomlfile.String},
		"one word":                              {Kind: tomlfile.String, OneOf: []string{"a"}},
		"one word or list of words":             {Kind: tomlfile.String | tomlfile.Strings, OneOf: []string{"a"}},
		"whole number or list of whole numbers": {Kind: tomlfile.Integer | tomlfile.Integers},
		"table that may be repeated":            {Kind: tomlfile.Tables},
		"list of { ... }":                       {Kind: tomlfile.Tables, Example: "[{ a = 1 }]"},
	} {
		if got := kindWords(&k); got != want {
			t.Errorf("kindWords(%+v) = %q, want %q", k, got, want)
		}
	}
}

// The example files have no mistakes of their own.
func TestExampleFiles(t *testing.T) {
	parser := parse.New(&parse.Settings{Language: "en"}, markdown.Words{}, nil)
	for _, topic := range Topics() {
		if topic.Part || topic.example == "" {
			continue
		}
		first, rest, _ := strings.Cut(topic.example, "\n")
		file := source.File{Path: strings.TrimPrefix(first, "# "), Data: []byte(rest)}
		if file.Path == parse.SettingsFile {
			if _, problems := parse.ReadSettings(source.New([]source.File{file})); len(problems) > 0 {
				t.Errorf("the example of %s: %+v", topic.Name, problems)
			}
			continue
		}
		if topic.Name == "athlete" {
			if f, problems := athlete.Read("anna-k", file.Path, file.Data); len(problems) > 0 || f.Name == "" {
				t.Errorf("the example of athlete: %+v", problems)
			}
			continue
		}
		if problems := parser.Parse(file).Problems; len(problems) > 0 {
			t.Errorf("the example of %s: %+v", topic.Name, problems)
		}
	}
}

// Nor have those of the parts, in a file around them.
func TestExampleParts(t *testing.T) {
	head := "title = \"A\"\nrunners = [\"a\"]\n"
	plan := func(text string) diag.List {
		table, problems := tomlfile.Decode(tomlfile.Input{Text: []byte(head + text)}, training.PlanFormat())
		_, more := training.ReadPlan("", "", table)
		return append(problems, more...)
	}
	for _, topic := range Topics() {
		text := topic.example
		switch topic.Name {
		case "pose":
			for _, part := range []string{text, lying, footBehind} {
				poses := part[strings.Index(part, "[[pose]]"):]
				table, problems := tomlfile.Decode(tomlfile.Input{Text: []byte("name = \"A\"\npattern = \"hinge\"\nmeasure = \"reps\"\n" + poses)}, training.ExerciseFormat())
				e, more := training.ReadExercise("a", "a.toml", table)
				if problems = append(problems, more...); len(problems) > 0 || len(e.Figure.Poses) != 2 || part != text && !strings.Contains(topic.more, part) {
					t.Errorf("%.40q: %d poses, %+v", part, len(e.Figure.Poses), problems)
				}
			}
			continue
		case "stands", "starts":
			f, problems := athlete.Read("a", "a.toml", []byte("name = \"A\"\nplan = \"a\"\nrunner = \"a\"\n"+text))
			if len(problems) > 0 || len(f.Stands)+len(f.Starts) != 2 {
				t.Errorf("the example of %s: %+v", topic.Name, problems)
			}
			continue
		case "outside":
			file := source.File{Path: parse.SettingsFile, Data: []byte("title = \"A\"\nurl = \"https://a.example/\"\n" + text)}
			if s, problems := parse.ReadSettings(source.New([]source.File{file})); len(problems) > 0 || s.Outside.Empty() {
				t.Errorf("the example of outside: %+v", problems)
			}
			continue
		case "look":
			file := source.File{Path: parse.SettingsFile, Data: []byte("title = \"A\"\nurl = \"https://a.example/\"\n" + text)}
			if s, problems := parse.ReadSettings(source.New([]source.File{file})); len(problems) > 0 || s.Look == nil || len(s.Look.Reading.Files) != 2 {
				t.Errorf("the example of look: %+v", problems)
			}
			continue
		case "session", "weights":
			text = "weeks = 8\n" + text + map[bool]string{true: "[[session]]\nname = \"B\"\nexercises = [{ exercise = \"a\", do = \"3 x 5\" }]\n"}[topic.Name == "weights"]
		case "row":
			text = "weeks = 8\n[[session]]\nname = \"A\"\n" + text
		case "phase":
		default:
			if topic.Part && topic.format != nil && text != "" {
				t.Errorf("the example of %s is not tested", topic.Name)
			}
			continue
		}
		if problems := plan(text); text == "" || len(problems) > 0 {
			t.Errorf("the example of %s: %+v", topic.Name, problems)
		}
	}
}

// TestOutside holds what is said of [outside] to the width of a page, and to the services that it is made from.
func TestOutside(t *testing.T) {
	text := outside()
	for line := range strings.Lines(text) {
		if len([]rune(line)) > width+1 {
			t.Errorf("a line of %d characters: %s", len([]rune(line))-1, line)
		}
	}
	for _, s := range policy.Services() {
		for _, n := range s.Needs {
			if want := n.Key + ` = ["` + n.Addresses[0] + `"`; !strings.Contains(text, "  "+s.Name+" ") || !strings.Contains(text, want) {
				t.Errorf("%s with %s is not named", s.Name, want)
			}
		}
	}
}

// What the quantities are said to be can be read.
func TestQuantities(t *testing.T) {
	n := 0
	for _, m := range regexp.MustCompile(`(\w*)(?: = )?"([^"]+)"`).FindAllStringSubmatch(quantities, -1) {
		var err error
		switch {
		case m[2] == "you choose":
		case m[1] == "start" && strings.Contains(m[2], "%"):
			_, err = quantity.ParseBodyShare(m[2])
		case m[1] == "start":
			_, err = quantity.ParseLoad(m[2])
		case m[1] == "rest":
			_, err = quantity.ParseRest(m[2])
		case m[1] == "tempo":
			_, err = quantity.ParseTempo(m[2])
		case m[1] == "back":
			_, err = quantity.ParseShare(m[2])
		case m[1] == "step":
			_, err = quantity.ParseStep(m[2])
		default:
			_, err = quantity.ParsePrescription(m[2])
		}
		if err != nil {
			t.Errorf("%s: %v", m[0], err)
		}
		n++
	}
	if n < 16 {
		t.Errorf("found only %d quantities", n)
	}
}

// Each line of the short table is read as what it says, in a row, a session or a plan.
func TestWishes(t *testing.T) {
	typed := regexp.MustCompile(`^(\w+) = (.*?)(?: in (?:each line|the session)|: down, hold, up)?$`)
	for _, w := range wishes() {
		m := typed.FindStringSubmatch(w.write)
		if m == nil {
			t.Errorf("%q is no key and its value", w.write)
			continue
		}
		values := []string{m[1] + " = " + m[2]}
		if strings.HasPrefix(m[1], "do") {
			values = nil
			for _, v := range strings.Split(m[2], `", "`) {
				values = append(values, `do = "`+strings.Trim(v, `"`)+`"`)
			}
		}
		for _, value := range values {
			head, session, row := "", "", `exercise = "back-squat"`
			switch m[1] {
			case "max":
				head, row = value+"\n", row+`, do = "3 x 5 at 75 %"`
			case "optional", "per_day":
				session, row = value+"\n", row+`, do = "3 x 5"`
			case "do", "weeks", "stages":
				row += ", " + value
			case "last":
				row += `, do = "3 x 15+", step = "2 kg", ` + value
			default:
				row += `, do = "3 x 8-12", ` + value
			}
			other := ""
			if m[1] == "group" {
				other = `, { exercise = "row", do = "3 x 8", group = "A" }`
			}
			text := "title = \"A\"\nrunners = [\"a\"]\nweeks = 8\n" + head + "[[session]]\nname = \"A\"\nexercises = [{ exercise = \"a\", do = \"3 x 8\" }]\n" +
				"[[session]]\nname = \"B\"\n" + session + "exercises = [{ " + row + " }" + other + "]\n"
			table, problems := tomlfile.Decode(tomlfile.Input{Text: []byte(text)}, training.PlanFormat())
			if _, more := training.ReadPlan("", "", table); len(problems)+len(more) > 0 {
				t.Errorf("%s: %v %v in\n%s", w.write, problems, more, text)
			}
		}
	}
}

// Each programme is read without a mistake.
func TestProgrammes(t *testing.T) {
	for _, e := range Programmes() {
		table, problems := tomlfile.Decode(tomlfile.Input{Text: []byte("title = \"A\"\nrunners = [\"a\"]\n" + e.Plan)}, training.PlanFormat())
		if _, more := training.ReadPlan("", "", table); len(problems)+len(more) > 0 {
			t.Errorf("%s: %v %v in\n%s", e.Title, problems, more, e.Plan)
		}
	}
}

func TestShortened(t *testing.T) {
	for _, c := range []struct {
		typed string
		room  int
		want  string
	}{
		{`a = "one two three"`, 19, `a = "one two three"`},
		{`a = "one two three"`, 18, `a = "one two ..."`},
		{`a = """one two three"""`, 22, `a = """one two ..."""`},
	} {
		if got := shortened(c.typed, c.room); got != c.want {
			t.Errorf("shortened(%q, %d) = %q, want %q", c.typed, c.room, got, c.want)
		}
	}
}

func TestLongList(t *testing.T) {
	p := newPrinter(false)
	p.typed("  ", "cues", `["`+strings.Repeat("a", 40)+`, and", { b = ["c, d"] }, "`+strings.Repeat("e", 40)+`"]`)
	want := "  cues = [\n    \"" + strings.Repeat("a", 40) + ", and\", { b = [\"c, d\"] },\n    \"" + strings.Repeat("e", 40) + "\",\n  ]\n"
	if got := p.text.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What texts are said to hold is read without a mistake, and as what it is said to be.
func TestText(t *testing.T) {
	var body strings.Builder
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "  ")
		if ok || line == "\n" {
			body.WriteString(rest)
		}
		if strings.HasPrefix(rest, "![") { // each on a line of its own
			body.WriteByte('\n')
		}
	}
	doc, problems := markdown.New(markdown.Options{Language: "en"}).Parse(markdown.Source{Text: []byte(body.String())})
	if len(problems) > 0 {
		t.Errorf("%+v\n%s", problems, body.String())
	}
	pictures, cards := 0, 0
	for _, ref := range doc.Refs {
		switch ref.Kind {
		case markdown.Picture:
			pictures++
		case markdown.Card:
			cards++
		}
	}
	if pictures != 2 || cards != 1 || doc.Videos != 1 || len(doc.External) != 2 || len(doc.Headings) != 1 || len(doc.Citations) != 1 {
		t.Errorf("%d pictures, %d cards, %d videos, %d other websites, %d headings, %d sources\n%s", pictures, cards, doc.Videos, len(doc.External), len(doc.Headings), len(doc.Citations), body.String())
	}
	for _, word := range []string{"callout-note", "<table>", "<dl>", "footnotes", `class="task"`, "<ol>", "<strong>"} {
		if html := fmt.Sprint(doc.Parts); !strings.Contains(html, word) {
			t.Errorf("there is no %s in %s", word, html)
		}
	}
	for line := range strings.Lines(text) {
		if len(line) > width+1 {
			t.Errorf("too wide: %s", line)
		}
	}
}

// What is explained of a rule says which kinds of plans are not held against it, and of a rule for all plans nothing of the kind.
func TestRuleNotForKinds(t *testing.T) {
	for name, want := range map[string]string{
		"missing-pattern": `Not for Plans with kind = "supplement" or kind = "rehab":`,
		"easy-week":       `Not for Plans with kind = "rehab":`,
		"long-hold":       "",
	} {
		text := strings.Join(strings.Fields(explain(t, name)), " ")
		if !strings.Contains(text, want) || want == "" && strings.Contains(text, "Not for") {
			t.Errorf("explain %s says %s, want %q", name, text, want)
		}
	}
}
