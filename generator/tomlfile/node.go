package tomlfile

// shape says what was typed as a value.
type shape int

const (
	shapeBroken shape = iota // it was reported, and cannot be used
	shapeText
	shapeInteger
	shapeFloat
	shapeBoolean
	shapeDate  // with or without a time
	shapeClock // a time without a date
	shapeList
	shapeTable
)

// origin says how a table or a list came to be, which decides what may be added to it.
type origin int

const (
	originImplicit origin = iota // a table that a longer header goes through: [made.longer]
	originHeader                 // [made], or one of [[made]]
	originDotted                 // made.name = 1
	originBraces                 // { }, or the list [ ]
	originHeaders                // the list of all [[made]]
)

// node is one value of the file with the spans of its key and value. The children of a table are its values, in the order in which
// they were first typed; those of a list are its elements.
type node struct {
	name       string
	key        span // empty for elements of [ ] and for the file itself
	value      span // quotes and brackets included; of a table with a header, that header
	textStart  int  // of a text, the offset behind its opening quotes
	shape      shape
	origin     origin
	incomplete bool // a part of what it holds could not be read, so nothing in it may be called missing
	children   []*node
	index      map[string]*node // the children by name, from indexFrom children on
}

// indexFrom is the number of children from which a map is faster than a search.
const indexFrom = 12

// child returns the value under a name; nil where there is none.
func (n *node) child(name string) *node {
	if n.index != nil {
		return n.index[name]
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// add puts a value into a table or at the end of a list.
func (n *node) add(c *node) {
	n.children = append(n.children, c)
	switch {
	case n.shape != shapeTable || len(n.children) < indexFrom:
	case n.index == nil:
		n.index = make(map[string]*node, 2*indexFrom)
		for _, c := range n.children {
			n.index[c.name] = c
		}
	default:
		n.index[c.name] = c
	}
}

// last returns the table that a header below [[name]] continues: the list's last.
func (n *node) last() *node { return n.children[len(n.children)-1] }
