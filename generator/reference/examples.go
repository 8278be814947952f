package reference

// examples returns a short whole file for each format, and each part as it stands in a file. A test reads them all.
func examples() map[string]string {
	return map[string]string{
		"site": `# content/site.toml
title  = "Balanced Stride"
url    = "https://example.org/"
author = "Jo Miller"
menu   = ["runners", "plans", "exercises"]

[weights]
dumbbell = ["4 kg", "6 kg", "8 kg", "10 kg", "12 kg"]
`,
		"article": `# content/articles/2026-03-01-finding-balance.md
+++
title = "Finding balance"
date = 2026-03-01
tags = ["strength", "recovery"]
+++

Two short sessions fit into every running week. Begin with
the [goblet squat](exercise:goblet-squat).
`,
		"page": `# content/pages/about.md
+++
title = "About"
+++

Who writes here, and why.
`,
		"exercise": `# content/exercises/goblet-squat.toml
name      = "Goblet squat"
pattern   = "squat"
measure   = "load"
equipment = ["dumbbell", "kettlebell"]
cues      = ["Sit down between your heels.", "Whole foot on the floor."]
stop      = ["Your heels lift off the floor."]
easier    = "box-squat"
harder    = "front-squat"
`,
		"athlete": `# athletes/anna-k.toml
name   = "Anna K."
plan   = "first-eight-weeks"
runner = "only-runs"
start  = 2026-11-30
days   = ["tue", "fri"]

[weights]
dumbbell = ["4 kg", "8 kg", "12 kg"]

[starts]
goblet-squat = "8 kg"
`,
		"stands": `stands = [
  { exercise = "goblet-squat", amount = 10, load = "12 kg" },
  { exercise = "push-up-hold", amount = 20 },
]
`,
		"starts": `[starts]
goblet-squat      = "8 kg"
"bent-over-row@B" = "10 kg"
`,
		"pose": `# Below everything else in content/exercises/goblet-squat.toml.
#
#   trunk and head           arms and legs
#          0  30                  180
#          | /                     |
#          |/                      |
#   -90 ---o--- 90         -90 ----o---- 90
#        hips                     /|
#                              -30 0      the figure looks this way →

[[pose]]
label     = "Stand tall, the weight at your chest"
upper_arm = -8
forearm   = 148
ground    = ["feet"]

[[pose]]
label     = "Sit down between your heels"
torso     = 30
head      = -20
upper_arm = -38
forearm   = 118
thigh     = 100
shin      = -28

[[prop]]
kind = "dumbbell"
at   = "palms"
turn = 75
`,
		"runner": `# content/runners/only-runs.toml
name  = "Nothing outside running"
order = 1
signs = ["I run, and I do no strength work at all."]
aim   = "A simple start that you can keep up and write down."
reserve           = 3
sessions_per_week = [1, 2]

[running_week]
mon = "rest"
tue = "medium"
wed = "easy"
thu = "hard"
fri = "rest"
sat = "easy"
sun = "long"
`,
		"plan": `# content/plans/first-eight-weeks.toml
title      = "First eight weeks"
runners    = ["only-runs"]
weeks      = 8
easy_weeks = [4, 8]

[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg" },
  { exercise = "push-up-hold", do = "3 x 15-30 s", rest = "60 s" },
]
`,
		"sources": `# content/sources.toml
[blagrove-2018]
authors = "Blagrove RC, Howatson G, Hayes PR"
year    = 2018
title   = "Effects of strength training on the physiological determinants ..."
journal = "Sports Medicine 48:1117-1149"
doi     = "10.1007/s40279-017-0835-7"
`,
		"moved": `# content/moved.toml
"/category/strength/" = "/tags/strength/"
"/exercises/air-squat/" = "/exercises/box-squat/"
"/feed/" = "/rss.xml"
`,
		"session": `[[session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg" },
  { exercise = "push-up-hold", do = "3 x 15-30 s", rest = "60 s" },
]
`,
		"phase": `[[phase]]
name  = "Base"
aim   = "Learn the lifts and get used to them."
weeks = 6

[[phase.session]]
name = "A"
exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg" },
]
`,
		"row": `exercises = [
  { exercise = "goblet-squat", do = "3 x 8-12", start = "8 kg" },
  { exercise = "front-squat", do = "3 x 5", start = "30 kg", step = "5 kg" },
  { exercise = "step-up", do = "3 x 8-12 each side", start = "you choose" },
  { exercise = "push-up-hold", do = "3 x 15-30 s", rest = "60 s" },
]
`,
		"look": `[look]
accent = "#0a5c8f"
logo   = "logo.svg"

reading = ["fonts/My-Regular.woff2", "fonts/My-Bold.woff2"]
data    = "sans"
`,
		"outside": `[outside]
forms   = ["https://formspree.io"]
frames  = ["https://calendly.com"]
scripts = ["https://plausible.io"]
`,
		"weights": `[weights]
dumbbell   = ["4 kg", "6 kg", "8 kg", "10 kg", "12 kg"]
kettlebell = ["8 kg", "12 kg", "16 kg"]
barbell    = { bar = "20 kg", plates = ["1.25 kg", "2.5 kg", "5 kg"] }
trap-bar   = { bar = "25 kg", plates = ["5 kg"], pairs = { "5 kg" = 3 } }
band       = ["yellow", "red", "green"]
sandbag    = []
`,
	}
}

const quantitiesShort = `How sets, weights and times are written: "3 x 8-12", "8 kg", "2 min".`

// quantities says how quantities are written. A test reads every text in quotes.
const quantities = `Sets, weights and times are short texts in quotes, with a unit behind every
number that needs one.

What to do: sets x repetitions, seconds or metres

  do = "3 x 10"              three sets of ten
  do = "3 x 8-12"            begin with 8, and add until all sets have 12
  do = "3 x 8-12 each side"  the same on the left and on the right
  do = "3 x 20-30 s"         hold for 20 seconds, and add until 30
  do = "3 x 20 m"            walk 20 metres
  do = "2 x 10 steps"        ten steps, counted like repetitions
  do = "12, 10, 8"           sets that differ
  do = "5 x 3+"              the last set is open: as many good ones as leave
                             the reserve
  do = "1 x 5, 3 x 8 at 85 %"  the last three with 85 % of the weight
  do = "4 x 4 RM"            with the heaviest weight that leaves the reserve

Weights

  start = "8 kg"             kilograms
  start = "18 lb"            pounds
  start = "2.5 kg"           with a point, not a comma
  start = "you choose"       an empty box: the runner finds the weight
  start = "30 % of body mass"  a box beside these words

Times

  rest = "90 s"              seconds
  rest = "2 min"             minutes
  rest = "1 min 30 s"        both
  rest = "60-90 s"           the least and the most
  tempo = "3-0-3"            3 seconds down, no hold, 3 seconds up

What the next step adds

  step = "2 kg"              for exercises with a load
  step = "5 s"               for holds
  step = "1 rep"             for repetitions
  back = "10 %"              what is taken off after missed sets

Blanks and spellings are as you like: "3x8-12", "3 × 8–12" and
"3 sets of 8 to 12 reps" are the same.
`
