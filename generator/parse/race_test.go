//go:build race

package parse

// The race detector makes everything many times slower.
const slow = true
