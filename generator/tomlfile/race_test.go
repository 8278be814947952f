//go:build race

package tomlfile

// The race detector makes everything many times slower.
const slow = true
