package training

import "github.com/legpress/legpress/generator/training/quantity"

// FirstWeight says with how heavy a weight somebody may begin to whom lifting is new (house rules).
type FirstWeight struct {
	Judged Answer   // No: what is heavy differs too much from one exercise to the next, as where small muscles work alone
	One    Heaviest // where there is one weight; zero: see OneLeg
	Each   Heaviest // where there is one in each hand; zero: see OneLeg
	OneLeg Heaviest // in all, where one leg works at a time; zero: that makes no difference
	// FromFloor is for a bar that lies on the floor, where it needs plates; zero: such a lift begins with the bar alone.
	FromFloor Heaviest
}

// Heaviest is the heaviest weight of some kind, as it is called in gyms of the two units: nobody has a dumbbell of 22 lb, which is
// 10 kg, so that it is the next one.
type Heaviest struct{ Kilogram, Pound quantity.Load }

// In returns the weight in a unit.
func (h Heaviest) In(u quantity.Unit) quantity.Load {
	if u == quantity.Pound {
		return h.Pound
	}
	return h.Kilogram
}

// IsZero reports whether nothing is said.
func (h Heaviest) IsZero() bool { return h == Heaviest{} }

func heaviest(kilogram, pound int) Heaviest {
	return Heaviest{kilograms(kilogram), quantity.Load{Thousandths: 1000 * pound, Unit: quantity.Pound}}
}

// WorksOneLeg reports whether the exercise lifts with one leg at a time: its pattern says so, or it is a squat or a hinge that each side
// does by itself.
func (e *Exercise) WorksOneLeg() bool {
	f := e.Pattern.Facts().First
	return !f.OneLeg.IsZero() && (e.PerSide || f.One.IsZero())
}

// BareBar is what a bar weighs of which nothing is said.
func BareBar() Heaviest { return heaviest(20, 45) }
