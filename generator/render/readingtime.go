package render

// wordsPerMinute is how fast a text is read silently (Brysbaert 2019: 238 words of English a minute; rounded down, as there are
// tables and figures to look at).
const wordsPerMinute = 220

// ReadingMinutes returns how long it takes to read the page's text, in whole minutes, at least 1.
func (v *ArticleView) ReadingMinutes() int {
	d := v.Article.Doc
	if d == nil {
		return 1
	}
	return max((d.Words+wordsPerMinute/2)/wordsPerMinute, 1)
}
