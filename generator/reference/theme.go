package reference

const themeShort = "What can stand in a template of the theme."

// theme says what templates are made of: how, the words that each is given, the functions that all have.
func theme() string { return themeHow + wordsOfTheme() + themeFunctions }

const themeHow = `Legpress comes with a theme. "legpress new theme" lists its files, and

  legpress new theme layouts/article.html

writes one of them into templates/ of your site, where it takes the place of the
theme's: change that one, and leave the others. A word on a button is changed in
templates/words (legpress new words en), a colour in templates/assets/style.css.

  layouts/base.html     the frame of every page: head, header, footer
  layouts/article.html  what stands in the frame, for each kind of page
  partials/             pieces that several pages share
  assets/               stylesheets, scripts, icons
  sw.js                 the script by which a plan is shown without a net
  words/                the fixed words, one file for each language

Templates are those of Go (https://pkg.go.dev/html/template): {{.Title}} is
filled in; {{if}}, {{with}} and {{range}} choose and repeat, and inside the last
two the page is $. What is filled in cannot break the page. A mistake is
reported with its file and line. Each layout has words of its own; what several
layouts share asks which one it is in: {{if eq .Page.Kind "article"}}.
`

const themeFunctions = `
Functions

  link "/articles/"      an address on the site, for href and src
  address .URL           one that may be elsewhere, as the settings have it
  absolute "/articles/"  the same with https:// and the site's name
  printed "/articles/"   the same for paper, as people read it; nothing as long
                         as the url in site.toml leads readers nowhere
  anchor .URL .Title     a whole link; a third word says what the page is to
                         this one: anchor .URL .Title "next"
  word "updated"         a fixed word; word "minutes" "n" 5 fills in {n}
  count "articles" 3     a word that depends on a number: "3 articles"
  date . isodate . day . a date in words, as 2026-03-02; the name of a weekday
  load . weight .        a load in both units, in the site's unit
  units .                a text whose numbers and units stay on one line
  minutes .              a range of minutes
  first 10 .             the first so many articles
  join . ", "            texts in a row
  equipment .            what an exercise needs
  frame .                the address of a video's player, or nothing
  testkind .             what kind of test it is
  shortsource .          "Blagrove 2018"
`
