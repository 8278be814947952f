package source

import (
	"io/fs"
	"syscall"
	"time"
)

// changeTime returns when the system last changed anything about a file. No program can set that time.
func changeTime(info fs.FileInfo) time.Time {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return time.Time{}
	}
	return time.Unix(s.Ctimespec.Unix())
}
