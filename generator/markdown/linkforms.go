package markdown

import (
	"bytes"
	"regexp"
	"strings"
)

// fileEndings are those of the files that texts lead to and show.
const fileEndings = `(?i:md|toml|html?|jpe?g|png|gif|webp|svg|avif|heic|pdf)`

// linkForms are the forms of addresses with spaces, and what is to be written for each. The first one counts that an address has.
var linkForms = []struct {
	found  *regexp.Regexp
	mended func(found []string) string
}{
	{regexp.MustCompile(`^(exercise|runner|plan|article|source) ?: *([^"<>#?]+)$`), func(found []string) string { return "(" + found[1] + ":" + slug(found[2]) + ")" }},
	{regexp.MustCompile(`^(https?|mailto|tel) ?: *(\S+|[\d +/-]+)$`), func(found []string) string { return "(" + found[1] + ":" + strings.ReplaceAll(found[2], " ", "") + ")" }},
	{regexp.MustCompile(`^(https?://\S+) [^"<>]*$`), func(found []string) string { return "(" + found[1] + "), or %20 for each of them" }},
	{regexp.MustCompile(`^([^\s"<>:][^"<>:]*\.` + fileEndings + `)$`), func(found []string) string { return "(" + written(found[1]) + ")" }},
}

// longestAddress is how many bytes of an address are looked at to say what was meant.
const longestAddress = 200

// unreadableLinkFault returns the fault of a link that cannot be read. What was typed begins behind the bracket before the address, and ends
// with the closing one or the line.
func unreadableLinkFault(typed []byte) fault {
	const orNoLink = ` If no link is meant, write \[ for [.`
	typed = bytes.TrimSpace(typed)
	address := strings.TrimSpace(strings.TrimSuffix(string(typed[:min(len(typed), longestAddress)]), ")"))
	f := fault{"unreadable-link", "this looks like a link, but it cannot be read as one.", "An address has no spaces: write (<my file.md>) around one that does." + orNoLink}
	if words := strings.Fields(address); !bytes.HasSuffix(typed, []byte(")")) && len(words) > 0 {
		f.message, f.hint = "the ) behind the address of this link is missing.", "Write ("+words[0]+")."+orNoLink
		return f
	}
	for _, form := range linkForms {
		if found := form.found.FindStringSubmatch(address); found != nil && len(typed) <= longestAddress {
			f.hint = "An address has no spaces: write " + form.mended(found) + "." + orNoLink
			break
		}
	}
	return f
}
