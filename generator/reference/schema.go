package reference

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/legpress/legpress/generator/tomlfile"
)

// schema is a part of a JSON Schema, draft 07, which is what editors of TOML know. It says what a file may hold as far as names, kinds and
// choices go, and never refuses what is right; how quantities are written is left to whoever reads them.
type schema struct {
	Version     string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        string             `json:"type,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Others      *schema            `json:"additionalProperties,omitempty"`
	Not         *schema            `json:"not,omitempty"`
}

// Schema returns the JSON Schema of the file with the topic's name. It reports whether there is such a file.
func Schema(name string) (text []byte, found bool, err error) {
	for _, f := range files() {
		if f.Name != name {
			continue
		}
		s := tableSchema(f)
		s.Version, s.Title, s.Description = "http://json-schema.org/draft-07/schema#", f.Name, f.Doc
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(s); err != nil {
			return nil, true, fmt.Errorf("writing the schema of %s: %w", name, err)
		}
		return b.Bytes(), true, nil
	}
	return nil, false, nil
}

// SchemaNames returns the names of the files that have a schema, with a sentence on each.
func SchemaNames() []Topic {
	var topics []Topic
	for _, t := range Topics() {
		if !t.Part && t.rule == nil {
			topics = append(topics, t)
		}
	}
	return topics
}

func tableSchema(f *tomlfile.Format) *schema {
	s := &schema{Type: "object", Others: unknown(f), Properties: map[string]*schema{}}
	for i := range f.Keys {
		k := &f.Keys[i]
		s.Properties[k.Name] = keySchema(k)
		if k.Required {
			s.Required = append(s.Required, k.Name)
		}
	}
	if f.Any != nil {
		s.Others = keySchema(f.Any)
	}
	return s
}

// unknown is what a name must be that is neither the format's nor the author's: never right. Where a schema says only that there are no
// other names, Taplo underlines the whole file; so it underlines the value, and shows the title.
func unknown(f *tomlfile.Format) *schema {
	return &schema{Not: &schema{Title: fmt.Sprintf("there is no such key: legpress explain %s lists them", topicName(f))}}
}

// keySchema describes a value that may be of several kinds. What it means is shown by editors as Markdown.
func keySchema(k *tomlfile.Key) *schema {
	kinds := kindSchemas(k)
	s := &schema{AnyOf: kinds}
	if len(kinds) == 1 {
		s = kinds[0]
	}
	s.Description = k.Doc
	if k.Example != "" {
		s.Description += "\n\n```toml\n" + exampleName(k) + " = " + k.Example + "\n```"
	}
	return s
}

func exampleName(k *tomlfile.Key) string {
	if k.Name == "" {
		return anyName
	}
	return k.Name
}

func kindSchemas(k *tomlfile.Key) []*schema {
	text := func() *schema { return &schema{Type: "string", Enum: k.OneOf} }
	list := func(of *schema) *schema { return &schema{Type: "array", Items: of} }
	var all []*schema
	for _, kind := range []struct {
		kind tomlfile.Kind
		make func() *schema
	}{
		{tomlfile.String | tomlfile.Markdown, text},
		{tomlfile.Date, func() *schema { return &schema{Type: "string"} }}, // TOML's dates are texts to a schema
		{tomlfile.Integer, func() *schema { return &schema{Type: "integer"} }},
		{tomlfile.Boolean, func() *schema { return &schema{Type: "boolean"} }},
		{tomlfile.Strings, func() *schema { return list(text()) }},
		{tomlfile.Integers, func() *schema { return list(&schema{Type: "integer"}) }},
		{tomlfile.SubTable, func() *schema { return tableSchema(k.Table) }},
		{tomlfile.Tables, func() *schema { return list(tableSchema(k.Table)) }},
	} {
		if k.Kind&kind.kind != 0 {
			all = append(all, kind.make())
		}
	}
	return all
}
