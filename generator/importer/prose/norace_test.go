//go:build !race

package prose

const slow = false
