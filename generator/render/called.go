package render

import (
	"html/template"
	"text/template/parse"
)

// addCalled adds to the set of a layout copies of the shared templates that the one of a name calls, itself among them, and of those that
// they call. What the layout defines itself takes the place of the shared one.
func addCalled(layout *template.Template, name string, shared *template.Template) {
	added := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if added[name] {
			return
		}
		added[name] = true
		if isEmpty(layout.Lookup(name)) {
			if other := shared.Lookup(name); other != nil && other.Tree != nil {
				template.Must(layout.AddParseTree(name, other.Tree.Copy()))
			}
		}
		if t := layout.Lookup(name); t != nil && t.Tree != nil {
			called(t.Tree.Root, add)
		}
	}
	add(name)
}

// isEmpty reports whether a template is none, or has nothing.
func isEmpty(t *template.Template) bool {
	return t == nil || t.Tree == nil || parse.IsEmptyTree(t.Tree.Root)
}

// called yields the names of the templates that a part of one calls.
func called(n parse.Node, yield func(name string)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				called(child, yield)
			}
		}
	case *parse.TemplateNode:
		yield(n.Name)
	case *parse.IfNode:
		branches(&n.BranchNode, yield)
	case *parse.WithNode:
		branches(&n.BranchNode, yield)
	case *parse.RangeNode:
		branches(&n.BranchNode, yield)
	}
}

func branches(n *parse.BranchNode, yield func(name string)) {
	called(n.List, yield)
	called(n.ElseList, yield)
}
