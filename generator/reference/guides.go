package reference

import "strings"

// The guides lead through what a coach does first, each in a page. They are found by the plain words for it, too.

// guides are topics that lead through something, in their order, with what each is about.
var guides = []Topic{
	{Name: "first-plan", Short: "Your first plan: change one that is there, then make one of your own.", Part: true, example: firstPlan},
	{Name: "photo", Short: "A photo: where to put it, and which words it needs.", Part: true, example: photo},
	{Name: "colour", Short: "Your colour, your logo and your letters.", Part: true, example: colour},
	{Name: "print", Short: "Paper: a sheet from the browser, all as PDFs, the guide as a book.", Part: true, example: printing},
	{Name: "race", Short: "A plan that ends with a race.", Part: true, example: race},
	{Name: "pounds", Short: "Weights in pounds, or in both units.", Part: true, example: inPounds},
	{Name: "carry", Short: "A carry, or a hold with a weight: metres or seconds, and the weight beside them.", Part: true, example: carry},
	{Name: "undo", Short: "Take something out, take that back, and keep a copy of all of it.", Part: true, example: undo},
}

// plain are plain words for topics.
var plain = map[string]string{
	"photos": "photo", "picture": "photo", "pictures": "photo", "image": "photo", "images": "photo", "foto": "photo",
	"color": "colour", "colours": "colour", "colors": "colour", "font": "colour", "fonts": "colour", "design": "colour",
	"pdf": "print", "pdfs": "print", "paper": "print", "sheet": "print", "sheets": "print", "printing": "print",
	"races": "race", "marathon": "race", "taper": "race", "pound": "pounds", "lb": "pounds", "lbs": "pounds", "kg": "pounds", "units": "pounds",
	"carries": "carry", "metres": "carry", "meters": "carry", "seconds": "carry",
	"backup": "undo", "delete": "undo", "remove": "undo", "rename": "undo", "restore": "undo",
	"upload": "publish", "online": "publish", "deploy": "publish", "host": "publish", "hosting": "publish", "web": "publish",
	"start": "first-plan", "begin": "first-plan", "tutorial": "first-plan", "help": "first-plan", "privacy": "public", "runners": "athletes",
	"kettlebell": "weights", "kettlebells": "weights", "dumbbell": "weights", "dumbbells": "weights", "barbell": "weights", "equipment": "weights",
	"settings": "site", "config": "site", "markdown": "text", "link": "text", "links": "text", "colour-scheme": "colour", "html": "outside", "youtube": "text", "video": "text",
}

// topicOf returns the name of the topic that a word means.
func topicOf(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if name, ok := plain[word]; ok {
		return name
	}
	return word
}

const firstPlan = `Open the preview, and keep it beside you: "legpress serve --open".

1  Change one that is there

Open content/plans/first-eight-weeks.toml. Change title, save, and look: the
page says it at once. Now change "3 x 8-12" of one exercise into "3 x 6-10", and
see the weeks move. What you get wrong is said with its line; the page stays as
it was.

2  What a row says

  { exercise = "goblet-squat", do = "3 x 8-12", rest = "2 min",
    start = "8 kg", step = "2 kg" },

3 sets of 8 to 12. Who reaches 12 in all of them takes 2 kg more next time, and
begins at 8 again. "legpress explain row" has every key, "legpress explain
programmes" the usual ways of getting stronger, such as 5 x 5.

3  One of your own

  legpress new exercise "Nordic curl"
  legpress new plan "Hill season"

Each writes a file that works as it is and explains itself. In the plan say who
it is for (runners), how many weeks, and one row for each lift: a squat, a
hinge, a push and a pull are enough. The days come from the running week of the
runner type.

4  Look at it as a runner

Open the plan's page, then its sheet, and print it: "legpress explain print".
"legpress check" says whether all is well, and why a rule was broken.
`

const photo = `Put the photo beside the text that shows it, as your phone made it: Legpress
turns it upright, makes it small and takes the place out where it was taken.

In an article, give the article a folder of its own:

  content/articles/2026-03-02-hills/index.md
  content/articles/2026-03-02-hills/hill.jpg

  ![A runner on a hill](hill.jpg "Photo: Sam Lee")

The words in square brackets say what is seen, for those who do not see it. The
words in quotes stand below the photo; say there who took it, if it was not you.

At the top of an article, and on cards and lists, in its head:

  image     = "hill.jpg"
  image_alt = "A runner on a hill"

Of an exercise, in its file: picture, picture_alt, picture_credit. Of a runner
type: image, image_alt. Of yourself, in site.toml: portrait below [coach].

Where a photo is cut, a face at the edge is kept by saying where it is, from the
left and from the top: image_focus = "40% 20%". Take out a photo that you no
longer show with "legpress remove picture
content/articles/2026-03-02-hills/hill.jpg".
`

const colour = `In content/site.toml:

  [look]
  accent = "#0a5c8f"
  logo   = "logo.svg"

accent is your colour, as a # with six signs: a program for drawing shows them.
Links, buttons, drawings, cards and the small picture in the tab follow it, and
on dark pages a lighter one of the same hue does. If it is too light to be read,
the message names the nearest that can be. Put the logo beside site.toml.

"legpress explain look" has the rest, letters of your own among it. More than
that is a theme: "legpress explain theme".
`

const printing = `One sheet: open the plan, choose "Sheet", print from the browser. A4 or Letter,
black on white; the page says how many sheets it takes.

All of them, as PDFs that the pages then link:

  legpress pdf                  needs Chrome, Chromium, Edge or Brave
  legpress build --pdf          the same with a build; only what has changed
  legpress pdf --book           the whole guide as one file, with contents

For one runner whom you coach, with her weights and from where she is: "legpress
athlete sheet", see "legpress explain athletes". What stands at the foot of a
sheet comes from [coach] in site.toml, and the square code from url.

The paper that comes first is paper = "a4" or "letter" in site.toml.
`

const race = `In the file of the plan:

  race_week = 16              the week that ends with the race
  race_day  = 2026-10-04      the day, where all readers run the same race

Legpress then makes a taper by itself, in that week and the one before it (two,
for a race on Monday to Thursday): the weight stays, the sets are halved, and
the last days are free. Do not make those weeks easy as well: easy_weeks =
{ every = 4 } leaves them out by itself, and the week before them. The whole
guide that "legpress new site" writes has such a plan, sixteen-weeks-to-a-race;
the small guide has none.

Every reader can choose another first Monday on the page of the plan, and so
another race. A race of one runner whom you coach stands in her file: "legpress
explain athletes".
`

const inPounds = `In content/site.toml:

  unit = "lb"

  [weights]
  dumbbell = ["5 lb", "10 lb", "15 lb", "20 lb", "25 lb"]
  barbell  = { bar = "45 lb", plates = ["2.5 lb", "5 lb", "10 lb", "25 lb"] }

Write the weights that your runners can really pick up: no plan asks for another
one. In a plan, start = "15 lb" and step = "5 lb". A weight is printed as you
write it, with the other unit behind it in brackets. Readers can choose their
unit and their weights on the page of a plan.

A new site has all of that: legpress new site my-site --unit lb
`

const carry = `  # content/exercises/suitcase-carry.toml
  name      = "Suitcase carry"
  pattern   = "carry"
  measure   = "metres"
  load      = "weight"
  equipment = ["kettlebell"]
  per_side  = true

measure says what is counted: metres here; "hold" counts seconds. load says that
a weight makes it harder, which only measure = "load" says by itself, and that
one counts repetitions. hands = 2 stands for a weight in each hand.

In a plan:

  { exercise = "suitcase-carry", do = "3 x 20-40 m", start = "12 kg" },

Each session asks for 5 m more, and from the top of the range for the next
weight, at 20 m again. Without load take start out: then the top of the range
leads to the harder exercise.
`

const undo = `  legpress remove exercise pogo-jump     shows what follows, and asks
  legpress rename plan old-name new-name
  legpress undo                          takes the last of these back, then
                                         the one before

remove takes out what refers to it as well: links become plain words, ladders
close, rows of plans go. If you have deleted a file by hand, the same command
mends the rest.

undo goes back step by step, twenty at the most, and says what comes next. Where
you have changed a file since, it does nothing rather than lose that. It knows
these two commands only. For all else keep copies. The folder of your site is
all there is: copy it to another disk, or let git keep every state of it:

  git init
  git add .
  git commit -m "As of today"

public/ can always be made again and need not be kept; athletes/ is what you
know of people, and belongs where others do not look.
`
