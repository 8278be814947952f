package check

import (
	"cmp"
	"iter"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/filename"
	"github.com/legpress/legpress/generator/site"
)

// publicFile is a file of the public folder, and what it is made from.
type publicFile struct {
	url  string
	from diag.Position
	page *site.Page      // nil for a file that is copied, printed, or part of the theme
	file *site.Copied    // that is copied
	pdf  *site.Programme // whose PDF it is
	what string          // what it is, if it is made from no file of the author
}

// path returns the path of the file, which is relative to the public folder.
func (p publicFile) path() string {
	if p.page != nil {
		return p.page.File()
	}
	return strings.TrimPrefix(p.url, "/")
}

// key returns the address in the form that no other file may have: in small letters, because on many systems they are the same as capital
// ones, and without index.html.
func (p publicFile) key() string {
	key := strings.ToLower(p.url)
	if folder, ok := strings.CutSuffix(key, "/index.html"); ok {
		return key[:len(folder)+1]
	}
	return key
}

// addresses reports things that would become the same file, files whose names differ only in letter case, and a file and a folder of one
// name.
func (c *checker) addresses() {
	places := c.publicFiles()
	c.filenames(places)
	if !c.site.PlainArticles() || c.anyClash(places) {
		for _, p := range c.site.ArticlePages {
			places = append(places, publicFile{url: p.URL, from: p.From, page: p})
		}
		c.reportClashes(places)
	}
}

// anyClash reports, quickly, whether any two files clash, where the articles have plain addresses and are not among the files. As a rule none
// do. A page with a plain address clashes if the site has another page at that address.
func (c *checker) anyClash(places []publicFile) bool {
	others := map[string]bool{} // all but the folders of pages
	for _, p := range places {
		key := p.key()
		plain := p.page != nil && p.url == key
		switch at := c.site.PageAt(key); {
		case plain && at != p.page, !plain && (at != nil || others[key]):
			return true
		case !plain || !strings.HasSuffix(key, "/"):
			others[key] = true
			if c.site.PageAt(key+"/") != nil {
				return true
			}
		}
	}
	return others["/articles"] || slices.ContainsFunc(places, func(p publicFile) bool {
		for folder := range folders(p.key()) {
			if others[folder] || strings.HasSuffix(folder, "/index.html") {
				return true
			}
		}
		return false
	})
}

// folders yields the folders around a file, the innermost first.
func folders(key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(key, '/'); i > 0; i = strings.LastIndexByte(key[:i], '/') {
			if !yield(key[:i]) {
				return
			}
		}
	}
}

// reportClashes reports which files clash.
func (c *checker) reportClashes(places []publicFile) {
	slices.SortStableFunc(places, func(a, b publicFile) int {
		return cmp.Or(cmp.Compare(a.from.File, b.from.File), cmp.Compare(a.from.Line, b.from.Line), cmp.Compare(a.url, b.url))
	})
	seen := map[string]publicFile{}
	inside := map[string]publicFile{}
	for _, p := range places {
		key := "/" + strings.ToLower(p.path())
		if first, ok := seen[key]; ok {
			c.reportClash(first, p)
			continue
		}
		seen[key] = p
		for folder := range folders(key) {
			if _, ok := inside[folder]; ok {
				break
			}
			inside[folder] = p
		}
	}
	for key, p := range seen {
		if other, ok := inside[key]; ok {
			c.reportClash(p, other)
		}
	}
}

// publicFiles returns all files of the public folder but the pages of articles.
func (c *checker) publicFiles() []publicFile {
	list := make([]publicFile, 0, len(c.site.OtherPages)+len(c.site.Files)+len(c.assets))
	for _, p := range c.site.OtherPages {
		if p.Output.Owner() == site.OfOldAddress && !c.checkAlias(p) {
			continue
		}
		list = append(list, publicFile{url: p.URL, from: p.From, page: p})
	}
	for i := range c.site.Files {
		f := &c.site.Files[i]
		list = append(list, publicFile{url: f.URL, from: diag.Position{File: f.File.Path}, file: f})
	}
	for _, a := range c.assets {
		list = append(list, publicFile{url: a.URL, from: diag.Position{File: a.File}, what: "the file of the theme at " + a.URL})
	}
	for _, pdf := range c.site.PDFs() {
		list = append(list, pdfFile(pdf))
	}
	if amongCards(list) {
		for _, p := range c.site.Pages {
			if p.Output == site.CardFile {
				list = append(list, publicFile{url: p.URL, from: p.From, page: p})
			}
		}
	}
	return list
}

// pdfFile returns the file of a PDF.
func pdfFile(pdf site.PDF) publicFile {
	p := publicFile{url: pdf.URL, what: "the PDF at " + pdf.URL}
	if pdf.Programme != nil {
		p.from, p.pdf = diag.Position{File: pdf.Programme.Plan.Pos.File}, pdf.Programme
	}
	return p
}

// describedBeside returns what a file is, in a message at another one.
func (p publicFile) describedBeside(other publicFile) string {
	switch {
	case p.from.File != "" && p.from.File != other.from.File:
		return p.from.File
	case p.page == nil:
		return p.what
	case p.page.List != nil && p.page.List.Tag != nil:
		return "the list of the tag " + p.page.List.Tag.Name
	}
	return "the page that Legpress makes at " + p.url
}

func (c *checker) reportClash(first, second publicFile) {
	if first.from.File == "" {
		first, second = second, first
	}
	if second.isOld() {
		first, second = second, first
	}
	address := strings.TrimSuffix(first.url, "index.html")
	if first.isOld() {
		c.add(oldAddressInUse(first, second, address))
		return
	}
	c.add(diag.Errorf(first.from, "same-address", "two things would become %s: this and %s.", address, second.describedBeside(first)).
		WithHint("Rename one of them."))
}

// isOld reports whether the file is what stands at an old address.
func (p publicFile) isOld() bool { return p.page != nil && p.page.Output.Owner() == site.OfOldAddress }

// oldAddressInUse returns the problem of an old address at which something else stands.
func oldAddressInUse(old, other publicFile, address string) diag.Problem {
	if other.isOld() {
		return diag.Errorf(old.from, "same-address", "%q is listed as an old address twice: here and in %s, line %d.", address, other.from.File, other.from.Line).
			WithHint("Take one of them out.")
	}
	return diag.Errorf(old.from, "same-address", "%q is no old address: %s stands there.", address, other.describedBeside(old)).
		WithHint("Take it out.")
}

// checkAlias reports an old address that cannot be one, and returns whether it can.
func (c *checker) checkAlias(p *site.Page) bool {
	if isWellFormed(p) {
		fault := filename.Check(p.File())
		if fault != nil {
			c.add(diag.Errorf(p.From, "bad-alias", "%q cannot be an old address: %s.", p.URL, fault.Reason).
				WithHint("A website is made of files, and there can be no such file. Take the address out."))
		}
		return fault == nil
	}
	problem := diag.Errorf(p.From, "bad-alias", "%q cannot be an old address.", p.URL)
	if plainer := plainerAlias(p); plainer != "" {
		c.add(problem.WithHint("Write its path: %q.", plainer))
		return false
	}
	if plain, err := url.PathUnescape(p.URL); err == nil && plain != p.URL && utf8.ValidString(plain) {
		c.add(problem.WithHint("Write its letters as they are read: %q.", plain))
		return false
	}
	c.add(problem.WithHint(`Write it from the root of the site, with a slash at both ends and without blanks: "/2019/old-name/".`))
	return false
}

// plainerAlias returns the path of an old address that is written in full or without its outer slashes; "" where there is no telling.
func plainerAlias(p *site.Page) string {
	typed := p.URL
	if strings.HasPrefix(typed, "www.") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	if err != nil || u.RawQuery != "" || u.Fragment != "" || strings.Trim(u.Path, "/") == "" {
		return ""
	}
	plain := *p
	plain.URL = "/" + strings.Trim(u.Path, "/")
	if path.Ext(plain.URL) == "" {
		plain.URL += "/"
	}
	if plain.URL == p.URL || !isWellFormed(&plain) || strings.Contains(p.URL, "%") {
		return ""
	}
	return plain.URL
}

// isWellFormed reports whether an old address is written as addresses of this site are.
func isWellFormed(p *site.Page) bool {
	old := p.URL
	bad := !strings.HasPrefix(old, "/") || strings.Contains(old, "//") || strings.ContainsAny(old, `\?#%`) ||
		strings.IndexFunc(old, func(r rune) bool { return unicode.IsControl(r) || r == ' ' }) >= 0 ||
		slices.ContainsFunc(strings.Split(old, "/"), func(s string) bool { return s == ".." || s == "." })
	return !bad && (p.Output == site.FeedCopy || strings.HasSuffix(old, "/") || strings.HasSuffix(old, ".html"))
}
