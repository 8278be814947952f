//go:build race

package growthtest

// Race says that the race detector is built in, which makes everything many times slower.
const Race = true
