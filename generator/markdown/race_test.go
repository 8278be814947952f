//go:build race

package markdown

// The race detector makes everything many times slower.
const slow = true
