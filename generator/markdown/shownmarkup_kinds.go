package markdown

import (
	"cmp"
	"path"
	"regexp"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// sameFault returns a fault that is the same for every place.
func sameFault(f fault) func([]string) fault { return func([]string) fault { return f } }

// addressed is what stands in the brackets of a link: an address, a path, one of the site's own schemes.
const addressed = `(?:https?://|www\.|mailto:|exercise:|plan:|runner:|article:|source:|\.{0,2}/|[\pL\d_./-]+\.` + fileEndings + `\b)`

// pictured is an address in the brackets of a picture.
const pictured = `(` + addressed + `[^\s()\[\]{}<>\x01]*)`

// inlineKinds are the kinds of markup that may be anywhere in a line. The first group of each expression is the markup.
var inlineKinds = []inlineKind{
	{"**", nil, regexp.MustCompile(`(\*\*[^\s*](?:[^*]*[^\s*])?\*\*)[\pL\d]`), nil, strongBeforeWord},
	{"__", nil, regexp.MustCompile(`(?:^|[\s(])(__[^\s_](?:[^_]*[^\s_])?__)[\pL\d]`), nil, strongBeforeWord},
	{"**", nil, regexp.MustCompile(`[\pL\d](\*\*[^\s*\pL\d](?:[^*]*[^\s*])?\*\*)`), nil, sameFault(fault{"strong-in-word", "this is not heavy type: ** stands directly behind a word and before a sign.", "Put a space before the opening **."})},
	{"**", two, regexp.MustCompile(`(\*\*[ \t]+[^*\s][^*]*\*\*|\*\*[^*\s][^*]*[ \t]+\*\*)`), isOuterPair, sameFault(fault{"strong-spaces", "this is not heavy type: a space stands inside the **.", "Write **words** without spaces inside."})},
	{"**", odd, regexp.MustCompile(`(\*{2,3})`), isLoneMark, sameFault(fault{"unclosed-strong", "this ** opens or closes nothing.", "Write **words** with the same signs on both sides, in one paragraph. If it is meant as typed, write \\*\\*."})},
	{"__", odd, regexp.MustCompile(`(__)`), isLoneMark, sameFault(fault{"unclosed-strong", "this __ opens or closes nothing.", "Write __words__ with the same signs on both sides, in one paragraph. If it is meant as typed, write \\_\\_."})},
	{"*", nil, regexp.MustCompile(`(?:^|[\s(])(\*[^\s*\pL\d]?[\pL\d][^*]*[^\s*\pL\d]\*)[\pL\d]`), nil, sameFault(fault{"strong-before-word", "this is not slanted: the closing * stands between a sign and a letter.", "Put a space behind the closing *."})},
	{"*", nil, regexp.MustCompile(`(?:^|[\s(])(\*\pL+\x02)\pL`), nil, sameFault(fault{"part-of-word", "this is not slanted: a single * within a word is a sign.", "Mark the whole word, or write ** on both sides."})},
	{"~~", odd, regexp.MustCompile(`(~~)`), isLoneMark, sameFault(fault{"unclosed-strike", "this ~~ opens or closes nothing.", "Write ~~words~~ with the same signs on both sides. If it is meant as typed, write \\~\\~."})},
	{"`", nil, regexp.MustCompile("(?:^|[\\s(\"“„])(`[\\pL\\d/.<$-][^`']*)$"), nil, sameFault(fault{"unclosed-backtick", "this ` opens nothing: there is no second one in its paragraph.", "Write `words` with the same sign on both sides. If it is meant as typed, write \\`."})},
	{"[", nil, regexp.MustCompile(`(!?\[\[[^\[\]]*[\pL][^\[\]]*\]\])`), isNoContents, wikiLink},
	{"!", nil, regexp.MustCompile(`((?:^! *|!)(?:\[[^\[\]]*\](?: +[(\[{<]?|[{<]?|: ?)|\([^()]*\) *[(\[{<]?)` + pictured + `[)\]}>]?)`), nil, pictureSpelling},
	{"!", nil, regexp.MustCompile(`(!(?:\(` + pictured + `\)|\[` + pictured + `\]))(?:$|[^(\[])`), nil, pictureSpelling},
	{"] ", nil, regexp.MustCompile(`(\[[^\[\]]+\] +\(` + addressed + `[^\s)]*\))`), isNoPicture, sameFault(fault{"link-with-space", "this is no link: a space stands between ] and (.", "Write [words](address) without it."})},
	{")[", nil, regexp.MustCompile(`(\([^()]+\)\[` + addressed + `[^\s\]]*\])`), isNoPicture, sameFault(fault{"link-brackets", "this is no link: the brackets are the wrong way round.", "Write [words](address)."})},
	{"%%", nil, regexp.MustCompile(`(%%[^%]*[\pL][^%]*%%)`), nil, sameFault(fault{"private-note", "readers see this note: %% hides nothing here.", "Take it out."})},
	{"==", nil, regexp.MustCompile(`(?:^|[\s(])(==[\pL\d"“](?:[^=]*[^\s=])?==)(?:$|[\s).,;:!?])`), nil, sameFault(fault{"highlight", "readers see the = signs: there is no highlighting.", "Write **words** for heavy type."})},
	{"++", nil, regexp.MustCompile(`(?:^|[\s(])(\+\+[\pL\d"“](?:[^+]*[^\s+])?\+\+)(?:$|[\s).,;:!?])`), nil, sameFault(fault{"underline", "readers see the + signs: there is no underlining.", "Write **words** for heavy type."})},
	{"$", nil, regexp.MustCompile(`(\${1,2}[^\s$](?:[^$]*[^\s$])?\${1,2})(?:$|[^\pL\d$])`), isFormula, sameFault(fault{"formula", "readers see the $ signs: formulas are not set here.", "Write it in words, or with signs such as ² and ×. If it is meant as typed, write \\$."})},
	{"^", nil, regexp.MustCompile(`[\pL\d)](\^[\pL\d+−-]{1,8}\^)`), nil, sameFault(fault{"superscript", "readers see the ^ signs: they raise nothing.", "Type the sign itself, such as ² or ³."})},
	{"{{", nil, regexp.MustCompile(`(\{\{[<%{]?[^{}]*\}\}+)`), nil, shortcode},
	{"{%", nil, regexp.MustCompile(`(\{%[^{}]*%\})`), nil, shortcode},
	{"{", nil, regexp.MustCompile(`(\{[:.#][^{}]*[\w-]+[^{}]*\}|\{[\w-]+=["“”'][^{}]*\})`), nil, sameFault(fault{"attributes", "readers see these braces: nothing but a name behind a heading can stand in them.", "Take them out."})},
	{"://", nil, regexp.MustCompile(`(https?://[^\s<>\x01\x02"“”„»]+)`), isWholeAddress, bareAddress},
	{"www.", nil, regexp.MustCompile(`(?:^|[\s(,:;])(www\.[\w-]+\.[a-z]{2,}[^\s<>\x01\x02"“”„»]*)`), nil, bareAddress},
	{"&", nil, regexp.MustCompile(`(&(?:nbsp|amp|lt|gt|quot|apos|auml|ouml|uuml|Auml|Ouml|Uuml|szlig|eacute|egrave|agrave|ccedil|copy|ndash|mdash|hellip|times|frac12|euro))(?:$|[^\w;=])`), nil, entityWithoutEnd},
	{"&amp;", nil, regexp.MustCompile(`(&amp;(?:[A-Za-z]+|#\d+);)`), nil, escapedEntity},
	{"&", nil, regexp.MustCompile(`(&[a-z]{4,20};)`), isUnknownEntity, sameFault(fault{"entity", "readers see this as it is typed: there is no such sign.", "Type the sign itself."})},
	{"^[", nil, regexp.MustCompile(`(?:^|[^\x01])(\^\[[^\[\]]*[\pL\d][^\[\]]*\])`), nil, sameFault(fault{"footnote-spelling", "this is no footnote.", "Write [^1] here, and [^1]: with its text on a line of its own."})},
	{"^]", nil, regexp.MustCompile(`(\[[\w-]+\^\])`), nil, sameFault(fault{"footnote-spelling", "this is no footnote.", "Write the ^ first: [^1]."})},
	{"=", nil, regexp.MustCompile(`(</?[a-z]+ [^<>]*=[“”„«»][^<>]*>?)`), nil, sameFault(fault{"curly-quotes", "these quotation marks are curly, so this is not read as HTML.", `Write straight ones: ".`})},
	{":", nil, regexp.MustCompile(`(?:^|\s)(:[a-z][a-z0-9]*(?:_[a-z0-9]+)*:)(?:$|[\s.,!?])`), isEmojiName, sameFault(fault{"emoji-name", "readers see this name as it is typed.", "Type the sign itself, or take it out."})},
}

func strongBeforeWord(found []string) fault {
	marks := found[0][:2]
	return fault{"strong-before-word", "this is not heavy type: the closing " + marks + " stands between a sign and a letter, or in a word.", "Put a space behind the closing " + marks + ": " + found[0] + " …"}
}

// wikiLink returns the fault of a link as wikis have it: [[name]], [[name|words]]; of a picture with its size behind the bar.
func wikiLink(found []string) fault {
	name, words, _ := strings.Cut(strings.Trim(found[0], "![]"), "|")
	name = shortened(strings.TrimSpace(name))
	if strings.HasPrefix(found[0], "!") {
		return fault{"wiki-link", "this is no picture: readers see the brackets.", "Write ![What it shows](" + written(name) + ")."}
	}
	words = "[" + cmp.Or(shortened(strings.TrimSpace(words)), name) + "]"
	id := slug(strings.TrimSuffix(path.Base(name), ".md"))
	return fault{"wiki-link", "this is no link: readers see the brackets.", "Write " + words + "(article:" + id + "), " + words + "(exercise:" + id + "), or for a page " + words + "(" + id + ".md)."}
}

func pictureSpelling(found []string) fault {
	address := ""
	for _, group := range found[1:] {
		address += group
	}
	return fault{"picture-spelling", "this is no picture: readers see the brackets.", "Write ![What it shows](" + shortened(address) + ")."}
}

// isNoPicture reports whether no ! stands before a place that would make it a picture.
func isNoPicture(line string, at []int) bool {
	before := line[max(at[2]-8, 0):at[2]]
	return !strings.HasSuffix(before, "!") && (at[2] > 8 || strings.TrimRight(before, " ") != "!")
}

func shortcode(found []string) fault {
	return fault{"shortcode", "readers see " + shortened(found[0]) + " as it is typed: it is a command of another program.", "Take it out, or write what it stood for."}
}

func bareAddress(found []string) fault {
	address := trimAddress(found[0])
	if strings.HasPrefix(address, "www.") {
		address = "https://" + address
	}
	return fault{"bare-address", "nobody can click this address.", "Write [words](" + shortened(address) + "), or the address between < and >."}
}

// trimAddress takes off what stands behind an address in a sentence.
func trimAddress(s string) string {
	s = strings.TrimRight(s, ".,;:!?*_'…")
	if !strings.Contains(s, "(") {
		s = strings.TrimRight(s, ")")
	}
	return s
}

func entityWithoutEnd(found []string) fault {
	return fault{"entity", "readers see this as it is typed.", "Write a ; behind it: " + found[0] + ";"}
}

func escapedEntity(found []string) fault {
	return fault{"entity", "readers see " + strings.Replace(found[0], "&amp;", "&", 1) + " as it stands here.", "Write " + strings.Replace(found[0], "&amp;", "&", 1) + ", or type the sign itself."}
}

// shortened cuts a text that is quoted in a message.
func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// isOuterPair reports whether the two marks of a line are at the edges of words.
func isOuterPair(line string, at []int) bool {
	before, after := neighbours(line, at[2], at[3])
	return before != hiddenByte && before != '*' && after != '*' && !isWordRune(before) && !isWordRune(after)
}

// isLoneMark reports whether two signs are where words in heavy type begin or end. The line has an odd number of them, so that one is
// missing.
func isLoneMark(line string, at []int) bool {
	before, after := neighbours(line, at[2], at[3])
	if mark := rune(line[at[2]]); before == mark || after == mark {
		return false
	}
	opens := strings.ContainsRune(" (\"“„«", before) && (isWordRune(after) || strings.ContainsRune("\"“„«\x01", after))
	return opens || strings.ContainsRune(":.!?", before) && after == ' ' && at[3] < len(line)
}

func isUnknownEntity(line string, at []int) bool {
	size, _ := entity([]byte(line[at[2]:at[3]]))
	return size == 0
}

// isWholeAddress reports whether an address is not part of something else, such as the one in brackets that another kind names.
func isWholeAddress(line string, at []int) bool {
	before, _ := neighbours(line, at[2], at[3])
	rest := strings.TrimRight(line[at[2]:at[3]], "/.")
	return before != '[' && before != '=' && before != '`' && !strings.HasSuffix(line[:at[2]], "](") && !strings.HasSuffix(line[:at[2]], "!(") && !strings.HasSuffix(line[:at[2]], "] (") && len(rest) > len("https://") &&
		strings.ContainsAny(rest[len("http://"):], ".") && !strings.ContainsAny(rest, "{}*[]$|") && !strings.Contains(rest, "...")
}

// isFormula reports whether what stands between $ has signs that only formulas have: $5 and 8$ are prices.
func isFormula(line string, at []int) bool {
	return strings.ContainsAny(line[at[2]:at[3]], "^_\\{\x02")
}

// isNoContents reports whether double brackets have a name in them, not the [[toc]] that another kind names.
func isNoContents(line string, at []int) bool {
	return !strings.EqualFold(strings.Trim(line[at[2]:at[3]], "[]_\x01"), "toc")
}

func isEmojiName(line string, at []int) bool { return at[3]-at[2] > 4 }

// lineKind is one kind of markup that a line begins with.
type lineKind struct {
	found   *regexp.Regexp
	run     int                       // how many lines in a row have to begin so, to be one problem; 0: each line is one
	matches func(lines []string) bool // of the whole run; nil: every run
	fault
}

var frontMatterLine = regexp.MustCompile(`^(?:title|tags|categories|category|date|author|draft|slug|layout|permalink|published|description|summary): *\S`)

var lineKinds = []lineKind{
	{regexp.MustCompile(`^(#{2,6})[^#\s\x01\x02\d!]`), 0, nil, fault{"heading-without-space", "this is no heading: a space is missing behind the #.", "Write a space behind it: ## Words."}},
	{regexp.MustCompile(`^(#{7,}) `), 0, nil, fault{"heading-level", "this is no heading: there are at most six levels.", "Write at most six #."}},
	{regexp.MustCompile(`^(#)\p{Lu}[^#\x01]*[ \pL][^#\x01]*$`), 0, nil, fault{"heading-without-space", "this is no heading: a space is missing behind the #.", "Write ## and a space. If a hashtag is meant, write \\#."}},
	{regexp.MustCompile(`^([•▪▫◦‣●○■□∙⁃·\x{f0b7}\x{f0a7}\x{25a0}]) *\S`), 1, nil, fault{"bullet", "readers see this sign in the middle of a paragraph: it makes no list.", "Write - and a space for it, and an empty line before the first."}},
	{regexp.MustCompile(`^([→➢➤✓✔✅o]) +\S`), 2, nil, fault{"bullet", "readers see this sign in the middle of a paragraph: it makes no list.", "Write - and a space for it, and an empty line before the first."}},
	{regexp.MustCompile(`^([–—]) +\S`), 2, isNoTalk, fault{"bullet", "readers see this sign in the middle of a paragraph: it makes no list.", "Write - and a space for it, and an empty line before the first."}},
	{regexp.MustCompile(`^([-+*])[\pL\d]`), 2, nil, fault{"list-without-space", "these lines run together: a space is missing behind the sign that makes a list.", "Write a space behind it: - Words."}},
	{regexp.MustCompile(`^(\d{1,2}[.)])[\pL]`), 2, nil, fault{"list-without-space", "these lines run together: a space is missing behind the number that makes a list.", "Write a space behind it: 1. Words."}},
	{regexp.MustCompile(`^(\(\d{1,2}\)|\d{1,2}\.\)|\(?[a-z]\)) `), 2, nil, fault{"list-number", "these lines run together: this is no number of a list.", "Write 1. and a space."}},
	{regexp.MustCompile(`^(:::+) *\{?[\pL]`), 0, nil, fault{"container", "readers see the colons: this makes no note.", "Write > [!NOTE] and, on the next line, > and the words."}},
	{regexp.MustCompile(`^(!!! *[a-z]+)`), 0, nil, fault{"container", "readers see the exclamation marks: this makes no note.", "Write > [!NOTE] and, on the next line, > and the words."}},
	{regexp.MustCompile(`^(\[(?: {2,})?\]|[-*+]\[ *[xX]? *\]) +\S`), 0, nil, fault{"checkbox", "this is no box to tick.", "Write - [ ] and a space, with a space between the brackets too."}},
	{regexp.MustCompile(`^(@?\[(?i:toc)\]|\[\[[_\x01]?(?i:toc)[_\x01]?\]\]|\$\{toc\}|\\(?:newpage|pagebreak))$`), 0, nil, fault{"shortcode", "readers see this as it is typed: it is a command of another program.", "Take it out."}},
}

// warnLine warns of markup at the beginning of a line of a paragraph.
func (w *writer) warnLine(lines []string, i, start int) {
	for _, kind := range lineKinds {
		at := kind.found.FindStringSubmatchIndex(lines[i])
		if at == nil || kind.run > 0 && !kind.beginsRun(lines, i) {
			continue
		}
		w.problem(w.pos(start+at[2], start+at[3]), diag.Warning, kind.fault)
		return
	}
}

// beginsRun reports whether a line is the first of a run of lines of its kind, and the run one to warn of.
func (k lineKind) beginsRun(lines []string, i int) bool {
	if i > 0 && k.found.MatchString(lines[i-1]) {
		return false
	}
	end := i + 1
	for end < len(lines) && k.found.MatchString(lines[end]) {
		end++
	}
	return end-i >= k.run && (k.matches == nil || k.matches(lines[i:end]))
}

// isNoTalk reports whether lines that begin with dashes are a list and no dialogue. In a dialogue the first line, and at least half of
// all, end like a sentence.
func isNoTalk(lines []string) bool {
	sentences := 0
	for i, line := range lines {
		if sentenceEnd.MatchString(line) {
			sentences++
		} else if i == 0 {
			return true
		}
	}
	return 2*sentences < len(lines)
}

// sentenceEnd is what a sentence ends with, also in quotation marks, heavy type or with the number of a note behind it.
var sentenceEnd = regexp.MustCompile(`[.?!…»”"“][)\]»”"“’'\x01\x02 ]*$`)
