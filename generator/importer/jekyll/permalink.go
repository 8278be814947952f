package jekyll

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// address works out where Jekyll published a text.
func (r *reader) address(s *source) {
	p := s.post
	p.Names = []string{"/" + s.path, "/" + strings.TrimSuffix(s.path, path.Ext(s.path))}
	for _, old := range append(s.matter.List("redirect_from"), s.matter.List("aliases")...) {
		p.Old = append(p.Old, r.base+"/"+strings.TrimPrefix(old, "/"))
	}
	current := r.permalink(s)
	if strings.Contains(s.path, "_drafts/") || s.matter.Isnt("published") || s.matter.Is("draft") {
		p.Names = append(p.Names, current)
		return
	}
	p.Old = append([]string{r.base + current}, p.Old...)
	if r.base != "" {
		p.Names = append(p.Names, current)
	}
	if p.Hidden != "" {
		return
	}
	for _, c := range s.cats {
		r.blog.Lists[r.base+"/category/"+slugify(c)] = c
		r.blog.Lists[r.base+"/categories/"+slugify(c)] = c
	}
	for _, tag := range words(s.matter, "tags", "tag") {
		r.blog.Lists[r.base+"/tag/"+slugify(tag)] = tag
		r.blog.Lists[r.base+"/tags/"+slugify(tag)] = tag
	}
	r.blog.Lists[r.base+"/blog"] = ""
}

var slugSigns = regexp.MustCompile(`[^\p{L}\p{N}]+`)

func slugify(s string) string {
	return strings.Trim(strings.ToLower(slugSigns.ReplaceAllString(s, "-")), "-")
}

// styles are Jekyll's names for permalinks.
func styles() map[string]string {
	return map[string]string{
		"date":     "/:categories/:year/:month/:day/:title:output_ext",
		"pretty":   "/:categories/:year/:month/:day/:title/",
		"ordinal":  "/:categories/:year/:y_day/:title:output_ext",
		"weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
		"none":     "/:categories/:title:output_ext",
	}
}

// permalink returns the path that Jekyll gave a text.
func (r *reader) permalink(s *source) string {
	style := r.config.String("permalink")
	if own := s.matter.String("permalink"); own != "" {
		style = own
	} else if s.post.Page {
		return pagePath(s.path, style)
	}
	if style == "" {
		style = "date"
	}
	if known := styles()[style]; known != "" {
		style = known
	}
	return r.fill(style, s)
}

// pagePath returns where a page is that does not say it itself.
func pagePath(file, style string) string {
	stem := "/" + strings.TrimSuffix(file, path.Ext(file))
	switch {
	case path.Base(stem) == "index":
		return strings.TrimSuffix(stem, "index")
	case style == "pretty" || strings.HasSuffix(style, "/"):
		return stem + "/"
	}
	return stem + ".html"
}

// fill puts what is known of a post into a permalink.
func (r *reader) fill(style string, s *source) string {
	date := s.post.Date
	var cats []string
	for _, c := range s.cats {
		cats = append(cats, slugify(c))
	}
	_, week := date.ISOWeek()
	values := map[string]string{
		"year": date.Format("2006"), "short_year": date.Format("06"), "month": date.Format("01"), "i_month": date.Format("1"), "short_month": date.Format("Jan"),
		"long_month": date.Format("January"), "day": date.Format("02"), "i_day": date.Format("2"), "y_day": date.Format("002"), "short_day": date.Format("Mon"),
		"long_day": date.Format("Monday"), "week": fmt.Sprintf("%02d", week), "hour": date.Format("15"), "minute": date.Format("04"), "second": date.Format("05"),
		"title": s.slug, "slug": slugify(s.slug), "name": slugify(s.slug), "categories": strings.Join(cats, "/"), "slugified_categories": strings.Join(cats, "/"),
		"output_ext": ".html", "path": path.Dir(s.path), "basename": s.slug,
	}
	keys := slices.SortedFunc(maps.Keys(values), func(a, b string) int { return len(b)*1000 - len(a)*1000 + strings.Compare(a, b) })
	for _, key := range keys {
		style = strings.ReplaceAll(style, ":"+key, values[key])
	}
	clean := path.Clean("/" + style)
	if strings.HasSuffix(style, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}
