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

// made says how a table or a list came to be, which decides what may be added to it.
type made int

const (
	madeBetween made = iota // a table that a longer header goes through: [made.longer]
	madeHeader              // [made], or one of [[made]]
	madeDotted              // made.name = 1
	madeBraces              // { }, or the list [ ]
	madeHeaders             // the list of all [[made]]
)

// node is one value with the places it was typed at: the locator's picture of the file. The children of a table are its
// values in the order in which they were first typed; those of a list are its elements.
type node struct {
	name     string
	key      span // empty for elements of [ ] and for the file itself
	value    span // quotes and brackets included; of a table with a header, that header
	body     int  // of a text, where the text itself begins
	shape    shape
	made     made
	lost     bool // a part of what it holds could not be read, so nothing in it may be called missing
	children []*node
	index    map[string]*node // the children by name, once they are many
}

// many is the number of children from which an index pays.
const many = 12

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
	case n.shape != shapeTable || len(n.children) < many:
	case n.index == nil:
		n.index = make(map[string]*node, 2*many)
		for _, c := range n.children {
			n.index[c.name] = c
		}
	default:
		n.index[c.name] = c
	}
}

// last returns the table that a header below [[name]] continues: the list's last.
func (n *node) last() *node { return n.children[len(n.children)-1] }
