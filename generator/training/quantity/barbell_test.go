package quantity

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func plates(sizes ...Load) []Plate {
	var list []Plate
	for _, size := range sizes {
		list = append(list, Plate{Size: size})
	}
	return list
}

// TestBarbell holds which loads come of a bar and plates: how many, and the first and the last of them.
func TestBarbell(t *testing.T) {
	kilograms := plates(kg(1250), kg(2500), kg(5000), kg(10_000), kg(20_000))
	pounds := plates(lb(2500), lb(5000), lb(10_000), lb(25_000), lb(45_000))
	small := []Plate{{kg(1250), 1}, {kg(2500), 1}, {kg(5000), 1}}
	for name, c := range map[string]struct {
		bar    Load
		plates []Plate
		want   string
	}{
		"the bar alone":                   {kg(20_000), nil, "1: 20 kg"},
		"a gym in kilograms":              {kg(20_000), kilograms, "73: 20 kg, 22.5 kg, 25 kg, 27.5 kg ... 200 kg"},
		"a gym in pounds steps by five":   {lb(45_000), pounds, "82: 45 lb, 50 lb, 55 lb, 60 lb ... 450 lb"},
		"without the smallest":            {kg(20_000), kilograms[1:], "37: 20 kg, 25 kg, 30 kg, 35 kg ... 200 kg"},
		"one pair of each":                {kg(20_000), small, "8: 20 kg, 22.5 kg, 25 kg, 27.5 kg ... 37.5 kg"},
		"two pairs":                       {kg(20_000), []Plate{{kg(5000), 2}}, "3: 20 kg, 30 kg, 40 kg"},
		"one large pair, enough small":    {kg(20_000), []Plate{{kg(15_000), 1}, {kg(5000), 0}}, "19: 20 kg, 30 kg, 40 kg, 50 kg ... 200 kg"},
		"only one of those between":       {kg(20_000), []Plate{{kg(5000), 1}, {kg(20_000), 0}}, "10: 20 kg, 30 kg, 60 kg, 70 kg ... 190 kg"},
		"more pairs than for a full bar":  {kg(20_000), []Plate{{kg(20_000), 6}, {kg(5000), 0}}, "25: 20 kg, 30 kg, 40 kg, 50 kg ... 260 kg"},
		"the same sum in two ways":        {kg(20_000), []Plate{{kg(2500), 2}, {kg(5000), 1}}, "5: 20 kg, 25 kg, 30 kg, 35 kg ... 40 kg"},
		"plates in another unit":          {kg(20_000), plates(lb(5000)), "1: 20 kg"},
		"a bar that is full":              {kg(210_000), plates(kg(5000)), "1: 210 kg"},
		"more than is believed":           {kg(400_000), []Plate{{kg(50_000), 9}}, "2: 400 kg, 500 kg"},
		"more pounds than are believed":   {lb(1000_000), []Plate{{lb(50_000), 9}}, "2: 1000 lb, 1100 lb"},
		"plates that do not go into each": {kg(15_000), []Plate{{kg(2000), 1}, {kg(1500), 1}}, "4: 15 kg, 18 kg, 19 kg, 22 kg"},
	} {
		if got := summary(Barbell(c.bar, c.plates)); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// summary writes loads as "73: 20 kg, 22.5 kg, 25 kg, 27.5 kg ... 200 kg".
func summary(loads []Load) string {
	var texts []string
	for _, l := range loads {
		texts = append(texts, l.String())
	}
	n := len(texts)
	if n > 4 {
		return fmt.Sprintf("%d: %s ... %s", n, strings.Join(texts[:4], ", "), texts[n-1])
	}
	return fmt.Sprintf("%d: %s", n, strings.Join(texts, ", "))
}

// TestBarbellOfCountedPlates holds that what is made of counted plates is what comes of taking them or leaving them, pair by pair.
func TestBarbellOfCountedPlates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bar := kg(rapid.IntRange(1, 40).Draw(t, "bar") * 500)
		sums := map[int]bool{bar.Thousandths: true}
		var counted []Plate
		for _, size := range rapid.SliceOfNDistinct(rapid.IntRange(1, 80), 0, 4, rapid.ID[int]).Draw(t, "sizes") {
			p := Plate{kg(size * 250), rapid.IntRange(1, 3).Draw(t, "pairs")}
			counted = append(counted, p)
			for range p.Pairs {
				for sum := range maps.Clone(sums) {
					sums[sum+2*p.Size.Thousandths] = true
				}
			}
		}
		var want []Load
		for sum := range sums {
			want = append(want, kg(sum))
		}
		slices.SortFunc(want, Load.Compare)
		if got := Barbell(bar, counted); !slices.Equal(got, want) {
			t.Errorf("Barbell(%v, %v) = %v, want %v", bar, counted, got, want)
		}
	})
}
