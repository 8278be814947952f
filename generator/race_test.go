//go:build race

package generator_test

// The race detector makes everything many times slower.
const slow = true
