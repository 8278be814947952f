package preview

import "syscall"

// remoteFolder reports whether a folder is on a file system that sends no events about changes by other machines, and what that is called.
func remoteFolder(dir string) (kind string, yes bool) {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return "", false
	}
	switch uint32(s.Type) { // the numbers are those of statfs(2)
	case 0x6969:
		return "NFS", true
	case 0x517b, 0xff534d42, 0xfe534d42:
		return "a Windows share", true
	case 0x01021997:
		return "a share of the host (9P)", true
	case 0x65735546:
		return "a FUSE file system", true
	case 0x786f4256:
		return "a VirtualBox share", true
	}
	return "", false
}
