//go:build !linux && !darwin

package source

import (
	"io/fs"
	"time"
)

// changeTime returns the zero time: here the system keeps no such time, or none that is easily read.
func changeTime(fs.FileInfo) time.Time { return time.Time{} }
