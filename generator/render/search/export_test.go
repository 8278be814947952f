package search

// Words returns the words of a text.
func Words(text string) []string {
	words := []string{}
	new(cutter).cut(text, func(word []byte, _ place) { words = append(words, string(word)) })
	return words
}
