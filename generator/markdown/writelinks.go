package markdown

import (
	"strconv"
	"strings"

	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// video writes the link to a video, with the address of the frame by which a script replaces it when a reader clicks.
func (w *writer) video(address string, v Video, name string) {
	w.tag(`<p class="video"><a href="`)
	w.attribute(escapeURL(address))
	w.tag(`" data-frame="`)
	w.attribute(v.Frame)
	w.tag(`">`)
	w.chars(name)
	w.tag("</a> <small>")
	w.attribute(w.parser.options.Words.Video)
	w.tag(" · ")
	w.attribute(v.Host)
	w.tag("</small></p>\n")
}

// outsidePicture writes a picture that stays on another website. That website does not learn which page shows it.
func (w *writer) outsidePicture(address string, ref Ref) {
	if ref.Caption { // the paragraph around it was left out
		w.tag("<p>")
		defer w.tag("</p>\n")
	}
	w.tag(`<img src="`)
	w.attribute(escapeURL(address))
	w.tag(`" alt="`)
	w.attribute(ref.Alt)
	if ref.Title != "" {
		w.tag(`" title="`)
		w.attribute(ref.Title)
	}
	w.tag(`" loading="lazy" decoding="async" referrerpolicy="no-referrer">`)
}

// openLink writes the start of a link. An address on the site becomes a reference, which is filled in later.
func (w *writer) openLink(to address, title string, ref Ref) {
	w.tag(`<a href="`)
	if to.url != "" {
		w.attribute(escapeURL(to.url))
	} else {
		w.addRef(ref)
	}
	if title != "" {
		w.tag(`" title="`)
		w.attribute(title)
	}
	w.tag(`">`)
}

// escapeURL writes characters that no address may have as %XX.
func escapeURL(url string) string { return string(util.URLEscape([]byte(url), false)) }

func (w *writer) closeLink() { w.tag("</a>") }

// citation writes the number of a source as a link to the list of sources. The reference comes after it, where a note can stand.
func (w *writer) citation(number string, first bool, ref Ref) {
	w.tag(`<sup class="cite">[<a href="#`)
	w.attribute(w.prefix)
	w.tag(`source-`, number, `"`)
	if first {
		w.tag(` id="`)
		w.attribute(w.take("cite-" + number))
		w.tag(`"`)
	}
	w.tag(` role="doc-biblioref" aria-label="`)
	w.attribute(w.parser.options.Words.Source)
	w.tag(" ", number, `">`, number, `</a>]</sup>`)
	w.addRef(ref)
}

// footnoteLink writes the number of a footnote. Inside another link it is no link.
func (w *writer) footnoteLink(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.tag(`<sup class="note" id="`)
	w.attribute(w.take(w.refer(n.Index)))
	if w.inLink {
		w.reportFootnoteInLink(n)
		w.tag(`">`, number, `</sup>`)
		return
	}
	w.tag(`"><a href="#`)
	w.attribute(w.prefix)
	w.tag(`fn-`, number, `" role="doc-noteref" aria-label="`)
	w.attribute(w.parser.options.Words.Footnote)
	w.tag(" ", number, `">`, number, `</a></sup>`)
}

// footnoteBacklink writes the link from a footnote back to the text, if the text has a link to it.
func (w *writer) footnoteBacklink(n *east.FootnoteBacklink) {
	if n.RefIndex >= w.references[n.Index] {
		return
	}
	place := referenceID(n.Index, n.RefIndex+1)
	w.tag("\u00a0", `<a href="#`)
	w.attribute(w.prefix)
	w.tag(place, `" role="doc-backlink" aria-label="`)
	w.attribute(w.parser.options.Words.Back)
	w.tag(" ", strings.TrimPrefix(place, "fnref-"), `">↩`, "\ufe0e", `</a>`)
}

func (w *writer) footnotes(n *east.FootnoteList) {
	w.tag(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.attribute(w.parser.options.Words.Footnotes)
	w.tag(`">`, "\n<ol>\n")
	w.children(n)
	w.tag("</ol>\n</section>\n")
}

func (w *writer) footnote(n *east.Footnote) {
	w.tag(`<li id="`)
	w.attribute(w.take("fn-" + strconv.Itoa(n.Index)))
	w.tag(`">`)
	w.children(n)
	w.tag("</li>\n")
}
