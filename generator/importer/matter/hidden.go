package matter

import (
	"fmt"
	"slices"
	"strings"
)

// Answer is what a value means as an answer of yes or no.
type Answer int

// The answers. Unclear is a value that is neither, of which the meaning to the old program is unknown.
const (
	None Answer = iota // there is no such key, or nothing behind it
	Yes
	No
	Unclear
)

// Ask returns what the value of a key means, in all the ways in which people write yes and no.
func (m Matter) Ask(key string) Answer {
	v, ok := m[key]
	if !ok {
		return None
	}
	switch strings.ToLower(strings.TrimSpace(fmt.Sprint(v))) {
	case "", "~", "null", "nil":
		return None
	case "true", "yes", "on", "y", "t", "1":
		return Yes
	case "false", "no", "off", "n", "f", "0":
		return No
	}
	return Unclear
}

// Hidden returns what in a front matter means, or may mean, that a text is not for everybody: the key with its value, as in "draft: true";
// "" if nothing does.
func (m Matter) Hidden() string {
	for _, key := range []string{"draft", "drafts", "isdraft", "is_draft", "unpublished", "hidden", "private", "unlisted", "headless", "noindex", "wip", "secret", "members_only"} {
		if a := m.Ask(key); a == Yes || a == Unclear {
			return m.said(key)
		}
	}
	for _, key := range []string{"publish", "public", "listed", "visible"} {
		if a := m.Ask(key); a == No || a == Unclear {
			return m.said(key)
		}
	}
	for _, key := range []string{"status", "visibility", "post_status", "poststatus"} {
		if m.Ask(key) != None && !slices.Contains([]string{"publish", "published", "public", "live"}, strings.ToLower(m.String(key))) {
			return m.said(key)
		}
	}
	for _, key := range []string{"password", "passwd", "protected"} {
		if a := m.Ask(key); a != None && a != No {
			return key // the password itself is not shown
		}
	}
	if m.unpublished() {
		return m.said("published")
	}
	if m.unsearched() {
		return m.said(map[bool]string{true: "sitemap", false: "robots"}[m.Has("sitemap")])
	}
	if params := m.Table("params"); params != nil {
		return params.Hidden()
	}
	return ""
}

// unpublished reports whether the key "published" hides a text. To Jekyll an empty value means no; Hugo has a date there.
func (m Matter) unpublished() bool {
	switch m.Ask("published") {
	case None:
		return m.Has("published")
	case No:
		return true
	case Unclear:
		_, date := Time(m.String("published"))
		return !date
	}
	return false
}

// unsearched reports whether a text keeps itself from search engines.
func (m Matter) unsearched() bool {
	if t := m.Table("sitemap"); t != nil {
		return t.Ask("disable") == Yes || t.Ask("exclude") == Yes
	}
	return m.Ask("sitemap") == No || strings.Contains(strings.ToLower(m.String("robots")), "noindex")
}

// said returns a key with its value.
func (m Matter) said(key string) string {
	value := m[key]
	if _, table := value.(Matter); table {
		value = "…"
	}
	return strings.TrimSpace(fmt.Sprintf("%s: %v", key, value))
}

// Over returns the keys of a front matter, and those of others that it does not have.
func (m Matter) Over(others Matter) Matter {
	all := Matter{}
	for _, from := range []Matter{others, m} {
		for key, value := range from {
			all[key] = value
		}
	}
	return all
}

// Tables returns the tables of a key that has one or a list of them.
func (m Matter) Tables(key string) []Matter {
	switch v := m[key].(type) {
	case Matter:
		return []Matter{v}
	case []any:
		var tables []Matter
		for _, x := range v {
			if t, ok := x.(Matter); ok {
				tables = append(tables, t)
			}
		}
		return tables
	}
	return nil
}
