package sheet

// The measures of a sheet: millimetres, and points where the name ends in Points. The stylesheet of the theme gets each of them as a
// custom property, boxHeight as --sheet-box-height: a test writes them into templates/assets/sheet.css (go test ./generator/sheet -update).
const (
	// Paper. A4 and Letter share an area inside their margins, so that a sheet is the same on both.
	a4Width      = 210.0
	a4Height     = 297.0
	letterWidth  = 215.9
	letterHeight = 279.4
	margin       = 12.0
	Width        = 186.0 // of the shared area

	// Type. It is Arial or one of its metric twins.
	typePoints  = 10.0
	linePoints  = 11.25 // from line to line
	namePoints  = 11.0  // of exercises and targets
	titlePoints = 14.0
	titleLine   = 5.5 // from line to line

	// What stands above the table.
	paragraphBelow = 0.5
	headerBelow    = 1.5
	titleAbove     = 2.5
	titleGap       = 5.0  // from the title to the lines to write on, and between these
	writeWidth     = 50.0 // of the lines for a name and a date, at least
	writeHeight    = 8.5  // of a line to write on, with the room above it
	codeGap        = 2.0  // between the QR code and the text beside it
	stockGap       = 3.0  // between two lists of weights
	stockSpacing   = 1.6  // between two weights of a list, added to the blank

	// The table. Fewer weeks are wider; what they leave is for the heads of the rows.
	column1       = 62.0
	column2       = 46.0
	column3       = 40.0
	column4       = 31.0
	border        = 0.3 // of everything that is written into; neighbours share one
	side          = 1.0 // from the border of a cell to its text
	columnPadding = 0.6 // above and below the head of a column
	rowPadding    = 0.8 // above and below the head of a row
	rowStart      = 1.5 // from the edge of the page to the head of a row
	tableBelow    = 1.2

	// Drawings, each in a corner of the head of its row.
	drawingWidth       = 25.0
	drawingHeight      = 20.0
	denseDrawingWidth  = 19.0
	denseDrawingHeight = 13.0
	drawingGap         = 2.0 // to the text beside it
	drawingBelow       = 1.0

	// Boxes to write in, with their borders. They grow to fill their line.
	boxWidth      = 9.2  // of a set, at least
	boxHeight     = 8.3  // of any but that of the test card
	wideWidth     = 15.2 // of a set with a long target above its box, at least
	loadWidth     = 12.0 // of the box for a load, at least: it has room for the unit
	loadBorder    = 0.5
	targetWidth   = 14.0 // of a target that stands beside the boxes, at least
	textPadding   = 0.3  // above and below a target, and the words to circle
	densePadding  = 0.1  // the same on a dense page
	feltSpacing   = 1.5  // between two words to circle, added to the blank
	notesHeight   = 8.5  // of the room for notes, at least
	testBoxHeight = 12.0 // of a box on the test card
)
