package importer

import "strings"

// taken are the files that a site has, or will have, by the keys of fileKey. A folder and a file cannot have the same name.
type taken struct {
	files   map[string]bool
	folders map[string]bool // around them
}

// add takes the file at an address.
func (t *taken) add(address string) {
	key := fileKey(address)
	t.files[key] = true
	for i, c := range key {
		if c == '/' {
			t.folders[key[:i]] = true
		}
	}
}

// has reports whether nothing more can be at an address.
func (t *taken) has(address string) bool {
	key := fileKey(address)
	if t.files[key] || t.folders[key] {
		return true
	}
	for i, c := range key {
		if c == '/' && t.files[key[:i]] {
			return true
		}
	}
	return strings.HasSuffix(key, "/")
}
