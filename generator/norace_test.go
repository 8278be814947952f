//go:build !race

package generator_test

const slow = false
