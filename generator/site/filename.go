package site

import (
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/filename"
)

// BadFilename says that the name of a file cannot be that of one on the website.
func BadFilename(file string, fault *filename.Fault) diag.Problem {
	reason := fault.Reason
	long := len(fault.Name) > filename.LongestName
	if long && !strings.Contains(file, fault.Name) {
		reason = "with what Legpress adds to it " + reason
	}
	p := diag.Errorf(diag.Position{File: file}, "file-name", "there can be no such name on the website: %s.", reason)
	switch {
	case fault.Better != "":
		return p.WithHint("Rename %q: %s.", fault.Name, fault.Better)
	case long:
		return p.WithHint("Give it a shorter name.")
	}
	return p.WithHint("Give it another name.")
}

// checkFilenames says so where a file's name makes a path that cannot be on the website.
func checkFilenames(file string, paths ...string) diag.List {
	for _, path := range paths {
		if fault := filename.Check(strings.TrimSuffix(path, "/")); fault != nil {
			return diag.List{BadFilename(file, fault)}
		}
	}
	return nil
}
