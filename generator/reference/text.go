package reference

const textShort = "How articles and pages are written: headings, links, pictures, notes, videos."

// text says how texts are written. A test reads what is indented in it.
const text = `Texts are Markdown, as on GitHub. An empty line ends a paragraph, a heading, a
list and whatever else stands here.

Words

  ## A heading
  Words that are *slanted*, **heavy** or ` + "`typed`" + `.
  - a list
  1. a numbered list

A * or ~ between figures is part of a dose and stays as you typed it, before a
unit or behind one and with spaces or without, and so does a single * within a
word and a single ~: nothing becomes slanted or is struck out by

  3*8*20kg, 8~12 reps, 3 * 8 * 20 kg, 20kg*3*8, squat*3*8, ~2 min, Läufer*innen

Links: words in square brackets, then where they lead

  [a website](https://example.org/)
  [another article](2026-03-02-finding-balance.md)
  [an exercise](exercise:goblet-squat)
  [a plan](plan:first-eight-weeks)
  [a type of runner](runner:only-runs)
  [a source, which is then listed](source:blagrove-2018)

What is shown in its place: the same with ! in front, on a line of its own

  ![](exercise:goblet-squat)
  ![A runner rows a dumbbell.](row.jpg)
  ![A runner rows a dumbbell.](row.jpg "The words below the picture")
  ![How to row](https://www.youtube.com/watch?v=abcDEF_1234)

A video of YouTube or Vimeo is a link until it is clicked: nothing of that
website is loaded before. The words in the brackets say what is shown.

Notes: a quotation whose first line says of what kind it is

  > [!NOTE]
  > Words that help, but are not needed.

There are NOTE, TIP, IMPORTANT, WARNING and CAUTION.

Also

  | Week | Load |
  | --- | --- |
  | 1 | 8 kg |

  A claim with a footnote.[^1]

  [^1]: The footnote.

  Term
  : What it means.

  - [ ] to be done
  - [x] done

What looks like one of these and is shown as you typed it gets a warning with
the right spelling: **heavy:**words, [words] (address), ##Heading, an address
that nobody can click, a line that became a list or code by the signs or spaces
that it begins with, the commands of other programs. Where the signs are meant,
write \ before them.

A row of a table has no more cells than its head, and an empty line ends the
table. For a | that is no border write \|. A table has at most 100 columns, and
all tables of a text have at most 50,000 cells. A text has at most 2 MB, and
quotations and lists stand at most 20 deep inside each other.
`
