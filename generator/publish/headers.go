package publish

import (
	"io/fs"
	"path"
	"strings"
)

// headerRules are what _headers says, in its order.
type headerRules []headerRule

type headerRule struct {
	pattern string // of addresses: "/assets/photos/*"
	name    string // of a header
	value   string
}

// readHeaders reads _headers, where there is one: lines of addresses, and below each, indented, "Name: value".
func readHeaders(fsys fs.FS) (rules headerRules) {
	data, err := fs.ReadFile(fsys, "_headers")
	if err != nil {
		return nil
	}
	pattern := ""
	for line := range strings.Lines(string(data)) {
		text := strings.TrimSpace(line)
		switch {
		case text == "" || strings.HasPrefix(text, "#"):
		case line[0] != ' ' && line[0] != '\t':
			pattern = text
		default:
			if name, value, ok := strings.Cut(text, ":"); ok {
				rules = append(rules, headerRule{pattern, strings.TrimSpace(name), strings.TrimSpace(value)})
			}
		}
	}
	return rules
}

// of returns what is said of a header of a file; the last rule holds.
func (r headerRules) of(name, header string) (value string) {
	for _, rule := range r {
		if strings.EqualFold(rule.name, header) && matches(rule.pattern, "/"+name) {
			value = rule.value
		}
	}
	return value
}

// matches reports whether an address is one of a pattern, which may have one star for any text.
func matches(pattern, address string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == address
	}
	return len(address) >= len(before)+len(after) && strings.HasPrefix(address, before) && strings.HasSuffix(address, after)
}

// readRedirects reads from _redirects where the pages at old addresses lead, by the files of these pages.
func readRedirects(fsys fs.FS) map[string]string {
	data, err := fs.ReadFile(fsys, "_redirects")
	if err != nil {
		return nil
	}
	moved := map[string]string{}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if len(fields) < 2 || !strings.HasPrefix(fields[0], "/") {
			continue
		}
		file := strings.TrimPrefix(fields[0], "/")
		if file == "" || strings.HasSuffix(file, "/") || path.Ext(file) == "" {
			file = path.Join(file, "index.html")
		}
		moved[file] = fields[1]
	}
	return moved
}
