package scaffold

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
)

// Article returns the beginning of an article that was written on a day. It is a draft.
func (s *Site) Article(typed string, now time.Time) (File, error) {
	name, id, err := s.Named(typed)
	if err != nil {
		return File{}, err
	}
	if s.IDs("article")[id] {
		return File{}, fmt.Errorf("there is already an article %q in %s/articles. Choose another name, or change that one", id, source.Content)
	}
	day := now.In(s.Settings.Zone).Format(time.DateOnly)
	d := newDraft(parse.ArticleFormat(), s.spoken().examples)
	d.text.WriteString("+++\n")
	d.note("A new article. Write the text below the second +++. When it is ready, take the line draft = true away. " +
		"Put photos into the folder of this file, and name them at image or in the text, as in ![What it shows](row.jpg). " + howNotesWork)
	d.set("title", quoted(name))
	d.set("date", day)
	d.set("draft", "true")
	d.example("summary", "tags")
	d.off("runners", s.someRunner(key(d.format, "runners").Example))
	d.example("image", "image_alt", "image_focus")
	d.off("updated", day)
	d.off("expires", now.In(s.Settings.Zone).AddDate(1, 0, 0).Format(time.DateOnly))
	d.off("sources", s.someSource(key(d.format, "sources").Example))
	d.others()
	return File{Path: fmt.Sprintf("%s/articles/%s-%s.md", source.Content, day, id), Text: d.end() + "+++\n\n" + s.body(), Then: s.intoMenu()}, nil
}

// intoMenu says that the menu of the site does not lead to articles, if it does not.
func (s *Site) intoMenu() string {
	leads := func(entry tomlfile.Text) bool { return entry.Value == "articles" || entry.Value == "tags" }
	if menu := s.Settings.Menu; len(menu) == 0 || slices.ContainsFunc(menu, leads) {
		return ""
	}
	return fmt.Sprintf(`The menu does not lead to articles yet: write "articles" into menu in %s.`, parse.SettingsFile)
}

// body is a first text in the language of the site. It shows what an article can do with what the site has.
func (s *Site) body() string {
	words := s.spoken()
	parts := append(slices.Clone(words.article), strings.Join(s.links(&words), "\n"))
	if len(s.Exercises) > 0 {
		parts = append(parts, words.card, fmt.Sprintf("![](exercise:%s)", s.Exercises[0].ID))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// links returns a list of one link of each kind that leads somewhere on this site.
func (s *Site) links(words *spoken) []string {
	links := []string{words.website}
	if len(s.Exercises) > 0 {
		links = append(links, words.link("exercise", s.Exercises[0].ID))
	}
	if len(s.Plans) > 0 {
		links = append(links, words.link("plan", s.Plans[0].ID))
	}
	if len(s.Runners) > 0 {
		links = append(links, words.link("runner", s.Runners[0].ID))
	}
	if len(s.Sources) > 0 {
		links = append(links, words.link("source", s.Sources[0].ID))
	}
	return links
}

// someRunner returns a list with a runner type of the site, or else the example.
func (s *Site) someRunner(example string) string {
	if len(s.Runners) == 0 {
		return example
	}
	return "[" + quoted(s.Runners[0].ID) + "]"
}

// someSource returns a list with a source of the site, or else the example.
func (s *Site) someSource(example string) string {
	if len(s.Sources) == 0 {
		return example
	}
	return "[" + quoted(s.Sources[0].ID) + "]"
}
