package reference

import (
	"strings"

	"github.com/legpress/legpress/generator/source"
)

const publicShort = "Which files go public, and which do not."

// public says which files go public.
func public() string {
	var b strings.Builder
	b.WriteString(`Published is

  every text, exercise, runner type and plan that is not a draft, not dated in
  the future and not expired
  every picture, PDF, sound, film or other file that one of these shows or links
  everything in content/static/, as it is, whether a page links it or not
  the files of templates/assets/, if there are any

Nothing else is. What a draft shows or links stays with the draft, and so does
all that lies in the draft's own folder.

Where a runner keeps the log of a plan, her browser also keeps that plan for
where there is no net, by /sw.js of your site. What you publish is still what
she sees wherever the net is. To take the worker and all that it keeps away from
every browser, put an empty file sw.js into content/static/.

With listed = false an article, a page or a plan is published for whoever has
its address. It stands in no list, feed, tag, series, search, sitemap or guide,
no file for hosts names it or what belongs to it, and its pages ask search
engines to leave them out. An old address of it leads on like any other. A link
that you type in a listed text is yours: it is a note. It is no lock: who has
the address can pass it on. Give the file a name that nobody guesses.

A file below content/ that no page uses is named. A picture, a PDF, a sound or a
film is a warning: link it, or put it into content/static/. A document, a
spreadsheet, a file of an unknown kind is an error, so that nothing private lies
there unseen: link it, put it into content/static/, or move it out of content/.

When two computers change a file at once, programs that sync folders keep both,
one of them as "plan (conflicted copy).toml" or the like. Such a copy beside the
file is an error until you have chosen.

Passed over without a word are names that begin with a dot, and what programs
leave behind:

`)
	for _, l := range source.KnownLitter() {
		line := "  " + l.By + ":"
		for _, pattern := range l.Patterns {
			if pattern = strings.TrimSpace(pattern); len(line)+1+len(pattern) > width {
				b.WriteString(line + "\n")
				line = "   "
			}
			line += " " + pattern
		}
		b.WriteString(line + "\n")
	}
	b.WriteString(`
Of names that begin with a dot these are read, for hosts look for them:
` + strings.Join(source.Published(), " ") + "\n")
	return b.String()
}
