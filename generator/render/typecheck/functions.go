package typecheck

import (
	"reflect"
	"text/template/parse"
)

// function returns what a function makes of its arguments; the last of them may come from the command before it.
func (w *walk) function(name string, nodes []parse.Node, dot value, final []value) value {
	var args []value
	for _, n := range nodes {
		arg := w.operand(n, dot)
		if truth, known := arg.truth(); known && (name == "and" && !truth || name == "or" && truth) {
			return arg // what stands behind it is not looked at
		}
		args = append(args, arg)
	}
	args = append(args, final...)
	if f, ok := w.functions[name]; ok {
		return value{typ: reflect.TypeOf(f).Out(0)}
	}
	if len(args) == 0 {
		return value{}
	}
	switch name {
	case "and", "or":
		return either(args)
	case "not":
		return boolean(negated(args[0].truth()))
	case "eq":
		return boolean(equal(args))
	case "ne":
		return boolean(negated(equal(args)))
	case "index":
		return value{typ: entryOf(args[0].typ, len(args)-1)}
	case "slice":
		return value{typ: args[0].typ}
	}
	return value{}
}

// either returns what is known of a value that is one of some values.
func either(values []value) value {
	one := values[len(values)-1]
	for _, v := range values {
		if v.typ != one.typ {
			one.typ = nil
		}
		if v.constant == nil {
			one.constant = nil
		}
	}
	return one
}

// equal reports whether the first value is one of the others, where that is known.
func equal(values []value) (same, known bool) {
	known = values[0].constant != nil
	for _, v := range values[1:] {
		if v.constant == nil {
			known = false
		} else if v.constant == values[0].constant {
			same = true
		}
	}
	return same, known
}

func negated(truth, known bool) (bool, bool) { return !truth, known }

// boolean returns a bool that may be known.
func boolean(truth, known bool) value {
	if !known {
		return value{typ: reflect.TypeFor[bool]()}
	}
	return value{reflect.TypeFor[bool](), truth}
}
