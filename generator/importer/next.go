package importer

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// Next returns what is left to do in a site after an import, in the order in which it is best done, as sentences; nothing where no report
// of an import lies in the site's folder any more.
func Next(files fs.FS, s *site.Site) ([]string, error) {
	reports, err := fs.Glob(files, "import-report*.txt")
	if err != nil || len(reports) == 0 {
		return nil, err
	}
	pictures, others, err := countNotes(files)
	if err != nil {
		return nil, err
	}
	drafts := 0
	for _, h := range s.Hidden {
		if h.Reason == site.Draft {
			drafts++
		}
	}
	var steps []string
	if drafts > 0 {
		steps = append(steps, fmt.Sprintf("Look through the drafts (%d): the old website did not show them, or may not have. %s says why. Take draft = true out of what readers are to have, and delete the rest.", drafts, reports[len(reports)-1]))
	}
	if pictures.count > 0 {
		steps = append(steps, fmt.Sprintf("Bring the pictures that are missing (%d, the first at %s): readers see nothing there. Put each beside its text, and make the note a picture again: ![What is seen](name.jpg).", pictures.count, pictures.first))
	}
	if others.count > 0 {
		steps = append(steps, fmt.Sprintf("Look at the notes of what has no counterpart here (%d, the first at %s): readers see nothing there. Say in words what they need, and delete the note.", others.count, others.first))
	}
	if unsigned := s.Settings.Author == "" && s.Settings.Coach == nil; unsigned || !s.Settings.Reachable() {
		steps = append(steps, "Write into "+parse.SettingsFile+" who you are (author, [coach]) and where the site is published (url): at the old address, old links lead on.")
	} else {
		steps = append(steps, "Look whether "+parse.SettingsFile+" is right: the name, who writes, and the address "+s.Settings.URL+", which stands on paper. At another one old links lead nowhere.")
	}
	return append(steps, `Look at it with "legpress serve", then "legpress check --publish", and publish. Delete `+strings.Join(reports, ", ")+" when all is done, and this list is gone."), nil
}

// notes are the notes of one kind in the texts of a site.
type notes struct {
	count int
	first string // where the first one stands: "content/articles/start.md:12"
}

// countNotes counts the notes in the texts that stand for what an import could not carry over: those of pictures, and the others.
func countNotes(files fs.FS) (pictures, others notes, err error) {
	err = fs.WalkDir(files, source.Content, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		number := 0
		for line := range strings.Lines(string(data)) {
			number++
			what, ok := strings.CutPrefix(line, "[//]: # (")
			if !ok {
				continue
			}
			kind := &others
			if strings.HasPrefix(what, "![") {
				kind = &pictures
			}
			if kind.count++; kind.count == 1 {
				kind.first = fmt.Sprintf("%s:%d", name, number)
			}
		}
		return nil
	})
	return pictures, others, err
}
