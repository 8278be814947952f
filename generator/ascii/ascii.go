// Package ascii has what is quick to know of the letters that most texts consist of.
package ascii

// SmallLetters are the small letters of letters in ASCII, and digits; 0 for all other bytes.
var SmallLetters = func() (table [256]byte) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789") {
		table[c] = c
	}
	for c := 'A'; c <= 'Z'; c++ {
		table[c] = byte(c) + 'a' - 'A'
	}
	return table
}()
