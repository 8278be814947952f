package importer_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// debris finds marks of Markdown, of HTML and of the languages of templates in what readers see.
var debris = regexp.MustCompile(`\]\(|!\[|\{\{|\{%|%\}|\}\}|\{[:.#][^}]*\}|\[//\]|\*\*|\[\^|\\[\[\]*_<]|</?(?:p|div|span|a|b|i|em|strong|img|br|h[1-6]|ul|li)\b[^>]*>|<!--|-->|` +
	`&(?:amp|lt|gt|nbsp|quot|#\d+);|\[/?(?:caption|gallery|embed|video|audio|vc_|et_pb_|fusion_)[^\]]*\]|\x{E000}|\x{E001}|\x{E002}|\x{E003}`)

// onPurpose are the places at which a text of the tests shows how something is written.
var onPurpose = regexp.MustCompile(`Shown: \{\{<|Write \{\{ like_this`)

// checkDebris holds that no page of a built site shows its readers what is meant for programs.
func checkDebris(t *testing.T, public string) {
	t.Helper()
	for _, name := range tree(t, public) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		f, err := os.Open(filepath.Join(public, name))
		if err != nil {
			t.Fatal(err)
		}
		page, err := html.Parse(f)
		if err = errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
		for n := range page.Descendants() {
			if n.Type == html.TextNode && !within(n, atom.Code, atom.Pre, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Kbd) {
				if found := debris.FindString(n.Data); found != "" && !onPurpose.MatchString(n.Data) {
					t.Errorf("%s shows %q: %.200q", name, found, n.Data)
				}
			}
		}
	}
}

// within reports whether a node is in an element of some kinds.
func within(n *html.Node, kinds ...atom.Atom) bool {
	for above := range n.Ancestors() {
		for _, kind := range kinds {
			if above.DataAtom == kind {
				return true
			}
		}
	}
	return false
}
