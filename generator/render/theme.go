// Package render turns a page of a site into bytes with the help of a theme.
//
// In go a [site.Site], a [Theme] and one of the site's pages, out come the bytes of one file. Nothing else has a say but which PDFs
// there are to link: a page is the same whenever and wherever it is rendered. The fragments that many pages share are rendered once.
//
// Each layout of the theme is given a view, a type with what its pages have and nothing else: views has them all. When a theme is loaded,
// the words of its templates are checked against these types.
package render

import (
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/typecheck"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/words"
)

// Theme is a set of templates and assets, ready for use with the words of one language. It is not changed after Load returns it.
type Theme struct {
	templateSet
	assetSet
	words *words.Words
}

// Load makes the theme of a site: the default files, of which the site's own templates/ take the place one by one. Files of the
// default theme have the paths of the site's: "layouts/article.html" is replaced by templates/layouts/article.html. With plain names the files
// of assets/ are published under the names that they have there, and not with a part of their hash, so that pages stay as they are
// while such a file is edited. The fonts are those of the look.
func Load(defaults fs.FS, snapshot *source.Snapshot, settings *parse.Settings, w *words.Words, plainNames bool, fonts ...site.Font) (*Theme, diag.List, error) {
	return new(Theme).Next(defaults, snapshot, settings, w, plainNames, fonts...)
}

// Next is Load after an edit: what is made of the same as in this theme is taken from it, so that the next one is made sooner. It is no
// other for that.
func (t *Theme) Next(defaults fs.FS, snapshot *source.Snapshot, settings *parse.Settings, w *words.Words, plainNames bool, fonts ...site.Font) (*Theme, diag.List, error) {
	files, own, err := gather(defaults, snapshot)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the default theme: %w", err)
	}
	isOwn := func(file string) bool {
		_, own := snapshot.File(source.Templates + "/" + file)
		return own
	}
	l := &loader{before: t, files: files, isOwn: isOwn, settings: settings, fonts: fonts}
	l.problems.Add(strangers(own, files)...)
	l.problems.Add(blocked(snapshot, settings)...)
	made := &Theme{words: w, assetSet: l.assets(plainNames)}
	made.templateSet = l.templates(w, made.addresses())
	return made, l.problems, nil
}

// gather returns the theme's files by their path below templates/, and the paths of those that are the site's own.
func gather(defaults fs.FS, snapshot *source.Snapshot) (files map[string][]byte, own []string, err error) {
	files = map[string][]byte{}
	err = fs.WalkDir(defaults, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(defaults, name)
		return err
	})
	for _, f := range snapshot.Under(source.Templates) {
		name := strings.TrimPrefix(f.Path, source.Templates+"/")
		if _, ok := files[name]; !ok {
			own = append(own, name)
		}
		files[name] = f.Data
	}
	return files, own, err
}

// blocked reports what in the site's own files of the theme the policy of the site does not let through.
func blocked(snapshot *source.Snapshot, settings *parse.Settings) diag.List {
	var problems diag.List
	allowed := Policy(settings)
	for _, f := range snapshot.Under(source.Templates) {
		problems.Add(ownProblems(allowed, strings.TrimPrefix(f.Path, source.Templates+"/"), f.Data)...)
	}
	return problems
}

// strangers reports the site's own template files that nothing uses.
func strangers(own []string, files map[string][]byte) diag.List {
	var problems diag.List
	all := slices.Sorted(maps.Keys(files))
	for _, name := range own {
		problems.Add(nameProblems(name)...)
		dir := path.Dir(name)
		if dir == "partials" || dir == "words" || strings.HasPrefix(name, "assets/") {
			continue
		}
		p := diag.Warningf(diag.Position{File: source.Templates + "/" + name}, "unused-template", "this file takes the place of no file of the theme.")
		others := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == name })
		if d := diag.DidYouMean(name, others); d != "" {
			problems.Add(p.WithHint("%s", d))
			continue
		}
		problems.Add(p.WithHint("Layouts have the names of the theme's own; partials go into templates/partials, other files into templates/assets."))
	}
	return problems
}

// nameProblems says what is wrong with the name of a file that the site's own theme publishes: hosts leave out some, and two folders
// are kept.
func nameProblems(name string) diag.List {
	if !strings.HasPrefix(name, "assets/") {
		return nil
	}
	pos := diag.Position{File: source.Templates + "/" + name}
	address := "/" + name
	kept := func(folder string) bool { return strings.HasPrefix(address, folder) }
	switch {
	case slices.ContainsFunc(site.LastingFolders(), kept):
		return diag.List{diag.Errorf(pos, "kept-folder", "the folder /%s/ is kept for what Legpress makes.", path.Dir(name)).WithHint("Give the folder another name.")}
	case strings.Contains(address, "/_"):
		return diag.List{diag.Warningf(pos, "left-out-name", "many web hosts leave out names that begin with _, and this file with them.").
			WithHint("Rename it, and where it is named.")}
	}
	return nil
}

// loader makes a theme of files.
type loader struct {
	before    *Theme
	isOwn     func(file string) bool // it is the site's own, not the default theme's
	files     map[string][]byte
	settings  *parse.Settings
	fonts     []site.Font
	functions template.FuncMap
	checker   *typecheck.Checker
	problems  diag.List
}
