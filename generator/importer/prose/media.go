package prose

import (
	"cmp"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// frame turns the frame of a video into a link, and that of something else that has a page of its own. Every other frame is lost.
func (t *tidier) frame(n *html.Node) {
	src := attr(n, "src")
	for _, key := range []string{"data-src", "data-lazy-src", "data-litespeed-src", "data-src-cmplz"} {
		if src == "" || src == "about:blank" {
			src = cmp.Or(attr(n, key), src)
		}
	}
	to, ok := VideoPage(src)
	mark := ""
	if !ok {
		if to, ok = framedPage(src); !ok {
			t.replaceByMark(n, reasonFrame)
			return
		}
		mark = t.losses.Mark(Loss{Reason: reasonFramed, What: src})
	}
	title := strings.TrimSpace(attr(n, "title"))
	if title == "" || strings.EqualFold(title, "YouTube video player") {
		title = to
	}
	a := element(atom.A, textNode(title))
	setAttr(a, "href", to)
	p := element(atom.P, a)
	if mark != "" {
		p.AppendChild(textNode(mark))
	}
	swap(n, p)
}

// film turns an object that plays a video, as pages had it before there were frames, into a link, and reports whether it is one.
func (t *tidier) film(n *html.Node) bool {
	list := []string{attr(n, "data"), attr(n, "src")}
	for c := range n.Descendants() {
		switch {
		case c.DataAtom == atom.Param && (strings.EqualFold(attr(c, "name"), "movie") || strings.EqualFold(attr(c, "name"), "src")):
			list = append(list, attr(c, "value"))
		case c.DataAtom == atom.Embed, c.DataAtom == atom.Iframe:
			list = append(list, attr(c, "src"))
		}
	}
	for _, src := range list {
		if to, ok := VideoPage(src); ok {
			a := element(atom.A, textNode(to))
			setAttr(a, "href", to)
			swap(n, element(atom.P, a))
			return true
		}
	}
	return false
}

// strava turns the place that a script of Strava would fill into a link to the activity.
func strava(n *html.Node) {
	id := attr(n, "data-embed-id")
	if !strings.Contains(attr(n, "class"), "strava-embed") || id == "" || strings.Trim(id, "0123456789") != "" || words(n) != "" {
		return
	}
	kind := "activities"
	if attr(n, "data-embed-type") == "route" {
		kind = "routes"
	}
	to := "https://www.strava.com/" + kind + "/" + id
	a := element(atom.A, textNode(to))
	setAttr(a, "href", to)
	swap(n, element(atom.P, a))
}

// VideoPage returns the page that shows the video of a frame or an object of YouTube or Vimeo.
func VideoPage(src string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(src))
	if err != nil || Marks(src) != "" { // a part of the address is lost
		return "", false
	}
	at, _, _ := strings.Cut(u.Path, "&") // of an old object: /v/ID&hl=en
	id := path.Base(at)
	switch host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."); {
	case (host == "youtube.com" || host == "youtube-nocookie.com") && (strings.HasPrefix(at, "/embed/") || strings.HasPrefix(at, "/v/")) && id != "videoseries" && id != "embed" && id != "v":
		return "https://www.youtube.com/watch?v=" + id, true
	case host == "player.vimeo.com" && strings.HasPrefix(at, "/video/"):
		if key := u.Query().Get("h"); key != "" { // of a video that is not listed
			id += "/" + key
		}
		return "https://vimeo.com/" + id, true
	case host == "vimeo.com" && at == "/moogaloop.swf" && u.Query().Get("clip_id") != "":
		return "https://vimeo.com/" + u.Query().Get("clip_id"), true
	}
	return "", false
}

// framedPage returns the page of what a frame of a known website shows.
func framedPage(src string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(src))
	if err != nil || u.Host == "" {
		return "", false
	}
	u.Scheme, u.Fragment = "https", ""
	query := u.Query()
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	first, last := parts[0], parts[len(parts)-1]
	page := func(host, at string) (string, bool) {
		return (&url.URL{Scheme: "https", Host: host, Path: at}).String(), true
	}
	named := func(key, host string) (string, bool) {
		to, err := url.Parse(query.Get(key))
		return query.Get(key), err == nil && strings.HasSuffix(to.Hostname(), host)
	}
	switch host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."); {
	case host == "youtube.com" && last == "videoseries" && query.Get("list") != "":
		return "https://www.youtube.com/playlist?list=" + url.QueryEscape(query.Get("list")), true
	case host == "open.spotify.com" && first == "embed", host == "open.spotify.com" && first == "embed-podcast":
		return page("open.spotify.com", strings.Join(parts[1:], "/"))
	case host == "w.soundcloud.com":
		to, ok := named("url", "soundcloud.com")
		return to, ok && !strings.Contains(to, "//api.")
	case host == "strava.com" && first == "activities" && len(parts) > 2:
		return page("www.strava.com", "activities/"+parts[1])
	case host == "instagram.com" && last == "embed":
		return page("www.instagram.com", strings.Join(parts[:len(parts)-1], "/")+"/")
	case host == "dailymotion.com" && first == "embed":
		return page("www.dailymotion.com", strings.Join(parts[1:], "/"))
	case host == "embed.ted.com":
		return page("www.ted.com", u.Path)
	case host == "embed.podcasts.apple.com":
		return page("podcasts.apple.com", u.Path)
	case host == "komoot.com" && last == "embed", host == "komoot.de" && last == "embed":
		return page(u.Host, strings.Join(parts[:len(parts)-1], "/"))
	case host == "facebook.com" && first == "plugins":
		return named("href", "facebook.com")
	case host == "mixcloud.com" && query.Get("feed") != "":
		return page("www.mixcloud.com", query.Get("feed"))
	case (host == "google.com" || strings.HasPrefix(host, "google.") || host == "maps.google.com") && (first == "maps" || host == "maps.google.com"):
		return mapPage(u, parts, query)
	case host == "docs.google.com" && query.Get("embedded") == "true":
		return page(u.Host, u.Path)
	case last == "embed" && query.Get("secret") == "" && strings.Contains(src, "#?secret="): // another blog of WordPress
		return page(u.Host, strings.Join(parts[:len(parts)-1], "/")+"/")
	}
	return "", false
}

var mapCentre = regexp.MustCompile(`!2d(-?\d+\.\d+)!3d(-?\d+\.\d+)`)

// mapPage returns the page of a map of Google.
func mapPage(u *url.URL, parts []string, query url.Values) (string, bool) {
	switch {
	case len(parts) > 2 && parts[1] == "d" && query.Get("mid") != "":
		return "https://www.google.com/maps/d/viewer?mid=" + url.QueryEscape(query.Get("mid")), true
	case query.Get("output") == "embed":
		query.Del("output")
		u.RawQuery = query.Encode()
		return u.String(), true
	}
	if m := mapCentre.FindStringSubmatch(query.Get("pb")); m != nil {
		return "https://www.google.com/maps/search/?api=1&query=" + m[2] + "%2C" + m[1], true
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
