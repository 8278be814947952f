package typecheck

import (
	"reflect"
	"slices"
)

// word is a word that is asked of a type.
type word struct {
	of   reflect.Type
	name string
}

// result is what is known of a [word].
type result struct {
	typ   reflect.Type // nil: nothing
	found bool         // false only where the word is certain not to be there
}

// member returns the type of a field, of what a method returns or of an entry of a map. It looks once: templates ask for the same
// words again and again.
func (c *Checker) member(t reflect.Type, name string) (typ reflect.Type, found bool) {
	r, ok := c.known[word{t, name}]
	if !ok {
		r.typ, r.found = member(t, name)
		c.known[word{t, name}] = r
	}
	return r.typ, r.found
}

func member(t reflect.Type, name string) (typ reflect.Type, found bool) {
	if t == nil {
		return nil, true
	}
	if typ, ok := method(t, name); ok {
		return typ, true
	}
	switch t = indirect(t); t.Kind() {
	case reflect.Interface:
		return nil, true
	case reflect.Map:
		return t.Elem(), true
	case reflect.Struct:
		if f, ok := t.FieldByName(name); ok && f.IsExported() {
			return f.Type, true
		}
	}
	return nil, false
}

// method returns what a method of a type, or of a pointer to it, returns.
func method(t reflect.Type, name string) (typ reflect.Type, found bool) {
	if t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface {
		t = reflect.PointerTo(t)
	}
	m, found := t.MethodByName(name)
	if !found || m.Type.NumOut() == 0 {
		return nil, found
	}
	return m.Type.Out(0), true
}

func indirect(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// elementOf returns the type of what {{range}} goes through; nil where it is not known.
func elementOf(t reflect.Type) reflect.Type {
	if t == nil {
		return nil
	}
	switch t = indirect(t); t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map, reflect.Chan:
		return t.Elem()
	case reflect.Func:
		if t.CanSeq() {
			return t.In(0).In(0)
		}
	}
	return nil
}

// entryOf returns the type of what {{index}} finds in a value with some indices; nil where it is not known.
func entryOf(t reflect.Type, indices int) reflect.Type {
	for range indices {
		if t == nil {
			return nil
		}
		switch t = indirect(t); t.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map:
			t = t.Elem()
		default:
			return nil
		}
	}
	return t
}

// Words returns the words that a value of a type has in a template: its exported fields and methods, in alphabetical order.
func Words(t reflect.Type) []string {
	var list []string
	if t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface {
		t = reflect.PointerTo(t)
	}
	for i := range t.NumMethod() {
		list = append(list, t.Method(i).Name)
	}
	if t = indirect(t); t.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(t) {
			if _, shown := t.FieldByName(f.Name); shown && f.IsExported() && !f.Anonymous {
				list = append(list, f.Name)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
