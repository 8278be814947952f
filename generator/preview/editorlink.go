package preview

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// Editors are the names of the editors that a browser can open a file in.
func Editors() []string {
	return []string{"vscode", "vscodium", "cursor", "windsurf", "zed", "idea", "sublime", "textmate"}
}

// editorLink returns the link that opens a file in an editor, by its path on this machine; line and column are 1-based.
func editorLink(editor, file string, line, column int) (string, error) {
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") {
		file = "/" + file // a drive of Windows
	}
	path := (&url.URL{Path: file}).EscapedPath()
	line, column = max(line, 1), max(column, 1)
	inFile := fmt.Sprintf("url=%s&line=%d&column=%d", url.QueryEscape("file://"+path), line, column)
	switch editor {
	case "":
		return "", nil
	case "vscode", "vscodium", "cursor", "windsurf", "zed":
		return fmt.Sprintf("%s://file%s:%d:%d", editor, path, line, column), nil
	case "idea":
		return fmt.Sprintf("idea://open?file=%s&line=%d&column=%d", url.QueryEscape(file), line, column), nil
	case "sublime":
		return "subl://open?" + inFile, nil
	case "textmate":
		return "txmt://open?" + inFile, nil
	}
	return "", fmt.Errorf("there is no editor %q. I know %s", editor, strings.Join(Editors(), ", "))
}

// editorLink returns the link from a problem to its file, or "" for a problem that is in no file of the site.
func (p *Preview) editorLink(at diag.Position, column int) string {
	if at.File == "" || strings.HasPrefix(at.File, "-") {
		return ""
	}
	dir, err := filepath.Abs(p.options.Site.Dir)
	if err != nil {
		return ""
	}
	link, _ := editorLink(p.options.Editor, filepath.Join(dir, filepath.FromSlash(at.File)), at.Line, column)
	return link
}
