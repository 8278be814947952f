package parse

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// The most characters of a title and a summary without a warning (house rules): a title of 200 fills a phone's screen, and search engines
// show some 160 of a summary.
const (
	longTitle   = 200
	longSummary = 1000
)

// lint reports what can be read but was hardly meant: empty texts, words that are listed twice, days in the wrong order.
func (p *Parser) lint(a *Article, t *tomlfile.Table) diag.List {
	var list diag.List
	list.Add(blankTexts(t, "title")...)
	list.Add(optionalTexts(t, "summary", "author", "series", "image", "image_alt")...)
	list.Add(tooLong(t, "title", longTitle, "long-title", "Readers see it in lists and on cards: say it in a few words, and the rest in summary.")...)
	list.Add(tooLong(t, "summary", longSummary, "long-summary", "One or two sentences are enough; the rest belongs into the text.")...)
	for _, key := range []string{"tags", "runners", "aliases", "sources"} {
		list.Add(repeated(t, key)...)
	}
	if a.Image.Value != "" && a.ImageAlt == "" && !t.Broken("image_alt") {
		list.Add(diag.Errorf(t.ValuePos("image"), "picture-without-alt", "the picture has no description.").
			WithHint(`Say what it shows: image_alt = "A runner rows a dumbbell."`))
	}
	if t.Has("image_alt") && !t.Has("image") && !t.Broken("image") && !tomlfile.Blank(t.String("image_alt")) {
		list.Add(diag.Warningf(t.KeyPos("image_alt"), "alt-without-picture", "image_alt describes a picture, but there is none.").
			WithHint(`Name it as well, image = "row.jpg", or take this line out.`))
	}
	focus, problems := training.ReadFocus(t, "image_focus", "image")
	a.Focus = focus
	list.Add(problems...)
	list.Add(wordlessTags(p, a.Tags)...)
	list.Add(a.ownAliases()...)
	list.Add(p.days(a, t)...)
	list.Add(p.lineClaims(t, a.Draft, "title", "summary")...)
	return append(list, plainLines(t, "title", "summary", "image_alt")...)
}

// blankTexts reports required texts that are blank.
func blankTexts(t *tomlfile.Table, keys ...string) diag.List {
	var list diag.List
	for _, key := range keys {
		if t.Has(key) && tomlfile.Blank(t.String(key)) {
			list.Add(diag.Errorf(t.ValuePos(key), "empty-value", "%q is empty.", key).WithHint("Write something between the quotes."))
		}
	}
	return list
}

// optionalTexts reports optional texts that are there but blank.
func optionalTexts(t *tomlfile.Table, keys ...string) diag.List {
	var list diag.List
	for _, key := range keys {
		if t.Has(key) && tomlfile.Blank(t.String(key)) {
			list.Add(diag.Warningf(t.ValuePos(key), "empty-value", "%q is empty.", key).WithHint("Write something between the quotes, or take the line out."))
		}
	}
	return list
}

func tooLong(t *tomlfile.Table, key string, most int, id, hint string) diag.List {
	n := utf8.RuneCountInString(t.String(key))
	if n <= most {
		return nil
	}
	return diag.List{diag.Warningf(t.ValuePos(key), id, "this %s has %d characters.", key, n).WithHint("%s", hint)}
}

// repeated reports the texts of a list that are blank or stand in it twice.
func repeated(t *tomlfile.Table, key string) diag.List {
	var list diag.List
	seen := map[string]bool{}
	for _, text := range t.Texts(key) {
		word := Folded(text.Value)
		switch {
		case tomlfile.Blank(text.Value):
			list.Add(diag.Errorf(text.Pos, "empty-value", "there is an empty text in %q.", key).WithHint("Write something between the quotes, or remove them."))
		case seen[word]:
			list.Add(diag.Warningf(text.Pos, "listed-twice", "%q is listed twice.", text.Value).WithHint("Remove one of them."))
		}
		seen[word] = true
	}
	return list
}

// Folded returns a word as it is compared with others: those that differ only in capital letters, blanks and hyphens are the same.
func Folded(word string) string {
	apart := func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) }
	if word = strings.ToLower(word); strings.ContainsFunc(word, apart) {
		return strings.Join(strings.FieldsFunc(word, apart), " ")
	}
	return word
}

// ownAliases removes aliases that are blank, listed twice, or the address of the text itself, and reports the last.
func (a *Article) ownAliases() diag.List {
	var list diag.List
	seen := map[string]bool{}
	a.Aliases = slices.DeleteFunc(a.Aliases, func(alias tomlfile.Text) bool {
		own := strings.Trim(alias.Value, "/") == strings.Trim(a.URL, "/")
		if own {
			list.Add(diag.Warningf(alias.Pos, "own-alias", "%q is the address that this text has anyway.", alias.Value).
				WithHint("An alias is an old address. Take this one out."))
		}
		twice := seen[alias.Value]
		seen[alias.Value] = true
		return own || twice || tomlfile.Blank(alias.Value)
	})
	return list
}

// wordlessTags reports tags without a letter or digit. They would all have the address of the word "tag".
func wordlessTags(p *Parser, tags []tomlfile.Text) diag.List {
	var list diag.List
	for _, tag := range tags {
		read := strings.ContainsFunc(tag.Value, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		if !read && !tomlfile.Blank(tag.Value) && p.settings.TagURL(tag.Value) == "/tags/tag/" {
			list.Add(diag.Warningf(tag.Pos, "tag-without-letters", "the tag %q has no letter or digit for an address.", tag.Value).WithHint("Say it in a word."))
		}
	}
	return list
}

// The years in which a day is believed (house rule): no running blog is older, and nobody plans further ahead.
const (
	firstYear = 1900
	lastYear  = 2100
)

// days reports years that look like typing mistakes, and days of a text in the wrong order.
func (p *Parser) days(a *Article, t *tomlfile.Table) diag.List {
	var list diag.List
	for _, key := range []string{"date", "updated", "expires"} {
		if y := t.Time(key, p.settings.Zone).Year(); t.Has(key) && !believed(y) {
			list.Add(diag.Warningf(t.ValuePos(key), "odd-year", "the year %04d looks like a typing mistake.", y).WithHint("Write the day like 2026-03-01: year, month, day."))
		}
	}
	if !believed(a.Date.Year()) {
		return list
	}
	if believed(a.Updated.Year()) && day(a.Updated).Before(day(a.Date)) {
		list.Add(diag.Warningf(t.ValuePos("updated"), "updated-early", "this was updated on %s, before it was written on %s.", iso(a.Updated), iso(a.Date)).
			WithHint("One of the two days is wrong. Leave updated out until something has changed."))
	}
	if believed(a.Expires.Year()) && !a.Expires.After(a.Date) {
		list.Add(diag.Warningf(t.ValuePos("expires"), "never-shown", "this ends on %s and begins on %s, so it is never shown.", iso(a.Expires), iso(a.Date)).
			WithHint("Write a later day, or take expires out."))
	}
	return list
}

// believed reports whether a year is one in which a day is believed. That of the zero day is not.
func believed(year int) bool { return year >= firstYear && year <= lastYear }

func day(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }

func iso(t time.Time) string { return t.Format(time.DateOnly) }

// plainLines warns of Markdown in lines that are shown as they were typed, such as titles and cues.
func plainLines(t *tomlfile.Table, keys ...string) diag.List {
	var list diag.List
	for _, key := range keys {
		for _, line := range t.Texts(key) {
			if found := markdown.PlainMarkup(line.Value); found != "" {
				list.Add(diag.Warningf(line.Pos, "markup-in-line", "readers see %s with its signs: this line is shown as it is typed.", found).
					WithHint("Write it without them. Markdown is for the text below the front matter and for about."))
			}
		}
	}
	return list
}
