package search_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/render/search"
)

var docs = []search.Doc{
	{URL: "/a/", Kind: "Article", Title: "Übung macht stärker, stärker", Headings: "Wie oft?\nWann?", Tags: "Kraft\nRuhe & Schlaf", Text: "…“Zwei” Mal die Woche: 3\u00d78\u20138 mit 10\u00a0kg – it’s enough.", Summary: "Kurz."},
	{URL: "/b/", Kind: "Exercise", Title: "Goblet squat", Text: "Squat squat\tdown.\r\nSquat UP!"},
	{URL: "/c/", Kind: "Article", Title: "الجري 走る", Text: "  leading and trailing  "},
	{URL: "/d/", Kind: "Page"},
	{URL: "/e/", Kind: "Page", Title: "İstanbul ǅ ﬁve ̈", Text: "naïve na\u00efve nai\u0308ve"},
}

// index reads an index so that the order of its words does not matter.
func index(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var x map[string]any
	if err := json.Unmarshal(data, &x); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	words := map[string]any{}
	for _, e := range x["index"].([]any) {
		pair := e.([]any)
		words[pair[0].(string)] = pair[1]
	}
	x["index"] = words
	return x
}

// TestIndexIsTheLibrarys compares the index with one that the library makes of the same documents.
func TestIndexIsTheLibrarys(t *testing.T) {
	browsertest.Tool(t, "node")
	dir := t.TempDir()
	library, err := os.ReadFile("../../../templates/assets/minisearch.js")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "minisearch.mjs"), library)
	input := []map[string]any{}
	for i, d := range docs {
		input = append(input, map[string]any{"id": i, "url": d.URL, "kind": d.Kind, "title": d.Title, "headings": d.Headings, "tags": d.Tags, "text": d.Text, "summary": d.Summary})
	}
	data, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "docs.json"), data)
	write(t, filepath.Join(dir, "index.mjs"), []byte(`import MiniSearch from "./minisearch.mjs";
import fs from "node:fs";
const engine = new MiniSearch({
  fields: ["title", "headings", "tags", "text"], storeFields: ["url", "kind", "title", "summary"],
  processTerm: (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""),
});
engine.addAll(JSON.parse(fs.readFileSync(new URL("docs.json", import.meta.url), "utf8")));
console.log(JSON.stringify(engine));
`))
	want := []byte(browsertest.Run(t, "node", filepath.Join(dir, "index.mjs")))
	got, err := search.Index(docs)
	if err != nil {
		t.Fatal(err)
	}
	expected := index(t, bytes.ReplaceAll(want, []byte(`,"summary":""`), nil)) // an empty summary is left out
	if d := cmp.Diff(expected, index(t, got)); d != "" {
		t.Errorf("-library +ours:\n%s", d)
	}
	again, _ := search.Index(docs)
	if !bytes.Equal(got, again) {
		t.Error("made twice, the index has other bytes")
	}
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestEmptyIndex(t *testing.T) {
	got, err := search.Index(nil)
	if err != nil || !strings.Contains(string(got), `"index":[]`) {
		t.Errorf("got %s, error %v", got, err)
	}
}

func BenchmarkIndex(b *testing.B) {
	many := make([]search.Doc, 1000)
	for i := range many {
		many[i] = docs[i%len(docs)]
		many[i].Text = strings.Repeat("some words that stand in many texts and a few that do not ", 14)
	}
	for b.Loop() {
		if _, err := search.Index(many); err != nil {
			b.Fatal(err)
		}
	}
}
