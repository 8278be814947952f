package quantity

import (
	"maps"
	"slices"
)

// Barbell returns every load that can be put on a bar, ascending, from the empty bar to what is believed of a load at all.
// Plates go on in pairs, one on each side. There is one pair of each plate that is listed; a size that is there twice is
// listed twice. Plates in another unit than the bar's are left out.
func Barbell(bar Load, plates []Load) []Load {
	sums := map[int]bool{bar.Thousandths: true}
	for _, plate := range plates {
		if plate.Unit != bar.Unit {
			continue
		}
		for _, sum := range slices.Collect(maps.Keys(sums)) {
			loaded := Load{Thousandths: sum + 2*plate.Thousandths, Unit: bar.Unit}
			if loaded.Grams() <= heaviest {
				sums[loaded.Thousandths] = true
			}
		}
	}
	loads := make([]Load, 0, len(sums))
	for _, sum := range slices.Sorted(maps.Keys(sums)) {
		loads = append(loads, Load{Thousandths: sum, Unit: bar.Unit})
	}
	return loads
}
