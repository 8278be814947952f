package training

// What is known about training stands in tables: movement patterns and their groups, measures, equipment, kinds of day. A row has all
// that the rules, the minutes, the messages and the pages have to know of its subject, so that a new subject is one new row.

// Answer says whether something holds for a row. Its zero is that nobody has said, so that a test finds a row that leaves something out.
type Answer int

const (
	No Answer = iota + 1
	Yes
)

// column returns one column of a table.
func column[Row, Cell any](rows []Row, cell func(Row) Cell) []Cell {
	list := make([]Cell, len(rows))
	for i, row := range rows {
		list[i] = cell(row)
	}
	return list
}

// find returns the row of a table whose key is the one given; the zero row where there is none.
func find[Row any, Key comparable](rows []Row, key Key, of func(Row) Key) (row Row) {
	for _, row := range rows {
		if of(row) == key {
			return row
		}
	}
	return row
}
