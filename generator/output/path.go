package output

import "github.com/legpress/legpress/generator/filename"

// checkPath says why a path cannot be a file of a site. A site whose content was checked has none of those.
func checkPath(p string) error {
	fault := filename.Check(p)
	switch {
	case fault == nil:
		return nil
	case fault.Better != "":
		return refuse("%q cannot be the path of a file: %s. Rename it: %s.", p, fault.Reason, fault.Better)
	}
	return refuse("%q cannot be the path of a file: %s. Rename it.", p, fault.Reason)
}
