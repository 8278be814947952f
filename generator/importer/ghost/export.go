package ghost

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/markup"
)

// scalar is a value of an export as text. Numbers, text and true or false change places between the versions of Ghost.
type scalar string

// UnmarshalJSON takes a value of any kind; null is "".
func (s *scalar) UnmarshalJSON(data []byte) error {
	switch {
	case len(data) > 0 && data[0] == '"':
		var text string
		if err := json.Unmarshal(data, &text); err != nil {
			return err
		}
		*s = scalar(markup.Clean(text))
	case string(data) == "null":
		*s = ""
	default:
		*s = scalar(markup.Clean(string(data)))
	}
	return nil
}

// line returns a value without blanks around it.
func (s scalar) line() string { return strings.TrimSpace(string(s)) }

// yes reports whether a value means yes.
func (s scalar) yes() bool {
	value := strings.ToLower(s.line())
	return value == "true" || value == "1"
}

// database is what an export holds: the rows of each table.
type database struct {
	Meta struct {
		Version scalar `json:"version"`
	} `json:"meta"`
	Data map[string]json.RawMessage `json:"data"`
}

// entry is a post or a page.
type entry struct {
	ID           scalar `json:"id"`
	UUID         scalar `json:"uuid"`
	Title        scalar `json:"title"`
	Slug         scalar `json:"slug"`
	HTML         scalar `json:"html"`
	Lexical      scalar `json:"lexical"`
	Mobiledoc    scalar `json:"mobiledoc"`
	Markdown     scalar `json:"markdown"` // before version 1
	Plaintext    scalar `json:"plaintext"`
	FeatureImage scalar `json:"feature_image"`
	Image        scalar `json:"image"` // before version 1
	ShowTop      scalar `json:"show_title_and_feature_image"`
	Featured     scalar `json:"featured"`
	Type         scalar `json:"type"`
	Page         scalar `json:"page"` // before version 3
	Status       scalar `json:"status"`
	Visibility   scalar `json:"visibility"`
	Created      scalar `json:"created_at"`
	Updated      scalar `json:"updated_at"`
	Published    scalar `json:"published_at"`
	Excerpt      scalar `json:"custom_excerpt"`
	Head         scalar `json:"codeinjection_head"`
	Foot         scalar `json:"codeinjection_foot"`
	Template     scalar `json:"custom_template"`
	Canonical    scalar `json:"canonical_url"`
	Author       scalar `json:"author_id"`
	Description  scalar `json:"meta_description"` // before version 3

	tags    []*tag
	authors []*person
	meta    entryMeta
}

// entryMeta is what later versions keep of a post in a table of its own.
type entryMeta struct {
	Post        scalar `json:"post_id"`
	ImageAlt    scalar `json:"feature_image_alt"`
	Caption     scalar `json:"feature_image_caption"`
	Description scalar `json:"meta_description"`
	EmailOnly   scalar `json:"email_only"`
}

type tag struct {
	ID          scalar `json:"id"`
	Name        scalar `json:"name"`
	Slug        scalar `json:"slug"`
	Visibility  scalar `json:"visibility"`
	Description scalar `json:"description"`
	Image       scalar `json:"feature_image"`
}

// internal reports whether no reader saw a tag.
func (t *tag) internal() bool {
	return strings.HasPrefix(t.Name.line(), "#") || strings.HasPrefix(t.Slug.line(), "hash-") || t.Visibility.line() == "internal"
}

type person struct {
	ID   scalar `json:"id"`
	Name scalar `json:"name"`
	Slug scalar `json:"slug"`
}

// link says which tag or author a post has, and in which place.
type link struct {
	Post   scalar  `json:"post_id"`
	Tag    scalar  `json:"tag_id"`
	Author scalar  `json:"author_id"`
	Place  float64 `json:"sort_order"`
}

type setting struct {
	Key   scalar `json:"key"`
	Value scalar `json:"value"`
}

// howToExport says where an export is made.
const howToExport = "Make one in Ghost: Settings, Import/Export, Export, Content & settings (Labs, Export in older ones)"

// open reads the tables of an export.
func (r *reader) open() error {
	data, err := markup.ReadText(r.in.JSON, maxExport)
	if err != nil {
		return fmt.Errorf("reading %s: %w", r.in.Name, err)
	}
	if err := wrongFile(r.in.Name, data); err != nil {
		return err
	}
	var file struct {
		DB []database `json:"db"`
		database
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return r.broken(data, err)
	}
	if r.db = file.database; len(file.DB) > 0 {
		r.db = file.DB[0]
	}
	if _, ok := r.db.Data["posts"]; !ok {
		return noExport(r.in.Name)
	}
	return nil
}

func noExport(name string) error {
	return fmt.Errorf("%s is no export of Ghost. %s", name, howToExport)
}

// wrongFile says what a file is that is no export and looks like something else that people have; nil for what may be one.
func wrongFile(name string, data []byte) error {
	start := bytes.TrimSpace(data[:min(len(data), 4096)])
	switch {
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return fmt.Errorf("%s is a zip, such as a theme or a backup; unpack a backup, and name the .json file in its folder data. %s", name, howToExport)
	case bytes.Contains(start, []byte("wordpress.org/export")):
		return fmt.Errorf(`%s is an export of WordPress: write "legpress import wordpress %s"`, name, name)
	case len(start) > 0 && start[0] == '{':
		return nil
	}
	if first, _, _ := bytes.Cut(start, []byte("\n")); bytes.Contains(first, []byte(",")) && bytes.Contains(first, []byte("email")) {
		return fmt.Errorf("%s is a list of members, which nobody should see here; an export of the texts is a .json file. %s", name, howToExport)
	}
	return noExport(name)
}

// broken says what is wrong with JSON.
func (r *reader) broken(data []byte, err error) error {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return noExport(r.in.Name)
	}
	line := 1 + bytes.Count(data[:min(max(syntax.Offset, 0), int64(len(data)))], []byte("\n"))
	if strings.Contains(syntax.Error(), "unexpected end") {
		return fmt.Errorf("%s:%d: the export breaks off here: it was not downloaded whole. %s", r.in.Name, line, howToExport)
	}
	return fmt.Errorf("%s:%d: this is not well-formed JSON (%s). %s", r.in.Name, line, syntax.Error(), howToExport)
}

// rows returns the rows of a table. One that cannot be read is a finding.
func rows[T any](r *reader, table string) []*T {
	var raw []json.RawMessage
	if r.db.Data[table] == nil {
		return nil
	}
	if err := json.Unmarshal(r.db.Data[table], &raw); err != nil {
		r.find(reasonRow, table)
		return nil
	}
	var list []*T
	for i, data := range raw {
		row := new(T)
		if string(data) == "null" || json.Unmarshal(data, row) != nil {
			r.find(reasonRow, fmt.Sprintf("%s, number %d", table, i+1))
			continue
		}
		list = append(list, row)
	}
	return list
}

func (r *reader) find(reason, what string) {
	r.blog.Found = append(r.blog.Found, importer.Finding{Reason: reason, What: what})
}

// instant reads a moment of an export: a text, or milliseconds since 1970.
func instant(s scalar) time.Time {
	text := s.line()
	for _, layout := range []string{time.RFC3339, time.DateTime} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 {
			return t
		}
	}
	var milliseconds float64
	if json.Unmarshal([]byte(text), &milliseconds) == nil && milliseconds > 0 && milliseconds < 1e14 {
		return time.UnixMilli(int64(milliseconds)).UTC()
	}
	return time.Time{}
}

// clock returns what the clock of the blog showed at a moment, as if in UTC.
func (r *reader) clock(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	t = t.In(r.zone)
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}
