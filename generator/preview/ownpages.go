package preview

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"

	"github.com/legpress/legpress/generator/mediatype"
)

//go:embed pages
var pages embed.FS

func ownStyleSheet() []byte {
	data, _ := pages.ReadFile("pages/preview.css")
	return data
}

// ownPage renders a page of the preview itself. Its templates are embedded and tested, so that parsing them cannot fail.
func ownPage(status int, name string, data any) *page {
	t := template.Must(template.ParseFS(pages, "pages/*.html"))
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return newPage(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(err.Error()))
	}
	return newPage(status, mediatype.HTML, b.Bytes())
}
