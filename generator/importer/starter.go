package importer

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// What a new site begins with gives way to a blog: the articles and the page about somebody else go, where nobody has changed them. Plans,
// exercises and runner types stay.

// starterAbout is the page on which the starter speaks of itself.
const starterAbout = source.Content + "/pages/about.md"

// starter is what the site still has of the one that a new site begins with.
type starter struct {
	files fs.FS           // of that site, below content/; nil: nothing is known of it
	gone  map[string]bool // the texts that give way, by their paths
	edits []File          // the texts that stay, without their links to those
}

// giveWay finds the texts of the starter that give way. One that a plan, an exercise or a file of the author's leads to stays.
func (w *importRun) giveWay(joined *site.Site) {
	w.starter.gone = map[string]bool{}
	for _, f := range w.snapshot.Under(source.Content) {
		if (strings.HasPrefix(f.Path, parse.ArticlesFolder+"/") || f.Path == starterAbout) && w.isStarters(f) {
			w.starter.gone[f.Path] = true
		}
	}
	leads := func(file string, ref markdown.Ref) {
		if to := joined.Resolve(file, ref); to.Page != nil {
			delete(w.starter.gone, to.Page.From.File)
		}
	}
	candidates := len(w.starter.gone)
	for _, p := range joined.Pages {
		doc := p.Doc()
		if candidates == 0 || doc == nil || w.isCandidate(p.From.File) {
			continue
		}
		for _, ref := range doc.Refs {
			leads(p.From.File, ref)
		}
	}
	for _, l := range w.settings.Links {
		leads(parse.SettingsFile, markdown.Ref{Target: l.Value})
	}
	if !w.isStartersLine("menu") {
		for _, entry := range w.settings.Menu {
			if p := joined.Section(entry.Value); p != nil {
				delete(w.starter.gone, p.From.File)
			}
		}
	}
	for _, f := range w.snapshot.Under(source.Content) {
		if f.Ext() == ".md" && !w.starter.gone[f.Path] && w.isStarters(f) {
			w.unlinkGone(joined, f)
		}
	}
}

// GivesWay returns the texts of the starter that would give way to a blog in the site in the folder dir, by their paths.
func GivesWay(dir string, o Options) ([]string, error) {
	w := &importRun{blog: &Blog{}, now: o.Now, starter: starter{files: o.Starter}}
	if err := w.open(dir, o.KeepStarter); err != nil {
		return nil, err
	}
	return w.goneFiles(), nil
}

// isCandidate reports whether a file is a text of the starter that may give way.
func (w *importRun) isCandidate(file string) bool {
	f, ok := w.snapshot.File(file)
	return ok && (strings.HasPrefix(file, parse.ArticlesFolder+"/") || file == starterAbout) && w.isStarters(f)
}

// isStarters reports whether a file is one of the starter's that nobody has changed.
func (w *importRun) isStarters(f source.File) bool {
	if w.starter.files == nil || f.Data == nil {
		return false
	}
	original, err := fs.ReadFile(w.starter.files, strings.TrimPrefix(f.Path, source.Content+"/"))
	return err == nil && bytes.Equal(unix(original), unix(f.Data))
}

// unix returns a text with the ends of lines that it has on Unix.
func unix(text []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
}

// unlinkGone leaves only the words of the links of a text to those that give way.
func (w *importRun) unlinkGone(joined *site.Site, f source.File) {
	front, body := splitFront(string(unix(f.Data)))
	without := prose.Relink(body, func(l prose.Link) prose.Change {
		ref := markdown.Ref{Target: l.Dest}
		if scheme, id, ok := strings.Cut(l.Dest, ":"); ok {
			ref = markdown.Ref{Scheme: scheme, Target: id}
		}
		if to := joined.Resolve(f.Path, ref); to.Page != nil && w.starter.gone[to.Page.From.File] {
			return prose.OnlyWords("")
		}
		return prose.Keep()
	})
	if strings.HasPrefix(f.Path, parse.ArticlesFolder+"/") {
		w.report(Finding{File: f.Path, Reason: reasonStarter})
	}
	if without != body {
		w.starter.edits = append(w.starter.edits, File{Path: f.Path, Text: []byte(front + without), Replaces: true})
	}
}

// goneFiles returns the paths of the texts that give way, sorted.
func (w *importRun) goneFiles() []string {
	var files []string
	for file := range w.starter.gone {
		files = append(files, file)
	}
	slices.Sort(files)
	return files
}

// without returns the parsed files and the snapshot without the texts that give way.
func (w *importRun) without(parsed []*parse.File) []*parse.File {
	if len(w.starter.gone) == 0 {
		return parsed
	}
	var files []source.File
	for _, f := range w.snapshot.Files() {
		if !w.starter.gone[f.Path] {
			files = append(files, f)
		}
	}
	w.snapshot = source.New(files)
	return slices.DeleteFunc(parsed, func(p *parse.File) bool { return w.starter.gone[p.File.Path] })
}
