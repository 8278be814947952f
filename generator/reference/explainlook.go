package reference

// look says what the table [look] reaches, and what has to be known of fonts.
const look = `What it reaches

             pages   drawings   cards   icon   guide   sheets
  accent      yes      yes       yes    yes    yes       -
  reading     yes       -       *.ttf    -     yes       -
  data        yes       -         -      -     yes       -
  logo        yes       -         -      -      -       yes

What is printed from a page is black, so that every printer and copier shows
it; the guide has the accent in its lanes. Sheets keep their letters: how much
fits on one is computed from their widths. They show your logo unless [coach]
has one of its own.

The accent

It has to stand out from the shaded parts of light pages by 4.5 to 1, as WCAG
2.2 asks of text. If yours is lighter, the message names the nearest that can
be read. Lines are a little lighter, and on dark pages everything is so light
that it can be read there. You choose one colour and write nothing else.

Fonts

Fonts are files that end in .woff2; other forms are several times as large.
Put them into content/fonts/ or, with their licence, into content/static/fonts/
("static/fonts/My-Regular.woff2"). The licence has to allow websites; that of
fonts under the SIL Open Font License does. A file says itself how heavy its
letters are and whether they lean. Regular, bold and italic are enough, as is
one variable font. Together they should have no more than 120 KB: of a font
that comes as "latin" and "all characters", take the first.

Cards are pictures, drawn with letters of their own. If a .ttf lies beside a
font for reading and has its name (My-Bold.ttf beside My-Bold.woff2), cards
have its letters. It is not published.
`
