// Package typecheck finds the words of templates that what they are filled in with does not have, before anything is filled in.
//
// In go the parse trees of templates and the type of what the first of them is given, out come the words that are missing, with their
// places. A template that another one calls is checked with what it is given there. What the types do not tell, as of an interface, is
// left to the rendering: a word that is reported is wrong. Nothing but words is looked at, not the arguments of methods and functions.
package typecheck

import (
	"cmp"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// Checker knows what the templates of a theme can call. It is for one goroutine at a time.
type Checker struct {
	functions map[string]any
	includes  map[string]Include
	known     map[word]result
}

// New returns a checker. Functions are those that templates call, by name, without those of the template language; includes are methods
// that fill in the template whose name they are given as a literal, by their names.
func New(functions map[string]any, includes map[string]Include) *Checker {
	return &Checker{functions, includes, map[word]result{}}
}

// Include is how a method fills in a template.
type Include struct {
	Folder string       // what stands before the name that it is given
	Dot    reflect.Type // of what it fills the template in with
}

// Filled is a template that is filled in.
type Filled struct {
	Set  *template.Template // it and those that it calls; nothing was filled in yet, as html/template changes their trees then
	Name string
	Dot  reflect.Type // of what it is filled in with

	Included *template.Template // likewise those that methods fill in, where they are not in Set; nil: there are none

	// Constants are the values that types of strings have there whenever it is. What an {{if}} rules out with them is not checked.
	Constants map[reflect.Type]string

	// Mended reports whether a file can be mended where something is missing in it, and not where another one calls it.
	Mended func(file string) bool
}

// Missing is a word that what it is asked of does not have.
type Missing struct {
	Place
	Asked  string // the file that asks for the word; it is that of the place, or called from there
	Word   string // without its dot
	In     reflect.Type
	Dollar reflect.Type // what $ is there; nil: not known
}

// Place is the place of a word's dot or, in a file that calls another one, of that one's name.
type Place struct {
	File   string // the name under which the template was parsed
	Offset int    // in bytes
}

// Check returns the words that are missing in a template and in those that it calls, each once, by their places.
func (c *Checker) Check(f Filled) []Missing {
	r := &run{Checker: c, Filled: f, seen: map[call]bool{}, found: map[Missing]bool{}}
	r.template(f.Name, f.Dot, Place{})
	var list []Missing
	for m := range r.found {
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.In.String(), b.In.String()),
			cmp.Compare(a.Asked, b.Asked), cmp.Compare(a.Word, b.Word), cmp.Compare(fmt.Sprint(a.Dollar), fmt.Sprint(b.Dollar)))
	})
	return list
}

// run is one run of [Checker.Check].
type run struct {
	*Checker
	Filled
	seen  map[call]bool
	found map[Missing]bool
}

// call is a template with what it is given.
type call struct {
	name string
	dot  reflect.Type
}

func (r *run) template(name string, dot reflect.Type, from Place) {
	t := r.Set.Lookup(name)
	if t == nil && r.Included != nil {
		t = r.Included.Lookup(name)
	}
	if t == nil || t.Tree == nil || t.Tree.Root == nil || r.seen[call{name, dot}] {
		return
	}
	r.seen[call{name, dot}] = true
	w := &walk{run: r, tree: t.Tree, from: from, vars: []variable{{"$", value{typ: dot}}}}
	w.node(t.Tree.Root, value{typ: dot})
}

// place returns where to mend what is missing at an offset.
func (w *walk) place(offset int) Place {
	if w.from != (Place{}) && !w.Mended(w.tree.ParseName) {
		return w.from
	}
	return Place{w.tree.ParseName, offset}
}

// walk goes through one template.
type walk struct {
	*run
	tree *parse.Tree
	from Place      // of the call
	vars []variable // the innermost last
}

type variable struct {
	name string
	value
}

// value is what is known of a value.
type value struct {
	typ      reflect.Type // nil: nothing
	constant any          // a string or a bool; nil: not known
}

// truth reports whether a value counts as true, where that is known.
func (v value) truth() (truth, known bool) {
	switch c := v.constant.(type) {
	case bool:
		return c, true
	case string:
		return c != "", true
	}
	return false, false
}

func (w *walk) node(n parse.Node, dot value) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				w.node(child, dot)
			}
		}
	case *parse.ActionNode:
		w.pipe(n.Pipe, dot)
	case *parse.TemplateNode:
		w.template(n.Name, w.pipe(n.Pipe, dot).typ, w.place(int(n.Pos)))
	case *parse.IfNode:
		w.branch(&n.BranchNode, dot, func(value) value { return dot })
	case *parse.WithNode:
		w.branch(&n.BranchNode, dot, func(v value) value { return v })
	case *parse.RangeNode:
		w.loop(n, dot)
	}
}

// branch checks an {{if}} or {{with}}; inside tells its dot by the value of its condition. A branch that is never taken is left out.
func (w *walk) branch(n *parse.BranchNode, dot value, inside func(condition value) value) {
	defer w.pop(len(w.vars))
	condition := w.pipe(n.Pipe, dot)
	truth, known := condition.truth()
	if truth || !known {
		w.block(n.List, inside(condition))
	}
	if !truth || !known {
		w.block(n.ElseList, dot)
	}
}

func (w *walk) loop(n *parse.RangeNode, dot value) {
	defer w.pop(len(w.vars))
	over := w.pipe(n.Pipe, dot)
	element := value{typ: elementOf(over.typ)}
	if declared := len(n.Pipe.Decl); declared > 0 { // of two variables the first is the index
		w.set(n.Pipe.Decl[declared-1].Ident[0], element)
	}
	w.block(n.List, element)
	w.block(n.ElseList, dot)
}

func (w *walk) block(list *parse.ListNode, dot value) {
	defer w.pop(len(w.vars))
	w.node(list, dot)
}

func (w *walk) pop(to int) { w.vars = w.vars[:to] }

// pipe returns what comes out of a pipeline, and gives it to the variable that the pipeline declares.
func (w *walk) pipe(p *parse.PipeNode, dot value) (v value) {
	if p == nil {
		return value{}
	}
	var final []value
	for _, command := range p.Cmds {
		v = w.command(command, dot, final)
		final = []value{v}
	}
	if len(p.Decl) == 1 && !p.IsAssign {
		w.vars = append(w.vars, variable{p.Decl[0].Ident[0], w.steady(p.Decl[0].Ident[0], v)})
	}
	if len(p.Decl) == 2 {
		w.vars = append(w.vars, variable{name: p.Decl[0].Ident[0]}, variable{name: p.Decl[1].Ident[0]})
	}
	return v
}

// steady returns the value of a variable, unless the template gives it another one somewhere.
func (w *walk) steady(name string, v value) value {
	if strings.Contains(w.tree.Root.String(), name+" = ") {
		return value{}
	}
	return v
}

// set gives a value to the variable of a loop.
func (w *walk) set(name string, v value) {
	if i := w.find(name); i >= 0 {
		w.vars[i].value = w.steady(name, v)
	}
}

func (w *walk) find(name string) int {
	for i := len(w.vars) - 1; i >= 0; i-- {
		if w.vars[i].name == name {
			return i
		}
	}
	return -1
}

// command returns what a command of a pipeline makes of its arguments; the last of them may come from the command before it.
func (w *walk) command(c *parse.CommandNode, dot value, final []value) value {
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return w.function(name.Ident, c.Args[1:], dot, final)
	}
	for _, arg := range c.Args[1:] {
		w.operand(arg, dot)
	}
	w.include(c)
	return w.operand(c.Args[0], dot)
}

// include checks the template that a method fills in: {{.Fixed "header.html"}}.
func (w *walk) include(c *parse.CommandNode) {
	if len(c.Args) != 2 {
		return
	}
	name, literal := c.Args[1].(*parse.StringNode)
	chain := c.Args[0].String()
	if i, ok := w.includes[chain[strings.LastIndex(chain, ".")+1:]]; ok && literal {
		w.template(i.Folder+name.Text, i.Dot, w.place(int(name.Pos)))
	}
}

func (w *walk) operand(n parse.Node, dot value) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		at := int(n.Pos) // of the second word, where there is one
		if len(n.Ident) > 1 {
			at -= len(".") + len(n.Ident[0])
		}
		return w.words(dot, n.Ident, at)
	case *parse.VariableNode:
		at := int(n.Pos) // likewise of the word behind the variable
		if i := w.find(n.Ident[0]); i >= 0 {
			return w.words(w.vars[i].value, n.Ident[1:], at)
		}
	case *parse.ChainNode:
		return w.words(w.operand(n.Node, dot), n.Field, int(n.Pos))
	case *parse.PipeNode:
		defer w.pop(len(w.vars))
		return w.pipe(n, dot)
	case *parse.IdentifierNode:
		return w.function(n.Ident, nil, dot, nil)
	case *parse.StringNode:
		return value{reflect.TypeFor[string](), n.Text}
	case *parse.BoolNode:
		return value{reflect.TypeFor[bool](), n.True}
	}
	return value{}
}

// words returns what stands behind a chain of words, the first of which has its dot at an offset.
func (w *walk) words(v value, names []string, at int) value {
	for _, name := range names {
		typ, found := w.member(v.typ, name)
		if !found {
			w.found[Missing{Place: w.place(at), Asked: w.tree.ParseName, Word: name, In: v.typ, Dollar: w.vars[0].typ}] = true
		}
		v = value{typ: typ}
		if constant, ok := w.Constants[typ]; ok {
			v.constant = constant
		}
		at += len(".") + len(name)
	}
	return v
}
