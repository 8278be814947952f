package importer

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/importer/prose"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// finishText makes the file of a text.
func (w *importRun) finishText(t *text) {
	if t.hidden {
		t.report(Finding{File: t.path(), Reason: reasonDraft, What: t.Hidden})
	}
	t.Body = prose.Strong(t.Body)
	w.relink(t)
	w.image(t)
	if t.Summary == "" && t.Excerpt != "" {
		t.Summary = w.excerpt(t)
	}
	body, placed := t.Losses.PlaceNotes(prose.Headings(t.Body))
	if t.Author == w.author {
		t.Author = ""
	}
	if t.Title = oneLine(t.Title); t.Title == "" {
		t.Title = nameInWords(t.id)
		t.report(Finding{File: t.path(), Reason: reasonNoTitle, What: t.Title})
	}
	front := t.frontMatter()
	t.data = []byte(front + strings.TrimLeft(body, "\n"))
	lines := strings.Count(front, "\n") - leadingLines(body)
	for _, p := range placed {
		line := 0
		if p.Line > 0 {
			line = max(p.Line+lines, 1)
		}
		t.report(Finding{File: t.path(), Line: line, Reason: p.Reason, What: p.What})
	}
	w.escapeProblems(t)
	t.Body, t.Excerpt = "", "" // an import holds each text once
}

func leadingLines(s string) int { return len(s) - len(strings.TrimLeft(s, "\n")) }

// image sets the picture at the top to its copy, with a description.
func (w *importRun) image(t *text) {
	if t.Image == "" {
		return
	}
	to := w.resolve(t, t.Image)
	c := t.copyOf(to.file)
	if c == nil || !isPicture(c.name) {
		t.report(Finding{File: t.path(), Reason: to.noPicture(), What: t.Image})
		t.Image = ""
		return
	}
	if t.Image = c.name; t.ImageAlt == "" {
		t.ImageAlt = nameInWords(c.name)
		t.report(Finding{File: t.path(), Reason: reasonNoAlt, What: c.name})
	}
}

// excerpt returns the excerpt as plain text; "" if it is the same as the summary that the site would make itself.
func (w *importRun) excerpt(t *text) string {
	var none prose.Losses
	plain, _ := none.PlaceNotes(prose.Relink(t.Excerpt, func(l prose.Link) prose.Change {
		if l.Picture {
			return prose.Replace("")
		}
		return prose.OnlyWords("")
	}))
	whole, _ := none.PlaceNotes(t.Body)
	short, long := w.parse(plain), w.parse(whole)
	if short == nil || long == nil || short.Summary == long.Summary {
		return ""
	}
	return short.Summary
}

// parse reads Markdown as the site will.
func (w *importRun) parse(body string) *parse.Article {
	return w.parser.Parse(source.File{Path: source.Content + "/pages/x.md", Data: []byte("+++\ntitle = \"x\"\n+++\n" + body)}).Page
}

// frontMatter writes what stands above a text.
func (t *text) frontMatter() string {
	var b strings.Builder
	b.WriteString("+++\n")
	set := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s = %s\n", key, value)
		}
	}
	set("title", quoted(t.Title))
	set("date", moment(t.Date))
	if t.Updated.After(t.Date) {
		set("updated", moment(t.Updated))
	}
	set("summary", quoted(oneLine(t.Summary)))
	if !t.Page {
		set("expires", moment(t.Expires))
		set("tags", list(t.tags()))
		set("series", quoted(oneLine(t.Series)))
		if id := strings.TrimSpace(t.FeedID); parse.IsFeedID(id) {
			set("feed_id", quoted(id))
		}
	}
	set("author", quoted(oneLine(t.Author)))
	if t.Image != "" {
		set("image", quoted(t.Image))
		set("image_alt", quoted(oneLine(t.ImageAlt)))
	}
	if t.hidden {
		set("draft", "true")
	}
	set("aliases", list(t.aliases))
	b.WriteString("+++\n\n")
	return b.String()
}

// tags returns the words of a post, each once.
func (t *text) tags() []string {
	var tags []string
	for _, tag := range t.Tags {
		tag = oneLine(tag)
		if tag != "" && !slices.ContainsFunc(tags, func(s string) bool { return strings.EqualFold(s, tag) }) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// moment returns a date as TOML, with the time of day if there is one.
func moment(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.DateTime)
}

// oneLine returns a text on one line, without what cannot be printed.
func oneLine(s string) string { return strings.Join(strings.Fields(prose.StripControls(s)), " ") }

// quoted returns a text in quotes, as in TOML; "" stays "".
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + quoteEscaper.Replace(s) + `"`
}

var quoteEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func list(items []string) string {
	if len(items) == 0 {
		return ""
	}
	var quotedItems []string
	for _, s := range items {
		quotedItems = append(quotedItems, quoted(s))
	}
	return "[" + strings.Join(quotedItems, ", ") + "]"
}

// maxRounds is how often a text is parsed until it has no errors.
const maxRounds = 30

// escapeProblems escapes what the site would report as an error, so that it is shown as plain text.
func (w *importRun) escapeProblems(t *text) {
	for range maxRounds {
		parsed := w.parser.Parse(source.File{Path: t.path(), Data: t.data})
		problems := parsed.Problems
		if a := articleOf(parsed); a != nil {
			t.ids, t.places = a.Doc.IDs, placesIn(a.Doc)
			problems = append(problems, w.brokenLinks(t, a.Doc)...)
		}
		mended := false
		for _, p := range slices.Backward(problems.Sorted()) {
			if p.Severity != diag.Error {
				continue
			}
			if reason, what := t.escape(p); reason != "" {
				t.report(Finding{File: t.path(), Line: p.Line, Reason: reason, What: what})
				mended = true
			}
		}
		if !mended {
			return
		}
	}
}

// brokenLinks returns the links of a text that lead nowhere. They are links to the site's parser, and were none to the import.
func (w *importRun) brokenLinks(t *text, doc *markdown.Doc) diag.List {
	var list diag.List
	for _, ref := range doc.Refs {
		known := ref.Scheme == ""
		to := path.Join(path.Dir(t.path()), ref.Target)
		beside := slices.ContainsFunc(t.copies, func(c *copiedFile) bool { return to == t.base+"/"+c.name })
		switch {
		case ref.Kind == markdown.Picture:
			known = beside && isPicture(to)
		case !known || ref.Target == "":
		case strings.HasPrefix(ref.Target, "/"):
			known = slices.Contains([]string{"/", "/articles/", site.AtomFile.Of("/")}, ref.Target) || strings.HasPrefix(ref.Target, "/tags/")
		default:
			known = beside || w.byPath[to] != nil
		}
		if !known {
			list.Add(diag.Errorf(ref.Pos, "broken-link", "there is nothing at %q.", ref.Target))
		}
	}
	return list
}

func articleOf(p *parse.File) *parse.Article {
	if p.Article != nil {
		return p.Article
	}
	return p.Page
}

// escape escapes the markup at the position of a problem, or removes the name of a heading there, or leaves only the description of a
// picture, and returns the reason of what it did, and what was there; "" if that was not possible.
func (t *text) escape(p diag.Problem) (reason, what string) {
	line := lineStart(t.data, p.Line)
	offset := line + p.Column - 1
	if p.Line < 1 || p.Column < 1 || offset >= len(t.data) || offset < bytes.Index(t.data, []byte("\n+++\n")) {
		return "", ""
	}
	end := offset + len(t.data[offset:]) - len(bytes.TrimLeftFunc(t.data[offset:], func(r rune) bool { return r != '\n' }))
	if p.ID == "heading-id" {
		if name := headingName.FindIndex(t.data[offset:end]); name != nil {
			t.data = slices.Delete(t.data, offset+name[0], offset+name[1])
			return reasonOddText, p.Message
		}
	}
	if m := pictureMarkup.FindSubmatchIndex(t.data[offset:end]); m != nil {
		what = string(t.data[offset : offset+m[1]])
		t.data = slices.Concat(t.data[:offset], t.data[offset+m[2]:offset+m[3]], t.data[offset+m[1]:])
		return reasonNoPicture, what
	}
	if bar := bytes.LastIndexByte(t.data[line:offset], '|'); p.ID == "table-row" && bar >= 0 {
		t.data = slices.Insert(t.data, line+bar, '\\')
		return reasonOddText, p.Message
	}
	first := bytes.IndexAny(t.data[offset:end], "[<")
	if first < 0 || first > 0 && t.data[offset] != '!' && p.ID != "heading-without-words" {
		block, _, _ := bytes.Cut(t.data[offset:], []byte("\n\n"))
		if first = bareSign(block); first < 0 {
			return "", ""
		}
	}
	t.data = slices.Insert(t.data, offset+first, '\\')
	return reasonOddText, p.Message
}

// bareSign returns the offset of the first sign in a block that Markdown may read and that no backslash escapes; -1 for none.
func bareSign(block []byte) int {
	for i := 0; i < len(block); i++ {
		switch {
		case block[i] == '\\':
			i++
		case bytes.IndexByte([]byte("|*_~`#>+-=:[<!"), block[i]) >= 0:
			return i
		}
	}
	return -1
}

// pictureMarkup finds a picture on one line, with its description.
var pictureMarkup = regexp.MustCompile(`^!\[((?:[^\[\]\\\n]|\\.|\[(?:[^\[\]\\\n]|\\.)*\])*)\](?:` + inBrackets(inBrackets(inBrackets(inBrackets(`\(\)`)))) + `|\[[^\[\]\n]*\])?`)

// inBrackets returns a pattern of what stands in round brackets, with such brackets in it that another pattern finds.
func inBrackets(inside string) string { return `\((?:[^()\n]|` + inside + `)*\)` }

var headingName = regexp.MustCompile(`[ \t]*\{[^{}\n]*\}[ \t]*$`)

// lineStart returns the offset of a line, 1-based.
func lineStart(data []byte, line int) int {
	at := 0
	for range line - 1 {
		next := bytes.IndexByte(data[at:], '\n')
		if next < 0 {
			return len(data)
		}
		at += next + 1
	}
	return at
}

// placesIn returns the links of a text to ids of pages.
func placesIn(doc *markdown.Doc) []markdown.Ref {
	var places []markdown.Ref
	for _, ref := range doc.Refs {
		if ref.Fragment != "" && ref.Scheme == "" {
			places = append(places, ref)
		}
	}
	return places
}
