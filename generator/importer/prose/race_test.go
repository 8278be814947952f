//go:build race

package prose

// The race detector makes everything many times slower.
const slow = true
