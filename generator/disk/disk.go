// Package disk says in one sentence why nothing can be written: the disk is full or can only be read, or the system does not allow it.
//
// In goes an error of the system, out comes a sentence for whoever has to do something about it. It does not look at any disk.
package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// Sentence says what the matter is with the disk that a place lies on, a file or a folder, and what to do; "" where the error has another
// cause.
func Sentence(err error, place string) string {
	switch {
	case isFull(err):
		return fmt.Sprintf("the disk is full: there is no room for all of %s. Delete what you no longer need and try again.", place)
	case errors.Is(err, syscall.EDQUOT):
		return fmt.Sprintf("your share of the disk is used up: there is no room for all of %s. Delete what you no longer need and try again.", place)
	case errors.Is(err, syscall.EROFS):
		return fmt.Sprintf("%s is on a disk that can be read but not written to. Choose a folder on another disk, or make this one writable.", place)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("the system does not allow Legpress to use %s. Change the permissions of that file or folder, or choose another one.", place)
	}
	return ""
}

// Place returns the file or folder that an error is about, as the system knows it; "" where it does not say.
func Place(err error) string {
	var at *fs.PathError
	var between *os.LinkError
	switch {
	case errors.As(err, &at):
		return at.Path
	case errors.As(err, &between):
		return between.New
	}
	return ""
}

// The errors of Windows that mean that a disk is full (Microsoft, "System Error Codes": ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL).
const (
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
)

func isFull(err error) bool {
	onWindows := runtime.GOOS == "windows" && (errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull))
	return onWindows || errors.Is(err, syscall.ENOSPC)
}
