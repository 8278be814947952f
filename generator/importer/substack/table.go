package substack

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/markup"
)

// row is a row of posts.csv, and the text that belongs to it.
type row struct {
	id, number, slug         string // "123.why-i-lift" is the number and the name in the address
	date, published          string
	kind, audience           string
	title, subtitle, podcast string
	file                     string // of the text
	html                     string
	listed                   bool // it is in the table
}

// readTable reads posts.csv.
func (r *reader) readTable() error {
	text, err := r.files.read(r.files.table, maxTable)
	if err != nil {
		return fmt.Errorf("reading posts.csv of %s: %w", r.in.Name, err)
	}
	table := csv.NewReader(strings.NewReader(text))
	table.FieldsPerRecord, table.LazyQuotes = -1, true
	head, err := table.Read()
	columns := map[string]int{}
	for i, name := range head {
		columns[strings.ToLower(strings.TrimSpace(name))] = i
	}
	if _, ok := columns["post_id"]; err != nil || !ok {
		return fmt.Errorf("posts.csv of %s has no column post_id. %s", r.in.Name, howToExport)
	}
	for {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		line, _ := table.FieldPos(0)
		cell := func(name string) string {
			if i, ok := columns[name]; ok && i < len(cells) {
				return strings.TrimSpace(markup.Clean(cells[i]))
			}
			return ""
		}
		if err == nil && strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		id := cell("post_id")
		if err != nil || id == "" {
			r.blog.Found = append(r.blog.Found, importer.Finding{File: "posts.csv", Line: line, Reason: reasonRow})
			continue
		}
		w := &row{
			id: id, date: cell("post_date"), published: cell("is_published"), kind: strings.ToLower(cell("type")), audience: strings.ToLower(cell("audience")),
			title: cell("title"), subtitle: cell("subtitle"), podcast: cell("podcast_url"), listed: true,
		}
		w.number, w.slug, _ = strings.Cut(id, ".")
		r.rows = append(r.rows, w)
	}
}

// readTexts reads the file of each row, and the files that no row names. A row without a file stays behind.
func (r *reader) readTexts() error {
	byID, byNumber := map[string]*row{}, map[string]*row{}
	for _, w := range r.rows {
		byID[w.id], byNumber[w.number] = w, w
	}
	for _, name := range r.files.texts {
		id := strings.TrimSuffix(path.Base(name), ".html")
		number, slug, _ := strings.Cut(id, ".")
		w := byID[id]
		if w == nil && byNumber[number] != nil && byNumber[number].slug == "" {
			w = byNumber[number]
			w.slug = slug
		}
		if w == nil {
			w = &row{id: id, number: number, slug: slug}
			r.rows = append(r.rows, w)
		}
		text, err := r.files.read(name, maxText)
		if errors.Is(err, errTooMuch) {
			return fmt.Errorf("%s: %w", r.in.Name, err)
		}
		if err != nil {
			r.blog.Found = append(r.blog.Found, importer.Finding{File: name, Reason: reasonUnreadable, What: err.Error()})
		} else {
			w.html = markup.Clean(text)
		}
		w.file = name
	}
	var kept []*row
	for _, w := range r.rows {
		switch {
		case w.file == "":
			r.find(reasonNoFile, strings.TrimSpace(w.id+" "+w.title))
		case w.html == "" && w.podcast == "" && w.listed && w.title == "":
			// an empty draft, or a file that has been reported
		default:
			r.ids[w.number] = true
			kept = append(kept, w)
		}
	}
	r.rows = kept
	return nil
}
