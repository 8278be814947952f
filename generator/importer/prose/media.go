package prose

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// frame turns the frame of a video into a link. Every other frame is lost.
func (t *tidier) frame(n *html.Node) {
	src := attr(n, "src")
	if src == "" {
		src = attr(n, "data-src")
	}
	to, ok := VideoPage(src)
	if !ok {
		t.replaceByMark(n, reasonFrame)
		return
	}
	title := attr(n, "title")
	if title == "" || strings.EqualFold(title, "YouTube video player") {
		title = to
	}
	a := element(atom.A, textNode(title))
	setAttr(a, "href", to)
	swap(n, element(atom.P, a))
}

// VideoPage returns the page that shows the video of a frame of YouTube or Vimeo.
func VideoPage(src string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(src))
	if err != nil || Marks(src) != "" { // a part of the address is lost
		return "", false
	}
	id := path.Base(u.Path)
	switch host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."); {
	case (host == "youtube.com" || host == "youtube-nocookie.com") && strings.HasPrefix(u.Path, "/embed/") && id != "videoseries":
		return "https://www.youtube.com/watch?v=" + id, true
	case host == "player.vimeo.com" && strings.HasPrefix(u.Path, "/video/"):
		return "https://vimeo.com/" + id, true
	}
	return "", false
}

// media turns a video or a sound into a link to its file.
func media(n *html.Node) {
	src, poster := attr(n, "src"), attr(n, "poster")
	for c := range n.Descendants() {
		if src == "" && c.DataAtom == atom.Source {
			src = attr(c, "src")
		}
	}
	if src == "" {
		unwrap(n)
		return
	}
	a := element(atom.A, textNode(fileName(src)))
	setAttr(a, "href", src)
	if poster != "" {
		img := element(atom.Img)
		setAttr(img, "src", poster)
		setAttr(img, "alt", fileName(src))
		swap(n, element(atom.P, img), element(atom.P, a))
		return
	}
	swap(n, element(atom.P, a))
}

func fileName(src string) string {
	if u, err := url.Parse(src); err == nil && u.Path != "" {
		return path.Base(u.Path)
	}
	return src
}

// image sets the address of a picture that a script would load later, and removes a picture without an address.
func (t *tidier) image(n *html.Node) {
	if src := attr(n, "src"); src == "" || strings.HasPrefix(src, "data:") {
		for _, key := range []string{"data-src", "data-lazy-src", "data-original", "data-orig-file"} {
			if later := attr(n, key); later != "" {
				setAttr(n, "src", later)
				break
			}
		}
	}
	switch src := attr(n, "src"); {
	case src == "":
		n.Parent.RemoveChild(n)
	case strings.HasPrefix(src, "data:"):
		swap(n, textNode(t.losses.Mark(Loss{Reason: reasonInline, What: attr(n, "alt")})))
	}
}

var pictureTypes = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"}

func isPicture(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains(pictureTypes, strings.ToLower(path.Ext(u.Path)))
}

// figure puts the content of a figure into paragraphs. A caption without links becomes the title of the only picture.
func figure(n *html.Node) {
	caption := find(n, atom.Figcaption)
	img := find(n, atom.Img)
	if caption != nil {
		caption.Parent.RemoveChild(caption)
		text := words(caption)
		switch {
		case text == "":
		case img == nil && count(n, atom.A) == 1 && find(caption, atom.A) == nil && saysAddress(find(n, atom.A)):
			a := find(n, atom.A)
			swap(a.FirstChild, textNode(text))
		case img != nil && count(n, atom.Img) == 1 && find(caption, atom.A) == nil && count(n, atom.A) == 0:
			setAttr(img, "title", text)
		default:
			caption.DataAtom, caption.Data = atom.P, "p"
			n.AppendChild(caption)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Img || c.DataAtom == atom.A || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			p := element(atom.P)
			n.InsertBefore(p, c)
			n.RemoveChild(c)
			p.AppendChild(c)
			c = p
		}
	}
	n.DataAtom, n.Data, n.Attr = atom.Div, "div", nil
}
