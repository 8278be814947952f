package output

import "github.com/legpress/legpress/generator/filename"

// checkPath returns an error for a path that cannot be a file of a site. Package check finds these first; this is the last guard.
func checkPath(p string) error {
	fault := filename.Check(p)
	switch {
	case fault == nil:
		return nil
	case fault.Better != "":
		return userErrorf("%q cannot be the path of a file: %s. Rename it: %s.", p, fault.Reason, fault.Better)
	}
	return userErrorf("%q cannot be the path of a file: %s. Rename it.", p, fault.Reason)
}
