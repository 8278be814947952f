package hugo

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// gallery writes the pictures of a gallery one below the other: those that it names, those that match a pattern beside the text or lie in
// a folder, and those between its tags. It reports whether it has any.
func (r *reader) gallery(s *source, c *shortcode) (string, bool) {
	var sources []string
	for _, given := range append(slices.Clone(c.plain), c.get(-1, "images", "src", "files")) {
		for _, src := range strings.Split(given, ",") {
			if src = strings.TrimSpace(src); isPicture(src) {
				sources = append(sources, src)
			}
		}
	}
	if pattern := c.get(-1, "match", "pattern"); pattern != "" && s.bundle() {
		sources = append(sources, r.picturesAt(path.Join("/", s.dir()), func(name string) bool { return matter.Glob(pattern, name) })...)
	}
	if dir := c.get(-1, "dir", "folder"); dir != "" {
		sources = append(sources, r.picturesAt(path.Clean("/"+dir), func(name string) bool { return !strings.Contains(name, "/") })...)
	}
	var b strings.Builder
	for _, src := range sources {
		b.WriteString("\n" + prose.Picture("", src, "") + "\n")
	}
	b.WriteString(r.shortcodes(s, c.inside))
	return b.String(), len(sources) > 0 || c.paired
}

// picturesAt returns the addresses of the pictures at a path of the old site whose names below that path fit, sorted.
func (r *reader) picturesAt(at string, fits func(name string) bool) []string {
	var list []string
	for _, folder := range r.findFile(at) {
		if !fs.ValidPath(folder) {
			continue
		}
		_ = fs.WalkDir(r.files, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return fs.SkipDir
			}
			rest, _ := below(folder, name)
			if address := path.Join(at, rest); !d.IsDir() && isPicture(name) && fits(rest) {
				list = append(list, address)
			}
			return nil
		})
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func isPicture(name string) bool {
	return slices.Contains([]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"}, strings.ToLower(path.Ext(name)))
}

// details writes a part that opens on a click as its title and its text.
func (r *reader) details(s *source, c *shortcode) string {
	inside := strings.Trim(r.shortcodes(s, c.inside), "\n")
	title := strings.Join(c.plain, " ")
	if named := c.get(-1, "summary", "title", "label"); named != "" {
		title = named
	}
	if title == "" {
		return "\n" + inside + "\n"
	}
	return "\n**" + prose.EscapeWords(title) + "**\n\n" + inside + "\n"
}

// param returns a value of the front matter or of the settings: "author", "social.mail".
func (r *reader) param(s *source, name string) string {
	words := strings.Split(strings.ToLower(name), ".")
	for _, m := range []matter.Matter{s.matter, s.matter.Table("params"), r.config.Table("params")} {
		for _, word := range words[:len(words)-1] {
			m = m.Table(word)
		}
		if value := m.String(words[len(words)-1]); value != "" {
			return value
		}
	}
	return ""
}
