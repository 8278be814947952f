package markdown

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// address is where a link or a picture leads.
type address struct {
	url                             string // of an address outside the site (http, https, mailto, tel); the other fields are then empty
	scheme, target, query, fragment string
}

// fault is what is wrong with an address, in the words of a problem.
type fault struct{ id, message, hint string }

var (
	ownSchemes   = []string{"exercise", "runner", "plan", "article", "source"}
	cardSchemes  = []string{"exercise", "runner", "plan"}
	otherSchemes = []string{"https", "http", "mailto", "tel"}
)

const howLinksBegin = "A link begins with https://, mailto:, exercise:, runner:, plan:, article: or source:, or is the path of a file."

// named reports whether the site knows the name of the target, so that a link to it needs no words.
func (a address) named() bool { return a.scheme != "" }

// parseAddress reads what is between the round brackets of a link.
func parseAddress(raw []byte) (address, *fault) {
	s := strings.TrimSpace(nfc.String(resolved(raw)))
	end := strings.IndexAny(s, ":/?#")
	switch {
	case s == "" || s == "#" || s == "?":
		return address{}, &fault{"empty-link", "this link leads nowhere.", "Write an address between the round brackets."}
	case strings.ContainsFunc(s, unicode.IsControl):
		return address{}, &fault{"bad-address", "there is a character in this address that cannot be seen.", "Type the address anew."}
	case strings.HasPrefix(s, "//"):
		return address{}, &fault{"bad-address", "this address does not say how to get there.", "Write https:" + s + "."}
	case end < 0 || s[end] != ':':
		return readPath(s)
	}
	scheme, rest := strings.ToLower(s[:end]), s[end+1:]
	switch {
	case slices.Contains(ownSchemes, scheme):
		return readID(scheme, rest)
	case slices.Contains(otherSchemes, scheme):
		return readURL(scheme, s, rest)
	}
	return address{}, unknownScheme(s[:end+1], s)
}

// mailAddress matches an address of an e-mail, addressedFile names of files, which may look like one.
var (
	mailAddress   = regexp.MustCompile(`^[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)*\.\pL{2,}$`)
	addressedFile = regexp.MustCompile(`\.` + fileEndings + `$`)
)

// readPath reads the path of a file or of a page on the site.
func readPath(s string) (address, *fault) {
	switch {
	case strings.HasPrefix(strings.ToLower(s), "www."):
		return address{}, &fault{"bad-address", "this address does not say how to get there.", "Write https://" + s + "."}
	case mailAddress.MatchString(s) && !addressedFile.MatchString(s):
		return address{}, &fault{"bad-address", "this address of an e-mail does not begin with mailto:.", "Write mailto:" + s + "."}
	case strings.ContainsRune(s, '\\'):
		return address{}, &fault{"bad-address", `there is a \ in this path.`, "Write / between folders: " + strings.ReplaceAll(s, `\`, "/")}
	}
	a := split(s)
	if a.target == "" && a.fragment == "" {
		return address{}, &fault{"empty-link", "this link leads nowhere.", "Write an address between the round brackets."}
	}
	return a, nil
}

// readID reads what is behind exercise: and the like.
func readID(scheme, s string) (address, *fault) {
	a := split(s)
	a.scheme = scheme
	if a.target == "" {
		return address{}, &fault{"empty-link", "this link does not say which " + scheme + " it means.", "Write its name behind the colon: " + scheme + ":its-name."}
	}
	return a, nil
}

// readURL reads an address outside the site; rest is what is behind its scheme.
func readURL(scheme, s, rest string) (address, *fault) {
	if scheme == "mailto" || scheme == "tel" {
		if strings.Trim(rest, "/") == "" {
			return address{}, &fault{"empty-link", "this link leads nowhere.", "Write something behind " + scheme + ":."}
		}
		return address{url: s}, nil
	}
	if u, err := url.Parse(s); err != nil || u.Host == "" || strings.ContainsAny(u.Host, ` <>"`) {
		return address{}, &fault{"bad-address", "this is not the address of a website.", "It looks like https://example.org/page."}
	}
	return address{url: s}, nil
}

// unknownScheme returns the fault of an address with an unknown scheme; word is the scheme with its colon.
func unknownScheme(word, address string) *fault {
	f := &fault{"unknown-scheme", `a link cannot begin with "` + word + `".`, howLinksBegin}
	switch {
	case strings.HasPrefix(address, "data:image/"):
		f.message, f.hint = "the picture itself stands here, in letters and figures.", "Save it as a file beside this text, and write its name: ![What it shows](photo.jpg)."
		return f
	case word == "file:" || len(word) == len("C:"):
		name := path.Base(strings.ReplaceAll(unescape(address), `\`, "/"))
		f.message, f.hint = "this file is on your own computer, where no reader gets it.", "Put it beside this text, and write its name alone: "+written(name)+"."
		return f
	}
	known := slices.Concat(ownSchemes, otherSchemes)
	if near := diag.Nearest(strings.TrimSuffix(word, ":"), known); near != "" {
		f.hint = `Did you mean "` + near + `:"?`
	}
	return f
}

// split takes query and fragment off and turns %20 and the like into what they stand for.
func split(s string) address {
	var a address
	s, a.fragment, _ = strings.Cut(s, "#")
	if i := strings.IndexByte(s, '?'); i >= 0 {
		s, a.query = s[:i], s[i:]
	}
	a.target, a.fragment = unescape(s), unescape(a.fragment)
	return a
}

// unescape resolves %XX and composes the letters. An address that would then be unreadable stays as it is.
func unescape(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	plain, err := url.PathUnescape(s)
	if err != nil || strings.ContainsFunc(plain, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar }) {
		return s
	}
	return nfc.String(plain)
}

// written returns an address as it is written between the brackets of a link.
func written(address string) string {
	if strings.ContainsAny(address, " ()") {
		return "<" + address + ">"
	}
	return address
}
