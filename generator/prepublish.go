package generator

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/check"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// CheckBeforePublishing is Check, and says what is to be looked at before the site goes live. The starter is the content of a new site.
func CheckBeforePublishing(ctx context.Context, o Options, starter fs.FS) (*Report, error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer s.loader.Close()
	if err := s.join(); err != nil {
		return nil, err
	}
	left, err := s.leftOf(starter)
	if err != nil {
		return nil, err
	}
	others := slices.DeleteFunc(s.report.Problems, func(p diag.Problem) bool { return p.ID == "no-address" }) // which is an error now
	s.report.Problems = append(others, check.Publishing(s.site, left)...).Sorted()
	return s.dryRun(ctx)
}

// leftOf returns what the site still has of the starter.
func (s *build) leftOf(starter fs.FS) (left check.Starter, err error) {
	settings, err := fs.ReadFile(starter, path.Base(parse.SettingsFile))
	if err != nil {
		return left, err
	}
	left.Settings, _ = parse.ReadSettings(source.New([]source.File{{Path: parse.SettingsFile, Data: settings}}))
	for _, p := range s.site.Pages {
		name, inContent := strings.CutPrefix(p.From.File, source.Content+"/")
		if !inContent || p.Doc() == nil || path.Ext(name) != ".md" || slices.Contains(left.Texts, p.From.File) {
			continue
		}
		original, err := fs.ReadFile(starter, name)
		if err != nil {
			continue // a text of the author's own
		}
		same, err := s.same(p.From.File, original)
		if err != nil {
			return left, err
		}
		if same {
			left.Texts = append(left.Texts, p.From.File)
		}
	}
	slices.Sort(left.Texts)
	return left, nil
}

// same reports whether a file of the site has the words of a text of the starter. Links and cards do not count: "legpress remove" takes them
// out with what they lead to.
func (s *build) same(file string, text []byte) (bool, error) {
	opened, err := s.loader.tree.Open(file)
	if err != nil {
		return false, err
	}
	defer opened.Close()
	data, err := io.ReadAll(opened)
	return slices.Equal(wordsOf(data), wordsOf(text)), err
}

var (
	card = regexp.MustCompile(`(?m)^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$`)
	link = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
)

// wordsOf returns the words of a text in Markdown without its front matter, links and cards, whichever ends its lines have.
func wordsOf(text []byte) []string {
	if parts := bytes.SplitN(text, []byte("+++"), 3); len(parts) == 3 {
		text = parts[2]
	}
	text = card.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), nil)
	return strings.Fields(string(link.ReplaceAll(text, []byte("$1"))))
}
