package reference

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/athlete"
	"github.com/legpress/legpress/generator/tomlfile"
)

// File is a file that tells editors what each file of a site may hold.
type File struct {
	Path string // slash-separated, below the site's folder
	Text []byte
}

// The settings that Taplo and the editors that build on it look for in a folder, and where the schemas lie beside them: as hidden
// files, because an author has nothing to do with them. Nothing has to be fetched.
const (
	editorSettings = ".taplo.toml"
	schemaFolder   = ".schema"
)

const editorIntro = `# What each file may hold, for editors that know Taplo or are built on it, as VS Code's "Even Better TOML" is:
# they complete and check while you type. "legpress schema --write" writes this file and the folder .schema anew.
`

// EditorFiles returns the files with which editors complete and check the TOML files of a site.
func EditorFiles() ([]File, error) {
	var settings strings.Builder
	settings.WriteString(editorIntro)
	var schemas []File
	for _, f := range files() {
		pattern := where(f)
		if pattern == "" {
			continue
		}
		text, _, err := Schema(f.Name)
		if err != nil {
			return nil, err
		}
		schema := File{path.Join(schemaFolder, f.Name+".json"), text}
		schemas = append(schemas, schema)
		settings.WriteString("\n[[rule]]\ninclude = [\"" + pattern + "\"]\n[rule.schema]\npath = \"" + schema.Path + "\"\n")
	}
	return append([]File{{editorSettings, []byte(settings.String())}}, schemas...), nil
}

// where returns the pattern of the files of a format; "" for those that are Markdown.
func where(f *tomlfile.Format) string {
	switch f.Name {
	case "article", "page":
		return ""
	case "site", "sources", "moved":
		return "content/" + f.Name + ".toml"
	case "athlete":
		return athlete.FolderName + "/*.toml"
	}
	return "content/" + f.Name + "s/**/*.toml"
}
