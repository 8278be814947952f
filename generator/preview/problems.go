package preview

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/legpress/legpress/generator/diag"
)

// excerptWidth is how wide the line of a problem is drawn, in columns: on a page of the preview nobody has to scroll for the carets.
const excerptWidth = 80

// shownProblem is a problem as a page of the preview shows it.
type shownProblem struct {
	diag.Shown
	diag.Excerpt
	Editor template.URL // opens its place in the author's editor; "" for none
}

// linker returns the link that opens a place in the author's editor, or "" for none; the column counts characters.
type linker func(at diag.Position, column int) string

// shownProblems returns the first problems of each kind, at most so many; 0: all.
func shownProblems(problems diag.List, lines diag.Lines, most int, editor linker) []shownProblem {
	var list []shownProblem
	excerpts := diag.NewExcerpter(lines, excerptWidth)
	for _, p := range problems.First(most) {
		e := excerpts.Of(p.Problem)
		list = append(list, shownProblem{p, e, template.URL(editor(p.Position, e.Column))})
	}
	return list
}

// Place returns file, line and column of a problem, as file:line:column.
func (t shownProblem) Place() string { return t.Problem.Position.In(t.Excerpt) }

// Where returns the line of a problem in its file, in words.
func (t shownProblem) Where() string {
	if t.Line == 0 {
		return "the file"
	}
	return "line " + number(t.Line)
}

// severities are the severities with their words in a browser, the worst first.
var severities = []struct {
	severity diag.Severity
	word     string
}{{diag.Error, "mistake"}, {diag.Warning, "warning"}, {diag.Note, "note"}}

// problemSection is what has one severity, by file.
type problemSection struct {
	ID    string // of its heading: "mistakes"
	Count string // "2 mistakes", with those that are not shown
	Files []seen[*fileProblems]
}

// fileProblems is what is wrong in one file.
type fileProblems struct {
	ID   string // of its heading
	File string
	Page pageLink // which the file becomes; empty for none
	all  []shownProblem
}

// seen is one of a list that is seen, and those of its kind that are folded behind it.
type seen[T interface{ many() int }] struct {
	One  T
	Rest []T
}

// How many of a kind are seen in a list, and up to how many none of them is folded.
const (
	seenOfKind     = 3
	unfoldedOfKind = 5
)

// fold folds what a list has too many of one kind of. What has no kind is seen.
func fold[T interface{ many() int }](list []T, kind func(T) string) []seen[T] {
	total, found, last := map[string]int{}, map[string]int{}, map[string]int{}
	for _, one := range list {
		total[kind(one)]++
	}
	var all []seen[T]
	for _, one := range list {
		k := kind(one)
		if found[k]++; k != "" && total[k] > unfoldedOfKind && found[k] > seenOfKind {
			all[last[k]].Rest = append(all[last[k]].Rest, one)
			continue
		}
		last[k] = len(all)
		all = append(all, seen[T]{One: one})
	}
	return all
}

// More says how many problems are folded or not shown at all: "17 more like this".
func (s seen[T]) More() string {
	n := 0
	for _, one := range s.Rest {
		n += one.many()
	}
	return number(n) + " more like this"
}

// many returns for how many problems this one stands.
func (t shownProblem) many() int { return 1 + t.Shown.More }

func (f *fileProblems) many() int {
	n := 0
	for _, p := range f.all {
		n += p.many()
	}
	return n
}

// kind returns the kind of all problems of the file; "" where they are of several.
func (f *fileProblems) kind() string {
	if slices.ContainsFunc(f.all, func(p shownProblem) bool { return p.ID != f.all[0].ID }) {
		return ""
	}
	return f.all[0].ID
}

// Problems returns the problems, folded by their kinds.
func (f *fileProblems) Problems() []seen[shownProblem] {
	return fold(f.all, func(p shownProblem) string { return p.ID })
}

// problemSections returns problems by severity, the worst first, and by file, in their order. With a file comes the page that it becomes.
func problemSections(list []shownProblem, pageOf func(file string) pageLink) []problemSection {
	var sections []problemSection
	for _, s := range severities {
		section := problemSection{ID: s.word + "s"}
		var files []*fileProblems
		n := 0
		for _, p := range list {
			if p.Severity != s.severity {
				continue
			}
			if last := len(files) - 1; last < 0 || files[last].File != p.File {
				files = append(files, &fileProblems{ID: fileID(section.ID, p.File), File: p.File, Page: pageOf(p.File)})
			}
			f := files[len(files)-1]
			f.all = append(f.all, p)
			n += p.many()
		}
		if n > 0 {
			section.Count, section.Files = count(n, s.word), fold(files, (*fileProblems).kind)
			sections = append(sections, section)
		}
	}
	return sections
}

// withoutPage is for files that become no page that is known.
func withoutPage(string) pageLink { return pageLink{} }

// fileID returns the ID of the heading of a file in a section. An ID has no blanks.
func fileID(section, file string) string { return section + "-" + url.PathEscape(file) }

// Name returns the file as it is shown. What is wrong in no file is wrong with the site.
func (f *fileProblems) Name() string {
	if f.File == "" {
		return "The site"
	}
	return diag.Visible(f.File)
}

// number writes a number with a comma between groups of three digits.
func number(n int) string { return message.NewPrinter(language.English).Sprint(n) }

// count counts things of a name: "1 mistake", "1,200 words".
func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return number(n) + " " + word + "s"
}

// tally counts all that is to be mended: "2 mistakes, 1 note"; "" for nothing.
func tally(sections []problemSection) string {
	var parts []string
	for _, s := range sections {
		parts = append(parts, s.Count)
	}
	return strings.Join(parts, ", ")
}

// problemPage renders a page with nothing but problems, where there is no page to show.
func problemPage(list []shownProblem, status int) *page {
	return ownPage(status, "error.html", problemSections(list, withoutPage))
}

// shownProblems returns the problems of a state that are shown.
func (s *state) shownProblems() []shownProblem {
	return shownProblems(s.problems, s.lines, s.maxOfKind, s.editor)
}
