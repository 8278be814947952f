package training

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

func barFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "bar",
		Doc:  "A bar and the plates that go on it in pairs.",
		Keys: []tomlfile.Key{
			{Name: "bar", Kind: tomlfile.String, Required: true, Doc: "What the empty bar weighs.", Example: `"20 kg"`},
			{Name: "plates", Kind: list, Required: true, Doc: "The sizes of the plates, each once. There are enough pairs of each for 200 kg in all, or for 450 lb on a bar in pounds, unless pairs says otherwise.", Example: `["1.25 kg", "2.5 kg", "5 kg", "10 kg", "20 kg"]`},
			{Name: "pairs", Kind: tomlfile.SubTable, Table: pairsFormat(), Doc: "How many pairs there are of a size, where that is what ends the weights: of few plates at home, or for more than 200 kg.", Example: `{ "10 kg" = 1 }`},
		},
	}
}

func pairsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "pairs",
		Doc:  "How many pairs of plates there are.",
		Any:  &tomlfile.Key{Name: "size", Kind: tomlfile.Integer, Doc: "A size as it stands in plates, in quotes, and how many pairs of it there are.", Example: `1`},
	}
}

// House rules: how many sizes of plates a bar can be given, which bounds how many loads can be made of them, the pairs of a size that
// are believed, and the lightest plate that is, in grams.
const (
	mostSizes     = 30
	mostPairs     = 20
	lightestPlate = 100
)

func (r *reader) barLoads(t *tomlfile.Table) []quantity.Load {
	bar, ok := quantity.Load{}, false
	if t.Has("bar") {
		bar, ok = parse(r, "weight", t.Text("bar"), quantity.ParseLoad)
	}
	plates, fits := r.plates(t, bar.Unit)
	if pairs := t.Table("pairs"); pairs != nil {
		r.pairs(pairs, plates)
	}
	if !ok || !fits {
		return nil
	}
	return quantity.Barbell(bar, plates)
}

// plates reads the sizes of plates. It is not ok where there are too many of them.
func (r *reader) plates(t *tomlfile.Table, bar quantity.Unit) (plates []quantity.Plate, ok bool) {
	texts := t.Texts("plates")
	switch {
	case t.Has("plates") && len(texts) == 0:
		r.add(t.ValuePos("plates"), "empty-value", `there is no plate in "plates".`, fmt.Sprintf("Name the sizes, or write a bar without plates as a list: [%q].", cmp.Or(t.String("bar"), "20 kg")))
	case len(texts) > mostSizes:
		r.add(t.ValuePos("plates"), "bad-weight", fmt.Sprintf("%d plates are too many for one bar.", len(texts)), fmt.Sprintf("Name %d sizes at the most, each of them once.", mostSizes))
		return nil, false
	}
	sizes := r.oneUnit(texts, bar, quantity.ParseLoad)
	var twice *weight
	for i, size := range sizes {
		if size.Grams() < lightestPlate {
			r.add(size.pos, "bad-weight", fmt.Sprintf("a plate of %s looks like a typing mistake (usual: 0.5 to 25 kg, 1.25 to 45 lb).", size), "")
			continue
		}
		if at := plateOf(plates, size.Load); at >= 0 {
			plates[at].Pairs++
			twice = &sizes[i]
			continue
		}
		plates = append(plates, quantity.Plate{Size: size.Load, Pairs: 1})
	}
	if twice != nil {
		r.listedTwice(*twice, plates, written(t, "pairs"))
		return plates, true // counted as they were listed, so that nothing else is said of them
	}
	for i := range plates {
		plates[i].Pairs = 0
	}
	return plates, true
}

// listedTwice says how pairs are counted, in place of naming a size as often as it is there.
func (r *reader) listedTwice(twice weight, plates []quantity.Plate, counted bool) {
	message := fmt.Sprintf("%q is listed twice: plates are sizes, of which there are enough.", twice.Load.String())
	if counted {
		r.add(twice.pos, "listed-twice", message, "Name it once; pairs says how many pairs there are.")
		return
	}
	var sizes, counts []string
	for _, p := range plates {
		sizes = append(sizes, fmt.Sprintf("%q", p.Size.String()))
		counts = append(counts, fmt.Sprintf("%q = %d", p.Size.String(), p.Pairs))
	}
	r.add(twice.pos, "listed-twice", message,
		fmt.Sprintf("Where you mean how many pairs there are, write plates = [%s] and pairs = { %s }.", commas(sizes), commas(counts)))
}

func plateOf(plates []quantity.Plate, size quantity.Load) int {
	return slices.IndexFunc(plates, func(p quantity.Plate) bool { return p.Size == size })
}

// pairs reads how many pairs of plates there are, and counts them.
func (r *reader) pairs(t *tomlfile.Table, plates []quantity.Plate) {
	seen := map[quantity.Load]bool{}
	for _, name := range t.Keys() {
		size, ok := parse(r, "weight", tomlfile.Text{Value: name, Pos: t.KeyPos(name)}, quantity.ParseLoad)
		if !ok {
			continue
		}
		at, n := plateOf(plates, size), tomlfile.Number{Value: t.Int(name), Pos: t.ValuePos(name)}
		switch {
		case at < 0:
			r.noPlate(t.KeyPos(name), size, plates)
		case seen[size]:
			r.add(t.KeyPos(name), "listed-twice", fmt.Sprintf("%s is counted twice.", size), "Remove one of them.")
		case n.Value < 1:
			r.add(n.Pos, "bad-number", fmt.Sprintf("%d pairs of %s are none.", n.Value, size), fmt.Sprintf("Take %q out of plates and of pairs.", size))
		case r.within(n, "bad-number", bounds{1, mostPairs, "pairs", "1 to 4"}):
			plates[at].Pairs = n.Value
		}
		seen[size] = true
	}
}

// noPlate reports pairs of a size that is not among the plates.
func (r *reader) noPlate(pos diag.Position, size quantity.Load, plates []quantity.Plate) {
	var sizes []string
	for _, p := range plates {
		sizes = append(sizes, fmt.Sprintf("%q", p.Size.String()))
	}
	hint := fmt.Sprintf("Take it out, or add it to plates: [%s].", commas(append(slices.Clone(sizes), fmt.Sprintf("%q", size.String()))))
	if len(plates) > 0 && plates[0].Size.Unit != size.Unit {
		hint = fmt.Sprintf("The plates are %s.", strings.ReplaceAll(commas(sizes), `"`, ""))
	}
	r.add(pos, "no-plate", fmt.Sprintf("there is no plate of %s in plates.", size), hint)
}
