package quantity

import "slices"

// Plate is a size of plates, which go on a bar in pairs, one on each side.
type Plate struct {
	Size  Load
	Pairs int // how many pairs there are; 0: enough
}

// Barbell returns every load that can be put on a bar, ascending, from the empty bar on. Of a plate whose pairs are not counted there
// are enough for a full bar of 200 kg or 450 lb, or for the load that the counted plates make if that is more. Plates in another unit
// than the bar's are left out.
func Barbell(bar Load, plates []Plate) []Load {
	steps := rackSteps(bar, plates)
	grain := 0
	for _, s := range steps {
		grain = gcd(grain, s.thousandths)
	}
	if grain == 0 {
		return []Load{bar}
	}
	reached := make([]bool, max(fullest(bar, steps)-bar.Thousandths, 0)/grain+1)
	reached[0] = true
	for _, s := range steps {
		spread(reached, s.thousandths/grain, s.pairs)
	}
	var loads []Load
	for i, ok := range reached {
		if ok {
			loads = append(loads, Load{Thousandths: bar.Thousandths + i*grain, Unit: bar.Unit})
		}
	}
	return loads
}

// FullBar returns the load up to which there are enough plates that nobody has counted (house rule).
func FullBar(u Unit) Load {
	if u == Pound {
		return Load{Thousandths: 450_000, Unit: Pound}
	}
	return Load{Thousandths: 200_000, Unit: Kilogram}
}

// rackStep is by how much a pair of plates makes a bar heavier, in thousandths of its unit.
type rackStep struct{ thousandths, pairs int }

func rackSteps(bar Load, plates []Plate) []rackStep {
	var steps []rackStep
	for _, p := range plates {
		if p.Size.Unit == bar.Unit && p.Size.Thousandths > 0 {
			steps = append(steps, rackStep{2 * p.Size.Thousandths, p.Pairs})
		}
	}
	return steps
}

// fullest returns the heaviest load that is put on the bar, in thousandths of its unit.
func fullest(bar Load, steps []rackStep) int {
	full, believed := FullBar(bar.Unit).Thousandths, Load{Thousandths: heaviest, Unit: Kilogram}.In(bar.Unit).Thousandths
	counted := bar.Thousandths
	for _, s := range steps {
		counted += s.thousandths * s.pairs
	}
	return min(max(full, counted), believed)
}

// spread marks what is reached with up to so many pairs of one more size; 0 pairs are as many as there is room for.
func spread(reached []bool, step, pairs int) {
	used := make([]int, len(reached)) // the fewest pairs of this size that lead to each sum
	for i := step; i < len(reached); i++ {
		if !reached[i] && reached[i-step] && (pairs == 0 || used[i-step] < pairs) {
			reached[i], used[i] = true, used[i-step]+1
		}
	}
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// plateSizes are the plates that are sold, in thousandths of their unit.
func plateSizes(u Unit) []int {
	if u == Pound {
		return []int{250, 500, 1000, 1250, 2500, 5000, 10_000, 25_000, 35_000, 45_000, 55_000}
	}
	return []int{250, 500, 1000, 1250, 1500, 2000, 2500, 5000, 10_000, 15_000, 20_000, 25_000}
}

// IsPlate reports whether plates of that weight are sold.
func IsPlate(l Load) bool { return slices.Contains(plateSizes(l.Unit), l.Thousandths) }
