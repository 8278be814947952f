package generator

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/mediatype"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Standalone returns a page with a title of its own as one file that needs no other: styles, scripts and pictures stand in it. Its links
// lead to the published site, or where that has no address nowhere. What programs of others look for in a published page is left out.
func (e *Revision) Standalone(ctx context.Context, page []byte, title string) ([]byte, error) {
	s := &standalone{ctx: ctx, revision: e, title: title}
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		raw := slices.Clone(z.Raw())
		if err := s.token(z.Token(), raw); err != nil {
			return nil, err
		}
	}
	return s.out.Bytes(), nil
}

// standalone makes one file of a page.
type standalone struct {
	ctx      context.Context
	revision *Revision
	title    string
	out      bytes.Buffer
	scripts  bytes.Buffer // for the end of the body: so they find the page there, as deferred ones do
	inTitle  bool
	dropped  bool // the end of a script is to come, which has been taken
}

// token writes a token, or what stands in its place.
func (s *standalone) token(t html.Token, raw []byte) error {
	start := t.Type == html.StartTagToken || t.Type == html.SelfClosingTagToken
	switch {
	case t.DataAtom == atom.Title && start && s.title != "":
		s.inTitle = true
		fmt.Fprintf(&s.out, "<title>%s", html.EscapeString(s.title))
		s.title = ""
	case t.DataAtom == atom.Title && !start:
		s.inTitle = false
		s.out.Write(raw)
	case s.inTitle:
	case t.DataAtom == atom.Link && start:
		return s.link(t)
	case t.DataAtom == atom.Source: // of a picture, which shows the one that every browser knows
	case t.DataAtom == atom.Meta && (attribute(t, "property") != "" || strings.HasPrefix(attribute(t, "name"), "twitter:")):
	case t.DataAtom == atom.Script && start && attribute(t, "src") != "":
		s.dropped = true
		return s.script(attribute(t, "src"))
	case t.DataAtom == atom.Script && !start && s.dropped:
		s.dropped = false
	case t.DataAtom == atom.Body && !start:
		s.out.Write(s.scripts.Bytes())
		s.out.Write(raw)
	case start && (t.DataAtom == atom.Img || t.DataAtom == atom.A):
		return s.addresses(t)
	default:
		s.out.Write(raw)
	}
	return nil
}

// attribute returns the value of an attribute; "" where there is none.
func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// link writes a stylesheet. Other links are for those who find the page on the web.
func (s *standalone) link(t html.Token) error {
	if attribute(t, "rel") != "stylesheet" {
		return nil
	}
	data, _, err := s.file(attribute(t, "href"))
	if err != nil {
		return err
	}
	css, err := s.style(data, attribute(t, "href"))
	fmt.Fprintf(&s.out, "<style>%s</style>", css)
	return err
}

// inStyle matches the address of a file in a stylesheet.
var inStyle = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)

// style returns a stylesheet with its files in it.
func (s *standalone) style(css []byte, of string) ([]byte, error) {
	var failed error
	return inStyle.ReplaceAllFunc(css, func(match []byte) []byte {
		address := string(inStyle.FindSubmatch(match)[1])
		if !strings.HasPrefix(address, "/") && !strings.Contains(address, ":") {
			address = path.Join(path.Dir(of), address)
		}
		data, err := s.data(address)
		if err != nil && failed == nil {
			failed = err
		}
		return []byte(`url("` + data + `")`)
	}), failed
}

// imports matches a script that needs another one, which it could not find in a file.
var imports = regexp.MustCompile(`(?m)^\s*(import|export)\b|\bimport\(`)

// script takes a script over. One that needs others is left out: everything on a page can be read without.
func (s *standalone) script(src string) error {
	data, _, err := s.file(src)
	if err != nil || imports.Match(data) {
		return err
	}
	fmt.Fprintf(&s.scripts, "<script type=\"module\">%s</script>\n", bytes.ReplaceAll(data, []byte("</script"), []byte(`<\/script`)))
	return nil
}

// addresses writes a picture with its data, and a link with the whole address.
func (s *standalone) addresses(t html.Token) error {
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "srcset" || a.Key == "sizes" })
	for i, a := range t.Attr {
		switch {
		case a.Key == "src":
			data, err := s.data(a.Val)
			if err != nil {
				return err
			}
			t.Attr[i].Val = data
		case a.Key == "href" && strings.HasPrefix(a.Val, "/"):
			t.Attr[i].Val = s.published(a.Val)
		}
	}
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "href" && a.Val == "" })
	s.out.WriteString(t.String())
	return nil
}

// published returns where an address of the site is found on the web; "" where nobody knows.
func (s *standalone) published(address string) string {
	settings := s.revision.Site.Settings
	if !settings.Reachable() {
		return ""
	}
	return strings.TrimSuffix(settings.URL, settings.Base+"/") + address
}

// data returns the file at an address of the site as an address that has it.
func (s *standalone) data(address string) (string, error) {
	if strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "#") {
		return address, nil
	}
	plain, fragment, _ := strings.Cut(address, "#")
	data, kind, err := s.file(plain)
	if fragment != "" {
		fragment = "#" + fragment
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data) + fragment, err
}

// file returns the file at an address of the site, and its media type.
func (s *standalone) file(address string) (data []byte, kind string, err error) {
	at := strings.TrimPrefix(address, s.revision.Site.Settings.Base)
	if unescaped, err := url.PathUnescape(at); err == nil {
		at = unescaped
	}
	kind = mediatype.Of(at)
	for _, a := range s.revision.Assets() {
		if a.URL == at {
			return a.Data, kind, nil
		}
	}
	if p := s.revision.Site.PageAt(at); p != nil {
		var b bytes.Buffer
		problems := s.revision.Render(&b, p)
		return b.Bytes(), p.MediaType(), renderError(p, problems)
	}
	c := s.revision.Site.CopiedAt(at)
	switch {
	case c == nil:
		return nil, "", fmt.Errorf("the site has no file %s", address)
	case c.Photo != nil:
		data, err = s.revision.Photo(s.ctx, *c)
		return data, kind, err
	case c.File.Data != nil:
		return c.File.Data, kind, nil
	}
	f, err := s.revision.Open(*c)
	if err != nil {
		return nil, "", err
	}
	defer f.Close()
	data, err = io.ReadAll(f)
	return data, kind, err
}
