package training

import "github.com/legpress/legpress/generator/tomlfile"

// draftKey is the key of every definition that keeps it from being published.
func draftKey() tomlfile.Key {
	return tomlfile.Key{Name: "draft", Kind: tomlfile.Boolean, Doc: "true keeps it from being published. What is published cannot use it until then.", Example: `true`, Synonyms: NotPublished()}
}

// NotPublished returns what other programs call a key that keeps something from being published, or its opposite.
func NotPublished() []string {
	return []string{"published", "publish", "public", "unpublished", "private", "secret", "status", "visibility", "wip"}
}

// NotListed returns what other programs call a key that keeps something out of lists, or its opposite.
func NotListed() []string {
	return []string{"unlisted", "hidden", "hide", "noindex", "index", "in_list", "show_in_list", "sitemap", "search_exclude"}
}
