package output

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// checkPath says why a path cannot be a file of a site. The rules are the same on every system, so that a site which builds
// on one builds on the others.
func checkPath(p string) error {
	if !fs.ValidPath(p) || p == "." || !filepath.IsLocal(filepath.FromSlash(p)) {
		return refuse("%q cannot be the path of a file: it must lead straight down from the public folder.", p)
	}
	for i, name := range strings.Split(p, "/") {
		if why := checkName(name, i == 0); why != "" {
			return refuse("%q cannot be the path of a file: %s. Rename it.", p, why)
		}
	}
	return nil
}

// checkName says what is wrong with one part of a path, or "".
func checkName(name string, first bool) string {
	switch {
	case strings.ContainsFunc(name, unfit):
		return `a name cannot hold a \, a : or an invisible character`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "a name cannot end in a dot or a space"
	case isDevice(name):
		return `Windows keeps the name "` + name + `" for itself`
	case strings.EqualFold(name, ".git"):
		return "the folder .git belongs to Git"
	case first && strings.EqualFold(name, folder):
		return "the folder " + folder + " is where Legpress keeps its own files"
	}
	return ""
}

// unfit reports characters that lead somewhere else on Windows, or nowhere.
func unfit(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' || r == ':' }

// isDevice reports whether Windows takes the name, whatever its extension, for a device (Microsoft, "Naming files, paths,
// and namespaces").
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		port, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && len([]rune(port)) == 1 && strings.Contains("0123456789¹²³", port)
}
