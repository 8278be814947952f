package scaffold

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/nfc"
)

// longestID is how much of a name becomes a file's name, in bytes: a long address helps nobody, and file systems end at 255.
const longestID = 80

// Named returns a name without needless blanks, and the file name that it makes in the site's language.
func (s *Site) Named(typed string) (name, id string, err error) {
	name = strings.Join(strings.Fields(nfc.String(typed)), " ")
	id = s.fileName(name)
	switch {
	case name == "":
		return "", "", fmt.Errorf("the name is empty")
	case !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl):
		return "", "", fmt.Errorf("the name %q has characters that cannot be printed", name)
	case id == "":
		return "", "", fmt.Errorf("%q makes no name for a file. Use a letter or a digit", name)
	}
	return name, id, nil
}

// fileName returns the file name that a name makes in the site's language.
func (s *Site) fileName(name string) string { return cut(slug.MakeLang(name, s.language())) }

// cut shortens an id, at a hyphen if there is one.
func cut(id string) string {
	if len(id) <= longestID {
		return id
	}
	id = id[:longestID]
	if i := strings.LastIndexByte(id, '-'); i > 0 {
		id = id[:i]
	}
	return strings.Trim(id, "-_")
}

// quoted returns a text as TOML has it in quotes.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
