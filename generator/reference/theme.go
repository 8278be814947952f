package reference

const themeShort = "What can stand in a template of the theme."

// theme says what templates are made of. A test holds it against what templates are given.
const theme = `Legpress comes with a theme. "legpress new theme" lists its files, and

  legpress new theme layouts/article.html

writes one of them into templates/ of your site, where it takes the place of the
theme's: change that one, and leave the others. A word on a button is changed in
templates/words (legpress new words en), a colour in templates/assets/style.css.

  layouts/base.html     the frame of every page: head, header, footer
  layouts/article.html  what stands in the frame, for each kind of page
  partials/             pieces that several pages share
  assets/               stylesheets, scripts, icons
  words/                the fixed words, one file for each language

Templates are those of Go (https://pkg.go.dev/html/template): {{.Title}} is
filled in; {{if}}, {{with}} and {{range}} choose and repeat. What is filled in
cannot break the page. A mistake is reported with its file and line.

On every page

  .Title .Description .Page.Kind .Page.URL .Settings .Site
  .Menu         the entries of the menu, as a list
  .Text         the text of the page
  .Contents     its headings, as the items of a list; nothing if there are few
  .Citations    the sources that it cites
  .Sharing      what the head says to those who show a link to the page, and
                of an unlisted one to search engines
  .Feeds        the feeds that the head offers
  .Outside      what the site asks of other websites, in sentences; .IsAbout and
                .HasAbout tell whether this page says it, or another one
  .Fixed        a partial that is the same on all pages of a kind:
                {{.Fixed "header.html"}}
  .HasVideo .HasColours   it needs the script for videos, the colours of code

An article

  .Article      its front matter: .Article.Date, .Updated, .Tags, ...
  .Image .Author .ReadingMinutes .Tags .Runners .Series .Related
  .Neighbour    {{.Neighbour 1}} is the article before it in time,
                {{.Neighbour -1}} the one after
  .Teaser       an article as it stands in lists:
                {{range .List.Articles}}{{$.Teaser .}}{{end}}

An exercise, and wherever exercises are shown

  .Exercise
  .Drawing .Small .Thumbnail   its picture: {{.Drawing .Exercise}}
  .Patterns .Equipment         all exercises by pattern; what they need

A type of runner, and a plan for one

  .Runner .Programme .Plan
  .Weeks .Phases .Glances .Rules .Needs   what is done, when and with what
  .RunningWeek .LiftingWeeks              the days of the week, and why these
  .Charts .ChartGround                    how the load grows, as drawings
  .Race .TestWeeks .Checks .PlanSources .PDFs .GuidePDFs .LongPast

The sheet

  .Sheets .LastSheet .SheetDrawing .Code   .Code is the QR code,
                                           if the site has an address
  .RedFlags      the signs that end the training

A list of articles, and an old address

  .List         the list; .ListFeeds its feeds
  .Target       where the page leads

The method page, and the guide as one PDF

  .Method .Literature .Parts .Number

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
  target . goal .        "3 × 8"; the same with its load, short
  units .                a text whose numbers and units stay on one line
  duration . minutes .   seconds in words; a range of minutes
  first 10 .             the first so many articles
  join . ", "            texts in a row
  equipment .            what an exercise needs
  frame .                the address of a video's player, or nothing
  testkind .             what kind of test it is
  shortsource .          "Blagrove 2018"
`
