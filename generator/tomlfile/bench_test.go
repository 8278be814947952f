package tomlfile

import "testing"

// frontMatter is what stands above an article.
const frontMatter = `title = "Finding balance"
date = 2026-03-01
summary = "How two short sessions fit into a running week."
tags = ["strength", "recovery", "beginners"]
author = "Jo Miller"
draft = false
`

func frontMatterFormat() *Format {
	return &Format{Name: "article", Keys: []Key{
		{Name: "title", Kind: String, Required: true, Example: `"Finding balance"`},
		{Name: "date", Kind: Date, Example: "2026-03-01"},
		{Name: "summary", Kind: String},
		{Name: "tags", Kind: Strings},
		{Name: "series", Kind: String},
		{Name: "author", Kind: String},
		{Name: "draft", Kind: Boolean},
	}}
}

// BenchmarkFrontMatter reads what every article has; a site may have ten thousand of them.
func BenchmarkFrontMatter(b *testing.B) {
	f, text := frontMatterFormat(), []byte(frontMatter)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Decode(Input{File: "a.md", Text: text, Line: 2}, f); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
