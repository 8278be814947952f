package policy

import (
	"mime"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/rawhtml"
)

// codeProblems returns what is wrong with a tag that holds code, or that acts by itself.
func (p *Policy) codeProblems(t rawhtml.Tag) diag.List {
	switch {
	case t.Name == "style":
		return diag.List{diag.Warningf(t.Pos, "blocked-style", "readers do not see what <style> says: the published site takes styles from files only.").
			WithHint(`Put what stands between <style> and </style> into content/static/my.css, and write <link rel="stylesheet" href="%s"> in its place.`, p.path("my.css"))}
	case t.Name == "script" && runsInPlace(t):
		return diag.List{diag.Errorf(t.Pos, "blocked-script", "the published site does not run a script that stands in a text.").
			WithHint(`Put what stands between <script> and </script> into content/static/my.js, and write <script src="%s"></script> in its place.`, p.path("my.js"))}
	case t.Name == "applet":
		return diag.List{diag.Errorf(t.Pos, "blocked-object", "browsers show no <applet> any more.").WithHint("Leave it out, or link to what it showed.")}
	case t.Name == "meta":
		return p.refreshProblems(t)
	}
	return nil
}

// deadAddressProblem returns what is wrong with an address that is a script, or with a link that browsers follow from no website; nil if
// nothing is.
func deadAddressProblem(t rawhtml.Tag, a rawhtml.Attribute) *diag.Problem {
	_, isSaved := t.Attribute("download")
	isLink := (t.Name == "a" || t.Name == "area") && (a.Name == "href" || a.Name == "xlink:href")
	var problem diag.Problem
	for _, address := range t.Addresses(a) {
		scheme, _, _ := strings.Cut(strings.ToLower(normalized(address)), ":")
		switch {
		case slices.Contains([]string{"javascript", "vbscript", "livescript"}, scheme):
			problem = diag.Errorf(a.Pos, "blocked-script", "an address that begins with %s: does nothing on the published site.", scheme).
				WithHint("Leave it out, or write an address that leads somewhere.")
		case isLink && scheme == "data" && !isSaved:
			problem = diag.Errorf(a.Pos, "blocked-link", "browsers do not open a link that begins with data:.").
				WithHint("Put what it holds into a file in content/static/, and write its path.")
		case isLink && scheme == "file":
			problem = diag.Errorf(a.Pos, "blocked-link", "a link that begins with file: leads to a file on your own computer, which readers do not have.").
				WithHint("Put the file into content/static/, and write its path.")
		default:
			continue
		}
		return &problem
	}
	return nil
}

// runsInPlace reports whether the tag of a script has code in it, and not data for another script.
func runsInPlace(t rawhtml.Tag) bool {
	for _, name := range []string{"src", "href", "xlink:href"} {
		if _, there := t.Attribute(name); there {
			return false
		}
	}
	kind, there := t.Attribute("type")
	if !there || strings.TrimSpace(kind.Value) == "" {
		return true
	}
	name, _, err := mime.ParseMediaType(kind.Value)
	if err != nil {
		name = strings.ToLower(strings.TrimSpace(kind.Value))
	}
	return strings.HasSuffix(name, "javascript") || strings.HasSuffix(name, "ecmascript") ||
		slices.Contains([]string{"module", "importmap", "speculationrules", "text/jscript", "text/livescript"}, name)
}

// refreshProblems returns a problem where a <meta> sends readers to another website without their asking.
func (p *Policy) refreshProblems(t rawhtml.Tag) diag.List {
	content, _ := t.Attribute("content")
	addresses := t.Addresses(content)
	if len(addresses) == 0 {
		return nil
	}
	to, kind := p.destinationOf(addresses[0])
	if kind != otherWebsite {
		return nil
	}
	return diag.List{diag.Errorf(t.Pos, "blocked-call", "this sends readers away to %s without asking them.", to.Host()).WithHint("Write a link that they can click.")}
}

// formProblems returns a problem where a form sends what was filled in to the site itself. A website of files cannot receive it, unless
// its host does, which the form then says with an attribute.
func (p *Policy) formProblems(t rawhtml.Tag) diag.List {
	method, _ := t.Attribute("method")
	if t.Name != "form" || !strings.EqualFold(strings.TrimSpace(method.Value), "post") {
		return nil
	}
	action, _ := t.Attribute("action")
	if _, kind := p.destinationOf(action.Value); kind != onSite && kind != ownWebsite {
		return nil
	}
	if slices.ContainsFunc(t.Attributes, func(a rawhtml.Attribute) bool {
		return strings.HasPrefix(strings.TrimPrefix(a.Name, "data-"), "netlify")
	}) {
		return nil
	}
	return diag.List{diag.Warningf(t.Pos, "form-without-receiver", "nobody gets what readers write into this form: it is sent to this site, which has only files.").
		WithHint(`Write the address of a service that takes forms: action="https://...". "legpress explain outside" names some.`)}
}
