package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// nameByContent gives stylesheets and scripts a name that says what is in them, and puts the names into those that name them. One
// is named after those that it names, since their names are a part of what is in it. In a circle there is no such order: what stands
// in one, or names what does, keeps its name.
func (l *loader) nameByContent(assets []Asset) {
	var left []*Asset
	for i := range assets {
		if a := &assets[i]; a.isCode() {
			left = append(left, a)
		}
	}
	canBeHashed, mentioned := map[*Asset]bool{}, map[*Asset]map[string]int{}
	for _, a := range left {
		mentioned[a] = namesIn(a.Data)
	}
	for _, a := range left {
		canBeHashed[a] = l.canBeHashed(a, mentioned)
	}
	for named := true; named; {
		named = false
		for _, a := range slices.Clone(left) {
			if slices.ContainsFunc(left, func(other *Asset) bool { return canBeHashed[other] && a.names(other) }) {
				continue
			}
			a.nameOthers(assets)
			if canBeHashed[a] {
				a.URL, a.Hashed = hashed(a.address, a.Data), true
			}
			left = slices.DeleteFunc(left, func(other *Asset) bool { return other == a })
			named = true
		}
	}
	for _, a := range left {
		a.nameOthers(assets)
	}
}

// canBeHashed reports whether nothing asks for a stylesheet or a script but templates with the function link, and others in its folder
// as "./NAME". What a stylesheet imports otherwise, an article links or a template names in plain HTML has to keep its name. Mentioned are
// the names that stand in each of the others.
func (l *loader) canBeHashed(a *Asset, mentioned map[*Asset]map[string]int) bool {
	asked := 0
	for file, text := range l.files {
		if path.Ext(file) == ".html" {
			mentions, links := bytes.Count(text, []byte(a.address)), bytes.Count(text, []byte(`link "`+a.address+`"`))
			if mentions > links {
				return false
			}
			asked += links
		}
	}
	base := path.Base(a.address)
	isWhole := strings.IndexFunc(base, func(r rune) bool { return r < utf8.RuneSelf && !isOfName(byte(r)) }) < 0
	for other, names := range mentioned {
		mentions := names[base]
		if !isWhole {
			mentions = bytes.Count(other.Data, []byte(base))
		}
		if other == a || mentions == 0 {
			continue
		}
		imports := other.imports(a)
		if mentions > imports {
			return false
		}
		asked += imports
	}
	return asked > 0
}

// namesIn counts the names of stylesheets and scripts that stand in one, without the folders before them: "style.css".
func namesIn(text []byte) map[string]int {
	names := map[string]int{}
	for _, kind := range []string{".css", ".js"} {
		for end := 0; ; {
			at := bytes.Index(text[end:], []byte(kind))
			if at < 0 {
				break
			}
			from := end + at
			end = from + len(kind)
			if end < len(text) && isOfName(text[end]) {
				continue
			}
			for from > 0 && isOfName(text[from-1]) {
				from--
			}
			names[string(text[from:end])]++
		}
	}
	return names
}

// isOfName reports whether a byte goes on with a name that stands in running text.
func isOfName(b byte) bool {
	return b == '.' || b == '-' || b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b >= utf8.RuneSelf
}

// imports returns how often a stylesheet or a script names another one as "./NAME".
func (a *Asset) imports(other *Asset) int {
	if path.Dir(a.address) != path.Dir(other.address) {
		return 0
	}
	return bytes.Count(a.Data, relative(other.address))
}

func (a *Asset) names(other *Asset) bool { return a.imports(other) > 0 }

// nameOthers puts the names of the others into a stylesheet or a script.
func (a *Asset) nameOthers(others []Asset) {
	for i := range others {
		if other := &others[i]; other.Hashed && a.names(other) {
			a.Data = bytes.ReplaceAll(a.Data, relative(other.address), relative(other.URL))
		}
	}
}

// relative returns an address as a file of the same folder names it.
func relative(address string) []byte { return []byte(`"./` + path.Base(address) + `"`) }

// hashed returns an address with a part of the hash of its bytes: other bytes have another address.
func hashed(address string, data []byte) string {
	sum := sha256.Sum256(data)
	kind := path.Ext(address)
	return strings.TrimSuffix(address, kind) + "." + hex.EncodeToString(sum[:5]) + kind
}
