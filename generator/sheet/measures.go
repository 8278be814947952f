package sheet

// The measures of a sheet: millimetres, and points where the name ends in Points. The stylesheet of the theme gets each of them as a
// custom property, boxHeight as --sheet-box-height: a test writes them into templates/assets/sheet.css (go test ./generator/sheet -update).
const (
	// Paper. What stands on a page is decided for the area that A4 and Letter share inside their margins; what a paper has beyond it
	// makes boxes larger.
	paperWidth   = 210.0 // of A4
	paperHeight  = 297.0
	letterWidth  = 215.9
	letterHeight = 279.4
	margin       = 12.0

	// Lines, by what they are for: a bar begins a part of the page, the pen is wanted in the boxes and draws no stronger line above an
	// exercise, a tick is crossed. Grey lines only part.
	// Browsers print whole pixels of 0.265 mm: with other widths, borders that boxes share would fall beside each other.
	bar  = 0.53
	pen  = 0.265
	tick = 0.2

	// Type, all black. It is Arial or one of its metric twins. Nothing is smaller than small type.
	smallPoints     = 8.5
	smallLine       = 3.25 // from line to line
	textPoints      = 9.0
	textLine        = 3.5
	targetPoints    = 11.0
	targetLine      = 3.6
	namePoints      = 12.0 // of exercises and weeks
	nameLine        = 4.2
	titlePoints     = 16.0
	titleLine       = 6.2
	longTitlePoints = 13.0 // of a title that takes more than a line in larger type
	longTitleLine   = 5.0
	roomyTextPoints = 10.0 // on a page of few exercises
	roomyTextLine   = 4.1
	roomyNamePoints = 14.0
	roomyNameLine   = 5.2
	roomyRuleLine   = 3.7 // rules are as large as text there

	// The head: the letter of the session, the plan, who it is for, and the code.
	headHeight    = 24.2
	headBelow     = 0.5
	letterSide    = 20.0
	headGap       = 3.0
	whoWidth      = 46.0
	writeHeight   = 9.0 // of the line for a name
	whoAbove      = 0.8 // above the lines about the coach
	logoSide      = 10.0
	logoGap       = 2.0
	codeSide      = 20.0 // of what is printed of a code, without its white
	largeCodeSide = 22.4 // of one with more than 33 modules in a row
	codePlace     = 24.2 // of 28.5 mm for a code with its white, this much lies inside of the margin
	weeksPadding  = 0.3  // above and below the heads of the columns
	weekLine      = 4.8
	weekMarkGap   = 1.4 // between a week, its date and its marks
	dateRoom      = 8.0 // of a line to write a date on, at least
	groupPadding  = 0.7 // above how exercises are done in turn
	titlePadding  = 0.7 // above the name of an exercise
	roomyPadding  = 1.1
	titleBelow    = 0.7 // below a name that has more than a line, unless white is scarce
	cueGap        = 4.0 // between what is done and the first cue, at least
	numberWidth   = 5.6 // of the number of an exercise, at least
	groupedWidth  = 7.6 // of one with a letter
	doGap         = 1.4 // between the name and what is done
	askWidth      = 30.0
	askGap        = 2.0
	rail          = 29.0 // in which the drawing stands
	drawingWidth  = 28.0
	drawingHeight = 30.0
	gutter        = 2.0 // before a column

	// A visit: the strip of its target, and below it boxes, which grow to fill the page.
	strip       = 4.2
	boxHeight   = 10.0
	highestBox  = 17.0
	captionLine = 4.2 // over the box of a set
	apart       = 0.9 // below a visit
	roomyApart  = 1.4
	tightApart  = 0.2
	dayWidth    = 7.6 // of a day before its target
	besideGap   = 1.0 // between a box and a target beside it
	below       = 0.6 // between a target and its boxes, added to what the type leaves
	afterGap    = 1.4 // between a target and the name of its exercise behind it

	// What is written down once a visit, and below it what to do next time.
	logHeight    = 10.0
	logPadding   = 0.5 // above and below
	ruledLine    = 9.0 // from line to line for notes
	rulesGap     = 4.0 // between the columns of the rules
	rulesPadding = 0.6
	rulesShare0  = 0.36 // of the rules in the width, the rest being about when to stop
	rulesShare1  = 0.43
	rulesShare2  = 0.5
	rulesShare3  = 0.54
	rulesShare4  = 0.58
	rulesShare5  = 0.62
	rulesShare6  = 0.66
	stockPadding = 0.3
	stockGap     = 2.5  // between two lists of weights
	stockSpacing = 0.5  // between two weights of a list, added to the blank
	footHeight   = 3.7  // of a line at the foot, with the room above it
	testHeight   = 12.0 // of a box of the test card
)
