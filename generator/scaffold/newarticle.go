package scaffold

import (
	"fmt"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
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
	d := newDraft(parse.ArticleFormat())
	d.text.WriteString("+++\n")
	d.note("A new article. Write the text below the second +++. When it is ready, take the line draft = true away. " + howNotesWork)
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
	return File{Path: fmt.Sprintf("%s/articles/%s-%s.md", source.Content, day, id), Text: d.end() + "+++\n\n" + s.body()}, nil
}

// body is a first text. It shows what an article can do with what the site has.
func (s *Site) body() string {
	parts := []string{
		"Begin with what matters most to your runner. This first paragraph also stands in the lists, until you write a summary above.",
		"## A heading",
		"A blank line begins a new paragraph. Two stars make words **heavy**, one makes them *slanted*. Links are the only other thing to learn:",
		strings.Join(s.links(), "\n"),
	}
	if len(s.Exercises) > 0 {
		parts = append(parts, "With an exclamation mark, and on a line of its own, an exercise becomes a card:",
			fmt.Sprintf("![](exercise:%s)", s.Exercises[0].ID))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// links returns a list of one link of each kind that leads somewhere on this site.
func (s *Site) links() []string {
	links := []string{"- to another website: [the words to click](https://example.org/)"}
	add := func(what, scheme, id string) {
		links = append(links, fmt.Sprintf("- to %s, by the name of its file: [the words to click](%s:%s)", what, scheme, id))
	}
	if len(s.Exercises) > 0 {
		add("an exercise", "exercise", s.Exercises[0].ID)
	}
	if len(s.Plans) > 0 {
		add("a plan", "plan", s.Plans[0].ID)
	}
	if len(s.Runners) > 0 {
		add("a type of runner", "runner", s.Runners[0].ID)
	}
	if len(s.Sources) > 0 {
		x := s.Sources[0]
		links = append(links, fmt.Sprintf("- to a source, by its name in sources.toml, which is then listed at the end: [the authors and the year](source:%s)", x.ID))
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
