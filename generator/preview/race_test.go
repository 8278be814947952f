//go:build race

package preview

// The race detector makes everything many times slower.
const slow = true
