//go:build !race

package preview

const slow = false
