//go:build !race

package tomlfile

const slow = false
