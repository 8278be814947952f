// Package filename says which names the files of a website may have: those that every system on which a site is written, built or
// uploaded can hold, so that a site which builds on one computer builds on the others.
//
// In goes the path of a file below the public folder, out comes what is wrong with it. It does not look at any disk.
package filename

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// LongestName is how long the name of a file or folder may be, in bytes: what Linux and macOS hold. Windows counts in units that
	// are never more.
	LongestName = 255

	// LongestPath is how long a path below the public folder may be, in bytes: what macOS (PATH_MAX) and object storage (the keys
	// of S3) hold is 1024, from which something is taken for the folder that a site lies in.
	LongestPath = 900
)

// Fault is what is wrong with a path.
type Fault struct {
	Reason string // a clause: `Windows keeps the name "con" for itself`
	Name   string // the part of the path that is wrong; the whole path where that is too long
	Better string // what that part may be called instead; empty where there is no telling
}

// Check says what is wrong with the path of a file, or returns nil. The path is slash-separated and relative to the public folder.
func Check(path string) *Fault {
	if len(path) > LongestPath {
		return &Fault{Reason: fmt.Sprintf("with all its folders the name is %d bytes long, and %d is the most", len(path), LongestPath), Name: path}
	}
	for rest, first, more := path, true, true; more; first = false {
		var name string
		name, rest, more = strings.Cut(rest, "/")
		if reason := wrong(name, first); reason != "" {
			return &Fault{Reason: reason, Name: name, Better: better(name)}
		}
	}
	return nil
}

// wrong says what is wrong with one part of a path, or "".
func wrong(name string, first bool) string {
	switch {
	case name == "" || name == "." || name == "..":
		return "a path must lead straight down from the root of the site"
	case len(name) > LongestName:
		return fmt.Sprintf("the name is %d bytes long, and %d is the most", len(name), LongestName)
	case !utf8.ValidString(name):
		return "the name has letters that other computers cannot read"
	case strings.ContainsFunc(name, unicode.IsControl):
		return "the name has an invisible character"
	case strings.ContainsAny(name, forbidden):
		return fmt.Sprintf("on Windows no name can have any of %s", strings.Join(strings.Split(forbidden, ""), " "))
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "on Windows no name can end in a dot or a blank"
	case isDevice(name):
		return fmt.Sprintf("Windows keeps the name %q for itself", name)
	case strings.EqualFold(name, ".git"):
		return "a folder .git belongs to Git"
	case first && strings.EqualFold(name, ".legpress"):
		return "the folder .legpress is where Legpress keeps its own files"
	}
	return ""
}

// forbidden are the characters that no name can have on Windows (Microsoft, "Naming files, paths, and namespaces").
const forbidden = `\:*?"<>|`

// isDevice reports whether Windows takes the name, whatever its extension, for a device (likewise).
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.TrimRight(stem, " ")
	if len(stem) < len("CON") || len(stem) > len("CONOUT$") {
		return false
	}
	if kind, port := stem[:3], stem[3:]; strings.EqualFold(kind, "COM") || strings.EqualFold(kind, "LPT") {
		return utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
	}
	return slices.ContainsFunc(devices, func(device string) bool { return strings.EqualFold(device, stem) })
}

// devices are those of which there is one.
var devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}

// better returns a name that is like one and will do, or "".
func better(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.IsControl(r) || strings.ContainsRune(forbidden, r) {
			return '-'
		}
		return r
	}, name)
	plain = strings.TrimLeft(strings.TrimRight(plain, ". "), "-")
	if isDevice(plain) {
		plain = "my-" + plain
	}
	if plain == name || wrong(plain, true) != "" || strings.Trim(plain, "-.") == "" {
		return ""
	}
	return plain
}
