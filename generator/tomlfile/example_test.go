package tomlfile_test

import (
	"fmt"

	"github.com/legpress/legpress/generator/tomlfile"
)

// All that is wrong with a file is said at once, each with its place, and what is right can still be used.
func ExampleDecode() {
	format := &tomlfile.Format{Name: "shoe", Keys: []tomlfile.Key{
		{Name: "name", Kind: tomlfile.String, Required: true},
		{Name: "grams", Kind: tomlfile.Integer},
		{Name: "surfaces", Kind: tomlfile.Strings},
	}}
	table, problems := tomlfile.Decode(tomlfile.Input{File: "shoe.toml", Text: []byte(`
name = "Racer"
gramms = 210
surfaces = "road"
`)}, format)
	for _, p := range problems {
		fmt.Printf("%s:%d:%d: %s %s\n", p.File, p.Line, p.Column, p.Message, p.Hint)
	}
	fmt.Println(table.String("name"), table.Has("grams"))
	// Output:
	// shoe.toml:3:1: "gramms" is not a word I know here. Did you mean "grams"?
	// shoe.toml:4:12: surfaces is "road", a single text. It takes a list: surfaces = ["road"]
	// Racer false
}
