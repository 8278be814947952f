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
	seen := map[string]bool{}
	for _, p := range s.site.Pages {
		name, inContent := strings.CutPrefix(p.From.File, source.Content+"/")
		if !inContent || p.Doc() == nil || path.Ext(name) != ".md" || seen[p.From.File] {
			continue
		}
		seen[p.From.File] = true
		original, err := fs.ReadFile(starter, name)
		if err != nil {
			continue // a text of the author's own
		}
		text, err := s.compared(p.From.File, original)
		if err != nil {
			return left, err
		}
		if text.Mostly() {
			left.Texts = append(left.Texts, text)
		}
	}
	slices.SortFunc(left.Texts, func(a, b check.StarterText) int { return strings.Compare(a.File, b.File) })
	return left, nil
}

// compared counts the sentences of a file of the site, and those of them that a text of the starter has. Links and cards do not count:
// "legpress remove" takes them out with what they lead to.
func (s *build) compared(file string, text []byte) (check.StarterText, error) {
	opened, err := s.loader.tree.Open(file)
	if err != nil {
		return check.StarterText{}, err
	}
	defer opened.Close()
	data, err := io.ReadAll(opened)
	t := check.StarterText{File: file}
	theirs := sentencesOf(text)
	for _, sentence := range sentencesOf(data) {
		t.Of++
		if slices.Contains(theirs, sentence) {
			t.Same++
		}
	}
	return t, err
}

var (
	end  = regexp.MustCompile(`[.!?:]["”’»]?\s+|\n[ \t]*\r?\n`) // of a sentence or a paragraph
	card = regexp.MustCompile(`(?m)^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$`)
	link = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
)

// sentencesOf returns the sentences of a text in Markdown without its front matter, links and cards, however its lines are broken.
func sentencesOf(text []byte) []string {
	if parts := bytes.SplitN(text, []byte("+++"), 3); len(parts) == 3 {
		text = parts[2]
	}
	text = card.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), nil)
	var list []string
	for _, sentence := range end.Split(string(link.ReplaceAll(text, []byte("$1"))), -1) {
		if words := strings.Fields(sentence); len(words) > 0 {
			list = append(list, strings.Join(words, " "))
		}
	}
	return list
}
