package check

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// references checks every link, picture, card and citation in the text of a page, and the claims without a source.
func (c *checker) references(p *site.Page) {
	doc := p.Doc()
	if doc == nil || p.Output == site.ProgrammePage {
		return
	}
	for i := range doc.Refs {
		c.reference(p, &doc.Refs[i])
	}
	if len(doc.Tags) > 0 {
		c.problems.Add(c.policy.Problems(doc.Tags)...)
	}
	for address, at := range c.site.OwnAddresses(doc) {
		c.address(p, address, at)
	}
	for _, tag := range doc.Tags {
		c.leftOutIn(p, tag)
	}
	for _, claim := range doc.Phrases {
		c.add(unsupported(claim))
	}
}

func (c *checker) reference(p *site.Page, ref *markdown.Ref) {
	t := c.site.Resolve(p.From.File, *ref)
	switch {
	case t.Hidden != nil:
		c.add(linkToHidden(t.Hidden, ref.Pos))
	case !t.Found():
		c.brokenReference(p, ref)
	case t.Copied != nil && !t.Copied.Public():
		c.add(c.hiddenFile(t.Copied.Withheld, ref.Pos))
	case ref.Kind == markdown.Picture && t.Copied != nil && t.Copied.Fault != nil:
		c.pictureFault(t.Copied.Fault, ref.Pos)
	case ref.Kind == markdown.Picture && (t.Copied == nil || !parse.IsPicture(t.Copied.File)):
		c.add(diag.Errorf(ref.Pos, "not-a-picture", "%q is not a picture.", ref.Target).
			WithHint("A picture ends in .svg, .png, .jpg, .webp or .avif. For a link leave out the exclamation mark."))
	case ref.Fragment != "" && t.Page != nil && ref.Fragment != "top" && !t.Page.HasID(ref.Fragment):
		c.fragment(ref, t.Page)
	case t.Copied != nil:
		c.leftOutFile(t.URL, ref.Pos)
	}
	if ref.Kind != markdown.Picture || t.Copied == nil || t.Copied.Photo == nil { // of photos a form is shown, which lies elsewhere
		c.namesUnlisted(p, t, ref.Pos)
	}
}

// address checks an address that browsers read as it is: in HTML that a text lets through, or the site's own in full. It uses nothing that
// is hidden, and where it leads nowhere it may be meant for something that lies beside the site.
func (c *checker) address(p *site.Page, address string, at diag.Position) {
	t, path := c.site.ResolveAddress(p.URL, address)
	switch {
	case t.Hidden != nil:
		c.add(linkToHidden(t.Hidden, at))
	case t.Copied != nil && !t.Copied.Public():
		c.add(c.hiddenFile(t.Copied.Withheld, at))
	case t.Found():
		c.namesUnlisted(p, t, at)
	case path != "" && !strings.HasPrefix(path, "/assets/"): // the theme's files are known when pages are rendered
		problem := diag.Warningf(at, "broken-address", "there is nothing at %q on this site.", path)
		if strings.Contains(address, "://") {
			c.add(problem.WithHint("Mend the address, unless something stands there that Legpress does not make."))
			return
		}
		c.add(problem.WithHint("In HTML an address is read from that of the page, which is %s. Write it from the first slash.", p.URL))
	}
}

// linkToHidden returns the problem of a link to what is not published.
func linkToHidden(h *site.Hidden, at diag.Position) diag.Problem {
	return diag.Errorf(at, hiddenID(h), "this leads to %q, which is not published: %s.", h.Title, whyHidden(h)).
		WithHint("%s, or take the link out.", howToPublish(h))
}

// hiddenID returns the id of the problem of a link to something hidden.
func hiddenID(h *site.Hidden) string {
	switch {
	case h.Exercise != nil:
		return "hidden-exercise"
	case h.Runner != nil:
		return "hidden-runner"
	case h.Plan != nil:
		return "hidden-plan"
	}
	return "hidden-article"
}

// hiddenDefinition returns the problem of something published that uses a hidden definition.
func hiddenDefinition(scheme string, ref training.Ref, h *site.Hidden) diag.Problem {
	name := schemeName(scheme)
	return diag.Errorf(ref.Pos, hiddenID(h), "the %s %q is not published: %s.", name, ref.ID, whyHidden(h)).
		WithHint("%s, or name another %s here.", howToPublish(h), name)
}

// howToPublish says how something hidden gets published.
func howToPublish(h *site.Hidden) string {
	if h.Reason == site.Draft {
		return "Take draft = true out of " + h.File
	}
	return "Publish it"
}

func whyHidden(h *site.Hidden) string {
	switch h.Reason {
	case site.Draft:
		return "it is a draft"
	case site.Future:
		return "its date is " + h.When.Format("2 January 2006")
	default:
		return "it expired on " + h.When.Format("2 January 2006")
	}
}

func (c *checker) brokenReference(p *site.Page, ref *markdown.Ref) {
	if ref.Scheme != "" {
		if !c.site.IDs(ref.Scheme)[ref.Target] {
			c.unknown(ref.Scheme, ref.Target, ref.Pos)
		}
		return
	}
	if ref.Kind == markdown.Picture {
		c.picture(p.From.File, ref.Target, ref.Pos)
		return
	}
	if c.site.Unread(path.Join(path.Dir(p.From.File), ref.Target)) {
		return
	}
	problem := diag.Errorf(ref.Pos, "broken-link", "there is nothing at %q.", ref.Target)
	c.add(problem.WithHint("%s", c.linkHint(p, ref)))
}

// linkHint suggests what may have been meant by a path that leads nowhere.
func (c *checker) linkHint(p *site.Page, ref *markdown.Ref) string {
	if strings.HasPrefix(ref.Target, "/") {
		if d := c.nearURL(ref.Target); d != "" {
			return d
		}
		return "An address on this site begins with /articles/, /exercises/, /plans/ or /runners/, or is that of a page."
	}
	if d := c.nearFile(path.Join(path.Dir(p.From.File), ref.Target)); d != "" {
		return d
	}
	return "A path is that of a file, seen from this one, as in [text](../plans/first-eight-weeks.toml). A link to another site begins with https://."
}

// nearURL suggests the most similar address on the site.
func (c *checker) nearURL(url string) string {
	if c.searchCount++; c.searchCount > maxSearches {
		return ""
	}
	var urls []string
	for _, page := range c.site.Pages {
		urls = append(urls, page.URL)
	}
	return diag.DidYouMean(url, urls)
}

// nearFile suggests the file in the same folder with the most similar name.
func (c *checker) nearFile(file string) string {
	if c.searchCount++; c.searchCount > maxSearches {
		return ""
	}
	var names []string
	for _, page := range c.site.Pages {
		if page.From.File != "" && path.Dir(page.From.File) == path.Dir(file) {
			names = append(names, path.Base(page.From.File))
		}
	}
	for _, copied := range c.site.Files {
		if path.Dir(copied.File.Path) == path.Dir(file) {
			names = append(names, path.Base(copied.File.Path))
		}
	}
	return diag.DidYouMean(path.Base(file), names)
}

func (c *checker) fragment(ref *markdown.Ref, page *site.Page) {
	var ids []string
	if d := page.Doc(); d != nil {
		for _, h := range d.Headings {
			ids = append(ids, h.ID)
		}
	}
	p := diag.Errorf(ref.Pos, "broken-fragment", "there is no #%s on that page.", ref.Fragment)
	if d := c.didYouMean(ref.Fragment, ids); d != "" {
		c.add(p.WithHint("%s", d))
		return
	}
	if len(ids) > 0 && len(ids) <= 8 {
		c.add(p.WithHint("It has: #%s.", strings.Join(ids, ", #")))
		return
	}
	c.add(p.WithHint("Link to the page alone."))
}

// unsupported returns the warning about a claim. The numbers about injuries are those of all trials together (Wu et al. 2024), and of a large
// one (Toresdahl et al. 2020).
func unsupported(claim markdown.Phrase) diag.Problem {
	p := diag.Warningf(claim.Pos, claim.Rule, "%q is more than the evidence supports.", claim.Text)
	if claim.Rule == "speed-claim" {
		return p.WithHint("How much faster somebody becomes cannot be promised. Say what a study found, and cite it here with [text](source:id).")
	}
	return p.WithHint("All trials together found no effect on runners' injuries (Wu 2024); in one with 720 runners the risk ratio was 0.97 (Toresdahl 2020). " +
		"Say what strength work does do, economy and performance, or what a study found and of whom: \"in trials with supervision\".")
}
