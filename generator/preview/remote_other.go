//go:build !linux

package preview

// remoteFolder is known on Linux only. Elsewhere there is --poll.
func remoteFolder(string) (kind string, yes bool) { return "", false }
