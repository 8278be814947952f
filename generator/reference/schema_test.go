package reference

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/scaffold"
	"github.com/legpress/legpress/generator/tomlfile"
)

// validator returns the schema of a file, read by another program.
func validator(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, found, err := Schema(name)
	if err != nil || !found {
		t.Fatalf("Schema(%q): %v, %v", name, found, err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

// valid returns what a schema has against a text in TOML; its dates are texts to it.
func valid(s *jsonschema.Schema, text string) error {
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		return err
	}
	data, err := json.Marshal(values)
	if err != nil {
		return err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

// schemaOf returns the name of the schema of a file of a site; "" where it has none.
func schemaOf(file string) string {
	for _, f := range files() {
		if p := where(f); p != "" && (p == file || strings.HasSuffix(p, "/**/*.toml") && path.Dir(file)+"/**/*.toml" == p) {
			return f.Name
		}
	}
	return ""
}

// Every file of the starter site is right by its schema, and so is every file that is begun in it.
func TestSchemaAcceptsFiles(t *testing.T) {
	validators := map[string]*jsonschema.Schema{}
	check := func(file, text string) {
		name := schemaOf(file)
		if name == "" {
			t.Errorf("%s has no schema", file)
			return
		}
		if validators[name] == nil {
			validators[name] = validator(t, name)
		}
		if err := valid(validators[name], text); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	for _, f := range append(starter(t), begun(t)...) {
		if path.Ext(f.Path) == ".toml" {
			check(f.Path, f.Text)
		}
	}
	if len(validators) != 5 {
		t.Errorf("%d schemas were tried: %v", len(validators), validators)
	}
}

func starter(t *testing.T) []scaffold.File {
	t.Helper()
	var list []scaffold.File
	err := fs.WalkDir(content.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Files, name)
		list = append(list, scaffold.File{Path: "content/" + name, Text: string(data)})
		return err
	})
	if err != nil || len(list) < 40 {
		t.Fatalf("the starter site has %d files, %v", len(list), err)
	}
	return list
}

// begun returns new files of the starter site.
func begun(t *testing.T) []scaffold.File {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	s, err := scaffold.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	exercise, err := s.Exercise("Nordic curl")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := s.Plan("Hill season", "", time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	runner, err := s.Runner("Trail runner", time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return append(runner, exercise, plan)
}

// The examples of the reference are right by the schemas.
func TestSchemaAcceptsExamples(t *testing.T) {
	for name, text := range examples() {
		if i := index(Topics(), name); i < 0 || Topics()[i].Part || name == "article" || name == "page" {
			continue
		}
		if err := valid(validator(t, name), text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A schema takes a file if and only if the reader of TOML finds its names, kinds and choices right: there is one source of truth.
func TestSchemaIsTheFormat(t *testing.T) {
	for _, f := range files() {
		s := validator(t, f.Name)
		right, wrong := 0, 0
		rapid.Check(t, func(t *rapid.T) {
			text := drawTable(t, f, "\n")
			_, problems := tomlfile.Decode(tomlfile.Input{File: f.Name + ".toml", Text: []byte(text)}, f)
			err := valid(s, text)
			if (len(problems) == 0) != (err == nil) {
				t.Fatalf("%s\nthe reader says %v\nthe schema says %v", text, problems, err)
			}
			if err == nil {
				right++
			} else {
				wrong++
			}
		})
		if right == 0 || wrong == 0 && !testing.Short() {
			t.Errorf("%s: %d right and %d wrong files were tried", f.Name, right, wrong)
		}
	}
}

// drawTable draws a table that is mostly right: as the lines of a file, or within { }.
func drawTable(t *rapid.T, f *tomlfile.Format, between string) string {
	var lines []string
	for i := range f.Keys {
		k := &f.Keys[i]
		if k.Required && oneIn(t, 40) || !k.Required && !oneIn(t, 4) {
			continue
		}
		lines = append(lines, k.Name+" = "+drawValue(t, k))
	}
	if f.Any != nil {
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"dumbbell", "x-1", "y", "a", "b", "c_d", "10"}), 0, 7, rapid.ID[string]).Draw(t, "names") {
			lines = append(lines, name+" = "+drawValue(t, f.Any))
		}
	} else if oneIn(t, 40) {
		lines = append(lines, "nothing_of_this_name = 1")
	}
	return strings.Join(lines, between)
}

func drawValue(t *rapid.T, k *tomlfile.Key) string {
	var right []string
	for _, v := range typed(t, k) {
		if k.Kind&v.kind != 0 {
			right = append(right, v.text)
		}
	}
	if !oneIn(t, 40) {
		return rapid.SampledFrom(right).Draw(t, k.Name)
	}
	wrong := []string{"1.5", `[[1]]`, `["a", 1]`}
	for _, v := range typed(t, k) {
		texts := tomlfile.String | tomlfile.Markdown | tomlfile.Date // all of them texts to a schema
		if k.Kind&v.kind == 0 && (v.kind&texts == 0 || k.Kind&texts == 0) {
			wrong = append(wrong, v.text)
		}
	}
	return rapid.SampledFrom(wrong).Draw(t, k.Name)
}

// typed returns values of all kinds, as they are typed for a key; lists are not empty, as one is right whatever belongs into it.
func typed(t *rapid.T, k *tomlfile.Key) []struct {
	kind tomlfile.Kind
	text string
} {
	word, table := `"a"`, `{ x = 1 }`
	if k.OneOf != nil {
		word = fmt.Sprintf("%q", rapid.SampledFrom(append(slices.Clone(k.OneOf), k.OneOf[0])).Draw(t, "word"))
		if oneIn(t, 40) {
			word = `"none of them"`
		}
	}
	if k.Table != nil && k.Kind&(tomlfile.SubTable|tomlfile.Tables) != 0 {
		table = "{ " + drawTable(t, k.Table, ", ") + " }"
	}
	return []struct {
		kind tomlfile.Kind
		text string
	}{
		{tomlfile.String | tomlfile.Markdown, word}, {tomlfile.Integer, "3"}, {tomlfile.Boolean, "true"}, {tomlfile.Date, "2026-01-05"},
		{tomlfile.Strings, "[" + word + "]"}, {tomlfile.Integers, "[1, 2]"}, {tomlfile.SubTable, table}, {tomlfile.Tables, "[" + table + "]"},
	}
}

func oneIn(t *rapid.T, n int) bool { return rapid.IntRange(1, n).Draw(t, "one in") == n }

// The files by which editors check this repository's own content are those that a new site gets.
func TestEditorFiles(t *testing.T) {
	list, err := EditorFiles()
	if err != nil || len(list) != 8 {
		t.Fatalf("%d files, %v", len(list), err)
	}
	for _, f := range list {
		got, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(f.Path)))
		if err != nil || !bytes.Equal(got, f.Text) {
			t.Errorf("%s in the root of the repository is not up to date; \"go run ./cmd/legpress schema --write\" writes it (%v)", f.Path, err)
		}
	}
	settings := string(list[0].Text)
	for _, f := range list[1:] {
		if !strings.Contains(settings, fmt.Sprintf("path = %q", f.Path)) || !json.Valid(f.Text) {
			t.Errorf("%s is not named in\n%s", f.Path, settings)
		}
	}
}
