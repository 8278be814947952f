//go:build race

package site

// The race detector makes everything many times slower.
const slow = true
