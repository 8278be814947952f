//go:build !race

package parse

const slow = false
