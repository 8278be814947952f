package hugo

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// folder is a folder, or a single file, of the old site that Hugo reads texts from.
type folder struct {
	from     string // where it is
	to       string // where it lies below content/: "" or "posts"
	language string
	mount    matter.Matter // the mount of the settings; nil for a folder that Hugo reads without one
	left     string        // why Hugo does not read it; "" if it does
}

// file is a file below content/.
type file struct {
	name     string // of the file of the old site
	path     string // below content/
	stem     string // of its name, without the language and the ending
	language string
	folder   *folder
	linked   bool // it is a link to another file, which some versions of Hugo skip
}

// dir returns the folder of a file, below content/; "" for content/ itself.
func (f *file) dir() string { return strings.TrimPrefix(path.Dir("/"+f.path), "/") }

// textFolders returns the folders with texts: those of the settings' mounts or else those of the languages.
func (r *reader) textFolders() []*folder {
	var list []*folder
	for _, mount := range r.config.Table("module").Tables("mounts") {
		if to, ok := below("content", mount.String("target")); ok {
			list = append(list, &folder{from: path.Clean(mount.String("source")), to: to, language: r.mountLanguage(mount), mount: mount})
		}
	}
	if len(list) > 0 {
		return append(list, &folder{from: "content", language: r.language, left: "module.mounts in the settings leave it out"})
	}
	list = []*folder{{from: path.Clean(cmp.Or(r.config.String("contentdir"), "content")), language: r.language}}
	for code := range r.config.Table("languages") {
		dir := path.Clean(cmp.Or(r.config.Table("languages").Table(code).String("contentdir"), r.common.String("contentdir"), "content"))
		if code != r.language && !slices.ContainsFunc(list, func(f *folder) bool { return f.from == dir }) {
			list = append(list, &folder{from: dir, language: code})
		}
	}
	return list
}

// below returns a path relative to a folder around it, and whether it is in that folder.
func below(around, at string) (string, bool) {
	switch at = path.Clean(at); around {
	case ".":
		return at, true
	case at:
		return "", true
	}
	return strings.CutPrefix(at, around+"/")
}

// mountLanguage returns the language of the texts of a mount; of several, the one that is taken.
func (r *reader) mountLanguage(mount matter.Matter) string {
	codes := mount.Table("sites").Table("matrix").List("languages")
	if code := mount.String("lang"); code != "" {
		codes = []string{code}
	}
	if len(codes) == 0 || slices.ContainsFunc(codes, func(code string) bool { return strings.EqualFold(code, r.language) }) {
		return r.language
	}
	return strings.ToLower(codes[0])
}

// gather lists the files of all folders.
func (r *reader) gather() error {
	r.folders = r.textFolders()
	for _, f := range r.folders {
		if !fs.ValidPath(f.from) {
			r.find("", reasonOutside, f.from)
			continue
		}
		err := fs.WalkDir(r.files, f.from, func(name string, d fs.DirEntry, err error) error { return r.visit(f, name, d, err) })
		if err != nil {
			return err
		}
	}
	return nil
}

// visit notes a file of a folder. What cannot be read is skipped with a finding.
func (r *reader) visit(f *folder, name string, d fs.DirEntry, err error) error {
	base := path.Base(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		r.find(name, reasonUnread, "")
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
	case d.IsDir():
		if strings.HasPrefix(base, ".") && name != "." {
			return fs.SkipDir
		}
	case strings.HasPrefix(base, "._") || r.folderOf(name) != f:
	case d.Type()&fs.ModeSymlink != 0 && r.isFolder(name):
		r.find(name, reasonUnread, "it is a link to a folder")
	default:
		rest, _ := below(f.from, name)
		r.addFile(&file{name: name, path: path.Join(f.to, rest), folder: f, linked: d.Type()&fs.ModeSymlink != 0})
	}
	return nil
}

func (r *reader) isFolder(name string) bool {
	info, err := fs.Stat(r.files, name)
	return err == nil && info.IsDir()
}

// folderOf returns the folder that a file is in: of several around it, the innermost, and of the same folder, that of the language that is
// taken.
func (r *reader) folderOf(name string) *folder {
	var best *folder
	for _, f := range r.folders {
		if _, in := below(f.from, name); !in {
			continue
		}
		inner := best == nil || best.from == "." && f.from != "." || len(f.from) > len(best.from)
		if inner || f.from == best.from && best.language != r.language && f.language == r.language {
			best = f
		}
	}
	return best
}

// addFile notes a file with the language that its name or its folder says.
func (r *reader) addFile(f *file) {
	f.stem = strings.TrimSuffix(path.Base(f.path), path.Ext(f.path))
	f.language = f.folder.language
	if i := strings.LastIndexByte(f.stem, '.'); i > 0 && r.languages[strings.ToLower(f.stem[i+1:])] {
		f.stem, f.language = f.stem[:i], strings.ToLower(f.stem[i+1:])
	}
	if name, _, ok := strings.Cut(f.stem, "."); ok && (name == "index" || name == "_index") { // the rest is no language of the site
		f.stem = name
	}
	switch {
	case f.stem != "index" || f.folder.left != "" || !isText(f.path) || r.isCopied(f):
	case f.dir() != "":
		r.bundles[f.dir()] = true
	case f.language == r.language:
		r.homeIndex = f.name
	}
	r.found = append(r.found, f)
}

// isCopied reports whether a file is HTML without front matter, which is no text to Hugo: it copies it as it is.
func (r *reader) isCopied(f *file) bool {
	if !isHTML(f.path) {
		return false
	}
	data, err := fs.ReadFile(r.files, f.name)
	if err == nil {
		data, err = matter.Decode(data)
	}
	t, _ := matter.Split(data)
	return err == nil && !t.Found && !prose.HasFront(string(data))
}

func isHTML(name string) bool { return strings.HasPrefix(strings.ToLower(path.Ext(name)), ".htm") }

// isText reports whether Hugo reads a file as a text.
func isText(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return slices.Contains(textForms(), ext) || slices.Contains(otherForms(), ext)
}

// textForms are the endings of texts that are read here, otherForms those of the texts that Hugo reads as well.
func textForms() []string { return []string{".md", ".markdown", ".mdown", ".html", ".htm"} }

func otherForms() []string {
	return []string{".adoc", ".asciidoc", ".ad", ".org", ".rst", ".rest", ".pandoc", ".pdc", ".mmark"}
}

// unmounted returns which mount of the settings excludes a text.
func (f *file) unmounted() string {
	if f.folder.left != "" {
		return f.folder.left
	}
	rest, _ := below(f.folder.from, f.name)
	if pattern, ok := excluded(f.folder.mount, rest); ok {
		return fmt.Sprintf("module.mounts in the settings leave out %q", pattern)
	}
	return ""
}

// excluded returns the pattern by which a mount excludes a file.
func excluded(mount matter.Matter, below string) (string, bool) {
	fits := func(pattern string) bool {
		pattern = strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(pattern, "!")), "/")
		return matter.Glob(pattern, below) || matter.Glob("**/"+pattern, below) || matter.Glob(pattern+"/**", below)
	}
	var include []string
	for _, pattern := range mount.List("files") {
		if strings.HasPrefix(pattern, "!") && fits(pattern) {
			return pattern, true
		}
		if !strings.HasPrefix(pattern, "!") {
			include = append(include, pattern)
		}
	}
	for _, pattern := range mount.List("excludefiles") {
		if fits(pattern) {
			return pattern, true
		}
	}
	include = append(include, mount.List("includefiles")...)
	if len(include) > 0 && !slices.ContainsFunc(include, fits) {
		return strings.Join(include, ", "), true
	}
	return "", false
}

// findFile returns the names that a file at a path of the old site may have: beside a text, among the static files, or among those of the
// theme.
func (r *reader) findFile(at string) []string {
	at = strings.TrimPrefix(at, "/")
	paths := []string{at}
	for _, around := range []string{r.root + r.prefix, r.root, r.prefix} {
		if rest, ok := strings.CutPrefix("/"+at, around+"/"); ok && around != "" {
			paths = append(paths, rest)
		}
	}
	var names []string
	for _, at := range paths {
		for _, dir := range r.static {
			names = append(names, path.Join(dir, at))
		}
		for _, f := range r.folders {
			if rest, ok := strings.CutPrefix(at, strings.TrimPrefix(f.to+"/", "/")); ok {
				names = append(names, path.Join(f.from, rest))
			}
		}
	}
	return names
}

// staticFolders returns the folders whose files Hugo copies as they are, those with files for the theme, and those of the theme.
func (r *reader) staticFolders() []string {
	var list []string
	for _, key := range append([]string{"staticdir"}, numbered("staticdir", 10)...) {
		list = append(list, r.config.List(key)...)
	}
	for _, mount := range r.config.Table("module").Tables("mounts") {
		for _, kind := range []string{"static", "assets"} {
			if to, ok := below(kind, mount.String("target")); ok && to == "" {
				list = append(list, mount.String("source"))
			}
		}
	}
	list = append(list, "static", cmp.Or(r.config.String("assetdir"), "assets"))
	for _, theme := range r.config.List("theme") {
		list = append(list, path.Join(cmp.Or(r.config.String("themesdir"), "themes"), theme, "static"))
	}
	return list
}

func numbered(key string, most int) []string {
	var keys []string
	for n := range most + 1 {
		keys = append(keys, fmt.Sprint(key, n))
	}
	return keys
}
