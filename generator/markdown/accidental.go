package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/legpress/legpress/generator/diag"
)

// Markup that was probably meant as text: a paragraph that became a heading, code or a list by what stands before or below it.

// warnUnderlined warns of a paragraph that became a heading by the hyphens or = signs below it.
func (w *writer) warnUnderlined(n *ast.Heading) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	next := w.src[min(last.Stop, len(w.src)):]
	next, _, _ = bytes.Cut(bytes.TrimPrefix(next, []byte("\n")), []byte("\n"))
	sign := bytes.Trim(next, "> \t\r")
	if len(sign) == 0 || sign[0] != '-' && sign[0] != '=' || len(bytes.Trim(sign, string(sign[:1]))) > 0 || isMarkedHeading(w.src, lines.At(0).Start) {
		return
	}
	words := strings.TrimSpace(string(last.Value(w.src)))
	if lines.Len() == 1 && len(sign) > 2 && len(words) < 100 && !strings.HasSuffix(words, ".") && !strings.HasSuffix(words, ",") && !strings.HasSuffix(words, ";") && !frontMatterLine.MatchString(words) {
		return
	}
	first := lines.At(0)
	w.problem(w.pos(first.Start, first.Stop), diag.Warning, fault{"underlined", "the line of " + string(sign[:1]) + " below makes this a heading.",
		"Put an empty line between the two. If a heading is meant, write ## in front of it."})
}

// isMarkedHeading reports whether # stands before a heading's words.
func isMarkedHeading(src []byte, start int) bool {
	return bytes.HasSuffix(bytes.TrimRight(src[max(start-20, 0):start], " \t"), []byte("#"))
}

// warnIndented warns of a paragraph or table that became code by the blanks before it.
func (w *writer) warnIndented(n *ast.CodeBlock) {
	if n.Lines().Len() == 0 {
		return
	}
	text := string(n.Lines().Value(w.src))
	line := n.Lines().At(0)
	switch {
	case holdsTable(text):
		w.problem(w.pos(line.Start, line.Stop), diag.Warning, fault{"indented", "the spaces before this table make it program code, shown with its bars.", "Take them out."})
	case looksLikeProse(text), holdsWording(text):
		w.problem(w.pos(line.Start, line.Stop), diag.Warning, fault{"indented", "the spaces before this line make it program code.", "Take them out. For code, write a line of ``` above and below."})
	}
}

// holdsTable reports whether lines of code have a row with bars and below it the rule of a table.
func holdsTable(text string) bool {
	row := false
	for line := range strings.Lines(text) {
		words := []byte(strings.TrimSpace(line))
		if row && isRule(words) {
			return true
		}
		row = bytes.IndexByte(words, '|') >= 0
	}
	return false
}

var (
	proseStart = regexp.MustCompile(`^(?:[-*+•] |\d+[.)] |> )?["“„«'(]?\p{Lu}[\p{L}’']*,? [\p{L}\d]`)
	codeSigns  = regexp.MustCompile(`[{}<>=;$|\\@#~^_\[\]]|\(\)|//|::|  \S|[[:alpha:]]\(|^\s*\.|\t`)
)

// looksLikeProse reports whether lines of code are a sentence: a capital, five words, none of the signs of code.
func looksLikeProse(text string) bool {
	text = strings.TrimSpace(text)
	return proseStart.MatchString(text) && len(strings.Fields(text)) > 4 && !codeSigns.MatchString(text) && strings.ContainsAny(text, ".,!?:")
}

var (
	listSign   = regexp.MustCompile(`^(?:[-*+•–] +|\d{1,2}[.)] +|> *)`)
	word       = regexp.MustCompile(`^["“„«'(]*(?:[\p{L}\p{M}’'-]*\p{L}[\p{L}\p{M}’'-]*|\d+(?:[.,:–-]\d+)*[%°]?|[–—&«»])[)"”“»',.;:!?…]*$`)
	dose       = regexp.MustCompile(`\d ?[*x×~] ?\d|\d ?(?:kg|lbs?|reps?|sets?|Sätze|Wdh|Wiederholungen|séries|series|herhalingen|km|min|sec|sek|seg)\b`)
	doseLine   = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}|\d)[\p{L}\p{M}\d ’'.,:;%()*x×~@/+–\t-]*$`)
	longWord   = regexp.MustCompile(`\p{L}{3}`)
	capital    = regexp.MustCompile(`^["“„«'(]*\p{Lu}[\p{Ll}’']*(?:[-,:.!?]| |$)`)
	wideGap    = regexp.MustCompile(`[^.!?] {2,}\S|\t`)
	sentenceIn = regexp.MustCompile(`[,.!?…]["”»)]*(?:\s|$)`)
)

// holdsWording reports whether lines of code are all words and doses, as people write them: they begin with a capital, or are part
// of a sentence.
func holdsWording(text string) bool {
	words, first, doses := 0, "", false
	for line := range strings.Lines(text) {
		line = listSign.ReplaceAllString(strings.TrimSpace(line), "")
		if line == "" {
			continue
		}
		if first == "" {
			first = line
		}
		words += len(strings.Fields(line))
		switch {
		case dose.MatchString(line) && doseLine.MatchString(line) && longWord.MatchString(line):
			doses = true
		case !isWording(line):
			return false
		}
	}
	return doses || words > 1 && capital.MatchString(first) || words > 3 && sentenceIn.MatchString(text)
}

// isWording reports whether a line consists of words and figures alone, with the signs of sentences.
func isWording(line string) bool {
	if strings.HasSuffix(line, ";") || wideGap.MatchString(line) {
		return false
	}
	for each := range strings.FieldsSeq(line) {
		if !word.MatchString(each) {
			return false
		}
	}
	return true
}

// warnUnclosedFence warns of code that nothing ends, so that the rest of the text is part of it.
func (w *writer) warnUnclosedFence(n *ast.FencedCodeBlock) {
	end := len(w.src)
	if n.Lines().Len() > 0 {
		end = n.Lines().At(n.Lines().Len() - 1).Stop
	} else if i := bytes.IndexByte(w.src[min(n.Pos(), end):], '\n'); i >= 0 {
		end = n.Pos() + i + 1
	}
	next, _, _ := bytes.Cut(w.src[min(end, len(w.src)):], []byte("\n"))
	sign := bytes.Trim(next, "> \t\r")
	if bytes.HasPrefix(sign, []byte("```")) || bytes.HasPrefix(sign, []byte("~~~")) {
		return
	}
	line := w.lineAt(n.Pos())
	w.problem(w.pos(n.Pos(), line), diag.Warning, fault{"unclosed-code", "this code has no end, so all that follows is part of it.", "Write a line of " + string(w.src[n.Pos():min(n.Pos()+3, len(w.src))]) + " below it."})
}

// lineAt returns where the line of an offset ends.
func (w *writer) lineAt(offset int) int {
	if i := bytes.IndexByte(w.src[min(offset, len(w.src)):], '\n'); i >= 0 {
		return offset + i
	}
	return len(w.src)
}

var (
	listFigure = regexp.MustCompile(`^\d`)
	month      = regexp.MustCompile(`^(?i:januar|january|janvier|enero|januari|janeiro|februar|february|février|febrero|februari|fevereiro|märz|march|mars|marzo|maart|março|april|avril|abril|mai|may|mayo|mei|maio|juni|june|juin|junio|junho|juli|july|juillet|julio|julho|august|août|agosto|augustus|september|septembre|septiembre|setembro|oktober|october|octobre|octubre|outubro|november|novembre|noviembre|novembro|dezember|december|décembre|diciembre|dezembro)\b`)
)

// warnNumbers warns of a list whose numbers are not those that readers see: a list counts on from its first one. Days and weeks at the
// beginning of lines become such a list. To begin each line with 1. is a way to write one.
func (w *writer) warnNumbers(n *ast.List) {
	if !n.IsOrdered() {
		return
	}
	same, shown := true, n.Start // all numbers are the same
	var wrong diag.Position
	typed := 0
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		digits := leadingDigits(w.src[item.Pos():])
		number, err := strconv.Atoi(digits)
		if err != nil {
			return
		}
		same = same && number == n.Start
		if number != shown && number != 1 && wrong.Line == 0 {
			wrong, typed = w.pos(item.Pos(), item.Pos()+len(digits)+1), number
		}
		shown++
	}
	if wrong.Line == 0 || same {
		return
	}
	w.problem(wrong, diag.Warning, fault{"other-number", fmt.Sprintf("readers see another number than %d here: a list counts on from its first one, %d.", typed, n.Start),
		fmt.Sprintf(`Number the lines one by one. If they are no list, write \ before the sign: %d\%c`, typed, n.Marker)})
}

// leadingDigits returns the digits that a text begins with; a list's number has at most nine.
func leadingDigits(text []byte) string {
	text = text[:min(len(text), 9)]
	return string(text[:len(text)-len(bytes.TrimLeft(text, "0123456789"))])
}

// warnAccidentalList warns of a line that became a list by the sign or number that it begins with: + 2 kg, 1986. A year.
func (w *writer) warnAccidentalList(n *ast.List) {
	item := n.FirstChild()
	if _, nested := n.Parent().(*ast.ListItem); nested || item == nil || n.ChildCount() != 1 || item.FirstChild() == nil || item.FirstChild().Lines().Len() == 0 {
		return
	}
	line := item.FirstChild().Lines().At(0)
	words := string(line.Value(w.src))
	start := bytes.LastIndexByte(w.src[:line.Start], '\n') + 1
	if before := bytes.TrimLeft(w.src[start:line.Start], " \t>"); len(before) > 0 {
		start = line.Start - len(before)
	}
	switch f := (fault{"accidental-list", "this line became a list, as it begins with " + strings.TrimSpace(string(w.src[start:line.Start])) + " and a space.", ""}); {
	case n.IsOrdered() && (n.Start > 99 || n.Start <= 31 && month.MatchString(words)):
		f.hint = `Write \ before the ` + string(n.Marker) + ": " + string(bytes.TrimRight(w.src[start:line.Start], ".) \t")) + `\` + string(n.Marker) + "."
		w.problem(w.pos(start, line.Stop), diag.Warning, f)
	case !n.IsOrdered() && listFigure.MatchString(words) && (n.Marker == '+' || n.PreviousSibling() != nil && !n.HasBlankPreviousLines()):
		f.hint = `Write \` + string(n.Marker) + " for the sign. If a list is meant, put an empty line before it."
		w.problem(w.pos(start, line.Stop), diag.Warning, f)
	}
}
