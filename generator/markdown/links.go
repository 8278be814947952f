package markdown

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"github.com/legpress/legpress/generator/diag"
)

// link writes a link or a citation. Where its address cannot be read, it writes only its words.
func (w *writer) link(n *ast.Link) {
	at := w.pos(n.Pos(), w.findings.ends[n.Pos()])
	to, wrong := parseAddress(n.Destination)
	switch {
	case wrong != nil:
		w.problem(at, diag.Error, *wrong)
		w.children(n)
	case w.inLink:
		w.children(n)
	case to.scheme == "source":
		w.children(n)
		w.cite(to, at)
	case w.hasWords(n):
		w.beginLink(to, resolved(n.Title), at)
		w.children(n)
		w.endLink()
	default:
		w.nameLink(to, resolved(n.Title), at)
	}
}

// autoLink writes an address in angle brackets: <https://example.org>, <me@example.org>, <exercise:goblet-squat>.
func (w *writer) autoLink(n *ast.AutoLink) {
	raw := n.Label(w.src)
	at := w.pos(n.Pos(), n.Pos()+len("<>")+len(raw))
	if n.AutoLinkType == ast.AutoLinkEmail {
		raw = append([]byte("mailto:"), raw...)
	}
	to, wrong := parseAddress(raw)
	switch {
	case wrong != nil:
		w.problem(at, diag.Error, *wrong)
		w.verbatim(n.Label(w.src))
	case w.inLink:
		w.verbatim(n.Label(w.src))
	case to.scheme == "source":
		w.cite(to, at)
	case to.named():
		w.nameLink(to, "", at)
	default:
		w.beginLink(to, "", at)
		w.tag("<bdi>") // it reads from the left in any language, and paper need not repeat it
		w.verbatim(n.Label(w.src))
		w.tag("</bdi>")
		w.endLink()
	}
}

// beginLink writes the start of a link and adds to the Doc where it leads.
func (w *writer) beginLink(to address, title string, at diag.Position) {
	if strings.HasPrefix(strings.ToLower(to.url), "http") {
		w.doc.External = append(w.doc.External, External{escapeURL(to.url), at})
	}
	w.openLink(to, title, to.ref(Link, at))
	w.inLink = true
}

func (w *writer) endLink() {
	w.inLink = false
	w.closeLink()
}

// nameLink writes a link without words: they are the name of its target, which only the site knows.
func (w *writer) nameLink(to address, title string, at diag.Position) {
	if !to.named() {
		w.problem(at, diag.Error, fault{"link-without-words", "this link has no words that a reader could click.",
			"Write them between the square brackets."})
		return
	}
	w.beginLink(to, title, at)
	w.addRef(to.ref(Name, at))
	w.endLink()
}

// cite writes the number of a source. Sources are numbered in the order in which they are first cited.
func (w *writer) cite(to address, at diag.Position) {
	if w.numbers == nil {
		w.numbers = map[string]int{}
	}
	number, again := w.numbers[to.target]
	if !again {
		w.doc.Citations = append(w.doc.Citations, to.target)
		number = len(w.doc.Citations)
		w.numbers[to.target] = number
	}
	w.citation(strconv.Itoa(number), !again, to.ref(Citation, at))
}

func (a address) ref(kind RefKind, at diag.Position) Ref {
	return Ref{Kind: kind, Scheme: a.scheme, Target: a.target, Query: a.query, Fragment: a.fragment, Pos: at}
}

// hasWords reports whether there is anything to click in a link.
func (w *writer) hasWords(n ast.Node) bool { return n.HasChildren() && w.labelOf(n) != "" }

// image writes a picture, a card or a video. Where it can be none of them, it writes its description as text.
func (w *writer) image(n *ast.Image) {
	at := w.pos(n.Pos(), w.findings.ends[n.Pos()])
	to, wrong := parseAddress(n.Destination)
	ref := to.ref(Picture, at)
	ref.Alt, ref.Title = w.labelOf(n), resolved(n.Title)
	ref.Caption = w.aloneInParagraph
	video, isVideo := VideoAt(to.url)
	outside := to.url != "" && !isVideo && w.parser.options.Images != nil && w.parser.options.Images(to.url)
	switch {
	case wrong != nil:
	case outside:
		wrong = altFault(ref.Alt)
	case isVideo:
		wrong = w.videoFault(&ref)
	default:
		wrong = w.imageFault(to, &ref)
	}
	if wrong != nil {
		w.problem(at, diag.Error, *wrong)
		w.chars(ref.Alt)
		return
	}
	if isVideo {
		w.doc.External = append(w.doc.External, External{escapeURL(to.url), at})
		w.doc.Videos++
		w.video(to.url, video, ref.Alt)
		return
	}
	w.warnEmptyAlt(to, &ref)
	if outside {
		w.doc.External = append(w.doc.External, External{escapeURL(to.url), at})
		w.outsidePicture(to.url, ref)
		return
	}
	if undescribed := altFault(ref.Alt); undescribed != nil && ref.Kind == Picture { // it is shown all the same, and its file is in use
		w.problem(at, diag.Error, *undescribed)
	}
	w.addRef(ref)
}

// imageFault returns why there can be no picture or card here; nil where there can. It also sets the Kind of a card.
func (w *writer) imageFault(to address, ref *Ref) *fault {
	switch {
	case to.url != "":
		return &fault{"external-picture", "this picture is on another website, which would then learn who reads this page.",
			"Save it in the site's folder, if its licence lets you, and write its path; or let it stay there: legpress explain outside."}
	case slices.Contains(cardSchemes, to.scheme):
		return w.cardFault(ref)
	case to.scheme != "":
		return &fault{"no-such-card", "only exercises, plans and runner types have cards.", "Leave out the exclamation mark to make it a link."}
	case to.target == "":
		return &fault{"bad-address", "this is not the path of a picture.", "Leave out the exclamation mark to make it a link."}
	}
	return nil
}

func altFault(alt string) *fault {
	if alt != "" {
		return nil
	}
	return &fault{"picture-without-alt", "this picture has no description.",
		"Describe the picture in the square brackets, for those who cannot see it."}
}

// emptyAlt matches descriptions that say nothing: names that cameras give to files, and words that editors put in.
var emptyAlt = regexp.MustCompile(`^(?i:.+\.(?:jpe?g|png|gif|webp|svg|avif|heic)|(?:img|dsc[nf]?|pxl|mvimg|dji|gopr|screen ?shot|bildschirmfoto|image|imagen|picture|photo|foto|bild|afbeelding)[\d_.: –-]*(?:(?:wa|at|um)[\d_.: –-]+)?|alt(?: text)?|unnamed|untitled)$`)

// warnEmptyAlt warns of a picture whose description is the name of its file or says as little.
func (w *writer) warnEmptyAlt(to address, ref *Ref) {
	name := strings.TrimSuffix(path.Base(to.target), path.Ext(to.target))
	isName := strings.EqualFold(ref.Alt, name) && strings.ContainsAny(name, "-_0123456789")
	if ref.Kind == Picture && (isName || emptyAlt.MatchString(ref.Alt)) {
		w.problem(ref.Pos, diag.Warning, fault{"picture-alt", "the words in these square brackets do not say what the picture shows.", "Describe it for those who cannot see it, as in ![A runner rows a dumbbell](photo.jpg)."})
	}
}

func (w *writer) cardFault(ref *Ref) *fault {
	ref.Kind, ref.Caption = Card, false
	if w.aloneInParagraph {
		return nil
	}
	return &fault{"card-in-text", "a card cannot stand in the middle of a text.",
		"Put it on a line of its own with an empty line before and after it, or leave out the exclamation mark to make it a link."}
}

// standsAlone reports whether a paragraph has nothing but one picture, or cards.
func standsAlone(paragraph ast.Node) bool {
	if paragraph.ChildCount() == 1 {
		_, picture := paragraph.FirstChild().(*ast.Image)
		return picture
	}
	for c := paragraph.FirstChild(); c != nil; c = c.NextSibling() {
		if !isCard(c) && !isBlank(c) {
			return false
		}
	}
	return true
}

func isCard(n ast.Node) bool {
	image, ok := n.(*ast.Image)
	if !ok {
		return false
	}
	to, wrong := parseAddress(image.Destination)
	return wrong == nil && slices.Contains(cardSchemes, to.scheme)
}

func isBlank(n ast.Node) bool {
	t, ok := n.(*ast.Text)
	return ok && t.Segment.IsEmpty()
}

// reportSuspects reports what was probably meant as a link or a footnote, unless it is a part of one after all.
func (w *writer) reportSuspects(pc parser.Context) {
	for _, s := range w.findings.suspects {
		at := w.pos(s.start, s.stop)
		_, linked := w.findings.ends[s.second]
		switch {
		case s.kind == unreadableLink:
			w.problem(at, diag.Error, unreadableLinkFault(w.src[s.second+1:s.stop]))
		case linked:
		case s.kind == undefinedFootnote:
			w.problem(at, diag.Error, w.undefinedFootnote(s.label))
		default:
			w.problem(at, diag.Error, undefinedLinkFault(s.label, pc))
		}
	}
}

func undefinedLinkFault(label string, pc parser.Context) fault {
	label = strings.Join(strings.Fields(label), " ")
	f := fault{"undefined-link", "this link has no address: there is no line that begins with [" + label + "]: in this text.",
		"Write one, [" + label + `]: https://example.org, or the address in round brackets. If no link is meant, write \[ for [.`}
	if isVague(label) {
		return f
	}
	var labels []string
	for _, ref := range pc.References() {
		labels = append(labels, string(ref.Label()))
	}
	slices.Sort(labels)
	if near := diag.Nearest(label, labels); near != "" {
		f.hint = "Did you mean [" + near + "]?"
	}
	return f
}

func (w *writer) undefinedFootnote(label string) fault {
	f := fault{"undefined-footnote", "there is no footnote [^" + label + "] in this text.",
		"Write it on a line of its own: [^" + label + "]: Its text."}
	if isVague(label) {
		return f
	}
	var labels []string
	for _, n := range w.findings.footnotes {
		labels = append(labels, string(n.Ref))
	}
	if near := diag.Nearest(label, labels); near != "" {
		f.hint = "Did you mean [^" + near + "]?"
	}
	return f
}

// isVague reports whether a label is too short to guess which other one was meant, as with 1 and 2.
func isVague(label string) bool { return len(label) < 3 }

// warnUnusedFootnotes warns of footnotes that nothing refers to, which are not shown.
func (w *writer) warnUnusedFootnotes() {
	seen := map[string]bool{}
	for _, n := range w.findings.footnotes {
		label := "[^" + string(n.Ref) + "]"
		if n.Index < 0 {
			at := w.footnotePos(n.Pos(), label)
			f := fault{"unused-footnote", "nothing refers to the footnote " + label + ", so it is not shown.", "Write " + label + " in the text where it belongs, or take it out."}
			if seen[label] {
				f = fault{"unused-footnote", "there are two footnotes " + label + "; this one is not shown.", "Give it another name."}
			}
			w.problem(at, diag.Warning, f)
		}
		seen[label] = true
	}
}

// footnotePos returns the position of a footnote's text. goldmark's offset is too large behind a tab.
func (w *writer) footnotePos(offset int, label string) diag.Position {
	if i := bytes.LastIndex(w.src[:min(offset+len(label), len(w.src))], []byte(label)); i >= 0 {
		offset = i
	}
	return w.pos(offset, offset+len(label))
}

// warnUnusedDefinitions warns of lines that look like the address of a link and are therefore not shown, though no link refers to them:
// [Squat]: 3*8*20kg. One with a real address is no loss, and [//]: # is how comments are written.
func (w *writer) warnUnusedDefinitions(root ast.Node, pc parser.Context) {
	if len(pc.References()) == 0 {
		return
	}
	used := map[string]bool{}
	var definitions []*ast.LinkReferenceDefinition
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		var ref *ast.ReferenceLink
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			if entering {
				definitions = append(definitions, n)
			}
		case *ast.Link:
			ref = n.Reference
		case *ast.Image:
			ref = n.Reference
		}
		if ref != nil {
			used[util.ToLinkReference(ref.Value)] = true
		}
		return ast.WalkContinue, nil
	})
	for _, n := range definitions {
		if n.Lines().Len() == 0 || isAddress(string(n.Destination)) || used[util.ToLinkReference(n.Label)] {
			continue
		}
		line := n.Lines().At(0)
		w.problem(w.pos(line.Start, line.Stop), diag.Warning, fault{"hidden-line", "this line is read as the address of a link [" + string(n.Label) + "], so readers do not see it.",
			`If they are to see it, write \[ for [.`})
	}
}

// isAddress reports whether the second part of a link's definition is an address, or the sign of a comment.
func isAddress(s string) bool {
	return s == "" || s == "#" || strings.ContainsAny(s, "/#@") || strings.Contains(s, "www.") || addressEnding.MatchString(s)
}

// addressEnding matches names of files and of websites.
var addressEnding = regexp.MustCompile(`^[^\s*]*[[:alpha:]][^\s*]*\.[[:alpha:]]{2,8}$`)
