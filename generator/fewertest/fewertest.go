// Package fewertest has the tests of a package draw a tenth of their cases where the race detector is built in, with which they take many
// times as long: what is to be found by it is in each of them.
//
// It is imported for that alone: it has neither an input nor an output.
package fewertest
